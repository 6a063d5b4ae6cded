//! How far shares of the explained variance could have come out otherwise: the rows drawn again and again from themselves.

use super::super::proportion::as_real;
use super::super::{Interval, Obstacle};
use super::shares::{Division, divide, of_one};
use super::symmetric::{Matrix, mirrored};
use statrs::function::gamma::ln_gamma;

/// The different complete rows of some items, and how often each came.
#[derive(Clone, Debug, PartialEq)]
pub struct Patterns {
    /// For each item the value of each of its codes.
    pub values: Vec<Vec<i64>>,
    /// The place of each item's code, and the number of such rows; in a fixed order, for the draws follow it.
    pub rows: Vec<(Vec<u8>, u64)>,
}

/// How often rows are drawn again, and from which number the draws start: the same numbers give the same intervals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resampling {
    /// How many samples are drawn.
    pub resamples: u32,
    /// The number from which the draws start.
    pub seed: u64,
}

/// 95 % intervals of shares.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareIntervals {
    /// The samples that could be divided: those in which each item varied.
    pub resamples: u32,
    /// For each other item, in the order of the patterns, the interval of its share of 1.
    pub intervals: Vec<Interval>,
}

/// Percentile intervals of each item's share of what all explain of the item at `outcome`: as many rows as there are, drawn with
/// replacement from the table of patterns, divided, and so on; the ends are the 2.5 and 97.5 % places among `resamples` + 1.
///
/// Source: Efron 1979, Annals of Statistics 7, 1-26; Davison & Hinkley 1997, Bootstrap Methods and their Application, 5.3.1.
///
/// # Errors
/// As [`super::shares()`]; fewer than 39 samples, which have no 2.5 % place; `Undetermined` where more than one sample in ten
/// cannot be divided.
pub fn bootstrap(
    patterns: &Patterns,
    outcome: usize,
    division: Division,
    resampling: Resampling,
) -> Result<ShareIntervals, Obstacle> {
    const FEWEST: u32 = 39;
    let table = Table::of(patterns);
    let needed = u64::try_from(patterns.values.len()).unwrap_or(u64::MAX).saturating_add(1);
    if table.base < needed {
        return Err(Obstacle::TooFewAnswers { found: table.base, needed });
    }
    if resampling.resamples < FEWEST {
        return Err(Obstacle::TooFewAnswers { found: u64::from(resampling.resamples), needed: u64::from(FEWEST) });
    }
    divide(&table.correlations(&table.counts).ok_or(Obstacle::Constant)?, outcome, division)?;
    let mut draws = Draws(resampling.seed);
    let mut drawn = vec![0; table.counts.len()];
    let mut found: Vec<Vec<f64>> = Vec::new();
    for _ in 0..resampling.resamples {
        draws.fill(&mut drawn, &table.counts, table.base);
        let divided = table.correlations(&drawn).and_then(|own| divide(&own, outcome, division).ok());
        found.extend(divided.and_then(|parts| of_one(&parts)));
    }
    let used = u32::try_from(found.len()).unwrap_or(u32::MAX);
    if u64::from(used) * 10 < u64::from(resampling.resamples) * 9 {
        return Err(Obstacle::Undetermined);
    }
    let interval = |item: usize| {
        let mut own: Vec<f64> = found.iter().map(|shares| shares[item]).collect();
        own.sort_by(f64::total_cmp);
        Interval { lower: at_place(&own, 0.025), upper: at_place(&own, 0.975) }
    };
    Ok(ShareIntervals { resamples: used, intervals: (0..patterns.values.len() - 1).map(interval).collect() })
}

/// The value at a part of the way through sorted ones: the place `(n + 1) p`, between two of them on the line that joins them.
fn at_place(sorted: &[f64], part: f64) -> f64 {
    let place = (as_real(sorted.len() as u64) + 1.0) * part;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 0 and the number of samples.
    let before = (place.floor() as usize).clamp(1, sorted.len() - 1);
    let (one, next) = (sorted[before - 1], sorted[before]);
    one + (place - place.floor()) * (next - one)
}

