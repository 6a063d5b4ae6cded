//! What remains of the year's verdicts when they are taken as one family: for the method note alone, no verdict depends on it.

use super::distribution::{normal, student};
use super::finding::GoalFinding;
use super::multiplicity::holm;
use super::proportion::as_real;
use super::publishable::Publishable;
use crate::charter::Verdict;

/// The error that the rule of verdicts allows on either side.
const ERROR: f64 = 0.05;

/// A goal that was judged from a sample, with how easily chance alone would put its value so far on its side of the target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FamilyGoal<'f> {
    /// The goal.
    pub goal: &'f GoalFinding,
    /// One-sided: of a share by the score test that Wilson's bound turns round, of a mean by Student's t.
    pub p: f64,
    /// The same adjusted for the number of goals in the family (Holm 1979).
    pub p_holm: f64,
}

impl FamilyGoal<'_> {
    /// Whether its verdict says more than that the figures do not tell.
    pub fn is_decided(&self) -> bool {
        !matches!(self.goal.verdict, Verdict::NotDemonstrable(_))
    }

    /// Whether it would still say so with an error of 5 % for all verdicts together.
    pub fn stays_decided(&self) -> bool {
        self.is_decided() && self.p_holm <= ERROR
    }
}

impl Publishable {
    /// The goals judged from samples, in the order of the charter; empty where there are fewer than two, which are no family.
    pub fn goal_family(&self) -> Vec<FamilyGoal<'_>> {
        let told = self.goals().iter().filter(|goal| !goal.is_on_few() && goal.base >= goal.standard.minimum_base);
        let judged: Vec<(&GoalFinding, f64)> = told.filter_map(|goal| Some((goal, probability(goal)?))).collect();
        if judged.len() < 2 {
            return Vec::new();
        }
        let adjusted = holm(&judged.iter().map(|(_, p)| *p).collect::<Vec<_>>());
        judged.into_iter().zip(adjusted).map(|((goal, p), p_holm)| FamilyGoal { goal, p, p_holm }).collect()
    }
}

/// How easily chance would put the value so far from the target; `None` where nothing was estimated.
fn probability(goal: &GoalFinding) -> Option<f64> {
    let (value, bounds) = (goal.value?, goal.bounds?);
    let base = goal.effective_base.unwrap_or_else(|| as_real(goal.base));
    let away = (value - goal.target).abs();
    if goal.standard.is_share() {
        let error = (goal.target * (1.0 - goal.target) / base).sqrt();
        return Some(if away == 0.0 { 0.5 } else { normal::upper_tail(away / error) });
    }
    // The bound that decides is one-sided: its distance tells the standard error, and what the sample can have missed with it.
    let reach = if value >= goal.target { value - bounds.lower } else { bounds.upper - value };
    let freedom = base - 1.0;
    let error = reach / student::quantile(1.0 - ERROR, freedom);
    let p = student::two_sided(away / error, freedom) / 2.0;
    Some(if p.is_nan() { 0.5 } else { p })
}

#[cfg(test)]
mod tests {
    use super::super::example::{code, form, staff_rows};
    use super::super::{Agreed, study};
    use super::*;
    use crate::charter::{Indicator, Standard, Statistic};
    use crate::form::{Layout, Polarity};
    use crate::response::{Table, tally};

    /// 82 of 100 satisfied (4 and 5 of 5), judged by these targets.
    fn judged(promises: &[(Statistic, f64)]) -> Publishable {
        let form = form(Polarity::HigherIsBetter);
        let layout = Layout::of(&form);
        let rows = staff_rows(&layout, "web", 1, &[(2, 6), (3, 12), (4, 44), (5, 38)]);
        let counted = tally(&form, &Table::new(layout.clone(), rows), &[]);
        let promise = |(at, (statistic, target)): (usize, &(Statistic, f64))| {
            let indicator = Indicator::Survey { item: code("staff"), statistic: *statistic };
            Standard::of(code(&format!("promise_{at}")), indicator, *target)
        };
        let standards = promises.iter().enumerate().map(promise).collect();
        Publishable::suppress(study(&form, &layout, &counted, &Agreed { standards, ..Agreed::default() }), 5)
    }

    #[test]
    fn the_probability_is_the_one_that_the_bounds_turn_round() {
        // The upper tails of z = .07 / sqrt(.75 * .25 / 100), and of t = .14 / (s / 10) with 99 degrees of freedom and s of 4.14,
        // 0.85304: by integration in double precision.
        let found = judged(&[(Statistic::SatisfiedShare, 0.75), (Statistic::Mean, 4.0)]);
        let family = found.goal_family();
        assert!((family[0].p / 0.052_984_404_563_601_16 - 1.0).abs() < 1e-11, "{}", family[0].p);
        assert!((family[1].p / 0.051_965_669_908_548 - 1.0).abs() < 1e-8, "{}", family[1].p);
        assert!(family.iter().all(|member| !member.is_decided()), "as the verdicts say");
    }

    #[test]
    fn a_verdict_is_decided_exactly_where_its_own_probability_is_small() {
        for target in [0.6, 0.7, 0.74, 0.75, 0.76, 0.82, 0.86, 0.88, 0.9] {
            let found = judged(&[(Statistic::SatisfiedShare, target), (Statistic::Mean, 3.0)]);
            let family = found.goal_family();
            assert_eq!(family[0].is_decided(), family[0].p <= ERROR, "{target}: {}", family[0].p);
        }
    }

    #[test]
    fn taken_together_a_near_verdict_may_not_stay() {
        // Alone .72 is reached (p = .0130); among five of which it is the largest it counts alone, as the smallest five times.
        let with_others = |others: f64| {
            let mut promises = vec![(Statistic::SatisfiedShare, 0.75 - 0.015)];
            promises.extend([others; 4].map(|target| (Statistic::SatisfiedShare, target)));
            judged(&promises)
        };
        let (far, near) = (with_others(0.5), with_others(0.82));
        let first = |found: &Publishable| {
            let family = found.goal_family();
            (family[0].is_decided(), family[0].stays_decided())
        };
        assert_eq!((first(&far), first(&near)), ((true, true), (true, false)));
    }

    #[test]
    fn one_goal_is_no_family() {
        assert_eq!(judged(&[(Statistic::SatisfiedShare, 0.5)]).goal_family(), []);
    }
}
