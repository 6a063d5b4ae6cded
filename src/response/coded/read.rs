//! Reads a CSV file of codes: every cell is checked as it is counted, and a file that does not fit is refused with every place.
//!
//! A file without quotation marks below its header is cut at line ends and read by several threads, each byte once; another
//! goes through the csv crate in one.

use super::block::{Block, ROWS};
use super::columns::{ColumnPlan, Quick, Use, csv_reader, read_header};
use super::counter::Counter;
use super::item::Cells;
use super::variable::Numbering;
use super::{Coded, LevelSource, Request};
use crate::sheet::{SheetError, decode, delimiter_of};
use std::num::NonZero;

/// Why a file could not be counted.
#[derive(Clone, Debug, PartialEq)]
pub enum Unreadable {
    /// There is nothing in the file, or only a header.
    Empty,
    /// It is a spreadsheet or another binary file.
    NotText,
    /// Columns that are asked for and are not there, or are there twice.
    Columns {
        /// Asked for and not there.
        absent: Vec<String>,
        /// There twice.
        doubled: Vec<String>,
        /// The headings of the file.
        known: Vec<String>,
    },
    /// Cells that do not fit.
    Cells {
        /// The first of them, in the order of the file.
        first: Vec<DataFault>,
        /// How many there are in all.
        total: u64,
    },
}

/// A cell that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFault {
    /// The line of the file, from 1.
    pub line: u64,
    /// The column, from 1.
    pub column: usize,
    /// The heading of the column.
    pub heading: String,
    /// What stands there.
    pub found: String,
    /// What should.
    pub expected: Expected,
}

/// What should stand in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A code from the least to the most.
    Code {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// A number.
    Number,
    /// A weight: a number above or equal to 0.
    Weight,
    /// A frequency: a whole number from 0.
    Frequency,
    /// So many cells in the row.
    Width(usize),
}

/// So many faults are kept.
const MOST_FAULTS: usize = 20;
/// A file smaller than this is not worth a second thread.
const WORTH_A_THREAD: usize = 1 << 20;

/// Counts a file, with as many threads as the machine has.
///
/// # Errors
/// See [`Unreadable`]: nothing is counted of a file that does not fit.
pub fn read(bytes: &[u8], request: &Request) -> Result<Coded, Unreadable> {
    read_with(bytes, request, std::thread::available_parallelism().map_or(1, NonZero::get))
}

/// Counts a file with at most so many threads.
///
/// # Errors
/// See [`Unreadable`].
pub fn read_with(bytes: &[u8], request: &Request, threads: usize) -> Result<Coded, Unreadable> {
    let text = decode(bytes).map_err(|problem| match problem {
        SheetError::Empty => Unreadable::Empty,
        SheetError::NotText => Unreadable::NotText,
    })?;
    let delimiter = u8::try_from(delimiter_of(&text)).unwrap_or(b',');
    let header = read_header(text.as_bytes(), delimiter)?;
    let plan = ColumnPlan::new(request, &header.headings, delimiter)?;
    let body = &text.as_bytes()[header.ends..];
    let readers = if body.contains(&b'"') {
        vec![read_quoted(body, request, &plan)]
    } else {
        let threads = threads.min(body.len() / WORTH_A_THREAD + 1);
        let parts = cut(body, threads);
        std::thread::scope(|scope| {
            let started: Vec<_> = parts.iter().map(|part| scope.spawn(|| read_plain(part, request, &plan))).collect();
            // A thread that broke off must not pass for one that had no rows.
            let finished =
                started.into_iter().map(|thread| thread.join().unwrap_or_else(|broken| std::panic::resume_unwind(broken)));
            finished.collect()
        })
    };
    finish(readers, header.lines)
}

fn finish(readers: Vec<Reader<'_>>, lines_before: u64) -> Result<Coded, Unreadable> {
    let (mut whole, mut lines, mut first, mut total): (Option<Counter>, _, Vec<DataFault>, _) =
        (None, lines_before, Vec::new(), 0);
    for reader in readers {
        first.extend(reader.faults.into_iter().map(|fault| DataFault { line: fault.line + lines, ..fault }));
        total += reader.faulty;
        lines += reader.lines;
        whole = Some(match whole {
            None => reader.counter,
            Some(mut counter) => {
                counter.join(reader.counter);
                counter
            }
        });
    }
    if total > 0 {
        first.truncate(MOST_FAULTS);
        return Err(Unreadable::Cells { first, total });
    }
    whole.map(Counter::finish).filter(|coded| coded.rows > 0).ok_or(Unreadable::Empty)
}

