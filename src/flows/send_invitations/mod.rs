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

use super::Outcome;
use crate::campaign::{Happening, Letter, LetterKind};
use crate::ids::{InvitationId, SurveyId};
use crate::language::say;
use crate::mail::report::Rules;
use crate::mail::{self, Message, Sent};
use crate::secret::{Key, Token};
use crate::site::Site;
use crate::store::invitation_event::Event;
use crate::store::letter::Limits;
use crate::store::{self, StoreError};
use crate::text::Language;
use chrono::{NaiveDateTime, TimeDelta};
use mark::{Ended, is_receivers_own, mark_part, pause_where_too_many_fail};
use plan::{End, Fields, Plan, Scribe, plan_letters, read_field};
use reminders::{end_pass, trace_of};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

/// How many letters one step claims.
const AT_ONCE: u32 = 512;

/// Longer than a part can take: a mailer begins no letter when two minutes of it are over, and one takes four at most, twice where
/// the connection was dead, and two to connect. Renewed with every part.
const LEASE: TimeDelta = TimeDelta::minutes(10);

/// How long sending a part is to take, about: what is begun and not yet marked when the process is killed is uncertain, which
/// may be two parts.
const PART: Duration = Duration::from_millis(20);

/// The size of the first part, before anybody knows how fast the server is.
const FIRST_PART: usize = 8;
/// No part is smaller: a slow receiver among them does not keep the others waiting one by one.
const LEAST_PART: usize = 8;

/// A step ends after so long, so that neither stopping nor the calendar waits for a slow server; the rest is given back.
const STEP: Duration = Duration::from_secs(5);

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

/// How long a database that is busy or away is asked again to keep what became of letters.
const INSIST: Duration = Duration::from_secs(60);

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

/// One step of sending: claims some letters that are due, sends them in parts, marks them. Blocks; not for an asynchronous worker thread.
///
/// # Errors
/// Only when the database fails; what was claimed then waits again when its lease has ended.
pub fn send_due_letters(site: &Site) -> Outcome<Round> {
    let (now, pace) = (site.clock.now(), &site.config.mail.pace);
    let mut round = Round::default();
    see_to_abandoned(site, now)?;
    if !pace.leaves_at(site.clock.local(now)) {
        return Ok(round);
    }
    let limits = Limits { most: AT_ONCE, per_minute: pace.per_minute, domain_per_minute: pace.domain_per_minute };
    let claimed = site.store.write(|db| store::letter::claim_due(db, now, now + LEASE, limits))?;
    round.claimed = u64::try_from(claimed.len()).unwrap_or(u64::MAX);
    if claimed.is_empty() {
        return Ok(round);
    }
    let surveys: BTreeSet<SurveyId> = claimed.iter().map(|letter| letter.survey).collect();
    let passes: BTreeMap<(SurveyId, i32), u16> = claimed
        .iter()
        .filter(|letter| letter.kind == LetterKind::Reminder)
        .map(|letter| ((letter.survey, letter.number), letter.attempts))
        .collect();
    let Handed { ended, rest, outcome } = send_in_parts(site, claimed, &mut round, now);
    insist(|| site.store.write(|db| mark_parts(site, db, &ended)))?.iter().for_each(|marked| round.add(marked));
    outcome?;
    site.store.write(|db| -> Result<(), StoreError> {
        store::letter::release(db, &rest, now)?;
        for ((survey, number), attempts) in passes {
            if let Some(key) = site.keys.survey(survey) {
                end_pass(db, &key, survey, number, now, attempts)?;
            }
        }
        let failing = surveys.into_iter().filter(|_| round.refused > 0);
        failing.into_iter().try_for_each(|survey| pause_where_too_many_fail(site, db, survey, now))
    })?;
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
    Ok(round)
}

/// Does something until the database is not busy and not away: what is known of letters must not be lost, else nobody knows any more
/// whether they went out.
fn insist<T>(mut work: impl FnMut() -> Result<T, StoreError>) -> Result<T, StoreError> {
    let began = Instant::now();
    loop {
        match work() {
            Err(StoreError::Busy | StoreError::Unreachable(_)) if began.elapsed() < INSIST => {
                std::thread::sleep(Duration::from_millis(500));
            }
            done => return done,
        }
    }
}

fn mark_parts(site: &Site, db: &mut Database, parts: &[Ended]) -> Result<Vec<Round>, StoreError> {
    parts.iter().map(|part| mark_part(site, db, part)).collect()
}

/// What was handed over and is not marked yet, and the letters that were not begun.
struct Handed {
    ended: Vec<Ended>,
    rest: Vec<Letter>,
    /// Why nothing more was begun, where that was not the end.
    outcome: Outcome<()>,
}

