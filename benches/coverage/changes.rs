//! The difference of two years: Newcombe's interval and what is said of it.

use super::checks::{Checks, SAMPLES};
use super::population::{Distribution, Population, index};
use super::table::{Table, grouped, per_cent};
use ascolto::analysis::change::{Change, STABLE_WITHIN, judge};
use ascolto::analysis::groups::{Fraction, newcombe};
use ascolto::analysis::proportion::TWO_SIDED_95;
use fastrand::Rng;

const BASES: [(u64, u64); 8] = [(20, 20), (50, 50), (100, 100), (200, 200), (350, 350), (1_000, 1_000), (50, 500), (100, 1_000)];
const SHARES: [f64; 11] = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98];
const DRAWN: [(f64, f64); 6] = [(0.5, 0.5), (0.8, 0.75), (0.8, 0.8), (0.95, 0.9), (0.98, 0.98), (0.02, 0.1)];
/// Counts rarer than this are left out of the sums; all of them together are too rare to show.
const NEGLIGIBLE: f64 = 1e-11;

/// Both years' samples.
#[derive(Clone, Copy, Debug)]
struct Years {
    now: (u64, f64),
    before: (u64, f64),
}

impl Years {
    /// The probability of every pair of counts that is not negligible, given to `visit`.
    fn each(self, mut visit: impl FnMut(Fraction, Fraction, f64)) {
        let (now, before) = (exact(self.now), exact(self.before));
        for (count, probability) in (0..).zip(&now).filter(|(_, one)| **one > NEGLIGIBLE) {
            for (other, one) in (0..).zip(&before).filter(|(_, one)| **one > NEGLIGIBLE) {
                let (ours, theirs) = (Fraction { count, base: self.now.0 }, Fraction { count: other, base: self.before.0 });
                visit(ours, theirs, probability * one);
            }
        }
    }

    fn drawn(self, random: &mut Rng) -> (Fraction, Fraction) {
        let mut draw = |(base, share)| Fraction { count: Population::Endless(share).draw(base, random), base };
        (draw(self.now), draw(self.before))
    }

    fn difference(self) -> f64 {
        self.now.1 - self.before.1
    }

    fn covers(self, now: Fraction, before: Fraction) -> bool {
        let found = newcombe(now, before, TWO_SIDED_95);
        found.lower <= self.difference() && self.difference() <= found.upper
    }
}

fn exact((base, share): (u64, f64)) -> Distribution {
    Population::Endless(share).exact(base)
}

/// Newcombe's interval: exact for all pairs of shares, drawn for some.
pub fn intervals(checks: &mut Checks, random: &mut Rng) -> Table {
    let head = ["n now", "n before", "mean", "lowest", "lowest in .1-.9"];
    let caption = "Table 5. Exact coverage of Newcombe's 95 % interval of a difference, over 121 pairs of shares, per cent";
    let mut table = Table::new(caption, &head);
    for (n_now, n_before) in BASES {
        let all = coverage_of_all_pairs(n_now, n_before);
        let mean = all.iter().map(|(coverage, _)| coverage).sum::<f64>() / 121.0;
        let lowest = |some: &[(f64, (f64, f64))]| some.iter().copied().min_by(|one, two| one.0.total_cmp(&two.0));
        let inside = |share: f64| (0.1..=0.9).contains(&share);
        let middle: Vec<_> = all.iter().copied().filter(|(_, (p, q))| inside(*p) && inside(*q)).collect();
        let (Some((least, (p, q))), Some((least_inside, _))) = (lowest(&all), lowest(&middle)) else { continue };
        let lowest = format!("{} at {p:.2} and {q:.2}", per_cent(least));
        table.rows.push(vec![grouped(n_now), grouped(n_before), per_cent(mean), lowest, per_cent(least_inside)]);
        checks.bound(|| format!("Newcombe, mean coverage at {n_now} and {n_before}"), mean, 0.945, 0.97);
        checks.bound(
            || format!("Newcombe, lowest coverage at {n_now} and {n_before}"),
            least,
            if n_now.min(n_before) < 50 { 0.88 } else { 0.93 },
            1.0,
        );
        for (p, q) in DRAWN {
            let years = Years { now: (n_now, p), before: (n_before, q) };
            let mut exact = 0.0;
            years.each(|now, before, probability| exact += if years.covers(now, before) { probability } else { 0.0 });
            let covering = (0..SAMPLES).filter(|_| {
                let (now, before) = years.drawn(random);
                years.covers(now, before)
            });
            let drawn = covering.count() as f64 / f64::from(SAMPLES);
            checks.compare("Newcombe's interval", || format!("{n_now} and {n_before}, {p} and {q}"), exact, drawn);
        }
    }
    table
}

