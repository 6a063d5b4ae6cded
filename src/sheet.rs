//! A table that a person uploads: CSV as Excel, LibreOffice and registries really write it; a workbook becomes one ([`Brought`]).
//!
//! `;`, `,` or tab between cells, UTF-8 with or without a byte-order mark or Windows-1252, quoted cells, line breaks within
//! quotes, rows shorter than the header. Nothing is interpreted here: a cell is the text that stands in it.

mod archive;
mod biff;
mod brought;
mod compound;
mod encoding;
mod tabs;
mod workbook;

pub(crate) use archive::unpacked;
pub use brought::{Brought, LINE_IN_CELL, NoTable, Reading, Written};
pub(crate) use compound::SIGNATURE as COMPOUND;
pub use encoding::Encoding;
pub use tabs::{Tab, TabRow, Workbook};

use std::borrow::Cow;

/// An uploaded table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The column headings, trimmed.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<SheetRow>,
    /// What stood between the cells.
    pub delimiter: char,
}

/// One row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The line of the file on which it begins, from 1; the header is usually line 1.
    pub line: u64,
    /// Its cells; as many as the header, missing ones empty. Cells beyond the header are kept.
    pub cells: Vec<String>,
}

/// Why bytes are no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetError {
    /// There is nothing in the file.
    Empty,
    /// It is a spreadsheet or another binary file: save it as CSV.
    NotText,
}

impl Sheet {
    /// Reads a table with a header row.
    ///
    /// # Errors
    /// Only when there is no table at all; odd rows are the caller's to judge.
    pub fn read(bytes: &[u8]) -> Result<Self, SheetError> {
        Self::read_with(bytes, None)
    }

    /// The same with this between the cells; `None` for what divides the first rows alike, else for what the header has most of.
    ///
    /// # Errors
    /// As [`Sheet::read`].
    pub fn read_with(bytes: &[u8], delimiter: Option<char>) -> Result<Self, SheetError> {
        let text = decode(bytes)?;
        // Excel's own hint ("sep=;"); what the header says is as good.
        let (text, lines_before) = match text.split_once('\n') {
            Some((first, rest)) if first.trim_start_matches('"').to_ascii_lowercase().starts_with("sep=") => (rest, 1),
            _ => (text.as_ref(), 0),
        };
        let delimiter = delimiter.filter(char::is_ascii).unwrap_or_else(|| dividing(text, 1 + lines_before));
        let mut records = Records { rest: text, line: 1 + lines_before, delimiter };
        let Some((_, header)) = records.next() else { return Err(SheetError::Empty) };
        let header: Vec<String> = header.iter().map(|cell| cell.trim().to_owned()).collect();
        let rows = records.filter_map(|(line, cells)| row_of(cells, line, header.len())).collect();
        Ok(Self { header, rows, delimiter })
    }

    /// The last line that a row seems to swallow, where two stray quotation marks make one long cell of several rows: a text of
    /// several lines holds no delimiter after the first, but for rare ones, and those are better asked about than rows lost.
    pub fn swallowed_until(&self, row: &SheetRow) -> Option<u64> {
        let swallows = |cell: &&String| cell.split_once('\n').is_some_and(|(_, rest)| rest.contains(self.delimiter));
        let cell = row.cells.iter().find(swallows)?;
        Some(row.line.saturating_add(line_ends(cell)))
    }

    /// The column of a heading, without regard to case.
    pub fn column(&self, heading: &str) -> Option<usize> {
        self.header.iter().position(|own| own.eq_ignore_ascii_case(heading) || own.to_lowercase() == heading.to_lowercase())
    }
}

/// A row as wide as the header; `None` for the rows of nothing but delimiters that Excel leaves at the end.
fn row_of(mut cells: Vec<String>, line: u64, width: usize) -> Option<SheetRow> {
    if cells.iter().all(|cell| cell.trim().is_empty()) && width > 1 {
        return None;
    }
    cells.resize(cells.len().max(width), String::new());
    Some(SheetRow { line, cells })
}

/// The records of a text, each with the line on which it begins.
struct Records<'a> {
    rest: &'a str,
    line: u64,
    delimiter: char,
}

