//! What a report tells of one recipient, and the failure that comes of it.

use super::code::{Status, prefer, reply_in, status_in};
use super::conversation::refused;
use super::decide::{Evidence, Speaker, decide};
use super::fields::beginning;
use super::look::without_links;
use super::providers::by_agent;
use super::{Failure, Permanence, Reason, Rules};
use std::collections::HashSet;

/// How many characters of the words are kept for a person to look at.
const MOST_KEPT: usize = 1_000;
/// How much of a diagnosis is looked at, in bytes: a server says some lines.
const MOST_DIAGNOSIS: usize = 8_000;

/// What a report tells of one recipient.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// The recipient that failed.
    pub(super) recipient: Option<String>,
    /// The recipient as we wrote it, if the report says so.
    pub(super) original_recipient: Option<String>,
    /// The status field's code.
    pub(super) status: Option<Status>,
    /// The diagnosis: what the other server said.
    pub(super) diagnosis: String,
    /// What the report says of the status, in brackets behind it.
    pub(super) comment: String,
    /// The mail servers that took part, in small letters.
    pub(super) hosts: String,
    /// Whose words the diagnosis is.
    pub(super) speaker: Speaker,
    /// What is said to a person.
    pub(super) words: String,
    /// What became of the letter.
    pub(super) fate: Fate,
}

/// What became of a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Fate {
    /// It failed.
    #[default]
    Failed,
    /// The sender still tries.
    Delayed,
    /// It arrived, or was handed on.
    Delivered,
}

impl Told {
    /// Makes a failure of it.
    pub(super) fn into_failure(mut self, rules: &Rules) -> Failure {
        for said in [&mut self.diagnosis, &mut self.comment] {
            said.truncate(beginning(said, MOST_DIAGNOSIS).len());
        }
        let has_diagnosis = !self.diagnosis.trim().is_empty();
        let all = format!("{}\n{}\n{}", self.diagnosis, self.comment, self.words);
        let spoken = if has_diagnosis { self.diagnosis.as_str() } else { all.as_str() };
        // A program's exit is no reply of a server.
        let is_program = self.speaker == Speaker::Program;
        let reply = reply_in(spoken, None)
            .filter(|_| !is_program)
            .or_else(|| reply_in(if is_program { &self.words } else { &all }, None));
        let said = status_in(spoken);
        let status = match (self.status, said) {
            (Some(stated), Some(said)) => Some(prefer(stated, said, reply)),
            (stated, said) => stated.or(said),
        };
        let (said_small, small) = (plain(&format!("{} {}", self.diagnosis, self.comment)), plain(&all));
        let is_temporary = is_temporary(status, reply, &small);
        let recipient = self.recipient.as_deref().unwrap_or_default().to_lowercase();
        let evidence = |words| Evidence {
            status,
            reply,
            words,
            speaker: self.speaker,
            command: refused(&self.diagnosis).or_else(|| refused(&self.words)),
            is_delayed: self.fate == Fate::Delayed,
            recipient: &recipient,
            hosts: &self.hosts,
        };
        let mut reason = if has_diagnosis { decide(&evidence(&said_small)) } else { Reason::Undefined };
        if !reason.is_explicit() || by_agent(&evidence(&small)).is_some() {
            reason = decide(&evidence(&small));
        }
        let mut failure = Failure {
            recipient: self.recipient,
            original_recipient: self.original_recipient,
            status,
            reply_code: reply,
            reason,
            permanence: Permanence::Soft,
            is_temporary,
            words: on_one_line(spoken),
        };
        let class = failure.status_or_stand_in().class();
        if reply.is_some_and(|reply| reply / 100 != u16::from(class)) {
            failure.reply_code = reply_in(spoken, Some(class)).or_else(|| reply_in(&all, Some(class)));
        }
        failure.permanence = rules.judge(&failure);
        failure
    }
}

/// Words for a person to look at: on one line, and no sign among them that a database or a terminal takes amiss.
pub(super) fn on_one_line(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    without_links(&words).chars().filter(|sign| !sign.is_control()).take(MOST_KEPT).collect()
}

/// Whether what is said calls the failure temporary.
fn is_temporary(status: Option<Status>, reply: Option<u16>, words: &str) -> bool {
    let class = status.map(|status| u16::from(status.class())).or(reply.map(|reply| reply / 100));
    let signs = [" temporar", " persistent", "have been failing for a long time", "retry timeout exceeded"];
    class == Some(4) || (class.is_none() && signs.iter().any(|sign| words.contains(sign)))
}

/// Words in small letters and on one line, without the codes that a reply repeats on each line.
pub(super) fn plain(words: &str) -> String {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut kept: Vec<&str> = Vec::new();
    for token in words.split_whitespace() {
        let code = token.trim_end_matches('-');
        let is_code =
            code.starts_with(['4', '5']) && code.len() < 14 && code.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
        if is_code && code.len() >= 3 {
            let parts: Vec<&str> = code.split('-').collect();
            if parts.iter().all(|part| seen.contains(part)) {
                continue;
            }
            seen.extend(parts);
        }
        kept.push(token);
    }
    kept.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_of_several_lines_reads_as_one_sentence() {
        assert_eq!(plain("550-5.7.1 Likely\n550-5.7.1 unsolicited\n550 5.7.1 mail"), "550-5.7.1 likely unsolicited mail");
        assert_eq!(plain("550 550 : User unknown"), "550 : user unknown");
    }

    #[test]
    fn the_reply_is_of_the_class_of_the_status() {
        let told = |status: &str, diagnosis: &str| Told {
            status: Status::parse(status),
            diagnosis: diagnosis.to_owned(),
            ..Told::default()
        };
        let failure = told("4.0.0", "550 blocked. Try later").into_failure(&Rules::default());
        assert_eq!((failure.reply_code, failure.permanence), (None, Permanence::Soft));
        let failure = told("", "554 4.4.7 expired <421 4.4.2 timed out>").into_failure(&Rules::default());
        assert_eq!((failure.status.unwrap().to_string().as_str(), failure.reply_code), ("4.4.2", Some(421)));
    }
}
