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
use chrono::NaiveDateTime;
use diesel::dsl::{count_star, exists, not, sum};
use diesel::prelude::*;

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
    type Stored = (i64, i64, i64, String, String, i32);
    let (waiting, sending) = (LetterState::Waiting.code(), LetterState::Sending.code());
    let due = letter::state.eq(waiting).and(letter::due_at.le(instant(now)));
    let abandoned = letter::state.eq(sending).and(letter::lease_until.lt(instant(now)).assume_not_null());
    let candidates: Vec<Stored> = letter::table
        .filter(due.or(abandoned))
        .order((letter::due_at, letter::id))
        .limit(most.into())
        .select((letter::id, letter::invitation_id, letter::survey_id, letter::kind, letter::state, letter::attempts))
        .load(database)?;
    let mut claimed = Vec::with_capacity(candidates.len());
    for (id, invitation, survey, kind, state, attempts) in candidates {
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
                attempts: number("letter.attempts", attempts + 1)?,
            });
        }
    }
    Ok(claimed)
}

/// Sent, or not needed. `false` when the lease had ended and another sender has the letter.
/// A reminder forgets how many attempts it took: only those who had not answered are tried a second time.
pub fn mark_done(database: &mut Database, claimed: &Letter) -> Result<bool, StoreError> {
    let done = mark(database, claimed, LetterState::Done, None, "")?;
    if done && claimed.kind == LetterKind::Reminder {
        diesel::update(letter::table.find(claimed.id.0)).set(letter::attempts.eq(1)).execute(database)?;
    }
    Ok(done)
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

/// Not to be sent any more: the contact opted out or is gone, or the survey has closed.
pub fn mark_cancelled(database: &mut Database, claimed: &Letter) -> Result<bool, StoreError> {
    mark(database, claimed, LetterState::Cancelled, None, "")
}

fn mark(
    database: &mut Database,
    claimed: &Letter,
    to: LetterState,
    due_at: Option<NaiveDateTime>,
    problem: &str,
) -> Result<bool, StoreError> {
    let mine = letter::table
        .find(claimed.id.0)
        .filter(letter::state.eq(LetterState::Sending.code()))
        .filter(letter::attempts.eq(i32::from(claimed.attempts)));
    let change = (letter::state.eq(to.code()), letter::lease_until.eq(None::<NaiveDateTime>), letter::problem.eq(problem));
    let changed = diesel::update(mine).set(change).execute(database)?;
    if let (1, Some(due_at)) = (changed, due_at) {
        diesel::update(letter::table.find(claimed.id.0)).set(letter::due_at.eq(instant(due_at))).execute(database)?;
    }
    Ok(changed == 1)
}

/// A letter that was done came back: it becomes refused. `false` when it was not done.
pub fn mark_bounced(database: &mut Database, id: LetterId, problem: &str) -> Result<bool, StoreError> {
    let own = letter::table.find(id.0).filter(letter::state.eq(LetterState::Done.code()));
    let change = (letter::state.eq(LetterState::Refused.code()), letter::problem.eq(problem));
    Ok(diesel::update(own).set(change).execute(database)? == 1)
}

/// Cancels what is still waiting for one invitation (its contact opted out); how many.
pub fn cancel_of(database: &mut Database, of: InvitationId) -> Result<usize, StoreError> {
    let own = letter::table.filter(letter::invitation_id.eq(of.0)).filter(letter::state.eq(LetterState::Waiting.code()));
    Ok(diesel::update(own).set(letter::state.eq(LetterState::Cancelled.code())).execute(database)?)
}

/// Cancels what is still waiting for a survey (it closed); how many.
pub fn cancel_all(database: &mut Database, of: SurveyId) -> Result<usize, StoreError> {
    let own = letter::table.filter(letter::survey_id.eq(of.0)).filter(letter::state.eq(LetterState::Waiting.code()));
    Ok(diesel::update(own).set(letter::state.eq(LetterState::Cancelled.code())).execute(database)?)
}

/// How many letters of a survey there are of each kind in each state; only those there are.
pub fn count_by_state(database: &mut Database, of: SurveyId) -> Result<Vec<(LetterKind, LetterState, u64)>, StoreError> {
    let counts: Vec<(String, String, i64)> = letter::table
        .filter(letter::survey_id.eq(of.0))
        .group_by((letter::kind, letter::state))
        .order((letter::kind, letter::state))
        .select((letter::kind, letter::state, count_star()))
        .load(database)?;
    let read = |(kind, state, count): (String, String, i64)| {
        let kind = known("letter.kind", LetterKind::parse(&kind))?;
        Ok((kind, known("letter.state", LetterState::parse(&state))?, number("count", count)?))
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

/// When the next letter is due or a lease ends; `None` when nothing waits.
pub fn next_due(database: &mut Database) -> Result<Option<NaiveDateTime>, StoreError> {
    let open = [LetterState::Waiting.code(), LetterState::Sending.code()];
    let next = |state: &'static str| letter::table.filter(letter::state.eq(state));
    let due: Option<NaiveDateTime> = next(open[0]).select(diesel::dsl::min(letter::due_at)).first(database)?;
    let lease: Option<NaiveDateTime> = next(open[1]).select(diesel::dsl::min(letter::lease_until)).first(database)?;
    Ok(due.into_iter().chain(lease).min())
}
