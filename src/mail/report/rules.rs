//! What a failure means for the address: data that an administrator can change.

use super::{Failure, Reason};
use std::fmt;

/// What a failure means for the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permanence {
    /// No letter will ever arrive there.
    Hard,
    /// Perhaps the next one will.
    Soft,
    /// It says nothing about the address.
    Ignore,
}

impl Permanence {
    /// Reads `hard`, `soft` or `ignore`.
    pub fn parse(word: &str) -> Option<Self> {
        match word.trim().to_ascii_lowercase().as_str() {
            "hard" => Some(Self::Hard),
            "soft" => Some(Self::Soft),
            "ignore" => Some(Self::Ignore),
            _ => None,
        }
    }
}

/// Which failures are hard. A rule names a status or its beginning (`5.1.1`, `4`) or a reason (`mailbox_full`). The longest status
/// that fits decides, else the reason, else the failure is soft; of two rules for the same thing the later one holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    statuses: Vec<(String, Permanence)>,
    reasons: Vec<(Reason, Permanence)>,
}

impl Default for Rules {
    /// Hard is an address that does not exist, has moved, or whose domain does not exist or takes no mail; nothing that the server
    /// itself calls temporary is.
    fn default() -> Self {
        let hard = [Reason::UserUnknown, Reason::HostUnknown, Reason::HasMoved, Reason::NotAccept];
        Self {
            statuses: vec![("4".to_owned(), Permanence::Soft)],
            reasons: hard.into_iter().map(|reason| (reason, Permanence::Hard)).collect(),
        }
    }
}

/// A line that is no rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRule {
    /// Which of the lines, from 1.
    pub number: usize,
    /// The line.
    pub line: String,
}

impl fmt::Display for BadRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rule {}: `{}` is not like `5.1.1 = hard` or `mailboxfull = soft`", self.number, self.line)
    }
}

impl std::error::Error for BadRule {}

impl Rules {
    /// The built-in rules and then these: `5.1.1 = hard`, `4.2 = ignore`, `mailbox_full = soft`. Empty lines say nothing.
    ///
    /// # Errors
    /// The first line that is no rule.
    pub fn parse<'a>(lines: impl IntoIterator<Item = &'a str>) -> Result<Self, BadRule> {
        let mut rules = Self::default();
        for (index, line) in lines.into_iter().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            rules.add(line).ok_or_else(|| BadRule { number: index + 1, line: line.trim().to_owned() })?;
        }
        Ok(rules)
    }

    fn add(&mut self, line: &str) -> Option<()> {
        let (what, permanence) = line.split_once('=')?;
        let (what, permanence) = (what.trim(), Permanence::parse(permanence)?);
        if let Some(reason) = Reason::parse(what) {
            self.reasons.push((reason, permanence));
            return Some(());
        }
        let parts: Vec<&str> = what.split('.').collect();
        let is_number = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_prefix = parts.len() <= 3 && matches!(parts[0], "4" | "5") && parts.iter().all(is_number);
        is_prefix.then(|| self.statuses.push((what.to_owned(), permanence)))
    }

    /// What a failure means for the address.
    pub fn judge(&self, failure: &Failure) -> Permanence {
        let status = failure.status_or_stand_in();
        let fitting = self.statuses.iter().filter(|(prefix, _)| status.is_under(prefix));
        // The last of the longest.
        let by_status = fitting.max_by_key(|(prefix, _)| prefix.split('.').count());
        let by_reason = || self.reasons.iter().rev().find(|(reason, _)| *reason == failure.reason);
        let decided = by_status.map(|(_, permanence)| *permanence).or_else(|| by_reason().map(|(_, permanence)| *permanence));
        decided.unwrap_or(Permanence::Soft)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Status;
    use super::*;

    fn failure(status: &str, reason: Reason) -> Failure {
        Failure { status: Status::parse(status), reason, ..Failure::default() }
    }

    #[test]
    fn what_does_not_exist_is_hard_and_what_is_temporary_never() {
        let rules = Rules::default();
        assert_eq!(rules.judge(&failure("5.1.1", Reason::UserUnknown)), Permanence::Hard);
        assert_eq!(rules.judge(&failure("", Reason::HostUnknown)), Permanence::Hard);
        assert_eq!(rules.judge(&failure("5.2.2", Reason::MailboxFull)), Permanence::Soft);
        assert_eq!(rules.judge(&failure("4.0.0", Reason::NotAccept)), Permanence::Soft);
    }

    #[test]
    fn an_administrator_changes_a_rule_and_the_longest_status_decides() {
        let lines = ["mailbox_full = hard", "", "5.1 = soft", "5.1.1=HARD", "userunknown = ignore", "5.1.1 = ignore"];
        let rules = Rules::parse(lines).unwrap();
        assert_eq!(rules.judge(&failure("5.2.2", Reason::MailboxFull)), Permanence::Hard);
        assert_eq!(rules.judge(&failure("4.2.2", Reason::MailboxFull)), Permanence::Soft, "4 is still soft");
        assert_eq!(rules.judge(&failure("5.1.2", Reason::HostUnknown)), Permanence::Soft);
        assert_eq!(rules.judge(&failure("5.1.1", Reason::UserUnknown)), Permanence::Ignore, "the later line");
        assert_eq!(rules.judge(&failure("5.0.0", Reason::UserUnknown)), Permanence::Ignore);
    }

    #[test]
    fn a_line_that_is_no_rule_is_named() {
        for line in
            ["5.1.1", "5.1.1 = perhaps", "6 = hard", "no_such = hard", "5.1.1.1 = hard", "5..1 = hard", "=hard", "5.x = soft"]
        {
            let bad = Rules::parse(["4.2.2 = soft", line]).unwrap_err();
            assert_eq!(bad.number, 2, "{line}");
            assert!(bad.to_string().contains(line.trim()), "{bad}");
        }
    }
}
