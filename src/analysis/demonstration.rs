//! How many cases must be looked at so that a promise about a share can be demonstrated: test calls, letters, opening days.
//!
//! A share found above the target demonstrates nothing by itself; the verdict asks for its lower bound. So the number of cases
//! decides how many of them may fail, and how often an office that keeps its promise can show it.

use super::distribution::beta;
use super::groups::Tables;
use super::proportion::{as_real, share_finding};
use super::verdict_error::first;
use crate::charter::{Direction, Verdict, judge};

/// The most cases that are thought of where the universe sets no bound.
pub const MOST_CASES: u64 = 100_000;

/// A promise about a share of cases, judged from a sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SharePromise {
    /// The share promised, from 0 to 1.
    pub target: f64,
    /// `AtLeast`: so many cases hold, and one that does not fails. `AtMost`: no more than so many fail.
    pub direction: Direction,
    /// All cases of the year, where known: they are looked at without putting any back.
    pub universe: Option<u64>,
    /// The cases under which no verdict is given; 0 for none.
    pub minimum_base: u64,
}

/// A number of cases, and how many of them may fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The most that may fail.
    pub failures: u64,
    /// The fewest cases with which the promise is then demonstrated.
    pub cases: u64,
}

impl SharePromise {
    /// The fewest cases that demonstrate the promise where so many fail: the rule of verdicts, a one-sided 95 % bound by Wilson.
    /// `None` where no number up to [`MOST_CASES`], or up to the universe, does.
    pub fn cases_needed(&self, failures: u64) -> Option<u64> {
        let most = self.most_cases();
        let needed = first(most, |cases| cases > 0 && cases >= failures && self.is_reached(failures, cases));
        (needed <= most).then_some(needed)
    }

    /// The most that may fail among so many cases; `None` where the promise is not demonstrated even if none fails.
    pub fn failures_allowed(&self, cases: u64) -> Option<u64> {
        first(cases, |failures| !self.is_reached(failures, cases)).checked_sub(1).map(|most| most.min(cases))
    }

    /// For 0, 1, 2, ... failures the cases needed, as far as they can be had.
    pub fn steps(&self) -> impl Iterator<Item = Step> {
        let promise = *self;
        (0..).map_while(move |failures| promise.cases_needed(failures).map(|cases| Step { failures, cases }))
    }

    /// The probability that so many cases demonstrate the promise, where `supposed` is the true share (of what the promise is
    /// about: of cases that hold, or of failures). Binomial; hypergeometric where the universe is known, of which the nearest
    /// whole number of cases fails.
    pub fn chance(&self, cases: u64, supposed: f64) -> f64 {
        let Some(allowed) = self.failures_allowed(cases) else { return 0.0 };
        let failing = match self.direction {
            Direction::AtLeast => 1.0 - supposed,
            Direction::AtMost => supposed,
        };
        if allowed >= cases {
            return 1.0;
        }
        match self.universe {
            Some(universe) if cases <= universe => at_most_of(allowed, cases, failing, universe),
            _ => beta::tails(as_real(allowed + 1), as_real(cases - allowed), failing, 1.0 - failing).upper,
        }
    }

    /// The fewest cases with which a promise is demonstrated with this probability at least, where `supposed` is the true share.
    /// Between one step and the next a further case adds only one that may fail, so that none but the steps come into question.
    /// `None` where none up to [`MOST_CASES`], or the universe, gives it.
    pub fn cases_for(&self, supposed: f64, chance: f64) -> Option<Step> {
        // From step to step the chance rises, but for the rounding to whole cases, which never goes back so far.
        const ROUNDING: u64 = 30;
        let step = |failures| self.cases_needed(failures).map(|cases| Step { failures, cases });
        let gives = |failures| step(failures).is_some_and(|step| self.chance(step.cases, supposed) >= chance);
        let most = self.failures_allowed(self.most_cases())?;
        let found = first(most, gives);
        (found.saturating_sub(ROUNDING)..=found).find(|failures| gives(*failures)).and_then(step)
    }

