//! Reports that only a person was meant to read: who failed, and which of the words are about whom.

use super::address::{addresses_in, distinct, placed_addresses};
use super::fields::{beginning, field};
use super::parts::{MOST_RECIPIENTS, Parts};
use super::told::{Fate, Told};
use std::collections::HashSet;

/// What a report's text tells, a recipient each.
pub(super) fn recipients(parts: &Parts) -> Vec<Told> {
    let named = parts.addresses_of(&["x-failed-recipients"]);
    let own: HashSet<String> = parts.addresses_of(&["from", "return-path", "reply-to", "sender"]).into_iter().collect();
    let mut found: Vec<String> = named;
    found.truncate(MOST_RECIPIENTS);
    if found.is_empty() {
        let listed = parts.text.lines().filter_map(listed);
        found = distinct(listed.filter(|address| !own.contains(address)), MOST_RECIPIENTS);
    }
    if found.is_empty() {
        let mut told = parts.text.lines().filter(|line| !is_of_sender(line)).flat_map(addresses_in);
        let ours = parts.addresses_of(&["to", "delivered-to", "x-original-to"]);
        found.extend(told.find(|address| !own.contains(address) && !ours.contains(address)));
    }
    if parts.headers.has("x-mlserver") {
        // A list's program goes on to tell whom to ask.
        found.truncate(1);
    }
    let fate = if is_delay(parts) { Fate::Delayed } else { Fate::Failed };
    let shares = Shares::of(&parts.text, &found);
    let told = found.iter().map(|address| Told {
        recipient: Some(address.clone()),
        words: shares.about(Some(address)),
        fate,
        ..Told::default()
    });
    told.collect()
}

/// What stands before a failed recipient on the same line.
const BEFORE_RECIPIENT: &[&str] = &[
    "recipient:",
    "recipient address:",
    "recipient",
    "rcpt to:",
    "rcpt:",
    "message to:",
    "message to",
    "mail to",
    "delivered to:",
    "delivered to",
    "deliver to",
    "delivery to",
    "undeliverable to",
    "attempts:",
    "attempt:",
    "following recipient:",
    "following address:",
    "permanent errors:",
    "unknown user:",
    "unknown host:",
    "invalid final delivery userid:",
    "exceeds allowed size:",
    "user not found:",
    "mailing list",
    "message-id in",
    "gateway for",
    "destinatario:",
    "destinatari:",
    "indirizzo:",
];

/// The failed recipient that a line names, if it is a line of a list of them.
fn listed(line: &str) -> Option<String> {
    let line = line.trim();
    if is_of_sender(line) {
        return None;
    }
    let (start, end, address) = placed_addresses(line).into_iter().next()?;
    let before = line[..start].trim_end_matches(['<', '"', '\'', '(', '\u{ab}', '\u{201c}']).trim();
    let after = line[end..].trim_start_matches(['>', '"', '\'', ')', '\u{bb}', '\u{201d}']);
    let mark = before.trim_start_matches(['*', '-', '>', '\u{2022}', ' ']);
    let is_reply = mark.len() == 3 && mark.starts_with(['4', '5']) && mark.bytes().all(|byte| byte.is_ascii_digit());
    let small = before.to_lowercase();
    let is_announced = BEFORE_RECIPIENT.iter().any(|lead| small.ends_with(lead));
    let goes_on = after.is_empty() || after.starts_with([':', ' ', '[', '(', ';', '.', '\t']);
    let is_listed = match mark {
        "" => goes_on && !is_prose(after),
        _ if is_reply => after.starts_with("..."),
        _ => is_announced,
    };
    is_listed.then_some(address)
}

/// Whether what follows an address makes a sentence of it rather than an entry of a list.
fn is_prose(after: &str) -> bool {
    let after = after.trim_start().to_lowercase();
    ["wrote", "ha scritto", "is currently", "is away", "schrieb"].iter().any(|verb| after.starts_with(verb))
}

/// Whether a line is about who sent the letter, or a field of a header.
fn is_of_sender(line: &str) -> bool {
    let small = line.trim().to_lowercase();
    let names = [
        "from",
        "sender",
        "reply-to",
        "cc",
        "to",
        "subject",
        "message-id",
        "return-path",
        "received",
        "x-sender",
        "original sender",
        "sender address",
        "content-type",
        "content-id",
        "references",
        "in-reply-to",
        "envelope-from",
        "x-envelope-from",
    ];
    let label = small.split(':').next().unwrap_or_default().trim_end();
    (small.contains(':') && names.contains(&label)) || small.contains("mail from:") || small.contains("(envelope-from")
}

/// Whether a report only tells that a letter is late.
pub(super) fn is_delay(parts: &Parts) -> bool {
    let signs = [
        "this is a warning message only",
        "do not need to resend",
        "do not need to re-send",
        "has been delayed",
        "message delayed",
        "notification (delay)",
        "delayed mail",
        "could not send mail for past",
        "temporary failure report",
        "will be retried",
        "delivery attempts will continue",
        "non occorre inviare di nuovo",
        "consegna ritardata",
    ];
    let said = format!("{} {}", parts.subject, parts.text).to_lowercase();
    let is_final = ["failed permanently", "permanent error", "permanent failure"].iter().any(|sign| said.contains(sign));
    !is_final && signs.iter().any(|sign| said.contains(sign))
}

