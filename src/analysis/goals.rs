//! Each goal's one verdict.
//!
//! The order in which a verdict is sought, so that none rewards a lazy survey:
//!
//! 1. Nothing measured: not demonstrable.
//! 2. A complete register or a fact of the platform: compared directly.
//! 3. Fewer cases than the standard's minimum base: not demonstrable, whatever the bounds say.
//! 4. The one-sided 95 % bounds lie on one side of the target: reached or not reached. Fewer answers than planned do not undo
//!    this: they have widened the bounds already, and a promise shown to be broken must not hide behind a thin survey.
//! 5. The bounds enclose the target and the office collected less than it planned: that is the reason given, not
//!    "close to the target", which would excuse it.
//! 6. Else the number of answers that would decide, or that no number of this office's users would.

use super::finding::{GoalFinding, Interval, PreviousGoal, Sample};
use super::mean::{Moments, Range};
use super::proportion::{ONE_SIDED_95, as_real, effective_base, wilson};
use super::study::Plan;
use super::{ItemFigure, normal, student};
use crate::charter::{
    Bounds, Coverage, Direction, Fact, Indicator, Measure, Measurement, Standard, Statistic, Verdict, Why, judge,
};
use crate::text::Code;
use std::collections::BTreeMap;

/// More answers than this decide nothing anywhere.
pub const MOST_NEEDED: u64 = 1_000_000_000;

/// What was found of a goal in an earlier edition.
#[derive(Clone, Debug, PartialEq)]
pub struct PastGoal {
    /// The standard's code.
    pub standard: Code,
    /// What was found.
    pub found: PreviousGoal,
}

impl PastGoal {
    /// What a later edition needs of a goal's finding; `None` where nothing was measured.
    pub fn of(goal: &GoalFinding) -> Option<Self> {
        let found = PreviousGoal { value: goal.value?, base: goal.base, verdict: goal.verdict };
        Some(Self { standard: goal.standard.code.clone(), found })
    }
}

/// What speaks for or against a promise.
#[derive(Clone, Copy, Debug)]
struct Evidence {
    value: f64,
    base: u64,
    spread: Spread,
}

/// How uncertain it is.
#[derive(Clone, Copy, Debug)]
enum Spread {
    /// A register or a fact.
    None,
    /// A share of a sample.
    Share,
    /// A mean of a sample, with the standard deviation of the cases in the target's unit.
    Mean(Option<f64>),
}

/// What a verdict depends on besides the evidence.
#[derive(Clone, Copy, Debug)]
struct Circumstances {
    target: f64,
    direction: Direction,
    minimum_base: u64,
    /// The responses planned, where fewer came in.
    missed_plan: Option<u64>,
    /// The users there are, where known.
    users: Option<u64>,
    /// The universe the bounds are corrected for, where that was asked.
    finite_universe: Option<u64>,
}

/// The verdict on every standard of the plan, in its order.
pub fn judge_all(ranges: &BTreeMap<Code, Range>, plan: &Plan, figures: &[ItemFigure], sample: &Sample) -> Vec<GoalFinding> {
    plan.standards
        .iter()
        .map(|standard| {
            let evidence = find_evidence(standard, ranges, plan, figures, sample);
            find_goal(standard, evidence, plan, sample, find_previous(standard, ranges, plan))
        })
        .collect()
}

fn find_goal(
    standard: &Standard,
    evidence: Option<Evidence>,
    plan: &Plan,
    sample: &Sample,
    previous: Option<PreviousGoal>,
) -> GoalFinding {
    let survey = matches!(standard.indicator, Indicator::Survey { .. });
    let target = standard.target_in(plan.year);
    let around = Circumstances {
        target,
        direction: standard.direction,
        minimum_base: standard.minimum_base,
        missed_plan: (survey && sample.responses < plan.planned_responses).then_some(plan.planned_responses),
        users: (survey && sample.universe > 0).then_some(sample.universe),
        finite_universe: plan.finite_universe.filter(|_| survey),
    };
    GoalFinding {
        standard: standard.clone(),
        target,
        direction: standard.direction,
        value: evidence.map(|evidence| evidence.value),
        base: evidence.map_or(0, |evidence| evidence.base),
        bounds: evidence.and_then(|evidence| evidence.bounds(around.finite_universe)),
        deviation: evidence.map(|evidence| evidence.value - target),
        verdict: evidence.map_or(Verdict::NotDemonstrable(Why::NotMeasured), |evidence| decide(evidence, around)),
        previous,
    }
}

