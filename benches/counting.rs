//! One pass over a file of 1,000,000 rows (five items of seven points, 13 groups, three margins), and everything computed from
//! what it kept. Wanted: counting with one thread no slower than the csv crate merely walks the records, faster with two;
//! under 0.15 s for every figure afterwards; under 300 MB in all; ten times the rows cost nothing more after reading.
//!
//! The rows are drawn, with a seed, from a stated distribution: each group has its own mean, answers of one person go together.

use ascolto::analysis::addresses::list_planned;
use ascolto::analysis::plan::{self, Plan};
use ascolto::response::coded::{Coded, read_with};
use std::fmt::Write;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const ROWS: usize = 1_000_000;
const GROUPS: u32 = 13;
const MOST_SECONDS: f64 = 0.15;
const MOST_MEGABYTES: u64 = 300;
const ROUNDS: usize = 5;

const PLAN: &str = r#"
items = ["informat", "willingn", "officeho", "compete", "global"]
scale = { least = 1, most = 7, satisfied_from = 5 }
universe = 20000000
goals = [0.6, 0.7, 0.8]
groups = ["faculty"]
battery = ["informat", "willingn", "officeho", "compete", "global"]

[rake]
population = 20000000

[[rake.margin]]
variable = "gender"
shares = { "0" = 0.45, "1" = 0.55 }

[[rake.margin]]
variable = "residence"
shares = { "1" = 0.35, "2" = 0.40, "3" = 0.25 }

[[rake.margin]]
variable = "regular"
shares = { "0" = 0.72, "1" = 0.28 }
"#;

fn main() -> ExitCode {
    let plan = plan::parse("plan", PLAN).expect("the plan is right");
    let file = draw(ROWS);
    println!("{ROWS} rows, {:.1} MB", file.len() as f64 / 1e6);
    let walked = quickest(|| walk(&file));
    let one = quickest(|| count(&file, &plan, 1));
    let two = quickest(|| count(&file, &plan, 2));
    println!("csv crate walks the records, one thread  {}", told(walked));
    println!("counted and checked, one thread          {}", told(one));
    println!("counted and checked, two threads         {}", told(two));
    let coded = count(&file, &plan, 2);
    let figures = quickest(|| list_planned(&plan, &coded));
    let megabytes = most_megabytes();
    println!("{} figures from the counts               {}", list_planned(&plan, &coded).len(), told(figures));
    println!("memory at most                           {megabytes} MB");
    let larger = draw(ROWS * 10);
    let (larger_counted, larger_read) = timed(|| count(&larger, &plan, 2));
    let larger_figures = quickest(|| list_planned(&plan, &larger_counted));
    println!("ten times the rows, two threads          {}", told(larger_read));
    println!("figures from its counts                  {}", told(larger_figures));
    let wanted = [
        ("one thread no slower than the walk", one <= walked),
        ("two threads faster than one", two < one),
        ("figures under 0.15 s", figures.as_secs_f64() < MOST_SECONDS),
        ("memory under 300 MB", megabytes < MOST_MEGABYTES),
        ("ten times the rows at most twelve times the reading", larger_read < two * 12),
        ("figures of ten times the rows under 0.15 s", larger_figures.as_secs_f64() < MOST_SECONDS),
    ];
    for (name, reached) in wanted {
        println!("{name}: {}", if reached { "reached" } else { "not reached" });
    }
    if wanted.iter().all(|(_, reached)| *reached) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A file of drawn rows.
fn draw(rows: usize) -> Vec<u8> {
    let mut random = fastrand::Rng::with_seed(2026);
    let mut text = String::from("id,faculty,gender,residence,regular,informat,willingn,officeho,compete,global\n");
    for id in 1..=rows {
        let (faculty, gender) = (random.u32(1..=GROUPS), u32::from(random.f64() < 0.48));
        let (residence, regular) = (random.u32(1..=3), u32::from(random.f64() < 0.35));
        let person = 4.2 + 0.12 * f64::from(faculty) + 2.4 * (random.f64() - 0.5);
        let mut answer = || (person + 2.4 * (random.f64() - 0.5)).round().clamp(1.0, 7.0);
        let (a, b, c, d, e) = (answer(), answer(), answer(), answer(), answer());
        writeln!(text, "{id},{faculty},{gender},{residence},{regular},{a},{b},{c},{d},{e}").expect("a string grows");
    }
    text.into_bytes()
}

fn walk(file: &[u8]) -> u64 {
    let mut reader = csv::Reader::from_reader(file);
    let mut record = csv::ByteRecord::new();
    let mut rows = 0;
    while reader.read_byte_record(&mut record).expect("the file is right") {
        rows += 1;
    }
    rows
}

fn count(file: &[u8], plan: &Plan, threads: usize) -> Coded {
    read_with(file, &plan.request(), threads).expect("the file is right")
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let done = work();
    (done, begun.elapsed())
}

/// The quickest of some rounds: the others were disturbed.
fn quickest<T>(mut work: impl FnMut() -> T) -> Duration {
    (0..ROUNDS).map(|_| timed(|| std::hint::black_box(work())).1).min().unwrap_or_default()
}

fn told(duration: Duration) -> String {
    format!("{:>8.1} ms", duration.as_secs_f64() * 1e3)
}

/// The most memory that the process had, from `/proc`; 0 elsewhere.
fn most_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) / 1024
}
