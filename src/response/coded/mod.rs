//! Rows of codes counted in one pass: what an analysis keeps of a file, however many rows it has.
//!
//! A [`Request`] says which columns are items, which are variables to divide by, which items belong together. The pass
//! ([`read`]) keeps counts per item and code, by level of each variable, a code-by-code table for each pair within a battery,
//! and, where rows carry weights, the sums of these and of their squares. After it nothing depends on the number of rows.

mod battery;
mod block;
mod columns;
mod counter;
mod item;
mod levels;
mod read;
mod sums;
mod table;
mod variable;

pub use item::{ItemColumn, MissingCodes, NoAnswer};
pub use read::{DataFault, Expected, Unreadable, read, read_with};
pub use sums::WeightSums;
pub use table::count_table;

use super::CrossTable;

/// What is to be counted. Columns are named by their heading, without regard to case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The items.
    pub items: Vec<ItemColumn>,
    /// What rows are divided by.
    pub variables: Vec<Variable>,
    /// Sets of items, by their index, that are looked at together.
    pub batteries: Vec<Vec<usize>>,
    /// The batteries, by their index, whose different rows are kept.
    pub patterns: Vec<usize>,
    /// The column of the rows' weights.
    pub weight: Option<String>,
    /// The column that says how many rows a row stands for: whole numbers.
    pub frequency: Option<String>,
}

/// What rows are divided by.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Where its levels come from.
    pub source: LevelSource,
    /// Cells, besides an empty one, that mean it was not said.
    pub missing: Vec<String>,
    /// Whether items are counted by its levels, and weights summed.
    pub crossed: bool,
}

/// Where the levels of a variable come from.
#[derive(Clone, Debug, PartialEq)]
pub enum LevelSource {
    /// Each different cell of a column is a level.
    Column(String),
    /// A column of numbers in bands: 1 up to and with the first bound, 2 up to the second, ... the last without end.
    Bands {
        /// The column.
        column: String,
        /// The bounds, rising.
        up_to: Vec<f64>,
    },
    /// Every combination of the levels of earlier variables, by their index.
    Joined(Vec<usize>),
}

/// What one pass kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coded {
    /// Rows, or the sum of their frequencies.
    pub rows: u64,
    /// The items in the order of the request.
    pub items: Vec<CodedItem>,
    /// The variables in the order of the request.
    pub variables: Vec<CodedVariable>,
    /// The batteries in the order of the request.
    pub batteries: Vec<CodedBattery>,
    /// The sums over all rows; `None` without weights.
    pub weights: Option<WeightSums>,
}

/// The counts of one item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodedItem {
    /// Its name.
    pub name: String,
    /// How often each code from the least to the most was given.
    pub given: Vec<u64>,
    /// Left blank.
    pub blank: u64,
    /// "Non so".
    pub dont_know: u64,
    /// "Non applicabile".
    pub not_applicable: u64,
    /// Not shown by the routing.
    pub not_asked: u64,
    /// Sums of weights by code, then of rows without a valid answer; `None` without weights.
    pub weights: Option<Vec<WeightSums>>,
}

/// The levels of a variable and what was counted in them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodedVariable {
    /// Its name.
    pub name: String,
    /// The levels: numbers rising, then others by their letters. A joined variable's are joined with `|`.
    pub levels: Vec<String>,
    /// Rows in each.
    pub rows: Vec<u64>,
    /// Rows in none.
    pub missing: u64,
    /// Sums of weights in each level; empty without weights.
    pub weights: Vec<WeightSums>,
    /// For each item: one row for each level, one column for each code. Empty where it is not crossed.
    pub crossed: Vec<CrossTable>,
    /// For each item, each level and each code the sums of weights; empty without weights.
    pub crossed_weights: Vec<Vec<Vec<WeightSums>>>,
}

/// The pairs of items of one battery.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodedBattery {
    /// The items by their index.
    pub items: Vec<usize>,
    /// Rows in which every item was answered.
    pub complete: u64,
    /// For each item its codes over complete rows.
    pub singles: Vec<Vec<u64>>,
    /// Over complete rows, the code-by-code table of each pair: (0,1), (0,2), ... (1,2), ...
    pub listwise: Vec<CrossTable>,
    /// The same over the rows in which both were answered.
    pub pairwise: Vec<CrossTable>,
    /// The different complete rows, by the places of their codes, with how often each came, in the order of these; `None` where
    /// they were not asked for, or where the battery is too wide: 16 items of 250 codes are kept.
    pub patterns: Option<Vec<(Vec<u8>, u64)>>,
}

impl Coded {
    /// The place of an item.
    pub fn item(&self, name: &str) -> Option<&CodedItem> {
        self.items.iter().find(|item| item.name == name)
    }

    /// The same with one item read backwards, alone and by every variable; batteries stay as they were asked.
    #[must_use]
    pub fn reversed_alone(mut self, item: usize) -> Self {
        let codes = self.items[item].given.len();
        self.items[item].given.reverse();
        if let Some(weights) = &mut self.items[item].weights {
            weights[..codes].reverse();
        }
        for variable in &mut self.variables {
            if let Some(table) = variable.crossed.get_mut(item) {
                (0..table.rows()).for_each(|row| table.row_mut(row).reverse());
            }
            for sums in variable.crossed_weights.get_mut(item).into_iter().flatten() {
                sums[..codes].reverse();
            }
        }
        self
    }

    /// The variable of a name.
    pub fn variable(&self, name: &str) -> Option<&CodedVariable> {
        self.variables.iter().find(|variable| variable.name == name)
    }
}

impl CodedItem {
    /// Answers with a value.
    pub fn valid(&self) -> u64 {
        self.given.iter().sum()
    }
}