/// The patterns as numbers, each item from its mean: sums of squares far from it would lose digits.
struct Table {
    base: u64,
    counts: Vec<u64>,
    rows: Vec<Vec<f64>>,
}

impl Table {
    fn of(patterns: &Patterns) -> Self {
        let counts: Vec<u64> = patterns.rows.iter().map(|(_, count)| *count).collect();
        let base = counts.iter().sum();
        #[allow(clippy::cast_precision_loss)] // Codes of answers.
        let value = |item: usize, code: u8| patterns.values[item][usize::from(code)] as f64;
        let mean = |item: usize| {
            let sum: f64 = patterns.rows.iter().map(|(codes, count)| value(item, codes[item]) * as_real(*count)).sum();
            sum / as_real(base)
        };
        let means: Vec<f64> = (0..patterns.values.len()).map(mean).collect();
        let row = |codes: &[u8]| means.iter().enumerate().map(|(item, mean)| value(item, codes[item]) - mean).collect();
        Self { base, counts, rows: patterns.rows.iter().map(|(codes, _)| row(codes)).collect() }
    }

    /// The correlations where each pattern came so often; `None` where an item does not vary.
    fn correlations(&self, counts: &[u64]) -> Option<Matrix> {
        let items = self.rows.first()?.len();
        let mut sums = vec![0.0; items];
        let mut products = vec![vec![0.0; items]; items];
        for (row, count) in self.rows.iter().zip(counts).filter(|(_, count)| **count > 0) {
            for (first, value) in row.iter().enumerate() {
                let weighted = value * as_real(*count);
                sums[first] += weighted;
                products[first][first..].iter_mut().zip(&row[first..]).for_each(|(sum, other)| *sum += weighted * other);
            }
        }
        let base = as_real(self.base);
        let covariance = |first: usize, second: usize| products[first][second] - sums[first] * sums[second] / base;
        let roots: Vec<f64> = (0..items).map(|item| covariance(item, item).max(0.0).sqrt()).collect();
        // Whole numbers that are not all the same have a sum of squares of a half at least.
        let varies = |item: usize| covariance(item, item) > 0.25;
        let cell = |first, second| if first == second { 1.0 } else { covariance(first, second) / (roots[first] * roots[second]) };
        (0..items).all(varies).then(|| mirrored(items, cell))
    }
}

/// Numbers drawn by Steele, Lea & Flood 2014 (SplitMix64): whatever the machine, the same.
struct Draws(u64);

