//! Intervals of what is composed of several answers or weighted: Jeffreys' share, the net promoter score, Feldt's alpha, shares
//! weighted to known users, the index of several items.

use super::checks::{Checks, SAMPLES};
use super::table::{Table, per_cent};
use ascolto::analysis::Interval;
use ascolto::analysis::battery::{PairTables, index, reliability};
use ascolto::analysis::nps::nps;
use ascolto::analysis::proportion::jeffreys;
use ascolto::analysis::weighting::{Cell, CellPiece, Level, Margin, Stratum, Totals, post_stratify, share};
use ascolto::response::CrossTable;
use fastrand::Rng;

const BASES: [u64; 3] = [50, 200, 1_000];
/// Items of a battery, each of five points.
const ITEMS: usize = 4;
const POINTS: usize = 5;

/// Coverage by row and base.
pub fn simulated(checks: &mut Checks, random: &mut Rng) -> Table {
    let caption = "Table 10. Simulated coverage of other 95 % intervals, per cent";
    let mut table = Table::new(caption, &["interval", "population", "n = 50", "200", "1,000"]);
    let mut row = |interval: &str, population: &str, least: f64, covered: &mut dyn FnMut(u64) -> bool| {
        let mut cells = vec![interval.to_owned(), population.to_owned()];
        for base in BASES {
            let found = (0..SAMPLES).filter(|_| covered(base)).count();
            let frequency = found as f64 / f64::from(SAMPLES);
            checks.bound(|| format!("{interval}, {population}, n = {base}"), frequency, least, 0.99);
            cells.push(per_cent(frequency));
        }
        table.rows.push(cells);
    };
    for truth in [0.1, 0.5, 0.9] {
        let mut covered = |base| holds(jeffreys(satisfied(truth, base, random), base), truth);
        row("Jeffreys", &format!("share {truth}"), 0.91, &mut covered);
    }
    row("net promoter score, normal", "46 % promoters, 18 % detractors", 0.92, &mut |base| score_holds(base, random));
    let people = Battery::draw(random);
    row("alpha, Feldt", "four like items of five points", 0.91, &mut |base| people.alpha_holds(base, random));
    row("index of four items, t", "the same items", 0.93, &mut |base| people.index_holds(base, random));
    for (name, logit) in [("weighted share, Wilson at n_eff", false), ("weighted share, logit", true)] {
        let population = "30 % of users, 70 % of answers; shares .9 and .6";
        row(name, population, 0.91, &mut |base| weighted_holds(base, logit, random));
    }
    table
}

fn holds(interval: Interval, truth: f64) -> bool {
    interval.lower <= truth && truth <= interval.upper
}

fn satisfied(share: f64, base: u64, random: &mut Rng) -> u64 {
    (0..base).map(|_| u64::from(random.f64() < share)).sum()
}

/// The answers from 0 to 10 of 140 people, drawn again and again.
fn score_holds(base: u64, random: &mut Rng) -> bool {
    const PEOPLE: [u64; 11] = [1, 0, 2, 1, 3, 8, 10, 20, 30, 25, 40];
    let mut counts = [0; 11];
    for _ in 0..base {
        let mut place = random.u64(0..140);
        let answer = PEOPLE.iter().position(|people| {
            let found = place < *people;
            place = place.saturating_sub(*people);
            found
        });
        counts[answer.unwrap_or(10)] += 1;
    }
    let truth = 100.0 * (65.0 - 25.0) / 140.0;
    nps(&counts).is_ok_and(|found| holds(found.interval, truth))
}

