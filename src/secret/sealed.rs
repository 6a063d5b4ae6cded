//! Bytes that only a key opens: XChaCha20-Poly1305 (RFC 8439, with the long nonce of draft-irtf-cfrg-xchacha-03).

use super::{Key, random_bytes};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

/// The length of the nonce, which stands before the sealed bytes. So long that a random one is never met twice.
const NONCE_BYTES: usize = 24;

impl Key {
    /// Seals bytes; `context` says where they belong, and elsewhere they do not open. The same bytes never look the same twice.
    /// The result is 40 bytes longer.
    ///
    /// # Panics
    /// From 256 GiB on.
    pub fn seal(&self, bytes: &[u8], context: &[u8]) -> Vec<u8> {
        let nonce = random_bytes::<NONCE_BYTES>();
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), Payload { msg: bytes, aad: context });
        [nonce.as_slice(), &sealed.expect("far below 256 GiB")].concat()
    }

    /// Opens what [`Key::seal`] sealed; `None` for another key or context, or when a bit was changed.
    pub fn open(&self, sealed: &[u8], context: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>()?;
        self.cipher().decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: context }).ok()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::Token;

    #[test]
    fn only_the_key_opens_and_only_in_its_place() {
        let key = Key::random();
        let sealed = key.seal("Così così".as_bytes(), b"here");
        assert_eq!(key.open(&sealed, b"here").as_deref(), Some("Così così".as_bytes()));
        assert_eq!(key.open(&sealed, b"there"), None);
        assert_eq!(Key::random().open(&sealed, b"here"), None);
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(key.open(&changed, b"here"), None, "byte {at}");
        }
        assert_eq!(key.open(&sealed[..20], b"here"), None);
    }

    #[test]
    fn the_same_bytes_never_look_the_same_and_their_length_is_known() {
        let key = Token::random().derive_key("draft");
        let (one, other) = (key.seal(&[7; 100], b""), key.seal(&[7; 100], b""));
        assert_eq!((one.len(), other.len()), (140, 140));
        assert!(one != other && !one.windows(8).any(|window| window == [7; 8]));
    }

    #[test]
    fn the_cipher_is_the_one_of_the_standard() {
        // The example of draft-irtf-cfrg-xchacha-03, A.3.1.
        let bytes = |hexadecimal: &str| -> Vec<u8> {
            let digits = hexadecimal.as_bytes().chunks(2).map(|two| std::str::from_utf8(two).unwrap());
            digits.map(|two| u8::from_str_radix(two, 16).unwrap()).collect()
        };
        let key = Key(std::array::from_fn(|at| 0x80 + u8::try_from(at).unwrap()));
        let nonce = bytes("404142434445464748494a4b4c4d4e4f5051525354555657");
        let sealed = bytes(concat!(
            "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb",
            "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452",
            "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9",
            "21f9664c97637da9768812f615c68b13b52e",
            "c0875924c1c7987947deafd8780acf49"
        ));
        let opened = key.open(&[nonce, sealed].concat(), &bytes("50515253c0c1c2c3c4c5c6c7"));
        let text =
            "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
        assert_eq!(opened.as_deref(), Some(text.as_bytes()));
    }
}
