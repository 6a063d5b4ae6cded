//! Whether the distribution of answers differs between groups, the order of the values left aside.

use super::filled;
use super::strength::Strength;
use crate::analysis::distribution::chi_square;
use crate::analysis::mean::real;
use crate::analysis::obstacle::Obstacle;
use crate::analysis::proportion::as_real;
use crate::response::CrossTable;

/// Pearson's chi-square test with Cramer's V.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Independence {
    /// How many answered.
    pub base: u64,
    /// The statistic, without continuity correction.
    pub x2: f64,
    /// Degrees of freedom: (rows - 1) (columns - 1), of those with answers.
    pub freedom: u64,
    /// Probability of an `x2` at least as large.
    pub p: f64,
    /// Cramer's V, from 0 to 1.
    pub cramer_v: f64,
    /// Cramer's V less what chance alone would give; `None` where every row, or every column, has a single answer.
    pub cramer_v_bias_corrected: Option<f64>,
    /// The smallest expected count: below 5 the chi-square is only roughly right.
    pub least_expected: f64,
}

impl Independence {
    /// How much the groups differ, by Cohen's w less what chance alone would give, so that many small groups do not pass for
    /// different ones.
    pub fn strength(&self) -> Strength {
        Strength::of_cohen_w(self.square_beyond_chance().sqrt())
    }

    /// `max(0, x2 / n - freedom / (n - 1))`: Bergsma 2013, equation 3.
    fn square_beyond_chance(&self) -> f64 {
        (self.x2 / as_real(self.base) - as_real(self.freedom) / as_real(self.base - 1)).max(0.0)
    }
}

