//! A table that a person uploads: CSV as Excel, LibreOffice and registries really write it.
//!
//! `;`, `,` or tab between cells, UTF-8 with or without a byte-order mark or Windows-1252, quoted cells, line breaks within
//! quotes, rows shorter than the header. Nothing is interpreted here: a cell is the text that stands in it.

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
    /// The row on that line cannot be told apart: a quotation mark is not closed, or the file is cut off.
    Broken(u64),
}

impl Sheet {
    /// Reads a table with a header row.
    ///
    /// # Errors
    /// Only when there is no table at all; odd rows are the caller's to judge.
    pub fn read(bytes: &[u8]) -> Result<Self, SheetError> {
        let text = decode(bytes)?;
        let delimiter = delimiter_of(&text);
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter as u8).flexible(true).has_headers(false).from_reader(text.as_bytes());
        let mut records = reader.records();
        let header: Vec<String> = match records.next() {
            Some(Ok(record)) => record.iter().map(|cell| cell.trim().to_owned()).collect(),
            Some(Err(error)) => return Err(broken(&error)),
            None => return Err(SheetError::Empty),
        };
        let mut rows = Vec::new();
        for record in records {
            let record = record.map_err(|error| broken(&error))?;
            let mut cells: Vec<String> = record.iter().map(str::to_owned).collect();
            if cells.iter().all(|cell| cell.trim().is_empty()) && header.len() > 1 {
                continue; // Excel leaves rows of nothing but delimiters at the end.
            }
            cells.resize(cells.len().max(header.len()), String::new());
            rows.push(SheetRow { line: record.position().map_or(0, csv::Position::line), cells });
        }
        Ok(Self { header, rows, delimiter })
    }

    /// The column of a heading, without regard to case.
    pub fn column(&self, heading: &str) -> Option<usize> {
        self.header.iter().position(|own| own.eq_ignore_ascii_case(heading) || own.to_lowercase() == heading.to_lowercase())
    }
}

fn broken(error: &csv::Error) -> SheetError {
    SheetError::Broken(error.position().map_or(0, csv::Position::line))
}

fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, SheetError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(SheetError::Empty);
    }
    // A ZIP (XLSX, ODS), an OLE file (XLS) and UTF-16 all hold zero bytes early; a text table never does.
    if bytes.starts_with(b"PK\x03\x04") || bytes.iter().take(4_096).any(|byte| *byte == 0) {
        return Err(SheetError::NotText);
    }
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    })
}

/// The delimiter that the header has most of outside quotes; `;` when it has none, as Italian Excel writes.
fn delimiter_of(text: &str) -> char {
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
    fn what_is_no_table_is_told() {
        assert_eq!(Sheet::read(b" \r\n"), Err(SheetError::Empty));
        assert_eq!(Sheet::read(b"PK\x03\x04rest"), Err(SheetError::NotText));
        assert_eq!(Sheet::read(b"a\0b\0"), Err(SheetError::NotText));
    }
}
