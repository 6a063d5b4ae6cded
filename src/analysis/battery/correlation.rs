//! How two items go together: the coefficients of Pearson, Spearman and Kendall, from a table of counts.

use super::super::Obstacle;
use super::super::mean::real;
use super::pairs::PairTables;
use super::symmetric::mirrored;
use crate::response::CrossTable;

/// Which coefficient of correlation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Of the values.
    Pearson,
    /// Of the ranks, ties sharing the middle one.
    Spearman,
    /// Of the order within pairs of answers, corrected for ties (tau-b).
    KendallTauB,
}

/// The correlation of every pair of items; 1 on the diagonal, `None` where one of the two does not vary. A pairwise table
/// is ranked anew in each pair.
pub fn matrix(pairs: &PairTables, method: Method) -> Vec<Vec<Option<f64>>> {
    let coefficient = match method {
        Method::Pearson => pearson,
        Method::Spearman => spearman,
        Method::KendallTauB => kendall_tau_b,
    };
    mirrored(pairs.items(), |first, second| match first == second {
        true => Some(1.0),
        false => coefficient(&pairs.table(first, second), pairs.values(first), pairs.values(second)).ok(),
    })
}

/// The product-moment correlation of a table whose rows and columns have these values.
///
/// Source: Pearson 1896, Phil. Trans. R. Soc. A 187, 253-318. Sums are whole numbers until the last division.
///
/// # Errors
/// Fewer than two answers; rows or columns that do not vary.
pub fn pearson(table: &CrossTable, rows: &[i64], columns: &[i64]) -> Result<f64, Obstacle> {
    let deviations = |values: &[i64], counts: &[u64]| -> Vec<i128> {
        // From the least value, so that years lose nothing and nothing overflows.
        let least = values.iter().min().copied().unwrap_or(0);
        let base: i128 = counts.iter().map(|count| i128::from(*count)).sum();
        let away = |value: &i64| i128::from(*value) - i128::from(least);
        let sum: i128 = values.iter().zip(counts).map(|(value, count)| away(value) * i128::from(*count)).sum();
        values.iter().map(|value| base * away(value) - sum).collect()
    };
    let (row_totals, column_totals) = (table.row_totals(), table.column_totals());
    of_scores(table, &deviations(rows, &row_totals), &deviations(columns, &column_totals))
}

/// The rank correlation with middle ranks for ties; rows and columns must come in rising order of value.
///
/// Source: Spearman 1904, Am. J. Psychol. 15, 72-101.
///
/// # Errors
/// Fewer than two answers; rows or columns that do not vary.
pub fn spearman(table: &CrossTable, _rows: &[i64], _columns: &[i64]) -> Result<f64, Obstacle> {
    of_scores(table, &centred_ranks(&table.row_totals()), &centred_ranks(&table.column_totals()))
}

/// Kendall's tau-b; rows and columns must come in rising order of value.
///
/// Source: Kendall 1945, Biometrika 33, 239-251: concordant less discordant pairs of answers, over the geometric mean of
/// the pairs not tied in rows and those not tied in columns.
///
/// # Errors
/// Fewer than two answers; rows or columns that do not vary.
pub fn kendall_tau_b(table: &CrossTable, _rows: &[i64], _columns: &[i64]) -> Result<f64, Obstacle> {
    let base = enough(table)?;
    let untied = |totals: &[u64]| base * base - totals.iter().map(|total| i128::from(*total).pow(2)).sum::<i128>();
    let (rows, columns) = (untied(&table.row_totals()), untied(&table.column_totals()));
    if rows == 0 || columns == 0 {
        return Err(Obstacle::Constant);
    }
    let mut above = vec![0_i128; table.columns()];
    let mut excess = 0;
    for row in table.each_row() {
        // Rows above: those further left are concordant with a cell, those further right discordant.
        let (mut left, mut right) = (0, above.iter().sum::<i128>());
        for (count, passed) in row.iter().zip(&above) {
            right -= passed;
            excess += i128::from(*count) * (left - right);
            left += passed;
        }
        for (count, passed) in row.iter().zip(&mut above) {
            *passed += i128::from(*count);
        }
    }
    // `untied` counts every pair twice.
    Ok((2.0 * real(excess) / (real(rows).sqrt() * real(columns).sqrt())).clamp(-1.0, 1.0))
}

/// Twice the middle rank less its mean: the answers below less the answers above.
fn centred_ranks(totals: &[u64]) -> Vec<i128> {
    let (mut below, mut above) = (0, totals.iter().map(|total| i128::from(*total)).sum::<i128>());
    let rank = |total: &u64| {
        above -= i128::from(*total);
        let rank = below - above;
        below += i128::from(*total);
        rank
    };
    totals.iter().map(rank).collect()
}