/// Pearson's chi-square test, without continuity correction: R's `chisq.test(correct = FALSE)` on the table without its empty
/// rows and columns.
///
/// Sources: Pearson 1900, Phil. Mag. 50, 157-175; Cramer 1946, Mathematical Methods of Statistics, 21.9; the correction of V for
/// bias: Bergsma 2013, J. Korean Stat. Soc. 42, 323-328 (`DescTools::CramerV(bias.correct = TRUE)`).
///
/// # Errors
/// [`Obstacle::TooFewGroups`]; [`Obstacle::Constant`] where all answers are the same.
pub fn independence(table: &CrossTable) -> Result<Independence, Obstacle> {
    let table = filled(table)?;
    let (rows, columns, base) = (table.row_totals(), table.column_totals(), table.total());
    let mut x2 = 0.0;
    for (row, in_row) in table.each_row().zip(&rows) {
        for (count, in_column) in row.iter().zip(&columns) {
            let product = i128::from(*in_row) * i128::from(*in_column);
            let excess = real(i128::from(*count) * i128::from(base) - product);
            x2 += excess * (excess / real(product));
        }
    }
    x2 /= as_real(base);
    let (more_rows, more_columns) = (rows.len() as u64 - 1, columns.len() as u64 - 1);
    let freedom = more_rows * more_columns;
    let least = |totals: &[u64]| as_real(totals.iter().copied().min().unwrap_or(0));
    let mut found = Independence {
        base,
        x2,
        freedom,
        p: chi_square::upper_tail(x2, as_real(freedom)),
        cramer_v: (x2 / as_real(base) / as_real(more_rows.min(more_columns))).sqrt(),
        cramer_v_bias_corrected: None,
        least_expected: least(&rows) * least(&columns) / as_real(base),
    };
    // What is left of (levels - 1) once its own bias is taken off: levels - 1 - (levels - 1)^2 / (n - 1).
    let left = |more: u64| as_real(more) * as_real(base - 1 - more) / as_real(base - 1);
    let most = left(more_rows).min(left(more_columns));
    found.cramer_v_bias_corrected = (most > 0.0).then(|| (found.square_beyond_chance() / most).sqrt());
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-11 * expected.abs(), "{found:e} instead of {expected:e}");
    }

    #[test]
    fn tables_with_empty_rows_and_columns_agree_with_r() {
        // chisq.test(correct = FALSE) and DescTools::CramerV's formulas, written out
        let rising: Vec<u64> = (1..=11).collect();
        for (rows, x2, freedom, p, v, corrected, least) in [
            (
                vec![vec![3, 0, 5, 9, 2], vec![1, 0, 8, 4, 11], vec![], vec![2, 0, 2, 2, 1]],
                11.841_657_715_717_867,
                6,
                0.065_595_895_168_819_27,
                0.344_117_098_030_857_3,
                0.244_183_933_145_529_27,
                0.84,
            ),
            (
                vec![vec![10, 20], vec![15, 15], vec![0, 1]],
                2.428_703_703_703_704,
                2,
                0.296_902_388_677_162_4,
                0.199_536_499_956_310_8,
                0.081_187_050_074_575_8,
                0.409_836_065_573_770_5,
            ),
            (
                vec![rising.clone(), rising.into_iter().rev().collect(), vec![5; 11], vec![0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]],
                61.893_939_393_939_39,
                30,
                0.000_539_743_075_259_765_5,
                0.329_523_684_408_053_7,
                0.237_852_480_629_369_26,
                0.268_421_052_631_578_95,
            ),
        ] {
            let found = independence(&CrossTable::from_rows(&rows)).unwrap();
            assert_eq!(found.freedom, freedom);
            agree(found.x2, x2);
            agree(found.p, p);
            agree(found.cramer_v, v);
            agree(found.cramer_v_bias_corrected.unwrap(), corrected);
            agree(found.least_expected, least);
        }
    }

    #[test]
    fn large_tables_and_large_counts_agree_with_exact_fractions() {
        let m = 1_000_000;
        let found = independence(&CrossTable::from_rows(&[[m, m + 500, m, m - 200, m], [m + 900, m, m, m, m - 700]])).unwrap();
        agree(found.x2, 0.793_874_420_086_066);
        agree(found.p, 0.939_267_392_691_923_9);
        agree(found.cramer_v, 0.000_281_750_728_188_881_26);
        let rows: Vec<Vec<u64>> = (0..1_128).map(|g| (0..5).map(|c| (7 * g + 3 * c + g * c * c) % 11).collect()).collect();
        let found = independence(&CrossTable::from_rows(&rows)).unwrap();
        assert_eq!((found.base, found.freedom), (29_315, 4_508));
        agree(found.x2, 7_679.611_091_045_085);
        assert!((found.p / 6.994_440_902_271_385e-170 - 1.0).abs() < 1e-10);
        agree(found.cramer_v, 0.255_914_367_497_745_5);
    }

    #[test]
    fn counts_multiplied_keep_the_effect_and_rows_exchanged_keep_all() {
        let rows = [[12, 5, 9], [3, 8, 20]];
        let found = independence(&CrossTable::from_rows(&rows)).unwrap();
        let tenfold = independence(&CrossTable::from_rows(&rows.map(|row| row.map(|count| 10 * count)))).unwrap();
        agree(tenfold.cramer_v, found.cramer_v);
        agree(tenfold.x2, 10.0 * found.x2);
        let turned = independence(&CrossTable::from_rows(&rows).transposed()).unwrap();
        agree(turned.x2, found.x2);
        agree(turned.cramer_v_bias_corrected.unwrap(), found.cramer_v_bias_corrected.unwrap());
        assert!(found.strength() >= Strength::Medium);
    }

    #[test]
    fn single_answers_and_constant_items_are_told() {
        let single = independence(&CrossTable::from_rows(&[[1, 0], [0, 1]])).unwrap();
        assert_eq!(single.cramer_v_bias_corrected, None);
        agree(single.cramer_v, 1.0);
        assert_eq!(independence(&CrossTable::from_rows(&[[0, 4], [0, 2]])), Err(Obstacle::Constant));
        assert_eq!(independence(&CrossTable::from_rows(&[[0, 4], [0, 0]])), Err(Obstacle::TooFewGroups { found: 1, needed: 2 }));
    }
}
