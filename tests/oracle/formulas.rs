//! Formulas on small stated inputs against R, through the public functions of the library; skipped where the file is absent.

use crate::differences;
use crate::real::data;
use ascolto::analysis::battery::{self, PairTables};
use ascolto::analysis::change::{Change, judge as judge_change};
use ascolto::analysis::cub::cub;
use ascolto::analysis::distribution::normal;
use ascolto::analysis::groups::{self, Fraction};
use ascolto::analysis::proportion::{clopper_pearson, effective_base, jeffreys, share_finding, wilson};
use ascolto::analysis::response_rates::{Outcomes, rates};
use ascolto::analysis::sample_size::{Precision, plan};
use ascolto::analysis::{Interval, addresses, multiplicity, nps, trend, weighting};
use ascolto::charter::{Direction, Verdict, judge};
use ascolto::response::CrossTable;
use serde_json::{Map, Value, json};

fn real(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

fn whole(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no whole number"))
}

fn reals(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(real).collect()
}

fn codes(value: &Value) -> Vec<i64> {
    value.as_array().expect("a list").iter().map(|code| code.as_i64().expect("a code")).collect()
}

fn table(value: &Value) -> CrossTable {
    let rows = value["data"].as_array().expect("rows");
    CrossTable::from_rows(
        &rows.iter().map(|row| row.as_array().expect("cells").iter().map(whole).collect()).collect::<Vec<Vec<u64>>>(),
    )
}

fn ends(interval: Interval) -> Value {
    json!({ "lower": interval.lower, "upper": interval.upper })
}

/// Everything below the first level but the inputs, as the program computes it; the key's family says how.
fn computed(family: &str, input: &Value) -> Value {
    match family {
        "proportion" => proportion(input),
        "proportion_fpc" => finite_proportion(input),
        "sample_size" => sample_size(input),
        "nps" => net_promoter_score(input),
        "aapor" => outcome_rates(&input["input"]),
        "kish" => kish(input),
        "fisher" => fisher(input),
        "kruskal" => kruskal(input),
        "cochran_armitage" => cochran_armitage(input),
        "difference" => difference(input),
        "p_adjust" => adjusted(input),
        "gap" => gap(input),
        "csi" => index(input),
        "goal" => goal(input),
        "cub" => feeling_and_uncertainty(input),
        other => panic!("{other} belongs to no tier that is known"),
    }
}

fn proportion(input: &Value) -> Value {
    let (count, base) = (whole(&input["k"]), whole(&input["n"]));
    let share = share_finding(count, base, None).expect("somebody answered").share;
    let wilson = |probability| ends(wilson(share, real(&input["n"]), probability));
    json!({
        "p": share, "wilson95": wilson(0.975), "wilson90": wilson(0.95), "wilson99": wilson(0.995),
        "clopper95": ends(clopper_pearson(count, base)), "jeffreys95": ends(jeffreys(count, base)),
    })
}

fn finite_proportion(input: &Value) -> Value {
    let (count, base, universe) = (whole(&input["k"]), whole(&input["n"]), Some(whole(&input["N"])));
    let found = share_finding(count, base, universe).expect("somebody answered");
    json!({ "n_eff": effective_base(base, universe), "wilson95": ends(found.interval) })
}

fn sample_size(input: &Value) -> Value {
    let wanted = Precision { share: real(&input["p"]), margin: real(&input["e"]) };
    let found = plan(wanted, Some(whole(&input["N"])), 0.3);
    json!({
        "n0": found.unlimited, "n0_ceiling": found.unlimited_answers, "n_fpc": found.finite,
        "n_fpc_ceiling": found.finite_answers, "n_fpc_after_response_30pct": found.invitations,
    })
}

fn net_promoter_score(input: &Value) -> Value {
    let counts: Vec<u64> = input["counts_0_to_10"].as_array().expect("counts").iter().map(whole).collect();
    let found = nps::nps(counts.as_slice().try_into().expect("eleven counts")).expect("somebody answered");
    json!({
        "n": found.base, "promoters": found.promoters, "passives": found.passives, "detractors": found.detractors,
        "nps": found.score, "variance_n": found.variance, "se_points": found.error, "se_points_n_minus_1": found.error_of_mean,
        "lower": found.interval.lower, "upper": found.interval.upper,
    })
}

fn outcome_rates(input: &Value) -> Value {
    let count = |code: &str| whole(&input[code]);
    let found = rates(&Outcomes {
        complete: count("I"),
        partial: count("P"),
        refusal: count("R"),
        non_contact: count("NC"),
        other: count("O"),
        unknown_household: count("UH"),
        unknown_other: count("UO"),
        eligible_share: input["e"].as_f64(),
    });
    let mut named = Map::new();
    let families = [("RR", &found.response[..]), ("COOP", &found.cooperation), ("REF", &found.refusal), ("CON", &found.contact)];
    for (name, rates) in families {
        named.extend(rates.iter().enumerate().map(|(at, rate)| (format!("{name}{}", at + 1), json!(rate))));
    }
    json!({ "rates": named })
}

fn kish(input: &Value) -> Value {
    let weights = reals(&input["w"]);
    let squares = weights.iter().map(|weight| weight * weight).sum();
    let found = weighting::kish(weights.iter().sum(), squares, weights.len() as u64).expect("positive weights");
    json!({ "deff": found.design_effect, "n_eff": found.effective_base, "cv2": found.squared_variation })
}

fn fisher(input: &Value) -> Value {
    let table = table(&input["table"]);
    if table.rows() > 2 {
        return json!({ "p": groups::fisher(&table).expect("a small table") });
    }
    let exact = groups::fisher_2x2(&table).expect("four counts");
    let (yates, mcnemar) = (groups::yates(&table).expect("four counts"), groups::mcnemar(&table).expect("some changed"));
    json!({
        "p": exact.p, "odds_ratio_cmle": exact.odds_ratio, "or_lower": exact.interval.lower, "or_upper": exact.interval.upper,
        "p_less": exact.p_less, "p_greater": exact.p_greater, "chisq_yates": yates.x2, "p_yates": yates.p,
        "mcnemar_chisq": mcnemar.x2, "mcnemar_p": mcnemar.p,
    })
}

/// Groups of answers as a table of groups by codes from 1 to 7.
fn grouped(input: &Value) -> (Vec<String>, CrossTable) {
    let groups = input["groups"].as_object().expect("named groups");
    let mut table = CrossTable::new(groups.len(), 7);
    for (row, answers) in groups.values().enumerate() {
        codes(answers).iter().for_each(|code| table.add(row, usize::try_from(code - 1).expect("from 1"), 1));
    }
    (groups.keys().cloned().collect(), table)
}

fn kruskal(input: &Value) -> Value {
    let (names, table) = grouped(input);
    let found = groups::kruskal_wallis(&table).expect("groups that differ");
    let pairs = groups::dunn(&table).expect("groups that differ");
    let by_pair = |figure: fn(&groups::DunnPair) -> f64| -> Value {
        let named = pairs.iter().map(|pair| (format!("{}-{}", names[pair.first], names[pair.second]), json!(figure(pair))));
        named.collect::<Map<_, _>>().into()
    };
    let mut listed = json!({
        "H": found.h, "df": found.freedom, "p": found.p, "tie_factor": found.tie_factor, "dunn_z": by_pair(|pair| pair.z),
        "dunn_p": by_pair(|pair| pair.p), "dunn_p_holm": by_pair(|pair| pair.p_holm),
    });
    if let Ok(two) = groups::mann_whitney(&table) {
        listed["W"] = json!(two.w);
        listed["p_mw"] = json!(two.p);
        listed["cliff_delta"] = json!(two.cliff_delta);
    }
    listed
}

fn cochran_armitage(input: &Value) -> Value {
    let counts = input["k"].as_array().expect("counts").iter().map(whole);
    let periods: Vec<(u64, u64)> = counts.zip(input["n"].as_array().expect("bases").iter().map(whole)).collect();
    let found = trend::cochran_armitage(&periods, &reals(&input["score"])).expect("periods that differ");
    json!({ "z": found.z, "chisq": found.x2, "p": found.p })
}

fn difference(input: &Value) -> Value {
    let (now, before) = ((whole(&input["x1"]), whole(&input["n1"])), (whole(&input["x2"]), whole(&input["n2"])));
    let found = groups::two_proportions(now, before).expect("somebody answered");
    let test = found.test.expect("not all alike");
    let fraction = |(count, base)| Fraction { count, base };
    let verdict = match judge_change(fraction(now), fraction(before), 0.05) {
        Change::Up => "up",
        Change::Down => "down",
        Change::Stable => "stable",
        Change::NotDemonstrated => "not shown",
    };
    let mut newcombe = ends(found.interval);
    newcombe["diff"] = json!(found.difference);
    json!({
        "newcombe95": newcombe, "newcombe90": ends(found.bounds), "chisq": test.x2, "p": test.p, "verdict_margin_0.05": verdict,
    })
}

fn adjusted(input: &Value) -> Value {
    let raw = reals(&input["p"]);
    json!({
        "holm": multiplicity::holm(&raw), "bh": multiplicity::benjamini_hochberg(&raw), "bonferroni": multiplicity::bonferroni(&raw),
        "hochberg": multiplicity::hochberg(&raw), "by": multiplicity::benjamini_yekutieli(&raw),
    })
}

/// The tables of every pair of columns of answers from 1 to `most`.
fn pair_tables(columns: &[Vec<i64>], most: i64) -> PairTables {
    let place = |code: i64| usize::try_from(code - 1).expect("from 1");
    let codes = place(most) + 1;
    let mut tables = Vec::new();
    for (at, one) in columns.iter().enumerate() {
        for other in &columns[at + 1..] {
            let mut table = CrossTable::new(codes, codes);
            one.iter().zip(other).for_each(|(one, other)| table.add(place(*one), place(*other), 1));
            tables.push(table);
        }
    }
    let singles = columns.iter().map(|column| {
        let mut counts = vec![0; codes];
        column.iter().for_each(|code| counts[place(*code)] += 1);
        counts
    });
    PairTables::new(vec![(1..=most).collect(); columns.len()], tables, singles.collect(), true)
}

fn gap(input: &Value) -> Value {
    let pairs = pair_tables(&[codes(&input["expectation"]), codes(&input["perception"])], 7);
    let found = battery::gap(&pairs.table(0, 1), pairs.values(0), pairs.values(1)).expect("pairs that differ");
    json!({
        "mean_gap": found.mean_gap, "t": found.t, "df": found.freedom, "p": found.p, "lower": found.interval.lower,
        "upper": found.interval.upper, "V": found.v, "p_signed_rank": found.signed_rank_p, "sign_p": found.sign_p,
    })
}

fn index(input: &Value) -> Value {
    let rows: Vec<Vec<i64>> = input["X"]["data"].as_array().expect("rows").iter().map(codes).collect();
    let columns: Vec<Vec<i64>> = (0..rows[0].len()).map(|at| rows.iter().map(|row| row[at]).collect()).collect();
    let (least, most) = (input["min"].as_i64().expect("a code"), input["max"].as_i64().expect("a code"));
    let found = battery::index(&pair_tables(&columns, most), &reals(&input["w"]), least, most).expect("weights that fit");
    json!({
        "csi": found.csi, "se": found.error, "lower": found.interval.lower, "upper": found.interval.upper,
        "acsi_formula": found.acsi_formula,
    })
}

/// The test that a plan's goal is held against; near means that the share is shown not to be below the target by the margin.
fn goal(input: &Value) -> Value {
    let (count, base, target) = (whole(&input["k"]), whole(&input["n"]), real(&input["target"]));
    let text = format!("items = [\"x\"]\nscale = {{ least = 1, most = 3 }}\nfrequency = \"f\"\ngoals = [{target}]\n");
    let plan = ascolto::analysis::plan::parse("goal.toml", &text).unwrap_or_else(|faults| panic!("{:?}", faults[0]));
    let file = format!("x,f\n3,{count}\n1,{}\n", base - count);
    let coded = ascolto::response::coded::read(file.as_bytes(), &plan.request()).expect("it fits");
    let listed = addresses::list_planned(&plan, &coded);
    let found = &listed[&format!("item/x/goal/{target}")];
    let bounds = share_finding(count, base, None).expect("somebody answered").bounds;
    let near = judge(bounds, target - real(&input["margin"]), Direction::AtLeast) == Some(Verdict::Reached);
    json!({
        "share": listed["item/x/top2/share"], "lower95": found["lower95_one_sided"], "upper95": found["upper95_one_sided"],
        "z": normal::quantile(real(&found["p_below"])), "p_above": found["p_not_below"], "p_below": found["p_below"],
        "verdict": found["verdict"], "near": near && found["verdict"] == "not shown",
    })
}

fn feeling_and_uncertainty(input: &Value) -> Value {
    let counts: Vec<u64> = input["freq"].as_array().expect("counts").iter().map(whole).collect();
    let found = cub(&counts).expect("enough points and answers");
    let mut figures = json!({
        "pai": found.pi, "csi": found.xi, "loglik": found.log_likelihood, "boundary": found.errors.is_none(),
        "diss": found.dissimilarity,
    });
    if let Some(errors) = found.errors {
        figures["se_pai"] = json!(errors.pi);
        figures["se_csi"] = json!(errors.xi);
        figures["cov"] = json!(errors.covariance);
    }
    figures
}

const INPUTS: [&str; 25] = [
    "freq",
    "k",
    "n",
    "N",
    "e",
    "w",
    "p",
    "X",
    "x1",
    "n1",
    "x2",
    "n2",
    "min",
    "max",
    "score",
    "table",
    "input",
    "groups",
    "target",
    "margin",
    "method",
    "counts_0_to_10",
    "expectation",
    "perception",
    "reference",
];
/// Tier 3.
const BEYOND: [&str; 3] = ["keyness", "polychoric", "suppression"];

#[test]
fn every_formula_on_its_stated_input_is_r_s() {
    let Some(data) = data() else { return };
    let text = std::fs::read_to_string(data.join("../reference/formulas.json")).expect("the reference stands beside the data");
    let reference: Value = serde_json::from_str(&text).expect("the reference is JSON");
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for value in reference["values"].as_array().expect("it lists values") {
        let key = value["key"].as_str().expect("a key");
        let family = key.split('/').next().expect("a family");
        if BEYOND.contains(&family) {
            continue;
        }
        let found = computed(family, &value["value"]);
        let mut expected = value["value"].clone();
        // What the program did not compute must be an input; `p` is one only where it is not a result.
        expected
            .as_object_mut()
            .expect("figures")
            .retain(|name, _| found.get(name).is_some() || !INPUTS.contains(&name.as_str()));
        if let Some(residue) = expected.pointer_mut("/wilson95/lower").filter(|lower| real(lower) < 1e-16) {
            // R leaves 2.8e-17 of the rounding where the bound is 0.
            *residue = json!(0.0);
        }
        wrong.extend(differences(key, &expected, &found, real(&value["rel_tol"])));
        compared += 1;
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(compared >= 32, "only {compared} formulas were compared");
}
