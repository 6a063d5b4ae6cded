//! Tables of two by two: the tests that are made for them alone, but for Fisher's.

use super::four_counts;
use crate::analysis::distribution::chi_square;
use crate::analysis::mean::real;
use crate::analysis::obstacle::Obstacle;
use crate::analysis::proportion::as_real;
use crate::response::CrossTable;

/// A chi-square of one degree of freedom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChiSquare {
    /// The statistic.
    pub x2: f64,
    /// Probability of one at least as large.
    pub p: f64,
}

impl ChiSquare {
    /// The statistic with its probability.
    pub(super) fn of(x2: f64) -> Self {
        Self { x2, p: chi_square::upper_tail(x2, 1.0) }
    }
}

/// Pearson's chi-square with continuity correction: R's `chisq.test(correct = TRUE)`, which never corrects beyond 0.
///
/// Source: Yates 1934, J. R. Stat. Soc. Suppl. 1, 217-235.
///
/// # Errors
/// [`Obstacle::TooFewGroups`], [`Obstacle::NotTwoGroups`], [`Obstacle::Constant`]; [`Obstacle::OtherScale`] for more than two
/// columns with answers.
pub fn yates(table: &CrossTable) -> Result<ChiSquare, Obstacle> {
    let [a, b, c, d] = four_counts(table)?;
    let difference = i128::from(a) * i128::from(d) - i128::from(b) * i128::from(c);
    let base = as_real(a + b + c + d);
    let corrected = (real(difference.abs()) - 0.5 * base).max(0.0);
    let (rows, columns) = (as_real(a + b) * as_real(c + d), as_real(a + c) * as_real(b + d));
    Ok(ChiSquare::of(base * (corrected / rows) * (corrected / columns)))
}

/// Whether the same people changed more often in one direction than in the other, without continuity correction: R's
/// `mcnemar.test(correct = FALSE)`. Rows are the first answer, columns the second, of two values each.
///
/// Source: McNemar 1947, Psychometrika 12, 153-157.
///
/// # Errors
/// [`Obstacle::OtherScale`] unless the table has two rows and two columns (empty ones count);
/// [`Obstacle::TooFewAnswers`] where nobody changed.
pub fn mcnemar(table: &CrossTable) -> Result<ChiSquare, Obstacle> {
    if (table.rows(), table.columns()) != (2, 2) {
        return Err(Obstacle::OtherScale);
    }
    let (there, back) = (table.at(0, 1), table.at(1, 0));
    if there + back == 0 {
        return Err(Obstacle::TooFewAnswers { found: 0, needed: 1 });
    }
    let difference = as_real(there.abs_diff(back));
    Ok(ChiSquare::of(difference * (difference / as_real(there + back))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-11 * expected.abs(), "{found:e} instead of {expected:e}");
    }

    #[test]
    fn tests_of_two_by_two_agree_with_r() {
        // chisq.test; mcnemar.test(correct = FALSE); the first is reference/formulas.json fisher/1
        for (table, corrected, corrected_p, changed, changed_p) in [
            ([[8, 1], [2, 5]], 3.809_523_809_523_809_3, 0.050_961_936_967_763_31, 0.333_333_333_333_333_3, 0.563_702_861_650_773),
            ([[10, 11], [11, 12]], 0.0, 1.0, 0.0, 1.0),
            ([[1_200, 900], [700, 1_300]], 201.097_854_309_068_1, 1.202_980_846_119_161_2e-45, 25.0, 5.733_031_437_583_879e-7),
        ] {
            let table = CrossTable::from_rows(&table);
            let (yates, mcnemar) = (yates(&table).unwrap(), mcnemar(&table).unwrap());
            agree(yates.x2, corrected);
            agree(yates.p, corrected_p);
            agree(mcnemar.x2, changed);
            agree(mcnemar.p, changed_p);
        }
    }

    #[test]
    fn other_tables_are_refused_with_the_reason() {
        assert_eq!(yates(&CrossTable::from_rows(&[[1, 2, 3], [3, 2, 1]])), Err(Obstacle::OtherScale));
        assert_eq!(yates(&CrossTable::from_rows(&[[1, 2], [3, 2], [1, 1]])), Err(Obstacle::NotTwoGroups { found: 3 }));
        assert_eq!(yates(&CrossTable::from_rows(&[[1, 0], [3, 0]])), Err(Obstacle::Constant));
        assert!(yates(&CrossTable::from_rows(&[[1, 0, 3], [3, 0, 1]])).is_ok());
        assert_eq!(mcnemar(&CrossTable::from_rows(&[[1, 2, 3], [3, 2, 1]])), Err(Obstacle::OtherScale));
        assert_eq!(mcnemar(&CrossTable::from_rows(&[[5, 0], [0, 7]])), Err(Obstacle::TooFewAnswers { found: 0, needed: 1 }));
    }
}
