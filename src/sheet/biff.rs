//! Old workbooks (`.xls`): the cells of BIFF8, which Excel 97 to 2003 wrote and other programs still do.
//!
//! Read here rather than by calamine, which for this format makes a full grid of every sheet before anything can be looked at: one
//! cell in the last corner of a sheet of a few kilobytes is four thousand million cells, and a table of sizes that a header states
//! is set aside unseen. Here a cell is taken as it comes, within the bounds of every other table.
//!
//! Days stay the numbers that they are: a form has none. What is locked with a password is not read.

use super::compound::{long, short, stream};
use super::{Brought, NoTable, Tab, TabRow};
use std::collections::BTreeMap;

/// The most sheets: what has more was not made by people.
const MOST_SHEETS: usize = 255;
/// Columns beyond this hold no part of a table that people wrote.
const MOST_COLUMNS: usize = 256;

/// Reads every sheet of a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Tab>, NoTable> {
    if bytes.len() > Brought::MOST {
        return Err(NoTable::TooLarge);
    }
    let stream = stream(bytes, &["Workbook", "Book"]).ok_or(NoTable::Broken)?;
    let globals = Globals::read(&stream).ok_or(NoTable::Broken)?;
    let mut room = Brought::MOST;
    let mut tabs = Vec::new();
    for (name, from) in globals.sheets {
        let cells = Cells::read(stream.get(from..).ok_or(NoTable::Broken)?, &globals.strings);
        tabs.push(Tab { name, rows: rows(cells, &mut room)? });
    }
    Ok(tabs)
}

/// The records of a stream: what each is, and what it holds. A record that is cut short ends them.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let (kind, length) = (short(rest, 0)?, usize::from(short(rest, 2)?));
        let data = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some((kind, data))
    })
}

mod record {
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const END: u16 = 0x000a;
    pub(super) const PASSWORD: u16 = 0x002f;
    pub(super) const CONTINUE: u16 = 0x003c;
    pub(super) const SHEET: u16 = 0x0085;
    pub(super) const NUMBERS: u16 = 0x00bd;
    pub(super) const RICH_TEXT: u16 = 0x00d6;
    pub(super) const STRINGS: u16 = 0x00fc;
    pub(super) const SHARED_TEXT: u16 = 0x00fd;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const TEXT: u16 = 0x0204;
    pub(super) const TRUTH: u16 = 0x0205;
    pub(super) const TEXT_OF_FORMULA: u16 = 0x0207;
    pub(super) const SMALL_NUMBER: u16 = 0x027e;
    pub(super) const BEGIN: u16 = 0x0809;
}

/// What stands before the sheets: their names and places, and the texts that cells share.
struct Globals {
    sheets: Vec<(String, usize)>,
    strings: Vec<String>,
}

impl Globals {
    /// `None` for another format, or one that is locked.
    fn read(stream: &[u8]) -> Option<Self> {
        let mut records = records(stream).peekable();
        let (begin, version) = records.next()?;
        // BIFF8; what is older keeps its texts in a code page that it does not always tell.
        if begin != record::BEGIN || short(version, 0)? != 0x0600 {
            return None;
        }
        let mut globals = Self { sheets: Vec::new(), strings: Vec::new() };
        while let Some((kind, data)) = records.next() {
            match kind {
                record::END => break,
                record::PASSWORD => return None,
                record::SHEET if data.get(5) == Some(&0) && globals.sheets.len() < MOST_SHEETS => {
                    let name = Parts::of(data.get(6..)?).text(false)?;
                    globals.sheets.push((name, usize::try_from(long(data, 0)?).ok()?));
                }
                record::STRINGS => {
                    let mut parts = Parts::of(data);
                    while let Some((_, more)) = records.next_if(|(kind, _)| *kind == record::CONTINUE) {
                        parts.parts.push(more);
                    }
                    globals.strings = parts.strings();
                }
                _ => {}
            }
        }
        Some(globals)
    }
}

/// What a record holds together with those that continue it.
struct Parts<'s> {
    parts: Vec<&'s [u8]>,
    part: usize,
    at: usize,
}

impl<'s> Parts<'s> {
    fn of(first: &'s [u8]) -> Self {
        Self { parts: vec![first], part: 0, at: 0 }
    }

