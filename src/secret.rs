//! Secrets that cannot be printed, and what is derived from them.

mod sealed;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::fmt;

/// A password, token or key. Its `Debug` shows nothing; it has no `Display`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself: for the one place that uses it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// A 256-bit key.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

impl Key {
    /// A new key from the operating system's random numbers.
    pub fn random() -> Self {
        Self(random_bytes())
    }

    /// The key as unpadded URL-safe base64, for the key file.
    pub fn to_base64(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// Reads what [`Key::to_base64`] wrote.
    pub fn from_base64(typed: &str) -> Option<Self> {
        Some(Self(URL_SAFE_NO_PAD.decode(typed).ok()?.try_into().ok()?))
    }

    /// The first 16 bytes of HMAC-SHA-256 over a purpose and a message; `purpose` keeps uses of one key apart.
    pub fn derive(&self, purpose: &str, message: &[u8]) -> [u8; 16] {
        keyed(&self.0, purpose, message)
    }

    /// A link token: 128 bits of [`Key::derive`] as 22 URL-safe characters.
    pub fn token(&self, purpose: &str, message: &[u8]) -> Token {
        Token(URL_SAFE_NO_PAD.encode(self.derive(purpose, message)))
    }
}

/// The secret part of a personal link: 22 URL-safe characters, 128 bits.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

impl Token {
    /// A random token, for what needs no deriving again.
    pub fn random() -> Self {
        Self(URL_SAFE_NO_PAD.encode(random_bytes::<16>()))
    }

    /// Reads a token from a link; `None` when it cannot be one.
    pub fn parse(typed: &str) -> Option<Self> {
        (typed.len() == 22 && URL_SAFE_NO_PAD.decode(typed).is_ok()).then(|| Self(typed.to_owned()))
    }

    /// The token's text, for a link.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// SHA-256 of the token: what the database keeps to look it up by.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }

    /// The first 16 bytes of HMAC(token, purpose): the response id of an invited answer is `derive("answer")`.
    pub fn derive(&self, purpose: &str) -> [u8; 16] {
        keyed(self.0.as_bytes(), purpose, b"")
    }

    /// HMAC(token, purpose) whole, as a key that only who has the link has.
    pub fn derive_key(&self, purpose: &str) -> Key {
        Key(hmac(self.0.as_bytes(), purpose, b""))
    }
}

/// Random bytes from the operating system.
///
/// # Panics
/// When the operating system has no random numbers: nothing safe can be done then.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random numbers");
    bytes
}

fn keyed(key: &[u8], purpose: &str, message: &[u8]) -> [u8; 16] {
    let mut first = [0; 16];
    first.copy_from_slice(&hmac(key, purpose, message)[..16]);
    first
}

fn hmac(key: &[u8], purpose: &str, message: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(purpose.as_bytes());
    mac.update(&[0]);
    mac.update(message);
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_never_prints_itself() {
        let shown = format!("{:?} {:?} {:?}", Secret::new("hunter2"), Key::random(), Token::random());
        assert_eq!(shown, "Secret(..) Key(..) Token(..)");
    }

    #[test]
    fn a_token_is_derived_again_and_purposes_are_kept_apart() {
        let key = Key::random();
        assert_eq!(key.token("invitation", b"7"), key.token("invitation", b"7"));
        assert_ne!(key.token("invitation", b"7"), key.token("kiosk", b"7"));
        assert_ne!(key.token("a", b"b"), key.token("ab", b""));
        let token = key.token("invitation", b"7");
        assert_eq!(Token::parse(token.expose()), Some(token));
        assert_eq!(Key::from_base64(&key.to_base64()), Some(key));
    }
}
