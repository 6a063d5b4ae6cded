//! Letters kept in memory, with an outcome decided by the caller: for rehearsals of what a mail server may do.

use super::{Message, Sent};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

type Decide = dyn Fn(&Message) -> Sent + Send + Sync;

/// Letters in memory; clones share them.
#[derive(Clone)]
pub struct Memory {
    accepted: Arc<Mutex<Vec<Message>>>,
    decide: Arc<Decide>,
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Memory(..)")
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::deciding(|_| Sent::Accepted(String::new()))
    }
}

impl Memory {
    /// Letters whose outcome `decide` gives; it may also panic, as a process may be killed.
    /// Accepted and unclear ones are kept: an unclear letter did go out, only the answer was lost.
    pub fn deciding(decide: impl Fn(&Message) -> Sent + Send + Sync + 'static) -> Self {
        Self { accepted: Arc::default(), decide: Arc::new(decide) }
    }

    /// The letters that went out, in order.
    pub fn sent(&self) -> Vec<Message> {
        self.accepted.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn send(&self, message: &Message) -> Sent {
        let outcome = (self.decide)(message);
        if matches!(outcome, Sent::Accepted(_) | Sent::Unclear(_)) {
            self.accepted.lock().unwrap_or_else(PoisonError::into_inner).push(message.clone());
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::super::compose::tests::message;
    use super::super::{Mailer, Memory, Sent};

    #[test]
    fn every_message_of_a_round_is_named_once() {
        let memory = Memory::deciding(|message| match message.to.as_str() {
            "no@example.org" => Sent::Refused("550".to_owned()),
            _ => Sent::Accepted(String::new()),
        });
        let mut outcomes = Vec::new();
        let round = [message("a@example.org"), message("no@example.org")];
        Mailer::Memory(memory.clone()).send_all(&round, &mut |index, sent| outcomes.push((index, sent)));
        assert_eq!(outcomes, [(0, Sent::Accepted(String::new())), (1, Sent::Refused("550".to_owned()))]);
        assert_eq!(memory.sent(), [message("a@example.org")]);
    }
}
