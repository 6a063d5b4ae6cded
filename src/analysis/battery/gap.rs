//! Expectation and perception of the same people: the gap, and whether it is more than chance.

use super::super::Obstacle;
use super::super::distribution::{beta, normal, student};
use super::super::finding::Interval;
use super::super::mean::{Moments, real};
use super::super::proportion::{TWO_SIDED_95, as_real};
use crate::response::CrossTable;
use std::collections::BTreeMap;

/// Perception less expectation, within each person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The people who gave both.
    pub base: u64,
    /// The mean expectation.
    pub expectation: f64,
    /// The mean perception.
    pub perception: f64,
    /// The mean of perception less expectation; negative where the service falls short.
    pub mean_gap: f64,
    /// The standard deviation of the gaps, divided by n - 1.
    pub deviation: f64,
    /// Student's t of the paired test.
    pub t: f64,
    /// Its degrees of freedom.
    pub freedom: u64,
    /// Its two-sided p-value.
    pub p: f64,
    /// Student's two-sided 95 % interval of the mean gap.
    pub interval: Interval,
    /// Wilcoxon's V: the sum of the ranks of the positive gaps, zeros left out.
    pub v: f64,
    /// The two-sided p-value of V, normal approximation with the correction for ties and none for continuity.
    pub signed_rank_p: f64,
    /// The two-sided p-value of the sign test, exact, zeros left out.
    pub sign_p: f64,
}

/// The gap of a pair of questions: rows are the codes of the expectation, columns those of the perception.
///
/// Sources: Parasuraman, Zeithaml & Berry 1988, J. Retailing 64, 12-40; the tests are R's `t.test(paired = TRUE)`,
/// `wilcox.test(paired = TRUE, exact = FALSE, correct = FALSE)` (Wilcoxon 1945) and `binom.test` of the signs. The two
/// questions are never compared as if different people had answered them.
///
/// # Errors
/// Fewer than two people; the same gap for all of them.
pub fn gap(table: &CrossTable, rows: &[i64], columns: &[i64]) -> Result<Gap, Obstacle> {
    let counts = differences(table, rows, columns);
    let too_few = Obstacle::TooFewAnswers { found: table.total(), needed: 2 };
    let moments = Moments::of(&counts).ok_or(too_few)?;
    let interval = moments.interval(TWO_SIDED_95, None).ok_or(too_few)?;
    let error = moments.standard_error(None).ok_or(too_few)?;
    if error <= 0.0 {
        return Err(Obstacle::Constant);
    }
    let mean = |values: &[i64], totals: Vec<u64>| {
        let counts: Vec<(i64, u64)> = values.iter().copied().zip(totals).collect();
        Moments::of(&counts).map_or(f64::NAN, |moments| moments.mean)
    };
    let (t, freedom) = (moments.mean / error, moments.base - 1);
    let ranks = signed_ranks(&counts);
    Ok(Gap {
        base: moments.base,
        expectation: mean(rows, table.row_totals()),
        perception: mean(columns, table.column_totals()),
        mean_gap: moments.mean,
        deviation: moments.deviation.unwrap_or(f64::NAN),
        t,
        freedom,
        p: student::two_sided(t, as_real(freedom)),
        interval,
        v: ranks.v,
        signed_rank_p: ranks.p,
        sign_p: sign_test(&counts),
    })
}

/// How often each difference occurs, those that do, rising.
fn differences(table: &CrossTable, rows: &[i64], columns: &[i64]) -> Vec<(i64, u64)> {
    let mut counts = BTreeMap::new();
    for (row, expectation) in table.each_row().zip(rows) {
        for (count, perception) in row.iter().zip(columns).filter(|(count, _)| **count > 0) {
            *counts.entry(perception - expectation).or_insert(0) += count;
        }
    }
    counts.into_iter().collect()
}

struct SignedRanks {
    v: f64,
    p: f64,
}

fn signed_ranks(counts: &[(i64, u64)]) -> SignedRanks {
    // By size: how many positive and how many in all.
    let mut sizes: BTreeMap<u64, (i128, i128)> = BTreeMap::new();
    for (difference, count) in counts.iter().filter(|(difference, _)| *difference != 0) {
        let size = sizes.entry(difference.unsigned_abs()).or_default();
        size.0 += if *difference > 0 { i128::from(*count) } else { 0 };
        size.1 += i128::from(*count);
    }
    let n: i128 = sizes.values().map(|(_, all)| all).sum();
    let (mut below, mut doubled_v, mut ties) = (0, 0, 0);
    for (positive, all) in sizes.values() {
        // Twice the middle rank of this size.
        doubled_v += positive * (2 * below + all + 1);
        ties += all * all * all - all;
        below += all;
    }
    // Twice V less twice its expectation, and 48 times its variance: whole numbers.
    let excess = 2 * doubled_v - n * (n + 1);
    let spread = 2 * n * (n + 1) * (2 * n + 1) - ties;
    let z = real(excess) / 4.0 / (real(spread) / 48.0).sqrt();
    SignedRanks { v: real(doubled_v) / 2.0, p: (2.0 * normal::upper_tail(z.abs())).min(1.0) }
}

