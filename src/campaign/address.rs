//! Which e-mail addresses are written to: every mailbox that RFC 5321 and RFC 6531 let a server have, in its written form.
//!
//! `local@domain` with
//!
//! - a local part of 1 to 64 bytes: letters of any script, digits and ``!#$%&'*+/=?^_`{|}~.-``, no dot first, last or twice;
//!   or, as RFC 5321 allows though it advises against it, anything visible between quotation marks (`"a b"@x.it`). Marks that
//!   nothing needs are taken away: `"anna"@x.it` is `anna@x.it` (RFC 5321, 4.1.2);
//! - a domain of two or more labels of 1 to 63 letters, digits or inner hyphens, 253 in all, the last label not only digits;
//!   letters of any script are allowed and compared in their ASCII form (`xn--...`);
//! - 254 bytes in all, as the envelope carries it.
//!
//! Letters beyond ASCII are kept composed (NFC), as RFC 6532 asks. Before the `@` they need a server that offers SMTPUTF8
//! ([`Address::needs_smtputf8`]); after it they do not, for the domain has an ASCII form.
//!
//! Refused on purpose although some standard spells them: comments and folding (RFC 5322 alone has them: they are no part of a
//! mailbox), quoted and bare parts mixed (obsolete), domain literals (`a@[192.0.2.1]`), bare top-level domains (`a@it`), characters
//! that nobody sees or that stand for none (zero-width, direction, private use).

use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// A checked address, composed, without surrounding blanks or marks that it does not need.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    written: String,
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
        let typed: String = typed.trim_matches(|c: char| c == ' ' || c == '\t' || c == '\u{a0}').nfc().collect();
        if typed.is_empty() {
            return Err(NotAnAddress::Empty);
        }
        let (local, domain) = match split_quoted(&typed) {
            // As it was typed, with both marks: a server may count so.
            Some((quoted, _)) if quoted.len() + 2 > MOST_LOCAL => return Err(NotAnAddress::Local),
            Some((quoted, domain)) => (unquoted(quoted).ok_or(NotAnAddress::Local)?, domain),
            None => split_bare(&typed).map(|(local, domain)| (local.to_owned(), domain))?,
        };
        if has_gap(domain) {
            return Err(if domain.contains('@') { NotAnAddress::Several } else { NotAnAddress::Blank });
        }
        if domain.contains('@') {
            return Err(NotAnAddress::Several);
        }
        if domain.is_empty() {
            return Err(NotAnAddress::NoAt);
        }
        if local.len() > MOST_LOCAL {
            return Err(NotAnAddress::Local);
        }
        let ascii = ascii_domain(domain).ok_or(NotAnAddress::Domain)?;
        let written = format!("{local}@{domain}");
        if written.len() > Self::MOST || local.len() + 1 + ascii.len() > Self::MOST {
            return Err(NotAnAddress::TooLong);
        }
        let key: String = format!("{}@{ascii}", local.to_lowercase()).nfc().collect();
        Ok(Self { written, key })
    }

    /// The address as it is written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Whether only a server that offers SMTPUTF8 (RFC 6531) can take it: there are letters beyond ASCII before the `@`.
    pub fn needs_smtputf8(&self) -> bool {
        self.written.rsplit_once('@').is_some_and(|(local, _)| !local.is_ascii())
    }

    /// The domain in ASCII, in lower case.
    pub fn domain(&self) -> &str {
        self.key.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The form that two spellings of one address share: lower case, domain in ASCII.
    pub fn key(&self) -> &str {
        &self.key
    }
}

/// The longest local part, in bytes, with its quotation marks.
const MOST_LOCAL: usize = 64;

/// The part between quotation marks and the domain; `None` where the text does not begin with a quoted part and an `@`.
fn split_quoted(typed: &str) -> Option<(&str, &str)> {
    let inside = typed.strip_prefix('"')?;
    let mut escaped = false;
    let end = inside.char_indices().find_map(|(at, c)| match c {
        _ if escaped => {
            escaped = false;
            None
        }
        '\\' => {
            escaped = true;
            None
        }
        '"' => Some(at),
        _ => None,
    })?;
    Some((&inside[..end], inside[end + 1..].strip_prefix('@')?))
}

fn split_bare(typed: &str) -> Result<(&str, &str), NotAnAddress> {
    if has_gap(typed) {
        return Err(if typed.matches('@').count() > 1 { NotAnAddress::Several } else { NotAnAddress::Blank });
    }
    if typed.matches('@').count() > 1 && typed.contains([',', ';']) {
        return Err(NotAnAddress::Several);
    }
    let (local, domain) = typed.rsplit_once('@').ok_or(NotAnAddress::NoAt)?;
    if local.is_empty() || domain.is_empty() {
        return Err(NotAnAddress::NoAt);
    }
    if is_dot_atom(local) { Ok((local, domain)) } else { Err(NotAnAddress::Local) }
}

