//! Counts: what analysis takes. After one pass nothing depends on the number of respondents.

use crate::form::Value;
use std::collections::BTreeMap;

/// How often each answer was given to one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By value; only values that occur.
    pub given: BTreeMap<i64, u64>,
    /// Asked, left blank.
    pub blank: u64,
    /// "Non so".
    pub dont_know: u64,
    /// "Non applicabile".
    pub not_applicable: u64,
    /// Not shown by the routing.
    pub not_asked: u64,
}

/// The counts of one field, overall and by group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemCounts {
    /// The field's code.
    pub code: String,
    /// All responses.
    pub all: Counts,
    /// For each of [`Tally::groupings`], for each of its groups in order.
    pub by_group: Vec<Vec<Counts>>,
}

/// How often each option of a multiple choice was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionCounts {
    /// The question's code.
    pub code: String,
    /// Responses in which the question was asked and at least one option chosen.
    pub answered: u64,
    /// Responses in which it was asked.
    pub asked: u64,
    /// The option's code and how many chose it.
    pub chosen: Vec<(String, u64)>,
}

/// One group of a grouping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its code (`email`, `2`).
    pub code: String,
    /// How many responses are in it.
    pub rows: u64,
}

/// What responses are divided by: `channel`, or a profile question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grouping {
    /// Its code.
    pub code: String,
    /// Its groups in the order of scale, choices or channels.
    pub groups: Vec<Group>,
}

/// Everything counted from one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Responses.
    pub rows: u64,
    /// What they are divided by; always with `channel` first.
    pub groupings: Vec<Grouping>,
    /// One per closed field but options.
    pub items: Vec<ItemCounts>,
    /// One per multiple choice.
    pub options: Vec<OptionCounts>,
}

impl Counts {
    /// Counts one answer.
    pub fn add(&mut self, value: Value) {
        match value {
            Value::Given(value) => *self.given.entry(value).or_default() += 1,
            Value::Blank => self.blank += 1,
            Value::DontKnow => self.dont_know += 1,
            Value::NotApplicable => self.not_applicable += 1,
            Value::NotAsked => self.not_asked += 1,
        }
    }

    /// Answers with a value: the base of every share and mean.
    pub fn valid(&self) -> u64 {
        self.given.values().sum()
    }

    /// Responses in which it was asked.
    pub fn asked(&self) -> u64 {
        self.valid() + self.blank + self.dont_know + self.not_applicable
    }
}
