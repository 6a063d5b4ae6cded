//! Charters: each version of a file as it was approved.

use super::columns::{instant, known};
use super::dialect;
use super::schema::charter;
use super::{Database, StoreError};
use crate::charter::Charter;
use crate::ids::{CharterId, OfficeId};
use crate::text::Code;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::max;
use diesel::prelude::*;

/// A charter version as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharterVersion {
    /// Its number.
    pub id: CharterId,
    /// Whose.
    pub office: OfficeId,
    /// The charter's code.
    pub code: Code,
    /// Which version of the office's charter of that code it is, from 1.
    pub version: i32,
    /// The file.
    pub source: String,
    /// The hash of the file.
    pub hash: String,
    /// When it was approved.
    pub approved_on: NaiveDate,
    /// The first year it is valid for.
    pub valid_from: i32,
    /// The last year, where it has one.
    pub valid_to: Option<i32>,
    /// Why it was adopted, where it amends an earlier version of the same years; "" else.
    pub reason: String,
    /// When it was adopted here, UTC.
    pub adopted_at: NaiveDateTime,
}

type Stored = (i64, i64, String, i32, String, String, NaiveDate, i32, Option<i32>, String, NaiveDateTime);

fn read(stored: Stored) -> Result<CharterVersion, StoreError> {
    let (id, office, code, version, source, hash, approved_on, valid_from, valid_to, reason, adopted_at) = stored;
    let code = known("charter.code", Code::parse(&code))?;
    let (id, office) = (CharterId(id), OfficeId(office));
    Ok(CharterVersion { id, office, code, version, source, hash, approved_on, valid_from, valid_to, reason, adopted_at })
}

/// A charter file to keep.
#[derive(Clone, Copy, Debug)]
pub struct NewVersion<'a> {
    /// What it says.
    pub parsed: &'a Charter,
    /// The file.
    pub source: &'a str,
    /// Its hash.
    pub hash: &'a str,
    /// Why it is adopted; "" where it amends nothing.
    pub reason: &'a str,
}

/// Adds the next version of the office's charter of that code.
pub fn append(
    database: &mut Database,
    of: OfficeId,
    new: NewVersion<'_>,
    adopted_at: NaiveDateTime,
) -> Result<CharterId, StoreError> {
    dialect::write_alone(database, "charter")?;
    let parsed = new.parsed;
    let own = charter::table.filter(charter::office_id.eq(of.0).and(charter::code.eq(parsed.code.as_str())));
    let last: Option<i32> = own.select(max(charter::version)).first(database)?;
    let row = (
        charter::office_id.eq(of.0),
        charter::code.eq(parsed.code.as_str()),
        charter::version.eq(last.unwrap_or(0) + 1),
        charter::source.eq(new.source),
        charter::hash.eq(new.hash),
        charter::approved_on.eq(parsed.approved_on),
        charter::valid_from.eq(parsed.valid_from),
        charter::valid_to.eq(parsed.valid_to),
        charter::reason.eq(new.reason),
        charter::adopted_at.eq(instant(adopted_at)),
    );
    Ok(CharterId(diesel::insert_into(charter::table).values(row).returning(charter::id).get_result(database)?))
}

/// The charter version of that number.
pub fn find(database: &mut Database, id: CharterId) -> Result<CharterVersion, StoreError> {
    read(charter::table.find(id.0).first(database)?)
}

/// Every charter version of an office, the newest first.
pub fn list(database: &mut Database, of: OfficeId) -> Result<Vec<CharterVersion>, StoreError> {
    let stored: Vec<Stored> = charter::table.filter(charter::office_id.eq(of.0)).order(charter::id.desc()).load(database)?;
    stored.into_iter().map(read).collect()
}
