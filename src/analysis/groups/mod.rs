//! Groups compared: from counts of answers by group to tests and effect sizes.
//!
//! Every function takes a [`CrossTable`] whose rows are the groups and whose columns are the values of the item in rising
//! order. Rows and columns without answers change nothing. Sums of ranks and products of counts are whole numbers of 128 bits, so
//! nothing is rounded before the last steps: good for a million million answers in all.

mod dunn;
mod fisher;
mod fisher_2x2;
mod independence;
mod kruskal_wallis;
mod mann_whitney;
mod odds_ratio;
mod ranks;
mod strength;
mod two_by_two;
mod two_proportions;
mod welch;

pub use dunn::{DunnPair, dunn};
pub use fisher::fisher;
pub use fisher_2x2::{Fisher, fisher_2x2};
pub use independence::{Independence, independence};
pub use kruskal_wallis::{KruskalWallis, kruskal_wallis};
pub use mann_whitney::{MannWhitney, mann_whitney};
pub(super) use odds_ratio::Tables;
pub use strength::Strength;
pub use two_by_two::{ChiSquare, mcnemar, yates};
pub use two_proportions::{Fraction, TwoProportions, newcombe, two_proportions};
pub use welch::{Welch, welch};

use super::obstacle::Obstacle;
use crate::response::CrossTable;

/// The rows with answers, at least two.
fn answered_rows(table: &CrossTable) -> Result<Vec<usize>, Obstacle> {
    let totals = table.row_totals();
    let rows: Vec<usize> = (0..totals.len()).filter(|row| totals[*row] > 0).collect();
    if rows.len() < 2 { Err(Obstacle::TooFewGroups { found: rows.len() as u64, needed: 2 }) } else { Ok(rows) }
}

/// The two rows with answers.
fn two_rows(table: &CrossTable) -> Result<(&[u64], &[u64]), Obstacle> {
    match answered_rows(table)?[..] {
        [first, second] => Ok((table.row(first), table.row(second))),
        ref more => Err(Obstacle::NotTwoGroups { found: more.len() as u64 }),
    }
}

/// The table without what is empty: at least two rows and two columns.
fn filled(table: &CrossTable) -> Result<CrossTable, Obstacle> {
    answered_rows(table)?;
    let filled = table.without_empty();
    if filled.columns() < 2 { Err(Obstacle::Constant) } else { Ok(filled) }
}

/// The four counts of a table of two rows and two columns, row by row, once what is empty is dropped.
fn four_counts(table: &CrossTable) -> Result<[u64; 4], Obstacle> {
    two_rows(table)?;
    let filled = filled(table)?;
    match (filled.row(0), filled.row(1)) {
        (&[a, b], &[c, d]) => Ok([a, b, c, d]),
        _ => Err(Obstacle::OtherScale),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The seven points of `informat` in the thirteen faculties of the data `univer`.
    const BY_FACULTY: [[u64; 7]; 13] = [
        [5, 1, 1, 1, 12, 20, 10],
        [0, 1, 2, 7, 14, 18, 133],
        [4, 11, 12, 23, 71, 72, 62],
        [2, 0, 2, 1, 28, 38, 28],
        [0, 3, 3, 12, 92, 182, 166],
        [35, 16, 36, 60, 102, 62, 32],
        [2, 2, 3, 10, 48, 92, 108],
        [0, 2, 1, 5, 13, 24, 29],
        [0, 1, 6, 7, 14, 9, 13],
        [0, 1, 1, 3, 4, 7, 10],
        [6, 9, 16, 10, 81, 65, 36],
        [0, 0, 2, 4, 26, 26, 20],
        [3, 7, 22, 13, 22, 12, 4],
    ];

    fn agree(found: f64, expected: f64) {
        assert!((found / expected - 1.0).abs() <= 1e-11, "{found:e} instead of {expected:e}");
    }

    #[test]
    fn the_reference_differs_by_faculty_as_in_r() {
        // reference/univer.json group/faculty/informat
        let table = CrossTable::from_rows(&BY_FACULTY);
        let ranked = kruskal_wallis(&table).unwrap();
        assert_eq!((ranked.base, ranked.groups, ranked.freedom), (2_179, 13, 12));
        agree(ranked.h, 484.257_197_363_913_7);
        agree(ranked.p, 4.954_031_277_694_495e-96);
        agree(ranked.epsilon_squared, 0.222_340_311_002_715_2);
        agree(ranked.eta_squared.unwrap(), 0.218_031_947_074_752_4);
        let counted = independence(&table).unwrap();
        assert_eq!(counted.freedom, 72);
        agree(counted.x2, 743.573_090_688_106_2);
        agree(counted.p, 3.342_000_343_570_861e-112);
        agree(counted.cramer_v, 0.238_483_091_002_075_88);
        agree(counted.cramer_v_bias_corrected.unwrap(), 0.226_950_289_321_016_5);
        agree(counted.least_expected, 0.644_332_262_505_736_6);
        assert_eq!((ranked.strength(), counted.strength()), (Some(Strength::Large), Strength::Large));
    }
}