/// The correlation of scores that are centred on their counts.
fn of_scores(table: &CrossTable, rows: &[i128], columns: &[i128]) -> Result<f64, Obstacle> {
    enough(table)?;
    let square = |scores: &[i128], totals: &[u64]| {
        // One factor as a real number: base times value, squared and summed, may leave 128 bits.
        scores.iter().zip(totals).map(|(score, total)| real(*score).powi(2) * real(i128::from(*total))).sum::<f64>()
    };
    let (across, down) = (square(rows, &table.row_totals()), square(columns, &table.column_totals()));
    if across <= 0.0 || down <= 0.0 {
        return Err(Obstacle::Constant);
    }
    let row_sum = |row: &[u64]| row.iter().zip(columns).map(|(count, score)| i128::from(*count) * score).sum::<i128>();
    let together = table.each_row().zip(rows).map(|(row, score)| real(*score) * real(row_sum(row))).sum::<f64>();
    Ok((together / (across.sqrt() * down.sqrt())).clamp(-1.0, 1.0))
}

fn enough(table: &CrossTable) -> Result<i128, Obstacle> {
    match table.total() {
        found @ 0..=1 => Err(Obstacle::TooFewAnswers { found, needed: 2 }),
        base => Ok(i128::from(base)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{agree, counted, drawn};
    use super::*;

    const METHODS: [Method; 3] = [Method::Pearson, Method::Spearman, Method::KendallTauB];

    fn cell(pairs: &PairTables, method: Method) -> f64 {
        matrix(pairs, method)[0][1].unwrap()
    }

    #[test]
    fn the_three_coefficients_agree_with_r() {
        // cor(X, method = ...)[1, 2]
        let six = [0.207_351_803_317_530_95, 0.193_254_336_722_171_6, 0.153_306_209_718_692_85];
        let eleven = [0.249_528_935_732_752_2, 0.244_065_555_009_743_58, 0.181_160_899_748_635_14];
        let three = [0.336_336_396_998_156_26, 0.336_336_396_998_156_26, 0.296_927_723_227_057_85];
        for (pairs, expected) in [(drawn(400, 25, 1, 6), six), (drawn(300, 6, 0, 11), eleven), (drawn(60, 4, 1, 3), three)] {
            for (method, expected) in METHODS.into_iter().zip(expected) {
                agree(cell(&pairs, method), expected, 1e-13);
            }
        }
    }

    #[test]
    fn an_item_read_backwards_changes_the_sign_and_all_of_them_nothing() {
        let pairs = drawn(300, 4, 0, 11);
        let all = (0..4).fold(pairs.clone(), |pairs, item| pairs.reversed(item));
        for method in METHODS {
            agree(cell(&pairs.reversed(0), method), -cell(&pairs, method), 1e-13);
            agree(cell(&pairs.reversed(1), method), -cell(&pairs, method), 1e-13);
            agree(cell(&all, method), cell(&pairs, method), 1e-13);
            agree(cell(&pairs.select(&[1, 0]), method), cell(&pairs, method), 1e-13);
        }
    }

    #[test]
    fn codes_never_used_and_the_height_of_the_values_change_nothing() {
        let rows = [[1, 4], [2, 4], [2, 6], [4, 5], [1, 5], [4, 6]];
        let years: Vec<[i64; 2]> = rows.iter().map(|row| [row[0] + 2_014, row[1] - 4]).collect();
        let used = counted(&[vec![1, 2, 4], vec![4, 5, 6]], &rows);
        let all = counted(&[(2_010..2_030).collect(), (-3..9).collect()], &years);
        for method in METHODS {
            agree(cell(&all, method), cell(&used, method), 1e-15);
        }
    }

    #[test]
    fn perfect_order_is_one_and_what_does_not_vary_has_no_correlation() {
        let pairs = counted(&[vec![1, 2, 3], vec![7, 8, 9], vec![1, 2]], &[[1, 7, 2], [2, 8, 2], [3, 9, 2], [3, 9, 2]]);
        for method in METHODS {
            let found = matrix(&pairs, method);
            assert!((found[0][1].unwrap() - 1.0).abs() < 1e-15);
            assert_eq!((found[0][2], found[2][1], found[2][2]), (None, None, Some(1.0)));
        }
        let one = CrossTable::from_rows(&[[0, 1], [0, 0]]);
        for coefficient in [pearson, spearman, kendall_tau_b] {
            assert_eq!(coefficient(&one, &[1, 2], &[1, 2]), Err(Obstacle::TooFewAnswers { found: 1, needed: 2 }));
        }
    }

    #[test]
    fn a_thousand_million_answers_lose_nothing() {
        // Proportional tables have the same coefficients.
        let few = CrossTable::from_rows(&[[3, 1, 0], [1, 4, 2], [0, 2, 5]]);
        let many = CrossTable::from_rows(
            &few.each_row().map(|row| row.iter().map(|count| count * 100_000_000).collect()).collect::<Vec<Vec<u64>>>(),
        );
        for coefficient in [pearson, spearman, kendall_tau_b] {
            let values = [2_016, 2_017, 2_018];
            agree(coefficient(&many, &values, &values).unwrap(), coefficient(&few, &values, &values).unwrap(), 1e-14);
        }
    }
}
