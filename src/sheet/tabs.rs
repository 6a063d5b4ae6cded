//! A workbook cell by cell, for files whose sheets and columns have a meaning of their own.

use super::biff;
use super::brought::{Brought, NoTable};
use super::compound::SIGNATURE;
use super::workbook::{measure, most_sheets, plain};
use calamine::{Reader, SheetType, Xlsx};
use std::io::Cursor;

/// A workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// Its sheets in order, hidden ones too.
    pub tabs: Vec<Tab>,
}

/// One sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Its name.
    pub name: String,
    /// The rows that hold anything, from above to below.
    pub rows: Vec<TabRow>,
}

/// One row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabRow {
    /// Its number as the program shows it, from 1.
    pub number: u32,
    /// Its cells up to the last that holds anything; empty ones are empty. Line ends within a cell are kept.
    pub cells: Vec<String>,
}

/// Columns beyond this hold no part of a table that people wrote.
const MOST_COLUMNS: usize = 256;

impl Workbook {
    /// Reads a workbook in XLSX, or in the XLS of Excel 97 to 2003, within the bounds of [`Brought::MOST`].
    ///
    /// # Errors
    /// When it is none, cannot be read, or holds too much.
    pub fn read(bytes: &[u8]) -> Result<Self, NoTable> {
        if bytes.starts_with(SIGNATURE) {
            return Ok(Self { tabs: biff::read(bytes)? });
        }
        if !bytes.starts_with(b"PK\x03\x04") {
            return Err(NoTable::Unknown);
        }
        let unpacked = measure(bytes)?;
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| NoTable::Broken)?;
        let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).take(most_sheets(unpacked)).collect();
        let mut room = Brought::MOST;
        let mut tabs = Vec::new();
        for name in names {
            tabs.push(Tab { rows: read_rows(&mut workbook, &name, &mut room)?, name });
        }
        Ok(Self { tabs })
    }

    /// The sheet of that name, without regard to case.
    pub fn tab(&self, name: &str) -> Option<&Tab> {
        self.tabs.iter().find(|tab| tab.name.trim().eq_ignore_ascii_case(name))
    }
}

fn read_rows(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, room: &mut usize) -> Result<Vec<TabRow>, NoTable> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(|_| NoTable::Broken)?;
    let mut rows: Vec<TabRow> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|_| NoTable::Broken)? {
        let (row, column) = cell.get_position();
        let (number, column) = (row.saturating_add(1), usize::try_from(column).unwrap_or(usize::MAX));
        let said = plain(cell.get_value())?;
        if said.trim().is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        match rows.last() {
            Some(last) if last.number > number => return Err(NoTable::Broken),
            Some(last) if last.number == number => {}
            _ => rows.push(TabRow { number, cells: Vec::new() }),
        }
        let Some(own) = rows.last_mut() else { continue };
        let wider = (column + 1).saturating_sub(own.cells.len());
        *room = room.checked_sub(said.len() + wider * size_of::<String>()).ok_or(NoTable::TooLarge)?;
        own.cells.resize(own.cells.len().max(column + 1), String::new());
        own.cells[column] = said;
    }
    Ok(rows)
}
