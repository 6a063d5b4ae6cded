//! A file as Google Forms, Microsoft Forms or another program wrote it: its columns are known by the words of the form. It is looked
//! at first; what is kept then enters by the one door.

use super::refused::refused_rows;
use super::{ImportReport, ROWS_AT_ONCE, RefusedRow, RowProblem};
use crate::exchange::answers::{
    AnswersTable, CellProblem, Column, DayOrder, Days, Reader, Sureness, TakenFor, Target, columns, columns_as_said, targets,
};
use crate::flows::receive_answers::{Submission, blanks_of, receive_file};
use crate::flows::{Outcome, Refused};
use crate::form::Form;
use crate::language::{date, say, say_with};
use crate::response::{RawAnswers, RefusalReason, SubmissionKey, accept_with};
use crate::sheet::{Brought, NoTable, Sheet, SheetRow};
use crate::site::{FormVersion, Site};
use crate::survey::{Channel, Door, Survey};
use crate::text::{Language, Texts};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// How many cells of a column are shown, and how much of each.
const EXAMPLES: usize = 3;
const EXAMPLE_CHARACTERS: usize = 60;

/// A file of answers as it is brought.
#[derive(Clone, Debug)]
pub struct BroughtAnswers {
    /// The file: CSV or XLSX.
    pub bytes: Vec<u8>,
    /// What somebody says each column holds: the code of a field, "" for nothing; `None` where nothing was asked.
    pub said: Vec<Option<String>>,
    /// Whether columns that only resemble a question are taken for it.
    pub likely_too: bool,
    /// Which number of a day is the month, where somebody said so.
    pub order: Option<DayOrder>,
    /// How the answers were given; the web, if absent, where the file tells when they were sent and the survey has the channel, else
    /// paper.
    pub channel: Option<Channel>,
}

/// What a file holds, before anything is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswersLook {
    /// Its columns.
    pub columns: Vec<ColumnLook>,
    /// What a column may be said to hold: the code, and what is asked.
    pub choices: Vec<(String, String)>,
    /// What no column holds.
    pub without_column: Vec<String>,
    /// How days are read; `None` where no column tells when the answers were sent.
    pub days: Option<DaysLook>,
    /// How the answers were given.
    pub channel: Channel,
    /// What would become of the rows; `new` are those that would be kept or are kept already.
    pub report: ImportReport,
    /// The table as text, in which nobody is named, to be brought again.
    pub text: String,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnLook {
    /// Its heading.
    pub heading: String,
    /// The first different cells that hold anything.
    pub examples: Vec<String>,
    /// What it is taken for.
    pub taken_for: TakenFor,
    /// How sure that is.
    pub sureness: Sureness,
}

/// How the days of a file are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaysLook {
    /// The first of them, as written and as read.
    pub example: Option<(String, NaiveDate)>,
    /// The order.
    pub order: DayOrder,
    /// Whether no cell tells which it is.
    pub ambiguous: bool,
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// The counts, and the rows that were refused.
    pub report: ImportReport,
    /// Those rows as a file to mend, with the reasons; "" where there are none.
    pub refused_rows: String,
    /// How days were read; `None` where no column tells when the answers were sent.
    pub days: Option<DaysLook>,
}

/// A row that the form accepts.
struct Judged {
    submission: Submission,
    /// What was read as "other".
    others: Vec<String>,
    /// How many of those words are left out.
    words_left_out: u64,
}

/// Reads a file and tells what importing it would do. It changes nothing.
///
/// # Errors
/// Refused when it is no table or the survey takes no answers.
pub fn look_at_answers(site: &Site, survey: &Survey, language: &Language, brought: &BroughtAnswers) -> Outcome<AnswersLook> {
    let opened = Opened::of(site, survey, brought)?;
    let mut report = opened.report();
    for (index, row) in opened.table.rows().iter().enumerate() {
        match opened.judge(survey, index, row) {
            Ok(judged) => {
                report.new += 1;
                report.note(&judged);
            }
            Err(problems) => report.refused.push(RefusedRow { index, line: row.line, problems }),
        }
    }
    let targets = targets(&opened.version.form);
    let in_words = |target: &Target| target_in_words(language, &opened.version, target);
    let taken = |target: &&Target| opened.reader.column_of(&target.code).is_none();
    Ok(AnswersLook {
        columns: (0..opened.columns.len()).map(|at| opened.column_look(at)).collect(),
        without_column: targets.iter().filter(taken).map(in_words).collect(),
        choices: targets.iter().map(|target| (target.code.clone(), in_words(target))).collect(),
        days: opened.days_look(),
        channel: opened.channel,
        text: opened.table.text(),
        report,
    })
}

