//! The difference of two shares.

use super::two_by_two::ChiSquare;
use crate::analysis::finding::Interval;
use crate::analysis::mean::real;
use crate::analysis::obstacle::Obstacle;
use crate::analysis::proportion::{ONE_SIDED_95, TWO_SIDED_95, as_real, wilson};

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// How many.
    pub count: u64,
    /// Of how many; not 0.
    pub base: u64,
}

/// Two shares of independent groups compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwoProportions {
    /// The first share less the second.
    pub difference: f64,
    /// The 95 % interval of the difference.
    pub interval: Interval,
    /// Its 90 % interval: two one-sided bounds of 95 %.
    pub bounds: Interval,
    /// The pooled chi-square test without continuity correction; `None` where all or none of both groups are counted.
    pub test: Option<ChiSquare>,
}

/// Compares `(count, base)` of one group with that of another: R's `prop.test(correct = FALSE)`, and [`newcombe`].
///
/// # Errors
/// [`Obstacle::TooFewAnswers`] where a base is 0.
pub fn two_proportions(first: (u64, u64), second: (u64, u64)) -> Result<TwoProportions, Obstacle> {
    if first.1 == 0 || second.1 == 0 {
        return Err(Obstacle::TooFewAnswers { found: 0, needed: 1 });
    }
    let (one, other) = (Fraction { count: first.0, base: first.1 }, Fraction { count: second.0, base: second.1 });
    let crossed = |of: Fraction, with: Fraction| i128::from(of.count) * i128::from(with.base);
    let excess = real(crossed(one, other) - crossed(other, one));
    let bases = as_real(one.base) * as_real(other.base);
    let (counted, base) = (one.count + other.count, one.base + other.base);
    let x2 = excess * (excess / bases) * as_real(base) / (as_real(counted) * as_real(base - counted));
    Ok(TwoProportions {
        difference: excess / bases,
        interval: newcombe(one, other, TWO_SIDED_95),
        bounds: newcombe(one, other, ONE_SIDED_95),
        test: (counted > 0 && counted < base).then(|| ChiSquare::of(x2)),
    })
}

/// The interval of the difference `first - second` of two independent shares.
///
/// Source: Newcombe 1998, Statistics in Medicine 17, 873-890, method 10 (hybrid score); `BinomDiffCI(method = "score")`.
pub fn newcombe(first: Fraction, second: Fraction, probability: f64) -> Interval {
    let share = |of: Fraction| as_real(of.count) / as_real(of.base);
    let (p, q) = (share(first), share(second));
    let (ours, theirs) = (wilson(p, as_real(first.base), probability), wilson(q, as_real(second.base), probability));
    let difference = p - q;
    Interval {
        lower: difference - (p - ours.lower).hypot(theirs.upper - q),
        upper: difference + (ours.upper - p).hypot(q - theirs.lower),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-11 * expected.abs(), "{found:e} instead of {expected:e}");
    }

    #[test]
    fn intervals_and_test_agree_with_r() {
        // DescTools::BinomDiffCI(method = "score"), prop.test(correct = FALSE): reference/formulas.json difference/1 and /2
        for (first, second, difference, wide, narrow, test) in [
            (
                (52, 75),
                (44, 70),
                0.064_761_904_761_904_8,
                (-0.087_623_402_704_580_22, 0.214_173_221_210_901_4),
                (-0.063_675_740_126_214_38, 0.191_089_203_511_659_67),
                (0.678_733_398_121_153_4, 0.410_023_215_366_287_94),
            ),
            (
                (640, 800),
                (638, 800),
                0.002_5,
                (-0.036_804_323_331_882_56, 0.041_796_749_106_291_935),
                (-0.030_482_359_981_050_06, 0.035_477_030_235_766_226),
                (0.015_552_250_702_281_318, 0.900_754_198_626_493_6),
            ),
        ] {
            let found = two_proportions(first, second).unwrap();
            agree(found.difference, difference);
            agree(found.interval.lower, wide.0);
            agree(found.interval.upper, wide.1);
            agree(found.bounds.lower, narrow.0);
            agree(found.bounds.upper, narrow.1);
            agree(found.test.unwrap().x2, test.0);
            agree(found.test.unwrap().p, test.1);
        }
    }

    #[test]
    fn exchanged_groups_mirror_the_difference() {
        let (found, turned) = (two_proportions((3, 12), (0, 10)).unwrap(), two_proportions((0, 10), (3, 12)).unwrap());
        agree(turned.difference, -found.difference);
        agree(turned.interval.lower, -found.interval.upper);
        // prop.test(c(0, 3), c(10, 12), correct = FALSE)
        agree(turned.test.unwrap().x2, 2.894_736_842_105_263_3);
        assert_eq!(turned.test, found.test);
    }

    #[test]
    fn where_all_agree_there_is_an_interval_and_no_test() {
        let found = two_proportions((30, 30), (40, 40)).unwrap();
        assert_eq!((found.difference, found.test), (0.0, None));
        assert!(found.interval.lower < 0.0 && found.interval.upper > 0.0);
        assert_eq!(two_proportions((0, 0), (3, 4)), Err(Obstacle::TooFewAnswers { found: 0, needed: 1 }));
    }
}