/// Twice the probability of the rarer sign being so rare under a fair coin.
fn sign_test(counts: &[(i64, u64)]) -> f64 {
    let of = |sign: i64| counts.iter().filter(|(difference, _)| difference.signum() == sign).map(|(_, count)| count).sum::<u64>();
    let (positive, negative) = (of(1), of(-1));
    let (fewer, more) = (positive.min(negative), positive.max(negative));
    if fewer == more {
        return 1.0;
    }
    // A binomial tail is an incomplete beta function: DLMF 8.17.5.
    (2.0 * beta::tails(as_real(more), as_real(fewer + 1), 0.5, 0.5).lower).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::super::example::{agree, counted, drawn};
    use super::*;

    fn check(found: Gap, expected: [f64; 11], tolerance: f64) {
        let Gap { expectation, perception, mean_gap, deviation, t, p, interval, v, signed_rank_p, sign_p, .. } = found;
        let figures =
            [expectation, perception, mean_gap, deviation, t, p, interval.lower, interval.upper, v, signed_rank_p, sign_p];
        figures.into_iter().zip(expected).for_each(|(found, expected)| agree(found, expected, tolerance));
    }

    #[test]
    fn the_paired_tests_agree_with_r() {
        // Expectation 7 6 5 7 6 7 5 6, perception 6 6 4 5 6 7 5 4: t.test, wilcox.test, binom.test
        let scale: Vec<i64> = (1..=7).collect();
        let rows = [[7, 6], [6, 6], [5, 4], [7, 5], [6, 6], [7, 7], [5, 5], [6, 4]];
        let found = gap(&counted(&[scale.clone(), scale.clone()], &rows).table(0, 1), &scale, &scale).unwrap();
        let expected = [
            6.125,
            5.375,
            -0.75,
            0.886_405_260_427_918_3,
            -2.393_172_105_652_397,
            0.047_944_772_179_623_334,
            -1.491_053_342_760_372_7,
            -0.008_946_657_239_627_393,
            0.0,
            0.063_317_786_830_045_64,
            0.125,
        ];
        check(found, expected, 1e-12);
        assert_eq!((found.base, found.freedom), (8, 7));
        let pairs = drawn(300, 6, 0, 11);
        let found = gap(&pairs.table(0, 1), pairs.values(0), pairs.values(1)).unwrap();
        let expected = [
            5.163_333_333_333_333,
            5.186_666_666_666_666_5,
            0.023_333_333_333_333_334,
            2.935_674_169_873_266_7,
            0.137_666_908_875_716_61,
            0.890_596_333_178_201_3,
            -0.310_213_481_365_033_57,
            0.356_880_148_031_700_2,
            16_784.0,
            0.861_040_513_166_080_7,
            0.617_847_118_689_504_9,
        ];
        check(found, expected, 1e-11);
    }

    #[test]
    fn exchanged_or_read_backwards_the_gap_changes_its_sign() {
        let pairs = drawn(120, 2, 1, 7);
        let found = gap(&pairs.table(0, 1), pairs.values(0), pairs.values(1)).unwrap();
        let backwards = pairs.reversed(0).reversed(1);
        for other in [
            gap(&pairs.table(1, 0), pairs.values(1), pairs.values(0)).unwrap(),
            gap(&backwards.table(0, 1), backwards.values(0), backwards.values(1)).unwrap(),
        ] {
            agree(other.t, -found.t, 1e-14);
            agree(other.interval.lower, -found.interval.upper, 1e-13);
            assert_eq!((other.p, other.signed_rank_p, other.sign_p), (found.p, found.signed_rank_p, found.sign_p));
        }
    }

    #[test]
    fn as_many_better_as_worse_is_no_sign_of_anything() {
        let pairs = drawn(60, 4, 1, 3);
        let found = gap(&pairs.table(0, 1), pairs.values(0), pairs.values(1)).unwrap();
        assert_eq!((found.mean_gap, found.t, found.p, found.signed_rank_p, found.sign_p), (0.0, 0.0, 1.0, 1.0, 1.0));
    }

    #[test]
    fn ten_million_pairs_overflow_nothing() {
        let table = CrossTable::from_rows(&[[4_000_000, 1_000_000], [1_001_000, 3_999_000]]);
        let found = gap(&table, &[1, 2], &[1, 2]).unwrap();
        // binom.test(1e6, 2001000)$p.value; without other sizes the signed ranks are the signs, (b - c) / sqrt(b + c)
        agree(found.v, 1_000_000.0 * 1_000_500.5, 1e-14);
        agree(found.signed_rank_p, 2.0 * normal::upper_tail(1_000.0 / 2_001_000.0_f64.sqrt()), 1e-12);
        agree(found.sign_p, 0.480_049_390_990_016_2, 1e-9);
    }

    #[test]
    fn what_stands_in_the_way_is_said() {
        let too_few = |found| Err(Obstacle::TooFewAnswers { found, needed: 2 });
        assert_eq!(gap(&CrossTable::new(2, 2), &[1, 2], &[1, 2]), too_few(0));
        assert_eq!(gap(&CrossTable::from_rows(&[[0, 1], [0, 0]]), &[1, 2], &[1, 2]), too_few(1));
        assert_eq!(gap(&CrossTable::from_rows(&[[5, 0], [0, 3]]), &[1, 2], &[1, 2]), Err(Obstacle::Constant));
    }
}
