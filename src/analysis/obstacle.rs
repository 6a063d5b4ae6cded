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
        }
    }
}
