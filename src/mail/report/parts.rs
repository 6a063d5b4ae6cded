//! A report taken apart: its header, what it says to a person, what it says to a program, and the header of our letter.

use super::address::{addresses_in, distinct};
use super::fields::{Fields, beginning, blocks, field};
use mail_parser::decoders::html::html_to_text;
use mail_parser::{Header, Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::panic::catch_unwind;

/// What a report is read up to, in bytes: reports are short, and what follows is our own letter.
const MOST_BYTES: usize = 4 << 20;
/// How many parts of the kind `message/...` a report is read up to. A reader of nested letters must not be led down endlessly.
const MOST_NESTED: usize = 100;
/// How much of what is said is looked at, in characters.
const MOST_WORDS: usize = 60_000;

/// How many recipients a report is read for; our letters have one.
pub(super) const MOST_RECIPIENTS: usize = 50;

/// How many addresses and how many identifiers of a report are looked at.
pub(super) const MOST_NAMED: usize = 200;
/// How much of a subject is looked at, in bytes.
const LONGEST_SUBJECT: usize = 1_000;

/// The parts of a report.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    /// The header.
    pub(super) headers: Fields,
    /// The subject, decoded.
    pub(super) subject: String,
    /// The kind of a `multipart/report`, in small letters: `delivery-status`.
    pub(super) report_type: String,
    /// What is said to a person, without our letter.
    pub(super) text: String,
    /// The blocks of the delivery status (RFC 3464).
    pub(super) status: Vec<Fields>,
    /// The report of a complaint (RFC 5965).
    pub(super) feedback: Option<Fields>,
    /// Whether it tells that a letter was displayed or deleted (RFC 8098).
    pub(super) is_receipt: bool,
    /// The header of our letter, if it came along.
    pub(super) original: Fields,
}

impl Parts {
    /// Takes a message apart. Whatever the bytes, something comes of it.
    pub(super) fn read(message: &[u8]) -> Self {
        let message = with_plain_lines(message);
        // The parser panics on some broken messages (a sample shows one): such a message is read as plain text.
        let taken = catch_unwind(|| {
            let mut parts = Self::default();
            parts.take(&MessageParser::default().parse(&message)?);
            parts.text = bounded(&parts.text);
            parts.cut_letter();
            Some(parts)
        });
        let mut parts = taken.ok().flatten().unwrap_or_else(|| Self::of_text(&String::from_utf8_lossy(&message)));
        parts.text = bounded(&parts.text);
        parts.subject = beginning(&parts.subject, LONGEST_SUBJECT).to_owned();
        parts.status.truncate(MOST_RECIPIENTS);
        if parts.status.is_empty() && parts.text.to_lowercase().contains("final-recipient:") {
            let told = blocks(&parts.text).filter(|block| block.has("final-recipient"));
            parts.status = told.take(MOST_RECIPIENTS).collect();
        }
        parts
    }

    /// A message that no parser took apart: header, then text.
    fn of_text(message: &str) -> Self {
        let (head, body) = message.split_once("\n\n").unwrap_or((message, ""));
        let headers = Fields::read(head);
        let subject = headers.get("subject").unwrap_or_default().to_owned();
        let mut parts = Self { headers, subject, text: bounded(body), ..Self::default() };
        parts.original = Fields::read(&parts.cut_at_letter().join("\n"));
        parts
    }

    fn take(&mut self, message: &Message<'_>) {
        if self.headers.is_empty() {
            self.headers = header(message, message.parts.first());
        }
        self.subject = message.subject().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let content = message.content_type();
        self.report_type = content.and_then(|content| content.attribute("report-type")).unwrap_or_default().to_lowercase();
        let mut html = String::new();
        for (index, part) in message.parts.iter().enumerate() {
            self.take_part(message, part, index == 0, &mut html);
        }
        if self.text.trim().is_empty() {
            self.text = html_to_text(&html);
        }
        if self.text.trim().is_empty() && self.status.is_empty() {
            let body = message.parts.first().map_or(0, |part| part.offset_body as usize);
            self.say(&String::from_utf8_lossy(message.raw_message.get(body..).unwrap_or_default()));
        }
    }

