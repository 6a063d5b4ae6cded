//! How what was found of a goal differs from the edition before.

use super::change::{self, Change, STABLE_WITHIN};
use super::finding::{Interval, PreviousGoal};
use super::groups::{Fraction, newcombe};
use super::proportion::{TWO_SIDED_95, as_real};

/// The difference of a goal's value from the edition before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GoalChange {
    /// Now less before, in the target's unit.
    pub difference: f64,
    /// Its 95 % interval (Newcombe's, of two shares of samples that count alike); `None` for a complete count, and where the
    /// spread of the year before is not known.
    pub interval: Option<Interval>,
    /// What this shows; `None` where nothing tells a difference from chance. [`Change::Up`] is a greater value, good or bad.
    pub shown: Option<Change>,
}

/// How the value of this edition is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// Exactly: a register or a fact.
    Exactly,
    /// As a share of so many cases.
    Share(u64),
    /// In another way.
    Otherwise,
}

pub(super) fn find(value: f64, known: Known, before: &PreviousGoal) -> GoalChange {
    let difference = value - before.value;
    let (interval, shown) = match known {
        Known::Exactly => (None, Some(exact(difference))),
        Known::Share(base) => match (fraction(value, base), fraction(before.value, before.base)) {
            (Some(now), Some(before)) => {
                (Some(newcombe(now, before, TWO_SIDED_95)), Some(change::judge(now, before, STABLE_WITHIN)))
            }
            _ => (None, None),
        },
        Known::Otherwise => (None, None),
    };
    GoalChange { difference, interval, shown }
}

fn exact(difference: f64) -> Change {
    match difference {
        up if up > 0.0 => Change::Up,
        down if down < 0.0 => Change::Down,
        _ => Change::Stable,
    }
}

/// The share as so many of so many; `None` where it is none, as a weighted one.
fn fraction(share: f64, base: u64) -> Option<Fraction> {
    let count = share * as_real(base);
    let whole = count.round();
    let fits = base > 0 && (0.0..=as_real(base)).contains(&whole) && (count - whole).abs() < 1e-6;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // From 0 to a base.
    fits.then_some(Fraction { count: whole as u64, base })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::Verdict;

    fn from(value: f64, base: u64) -> PreviousGoal {
        PreviousGoal { value, base, verdict: Verdict::Reached }
    }

    #[test]
    fn two_samples_differ_only_where_chance_would_not_do_it() {
        let change = find(0.80, Known::Share(400), &from(0.60, 400));
        assert_eq!(change.shown, Some(Change::Up));
        assert!(change.interval.is_some_and(|interval| interval.lower > 0.0 && interval.upper > change.difference));
        assert_eq!(find(0.65, Known::Share(40), &from(0.60, 40)).shown, Some(Change::NotDemonstrated));
    }

    #[test]
    fn a_complete_count_differs_as_it_stands() {
        assert_eq!(find(0.99, Known::Exactly, &from(1.0, 250)).shown, Some(Change::Down));
        assert_eq!(find(1.0, Known::Exactly, &from(1.0, 250)).shown, Some(Change::Stable));
    }

    #[test]
    fn what_is_no_share_of_cases_is_only_subtracted() {
        let weighted = find(0.8, Known::Share(400), &from(0.613, 77));
        assert_eq!((weighted.interval, weighted.shown), (None, None), ".613 of 77 is no number of people");
        let mean = find(3.5, Known::Otherwise, &from(4.0, 100));
        assert_eq!((mean.difference, mean.shown), (-0.5, None));
    }
}
