//! Why weights could not be made or used: data, not a sentence.

use crate::analysis::Obstacle;

/// What is wrong with weights, margins or strata. Strata and cells are named by their place in what was given.
#[derive(Clone, Debug, PartialEq)]
pub enum WeightingFault {
    /// The margins say that users of this level exist, but nobody of them answered: nobody can stand for them.
    LevelWithoutAnswers {
        /// The margin.
        margin: String,
        /// Its level.
        level: String,
        /// What the margin says of the level: a share or a count, as given.
        total: f64,
    },
    /// People of this level answered, but the margin does not name it or says that there are none.
    LevelWithoutUsers {
        /// The margin.
        margin: String,
        /// Its level.
        level: String,
        /// How many answered.
        rows: u64,
    },
    /// A total that is negative or no number.
    TotalNotPossible {
        /// The margin.
        margin: String,
        /// Its level.
        level: String,
        /// The total as given.
        total: f64,
    },
    /// Totals that contradict each other: shares that do not sum to 1, or counts that do not sum to the users.
    TotalsContradict {
        /// The margin.
        margin: String,
        /// What its totals sum to.
        found: f64,
        /// What they should sum to: 1, or the number of users.
        expected: f64,
    },
    /// The number of users is not a positive number.
    PopulationNotPositive {
        /// The number as given.
        population: f64,
    },
    /// A cell that does not say exactly one level of each margin.
    CellNotInMargins {
        /// The cell.
        cell: usize,
    },
    /// No weights meet all margins: too many combinations of their levels have no answers. The level is the one furthest from
    /// its total when the search was given up.
    MarginsCannotBeMet {
        /// The margin.
        margin: String,
        /// Its level.
        level: String,
        /// The users it should stand for.
        wanted: f64,
        /// The users it stood for.
        reached: f64,
    },
    /// Weights that are not positive numbers, or a sum of their squares that cannot be.
    WeightsNotPositive {
        /// The cell or stratum.
        place: usize,
        /// The sum of the weights there.
        weight: f64,
        /// The sum of their squares there.
        square: f64,
    },
    /// An answer of a stratum or cell that is not among those given, or more answers than the stratum has rows.
    AnswersOutsideSample {
        /// The stratum or cell.
        place: usize,
    },
    /// A stratum with a single row: what varies within it cannot be seen. Join it with one that is like it.
    LonelyAnswer {
        /// The stratum.
        stratum: usize,
    },
    /// A stratum said to have users in which nobody was asked: nobody can stand for them.
    StratumWithoutRows {
        /// The stratum.
        stratum: usize,
        /// Its users.
        population: f64,
    },
    /// A stratum of which the sample has more rows than there are users, or whose users are not known where they are needed.
    PopulationBelowSample {
        /// The stratum.
        stratum: usize,
        /// The rows in the sample.
        rows: u64,
        /// The users, where given.
        population: Option<f64>,
    },
    /// What also stands in the way of other figures.
    Obstacle(Obstacle),
}

impl WeightingFault {
    /// Its code in files for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Self::LevelWithoutAnswers { .. } => "level_without_answers",
            Self::LevelWithoutUsers { .. } => "level_without_users",
            Self::TotalNotPossible { .. } => "total_not_possible",
            Self::TotalsContradict { .. } => "totals_contradict",
            Self::PopulationNotPositive { .. } => "population_not_positive",
            Self::CellNotInMargins { .. } => "cell_not_in_margins",
            Self::MarginsCannotBeMet { .. } => "margins_cannot_be_met",
            Self::WeightsNotPositive { .. } => "weights_not_positive",
            Self::AnswersOutsideSample { .. } => "answers_outside_sample",
            Self::LonelyAnswer { .. } => "lonely_answer",
            Self::StratumWithoutRows { .. } => "stratum_without_rows",
            Self::PopulationBelowSample { .. } => "population_below_sample",
            Self::Obstacle(obstacle) => obstacle.code(),
        }
    }
}

impl From<Obstacle> for WeightingFault {
    fn from(obstacle: Obstacle) -> Self {
        Self::Obstacle(obstacle)
    }
}