    fn take_part(&mut self, message: &Message<'_>, part: &MessagePart<'_>, is_first: bool, html: &mut String) {
        let kind = part.content_type().map(|content| format!("{}/{}", content.ctype(), content.subtype().unwrap_or_default()));
        let kind = kind.unwrap_or_default().to_lowercase();
        let words = String::from_utf8_lossy(part.contents()).into_owned();
        match (kind.as_str(), &part.body) {
            // A report that was handed on within a letter.
            (_, PartType::Message(nested)) if self.report_type.is_empty() && is_report(&header(nested, nested.parts.first())) => {
                self.take(nested);
            }
            (_, PartType::Message(nested)) => self.keep_original(header(nested, nested.parts.first())),
            ("message/delivery-status" | "message/global-delivery-status", _) => {
                self.status.extend(blocks(&words).take(MOST_RECIPIENTS))
            }
            ("message/feedback-report", _) => self.feedback = Some(Fields::read(&words)),
            ("message/disposition-notification" | "message/global-disposition-notification", _) => self.is_receipt = true,
            ("text/rfc822-headers" | "message/rfc822" | "message/global-headers", _) => self.keep_original(Fields::read(&words)),
            (_, PartType::Text(text)) => match header(message, Some(part)) {
                // Our letter without a part header of its own.
                fields if !is_first && fields.has("received") => self.keep_original(fields),
                _ => self.say(text),
            },
            (_, PartType::Html(text)) => html.push_str(text),
            _ => {}
        }
    }

    fn say(&mut self, words: &str) {
        self.text.push_str(words);
        self.text.push('\n');
    }

    fn keep_original(&mut self, fields: Fields) {
        if self.original.is_empty() {
            self.original = fields;
        }
    }

    /// Cuts our letter off what is said.
    fn cut_letter(&mut self) {
        let letter = self.cut_at_letter();
        let header: Vec<&str> = letter.iter().map(String::as_str).skip_while(|line| field(line).is_none()).collect();
        let block = header.iter().take_while(|line| !line.trim().is_empty());
        let fields = Fields::read(&block.copied().collect::<Vec<_>>().join("\n"));
        match MessageParser::default().parse(&letter.join("\n")).filter(|_| self.status.is_empty() && is_report(&fields)) {
            Some(report) => self.take(&report),
            None => self.keep_original(fields),
        }
    }

    /// Ends the text where our letter begins; the lines from there.
    fn cut_at_letter(&mut self) -> Vec<String> {
        let mut lines: Vec<String> = self.text.lines().map(unquoted).collect();
        let end = (0..lines.len()).find(|index| begins_letter(&lines, *index)).unwrap_or(lines.len());
        let letter = lines.split_off(end);
        self.text = lines.join("\n");
        letter
    }

    /// The addresses in fields of the header.
    pub(super) fn addresses_of(&self, names: &[&str]) -> Vec<String> {
        distinct(names.iter().flat_map(|name| self.headers.all(name)).flat_map(addresses_in), MOST_NAMED)
    }
}

/// As much of what is said as is looked at.
fn bounded(text: &str) -> String {
    text.chars().take(MOST_WORDS).collect()
}

/// Every line ends in LF, the envelope line of a mailbox file is gone, and the whole is bounded.
fn with_plain_lines(message: &[u8]) -> Vec<u8> {
    let message = &message[..message.len().min(MOST_BYTES)];
    let is_nested = |(_, window): &(usize, &[u8])| window.eq_ignore_ascii_case(b"message/");
    let end = message.windows(8).enumerate().filter(is_nested).nth(MOST_NESTED).map_or(message.len(), |(at, _)| at);
    let mut plain = Vec::with_capacity(end);
    let mut bytes = message[..end].iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\r' => {
                bytes.next_if_eq(&b'\n');
                plain.push(b'\n');
            }
            byte => plain.push(byte),
        }
    }
    if plain.starts_with(b"From ") {
        let first = plain.iter().position(|byte| *byte == b'\n').map_or(plain.len(), |at| at + 1);
        plain.drain(..first);
    }
    plain
}

fn header(message: &Message<'_>, part: Option<&MessagePart<'_>>) -> Fields {
    let mut fields = Fields::default();
    for Header { name, offset_start, offset_end, .. } in part.map(|part| part.headers.as_slice()).unwrap_or_default() {
        let raw = message.raw_message.get(*offset_start as usize..*offset_end as usize).unwrap_or_default();
        fields.push(name.as_str(), &String::from_utf8_lossy(raw));
    }
    fields
}

