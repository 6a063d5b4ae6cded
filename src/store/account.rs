//! Staff accounts and their sessions.

use super::columns::{instant, known};
use super::schema::{account, account_session};
use super::{Database, StoreError};
use crate::ids::AccountId;
use crate::office::{Account, Role};
use crate::secret::Secret;
use chrono::NaiveDateTime;
use diesel::prelude::*;

type Stored = (i64, String, String, String, bool);
type Columns = (account::id, account::login, account::name, account::role, account::active);
const COLUMNS: Columns = (account::id, account::login, account::name, account::role, account::active);

fn read(stored: Stored) -> Result<Account, StoreError> {
    let (id, login, name, role, active) = stored;
    Ok(Account { id: AccountId(id), login, name, role: known("account.role", Role::parse(&role))?, active })
}

/// Adds an account that may sign in; the login is kept in lower case. The hash is the password's argon2 text.
pub fn insert(database: &mut Database, login: &str, name: &str, hash: &Secret, role: Role) -> Result<AccountId, StoreError> {
    let row = (
        account::login.eq(login.to_lowercase()),
        account::name.eq(name),
        account::password_hash.eq(hash.expose()),
        account::role.eq(role.code()),
        account::active.eq(true),
    );
    Ok(AccountId(diesel::insert_into(account::table).values(row).returning(account::id).get_result(database)?))
}

/// The account of that login, in any case, with its password hash.
pub fn find_by_login(database: &mut Database, login: &str) -> Result<(Account, Secret), StoreError> {
    let (stored, hash): (Stored, String) = account::table
        .filter(account::login.eq(login.to_lowercase()))
        .select((COLUMNS, account::password_hash))
        .first(database)?;
    Ok((read(stored)?, Secret::new(hash)))
}

/// All accounts by login.
pub fn list(database: &mut Database) -> Result<Vec<Account>, StoreError> {
    let stored: Vec<Stored> = account::table.order(account::login).select(COLUMNS).load(database)?;
    stored.into_iter().map(read).collect()
}

/// Changes the password and ends the account's sessions.
pub fn set_password(database: &mut Database, id: AccountId, hash: &Secret) -> Result<(), StoreError> {
    let changed = diesel::update(account::table.find(id.0)).set(account::password_hash.eq(hash.expose())).execute(database)?;
    end_sessions_of(database, id)?;
    if changed == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}

/// Changes whether it may sign in; one that may not loses its sessions.
pub fn set_active(database: &mut Database, id: AccountId, active: bool) -> Result<(), StoreError> {
    let changed = diesel::update(account::table.find(id.0)).set(account::active.eq(active)).execute(database)?;
    if !active {
        end_sessions_of(database, id)?;
    }
    if changed == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}

/// Begins a session: the hash of the cookie's random id, and the secret of its forms.
pub fn begin_session(
    database: &mut Database,
    id_hash: &[u8; 32],
    of: AccountId,
    form_secret: &Secret,
    expires_at: NaiveDateTime,
) -> Result<(), StoreError> {
    let row = (
        account_session::id_hash.eq(id_hash.to_vec()),
        account_session::account_id.eq(of.0),
        account_session::form_secret.eq(form_secret.expose()),
        account_session::expires_at.eq(instant(expires_at)),
    );
    diesel::insert_into(account_session::table).values(row).execute(database)?;
    Ok(())
}

/// Who is signed in with this session now, and the secret of its forms. An expired session and an account that may not sign
/// in any more are not found.
pub fn find_session(database: &mut Database, id_hash: &[u8; 32], now: NaiveDateTime) -> Result<(Account, Secret), StoreError> {
    let (stored, form_secret): (Stored, String) = account_session::table
        .inner_join(account::table)
        .filter(account_session::id_hash.eq(id_hash.to_vec()))
        .filter(account_session::expires_at.gt(instant(now)))
        .filter(account::active.eq(true))
        .select((COLUMNS, account_session::form_secret))
        .first(database)?;
    Ok((read(stored)?, Secret::new(form_secret)))
}

/// Ends one session; whether there was one.
pub fn end_session(database: &mut Database, id_hash: &[u8; 32]) -> Result<bool, StoreError> {
    Ok(diesel::delete(account_session::table.find(id_hash.to_vec())).execute(database)? == 1)
}

/// Ends all sessions of an account; how many there were.
pub fn end_sessions_of(database: &mut Database, of: AccountId) -> Result<usize, StoreError> {
    Ok(diesel::delete(account_session::table.filter(account_session::account_id.eq(of.0))).execute(database)?)
}

/// Removes the sessions that have expired; how many there were.
pub fn forget_expired_sessions(database: &mut Database, now: NaiveDateTime) -> Result<usize, StoreError> {
    Ok(diesel::delete(account_session::table.filter(account_session::expires_at.le(instant(now)))).execute(database)?)
}
