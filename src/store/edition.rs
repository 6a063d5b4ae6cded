//! Editions: the years of an office.

use super::dialect;
use super::schema::edition;
use super::{Database, StoreError};
use crate::ids::{EditionId, OfficeId};
use crate::survey::Edition;
use diesel::prelude::*;

type Stored = (i64, i64, i32, Option<i64>);

fn read((id, office, year, compared_with): Stored) -> Edition {
    Edition { id: EditionId(id), office: OfficeId(office), year, compared_with: compared_with.map(EditionId) }
}

/// Adds a year of an office.
pub fn insert(
    database: &mut Database,
    office: OfficeId,
    year: i32,
    compared_with: Option<EditionId>,
) -> Result<EditionId, StoreError> {
    let row = (
        edition::office_id.eq(office.0),
        edition::year.eq(year),
        edition::compared_with.eq(compared_with.map(|earlier| earlier.0)),
    );
    Ok(EditionId(diesel::insert_into(edition::table).values(row).returning(edition::id).get_result(database)?))
}

/// The edition of a year, added if there is none and compared with the latest earlier one.
pub fn keep(database: &mut Database, office: OfficeId, year: i32) -> Result<EditionId, StoreError> {
    dialect::write_alone(database, "edition")?;
    let editions = list(database, office)?;
    if let Some(edition) = editions.iter().find(|edition| edition.year == year) {
        return Ok(edition.id);
    }
    // The newest stands first.
    let earlier = editions.iter().find(|edition| edition.year < year);
    insert(database, office, year, earlier.map(|edition| edition.id))
}

/// Changes the edition it is compared with.
pub fn compare_with(database: &mut Database, id: EditionId, earlier: Option<EditionId>) -> Result<(), StoreError> {
    let change = edition::compared_with.eq(earlier.map(|earlier| earlier.0));
    match diesel::update(edition::table.find(id.0)).set(change).execute(database)? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// Holds an edition until the transaction ends: before its surveys, by everything that decides which of them count together.
pub fn hold_alone(database: &mut Database, id: EditionId) -> Result<(), StoreError> {
    Ok(dialect::hold_edition(database, id)?)
}

/// The edition of that number.
pub fn find(database: &mut Database, id: EditionId) -> Result<Edition, StoreError> {
    Ok(read(edition::table.find(id.0).first(database)?))
}

/// The edition of an office's year.
pub fn find_by_year(database: &mut Database, office: OfficeId, year: i32) -> Result<Edition, StoreError> {
    let own = edition::table.filter(edition::office_id.eq(office.0)).filter(edition::year.eq(year));
    Ok(read(own.first(database)?))
}

/// The editions of an office, the newest first.
pub fn list(database: &mut Database, office: OfficeId) -> Result<Vec<Edition>, StoreError> {
    let stored: Vec<Stored> =
        edition::table.filter(edition::office_id.eq(office.0)).order(edition::year.desc()).load(database)?;
    Ok(stored.into_iter().map(read).collect())
}
