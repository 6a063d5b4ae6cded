//! Small tables that stand here, with the figures R computes of them and the script that made both (`r/own.R`).

use crate::{differences, planned_figures};
use serde_json::Value;
use std::path::Path;

/// What R and we may differ by; the most there is is 2e-12 (a trend of next to nothing).
const TOLERANCE: f64 = 1e-10;

/// Every figure of one set is there and agrees within its tolerance.
fn compare(set: &str, at_least: usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/own");
    let text = std::fs::read_to_string(folder.join(format!("{set}.json"))).expect("the figures stand beside the plan");
    let expected: Value = serde_json::from_str(&text).expect("it is JSON");
    let found = planned_figures(&folder.join(format!("{set}.toml")), &folder.join(format!("{set}.csv")));
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for (address, figure) in expected.as_object().expect("a set of figures") {
        compared += 1;
        match found.get(address) {
            Some(own) => wrong.extend(differences(address, figure, own, TOLERANCE)),
            None => wrong.push(format!("{address} is missing")),
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(compared >= at_least, "only {compared} figures were compared");
}

#[test]
fn eleven_points_from_0_with_codes_never_used_a_reversed_item_strata_and_margins() {
    compare("eleven", 260);
}

#[test]
fn given_weights_where_less_is_better_in_strata_and_raked() {
    compare("weighted", 63);
}

#[test]
fn frequencies_of_tenants_in_copenhagen() {
    compare("housing", 50);
}

#[test]
fn a_published_table_of_income_and_satisfaction() {
    compare("job", 26);
}

#[test]
fn pairs_importance_and_indexes() {
    compare("pairs", 6);
}
