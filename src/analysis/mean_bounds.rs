//! The bounds from which a mean is judged, and the number of answers that would decide.

use super::distribution::{normal, student};
use super::finding::Interval;
use super::goals::MOST_NEEDED;
use super::mean::Moments;
use super::proportion::{ONE_SIDED_95, as_real, effective_base};
use crate::charter::Bounds;

/// The lowest and the highest value that an answer can have, in the unit of the mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ends {
    /// The lowest.
    pub least: f64,
    /// The highest.
    pub most: f64,
}

impl Moments {
    /// The one-sided 95 % bounds of the mean, from which verdicts are made; `None` for a single value, for a spread that is no
    /// number, and, where the ends of the scale are not known, for answers all alike that are not a complete count.
    ///
    /// Each is the wider of two. Student's knows only the answers seen: where nearly everybody gives the same answer, a sample
    /// often holds nothing else, and the bound then stands at the mean. The other asks what the sample can have missed: of n
    /// people drawn none is of a kind that makes up `q = 1 - .05^(1/n)` of all with a probability of 5 % (Clopper & Pearson
    /// 1934 for none of n; about 3/n, Hanley & Lippman-Hand 1983, JAMA 249, 1743-1745), so that many may stand at the end of
    /// the scale: `mean - q (mean - least)` and `mean + q (most - mean)`. In a finite universe n is the effective base.
    pub fn bounds(&self, ends: Option<Ends>, universe: Option<u64>) -> Option<Bounds> {
        let Interval { lower, upper } = self.interval(ONE_SIDED_95, universe)?;
        let worth = effective_base(self.base, universe);
        let Some(Ends { least, most }) = ends else {
            let says_something = lower < upper || worth.is_infinite();
            return says_something.then_some(Bounds { lower, upper });
        };
        let unseen = -((1.0 - ONE_SIDED_95).ln() / worth).exp_m1();
        let (below, above) = (unseen * (self.mean - least), unseen * (most - self.mean));
        Some(Bounds { lower: lower.min(self.mean - below), upper: upper.max(self.mean + above) })
    }

    /// The base at which this mean, with this spread, would lie on one side of the target for certain; infinite where it is
    /// the target itself. In a finite universe the census decides at the latest.
    pub fn needed(&self, target: f64, ends: Option<Ends>, universe: Option<u64>) -> f64 {
        let distance = (self.mean - target).abs();
        let seen = needed_of_student(self.deviation.unwrap_or(0.0) / distance);
        let room = |ends: Ends| if self.mean > target { self.mean - ends.least } else { ends.most - self.mean };
        let unseen = ends.map_or(0.0, |ends| needed_of_unseen(distance, room(ends)));
        match universe.map(as_real) {
            None => seen.max(unseen),
            Some(universe) if seen.max(unseen).is_infinite() => universe,
            Some(universe) => (seen * universe / (seen + universe)).max(unseen * universe / (unseen + universe - 1.0)),
        }
    }
}

/// Solves `1 - .05^(1/n) = distance / room`.
fn needed_of_unseen(distance: f64, room: f64) -> f64 {
    if distance >= room {
        return 0.0;
    }
    let needed = (1.0 - ONE_SIDED_95).ln() / (-distance / room).ln_1p();
    if needed.is_nan() { f64::INFINITY } else { needed }
}