/// Cuts at line ends into about equal parts.
fn cut(body: &[u8], parts: usize) -> Vec<&[u8]> {
    let mut cut = Vec::new();
    let mut rest = body;
    for left in (1..=parts).rev() {
        let aimed = rest.len() / left;
        let ends = if left == 1 { rest.len() } else { line_end(rest, aimed) };
        let (part, after) = rest.split_at(ends);
        cut.push(part);
        rest = after;
    }
    cut
}

/// Just behind the first line end from a place on.
fn line_end(bytes: &[u8], from: usize) -> usize {
    bytes[from..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| from + at + 1)
}

/// One thread's work.
struct Reader<'a> {
    request: &'a Request,
    plan: &'a ColumnPlan,
    counter: Counter,
    block: Block,
    faults: Vec<DataFault>,
    faulty: u64,
    lines: u64,
}

fn read_plain<'a>(body: &[u8], request: &'a Request, plan: &'a ColumnPlan) -> Reader<'a> {
    let mut reader = Reader::new(request, plan);
    let width = plan.uses.len();
    let mut rest = body;
    while !rest.is_empty() {
        reader.lines += 1;
        if let Some(taken) = reader.quick_row(rest) {
            rest = &rest[taken..];
            reader.end_row(width);
            continue;
        }
        let (mut column, mut begins, mut at) = (0, 0, 0);
        // Each byte once: a cell ends at the delimiter or at the line's end.
        let ends = loop {
            let byte = rest.get(at).copied();
            if byte == Some(plan.delimiter) {
                reader.cell(column, &rest[begins..at]);
                column += 1;
                begins = at + 1;
            } else if byte == Some(b'\n') || byte.is_none() {
                break at;
            }
            at += 1;
        };
        let last = rest[begins..ends].strip_suffix(b"\r").unwrap_or(&rest[begins..ends]);
        let nothing = begins == column && last.is_empty();
        rest = rest.get(ends + 1..).unwrap_or(&[]);
        // An empty line, or one of nothing but delimiters, as spreadsheets leave them at the end.
        if nothing && (width > 1 || column == 0) {
            continue;
        }
        reader.cell(column, last);
        reader.end_row(column + 1);
    }
    reader.flush();
    reader
}

fn read_quoted<'a>(body: &[u8], request: &'a Request, plan: &'a ColumnPlan) -> Reader<'a> {
    let mut reader = Reader::new(request, plan);
    let mut records = csv_reader(body, plan.delimiter);
    let mut record = csv::ByteRecord::new();
    while records.read_byte_record(&mut record).unwrap_or(false) {
        reader.lines = record.position().map_or(reader.lines + 1, csv::Position::line);
        if record.iter().all(<[u8]>::is_empty) {
            continue;
        }
        for (column, cell) in record.iter().enumerate() {
            reader.cell(column, cell);
        }
        reader.end_row(record.len());
    }
    reader.flush();
    reader
}

impl<'a> Reader<'a> {
    fn new(request: &'a Request, plan: &'a ColumnPlan) -> Self {
        let (counter, block) = (Counter::new(request), Block::new(request));
        Self { request, plan, counter, block, faults: Vec::new(), faulty: 0, lines: 0 }
    }