/// Imports a file. The same file again changes nothing; a later export of the same form, with more rows, adds those alone where every
/// row tells the hour at which it was sent.
///
/// # Errors
/// Refused when it is no table, no column holds answers, or the survey takes none; single rows are in the report instead.
pub fn take_in_answers(site: &Site, survey: &Survey, language: &Language, brought: &BroughtAnswers) -> Outcome<TakenIn> {
    let opened = Opened::of(site, survey, brought)?;
    if !opened.reader.reads_any() {
        return Err(Refused::Invalid("file", "answers-no-column").into());
    }
    let mut report = opened.report();
    let mut rows = opened.table.rows().iter().enumerate().peekable();
    while rows.peek().is_some() {
        let (mut places, mut submissions) = (Vec::new(), Vec::new());
        for (index, row) in rows.by_ref().take(ROWS_AT_ONCE) {
            match opened.judge(survey, index, row) {
                Ok(judged) => {
                    report.note(&judged);
                    places.push((index, row.line));
                    submissions.push(judged.submission);
                }
                Err(problems) => report.refused.push(RefusedRow { index, line: row.line, problems }),
            }
        }
        for ((index, line), outcome) in places.into_iter().zip(receive_file(site, submissions)) {
            report.count(index, line, outcome)?;
        }
    }
    report.refused.sort_by_key(|row| row.index);
    let refused_rows = match report.refused.is_empty() {
        true => String::new(),
        false => refused_rows(language, &opened.readable(), report.refused.iter()),
    };
    Ok(TakenIn { report, refused_rows, days: opened.days_look() })
}

/// A file beside the form.
struct Opened {
    table: AnswersTable,
    version: Arc<FormVersion>,
    columns: Vec<Column>,
    likely_too: bool,
    reader: Reader,
    sent: Option<usize>,
    days: Days,
    first_day: NaiveDate,
    last_day: NaiveDate,
    keys: Vec<SubmissionKey>,
    channel: Channel,
}

impl Opened {
    fn of(site: &Site, survey: &Survey, brought: &BroughtAnswers) -> Outcome<Self> {
        let version = site.form_version(survey.form_version)?;
        let table = read_table(&brought.bytes, &version.form)?;
        let columns = match brought.said.is_empty() {
            true => columns(&version.form, &table),
            false => columns_as_said(&version.form, &table, &brought.said),
        };
        let read: Vec<Column> = columns.iter().map(|own| promoted(own, brought.likely_too)).collect();
        let sent = columns.iter().position(|column| column.taken_for == TakenFor::Sent);
        let channel = brought.channel.unwrap_or(match survey.channels.contains(&Channel::Web) && sent.is_some() {
            true => Channel::Web,
            false => Channel::Paper,
        });
        let today = site.clock.today();
        survey.admits(Door::Import(channel), today).map_err(Refused::from)?;
        let (first_day, last_day) = (survey.opens_on, survey.closes_on.min(today));
        let cells = table.rows().iter().filter_map(|row| row.cells.get(sent?)).map(String::as_str);
        let mut days = Days::of(cells, first_day..=last_day);
        days.order = brought.order.unwrap_or(days.order);
        let (reader, keys) = (Reader::new(&version.form, &read, table.rows()), keys_of(&table, sent, days));
        let likely_too = brought.likely_too;
        Ok(Self { table, version, columns, likely_too, reader, sent, days, first_day, last_day, keys, channel })
    }

    /// The table without the cells of columns that are nothing of the form: nobody knows what they say.
    fn readable(&self) -> Sheet {
        let mut sheet = self.table.sheet().clone();
        for at in (0..self.columns.len()).filter(|at| self.columns[*at].taken_for == TakenFor::Nothing) {
            sheet.rows.iter_mut().for_each(|row| row.cells[at].clear());
        }
        sheet
    }

    fn report(&self) -> ImportReport {
        let of = |wanted: &[TakenFor]| -> Vec<String> {
            let own = self.columns.iter().zip(self.table.header()).filter(|(column, _)| wanted.contains(&column.taken_for));
            own.map(|(_, heading)| heading.clone()).filter(|heading| heading != AnswersTable::REASONS).collect()
        };
        let likely = self.columns.iter().zip(self.table.header()).filter_map(|(column, heading)| match &column.taken_for {
            TakenFor::Field(code) if column.sureness == Sureness::Likely && !self.likely_too => {
                Some((heading.clone(), self.asked(code)))
            }
            _ => None,
        });
        ImportReport {
            rows: self.table.rows().len() as u64,
            unused_columns: of(&[TakenFor::Nothing, TakenFor::Record]),
            personal_columns: of(&[TakenFor::Personal]),
            likely_columns: likely.collect(),
            ..ImportReport::default()
        }
    }

