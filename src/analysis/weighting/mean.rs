//! A weighted mean.

use super::linearised::{Deviation, check, freedom, variance};
use super::{Piece, Stratum, WeightingFault};
use crate::analysis::distribution::student;
use crate::analysis::finding::Interval;
use crate::analysis::proportion::TWO_SIDED_95;

/// A weighted mean with its design-based error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightedMean {
    /// The valid answers.
    pub base: u64,
    /// The sum of their weights.
    pub weight: f64,
    /// The mean.
    pub mean: f64,
    /// The linearised standard error.
    pub error: f64,
    /// The degrees of freedom of the design: all rows less the strata.
    pub freedom: f64,
    /// Student's 95 % interval.
    pub interval: Interval,
}

/// The weighted mean of valid answers. `strata` count all rows of the sample: those without a valid answer are part of the
/// design and contribute nothing, so that the base is itself left to chance.
///
/// As R's survey 4.1: `svymean(~x, svydesign(ids = ~1, strata, weights, fpc), na.rm = TRUE)` and its `confint(df = degf)`. For
/// one stratum and no missing answers the squared error is `n / (n - 1) sum (w (x - mean) / sum w)^2`.
///
/// # Errors
/// Fewer than two valid answers; weights that are not positive; a stratum with a single row or with fewer users than rows.
pub fn mean(pieces: &[Piece], strata: &[Stratum]) -> Result<WeightedMean, WeightingFault> {
    let base = check(pieces, strata)?;
    let (weight, mean) = centre(pieces);
    let deviations: Vec<Deviation> = pieces.iter().filter(|piece| piece.count > 0).map(|piece| piece.from(mean)).collect();
    Ok(with_error(base, weight, mean, variance(&deviations, strata, weight), freedom(strata)))
}

/// The sum of the weights and the mean, from the first value on so that equal values have exactly theirs as their mean.
pub(super) fn centre(pieces: &[Piece]) -> (f64, f64) {
    let heard = || pieces.iter().filter(|piece| piece.count > 0);
    let weight: f64 = heard().map(|piece| piece.weight).sum();
    let origin = heard().next().map_or(0.0, |piece| piece.value);
    (weight, origin + heard().map(|piece| piece.weight * (piece.value - origin)).sum::<f64>() / weight)
}

/// A mean with the interval that its variance gives.
pub(super) fn with_error(base: u64, weight: f64, mean: f64, variance: f64, freedom: f64) -> WeightedMean {
    let error = variance.sqrt();
    // A sample heard in full has no error, and no quantile where every stratum is one person.
    let reach = if error > 0.0 { error * student::quantile(TWO_SIDED_95, freedom) } else { 0.0 };
    WeightedMean { base, weight, mean, error, freedom, interval: Interval { lower: mean - reach, upper: mean + reach } }
}

#[cfg(test)]
mod tests {
    use super::super::example::{Design, Item, agree};
    use super::*;
    use crate::analysis::Obstacle;

    fn figures(found: WeightedMean) -> [f64; 5] {
        [found.mean, found.error, found.freedom, found.interval.lower, found.interval.upper]
    }

    #[test]
    fn means_of_weighted_and_stratified_samples_agree_with_r_also_with_missing_answers() {
        // m <- svymean(~x, design, na.rm = TRUE); c(m, SE(m), degf(design), confint(m, df = degf(design)))
        for (design, item, expected) in [
            (
                Design::Given,
                Item::Five,
                [3.427_835_051_546_391_6, 0.312_621_667_522_161_7, 23.0, 2.781_127_859_844_778, 4.074_542_243_248_005],
            ),
            (
                Design::Given,
                Item::Eleven,
                [7.201_183_431_952_663, 0.663_263_015_006_322_9, 23.0, 5.829_119_348_250_35, 8.573_247_515_654_977],
            ),
            (
                Design::Strata,
                Item::Five,
                [3.427_835_051_546_391_6, 0.325_435_310_927_817_2, 21.0, 2.751_055_273_377_646, 4.104_614_829_715_137],
            ),
            (
                Design::Strata,
                Item::Eleven,
                [7.201_183_431_952_663, 0.683_171_271_473_184_2, 21.0, 5.780_450_997_476_817, 8.621_915_866_428_509],
            ),
            (
                Design::FiniteStrata,
                Item::Five,
                [3.427_835_051_546_391_6, 0.242_099_600_342_769_78, 21.0, 2.924_361_370_870_529, 3.931_308_732_222_254],
            ),
            (
                Design::FiniteStrata,
                Item::Eleven,
                [7.201_183_431_952_663, 0.494_199_191_911_741_9, 21.0, 6.173_439_950_399_773, 8.228_926_913_505_553],
            ),
            (
                Design::CountedStrata,
                Item::Five,
                [3.731_884_057_971_014_6, 0.196_384_387_610_783_58, 21.0, 3.323_480_366_607_262, 4.140_287_749_334_767],
            ),
            (
                Design::CountedStrata,
                Item::Eleven,
                [7.131_578_947_368_42, 0.530_854_947_303_384_2, 21.0, 6.027_605_649_414_119, 8.235_552_245_322_72],
            ),
            (
                Design::Finite,
                Item::Five,
                [3.427_835_051_546_391_6, 0.272_537_251_258_054_84, 23.0, 2.864_048_792_608_728_4, 3.991_621_310_484_054_8],
            ),
            (
                Design::Finite,
                Item::Eleven,
                [7.201_183_431_952_663, 0.578_219_291_080_132_6, 23.0, 6.005_045_694_968_64, 8.397_321_168_936_687],
            ),
        ] {
            agree(&figures(mean(&design.pieces(item), &design.strata()).unwrap()), &expected, 1e-12);
        }
    }

