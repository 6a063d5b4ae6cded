//! How many cases must be looked at so that a promise can be demonstrated: the plan of a sample, before anybody calls.

use crate::analysis::demonstration::{SharePromise, Step};
use crate::charter::{Coverage, Direction, Indicator, Measure, Standard};
use crate::language::{Argument, decimals_needed, integer, per_cent, read_number};
use crate::web::staff::session::Desk;

/// How many numbers of failures the table goes through.
const STEPS: usize = 6;
/// Where nobody says what the service is really like: so far from the target towards perfection.
const USUAL_DISTANCE: f64 = 0.6;
/// The chance at which a plan is called safe.
const SAFE: f64 = 0.9;

/// What the page says of one sample.
pub(super) struct Planner {
    /// The name of the field, and its id.
    pub field: String,
    /// Whether somebody asked what follows from a share.
    pub asked: bool,
    /// The share supposed to be true, in per cent, as it was typed.
    pub supposed: String,
    /// What is wrong with it; "" for nothing.
    pub problem: String,
    /// "To demonstrate at least 95 % ...", a sentence.
    pub needed: String,
    /// What the last column is headed.
    pub chance_of: String,
    /// Failures, cases, chance.
    pub rows: Vec<[String; 3]>,
    /// How many cases are safe, a sentence.
    pub safe: String,
}

/// The planner of a standard; `None` where it is no share of a sample, or no sample demonstrates it.
pub(super) fn planner(desk: &Desk, standard: &Standard, year: i32) -> Option<Planner> {
    let Indicator::Operational { measure: Measure::Share(_), coverage: Coverage::Sample } = &standard.indicator else {
        return None;
    };
    let target = standard.target_in(year);
    let promise = SharePromise { target, direction: standard.direction, universe: None, minimum_base: standard.minimum_base };
    let steps: Vec<Step> = promise.steps().take(STEPS).collect();
    let [none, one, two, ..] = steps.as_slice() else { return None };
    let field = format!("supposed-{}", standard.code);
    let typed = desk.visit.asked(&field).unwrap_or("").trim().trim_end_matches('%').trim_end().to_owned();
    let read = read_number(&desk.language, &typed).map(|share| share / 100.0).filter(|share| (0.0..=1.0).contains(share));
    let problem = if typed.is_empty() || read.is_some() { String::new() } else { desk.say("planner-supposed-wrong") };
    let supposed = read.unwrap_or_else(|| usual(target, standard.direction));
    let share = |share: f64| Argument::Text(per_cent(&desk.language, share, decimals_needed(share * 100.0, 2)));
    let number = |count: u64| Argument::Text(integer(&desk.language, count));
    let needed =
        [("target", share(target)), ("none", number(none.cases)), ("one", number(one.cases)), ("two", number(two.cases))];
    let direction = match standard.direction {
        Direction::AtLeast => "planner-needed-at-least",
        Direction::AtMost => "planner-needed-at-most",
    };
    let row = |step: &Step| {
        let chance = promise.chance(step.cases, supposed);
        [step.failures, step.cases].map(|count| integer(&desk.language, count)).into_iter().chain([chance_in_words(desk, chance)])
    };
    Some(Planner {
        asked: !typed.is_empty(),
        supposed: if typed.is_empty() { plain(desk, supposed) } else { typed },
        problem,
        needed: desk.say_with(direction, &needed),
        chance_of: desk.say_with("planner-chance-of", &[("supposed", share(supposed))]),
        rows: steps.iter().map(|step| row(step).collect::<Vec<_>>().try_into().unwrap_or_default()).collect(),
        safe: safe(desk, &promise, supposed),
        field,
    })
}

fn safe(desk: &Desk, promise: &SharePromise, supposed: f64) -> String {
    let share = |share: f64| Argument::Text(per_cent(&desk.language, share, decimals_needed(share * 100.0, 2)));
    let chance = per_cent(&desk.language, SAFE, 0);
    match promise.cases_for(supposed, SAFE) {
        Some(step) => desk.say_with(
            "planner-safe",
            &[
                ("supposed", share(supposed)),
                ("chance", chance.into()),
                ("cases", integer(&desk.language, step.cases).into()),
                ("failures", step.failures.into()),
            ],
        ),
        None => desk.say_with("planner-never-safe", &[("supposed", share(supposed)), ("chance", chance.into())]),
    }
}

fn usual(target: f64, direction: Direction) -> f64 {
    match direction {
        Direction::AtLeast => target + (1.0 - target) * USUAL_DISTANCE,
        Direction::AtMost => target * (1.0 - USUAL_DISTANCE),
    }
}

/// A chance in whole per cent; the least and the greatest are never called impossible or certain.
fn chance_in_words(desk: &Desk, chance: f64) -> String {
    match chance {
        chance if chance > 0.0 && chance < 0.01 => {
            desk.say_with("planner-under", &[("chance", per_cent(&desk.language, 0.01, 0).into())])
        }
        chance if chance > 0.99 && chance < 1.0 => {
            desk.say_with("planner-over", &[("chance", per_cent(&desk.language, 0.99, 0).into())])
        }
        chance => per_cent(&desk.language, chance, 0),
    }
}

/// A share in per cent as it is typed.
fn plain(desk: &Desk, share: f64) -> String {
    let percent = share * 100.0;
    crate::language::number(&desk.language, percent, decimals_needed(percent, 2))
}
