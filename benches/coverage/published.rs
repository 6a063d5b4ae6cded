//! The exact tables: sums of binomial and hypergeometric probabilities, nothing drawn. A test compares them with the page.

use super::population::{Distribution, Population, chance, index};
use super::table::{Table, grouped, per_cent};
use ascolto::analysis::proportion::{TWO_SIDED_95, as_real, clopper_pearson, share_finding, wilson};
use ascolto::analysis::{Interval, VerdictError};
use ascolto::charter::{Direction, Verdict, judge};

/// The bases of the tables.
pub const BASES: [u64; 8] = [20, 30, 50, 100, 200, 500, 1_000, 2_000];
/// Universe and sample.
pub const FINITE: [(u64, u64); 8] =
    [(60, 30), (100, 50), (100, 90), (300, 100), (500, 250), (2_000, 350), (2_000, 1_500), (20_000, 2_000)];
/// The targets of the tables of verdicts.
pub const TARGETS: [f64; 12] = [0.1, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99];

/// The mean coverage over the shares .02, .03 ... .98, and the lowest with its share.
#[derive(Clone, Copy, Debug)]
pub struct Coverage {
    /// The mean.
    pub mean: f64,
    /// The lowest, and the share it is at.
    pub lowest: (f64, f64),
    /// The lowest between .1 and .9.
    pub lowest_inside: f64,
}

impl Coverage {
    /// Of the intervals of every count, over populations.
    pub fn of(intervals: &[Interval], populations: &[Population]) -> Self {
        let base = intervals.len() as u64 - 1;
        let found: Vec<(f64, f64)> =
            populations.iter().map(|from| (covered(&from.exact(base), intervals, from.share()), from.share())).collect();
        let less = |one: (f64, f64), two: &(f64, f64)| if two.0 < one.0 { *two } else { one };
        Self {
            mean: found.iter().map(|(coverage, _)| coverage).sum::<f64>() / as_real(found.len() as u64),
            lowest: found.iter().fold((1.0, 0.0), less),
            lowest_inside: found.iter().filter(|(_, share)| (0.0999..0.9001).contains(share)).fold((1.0, 0.0), less).0,
        }
    }
}

/// How probable it is that the interval of the count contains the truth.
pub fn covered(distribution: &Distribution, intervals: &[Interval], truth: f64) -> f64 {
    chance(distribution, |count| {
        let Interval { lower, upper } = intervals[index(count)];
        // At the edges of a finite universe truth and bound are the same number, reached by different roundings.
        lower <= truth + 1e-12 && truth <= upper + 1e-12
    })
}

/// The shares .02, .03 ... .98 of endless people.
pub fn endless() -> Vec<Population> {
    (2..=98_u8).map(|hundredths| Population::Endless(f64::from(hundredths) / 100.0)).collect()
}

/// A finite universe with every possible number of satisfied people between two and ninety-eight in a hundred.
pub fn finite(universe: u64) -> Vec<Population> {
    let satisfied = (2 * universe).div_ceil(100)..=98 * universe / 100;
    let step = index((universe / 500).max(1));
    satisfied.step_by(step).map(|satisfied| Population::People { satisfied, universe }).collect()
}

/// Wilson's interval of every count, as every finding carries it.
pub fn wilson_intervals(base: u64, universe: Option<u64>) -> Vec<Interval> {
    (0..=base).filter_map(|count| share_finding(count, base, universe)).map(|found| found.interval).collect()
}

/// The exact binomial interval of every count.
pub fn clopper_intervals(base: u64) -> Vec<Interval> {
    (0..=base).map(|count| clopper_pearson(count, base)).collect()
}

fn described(coverage: Coverage) -> Vec<String> {
    let (lowest, share) = coverage.lowest;
    vec![per_cent(coverage.mean), format!("{} at {share:.2}", per_cent(lowest)), per_cent(coverage.lowest_inside)]
}

/// Intervals of a share, endless universe.
pub fn shares() -> Table {
    let head = ["n", "Wilson, mean", "lowest", "lowest in .1-.9", "Clopper-Pearson, mean", "lowest", "lowest in .1-.9"];
    let mut table = Table::new("Table 1. Exact coverage of the 95 % intervals of a share, per cent", &head);
    for base in BASES {
        let mut row = vec![grouped(base)];
        row.extend(described(Coverage::of(&wilson_intervals(base, None), &endless())));
        row.extend(described(Coverage::of(&clopper_intervals(base), &endless())));
        table.rows.push(row);
    }
    table
}

