//! Operational readings.

use super::columns::{known, number};
use super::dialect::on_either;
use super::schema::measurement;
use super::{Database, StoreError};
use crate::charter::Measurement;
use crate::ids::EditionId;
use crate::text::Code;
use diesel::prelude::*;
use diesel::upsert::excluded;

type Stored = (i64, i64, String, f64, i64, Option<f64>, String, String);

/// Keeps the reading of a standard, in the place of an earlier one.
pub fn replace(database: &mut Database, of: EditionId, reading: &Measurement) -> Result<(), StoreError> {
    let row = (
        measurement::edition_id.eq(of.0),
        measurement::standard.eq(reading.standard.as_str()),
        measurement::value.eq(reading.value),
        measurement::cases.eq(number::<u64, i64>("measurement.cases", reading.cases)?),
        measurement::deviation.eq(reading.deviation),
        measurement::note.eq(&reading.note),
        measurement::rule.eq(&reading.rule),
    );
    on_either!(database, connection => {
        diesel::insert_into(measurement::table)
            .values(row)
            .on_conflict((measurement::edition_id, measurement::standard))
            .do_update()
            .set((
                measurement::value.eq(excluded(measurement::value)),
                measurement::cases.eq(excluded(measurement::cases)),
                measurement::deviation.eq(excluded(measurement::deviation)),
                measurement::note.eq(excluded(measurement::note)),
                measurement::rule.eq(excluded(measurement::rule)),
            ))
            .execute(connection)
    })?;
    Ok(())
}

/// The readings of an edition, by standard.
pub fn list(database: &mut Database, of: EditionId) -> Result<Vec<Measurement>, StoreError> {
    let stored: Vec<Stored> =
        measurement::table.filter(measurement::edition_id.eq(of.0)).order(measurement::standard).load(database)?;
    let read = |(_, _, standard, value, cases, deviation, note, rule): Stored| {
        let standard = known("measurement.standard", Code::parse(&standard))?;
        Ok(Measurement { standard, value, cases: number("measurement.cases", cases)?, deviation, note, rule })
    };
    stored.into_iter().map(read).collect()
}
