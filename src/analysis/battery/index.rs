//! The index of customer satisfaction: a weighted mean of several items, on 0 to 100.

use super::super::Obstacle;
use super::super::distribution::student;
use super::super::finding::Interval;
use super::super::mean::{Moments, real};
use super::super::proportion::{TWO_SIDED_95, as_real};
use super::covariance::Covariances;
use super::pairs::PairTables;

/// An index with its sampling error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Index {
    /// The complete rows.
    pub base: u64,
    /// The mean over people of each one's weighted score: 0 where all give the least, 100 where all give the most.
    pub csi: f64,
    /// The standard error of the index, the weights taken as fixed.
    pub error: f64,
    /// Student's two-sided 95 % interval.
    pub interval: Interval,
    /// The index by the formula of the American Customer Satisfaction Index, from the items' means: the same number.
    pub acsi_formula: f64,
}

/// The index of items on one scale from `least` to `most`, over complete rows, with a weight for each item; only the
/// weights' proportions matter.
///
/// Source: Fornell, Johnson, Anderson, Cha & Bryant 1996, J. Marketing 60(4), 7-18. The error is that of the mean of the
/// people's scores, which is also what the delta method gives; the interval is Student's with n - 1 degrees of freedom.
/// Weights estimated from the same answers have an error of their own, which this does not hold.
///
/// # Errors
/// Tables that are not listwise; no items; fewer than two rows; weights that do not fit; values outside the scale.
pub fn index(pairs: &PairTables, weights: &[f64], least: i64, most: i64) -> Result<Index, Obstacle> {
    let whole: f64 = weights.iter().sum();
    let usable = weights.iter().all(|weight| weight.is_finite() && *weight >= 0.0) && whole.is_finite() && whole > 0.0;
    if weights.len() != pairs.items() || !usable {
        return Err(Obstacle::UnusableWeights);
    }
    let covariances = Covariances::of(pairs, 1)?;
    let used = (0..pairs.items()).flat_map(|item| pairs.counted(item)).filter(|(_, count)| *count > 0);
    if least >= most || used.into_iter().any(|(value, _)| value < least || value > most) {
        return Err(Obstacle::OtherScale);
    }
    let means = (0..pairs.items()).map(|item| Moments::of(&pairs.counted(item)).map_or(f64::NAN, |moments| moments.mean));
    let (lowest, highest) = (real(i128::from(least)), real(i128::from(most)));
    // Divided once at the end: normalising each weight first would round each.
    let sum: f64 = means.clone().zip(weights).map(|(mean, weight)| weight * (mean - lowest)).sum();
    let csi = 100.0 * sum / (whole * (highest - lowest));
    let weighted: f64 = means.zip(weights).map(|(mean, weight)| weight * mean).sum();
    let acsi_formula = 100.0 * (weighted - whole * lowest) / (whole * highest - whole * lowest);
    let base = as_real(covariances.base);
    let scatter: f64 = covariances.cells.iter().zip(weights).map(|(row, weight)| weight * products(row, weights)).sum();
    let variance = scatter.max(0.0) / (base * base * (base - 1.0));
    let error = 100.0 * variance.sqrt() / (whole * (highest - lowest));
    let reach = error * student::quantile(TWO_SIDED_95, base - 1.0);
    let interval = Interval { lower: csi - reach, upper: csi + reach };
    Ok(Index { base: covariances.base, csi, error, interval, acsi_formula })
}

fn products(row: &[i128], weights: &[f64]) -> f64 {
    row.iter().zip(weights).map(|(covariance, weight)| real(*covariance) * weight).sum()
}

#[cfg(test)]
mod tests {
    use super::super::example::{agree, counted, drawn};
    use super::*;

    fn check(found: Index, expected: [f64; 4]) {
        let figures = [found.csi, found.error, found.interval.lower, found.interval.upper];
        figures.into_iter().zip(expected).for_each(|(found, expected)| agree(found, expected, 1e-13));
        agree(found.acsi_formula, found.csi, 1e-13);
    }

    #[test]
    fn the_index_is_the_mean_of_each_ones_score() {
        // In R the mean of the rows' scores, sd / sqrt(n), and t.test's interval
        let rows = [[8, 8, 10], [7, 5, 8], [9, 7, 6], [6, 9, 7]];
        let pairs = counted(&vec![(1..=10).collect(); 3], &rows);
        let expected = [71.944_444_444_444_44, 4.470_410_260_953_079, 57.717_603_826_371_94, 86.171_285_062_516_94];
        check(index(&pairs, &[0.4, 0.35, 0.25], 1, 10).unwrap(), expected);
        check(index(&pairs, &[8.0, 7.0, 5.0], 1, 10).unwrap(), expected);
        let expected = [51.269_841_269_841_265, 1.019_452_570_971_071_6, 49.263_630_309_222_016, 53.276_052_230_460_515];
        check(index(&drawn(300, 6, 0, 11), &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], 0, 10).unwrap(), expected);
    }

    #[test]
    fn read_backwards_it_is_what_is_left_of_a_hundred() {
        let pairs = drawn(90, 3, 1, 5);
        let turned = (0..3).fold(pairs.clone(), |pairs, item| pairs.reversed(item));
        let (found, turned) = (index(&pairs, &[1.0; 3], 1, 5).unwrap(), index(&turned, &[1.0; 3], 1, 5).unwrap());
        agree(turned.csi, 100.0 - found.csi, 1e-13);
        agree(turned.interval.lower, 100.0 - found.interval.upper, 1e-13);
    }

    #[test]
    fn one_item_and_an_item_that_does_not_vary_have_an_index_too() {
        let pairs = counted(&vec![(1..=5).collect(); 2], &[[1, 5], [3, 5], [5, 5]]);
        agree(index(&pairs, &[1.0, 1.0], 1, 5).unwrap().csi, 75.0, 1e-15);
        let alone = index(&pairs.select(&[0]), &[3.0], 1, 5).unwrap();
        agree(alone.csi, 50.0, 1e-15);
        agree(alone.error, 50.0 / 3.0_f64.sqrt(), 1e-15);
    }

    #[test]
    fn what_stands_in_the_way_is_said() {
        let pairs = drawn(20, 2, 1, 5);
        for weights in [&[1.0][..], &[1.0, -0.5], &[0.0, 0.0], &[1.0, f64::NAN]] {
            assert_eq!(index(&pairs, weights, 1, 5), Err(Obstacle::UnusableWeights));
        }
        assert_eq!(index(&pairs, &[1.0, 1.0], 5, 1), Err(Obstacle::OtherScale));
        assert_eq!(index(&pairs, &[1.0, 1.0], 2, 5), Err(Obstacle::OtherScale));
        assert_eq!(index(&drawn(1, 2, 1, 5), &[1.0, 1.0], 1, 5), Err(Obstacle::TooFewAnswers { found: 1, needed: 2 }));
    }
}
