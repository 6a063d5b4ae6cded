//! DKIM: a letter is signed for the sender's domain (RFC 6376; Ed25519 by RFC 8463), headers and body canonicalised "relaxed".
//!
//! The keys and the arithmetic are ring's, which TLS uses anyway; here stands only what is written around them. A library for the
//! whole was looked for: lettre's own needs `rsa` (RUSTSEC-2023-0071), mail-auth a resolver of names and 22 crates, for one header.
//! An independent verifier checks what is signed here, in the tests.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject as _;
use sha2::{Digest, Sha256};

/// What is signed of a letter where it is there; twice what must not be added on the way.
const HEADERS: [&str; 15] = [
    "from",
    "from",
    "to",
    "subject",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "content-language",
    "auto-submitted",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "reply-to",
];

/// The algorithm identifier of RSA keys in a SubjectPublicKeyInfo (RFC 3279).
const RSA_ALGORITHM: [u8; 15] = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];
/// What stands before the 32 bytes of an Ed25519 key in PKCS#8 (RFC 8410).
const ED25519_PREFIX: [u8; 16] = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// A domain's key and where its public half stands.
pub struct Signer {
    domain: String,
    selector: String,
    key: Key,
}

enum Key {
    Rsa(RsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

/// Why a DNS record does not fit a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordFault {
    /// There is none.
    Absent,
    /// There are several, of which nobody knows which counts.
    Several,
    /// It is no DKIM record: no `p=`, or another version.
    NotDkim,
    /// The key is revoked: `p=` is empty.
    Revoked,
    /// It names another kind of key.
    OtherKind(String),
    /// It lets the key sign with another hash than SHA-256, or something else than mail.
    OtherUse,
    /// It says that signing is only tried out: letters count as unsigned.
    Trial,
    /// It holds the beginning of the key.
    CutOff,
    /// It holds another key.
    OtherKey,
}

impl RecordFault {
    /// Its code, the same in every language.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Several => "several",
            Self::NotDkim => "not_dkim",
            Self::Revoked => "revoked",
            Self::OtherKind(_) => "other_kind",
            Self::OtherUse => "other_use",
            Self::Trial => "trial",
            Self::CutOff => "cut_off",
            Self::OtherKey => "other_key",
        }
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signer({}, {})", self.selector, self.domain)
    }
}

impl Signer {
    /// Reads a private key: PEM, RSA (PKCS#8 or PKCS#1, 2,048 bits or more) or Ed25519 (PKCS#8). `None` for anything else.
    pub fn parse(domain: &str, selector: &str, pem: &[u8]) -> Option<Self> {
        let key = match PrivateKeyDer::from_pem_slice(pem).ok()? {
            PrivateKeyDer::Pkcs1(der) => Key::Rsa(RsaKeyPair::from_der(der.secret_pkcs1_der()).ok()?),
            PrivateKeyDer::Pkcs8(der) => {
                let der = der.secret_pkcs8_der();
                match der.strip_prefix(&ED25519_PREFIX) {
                    Some(seed) => Key::Ed25519(Ed25519KeyPair::from_seed_unchecked(seed).ok()?),
                    None => Key::Rsa(RsaKeyPair::from_pkcs8(der).ok()?),
                }
            }
            _ => return None,
        };
        Some(Self { domain: domain.to_owned(), selector: selector.to_owned(), key })
    }

    /// The name of the DNS record that holds the public half.
    pub fn record_name(&self) -> String {
        format!("{}._domainkey.{}", self.selector, self.domain)
    }

    /// What that record must say.
    pub fn record(&self) -> String {
        format!("v=DKIM1; k={}; p={}", self.kind(), STANDARD.encode(self.public_half()))
    }