    /// Reads a row of cells that are all as they should be, most of them a single byte; the bytes that it takes. `None` for any
    /// other row: it is read again with more care.
    #[inline]
    fn quick_row(&mut self, rest: &[u8]) -> Option<usize> {
        let (plan, row) = (self.plan, self.block.rows);
        let mut begins = 0;
        for (column, end) in &plan.quick {
            // Mostly a code of one byte; what ends a cell is no code.
            let [first, second] = *rest.get(begins..)?.first_chunk()?;
            if let Quick::Item(item) = *column
                && second == *end
            {
                let meaning = plan.cells[item].meaning_of_byte(first);
                if meaning != Cells::UNKNOWN {
                    self.block.items[item][row] = meaning;
                    begins += 2;
                    continue;
                }
            }
            let ends = begins + rest[begins..].iter().position(|byte| *byte == plan.delimiter || *byte == b'\n')?;
            let cell = &rest[begins..ends];
            if rest[ends] != *end {
                return None;
            }
            match *column {
                Quick::Skip => {}
                Quick::Item(item) => {
                    let meaning = plan.cells[item].meaning(cell);
                    self.block.items[item][row] = (meaning != Cells::UNKNOWN).then_some(meaning)?;
                }
                Quick::Levels(variable) => {
                    let Numbering::Cells(levels) = self.counter.numbering(variable) else { return None };
                    self.block.levels[variable][row] = levels.number(cell);
                }
            }
            begins = ends + 1;
        }
        // Nothing but delimiters is no row.
        (begins > plan.quick.len() && begins > 1).then_some(begins)
    }

    #[inline]
    fn cell(&mut self, column: usize, cell: &[u8]) {
        let plan = self.plan;
        for own in plan.uses.get(column).into_iter().flatten() {
            let row = self.block.rows;
            match *own {
                Use::Item(item) => {
                    let meaning = plan.cells[item].meaning(cell);
                    self.block.items[item][row] = meaning;
                    if meaning == Cells::UNKNOWN {
                        let (least, most) = (self.request.items[item].least, self.request.items[item].most);
                        self.fault(column, cell, Expected::Code { least, most });
                    }
                }
                Use::Levels(variable) => {
                    if let Numbering::Cells(levels) = self.counter.numbering(variable) {
                        self.block.levels[variable][row] = levels.number(cell);
                    }
                }
                Use::Bands(variable) => self.band(variable, column, cell),
                Use::Weight => match self.number(cell).filter(|weight| (0.0..f64::INFINITY).contains(weight)) {
                    Some(weight) => self.block.weights[row] = weight,
                    None => self.fault(column, cell, Expected::Weight),
                },
                Use::Frequency => match std::str::from_utf8(cell).ok().and_then(|cell| cell.trim().parse().ok()) {
                    Some(times) => self.block.frequencies[row] = times,
                    None => self.fault(column, cell, Expected::Frequency),
                },
            }
        }
    }

    fn band(&mut self, variable: usize, column: usize, cell: &[u8]) {
        let own = &self.request.variables[variable];
        let LevelSource::Bands { up_to, .. } = &own.source else { return };
        let text = String::from_utf8_lossy(cell);
        let level = if text.trim().is_empty() || own.missing.iter().any(|missing| missing == text.trim()) {
            0
        } else {
            let Some(number) = self.number(cell) else { return self.fault(column, cell, Expected::Number) };
            1 + up_to.iter().filter(|bound| number > **bound).count()
        };
        self.block.levels[variable][self.block.rows] = u32::try_from(level).unwrap_or(0);
    }

    /// A number as the file writes it: with a decimal comma where the comma is not between cells.
    fn number(&self, cell: &[u8]) -> Option<f64> {
        let text = std::str::from_utf8(cell).ok()?.trim();
        let number = if self.plan.delimiter == b',' { text.parse() } else { text.replace(',', ".").parse() };
        number.ok().filter(|number: &f64| number.is_finite())
    }

    fn fault(&mut self, column: usize, cell: &[u8], expected: Expected) {
        self.faulty += 1;
        if self.faults.len() < MOST_FAULTS {
            let heading = self.plan.headings.get(column).cloned().unwrap_or_default();
            let found = String::from_utf8_lossy(cell).chars().take(60).collect();
            self.faults.push(DataFault { line: self.lines, column: column + 1, heading, found, expected });
        }
    }

    fn end_row(&mut self, cells: usize) {
        let width = self.plan.uses.len();
        if cells != width {
            self.fault(cells.min(width), cells.to_string().as_bytes(), Expected::Width(width));
            return;
        }
        if self.faulty == 0 {
            self.block.rows += 1;
        }
        if self.block.rows == ROWS {
            self.flush();
        }
    }

