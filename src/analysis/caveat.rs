//! What a reader must know to read a figure right: data, not sentences.

use super::finding::{GoalFinding, ItemFinding, ItemLineage};
use super::lineage::Comparability;
use super::obstacle::Obstacle;
use super::publishable::Publishable;
use crate::charter::{Coverage, Indicator};
use crate::text::Code;

/// A reason to read a figure with care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// Who answered chose to: an interval does not cover how they differ from the others.
    SelfSelection,
    /// Fewer than thirty answers.
    SmallBase,
    /// The year before asked the same in other words.
    Reworded,
    /// The year before asked it on another scale: the years are not compared.
    ScaleChanged,
    /// The channels answered differently, so that the figure depends on how many answers each of them brought.
    ModeMix,
    /// How the goal is judged was changed after it had been sealed; the seals tell what and why.
    Amended,
}

impl Caveat {
    /// Every caveat.
    pub const ALL: [Self; 6] =
        [Self::SelfSelection, Self::SmallBase, Self::Reworded, Self::ScaleChanged, Self::ModeMix, Self::Amended];

    /// Its code in files for machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::SelfSelection => "self_selection",
            Self::SmallBase => "small_base",
            Self::Reworded => "reworded",
            Self::ScaleChanged => "scale_changed",
            Self::ModeMix => "mode_mix",
            Self::Amended => "amended",
        }
    }
}

/// Notes at every item and goal what must be known of it, from what there is: after suppression only from what is left.
pub(super) fn note(items: &mut [ItemFinding], goals: &mut [GoalFinding], lineage: &[ItemLineage]) {
    for item in items.iter_mut() {
        item.caveats = of_item(item, lineage);
    }
    for goal in goals {
        let amended = goal.caveats.contains(&Caveat::Amended);
        goal.caveats = of_goal(goal, items);
        goal.caveats.extend(amended.then_some(Caveat::Amended));
    }
}

/// Notes at every goal whose rules were changed that they were.
pub(super) fn note_amended(goals: &mut [GoalFinding], amended: &[Code]) {
    for goal in goals.iter_mut().filter(|goal| amended.contains(&goal.standard.code)) {
        goal.caveats.push(Caveat::Amended);
    }
}

/// What must be known of an item's figures; nothing where nobody answered.
fn of_item(item: &ItemFinding, lineage: &[ItemLineage]) -> Vec<Caveat> {
    if item.base.valid == 0 {
        return Vec::new();
    }
    let mut caveats = vec![Caveat::SelfSelection];
    caveats.extend((!Publishable::shows_percentages(item.base.valid)).then_some(Caveat::SmallBase));
    let comparability = lineage.iter().find(|own| own.code == item.code).map(|own| own.comparability);
    caveats.extend(match comparability {
        Some(Comparability::Reworded) => Some(Caveat::Reworded),
        Some(Comparability::ScaleChanged) => Some(Caveat::ScaleChanged),
        Some(Comparability::Same) | None => None,
    });
    let mixed = item.modes.as_ref().is_some_and(|modes| modes.channels_differ());
    caveats.extend(mixed.then_some(Caveat::ModeMix));
    caveats
}

/// What must be known of a goal's figure: what is known of its item; of operational readings only that a sample is small.
fn of_goal(goal: &GoalFinding, items: &[ItemFinding]) -> Vec<Caveat> {
    let small = goal.base > 0 && !Publishable::shows_percentages(goal.base);
    match &goal.standard.indicator {
        Indicator::Survey { item, .. } => {
            let own = items.iter().find(|own| own.code == item.as_str());
            own.map(|own| own.caveats.clone()).unwrap_or_default()
        }
        Indicator::Operational { coverage: Coverage::Sample, .. } if small => vec![Caveat::SmallBase],
        Indicator::Operational { .. } | Indicator::Administrative(_) => Vec::new(),
    }
}

/// Which figures of an item are not there, and what stood in the way of each.
pub fn left_out(item: &ItemFinding) -> Vec<(&'static str, Obstacle)> {
    let base = item.base.valid;
    let too_few = |needed| Obstacle::TooFewAnswers { found: base, needed };
    // With answers a figure is missing only where the form's scale does not have it: no satisfied points, no order, two points.
    let why = if base == 0 { too_few(1) } else { Obstacle::OtherScale };
    let mut missing = Vec::new();
    missing.extend(item.satisfied.is_none().then_some(("satisfied", why)));
    missing.extend(item.top_two.is_none().then_some(("top2", why)));
    match &item.mean {
        None => missing.push(("mean", why)),
        Some(mean) if mean.interval.is_none() => missing.push(("mean_ci95", too_few(2))),
        Some(_) => {}
    }
    missing
}
