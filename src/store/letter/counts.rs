//! How the letters of a survey fare, in numbers.

use crate::campaign::{LetterKind, LetterState};
use crate::ids::SurveyId;
use crate::store::columns::{known, number};
use crate::store::schema::letter;
use crate::store::{Database, StoreError};
use chrono::NaiveDateTime;
use diesel::dsl::{count_star, sum};
use diesel::prelude::*;
use std::collections::BTreeMap;

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
    /// Waiting for another attempt, uncertain, or bounced.
    pub state: LetterState,
    /// How many letters.
    pub count: u64,
    /// When the next attempt of those that wait is due.
    pub next_attempt: Option<NaiveDateTime>,
}

/// Why letters of a survey wait for another attempt, are uncertain or did not arrive. The most frequent reasons first, `most` of them.
pub fn count_by_problem(database: &mut Database, of: SurveyId, most: u32) -> Result<Vec<Hindrance>, StoreError> {
    let held = letter::state.eq_any([
        LetterState::Waiting.code(),
        LetterState::Uncertain.code(),
        LetterState::BouncedHard.code(),
        LetterState::BouncedSoft.code(),
    ]);
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

/// How many invitations of a survey a mail server took, and how many did not arrive.
pub fn count_taken_and_bounced(database: &mut Database, of: SurveyId) -> Result<(u64, u64), StoreError> {
    let counts = count_by_state(database, of)?;
    let sum = |states: &[LetterState]| {
        let own = counts.iter().filter(|(kind, state, _)| *kind == LetterKind::Invitation && states.contains(state));
        own.map(|(_, _, count)| count).sum()
    };
    Ok((sum(&[LetterState::Done]), sum(&LetterState::BOUNCED)))
}
