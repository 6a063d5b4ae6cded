//! Student's interval of a mean, and the verdict on a mean, on scales of three to eleven points.

use super::checks::{Checks, SAMPLES};
use super::population::{Population, index};
use super::table::{Table, grouped, per_cent};
use ascolto::analysis::mean::Moments;
use ascolto::analysis::mean_bounds::Ends;
use ascolto::analysis::proportion::{TWO_SIDED_95, as_real};
use fastrand::Rng;

const BASES: [u64; 5] = [20, 50, 100, 500, 2_000];
const POINTS: [u8; 4] = [3, 5, 7, 11];

/// How the answers of a population lie on its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Shape {
    /// Binomial coefficients: most in the middle.
    Symmetric,
    /// Each point twice as frequent as the one below it.
    Skewed,
    /// 97 % at the best point, 2 % one below, 1 % at the worst.
    NearlyConstant,
}

impl Shape {
    const ALL: [Self; 3] = [Self::Symmetric, Self::Skewed, Self::NearlyConstant];

    fn name(self) -> &'static str {
        match self {
            Self::Symmetric => "symmetric",
            Self::Skewed => "skewed",
            Self::NearlyConstant => "nearly constant",
        }
    }

    /// How often each point, from the worst to the best, in whole numbers.
    fn frequencies(self, points: u8) -> Vec<u64> {
        let last = u64::from(points) - 1;
        let frequency = |point: u64| match self {
            Self::Symmetric => (0..point).fold(1, |found, step| found * (last - step) / (step + 1)),
            Self::Skewed => 1 << point,
            Self::NearlyConstant if point == last => 97,
            Self::NearlyConstant if point + 1 == last => 2,
            Self::NearlyConstant => u64::from(point == 0),
        };
        (0..=last).map(frequency).collect()
    }
}

/// People with their answers, and the true mean.
#[derive(Clone, Debug)]
struct People {
    answers: Vec<u8>,
    points: u8,
    mean: f64,
}

impl People {
    /// As many of each answer as its frequency times `copies`.
    fn of(shape: Shape, points: u8, copies: usize) -> Self {
        let frequencies = shape.frequencies(points);
        let each = |(point, frequency): (u8, &u64)| std::iter::repeat_n(point, copies * index(*frequency));
        let answers: Vec<u8> = (0..).zip(&frequencies).flat_map(each).collect();
        let sum: u64 = answers.iter().map(|answer| u64::from(*answer)).sum();
        let mean = as_real(sum) / as_real(answers.len() as u64);
        Self { answers, points, mean }
    }

    /// The moments of a sample: with replacement, so that the universe is endless, or each person at most once.
    fn sample(&mut self, base: u64, finite: bool, random: &mut Rng) -> Option<Moments> {
        let mut counts: Vec<(i64, u64)> = (0..i64::from(self.points)).map(|point| (point, 0)).collect();
        for drawn in 0..index(base) {
            let first = if finite { drawn } else { 0 };
            let place = random.usize(first..self.answers.len());
            counts[usize::from(self.answers[place])].1 += 1;
            if finite {
                self.answers.swap(drawn, place);
            }
        }
        Moments::of(&counts)
    }
}

/// What was found in [`SAMPLES`] samples.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    covered: f64,
    /// The lower bound reaches the true mean: a goal missed by a hair is called reached.
    reached: f64,
    /// The upper bound stays below it.
    missed: f64,
}

impl Found {
    fn count(&mut self, moments: &Moments, people: &People, universe: Option<u64>, weight: f64) {
        let (truth, ends) = (people.mean, Ends { least: 0.0, most: f64::from(people.points - 1) });
        let within = |found: &ascolto::analysis::Interval| found.lower <= truth + 1e-12 && truth <= found.upper + 1e-12;
        self.covered += if moments.interval(TWO_SIDED_95, universe).as_ref().is_some_and(within) { weight } else { 0.0 };
        let bounds = moments.bounds(Some(ends), universe);
        self.reached += if bounds.is_some_and(|found| found.lower > truth + 1e-12) { weight } else { 0.0 };
        self.missed += if bounds.is_some_and(|found| found.upper < truth - 1e-12) { weight } else { 0.0 };
    }
}

