//! How often intervals contain the truth and verdicts err: sums of exact probabilities, and seeded samples of people drawn from
//! known populations. Prints the tables of `docs/statistics.md`; fails when a promise is missed, when sums and draws disagree by
//! more than four standard errors, or when the page says something else.

mod changes;
mod checks;
mod composed;
mod means;
mod population;
mod published;
mod shares;
mod table;

use checks::Checks;
use fastrand::Rng;
use std::process::ExitCode;

const PAGE: &str = include_str!("../../docs/statistics.md");
const SEED: u64 = 1927;

fn main() -> ExitCode {
    let (mut checks, mut random) = (Checks::default(), Rng::with_seed(SEED));
    shares::promised(&mut checks);
    shares::intervals(&mut checks, &mut random);
    shares::verdicts(&mut checks, &mut random);
    let mut tables = published::tables();
    tables.push(changes::intervals(&mut checks, &mut random));
    tables.push(changes::verdicts(&mut checks, &mut random));
    tables.extend(means::simulated(&mut checks, &mut random));
    tables.push(checks.table());
    // Seeded apart, so that a setting more changes no table before.
    tables.push(composed::simulated(&mut checks, &mut Rng::with_seed(SEED + 1)));
    for table in &tables {
        println!("{}", table.markdown());
        if table.on_page(PAGE).as_ref() != Some(table) {
            checks.faults.push(format!("docs/statistics.md says otherwise: {}", table.caption));
        }
    }
    for fault in &checks.faults {
        println!("{fault}");
    }
    println!("{}", if checks.faults.is_empty() { "reached" } else { "not reached" });
    if checks.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