impl Iterator for Records<'_> {
    type Item = (u64, Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        let begins = self.rest.trim_start_matches(['\r', '\n']);
        self.line += line_ends(&self.rest[..self.rest.len() - begins.len()]);
        self.rest = begins;
        if self.rest.is_empty() {
            return None;
        }
        let line = self.line;
        let (record, cells) = match quoted_record(self.rest, self.delimiter) {
            Some(record) => (record, cells_of(record, self.delimiter, true)),
            // One stray mark must not swallow the rest of the file: the line alone, with its marks as they are.
            None => {
                let first = self.rest.split(['\r', '\n']).next().unwrap_or("");
                let bare = |cell: String| cell.trim().trim_matches('"').replace("\"\"", "\"");
                (first, cells_of(first, self.delimiter, false).into_iter().map(bare).collect())
            }
        };
        self.line += line_ends(record);
        self.rest = &self.rest[record.len()..];
        Some((line, cells))
    }
}

/// The record that a text begins with, without its line end; `None` when a quotation mark is never closed, or is closed lines
/// later in the middle of a cell.
fn quoted_record(text: &str, delimiter: char) -> Option<&str> {
    let bytes = text.as_bytes();
    let (mut at, mut cell_begins, mut goes_on) = (0, true, false);
    while let Some(byte) = bytes.get(at) {
        if cell_begins && *byte == b'"' {
            at = closing_mark(bytes, at + 1)? + 1;
            cell_begins = false;
            goes_on |= bytes.get(at).is_some_and(|next| ![delimiter as u8, b'\r', b'\n'].contains(next));
            continue;
        }
        if *byte == b'\r' || *byte == b'\n' {
            break;
        }
        cell_begins = *byte == delimiter as u8;
        at += 1;
    }
    let record = &text[..at];
    (!goes_on || line_ends(record) == 0).then_some(record)
}

fn closing_mark(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match (bytes.get(at)?, bytes.get(at + 1)) {
            (b'"', Some(b'"')) => at += 2,
            (b'"', _) => return Some(at),
            _ => at += 1,
        }
    }
}

fn cells_of(record: &str, delimiter: char, quoting: bool) -> Vec<String> {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(delimiter as u8).flexible(true).has_headers(false).quoting(quoting).buffer_capacity(record.len() + 1);
    let mut reader = builder.from_reader(record.as_bytes());
    let first = reader.records().next().and_then(Result::ok);
    first.map(|cells| cells.iter().map(str::to_owned).collect()).unwrap_or_default()
}

/// Line ends as an editor counts them: `\n`, `\r\n`, or `\r` alone.
fn line_ends(text: &str) -> u64 {
    let bare = text.bytes().zip(text.bytes().skip(1).chain([0])).filter(|(one, next)| *one == b'\r' && *next != b'\n').count();
    u64::try_from(text.matches('\n').count() + bare).unwrap_or(u64::MAX)
}

pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, SheetError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(SheetError::Empty);
    }
    // A ZIP (XLSX, ODS), an OLE file (XLS) and UTF-16 all hold zero bytes; a text table never does, and PostgreSQL keeps none.
    if bytes.starts_with(b"PK\x03\x04") || bytes.contains(&0) {
        return Err(SheetError::NotText);
    }
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    })
}

