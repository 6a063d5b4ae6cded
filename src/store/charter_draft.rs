//! The charter that an office is writing: one draft, changed only by who saw its last state.

use super::dialect::on_either;
use super::schema::charter_draft;
use super::{Database, StoreError};
use crate::ids::OfficeId;
use diesel::prelude::*;

/// A draft as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharterDraft {
    /// How often it was changed, from 1.
    pub revision: i32,
    /// The file so far. It may have mistakes.
    pub source: String,
}

/// Begins a draft; `false` when the office has one already, and then nothing is changed.
pub fn begin(database: &mut Database, of: OfficeId, source: &str) -> Result<bool, StoreError> {
    let row = (charter_draft::office_id.eq(of.0), charter_draft::revision.eq(1), charter_draft::source.eq(source));
    let added = on_either!(database, connection => {
        diesel::insert_into(charter_draft::table).values(row).on_conflict_do_nothing().execute(connection)
    })?;
    Ok(added == 1)
}

/// Changes a draft from the revision that was seen; `false` when it was changed meanwhile or is gone.
pub fn change(database: &mut Database, of: OfficeId, seen: i32, source: &str) -> Result<bool, StoreError> {
    let own = charter_draft::table.find(of.0).filter(charter_draft::revision.eq(seen));
    let change = (charter_draft::revision.eq(charter_draft::revision + 1), charter_draft::source.eq(source));
    Ok(diesel::update(own).set(change).execute(database)? == 1)
}

/// Removes a draft in the revision that was seen; `false` when it was changed meanwhile or is gone.
pub fn remove(database: &mut Database, of: OfficeId, seen: i32) -> Result<bool, StoreError> {
    let own = charter_draft::table.find(of.0).filter(charter_draft::revision.eq(seen));
    Ok(diesel::delete(own).execute(database)? == 1)
}

/// The draft of an office, if it is writing one.
pub fn find(database: &mut Database, of: OfficeId) -> Result<Option<CharterDraft>, StoreError> {
    let found: Option<(i64, i32, String)> = charter_draft::table.find(of.0).first(database).optional()?;
    Ok(found.map(|(_, revision, source)| CharterDraft { revision, source }))
}
