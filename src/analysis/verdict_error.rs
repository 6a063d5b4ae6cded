//! How often the rule of verdicts errs: exactly, for a share at its target.
//!
//! Wilson's bounds promise five in a hundred and keep it on the whole, not at every target and base: with few answers and a
//! target near 0 or 1 they err more. What the rule does at the worst is counted from the binomial distribution, at a true
//! value that is the target itself: anything further off is judged wrongly less often.

use super::distribution::beta;
use super::finding::{GoalFinding, Interval};
use super::proportion::{ONE_SIDED_95, as_real, wilson};
use crate::charter::{Coverage, Direction, Indicator, Measure, Statistic};

/// The probabilities of judging a promise wrongly.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct VerdictError {
    /// Reached is said of a promise that is missed by a hair.
    pub reached: f64,
    /// Not reached is said of a promise that is only just kept.
    pub missed: f64,
}

impl VerdictError {
    /// The worst of the goals that are shares of a sample, each at its target and base; `None` where none is judged so.
    pub fn worst(goals: &[GoalFinding]) -> Option<Self> {
        let errors = goals.iter().filter(|goal| is_sampled_share(goal)).filter_map(|goal| {
            let judged = goal.base > 0 && goal.base >= goal.standard.minimum_base && goal.target > 0.0 && goal.target < 1.0;
            judged.then(|| Self::of(goal.target, goal.base, goal.standard.direction))
        });
        errors.reduce(|one, two| Self { reached: one.reached.max(two.reached), missed: one.missed.max(two.missed) })
    }

    /// The errors at a target between 0 and 1 with so many answers, of which there is at least one.
    pub fn of(target: f64, base: u64, direction: Direction) -> Self {
        let (above, below) = (said_above(target, base), said_below(target, base));
        match direction {
            Direction::AtLeast => Self { reached: above, missed: below },
            Direction::AtMost => Self { reached: below, missed: above },
        }
    }
}

fn is_sampled_share(goal: &GoalFinding) -> bool {
    matches!(
        goal.standard.indicator,
        Indicator::Survey { statistic: Statistic::SatisfiedShare | Statistic::TopTwoShare, .. }
            | Indicator::Operational { measure: Measure::Share(_), coverage: Coverage::Sample }
    )
}

/// The probability that the lower bound reaches the target.
fn said_above(target: f64, base: u64) -> f64 {
    let least = first(base, |count| bounds(count, base).lower >= target);
    if least > base { 0.0 } else { beta::tails(as_real(least), as_real(base - least + 1), target, 1.0 - target).lower }
}

/// The probability that the upper bound stays below it.
fn said_below(target: f64, base: u64) -> f64 {
    // One more than the most that are called too few.
    let most = first(base, |count| bounds(count, base).upper >= target);
    if most == 0 { 0.0 } else { beta::tails(as_real(most), as_real(base - most + 1), target, 1.0 - target).upper }
}

fn bounds(count: u64, base: u64) -> Interval {
    wilson(as_real(count) / as_real(base), as_real(base), ONE_SIDED_95)
}

/// The first count of `0..=base` from which on something holds; `base + 1` where it never does.
pub(super) fn first(base: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (0, base + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every count's probability added up, one after the other.
    fn added_up(target: f64, base: u64) -> (f64, f64) {
        let (mut above, mut below) = (0.0, 0.0);
        let mut probability = (1.0 - target).powi(i32::try_from(base).unwrap());
        for count in 0..=base {
            let Interval { lower, upper } = bounds(count, base);
            above += if lower >= target { probability } else { 0.0 };
            below += if upper < target { probability } else { 0.0 };
            probability *= as_real(base - count) / as_real(count + 1) * target / (1.0 - target);
        }
        (above, below)
    }

    #[test]
    fn the_errors_are_the_binomial_ones() {
        for target in [0.05, 0.5, 0.75, 0.8, 0.85, 0.9, 0.95] {
            for base in [1, 2, 20, 30, 36, 57, 200] {
                let (above, below) = added_up(target, base);
                let found = VerdictError::of(target, base, Direction::AtLeast);
                assert!((found.reached - above).abs() < 1e-12, "{target} {base}: {found:?}, {above}");
                assert!((found.missed - below).abs() < 1e-12, "{target} {base}: {found:?}, {below}");
                let turned = VerdictError::of(target, base, Direction::AtMost);
                assert_eq!((turned.reached, turned.missed), (found.missed, found.reached));
            }
        }
    }

    #[test]
    fn a_promise_of_half_or_more_missed_by_a_hair_is_called_reached_in_at_most_eight_of_a_hundred() {
        // The error falls as a saw with the base: every small base, then every seventeenth. `benches/coverage` takes them all.
        let bases = || (20..=120).chain((121..=2_000).step_by(17));
        let error = |hundredths: u8, base| VerdictError::of(f64::from(hundredths) / 100.0, base, Direction::AtLeast).reached;
        let all = (50..=99_u8).flat_map(|target| bases().map(move |base| (error(target, base), target, base)));
        let worst = all.fold((0.0, 0, 0), |one, other| if other.0 > one.0 { other } else { one });
        assert!((worst.0 - 0.077_562_793_638_19).abs() < 1e-12 && (worst.1, worst.2) == (88, 20), "{worst:?}");
    }

    #[test]
    fn a_kept_promise_of_nearly_all_is_called_missed_in_one_of_ten() {
        let worst =
            |target| (30..2_000).map(|base| VerdictError::of(target, base, Direction::AtLeast).missed).fold(0.0, f64::max);
        for (target, expected) in [(0.95, 0.104), (0.9, 0.094), (0.85, 0.082), (0.75, 0.076)] {
            assert!((worst(target) - expected).abs() < 6e-4, "{target}: {}", worst(target));
        }
        assert!((VerdictError::of(0.95, 36, Direction::AtLeast).missed - worst(0.95)).abs() < 1e-12);
    }
}
