//! Batteries for the tests: rows counted into pair tables, and rows drawn by a generator that R can repeat.

use super::pairs::PairTables;
use crate::response::CrossTable;

/// The pair tables of complete rows of values.
pub(super) fn counted<Row: AsRef<[i64]>>(values: &[Vec<i64>], rows: &[Row]) -> PairTables {
    let code = |item: usize, value: i64| values[item].iter().position(|other| *other == value).unwrap();
    let mut tables = Vec::new();
    for first in 0..values.len() {
        for second in first + 1..values.len() {
            let mut table = CrossTable::new(values[first].len(), values[second].len());
            for row in rows.iter().map(AsRef::as_ref) {
                table.add(code(first, row[first]), code(second, row[second]), 1);
            }
            tables.push(table);
        }
    }
    let mut singles: Vec<Vec<u64>> = values.iter().map(|values| vec![0; values.len()]).collect();
    for row in rows.iter().map(AsRef::as_ref) {
        row.iter().enumerate().for_each(|(item, value)| singles[item][code(item, *value)] += 1);
    }
    PairTables::new(values.to_vec(), tables, singles, true)
}

/// Complete rows that lean on one common score, drawn by the generator of Park & Miller 1988 (`s = 16807 s mod 2^31 - 1`,
/// from 1); in R:
///
/// ```r
/// drawn <- function(rows, items, least, points) { s <- 1; nx <- function() { s <<- (16807 * s) %% 2147483647; s %% 1000 }
///   t(sapply(seq_len(rows), function(r) { common <- nx(); sapply(seq_len(items) - 1, function(i) { w <- 3 + i %% 5
///     least + ((w * common + (10 - w) * nx()) %/% 10 * points) %/% 1000 }) })) }
/// ```
pub(super) fn drawn(rows: u32, items: i64, least: i64, points: i64) -> PairTables {
    let rows = drawn_rows(rows, items, least, points);
    let values: Vec<i64> = (least..least + points).collect();
    counted(&vec![values; rows[0].len()], &rows)
}

/// The rows of [`drawn`].
pub(in crate::analysis) fn drawn_rows(rows: u32, items: i64, least: i64, points: i64) -> Vec<Vec<i64>> {
    let mut state = 1_i64;
    let mut next = || {
        state = 16_807 * state % 2_147_483_647;
        state % 1_000
    };
    let row = |_| {
        let common = next();
        let mut item = |item: i64| {
            let weight = 3 + item % 5;
            least + (weight * common + (10 - weight) * next()) / 10 * points / 1_000
        };
        (0..items).map(&mut item).collect::<Vec<i64>>()
    };
    (0..rows).map(row).collect()
}

/// Whether two figures agree to a relative tolerance.
pub(super) fn agree(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance * expected.abs(), "{found:e} instead of {expected:e}");
}