    /// What becomes of a row: an answer that the form accepts, or everything that is wrong.
    fn judge(&self, survey: &Survey, index: usize, row: &SheetRow) -> Result<Judged, Vec<(String, RowProblem)>> {
        // Its cells may stand in the wrong columns: nothing else is said of them.
        if let Some(until) = self.table.swallowed_until(row, self.sent) {
            return Err(vec![(String::new(), RowProblem::OpenQuote(until))]);
        }
        if self.table.is_too_wide(row) {
            return Err(vec![(String::new(), RowProblem::TooManyCells)]);
        }
        let read = self.reader.read(&row.cells);
        let (pairs, problems) = (read.pairs, read.problems);
        let heading = |at: usize| self.table.header()[at].clone();
        let mut wrong: Vec<(String, RowProblem)> =
            problems.into_iter().map(|(at, problem): (usize, CellProblem)| (heading(at), RowProblem::Cell(problem))).collect();
        let day = self.day_of(row).unwrap_or_else(|problem| {
            wrong.push((heading(self.sent.unwrap_or_default()), problem));
            None
        });
        let Some(answers) = RawAnswers::bounded(pairs) else { return Err(vec![(String::new(), RowProblem::TooLong)]) };
        let door = Door::Import(self.channel);
        let FormVersion { form, layout, .. } = &*self.version;
        if let Err(refusal) = accept_with(form, layout, &answers, blanks_of(door)) {
            let more: Vec<(String, RowProblem)> = self.also_wrong(refusal.reasons, &wrong);
            wrong.extend(more);
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let submission = Submission {
            survey: survey.clone(),
            door,
            key: self.keys[index].clone(),
            answers,
            place: String::new(),
            batch: String::new(),
            answered_on: Some(day.unwrap_or(self.first_day)),
        };
        Ok(Judged { submission, others: read.others, words_left_out: read.words_left_out })
    }

    /// What the form does not accept. What is wrong with a cell was said of it; what it leaves blank is no second fault.
    fn also_wrong(&self, reasons: Vec<(String, RefusalReason)>, wrong: &[(String, RowProblem)]) -> Vec<(String, RowProblem)> {
        let heading = |at: usize| self.table.header()[at].clone();
        let is_said = |code: &str| self.reader.column_of(code).is_some_and(|at| wrong.iter().any(|(own, _)| *own == heading(at)));
        let reasons = reasons.into_iter().filter(|(code, _)| !is_said(code));
        let of_column = |code: &str| self.reader.column_of(code).map_or_else(|| self.asked(code), heading);
        reasons.map(|(code, reason)| (of_column(&code), RowProblem::Answer(reason))).collect()
    }

    fn day_of(&self, row: &SheetRow) -> Result<Option<NaiveDate>, RowProblem> {
        let Some(cell) = self.sent.map(|at| row.cells[at].trim()).filter(|cell| !cell.is_empty()) else { return Ok(None) };
        match self.days.read(cell) {
            Some(day) if (self.first_day..=self.last_day).contains(&day) => Ok(Some(day)),
            Some(day) => Err(RowProblem::DayOutside(day)),
            None => Err(RowProblem::Day(cell.to_owned())),
        }
    }

    /// What is asked under a code, in the form's first language; the code itself where nothing is.
    fn asked(&self, code: &str) -> String {
        let target = targets(&self.version.form).into_iter().find(|target| target.code == code);
        let fallback = self.version.form.fallback();
        target.map_or_else(|| code.to_owned(), |own| own.item.unwrap_or(own.question).get(fallback, fallback).to_owned())
    }

    fn column_look(&self, at: usize) -> ColumnLook {
        let Column { taken_for, sureness, .. } = self.columns[at].clone();
        let mut examples: Vec<String> = Vec::new();
        for cell in self.table.rows().iter().filter_map(|row| row.cells.get(at)) {
            let cell: String = cell.trim().chars().take(EXAMPLE_CHARACTERS).collect();
            if !cell.is_empty() && !examples.contains(&cell) {
                examples.push(cell);
            }
            if examples.len() == EXAMPLES {
                break;
            }
        }
        ColumnLook { heading: self.table.header()[at].clone(), examples, taken_for, sureness }
    }

    fn days_look(&self) -> Option<DaysLook> {
        let at = self.sent?;
        let read = |row: &SheetRow| self.days.read(&row.cells[at]).map(|day| (row.cells[at].trim().to_owned(), day));
        let example = self.table.rows().iter().find_map(read);
        Some(DaysLook { example, order: self.days.order, ambiguous: self.days.ambiguous })
    }
}

fn promoted(column: &Column, likely_too: bool) -> Column {
    let sureness = if likely_too && column.sureness == Sureness::Likely { Sureness::Said } else { column.sureness };
    Column { sureness, ..column.clone() }
}

impl ImportReport {
    fn note(&mut self, judged: &Judged) {
        self.words_left_out += judged.words_left_out;
        for words in &judged.others {
            *self.read_as_other.entry(words.split_whitespace().collect::<Vec<_>>().join(" ")).or_insert(0) += 1;
        }
    }
}

fn read_table(bytes: &[u8], form: &Form) -> Outcome<AnswersTable> {
    let refused = |key: &'static str| Refused::Invalid("file", key);
    let table = AnswersTable::of_file(bytes, Some(form)).map_err(|reason| {
        refused(match reason {
            NoTable::Empty => "answers-file-empty",
            NoTable::Unknown | NoTable::OtherEncoding => "answers-file-unknown",
            NoTable::Broken => "answers-file-broken",
            NoTable::TooLarge => "answers-file-large",
            NoTable::TooWide => "answers-file-columns",
            NoTable::Archive => "answers-file-archive",
        })
    })?;
    if table.text().len() > Brought::MOST {
        return Err(refused("answers-file-large").into());
    }
    if table.rows().is_empty() { Err(refused("answers-file-empty").into()) } else { Ok(table) }
}

/// What makes a row, brought twice, one answer: what stands in it where that is enough to tell it from every other, else the file and
/// its line.
fn keys_of(table: &AnswersTable, sent: Option<usize>, days: Days) -> Vec<SubmissionKey> {
    let file: [u8; 32] = Sha256::digest(table.text()).into();
    let key = |(content, number): (Option<String>, u64)| {
        SubmissionKey::Imported(content.map_or(file, |content| Sha256::digest(content).into()), number)
    };
    table.rows_by_content(sent, days).into_iter().map(key).collect()
}

fn target_in_words(language: &Language, version: &FormVersion, target: &Target) -> String {
    let own = |texts: &Texts| texts.get(language, version.form.fallback()).to_owned();
    let question = own(&target.question);
    let Some(item) = target.item.as_ref().map(own) else { return question };
    let item = format!("{question} – {item}");
    if target.importance { format!("{item} ({})", say(language, "answers-importance")) } else { item }
}

/// The most words that were read as "other" and are told, and how much of each.
const OTHERS: usize = 12;

/// How a file's columns went, in words: one line for every kind of column that holds no answers, and what was read as "other".
pub fn columns_in_words(language: &Language, report: &ImportReport) -> Vec<String> {
    let quoted = |name: &str| say_with(language, "answers-quoted", &[("name", name.into())]);
    let named = |key: &str, names: Vec<String>| {
        (!names.is_empty()).then(|| say_with(language, key, &[("names", names.join(", ").into())]))
    };
    let all_quoted = |names: &[String]| names.iter().map(|name| quoted(name)).collect::<Vec<String>>();
    let likely = report.likely_columns.iter().map(|(heading, asked)| {
        say_with(language, "answers-column-likely", &[("name", heading.as_str().into()), ("question", asked.as_str().into())])
    });
    let mut others: Vec<(&String, &u64)> = report.read_as_other.iter().collect();
    others.sort_by_key(|(words, count)| (std::cmp::Reverse(**count), *words));
    let mut words: Vec<String> = others
        .iter()
        .take(OTHERS)
        .map(|(words, count)| format!("{} ({count})", quoted(&words.chars().take(EXAMPLE_CHARACTERS).collect::<String>())))
        .collect();
    words.extend((others.len() > OTHERS).then(|| "\u{2026}".to_owned()));
    let left_out = (report.words_left_out > 0)
        .then(|| say_with(language, "answers-words-left-out", &[("count", report.words_left_out.into())]));
    let told = [
        named("answers-columns-personal", all_quoted(&report.personal_columns)),
        named("answers-columns-unused", all_quoted(&report.unused_columns)),
        named("answers-read-as-other", words),
    ];
    told.into_iter().flatten().chain(likely).chain(left_out).collect()
}

/// How the days of a file are read, in a sentence.
pub fn days_in_words(language: &Language, days: Option<&DaysLook>) -> String {
    match days.map(|days| &days.example) {
        None => say(language, "answers-days-none"),
        Some(None) => say(language, "answers-days-unreadable"),
        Some(Some((written, day))) => {
            say_with(language, "answers-days", &[("written", written.as_str().into()), ("day", date(language, *day).into())])
        }
    }
}
