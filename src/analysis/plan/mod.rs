//! The plan of an analysis: what is computed of a file of codes, read from a file of its own or derived from a form.

mod check;
mod derive;
mod file;
mod request;

pub use file::parse;
pub use request::CELLS;

use super::battery::Resampling;
use crate::form::Polarity;
use crate::response::coded::{ItemColumn, Variable};

/// What is computed. Items and variables are named by the headings of their columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The items.
    pub items: Vec<PlanItem>,
    /// Items asked the other way round: read backwards where items are taken together.
    pub reversed: Vec<String>,
    /// Whether reversed items are read backwards alone too.
    pub reversed_alone: bool,
    /// The users of the year, for the figures corrected for a finite universe.
    pub universe: Option<u64>,
    /// The goals.
    pub goals: Vec<PlanGoal>,
    /// What rows are divided by: columns as they are, and bands of numbers.
    pub variables: Vec<Variable>,
    /// Variables of two groups: tests and effects of the first against the second.
    pub two_groups: Vec<TwoGroups>,
    /// Variables of any number of groups.
    pub groups: Vec<String>,
    /// Variables whose levels are periods, in their order.
    pub periods: Vec<String>,
    /// Sets of items that measure one thing: reliability and correlations.
    pub batteries: Vec<PlanBattery>,
    /// What explains an outcome.
    pub drivers: Vec<PlanDrivers>,
    /// Pairs of expectation and perception.
    pub gaps: Vec<PlanGap>,
    /// Indexes of several items.
    pub indexes: Vec<PlanIndex>,
    /// Items from 0 to 10 whose net promoter score is computed.
    pub promoters: Vec<String>,
    /// Importance beside satisfaction.
    pub importance: Option<PlanImportance>,
    /// The column of given weights.
    pub weight: Option<String>,
    /// The column that says how many rows each row stands for.
    pub frequency: Option<String>,
    /// The strata of the sample.
    pub strata: Option<PlanStrata>,
    /// What weights are raked to.
    pub rake: Option<PlanRake>,
}

/// One item.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanItem {
    /// Its column: name, codes, what is no answer.
    pub column: ItemColumn,
    /// The codes from which (or, where less is better, to which) an answer counts as satisfied; `None` where not said.
    pub satisfied: Option<i64>,
    /// Which end is better.
    pub polarity: Polarity,
}

/// A goal for the share in the two best codes.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanGoal {
    /// The item; `None` for every item.
    pub item: Option<String>,
    /// The target, from 0 to 1.
    pub target: f64,
}

/// Two groups of a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoGroups {
    /// The variable.
    pub variable: String,
    /// The two levels; `None` for the only two there are.
    pub levels: Option<(String, String)>,
}

/// Items that measure one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanBattery {
    /// Its name in addresses; empty for the only one of a plan file.
    pub name: String,
    /// The items.
    pub items: Vec<String>,
}

/// An outcome and what it is explained by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanDrivers {
    /// Its name in addresses; empty for the only one of a plan file.
    pub name: String,
    /// The outcome.
    pub outcome: String,
    /// The items that explain it.
    pub items: Vec<String>,
    /// How the intervals of their shares are drawn; `None` for no intervals.
    pub resampling: Option<Resampling>,
}

/// What was expected and what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanGap {
    /// Its name in addresses.
    pub name: String,
    /// The item of what was expected.
    pub expectation: String,
    /// The item of what was found.
    pub perception: String,
}

/// An index of several items.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanIndex {
    /// Its name in addresses.
    pub name: String,
    /// The items, all on one scale.
    pub items: Vec<String>,
    /// Their weights; equal ones where empty.
    pub weights: Vec<f64>,
}

/// What is important beside what satisfies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanImportance {
    /// The items of satisfaction.
    pub satisfaction: Vec<String>,
    /// The items of importance, in the same order.
    pub importance: Vec<String>,
}

/// The strata of a sample.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanStrata {
    /// The variable.
    pub variable: String,
    /// How many users each stratum holds, where known.
    pub populations: Vec<(String, f64)>,
}

/// What weights are raked to.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanRake {
    /// The users.
    pub population: f64,
    /// The margins.
    pub margins: Vec<PlanMargin>,
}

/// What is known of the users by one variable.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanMargin {
    /// The variable.
    pub variable: String,
    /// The share, or number, of users in each level.
    pub totals: Vec<(String, f64)>,
    /// Whether the totals are numbers of users.
    pub are_counts: bool,
}

impl Plan {
    /// The item of a name.
    pub fn item(&self, name: &str) -> Option<&PlanItem> {
        self.items.iter().find(|item| item.column.name == name)
    }

    /// The place of an item.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.items.iter().position(|item| item.column.name == name)
    }
}

impl PlanItem {
    /// The codes in order.
    pub fn values(&self) -> Vec<i64> {
        (self.column.least..=self.column.most).collect()
    }
}
