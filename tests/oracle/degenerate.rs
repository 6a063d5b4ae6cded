//! Files in which something cannot be computed: it is said why, and nothing else suffers.

use crate::planned::{Figures, ITEMS, PLAN, RAKE, figures};
use serde_json::{Value, json};
use std::fmt::Write;

const HEADER: &str = "a,b,c,g,year,w\n";

/// Twenty-four rows of all groups, years and codes from which each file takes what it needs.
fn row(at: i64) -> [String; 6] {
    let code = |step: i64| (1 + (at * step + at / 5) % 5).to_string();
    let group = ["x", "y", "z"][usize::try_from(at % 3).expect("0 to 2")].to_owned();
    [code(1), code(2), code(3), group, (2023 + at / 3 % 2).to_string(), format!("{}.5", 1 + at % 4)]
}

fn file(change: impl Fn(i64, &mut [String; 6])) -> String {
    let mut text = HEADER.to_owned();
    for at in 0..24 {
        let mut cells = row(at);
        change(at, &mut cells);
        writeln!(text, "{}", cells.join(",")).expect("a text takes text");
    }
    text
}

/// What R gives no number for either: the spread of a single answer, a test of shares that are all 0 or all 1, the corrected V of
/// a table too small for its correction, a correlation with a constant, the chi-square of scores from 1 where there is no trend.
const MAY_BE_NONE: [&str; 11] = [
    "by_group",
    "two_proportions",
    "last_vs_previous",
    "chisq",
    "kruskal",
    "_listwise",
    "_pairwise",
    "top2",
    "cochran_armitage",
    "nps/",
    "rake_calibrated",
];

/// The figures, once it is sure that none of them is null but where there cannot be a number.
fn checked(what: &str, plan: &str, text: &str) -> Figures {
    let found = figures(plan, text);
    for (address, figure) in found.iter().filter(|(address, _)| *address != "not_computed") {
        assert!(!figure.is_null(), "{what}: {address}");
        let has_null = figure.to_string().contains("null");
        assert!(!has_null || MAY_BE_NONE.iter().any(|part| address.contains(part)), "{what}: {address} is {figure}");
    }
    for (address, reason) in found.get("not_computed").and_then(Value::as_object).into_iter().flatten() {
        assert!(!found.contains_key(address), "{what}: {address} is computed and not computed");
        assert!(!reason.is_null() && *reason != json!(""), "{what}: {address} has no reason");
    }
    found
}

fn reason<'a>(found: &'a Figures, address: &str) -> &'a Value {
    let said = &found["not_computed"];
    said.get(address).unwrap_or_else(|| panic!("{address} should stand in {said}"))
}

#[test]
fn a_sound_file_has_nothing_to_explain() {
    let plan = format!("weight = \"w\"\n{PLAN}{RAKE}[strata]\nvariable = \"g\"\npopulations = {{ x = 900, y = 800, z = 700 }}\n");
    // Each two items go together, or no factor would be determined.
    let together = file(|at, cells| {
        let (from, to) = [(0, 1), (0, 2), (1, 2)][usize::try_from(at % 3).expect("0 to 2")];
        cells[to] = cells[from].clone();
    });
    let found = checked("sound", &plan, &together);
    assert_eq!(found.get("not_computed"), None);
}

#[test]
fn a_file_without_an_answer_is_counted_and_nothing_more() {
    let plan = format!("{PLAN}{RAKE}");
    let found = checked("no answers", &plan, &file(|_, cells| cells[..3].iter_mut().for_each(String::clear)));
    assert_eq!((&found["n_rows"], &found["item/a/n_valid"], &found["item/a/n_missing"]), (&json!(24), &json!(0), &json!(24)));
    for address in ["item/a/mean", "item/a/top2/share", "scale/alpha", "drivers/r2", "gap/gap", "csi/index"] {
        assert_eq!(found.get(address), None, "{address}");
    }
    for (address, why) in [
        ("group/g/a/kruskal", "too_few_groups"),
        ("group2/g/a/mann_whitney", "too_few_groups"),
        ("trend/year/a/cochran_armitage", "too_few_groups"),
        ("gap/gap", "too_few_answers"),
        ("csi/index", "too_few_answers"),
        ("scale/alpha", "too_few_answers"),
        ("scale/omega_raw", "too_few_answers"),
        ("drivers/r2", "too_few_answers"),
        ("item/a/goal/0.5", "too_few_answers"),
        ("weights/rake_fixed/a/svymean", "too_few_answers"),
    ] {
        assert_eq!(reason(&found, address), &json!(why), "{address}");
    }
}