fn find_evidence(
    standard: &Standard,
    ranges: &BTreeMap<Code, Range>,
    plan: &Plan,
    figures: &[ItemFigure],
    sample: &Sample,
) -> Option<Evidence> {
    match &standard.indicator {
        Indicator::Survey { item, statistic } => {
            let figure = figures.iter().find(|figure| figure.item == item.as_str())?;
            evidence_of_item(*statistic, figure, ranges.get(item).copied())
        }
        Indicator::Operational { measure, coverage } => {
            let reading = plan.measurements.iter().find(|reading| reading.standard == standard.code)?;
            evidence_of_reading(measure, *coverage, reading)
        }
        Indicator::Administrative(Fact::SurveysHeld) => {
            let held = plan.surveys_held;
            Some(Evidence { value: as_real(held), base: held, spread: Spread::None })
        }
        Indicator::Administrative(Fact::ShareOfUsersHeard) => (sample.universe > 0).then(|| Evidence {
            value: as_real(sample.responses) / as_real(sample.universe),
            base: sample.responses,
            spread: Spread::None,
        }),
    }
}

fn evidence_of_item(statistic: Statistic, figure: &ItemFigure, range: Option<Range>) -> Option<Evidence> {
    let base = figure.base;
    let share = |count: u64| Evidence { value: as_real(count) / as_real(base), base, spread: Spread::Share };
    match statistic {
        _ if base == 0 => None,
        Statistic::SatisfiedShare => figure.satisfied.map(share),
        Statistic::TopTwoShare => figure.top_two.map(share),
        Statistic::Mean => Some(Evidence { value: figure.mean?, base, spread: Spread::Mean(figure.deviation) }),
        Statistic::Index => {
            let range = range?;
            let deviation = figure.deviation.map(|deviation| deviation * range.index_per_unit());
            Some(Evidence { value: range.index(figure.mean?), base, spread: Spread::Mean(deviation) })
        }
    }
}

fn evidence_of_reading(measure: &Measure, coverage: Coverage, reading: &Measurement) -> Option<Evidence> {
    let base = reading.cases;
    let (value, spread) = match measure {
        Measure::Share if base == 0 => return None,
        Measure::Share => (reading.value / as_real(base), Spread::Share),
        Measure::Mean { .. } => (reading.value, Spread::Mean(reading.deviation)),
    };
    let spread = if coverage == Coverage::Register { Spread::None } else { spread };
    Some(Evidence { value, base, spread })
}

/// The verdict of the edition before: its own, else judged from its figures at its year's target.
fn find_previous(standard: &Standard, ranges: &BTreeMap<Code, Range>, plan: &Plan) -> Option<PreviousGoal> {
    if let Some(goal) = plan.past.goals.iter().find(|goal| goal.standard == standard.code) {
        return Some(goal.found);
    }
    let Indicator::Survey { item, statistic } = &standard.indicator else { return None };
    let figure = plan.past.figures.iter().find(|figure| figure.item == item.as_str())?;
    let evidence = evidence_of_item(*statistic, figure, ranges.get(item).copied())?;
    let around = Circumstances {
        target: standard.target_in(plan.past.year),
        direction: standard.direction,
        minimum_base: standard.minimum_base,
        missed_plan: None,
        users: None,
        finite_universe: None,
    };
    Some(PreviousGoal { value: evidence.value, base: evidence.base, verdict: decide(evidence, around) })
}

