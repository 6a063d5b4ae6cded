//! A workbook in XLSX as the CSV that says the same: every row in its own line, so that a fault names the row as the office sees it.
//!
//! A file of kilobytes may unpack to gigabytes, and one cell in the last corner of a sheet would make a table of billions: what is
//! unpacked is measured first, and cells are taken one by one within bounds.

use super::brought::{Brought, LINE_IN_CELL, NoTable, Written};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most bytes that a workbook may unpack to: some half a million rows.
const MOST_UNPACKED: u64 = 128 * 1_024 * 1_024;
/// The most columns: as many as a file of answers may have.
const MOST_COLUMNS: usize = 1_000;
/// The most sheets that are looked at: what has more was not made by people.
const MOST_SHEETS: u64 = 255;

/// Reads the sheet of that name, else the first visible one that holds anything. What is wrong with another sheet is no fault of it.
/// `lines` keeps line ends within a cell, as [`LINE_IN_CELL`].
pub(super) fn read(bytes: &[u8], wanted: Option<&str>, lines: bool) -> Result<Brought, NoTable> {
    let unpacked = measure(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| NoTable::Broken)?;
    let shown = workbook.sheets_metadata().iter();
    let shown = shown.filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = shown.map(|sheet| sheet.name.clone()).collect();
    let (mut sheets, mut fault) = (Vec::new(), NoTable::Empty);
    for name in names.into_iter().take(most_sheets(unpacked)) {
        match holds_anything(&mut workbook, &name) {
            Ok(true) => sheets.push(name),
            Ok(false) => {}
            Err(own) if fault == NoTable::Empty => fault = own,
            Err(_) => {}
        }
    }
    let sheet = sheets.iter().find(|own| wanted == Some(own.as_str())).or(sheets.first()).cloned().ok_or(fault)?;
    let text = read_sheet(&mut workbook, &sheet, lines)?.ok_or(NoTable::Empty)?;
    Ok(Brought { text, written: Written::Workbook { sheet, sheets } })
}

/// How many sheets of a workbook of this size are looked at: all of them may name one part, which is unpacked anew for each.
pub(super) fn most_sheets(unpacked: u64) -> usize {
    usize::try_from((4 * MOST_UNPACKED / unpacked.max(1)).min(MOST_SHEETS)).unwrap_or(1)
}

/// Unpacks every part to nowhere and counts: the sizes that the archive states may be anything.
pub(super) fn measure(bytes: &[u8]) -> Result<u64, NoTable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NoTable::Broken)?;
    let mut room = MOST_UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| NoTable::Broken)?;
        let unpacked = std::io::copy(&mut part.take(room + 1), &mut std::io::sink()).map_err(|_| NoTable::Broken)?;
        room = room.checked_sub(unpacked).ok_or(NoTable::TooLarge)?;
    }
    Ok(MOST_UNPACKED - room)
}

fn holds_anything(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<bool, NoTable> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(|_| NoTable::Broken)?;
    while let Some(cell) = cells.next_cell().map_err(|_| NoTable::Broken)? {
        // What is too long to be read holds something too.
        if plain(cell.get_value()).map_or(true, |said| !said.trim().is_empty()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// One sheet as CSV; `None` where no cell holds anything.
fn read_sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, keep_lines: bool) -> Result<Option<String>, NoTable> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(|_| NoTable::Broken)?;
    let mut lines = Lines::default();
    let line_end = if keep_lines { LINE_IN_CELL } else { ' ' };
    while let Some(cell) = cells.next_cell().map_err(|_| NoTable::Broken)? {
        let (row, column) = cell.get_position();
        let said = in_one_line(&plain(cell.get_value())?, line_end);
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
    /// The bytes of those cells: a text that cells share is theirs once for each.
    held: usize,
    any: bool,
}

impl Lines {
    fn put(&mut self, row: u32, column: usize, said: &str) -> Result<(), NoTable> {
        if column >= MOST_COLUMNS || row < self.row {
            return Err(if row < self.row { NoTable::Broken } else { NoTable::TooWide });
        }
        while self.row < row {
            self.end_row();
            if self.text.len() > Brought::MOST {
                return Err(NoTable::TooLarge);
            }
        }
        self.held += said.len();
        if self.text.len() + self.held > Brought::MOST {
            return Err(NoTable::TooLarge);
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
        self.held = 0;
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

/// What a cell says.
///
/// # Errors
/// When one text alone is longer than a table may be: it is not copied.
pub(super) fn plain(value: &DataRef<'_>) -> Result<String, NoTable> {
    let text = match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.as_str(),
        DataRef::SharedString(text) => text,
        DataRef::Int(number) => return Ok(number.to_string()),
        DataRef::Float(number) => return Ok(number.to_string()),
        DataRef::Bool(is) => return Ok(is.to_string()),
        DataRef::DateTime(instant) => return Ok(day(instant)),
        DataRef::Error(_) | DataRef::Empty => "",
    };
    if text.len() > Brought::MOST { Err(NoTable::TooLarge) } else { Ok(text.to_owned()) }
}

/// A cell without line ends: they would move all rows below it.
fn in_one_line(text: &str, line_end: char) -> String {
    let unified = text.replace("\r\n", "\n");
    unified
        .chars()
        .map(|c| if matches!(c, '\r' | '\n') { line_end } else { c })
        .map(|c| if c == '\0' { ' ' } else { c })
        .collect()
}

/// A day as ISO 8601 writes it, with the hour where one was given.
fn day(instant: &ExcelDateTime) -> String {
    if instant.is_duration() {
        return instant.as_f64().to_string();
    }
    let (year, month, day, hour, minute, _, _) = instant.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    // Some seconds after midnight are an hour too.
    if instant.as_f64().fract() == 0.0 { date } else { format!("{date} {hour:02}:{minute:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn a_long_text_in_every_cell_of_a_row_is_refused_before_it_is_copied_often() {
        let text = "a".repeat(Brought::MOST / 4);
        let mut lines = Lines::default();
        let put: Vec<bool> = (0..6).map(|column| lines.put(0, column, &text).is_ok()).collect();
        assert_eq!(put, [true, true, true, true, false, false]);
        let long = "a".repeat(Brought::MOST + 1);
        assert_eq!(plain(&DataRef::SharedString(&long)), Err(NoTable::TooLarge));
    }

    #[test]
    fn lines_within_a_cell_take_no_line_of_the_file() {
        assert_eq!(in_one_line("uno\r\ndue\ntre", LINE_IN_CELL), "uno\u{2028}due\u{2028}tre");
        assert_eq!(in_one_line("uno\r\ndue\0", ' '), "uno due ");
    }

    #[test]
    fn what_happened_just_after_midnight_has_an_hour() {
        let written = |serial| day(&ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false));
        assert_eq!(written(45_356.0), "2024-03-05");
        assert_eq!(written(45_356.0 + 20.0 / 86_400.0), "2024-03-05 00:00");
        assert_eq!(written(45_356.5), "2024-03-05 12:00");
    }

    #[test]
    fn a_large_workbook_is_not_unpacked_for_each_of_many_sheets() {
        assert_eq!(most_sheets(1_000_000), 255);
        assert_eq!(most_sheets(MOST_UNPACKED), 4);
        assert_eq!(most_sheets(0), 255);
    }
}
