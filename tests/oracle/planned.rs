//! What must hold of whatever a plan asks, tried on many made-up files.

use crate::differences;
use crate::properties::Dice;
use ascolto::analysis::{addresses, plan};
use ascolto::response::coded;
use serde_json::{Map, Value, json};

pub type Figures = Map<String, Value>;

pub const ITEMS: [&str; 3] = ["a", "b", "c"];
pub const PLAN: &str = r#"
items = ["a", "b", "c"]
scale = { least = 1, most = 5 }
universe = 100000
goals = [0.5]
groups = ["g"]
periods = ["year"]
battery = ["a", "b", "c"]
drivers = { outcome = "c", items = ["a", "b"] }

[[compare]]
variable = "g"
first = "x"
second = "y"

[[gap]]
name = "gap"
expectation = "a"
perception = "b"

[[index]]
name = "index"
items = ["a", "b", "c"]
"#;
pub const RAKE: &str = r#"
[rake]
population = 100000

[[rake.margin]]
variable = "g"
shares = { x = 0.5, y = 0.3, z = 0.2 }

[[rake.margin]]
variable = "year"
shares = { "2023" = 0.4, "2024" = 0.6 }
"#;

struct Row {
    answers: [Option<i64>; 3],
    group: &'static str,
    year: u64,
    times: u64,
}

/// Made-up rows: `c` has an answer in each, and every group and year is there.
fn rows(seed: u64) -> Vec<Row> {
    let mut dice = Dice(seed);
    let many = 40 + dice.below(200);
    let row = |at: u64| {
        let core = dice.below(5);
        let mut answer = || 1 + i64::try_from((core + dice.below(5)) / 2).expect("small");
        let answers = [answer(), answer(), answer()].map(Some);
        let [a, b, c] = answers;
        let blank = dice.below(12);
        let answers = [a.filter(|_| blank != 0), b.filter(|_| blank != 1), c];
        let group = if at < 12 { ["x", "y", "z"][at as usize % 3] } else { ["x", "x", "y", "z"][dice.below(4) as usize] };
        Row { answers, group, year: 2023 + if at < 12 { at / 3 % 2 } else { dice.below(2) }, times: 1 + dice.below(3) }
    };
    (0..many).map(row).collect()
}

/// The file of some rows with a last column of one's choice.
fn file<'a>(rows: impl IntoIterator<Item = &'a Row>, last: (&str, impl Fn(&Row) -> String)) -> String {
    let line = |row: &Row| {
        let answers = row.answers.map(|answer| answer.map_or(String::new(), |code| code.to_string()));
        format!("{},{},{},{}\n", answers.join(","), row.group, row.year, (last.1)(row))
    };
    format!("a,b,c,g,year,{}\n{}", last.0, rows.into_iter().map(line).collect::<String>())
}

fn plain<'a>(rows: impl IntoIterator<Item = &'a Row>) -> String {
    file(rows, ("note", |_: &Row| "-".to_owned()))
}

pub fn figures(plan: &str, file: &str) -> Figures {
    let plan = plan::parse("plan.toml", plan).unwrap_or_else(|faults| panic!("{:?}", faults[0]));
    let coded = coded::read_with(file.as_bytes(), &plan.request(), 1).unwrap_or_else(|fault| panic!("{fault:?}"));
    addresses::list_planned(&plan, &coded)
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

fn near(one: &Value, other: f64) -> bool {
    (number(one) - other).abs() <= 1e-12 * other.abs().max(1.0)
}

/// The same addresses with the same figures.
fn alike(what: &str, one: &Figures, other: &Figures, tolerance: f64) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{what}");
    let wrong = differences(what, &Value::Object(one.clone()), &Value::Object(other.clone()), tolerance);
    assert_eq!(wrong, Vec::<String>::new());
}

const FILES: u64 = 40;

#[test]
fn shares_sum_to_one_and_intervals_hold_their_estimates() {
    for seed in 0..FILES {
        let found = figures(&format!("{PLAN}{RAKE}"), &plain(&rows(seed)));
        for item in ITEMS {
            let at = |figure: &str| &found[&format!("item/{item}/{figure}")];
            let shares = at("share").as_object().expect("by code").values().map(number).sum::<f64>();
            assert!((shares - 1.0).abs() < 1e-12);
            for (estimate, intervals) in [
                ("top2/share", &["top2/wilson95", "top2/clopper95", "top2/wilson95_fpc"][..]),
                ("mean", &["mean_ci95", "mean_ci95_fpc"]),
            ] {
                for interval in intervals {
                    let (lower, upper) = (number(&at(interval)["lower"]), number(&at(interval)["upper"]));
                    assert!(lower <= number(at(estimate)) && number(at(estimate)) <= upper, "{seed} {item} {interval}");
                }
            }
        }
        let mut held = 0;
        for (address, figure) in &found {
            for estimate in ["mean", "share", "diff", "csi", "mean_gap"] {
                for ends in ["", "logit_", "beta_", "wilson_neff_"] {
                    let of = |end: &str| figure.get(format!("{ends}{end}")).and_then(Value::as_f64);
                    let (Some(value), Some(lower), Some(upper)) =
                        (figure.get(estimate).and_then(Value::as_f64), of("lower"), of("upper"))
                    else {
                        continue;
                    };
                    assert!(lower <= value && value <= upper, "{seed} {address} {estimate} {ends}");
                    held += 1;
                }
            }
        }
        assert!(held > 15, "only {held} intervals were looked at");
    }
}

