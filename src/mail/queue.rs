//! Which letter of a round is next: in their order, but never more of one receiving domain at once than it may have, and no more of
//! one that has put off several in a row. Pure.

use std::collections::HashMap;

/// So many letters put off in a row are enough to see that a domain wants none now.
const ENOUGH: usize = 3;

/// The letters of a round that are still to be handed out.
#[derive(Debug)]
pub(super) struct Queue {
    /// Index and domain, the last one first.
    waiting: Vec<(usize, usize)>,
    domains: Vec<Domain>,
    at_once: usize,
}

#[derive(Debug, Default, Clone)]
struct Domain {
    on_their_way: usize,
    put_off: usize,
    words: String,
}

/// What is next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// This letter, for this domain.
    Send(usize, usize),
    /// This letter is not even tried: its domain put off those before it, with these words.
    PutOff(usize, String),
    /// None until one that is on its way has ended.
    Wait,
    /// None any more.
    Nothing,
}

impl Queue {
    /// Letters by the receivers' addresses; of each domain `at_once` at a time.
    pub(super) fn new<'a>(receivers: impl Iterator<Item = &'a str>, at_once: usize) -> Self {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut waiting: Vec<(usize, usize)> = receivers
            .map(|address| address.rsplit_once('@').map_or("", |(_, domain)| domain).to_lowercase())
            .map(|domain| {
                let next = numbers.len();
                *numbers.entry(domain).or_insert(next)
            })
            .enumerate()
            .collect();
        waiting.reverse();
        Self { waiting, domains: vec![Domain::default(); numbers.len()], at_once: at_once.max(1) }
    }

    /// Whether all were handed out.
    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Hands out the next.
    pub(super) fn next(&mut self) -> Next {
        if self.waiting.is_empty() {
            return Next::Nothing;
        }
        let free = |domain: &Domain| domain.put_off >= ENOUGH || domain.on_their_way < self.at_once;
        let Some(at) = self.waiting.iter().rposition(|(_, domain)| free(&self.domains[*domain])) else { return Next::Wait };
        let (index, number) = self.waiting.remove(at);
        let domain = &mut self.domains[number];
        if domain.put_off >= ENOUGH {
            return Next::PutOff(index, domain.words.clone());
        }
        domain.on_their_way += 1;
        Next::Send(index, number)
    }

    /// A letter that was handed out has ended: put off with these words, or otherwise.
    pub(super) fn ended(&mut self, domain: usize, put_off: Option<&str>) {
        let domain = &mut self.domains[domain];
        domain.on_their_way = domain.on_their_way.saturating_sub(1);
        match put_off {
            Some(words) => {
                domain.put_off += 1;
                words.clone_into(&mut domain.words);
            }
            None => domain.put_off = 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue(at_once: usize) -> Queue {
        Queue::new(["a@x.it", "b@X.it", "c@y.it", "d@x.it", "e@x.it", "f@x.it"].into_iter(), at_once)
    }

    #[test]
    fn a_domain_that_has_enough_at_once_does_not_hold_up_the_others() {
        let mut queue = queue(1);
        assert_eq!((queue.next(), queue.next(), queue.next()), (Next::Send(0, 0), Next::Send(2, 1), Next::Wait));
        queue.ended(0, None);
        assert_eq!((queue.next(), queue.next()), (Next::Send(1, 0), Next::Wait));
    }

    #[test]
    fn a_domain_that_puts_off_three_in_a_row_is_asked_no_more() {
        let mut queue = queue(9);
        for expected in [0, 1] {
            assert_eq!(queue.next(), Next::Send(expected, 0));
            queue.ended(0, Some("450 slow"));
        }
        assert_eq!(queue.next(), Next::Send(2, 1));
        queue.ended(1, None);
        assert_eq!(queue.next(), Next::Send(3, 0));
        queue.ended(0, Some("450 slow down"));
        let put_off = |index| Next::PutOff(index, "450 slow down".to_owned());
        assert_eq!([queue.next(), queue.next(), queue.next()], [put_off(4), put_off(5), Next::Nothing]);
    }

    #[test]
    fn one_that_is_taken_begins_the_count_anew() {
        let mut queue = queue(9);
        for taken in [false, false, true, false, false] {
            assert!(matches!(queue.next(), Next::Send(..)));
            queue.ended(0, (!taken).then_some("450"));
        }
        assert!(matches!(queue.next(), Next::Send(..)));
    }
}