    /// What is left of the part, going on to the next where nothing is.
    fn rest(&mut self) -> &'s [u8] {
        loop {
            match self.parts.get(self.part) {
                Some(part) if self.at < part.len() => return &part[self.at..],
                Some(_) => (self.part, self.at) = (self.part + 1, 0),
                None => return &[],
            }
        }
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.rest().first()?;
        self.at += 1;
        Some(byte)
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn long(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes([self.byte()?, self.byte()?, self.byte()?, self.byte()?]))
    }

    fn pass_over(&mut self, mut bytes: usize) {
        while bytes > 0 {
            let here = self.rest().len().min(bytes);
            if here == 0 {
                return;
            }
            self.at += here;
            bytes -= here;
        }
    }

    /// A text: how many characters, how they are written, the characters; in a table perhaps with how they look, which is passed over.
    /// A part that goes on within the characters says anew how they are written.
    fn text(&mut self, long_count: bool) -> Option<String> {
        let count = if long_count { usize::from(self.short()?) } else { usize::from(self.byte()?) };
        let mut flags = self.byte()?;
        let looks = if flags & 8 != 0 { usize::from(self.short()?) * 4 } else { 0 };
        let more = if flags & 4 != 0 { usize::try_from(self.long()?).ok()? } else { 0 };
        let mut units: Vec<u16> = Vec::new();
        while units.len() < count {
            let part = self.part;
            let mut here = self.rest();
            if self.part != part && !units.is_empty() {
                flags = self.byte()?;
                here = self.rest();
            }
            let width = if flags & 1 != 0 { 2 } else { 1 };
            let taken = (count - units.len()).min(here.len() / width);
            if taken == 0 {
                return None;
            }
            let bytes = &here[..taken * width];
            match width {
                2 => units.extend(bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]))),
                _ => units.extend(bytes.iter().map(|byte| u16::from(*byte))),
            }
            self.at += bytes.len();
        }
        self.pass_over(looks);
        self.pass_over(more);
        Some(String::from_utf16_lossy(&units))
    }

    /// The table of texts. How many there are is stated; as many as there are bytes for are read.
    fn strings(&mut self) -> Vec<String> {
        let _cells = self.long();
        let count = self.long().unwrap_or(0);
        let mut strings = Vec::new();
        for _ in 0..count {
            let Some(text) = self.text(true) else { break };
            strings.push(text);
        }
        strings
    }
}

/// The cells of a sheet by row and column.
#[derive(Default)]
struct Cells<'s> {
    cells: BTreeMap<(u16, u16), Said<'s>>,
    /// The cell of the last formula, whose text comes behind it.
    formula: Option<(u16, u16)>,
}

/// What a cell says; shared texts are not copied before the bounds are looked at.
enum Said<'s> {
    Shared(&'s str),
    Own(String),
}

impl<'s> Cells<'s> {
    fn read(sheet: &[u8], strings: &'s [String]) -> Self {
        let mut cells = Self::default();
        // Charts within a sheet begin and end like sheets, and hold cells of their own.
        let mut depth = 0_usize;
        for (kind, data) in records(sheet) {
            match kind {
                record::BEGIN => depth += 1,
                record::END if depth <= 1 => break,
                record::END => depth -= 1,
                _ if depth == 1 => drop(cells.take(kind, data, strings)),
                _ => {}
            }
        }
        cells
    }

    fn take(&mut self, kind: u16, data: &[u8], strings: &'s [String]) -> Option<()> {
        if kind == record::TEXT_OF_FORMULA {
            let place = self.formula.take()?;
            self.cells.insert(place, Said::Own(Parts::of(data).text(true)?));
            return Some(());
        }
        let place = (short(data, 0)?, short(data, 2)?);
        let said = match kind {
            record::SHARED_TEXT => Said::Shared(strings.get(usize::try_from(long(data, 6)?).ok()?)?),
            record::TEXT | record::RICH_TEXT => Said::Own(Parts::of(data.get(6..)?).text(true)?),
            record::NUMBER => Said::Own(double(data, 6)?.to_string()),
            record::SMALL_NUMBER => Said::Own(small(long(data, 6)?).to_string()),
            record::TRUTH if data.get(7) == Some(&0) => Said::Own((*data.get(6)? != 0).to_string()),
            record::NUMBERS => {
                let pairs = data.get(4..data.len().checked_sub(2)?)?.chunks_exact(6);
                for (column, pair) in (place.1..).zip(pairs) {
                    self.cells.insert((place.0, column), Said::Own(small(long(pair, 2)?).to_string()));
                }
                return Some(());
            }
            record::FORMULA => {
                let result = data.get(6..14)?;
                match (short(result, 6)?, result[0]) {
                    (0xffff, 0) => {
                        self.formula = Some(place);
                        return Some(());
                    }
                    (0xffff, 1) => Said::Own((result[2] != 0).to_string()),
                    (0xffff, _) => return None,
                    _ => Said::Own(double(result, 0)?.to_string()),
                }
            }
            _ => return None,
        };
        self.cells.insert(place, said);
        Some(())
    }
}

