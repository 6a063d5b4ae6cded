//! The register of a promise: its cases, one row each, as offices keep them in a spreadsheet.
//!
//! No row is lost silently: each becomes a case or is told with its line, its column and the reason, and cases and refused rows
//! add up to the rows of the file. What the cases make of the promise stands in [`count`].

mod cells;
mod columns;
mod count;

pub use cells::RowReason;
pub use columns::{Column, headings};
pub use count::{Count, count};

use super::{Kept, Measure, WorkingDays};
use crate::sheet::{Sheet, SheetError, SheetRow};
use chrono::{Datelike, NaiveDate};
use columns::Columns;
use std::collections::BTreeMap;

/// One case of a register.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The line of the file on which it stood, from 1.
    pub line: u64,
    /// The day of the call or of opening; the day of arrival of what is answered.
    pub happened_on: NaiveDate,
    /// The day on which it was answered or closed; `None` while it is open.
    pub settled_on: Option<NaiveDate>,
    /// What was measured, in the indicator's unit; `None` for a call that nobody answered.
    pub value: Option<f64>,
    /// What was noted: whether the promise was kept, whether the office was open.
    pub kept: Option<bool>,
    /// The number under which the office finds it; "" where the file has none.
    pub note: String,
}

/// What a register is read and counted by.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// What is measured of each case.
    pub measure: &'a Measure,
    /// The year of the edition: what happened in another one is refused.
    pub year: i32,
    /// The day up to which the register tells everything.
    pub as_of: NaiveDate,
    /// The working days, where the charter has them.
    pub calendar: Option<&'a WorkingDays>,
    /// Whether working days of which the register says nothing count as days on which the office was closed.
    pub missing_days_closed: bool,
}

/// A register as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterFile {
    /// The cases, in the order of the file.
    pub cases: Vec<Case>,
    /// What to mend, in the order of the file.
    pub faults: Vec<RowFault>,
    /// How many rows there are, without the header and empty ones.
    pub rows: u64,
    /// How many of them are refused.
    pub refused: u64,
}

/// A mistake in one row, which is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct RowFault {
    /// The line of the file on which the row begins, from 1.
    pub line: u64,
    /// The heading of the column, as it stands in the file; "" for the whole row.
    pub column: String,
    /// What is wrong.
    pub reason: RowReason,
}

/// Why there is no register in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoRegister {
    /// It is no table.
    Sheet(SheetError),
    /// No column is headed as this one; the headings that were found.
    NoColumn(Column, Vec<String>),
    /// There is no row under the headings.
    NoRows,
    /// The promise is counted in working days, and the charter does not say which they are.
    NoCalendar,
}

/// Reads the register of a promise. All columns but those looked for are left alone: names and subjects are not kept.
///
/// # Errors
/// When no case can be read from it at all.
pub fn read_register(bytes: &[u8], setting: &Setting<'_>) -> Result<RegisterFile, NoRegister> {
    if setting.measure.needs_calendar() && setting.calendar.is_none() {
        return Err(NoRegister::NoCalendar);
    }
    let sheet = Sheet::read(bytes).map_err(NoRegister::Sheet)?;
    let columns = Columns::find(&sheet.header, setting.measure)?;
    let mut file = RegisterFile { cases: Vec::new(), faults: Vec::new(), rows: 0, refused: 0 };
    let mut known: BTreeMap<String, u64> = BTreeMap::new();
    for row in sheet.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty())) {
        file.rows += 1;
        let read = read_case(row, &columns, setting, &sheet)
            .and_then(|case| first_of_its_kind(case, &mut known, setting, &columns, &sheet.header));
        match read {
            Ok(case) => file.cases.push(case),
            Err(faults) => {
                file.refused += 1;
                file.faults.extend(faults);
            }
        }
    }
    if file.rows == 0 { Err(NoRegister::NoRows) } else { Ok(file) }
}

/// Everything that is wrong with a row is told at once.
fn read_case(row: &SheetRow, columns: &Columns, setting: &Setting<'_>, sheet: &Sheet) -> Result<Case, Vec<RowFault>> {
    let header = &sheet.header;
    let fault = |column: Option<usize>, reason| RowFault {
        line: row.line,
        column: column.and_then(|column| header.get(column)).cloned().unwrap_or_default(),
        reason,
    };
    if let Some(until) = sheet.swallowed_until(row) {
        return Err(vec![fault(None, RowReason::OpenQuote(until))]);
    }
    if row.cells.iter().skip(header.len()).any(|cell| !cell.trim().is_empty()) {
        return Err(vec![fault(None, RowReason::TooManyCells)]);
    }
    let cell = |column: usize| row.cells.get(column).map_or("", |cell| cell.trim());
    let mut faults = Vec::new();
    let mut or_told = |column, reason| faults.push(fault(Some(column), reason));
    let happened_on = day_of_year(cell(columns.day), setting).map_err(|reason| or_told(columns.day, reason)).ok();
    let settled_on = columns.settled.and_then(|column| {
        let read = settled(cell(column), happened_on, setting);
        read.map_err(|reason| or_told(column, reason)).unwrap_or_default()
    });
    let value =
        columns.value.and_then(|column| cells::value(cell(column)).map_err(|reason| or_told(column, reason)).unwrap_or_default());
    let kept = columns.kept.and_then(|column| cells::yes_or_no(cell(column)).map_err(|reason| or_told(column, reason)).ok());
    let note = columns.reference.map(|column| cells::reference(cell(column))).unwrap_or_default();
    match happened_on {
        Some(happened_on) if faults.is_empty() => Ok(Case { line: row.line, happened_on, settled_on, value, kept, note }),
        _ => Err(faults),
    }
}

fn day_of_year(typed: &str, setting: &Setting<'_>) -> Result<NaiveDate, RowReason> {
    let day = cells::day(typed)?;
    match day {
        day if day.year() != setting.year => Err(RowReason::OtherYear(day, setting.year)),
        day if day > setting.as_of => Err(RowReason::AfterRegister(day, setting.as_of)),
        day => Ok(day),
    }
}

/// An empty cell is an open case. It may be settled in the next year.
fn settled(typed: &str, arrived: Option<NaiveDate>, setting: &Setting<'_>) -> Result<Option<NaiveDate>, RowReason> {
    if typed.is_empty() {
        return Ok(None);
    }
    let day = cells::day(typed)?;
    match arrived {
        Some(arrived) if day < arrived => Err(RowReason::SettledBefore(day, arrived)),
        _ if day > setting.as_of => Err(RowReason::AfterRegister(day, setting.as_of)),
        _ => Ok(Some(day)),
    }
}

/// A day of opening stands once in a register; so does a case that has a number.
fn first_of_its_kind(
    case: Case,
    known: &mut BTreeMap<String, u64>,
    setting: &Setting<'_>,
    columns: &Columns,
    header: &[String],
) -> Result<Case, Vec<RowFault>> {
    let (kind, column) = match setting.measure {
        Measure::Share(Kept::Open) => (case.happened_on.to_string(), Some(columns.day)),
        _ => (case.note.to_lowercase(), columns.reference),
    };
    if kind.is_empty() {
        return Ok(case);
    }
    let first = *known.entry(kind).or_insert(case.line);
    if first == case.line {
        return Ok(case);
    }
    let column = column.and_then(|column| header.get(column)).cloned().unwrap_or_default();
    Err(vec![RowFault { line: case.line, column, reason: RowReason::Repeated(first) }])
}

#[cfg(test)]
mod tests;
