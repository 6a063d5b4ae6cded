//! Importing answers collected elsewhere: each row enters by the one door, and what cannot is told row by row.

mod brought;
mod mapping;
mod refused;

pub use crate::exchange::answers::{DayOrder, Sureness, TakenFor};
pub use brought::{
    AnswersLook, BroughtAnswers, ColumnLook, DaysLook, TakenIn, columns_in_words, days_in_words, look_at_answers, take_in_answers,
};
pub use mapping::{ChannelSource, Mapping, Missing};
pub use refused::{reasons_in_words, refused_rows};

use super::receive_answers::{Received, Submission, receive_file};
use super::{Outcome, Refused, Stop};
use crate::exchange::answers::CellProblem;
use crate::form::{FieldKind, Kind};
use crate::language::read_day;
use crate::response::{RawAnswers, RefusalReason, SubmissionKey};
use crate::sheet::{Sheet, SheetRow};
use crate::site::{FormVersion, Site};
use crate::survey::{Channel, Door, Survey};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// How many rows wait for the same durable transaction.
const ROWS_AT_ONCE: usize = 1_024;

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Rows read.
    pub rows: u64,
    /// Rows kept now.
    pub new: u64,
    /// Rows that an earlier run of the same file had kept.
    pub again: u64,
    /// Rows that an earlier run had kept with other answers: those stay.
    pub first_kept: u64,
    /// Rows refused, with every reason.
    pub refused: Vec<RefusedRow>,
    /// Columns that were left out.
    pub unused_columns: Vec<String>,
    /// Columns that say who answered: never read.
    pub personal_columns: Vec<String>,
    /// Columns that resemble a question, with what it asks: not read unless somebody says that they are the same.
    pub likely_columns: Vec<(String, String)>,
    /// What was read as "other", and how often.
    pub read_as_other: BTreeMap<String, u64>,
    /// How many times such words have no place in the form.
    pub words_left_out: u64,
}

/// A row that was not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// Its index in the sheet.
    pub index: usize,
    /// The line of the file.
    pub line: u64,
    /// What is wrong: the column, and the problem.
    pub problems: Vec<(String, RowProblem)>,
}

/// What is wrong with a cell or row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowProblem {
    /// The form does not accept the answer.
    Answer(RefusalReason),
    /// The cell is no answer to its question.
    Cell(CellProblem),
    /// The cell is no channel.
    Channel(String),
    /// The cell is no day.
    Day(String),
    /// The day lies before the survey's first day, after its last or in the future.
    DayOutside(NaiveDate),
    /// The cell is no year: the row belongs to no edition.
    Year(String),
    /// The survey does not take answers through this channel, or any more.
    NotTaken,
    /// A quotation mark swallows the rows up to this line.
    OpenQuote(u64),
    /// There are more cells than columns: some may stand in the wrong one.
    TooManyCells,
    /// It says more than an answer may.
    TooLong,
}

/// Imports a sheet into a survey. The same file again changes nothing: each row's id comes from the file's hash and its number.
///
/// # Errors
/// Refused when a mapped column is missing or the survey takes no imports; single rows are in the report instead.
pub fn import_answers(site: &Site, survey: &Survey, bytes: &[u8], sheet: &Sheet, mapping: &Mapping) -> Outcome<ImportReport> {
    let version = site.form_version(survey.form_version)?;
    let columns = Columns::find(sheet, mapping, &version)?;
    let last_day = survey.closes_on.min(site.clock.today());
    let file_hash: [u8; 32] = Sha256::digest(bytes).into();
    let mut report = ImportReport { unused_columns: columns.unused.clone(), ..ImportReport::default() };
    let mut rows = sheet.rows.iter().enumerate().peekable();
    while rows.peek().is_some() {
        let (mut places, mut submissions) = (Vec::new(), Vec::new());
        for (index, row) in rows.by_ref().take(ROWS_AT_ONCE) {
            report.rows += 1;
            match columns.submission(survey, row, last_day, SubmissionKey::Imported(file_hash, row.line)) {
                Ok(submission) => {
                    places.push((index, row.line));
                    submissions.push(submission);
                }
                Err(problems) => report.refused.push(RefusedRow { index, line: row.line, problems }),
            }
        }
        for ((index, line), outcome) in places.into_iter().zip(receive_file(site, submissions)) {
            report.count(index, line, outcome)?;
        }
    }
    report.refused.sort_by_key(|row| row.index);
    Ok(report)
}