/// Solves `n = (t(n - 1) * ratio)^2` from the normal quantile upwards, where `ratio` is deviation over distance.
fn needed_of_student(ratio: f64) -> f64 {
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

#[cfg(test)]
mod tests {
    use super::*;

    const FIVE: Option<Ends> = Some(Ends { least: 1.0, most: 5.0 });

    fn of(base: u64, mean: f64, deviation: f64) -> Moments {
        Moments { base, mean, deviation: Some(deviation) }
    }

    fn agree(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-12 * expected.abs(), "{found} instead of {expected}");
    }

    #[test]
    fn answers_that_lie_apart_are_bounded_by_students() {
        // qt(.95, 49) / sqrt(50)
        let reach = 1.676_550_892_616_855_6 / 50_f64.sqrt();
        let found = of(50, 3.9, 1.0).bounds(FIVE, None).unwrap();
        agree(found.lower, 3.9 - reach);
        agree(found.upper, 3.9 + reach);
        assert_eq!(of(50, 3.9, 1.0).bounds(None, None), Some(found));
    }

    #[test]
    fn answers_all_alike_say_no_more_than_that_others_are_few() {
        // All of twenty at the best point: none of 13.9 % of all is among them once in twenty times, 1 - .05^(1/20).
        let found = of(20, 5.0, 0.0).bounds(FIVE, None).unwrap();
        agree(found.lower, 5.0 - 4.0 * (1.0 - 0.05_f64.powf(0.05)));
        agree(found.upper, 5.0);
        let inside = of(20, 4.0, 0.0).bounds(FIVE, None).unwrap();
        assert!(inside.lower < 4.0 && inside.upper > 4.0, "on both sides");
        let backwards = of(20, 1.0, 0.0).bounds(FIVE, None).unwrap();
        agree(backwards.upper, 6.0 - found.lower);
    }

    #[test]
    fn one_answer_apart_from_all_others_does_not_make_the_bound_narrow() {
        // 49 at 5 and one at 4: Student's bound is 4.946.
        let found = Moments::of(&[(4, 1), (5, 49)]).unwrap().bounds(FIVE, None).unwrap();
        agree(found.lower, 4.98 - 3.98 * (1.0 - 0.05_f64.powf(0.02)));
    }

    #[test]
    fn no_spread_on_a_scale_without_ends_bounds_nothing_but_a_complete_count() {
        assert_eq!(of(40, 3.0, 0.0).bounds(None, None), None);
        assert_eq!(of(40, 3.0, 0.0).bounds(None, Some(400)), None);
        for ends in [None, FIVE] {
            for deviation in [0.0, 1.0] {
                assert_eq!(of(40, 3.0, deviation).bounds(ends, Some(40)), Some(Bounds { lower: 3.0, upper: 3.0 }));
            }
        }
    }

    #[test]
    fn a_finite_universe_narrows_the_bounds_and_more_answers_too() {
        let lower = |base, universe| of(base, 5.0, 0.0).bounds(FIVE, universe).unwrap().lower;
        assert!(lower(20, None) < lower(20, Some(100)) && lower(20, Some(100)) < lower(60, Some(100)));
        agree(lower(60, Some(100)), 5.0 - 4.0 * (1.0 - 0.05_f64.powf(40.0 / (60.0 * 99.0))));
    }

    #[test]
    fn the_number_named_decides_and_two_fewer_do_not() {
        for (mean, deviation, target, universe) in [
            (5.0, 0.0, 4.5, None),
            (4.98, 0.14, 4.9, None),
            (4.2, 1.0, 4.0, None),
            (1.1, 0.3, 1.2, None),
            (5.0, 0.0, 4.5, Some(60)),
            (4.2, 1.0, 4.0, Some(300)),
        ] {
            let needed = of(20, mean, deviation).needed(target, FIVE, universe);
            let decided = |more: f64| {
                let base = (2..).find(|base| as_real(*base) >= needed + more).unwrap();
                let found = of(base, mean, deviation).bounds(FIVE, universe).unwrap();
                found.lower >= target || found.upper < target
            };
            assert!(decided(0.02) && !decided(-3.0), "{mean} {target} {universe:?}: {needed}");
        }
        assert_eq!(of(20, 4.0, 0.0).needed(4.0, FIVE, None), f64::INFINITY);
        assert!((of(20, 4.0, 0.0).needed(4.0, FIVE, Some(80)) - 80.0).abs() < 1e-12, "the census decides");
        assert!(of(20, 5.0, 0.0).needed(0.5, FIVE, None) < 1.0, "a target that is not on the scale");
    }
}
