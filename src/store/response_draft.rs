//! Drafts of invited answers: bytes that only the link opens, under an id that only the link gives.

use super::columns::number;
use super::schema::{response_draft, survey};
use super::{Database, StoreError, dialect, response};
use crate::ids::{DraftId, ResponseId, SurveyId};
use crate::survey::State;
use diesel::prelude::*;

/// What became of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftKept {
    /// It is stored, in the place of the one before.
    Kept,
    /// The answer was sent already: nothing is stored.
    Answered,
    /// The survey is not open (any more): nothing is stored.
    SurveyNotOpen,
}

/// Stores a draft in the place of the one before; `answer` is the number that the answer will have.
///
/// The survey's row is held against whoever keeps an answer or closes the survey: without that, on PostgreSQL, a draft that is
/// stored at the same moment as its answer would stay behind.
pub fn keep(
    database: &mut Database,
    of: SurveyId,
    id: DraftId,
    answer: ResponseId,
    body: &[u8],
) -> Result<DraftKept, StoreError> {
    dialect::hold_survey(database, of, true)?;
    let state: String = survey::table.find(of.0).select(survey::state).first(database)?;
    if state != State::Open.code() {
        return Ok(DraftKept::SurveyNotOpen);
    }
    if response::is_there(database, of, answer)? {
        return Ok(DraftKept::Answered);
    }
    let own = response_draft::table.find((of.0, id.0.to_vec()));
    if diesel::update(own).set(response_draft::body.eq(body)).execute(database)? == 0 {
        let row = (response_draft::survey_id.eq(of.0), response_draft::id.eq(id.0.as_slice()), response_draft::body.eq(body));
        diesel::insert_into(response_draft::table).values(row).execute(database)?;
    }
    Ok(DraftKept::Kept)
}

/// The draft with this id.
pub fn find(database: &mut Database, of: SurveyId, id: DraftId) -> Result<Option<Vec<u8>>, StoreError> {
    let own = response_draft::table.find((of.0, id.0.to_vec()));
    Ok(own.select(response_draft::body).first(database).optional()?)
}

/// Removes drafts whose answers came.
pub(super) fn remove(database: &mut Database, of: SurveyId, ids: Vec<DraftId>) -> Result<(), StoreError> {
    let ids: Vec<Vec<u8>> = ids.into_iter().map(|id| id.0.to_vec()).collect();
    let own = response_draft::table.filter(response_draft::survey_id.eq(of.0));
    diesel::delete(own.filter(response_draft::id.eq_any(ids))).execute(database)?;
    Ok(())
}

/// Removes the drafts of a survey that can be sent no more; how many they were.
pub fn remove_all(database: &mut Database, of: SurveyId) -> Result<usize, StoreError> {
    Ok(diesel::delete(response_draft::table.filter(response_draft::survey_id.eq(of.0))).execute(database)?)
}

/// How many drafts a survey has.
pub fn count(database: &mut Database, of: SurveyId) -> Result<u64, StoreError> {
    let own = response_draft::table.filter(response_draft::survey_id.eq(of.0));
    number("count", own.count().get_result::<i64>(database)?)
}
