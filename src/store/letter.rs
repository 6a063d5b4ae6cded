//! Letters: due work as a state, an instant and a lease on its own row.
//!
//! Nothing is read, changed in the program and written back: each change names the state it starts from and is checked by the
//! number of rows. The number of attempts tells one claim from the next, so a sender whose lease has ended changes nothing.

use super::columns::{instant, known, number};
use super::dialect::on_either;
use super::schema::{contact, invitation, letter};
use super::{Database, StoreError};
use crate::campaign::{Letter, LetterKind, LetterState};
use crate::ids::{InvitationId, LetterId, SurveyId};
use chrono::{DateTime, NaiveDateTime};
use diesel::dsl::{count_star, exists, not, sum};
use diesel::prelude::*;
use std::collections::BTreeMap;

#[derive(Insertable)]
#[diesel(table_name = letter, treat_none_as_default_value = false)]
struct LetterRow {
    invitation_id: i64,
    survey_id: i64,
    kind: &'static str,
    number: i32,
    state: &'static str,
    due_at: NaiveDateTime,
    attempts: i32,
    uncertain: i32,
    problem: &'static str,
}

/// A reminder with its trace; `None` before its first pass.
pub type Traced = (LetterId, Option<Vec<u8>>);

/// When every letter that has ended was due: no row tells when it was last tried.
const ENDED: NaiveDateTime = DateTime::UNIX_EPOCH.naive_utc();

/// Queues a letter for every invitation of a survey that has not got this one: the first (`number` 1) or a reminder (1, 2, ...).
/// Who opted out gets none, and a reminder goes only where the first letter was done. Returns how many were queued.
pub fn queue(
    database: &mut Database,
    survey: SurveyId,
    kind: LetterKind,
    number: i32,
    due_at: NaiveDateTime,
) -> Result<usize, StoreError> {
    let mut queued = 0;
    let waiting = match kind {
        LetterKind::Invitation => without_letter(database, survey, kind, number)?,
        LetterKind::Reminder => {
            let first: Vec<i64> = letter::table
                .filter(letter::survey_id.eq(survey.0))
                .filter(letter::kind.eq(LetterKind::Invitation.code()))
                .filter(letter::state.eq(LetterState::Done.code()))
                .order(letter::invitation_id)
                .select(letter::invitation_id)
                .load(database)?;
            let mut waiting = without_letter(database, survey, kind, number)?;
            waiting.retain(|invitation| first.binary_search(invitation).is_ok());
            waiting
        }
    };
    for some in waiting.chunks(1_000) {
        let rows: Vec<LetterRow> = some.iter().map(|invitation| row(*invitation, survey, kind, number, due_at)).collect();
        queued += on_either!(&mut *database, connection => {
            diesel::insert_into(letter::table).values(rows).on_conflict_do_nothing().execute(connection)
        })?;
    }
    Ok(queued)
}

fn row(invitation_id: i64, survey: SurveyId, kind: LetterKind, number: i32, due_at: NaiveDateTime) -> LetterRow {
    LetterRow {
        invitation_id,
        survey_id: survey.0,
        kind: kind.code(),
        number,
        state: LetterState::Waiting.code(),
        due_at: instant(due_at),
        attempts: 0,
        uncertain: 0,
        problem: "",
    }
}

/// The row of a claimed letter, as long as the claim holds.
macro_rules! mine {
    ($claimed:expr) => {
        letter::table
            .find($claimed.id.0)
            .filter(letter::state.eq(LetterState::Sending.code()))
            .filter(letter::attempts.eq(i32::from($claimed.attempts)))
    };
}

/// The reminders of one number of a survey.
macro_rules! reminders {
    ($of:expr, $number:expr) => {
        letter::table
            .filter(letter::survey_id.eq($of.0))
            .filter(letter::kind.eq(LetterKind::Reminder.code()))
            .filter(letter::number.eq($number))
    };
}

/// How a row looks at its end: nothing in it tells what the way was.
macro_rules! ended {
    ($to:expr) => {
        (
            letter::state.eq($to.code()),
            letter::lease_until.eq(None::<NaiveDateTime>),
            letter::due_at.eq(ENDED),
            letter::attempts.eq(1),
            letter::problem.eq(""),
            letter::trace.eq(None::<Vec<u8>>),
        )
    };
}

