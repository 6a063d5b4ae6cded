//! What a row of a file answers.

use super::heading::fold;
use super::label::Labels;
use super::matching::{Column, TakenFor};
use crate::exchange::guess::{DONT_KNOW, NOT_APPLICABLE};
use crate::form::{Choice, Form, Kind, Scale, write_condition};
use crate::response::RawAnswers;
use crate::sheet::{LINE_IN_CELL, SheetRow};
use crate::text::Texts;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

/// The most labels that a problem names.
const MOST_NAMED: usize = 12;

/// What stands so often in a column is a label that the form has not, not what somebody wrote for "other".
const OFTEN: usize = 3;

/// What choices for everything else are called.
const OTHER: [&str; 12] =
    ["altro", "altra", "altri", "altre", "other", "others", "otro", "autre", "andere", "anderes", "sonstiges", "drugo"];

/// What else is said by who does not know, or to whom a question does not apply.
const UNKNOWING: [&str; 9] = [
    "non saprei",
    "non so / non rispondo",
    "non so, non rispondo",
    "preferisco non rispondere",
    "i don't know",
    "i do not know",
    "weiss nicht",
    "keine angabe",
    "ne vem",
];
const NOT_CONCERNED: [&str; 5] = ["n.a.", "non pertinente", "nicht zutreffend", "trifft nicht zu", "sans objet"];

/// Why a cell is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellProblem {
    /// It is none of the answers of its question.
    UnknownAnswer {
        /// What stands there.
        said: String,
        /// What could stand there.
        known: Vec<String>,
    },
    /// Two columns are said to hold the answers to this, and say different things.
    Twice,
}

/// What a row answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowRead {
    /// Fields and values, as every answer comes.
    pub pairs: Vec<(String, String)>,
    /// What is wrong, by column.
    pub problems: Vec<(usize, CellProblem)>,
    /// What was read as "other".
    pub others: Vec<String>,
    /// How many times such words have no place in the form.
    pub words_left_out: u64,
    /// Words for "other", and the open question that asks for them.
    words: Vec<(Option<String>, String)>,
}

/// Reads rows of a file whose columns are known.
pub struct Reader {
    columns: Vec<(usize, Field)>,
}

struct Field {
    code: String,
    by_code: bool,
    answers: Answers,
}

/// How the cells of a column are answers.
enum Answers {
    /// A point of a scale or one of several choices.
    One(Known),
    /// Any of several choices.
    Several(Known),
    /// One option: its question and its choice.
    Option(String, String),
    Number,
    Text,
}

#[derive(Default)]
struct Known {
    labels: Labels,
    /// Values and codes, where a cell holds them rather than labels.
    values: HashMap<String, String>,
    /// What could be said, in the first language.
    named: Vec<String>,
    /// Whether they are points of a scale: "5 - Molto" is 5.
    is_scale: bool,
    /// The choice for everything else, and the open question for its words.
    other: Option<(String, Option<String>)>,
    /// Words that stand too often in the file to be what somebody wrote.
    often: BTreeSet<String>,
}

impl Reader {
    /// Reads by these columns the rows of a file; columns that are only likely are not read.
    pub fn new(form: &Form, columns: &[Column], rows: &[SheetRow]) -> Self {
        let code_of = |column: &Column| match &column.taken_for {
            TakenFor::Field(code) if column.sureness != super::Sureness::Likely => Some(code.clone()),
            _ => None,
        };
        let field = |(at, column): (usize, &Column)| {
            let code = code_of(column)?;
            let mut answers = answers_of(form, &code)?;
            if let Answers::One(known) | Answers::Several(known) = &mut answers {
                known.note_often(rows.iter().filter_map(|row| row.cells.get(at)));
            }
            Some((at, Field { code, by_code: column.by_code, answers }))
        };
        Self { columns: columns.iter().enumerate().filter_map(field).collect() }
    }

    /// Whether any column is read.
    pub fn reads_any(&self) -> bool {
        !self.columns.is_empty()
    }

    /// The column of a field's code, or of an option's question.
    pub fn column_of(&self, code: &str) -> Option<usize> {
        let is_own =
            |field: &Field| field.code == code || matches!(&field.answers, Answers::Option(question, _) if question == code);
        self.columns.iter().find(|(_, field)| is_own(field)).map(|(at, _)| *at)
    }

    /// What a row answers.
    pub fn read(&self, cells: &[String]) -> RowRead {
        let mut row = RowRead::default();
        let mut given: HashMap<&str, usize> = HashMap::new();
        for (at, field) in &self.columns {
            let cell = with_lines(cells.get(*at).map_or("", |cell| cell.trim()));
            if cell.is_empty() || (field.by_code && cell == "NA") {
                continue;
            }
            if given.insert(&field.code, *at).is_some() {
                row.problems.push((*at, CellProblem::Twice));
                continue;
            }
            field.read(*at, &cell, &mut row);
        }
        row.place_words();
        row
    }
}

