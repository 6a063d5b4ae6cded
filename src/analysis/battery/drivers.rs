//! What goes with the overall judgement: a linear regression of the outcome on all other items.

use super::super::Obstacle;
use super::super::distribution::student;
use super::super::finding::Interval;
use super::super::mean::{Moments, real};
use super::super::proportion::{TWO_SIDED_95, as_real};
use super::correlation::{pearson, spearman};
use super::covariance::Covariances;
use super::pairs::PairTables;
use super::symmetric::{Cholesky, dot};

/// What an item must leave unexplained by the others.
const COLLINEAR: f64 = 1e-12;

/// The regression of an outcome on other items. An association, not a cause.
#[derive(Clone, Debug, PartialEq)]
pub struct Drivers {
    /// The complete rows.
    pub base: u64,
    /// The part of the outcome's variance that goes with the items.
    pub r_squared: f64,
    /// The same less what chance alone would give.
    pub adjusted: f64,
    /// The expected outcome where every item is 0.
    pub intercept: f64,
    /// Every other item in the order of the tables.
    pub drivers: Vec<Driver>,
}

/// One item's part in a regression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driver {
    /// Its place in the tables.
    pub item: usize,
    /// Units of the outcome per unit of the item, the others held.
    pub coefficient: f64,
    /// The standard error of the coefficient.
    pub error: f64,
    /// Student's two-sided 95 % interval of the coefficient.
    pub interval: Interval,
    /// Standard deviations of the outcome per standard deviation of the item, the others held.
    pub standardized: f64,
    /// Pearson's correlation with the outcome, on its own.
    pub pearson_with_outcome: f64,
    /// Spearman's correlation with the outcome, on its own.
    pub spearman_with_outcome: f64,
}

/// Ordinary least squares of the item at `outcome` on all others, over complete rows.
///
/// Source: Draper & Smith 1998, Applied Regression Analysis, 5 and 6; R's `lm`.
///
/// # Errors
/// Tables that are not listwise; fewer than two items, or not more rows than coefficients; an item that does not vary;
/// items that can be computed from one another.
pub fn drivers(pairs: &PairTables, outcome: usize) -> Result<Drivers, Obstacle> {
    let covariances = Covariances::of(pairs, 2)?.varying()?;
    let base = covariances.base;
    let needed = u64::try_from(pairs.items()).unwrap_or(u64::MAX).saturating_add(1);
    if base < needed {
        return Err(Obstacle::TooFewAnswers { found: base, needed });
    }
    let correlations = covariances.correlations();
    let others: Vec<usize> = (0..pairs.items()).filter(|item| *item != outcome).collect();
    let picked: Vec<Vec<f64>> =
        others.iter().map(|first| others.iter().map(|second| correlations[*first][*second]).collect()).collect();
    let with_outcome: Vec<f64> = others.iter().map(|item| correlations[outcome][*item]).collect();
    let cholesky = Cholesky::of(&picked, COLLINEAR).ok_or(Obstacle::Collinear)?;
    let standardized = cholesky.solve(&with_outcome);
    let r_squared = dot(&standardized, &with_outcome).clamp(0.0, 1.0);
    let freedom = as_real(base - needed + 1);
    let unexplained = (1.0 - r_squared) / freedom;
    let reach = student::quantile(TWO_SIDED_95, freedom);
    let driver = |((item, standardized), inverse): ((&usize, &f64), f64)| {
        let unit = (real(covariances.variance(outcome)) / real(covariances.variance(*item))).sqrt();
        let (coefficient, error) = (standardized * unit, (unexplained * inverse).sqrt() * unit);
        let (table, rows, columns) = (pairs.table(*item, outcome), pairs.values(*item), pairs.values(outcome));
        Ok(Driver {
            item: *item,
            coefficient,
            error,
            interval: Interval { lower: coefficient - reach * error, upper: coefficient + reach * error },
            standardized: *standardized,
            pearson_with_outcome: pearson(&table, rows, columns)?,
            spearman_with_outcome: spearman(&table, rows, columns)?,
        })
    };
    let drivers: Vec<Driver> =
        others.iter().zip(&standardized).zip(cholesky.inverse_diagonal()).map(driver).collect::<Result<_, Obstacle>>()?;
    let explained: f64 = drivers.iter().map(|driver| driver.coefficient * mean(pairs, driver.item)).sum();
    Ok(Drivers {
        base,
        r_squared,
        adjusted: 1.0 - unexplained * as_real(base - 1),
        intercept: mean(pairs, outcome) - explained,
        drivers,
    })
}

