//! Which e-mail addresses are written to.
//!
//! The rule is what real mailboxes have, not all that RFC 5322 can spell: `local@domain` with
//!
//! - a local part of 1 to 64 ASCII letters, digits or ``!#$%&'*+/=?^_`{|}~.-``, no dot first, last or twice;
//! - a domain of two or more labels of 1 to 63 letters, digits or inner hyphens, 253 in all, the last label not only digits;
//!   letters of any script are allowed and compared in their ASCII form (`xn--...`);
//! - 254 bytes in all, as the envelope carries it.
//!
//! Refused on purpose although some standard allows them: quoted local parts (`"a b"@x.it`), comments and folding, domain literals
//! (`a@[192.0.2.1]`), bare top-level domains (`a@it`), letters with accents before the `@` (few servers take them).

use std::fmt;

/// A checked address, as typed but for surrounding blanks.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    typed: String,
    key: String,
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address(..)")
    }
}

/// Why a text is no address that is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NotAnAddress {
    /// Nothing there.
    Empty,
    /// No `@`, or nothing before or after it.
    NoAt,
    /// A blank, a line end or another invisible character inside.
    Blank,
    /// More than one address in one field.
    Several,
    /// Something before the `@` is not allowed: a character, a dot out of place, too long.
    Local,
    /// Something after the `@` is not allowed: a character, an empty or too long part, no dot.
    Domain,
    /// Longer than 254.
    TooLong,
}

impl Address {
    /// The longest address, in bytes.
    pub const MOST: usize = 254;

    /// Reads an address.
    ///
    /// # Errors
    /// The first reason it is not one.
    pub fn parse(typed: &str) -> Result<Self, NotAnAddress> {
        let typed = typed.trim_matches(|c: char| c == ' ' || c == '\t' || c == '\u{a0}');
        if typed.is_empty() {
            return Err(NotAnAddress::Empty);
        }
        if typed.chars().any(|c| c.is_whitespace() || c.is_control() || is_invisible(c)) {
            return Err(if typed.matches('@').count() > 1 { NotAnAddress::Several } else { NotAnAddress::Blank });
        }
        if typed.matches('@').count() > 1 && typed.contains([',', ';']) {
            return Err(NotAnAddress::Several);
        }
        let (local, domain) = typed.rsplit_once('@').ok_or(NotAnAddress::NoAt)?;
        if local.is_empty() || domain.is_empty() {
            return Err(NotAnAddress::NoAt);
        }
        if !is_local(local) {
            return Err(NotAnAddress::Local);
        }
        let ascii = ascii_domain(domain).ok_or(NotAnAddress::Domain)?;
        if typed.len() > Self::MOST || local.len() + 1 + ascii.len() > Self::MOST {
            return Err(NotAnAddress::TooLong);
        }
        Ok(Self { typed: typed.to_owned(), key: format!("{}@{ascii}", local.to_ascii_lowercase()) })
    }

    /// The address as typed.
    pub fn as_str(&self) -> &str {
        &self.typed
    }

    /// The form that two spellings of one address share: lower case, domain in ASCII.
    pub fn key(&self) -> &str {
        &self.key
    }
}

/// Zero-width and direction characters, which come along when an address is copied from a page.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

fn is_local(local: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    local.len() <= 64 && local.chars().all(allowed) && !dots
}

fn ascii_domain(domain: &str) -> Option<String> {
    let ascii = idna::domain_to_ascii(domain).ok()?.to_ascii_lowercase();
    let label = |label: &str| {
        let inner = label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        (1..=63).contains(&label.len()) && inner && !label.starts_with('-') && !label.ends_with('-')
    };
    let last_is_a_name = ascii.rsplit('.').next().is_some_and(|last| !last.chars().all(|c| c.is_ascii_digit()));
    (ascii.len() <= 253 && ascii.contains('.') && ascii.split('.').all(label) && last_is_a_name).then_some(ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_are_taken_and_compared_without_case() {
        for good in [
            "m.rossi@example.it",
            " urp@provincia.pi.it ",
            "o'brien+urp@example.co.uk",
            "a@b-c.it",
            "info@città.example",
            "x@123.com",
        ] {
            assert!(Address::parse(good).is_ok(), "{good}");
        }
        assert_eq!(Address::parse("URP@Città.example").unwrap().key(), Address::parse("urp@xn--citt-3na.example").unwrap().key());
        assert_eq!(Address::parse(" M.Rossi@Example.it").unwrap().as_str(), "M.Rossi@Example.it");
    }

    #[test]
    fn what_no_mailbox_has_is_refused_with_its_reason() {
        let long = format!("{}@example.it", "a".repeat(65));
        for (bad, reason) in [
            ("", NotAnAddress::Empty),
            ("rossi", NotAnAddress::NoAt),
            ("@example.it", NotAnAddress::NoAt),
            ("a b@example.it", NotAnAddress::Blank),
            ("a@example.it\r\nBcc: x@y.it", NotAnAddress::Several),
            ("a@example\u{200b}.it", NotAnAddress::Blank),
            ("a@x.it;b@x.it", NotAnAddress::Several),
            ("a@x.it, b@x.it", NotAnAddress::Several),
            (".a@example.it", NotAnAddress::Local),
            ("a..b@example.it", NotAnAddress::Local),
            ("niccolò@example.it", NotAnAddress::Local),
            ("\"a\"@example.it", NotAnAddress::Local),
            (&long, NotAnAddress::Local),
            ("a@it", NotAnAddress::Domain),
            ("a@example..it", NotAnAddress::Domain),
            ("a@-example.it", NotAnAddress::Domain),
            ("a@example.it.", NotAnAddress::Domain),
            ("a@exa_mple.it", NotAnAddress::Domain),
            ("a@192.0.2.1", NotAnAddress::Domain),
            ("a@[192.0.2.1]", NotAnAddress::Domain),
        ] {
            assert_eq!(Address::parse(bad).err(), Some(reason), "{bad:?}");
        }
    }

    /// A bare top-level domain, and punycode that stands for nothing.
    const REFUSED_THOUGH_VALID: [&str; 2] = ["test@io", "test@xn--example.com"];

    /// Every case of the isemail corpora: what is wrong for any purpose is refused, what is plainly valid is taken.
    #[test]
    fn the_isemail_cases_are_judged_as_documented() {
        let Some(folder) = crate::corpora::corpora() else { return };
        let (mut judged, mut wrong) = (0, Vec::new());
        for file in ["tests.xml", "tests-original.xml"] {
            let text = std::fs::read_to_string(folder.join("isemail/test").join(file)).unwrap();
            for case in text.split("<test ").skip(1) {
                let field = |name: &str| Some(case.split_once(&format!("<{name}>"))?.1.split_once(&format!("</{name}>"))?.0);
                let address = field("address").unwrap_or("");
                let address = address.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
                let (category, diagnosis) = (field("category").unwrap(), field("diagnosis").unwrap().to_owned());
                let taken = Address::parse(&address).is_ok();
                // Blanks around an address are the file's, not the address's.
                if address.trim() != address {
                    continue;
                }
                judged += 1;
                let expected = match category {
                    "ISEMAIL_VALID_CATEGORY" | "ISEMAIL_DNSWARN" => !REFUSED_THOUGH_VALID.contains(&address.as_str()),
                    // Also what is "unusual" there: quoted local parts, domain literals, bare or numeric top-level domains.
                    _ => false,
                };
                if taken != expected {
                    wrong.push((address, diagnosis));
                }
            }
        }
        assert_eq!(wrong, [], "judged differently");
        assert!(judged > 300, "only {judged} cases were read");
    }
}