/// A cell of a workbook with its line ends as they are elsewhere.
fn with_lines(cell: &str) -> Cow<'_, str> {
    if cell.contains(LINE_IN_CELL) { cell.replace(LINE_IN_CELL, "\n").into() } else { cell.into() }
}

/// Whether all cells are answers to something that is chosen: a point, or one of several choices.
pub(super) fn are_answers(form: &Form, code: &str, cells: &[&str]) -> bool {
    let Some(Answers::One(known) | Answers::Several(known)) = answers_of(form, code) else { return false };
    let is_answer = |cell: &str| known.find(cell, false).is_some() || known.labels.split(&with_lines(cell)).1.is_empty();
    let distinct: BTreeSet<&str> = cells.iter().copied().collect();
    !distinct.is_empty() && distinct.into_iter().all(is_answer)
}

impl Field {
    fn read(&self, at: usize, cell: &str, row: &mut RowRead) {
        let mut pair = |code: &str, value: &str| row.pairs.push((code.to_owned(), value.to_owned()));
        match &self.answers {
            Answers::Text => pair(&self.code, cell),
            Answers::Number => pair(&self.code, cell.strip_suffix(".0").unwrap_or(cell)),
            Answers::Option(question, choice) => match yes_or_no(cell) {
                Some(true) => pair(question, choice),
                Some(false) => {}
                None => row.problems.push((at, unknown(cell, vec!["1".to_owned(), "0".to_owned()]))),
            },
            Answers::One(known) => match (known.find(cell, self.by_code), &known.other) {
                (Some(value), _) => pair(&self.code, &value),
                (None, Some(other)) if !self.by_code && !known.often.contains(&fold(cell)) => {
                    pair(&self.code, &other.0);
                    row.keep_words(other, cell);
                }
                (None, _) => row.problems.push((at, unknown(cell, known.named.clone()))),
            },
            Answers::Several(known) => self.read_several(at, cell, known, row),
        }
    }

    fn read_several(&self, at: usize, cell: &str, known: &Known, row: &mut RowRead) {
        let (found, others) = match known.values.get(cell) {
            Some(value) if self.by_code => (vec![value.clone()], Vec::new()),
            _ => known.labels.split(cell),
        };
        row.pairs.extend(found.into_iter().map(|value| (self.code.clone(), value)));
        match (&known.other, others.as_slice()) {
            (_, []) => {}
            (Some(other), words) if !words.iter().any(|own| known.often.contains(&fold(own))) => {
                if !row.pairs.iter().any(|(code, value)| *code == self.code && *value == other.0) {
                    row.pairs.push((self.code.clone(), other.0.clone()));
                }
                row.keep_words(other, &words.join("; "));
            }
            (_, words) => row.problems.push((at, unknown(&words.join("; "), known.named.clone()))),
        }
    }
}

impl RowRead {
    fn keep_words(&mut self, other: &(String, Option<String>), words: &str) {
        self.others.push(words.to_owned());
        self.words.push((other.1.clone(), words.to_owned()));
    }

    /// Words for "other" are the answer to the question that asks for them, unless the row answers it itself.
    fn place_words(&mut self) {
        for (open, words) in std::mem::take(&mut self.words) {
            match open.filter(|open| self.pairs.iter().all(|(code, _)| code != open)) {
                Some(open) => self.pairs.push((open, words)),
                None => self.words_left_out += 1,
            }
        }
    }
}

impl Known {
    fn find(&self, cell: &str, by_code: bool) -> Option<String> {
        let bare = cell.strip_suffix(".0").or(cell.strip_suffix(",0")).unwrap_or(cell);
        let value = || self.values.get(bare).cloned().or_else(|| self.find_numbered(cell));
        let label = || self.labels.find(cell).map(str::to_owned);
        if by_code { value().or_else(label) } else { label().or_else(value) }
    }

    /// The point of a cell like "5 - Molto" or "10 (molto probabile)"; `None` where the words are those of another one.
    fn find_numbered(&self, cell: &str) -> Option<String> {
        let rest = cell.trim_start_matches(|c: char| c.is_ascii_digit());
        let (number, words) = cell.split_at(cell.len() - rest.len());
        let label = words
            .trim_matches(|c: char| c.is_whitespace() || ['-', '\u{2013}', '\u{2014}', ':', '=', '.', '(', ')'].contains(&c));
        let is_apart = label.len() < words.trim().len();
        let value = self.values.get(number).filter(|_| self.is_scale && label.starts_with(char::is_alphabetic))?;
        self.labels.find(label).map_or(is_apart, |own| own == value.as_str()).then(|| value.clone())
    }