/// Sends letters part by part until all are sent or the step has lasted long enough. While one part is handed over, on a thread of
/// its own, the next is begun: but only while the server is quick, so that what is planned is sent at once. Where the next cannot be
/// begun, what became of those before is known all the same.
fn send_in_parts(site: &Site, claimed: Vec<Letter>, round: &mut Round, now: NaiveDateTime) -> Handed {
    let (post, parts) = channel::<Vec<Plan<Message>>>();
    let (report, reports) = channel();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            for part in parts {
                let began = Instant::now();
                let ends = send_planned(site, part);
                if report.send((ends, began.elapsed())).is_err() {
                    break;
                }
            }
        });
        let began = Instant::now();
        let mut waiting: VecDeque<Letter> = claimed.into();
        let mut scribe = Scribe::new(site, now);
        let (mut ended, mut on_its_way): (Vec<Ended>, Option<(Fields, Vec<Letter>)>) = (Vec::new(), None);
        let (mut size, mut took) = (FIRST_PART, Duration::MAX);
        let mut outcome = Ok(());
        loop {
            let mut next = None;
            let ahead = on_its_way.is_none() || took < PART * 2;
            if outcome.is_ok() && ahead && !waiting.is_empty() && began.elapsed() < STEP {
                let part: Vec<Letter> = waiting.drain(..size.min(waiting.len())).collect();
                match begin_part(site, &ended, part, &mut scribe) {
                    Ok((marked, begun)) => {
                        marked.iter().for_each(|marked| round.add(marked));
                        ended.clear();
                        next = Some(begun);
                    }
                    Err(failed) => outcome = Err(failed.into()),
                }
            }
            if let Some((fields, letters)) = on_its_way.take() {
                // The thread ends early only by breaking off, which leaving the scope makes known.
                let Ok((ends, elapsed)) = reports.recv() else { break };
                (took, size) = (elapsed, next_size(size, elapsed));
                ended.push(Ended { fields, letters: letters.into_iter().zip(ends).collect() });
            } else if next.is_none() {
                break;
            }
            if let Some(Part { fields, letters, messages }) = next {
                on_its_way = Some((fields, letters));
                if post.send(messages).is_err() {
                    break;
                }
            }
        }
        drop(post);
        Handed { ended, rest: waiting.into(), outcome }
    })
}

/// Half as many or twice as many, by how long the last part took.
fn next_size(size: usize, took: Duration) -> usize {
    if took > PART * 2 {
        (size / 2).max(LEAST_PART)
    } else if took < PART / 2 {
        (size * 2).min(AT_ONCE as usize)
    } else {
        size
    }
}

/// Letters about to be handed over.
struct Part {
    fields: Fields,
    letters: Vec<Letter>,
    messages: Vec<Plan<Message>>,
}

/// Marks the parts before and begins the next, in one transaction, and writes its messages.
///
/// Letters are planned while their surveys stay as they are. Closing takes away what tells that somebody has answered, on PostgreSQL
/// from under a reader's picture too: planned beside it, a reminder would go to everybody.
fn begin_part(
    site: &Site,
    before: &[Ended],
    part: Vec<Letter>,
    scribe: &mut Scribe<'_>,
) -> Result<(Vec<Round>, Part), StoreError> {
    let today = site.clock.today();
    let until = site.clock.now() + LEASE;
    let (marked, fields, letters, plans) = site.store.write(|db| -> Result<_, StoreError> {
        let marked = mark_parts(site, db, before)?;
        let letters = store::letter::begin(db, part, until)?;
        let surveys: BTreeSet<SurveyId> = letters.iter().map(|letter| letter.survey).collect();
        // In the order of their numbers, so that two senders never wait for each other.
        let fields = surveys.into_iter().map(|id| Ok((id, read_field(site, db, id)?)));
        let fields = fields.collect::<Result<Fields, StoreError>>()?;
        let plans = plan_letters(site, db, &fields, &letters, today)?;
        Ok((marked, fields, letters, plans))
    })?;
    let messages = letters.iter().zip(plans).map(|(letter, plan)| match plan {
        Plan::Send(contact) => match scribe.write(&fields[&letter.survey], letter, contact) {
            Ok(message) => Plan::Send(message),
            // It is begun: from here on it has an end, whatever happens.
            Err(_) => Plan::Known(End::Sent(Sent::Later(UNWRITTEN.to_owned()))),
        },
        Plan::Known(end) => Plan::Known(end),
    });
    let messages = messages.collect();
    Ok((marked, Part { fields, letters, messages }))
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
    fn a_part_is_as_large_as_the_server_is_fast() {
        assert_eq!(next_size(64, Duration::from_millis(5)), 128);
        assert_eq!(next_size(64, Duration::from_millis(20)), 64);
        assert_eq!(next_size(64, Duration::from_secs(2)), 32);
        assert_eq!((next_size(8, Duration::from_secs(2)), next_size(512, Duration::ZERO)), (8, 512));
    }

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
