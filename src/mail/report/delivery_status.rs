//! Delivery status notifications, RFC 3464.

use super::address::addresses_in;
use super::code::{Status, status_in};
use super::decide::Speaker;
use super::fields::{Fields, beginning};
use super::parts::{MOST_RECIPIENTS, Parts};
use super::texts::Shares;
use super::told::{Fate, Told};

/// How many reporting servers are looked at; a report has one.
const MOST_REPORTERS: usize = 3;
/// The longest name of a server, in bytes.
const LONGEST_HOST: usize = 200;

/// What the delivery status tells, a recipient each.
pub(super) fn recipients(parts: &Parts) -> Vec<Told> {
    let mut told: Vec<Told> = {
        let blocks = parts.status.iter().cloned().flat_map(|block| block.cut_at("final-recipient"));
        blocks.filter_map(|block| told_by(&block)).take(MOST_RECIPIENTS).collect()
    };
    let reporters: Vec<String> = parts
        .status
        .iter()
        .filter(|block| block.has("reporting-mta"))
        .take(MOST_REPORTERS)
        .map(|block| host(block, "reporting-mta"))
        .collect();
    let reporters = reporters.join(" ");
    let addresses: Vec<String> = told.iter().filter_map(|told| told.recipient.clone()).collect();
    let shares = Shares::of(&parts.text, &addresses);
    for told in &mut told {
        told.hosts = format!("{} {reporters}", told.hosts);
        told.words = shares.about(told.recipient.as_deref());
    }
    told
}

/// The name of a server in a field.
fn host(block: &Fields, name: &str) -> String {
    beginning(block.get(name).unwrap_or_default(), LONGEST_HOST).to_lowercase()
}

/// What one block tells; the block about the report itself tells nothing.
fn told_by(block: &Fields) -> Option<Told> {
    let is_recipient = ["final-recipient", "original-recipient", "action", "status", "diagnostic-code"];
    if !is_recipient.iter().any(|name| block.has(name)) {
        return None;
    }
    let address = |name: &str| block.get(name).and_then(|value| addresses_in(value).pop());
    let original_recipient = address("original-recipient");
    let recipient = address("final-recipient").or_else(|| original_recipient.clone()).or_else(|| address("x-actual-recipient"));
    let recipient = recipient.or_else(|| address("diagnostic-code"));
    let stated = block.get("status").unwrap_or_default();
    let status = status_in(stated).or_else(|| stated.split_whitespace().next().and_then(Status::parse));
    let (speaker, diagnosis) = diagnosis(block.get("diagnostic-code").unwrap_or_default());
    let fate = fate(&block.lower("action"), status);
    // What stands behind the code in brackets: `5.2.1 (mailbox disabled)`.
    let comment = stated.split_once('(').map(|(_, comment)| comment.trim_end_matches(')').to_owned());
    let hosts = host(block, "remote-mta");
    let comment = comment.unwrap_or_default();
    Some(Told { recipient, original_recipient, status, diagnosis, comment, speaker, fate, hosts, ..Told::default() })
}

fn fate(action: &str, status: Option<Status>) -> Fate {
    match action {
        _ if ["deliver", "relay", "expand"].iter().any(|good| action.starts_with(good)) => Fate::Delivered,
        _ if action.starts_with("delay") => Fate::Delayed,
        "" if status.is_some_and(|status| status.class() == 2) => Fate::Delivered,
        _ => Fate::Failed,
    }
}

/// Splits `smtp; 550 no` into who speaks and what is said.
fn diagnosis(value: &str) -> (Speaker, String) {
    let (kind, words) = match value.split_once(';') {
        Some((kind, words)) if !kind.trim().contains(' ') => (kind.trim().to_lowercase(), words.trim()),
        _ => (String::new(), value.trim()),
    };
    let has_reply = super::code::reply_in(words, None).is_some();
    let speaker = match kind.as_str() {
        "" | "smtp" | "lmtp" | "esmtp" | "unknown" => Speaker::Server,
        "x-postfix" if has_reply => Speaker::Server,
        "x-unix" | "x-postfix" => Speaker::Program,
        _ => Speaker::Other,
    };
    (speaker, words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_tells_of_one_recipient() {
        let block = "Original-Recipient: rfc822;info@example.org\nFinal-Recipient: RFC822; <anna@example.org>\nAction: failed\n\
                     Status: 5.2.1 (mailbox disabled)\nDiagnostic-Code: smtp;\n 550 5.2.1 no";
        let told = told_by(&Fields::read(block)).unwrap();
        assert_eq!(told.recipient.as_deref(), Some("anna@example.org"));
        assert_eq!(told.original_recipient.as_deref(), Some("info@example.org"));
        assert_eq!(told.status, Status::parse("5.2.1"));
        assert_eq!((told.diagnosis.as_str(), told.comment.as_str()), ("550 5.2.1 no", "mailbox disabled"));
        assert!(told_by(&Fields::read("Reporting-MTA: dns; a.b")).is_none());
    }

    #[test]
    fn an_action_tells_what_became_of_the_letter() {
        assert_eq!(fate("delayed (will retry)", None), Fate::Delayed);
        assert_eq!(fate("relayed", None), Fate::Delivered);
        assert_eq!(fate("", Status::parse("2.1.5")), Fate::Delivered);
        assert_eq!(fate("expired", Status::parse("4.4.7")), Fate::Failed);
    }
}
