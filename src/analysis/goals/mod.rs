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

mod evidence;

use super::ItemFigure;
use super::finding::{GoalFinding, ItemFinding, PreviousGoal, Sample};
use super::goal_change;
use super::proportion::as_real;
use super::reading::Reading;
use super::study::Agreed;
use crate::charter::{Bounds, Direction, Indicator, Standard, Verdict, Why, judge};
use crate::survey::Weighting;
use crate::text::Code;
use evidence::{Evidence, Spread};
use std::collections::BTreeMap;

/// No office collects more answers than this: a value that needs more is as good as the target itself.
pub const MOST_NEEDED: u64 = 1_000_000;

/// What was found of a goal in an earlier edition.
#[derive(Clone, Debug, PartialEq)]
pub struct PastGoal {
    /// The standard's code.
    pub standard: Code,
    /// How it was measured then: [`Indicator::mark`].
    pub mark: String,
    /// What was found.
    pub found: PreviousGoal,
}

impl PastGoal {
    /// What a later edition needs of a goal's finding; `None` where nothing was measured.
    pub fn of(goal: &GoalFinding) -> Option<Self> {
        let found = PreviousGoal { value: goal.value?, base: goal.base, verdict: goal.verdict };
        Some(Self { standard: goal.standard.code.clone(), mark: goal.standard.indicator.mark(), found })
    }
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
pub fn judge_all(
    readings: &BTreeMap<Code, Reading>,
    plan: &Agreed,
    (figures, items): (&[ItemFigure], &[ItemFinding]),
    sample: &Sample,
) -> Vec<GoalFinding> {
    plan.standards
        .iter()
        .map(|standard| {
            let evidence = evidence::find(standard, readings, plan, (figures, items), sample);
            find_goal(standard, evidence, plan, sample, find_previous(standard, readings, plan))
        })
        .collect()
}

fn find_goal(
    standard: &Standard,
    evidence: Result<Evidence, Why>,
    plan: &Agreed,
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
    let found = evidence.ok();
    GoalFinding {
        standard: standard.clone(),
        target,
        value: found.map(|evidence| evidence.value),
        base: found.map_or(0, |evidence| evidence.base),
        bounds: found.and_then(|evidence| evidence.bounds(around.finite_universe)),
        deviation: found.map(|evidence| evidence.value - target),
        verdict: evidence.map_or_else(Verdict::NotDemonstrable, |evidence| decide(evidence, around)),
        change: found.zip(previous).map(|(evidence, before)| goal_change::find(evidence.value, evidence.known(), &before)),
        previous,
        effective_base: found.and_then(|evidence| evidence.effective_base(around.finite_universe)),
        weighting: if survey { plan.weighting } else { Weighting::None },
        caveats: Vec::new(),
    }
}

/// The verdict of the edition before: its own, else judged from its figures at its year's target. `None` where it measured
/// something else or on another scale.
fn find_previous(standard: &Standard, readings: &BTreeMap<Code, Reading>, plan: &Agreed) -> Option<PreviousGoal> {
    let own = plan.past.goals.iter().find(|goal| goal.standard == standard.code);
    let own = own.filter(|goal| goal.mark == standard.indicator.mark()).map(|goal| goal.found);
    let Indicator::Survey { item, statistic } = &standard.indicator else { return own };
    let reading = readings.get(item)?;
    let figure = plan.past.figures.iter().find(|figure| figure.item == item.as_str())?;
    if figure.asking.as_ref().is_some_and(|asking| asking.scale != reading.scale_mark()) {
        return None;
    }
    if own.is_some() {
        return own;
    }
    let evidence = evidence::of_item(*statistic, figure, reading)?;
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

fn decide(evidence: Evidence, around: Circumstances) -> Verdict {
    let Circumstances { target, direction, minimum_base, .. } = around;
    let undecided = |why| Verdict::NotDemonstrable(why);
    if matches!(evidence.spread, Spread::None) {
        let exact = Bounds { lower: evidence.value, upper: evidence.value };
        // Equal bounds never enclose a target; only a value that is no number decides nothing.
        return judge(exact, target, direction).unwrap_or(undecided(Why::NotMeasured));
    }
    if evidence.base < minimum_base {
        return undecided(Why::TooFewCases { needed: minimum_base });
    }
    let Some(bounds) = evidence.bounds(around.finite_universe) else {
        // A mean without its spread: of one case there is none; of more, or of cases said to be all alike, it was not measured.
        return undecided(if evidence.base < 2 { Why::TooFewCases { needed: minimum_base.max(2) } } else { Why::NotMeasured });
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

#[cfg(test)]
mod tests {
    use super::super::example::{code, form};
    use super::*;
    use crate::analysis::finding::ChannelSample;
    use crate::analysis::mean::Moments;
    use crate::analysis::mean_bounds::Ends;
    use crate::analysis::proportion::{ONE_SIDED_95, wilson};
    use crate::charter::{Coverage, Fact, Kept, Measure, Measurement, Statistic};
    use crate::form::{Layout, Polarity};
    use crate::survey::Channel;
    use crate::text::Texts;

    fn standard(indicator: Indicator, target: f64, direction: Direction) -> Standard {
        Standard { targets: vec![(2024, 0.5)], direction, minimum_base: 30, ..Standard::of(code("promise"), indicator, target) }
    }

    fn survey(statistic: Statistic, target: f64) -> Standard {
        standard(Indicator::Survey { item: code("staff"), statistic }, target, Direction::AtLeast)
    }

    fn figure(satisfied: u64, base: u64) -> ItemFigure {
        let (top_two, mean, deviation) = (Some(satisfied / 2), Some(3.9), Some(1.0));
        ItemFigure {
            item: "staff".to_owned(),
            base,
            satisfied: Some(satisfied),
            top_two,
            mean,
            deviation,
            asking: None,
            spread: None,
        }
    }

    fn sample(responses: u64, universe: u64) -> Sample {
        let channel = Channel::Web;
        let web = ChannelSample { channel, universe: Some(universe), invited: None, undelivered: None, responses };
        Sample { channels: vec![web], responses, universe, groups: None }
    }

    fn judged(plan: &Agreed, figures: &[ItemFigure], sample: &Sample) -> GoalFinding {
        let form = form(Polarity::HigherIsBetter);
        let reading = Reading::of(&form, Layout::of(&form).field("staff").unwrap());
        judge_all(&BTreeMap::from([(code("staff"), reading)]), plan, (figures, &[]), sample).remove(0)
    }

    fn verdict_of(standard: Standard, figure: ItemFigure, universe: u64, planned_responses: u64) -> Verdict {
        let sample = sample(figure.base, universe);
        let plan = Agreed { year: 2026, standards: vec![standard], planned_responses, ..Agreed::default() };
        judged(&plan, &[figure], &sample).verdict
    }

    #[test]
    fn the_reference_goals_have_their_verdicts_and_bounds() {
        for (count, lower, upper, decided) in [
            (150, 0.696_526_129_831_912_6, 0.796_800_289_840_699_5, None),
            (136, 0.623_652_037_578_995_2, 0.731_542_984_585_295_5, None),
            (120, 0.542_051_681_115_751_2, 0.655_278_886_753_293_7, Some(Verdict::NotReached)),
        ] {
            let plan = Agreed { year: 2026, standards: vec![survey(Statistic::SatisfiedShare, 0.7)], ..Agreed::default() };
            let found = judged(&plan, &[figure(count, 200)], &sample(200, 0));
            let bounds = found.bounds.unwrap();
            assert!((bounds.lower / lower - 1.0).abs() < 1e-10 && (bounds.upper / upper - 1.0).abs() < 1e-10);
            match decided {
                Some(verdict) => assert_eq!(found.verdict, verdict),
                None => assert!(matches!(found.verdict, Verdict::NotDemonstrable(Why::NearTarget { .. }))),
            }
        }
    }

    #[test]
    fn thirty_three_of_forty_do_not_demonstrate_eighty_per_cent_and_the_number_named_would() {
        let verdict = verdict_of(survey(Statistic::SatisfiedShare, 0.8), figure(33, 40), 10_000, 0);
        let Verdict::NotDemonstrable(Why::NearTarget { needed }) = verdict else { panic!("{verdict:?}") };
        assert_eq!(needed, 693);
        let lower = |base: u64| wilson(0.825, as_real(base), ONE_SIDED_95).lower;
        assert!(lower(needed) >= 0.8 && lower(needed - 2) < 0.8);
    }

    #[test]
    fn more_answers_than_there_are_users_decide_nothing() {
        let goal = || survey(Statistic::SatisfiedShare, 0.8);
        assert_eq!(verdict_of(goal(), figure(33, 40), 600, 0), Verdict::NotDemonstrable(Why::Undecidable { needed: 693 }));
        let exactly = verdict_of(goal(), figure(32, 40), 0, 0);
        assert_eq!(exactly, Verdict::NotDemonstrable(Why::Undecidable { needed: MOST_NEEDED }));
    }

    #[test]
    fn a_lazy_survey_is_named_as_one_and_never_excused() {
        let goal = || survey(Statistic::SatisfiedShare, 0.8);
        let few = |needed| Verdict::NotDemonstrable(Why::TooFewCases { needed });
        let below = Verdict::NotDemonstrable(Why::BelowPlan { planned: 300 });
        assert_eq!(verdict_of(goal(), figure(33, 40), 0, 300), below, "not near the target: fewer than planned");
        assert_eq!(verdict_of(goal(), figure(29, 29), 0, 0), few(30), "under the minimum base nothing is decided");
        assert_eq!(verdict_of(goal(), figure(2, 29), 0, 0), few(30));
        assert_eq!(verdict_of(goal(), figure(10, 40), 0, 300), Verdict::NotReached, "a broken promise does not hide");
        assert_eq!(verdict_of(goal(), figure(40, 40), 0, 300), Verdict::Reached);
    }

    #[test]
    fn a_mean_is_judged_by_students_bounds() {
        let reading = |mean: f64, deviation| ItemFigure { mean: Some(mean), deviation, ..figure(30, 50) };
        let goal = || survey(Statistic::Mean, 4.0);
        // qt(.95, 49) / sqrt(50) = 0.2371
        assert_eq!(verdict_of(goal(), reading(4.238, Some(1.0)), 0, 0), Verdict::Reached);
        assert_eq!(verdict_of(goal(), reading(3.762, Some(1.0)), 0, 0), Verdict::NotReached);
        let near = verdict_of(goal(), reading(4.2, Some(1.0)), 0, 0);
        assert_eq!(near, Verdict::NotDemonstrable(Why::NearTarget { needed: 70 }));
        assert_eq!(verdict_of(goal(), reading(4.9, None), 0, 0), Verdict::NotDemonstrable(Why::NotMeasured));
    }

    #[test]
    fn answers_all_alike_are_judged_by_what_the_sample_can_have_missed() {
        // 1 + 4 * .05^(1/50) = 4.767
        let alike = ItemFigure { mean: Some(5.0), deviation: Some(0.0), ..figure(50, 50) };
        let verdict = |target| verdict_of(survey(Statistic::Mean, target), alike.clone(), 0, 0);
        assert_eq!(verdict(4.76), Verdict::Reached);
        assert_eq!(verdict(4.78), Verdict::NotDemonstrable(Why::NearTarget { needed: 53 }));
        assert_eq!(verdict_of(survey(Statistic::Index, 94.5), alike.clone(), 0, 0), verdict(4.78), "in other units");
    }

    #[test]
    fn an_index_is_the_mean_in_other_units() {
        let goal = survey(Statistic::Index, 75.0);
        let plan = Agreed { year: 2026, standards: vec![goal], ..Agreed::default() };
        let found = judged(&plan, &[figure(30, 50)], &sample(50, 0));
        assert!((found.value.unwrap() - 72.5).abs() < 1e-12);
        let (index, unit) = (found.bounds.unwrap(), 25.0);
        let mean =
            Moments { base: 50, mean: 3.9, deviation: Some(1.0) }.bounds(Some(Ends { least: 1.0, most: 5.0 }), None).unwrap();
        assert!((index.lower - (mean.lower - 1.0) * unit).abs() < 1e-10);
    }

    #[test]
    fn readings_are_judged_as_what_they_are() {
        let reading = |value, cases, deviation| Measurement {
            standard: code("promise"),
            value,
            cases,
            deviation,
            note: String::new(),
            rule: String::new(),
        };
        let verdict = |measure: Measure, coverage, direction, target, reading: Measurement| {
            let reading = Measurement { rule: measure.rule(None), ..reading };
            let standards = vec![standard(Indicator::Operational { measure, coverage }, target, direction)];
            let plan = Agreed { year: 2026, standards, measurements: vec![reading], ..Agreed::default() };
            let found = judged(&plan, &[], &sample(0, 0));
            (found.verdict, found.bounds.is_some())
        };
        let days = || Measure::Mean { unit: Texts::default() };
        use Coverage::{Register, Sample};
        use Direction::{AtLeast, AtMost};
        assert_eq!(
            verdict(Measure::Share(Kept::Noted), Register, AtLeast, 0.9, reading(9.0, 10, None)),
            (Verdict::Reached, false)
        );
        assert_eq!(
            verdict(Measure::Share(Kept::Noted), Sample, AtLeast, 0.95, reading(28.0, 40, None)),
            (Verdict::NotReached, true)
        );
        assert_eq!(verdict(days(), Register, AtMost, 3.0, reading(3.1, 400, None)), (Verdict::NotReached, false));
        assert_eq!(verdict(days(), Sample, AtMost, 3.0, reading(2.0, 60, Some(1.5))), (Verdict::Reached, true));
        // Forty cases all alike: no spread to judge by, but of a register none is needed.
        let alike = || reading(2.0, 40, Some(0.0));
        let unknown = (Verdict::NotDemonstrable(Why::NotMeasured), false);
        assert_eq!(verdict(days(), Sample, AtMost, 3.0, alike()), unknown);
        assert_eq!(verdict(days(), Register, AtMost, 3.0, alike()), (Verdict::Reached, false));
        // One case with a spread, as it can be typed: no interval, and an end.
        let (one, too_few) = (reading(2.0, 1, Some(1.5)), Verdict::NotDemonstrable(Why::TooFewCases { needed: 30 }));
        assert_eq!(verdict(days(), Sample, AtMost, 3.0, one), (too_few, false));
        assert_eq!(verdict(Measure::Share(Kept::Noted), Sample, AtLeast, 0.9, reading(0.0, 0, None)), unknown);
    }

    #[test]
    fn what_the_platform_knows_is_compared_directly() {
        let fact = |fact, target| standard(Indicator::Administrative(fact), target, Direction::AtLeast);
        let judge = |standard, sample: Sample| {
            let plan = Agreed { year: 2026, standards: vec![standard], surveys_held: 1, ..Agreed::default() };
            judged(&plan, &[], &sample).verdict
        };
        assert_eq!(judge(fact(Fact::SurveysHeld, 1.0), sample(0, 0)), Verdict::Reached);
        assert_eq!(judge(fact(Fact::ShareOfUsersHeard, 0.05), sample(120, 2_400)), Verdict::Reached);
        assert_eq!(judge(fact(Fact::ShareOfUsersHeard, 0.05), sample(119, 2_400)), Verdict::NotReached);
        assert_eq!(judge(fact(Fact::ShareOfUsersHeard, 0.05), sample(120, 0)), Verdict::NotDemonstrable(Why::NotMeasured));
    }

    #[test]
    fn the_year_before_has_its_own_verdict_or_is_judged_at_its_own_target() {
        let mut plan = Agreed { year: 2025, standards: vec![survey(Statistic::SatisfiedShare, 0.8)], ..Agreed::default() };
        plan.past = super::super::Past { year: 2024, figures: vec![figure(140, 200)], ..Default::default() };
        let found = judged(&plan, &[figure(190, 200)], &sample(200, 0));
        assert_eq!(found.verdict, Verdict::Reached);
        let previous = found.previous.unwrap();
        assert_eq!((previous.value, previous.verdict), (0.7, Verdict::Reached), "the target of 2024 was 50 %");
        let own = PastGoal {
            standard: code("promise"),
            mark: plan.standards[0].indicator.mark(),
            found: PreviousGoal { value: 0.6, ..previous },
        };
        plan.past.goals = vec![own];
        assert_eq!(judged(&plan, &[figure(190, 200)], &sample(200, 0)).previous.unwrap().value, 0.6);
    }

    #[test]
    fn a_promise_measured_otherwise_before_has_no_value_of_the_year_before() {
        let days = Indicator::Operational { measure: Measure::Mean { unit: Texts::default() }, coverage: Coverage::Sample };
        let share = |coverage| Indicator::Operational { measure: Measure::Share(Kept::Noted), coverage };
        let found = PreviousGoal { value: 4.0, base: 40, verdict: Verdict::Reached };
        let previous = |before: &Indicator, now: Indicator| {
            let past = PastGoal { standard: code("promise"), mark: before.mark(), found };
            let past = super::super::Past { year: 2025, goals: vec![past], ..Default::default() };
            let standards = vec![standard(now, 0.9, Direction::AtLeast)];
            judged(&Agreed { year: 2026, standards, past, ..Agreed::default() }, &[], &sample(0, 0)).previous
        };
        assert_eq!(previous(&days, share(Coverage::Register)), None);
        assert_eq!(previous(&days, days.clone()), Some(found));
        assert_eq!(previous(&share(Coverage::Sample), share(Coverage::Register)), Some(found));
    }

    #[test]
    fn in_a_finite_universe_the_census_decides_at_the_latest() {
        let mut plan = Agreed { year: 2026, standards: vec![survey(Statistic::SatisfiedShare, 0.8)], ..Agreed::default() };
        plan.finite_universe = Some(60);
        let found = judged(&plan, &[figure(33, 40)], &sample(40, 60));
        let Verdict::NotDemonstrable(Why::NearTarget { needed }) = found.verdict else { panic!("{:?}", found.verdict) };
        assert!((41..=60).contains(&needed), "{needed}");
    }
}
