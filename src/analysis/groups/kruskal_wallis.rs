//! Any number of groups compared by rank.

use super::answered_rows;
use super::ranks::Ranks;
use super::strength::Strength;
use crate::analysis::distribution::chi_square;
use crate::analysis::mean::real;
use crate::analysis::obstacle::Obstacle;
use crate::analysis::proportion::as_real;
use crate::response::CrossTable;

/// The Kruskal-Wallis test with its effect sizes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KruskalWallis {
    /// How many answered.
    pub base: u64,
    /// The groups with answers.
    pub groups: u64,
    /// The statistic, corrected for ties.
    pub h: f64,
    /// Degrees of freedom: groups less 1.
    pub freedom: u64,
    /// Probability of an `h` at least as large, by chi-square.
    pub p: f64,
    /// `H / (n - 1)`: the share of the spread of the ranks that lies between groups, from 0 to 1.
    pub epsilon_squared: f64,
    /// `(H - k + 1) / (n - k)`: the same less what chance alone would give, which may fall below 0; `None` where every group
    /// has a single answer.
    pub eta_squared: Option<f64>,
    /// What ties leave of the variance of the ranks, from 0 (all equal) to 1 (no ties).
    pub tie_factor: f64,
}

impl KruskalWallis {
    /// How much the groups differ, by eta squared: epsilon squared grows with the mere number of groups (1,128 groups of 65
    /// answers drawn alike would be called different). `None` where every group has a single answer.
    pub fn strength(&self) -> Option<Strength> {
        self.eta_squared.map(Strength::of_eta_squared)
    }
}

