//! Letters are sent when they are due.
//!
//! A letter's way: a short transaction claims some with a lease. A part of them is marked as begun, sent outside any transaction, and
//! marked by what came of it in the transaction that begins the next part. A part takes some hundredths of a second, however fast the
//! server is: so whoever is killed leaves few of which nobody knows whether they went out. Those become uncertain and are not sent
//! again unless a person says so; the others wait again. Nobody is skipped, nobody gets a letter twice by itself.
//!
//! The database must not tell who answered. So nothing in a reminder's row depends on what came of it: after every pass all
//! reminders of one number wait alike, and when the last of them is settled (sent, not needed, given up) they end together.
//! Which are settled stands in their traces, which only the survey's key tells from random bytes.

mod mark;
mod plan;
mod reminders;
mod step;

use super::Outcome;
use crate::campaign::Happening;
use crate::ids::InvitationId;
use crate::language::say;
use crate::mail::report::Rules;
use crate::mail::{self, Message, Sent};
use crate::secret::{Key, Token};
use crate::site::Site;
use crate::store::invitation_event::Event;
use crate::store::{self, StoreError};
use crate::text::Language;
use chrono::{NaiveDateTime, TimeDelta};
use mark::is_receivers_own;
pub(super) use mark::pause_where_too_many_fail;
use plan::{End, Plan};
use reminders::trace_of;
use step::Step;

/// Longer than a part can take, with steps of a minute: when two minutes of it are over a mailer begins no letter; to connect takes two
/// minutes a server, a letter two. Renewed with every part.
const LEASE: TimeDelta = TimeDelta::minutes(10);

/// The waits grow fourfold from five minutes to a day: the eighth attempt is some four days after the first.
const MOST_ATTEMPTS: u16 = 8;

/// A mail server that refuses this many letters of a part for no reason of the receiver's own, and takes none, refuses us and not them.
const REFUSES_US: usize = 4;

/// What stands beside a letter that is tried again although its address was taken for dead.
pub const LIFTED: &str = "the address was taken off the list of dead addresses";

/// What the letter is about cannot be read: the database went away between two looks.
const UNWRITTEN: &str = "the letter cannot be worded at this moment";

/// What stands beside a person's letter of thanks that is sent again.
pub const THANKS_AGAIN: &str = "the letter of thanks";

const NO_KEY: &str = "the key file has no key for this survey";

/// How one step of sending went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Letters claimed.
    pub claimed: u64,
    /// Sent, or not needed.
    pub done: u64,
    /// Refused for good.
    pub refused: u64,
    /// To be tried again.
    pub later: u64,
    /// Handed over without an answer: may have gone out or not.
    pub uncertain: u64,
    /// Not to be sent any more.
    pub cancelled: u64,
    /// Taken over by another sender because the lease ended in the meantime: may have been sent twice, and is counted so.
    pub overtaken: u64,
}

/// The token of an invitation: derived whenever it is needed, never stored.
pub fn invitation_token(survey_key: &Key, invitation: InvitationId) -> Token {
    survey_key.token("invitation", &invitation.0.to_be_bytes())
}

