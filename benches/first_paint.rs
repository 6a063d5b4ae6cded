//! When the first visit to the annual questionnaire shows what it has to show, in Chromium on a line of 1.6 Mbit/s with 150 ms to the
//! server: the largest contentful paint. Wanted: under a second, in fewer than eight requests, none of them to another host.
//!
//! Needs Node.js with npm and Chromium (`ASCOLTO_CHROMIUM`, or Debian's).

#[path = "../tests/browser/parts.rs"]
mod parts;
mod support;

use ascolto::store::Store;
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use support::site::{SURVEY, Town};

const MOST_MILLISECONDS: f64 = 1_000.0;
const MOST_REQUESTS: usize = 8;

fn main() -> ExitCode {
    let (browser, modules) = match parts::find() {
        Ok(found) => found,
        Err(reason) => {
            eprintln!("The first paint cannot be measured: {reason}.");
            return ExitCode::FAILURE;
        }
    };
    let folder = tempfile::tempdir().expect("there is room for a database");
    let address = Town::found(folder.path(), Store::open).serve();
    let given = json!({ "chromium": browser, "modules": modules, "address": format!("http://{address}{SURVEY}") });
    let met = measure(&given);
    let paints: Vec<f64> = met["paints"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    let requests: Vec<&str> = met["requests"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let strangers: Vec<&&str> = requests.iter().filter(|asked| !asked.starts_with(&format!("http://{address}/"))).collect();
    let slowest = paints.iter().copied().fold(0.0, f64::max);
    requests.iter().for_each(|asked| println!("        {asked}"));
    println!(
        "{slowest:>7.0} ms to the largest contentful paint, the slowest of {paints:.0?} (wanted: under {MOST_MILLISECONDS} ms)"
    );
    println!("{:>7} requests (wanted: fewer than {MOST_REQUESTS}), to other hosts: {}", requests.len(), strangers.len());
    let reached = !paints.is_empty() && slowest < MOST_MILLISECONDS && requests.len() < MOST_REQUESTS && strangers.is_empty();
    println!("{}", if reached { "reached" } else { "not reached" });
    if reached { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Drives the browser; what it prints.
fn measure(given: &Value) -> Value {
    let mut node = Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/first_paint.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node comes with npm");
    node.stdin.take().expect("it is piped").write_all(given.to_string().as_bytes()).expect("node reads what it is given");
    let output = node.wait_with_output().expect("node was started");
    assert!(output.status.success(), "the browser failed: see above");
    serde_json::from_slice(&output.stdout).expect("the measurement prints JSON")
}