impl ImportReport {
    fn count(&mut self, index: usize, line: u64, outcome: Outcome<Received>) -> Outcome<()> {
        let problems = match outcome {
            Ok(Received::New) => {
                self.new += 1;
                return Ok(());
            }
            Ok(Received::SameAgain) => {
                self.again += 1;
                return Ok(());
            }
            Ok(Received::FirstKept) => {
                self.first_kept += 1;
                return Ok(());
            }
            Err(Stop::Refused(Refused::Answers(refusal))) => {
                refusal.reasons.into_iter().map(|(field, reason)| (field, RowProblem::Answer(reason))).collect()
            }
            Err(Stop::Refused(_)) => vec![(String::new(), RowProblem::NotTaken)],
            Err(failed) => return Err(failed),
        };
        self.refused.push(RefusedRow { index, line, problems });
        Ok(())
    }
}

/// A column with answers.
struct Column {
    at: usize,
    field: String,
    /// Of an option its question and its choice.
    option: Option<(String, String)>,
}

/// Which column holds what.
struct Columns {
    fields: Vec<Column>,
    channel: Option<usize>,
    day: Option<usize>,
    mapping: Mapping,
    unused: Vec<String>,
}

impl Columns {
    fn find(sheet: &Sheet, mapping: &Mapping, version: &FormVersion) -> Result<Self, Refused> {
        let needed = |heading: &Option<String>| match heading {
            Some(heading) => sheet.column(heading).map(Some).ok_or(Refused::Invalid("columns", "refused-column-missing")),
            None => Ok(None),
        };
        if mapping.columns.keys().any(|heading| sheet.column(heading).is_none()) {
            return Err(Refused::Invalid("columns", "refused-column-missing"));
        }
        let channel = match &mapping.channel {
            ChannelSource::Column(heading, _) => needed(&Some(heading.clone()))?,
            ChannelSource::All(_) => None,
        };
        let (day, year) = (needed(&mapping.day)?, needed(&mapping.year)?);
        let known = |code: &str| {
            version.layout.field(code).is_some()
                || version.layout.texts.iter().any(|text| text.code.as_str() == code)
                || version.form.questions().any(|(_, question)| question.code.as_str() == code)
        };
        let (mut fields, mut unused) = (Vec::new(), Vec::new());
        for (index, heading) in sheet.header.iter().enumerate() {
            // Headings are compared as `Sheet::column` does: without regard to case.
            let mapped = mapping.columns.iter().find(|(own, _)| sheet.column(own) == Some(index)).map(|(_, field)| field.clone());
            let field = mapped.unwrap_or_else(|| heading.clone());
            if known(&field) {
                fields.push(Column { at: index, option: option_of(version, &field), field });
            } else if Some(index) != channel && Some(index) != day && Some(index) != year {
                unused.push(heading.clone());
            }
        }
        if fields.is_empty() {
            return Err(Refused::Invalid("columns", "refused-no-column"));
        }
        Ok(Self { fields, channel, day, mapping: mapping.clone(), unused })
    }