fn simulate(people: &mut People, base: u64, finite: bool, random: &mut Rng) -> Found {
    let mut found = Found::default();
    let universe = finite.then_some(people.answers.len() as u64);
    for _ in 0..SAMPLES {
        if let Some(moments) = people.sample(base, finite, random) {
            found.count(&moments, people, universe, 1.0 / f64::from(SAMPLES));
        }
    }
    found
}

/// Both tables: coverage, and errors of the verdict on a mean.
pub fn simulated(checks: &mut Checks, random: &mut Rng) -> [Table; 2] {
    let head = ["scale", "answers", "n = 20", "50", "100", "500", "2,000"];
    let mut coverage = Table::new("Table 7. Simulated coverage of Student's 95 % interval of a mean, per cent", &head);
    let caption = "Table 8. Simulated error of the verdict on a mean, per cent: reached said wrongly / not reached said wrongly";
    let mut errors = Table::new(caption, &head);
    for shape in Shape::ALL {
        for points in POINTS {
            let mut people = People::of(shape, points, 1);
            let found = BASES.map(|base| simulate(&mut people, base, false, random));
            for (base, found) in BASES.into_iter().zip(found) {
                if points == 3 && base <= 100 {
                    compare_with_trinomial(checks, shape, base, found);
                }
                promise(checks, shape, points, base, found);
            }
            let start = || vec![format!("{points} points"), shape.name().to_owned()];
            coverage.rows.push([start(), found.map(|one| per_cent(one.covered)).to_vec()].concat());
            let pair = |one: Found| format!("{} / {}", per_cent(one.reached), per_cent(one.missed));
            errors.rows.push([start(), found.map(pair).to_vec()].concat());
        }
    }
    coverage.rows.push(in_finite_universe(checks, random));
    [coverage, errors]
}

/// Skewed answers of 2,170 people, of whom nearly all are heard at the end.
fn in_finite_universe(checks: &mut Checks, random: &mut Rng) -> Vec<String> {
    let mut people = People::of(Shape::Skewed, 5, 70);
    let universe = people.answers.len() as u64;
    let mut row = vec!["5 points".to_owned(), format!("skewed, universe of {}", grouped(universe))];
    for base in BASES {
        let found = simulate(&mut people, base, true, random);
        checks.bound(|| format!("mean, {base} of {universe}"), found.covered, 0.925, 0.965);
        row.push(per_cent(found.covered));
    }
    row
}

fn promise(checks: &mut Checks, shape: Shape, points: u8, base: u64, found: Found) {
    let what = || format!("mean on {points} points, {}, n = {base}", shape.name());
    checks.bound(|| format!("{}, reached said wrongly", what()), found.reached, 0.0, 0.105);
    match shape {
        Shape::Symmetric => checks.bound(what, found.covered, 0.94, 0.96),
        Shape::Skewed => checks.bound(what, found.covered, 0.915, 0.96),
        // The interval knows only what it saw: of many samples, nothing but the best point.
        Shape::NearlyConstant if base >= 500 => checks.bound(what, found.covered, 0.885, 0.96),
        Shape::NearlyConstant => {}
    }
}

/// On three points every sample can be listed: so many at the worst, so many in the middle.
fn compare_with_trinomial(checks: &mut Checks, shape: Shape, base: u64, drawn: Found) {
    let people = People::of(shape, 3, 1);
    let frequencies = shape.frequencies(3);
    let total = as_real(frequencies.iter().sum());
    let (worst, middle) = (as_real(frequencies[0]) / total, as_real(frequencies[1]) / as_real(frequencies[1] + frequencies[2]));
    let mut exact = Found::default();
    for (low, probability) in (0..).zip(Population::Endless(worst).exact(base)) {
        for (mid, one) in (0..).zip(Population::Endless(middle).exact(base - low)) {
            if let Some(moments) = Moments::of(&[(0, low), (1, mid), (2, base - low - mid)]) {
                exact.count(&moments, &people, None, probability * one);
            }
        }
    }
    for (word, exact, drawn) in [
        ("covered", exact.covered, drawn.covered),
        ("reached", exact.reached, drawn.reached),
        ("not reached", exact.missed, drawn.missed),
    ] {
        let setting = || format!("{word}, {}, n = {base}", shape.name());
        checks.compare("Student's interval, three points", setting, exact, drawn);
    }
}
