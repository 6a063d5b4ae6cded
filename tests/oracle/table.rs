//! One item of seven points whose counts and figures stand here: computed in R 4.2 (`univer`, item `informat`).

use crate::{analyse, differences, figures};
use serde_json::json;
use std::fs;
use std::path::PathBuf;

const FORM: &str = r#"
code = "small"
languages = ["en"]
minutes = 1
title = { en = "One item" }

[[scales]]
code = "seven"
points = [
  { value = 1, label = { en = "worst" } },
  { value = 2, label = { en = "two" } },
  { value = 3, label = { en = "three" } },
  { value = 4, label = { en = "four" }, neutral = true },
  { value = 5, label = { en = "five" }, satisfied = true },
  { value = 6, label = { en = "six" }, satisfied = true },
  { value = 7, label = { en = "best" }, satisfied = true },
]
not_applicable = { en = "never used" }

[[pages]]
code = "only"
title = { en = "Only page" }

[[pages.questions]]
code = "informat"
kind = "rating"
role = "overall"
scale = "seven"
required = true
text = { en = "Information received" }

[[pages.questions]]
code = "used"
kind = "multiple_choice"
role = "need"
text = { en = "Services used" }
choices = [
  { code = "desk", label = { en = "Desk" } },
  { code = "phone", label = { en = "Phone" } },
]
"#;

const COUNTS: [(u8, usize); 7] = [(1, 57), (2, 54), (3, 107), (4, 156), (5, 527), (6, 627), (7, 651)];

/// The form and a file of answers in a folder of their own.
fn files(answers: &str) -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let (form, file) = (folder.path().join("form.toml"), folder.path().join("answers.csv"));
    fs::write(&form, FORM).expect("the form is written");
    fs::write(&file, answers).expect("the answers are written");
    (folder, form, file)
}

fn counted_answers() -> String {
    let lines = COUNTS.iter().flat_map(|(value, count)| std::iter::repeat_n(format!("{value}\n"), *count));
    std::iter::once("informat\n".to_owned()).chain(lines).collect()
}

