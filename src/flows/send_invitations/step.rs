//! One step of sending: for some seconds letters are claimed, begun part by part, handed over and marked.

use super::mark::{Ended, mark_part, pause_where_too_many_fail};
use super::plan::{End, Fields, Invited, Plan, Scribe, plan_letters, read_field};
use super::reminders::end_pass;
use super::{LEASE, Round, UNWRITTEN, send_planned};
use crate::campaign::{Letter, LetterKind};
use crate::flows::Outcome;
use crate::ids::SurveyId;
use crate::mail::Sent;
use crate::site::Site;
use crate::store::letter::Limits;
use crate::store::{self, Database, StoreError};
use chrono::NaiveDateTime;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

/// How many letters are claimed at once.
const AT_ONCE: u32 = 512;

/// How long sending a part is to take, about: what is begun and not yet marked when the process is killed is uncertain, which
/// may be two parts.
const PART: Duration = Duration::from_millis(20);

/// The size of the first part, before anybody knows how fast the server is.
const FIRST_PART: usize = 8;
/// No part is smaller: a slow receiver among them does not keep the others waiting one by one.
const LEAST_PART: usize = 8;

/// A step ends after so long, so that neither stopping nor the calendar waits for a slow server; the rest is given back.
const STEP: Duration = Duration::from_secs(5);

/// How long a database that is busy or away is asked again to keep what became of letters.
const INSIST: Duration = Duration::from_secs(60);

/// A step on its way.
pub(super) struct Step<'s> {
    site: &'s Site,
    limits: Limits,
    began_at: NaiveDateTime,
    /// Claimed at that instant, and not begun.
    waiting: VecDeque<Letter>,
    claimed_at: NaiveDateTime,
    /// Whether more may be due.
    more: bool,
    surveys: BTreeSet<SurveyId>,
    /// The reminders of one number that have a pass, with their attempts.
    passes: BTreeMap<(SurveyId, i32), u16>,
    round: Round,
}

/// Letters that have begun, about to be written and handed over.
struct Part {
    fields: Fields,
    letters: Vec<Letter>,
    plans: Vec<Plan<Invited>>,
}

impl Part {
    /// Writes the letters and hands them over.
    fn send(self, site: &Site, scribe: &mut Scribe) -> Ended {
        let Self { fields, letters, plans } = self;
        let messages = letters.iter().zip(plans).map(|(letter, plan)| match plan {
            Plan::Send(contact) => match scribe.write(&fields[&letter.survey], letter, contact) {
                Ok(message) => Plan::Send(message),
                // It is begun: from here on it has an end, whatever happens.
                Err(_) => Plan::Known(End::Sent(Sent::Later(UNWRITTEN.to_owned()))),
            },
            Plan::Known(end) => Plan::Known(end),
        });
        let ends = send_planned(site, messages.collect());
        Ended { fields, letters: letters.into_iter().zip(ends).collect() }
    }
}

impl<'s> Step<'s> {
    /// A step that begins now.
    pub(super) fn new(site: &'s Site, now: NaiveDateTime) -> Self {
        let pace = &site.config.mail.pace;
        Self {
            site,
            limits: Limits { most: AT_ONCE, per_minute: pace.per_minute, domain_per_minute: pace.domain_per_minute },
            began_at: now,
            waiting: VecDeque::new(),
            claimed_at: now,
            more: true,
            surveys: BTreeSet::new(),
            passes: BTreeMap::new(),
            round: Round::default(),
        }
    }

    /// Takes it.
    pub(super) fn take(mut self) -> Outcome<Round> {
        let (ended, outcome) = self.send_in_parts();
        let marked = insist(|| self.site.store.write(|db| mark_parts(self.site, db, &ended)))?;
        marked.iter().for_each(|marked| self.round.add(marked));
        outcome?;
        if self.round.claimed > 0 {
            self.site.store.write(|db| self.conclude(db))?;
        }
        Ok(self.round)
    }

