//! The header of a file, and what each of its columns is used for.

use super::item::Cells;
use super::read::Unreadable;
use super::{LevelSource, Request};

pub struct Header {
    pub headings: Vec<String>,
    /// Where it ends in bytes.
    pub ends: usize,
    /// How many lines it takes.
    pub lines: u64,
}

/// The header, after the line that Excel may put before it (`sep=;`).
pub fn read_header(bytes: &[u8], delimiter: u8) -> Result<Header, Unreadable> {
    let first_end = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| at + 1);
    let first = bytes[..first_end].trim_ascii_start();
    let hint = first.strip_prefix(b"\"").unwrap_or(first).to_ascii_lowercase().starts_with(b"sep=");
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

pub fn csv_reader(bytes: &[u8], delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(bytes)
}

/// What is done with the cells of each column of the file.
pub struct ColumnPlan {
    pub headings: Vec<String>,
    /// For each column of the file.
    pub uses: Vec<Vec<Use>>,
    /// The same, with what ends its cells, where a row can be read without a look at what each cell may be used for; empty where
    /// it cannot.
    pub quick: Vec<(Quick, u8)>,
    pub cells: Vec<Cells>,
    pub delimiter: u8,
}

/// The one use of a column.
#[derive(Clone, Copy)]
pub enum Quick {
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
pub enum Use {
    Item(usize),
    Levels(usize),
    Bands(usize),
    Weight,
    Frequency,
}

impl ColumnPlan {
    /// What the columns of a file are used for.
    ///
    /// # Errors
    /// Columns that are asked for and absent, or there twice.
    pub fn new(request: &Request, headings: &[String], delimiter: u8) -> Result<Self, Unreadable> {
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