impl Evidence {
    /// The one-sided 95 % bounds; `None` where the evidence is exact or a single case says nothing of the spread.
    fn bounds(&self, universe: Option<u64>) -> Option<Bounds> {
        match self.spread {
            Spread::None => None,
            Spread::Share => {
                let worth = effective_base(self.base, universe);
                let exact = Interval { lower: self.value, upper: self.value };
                let found = if worth.is_infinite() { exact } else { wilson(self.value, worth, ONE_SIDED_95) };
                Some(Bounds { lower: found.lower, upper: found.upper })
            }
            Spread::Mean(deviation) => Moments { base: self.base, mean: self.value, deviation }.bounds(universe),
        }
    }

    /// The base at which this value would decide; infinite where the value is the target itself.
    fn needed(&self, target: f64, universe: Option<u64>) -> f64 {
        let distance = (self.value - target).abs();
        let unlimited = match self.spread {
            Spread::None => 0.0,
            // The score test that Wilson's bound inverts.
            Spread::Share => normal::quantile(ONE_SIDED_95).powi(2) * target * (1.0 - target) / (distance * distance),
            Spread::Mean(deviation) => needed_for_mean(deviation.unwrap_or(0.0) / distance),
        };
        match (universe, self.spread) {
            // The census decides at the latest.
            (Some(universe), _) if !unlimited.is_finite() => as_real(universe),
            (Some(universe), Spread::Share) => unlimited * as_real(universe) / (unlimited + as_real(universe) - 1.0),
            (Some(universe), _) => unlimited * as_real(universe) / (unlimited + as_real(universe)),
            (None, _) => unlimited,
        }
    }
}

/// Solves `n = (t(n - 1) * ratio)^2` from the normal quantile upwards, where `ratio` is deviation over distance.
fn needed_for_mean(ratio: f64) -> f64 {
    let mut needed = (normal::quantile(ONE_SIDED_95) * ratio).powi(2);
    if needed.is_nan() || needed > as_real(MOST_NEEDED) {
        return f64::INFINITY;
    }
    for _ in 0..50 {
        let better = (student::quantile(ONE_SIDED_95, (needed - 1.0).max(1.0)) * ratio).powi(2);
        if (better - needed).abs() < 0.01 {
            return better;
        }
        needed = better;
    }
    needed
}

fn decide(evidence: Evidence, around: Circumstances) -> Verdict {
    let Circumstances { target, direction, minimum_base, .. } = around;
    let undecided = |why| Verdict::NotDemonstrable(why);
    if matches!(evidence.spread, Spread::None) {
        let exact = Bounds { lower: evidence.value, upper: evidence.value };
        // Equal bounds never enclose a target; only a value that is no number decides nothing.
        return judge(exact, target, direction).unwrap_or(undecided(Why::NotMeasured));
    }
    if evidence.base < minimum_base {
        return undecided(Why::BelowPlan { planned: minimum_base });
    }
    let Some(bounds) = evidence.bounds(around.finite_universe) else {
        // A mean without its spread: of one case there is none; of more it was not measured.
        return undecided(if evidence.base < 2 { Why::BelowPlan { planned: minimum_base.max(2) } } else { Why::NotMeasured });
    };
    if let Some(verdict) = judge(bounds, target, direction) {
        return verdict;
    }
    if let Some(planned) = around.missed_plan {
        return undecided(Why::BelowPlan { planned });
    }
    let needed = whole_number(evidence.needed(target, around.finite_universe));
    let out_of_reach = needed >= MOST_NEEDED || around.users.is_some_and(|users| needed > users);
    undecided(if out_of_reach { Why::Undecidable { needed } } else { Why::NearTarget { needed } })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Bounded on both sides first.
fn whole_number(needed: f64) -> u64 {
    if needed.is_nan() || needed >= as_real(MOST_NEEDED) { MOST_NEEDED } else { needed.max(0.0).ceil() as u64 }
}