/// What a quoted part says, written with as few marks as it needs; `None` when a character may not stand there.
fn unquoted(quoted: &str) -> Option<String> {
    let mut said = String::new();
    let mut characters = quoted.chars();
    while let Some(c) = characters.next() {
        // A backslash stands before a visible ASCII character or a blank, and nothing else (RFC 5321, quoted-pairSMTP).
        let (c, escaped) = if c == '\\' { (characters.next()?, true) } else { (c, false) };
        let fits = if escaped { c == ' ' || c.is_ascii_graphic() } else { c == ' ' || c.is_ascii_graphic() || is_foreign(c) };
        if !fits {
            return None;
        }
        said.push(c);
    }
    if is_dot_atom(&said) {
        return Some(said);
    }
    Some(format!("\"{}\"", said.replace('\\', "\\\\").replace('"', "\\\"")))
}

fn has_gap(text: &str) -> bool {
    text.chars().any(|c| c.is_whitespace() || c.is_control() || is_invisible(c))
}

/// Zero-width and direction characters, which come along when an address is copied from a page.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A character beyond ASCII that may stand in a local part (RFC 6531): one that is seen and stands for something.
fn is_foreign(c: char) -> bool {
    let stands_for_none = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{10ffff}');
    !c.is_ascii() && !c.is_whitespace() && !c.is_control() && !is_invisible(c) && !stands_for_none
}

fn is_dot_atom(local: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c) || is_foreign(c);
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    !local.is_empty() && local.chars().all(allowed) && !dots
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
            ("niccol\u{fffd}@example.it", NotAnAddress::Local),
            ("\u{e001}@example.it", NotAnAddress::Local),
            ("\"Anna\" <a@example.it>", NotAnAddress::Blank),
            ("anna(sportello)@example.it", NotAnAddress::Local),
            ("\"a\".b@example.it", NotAnAddress::Local),
            ("\"a\tb\"@example.it", NotAnAddress::Local),
            ("\"a\"@example.it;\"b\"@example.it", NotAnAddress::Several),
            ("\"a\" @example.it", NotAnAddress::Blank),
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

    #[test]
    fn letters_of_any_script_stand_before_the_at_composed_and_need_smtputf8() {
        for (typed, written) in [
            ("Niccol\u{f2}@example.it", "Niccol\u{f2}@example.it"),
            ("Niccolo\u{300}@example.it", "Niccol\u{f2}@example.it"),
            ("用户@例子.广告", "用户@例子.广告"),
            ("अजय@डाटा.भारत", "अजय@डाटा.भारत"),
            ("δοκιμή@παράδειγμα.δοκιμή", "δοκιμή@παράδειγμα.δοκιμή"),
        ] {
            let address = Address::parse(typed).unwrap();
            assert_eq!((address.as_str(), address.needs_smtputf8()), (written, true));
        }
        assert_eq!(
            Address::parse("NICCOLÒ@example.it").unwrap().key(),
            Address::parse("niccolo\u{300}@EXAMPLE.it").unwrap().key()
        );
        for plain in ["info@città.example", "anna@example.it"] {
            assert!(!Address::parse(plain).unwrap().needs_smtputf8(), "{plain}: the domain has an ASCII form");
        }
        let long = format!("{}@example.it", "\u{f2}".repeat(33));
        assert_eq!(Address::parse(&long).err(), Some(NotAnAddress::Local), "64 bytes, not letters");
    }

    #[test]
    fn quotation_marks_stay_only_where_they_are_needed() {
        for (typed, written) in [
            ("\"anna.rossi\"@example.it", "anna.rossi@example.it"),
            ("\"\\a\\n\\n\\a\"@example.it", "anna@example.it"),
            ("\"anna rossi\"@example.it", "\"anna rossi\"@example.it"),
            ("\"a\\\"@\\\\\"@example.it", "\"a\\\"@\\\\\"@example.it"),
            ("\"\"@example.it", "\"\"@example.it"),
        ] {
            assert_eq!(Address::parse(typed).unwrap().as_str(), written);
        }
    }

    /// A bare top-level domain, and punycode that stands for nothing.
    const REFUSED_THOUGH_VALID: [&str; 2] = ["test@io", "test@xn--example.com"];

    /// A text of the corpora: they write a control character as the picture that Unicode has of it (U+2400 and on).
    fn unescaped(text: &str) -> String {
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        let mut pieces = text.split("&#x");
        let mut whole = pieces.next().unwrap_or("").to_owned();
        for piece in pieces {
            let (code, rest) = piece.split_once(';').expect("an entity ends");
            let code = u32::from_str_radix(code, 16).unwrap();
            let code = if (0x2400..=0x2420).contains(&code) { code - 0x2400 } else { code };
            whole.push(char::from_u32(code).unwrap());
            whole.push_str(rest);
        }
        whole.replace("&amp;", "&")
    }

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
                let address = unescaped(address);
                let (category, diagnosis) = (field("category").unwrap(), field("diagnosis").unwrap().to_owned());
                let taken = Address::parse(&address).is_ok();
                // Blanks around an address are the file's, not the address's.
                if address.trim() != address {
                    continue;
                }
                judged += 1;
                let expected = match category {
                    "ISEMAIL_VALID_CATEGORY" | "ISEMAIL_DNSWARN" => !REFUSED_THOUGH_VALID.contains(&address.as_str()),
                    // What is "unusual" there: quoted local parts are taken, domain literals and top-level domains are not.
                    _ => diagnosis == "ISEMAIL_RFC5321_QUOTEDSTRING",
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