/// The coverage at every pair of shares; every interval is made once.
fn coverage_of_all_pairs(n_now: u64, n_before: u64) -> Vec<(f64, (f64, f64))> {
    let fraction = |count, base| Fraction { count, base };
    let made: Vec<Vec<_>> = (0..=n_now)
        .map(|count| {
            let ours = fraction(count, n_now);
            (0..=n_before).map(|other| newcombe(ours, fraction(other, n_before), TWO_SIDED_95)).collect()
        })
        .collect();
    let pairs = SHARES.iter().flat_map(|p| SHARES.map(|q| (*p, q)));
    let covered = pairs.map(|(p, q)| {
        let (mut coverage, difference) = (0.0, p - q);
        Years { now: (n_now, p), before: (n_before, q) }.each(|now, before, probability| {
            let found = made[index(now.count)][index(before.count)];
            coverage += if found.lower <= difference && difference <= found.upper { probability } else { 0.0 };
        });
        (coverage, (p, q))
    });
    covered.collect()
}

/// How often each thing is said.
#[derive(Clone, Copy, Debug, Default)]
struct Said {
    up: f64,
    down: f64,
    stable: f64,
}

impl Said {
    fn count(&mut self, change: Change, weight: f64) {
        match change {
            Change::Up => self.up += weight,
            Change::Down => self.down += weight,
            Change::Stable => self.stable += weight,
            Change::NotDemonstrated => {}
        }
    }
}

/// What is said of two years that are equal, and of two that differ by the margin.
pub fn verdicts(checks: &mut Checks, random: &mut Rng) -> Table {
    let head = [
        "share before",
        "n in each year",
        "equal: up or down said (wrong)",
        "equal: stable said",
        "5 points up: stable said (wrong)",
        "5 points up: up said",
    ];
    let caption = "Table 6. Exact frequency of what is said of two years, margin 5 points, per cent";
    let mut table = Table::new(caption, &head);
    for share in [0.5, 0.7, 0.8, 0.9] {
        for base in [50, 100, 200, 350, 1_000, 2_000] {
            let equal = said(checks, random, Years { now: (base, share), before: (base, share) });
            let moved = said(checks, random, Years { now: (base, share + STABLE_WITHIN), before: (base, share) });
            let wrongly = equal.up + equal.down;
            let mut row = vec![format!("{share:.2}"), grouped(base)];
            row.extend([wrongly, equal.stable, moved.stable, moved.up].map(per_cent));
            table.rows.push(row);
            checks.bound(|| format!("up or down said of equal years, {share}, n = {base}"), wrongly, 0.0, 0.06);
            checks.bound(|| format!("stable said of five points, {share}, n = {base}"), moved.stable, 0.0, 0.06);
        }
    }
    table
}

fn said(checks: &mut Checks, random: &mut Rng, years: Years) -> Said {
    let (mut exact, mut drawn) = (Said::default(), Said::default());
    years.each(|now, before, probability| exact.count(judge(now, before, STABLE_WITHIN), probability));
    for _ in 0..SAMPLES {
        let (now, before) = years.drawn(random);
        drawn.count(judge(now, before, STABLE_WITHIN), 1.0 / f64::from(SAMPLES));
    }
    for (word, exact, drawn) in
        [("up", exact.up, drawn.up), ("down", exact.down, drawn.down), ("stable", exact.stable, drawn.stable)]
    {
        checks.compare("what is said of two years", || format!("{word}, {years:?}"), exact, drawn);
    }
    exact
}