/// The delimiter that the header has most of outside quotes; `;` when it has none, as Italian Excel writes.
pub(crate) fn delimiter_of(text: &str) -> char {
    let mut quoted = false;
    let mut counts = [(';', 0), (',', 0), ('\t', 0)];
    for character in text.chars() {
        match character {
            '"' => quoted = !quoted,
            '\n' if !quoted => break,
            _ if quoted => {}
            _ => {
                if let Some((_, count)) = counts.iter_mut().find(|(delimiter, _)| *delimiter == character) {
                    *count += 1;
                }
            }
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0).map_or(';', |(delimiter, _)| *delimiter)
}

/// How many records tell what stands between the cells.
const TELLING: usize = 20;

/// What stands between the cells: of what the header has, the one that divides the first records alike; where several do or none does,
/// the one that the header has most of. A question may hold more commas than there are columns.
fn dividing(text: &str, line: u64) -> char {
    let most = delimiter_of(text);
    let divides = |delimiter: &char| {
        let mut widths = Records { rest: text, line, delimiter: *delimiter }.take(TELLING).map(|(_, cells)| cells.len());
        let first = widths.next().unwrap_or(0);
        first > 1 && widths.all(|width| width == first)
    };
    [most, ';', ',', '\t'].into_iter().find(divides).unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(sheet: &Sheet) -> Vec<Vec<&str>> {
        sheet.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
    }

    #[test]
    fn semicolons_commas_and_tabs_are_told_apart() {
        for (text, delimiter) in [("a;b,c;d\n1;2,5;3\n", ';'), ("a,b,c\n1,2,3\n", ','), ("a\tb\n1\t2\n", '\t'), ("a\n1\n", ';')] {
            assert_eq!(Sheet::read(text.as_bytes()).unwrap().delimiter, delimiter, "{text}");
        }
    }

    #[test]
    fn commas_within_a_heading_divide_nothing() {
        let text = "Ora;Veloce, chiaro, cortese, gentile?;Note\n1;3;bene, grazie\n2;4;\n";
        assert_eq!(Sheet::read(text.as_bytes()).unwrap().delimiter, ';');
        let text = "Ora,\"Veloce; chiaro; cortese?\"\n1,3\n";
        assert_eq!(Sheet::read(text.as_bytes()).unwrap().delimiter, ',');
        assert_eq!(Sheet::read(b"a,b;c,d\n").unwrap().delimiter, ',');
    }

    #[test]
    fn utf_8_with_a_mark_and_windows_1252_read_alike() {
        let utf8 = Sheet::read("\u{feff}nome;città\r\nPérez;Forlì\r\n".as_bytes()).unwrap();
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode("nome;città\r\nPérez;Forlì\r\n");
        assert_eq!(utf8, Sheet::read(&windows).unwrap());
        assert_eq!(utf8.header, ["nome", "città"]);
        assert_eq!(cells(&utf8), [["Pérez", "Forlì"]]);
    }

    #[test]
    fn quotes_line_breaks_and_short_rows_are_kept_with_their_line() {
        let sheet = Sheet::read(b"a,b\n\"x\ny\",\"say \"\"hi\"\"\"\n1\n,\n").unwrap();
        assert_eq!(cells(&sheet), [vec!["x\ny", "say \"hi\""], vec!["1", ""]]);
        assert_eq!(sheet.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4]);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_costs_no_row() {
        let sheet = Sheet::read(b"a;b\n\"1\n2\";2\n\"3;x\n\"4\";y\n5;5\" tall\n").unwrap();
        assert_eq!(cells(&sheet), [["1\n2", "2"], ["3", "x"], ["4", "y"], ["5", "5\" tall"]]);
        assert_eq!(sheet.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4, 5, 6]);
    }

    #[test]
    fn rows_between_two_stray_marks_are_told() {
        let sheet = Sheet::read(b"a;b\n1;\"x\n2;y\n3;z\"\n4;\"two\nlines\"\n").unwrap();
        let told: Vec<_> = sheet.rows.iter().map(|row| (row.line, sheet.swallowed_until(row))).collect();
        assert_eq!(told, [(2, Some(4)), (5, None)]);
    }

    #[test]
    fn the_hint_of_excel_is_no_header() {
        let sheet = Sheet::read(b"sep=;\r\na;b\r\n1;2\r\n").unwrap();
        assert_eq!((sheet.header.len(), sheet.rows[0].line), (2, 3));
    }

    /// Every file of csv-spectrum reads as its JSON says; its `location_coordinates.json` is of another row than its CSV.
    #[test]
    fn the_csv_spectrum_reads_as_expected() {
        let Some(corpora) = crate::corpora::corpora() else { return };
        let folder = corpora.join("csv-spectrum");
        let files = std::fs::read_dir(folder.join("csvs")).unwrap();
        for path in files.map(|entry| entry.unwrap().path()) {
            let sheet = Sheet::read(&std::fs::read(&path).unwrap()).unwrap();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            if name == "location_coordinates" {
                assert_eq!((sheet.header.len(), sheet.rows.len()), (4, 1));
                continue;
            }
            let json = std::fs::read_to_string(folder.join("json").join(format!("{name}.json"))).unwrap();
            let expected: Vec<std::collections::BTreeMap<String, String>> = serde_json::from_str(&json).unwrap();
            let pairs = |row: &SheetRow| -> std::collections::BTreeMap<String, String> {
                sheet.header.iter().cloned().zip(row.cells.iter().cloned()).collect()
            };
            assert_eq!(sheet.rows.iter().map(pairs).collect::<Vec<_>>(), expected, "{name}");
        }
    }

    #[test]
    fn what_is_no_table_is_told() {
        assert_eq!(Sheet::read(b" \r\n"), Err(SheetError::Empty));
        assert_eq!(Sheet::read(b"PK\x03\x04rest"), Err(SheetError::NotText));
        assert_eq!(Sheet::read(b"a\0b\0"), Err(SheetError::NotText));
        let late = [b"a;b\n".as_slice(), &b"1;2\n".repeat(2_000), b"\0;3\n"].concat();
        assert_eq!(Sheet::read(&late), Err(SheetError::NotText));
    }
}