    /// Whether a record holds this key, and lets it sign letters. As `dig +short TXT` prints it, as a zone file has it, or plain.
    ///
    /// # Errors
    /// Why it does not.
    pub fn agrees_with(&self, record: &str) -> Result<(), RecordFault> {
        let record = record_in(record);
        if record.trim().is_empty() {
            return Err(RecordFault::Absent);
        }
        if record.matches(VERSION).count() > 1 {
            return Err(RecordFault::Several);
        }
        let tag = |name: &str| {
            let tags = record.split(';').filter_map(|tag| tag.split_once('='));
            tags.into_iter().find(|(own, _)| own.trim() == name).map(|(_, value)| value.split_whitespace().collect::<String>())
        };
        let lists = |name: &str, wanted: &[&str]| tag(name).is_none_or(|list| list.split(':').any(|own| wanted.contains(&own)));
        if tag("v").is_some_and(|version| version != "DKIM1") {
            return Err(RecordFault::NotDkim);
        }
        let public = tag("p").ok_or(RecordFault::NotDkim)?;
        if public.is_empty() {
            return Err(RecordFault::Revoked);
        }
        let kind = tag("k").unwrap_or_else(|| "rsa".to_owned());
        if kind != self.kind() {
            return Err(RecordFault::OtherKind(kind));
        }
        let own = self.public_half();
        match STANDARD.decode(&public) {
            Ok(decoded) if decoded == own => {}
            _ if STANDARD.encode(own).starts_with(&public) => return Err(RecordFault::CutOff),
            Ok(_) => return Err(RecordFault::OtherKey),
            Err(_) => return Err(RecordFault::NotDkim),
        }
        if !lists("h", &["sha256"]) || !lists("s", &["*", "email"]) {
            return Err(RecordFault::OtherUse);
        }
        if tag("t").is_some_and(|flags| flags.split(':').any(|flag| flag == "y")) { Err(RecordFault::Trial) } else { Ok(()) }
    }

    /// The kind of the key, as records name it.
    pub fn kind(&self) -> &'static str {
        match self.key {
            Key::Rsa(_) => "rsa",
            Key::Ed25519(_) => "ed25519",
        }
    }

    fn public_half(&self) -> Vec<u8> {
        match &self.key {
            Key::Ed25519(pair) => pair.public_key().as_ref().to_vec(),
            Key::Rsa(pair) => {
                let key = [&[0], pair.public().as_ref()].concat();
                der(0x30, &[&RSA_ALGORITHM[..], &der(0x03, &key)].concat())
            }
        }
    }

    /// The header that goes before a letter, with its line end; `at` in seconds since 1970. `None` where the arithmetic fails.
    pub(super) fn sign(&self, letter: &str, at: i64) -> Option<String> {
        let (head, body) = letter.split_once("\r\n\r\n")?;
        let fields = fields_of(head);
        let mut used = vec![false; fields.len()];
        let (mut names, mut signed) = (Vec::new(), String::new());
        for name in HEADERS {
            // Several of one name are signed from the last upwards; one that is not there must not come to be there.
            let at = (0..fields.len()).rev().find(|at| !used[*at] && fields[*at].0 == name);
            if at.is_none() && !names.contains(&name) {
                continue;
            }
            names.push(name);
            if let Some(at) = at {
                used[at] = true;
                signed.push_str(&relaxed_field(&fields[at].0, fields[at].1));
            }
        }
        let hash = STANDARD.encode(Sha256::digest(relaxed_body(body)));
        let value = format!(
            "v=1; a={}-sha256; c=relaxed/relaxed;\r\n d={}; s={}; t={at};\r\n h={};\r\n bh={hash};\r\n b=",
            self.kind(),
            self.domain,
            self.selector,
            folded(&names.join(":"), ':')
        );
        let own = relaxed_field("dkim-signature", &value);
        signed.push_str(own.trim_end());
        let signature = self.signature_of(signed.as_bytes())?;
        Some(format!("DKIM-Signature: {value}{}\r\n", folded(&STANDARD.encode(signature), ' ')))
    }

    fn signature_of(&self, signed: &[u8]) -> Option<Vec<u8>> {
        match &self.key {
            Key::Rsa(pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed, &mut signature).ok()?;
                Some(signature)
            }
            Key::Ed25519(pair) => Some(pair.sign(&Sha256::digest(signed)).as_ref().to_vec()),
        }
    }
}

/// What every record says first that says it at all.
const VERSION: &str = "v=DKIM1";

