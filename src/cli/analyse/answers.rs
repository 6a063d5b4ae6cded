//! From a file of answers to a table, by the same gate that every answer passes.

use super::super::terminal::terminal_language;
use crate::form::{Field, FieldKind, Form, Kind, Layout};
use crate::language::{Argument, say, say_with};
use crate::response::{RawAnswers, Refusal, Row, Strata, Table, accept, declared_values};
use crate::sheet::{Sheet, SheetRow};
use crate::survey::Channel;
use crate::text::Language;
use std::collections::BTreeSet;

/// A code in the file that means no answer, for the fields that do not know it as an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingCode {
    /// What stands in the file.
    pub code: String,
    /// What the gate is given instead.
    pub means: &'static str,
}

impl MissingCode {
    /// Reads `CODE=blank`, `CODE=dont_know` or `CODE=not_applicable`.
    pub fn parse(typed: &str) -> Result<Self, String> {
        let (code, meaning) = typed.split_once('=').ok_or_else(|| say(&terminal_language(), "usage-missing-code"))?;
        let means = match meaning.trim() {
            "blank" => "",
            "dont_know" => RawAnswers::DONT_KNOW,
            "not_applicable" => RawAnswers::NOT_APPLICABLE,
            _ => return Err(say(&terminal_language(), "usage-missing-code")),
        };
        Ok(Self { code: code.trim().to_owned(), means })
    }
}

/// What a column of the file is.
enum Column {
    /// The answers to a closed field, and the codes that mean no answer in it.
    Field(String, Vec<MissingCode>),
    /// Whether an option was chosen: the question and the choice.
    Option(String, String),
    /// The chosen options of a question in one cell.
    Options(String),
    /// The channel.
    Channel,
    /// An open text, or nothing the form knows.
    Passed,
}

/// What was read, and what the person should know about it.
pub struct Answers {
    /// The responses.
    pub table: Table,
    /// Notes in the reader's language: columns that were passed over, values the form does not know.
    pub notes: Vec<String>,
    /// Whether any column holds answers to the form.
    pub knows_any_column: bool,
}

/// The channel of answers whose file does not say one.
const UNSTATED_CHANNEL: &str = "unstated";
/// So many faults are told one by one.
const MOST_NOTES: usize = 20;

/// Reads the rows of a sheet as answers to a form.
///
/// Required questions may be blank here: the file is what was collected, right or wrong. A value the form does not know is
/// told and left blank; the row's other answers are kept.
pub fn read(form: &Form, layout: &Layout, sheet: &Sheet, missing: &[MissingCode], language: &Language) -> Answers {
    let lenient = without_required(form);
    let columns: Vec<Column> = sheet.header.iter().map(|heading| column_of(form, layout, heading, missing)).collect();
    let mut notes = note_columns(form, layout, sheet, &columns, language);
    let mut faults = Vec::new();
    let rows = sheet.rows.iter().map(|row| read_row(&lenient, layout, row, &columns, &mut faults)).collect();
    notes.extend(faults.iter().take(MOST_NOTES).map(|fault| {
        let (line, field, value) = (fault.line.to_string(), fault.field.clone(), fault.value.clone());
        let arguments: [(&str, Argument); 3] = [("line", line.into()), ("field", field.into()), ("value", value.into())];
        say_with(language, "analyse-unknown-value", &arguments)
    }));
    if faults.len() > MOST_NOTES {
        let more = (faults.len() - MOST_NOTES) as u64;
        notes.push(say_with(language, "analyse-more-unknown-values", &[("count", more.into())]));
    }
    let knows_any_column = columns.iter().any(|column| !matches!(column, Column::Passed | Column::Channel));
    Answers { table: Table::new(layout.clone(), rows), notes, knows_any_column }
}

struct ValueFault {
    line: u64,
    field: String,
    value: String,
}

fn without_required(form: &Form) -> Form {
    let mut form = form.clone();
    for question in form.pages.iter_mut().flat_map(|page| &mut page.questions) {
        question.required = false;
    }
    form
}

fn column_of(form: &Form, layout: &Layout, heading: &str, missing: &[MissingCode]) -> Column {
    let name = heading.to_lowercase();
    if let Some(field) = layout.field(&name) {
        let FieldKind::Option(index) = field.kind else {
            let codes = missing.iter().filter(|missing| !knows(form, field, &missing.code));
            return Column::Field(name, codes.cloned().collect());
        };
        let question = &form.pages[field.place.0].questions[field.place.1];
        return match &question.kind {
            Kind::MultipleChoice { choices, .. } => Column::Option(question.code.to_string(), choices[index].code.to_string()),
            _ => Column::Passed,
        };
    }
    let several = |kind: &Kind| matches!(kind, Kind::MultipleChoice { .. });
    if form.questions().any(|(_, question)| question.code.as_str() == name && several(&question.kind)) {
        return Column::Options(name);
    }
    if name == "channel" { Column::Channel } else { Column::Passed }
}