/// What the return path of an invited person's letters carries: the number of the invitation, and a proof that it was ours. The same
/// for reminders, so that a report does not tell which letter it is about.
pub fn return_tag(site_key: &Key, invitation: InvitationId) -> String {
    let proof: [u8; 16] = site_key.derive("return", &invitation.0.to_be_bytes());
    format!("{}-{}", invitation.0, proof[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// Which invitation a return path's tag names; `None` for one that is not ours.
pub fn returned_invitation(site_key: &Key, tag: &str) -> Option<InvitationId> {
    let invitation = InvitationId(tag.split_once('-')?.0.parse().ok()?);
    (return_tag(site_key, invitation) == tag.to_ascii_lowercase()).then_some(invitation)
}

/// Why a letter did not go out, in words: what our side found in the reader's language, what the mail server said as it said it.
pub fn problem_in_words(language: &Language, problem: &str) -> String {
    let ours = [
        (mail::NO_CONNECTION, "staff-letter-no-connection"),
        (mail::NOT_LET_IN, "staff-letter-not-let-in"),
        (mail::TOO_SLOW, "staff-letter-too-slow"),
        (NO_KEY, "staff-letter-no-key"),
        (LIFTED, "staff-letter-lifted"),
        (THANKS_AGAIN, "staff-letter-thanks-again"),
    ];
    match ours.iter().find_map(|(begin, key)| Some((key, problem.strip_prefix(begin)?))) {
        Some((key, rest)) => format!("{}{rest}", say(language, key)),
        None => problem.to_owned(),
    }
}

/// Sends what is due until nothing is. Blocks; not for an asynchronous worker thread.
///
/// # Errors
/// Only when the database fails; what was claimed then is claimed again when its lease has ended.
pub fn send_all_due(site: &Site) -> Outcome<Round> {
    let mut sum = Round::default();
    loop {
        let round = send_due_letters(site)?;
        sum.add(&round);
        if round.claimed == 0 {
            return Ok(sum);
        }
    }
}

/// One step of sending, some seconds at most. Blocks; not for an asynchronous worker thread.
///
/// # Errors
/// Only when the database fails; what was claimed then waits again when its lease has ended.
pub fn send_due_letters(site: &Site) -> Outcome<Round> {
    let now = site.clock.now();
    see_to_abandoned(site, now)?;
    if !site.config.mail.pace.leaves_at(site.clock.local(now)) {
        return Ok(Round::default());
    }
    let round = Step::new(site, now).take()?;
    if round.claimed > 0 {
        // Numbers only: a log names no receiver.
        tracing::info!(
            claimed = round.claimed,
            done = round.done,
            refused = round.refused,
            later = round.later,
            uncertain = round.uncertain,
            cancelled = round.cancelled,
            overtaken = round.overtaken,
            "letters"
        );
    }
    Ok(round)
}

/// Sees to what a killed sender left.
fn see_to_abandoned(site: &Site, now: NaiveDateTime) -> Outcome<()> {
    let left = site.store.write(|db| -> Result<_, StoreError> {
        let left = store::letter::take_over(db, now, now + LEASE)?;
        let event = |invitation: &InvitationId| Event {
            invitation: *invitation,
            at: now,
            what: Happening::Uncertain,
            words: String::new(),
        };
        store::invitation_event::insert_many(db, &left.uncertain.iter().map(event).collect::<Vec<_>>())?;
        for reminder in &left.reminders {
            // It may have gone out, which is not worth a second.
            let trace = site.keys.survey(reminder.survey).map(|key| trace_of(&key, reminder.id, true));
            store::letter::mark_passed(db, reminder, now, trace)?;
        }
        Ok(left)
    })?;
    if left.released + left.uncertain.len() + left.reminders.len() > 0 {
        tracing::warn!(
            released = left.released,
            uncertain = left.uncertain.len(),
            reminders = left.reminders.len(),
            "a sender ended in the middle of its letters"
        );
    }
    Ok(())
}

/// Sends what is to be sent; an end for every letter, in their order.
fn send_planned(site: &Site, letters: Vec<Plan<Message>>) -> Vec<End> {
    let mut messages = Vec::new();
    let mut positions = Vec::new();
    let mut ends: Vec<End> = Vec::with_capacity(letters.len());
    for letter in letters {
        ends.push(match letter {
            Plan::Known(end) => end,
            Plan::Send(message) => {
                positions.push(ends.len());
                messages.push(message);
                End::Sent(Sent::Later("not tried".to_owned()))
            }
        });
    }
    site.mailer.send_all(&messages, &mut |index, sent| ends[positions[index]] = End::Sent(sent));
    let count = |which: fn(&End) -> bool| ends.iter().filter(|end| which(end)).count();
    let taken = count(|end| matches!(end, End::Sent(Sent::Accepted(_) | Sent::Unclear(_))));
    if taken == 0 {
        put_off_where_we_are_refused(&mut ends, &site.config.mail_reports.rules);
    }
    ends
}

/// Puts off refusals that are as likely to be meant for us: of a part of which nothing was taken. What is the receiver's own stays.
fn put_off_where_we_are_refused(ends: &mut [End], rules: &Rules) {
    let doubtful = |end: &End| matches!(end, End::Sent(Sent::Refused(why)) if !is_receivers_own(why, rules));
    if ends.iter().filter(|end| doubtful(end)).count() < REFUSES_US {
        return;
    }
    for end in ends.iter_mut().filter(|end| doubtful(end)) {
        if let End::Sent(Sent::Refused(why)) = end {
            *end = End::Sent(Sent::Later(std::mem::take(why)));
        }
    }
}

/// Five minutes, twenty, eighty ... a day at most.
fn wait_after(attempts: u16) -> TimeDelta {
    let growth = 4_i64.pow(u32::from(attempts.saturating_sub(1)).min(5));
    TimeDelta::minutes(5 * growth).min(TimeDelta::days(1))
}

impl Round {
    fn add(&mut self, other: &Self) {
        self.claimed += other.claimed;
        self.done += other.done;
        self.refused += other.refused;
        self.later += other.later;
        self.uncertain += other.uncertain;
        self.cancelled += other.cancelled;
        self.overtaken += other.overtaken;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_return_path_names_its_invitation_and_none_is_made_up() {
        let keys = tempfile::tempdir().unwrap();
        let key = crate::keys::Keys::open(&keys.path().join("k")).unwrap().site();
        let tag = return_tag(&key, InvitationId(7));
        assert!(tag.starts_with("7-") && tag.len() == 18, "{tag}");
        assert_eq!(returned_invitation(&key, &tag.to_uppercase()), Some(InvitationId(7)));
        for other in [tag.replace("7-", "8-"), "7-".to_owned(), "7".to_owned(), String::new()] {
            assert_eq!(returned_invitation(&key, &other), None, "{other}");
        }
    }

    #[test]
    fn the_waits_grow_to_a_day() {
        let minutes: Vec<i64> = (1..=MOST_ATTEMPTS).map(|attempts| wait_after(attempts).num_minutes()).collect();
        assert_eq!(minutes, [5, 20, 80, 320, 1_280, 1_440, 1_440, 1_440]);
    }
}