#[test]
fn intervals_shrink_as_rows_repeat() {
    for seed in 0..FILES {
        let rows = rows(seed);
        let plan = format!("frequency = \"n\"\n{PLAN}{RAKE}");
        let one = figures(&plan, &file(&rows, ("n", |_: &Row| "1".to_owned())));
        let nine = figures(&plan, &file(&rows, ("n", |_: &Row| "9".to_owned())));
        let width =
            |found: &Figures, address: &str| Some(number(found.get(address)?.get("upper")?) - number(&found[address]["lower"]));
        let mut compared = 0;
        for (address, before) in one.keys().filter_map(|address| Some((address, width(&one, address)?))) {
            let after = width(&nine, address).expect("what few give, many give");
            // A mean without spread has no width to lose.
            assert!(after < before || before < 1e-12, "{seed} {address}: {before} to {after}");
            compared += 1;
        }
        assert!(compared > 20, "only {compared} intervals were compared");
        for item in ITEMS {
            let mean = format!("item/{item}/mean");
            assert!(near(&nine[&mean], number(&one[&mean])));
        }
    }
}

#[test]
fn a_frequency_is_so_many_rows() {
    for seed in 0..FILES {
        let rows = rows(seed);
        let plan = format!("{PLAN}{RAKE}");
        let counted = figures(&format!("frequency = \"n\"\n{plan}"), &file(&rows, ("n", |row: &Row| row.times.to_string())));
        let repeated = rows.iter().flat_map(|row| std::iter::repeat_n(row, row.times as usize));
        alike("frequency", &figures(&plan, &plain(repeated)), &counted, 1e-12);
    }
}

#[test]
fn the_order_of_rows_and_the_number_of_threads_change_nothing() {
    let weigh = |row: &Row| format!("{}.{}", row.times, row.year % 7);
    for seed in 0..FILES {
        let mut rows = rows(seed);
        let plan = format!("weight = \"w\"\n{PLAN}{RAKE}");
        let before = figures(&plan, &file(&rows, ("w", weigh)));
        rows.reverse();
        rows.rotate_left(11);
        alike("order", &before, &figures(&plan, &file(&rows, ("w", weigh))), 1e-9);
    }
    // Large enough for several threads: only then is a file cut.
    let many: Vec<Row> = (0..1_300).flat_map(rows).collect();
    let text = plain(&many);
    assert!(text.len() > 2 << 20);
    let plan = plan::parse("plan.toml", &format!("{PLAN}{RAKE}")).expect("it is a plan");
    let one = coded::read_with(text.as_bytes(), &plan.request(), 1).expect("it fits");
    for threads in [2, 3, 8] {
        assert_eq!(coded::read_with(text.as_bytes(), &plan.request(), threads).expect("it fits"), one, "{threads}");
    }
}

#[test]
fn equal_weights_change_nothing() {
    for (seed, weight) in (0..FILES).flat_map(|seed| [(seed, "1"), (seed, "3.7")]) {
        let rows = rows(seed);
        let found = figures(&format!("weight = \"w\"\n{PLAN}"), &file(&rows, ("w", |_: &Row| weight.to_owned())));
        assert!(near(&found["weights/given/kish_deff"], 1.0) && near(&found["weights/given/n_eff"], rows.len() as f64));
        for item in ITEMS {
            let plain = |figure: &str| number(&found[&format!("item/{item}/{figure}")]);
            let weighted = |figure: &str| &found[&format!("weights/given/{item}/{figure}")];
            assert!(near(&weighted("svymean")["mean"], plain("mean")), "{seed}");
            assert!(near(&weighted("top2")["share"], plain("top2/share")), "{seed}");
        }
        // With an answer in every row the design's error is the plain one.
        let mean = &found["weights/given/c/svymean"];
        assert!(near(&mean["se"], number(&found["item/c/mean_se"])));
        assert!(near(&mean["lower"], number(&found["item/c/mean_ci95"]["lower"])));
    }
}

