//! A message as a person reads it: who, what about, the text as plain text.

use super::Kind;
use super::address::{addresses_in, distinct};
use super::fields::{Fields, beginning};
use super::parts::Parts;
use crate::campaign::Shown;

/// The most addresses that are offered.
const MOST_ADDRESSES: usize = 20;
/// How much of a message a person is shown, in bytes: some fifteen pages.
const MOST_TEXT: usize = 40_000;
/// How much of the subject and of who sent it, in bytes.
const MOST_HEADING: usize = 300;

/// What a person is shown of a message: little enough to be kept, and no sign that a database takes amiss. Our letter's header is not
/// there, nor a personal link: whoever answers us quotes it, and it opens a stranger's questionnaire.
pub(super) fn look_of(parts: &Parts, kind: &Kind) -> Shown {
    let from = parts.headers.get("from").unwrap_or_default();
    let failures = match kind {
        Kind::Bounce(failures) | Kind::Delayed(failures) => failures.as_slice(),
        _ => &[],
    };
    let failed = failures.iter().flat_map(|failure| [&failure.original_recipient, &failure.recipient]).flatten().cloned();
    let written_to = parts.original.all("to").flat_map(addresses_in);
    let named = failed.chain(written_to).chain(addresses_in(&parts.text)).chain(addresses_in(from));
    Shown {
        subject: shown(&parts.subject, MOST_HEADING),
        from: shown(from, MOST_HEADING),
        text: shown(&parts.text, MOST_TEXT),
        addresses: distinct(named, MOST_ADDRESSES),
    }
}

/// The heading of a message that cannot be read: the lines of its beginning, and nothing taken apart.
pub fn heading_of(message: &[u8]) -> Shown {
    let beginning = String::from_utf8_lossy(&message[..message.len().min(MOST_TEXT)]);
    let fields = Fields::read(beginning.split("\n\n").next().unwrap_or_default());
    let named = |name: &str| shown(fields.get(name).unwrap_or_default(), MOST_HEADING);
    Shown { subject: named("subject"), from: named("from"), ..Shown::default() }
}

fn shown(text: &str, most: usize) -> String {
    let kept = |sign: &char| !sign.is_control() || matches!(sign, '\n' | '\t');
    without_links(beginning(text, most)).chars().filter(kept).collect()
}

/// What stands before the secret part of a personal link, as it is and as other links carry it.
const BEFORE_SECRETS: &[&str] = &["/i/", "/u/", "%2fi%2f", "%2fu%2f"];
/// No secret part is shorter.
const SHORTEST_SECRET: usize = 22;

/// A text without the secret parts of personal links.
pub(super) fn without_links(text: &str) -> String {
    let small = text.to_ascii_lowercase();
    let is_secret = |sign: &u8| sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_');
    let (mut kept, mut from, mut at) = (String::with_capacity(text.len()), 0, 0);
    while let Some(slash) = small[at..].find(['/', '%']).map(|place| at + place) {
        let door = BEFORE_SECRETS.iter().find(|door| small[slash..].starts_with(**door));
        at = slash + door.map_or(1, |door| door.len());
        let length = small.as_bytes()[at..].iter().take_while(|sign| is_secret(sign)).count();
        if door.is_some() && length >= SHORTEST_SECRET {
            kept.push_str(&text[from..at]);
            kept.push('\u{2026}');
            (from, at) = (at + length, at + length);
        }
    }
    kept + &text[from..]
}

#[cfg(test)]
mod tests {
    use super::super::{Rules, read_and_look};
    use super::*;

    fn look(message: &[u8]) -> Shown {
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

    #[test]
    fn a_quoted_personal_link_keeps_its_place_and_loses_its_secret() {
        let secret = "AbCdEfGhIjKlMnOpQrStUv";
        let quoted = format!(
            "> https://a.example/i/{secret}\n> https://a.example/u/17-{secret}. https://b.example/?u=a%2Fi%2F{secret}&x=1 /i/ /i/short"
        );
        let kept = without_links(&quoted);
        let expected = "> https://a.example/i/\u{2026}\n> https://a.example/u/\u{2026}. https://b.example/?u=a%2Fi%2F\u{2026}&x=1 /i/ /i/short";
        assert_eq!(kept, expected);
        let message = format!("From: anna@example.org\nSubject: Re: /i/{secret}\n\nNo.\n{quoted}\n");
        let seen = look(message.as_bytes());
        assert!(!seen.text.contains(secret) && !seen.subject.contains(secret) && seen.text.contains("No."), "{seen:?}");
    }

    #[test]
    fn of_what_cannot_be_read_the_heading_is_shown() {
        let seen = heading_of(b"From: a@b.it\nX: y\nSubject: gone\n\nSubject: text");
        assert_eq!((seen.from.as_str(), seen.subject.as_str(), seen.text.as_str()), ("a@b.it", "gone", ""));
        heading_of(&[0xff; 100_000]);
    }
}