/// Whether some group tends to higher answers than others: R's `kruskal.test`.
///
/// With ranks centred on their mean, `H = 12 (N - 1) sum(n_i mean_i^2) / (N^3 - sum t^3)`, in which nothing cancels. Sources:
/// Kruskal & Wallis 1952, J. Am. Stat. Assoc. 47, 583-621; epsilon squared: Kelley 1935, here as Tomczak & Tomczak 2014, Trends
/// in Sport Sciences 21, 19-25, which also has eta squared (`rstatix::kruskal_effsize`).
///
/// # Errors
/// [`Obstacle::TooFewGroups`]; [`Obstacle::Constant`] where all answers are the same.
pub fn kruskal_wallis(table: &CrossTable) -> Result<KruskalWallis, Obstacle> {
    let rows = answered_rows(table)?;
    let ranks = Ranks::of(table)?;
    let squares = rows.iter().map(|row| {
        let counts = table.row(*row);
        real(ranks.doubled_sum(counts)).powi(2) / as_real(counts.iter().sum())
    });
    let (base, groups) = (table.total(), rows.len() as u64);
    let freedom = groups - 1;
    let h = 3.0 * as_real(base - 1) * squares.sum::<f64>() / real(ranks.spread);
    Ok(KruskalWallis {
        base,
        groups,
        h,
        freedom,
        p: chi_square::upper_tail(h, as_real(freedom)),
        epsilon_squared: h / as_real(base - 1),
        eta_squared: (base > groups).then(|| (h - as_real(freedom)) / as_real(base - groups)),
        tie_factor: real(ranks.spread) / real(ranks.total.pow(3) - ranks.total),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-11 * expected.abs(), "{found:e} instead of {expected:e}");
    }

    #[test]
    fn ties_empty_columns_and_two_to_eleven_points_agree_with_r() {
        // kruskal.test; rstatix::kruskal_effsize
        let rising: Vec<u64> = (1..=11).collect();
        for (rows, h, freedom, p, epsilon, eta, ties) in [
            // reference/formulas.json kruskal/1
            (
                vec![vec![1, 2, 1, 0, 1], vec![0, 1, 0, 2, 3], vec![2, 1, 1, 0, 0]],
                5.986_267_166_042_443,
                2,
                0.050_130_103_502_791_15,
                0.427_590_511_860_174_5,
                0.332_188_930_503_536_9,
                0.953_571_428_571_428_5,
            ),
            (
                vec![vec![3, 0, 5, 9, 2], vec![1, 0, 8, 4, 11], vec![], vec![2, 0, 2, 2, 1]],
                4.167_967_277_026_846,
                2,
                0.124_433_525_361_027_97,
                0.085_060_556_674_017_27,
                0.046_126_963_340_996_724,
                0.922_689_075_630_252_2,
            ),
            (
                vec![vec![10, 20], vec![15, 15], vec![0, 1]],
                2.388_888_888_888_889,
                2,
                0.302_872_169_767_802_5,
                0.039_814_814_814_814_81,
                0.006_704_980_842_911_877,
                0.725_806_451_612_903_2,
            ),
            (
                vec![rising.clone(), rising.into_iter().rev().collect(), vec![5; 11], vec![0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]],
                42.960_481_656_314_61,
                3,
                2.509_009_468_494_708e-9,
                0.227_304_135_747_696_37,
                0.214_841_299_227_497_92,
                0.991_698_268_358_505_4,
            ),
        ] {
            let found = kruskal_wallis(&CrossTable::from_rows(&rows)).unwrap();
            assert_eq!((found.groups, found.freedom), (freedom + 1, freedom));
            agree(found.h, h);
            agree(found.p, p);
            agree(found.epsilon_squared, epsilon);
            agree(found.eta_squared.unwrap(), eta);
            agree(found.tie_factor, ties);
        }
    }

    #[test]
    fn millions_of_answers_with_a_tiny_effect_keep_their_digits() {
        // mpmath on exact fractions
        let m = 1_000_000;
        let found = kruskal_wallis(&CrossTable::from_rows(&[
            [m, m + 500, m, m - 200, m],
            [m + 900, m, m, m, m - 700],
            [m, m, m, m, m + 1],
        ]));
        let found = found.unwrap();
        agree(found.h, 0.566_505_852_164_380_5);
        agree(found.p, 0.753_329_227_151_823_6);
        agree(found.tie_factor, 0.959_999_995_897_865_2);
    }

    #[test]
    fn more_than_a_thousand_groups_are_compared() {
        // mpmath on exact fractions
        let rows: Vec<Vec<u64>> = (0..1_128).map(|g| (0..5).map(|c| (7 * g + 3 * c + g * c * c) % 11).collect()).collect();
        let found = kruskal_wallis(&CrossTable::from_rows(&rows)).unwrap();
        assert_eq!((found.base, found.freedom), (29_315, 1_127));
        agree(found.h, 2_104.687_004_254_485);
        agree(found.p, 6.922_011_514_491_346e-62);
    }

    #[test]
    fn the_order_of_groups_and_the_direction_of_the_scale_are_irrelevant() {
        let rows = [[4, 0, 7, 1], [2, 2, 2, 5], [0, 1, 0, 0]];
        let found = kruskal_wallis(&CrossTable::from_rows(&rows)).unwrap();
        let turned = kruskal_wallis(&CrossTable::from_rows(&[rows[2], rows[0], rows[1]])).unwrap();
        let backwards = kruskal_wallis(&CrossTable::from_rows(&rows.map(|[a, b, c, d]| [d, c, b, a]))).unwrap();
        for other in [turned, backwards] {
            agree(other.h, found.h);
            agree(other.p, found.p);
        }
    }

    #[test]
    fn two_groups_are_the_test_of_mann_and_whitney() {
        let table = CrossTable::from_rows(&[[5, 0, 9, 3], [8, 1, 2, 2]]);
        agree(kruskal_wallis(&table).unwrap().p, super::super::mann_whitney(&table).unwrap().p);
    }

    #[test]
    fn many_small_groups_drawn_alike_are_not_called_different() {
        // Each answer of ten by turns: the groups differ as chance would have it.
        let rows: Vec<[u64; 2]> = (0..200).map(|group| [1 + group % 2, 2 - group % 2]).collect();
        let found = kruskal_wallis(&CrossTable::from_rows(&rows)).unwrap();
        assert!(found.epsilon_squared > 0.1 && found.strength() == Some(Strength::Negligible));
        let alone = kruskal_wallis(&CrossTable::from_rows(&[[1, 0], [0, 1]])).unwrap();
        assert_eq!((alone.eta_squared, alone.strength()), (None, None));
    }

    #[test]
    fn what_cannot_be_compared_says_why() {
        assert_eq!(kruskal_wallis(&CrossTable::from_rows(&[[0, 3], [0, 4]])), Err(Obstacle::Constant));
        assert_eq!(kruskal_wallis(&CrossTable::from_rows(&[[1, 3]])), Err(Obstacle::TooFewGroups { found: 1, needed: 2 }));
        assert_eq!(kruskal_wallis(&CrossTable::new(3, 5)), Err(Obstacle::TooFewGroups { found: 0, needed: 2 }));
    }
}