/// Tells which columns the form does not know, and which of its fields the file lacks.
fn note_columns(form: &Form, layout: &Layout, sheet: &Sheet, columns: &[Column], language: &Language) -> Vec<String> {
    let is_text = |heading: &str| layout.texts.iter().any(|text| text.code.as_str() == heading.to_lowercase());
    let unknown =
        sheet.header.iter().zip(columns).filter(|(heading, column)| matches!(column, Column::Passed) && !is_text(heading));
    let unknown: Vec<&str> = unknown.map(|(heading, _)| heading.as_str()).collect();
    let present: BTreeSet<&str> = sheet.header.iter().map(String::as_str).collect();
    let has_question = |field: &Field| {
        let own = &form.pages[field.place.0].questions[field.place.1].code;
        columns.iter().any(|column| matches!(column, Column::Options(code) if code == own.as_str()))
    };
    let is_present = |field: &Field| present.iter().any(|own| own.eq_ignore_ascii_case(field.code.as_str()));
    let absent = layout.fields.iter().filter(|field| !is_present(field) && !has_question(field));
    let absent: Vec<&str> = absent.map(|field| field.code.as_str()).collect();
    let told = [("analyse-unknown-columns", unknown), ("analyse-absent-columns", absent)];
    let told = told.into_iter().filter(|(_, names)| !names.is_empty());
    told.map(|(key, names)| say_with(language, key, &[("names", names.join(", ").into())])).collect()
}

fn read_row(form: &Form, layout: &Layout, row: &SheetRow, columns: &[Column], faults: &mut Vec<ValueFault>) -> Row {
    let mut channel = UNSTATED_CHANNEL;
    let mut pairs = Vec::new();
    for (cell, column) in row.cells.iter().zip(columns) {
        let cell = cell.trim();
        match column {
            Column::Passed => {}
            _ if cell.is_empty() => {}
            Column::Channel => match Channel::parse(&cell.to_lowercase()) {
                Some(known) => channel = known.code(),
                None => faults.push(ValueFault { line: row.line, field: "channel".to_owned(), value: cell.to_owned() }),
            },
            Column::Field(name, codes) => {
                let means = codes.iter().find(|missing| missing.code == cell).map_or(cell, |missing| missing.means);
                pairs.push((name.clone(), means.to_owned()));
            }
            Column::Option(question, choice) => match cell {
                "1" => pairs.push((question.clone(), choice.clone())),
                "0" => {}
                _ => {
                    let field = format!("{question}_{choice}");
                    faults.push(ValueFault { line: row.line, field, value: cell.to_owned() });
                }
            },
            Column::Options(question) => {
                let chosen = cell.split(['|', ';', ',']).map(str::trim).filter(|choice| !choice.is_empty());
                pairs.extend(chosen.map(|choice| (question.clone(), choice.to_owned())));
            }
        }
    }
    let closed = admit(form, layout, row.line, pairs, faults);
    Row { closed, strata: Strata { channel: channel.to_owned(), place: None, day: None } }
}

/// Whether a field takes a code as an answer: then it means no answer only in other fields.
fn knows(form: &Form, field: &Field, code: &str) -> bool {
    let Ok(number) = code.parse::<i64>() else { return false };
    declared_values(form, field).map_or((field.least..=field.most).contains(&number), |values| values.contains(&number))
}

/// Passes the answers through the gate; those it refuses are told and left out, and the rest passes again.
fn admit(form: &Form, layout: &Layout, line: u64, pairs: Vec<(String, String)>, faults: &mut Vec<ValueFault>) -> Vec<u8> {
    let mut pairs = pairs;
    loop {
        let Some(raw) = RawAnswers::bounded(pairs.clone()) else { return layout.empty() };
        let Refusal { reasons } = match accept(form, layout, &raw) {
            Ok(accepted) => return accepted.closed,
            Err(refusal) => refusal,
        };
        let refused: BTreeSet<&str> = reasons.iter().map(|(field, _)| field.as_str()).collect();
        let (out, kept): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| refused.contains(name.as_str()));
        if out.is_empty() {
            // Nothing left to take out: the gate refuses what was not sent, which a form without required answers cannot.
            return layout.empty();
        }
        faults.extend(out.into_iter().map(|(field, value)| ValueFault { line, field, value }));
        pairs = kept;
    }
}
