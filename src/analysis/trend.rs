//! Whether a share rises or falls over several periods.

use super::distribution::normal;
use super::mean::real;
use super::obstacle::Obstacle;
use super::proportion::as_real;

/// The linear trend of a share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// The periods with answers.
    pub periods: u64,
    /// How much the share rises from a score to the next.
    pub slope: f64,
    /// The slope's standard error where there is no trend.
    pub error: f64,
    /// The slope in its standard errors: above 0 the share rises.
    pub z: f64,
    /// Its square, a chi-square of one degree of freedom.
    pub x2: f64,
    /// Two-sided probability.
    pub p: f64,
}

/// The trend over periods of `(count, base)`, placed at `scores` (years, say); no continuity correction: R's `prop.trend.test`.
/// Periods without answers are left out.
///
/// Sources: Cochran 1954, Biometrics 10, 417-451; Armitage 1955, Biometrics 11, 375-386.
///
/// # Errors
/// [`Obstacle::OtherScale`] unless every period has its score; [`Obstacle::TooFewGroups`] for fewer than two periods with
/// answers; [`Obstacle::Constant`] where all or none are counted in every period, or all scores are the same.
pub fn cochran_armitage(periods: &[(u64, u64)], scores: &[f64]) -> Result<Trend, Obstacle> {
    if periods.len() != scores.len() {
        return Err(Obstacle::OtherScale);
    }
    let answered: Vec<(u64, u64, f64)> = periods
        .iter()
        .zip(scores)
        .filter(|((_, base), _)| *base > 0)
        .map(|((count, base), score)| (*count, *base, *score))
        .collect();
    let [(_, _, origin), _, ..] = answered[..] else {
        return Err(Obstacle::TooFewGroups { found: answered.len() as u64, needed: 2 });
    };
    let (counted, base) = answered.iter().fold((0, 0), |(counted, all), (count, base, _)| (counted + count, all + base));
    // Scores from the first one, then from their mean: years are large and their distances small.
    let mean = answered.iter().map(|(_, base, score)| as_real(*base) * (score - origin)).sum::<f64>() / as_real(base);
    let squares: f64 = answered.iter().map(|(_, base, score)| as_real(*base) * (score - origin - mean).powi(2)).sum();
    if counted == 0 || counted == base || squares <= 0.0 {
        return Err(Obstacle::Constant);
    }
    // The count less its expectation, times the whole base: exact.
    let excess = |(count, of): (u64, u64)| real(i128::from(count) * i128::from(base) - i128::from(of) * i128::from(counted));
    let product: f64 = answered.iter().map(|(count, of, score)| (score - origin - mean) * excess((*count, *of))).sum();
    let z = product / (as_real(counted) * as_real(base - counted) * squares).sqrt();
    let slope = product / (as_real(base) * squares);
    let error = (as_real(counted) / as_real(base) * (as_real(base - counted) / as_real(base)) / squares).sqrt();
    Ok(Trend { periods: answered.len() as u64, slope, error, z, x2: z * z, p: (2.0 * normal::upper_tail(z.abs())).min(1.0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-11 * expected.abs(), "{found:e} instead of {expected:e}");
    }

    #[test]
    fn trends_agree_with_r() {
        // prop.trend.test; the first is reference/formulas.json cochran_armitage/1
        let (found, p) = (
            cochran_armitage(&[(30, 60), (35, 62), (44, 70), (52, 75)], &[2021.0, 2022.0, 2023.0, 2024.0]).unwrap(),
            0.016_115_308_430_056_003,
        );
        agree(found.z, 2.406_293_578_023_594_6);
        agree(found.x2, 5.790_248_783_634_628);
        agree(found.p, p);
        let falling = cochran_armitage(&[(8, 10), (9, 15), (3, 20)], &[1.0, 2.0, 5.0]).unwrap();
        assert!(falling.z < 0.0);
        agree(falling.x2, 13.567_314_049_586_78);
        agree(falling.p, 0.000_230_158_491_501_481_6);
        let periods = [(640, 800), (600, 801), (610, 799), (650, 850), (500, 820)];
        agree(cochran_armitage(&periods, &[2015.0, 2016.0, 2017.0, 2018.0, 2019.0]).unwrap().p, 9.489_468_279_542_171e-14);
    }

    #[test]
    fn periods_without_answers_and_the_zero_of_the_scores_do_not_matter() {
        let found = cochran_armitage(&[(8, 10), (0, 0), (9, 15), (3, 20)], &[-4.0, 9.0, -2.0, 4.0]).unwrap();
        agree(found.x2, 13.567_314_049_586_78);
        assert_eq!(found.periods, 3);
    }

    #[test]
    fn the_other_answer_has_the_opposite_trend() {
        let (found, scores) = ([(8, 10), (9, 15), (3, 20)], [1.0, 2.0, 5.0]);
        let others = found.map(|(count, base)| (base - count, base));
        agree(cochran_armitage(&others, &scores).unwrap().z, -cochran_armitage(&found, &scores).unwrap().z);
    }

    #[test]
    fn what_has_no_trend_says_why() {
        assert_eq!(cochran_armitage(&[(8, 10), (0, 0)], &[1.0, 2.0]), Err(Obstacle::TooFewGroups { found: 1, needed: 2 }));
        assert_eq!(cochran_armitage(&[(10, 10), (20, 20)], &[1.0, 2.0]), Err(Obstacle::Constant));
        assert_eq!(cochran_armitage(&[(8, 10), (5, 20)], &[2.0, 2.0]), Err(Obstacle::Constant));
        assert_eq!(cochran_armitage(&[(8, 10), (5, 20)], &[2.0]), Err(Obstacle::OtherScale));
    }
}
