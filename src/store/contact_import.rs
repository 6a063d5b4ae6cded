//! How contacts came in: numbers and the legal basis. Append-only.

use super::columns::{known, number};
use super::schema::contact_import;
use super::{Database, StoreError};
use crate::campaign::LegalBasis;
use crate::ids::SurveyId;
use chrono::NaiveDate;
use diesel::prelude::*;

/// A file of contacts as it was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContactImport {
    /// The day.
    pub imported_on: NaiveDate,
    /// On what basis its people are kept and written to.
    pub basis: LegalBasis,
    /// Its rows.
    pub rows: u64,
    /// How many contacts it added.
    pub added: u64,
    /// Rows with an address that stood in it before, or was a contact already.
    pub duplicates: u64,
    /// Rows with an address that is not written to again.
    pub suppressed: u64,
    /// Rows with certified mail that was left out.
    pub certified: u64,
    /// Rows that could not be kept.
    pub faulty: u64,
}

/// Notes an import.
pub fn append(database: &mut Database, of: SurveyId, import: &ContactImport) -> Result<(), StoreError> {
    let row = (
        contact_import::survey_id.eq(of.0),
        contact_import::imported_on.eq(import.imported_on),
        contact_import::basis.eq(import.basis.code()),
        contact_import::rows_read.eq(number::<u64, i64>("contact_import.rows_read", import.rows)?),
        contact_import::added.eq(number::<u64, i64>("contact_import.added", import.added)?),
        contact_import::duplicates.eq(number::<u64, i64>("contact_import.duplicates", import.duplicates)?),
        contact_import::suppressed.eq(number::<u64, i64>("contact_import.suppressed", import.suppressed)?),
        contact_import::certified.eq(number::<u64, i64>("contact_import.certified", import.certified)?),
        contact_import::faulty.eq(number::<u64, i64>("contact_import.faulty", import.faulty)?),
    );
    diesel::insert_into(contact_import::table).values(row).execute(database)?;
    Ok(())
}

/// The imports of a survey, in their order.
pub fn list(database: &mut Database, of: SurveyId) -> Result<Vec<ContactImport>, StoreError> {
    type Stored = (NaiveDate, String, i64, i64, i64, i64, i64, i64);
    let stored: Vec<Stored> = contact_import::table
        .filter(contact_import::survey_id.eq(of.0))
        .order(contact_import::id)
        .select((
            contact_import::imported_on,
            contact_import::basis,
            contact_import::rows_read,
            contact_import::added,
            contact_import::duplicates,
            contact_import::suppressed,
            contact_import::certified,
            contact_import::faulty,
        ))
        .load(database)?;
    let read = |(imported_on, basis, rows, added, duplicates, suppressed, certified, faulty): Stored| {
        Ok(ContactImport {
            imported_on,
            basis: known("contact_import.basis", LegalBasis::parse(&basis))?,
            rows: number("contact_import.rows_read", rows)?,
            added: number("contact_import.added", added)?,
            duplicates: number("contact_import.duplicates", duplicates)?,
            suppressed: number("contact_import.suppressed", suppressed)?,
            certified: number("contact_import.certified", certified)?,
            faulty: number("contact_import.faulty", faulty)?,
        })
    };
    stored.into_iter().map(read).collect()
}