fn without_letter(database: &mut Database, survey: SurveyId, kind: LetterKind, number: i32) -> QueryResult<Vec<i64>> {
    let this = letter::table
        .filter(letter::invitation_id.eq(invitation::id))
        .filter(letter::kind.eq(kind.code()))
        .filter(letter::number.eq(number));
    invitation::table
        .inner_join(contact::table)
        .filter(invitation::survey_id.eq(survey.0))
        .filter(contact::opted_out.eq(false))
        .filter(not(exists(this)))
        .order(invitation::id)
        .select(invitation::id)
        .load(database)
}

/// Claims up to `most` letters that are due, or whose sender's lease has ended, until `lease_until`. The latter may have been
/// sent already: they are counted as uncertain. A short transaction of its own; send outside of it, then mark each.
pub fn claim_due(
    database: &mut Database,
    now: NaiveDateTime,
    lease_until: NaiveDateTime,
    most: u32,
) -> Result<Vec<Letter>, StoreError> {
    type Stored = (i64, i64, i64, String, i32, String, i32, Option<Vec<u8>>);
    let columns = (
        letter::id,
        letter::invitation_id,
        letter::survey_id,
        letter::kind,
        letter::number,
        letter::state,
        letter::attempts,
        letter::trace,
    );
    let (waiting, sending) = (LetterState::Waiting.code(), LetterState::Sending.code());
    // Two questions, each in the order of an index: together they would be sorted at every claim.
    let abandoned = letter::table
        .filter(letter::state.eq(sending))
        .filter(letter::lease_until.lt(instant(now)).assume_not_null())
        .order((letter::due_at, letter::id))
        .limit(most.into());
    let mut candidates: Vec<Stored> = abandoned.select(columns).load(database)?;
    let room = i64::from(most) - number::<usize, i64>("count", candidates.len())?;
    let due = letter::table
        .filter(letter::state.eq(waiting))
        .filter(letter::due_at.le(instant(now)))
        .order((letter::due_at, letter::id))
        .limit(room);
    candidates.extend(due.select(columns).load::<Stored>(database)?);
    let mut claimed = Vec::with_capacity(candidates.len());
    for (id, invitation, survey, kind, which, state, attempts, trace) in candidates {
        let mine = letter::table.find(id).filter(letter::state.eq(&state)).filter(letter::attempts.eq(attempts));
        let change = (
            letter::state.eq(sending),
            letter::lease_until.eq(Some(instant(lease_until))),
            letter::attempts.eq(letter::attempts + 1),
            letter::uncertain.eq(letter::uncertain + i32::from(state == sending)),
        );
        if diesel::update(mine).set(change).execute(database)? == 1 {
            claimed.push(Letter {
                id: LetterId(id),
                invitation: InvitationId(invitation),
                survey: SurveyId(survey),
                kind: known("letter.kind", LetterKind::parse(&kind))?,
                number: which,
                attempts: number("letter.attempts", attempts + 1)?,
                trace,
            });
        }
    }
    Ok(claimed)
}

/// An invitation that was sent. `false` when the lease had ended and another sender has the letter.
pub fn mark_sent(database: &mut Database, claimed: &Letter) -> Result<bool, StoreError> {
    mark(database, claimed, LetterState::Done, None, "")
}

/// It may have gone out or not: due again at that instant, and counted as uncertain.
pub fn mark_unclear(database: &mut Database, claimed: &Letter, due_at: NaiveDateTime, problem: &str) -> Result<bool, StoreError> {
    let marked = mark(database, claimed, LetterState::Waiting, Some(due_at), problem)?;
    if marked {
        diesel::update(letter::table.find(claimed.id.0)).set(letter::uncertain.eq(letter::uncertain + 1)).execute(database)?;
    }
    Ok(marked)
}

/// Refused for good; the problem in the mail server's words, without the address.
pub fn mark_refused(database: &mut Database, claimed: &Letter, problem: &str) -> Result<bool, StoreError> {
    mark(database, claimed, LetterState::Refused, None, problem)
}

/// Not now: due again at that instant.
pub fn mark_later(database: &mut Database, claimed: &Letter, due_at: NaiveDateTime, problem: &str) -> Result<bool, StoreError> {
    mark(database, claimed, LetterState::Waiting, Some(due_at), problem)
}

