//! Two groups compared by their means.

use super::two_rows;
use crate::analysis::distribution::student;
use crate::analysis::finding::Interval;
use crate::analysis::obstacle::Obstacle;
use crate::analysis::proportion::{TWO_SIDED_95, as_real};
use crate::response::CrossTable;

/// Welch's t test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Welch {
    /// The mean of the first group less that of the second.
    pub difference: f64,
    /// The difference in standard errors.
    pub t: f64,
    /// Degrees of freedom, seldom whole.
    pub freedom: f64,
    /// Two-sided probability.
    pub p: f64,
    /// The 95 % interval of the difference.
    pub interval: Interval,
}

/// The means of two groups compared without supposing equal variances: R's `t.test`. `values` are those of the columns; equal
/// spacing is a convention.
///
/// Source: Welch 1947, Biometrika 34, 28-35.
///
/// # Errors
/// [`Obstacle::TooFewGroups`], [`Obstacle::NotTwoGroups`]; [`Obstacle::TooFewAnswers`] where a group has a single answer;
/// [`Obstacle::Constant`] where each group is of one mind; [`Obstacle::OtherScale`] unless every column has its value.
pub fn welch(table: &CrossTable, values: &[f64]) -> Result<Welch, Obstacle> {
    if values.len() != table.columns() {
        return Err(Obstacle::OtherScale);
    }
    let (first, second) = two_rows(table)?;
    let (first, second) = (Part::of(first, values)?, Part::of(second, values)?);
    let square = first.square + second.square;
    if square <= 0.0 {
        return Err(Obstacle::Constant);
    }
    let error = square.sqrt();
    // Shares of the square, so that tiny squares do not vanish when squared again.
    let (one, other) = (first.square / square, second.square / square);
    let freedom = 1.0 / (one * one / (first.base - 1.0) + other * other / (second.base - 1.0));
    let difference = first.mean - second.mean;
    let (t, reach) = (difference / error, error * student::quantile(TWO_SIDED_95, freedom));
    let interval = Interval { lower: difference - reach, upper: difference + reach };
    Ok(Welch { difference, t, freedom, p: student::two_sided(t, freedom), interval })
}

/// One group: its size, its mean and the square of the mean's standard error.
struct Part {
    base: f64,
    mean: f64,
    square: f64,
}

impl Part {
    fn of(counts: &[u64], values: &[f64]) -> Result<Self, Obstacle> {
        let found: u64 = counts.iter().sum();
        if found < 2 {
            return Err(Obstacle::TooFewAnswers { found, needed: 2 });
        }
        let base = as_real(found);
        let counted =
            || counts.iter().zip(values).filter(|(count, _)| **count > 0).map(|(count, value)| (as_real(*count), *value));
        // From the first value on: a group of one mind has a spread of exactly 0.
        let origin = counted().next().map_or(0.0, |(_, value)| value);
        let beyond = counted().map(|(count, value)| count * (value - origin)).sum::<f64>() / base;
        let squares: f64 = counted().map(|(count, value)| count * (value - origin - beyond).powi(2)).sum();
        Ok(Self { base, mean: origin + beyond, square: squares / (base - 1.0) / base })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The seven points of `informat` in the data `univer`, gender 0 and 1.
    const BY_GENDER: [[u64; 7]; 2] = [[41, 34, 62, 95, 263, 324, 311], [16, 20, 45, 61, 264, 303, 340]];

    fn agree(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-11 * expected.abs(), "{found:e} instead of {expected:e}");
    }

    #[test]
    fn differences_of_means_agree_with_r() {
        // t.test
        let rising: Vec<u64> = (1..=11).collect();
        let backwards = rising.iter().rev().copied().collect();
        for (rows, start, [difference, t, freedom, p, lower, upper]) in [
            (
                [vec![3, 0, 5, 9, 2], vec![1, 0, 8, 4, 11]],
                1_u8,
                [
                    -0.631_578_947_368_421_2,
                    -1.765_460_428_736_722_2,
                    36.935_539_775_296_55,
                    0.085_753_060_950_692_95,
                    -1.356_475_338_405_447_5,
                    0.093_317_443_668_605_06,
                ],
            ),
            (
                [rising, backwards],
                0,
                [
                    3.333_333_333_333_333_5,
                    7.071_067_811_865_475_5,
                    130.0,
                    8.466_706_852_807_97e-11,
                    2.400_715_866_361_218_7,
                    4.265_950_800_305_449,
                ],
            ),
            ([vec![0, 4], vec![1, 1]], 0, [0.5, 1.0, 1.0, 0.5, -5.853_102_368_087_347, 6.853_102_368_087_347]),
        ] {
            let table = CrossTable::from_rows(&rows);
            let values: Vec<f64> = (start..).map(f64::from).take(table.columns()).collect();
            let found = welch(&table, &values).unwrap();
            agree(found.difference, difference);
            agree(found.t, t);
            agree(found.freedom, freedom);
            agree(found.p, p);
            agree(found.interval.lower, lower);
            agree(found.interval.upper, upper);
        }
    }

    #[test]
    fn the_reference_differs_by_gender_as_in_r() {
        // reference/univer.json group2/gender/informat/welch
        let found = welch(&CrossTable::from_rows(&BY_GENDER), &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]).unwrap();
        agree(found.t, -4.331_628_571_784_927);
        agree(found.freedom, 2_166.091_758_241_742_4);
        agree(found.p, 1.547_659_635_433_961_7e-5);
        agree(found.interval.lower, -0.387_826_565_364_537_25);
    }

    #[test]
    fn what_cannot_be_compared_says_why() {
        let of = |rows: &[[u64; 2]], values: &[f64]| welch(&CrossTable::from_rows(rows), values).unwrap_err();
        assert_eq!(of(&[[3, 1], [1, 0]], &[1.0, 2.0]), Obstacle::TooFewAnswers { found: 1, needed: 2 });
        assert_eq!(of(&[[3, 0], [0, 4]], &[0.1, 0.7]), Obstacle::Constant);
        assert_eq!(of(&[[3, 1], [0, 4]], &[1.0]), Obstacle::OtherScale);
        assert_eq!(of(&[[3, 1], [2, 4], [1, 1]], &[1.0, 2.0]), Obstacle::NotTwoGroups { found: 3 });
    }
}
