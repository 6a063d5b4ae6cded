//! The real data sets against their reference values, through the program; skipped where the data are absent.

use crate::absent::skip;
use crate::{differences, figures, planned_figures};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// The folder of the real data, from `ASCOLTO_REAL_DATA` or beside the checkout.
pub fn data() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let folder = std::env::var_os("ASCOLTO_REAL_DATA").map_or_else(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    skip("real_data", &format!("the folder {} is not there", folder.display()));
    None
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn reference(data: &Path, name: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(data.join("../reference").join(name)).expect("the reference stands beside the data");
    let reference: Value = serde_json::from_str(&text).expect("the reference is JSON");
    reference["values"].as_array().expect("it lists values").clone()
}

/// Every reference value under `item/` that this program computes so far must be there and agree; so must others that are there.
fn compare(reference: &[Value], found: &Map<String, Value>) {
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for value in reference {
        let key = value["key"].as_str().expect("a key");
        // A family of tests is what was asked together: a form asks for others than a plan does.
        if key.starts_with("multiplicity/") {
            continue;
        }
        let expected =
            key == "n_rows" || key == "rows_per_year" || (key.starts_with("item/") && !key.contains("package_default"));
        match found.get(key) {
            Some(found) => {
                compared += 1;
                let tolerance = value["rel_tol"].as_f64().expect("a tolerance");
                wrong.extend(differences(key, &value["value"], found, tolerance));
            }
            None if expected => wrong.push(format!("{key} is missing")),
            None => {}
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(compared > 100, "only {compared} figures were compared");
}

#[test]
fn univer_agrees_with_r_and_has_the_stated_verdicts() {
    let Some(data) = data() else { return };
    let charter = fixture("univer-charter.toml");
    let more = ["--universe", "20000", "--goal", "0.6", "--goal", "0.7", "--goal", "0.8", "--group", "faculty"];
    let more =
        [&more[..], &["--group", "diploma", "--group", "residenc", "--charter", charter.to_str().expect("a path")]].concat();
    let found = figures(&fixture("univer.toml"), &data.join("univer.csv"), &more);
    compare(&reference(&data, "univer.json"), &found);
    for (item, verdicts) in [
        ("global", ["reached", "not_reached", "not_reached"]),
        ("informat", ["not_demonstrable", "not_reached", "not_reached"]),
        ("willingn", ["reached", "reached", "not_reached"]),
    ] {
        for (target, verdict) in [60, 70, 80].into_iter().zip(verdicts) {
            assert_eq!(found[&format!("goal/{item}_{target}")]["verdict"], json!(verdict), "{item} {target}");
        }
    }
    let needed = &found["goal/informat_60"]["reason"]["near_target"]["needed"];
    assert!(needed.as_u64().is_some_and(|needed| needed > 2_179), "{needed}");
}

#[test]
fn nine_years_of_an_airport_agree_with_r() {
    let Some(data) = data() else { return };
    let more = ["--missing", "6=not_applicable", "--missing", "0=blank", "--goal", "0.7", "--goal", "0.75"];
    let more = [&more[..], &["--group", "age", "--group", "income", "--group", "year"]].concat();
    let found = figures(&fixture("sfo.toml"), &data.join("sfo_2010_2018.csv"), &more);
    compare(&reference(&data, "sfo_2010_2018.json"), &found);
}

/// What marks an address that belongs to a later step than tests, intervals, weights and batteries.
const BEYOND: [&str; 6] = ["polychoric", "ordinal/", "svychisq", "keyness", "suppression", "package_default"];
/// What says how R came to a value and is none.
const INFORMATIVE: [&str; 2] = ["iterations", "check_max_abs_diff"];

/// Every address of a reference is there and agrees within its tolerance.
fn compare_all(reference: &[Value], found: &Map<String, Value>) -> usize {
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for value in reference {
        let key = value["key"].as_str().expect("a key");
        let tolerance = value["rel_tol"].as_f64().expect("a tolerance");
        if tolerance >= 1e-2 || BEYOND.iter().chain(&INFORMATIVE).any(|part| key.contains(part)) {
            continue;
        }
        compared += 1;
        match found.get(key) {
            Some(found) => wrong.extend(differences(key, &value["value"], found, tolerance)),
            None => wrong.push(format!("{key} is missing")),
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    compared
}

#[test]
fn a_plan_of_univer_gives_every_figure_of_r() {
    let Some(data) = data() else { return };
    let found = planned_figures(&fixture("plans/univer.toml"), &data.join("univer.csv"));
    assert!(compare_all(&reference(&data, "univer.json"), &found) > 260);
    assert!(!found.contains_key("not_computed"), "{}", found["not_computed"]);
}

#[test]
fn a_plan_of_nine_years_gives_every_figure_of_r() {
    let Some(data) = data() else { return };
    let found = planned_figures(&fixture("plans/sfo.toml"), &data.join("sfo_2010_2018.csv"));
    assert!(compare_all(&reference(&data, "sfo_2010_2018.json"), &found) > 577);
}
