//! The net promoter score: who would recommend the office, less who would not. Only on eleven points from 0 to 10.

use super::Obstacle;
use super::distribution::normal;
use super::finding::Interval;
use super::proportion::{TWO_SIDED_95, as_real};

/// The score with its parts. Points go from -100 to 100; the shares are of the valid answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetPromoterScore {
    /// The valid answers.
    pub base: u64,
    /// The share of 9 and 10.
    pub promoters: f64,
    /// The share of 7 and 8.
    pub passives: f64,
    /// The share of 0 to 6.
    pub detractors: f64,
    /// Promoters less detractors, in points.
    pub score: f64,
    /// The variance of the score as a share: `(P + D - (P - D)^2) / n`.
    pub variance: f64,
    /// The standard error in points, divided by n.
    pub error: f64,
    /// The standard error in points, divided by n - 1, which is the one of the mean of -1, 0 and 1; `None` for one answer.
    pub error_of_mean: Option<f64>,
    /// The normal 95 % interval in points from the error divided by n; it has no width where all answers are of one kind.
    pub interval: Interval,
}

/// The score of the counts of the answers 0 to 10. Another scale is [`Obstacle::OtherScale`], for the caller to say.
///
/// Source: Reichheld 2003, Harvard Business Review 81(12), 46-54; the variance is that of a score of -1, 0 and 1.
///
/// # Errors
/// [`Obstacle::TooFewAnswers`] where nobody answered.
pub fn nps(counts: &[u64; 11]) -> Result<NetPromoterScore, Obstacle> {
    let [detractors, passives, promoters] = [&counts[..7], &counts[7..9], &counts[9..]].map(|part| part.iter().sum::<u64>());
    let base = detractors + passives + promoters;
    if base == 0 {
        return Err(Obstacle::TooFewAnswers { found: 0, needed: 1 });
    }
    let n = as_real(base);
    let [for_it, between, against] = [promoters, passives, detractors].map(|count| as_real(count) / n);
    // P + D - (P - D)^2 as a sum of what cannot be negative: nothing cancels when nearly all are of one kind.
    let variance = (between * (for_it + against) + 4.0 * for_it * against) / n;
    let (score, error) = (100.0 * (for_it - against), 100.0 * variance.sqrt());
    let reach = normal::quantile(TWO_SIDED_95) * error;
    Ok(NetPromoterScore {
        base,
        promoters: for_it,
        passives: between,
        detractors: against,
        score,
        variance,
        error,
        error_of_mean: (base > 1).then(|| error * (n / (n - 1.0)).sqrt()),
        interval: Interval { lower: score - reach, upper: score + reach },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-12 * expected.abs(), "{found} instead of {expected}");
    }

    #[test]
    fn the_score_and_its_errors_agree_with_the_reference() {
        let found = nps(&[1, 0, 2, 1, 3, 8, 10, 20, 30, 25, 40]).unwrap();
        assert_eq!(found.base, 140);
        for (found, expected) in [
            (found.promoters, 0.464_285_714_285_714_3),
            (found.passives, 0.357_142_857_142_857_1),
            (found.detractors, 0.178_571_428_571_428_58),
            (found.score, 28.571_428_571_428_57),
            (found.variance, 0.004_008_746_355_685_132),
            (found.error, 6.331_466_145_913_703),
            (found.error_of_mean.unwrap(), 6.354_200_388_345_172),
            (found.interval.lower, 16.161_982_956_103_095),
            (found.interval.upper, 40.980_874_186_754_04),
        ] {
            near(found, expected);
        }
    }

    #[test]
    fn where_all_promote_there_is_no_variance() {
        let found = nps(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 5]).unwrap();
        assert_eq!((found.score, found.variance, found.error_of_mean), (100.0, 0.0, Some(0.0)));
        assert_eq!(found.interval, Interval { lower: 100.0, upper: 100.0 });
    }

    #[test]
    fn nobody_has_no_score_and_one_answer_no_error_of_a_mean() {
        assert_eq!(nps(&[0; 11]), Err(Obstacle::TooFewAnswers { found: 0, needed: 1 }));
        let mut one = [0; 11];
        one[3] = 1;
        let found = nps(&one).unwrap();
        assert_eq!((found.score, found.error_of_mean), (-100.0, None));
    }

    #[test]
    fn a_million_promoters_and_one_detractor_keep_their_variance() {
        let mut counts = [0; 11];
        (counts[0], counts[10]) = (1, 1_000_000);
        // 4 P D / n, exactly
        near(nps(&counts).unwrap().variance, 4.0 * 1e6 / 1_000_001_f64.powi(3));
    }

    #[test]
    fn more_answers_of_the_same_kind_narrow_the_interval() {
        let width = |times: u64| {
            let found = nps(&[1, 0, 2, 1, 3, 8, 10, 20, 30, 25, 40].map(|count| count * times)).unwrap();
            assert!(found.interval.lower < found.score && found.score < found.interval.upper);
            found.interval.upper - found.interval.lower
        };
        near(width(1) / width(4), 2.0);
    }
}