/// Not to be sent any more: the contact opted out or is gone, or the survey has closed. A reminder that had a pass already is
/// done then, whatever came of it.
pub fn mark_over(database: &mut Database, claimed: &Letter) -> Result<bool, StoreError> {
    let to = if claimed.trace.is_some() { LetterState::Done } else { LetterState::Cancelled };
    Ok(diesel::update(mine!(claimed)).set(ended!(to)).execute(database)? == 1)
}

/// A reminder after its pass, the same whatever came of it: waiting until that instant. `trace` tells, to who has the key,
/// what came of it; `None` leaves the earlier one.
pub fn mark_passed(
    database: &mut Database,
    claimed: &Letter,
    due_at: NaiveDateTime,
    trace: Option<Vec<u8>>,
) -> Result<bool, StoreError> {
    let change = (
        letter::state.eq(LetterState::Waiting.code()),
        letter::lease_until.eq(None::<NaiveDateTime>),
        letter::due_at.eq(instant(due_at)),
        trace.map(|trace| letter::trace.eq(Some(trace))),
    );
    Ok(diesel::update(mine!(claimed)).set(change).execute(database)? == 1)
}

fn mark(
    database: &mut Database,
    claimed: &Letter,
    to: LetterState,
    due_at: Option<NaiveDateTime>,
    problem: &str,
) -> Result<bool, StoreError> {
    let change = (
        letter::state.eq(to.code()),
        letter::lease_until.eq(None::<NaiveDateTime>),
        letter::problem.eq(problem),
        due_at.map(|due_at| letter::due_at.eq(instant(due_at))),
    );
    Ok(diesel::update(mine!(claimed)).set(change).execute(database)? == 1)
}

/// What the pass just ended left at each reminder of that number; `None` while one of them is being sent or is due.
pub fn traces_after_pass(
    database: &mut Database,
    of: SurveyId,
    number: i32,
    now: NaiveDateTime,
) -> Result<Option<Vec<Traced>>, StoreError> {
    let due = letter::state.eq(LetterState::Waiting.code()).and(letter::due_at.le(instant(now)));
    let open = letter::state.eq(LetterState::Sending.code()).or(due);
    if diesel::select(exists(reminders!(of, number).filter(open))).get_result(database)? {
        return Ok(None);
    }
    let waiting = reminders!(of, number).filter(letter::state.eq(LetterState::Waiting.code()));
    let traces: Vec<(i64, Option<Vec<u8>>)> = waiting.select((letter::id, letter::trace)).load(database)?;
    Ok(Some(traces.into_iter().map(|(id, trace)| (LetterId(id), trace)).collect()))
}

/// Puts all waiting reminders of that number off to the same instant.
pub fn put_off_reminders(database: &mut Database, of: SurveyId, number: i32, due_at: NaiveDateTime) -> Result<(), StoreError> {
    let waiting = reminders!(of, number).filter(letter::state.eq(LetterState::Waiting.code()));
    diesel::update(waiting).set(letter::due_at.eq(instant(due_at))).execute(database)?;
    Ok(())
}

/// Ends all waiting reminders of that number together, each row like the next.
pub fn end_reminders(database: &mut Database, of: SurveyId, number: i32) -> Result<(), StoreError> {
    let waiting = reminders!(of, number).filter(letter::state.eq(LetterState::Waiting.code()));
    diesel::update(waiting).set(ended!(LetterState::Done)).execute(database)?;
    Ok(())
}

/// Puts the invitations of a survey that the mail server refused back, as if they had never been tried; how many.
pub fn retry_refused(database: &mut Database, of: SurveyId, due_at: NaiveDateTime) -> Result<usize, StoreError> {
    let refused = letter::table
        .filter(letter::survey_id.eq(of.0))
        .filter(letter::kind.eq(LetterKind::Invitation.code()))
        .filter(letter::state.eq(LetterState::Refused.code()));
    let change = (
        letter::state.eq(LetterState::Waiting.code()),
        letter::due_at.eq(instant(due_at)),
        letter::attempts.eq(0),
        letter::problem.eq(""),
    );
    Ok(diesel::update(refused).set(change).execute(database)?)
}

/// Cancels what is still waiting for one invitation (its contact opted out); how many.
pub fn cancel_of(database: &mut Database, of: InvitationId) -> Result<usize, StoreError> {
    let own = letter::table.filter(letter::invitation_id.eq(of.0)).filter(letter::state.eq(LetterState::Waiting.code()));
    Ok(diesel::update(own).set(ended!(LetterState::Cancelled)).execute(database)?)
}

