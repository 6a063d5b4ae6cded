//! A message as a person reads it: who, what about, the text as plain text.

use super::Kind;
use super::address::addresses_in;
use super::parts::Parts;
use super::read_report;

/// The most addresses that are offered.
const MOST_ADDRESSES: usize = 20;

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

/// Reads a message for a person. Never panics.
pub fn look(message: &[u8]) -> Look {
    let parts = Parts::read(message);
    let from = parts.headers.get("from").unwrap_or_default().to_owned();
    let mut addresses: Vec<String> = Vec::new();
    if let Kind::Bounce(failures) | Kind::Delayed(failures) = read_report(message).kind {
        addresses
            .extend(failures.iter().flat_map(|failure| [&failure.original_recipient, &failure.recipient]).flatten().cloned());
    }
    addresses.extend(parts.original.all("to").flat_map(addresses_in));
    addresses.extend(addresses_in(&parts.text));
    addresses.extend(addresses_in(&from));
    let mut offered: Vec<String> = Vec::new();
    for address in addresses {
        let is_new = !offered.iter().any(|own| own.eq_ignore_ascii_case(&address));
        if is_new && offered.len() < MOST_ADDRESSES {
            offered.push(address);
        }
    }
    Look { subject: parts.subject, from, text: parts.text, addresses: offered }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }
}