impl Draws {
    /// Between 0 and 1, never either.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (as_real((mixed ^ (mixed >> 31)) >> 12) + 0.5) / as_real(1 << 52)
    }

    /// So many rows drawn from the patterns with replacement: each pattern's number, given those before, is binomial, so that
    /// the work depends on the number of patterns and not of rows.
    fn fill(&mut self, drawn: &mut [u64], counts: &[u64], base: u64) {
        let (mut rest, mut left) = (base, base);
        for (drawn, count) in drawn.iter_mut().zip(counts) {
            *drawn = if left == 0 { 0 } else { self.binomial(rest, as_real(*count) / as_real(left)) };
            rest -= *drawn;
            left -= count;
        }
    }

    /// How many of so many cases come about that each do so with a probability.
    ///
    /// By inversion where few are expected, else by transformed rejection: Hormann 1993, Journal of Statistical Computation and
    /// Simulation 46, 101-110 (BTRS).
    fn binomial(&mut self, cases: u64, probability: f64) -> u64 {
        if cases == 0 || probability <= 0.0 {
            return 0;
        }
        if probability >= 1.0 {
            return cases;
        }
        if probability > 0.5 {
            return cases - self.binomial(cases, 1.0 - probability);
        }
        if as_real(cases) * probability < 10.0 { self.invert(cases, probability) } else { self.reject(cases, probability) }
    }

    fn invert(&mut self, cases: u64, probability: f64) -> u64 {
        let odds = probability / (1.0 - probability);
        let mut chance = (as_real(cases) * (-probability).ln_1p()).exp();
        let (mut left, mut found) = (self.next(), 0);
        while left > chance && found < cases {
            left -= chance;
            found += 1;
            chance *= as_real(cases - found + 1) / as_real(found) * odds;
        }
        found
    }

    fn reject(&mut self, cases: u64, probability: f64) -> u64 {
        let (n, rest) = (as_real(cases), 1.0 - probability);
        let spread = (n * probability * rest).sqrt();
        let b = 1.15 + 2.53 * spread;
        let a = -0.0873 + 0.0248 * b + 0.01 * probability;
        let alpha = (2.83 + 5.1 / b) * spread;
        let mode = ((n + 1.0) * probability).floor();
        let log_ways = |count: f64| ln_gamma(count + 1.0) + ln_gamma(n - count + 1.0);
        loop {
            let (u, v) = (self.next() - 0.5, self.next());
            let from_edge = 0.5 - u.abs();
            let count = ((2.0 * a / from_edge + b) * u + n * probability + 0.5).floor();
            if !(0.0..=n).contains(&count) {
                continue;
            }
            let sure = from_edge >= 0.07 && v <= 0.92 - 4.2 / b;
            let height = (v * alpha / (a / (from_edge * from_edge) + b)).ln();
            if sure || height <= log_ways(mode) - log_ways(count) + (count - mode) * (probability / rest).ln() {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A whole number between 0 and the cases.
                return count as u64;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{counted, drawn_rows};
    use super::super::shares;
    use super::*;
    use std::collections::BTreeMap;

    const THOUSAND: Resampling = Resampling { resamples: 999, seed: 1 };

    /// The patterns of complete rows.
    fn patterns(values: Vec<Vec<i64>>, rows: &[Vec<i64>]) -> Patterns {
        let mut found: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
        for row in rows {
            let place = |(item, value): (usize, &i64)| values[item].iter().position(|own| own == value).unwrap() as u8;
            *found.entry(row.iter().enumerate().map(place).collect()).or_default() += 1;
        }
        Patterns { values, rows: found.into_iter().collect() }
    }

    fn eleven_points() -> Patterns {
        patterns(vec![(0..11).collect(); 4], &drawn_rows(300, 4, 0, 11))
    }

    #[test]
    fn the_intervals_are_those_of_rs_own_draws() {
        // 40,000 samples of the rows in R, quantile(type = 6); both ends err by their own draws.
        let expected = [
            [(0.070_812, 0.270_714), (0.207_543, 0.439_332), (0.389_940, 0.648_801)],
            [(0.071_948, 0.273_419), (0.207_894, 0.439_618), (0.387_790, 0.646_616)],
        ];
        for (division, expected) in Division::ALL.into_iter().zip(expected) {
            let found = bootstrap(&eleven_points(), 3, division, Resampling { resamples: 3_999, seed: 7 }).unwrap();
            assert_eq!(found.resamples, 3_999);
            for (interval, (lower, upper)) in found.intervals.iter().zip(expected) {
                assert!((interval.lower - lower).abs() < 0.015 && (interval.upper - upper).abs() < 0.015, "{interval:?}");
            }
        }
    }

    #[test]
    fn a_seed_gives_its_intervals_again_and_they_hold_the_shares() {
        let own = eleven_points();
        let rows: Vec<Vec<i64>> = drawn_rows(300, 4, 0, 11);
        let divided = shares(&counted(&own.values, &rows), 3, Division::Lmg).unwrap().of_one().unwrap();
        let found = bootstrap(&own, 3, Division::Lmg, THOUSAND).unwrap();
        assert_eq!(found, bootstrap(&own, 3, Division::Lmg, THOUSAND).unwrap());
        assert_ne!(found, bootstrap(&own, 3, Division::Lmg, Resampling { seed: 2, ..THOUSAND }).unwrap());
        for (interval, share) in found.intervals.iter().zip(divided) {
            assert!(interval.lower < share && share < interval.upper, "{interval:?} {share}");
        }
    }

    #[test]
    fn a_thousand_times_the_rows_leave_little_open() {
        let mut own = eleven_points();
        let wide = bootstrap(&own, 3, Division::Johnson, THOUSAND).unwrap();
        own.rows.iter_mut().for_each(|(_, count)| *count *= 1_000_000);
        let narrow = bootstrap(&own, 3, Division::Johnson, THOUSAND).unwrap();
        for (wide, narrow) in wide.intervals.iter().zip(&narrow.intervals) {
            let shrunk = (wide.upper - wide.lower) / (narrow.upper - narrow.lower);
            assert!((800.0..1_250.0).contains(&shrunk), "{shrunk}");
        }
    }

    #[test]
    fn drawn_numbers_have_the_mean_and_the_spread_of_the_binomial() {
        let mut draws = Draws(3);
        // By inversion, by rejection, the rarer side of a probability above a half, huge.
        for (cases, probability) in [(50, 0.1), (200, 0.3), (1_000, 0.97), (40, 0.45), (1_000_000_000, 0.2)] {
            let (n, many) = (as_real(cases), 20_000.0);
            let found: Vec<f64> = (0..20_000).map(|_| as_real(draws.binomial(cases, probability))).collect();
            let mean = found.iter().sum::<f64>() / many;
            let variance = found.iter().map(|own| (own - mean).powi(2)).sum::<f64>() / many;
            let expected = n * probability * (1.0 - probability);
            assert!((mean - n * probability).abs() < 4.0 * (expected / many).sqrt(), "{cases}: {mean}");
            assert!((variance / expected - 1.0).abs() < 0.05, "{cases}: {variance} instead of {expected}");
        }
    }

    #[test]
    fn as_many_rows_are_drawn_as_there_are() {
        let (mut draws, counts) = (Draws(9), [3, 0, 1, 40, 900, 1, 0]);
        let mut drawn = [0; 7];
        for _ in 0..200 {
            draws.fill(&mut drawn, &counts, 945);
            assert_eq!(drawn.iter().sum::<u64>(), 945);
            assert_eq!((drawn[1], drawn[6]), (0, 0));
        }
    }

    #[test]
    fn what_stands_in_the_way_is_said() {
        let found = |rows: &[Vec<i64>], resampling| {
            bootstrap(&patterns(vec![vec![1, 2, 3]; 3], rows), 2, Division::Lmg, resampling).map(|found| found.resamples)
        };
        let row = |codes: [i64; 3]| codes.to_vec();
        let few = [row([1, 1, 2]), row([2, 2, 1]), row([3, 1, 3])];
        assert_eq!(found(&few, THOUSAND), Err(Obstacle::TooFewAnswers { found: 3, needed: 4 }));
        let twice = [row([1, 1, 2]), row([2, 2, 1]), row([3, 3, 3]), row([1, 1, 1]), row([2, 2, 3])];
        assert_eq!(found(&twice, THOUSAND), Err(Obstacle::Collinear));
        let constant = [row([1, 1, 2]), row([1, 2, 1]), row([1, 3, 3]), row([1, 1, 1])];
        assert_eq!(found(&constant, THOUSAND), Err(Obstacle::Constant));
        // One row that varies is missing in a third of the samples.
        let mut rare = vec![row([1, 1, 1]), row([1, 2, 2]), row([1, 3, 3]), row([1, 1, 2]), row([1, 2, 1]), row([1, 3, 2])];
        rare.push(row([2, 2, 3]));
        assert_eq!(found(&rare, THOUSAND), Err(Obstacle::Undetermined));
        assert_eq!(found(&rare, Resampling { resamples: 38, seed: 1 }), Err(Obstacle::TooFewAnswers { found: 38, needed: 39 }));
    }
}
