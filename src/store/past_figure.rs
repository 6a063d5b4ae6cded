//! Figures of years before this program, entered by hand.

use super::columns::number;
use super::dialect::on_either;
use super::schema::{edition, past_figure};
use super::{Database, StoreError};
use crate::ids::{EditionId, OfficeId};
use diesel::prelude::*;
use diesel::upsert::excluded;

/// One figure of an earlier year.
#[derive(Clone, Debug, PartialEq)]
pub struct PastFigure {
    /// The item's code.
    pub item: String,
    /// How many answered it; above 0.
    pub base: u64,
    /// How many of them were satisfied, where known.
    pub satisfied: Option<u64>,
    /// The mean, where known.
    pub mean: Option<f64>,
    /// The standard deviation, where known.
    pub deviation: Option<f64>,
    /// Where the figure comes from.
    pub note: String,
}

type Stored = (i64, String, i64, Option<i64>, Option<f64>, Option<f64>, String);

/// Puts a figure in the place of the earlier one of its item.
pub fn replace(database: &mut Database, of: EditionId, figure: &PastFigure) -> Result<(), StoreError> {
    let satisfied = figure.satisfied.map(|satisfied| number::<u64, i64>("past_figure.satisfied", satisfied)).transpose()?;
    let row = (
        past_figure::edition_id.eq(of.0),
        past_figure::item.eq(&figure.item),
        past_figure::base.eq(number::<u64, i64>("past_figure.base", figure.base)?),
        past_figure::satisfied.eq(satisfied),
        past_figure::mean.eq(figure.mean),
        past_figure::deviation.eq(figure.deviation),
        past_figure::note.eq(&figure.note),
    );
    on_either!(database, connection => {
        diesel::insert_into(past_figure::table)
            .values(row)
            .on_conflict((past_figure::edition_id, past_figure::item))
            .do_update()
            .set((
                past_figure::base.eq(excluded(past_figure::base)),
                past_figure::satisfied.eq(excluded(past_figure::satisfied)),
                past_figure::mean.eq(excluded(past_figure::mean)),
                past_figure::deviation.eq(excluded(past_figure::deviation)),
                past_figure::note.eq(excluded(past_figure::note)),
            ))
            .execute(connection)
    })?;
    Ok(())
}

/// The figures of an edition, by item.
pub fn list(database: &mut Database, of: EditionId) -> Result<Vec<PastFigure>, StoreError> {
    let stored: Vec<Stored> =
        past_figure::table.filter(past_figure::edition_id.eq(of.0)).order(past_figure::item).load(database)?;
    stored.into_iter().map(read).collect()
}

/// The figures of an office's years before a year, the oldest year first.
pub fn before(database: &mut Database, of: OfficeId, year: i32) -> Result<Vec<(i32, Vec<PastFigure>)>, StoreError> {
    let earlier = edition::table.filter(edition::office_id.eq(of.0)).filter(edition::year.lt(year));
    let editions: Vec<(i64, i32)> = earlier.order(edition::year).select((edition::id, edition::year)).load(database)?;
    let mut years = Vec::new();
    for (edition, year) in editions {
        let figures = list(database, EditionId(edition))?;
        if !figures.is_empty() {
            years.push((year, figures));
        }
    }
    Ok(years)
}

fn read((_, item, base, satisfied, mean, deviation, note): Stored) -> Result<PastFigure, StoreError> {
    let satisfied = satisfied.map(|satisfied| number("past_figure.satisfied", satisfied)).transpose()?;
    Ok(PastFigure { item, base: number("past_figure.base", base)?, satisfied, mean, deviation, note })
}