    fn most_cases(&self) -> u64 {
        self.universe.unwrap_or(MOST_CASES)
    }

    fn is_reached(&self, failures: u64, cases: u64) -> bool {
        let count = match self.direction {
            Direction::AtLeast => cases - failures,
            Direction::AtMost => failures,
        };
        let found = share_finding(count, cases, self.universe);
        let verdict = found.and_then(|found| judge(found.bounds, self.target, self.direction));
        cases >= self.minimum_base && verdict == Some(Verdict::Reached)
    }
}

/// The probability that at most so many of the cases drawn from the universe fail, where a share of it does.
fn at_most_of(allowed: u64, cases: u64, failing: f64, universe: u64) -> f64 {
    let (drawn, all) = (as_real(cases), as_real(universe));
    let bad = (failing.clamp(0.0, 1.0) * all).round();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A whole number between 0 and the universe.
    let (bad, least) = (bad as u64, (drawn + bad - all).max(0.0) as u64);
    if allowed >= bad {
        return 1.0;
    }
    if allowed < least {
        return 0.0;
    }
    let (others, missed) = (cases - least, bad - least);
    Tables::like([least, others, missed, universe - least - others - missed]).spread(0.0).below(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn promise(target: f64) -> SharePromise {
        SharePromise { target, direction: Direction::AtLeast, universe: None, minimum_base: 0 }
    }

    fn steps(promise: SharePromise, many: usize) -> Vec<u64> {
        promise.steps().take(many).map(|step| step.cases).collect()
    }

    #[test]
    fn fifty_two_of_fifty_two_calls_demonstrate_a_promise_of_ninety_five_in_a_hundred() {
        assert_eq!(promise(0.95).cases_needed(0), Some(52));
        assert_eq!((promise(0.95).failures_allowed(51), promise(0.95).failures_allowed(52)), (None, Some(0)));
    }

    #[test]
    fn the_steps_are_those_of_the_score_test_solved_by_hand() {
        // Of n cases f fail: n (1 - T) - f >= z sqrt(n T (1 - T)), a square equation in sqrt(n); R.
        for (target, expected) in [
            (0.5, [3, 7, 9, 12, 15, 17, 20, 22]),
            (0.8, [11, 20, 28, 35, 42, 48, 55, 61]),
            (0.9, [25, 42, 58, 72, 86, 100, 113, 126]),
            (0.95, [52, 87, 118, 147, 175, 202, 229, 255]),
            (0.99, [268, 446, 602, 748, 888, 1_024, 1_157, 1_288]),
        ] {
            assert_eq!(steps(promise(target), expected.len()), expected, "{target}");
            let turned = SharePromise { direction: Direction::AtMost, ..promise(1.0 - target) };
            assert_eq!(steps(turned, expected.len()), expected, "at most {}", 1.0 - target);
        }
    }

    #[test]
    fn a_case_more_than_needed_changes_nothing_and_one_fewer_everything() {
        for target in [0.5, 0.8, 0.9, 0.99] {
            for step in promise(target).steps().take(40) {
                assert_eq!(promise(target).failures_allowed(step.cases), Some(step.failures), "{target} {step:?}");
                let before = promise(target).failures_allowed(step.cases - 1);
                assert_eq!(before, step.failures.checked_sub(1), "{target} {step:?}");
            }
        }
    }

    #[test]
    fn the_chance_is_the_binomial_one() {
        // pbinom(failures allowed, n, 1 - p) in R
        for (target, cases, supposed, expected) in [
            (0.95, 52, 0.99, 0.592_966_446_401_499_4),
            (0.95, 300, 0.98, 0.849_332_897_389_808_2),
            (0.8, 1_000, 0.81, 0.199_321_220_696_391_3),
            (0.9, 20_000, 0.905, 0.769_445_838_918_019),
            (0.5, 100_000, 0.503, 0.598_640_655_201_730_7),
            (0.95, 100_000, 0.951, 0.422_443_629_198_014_8),
            (0.95, 400, 0.9, 7.150_534_521_771_649e-8),
        ] {
            let found = promise(target).chance(cases, supposed);
            assert!((found - expected).abs() <= 1e-11 * expected, "{target} {cases} {supposed}: {found:e}");
            let turned = SharePromise { direction: Direction::AtMost, ..promise(1.0 - target) }.chance(cases, 1.0 - supposed);
            assert!((turned - expected).abs() <= 1e-9 * expected, "at most: {turned:e} instead of {expected:e}");
        }
    }

    #[test]
    fn of_a_known_universe_the_chance_is_the_hypergeometric_one() {
        // phyper(failures allowed, K, N - K, n) in R
        for (target, cases, supposed, universe, expected) in [
            (0.95, 52, 0.99, 500, 0.576_136_538_498_519_9),
            (0.95, 100, 0.98, 400, 0.364_719_392_857_968_1),
            (0.8, 1_000, 0.81, 5_000, 0.222_519_261_051_852_1),
            (0.9, 20_000, 0.903, 60_000, 0.541_300_848_586_111_5),
            (0.95, 60_000, 0.951, 100_000, 0.553_170_520_367_189_6),
        ] {
            let found = SharePromise { universe: Some(universe), ..promise(target) }.chance(cases, supposed);
            assert!((found - expected).abs() <= 1e-11 * expected, "{target} {cases} {supposed} {universe}: {found:e}");
        }
    }

    #[test]
    fn a_known_universe_asks_for_fewer_cases_and_all_of_them_always_decide() {
        let of = |universe| SharePromise { universe: Some(universe), ..promise(0.95) };
        assert!(steps(of(200), 5).iter().zip(steps(promise(0.95), 5)).all(|(finite, endless)| *finite < endless));
        assert_eq!(of(40).failures_allowed(40), Some(2), "38 of 40 are 95 in a hundred");
        assert_eq!((of(40).cases_needed(2), of(40).cases_needed(3)), (Some(40), None));
        assert_eq!((of(40).chance(40, 0.95), of(40).chance(40, 0.925)), (1.0, 0.0));
    }

    #[test]
    fn the_cases_that_give_a_chance_give_it_and_no_step_before_does() {
        for (target, supposed, chance) in
            [(0.9, 0.95, 0.8), (0.95, 0.99, 0.9), (0.8, 0.83, 0.7), (0.5, 0.6, 0.95), (0.7, 0.71, 0.2)]
        {
            let own = promise(target);
            let found = own.cases_for(supposed, chance).unwrap();
            assert!(own.chance(found.cases, supposed) >= chance);
            assert!((1..found.cases).all(|cases| own.chance(cases, supposed) < chance), "{target} {found:?}");
        }
        let own = promise(0.9);
        assert_eq!(own.cases_for(0.9, 0.8), None, "at the target itself no number of cases is enough");
        assert_eq!(own.cases_for(1.0, 1.0), Some(Step { failures: 0, cases: own.cases_needed(0).unwrap() }));
    }

    #[test]
    fn no_verdict_is_given_below_the_smallest_base() {
        let own = SharePromise { minimum_base: 60, ..promise(0.95) };
        assert_eq!(steps(own, 3), [60, steps(promise(0.95), 3)[1], steps(promise(0.95), 3)[2]]);
        assert_eq!((own.failures_allowed(59), own.chance(59, 1.0)), (None, 0.0));
    }

    #[test]
    fn what_cannot_be_demonstrated_has_no_number_of_cases() {
        assert_eq!(promise(1.0).cases_needed(0), None);
        assert_eq!(promise(f64::NAN).cases_needed(0), None);
        assert_eq!(SharePromise { direction: Direction::AtMost, ..promise(0.0) }.cases_needed(0), None);
        assert_eq!(SharePromise { universe: Some(30), ..promise(1.0) }.cases_needed(0), Some(30), "but for all cases there are");
        assert_eq!(promise(0.95).chance(0, 1.0), 0.0);
    }
}