fn mean(pairs: &PairTables, item: usize) -> f64 {
    // Items without answers were refused before.
    Moments::of(&pairs.counted(item)).map_or(f64::NAN, |moments| moments.mean)
}

#[cfg(test)]
mod tests {
    use super::super::example::{agree, counted, drawn};
    use super::*;

    #[test]
    fn the_regression_agrees_with_r() {
        // lm(last item ~ all others): R squared, adjusted, intercept; of the first item coefficient, error, confint, standardized
        // coefficient, cor() of Pearson and Spearman
        let six = [
            0.781_777_568_935_954_7,
            0.767_811_333_347_855_8,
            -0.483_748_937_266_465_3,
            0.033_478_648_867_835_16,
            0.026_351_475_439_780_65,
            -0.018_336_525_041_540_742,
            0.085_293_822_777_211_06,
            0.033_938_604_960_753_3,
            0.359_322_785_073_391_05,
            0.351_010_936_654_823,
        ];
        let eleven = [
            0.154_038_695_628_291_53,
            0.139_651_598_615_167_3,
            2.669_911_685_750_152,
            0.016_899_094_356_786_67,
            0.060_458_639_646_540_18,
            -0.102_087_479_952_956_39,
            0.135_885_668_666_529_74,
            0.016_208_287_748_019_01,
            0.162_219_141_580_411_48,
            0.160_686_608_573_548_05,
        ];
        for (pairs, expected) in [(drawn(400, 25, 1, 6), six), (drawn(300, 6, 0, 11), eleven)] {
            let found = drivers(&pairs, pairs.items() - 1).unwrap();
            let Driver { item, coefficient, error, interval, standardized, pearson_with_outcome, spearman_with_outcome } =
                found.drivers[0];
            let alone = [pearson_with_outcome, spearman_with_outcome];
            let model = [found.r_squared, found.adjusted, found.intercept, coefficient, error, interval.lower, interval.upper];
            let figures = model.into_iter().chain([standardized]).chain(alone);
            figures.zip(expected).for_each(|(found, expected)| agree(found, expected, 1e-11));
            assert_eq!((item, found.drivers.len()), (0, pairs.items() - 1));
        }
    }

    #[test]
    fn the_outcome_may_stand_anywhere() {
        let pairs = drawn(200, 4, 1, 5);
        let (last, first) = (drivers(&pairs, 3).unwrap(), drivers(&pairs.select(&[3, 0, 1, 2]), 0).unwrap());
        agree(last.r_squared, first.r_squared, 1e-14);
        for (one, other) in last.drivers.iter().zip(&first.drivers) {
            agree(one.coefficient, other.coefficient, 1e-12);
            assert_eq!(one.item + 1, other.item);
        }
    }

    #[test]
    fn one_driver_is_a_correlation() {
        let found = drivers(&drawn(200, 2, 1, 5), 1).unwrap();
        agree(found.drivers[0].standardized, found.drivers[0].pearson_with_outcome, 1e-14);
        agree(found.r_squared, found.drivers[0].pearson_with_outcome.powi(2), 1e-14);
    }

    #[test]
    fn a_driver_read_backwards_changes_its_sign_alone() {
        let pairs = drawn(200, 4, 1, 5);
        let (found, turned) = (drivers(&pairs, 3).unwrap(), drivers(&pairs.reversed(1), 3).unwrap());
        agree(turned.r_squared, found.r_squared, 1e-14);
        agree(turned.drivers[1].coefficient, -found.drivers[1].coefficient, 1e-12);
        agree(turned.drivers[0].coefficient, found.drivers[0].coefficient, 1e-12);
    }

    #[test]
    fn what_stands_in_the_way_is_said() {
        let values = vec![vec![1, 2, 3]; 3];
        let twice = [[1, 1, 2], [2, 2, 1], [3, 3, 3], [1, 1, 1], [2, 2, 3]];
        assert_eq!(drivers(&counted(&values, &twice), 2), Err(Obstacle::Collinear));
        assert_eq!(drivers(&counted(&values, &twice[..3]), 2), Err(Obstacle::TooFewAnswers { found: 3, needed: 4 }));
        let constant = [[1, 1, 2], [2, 2, 2], [3, 1, 2], [1, 2, 2]];
        assert_eq!(drivers(&counted(&values, &constant), 0), Err(Obstacle::Constant));
    }
}
