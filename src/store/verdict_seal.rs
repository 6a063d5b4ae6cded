//! The official verdicts of a year as they were published: append-only.

use super::columns::instant;
use super::schema::verdict_seal;
use super::{Database, StoreError, dialect};
use crate::ids::EditionId;
use chrono::NaiveDateTime;
use diesel::dsl::max;
use diesel::prelude::*;

/// Verdicts as they are kept. There is no way to change or remove them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictSeal {
    /// Its number in the edition, from 1.
    pub number: i32,
    /// The hash of the body.
    pub hash: String,
    /// Why they were sealed again; "" for the first.
    pub reason: String,
    /// The verdicts.
    pub body: String,
    /// When, UTC.
    pub sealed_at: NaiveDateTime,
}

type Stored = (i64, i64, i32, String, String, String, NaiveDateTime);

/// Adds the next seal of an edition and returns its number.
pub fn append(
    database: &mut Database,
    of: EditionId,
    (hash, body): (&str, &str),
    reason: &str,
    sealed_at: NaiveDateTime,
) -> Result<i32, StoreError> {
    dialect::write_alone(database, "verdict_seal")?;
    let own = verdict_seal::table.filter(verdict_seal::edition_id.eq(of.0));
    let last: Option<i32> = own.select(max(verdict_seal::number)).first(database)?;
    let number = last.unwrap_or(0) + 1;
    let row = (
        verdict_seal::edition_id.eq(of.0),
        verdict_seal::number.eq(number),
        verdict_seal::hash.eq(hash),
        verdict_seal::reason.eq(reason),
        verdict_seal::body.eq(body),
        verdict_seal::sealed_at.eq(instant(sealed_at)),
    );
    diesel::insert_into(verdict_seal::table).values(row).execute(database)?;
    Ok(number)
}

/// The seals of an edition in their order.
pub fn list(database: &mut Database, of: EditionId) -> Result<Vec<VerdictSeal>, StoreError> {
    let own = verdict_seal::table.filter(verdict_seal::edition_id.eq(of.0)).order(verdict_seal::number);
    let stored: Vec<Stored> = own.load(database)?;
    let read = |(_, _, number, hash, reason, body, sealed_at): Stored| VerdictSeal { number, hash, reason, body, sealed_at };
    Ok(stored.into_iter().map(read).collect())
}
