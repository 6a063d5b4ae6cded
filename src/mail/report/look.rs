//! A message as a person reads it: who, what about, the text as plain text.

use super::Kind;
use super::address::{addresses_in, distinct};
use super::fields::beginning;
use super::parts::Parts;

/// The most addresses that are offered.
const MOST_ADDRESSES: usize = 20;
/// How much of a message a person is shown, in bytes: some fifteen pages.
const MOST_TEXT: usize = 40_000;
/// How much of the subject and of who sent it, in bytes.
const MOST_HEADING: usize = 300;

/// A message for a person to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The subject, decoded.
    pub subject: String,
    /// Who it says it is from.
    pub from: String,
    /// What it says, as plain text, never with marks of HTML.
    pub text: String,
    /// Addresses that it names and that may be whom it is about, the likeliest first.
    pub addresses: Vec<String>,
}

impl Look {
    /// What a person sees of a message: little enough to be kept, and no sign that a database takes amiss.
    pub(super) fn of(parts: &Parts, kind: &Kind) -> Self {
        let from = parts.headers.get("from").unwrap_or_default();
        let failures = match kind {
            Kind::Bounce(failures) | Kind::Delayed(failures) => failures.as_slice(),
            _ => &[],
        };
        let failed = failures.iter().flat_map(|failure| [&failure.original_recipient, &failure.recipient]).flatten().cloned();
        let written_to = parts.original.all("to").flat_map(addresses_in);
        let named = failed.chain(written_to).chain(addresses_in(&parts.text)).chain(addresses_in(from));
        Self {
            subject: shown(&parts.subject, MOST_HEADING),
            from: shown(from, MOST_HEADING),
            text: shown(&parts.text, MOST_TEXT),
            addresses: distinct(named, MOST_ADDRESSES),
        }
    }
}

fn shown(text: &str, most: usize) -> String {
    beginning(text, most).chars().filter(|sign| !sign.is_control() || matches!(sign, '\n' | '\t')).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Look, Rules, read_and_look};

    fn look(message: &[u8]) -> Look {
        read_and_look(message, &Rules::default()).1
    }

    #[test]
    fn a_message_is_shown_as_plain_text_with_the_addresses_it_names() {
        let message = b"From: =?utf-8?Q?Niccol=C3=B2?= <nick@example.org>\r\nTo: urp@provincia.example\r\nSubject: =?utf-8?Q?Perch=C3=A9?=\r\n\
            Content-Type: text/html; charset=utf-8\r\n\r\n<p>Scrivete a <b>altro@example.org</b></p><script>x()</script>";
        let seen = look(message);
        assert_eq!(seen.subject, "Perch\u{e9}");
        assert!(seen.text.contains("Scrivete a") && !seen.text.contains('<') && !seen.text.contains("x()"), "{}", seen.text);
        assert_eq!(seen.addresses, ["altro@example.org", "nick@example.org"]);
    }

    #[test]
    fn whatever_the_bytes_something_is_shown() {
        for bytes in [&b""[..], b"\xff\xfe\x00", b"\r\n\r\n", b"Subject: x"] {
            look(bytes);
        }
        let seen = look(b"From: a\x00b\nSubject: x\x07y\n\none\x00two\n\tthree\n");
        assert_eq!((seen.subject.as_str(), seen.text.trim()), ("xy", "onetwo\n\tthree"));
        assert!(!seen.from.contains('\0'));
    }
}
