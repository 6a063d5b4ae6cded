//! What a failed step of the conversation means for the letter.

use super::words::without;
use super::{Sent, TOO_SLOW};
use lettre::transport::smtp::Error;

/// One step of the conversation for one message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    Sender,
    Receiver,
    Announcement,
    Content,
}

impl Step {
    /// As Postfix words it. Whoever reads the reply must know what was refused: "550 unknown" is about the receiver here, about a
    /// filter there.
    fn in_words(self) -> &'static str {
        match self {
            Self::Sender => "MAIL FROM",
            Self::Receiver => "RCPT TO",
            Self::Announcement => "DATA",
            Self::Content => "end of DATA",
        }
    }
}

/// Why a step failed.
pub(super) enum Failure {
    Said(Error),
    TooSlow,
}

/// What a failed step means for the letter.
pub(super) fn judge(step: Step, failure: &Failure, private: &[String]) -> Sent {
    let Failure::Said(error) = failure else {
        let reason = TOO_SLOW.to_owned();
        return if step == Step::Content { Sent::Unclear(reason) } else { Sent::Later(reason) };
    };
    let said = words(error, private);
    match (step, status(failure)) {
        (Step::Content, None) => Sent::Unclear(said),
        (_, None) | (Step::Sender, Some(..500)) => Sent::Later(said),
        // 421 ends the conversation: the server has no time for anybody.
        (_, Some(421)) => Sent::Later(said),
        (_, Some(..500)) => Sent::Deferred(said),
        // Refused before any receiver was named: the server refuses us.
        (Step::Sender, Some(_)) => Sent::Later(said),
        // X.7.Y of RFC 3463 is policy (relaying, reputation, authentication): not a wrong address.
        (_, Some(_)) if said.split_whitespace().any(is_policy) => Sent::Later(said),
        (step, Some(_)) => Sent::Refused(format!("{said} (in reply to {} command)", step.in_words())),
    }
}

/// Whether a word is such a code. An address of the network that begins alike has a fourth number.
pub(super) fn is_policy(word: &str) -> bool {
    word.strip_prefix("5.7.")
        .is_some_and(|detail| (1..=3).contains(&detail.len()) && detail.bytes().all(|byte| byte.is_ascii_digit()))
}

pub(super) fn status(failure: &Failure) -> Option<u16> {
    match failure {
        Failure::Said(error) => error.status().map(u16::from),
        Failure::TooSlow => None,
    }
}

/// The server's words without whatever could name the receiver, 200 characters at most.
pub(super) fn words(error: &Error, private: &[String]) -> String {
    let said = std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string);
    let code = error.status().map(|code| format!("{code} ")).unwrap_or_default();
    format!("{code}{}", without(&said, private)).chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_code_of_three_numbers_speaks_of_policy() {
        assert!("550 5.7.1 relaying denied".split_whitespace().any(is_policy));
        assert!(!"550 5.1.1 unknown, says 5.7.20.9 [5.7.1.2]".split_whitespace().any(is_policy));
        assert!(!is_policy("5.7.") && !is_policy("5.7.1x") && !is_policy("15.7.1"));
    }
}
