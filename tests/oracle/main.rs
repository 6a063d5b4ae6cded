//! Analysis against numbers computed in R, and against what must hold whatever the numbers are.

#[path = "../it/support/absent.rs"]
mod absent;
mod degenerate;
mod formulas;
mod own;
mod planned;
mod properties;
mod published;
mod real;
mod refusals;
mod table;

use serde_json::{Map, Value};
use std::path::Path;
use std::process::{Command, Output};

/// Runs `ascolto analyse` in English.
fn analyse(form: &Path, answers: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ascolto"));
    command.args(["analyse", "--language", "en", "--form"]).arg(form).arg("--answers").arg(answers).args(more);
    command.output().expect("the program starts")
}

/// The figures it prints with `--json`.
fn figures(form: &Path, answers: &Path, more: &[&str]) -> Map<String, Value> {
    let output = analyse(form, answers, &[&["--json"], more].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one JSON object and nothing else")
}

/// Runs `ascolto analyse --plan` in a language.
fn analyse_planned(plan: &Path, answers: &Path, language: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ascolto"));
    command.args(["analyse", "--json", "--language", language, "--plan"]).arg(plan).arg("--answers").arg(answers);
    command.output().expect("the program starts")
}

/// The figures that a plan asks for.
fn planned_figures(plan: &Path, answers: &Path) -> Map<String, Value> {
    let output = analyse_planned(plan, answers, "en");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one JSON object and nothing else")
}

/// What differs between a reference value and ours by more than the tolerance allows, with the place.
fn differences(place: &str, expected: &Value, found: &Value, tolerance: f64) -> Vec<String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => expected
            .iter()
            .flat_map(|(key, value)| {
                differences(&format!("{place}.{key}"), value, found.get(key).unwrap_or(&Value::Null), tolerance)
            })
            .collect(),
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => expected
            .iter()
            .zip(found)
            .enumerate()
            .flat_map(|(index, (value, found))| differences(&format!("{place}[{index}]"), value, found, tolerance))
            .collect(),
        (Value::Number(expected), Value::Number(found)) => {
            let (expected, found) = (expected.as_f64().expect("a number"), found.as_f64().expect("a number"));
            let apart = (expected - found).abs();
            // Relative: a probability of 3e-31 is compared to its last digits too. Only 0 has no size of its own.
            let near = if expected == 0.0 { apart <= 1e-13 } else { apart <= tolerance * expected.abs() };
            if near { Vec::new() } else { vec![format!("{place}: {expected} expected, {found} found")] }
        }
        _ if expected == found => Vec::new(),
        _ => vec![format!("{place}: {expected} expected, {found} found")],
    }
}