#[test]
fn groups_and_periods_sum_to_the_total() {
    for seed in 0..FILES {
        let found = figures(PLAN, &plain(&rows(seed)));
        for item in ITEMS {
            let groups = found[&format!("group/g/{item}/by_group")]["data"].as_array().expect("lines").clone();
            let periods = &found[&format!("trend/year/{item}/counts")]["data"];
            let in_periods = |row: usize| periods[row].as_array().expect("counts").iter().map(number).sum::<f64>();
            let total = |figure: &str| number(&found[&format!("item/{item}/{figure}")]);
            for (column, row, figure) in [(0, 1, "n_valid"), (1, 2, "top2/count")] {
                let in_groups = groups.iter().map(|line| number(&line[column])).sum::<f64>();
                assert!((in_groups - total(figure)).abs() < 1e-9 && (in_periods(row) - total(figure)).abs() < 1e-9);
            }
            let pooled = groups.iter().map(|line| number(&line[0]) * number(&line[5])).sum::<f64>() / total("n_valid");
            assert!((pooled - total("mean")).abs() < 1e-12);
        }
    }
}

/// What keeps its value, and what changes its sign, when every answer is read backwards.
fn mirror(address: &str, figure: &Value) -> Option<Value> {
    let mut figure = figure.clone();
    let negate = |figure: &mut Value, names: &[&str]| {
        for name in names {
            figure[*name] = json!(-number(&figure[*name]));
        }
    };
    let turned =
        |figure: &Value, sum: f64| json!({ "lower": sum - number(&figure["upper"]), "upper": sum - number(&figure["lower"]) });
    match address.rsplit('/').next().expect("a name") {
        "mean" => return Some(json!(6.0 - number(&figure))),
        "median" => return Some(json!(6.0 - number(&figure))),
        "index_0_100" => return Some(json!(100.0 - number(&figure))),
        "mean_ci95" | "mean_ci95_fpc" => return Some(turned(&figure, 6.0)),
        "cliff_delta" => return Some(json!(-number(&figure))),
        "mann_whitney" => figure["W"] = json!(number(&figure["n1"]) * number(&figure["n2"]) - number(&figure["W"])),
        "spearman_with_period" => negate(&mut figure, &["rho"]),
        "welch" => {
            let ends = turned(&figure, 0.0);
            negate(&mut figure, &["diff", "t"]);
            (figure["lower"], figure["upper"]) = (ends["lower"].clone(), ends["upper"].clone());
        }
        "coef" => figure = json!({ "a": figure["a"], "b": figure["b"] }),
        "n_valid" | "n_missing" | "sd" | "mean_se" | "kruskal" | "chisq" | "r2" | "beta_std" => {}
        _ if address.starts_with("scale/") || address.starts_with("matrix/") => {}
        _ => return None,
    }
    Some(figure)
}

#[test]
fn a_scale_read_backwards_mirrors_every_figure() {
    for seed in 0..FILES {
        let mut rows = rows(seed);
        let upwards = figures(PLAN, &plain(&rows));
        rows.iter_mut().for_each(|row| row.answers = row.answers.map(|answer| answer.map(|code| 6 - code)));
        let downwards = figures(PLAN, &plain(&rows));
        let (mut wrong, mut compared) = (Vec::new(), 0);
        for (address, figure) in &upwards {
            if let Some(expected) = mirror(address, figure) {
                wrong.extend(differences(address, &expected, &downwards[address], 1e-8));
                compared += 1;
            }
        }
        assert_eq!(wrong, Vec::<String>::new(), "{seed}");
        assert!(compared > 50, "only {compared} figures were compared");
        for item in ITEMS {
            let (best, worst) = (format!("item/{item}/top2/share"), format!("item/{item}/bottom2/share"));
            assert_eq!((&upwards[&best], &upwards[&worst]), (&downwards[&worst], &downwards[&best]));
        }
        // A plan that says of all items that they are reversed reads them so where they are taken together.
        let said = figures(&format!("reversed = [\"a\", \"b\", \"c\"]\n{PLAN}"), &plain(&rows));
        for address in
            ["scale/alpha", "scale/loadings_std", "matrix/kendall_tau_b_listwise", "drivers/coef", "csi/index", "gap/gap"]
        {
            assert_eq!(differences(address, &upwards[address], &said[address], 1e-8), Vec::<String>::new(), "{seed}");
        }
    }
}

#[test]
fn what_drivers_count_for_has_intervals_where_samples_are_asked_for() {
    let asked = PLAN.replace("items = [\"a\", \"b\"] }", "items = [\"a\", \"b\"], resamples = 199, seed = 5 }");
    for seed in 0..FILES {
        let file = plain(&rows(seed));
        let found = figures(&asked, &file);
        for division in ["lmg", "johnson"] {
            let shares = &found[&format!("drivers/{division}_share")];
            let drawn = &found[&format!("drivers/{division}_share_ci95")];
            assert_eq!((&drawn["seed"], &drawn["resamples"]), (&json!(5), &json!(199)));
            for item in ["a", "b"] {
                let (lower, upper) = (number(&drawn["shares"][item]["lower"]), number(&drawn["shares"][item]["upper"]));
                assert!(lower < number(&shares[item]) && number(&shares[item]) < upper, "{seed} {division} {item}");
            }
        }
        alike("the same draws", &found, &figures(&asked, &file), 0.0);
        assert!(!figures(PLAN, &file).contains_key("drivers/lmg_share_ci95"));
    }
}
