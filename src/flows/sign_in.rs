//! Accounts and sessions: argon2id for passwords, a random session id in the cookie, its hash in the database.

use super::{Outcome, Refused, thing};
use crate::ids::AccountId;
use crate::office::{Account, Role};
use crate::secret::{Secret, Token};
use crate::site::Site;
use crate::store::{self, StoreError};
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use chrono::Duration;
use std::sync::LazyLock;

/// The shortest password.
pub const LEAST_PASSWORD: usize = 10;
/// The longest login, in bytes.
const MOST_LOGIN: usize = 100;
/// How long a session lasts, in hours: a working day.
pub const SESSION_HOURS: i64 = 10;

/// A signed-in session: the token for the cookie and the secret that each form of its pages carries.
#[derive(Clone, Debug)]
pub struct Session {
    /// For the cookie.
    pub token: Token,
    /// Who.
    pub account: Account,
    /// What a form must send back, so that no other site can post in the person's name.
    pub form_secret: Secret,
}

/// Adds an account.
///
/// # Errors
/// Refused when the login is taken or empty, or the password is too short.
pub fn add_account(site: &Site, login: &str, name: &str, role: Role, password: &Secret) -> Outcome<AccountId> {
    let login = login.trim().to_lowercase();
    if login.is_empty() || login.len() > MOST_LOGIN || login.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(Refused::Invalid("login", "refused-login").into());
    }
    let hash = hash_password(password)?;
    let added = site.store.write(|db| store::account::insert(db, &login, name.trim(), &hash, role));
    match added {
        Err(StoreError::Conflict) => Err(Refused::Exists(thing::ACCOUNT).into()),
        other => Ok(other?),
    }
}

/// Sets a new password; every session of the account ends.
///
/// # Errors
/// Refused when there is no such account or the password is too short.
pub fn change_password(site: &Site, login: &str, password: &Secret) -> Outcome<()> {
    let hash = hash_password(password)?;
    let login = login.trim().to_lowercase();
    let changed = site.store.write(|db| {
        let (account, _) = store::account::find_by_login(db, &login)?;
        store::account::set_password(db, account.id, &hash)
    });
    match changed {
        Err(StoreError::NotFound) => Err(Refused::NotThere(thing::ACCOUNT).into()),
        other => Ok(other?),
    }
}

/// Switches an account off or on again. One that is off signs in no more, and its sessions end at once.
///
/// # Errors
/// Refused when there is no such account.
pub fn set_active(site: &Site, login: &str, active: bool) -> Outcome<()> {
    let login = login.trim().to_lowercase();
    let changed = site.store.write(|db| {
        let (account, _) = store::account::find_by_login(db, &login)?;
        store::account::set_active(db, account.id, active)
    });
    match changed {
        Err(StoreError::NotFound) => Err(Refused::NotThere(thing::ACCOUNT).into()),
        other => Ok(other?),
    }
}

/// Signs in.
///
/// # Errors
/// Refused when login or password are wrong (without saying which), after too many attempts, or when too many sign in at once.
pub fn sign_in(site: &Site, login: &str, password: &Secret) -> Outcome<Session> {
    let login = login.trim().to_lowercase();
    if login.len() > MOST_LOGIN {
        return Err(Refused::SignIn.into());
    }
    let attempt = site.attempts.reserve(&login, site.config.sign_in_attempts).ok_or(Refused::TooManyAttempts)?;
    let check = site.attempts.check().ok_or(Refused::TooManyAttempts)?;
    let found = match site.store.read(|db| store::account::find_by_login(db, &login)) {
        Ok(found) => Some(found),
        Err(StoreError::NotFound) => None,
        Err(error) => return Err(error.into()),
    };
    // An unknown login costs the same time as a wrong password.
    let hash = found.as_ref().map_or(NOBODY.expose(), |(_, hash)| hash.expose());
    let right = verify_password(password, hash);
    drop(check);
    let Some((account, _)) = found.filter(|(account, _)| right && account.active) else {
        attempt.failed();
        return Err(Refused::SignIn.into());
    };
    let (token, form_secret) = (Token::random(), own_secret(site));
    let now = site.clock.now();
    let expires_at = now + Duration::hours(SESSION_HOURS);
    site.store.write(|db| -> Result<(), StoreError> {
        store::account::forget_expired_sessions(db, now)?;
        store::account::begin_session(db, &token.hash(), account.id, &form_secret, expires_at)
    })?;
    Ok(Session { token, account, form_secret })
}

/// A form secret: random, and with the site's seal, so that a form of a session that is over can still be told from a stranger's.
fn own_secret(site: &Site) -> Secret {
    let random = Token::random();
    let seal = site.keys.site().token("form secret", random.expose().as_bytes());
    Secret::new(format!("{}.{}", random.expose(), seal.expose()))
}

/// Whether this site gave out that form secret, in whatever session. It opens nothing: a change needs the secret of its own
/// session.
pub fn is_own_secret(site: &Site, secret: &str) -> bool {
    let Some((random, seal)) = secret.split_once('.') else { return false };
    site.keys.site().token("form secret", random.as_bytes()).expose() == seal
}

/// The session of a cookie; `None` when it is unknown or over.
///
/// # Errors
/// Only when the database fails.
pub fn session(site: &Site, cookie: &str) -> Outcome<Option<Session>> {
    let Some(token) = Token::parse(cookie) else { return Ok(None) };
    let now = site.clock.now();
    match site.store.read(|db| store::account::find_session(db, &token.hash(), now)) {
        Ok((account, form_secret)) => Ok(Some(Session { token, account, form_secret })),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Ends a session; ending an unknown one is no error.
///
/// # Errors
/// Only when the database fails.
pub fn sign_out(site: &Site, session: &Session) -> Outcome<()> {
    Ok(site.store.write(|db| store::account::end_session(db, &session.token.hash()).map(|_| ()))?)
}

fn hash_password(password: &Secret) -> Result<Secret, Refused> {
    if password.expose().chars().count() < LEAST_PASSWORD {
        return Err(Refused::Invalid("password", "refused-password-short"));
    }
    let hash = Argon2::default().hash_password(password.expose().as_bytes());
    Ok(Secret::new(hash.expect("argon2 hashes any password of bounded length").to_string()))
}

fn verify_password(password: &Secret, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(password.expose().as_bytes(), &hash).is_ok())
}

/// A hash that no password has, made once, for logins that do not exist.
static NOBODY: LazyLock<Secret> = LazyLock::new(|| {
    let nobody = Secret::new(Token::random().expose());
    hash_password(&nobody).expect("a token is longer than the shortest password")
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_recognised_and_another_is_not() {
        let hash = hash_password(&Secret::new("correct horse")).unwrap();
        assert!(hash.expose().starts_with("$argon2id$"));
        assert!(verify_password(&Secret::new("correct horse"), hash.expose()));
        assert!(!verify_password(&Secret::new("correct house"), hash.expose()));
        assert!(!verify_password(&Secret::new("correct horse"), "not a hash"));
    }

    #[test]
    fn a_short_password_is_refused() {
        assert_eq!(hash_password(&Secret::new("short")), Err(Refused::Invalid("password", "refused-password-short")));
    }
}
