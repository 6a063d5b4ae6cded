//! How often somebody may try to sign in, and how many passwords are checked at one time.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Failed attempts count for so long.
const WINDOW: Duration = Duration::from_secs(60);
/// No more logins are remembered: their number and length are a stranger's choice.
const MOST_LOGINS: usize = 10_000;
/// Passwords checked at one time: argon2 takes 19 MiB and a whole core for each.
const MOST_CHECKS: usize = 2;
/// Those who wait for a check hold a thread that citizens need too.
const MOST_WAITING: usize = 8;
/// The longest wait for a check.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// The attempts of the last minute; in memory, as a restart harms nobody.
#[derive(Debug, Default)]
pub struct Attempts {
    of_login: Mutex<HashMap<String, Vec<Instant>>>,
    queue: Mutex<Queue>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct Queue {
    checking: usize,
    waiting: usize,
}

/// An attempt that counts already; it is taken back when dropped, unless it [failed](Attempt::failed).
#[derive(Debug)]
pub struct Attempt<'a> {
    attempts: &'a Attempts,
    login: String,
    at: Instant,
    counts: bool,
}

/// The right to check a password, until it is dropped.
#[derive(Debug)]
pub struct Check<'a>(&'a Attempts);

impl Attempts {
    /// Reserves an attempt of a login before its password is looked at, so that attempts side by side cannot outnumber
    /// `most`; `None` when the login has to wait.
    pub fn reserve(&self, login: &str, most: u16) -> Option<Attempt<'_>> {
        let at = Instant::now();
        let mut of_login = locked(&self.of_login);
        of_login.retain(|_, times| {
            times.retain(|time| at.duration_since(*time) < WINDOW);
            !times.is_empty()
        });
        if of_login.len() >= MOST_LOGINS && !of_login.contains_key(login) {
            return None;
        }
        let times = of_login.entry(login.to_owned()).or_default();
        if times.len() >= usize::from(most) {
            return None;
        }
        times.push(at);
        Some(Attempt { attempts: self, login: login.to_owned(), at, counts: false })
    }

    /// Waits until a password may be checked; `None` when too many wait, or it takes too long.
    pub fn check(&self) -> Option<Check<'_>> {
        let mut queue = locked(&self.queue);
        if queue.checking >= MOST_CHECKS {
            if queue.waiting >= MOST_WAITING {
                return None;
            }
            queue.waiting += 1;
            let waited = self.freed.wait_timeout_while(queue, LONGEST_WAIT, |queue| queue.checking >= MOST_CHECKS);
            queue = waited.unwrap_or_else(PoisonError::into_inner).0;
            queue.waiting -= 1;
            if queue.checking >= MOST_CHECKS {
                return None;
            }
        }
        queue.checking += 1;
        Some(Check(self))
    }
}

impl Attempt<'_> {
    /// The password was wrong: the attempt counts.
    pub fn failed(mut self) {
        self.counts = true;
    }
}

impl Drop for Attempt<'_> {
    fn drop(&mut self) {
        if self.counts {
            return;
        }
        if let Some(times) = locked(&self.attempts.of_login).get_mut(&self.login)
            && let Some(own) = times.iter().position(|time| *time == self.at)
        {
            times.swap_remove(own);
        }
    }
}

impl Drop for Check<'_> {
    fn drop(&mut self) {
        locked(&self.0.queue).checking -= 1;
        self.0.freed.notify_one();
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_waits_after_too_many_attempts_and_others_do_not() {
        let attempts = Attempts::default();
        for _ in 0..3 {
            attempts.reserve("a", 3).unwrap().failed();
        }
        assert!(attempts.reserve("a", 3).is_none());
        assert!(attempts.reserve("b", 3).is_some());
    }

    #[test]
    fn an_attempt_under_way_counts_and_a_right_password_takes_it_back() {
        let attempts = Attempts::default();
        let first = attempts.reserve("a", 1).unwrap();
        assert!(attempts.reserve("a", 1).is_none());
        drop(first);
        assert!(attempts.reserve("a", 1).is_some());
    }

    #[test]
    fn a_stranger_cannot_fill_the_memory_with_logins() {
        let attempts = Attempts::default();
        for number in 0..MOST_LOGINS {
            attempts.reserve(&number.to_string(), 5).unwrap().failed();
        }
        assert!(attempts.reserve("one more", 5).is_none());
        assert!(attempts.reserve("7", 5).is_some());
    }

    #[test]
    fn only_so_many_passwords_are_checked_at_once_and_the_next_waits_its_turn() {
        let attempts = Attempts::default();
        let mut held: Vec<_> = (0..MOST_CHECKS).map(|_| attempts.check().unwrap()).collect();
        std::thread::scope(|scope| {
            let waiting: Vec<_> = (0..MOST_WAITING).map(|_| scope.spawn(|| attempts.check().is_some())).collect();
            while locked(&attempts.queue).waiting < MOST_WAITING {
                std::thread::yield_now();
            }
            assert!(attempts.check().is_none(), "a ninth does not even wait");
            held.clear();
            assert!(waiting.into_iter().all(|one| one.join().unwrap()));
        });
        assert_eq!(locked(&attempts.queue).checking, 0);
    }
}
