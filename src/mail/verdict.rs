//! What a failed step of the conversation means for the letter, and which of the server's words may be repeated.

use super::compose::Composed;
use super::{Message, Sent, TOO_SLOW};
use lettre::transport::smtp::Error;

/// One step of the conversation for one message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    Sender,
    Receiver,
    Announcement,
    Content,
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
        (_, Some(_)) => Sent::Refused(said),
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

/// What may not be repeated from a server's words: the receiver's address (any word with an `@` goes anyway) and the name.
pub(super) fn private_words(composed: &Composed, message: &Message) -> Vec<String> {
    let local = composed.to.user().to_lowercase();
    let names = message.to_name.split_whitespace().chain(local.split(['.', '-', '_', '+']));
    names.chain([local.as_str()]).filter(|word| word.chars().count() > 1).map(str::to_lowercase).collect()
}

/// The server's words without whatever could name the receiver, 200 characters at most.
pub(super) fn words(error: &Error, private: &[String]) -> String {
    let said = std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string);
    let code = error.status().map(|code| format!("{code} ")).unwrap_or_default();
    format!("{code}{}", without(&said, private)).chars().take(200).collect()
}

pub(super) fn without(said: &str, private: &[String]) -> String {
    let tells = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        // Short parts only as whole words: "de" would take away every "delivered".
        private.iter().any(|part| bare == *part || (part.chars().count() > 3 && bare.contains(part.as_str())))
    };
    let words = said.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty() && !word.contains('@') && !tells(word)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_servers_words_never_name_the_receiver() {
        let private = ["mario".to_owned(), "de".to_owned(), "rossi".to_owned(), "mario.rossi".to_owned()];
        let said = "5.1.1 <Mario.Rossi@example.org>: user 'mario.rossi' (Rossi) not delivered de";
        assert_eq!(without(said, &private), "5.1.1 user not delivered");
    }

    #[test]
    fn only_a_code_of_three_numbers_speaks_of_policy() {
        assert!("550 5.7.1 relaying denied".split_whitespace().any(is_policy));
        assert!(!"550 5.1.1 unknown, says 5.7.20.9 [5.7.1.2]".split_whitespace().any(is_policy));
        assert!(!is_policy("5.7.") && !is_policy("5.7.1x") && !is_policy("15.7.1"));
    }
}