    fn submission(
        &self,
        survey: &Survey,
        row: &SheetRow,
        last_day: NaiveDate,
        key: SubmissionKey,
    ) -> Result<Submission, Vec<(String, RowProblem)>> {
        let mut problems = Vec::new();
        let channel = self.channel_of(row).unwrap_or_else(|problem| {
            problems.push(problem);
            Channel::Paper
        });
        let answered_on = self.day_of(row, survey.opens_on, last_day).unwrap_or_else(|problem| {
            problems.push(problem);
            None
        });
        let mut pairs = Vec::new();
        for Column { at, field, option } in &self.fields {
            match (self.pair(field, row.cells[*at].trim()), option) {
                (Some(pair), None) => pairs.push(pair),
                (Some((_, chosen)), Some(pair)) if chosen == "1" => pairs.push(pair.clone()),
                (Some((_, chosen)), Some(_)) if chosen != "0" => {
                    problems.push((field.clone(), RowProblem::Answer(RefusalReason::OutOfRange(0, 1))));
                }
                _ => {}
            }
        }
        let answers = RawAnswers::bounded(pairs).ok_or_else(|| vec![(String::new(), RowProblem::TooLong)])?;
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Submission {
            survey: survey.clone(),
            door: Door::Import(channel),
            key,
            answers,
            place: String::new(),
            batch: String::new(),
            answered_on: Some(answered_on.unwrap_or(survey.opens_on)),
        })
    }

    fn pair(&self, field: &str, cell: &str) -> Option<(String, String)> {
        let value = match self.mapping.missing_of(field, cell) {
            Some(Missing::Blank) => return None,
            Some(Missing::DontKnow) => RawAnswers::DONT_KNOW,
            Some(Missing::NotApplicable) => RawAnswers::NOT_APPLICABLE,
            None if cell.is_empty() || cell == "NA" => return None,
            None => cell,
        };
        Some((field.to_owned(), value.to_owned()))
    }

    fn channel_of(&self, row: &SheetRow) -> Result<Channel, (String, RowProblem)> {
        match (&self.mapping.channel, self.channel) {
            (ChannelSource::Column(heading, values), Some(column)) => {
                let cell = row.cells[column].trim();
                let channel = values.get(cell).copied().or_else(|| Channel::parse(&cell.to_lowercase()));
                channel.ok_or_else(|| (heading.clone(), RowProblem::Channel(cell.to_owned())))
            }
            (ChannelSource::All(channel), _) => Ok(*channel),
            (ChannelSource::Column(..), None) => Ok(Channel::Paper),
        }
    }

    fn day_of(&self, row: &SheetRow, first: NaiveDate, last: NaiveDate) -> Result<Option<NaiveDate>, (String, RowProblem)> {
        let Some(column) = self.day else { return Ok(None) };
        let cell = row.cells[column].trim();
        if cell.is_empty() {
            return Ok(None);
        }
        let day = read_day(cell);
        let heading = self.mapping.day.clone().unwrap_or_default();
        match day {
            Some(day) if (first..=last).contains(&day) => Ok(Some(day)),
            Some(day) => Err((heading, RowProblem::DayOutside(day))),
            None => Err((heading, RowProblem::Day(cell.to_owned()))),
        }
    }
}

/// The question and the choice of an option's column; `None` for any other field.
fn option_of(version: &FormVersion, code: &str) -> Option<(String, String)> {
    let field = version.layout.field(code)?;
    let question = version.form.pages.get(field.place.0)?.questions.get(field.place.1)?;
    match (&field.kind, &question.kind) {
        (FieldKind::Option(at), Kind::MultipleChoice { choices, .. }) => {
            Some((question.code.to_string(), choices.get(*at)?.code.to_string()))
        }
        _ => None,
    }
}

/// The years a file holds, in order; empty when the mapping names no year column.
pub fn years_of(sheet: &Sheet, mapping: &Mapping) -> Vec<i32> {
    let Some(column) = mapping.year.as_deref().and_then(|heading| sheet.column(heading)) else { return Vec::new() };
    let mut years: Vec<i32> = sheet.rows.iter().filter_map(|row| row.cells[column].trim().parse().ok()).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The rows of one year, refused: its survey is closed and takes no more.
pub fn rows_of_closed_year(sheet: &Sheet, mapping: &Mapping, year: i32) -> Vec<RefusedRow> {
    let heading = mapping.year.clone().unwrap_or_default();
    let Some(column) = sheet.column(&heading) else { return Vec::new() };
    let rows = sheet.rows.iter().enumerate().filter(|(_, row)| row.cells[column].trim().parse() == Ok(year));
    let refused = rows.map(|(index, row)| {
        let problems = vec![(heading.clone(), RowProblem::NotTaken)];
        RefusedRow { index, line: row.line, problems }
    });
    refused.collect()
}

/// The rows whose year cannot be read, refused: no edition would take them. None when the mapping names no year column.
pub fn rows_without_year(sheet: &Sheet, mapping: &Mapping) -> Vec<RefusedRow> {
    let Some((heading, column)) = mapping.year.as_ref().and_then(|own| Some((own, sheet.column(own)?))) else {
        return Vec::new();
    };
    let refused = |(index, row): (usize, &SheetRow)| {
        let cell = row.cells[column].trim();
        let problems = vec![(heading.clone(), RowProblem::Year(cell.to_owned()))];
        cell.parse::<i32>().is_err().then_some(RefusedRow { index, line: row.line, problems })
    };
    sheet.rows.iter().enumerate().filter_map(refused).collect()
}

/// The part of a sheet that belongs to one year.
pub fn rows_of_year(sheet: &Sheet, mapping: &Mapping, year: i32) -> Sheet {
    let column = mapping.year.as_deref().and_then(|heading| sheet.column(heading));
    let belongs = |row: &&SheetRow| column.is_none_or(|column| row.cells[column].trim().parse() == Ok(year));
    Sheet { header: sheet.header.clone(), rows: sheet.rows.iter().filter(belongs).cloned().collect(), delimiter: sheet.delimiter }
}
