//! A form as another program wrote it, before it has codes, scales and roles of ours.

use super::Place;
use crate::form::{Factor, Operator, Presentation, Role, Scale};
use crate::text::{Code, Language, Texts};
use std::collections::BTreeMap;

/// The whole.
pub(super) struct Draft {
    pub code: String,
    pub languages: Vec<Language>,
    pub title: Texts,
    pub introduction: Texts,
    pub thanks: Texts,
    pub minutes: Option<u8>,
    pub presentation: Option<Presentation>,
    pub factors: Vec<Factor>,
    pub lists: BTreeMap<String, List>,
    /// Lists in the order in which they stand in the file.
    pub list_order: Vec<String>,
    pub pages: Vec<DraftPage>,
    /// Questions that are not carried, by name: a condition on one of them is told apart from a slip.
    pub dropped: Vec<String>,
}

/// A list of choices that questions share.
#[derive(Clone, Debug, Default)]
pub(super) struct List {
    pub choices: Vec<DraftChoice>,
    /// The scale, where the file says that the list is one.
    pub scale: Option<Scale>,
}

/// One choice.
#[derive(Clone, Debug)]
pub(super) struct DraftChoice {
    pub place: Place,
    pub name: String,
    pub label: Texts,
    /// What is stored, where the file says it.
    pub value: Option<u8>,
    pub exclusive: bool,
}

/// One page.
pub(super) struct DraftPage {
    pub place: Place,
    pub name: String,
    pub title: Texts,
    pub when: Vec<Expr>,
    pub questions: Vec<DraftQuestion>,
}

/// One question.
pub(super) struct DraftQuestion {
    pub place: Place,
    pub name: String,
    pub text: Texts,
    pub hint: Texts,
    pub role: Option<Role>,
    pub factor: Option<Code>,
    pub required: bool,
    /// All must hold.
    pub when: Vec<Expr>,
    pub asked: Asked,
}

/// How it is answered; lists by their names.
#[derive(Clone, Debug)]
pub(super) enum Asked {
    /// One of a list: a point of a scale where it is one, or where `likert` says so.
    One { list: String, likert: bool },
    /// Any of a list.
    Several { list: String, at_most: Option<u8>, exclusive: Vec<String> },
    /// Items on one list.
    Matrix { list: String, items: Vec<DraftItem>, importance: Option<String> },
    /// A whole number.
    Number { least: i64, most: i64 },
    /// A point of a scale of bare numbers.
    Range { least: u8, most: u8 },
    /// Free text.
    Text { most: Option<u32> },
    /// Nothing to answer.
    Note,
}

/// One item of a matrix.
#[derive(Clone, Debug)]
pub(super) struct DraftItem {
    pub place: Place,
    pub name: String,
    pub text: Texts,
    pub factor: Option<Code>,
}

/// A condition over answers by the names of their questions.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expr {
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Not(Box<Expr>),
    Always(bool),
    /// An answer, or a measure of it, compared with a value.
    Compare {
        name: String,
        measure: Measure,
        operator: Operator,
        value: String,
    },
    /// The choice is made.
    Selected {
        name: String,
        value: String,
    },
    /// The answer is one of these.
    Among {
        name: String,
        values: Vec<String>,
    },
}

/// What of an answer is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// The answer itself.
    Answer,
    /// The answer as a number.
    Number,
    /// How many choices.
    Chosen,
    /// How many characters.
    Length,
}

impl Expr {
    /// The names of the questions that it depends on.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::And(parts) | Self::Or(parts) => parts.iter().flat_map(Self::names).collect(),
            Self::Not(part) => part.names(),
            Self::Always(_) => Vec::new(),
            Self::Compare { name, .. } | Self::Selected { name, .. } | Self::Among { name, .. } => vec![name],
        }
    }
}
