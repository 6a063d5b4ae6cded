//! What came of claimed letters.

use super::{ENDED, ended, ids_by_claim, mine};
use crate::campaign::{Letter, LetterState};
use crate::ids::LetterId;
use crate::store::columns::instant;
use crate::store::dialect::on_either;
use crate::store::schema::letter;
use crate::store::{Database, StoreError};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashSet;

/// Invitations that were sent; which of them: not those whose lease had ended and that another sender has.
pub fn mark_sent(database: &mut Database, claimed: &[&Letter]) -> Result<HashSet<LetterId>, StoreError> {
    let mut marked = HashSet::new();
    for (claim, ids) in ids_by_claim(claimed.iter().copied()) {
        for some in ids.chunks(500) {
            let own = letter::table
                .filter(letter::id.eq_any(some.to_vec()))
                .filter(letter::state.eq(LetterState::Sending.code()))
                .filter(letter::claim.eq(claim));
            let change = (
                letter::state.eq(LetterState::Done.code()),
                letter::lease_until.eq(None::<NaiveDateTime>),
                letter::begun.eq(false),
                letter::problem.eq(""),
            );
            let ids: Vec<i64> = on_either!(&mut *database, connection => {
                diesel::update(own).set(change).returning(letter::id).get_results(connection)
            })?;
            marked.extend(ids.into_iter().map(LetterId));
        }
    }
    Ok(marked)
}

/// It may have gone out or not: a person decides.
pub fn mark_uncertain(database: &mut Database, claimed: &Letter, problem: &str) -> Result<bool, StoreError> {
    let marked = mark(database, claimed, LetterState::Uncertain, None, problem)?;
    if marked {
        diesel::update(letter::table.find(claimed.id.0)).set(letter::uncertain.eq(letter::uncertain + 1)).execute(database)?;
    }
    Ok(marked)
}

/// Refused for good: one of [`LetterState::BOUNCED`]; the problem in the mail server's words, without the address.
pub fn mark_bounced(database: &mut Database, claimed: &Letter, to: LetterState, problem: &str) -> Result<bool, StoreError> {
    mark(database, claimed, to, None, problem)
}

/// Not now: due again at that instant.
pub fn mark_later(database: &mut Database, claimed: &Letter, due_at: NaiveDateTime, problem: &str) -> Result<bool, StoreError> {
    mark(database, claimed, LetterState::Waiting, Some(due_at), problem)
}

/// Not to be sent any more: suppressed or cancelled. A reminder that had a pass already is done then, whatever came of it.
pub fn mark_over(database: &mut Database, claimed: &Letter, to: LetterState) -> Result<bool, StoreError> {
    let to = if claimed.trace.is_some() { LetterState::Done } else { to };
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
        letter::begun.eq(false),
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
        letter::begun.eq(false),
        letter::problem.eq(problem),
        due_at.map(|due_at| letter::due_at.eq(instant(due_at))),
    );
    Ok(diesel::update(mine!(claimed)).set(change).execute(database)? == 1)
}
