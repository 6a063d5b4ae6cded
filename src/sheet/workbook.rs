//! A workbook in XLSX as the CSV that says the same: every row in its own line, so that a fault names the row as the office sees it.
//!
//! A file of kilobytes may unpack to gigabytes, and one cell in the last corner of a sheet would make a table of billions: what is
//! unpacked is measured first, and cells are taken one by one within bounds.

use super::brought::{Brought, NoTable, Written};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most bytes that a workbook may unpack to: some half a million rows.
const MOST_UNPACKED: u64 = 128 * 1_024 * 1_024;
/// The most columns: a sheet of people has no more.
const MOST_COLUMNS: usize = 256;

/// Reads the sheet of that name, else the first visible one that holds anything.
pub(super) fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Brought, NoTable> {
    measure(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| NoTable::Broken)?;
    let shown = workbook.sheets_metadata().iter();
    let shown = shown.filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = shown.map(|sheet| sheet.name.clone()).collect();
    let mut found: Option<(String, String)> = None;
    let mut sheets = Vec::new();
    for name in names {
        let Some(text) = read_sheet(&mut workbook, &name)? else { continue };
        if found.is_none() || wanted == Some(name.as_str()) {
            found = Some((name.clone(), text));
        }
        sheets.push(name);
    }
    let (sheet, text) = found.ok_or(NoTable::Empty)?;
    Ok(Brought { text, written: Written::Workbook { sheet, sheets } })
}

/// Unpacks every part to nowhere and counts: the sizes that the archive states may be anything.
pub(super) fn measure(bytes: &[u8]) -> Result<(), NoTable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NoTable::Broken)?;
    let mut room = MOST_UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| NoTable::Broken)?;
        let unpacked = std::io::copy(&mut part.take(room + 1), &mut std::io::sink()).map_err(|_| NoTable::Broken)?;
        room = room.checked_sub(unpacked).ok_or(NoTable::TooLarge)?;
    }
    Ok(())
}

/// One sheet as CSV; `None` where no cell holds anything.
fn read_sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, NoTable> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(|_| NoTable::Broken)?;
    let mut lines = Lines::default();
    while let Some(cell) = cells.next_cell().map_err(|_| NoTable::Broken)? {
        let (row, column) = cell.get_position();
        let said = said(cell.get_value());
        if !said.trim().is_empty() {
            lines.put(row, usize::try_from(column).unwrap_or(usize::MAX), &said)?;
        }
    }
    Ok(lines.finish())
}

/// The rows of a sheet as they come, from above to below.
#[derive(Default)]
struct Lines {
    text: String,
    row: u32,
    cells: Vec<String>,
    any: bool,
}

impl Lines {
    fn put(&mut self, row: u32, column: usize, said: &str) -> Result<(), NoTable> {
        if column >= MOST_COLUMNS || row < self.row {
            return Err(if row < self.row { NoTable::Broken } else { NoTable::TooLarge });
        }
        while self.row < row {
            self.end_row();
            if self.text.len() > Brought::MOST {
                return Err(NoTable::TooLarge);
            }
        }
        self.cells.resize(self.cells.len().max(column + 1), String::new());
        self.cells[column] = said.to_owned();
        self.any = true;
        Ok(())
    }

    fn end_row(&mut self) {
        let cells: Vec<String> = self.cells.drain(..).map(|cell| quoted(&cell)).collect();
        self.text.push_str(&cells.join(";"));
        self.text.push('\n');
        self.row += 1;
    }

    fn finish(mut self) -> Option<String> {
        self.end_row();
        self.any.then_some(self.text)
    }
}

/// A cell between quotation marks where it holds what would end it.
fn quoted(cell: &str) -> String {
    if cell.contains(['"', ';', ',', '\t']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// What a cell says, in one line: a line within a cell would move all rows below it.
fn said(value: &DataRef<'_>) -> String {
    in_one_line(&plain(value))
}

/// What a cell says.
pub(super) fn plain(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(is) => is.to_string(),
        DataRef::DateTime(instant) => day(instant),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn in_one_line(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\r' | '\n' | '\0') { ' ' } else { c }).collect()
}

/// A day as ISO 8601 writes it, with the hour where one was given.
fn day(instant: &ExcelDateTime) -> String {
    if instant.is_duration() {
        return instant.as_f64().to_string();
    }
    let (year, month, day, hour, minute, _, _) = instant.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute) == (0, 0) { date } else { format!("{date} {hour:02}:{minute:02}") }
}