    #[test]
    fn weights_of_one_change_nothing() {
        // t.test(c(1, 2, 2, 5, 5, 5))
        let pieces = [(1.0, 1), (2.0, 2), (5.0, 3)].map(|(value, count): (f64, u64)| {
            let weight = crate::analysis::proportion::as_real(count);
            Piece { stratum: 0, value, count, weight, square: weight }
        });
        let found = mean(&pieces, &[Stratum { rows: 6, population: None }]).unwrap();
        let unweighted = crate::analysis::mean::Moments::of(&[(1, 1), (2, 2), (5, 3)]).unwrap();
        let interval = unweighted.interval(TWO_SIDED_95, None).unwrap();
        let expected = [unweighted.mean, unweighted.standard_error(None).unwrap(), 5.0, interval.lower, interval.upper];
        agree(&figures(found), &expected, 1e-14);
    }

    #[test]
    fn a_constant_factor_and_the_order_change_nothing_but_the_total() {
        let (design, item) = (Design::FiniteStrata, Item::Eleven);
        let pieces = design.pieces(item);
        let one = mean(&pieces, &design.strata()).unwrap();
        let larger = |piece: &Piece| Piece { weight: piece.weight * 7.0, square: piece.square * 49.0, ..*piece };
        let other = mean(&pieces.iter().rev().map(larger).collect::<Vec<_>>(), &design.strata()).unwrap();
        agree(&figures(other), &figures(one), 1e-13);
        agree(&[other.weight], &[7.0 * one.weight], 1e-14);
    }

    #[test]
    fn equal_answers_have_exactly_their_value_as_mean_and_no_error() {
        let found = mean(&at(&[(0, 0.1, 3), (0, 0.1, 4)]), &[Stratum { rows: 7, population: None }]).unwrap();
        assert_eq!((found.mean, found.error, found.interval.lower, found.interval.upper), (0.1, 0.0, 0.1, 0.1));
    }

    #[test]
    fn users_heard_in_full_have_no_error_even_when_each_is_a_stratum() {
        let strata = [Stratum { rows: 1, population: Some(1.0) }; 2];
        let found = mean(&at(&[(0, 1.0, 1), (1, 3.0, 1)]), &strata).unwrap();
        assert_eq!((found.mean, found.error, found.interval), (2.0, 0.0, Interval { lower: 2.0, upper: 2.0 }));
    }

    #[test]
    fn far_from_zero_no_digit_of_the_error_is_lost() {
        let (design, item) = (Design::Strata, Item::Five);
        let near = mean(&design.pieces(item), &design.strata()).unwrap();
        let far: Vec<Piece> = design.pieces(item).iter().map(|piece| Piece { value: piece.value + 1e6, ..*piece }).collect();
        agree(&[mean(&far, &design.strata()).unwrap().error], &[near.error], 1e-9);
    }

    /// Answers as stratum, value and count, with weights of one.
    fn at(answers: &[(usize, f64, u64)]) -> Vec<Piece> {
        let piece = |&(stratum, value, count): &(usize, f64, u64)| {
            let weight = crate::analysis::proportion::as_real(count);
            Piece { stratum, value, count, weight, square: weight }
        };
        answers.iter().map(piece).collect()
    }

    #[test]
    fn what_cannot_be_estimated_is_refused_with_its_reason() {
        let endless = |rows| Stratum { rows, population: None };
        let few = |found| Err(WeightingFault::Obstacle(Obstacle::TooFewAnswers { found, needed: 2 }));
        assert_eq!(mean(&[], &[endless(5)]), few(0));
        assert_eq!(mean(&at(&[(0, 4.0, 1)]), &[endless(5)]), few(1));
        let lonely = mean(&at(&[(0, 1.0, 2), (1, 3.0, 1)]), &[endless(2), endless(1)]);
        assert_eq!(lonely, Err(WeightingFault::LonelyAnswer { stratum: 1 }));
        let outside = Err(WeightingFault::AnswersOutsideSample { place: 0 });
        assert_eq!(mean(&at(&[(0, 1.0, 3)]), &[endless(2)]), outside);
        assert_eq!(mean(&at(&[(2, 1.0, 3)]), &[endless(3)]), Err(WeightingFault::AnswersOutsideSample { place: 2 }));
        let fewer = Stratum { rows: 3, population: Some(2.0) };
        let expected = WeightingFault::PopulationBelowSample { stratum: 0, rows: 3, population: Some(2.0) };
        assert_eq!(mean(&at(&[(0, 1.0, 3)]), &[fewer]), Err(expected));
        for (weight, square) in [(0.0, 0.0), (-2.0, 2.0), (f64::NAN, 2.0), (1.0, 9.0)] {
            let found = mean(&[Piece { stratum: 0, value: 1.0, count: 2, weight, square }], &[endless(2)]);
            assert!(matches!(found, Err(WeightingFault::WeightsNotPositive { place: 0, .. })), "{weight}");
        }
    }

    #[test]
    fn a_stratum_whose_only_row_has_no_valid_answer_is_passed_over_as_r_does() {
        // svymean(~x, svydesign(ids = ~1, strata = ~s), na.rm = TRUE) of x = 1, 2, 3, NA in strata 1, 1, 1, 2
        let strata = [Stratum { rows: 3, population: None }, Stratum { rows: 1, population: None }];
        let found = mean(&at(&[(0, 1.0, 1), (0, 2.0, 1), (0, 3.0, 1)]), &strata).unwrap();
        agree(&[found.mean, found.error, found.freedom], &[2.0, 1.0 / 3.0_f64.sqrt(), 2.0], 1e-15);
    }
}
