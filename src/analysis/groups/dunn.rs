//! Which groups differ, once some do: every pair by rank.

use super::answered_rows;
use super::ranks::Ranks;
use crate::analysis::distribution::normal;
use crate::analysis::mean::real;
use crate::analysis::multiplicity::holm;
use crate::analysis::obstacle::Obstacle;
use crate::response::CrossTable;

/// Two groups of several compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DunnPair {
    /// The row of the first group.
    pub first: usize,
    /// The row of the second group, always the later one.
    pub second: usize,
    /// The difference of the mean ranks, first less second, in standard errors.
    pub z: f64,
    /// Two-sided probability by itself.
    pub p: f64,
    /// The probability by Holm's method, the family being all pairs of groups with answers.
    pub p_holm: f64,
}

/// Every pair of groups with answers, in the order of rows; ranks are those among all groups.
///
/// Source: Dunn 1964, Technometrics 6, 241-252, with his correction for ties; Holm 1979.
///
/// # Errors
/// [`Obstacle::TooFewGroups`]; [`Obstacle::Constant`] where all answers are the same.
pub fn dunn(table: &CrossTable) -> Result<Vec<DunnPair>, Obstacle> {
    let rows = answered_rows(table)?;
    let ranks = Ranks::of(table)?;
    let variance = real(ranks.spread) / real(12 * (ranks.total - 1));
    let size = |row: usize| i128::from(table.row(row).iter().sum::<u64>());
    let groups: Vec<_> = rows.iter().map(|row| (*row, size(*row), ranks.doubled_sum(table.row(*row)))).collect();
    let mut pairs = Vec::with_capacity(groups.len() * (groups.len() - 1) / 2);
    for (index, &(first, n, sum)) in groups.iter().enumerate() {
        for &(second, m, other) in &groups[index + 1..] {
            let difference = 0.5 * real(sum * m - other * n) / real(n * m);
            let z = difference / (variance * (real(n + m) / real(n * m))).sqrt();
            let p = (2.0 * normal::upper_tail(z.abs())).min(1.0);
            pairs.push(DunnPair { first, second, z, p, p_holm: p });
        }
    }
    let adjusted = holm(&pairs.iter().map(|pair| pair.p).collect::<Vec<_>>());
    for (pair, adjusted) in pairs.iter_mut().zip(adjusted) {
        pair.p_holm = adjusted;
    }
    Ok(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-11 * expected.abs(), "{found:e} instead of {expected:e}");
    }

    fn check(rows: &[Vec<u64>], expected: &[(usize, usize, f64, f64, f64)]) {
        let found = dunn(&CrossTable::from_rows(rows)).unwrap();
        assert_eq!(found.len(), expected.len());
        for (pair, &(first, second, z, p, p_holm)) in found.iter().zip(expected) {
            assert_eq!((pair.first, pair.second), (first, second));
            agree(pair.z, z);
            agree(pair.p, p);
            agree(pair.p_holm, p_holm);
        }
    }

    #[test]
    fn pairs_agree_with_the_reference() {
        // reference/formulas.json kruskal/1 and /2
        let expected = [
            (0, 1, -1.575_656_082_218_979, 0.115_105_083_876_486_59, 0.230_210_167_752_973_18),
            (0, 2, 0.853_379_368_296_348_2, 0.393_448_959_039_814_64, 0.393_448_959_039_814_64),
            (1, 2, 2.364_954_278_432_493, 0.018_032_296_962_306_28, 0.054_096_890_886_918_84),
        ];
        check(&[vec![1, 2, 1, 0, 1], vec![0, 1, 0, 2, 3], vec![2, 1, 1, 0, 0]], &expected);
        let p = 0.048_119_795_540_077_97;
        check(&[vec![0, 1, 2, 1, 2], vec![2, 1, 2, 0, 0]], &[(0, 1, 1.976_308_959_006_479_7, p, p)]);
    }

    #[test]
    fn empty_groups_make_no_pairs_and_rows_keep_their_places() {
        // rank, pnorm and p.adjust
        let expected = [
            (0, 1, -1.635_082_657_964_547_7, 0.102_031_721_076_785_14, 0.280_995_226_004_627_8),
            (0, 3, 0.493_067_505_814_217_8, 0.621_964_889_733_480_2, 0.621_964_889_733_480_2),
            (1, 3, 1.676_373_402_506_989_4, 0.093_665_075_334_875_92, 0.280_995_226_004_627_8),
        ];
        check(&[vec![3, 0, 5, 9, 2], vec![1, 0, 8, 4, 11], vec![], vec![2, 0, 2, 2, 1]], &expected);
    }

    #[test]
    fn all_pairs_of_a_thousand_groups_are_found() {
        let rows: Vec<[u64; 5]> = (0..1_128).map(|g| [g % 7, 2, g % 3, 1, g % 5]).collect();
        let pairs = dunn(&CrossTable::from_rows(&rows)).unwrap();
        assert_eq!(pairs.len(), 1_128 * 1_127 / 2);
        assert!(pairs.iter().all(|pair| pair.p <= pair.p_holm && pair.p_holm <= 1.0));
    }
}
