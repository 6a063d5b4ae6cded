//! Letters: due work as a state, an instant and a lease on its own row.
//!
//! A claim is a lease; what is about to be handed over is marked as begun before it is. So whoever dies leaves two kinds of
//! letters: those that nobody has touched, which wait again, and those begun, of which nobody knows whether they went out. Of
//! these an invitation becomes uncertain and is not sent again unless a person says so; a reminder is not worth a second.
//!
//! Nothing is read, changed in the program and written back: each change names the state it starts from and is checked by the
//! number of rows. The number of its claim tells one claim from the next, so a sender whose lease has ended changes nothing.

mod claim;
mod counts;
mod mark;

pub use claim::{Abandoned, Limits, begin, claim_due, release, take_over};
pub use counts::{
    Hindrance, count_by_problem, count_by_state, count_deferred, count_taken_and_bounced, count_uncertain, last_number,
};
pub use mark::{mark_bounced, mark_later, mark_over, mark_passed, mark_sent, mark_uncertain};

use super::columns::instant;
use super::dialect::on_either;
use super::schema::{contact, invitation, letter};
use super::{Database, StoreError};
use crate::campaign::{Letter, LetterKind, LetterState};
use crate::ids::{InvitationId, LetterId, SurveyId};
use chrono::{DateTime, NaiveDateTime};
use diesel::dsl::{exists, not};
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
    domain: String,
    begun: bool,
    attempts: i32,
    uncertain: i32,
    problem: &'static str,
}

/// A reminder with its trace; `None` before its first pass.
pub type Traced = (LetterId, Option<Vec<u8>>);

/// When every letter that has ended was due: no row tells when it was last tried.
const ENDED: NaiveDateTime = DateTime::UNIX_EPOCH.naive_utc();

/// The row of a claimed letter, as long as the claim holds.
macro_rules! mine {
    ($claimed:expr) => {
        letter::table
            .find($claimed.id.0)
            .filter(letter::state.eq(LetterState::Sending.code()))
            .filter(letter::claim.eq($claimed.claim))
    };
}

use mine;

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
            letter::begun.eq(false),
            letter::attempts.eq(1),
            letter::claim.eq(1),
            letter::problem.eq(""),
            letter::trace.eq(None::<Vec<u8>>),
        )
    };
}
use ended;

/// Queues a letter for every invitation of a survey that has not got this one: the first (`number` 1), a reminder (1, 2, ...) or
/// thanks (1). Who opted out gets none, and a letter after the first goes only where that was done. Returns the invitations that it was queued for.
pub fn queue(
    database: &mut Database,
    survey: SurveyId,
    kind: LetterKind,
    number: i32,
    due_at: NaiveDateTime,
) -> Result<Vec<InvitationId>, StoreError> {
    let mut queued = Vec::new();
    let waiting = unqueued(database, survey, kind, number)?;
    for some in waiting.chunks(1_000) {
        let rows: Vec<LetterRow> = some.iter().map(|invited| row(invited, survey, kind, number, due_at)).collect();
        let ids: Vec<i64> = on_either!(&mut *database, connection => {
            diesel::insert_into(letter::table)
                .values(rows)
                .on_conflict_do_nothing()
                .returning(letter::invitation_id)
                .get_results(connection)
        })?;
        queued.extend(ids.into_iter().map(InvitationId));
    }
    Ok(queued)
}

/// How many [`queue`] would queue.
pub fn count_unqueued(database: &mut Database, of: SurveyId, kind: LetterKind, which: i32) -> Result<u64, StoreError> {
    Ok(u64::try_from(unqueued(database, of, kind, which)?.len()).unwrap_or(u64::MAX))
}

fn unqueued(database: &mut Database, survey: SurveyId, kind: LetterKind, number: i32) -> QueryResult<Vec<(i64, String)>> {
    let mut waiting = without_letter(database, survey, kind, number)?;
    if kind != LetterKind::Invitation {
        let first: Vec<i64> = letter::table
            .filter(letter::survey_id.eq(survey.0))
            .filter(letter::kind.eq(LetterKind::Invitation.code()))
            .filter(letter::state.eq(LetterState::Done.code()))
            .order(letter::invitation_id)
            .select(letter::invitation_id)
            .load(database)?;
        waiting.retain(|(invitation, _)| first.binary_search(invitation).is_ok());
    }
    Ok(waiting)
}

fn row(
    (invitation_id, address): &(i64, String),
    survey: SurveyId,
    kind: LetterKind,
    number: i32,
    due_at: NaiveDateTime,
) -> LetterRow {
    LetterRow {
        invitation_id: *invitation_id,
        survey_id: survey.0,
        kind: kind.code(),
        number,
        state: LetterState::Waiting.code(),
        due_at: instant(due_at),
        domain: address.rsplit_once('@').map_or("", |(_, domain)| domain).to_owned(),
        begun: false,
        attempts: 0,
        uncertain: 0,
        problem: "",
    }
}

fn without_letter(database: &mut Database, survey: SurveyId, kind: LetterKind, number: i32) -> QueryResult<Vec<(i64, String)>> {
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
        .select((invitation::id, contact::address_key))
        .load(database)
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

/// Puts the letters of a kind that ended in one of these states back, as if they had never been tried; whose they are.
pub fn retry(
    database: &mut Database,
    of: SurveyId,
    kind: LetterKind,
    states: &[LetterState],
    due_at: NaiveDateTime,
) -> Result<Vec<InvitationId>, StoreError> {
    let codes: Vec<&str> = states.iter().map(|state| state.code()).collect();
    let ended =
        letter::table.filter(letter::survey_id.eq(of.0)).filter(letter::kind.eq(kind.code())).filter(letter::state.eq_any(codes));
    let change = (
        letter::state.eq(LetterState::Waiting.code()),
        letter::due_at.eq(instant(due_at)),
        letter::attempts.eq(0),
        letter::problem.eq(""),
    );
    let mut invitations: Vec<i64> = on_either!(&mut *database, connection => {
        diesel::update(ended).set(change).returning(letter::invitation_id).get_results(connection)
    })?;
    invitations.sort_unstable();
    Ok(invitations.into_iter().map(InvitationId).collect())
}

/// Ends what is still waiting for one invitation (its contact opted out); how many.
pub fn cancel_of(database: &mut Database, of: InvitationId) -> Result<usize, StoreError> {
    let own = letter::table.filter(letter::invitation_id.eq(of.0)).filter(letter::state.eq(LetterState::Waiting.code()));
    Ok(diesel::update(own).set(ended!(LetterState::Suppressed)).execute(database)?)
}

/// Ends what is still waiting for a survey (it closed): cancelled, but for reminders that had a pass. How many were cancelled.
pub fn cancel_all(database: &mut Database, of: SurveyId) -> Result<usize, StoreError> {
    let waiting = || letter::table.filter(letter::survey_id.eq(of.0)).filter(letter::state.eq(LetterState::Waiting.code()));
    diesel::update(waiting().filter(letter::trace.is_not_null())).set(ended!(LetterState::Done)).execute(database)?;
    Ok(diesel::update(waiting()).set(ended!(LetterState::Cancelled)).execute(database)?)
}

/// The numbers of claimed letters by their claims, which tell one from the next.
fn ids_by_claim<'l>(letters: impl IntoIterator<Item = &'l Letter>) -> BTreeMap<i32, Vec<i64>> {
    let mut by_claim: BTreeMap<i32, Vec<i64>> = BTreeMap::new();
    for letter in letters {
        by_claim.entry(letter.claim).or_default().push(letter.id.0);
    }
    by_claim
}