/// How much of a text may be about one of several recipients, in bytes.
const MOST_OF_SEVERAL: usize = 8_000;

/// A text, and whom each of its lines is about where it is about several. Looked through once, however many there are.
pub(super) struct Shares<'t> {
    text: &'t str,
    /// Each line with whom it is about, in small letters; none where there is only one recipient.
    lines: Option<Vec<(&'t str, Option<String>)>>,
}

impl<'t> Shares<'t> {
    /// Divides a text among its recipients.
    pub(super) fn of(text: &'t str, all: &[String]) -> Self {
        if all.len() < 2 {
            return Self { text, lines: None };
        }
        let all: HashSet<String> = all.iter().map(|address| address.to_ascii_lowercase()).collect();
        let lines: Vec<&str> = text.lines().collect();
        let owners: Vec<Option<String>> = lines.iter().map(|line| owner(line, &all)).collect();
        let mut current: Option<&str> = None;
        let owned = lines.iter().enumerate().map(|(index, line)| {
            current = owners[index].as_deref().or(current);
            // A transcript names the recipient last; everything else names it first.
            let named_last = closing_owner(&lines, &owners, index);
            (*line, named_last.or(current).map(str::to_owned))
        });
        Self { text, lines: Some(owned.collect()) }
    }

    /// The words that are about one of several recipients; everything where there is only one.
    pub(super) fn about(&self, recipient: Option<&str>) -> String {
        let (Some(lines), Some(recipient)) = (&self.lines, recipient) else { return self.text.to_owned() };
        let is_own = |owner: &Option<String>| owner.as_deref().is_some_and(|owner| owner.eq_ignore_ascii_case(recipient));
        let own: Vec<&str> = lines.iter().filter(|(_, owner)| is_own(owner)).map(|(line, _)| *line).collect();
        beginning(&own.join("\n"), MOST_OF_SEVERAL).to_owned()
    }
}

/// The first of the recipients that a line names, in small letters.
fn owner(line: &str, all: &HashSet<String>) -> Option<String> {
    addresses_in(line).into_iter().map(|address| address.to_ascii_lowercase()).find(|address| all.contains(address))
}

/// How many lines of a transcript may be about one recipient.
const MOST_OF_ONE: usize = 20;

/// In a transcript, the recipient of the next line that gives the result: `550 <a@b.it>... User unknown`.
fn closing_owner<'a>(lines: &[&str], owners: &'a [Option<String>], index: usize) -> Option<&'a str> {
    let is_result = |line: &str| line.len() > 4 && line.as_bytes()[..3].iter().all(u8::is_ascii_digit) && line.contains(">...");
    let is_transcript = |line: &str| {
        line.starts_with(">>> ")
            || line.starts_with("<<< ")
            || line.to_lowercase().starts_with("while talking to")
            || is_reply(line)
    };
    let ahead = lines[index..].iter().zip(&owners[index..]).take(MOST_OF_ONE);
    let until = ahead.take_while(|(line, _)| is_transcript(line.trim()));
    let mut closing = until.filter(|(line, _)| is_result(line.trim()));
    closing.find_map(|(_, owner)| owner.as_deref())
}

fn is_reply(line: &str) -> bool {
    line.len() > 4 && line.as_bytes()[..3].iter().all(u8::is_ascii_digit) && matches!(line.as_bytes()[3], b' ' | b'-')
}

/// Identifiers of our letter that the text quotes: `Message-ID: <...>`.
pub(super) fn quoted_ids(text: &str) -> impl Iterator<Item = String> {
    let fields = text.lines().filter_map(|line| field(line.trim()));
    fields.filter(|(name, _)| name.ends_with("message-id")).flat_map(|(_, value)| super::address::identifiers_in(&value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_list_names_a_recipient() {
        for line in [
            "<anna@example.org>:",
            "  anna@example.org",
            " * anna@example.org",
            "anna@example.org: 550 no",
            "anna@example.org on Thu, 29 Apr",
            "550 <anna@example.org>... User unknown",
            ">>> anna@example.org <anna@example.org>",
            "There was an error delivering your mail to <anna@example.org>.",
            "    Recipient: <anna@example.org>",
            "\"anna@example.org\":",
        ] {
            assert_eq!(listed(line).as_deref(), Some("anna@example.org"), "{line}");
        }
        for line in [
            "From: anna@example.org",
            ">>> MAIL From:<anna@example.org>",
            "If you have questions write to anna@example.org.",
            "<<< 550 You cannot write to yourself (anna@example.org).",
            "anna@example.org wrote:",
        ] {
            assert_eq!(listed(line), None, "{line}");
        }
    }

    #[test]
    fn words_are_given_to_the_recipient_they_are_about() {
        let both = ["a@b.it".to_owned(), "c@d.it".to_owned()];
        let text = "<a@b.it>:\nfull\n<c@d.it>:\nunknown";
        let about = |text: &str, recipient: &str, all: &[String]| Shares::of(text, all).about(Some(recipient));
        assert_eq!(about(text, "c@d.it", &both), "<c@d.it>:\nunknown");
        let transcript = ">>> RCPT To:<x>\n<<< 552 full\n552 <a@b.it>... full\n550 host unknown\n550 <c@d.it>... unknown";
        assert_eq!(about(transcript, "C@d.it", &both), "550 host unknown\n550 <c@d.it>... unknown");
        assert_eq!(about(text, "a@b.it", &both[..1]), text);
    }
}