/// Thirty in a hundred users are of a kind that answers more and is more content; weighting puts it right.
fn weighted_holds(base: u64, logit: bool, random: &mut Rng) -> bool {
    const USERS: [f64; 2] = [0.3, 0.7];
    const CONTENT: [f64; 2] = [0.9, 0.6];
    let (mut rows, mut content) = ([0_u64; 2], [0_u64; 2]);
    for _ in 0..base {
        let kind = usize::from(random.f64() >= 0.7);
        rows[kind] += 1;
        content[kind] += u64::from(random.f64() < CONTENT[kind]);
    }
    let cells: Vec<Cell> = rows.iter().enumerate().map(|(kind, rows)| Cell::unweighted(vec![kind], *rows)).collect();
    let level = |kind: usize| Level { name: kind.to_string(), total: Some(USERS[kind]) };
    let margin = Margin { name: "kind".to_owned(), totals: Totals::Shares, levels: vec![level(0), level(1)] };
    let Ok(weights) = post_stratify(&cells, &margin, 10_000.0) else { return false };
    let piece = |cell: usize, value: f64, count: u64| {
        let sum = count as f64;
        CellPiece { cell, stratum: 0, value: Some(value), count, weight: sum, square: sum }
    };
    let answers: Vec<CellPiece> =
        (0..2).flat_map(|kind| [piece(kind, 1.0, content[kind]), piece(kind, 0.0, rows[kind] - content[kind])]).collect();
    let all = [Stratum { rows: base, population: None }];
    let Ok(found) = share(&weights.pieces(&answers), &all, |value| value > 0.5) else { return false };
    let truth = USERS[0] * CONTENT[0] + USERS[1] * CONTENT[1];
    if logit { found.logit.is_some_and(|interval| holds(interval, truth)) } else { holds(found.wilson, truth) }
}

/// Many people with what they think and how they answer four items; the truth is that of all of them.
struct Battery {
    people: Vec<[u8; ITEMS]>,
    alpha: f64,
    index: f64,
}

impl Battery {
    const PEOPLE: usize = 100_000;

    fn draw(random: &mut Rng) -> Self {
        // The sum of twelve even numbers less six is nearly normal.
        let normal = |random: &mut Rng| (0..12).map(|_| random.f64()).sum::<f64>() - 6.0;
        let mut people = Vec::with_capacity(Self::PEOPLE);
        for _ in 0..Self::PEOPLE {
            let thinks = normal(random);
            people.push([(); ITEMS].map(|()| {
                let says = 2.4 + 0.9 * thinks + 0.7 * normal(random);
                [0.5, 1.5, 2.5, 3.5].iter().map(|bound| u8::from(says > *bound)).sum()
            }));
        }
        let all = pairs(people.iter());
        let alpha = reliability(&all).map_or(f64::NAN, |found| found.alpha);
        let index = index(&all, &[1.0; ITEMS], 1, POINTS as i64).map_or(f64::NAN, |found| found.csi);
        Self { people, alpha, index }
    }

    fn sample(&self, base: u64, random: &mut Rng) -> PairTables {
        let drawn: Vec<&[u8; ITEMS]> = (0..base).map(|_| &self.people[random.usize(0..Self::PEOPLE)]).collect();
        pairs(drawn.into_iter())
    }

    fn alpha_holds(&self, base: u64, random: &mut Rng) -> bool {
        reliability(&self.sample(base, random)).is_ok_and(|found| holds(found.interval, self.alpha))
    }

    fn index_holds(&self, base: u64, random: &mut Rng) -> bool {
        let found = index(&self.sample(base, random), &[1.0; ITEMS], 1, POINTS as i64);
        found.is_ok_and(|found| holds(found.interval, self.index))
    }
}

fn pairs<'a>(people: impl Iterator<Item = &'a [u8; ITEMS]>) -> PairTables {
    let mut singles = vec![vec![0; POINTS]; ITEMS];
    let mut tables = vec![CrossTable::new(POINTS, POINTS); ITEMS * (ITEMS - 1) / 2];
    for answers in people {
        let mut place = 0;
        for first in 0..ITEMS {
            singles[first][usize::from(answers[first])] += 1;
            for second in first + 1..ITEMS {
                tables[place].add(usize::from(answers[first]), usize::from(answers[second]), 1);
                place += 1;
            }
        }
    }
    PairTables::new(vec![(1..=POINTS as i64).collect(); ITEMS], tables, singles, true)
}