fn rows(cells: Cells<'_>, room: &mut usize) -> Result<Vec<TabRow>, NoTable> {
    let mut rows: Vec<TabRow> = Vec::new();
    for ((row, column), said) in cells.cells {
        let said = match &said {
            Said::Shared(text) => text,
            Said::Own(text) => text.as_str(),
        };
        let (number, column) = (u32::from(row) + 1, usize::from(column));
        if said.trim().is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        if rows.last().is_none_or(|last| last.number != number) {
            rows.push(TabRow { number, cells: Vec::new() });
        }
        let Some(own) = rows.last_mut() else { continue };
        let wider = (column + 1).saturating_sub(own.cells.len());
        *room = room.checked_sub(said.len() + wider * size_of::<String>()).ok_or(NoTable::TooLarge)?;
        own.cells.resize(own.cells.len().max(column + 1), String::new());
        own.cells[column] = said.to_owned();
    }
    Ok(rows)
}

fn double(bytes: &[u8], at: usize) -> Option<f64> {
    let (low, high) = (long(bytes, at)?, long(bytes, at + 4)?);
    Some(f64::from_bits(u64::from(high) << 32 | u64::from(low)))
}

/// A number in 30 bits: whole, or the upper part of a double; perhaps a hundredth of it.
fn small(written: u32) -> f64 {
    let number = match written & 2 {
        0 => f64::from_bits(u64::from(written & !3) << 32),
        _ => f64::from(i32::from_le_bytes(written.to_le_bytes()) >> 2),
    };
    if written & 1 != 0 { number / 100.0 } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
    }

    fn cell(kind: u16, place: (u16, u16), data: &[u8]) -> Vec<u8> {
        record(kind, &[&place.0.to_le_bytes()[..], &place.1.to_le_bytes(), &[0, 0], data].concat())
    }

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    /// A compound file with one stream, in sectors behind its table and its directory.
    fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
        let mut stream = stream.to_vec();
        stream.resize(stream.len().max(4_096).next_multiple_of(512), 0);
        let sectors = u32::try_from(stream.len() / 512).unwrap();
        let mut bytes = vec![0_u8; 512];
        bytes[..8].copy_from_slice(super::super::compound::SIGNATURE);
        bytes[76..512].fill(0xff);
        for (at, value) in [(30, 9_u32), (32, 6), (44, 1), (48, 1), (56, 4_096), (60, u32::MAX - 1), (68, u32::MAX - 1), (76, 0)]
        {
            let own = value.to_le_bytes();
            let length = if at < 44 { 2 } else { 4 };
            bytes[at..at + length].copy_from_slice(&own[..length]);
        }
        let mut table: Vec<u32> = vec![u32::MAX - 2, u32::MAX - 1];
        table.extend((2..sectors + 1).map(|at| at + 1));
        table.push(u32::MAX - 1);
        table.resize(128, u32::MAX);
        bytes.extend(table.iter().flat_map(|own| own.to_le_bytes()));
        let mut directory = vec![0_u8; 512];
        for (at, name, kind) in [(0, "Root Entry", 5), (128, name, 2)] {
            let units = wide(name);
            directory[at..at + units.len()].copy_from_slice(&units);
            directory[at + 64] = u8::try_from(units.len() + 2).unwrap();
            directory[at + 66] = kind;
        }
        directory[128 + 116] = 2;
        directory[128 + 120..128 + 124].copy_from_slice(&(sectors * 512).to_le_bytes());
        [bytes, directory, stream].concat()
    }

    /// A workbook of one sheet, with these records before it and in it.
    fn workbook(version: u16, before: &[Vec<u8>], cells: &[Vec<u8>]) -> Vec<u8> {
        let begin = record(record::BEGIN, &version.to_le_bytes());
        let sheet = |from: u32| record(record::SHEET, &[&from.to_le_bytes()[..], &[0, 0, 6, 0], b"survey"].concat());
        let globals = [&begin[..], &sheet(0), &before.concat(), &record(record::END, &[])].concat();
        let from = u32::try_from(globals.len()).unwrap();
        let globals = [&begin[..], &sheet(from), &before.concat(), &record(record::END, &[])].concat();
        compound("Workbook", &[&globals[..], &begin, &cells.concat(), &record(record::END, &[])].concat())
    }

    fn read_cells(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        let tabs = read(bytes).unwrap();
        assert_eq!(tabs[0].name, "survey");
        tabs[0].rows.iter().map(|row| (row.number, row.cells.clone())).collect()
    }

    const BIFF8: u16 = 0x0600;

    #[test]
    fn every_kind_of_cell_is_read() {
        // "Perché" goes on in another record, there in wide letters; the second text is followed by how it looks.
        let strings = [&[9, 0, 0, 0, 2, 0, 0, 0][..], &[6, 0, 0], b"Perc"].concat();
        let more = [&[1][..], &wide("h\u{e9}"), &[2, 0, 8, 1, 0], b"ok", &[0; 4]].concat();
        let table = [record(record::STRINGS, &strings), record(record::CONTINUE, &more)];
        let text = [&[2, 0, 1][..], &wide("\u{e0}\u{20ac}")].concat();
        let cells = [
            cell(record::SHARED_TEXT, (0, 0), &[0, 0, 0, 0]),
            cell(record::SHARED_TEXT, (0, 1), &[1, 0, 0, 0]),
            cell(record::SHARED_TEXT, (0, 2), &[9, 0, 0, 0]),
            cell(record::NUMBER, (2, 0), &2.5_f64.to_le_bytes()),
            cell(record::SMALL_NUMBER, (2, 1), &((7_u32 << 2) | 2).to_le_bytes()),
            cell(record::SMALL_NUMBER, (2, 2), &((150_u32 << 2) | 3).to_le_bytes()),
            cell(record::TRUTH, (2, 3), &[1, 0]),
            cell(record::TEXT, (3, 0), &text),
            cell(record::FORMULA, (3, 1), &[0, 0, 0, 0, 0, 0, 0xff, 0xff]),
            record(record::TEXT_OF_FORMULA, &text),
            // A chart within the sheet has cells of its own.
            record(record::BEGIN, &[]),
            cell(record::TRUTH, (3, 3), &[1, 0]),
            record(record::END, &[]),
            cell(record::NUMBERS, (3, 2), &[&((1_u32 << 2) | 2).to_le_bytes()[..], &[0, 0], &[10, 0, 0, 0], &[3, 0]].concat()),
        ];
        let expected = [
            (1, vec!["Perch\u{e9}", "ok"]),
            (3, vec!["2.5", "7", "1.5", "true"]),
            (4, vec!["\u{e0}\u{20ac}", "\u{e0}\u{20ac}", "1", "2"]),
        ];
        let expected: Vec<(u32, Vec<String>)> =
            expected.into_iter().map(|(row, cells)| (row, cells.into_iter().map(str::to_owned).collect())).collect();
        let bytes = workbook(BIFF8, &table, &cells);
        assert_eq!(read_cells(&bytes), expected);
        for at in 0..bytes.len() {
            drop(read(&bytes[..at]));
            for bit in 0..8 {
                let mut bent = bytes.clone();
                bent[at] ^= 1 << bit;
                drop(read(&bent));
            }
        }
    }

    #[test]
    fn a_cell_in_the_last_corner_costs_nothing_and_a_text_said_too_often_is_refused() {
        let corner = [cell(record::TRUTH, (u16::MAX, u16::MAX), &[1, 0]), cell(record::TRUTH, (u16::MAX, 0), &[1, 0])];
        assert_eq!(read_cells(&workbook(BIFF8, &[], &corner)), [(65_536, vec!["true".to_owned()])]);
        let long = [&[9, 0, 0, 0, 1, 0, 0, 0][..], &8_000_u16.to_le_bytes(), &[0], &[b'a'; 8_000]].concat();
        let often: Vec<Vec<u8>> = (0..1_000).map(|row| cell(record::SHARED_TEXT, (row, 0), &[0; 4])).collect();
        assert_eq!(read(&workbook(BIFF8, &[record(record::STRINGS, &long)], &often)), Err(NoTable::TooLarge));
    }

    #[test]
    fn what_is_locked_older_or_no_workbook_is_told() {
        for bytes in [
            workbook(BIFF8, &[record(record::PASSWORD, &[1, 0])], &[]),
            workbook(0x0500, &[], &[]),
            compound("WordDocument", &[]),
            super::super::compound::SIGNATURE.to_vec(),
            Vec::new(),
        ] {
            assert_eq!(read(&bytes), Err(NoTable::Broken));
        }
    }
}
