//! Two groups compared by rank.

use super::ranks::Ranks;
use super::strength::Strength;
use super::two_rows;
use crate::analysis::distribution::normal;
use crate::analysis::mean::real;
use crate::analysis::obstacle::Obstacle;
use crate::response::CrossTable;

/// The Mann-Whitney test with its effect size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannWhitney {
    /// How many answered in the first group.
    pub first: u64,
    /// How many answered in the second group.
    pub second: u64,
    /// Of all pairs, those in which the first group's answer is the higher, equal ones counted half: R's `W`.
    pub w: f64,
    /// Two-sided probability, normal approximation, ties taken into account, no continuity correction.
    pub p: f64,
    /// The same with continuity correction, R's default.
    pub p_corrected: f64,
    /// Cliff's delta: the share of pairs in which the first group's answer is the higher, less that in which it is the lower.
    pub cliff_delta: f64,
}

impl MannWhitney {
    /// How much the groups differ, by Cliff's delta.
    pub fn strength(&self) -> Strength {
        Strength::of_cliff_delta(self.cliff_delta)
    }
}

/// Whether one of two groups tends to higher answers: R's `wilcox.test(exact = FALSE)`.
///
/// Sources: Mann & Whitney 1947, Ann. Math. Stat. 18, 50-60; the correction for ties in Lehmann 1975, Nonparametrics, 1.4;
/// delta: Cliff 1993, Psychol. Bull. 114, 494-509.
///
/// # Errors
/// [`Obstacle::TooFewGroups`], [`Obstacle::NotTwoGroups`]; [`Obstacle::Constant`] where all answers are the same.
pub fn mann_whitney(table: &CrossTable) -> Result<MannWhitney, Obstacle> {
    let (one, other) = two_rows(table)?;
    let ranks = Ranks::of(table)?;
    let (first, second): (u64, u64) = (one.iter().sum(), other.iter().sum());
    let pairs = i128::from(first) * i128::from(second);
    // Twice W less its expectation.
    let excess = ranks.doubled_sum(one);
    let deviation = (real(pairs) / 12.0 * (real(ranks.spread) / real(ranks.total * (ranks.total - 1)))).sqrt();
    let away = 0.5 * real(excess.abs());
    let two_sided = |away: f64| (2.0 * normal::upper_tail(away / deviation)).min(1.0);
    Ok(MannWhitney {
        first,
        second,
        w: 0.5 * real(pairs + excess),
        p: two_sided(away),
        // Exactly in the middle R corrects nothing; anywhere else W is at least one half away.
        p_corrected: two_sided((away - 0.5).max(0.0)),
        cliff_delta: real(excess) / real(pairs),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The seven points of `informat` in the data `univer`, gender 0 and 1.
    const BY_GENDER: [[u64; 7]; 2] = [[41, 34, 62, 95, 263, 324, 311], [16, 20, 45, 61, 264, 303, 340]];

    fn agree(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-11 * expected.abs(), "{found:e} instead of {expected:e}");
    }

    #[test]
    fn ties_empty_columns_and_two_to_eleven_points_agree_with_r() {
        // wilcox.test(exact = FALSE), without and with correction; mean(sign(outer(x, y, "-")))
        for (rows, w, p, p_corrected, delta) in [
            // reference/formulas.json kruskal/2
            (vec![vec![0, 1, 2, 1, 2], vec![2, 1, 2, 0, 0]], 25.5, 0.048_119_795_540_077_76, 0.059_809_000_230_866_16, 0.7),
            (
                vec![vec![3, 0, 5, 9, 2], vec![1, 0, 8, 4, 11]],
                162.5,
                0.094_333_594_845_858_76,
                0.096_874_776_387_960_09,
                -0.287_280_701_754_385_97,
            ),
            (vec![vec![0, 1], vec![7, 4]], 9.0, 0.236_723_570_637_857_32, 0.310_494_434_317_234_9, 0.636_363_636_363_636_4),
            (vec![vec![4, 2, 4], vec![2, 1, 2]], 25.0, 1.0, 1.0, 0.0),
            (
                vec![(1..=11).collect(), (1..=11).rev().collect()],
                3_498.0,
                1.616_219_691_468_702_7e-9,
                1.639_237_811_647_758_4e-9,
                0.606_060_606_060_606,
            ),
            (
                vec![vec![0, 0, 0, 0, 90], vec![80, 1, 0, 0, 0]],
                7_290.0,
                1.151_272_427_696_856_4e-38,
                1.178_450_958_084_581_5e-38,
                1.0,
            ),
        ] {
            let found = mann_whitney(&CrossTable::from_rows(&rows)).unwrap();
            agree(found.w, w);
            agree(found.p, p);
            agree(found.p_corrected, p_corrected);
            agree(found.cliff_delta, delta);
        }
    }

    #[test]
    fn the_reference_differs_by_gender_as_in_r() {
        // reference/univer.json group2/gender/informat
        let found = mann_whitney(&CrossTable::from_rows(&BY_GENDER)).unwrap();
        agree(found.w, 541_492.5);
        agree(found.p, 0.000_308_508_744_055_919);
        agree(found.p_corrected, 0.000_308_550_640_559_786_5);
        agree(found.cliff_delta, -0.086_373_874_823_894_65);
        assert_eq!(found.strength(), Strength::Negligible);
    }

    #[test]
    fn a_million_answers_a_cell_do_not_overflow() {
        // mpmath on exact fractions
        let (million, rows) = (1_000_000, |m: u64| [[m, m + 500, m, m - 200, m], [m + 900, m, m, m, m - 700]]);
        let found = mann_whitney(&CrossTable::from_rows(&rows(million))).unwrap();
        agree(found.w, 12_503_750_270_000.0);
        agree(found.p, 0.576_142_128_513_558_8);
        agree(found.p_corrected, 0.576_142_128_589_854_7);
        agree(found.cliff_delta, 0.000_199_999_199_600_041_92);
    }

    #[test]
    fn exchanged_groups_and_a_scale_read_backwards_mirror_the_test() {
        let (one, other): ([u64; 4], [u64; 4]) = ([5, 0, 9, 3], [8, 1, 2, 2]);
        let backwards = |row: [u64; 4]| [row[3], row[2], row[1], row[0]];
        let found = mann_whitney(&CrossTable::from_rows(&[one, other])).unwrap();
        for mirrored in [[other, one], [backwards(one), backwards(other)]] {
            let mirrored = mann_whitney(&CrossTable::from_rows(&mirrored)).unwrap();
            agree(mirrored.cliff_delta, -found.cliff_delta);
            agree(mirrored.w, 17.0 * 13.0 - found.w);
            agree(mirrored.p, found.p);
            agree(mirrored.p_corrected, found.p_corrected);
        }
        let tenfold =
            mann_whitney(&CrossTable::from_rows(&[one.map(|count| 10 * count), other.map(|count| 10 * count)])).unwrap();
        agree(tenfold.cliff_delta, found.cliff_delta);
    }

    #[test]
    fn what_cannot_be_compared_says_why() {
        let of = |rows: &[[u64; 2]]| mann_whitney(&CrossTable::from_rows(rows)).unwrap_err();
        assert_eq!(of(&[[3, 0], [4, 0]]), Obstacle::Constant);
        assert_eq!(of(&[[3, 1], [0, 0]]), Obstacle::TooFewGroups { found: 1, needed: 2 });
        assert_eq!(of(&[[3, 1], [1, 0], [0, 2]]), Obstacle::NotTwoGroups { found: 3 });
        assert!(mann_whitney(&CrossTable::from_rows(&[[3, 1], [0, 0], [0, 2]])).is_ok());
    }
}