/// The record itself in what was read somewhere: a zone file and `dig` write it in pieces of 255 characters, each between
/// quotation marks, some with a backslash before a semicolon; names and comments stand outside of the marks.
fn record_in(read: &str) -> String {
    let plain = read.replace('\\', "");
    if plain.contains('"') {
        return plain.split('"').skip(1).step_by(2).collect();
    }
    plain[plain.find(VERSION).unwrap_or(0)..].to_owned()
}

/// Whether a signature of one domain speaks for a sender of another, as DMARC asks (RFC 7489, 3.1.1, relaxed): the same domain, or one
/// below the other. Two domains below the same third may be aligned too; without the list of public suffixes nobody can tell.
pub fn is_aligned(sender: &str, signed: &str) -> bool {
    let [sender, signed] = [sender, signed].map(|domain| {
        let ascii = idna::domain_to_ascii(domain.trim()).unwrap_or_else(|_| domain.to_owned());
        ascii.trim_end_matches('.').to_ascii_lowercase()
    });
    let below = |one: &str, other: &str| one.strip_suffix(other).is_some_and(|rest| rest.ends_with('.'));
    sender == signed || below(&sender, &signed) || below(&signed, &sender)
}

/// One element of DER with its length in front.
fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let significant = &length[length.iter().position(|byte| *byte != 0).unwrap_or(length.len() - 1)..];
    let mut element = vec![tag];
    if content.len() >= 0x80 {
        element.push(0x80 | u8::try_from(significant.len()).unwrap_or(u8::MAX));
    }
    element.extend_from_slice(significant);
    element.extend_from_slice(content);
    element
}

/// Name in lower case and value, still folded, of each header field.
fn fields_of(head: &str) -> Vec<(String, &str)> {
    let mut fields = Vec::new();
    let mut begin = 0;
    while begin < head.len() {
        let mut end = begin;
        loop {
            end = head[end..].find("\r\n").map_or(head.len(), |at| end + at);
            if end == head.len() || !head[end + 2..].starts_with([' ', '\t']) {
                break;
            }
            end += 2;
        }
        if let Some((name, value)) = head[begin..end].split_once(':') {
            fields.push((name.trim().to_ascii_lowercase(), value));
        }
        begin = (end + 2).min(head.len());
    }
    fields
}