    /// Until nothing is due or the step has lasted long enough. While one part is written and handed over, on a thread of its own, the
    /// next is begun: but only while the server is quick, so that what is planned is sent at once. Where the next cannot be begun, what
    /// became of those before is known all the same: the parts that are not marked yet are returned.
    fn send_in_parts(&mut self) -> (Vec<Ended>, Outcome<()>) {
        let (site, now) = (self.site, self.began_at);
        let (post, parts) = channel::<Part>();
        let (report, reports) = channel();
        std::thread::scope(|scope| {
            scope.spawn(move || {
                let mut scribe = Scribe::new(site, now);
                for part in parts {
                    let began = Instant::now();
                    let ended = part.send(site, &mut scribe);
                    if report.send((ended, began.elapsed())).is_err() {
                        break;
                    }
                }
            });
            let began = Instant::now();
            let (mut ended, mut on_its_way): (Vec<Ended>, bool) = (Vec::new(), false);
            let (mut size, mut took) = (FIRST_PART, Duration::MAX);
            let mut outcome = Ok(());
            loop {
                let mut next = None;
                let ahead = !on_its_way || took < PART * 2;
                if outcome.is_ok() && ahead && (self.more || !self.waiting.is_empty()) && self.lasts(began) {
                    match self.begin_part(&ended, size) {
                        Ok(begun) => {
                            ended.clear();
                            next = begun;
                        }
                        Err(failed) => outcome = Err(failed.into()),
                    }
                }
                if on_its_way {
                    // The thread ends early only by breaking off, which leaving the scope makes known.
                    let Ok((part, elapsed)) = reports.recv() else { break };
                    (took, size) = (elapsed, next_size(size, elapsed));
                    ended.push(part);
                } else if next.is_none() {
                    break;
                }
                on_its_way = next.is_some();
                if next.is_some_and(|part| post.send(part).is_err()) {
                    break;
                }
            }
            drop(post);
            (ended, outcome)
        })
    }

    /// By either clock: one may be put back, the other stands still while the machine sleeps.
    fn lasts(&self, began: Instant) -> bool {
        began.elapsed() < STEP && (self.site.clock.now() - self.began_at).to_std().is_ok_and(|passed| passed < STEP)
    }

    /// Marks the parts before, claims more where none waits, and begins the next part, in one transaction. `None` where nothing is due.
    ///
    /// Letters are planned while their surveys stay as they are. Closing takes away what tells that somebody has answered, on
    /// PostgreSQL from under a reader's picture too: planned beside it, a reminder would go to everybody.
    fn begin_part(&mut self, before: &[Ended], size: usize) -> Result<Option<Part>, StoreError> {
        let (site, now) = (self.site, self.site.clock.now());
        let mut waiting = std::mem::take(&mut self.waiting);
        let claims = waiting.is_empty();
        let (surveys, limits, refused) = (&self.surveys, self.limits, self.round.refused);
        let (marked, waiting, claimed, begun) = site.store.write(|db| -> Result<_, StoreError> {
            let marked = mark_parts(site, db, before)?;
            let mut claimed = Vec::new();
            if claims {
                if refused + marked.iter().map(|round| round.refused).sum::<u64>() > 0 {
                    surveys.iter().try_for_each(|survey| pause_where_too_many_fail(site, db, *survey, now))?;
                }
                let due = store::letter::claim_due(db, now, now + LEASE, limits)?;
                claimed = due.iter().map(|letter| (letter.survey, letter.kind, letter.number, letter.attempts)).collect();
                waiting.extend(due);
            }
            let part: Vec<Letter> = waiting.drain(..size.min(waiting.len())).collect();
            if part.is_empty() {
                return Ok((marked, waiting, claimed, None));
            }
            let letters = store::letter::begin(db, part, now + LEASE)?;
            let own: BTreeSet<SurveyId> = letters.iter().map(|letter| letter.survey).collect();
            // In the order of their numbers, so that two senders never wait for each other.
            let fields = own.into_iter().map(|id| Ok((id, read_field(site, db, id)?)));
            let fields = fields.collect::<Result<Fields, StoreError>>()?;
            let plans = plan_letters(site, db, &fields, &letters, site.clock.today())?;
            Ok((marked, waiting, claimed, Some(Part { fields, letters, plans })))
        })?;
        self.waiting = waiting;
        marked.iter().for_each(|marked| self.round.add(marked));
        if claims {
            self.claimed_at = now;
            self.more = claimed.len() >= AT_ONCE as usize;
        }
        self.round.claimed += claimed.len() as u64;
        for (survey, kind, number, attempts) in claimed {
            self.surveys.insert(survey);
            if kind == LetterKind::Reminder {
                self.passes.insert((survey, number), attempts);
            }
        }
        Ok(begun)
    }

    /// Gives back what was not begun, ends the passes of reminders, pauses what fails.
    fn conclude(&mut self, db: &mut Database) -> Result<(), StoreError> {
        let (site, now) = (self.site, self.began_at);
        store::letter::release(db, self.waiting.make_contiguous(), self.claimed_at)?;
        for ((survey, number), attempts) in &self.passes {
            if let Some(key) = site.keys.survey(*survey) {
                end_pass(db, &key, *survey, *number, now, *attempts)?;
            }
        }
        let failing = self.surveys.iter().filter(|_| self.round.refused > 0);
        failing.into_iter().try_for_each(|survey| pause_where_too_many_fail(site, db, *survey, now))
    }
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
}
