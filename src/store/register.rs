//! The registers of an edition: the cases that its operational readings were made of.

use super::columns::number;
use super::dialect::{self, on_either};
use super::schema::register_row;
use super::{Database, StoreError};
use crate::charter::register::Case;
use crate::ids::EditionId;
use crate::text::Code;
use chrono::NaiveDate;
use diesel::prelude::*;

#[derive(Insertable)]
#[diesel(table_name = register_row, treat_none_as_default_value = false)]
struct CaseRow {
    edition_id: i64,
    standard: String,
    line: i64,
    happened_on: NaiveDate,
    settled_on: Option<NaiveDate>,
    value: Option<f64>,
    kept: Option<bool>,
    note: String,
}

type Stored = (i64, NaiveDate, Option<NaiveDate>, Option<f64>, Option<bool>, String);

/// Puts the register of a standard in the place of an earlier one. Of two that come at the same moment the later one stays whole.
pub fn replace(database: &mut Database, of: EditionId, standard: &Code, cases: &[Case]) -> Result<(), StoreError> {
    dialect::write_alone(database, "register_row")?;
    remove(database, of, standard)?;
    for some in cases.chunks(1_000) {
        let rows = some.iter().map(|case| row(of, standard, case)).collect::<Result<Vec<_>, _>>()?;
        on_either!(&mut *database, connection => diesel::insert_into(register_row::table).values(rows).execute(connection))?;
    }
    Ok(())
}

/// Removes the register of a standard; whether there was one.
pub fn remove(database: &mut Database, of: EditionId, standard: &Code) -> Result<bool, StoreError> {
    let own = register_row::table.filter(register_row::edition_id.eq(of.0)).filter(register_row::standard.eq(standard.as_str()));
    Ok(diesel::delete(own).execute(database)? > 0)
}

/// The register of a standard, in the order of its file; empty where there is none.
pub fn list(database: &mut Database, of: EditionId, standard: &Code) -> Result<Vec<Case>, StoreError> {
    let stored: Vec<Stored> = register_row::table
        .filter(register_row::edition_id.eq(of.0))
        .filter(register_row::standard.eq(standard.as_str()))
        .order(register_row::line)
        .select((
            register_row::line,
            register_row::happened_on,
            register_row::settled_on,
            register_row::value,
            register_row::kept,
            register_row::note,
        ))
        .load(database)?;
    let read = |(line, happened_on, settled_on, value, kept, note): Stored| {
        Ok(Case { line: number("register_row.line", line)?, happened_on, settled_on, value, kept, note })
    };
    stored.into_iter().map(read).collect()
}

/// How many cases the registers of an edition have, by standard.
pub fn count(database: &mut Database, of: EditionId) -> Result<Vec<(String, u64)>, StoreError> {
    let own = register_row::table.filter(register_row::edition_id.eq(of.0));
    let counted: Vec<(String, i64)> = own
        .group_by(register_row::standard)
        .order(register_row::standard)
        .select((register_row::standard, diesel::dsl::count_star()))
        .load(database)?;
    counted.into_iter().map(|(standard, cases)| Ok((standard, number("register_row", cases)?))).collect()
}

fn row(of: EditionId, standard: &Code, case: &Case) -> Result<CaseRow, StoreError> {
    Ok(CaseRow {
        edition_id: of.0,
        standard: standard.to_string(),
        line: number::<u64, i64>("register_row.line", case.line)?,
        happened_on: case.happened_on,
        settled_on: case.settled_on,
        value: case.value,
        kept: case.kept,
        note: case.note.clone(),
    })
}
