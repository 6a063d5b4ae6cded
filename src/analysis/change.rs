//! What changed since the edition before: the difference of two shares.

use super::finding::{Base, ChangeFinding, ItemFinding};
use super::groups::{Fraction, newcombe};
use super::lineage::{Asking, Comparability};
use super::proportion::{ONE_SIDED_95, TWO_SIDED_95, as_real};

/// The margin within which a share counts as stable, unless another was agreed: five points.
///
/// Some 350 answers a year put a year's share within about five points of the truth, no more. For "stable" the whole interval of
/// the difference must lie within the margin: of two equal years, half satisfied in both, it is said in 45 of 100 cases with 1,000
/// answers a year, in 88 with 2,000, and never with 350 (docs/statistics.md, table 6).
pub const STABLE_WITHIN: f64 = 0.05;

/// What goals and comparisons need of one item: from its finding, or keyed in for a year before this program.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemFigure {
    /// The item.
    pub item: String,
    /// How many answered.
    pub base: u64,
    /// How many of them were satisfied.
    pub satisfied: Option<u64>,
    /// How many chose one of the two best points.
    pub top_two: Option<u64>,
    /// The mean.
    pub mean: Option<f64>,
    /// The standard deviation, divided by n - 1.
    pub deviation: Option<f64>,
    /// How it was asked; `None` for a figure that was keyed in.
    pub asking: Option<Asking>,
    /// How the answers lay; `None` for a figure that was keyed in.
    pub spread: Option<Spread>,
}

/// How the answers to one item lay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Where they went.
    pub base: Base,
    /// Every point of the scale with its count.
    pub counts: Vec<(i64, u64)>,
}

/// What the two editions show of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// More are satisfied: the 95 % interval of the difference lies above 0.
    Up,
    /// Fewer are satisfied: it lies below 0.
    Down,
    /// Neither, and the 90 % interval lies within the margin (two one-sided tests).
    Stable,
    /// None of these is shown. Not the same as stable.
    NotDemonstrated,
}

impl ItemFigure {
    /// What goals and later editions need of a finding; `None` where nobody answered.
    pub fn of(item: &ItemFinding) -> Option<Self> {
        (item.base.valid > 0).then(|| Self {
            item: item.code.clone(),
            base: item.base.valid,
            satisfied: item.satisfied.map(|share| share.count),
            top_two: item.top_two.map(|share| share.count),
            mean: item.mean.map(|mean| mean.mean),
            deviation: item.mean.and_then(|mean| mean.deviation),
            asking: Some(item.asking.clone()),
            spread: Some(Spread { base: item.base, counts: item.counts.clone() }),
        })
    }
}

/// What the difference of two shares shows.
pub fn judge(now: Fraction, before: Fraction, margin: f64) -> Change {
    let wide = newcombe(now, before, TWO_SIDED_95);
    let narrow = newcombe(now, before, ONE_SIDED_95);
    if wide.lower > 0.0 {
        Change::Up
    } else if wide.upper < 0.0 {
        Change::Down
    } else if narrow.lower > -margin && narrow.upper < margin {
        Change::Stable
    } else {
        Change::NotDemonstrated
    }
}

/// The change in the share satisfied of every item that both editions asked on the same scale, as far as that is known.
pub fn find_changes(items: &[ItemFinding], past: &[ItemFigure]) -> Vec<ChangeFinding> {
    let pairs = items.iter().filter_map(|item| {
        let satisfied = item.satisfied?;
        let before = past.iter().find(|figure| figure.item == item.code && figure.base > 0)?;
        let comparability = before.asking.as_ref().map(|asking| asking.comparability(&item.asking));
        if comparability == Some(Comparability::ScaleChanged) {
            return None;
        }
        let now = Fraction { count: satisfied.count, base: satisfied.base };
        let before = Fraction { count: before.satisfied?, base: before.base };
        let (share, previous) = (satisfied.share, as_real(before.count) / as_real(before.base));
        Some(ChangeFinding {
            code: item.code.clone(),
            share,
            base: now.base,
            previous_share: previous,
            previous_base: before.base,
            difference: share - previous,
            interval: newcombe(now, before, TWO_SIDED_95),
            margin: STABLE_WITHIN,
            change: judge(now, before, STABLE_WITHIN),
        })
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn of(count: u64, base: u64) -> Fraction {
        Fraction { count, base }
    }

    #[test]
    fn what_is_not_shown_is_not_called_stable() {
        assert_eq!(judge(of(52, 75), of(44, 70), STABLE_WITHIN), Change::NotDemonstrated);
        assert_eq!(judge(of(640, 800), of(638, 800), STABLE_WITHIN), Change::Stable);
        assert_eq!(judge(of(700, 800), of(638, 800), STABLE_WITHIN), Change::Up);
        assert_eq!(judge(of(638, 800), of(700, 800), STABLE_WITHIN), Change::Down);
    }
}