    fn note_often<'c>(&mut self, cells: impl Iterator<Item = &'c String>) {
        if self.other.is_none() {
            return;
        }
        let mut counts: HashMap<String, usize> = HashMap::new();
        for words in cells.flat_map(|cell| self.labels.split(&with_lines(cell.trim())).1) {
            *counts.entry(fold(&words)).or_insert(0) += 1;
        }
        self.often = counts.into_iter().filter(|(_, count)| *count >= OFTEN).map(|(words, _)| words).collect();
    }

    fn of_scale(form: &Form, scale: &Scale) -> Self {
        let mut known = Self { is_scale: true, ..Self::default() };
        let has_bare = scale.points.iter().any(|point| point.label.is_empty());
        for point in &scale.points {
            let value = point.value.to_string();
            point.label.iter().for_each(|(_, text)| known.labels.add(text, &value));
            let label = point.label.find(form.fallback(), form.fallback()).map(|(_, text)| text);
            // Where some points have no label, numbers are what is written.
            known.named.push(match label {
                Some(label) if has_bare => format!("{value} - {label}"),
                Some(label) => label.to_owned(),
                None => value.clone(),
            });
            known.values.insert(value.clone(), value);
        }
        for (label, sent, words, more) in [
            (&scale.dont_know, RawAnswers::DONT_KNOW, &DONT_KNOW[..], &UNKNOWING[..]),
            (&scale.not_applicable, RawAnswers::NOT_APPLICABLE, &NOT_APPLICABLE[..], &NOT_CONCERNED[..]),
        ] {
            let Some(label) = label else { continue };
            known.add(form, label, sent);
            known.values.insert(sent.to_owned(), sent.to_owned());
            // What is usually said for it, unless a point of the scale is called so.
            for word in words.iter().chain(more).filter(|word| known.labels.find(word).is_none()).collect::<Vec<_>>() {
                known.labels.add(word, sent);
            }
        }
        known
    }

    fn of_choices(form: &Form, question: &str, choices: &[Choice]) -> Self {
        let mut known = Self::default();
        for choice in choices {
            let code = choice.code.to_string();
            known.add(form, &choice.label, &code);
            known.values.insert(choice.value.to_string(), code.clone());
        }
        for choice in choices {
            known.values.insert(choice.code.to_string(), choice.code.to_string());
            known.values.insert(choice.code.to_string().to_uppercase(), choice.code.to_string());
        }
        let other = choices.iter().find(|choice| is_other(choice));
        known.other = other.map(|choice| {
            let shown = format!("{question} = {}", choice.code);
            let open = form.questions().map(|(_, own)| own).find(|own| {
                let asks_it = own.show_if.as_ref().is_some_and(|when| write_condition(when) == shown);
                asks_it && matches!(own.kind, Kind::OpenText { .. })
            });
            (choice.code.to_string(), open.map(|own| own.code.to_string()))
        });
        known
    }

    fn add(&mut self, form: &Form, label: &Texts, means: &str) {
        label.iter().for_each(|(_, text)| self.labels.add(text, means));
        if self.named.len() < MOST_NAMED {
            self.named.extend(label.find(form.fallback(), form.fallback()).map(|(_, text)| text.to_owned()));
        }
    }
}

fn is_other(choice: &Choice) -> bool {
    let begins = |text: &str| fold(text).split(' ').next().is_some_and(|first| OTHER.contains(&first));
    choice.label.iter().any(|(_, text)| begins(text)) || OTHER.contains(&choice.code.as_str())
}

fn unknown(said: &str, known: Vec<String>) -> CellProblem {
    CellProblem::UnknownAnswer { said: said.to_owned(), known }
}

fn yes_or_no(cell: &str) -> Option<bool> {
    match fold(cell).as_str() {
        "1" | "true" | "vero" | "x" | "si" | "sì" | "yes" => Some(true),
        "0" | "false" | "falso" | "no" => Some(false),
        _ => None,
    }
}

/// How the answers under a code are written; `None` for a code that the form has not.
fn answers_of(form: &Form, code: &str) -> Option<Answers> {
    let scale = |code| form.scale(code).map(|scale| Answers::One(Known::of_scale(form, scale)));
    for (_, question) in form.questions() {
        let own = question.code.as_str();
        match &question.kind {
            Kind::Matrix { scale: judged, items, importance } => {
                if items.iter().any(|item| item.code.as_str() == code) {
                    return scale(judged);
                }
                if items.iter().any(|item| item.importance_code().is_some_and(|own| own.as_str() == code)) {
                    return importance.as_ref().and_then(scale);
                }
            }
            Kind::MultipleChoice { choices, .. } if own != code => {
                let option = choices.iter().find(|choice| format!("{own}_{}", choice.code) == code);
                if let Some(choice) = option {
                    return Some(Answers::Option(own.to_owned(), choice.code.to_string()));
                }
            }
            _ if own != code => {}
            Kind::Rating { scale: own } => return scale(own),
            Kind::SingleChoice { choices } => return Some(Answers::One(Known::of_choices(form, code, choices))),
            Kind::MultipleChoice { choices, .. } => return Some(Answers::Several(Known::of_choices(form, code, choices))),
            Kind::Number { .. } => return Some(Answers::Number),
            Kind::OpenText { .. } => return Some(Answers::Text),
            Kind::Note => return None,
        }
    }
    None
}