/// RFC 6376, 3.4.2: one line, one blank for many, none at the ends.
fn relaxed_field(name: &str, value: &str) -> String {
    format!("{name}:{}\r\n", value.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
}

/// RFC 6376, 3.4.4: one blank for many, none at the ends of lines, no empty lines at the end.
fn relaxed_body(body: &str) -> String {
    let mut relaxed = String::with_capacity(body.len());
    for line in body.split("\r\n") {
        let mut blank = false;
        for c in line.trim_end_matches([' ', '\t']).chars() {
            match (matches!(c, ' ' | '\t'), blank) {
                (true, true) => {}
                (true, false) => relaxed.push(' '),
                (false, _) => relaxed.push(c),
            }
            blank = matches!(c, ' ' | '\t');
        }
        relaxed.push_str("\r\n");
    }
    let end = relaxed.trim_end_matches("\r\n").len();
    relaxed.truncate(end);
    if !relaxed.is_empty() {
        relaxed.push_str("\r\n");
    }
    relaxed
}

/// Lines of 72 characters, broken after that sign; at a blank, which is none of the text, anywhere.
fn folded(text: &str, after: char) -> String {
    let mut lines = vec![String::new()];
    let parts: Vec<String> = match after {
        ' ' => text.as_bytes().chunks(72).map(|part| String::from_utf8_lossy(part).into_owned()).collect(),
        sign => text.split_inclusive(sign).map(str::to_owned).collect(),
    };
    for part in parts {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() || line.len() + part.len() <= 72 {
            line.push_str(&part);
        } else {
            lines.push(part);
        }
    }
    lines.join("\r\n ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of RFC 8463, appendix A.
    const ED25519: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";

    fn signer() -> Signer {
        Signer::parse("football.example.com", "brisbane", ED25519.as_bytes()).unwrap()
    }

    #[test]
    fn the_public_half_is_the_one_of_the_standard() {
        let record = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
        assert_eq!(signer().record(), record);
        assert_eq!(signer().record_name(), "brisbane._domainkey.football.example.com");
        assert_eq!(signer().agrees_with(record), Ok(()));
        assert_eq!(signer().agrees_with("\"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS\" \"/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\""), Ok(()));
        for (record, fault) in [
            ("v=spf1 -all", RecordFault::NotDkim),
            ("v=DKIM1; k=ed25519; p=", RecordFault::Revoked),
            ("v=DKIM1; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", RecordFault::OtherKind("rsa".to_owned())),
            ("v=DKIM1; k=ed25519; p=21qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", RecordFault::OtherKey),
            ("k=ed25519; p=!", RecordFault::NotDkim),
            (" \n", RecordFault::Absent),
            ("\"\"", RecordFault::Absent),
            ("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcH", RecordFault::CutOff),
            ("\"v=DKIM1; k=ed25519; p=\"\n\"v=DKIM1; k=rsa; p=MIIB\"", RecordFault::Several),
            ("v=DKIM1; h=sha1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", RecordFault::OtherUse),
            ("v=DKIM1; s=tlsrpt; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", RecordFault::OtherUse),
            ("v=DKIM1; t=s:y; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", RecordFault::Trial),
        ] {
            assert_eq!(signer().agrees_with(record), Err(fault), "{record}");
        }
    }

    #[test]
    fn a_record_is_read_as_dig_prints_it_as_a_zone_has_it_and_plain() {
        for record in [
            "\"v=DKIM1; k=ed25519; \" \"p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"\n",
            "brisbane.outside.example.net.\n\"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"\n",
            "brisbane._domainkey IN TXT ( \"v=DKIM1\\; k=ed25519\\; \"\n  \"p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\" ) ; key 1\n",
            "brisbane._domainkey 3600 IN TXT v=DKIM1; h=sha1:sha256; s=email; t=s; k=ed25519;\n p=11qYAYKxCrfVS/7TyWQHOg7hc\n vPapiMlrwIaaPcHURo=",
        ] {
            assert_eq!(signer().agrees_with(record), Ok(()), "{record}");
        }
    }

    #[test]
    fn a_signature_speaks_for_its_domain_and_for_those_above_and_below() {
        for (sender, signed, aligned) in [
            ("provincia.example", "provincia.example", true),
            ("Provincia.Example", "provincia.example.", true),
            ("provincia.example", "posta.provincia.example", true),
            ("urp.provincia.example", "provincia.example", true),
            ("città.example", "xn--citt-3na.example", true),
            ("provincia.example", "lettere.example", false),
            ("provincia.example", "altraprovincia.example", false),
        ] {
            assert_eq!(is_aligned(sender, signed), aligned, "{sender} {signed}");
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for pem in ["", "x", "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1h\n-----END PRIVATE KEY-----\n"] {
            assert!(Signer::parse("x.it", "s", pem.as_bytes()).is_none(), "{pem}");
        }
    }

    #[test]
    fn headers_and_bodies_are_canonicalised_as_the_standard_shows() {
        // RFC 6376, 3.4.5.
        let fields = fields_of("A: X\r\nB : Y\t\r\n\tZ  ");
        let relaxed: String = fields.iter().map(|(name, value)| relaxed_field(name, value)).collect();
        assert_eq!(relaxed, "a:X\r\nb:Y Z\r\n");
        assert_eq!(relaxed_body(" C \r\nD \t E\r\n\r\n\r\n"), " C\r\nD E\r\n");
        assert_eq!(relaxed_body("\r\n\r\n"), "");
    }

    #[test]
    fn the_same_letter_has_the_same_signature_and_short_lines() {
        let letter = "From: a@football.example.com\r\nSubject: Ciao\r\nList-Unsubscribe: <https://x.it/u/1>\r\n\r\nTesto\r\n";
        let header = signer().sign(letter, 1_700_000_000).unwrap();
        assert_eq!(header, signer().sign(letter, 1_700_000_000).unwrap());
        assert!(header.contains("h=from:from:subject:subject:list-unsubscribe;"), "{header}");
        assert!(header.ends_with("\r\n") && header.lines().all(|line| line.len() <= 90), "{header}");
        assert_eq!(der(0x03, &[7; 300])[..4], [0x03, 0x82, 0x01, 0x2c]);
    }
}
