//! `trend/VARIABLE/ITEM/...`

use super::{Figures, counts_of_line, crossed, matrix};
use crate::analysis::addresses::interval;
use crate::analysis::battery::correlation::spearman;
use crate::analysis::groups::two_proportions;
use crate::analysis::mean::Moments;
use crate::analysis::plan::Plan;
use crate::analysis::reading::Reading;
use crate::analysis::trend::cochran_armitage;
use crate::response::CrossTable;
use crate::response::coded::{Coded, CodedVariable};
use serde_json::{Map, Value, json};

/// Every item over the levels of each variable of periods.
pub fn list(plan: &Plan, coded: &Coded, figures: &mut Figures) {
    for name in &plan.periods {
        let Some(variable) = coded.variable(name) else { continue };
        let scores: Option<Vec<f64>> = variable.levels.iter().map(|level| level.parse().ok()).collect();
        match scores {
            Some(scores) => crossed(plan, variable)
                .for_each(|(item, reading, table)| list_item(variable, &scores, item, &reading, table, figures)),
            None => figures.say(&format!("trend/{name}"), "periods_are_not_numbers"),
        }
    }
}

/// The periods in which an item was answered.
struct Answered<'a> {
    names: Vec<String>,
    scores: Vec<f64>,
    lines: Vec<&'a [u64]>,
}

fn list_item(variable: &CodedVariable, scores: &[f64], item: &str, reading: &Reading, table: &CrossTable, figures: &mut Figures) {
    let answered: Vec<usize> = (0..table.rows()).filter(|row| table.row(*row).iter().any(|count| *count > 0)).collect();
    let periods = Answered {
        names: answered.iter().map(|row| variable.levels[*row].clone()).collect(),
        scores: answered.iter().map(|row| scores[*row]).collect(),
        lines: answered.iter().map(|row| table.row(*row)).collect(),
    };
    let address = |figure: &str| format!("trend/{}/{item}/{figure}", variable.name);
    let means = periods.names.iter().zip(&periods.lines).filter_map(|(name, line)| {
        let moments = Moments::of(&reading.list(&counts_of_line(reading, line)))?;
        Some((name.clone(), json!(moments.mean)))
    });
    figures.put(&address("means"), Value::Object(means.collect::<Map<_, _>>()));
    list_shares(&periods, reading, &address, figures);
    let by_period = CrossTable::from_rows(&periods.lines);
    // Ranks ask for the order of the periods alone.
    let order: Vec<i64> = (0..).take(by_period.rows()).collect();
    figures.put_or_say(
        &address("spearman_with_period"),
        spearman(&by_period, &order, &reading.values_or_none()),
        |rho| json!({ "rho": rho }),
    );
}

fn list_shares(periods: &Answered<'_>, reading: &Reading, address: &impl Fn(&str) -> String, figures: &mut Figures) {
    let Some(top) = reading.top_places() else { return };
    let share = |line: &&[u64]| (top.iter().map(|place| line[*place]).sum::<u64>(), line.iter().sum::<u64>());
    let shares: Vec<(u64, u64)> = periods.lines.iter().map(share).collect();
    let rows = ["level", "n", "top2"].map(str::to_owned);
    let data = [
        periods.scores.iter().map(|score| json!(score)).collect(),
        shares.iter().map(|(_, base)| json!(base)).collect(),
        shares.iter().map(|(count, _)| json!(count)).collect(),
    ];
    figures.put(&address("counts"), matrix(&rows, &periods.names, &data));
    let places: Vec<f64> = (1..).take(shares.len()).map(f64::from).collect();
    let by_place = cochran_armitage(&shares, &places).ok().map(|found| found.x2);
    figures.put_or_say(
        &address("cochran_armitage"),
        cochran_armitage(&shares, &periods.scores),
        |found| json!({ "z": found.z, "chisq": found.x2, "p": found.p, "chisq_scores_1_to_k": by_place }),
    );
    if let [.., previous, last] = shares.as_slice() {
        figures.put_or_say(&address("last_vs_previous"), two_proportions(*last, *previous), |found| {
            let mut figures = interval(found.interval);
            figures["diff"] = json!(found.difference);
            figures["chisq"] = json!(found.test.map(|test| test.x2));
            figures["p"] = json!(found.test.map(|test| test.p));
            figures
        });
    }
}
