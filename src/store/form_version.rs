//! Immutable form versions.

use super::columns::known;
use super::dialect;
use super::schema::form_version;
use super::{Database, StoreError};
use crate::ids::FormVersionId;
use crate::text::Code;
use diesel::dsl::max;
use diesel::prelude::*;

/// A form version as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormVersion {
    /// Its number.
    pub id: FormVersionId,
    /// The form's code.
    pub code: Code,
    /// The hash of codes, scales and routing.
    pub layout_hash: String,
    /// Which wording of this layout it is, from 1.
    pub text_revision: i32,
    /// The hash of the whole file.
    pub source_hash: String,
    /// The file.
    pub source: String,
}

type Stored = (i64, String, String, i32, String, String);

fn read(stored: Stored) -> Result<FormVersion, StoreError> {
    let (id, code, layout_hash, text_revision, source_hash, source) = stored;
    let code = known("form_version.code", Code::parse(&code))?;
    Ok(FormVersion { id: FormVersionId(id), code, layout_hash, text_revision, source_hash, source })
}

/// The version of this very file: found, or added as the next wording of its layout.
pub fn keep(
    database: &mut Database,
    code: &Code,
    layout_hash: &str,
    source_hash: &str,
    source: &str,
) -> Result<FormVersionId, StoreError> {
    dialect::write_alone(database, "form_version")?;
    let known = form_version::table.filter(form_version::source_hash.eq(source_hash)).select(form_version::id);
    if let Some(id) = known.first(database).optional()? {
        return Ok(FormVersionId(id));
    }
    let wordings =
        form_version::table.filter(form_version::code.eq(code.as_str()).and(form_version::layout_hash.eq(layout_hash)));
    let last: Option<i32> = wordings.select(max(form_version::text_revision)).first(database)?;
    let row = (
        form_version::code.eq(code.as_str()),
        form_version::layout_hash.eq(layout_hash),
        form_version::text_revision.eq(last.unwrap_or(0) + 1),
        form_version::source_hash.eq(source_hash),
        form_version::source.eq(source),
    );
    let id = diesel::insert_into(form_version::table).values(row).returning(form_version::id).get_result(database)?;
    Ok(FormVersionId(id))
}

/// The version of that number.
pub fn find(database: &mut Database, id: FormVersionId) -> Result<FormVersion, StoreError> {
    read(form_version::table.find(id.0).first(database)?)
}

/// Every version of a form, the newest first.
pub fn list_of(database: &mut Database, code: &Code) -> Result<Vec<FormVersion>, StoreError> {
    let stored: Vec<Stored> =
        form_version::table.filter(form_version::code.eq(code.as_str())).order(form_version::id.desc()).load(database)?;
    stored.into_iter().map(read).collect()
}

/// The newest version of every form, by code.
pub fn list_newest(database: &mut Database) -> Result<Vec<FormVersion>, StoreError> {
    let newest: Vec<Option<i64>> =
        form_version::table.group_by(form_version::code).select(max(form_version::id)).load(database)?;
    let newest: Vec<i64> = newest.into_iter().flatten().collect();
    let stored: Vec<Stored> =
        form_version::table.filter(form_version::id.eq_any(newest)).order(form_version::code).load(database)?;
    stored.into_iter().map(read).collect()
}