#[test]
fn a_constant_item_says_so_and_the_others_are_computed() {
    let found = checked("constant", &format!("{PLAN}{RAKE}"), &file(|_, cells| cells[0] = "4".to_owned()));
    assert_eq!((&found["item/a/sd"], &found["item/a/top2/share"]), (&json!(0.0), &json!(1.0)));
    for address in
        ["group/g/a/kruskal", "group2/g/a/mann_whitney", "group2/g/a/welch", "trend/year/a/cochran_armitage", "scale/omega_raw"]
    {
        assert_eq!(reason(&found, address), &json!("constant"), "{address}");
    }
    assert!(found.contains_key("group/g/b/kruskal") && found.contains_key("gap/gap"));
    assert_eq!(found["weights/rake_fixed/a/svymean"]["se"], json!(0.0));
    let all = checked("all constant", PLAN, &file(|_, cells| cells[..3].iter_mut().for_each(|cell| *cell = "4".to_owned())));
    assert_eq!(reason(&all, "scale/alpha"), &json!("constant"));
    assert_eq!(reason(&all, "gap/gap"), &json!("constant"));
    assert!(ITEMS.iter().all(|item| all[&format!("item/{item}/mean")] == json!(4.0)));
}

#[test]
fn a_single_group_is_nothing_to_compare() {
    let found = checked("one group", PLAN, &file(|_, cells| cells[3] = "x".to_owned()));
    assert_eq!(reason(&found, "group/g/a/kruskal"), &json!("too_few_groups"));
    assert_eq!(reason(&found, "group/g/a/chisq"), &json!("too_few_groups"));
    assert_eq!(reason(&found, "group2/g/a"), &json!("not_two_groups"));
    assert_eq!(found["group/g/a/by_group"]["rows"], json!(["x"]));
    let year = checked("one year", PLAN, &file(|_, cells| cells[4] = "2024".to_owned()));
    assert_eq!(reason(&year, "trend/year/a/cochran_armitage"), &json!("too_few_groups"));
    assert_eq!(year.get("trend/year/a/last_vs_previous"), None);
    let words = checked("years in words", PLAN, &file(|_, cells| cells[4].insert(0, 'y')));
    assert_eq!(reason(&words, "trend/year"), &json!("periods_are_not_numbers"));
}

#[test]
fn a_group_with_one_answer_has_no_spread() {
    let lonely = |at: i64, cells: &mut [String; 6]| {
        cells[3] = if at == 0 { "x" } else { "y" }.to_owned();
    };
    let plan = format!("{PLAN}[strata]\nvariable = \"g\"\npopulations = {{ x = 900, y = 800 }}\n");
    let found = checked("one answer", &plan, &file(lonely));
    assert_eq!(reason(&found, "group2/g/a/welch"), &json!("too_few_answers"));
    assert!(found.contains_key("group2/g/a/mann_whitney"));
    assert_eq!(found["group/g/a/by_group"]["data"][0][0], json!(1));
    assert_eq!(reason(&found, "stratified/a/svymean")["lonely_answer"]["stratum"], json!(0));
}

#[test]
fn margins_that_cannot_be_met_are_explained_by_name() {
    let shares = |g: &str, year: &str| {
        let margin = |name: &str, shares: &str| format!("[[rake.margin]]\nvariable = \"{name}\"\nshares = {shares}\n");
        format!("{PLAN}[rake]\npopulation = 1000\n{}{}", margin("g", g), margin("year", year))
    };
    let years = "{ \"2023\" = 0.4, \"2024\" = 0.6 }";
    let text = file(|_, _| {});
    let empty = checked("empty level", &shares("{ x = 0.4, y = 0.3, z = 0.2, q = 0.1 }", years), &text);
    assert_eq!(reason(&empty, "weights/rake")["level_without_answers"]["level"], json!("q"));
    let absent = checked("level without users", &shares("{ x = 0.5, y = 0.5 }", years), &text);
    assert_eq!(reason(&absent, "weights/rake")["level_without_users"]["level"], json!("z"));
    let sums = checked("shares above one", &shares("{ x = 0.5, y = 0.5, z = 0.3 }", years), &text);
    assert_eq!(reason(&sums, "weights/rake")["totals_contradict"]["margin"], json!("g"));
    // Every x was heard in 2023 and every other one in 2024: the two margins say different things of the same people.
    let split = file(|_, cells| cells[4] = if cells[3] == "x" { "2023" } else { "2024" }.to_owned());
    let contradictory = checked("contradiction", &shares("{ x = 0.5, y = 0.3, z = 0.2 }", years), &split);
    assert!(reason(&contradictory, "weights/rake").get("margins_cannot_be_met").is_some(), "{:?}", contradictory["not_computed"]);
    for found in [&empty, &absent, &sums, &contradictory] {
        assert!(found.keys().all(|address| !address.starts_with("weights/rake_")) && found.contains_key("item/a/mean"));
    }
    let nobody = checked(
        "no margin told",
        &shares("{ x = 0.5, y = 0.3, z = 0.2 }", years),
        &file(|at, cells| {
            if at == 5 {
                cells[3].clear();
            }
        }),
    );
    assert_eq!(reason(&nobody, "weights/rake"), &json!({ "rows_without_margin": { "rows": 1 } }));
}

#[test]
fn weights_of_nothing_are_said_to_be_none() {
    let found = checked("no weight", &format!("weight = \"w\"\n{PLAN}"), &file(|_, cells| cells[5] = "0".to_owned()));
    assert!(reason(&found, "weights/given").is_string());
    assert!(found.contains_key("item/a/mean"));
}
