//! When a goal counts as reached: from the bounds, not from the point estimate.

use super::Direction;

/// The one-sided 95 % bounds of an estimate (the ends of a 90 % two-sided interval).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The lower bound.
    pub lower: f64,
    /// The upper bound.
    pub upper: f64,
}

/// A goal's verdict.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// The promise is kept, even at the bound that speaks against it.
    Reached,
    /// The promise is broken, even at the bound that speaks for it.
    NotReached,
    /// The figures do not say.
    NotDemonstrable(Why),
}

/// Why a goal is not demonstrable.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Why {
    /// Close to the target: about so many answers would decide.
    NearTarget {
        /// The base at which the observed value would decide.
        needed: u64,
    },
    /// So many answers would be needed, more than there are users.
    Undecidable {
        /// The base at which the observed value would decide.
        needed: u64,
    },
    /// Fewer responses than the survey planned.
    BelowPlan {
        /// The responses planned.
        planned: u64,
    },
    /// Fewer answers or cases than a verdict needs at least.
    TooFewCases {
        /// The minimum base.
        needed: u64,
    },
    /// Nothing was measured.
    NotMeasured,
    /// What was measured was counted by another rule than the charter's: another limit, other days.
    OtherRule,
    /// The verdict was agreed to rest on answers weighted by channel, and these cannot be weighted: a channel with users has no
    /// answers, or too few to show.
    NotWeighed,
}

impl Why {
    /// Its code in files for machines and in seals.
    pub fn code(self) -> &'static str {
        match self {
            Self::NearTarget { .. } => "near_target",
            Self::Undecidable { .. } => "undecidable",
            Self::BelowPlan { .. } => "below_plan",
            Self::TooFewCases { .. } => "too_few_cases",
            Self::NotMeasured => "not_measured",
            Self::OtherRule => "other_rule",
            Self::NotWeighed => "not_weighed",
        }
    }

    /// The number that goes with it: answers, responses or cases.
    pub fn number(self) -> Option<u64> {
        match self {
            Self::NearTarget { needed } | Self::Undecidable { needed } | Self::TooFewCases { needed } => Some(needed),
            Self::BelowPlan { planned } => Some(planned),
            Self::NotMeasured | Self::OtherRule | Self::NotWeighed => None,
        }
    }

    /// Reads what [`Why::code`] and [`Why::number`] wrote.
    pub fn parse(code: &str, number: Option<u64>) -> Option<Self> {
        let needed = number.unwrap_or_default();
        let all = [
            Self::NearTarget { needed },
            Self::Undecidable { needed },
            Self::BelowPlan { planned: needed },
            Self::TooFewCases { needed },
            Self::NotMeasured,
            Self::OtherRule,
            Self::NotWeighed,
        ];
        all.into_iter().find(|why| why.code() == code && why.number() == number)
    }
}

/// Judges bounds against a target; `None` when they enclose it. A complete register has equal bounds and is always decided.
pub fn judge(bounds: Bounds, target: f64, direction: Direction) -> Option<Verdict> {
    let (reached, missed) = match direction {
        Direction::AtLeast => (bounds.lower >= target, bounds.upper < target),
        Direction::AtMost => (bounds.upper <= target, bounds.lower > target),
    };
    match (reached, missed) {
        (true, _) => Some(Verdict::Reached),
        (_, true) => Some(Verdict::NotReached),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_around_the_target_decide_nothing() {
        let around = Bounds { lower: 0.79, upper: 0.85 };
        assert_eq!(judge(around, 0.80, Direction::AtLeast), None);
        assert_eq!(judge(around, 0.79, Direction::AtLeast), Some(Verdict::Reached));
        assert_eq!(judge(around, 0.86, Direction::AtLeast), Some(Verdict::NotReached));
        assert_eq!(judge(around, 0.85, Direction::AtMost), Some(Verdict::Reached));
        assert_eq!(judge(around, 0.78, Direction::AtMost), Some(Verdict::NotReached));
    }

    #[test]
    fn a_register_is_always_decided() {
        let exact = Bounds { lower: 0.95, upper: 0.95 };
        assert_eq!(judge(exact, 0.95, Direction::AtLeast), Some(Verdict::Reached));
        assert_eq!(judge(exact, 0.951, Direction::AtLeast), Some(Verdict::NotReached));
    }
}