#[test]
fn every_figure_of_one_item_is_the_one_computed_in_r() {
    let (_folder, form, answers) = files(&counted_answers());
    let found = figures(&form, &answers, &["--universe", "20000", "--goal", "informat=0.6", "--goal", "0.7"]);
    let bounds = |lower: f64, upper: f64| json!({ "lower": lower, "upper": upper });
    let expected = [
        ("n_rows", json!(2179)),
        ("item/informat/n_valid", json!(2179)),
        ("item/informat/n_missing", json!(0)),
        ("item/informat/counts", json!({ "1": 57, "2": 54, "3": 107, "4": 156, "5": 527, "6": 627, "7": 651 })),
        ("item/informat/mean", json!(5.536484625975218)),
        ("item/informat/sd", json!(1.4510452633870723)),
        ("item/informat/median", json!(6)),
        ("item/informat/mean_se", json!(0.03108510543488867)),
        ("item/informat/mean_ci95", bounds(5.475525062557904, 5.597444189392532)),
        ("item/informat/mean_ci95_fpc", bounds(5.478941574936044, 5.594027677014392)),
        ("item/informat/index_0_100", json!(75.60807709958696)),
        ("item/informat/top2/count", json!(1278)),
        ("item/informat/top2/share", json!(0.5865075722808628)),
        ("item/informat/top2/wilson95", bounds(0.5656958528901673, 0.6070148121361781)),
        ("item/informat/top2/wilson95_fpc", bounds(0.566867979465159, 0.6058757930303393)),
        ("item/informat/top2/clopper95", bounds(0.5654960737563781, 0.6072860495375016)),
        ("item/informat/bottom2/share", json!(0.05094079853143644)),
        ("item/informat/satisfied/share", json!(0.8283616337769619)),
        ("item/informat/satisfied/wilson95", bounds(0.8119551224514155, 0.8436124150889034)),
        (
            "item/informat/goal/0.6",
            json!({
                "lower95_one_sided": 0.56905793807765,
                "upper95_one_sided": 0.6037426495777906,
                "p_not_below": 0.9007123885504819,
                "p_below": 0.09928761144951813,
                "verdict": "not shown",
            }),
        ),
        ("goal/informat", json!({ "target": 0.6 })),
        ("goal/informat/0.7", json!({ "target": 0.7 })),
        ("item/informat/goal/0.7", json!({ "p_not_below": 1.0, "p_below": 3.257026019749641e-31, "verdict": "not met" })),
    ];
    let wrong: Vec<String> =
        expected.iter().flat_map(|(address, value)| differences(address, value, &found[*address], 1e-10)).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_wrong_value_is_told_by_row_and_the_rest_of_the_row_is_kept() {
    let (_folder, form, answers) = files("informat;used;elsewhere\n9;desk|phone;x\n7;desk;x\n;fax;x\n");
    let output = analyse(&form, &answers, &["--json"]);
    let told = String::from_utf8(output.stderr).expect("text");
    assert!(told.contains("elsewhere"), "{told}");
    assert!(told.contains("Row 2: \"9\" is not an answer to informat"), "{told}");
    assert!(told.contains("Row 4: \"fax\" is not an answer to used"), "{told}");
    let found = figures(&form, &answers, &[]);
    assert_eq!((&found["n_rows"], &found["item/informat/n_valid"]), (&json!(3), &json!(1)));
    assert_eq!(found["item/informat/n_missing"], json!(2));
}

#[test]
fn a_missing_code_means_no_answer_only_where_it_is_none() {
    let (_folder, form, answers) = files("informat,used_desk,used_phone\n8,1,0\n7,0,1\n0,1,1\n");
    let found = figures(&form, &answers, &["--missing", "8=not_applicable", "--missing", "0=blank", "--missing", "7=blank"]);
    assert_eq!(found["item/informat/n_valid"], json!(1), "7 is a point of the scale");
    let told = analyse(&form, &answers, &["--missing", "8=not_applicable", "--missing", "0=blank"]).stderr;
    assert!(told.is_empty(), "{}", String::from_utf8_lossy(&told));
}

#[test]
fn bad_input_is_refused_with_what_to_change() {
    let refusals: [(&str, &[&str], &str); 5] = [
        ("", &[], "empty"),
        ("elsewhere\n1\n", &[], "informat"),
        ("informat\n1\n2\n", &["--universe", "1"], "smaller than the answers"),
        ("informat\n1\n", &["--group", "faculty"], "faculty"),
        ("informat\n1\n", &["--goal", "staff=0.8"], "staff"),
    ];
    for (answers, more, told) in refusals {
        let (_folder, form, file) = files(answers);
        let output = analyse(&form, &file, more);
        assert_eq!(output.status.code(), Some(1), "{answers:?} {more:?}");
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(message.contains(told), "{message}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn the_tables_for_people_show_nothing_of_a_few() {
    let (_folder, form, answers) = files("informat\n1\n1\n7\n7\n");
    let output = analyse(&form, &answers, &["--goal", "0.8"]);
    let shown = String::from_utf8(output.stdout).expect("text");
    assert!(shown.contains("fewer than 5"), "{shown}");
    assert!(!shown.contains("50%"), "{shown}");
    let (_folder, form, answers) = files(&counted_answers());
    let shown = String::from_utf8(analyse(&form, &answers, &["--goal", "0.8"]).stdout).expect("text");
    assert!(shown.contains("82.8%") && shown.contains("not reached"), "{shown}");
}

const TWO_MEANINGS: &str = r#"code = "desk"
languages = ["en"]
title = "Desk"

[[scales]]
code = "five"
points = [{ value = 1 }, { value = 2 }, { value = 3 }, { value = 4, satisfied = true }, { value = 5, satisfied = true }]

[[scales]]
code = "ten"
points = [
  { value = 0 }, { value = 1 }, { value = 2 }, { value = 3 }, { value = 4 }, { value = 5 }, { value = 6 }, { value = 7 },
  { value = 8 }, { value = 9, satisfied = true }, { value = 10, satisfied = true },
]

[[pages]]
code = "all"

[[pages.questions]]
code = "overall"
kind = "rating"
role = "overall"
scale = "five"
text = "Overall?"

[[pages.questions]]
code = "recommend"
kind = "rating"
role = "recommend"
scale = "ten"
text = "Would you recommend us?"

[[pages.questions]]
code = "used"
kind = "multiple_choice"
role = "need"
text = "What do you need?"
choices = [{ code = "hours", label = "Hours" }, { code = "forms", label = "Forms" }]

[[pages.questions]]
code = "used_ease"
kind = "rating"
role = "satisfaction"
scale = "five"
text = "Was it easy?"
"#;

#[test]
fn the_tables_for_people_name_each_share_by_what_was_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let (form, answers) = (folder.path().join("form.toml"), folder.path().join("answers.csv"));
    std::fs::write(&form, TWO_MEANINGS).expect("there is room");
    let rows: String = (0..40).map(|at| if at < 33 { "4;9;hours\n" } else { "2;5;forms\n" }).collect();
    std::fs::write(&answers, format!("overall;recommend;used\n{rows}")).expect("there is room");
    let output = analyse(&form, &answers, &["--goal", "overall=0.825", "--group", "overall"]);
    let shown = String::from_utf8(output.stdout).expect("text");
    let heading_of = |item: &str| {
        let before = shown.split(item).next().expect("the item is listed");
        before.lines().rev().find(|line| line.starts_with("Item")).expect("a heading").to_owned()
    };
    assert!(heading_of("Overall?").contains("Satisfied"), "{shown}");
    let recommend = heading_of("Would you recommend us?");
    assert!(recommend.contains("Would recommend") && !recommend.contains("Satisfied"), "{shown}");
    // Not "83%", and no number of contacts that nobody stated.
    assert!(shown.contains("at least 82.5%") && shown.contains("result and target almost coincide"), "{shown}");
    assert!(shown.contains("Chosen by, of 40"), "{shown}");
    // By the first judgement itself the others are divided, and not it.
    let by = shown.split("By Overall?").nth(1).expect("a breakdown");
    assert!(by.contains("Would you recommend us?") && !by.split("Chosen").next().expect("it").contains("Overall?"), "{shown}");
    let told = String::from_utf8(output.stderr).expect("text");
    assert!(told.contains("used_ease") && !told.contains("used_hours"), "{told}");
}

#[test]
fn every_item_says_how_it_was_computed_and_what_could_not_be() {
    let folder = tempfile::tempdir().expect("a folder");
    let (form, answers) = (folder.path().join("form.toml"), folder.path().join("answers.csv"));
    std::fs::write(&form, TWO_MEANINGS).expect("there is room");
    let rows = |channel: &str, value: u8, count: usize| format!("{channel};{value}\n").repeat(count);
    let text = format!("channel;overall\n{}{}{}", rows("web", 5, 40), rows("kiosk", 1, 30), rows("kiosk", 4, 10));
    std::fs::write(&answers, text).expect("there is room");
    let found = figures(&form, &answers, &["--goal", "overall=0.5"]);
    assert_eq!(found["item/overall/caveats"], json!(["self_selection", "mode_mix"]));
    assert_eq!(found["item/overall/method"], json!({ "share": "wilson", "mean": "student" }));
    assert_eq!(found["item/overall/effective_base"], json!({ "share": 80.0, "mean": 80.0 }));
    let modes = &found["item/overall/modes"];
    assert_eq!((&modes["method"], &modes["strength"]), (&json!("kruskal_wallis"), &json!("large")));
    assert_eq!(found["item/overall/not_computed"], json!({ "weighted_by_channel": "universe_unknown" }));
    assert_eq!(found["goal/overall"]["caveats"], json!(["self_selection", "mode_mix"]));
    let nobody = &found["item/recommend/not_computed"];
    assert_eq!((&nobody["mean"], &nobody["modes"]), (&json!("too_few_answers"), &json!("too_few_groups")));
}