/// Wilson's interval in a finite universe, with the correction and without.
pub fn finite_shares() -> Table {
    let head = ["universe", "n", "corrected, mean", "lowest", "lowest in .1-.9", "not corrected, mean"];
    let caption = "Table 2. Exact coverage of Wilson's 95 % interval in a finite universe, per cent";
    let mut table = Table::new(caption, &head);
    for (universe, base) in FINITE {
        let populations = finite(universe);
        let plain: Vec<_> = (0..=base).map(|count| wilson(as_real(count) / as_real(base), as_real(base), TWO_SIDED_95)).collect();
        let mut row = vec![grouped(universe), grouped(base)];
        row.extend(described(Coverage::of(&wilson_intervals(base, Some(universe)), &populations)));
        row.push(per_cent(Coverage::of(&plain, &populations).mean));
        table.rows.push(row);
    }
    table
}

/// The verdict that a count of a sample is given.
pub fn verdict(count: u64, base: u64, universe: Option<u64>, target: f64) -> Option<Verdict> {
    judge(share_finding(count, base, universe)?.bounds, target, Direction::AtLeast)
}

const VERDICT_BASES: [u64; 6] = [20, 30, 50, 100, 500, 2_000];

/// The exact errors of the verdict on a share that is to be at least the target: reached said wrongly, not reached said wrongly.
pub fn verdicts() -> Table {
    let caption = "Table 3. Exact error of a goal's verdict, per cent: reached said wrongly / not reached said wrongly";
    let mut table = Table::new(caption, &["target", "n = 20", "30", "50", "100", "500", "2,000", "worst of 20 to 2,000"]);
    for target in TARGETS {
        let mut row = vec![format!("{target:.2}")];
        let errors = |base| VerdictError::of(target, base, Direction::AtLeast);
        let pair = |error: VerdictError| format!("{} / {}", per_cent(error.reached), per_cent(error.missed));
        row.extend(VERDICT_BASES.map(|base| pair(errors(base))));
        let worst = (20..=2_000).map(errors).fold(VerdictError::default(), |one, two| VerdictError {
            reached: one.reached.max(two.reached),
            missed: one.missed.max(two.missed),
        });
        row.push(pair(worst));
        table.rows.push(row);
    }
    table
}

/// The errors in a finite universe: a goal missed by one person, and one kept to the person.
pub fn finite_verdicts() -> Table {
    let caption = "Table 4. Exact error of a goal's verdict in a finite universe, per cent: reached said wrongly / not reached said wrongly";
    let mut table = Table::new(caption, &["universe", "n", "target .50", ".70", ".80", ".90", ".95"]);
    for (universe, base) in FINITE {
        let mut row = vec![grouped(universe), grouped(base)];
        row.extend([0.5, 0.7, 0.8, 0.9, 0.95].map(|target| {
            let (reached, missed) = finite_errors(target, universe, base);
            format!("{} / {}", per_cent(reached), per_cent(missed))
        }));
        table.rows.push(row);
    }
    table
}

/// Reached said of a universe that misses the target by one person, and not reached of one that just keeps it.
pub fn finite_errors(target: f64, universe: u64, base: u64) -> (f64, f64) {
    let (missing, keeping) = around(target, universe);
    let said = |from: Population, wanted| {
        chance(&from.exact(base), |count| verdict(count, base, Some(universe), target) == Some(wanted))
    };
    (said(missing, Verdict::Reached), said(keeping, Verdict::NotReached))
}

/// The best universe that misses the target and the worst that keeps it.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 0 and the universe.
pub fn around(target: f64, universe: u64) -> (Population, Population) {
    let keeping = (target * as_real(universe) - 1e-9).ceil() as u64;
    let people = |satisfied| Population::People { satisfied, universe };
    (people(keeping - 1), people(keeping))
}

/// All tables of this file.
pub fn tables() -> Vec<Table> {
    vec![shares(), finite_shares(), verdicts(), finite_verdicts()]
}
