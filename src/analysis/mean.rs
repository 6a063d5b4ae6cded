//! Means and medians of counted answers.

use super::distribution::student;
use super::finding::{Interval, MeanFinding};
use super::mean_bounds::Ends;
use super::proportion::as_real;
use crate::form::Polarity;

/// The mean and the spread of counted values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// How many.
    pub base: u64,
    /// The mean.
    pub mean: f64,
    /// The standard deviation, divided by n - 1; `None` for a single value.
    pub deviation: Option<f64>,
}

impl Moments {
    /// The moments of values with their counts; `None` where there are none. Sums are whole numbers, so nothing is rounded
    /// before the last division.
    pub fn of(counts: &[(i64, u64)]) -> Option<Self> {
        let base: u64 = counts.iter().map(|(_, count)| count).sum();
        if base == 0 {
            return None;
        }
        let sum: i128 = counts.iter().map(|(value, count)| i128::from(*value) * i128::from(*count)).sum();
        let squares: i128 = counts.iter().map(|(value, count)| i128::from(*value).pow(2) * i128::from(*count)).sum();
        let whole = i128::from(base);
        let deviation = (base > 1).then(|| (real(whole * squares - sum * sum) / real(whole * (whole - 1))).sqrt());
        Some(Self { base, mean: real(sum) / real(whole), deviation })
    }

    /// The standard error of the mean; in a finite universe times `sqrt(1 - n / N)` (Cochran 1977, 2.5).
    pub fn standard_error(&self, universe: Option<u64>) -> Option<f64> {
        let unheard = universe.map_or(1.0, |universe| (1.0 - as_real(self.base) / as_real(universe)).max(0.0));
        Some(self.deviation? / as_real(self.base).sqrt() * unheard.sqrt())
    }

    /// Student's interval, the probability lying below its upper end; `None` for a single value, whatever its spread is said
    /// to be, and where the spread is no number.
    pub fn interval(&self, probability: f64, universe: Option<u64>) -> Option<Interval> {
        let error = self.standard_error(universe).filter(|error| (0.0..f64::INFINITY).contains(error) && self.base > 1)?;
        let reach = error * student::quantile(probability, as_real(self.base - 1));
        Some(Interval { lower: self.mean - reach, upper: self.mean + reach })
    }
}

/// The range of a field's values and which end is the better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The lowest value.
    pub least: i64,
    /// The highest value.
    pub most: i64,
    /// Which end is better.
    pub polarity: Polarity,
}

impl Range {
    /// A mean as an index: 0 at the worst point, 100 at the best. Equal spacing is a convention.
    pub fn index(&self, mean: f64) -> f64 {
        let from_worst = match self.polarity {
            Polarity::HigherIsBetter => mean - real(i128::from(self.least)),
            Polarity::LowerIsBetter => real(i128::from(self.most)) - mean,
        };
        from_worst * self.index_per_unit()
    }

    /// The ends of the scale.
    pub fn ends(&self) -> Ends {
        Ends { least: real(i128::from(self.least)), most: real(i128::from(self.most)) }
    }

    /// How much of the index one unit of the scale is.
    pub fn index_per_unit(&self) -> f64 {
        100.0 / real(i128::from(self.most) - i128::from(self.least)).max(1.0)
    }
}

/// The base that a mean of a sample from a finite universe is worth: `n / (1 - n / N)`; infinite for a census.
///
/// Source: Cochran 1977, Sampling Techniques, 2.5. It does not cure self-selection.
pub fn effective_base(base: u64, universe: Option<u64>) -> f64 {
    match universe {
        None => as_real(base),
        Some(universe) if universe <= base => f64::INFINITY,
        Some(universe) => as_real(base) * (as_real(universe) / as_real(universe - base)),
    }
}

/// The mean of counted answers with its interval.
pub fn mean_finding(counts: &[(i64, u64)], range: Range, universe: Option<u64>) -> Option<MeanFinding> {
    let moments = Moments::of(counts)?;
    let Moments { base, mean, deviation } = moments;
    let interval = moments.interval(super::proportion::TWO_SIDED_95, universe);
    let effective_base = effective_base(base, universe);
    Some(MeanFinding { base, effective_base, mean, deviation, interval, index: range.index(mean) })
}

/// The median: of an even number the mean of the middle two, as R's `median`. Counts must come in rising order of value.
pub fn median(counts: &[(i64, u64)]) -> Option<f64> {
    let base: u64 = counts.iter().map(|(_, count)| count).sum();
    let at = |rank: u64| {
        let mut seen = 0;
        counts.iter().find(|(_, count)| {
            seen += count;
            seen > rank
        })
    };
    let (upper, lower) = (at(base / 2)?.0, at(base.checked_sub(1)? / 2)?.0);
    Some(real(i128::from(upper) + i128::from(lower)) / 2.0)
}

/// A whole number as a real one.
#[allow(clippy::cast_precision_loss)] // The last step: a rounding of one part in 2^53.
pub(super) fn real(whole: i128) -> f64 {
    whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIVE: Range = Range { least: 1, most: 5, polarity: Polarity::HigherIsBetter };

    #[test]
    fn mean_deviation_and_interval_are_those_of_student() {
        // t.test(rep(1:5, c(2, 0, 3, 4, 1))), to more digits by mpmath
        let found = mean_finding(&[(1, 2), (2, 0), (3, 3), (4, 4), (5, 1)], FIVE, None).unwrap();
        assert!((found.mean - 3.2).abs() < 1e-15);
        assert!((found.deviation.unwrap() - 1.316_561_177_208_766_6).abs() < 1e-14);
        let interval = found.interval.unwrap();
        assert!((interval.lower - 2.258_188_869_750_840_5).abs() < 1e-12, "{}", interval.lower);
        assert!((interval.upper - 4.141_811_130_249_16).abs() < 1e-12, "{}", interval.upper);
        assert!((found.index - 55.0).abs() < 1e-12);
    }

    #[test]
    fn one_answer_has_a_mean_and_no_interval() {
        let found = mean_finding(&[(4, 1)], FIVE, None).unwrap();
        assert_eq!((found.mean, found.deviation, found.interval), (4.0, None, None));
        assert_eq!(mean_finding(&[(4, 0)], FIVE, None), None);
    }

    #[test]
    fn a_spread_that_cannot_be_makes_no_interval() {
        for (base, deviation) in [(0, 1.0), (1, 1.0), (40, f64::NAN), (40, -1.0), (40, f64::INFINITY)] {
            let moments = Moments { base, mean: 3.0, deviation: Some(deviation) };
            assert_eq!(moments.interval(0.95, None), None, "{base} {deviation}");
        }
    }

    #[test]
    fn a_scale_read_backwards_mirrors_the_index() {
        let backwards = Range { polarity: Polarity::LowerIsBetter, ..FIVE };
        assert!((FIVE.index(4.0) - 75.0).abs() < 1e-12);
        assert!((backwards.index(4.0) - 25.0).abs() < 1e-12);
    }

    #[test]
    fn the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        assert_eq!(median(&[(1, 1), (2, 1), (3, 1)]), Some(2.0));
        assert_eq!(median(&[(1, 2), (4, 2)]), Some(2.5));
        assert_eq!(median(&[(1, 0), (4, 3), (5, 1)]), Some(4.0));
        assert_eq!(median(&[(1, 0)]), None);
    }

    #[test]
    fn a_census_has_no_standard_error() {
        let moments = Moments::of(&[(1, 5), (5, 5)]).unwrap();
        assert_eq!(moments.standard_error(Some(10)), Some(0.0));
        assert!(moments.standard_error(Some(20)) < moments.standard_error(None));
    }
}