    fn flush(&mut self) {
        self.counter.count(&mut self.block);
        self.block.rows = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ItemColumn, MissingCodes, Variable};
    use super::*;
    use std::fmt::Write;

    fn request() -> Request {
        let missing = MissingCodes { blank: vec!["NA".to_owned()], ..MissingCodes::default() };
        let item = |name: &str| ItemColumn { name: name.to_owned(), least: 0, most: 10, missing: missing.clone() };
        let source = LevelSource::Column("office".to_owned());
        let office = Variable { name: "office".to_owned(), source, missing: Vec::new(), crossed: true };
        Request { items: vec![item("a"), item("b")], variables: vec![office], batteries: vec![vec![0, 1]], ..Request::default() }
    }

    fn counts(file: &[u8]) -> (u64, Vec<u64>, u64, Vec<String>) {
        let coded = read(file, &request()).expect("the file fits");
        (coded.rows, coded.items[0].given.clone(), coded.items[0].blank, coded.variables[0].levels.clone())
    }

    #[test]
    fn a_file_is_read_alike_however_it_is_written() {
        let plain = counts(b"id,office,a,b\n1,desk,10,0\n2,phone,3,\n3,desk,,7\n");
        assert_eq!(plain, (3, vec![0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1], 1, vec!["desk".to_owned(), "phone".to_owned()]));
        for other in [
            &b"\xef\xbb\xbfid;Office;A;b\r\n1;desk;10;0\r\n2;phone;3;\r\n3;desk;;7\r\n;;;\r\n\r\n"[..],
            b"sep=;\nid;office;a;b\n1;desk;10;0\n\n2;phone;3;NA\n3;desk;NA;7",
            b"\"id\",\"office\",\"a\",\"b\"\n1,\"desk\",\"10\",0\n2,phone,3,\n3,desk,,7\n",
            b"office,id,b,a\ndesk,\"a\nb\",0,10\nphone,2,,3\ndesk,3,7,\n",
        ] {
            assert_eq!(counts(other), plain, "{}", String::from_utf8_lossy(other));
        }
        assert_eq!(counts(b"office,a,b\nqualit\xe0,1,1\n").3, ["qualità"]);
    }

    #[test]
    fn one_thread_and_several_keep_the_same() {
        let mut file = String::from("id,office,a,b\n");
        for row in 0..120_000_u32 {
            writeln!(file, "{row},office {},{},{}", row * 7 % 40, row % 11, row % 1_000 * row % 11).expect("a string grows");
        }
        let one = read_with(file.as_bytes(), &request(), 1);
        assert_eq!(one, read_with(file.as_bytes(), &request(), 3));
        assert_eq!(one.expect("the file fits").rows, 120_000);
    }

    #[test]
    fn what_does_not_fit_is_told_with_its_place_and_nothing_is_counted() {
        let fault = |line, column, heading: &str, found: &str, expected| DataFault {
            line,
            column,
            heading: heading.to_owned(),
            found: found.to_owned(),
            expected,
        };
        let code = Expected::Code { least: 0, most: 10 };
        let expected = vec![
            fault(2, 3, "b", "11", code.clone()),
            fault(4, 2, "a", "x", code.clone()),
            fault(4, 3, "b", "3.0", code),
            fault(5, 3, "b", "2", Expected::Width(3)),
        ];
        let found = read(b"office,a,b\n1,2,11\n1,2,3\n1,x,3.0\n1,2\n", &request());
        assert_eq!(found, Err(Unreadable::Cells { first: expected, total: 4 }));
        let columns = |absent: &[&str], doubled: &[&str], known: &[&str]| {
            let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
            Err(Unreadable::Columns { absent: owned(absent), doubled: owned(doubled), known: owned(known) })
        };
        assert_eq!(read(b"office,aa,b,b\n1,2,3,4\n", &request()), columns(&["a"], &["b"], &["office", "aa", "b", "b"]));
        for empty in [&b""[..], b" \n", b"office,a,b\n", b"office,a,b\n,,\n"] {
            assert_eq!(read(empty, &request()), Err(Unreadable::Empty));
        }
        assert_eq!(read(b"PK\x03\x04", &request()), Err(Unreadable::NotText));
    }
}
