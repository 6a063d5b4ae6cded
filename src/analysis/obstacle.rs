//! Why a figure could not be computed: data, not a sentence.

/// What stood in the way of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Fewer answers than the method needs.
    TooFewAnswers {
        /// The answers there are.
        found: u64,
        /// The fewest it works with.
        needed: u64,
    },
    /// Every answer is the same: there is no spread to compare or to explain.
    Constant,
    /// A comparison of groups where only so many groups have answers.
    TooFewGroups {
        /// The groups with answers.
        found: u64,
        /// The fewest it works with.
        needed: u64,
    },
    /// A comparison of exactly two groups where more have answers.
    NotTwoGroups {
        /// The groups with answers.
        found: u64,
    },
    /// Items that can be computed from one another: their effects cannot be told apart.
    Collinear,
    /// The search for the best value did not come to rest.
    NoConvergence,
    /// The table is too large for an exact count of all its like.
    TooLarge,
    /// The scale is not the one the method is defined on.
    OtherScale,
    /// Fewer items than the method needs.
    TooFewItems {
        /// The items there are.
        found: u64,
        /// The fewest it works with.
        needed: u64,
    },
    /// The method takes rows in which every item was answered; these counts are of other rows for each pair.
    IncompleteRows,
    /// Weights that are not one for each item, that are negative, or that sum to nothing.
    UnusableWeights,
    /// Answers that leave open what is asked of them: other values fit them as well.
    Undetermined,
}

impl Obstacle {
    /// Its code in files for machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooFewAnswers { .. } => "too_few_answers",
            Self::Constant => "constant",
            Self::TooFewGroups { .. } => "too_few_groups",
            Self::NotTwoGroups { .. } => "not_two_groups",
            Self::Collinear => "collinear",
            Self::NoConvergence => "no_convergence",
            Self::TooLarge => "too_large",
            Self::OtherScale => "other_scale",
            Self::TooFewItems { .. } => "too_few_items",
            Self::IncompleteRows => "incomplete_rows",
            Self::UnusableWeights => "unusable_weights",
            Self::Undetermined => "undetermined",
        }
    }
}
