//! Seals: append-only copies of what was agreed.

use super::columns::instant;
use super::schema::seal;
use super::{Database, StoreError};
use crate::ids::{SealId, SurveyId};
use chrono::NaiveDateTime;
use diesel::dsl::max;
use diesel::prelude::*;

/// A seal as it is kept. There is no way to change or remove one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Its number in the database.
    pub id: SealId,
    /// Its number in the survey, from 1.
    pub number: i32,
    /// The hash of the body.
    pub hash: String,
    /// Why it was sealed (again).
    pub reason: String,
    /// What was sealed.
    pub body: String,
    /// When, UTC.
    pub sealed_at: NaiveDateTime,
}

type Stored = (i64, i64, i32, String, String, String, NaiveDateTime);

fn read((id, _, number, hash, reason, body, sealed_at): Stored) -> Seal {
    Seal { id: SealId(id), number, hash, reason, body, sealed_at }
}

/// Adds the next seal of a survey and returns its number in the survey.
pub fn append(
    database: &mut Database,
    survey: SurveyId,
    hash: &str,
    reason: &str,
    body: &str,
    sealed_at: NaiveDateTime,
) -> Result<i32, StoreError> {
    let own = seal::table.filter(seal::survey_id.eq(survey.0));
    let last: Option<i32> = own.select(max(seal::number)).first(database)?;
    let number = last.unwrap_or(0) + 1;
    let row = (
        seal::survey_id.eq(survey.0),
        seal::number.eq(number),
        seal::hash.eq(hash),
        seal::reason.eq(reason),
        seal::body.eq(body),
        seal::sealed_at.eq(instant(sealed_at)),
    );
    diesel::insert_into(seal::table).values(row).execute(database)?;
    Ok(number)
}

/// The seals of a survey in their order.
pub fn list(database: &mut Database, survey: SurveyId) -> Result<Vec<Seal>, StoreError> {
    let stored: Vec<Stored> = seal::table.filter(seal::survey_id.eq(survey.0)).order(seal::number).load(database)?;
    Ok(stored.into_iter().map(read).collect())
}
