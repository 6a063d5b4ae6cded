//! Reads a CSV file of codes: every cell is checked as it is counted, and a file that does not fit is refused with every place.
//!
//! A file without quotation marks below its header is cut at line ends and read by several threads, each byte once; another
//! goes through the csv crate in one.

use super::block::{Block, ROWS};
use super::counter::{Counter, Numbering};
use super::item::Cells;
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
            started.into_iter().filter_map(|thread| thread.join().ok()).collect()
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

struct Header {
    headings: Vec<String>,
    /// Where it ends in bytes.
    ends: usize,
    /// How many lines it takes.
    lines: u64,
}

/// The header, after the line that Excel may put before it (`sep=;`).
fn read_header(bytes: &[u8], delimiter: u8) -> Result<Header, Unreadable> {
    let first_end = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| at + 1);
    let hint = bytes[..first_end].trim_ascii_start().trim_prefix_quote().to_ascii_lowercase().starts_with(b"sep=");
    let (before, lines) = if hint { (first_end, 1) } else { (0, 0) };
    let mut reader = csv_reader(&bytes[before..], delimiter);
    let mut record = csv::ByteRecord::new();
    if !reader.read_byte_record(&mut record).unwrap_or(false) {
        return Err(Unreadable::Empty);
    }
    let headings = record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    let ends = before + usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
    let ends = ends.min(bytes.len());
    let taken = bytes[..ends].iter().filter(|byte| **byte == b'\n').count();
    Ok(Header { headings, ends, lines: lines.max(u64::try_from(taken).unwrap_or(0)) })
}

trait WithoutQuote {
    fn trim_prefix_quote(&self) -> &[u8];
}

impl WithoutQuote for [u8] {
    fn trim_prefix_quote(&self) -> &[u8] {
        self.strip_prefix(b"\"").unwrap_or(self)
    }
}

fn csv_reader(bytes: &[u8], delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(bytes)
}

/// What is done with the cells of each column of the file.
struct ColumnPlan {
    headings: Vec<String>,
    /// For each column of the file.
    uses: Vec<Vec<Use>>,
    /// The same, with what ends its cells, where a row can be read without a look at what each cell may be used for; empty where
    /// it cannot.
    quick: Vec<(Quick, u8)>,
    cells: Vec<Cells>,
    delimiter: u8,
}

/// The one use of a column.
#[derive(Clone, Copy)]
enum Quick {
    Skip,
    Item(usize),
    Levels(usize),
}

impl Quick {
    fn of(uses: &[Use]) -> Option<Self> {
        match uses {
            [] => Some(Self::Skip),
            [Use::Item(item)] => Some(Self::Item(*item)),
            [Use::Levels(variable)] => Some(Self::Levels(*variable)),
            _ => None,
        }
    }
}

#[derive(Clone, Copy)]
enum Use {
    Item(usize),
    Levels(usize),
    Bands(usize),
    Weight,
    Frequency,
}

impl ColumnPlan {
    fn new(request: &Request, headings: &[String], delimiter: u8) -> Result<Self, Unreadable> {
        let mut uses = vec![Vec::new(); headings.len()];
        let (mut absent, mut doubled) = (Vec::new(), Vec::new());
        for (name, own) in uses_of(request) {
            let mut places = headings.iter().enumerate().filter(|(_, heading)| heading.to_lowercase() == name.to_lowercase());
            match (places.next(), places.next()) {
                (Some((place, _)), None) => uses[place].push(own),
                (Some(_), Some(_)) => doubled.push(name.to_owned()),
                (None, _) => absent.push(name.to_owned()),
            }
        }
        if !absent.is_empty() || !doubled.is_empty() {
            return Err(Unreadable::Columns { absent, doubled, known: headings.to_vec() });
        }
        let last = headings.len().saturating_sub(1);
        let ends = |column: usize| if column == last { b'\n' } else { delimiter };
        let quick = uses.iter().enumerate().map(|(column, own)| Some((Quick::of(own)?, ends(column))));
        let quick = quick.collect::<Option<Vec<(Quick, u8)>>>().unwrap_or_default();
        Ok(Self { headings: headings.to_vec(), uses, quick, cells: request.items.iter().map(Cells::new).collect(), delimiter })
    }
}

fn uses_of(request: &Request) -> impl Iterator<Item = (&str, Use)> {
    let items = request.items.iter().enumerate().map(|(index, item)| (item.name.as_str(), Use::Item(index)));
    let variables = request.variables.iter().enumerate().filter_map(|(index, variable)| match &variable.source {
        LevelSource::Column(column) => Some((column.as_str(), Use::Levels(index))),
        LevelSource::Bands { column, .. } => Some((column.as_str(), Use::Bands(index))),
        LevelSource::Joined(_) => None,
    });
    let weight = request.weight.iter().map(|name| (name.as_str(), Use::Weight));
    let frequency = request.frequency.iter().map(|name| (name.as_str(), Use::Frequency));
    items.chain(variables).chain(weight).chain(frequency)
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
