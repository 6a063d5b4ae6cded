//! The covariances of the items of a battery over its complete rows, as whole numbers.

use super::super::Obstacle;
use super::super::mean::real;
use super::super::proportion::as_real;
use super::pairs::PairTables;
use super::symmetric::{Matrix, mirrored};

/// Every covariance, divided by n, times n squared: whole numbers, so that sums and differences of them are exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Covariances {
    /// The complete rows.
    pub base: u64,
    /// Row by row, both halves.
    pub cells: Vec<Vec<i128>>,
}

impl Covariances {
    /// Of at least so many items; errors: tables that are not listwise, too few items or rows.
    pub fn of(pairs: &PairTables, fewest: u32) -> Result<Self, Obstacle> {
        let items = pairs.items();
        if !pairs.is_listwise() {
            return Err(Obstacle::IncompleteRows);
        }
        if items < usize::try_from(fewest).unwrap_or(usize::MAX) {
            let found = u64::try_from(items).unwrap_or(u64::MAX);
            return Err(Obstacle::TooFewItems { found, needed: u64::from(fewest) });
        }
        let base = pairs.base();
        if base < 2 {
            return Err(Obstacle::TooFewAnswers { found: base, needed: 2 });
        }
        let cells = mirrored(items, |first, second| covariance(pairs, first, second, i128::from(base)));
        Ok(Self { base, cells })
    }

    /// Refuses an item that does not vary.
    pub fn varying(self) -> Result<Self, Obstacle> {
        let constant = (0..self.cells.len()).any(|item| self.variance(item) == 0);
        if constant { Err(Obstacle::Constant) } else { Ok(self) }
    }

    /// The sum of a row: the covariance of an item with the total.
    pub fn with_total(&self, item: usize) -> i128 {
        self.cells[item].iter().sum()
    }

    /// The variance of an item.
    pub fn variance(&self, item: usize) -> i128 {
        self.cells[item][item]
    }

    /// The standard deviation of an item, divided by n - 1.
    pub fn deviation(&self, item: usize) -> f64 {
        (real(self.variance(item)) / (as_real(self.base) * as_real(self.base - 1))).sqrt()
    }

    /// Pearson's correlations, exactly 1 on the diagonal.
    pub fn correlations(&self) -> Matrix {
        let roots: Vec<f64> = (0..self.cells.len()).map(|item| real(self.variance(item)).sqrt()).collect();
        let cell = |first: usize, second: usize| {
            if first == second { 1.0 } else { real(self.cells[first][second]) / (roots[first] * roots[second]) }
        };
        mirrored(roots.len(), cell)
    }
}

fn covariance(pairs: &PairTables, first: usize, second: usize, base: i128) -> i128 {
    // From the least value of each item: a shift changes no covariance and keeps the sums small.
    let away = |item: usize| {
        let least = pairs.values(item).first().copied().unwrap_or(0);
        pairs.values(item).iter().map(move |value| i128::from(*value) - i128::from(least)).collect::<Vec<_>>()
    };
    let weighted = |values: &[i128], counts: &[u64]| {
        values.iter().zip(counts).map(|(value, count)| value * i128::from(*count)).sum::<i128>()
    };
    let (rows, columns) = (away(first), away(second));
    let products: i128 =
        pairs.table(first, second).each_row().zip(&rows).map(|(row, value)| value * weighted(&columns, row)).sum();
    base * products - weighted(&rows, pairs.counts(first)) * weighted(&columns, pairs.counts(second))
}