/// Ends what is still waiting for a survey (it closed): cancelled, but for reminders that had a pass. How many were cancelled.
pub fn cancel_all(database: &mut Database, of: SurveyId) -> Result<usize, StoreError> {
    let waiting = || letter::table.filter(letter::survey_id.eq(of.0)).filter(letter::state.eq(LetterState::Waiting.code()));
    diesel::update(waiting().filter(letter::trace.is_not_null())).set(ended!(LetterState::Done)).execute(database)?;
    Ok(diesel::update(waiting()).set(ended!(LetterState::Cancelled)).execute(database)?)
}

/// How many letters of a survey there are of each kind in each state; only those there are. Reminders that wait for the last of
/// them count as being sent.
pub fn count_by_state(database: &mut Database, of: SurveyId) -> Result<Vec<(LetterKind, LetterState, u64)>, StoreError> {
    let own = || letter::table.filter(letter::survey_id.eq(of.0));
    let counts: Vec<(String, String, i64)> = own()
        .group_by((letter::kind, letter::state))
        .order((letter::kind, letter::state))
        .select((letter::kind, letter::state, count_star()))
        .load(database)?;
    let tried = own().filter(letter::state.eq(LetterState::Waiting.code())).filter(letter::trace.is_not_null());
    let tried: u64 = number("count", tried.count().get_result::<i64>(database)?)?;
    let mut read = BTreeMap::new();
    for (kind, state, count) in counts {
        let kind = known("letter.kind", LetterKind::parse(&kind))?;
        read.insert((kind, known("letter.state", LetterState::parse(&state))?), number::<i64, u64>("count", count)?);
    }
    if tried > 0 {
        *read.entry((LetterKind::Reminder, LetterState::Waiting)).or_default() -= tried;
        *read.entry((LetterKind::Reminder, LetterState::Sending)).or_default() += tried;
    }
    Ok(read.into_iter().filter(|(_, count)| *count > 0).map(|((kind, state), count)| (kind, state, count)).collect())
}

/// Why some letters did not go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hindrance {
    /// The reason, as it was marked.
    pub problem: String,
    /// Waiting for another attempt, or refused.
    pub state: LetterState,
    /// How many letters.
    pub count: u64,
    /// When the next attempt of those that wait is due.
    pub next_attempt: Option<NaiveDateTime>,
}

/// Why letters of a survey wait for another attempt or were refused. The most frequent reasons first, `most` of them.
pub fn count_by_problem(database: &mut Database, of: SurveyId, most: u32) -> Result<Vec<Hindrance>, StoreError> {
    let held = letter::state.eq_any([LetterState::Waiting.code(), LetterState::Refused.code()]);
    let counts: Vec<(String, String, i64, Option<NaiveDateTime>)> = letter::table
        .filter(letter::survey_id.eq(of.0).and(letter::problem.ne("")).and(held))
        .group_by((letter::problem, letter::state))
        .order((count_star().desc(), letter::problem, letter::state))
        .limit(most.into())
        .select((letter::problem, letter::state, count_star(), diesel::dsl::min(letter::due_at)))
        .load(database)?;
    let read = |(problem, state, count, due): (String, String, i64, Option<NaiveDateTime>)| {
        let state = known("letter.state", LetterState::parse(&state))?;
        let next_attempt = due.filter(|_| state == LetterState::Waiting);
        Ok(Hindrance { problem, state, count: number("count", count)?, next_attempt })
    };
    counts.into_iter().map(read).collect()
}

/// How often a letter of a survey may have been sent once more than the program knows.
pub fn count_uncertain(database: &mut Database, of: SurveyId) -> Result<u64, StoreError> {
    let total: Option<i64> = letter::table.filter(letter::survey_id.eq(of.0)).select(sum(letter::uncertain)).first(database)?;
    number("letter.uncertain", total.unwrap_or(0))
}

/// The highest number of a kind of letter of a survey; 0 when there is none.
pub fn last_number(database: &mut Database, of: SurveyId, kind: LetterKind) -> Result<i32, StoreError> {
    let own = letter::table.filter(letter::survey_id.eq(of.0)).filter(letter::kind.eq(kind.code()));
    let last: Option<i32> = own.select(diesel::dsl::max(letter::number)).first(database)?;
    Ok(last.unwrap_or(0))
}