/// Whether a header is that of a standard report.
fn is_report(fields: &Fields) -> bool {
    fields.lower("content-type").contains("multipart/report")
}

/// A line without the mark of a forwarded message; `>>>` is what a mail server said.
fn unquoted(line: &str) -> String {
    let line = line.trim_end();
    match line.strip_prefix('>') {
        Some(rest) if rest.starts_with(">>>") || !rest.starts_with('>') => rest.strip_prefix(' ').unwrap_or(rest).to_owned(),
        _ => line.to_owned(),
    }
}

/// What stands before our letter.
const BEFORE_LETTER: &[&str] = &[
    "below this line is a copy of",
    "below the next line is a copy of",
    "below is a copy of the original",
    "this is a copy of the message",
    "this is a copy of your message",
    "enclosed is a copy of the message",
    "included is a copy of the message header",
    "copy of message header",
    "original message -----",
    "original message ----",
    "-------original message",
    "--- original message follows",
    "original message follows.",
    "original message headers",
    "original mail as follows",
    "message headers follow",
    "message header follows",
    "header of the original message",
    "unsent message follows",
    "unsent message below",
    "returned message ----",
    "the attachment contains the original mail headers",
    "mensaje original adjunto",
    "intestazioni originali del messaggio",
    "di seguito il messaggio originale",
    "tes de message d'origine",
    "ursprungshuvuden",
];

/// Names of fields that a letter has and a delivery status has not.
const OF_LETTERS: &[&str] =
    &["received", "return-path", "message-id", "from", "to", "subject", "date", "mime-version", "dkim-signature", "content-type"];

/// Whether our letter begins at a line: it is announced, or three fields of a letter follow one another.
fn begins_letter(lines: &[String], index: usize) -> bool {
    let line = lines[index].to_lowercase();
    if BEFORE_LETTER.iter().any(|marker| line.contains(marker)) {
        return true;
    }
    let Some((first, _)) = field(&lines[index]).filter(|(name, _)| OF_LETTERS.contains(&name.as_str())) else { return false };
    if first == "content-type" {
        return false;
    }
    let block = lines[index..].iter().take(60).take_while(|line| !line.is_empty());
    let mut names: Vec<String> = block.filter_map(|line| field(line)).map(|(name, _)| name).collect();
    names.retain(|name| OF_LETTERS.contains(&name.as_str()) && name != "content-type");
    names.sort_unstable();
    names.dedup();
    let is_told_by_servers = names.iter().any(|name| name == "received" || name == "return-path");
    names.len() >= 3 && is_told_by_servers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_letter_is_cut_off_where_it_is_announced_or_where_its_header_begins() {
        for before in ["--- Below this line is a copy of the message.\n\n", ""] {
            let text = format!(
                "From: a@b.it\nSubject: x\n\nSorry:\n<c@d.it>\n\n{before}Received: by x;\n y\nFrom: a@b.it\nMessage-Id: <1@b.it>\n\nHi"
            );
            let parts = Parts::read(text.as_bytes());
            assert!(parts.text.contains("<c@d.it>") && !parts.text.contains("Received"), "{}", parts.text);
            assert_eq!(parts.original.get("message-id"), Some("<1@b.it>"));
        }
    }

    #[test]
    fn line_ends_of_any_kind_are_read() {
        for end in ["\n", "\r\n", "\r"] {
            let parts = Parts::read(["From x@y Thu", "To: a@b.it", "Subject: x", "", "hello"].join(end).as_bytes());
            assert_eq!((parts.subject.as_str(), parts.text.trim()), ("x", "hello"), "{end:?}");
        }
    }

    #[test]
    fn a_forwarded_line_loses_its_mark_and_a_transcript_keeps_its_own() {
        let plain = |line: &str| unquoted(line);
        assert_eq!(plain("> <c@d.it>"), "<c@d.it>");
        assert_eq!(plain(">>> DATA"), ">>> DATA");
        assert_eq!(plain(">>>> DATA"), ">>> DATA");
    }

    #[test]
    fn letters_within_letters_without_end_are_cut() {
        let nested = "Content-Type: message/rfc822\n\n".repeat(100_000);
        let parts = Parts::read(nested.as_bytes());
        assert!(parts.status.is_empty());
    }
}
