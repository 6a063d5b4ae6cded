//! The kinds of question and what each is for.

use super::Condition;
use crate::text::{Code, Texts};

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its code: the name of its answer (for a matrix, of the block).
    pub code: Code,
    /// What is asked.
    pub text: Texts,
    /// A line of help.
    pub hint: Texts,
    /// What the answer is for.
    pub role: Role,
    /// The quality factor, for judgements.
    pub factor: Option<Code>,
    /// Whether an answer is asked for before sending ("non so" counts as one).
    pub required: bool,
    /// When it is shown; always if absent.
    pub show_if: Option<Condition>,
    /// How it is answered.
    pub kind: Kind,
}

impl Question {
    /// What can be chosen; nothing where it is answered otherwise.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => choices,
            _ => &[],
        }
    }
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One point of a scale (0-10 is a scale of eleven points).
    Rating {
        /// The scale's code.
        scale: Code,
    },
    /// One of several choices.
    SingleChoice {
        /// The choices, stored by `value`.
        choices: Vec<Choice>,
    },
    /// Any of several choices.
    MultipleChoice {
        /// The choices, one stored field each.
        choices: Vec<Choice>,
        /// The most that may be chosen.
        at_most: Option<u8>,
    },
    /// Several items on one scale, each perhaps with its importance.
    Matrix {
        /// The scale's code.
        scale: Code,
        /// The items.
        items: Vec<Item>,
        /// The scale on which the importance of each item is asked beside it.
        importance: Option<Code>,
    },
    /// A whole number.
    Number {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// Free text.
    OpenText {
        /// The most characters.
        most_characters: u32,
    },
    /// Nothing to answer: a text to read.
    Note,
}

/// One item of a matrix. Its satisfaction is stored under `code`, its importance under `importance_code()`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its code.
    pub code: Code,
    /// What is judged.
    pub text: Texts,
    /// The quality factor, where it differs from the question's.
    pub factor: Option<Code>,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its code, used in forms, conditions and files.
    pub code: Code,
    /// The value stored: from the file, else its place from 1. 0 to 200.
    pub value: u8,
    /// Its label.
    pub label: Texts,
    /// Whether choosing it excludes every other one ("nessuno di questi").
    pub exclusive: bool,
}

/// What an answer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// How satisfied.
    Satisfaction,
    /// How important.
    Importance,
    /// What was expected (or better, as, worse than expected).
    Expectation,
    /// Satisfaction overall.
    Overall,
    /// What is needed.
    Need,
    /// Who answers.
    Profile,
    /// What decides which questions follow.
    Filter,
    /// Free words.
    Comment,
    /// Whether one would recommend (0-10).
    Recommend,
}

impl Item {
    /// The code of the stored importance: the item's with `_importance`.
    pub fn importance_code(&self) -> Option<Code> {
        Code::parse(&format!("{}_importance", self.code))
    }
}
