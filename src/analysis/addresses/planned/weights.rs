//! `weights/...` and `stratified/...`

use super::{Figures, named};
use crate::analysis::plan::{CELLS, Plan, PlanItem, PlanMargin, PlanRake};
use crate::analysis::proportion::as_real;
use crate::analysis::reading::Reading;
use crate::analysis::weighting::{
    Cell, CellPiece, Level, Margin, Piece, Raked, Stratum, Totals, WeightedMean, WeightedShare, WeightingFault, calibrated_mean,
    calibrated_share, expand, kish, mean, rake, share,
};
use crate::response::coded::{Coded, CodedVariable, WeightSums};
use serde_json::{Map, Value, json};

/// Figures with given weights, with raked weights, and of a stratified sample.
pub fn list(plan: &Plan, coded: &Coded, figures: &mut Figures) {
    if let Some(sums) = &coded.weights {
        list_given(plan, coded, sums, figures);
    }
    if let Some(own) = &plan.rake
        && let Some(cells) = coded.variable(CELLS)
    {
        list_raked(plan, own, coded, cells, figures);
    }
    if let Some(own) = &plan.strata
        && let Some(strata) = coded.variable(&own.variable)
    {
        if strata.missing > 0 {
            return figures.say("stratified", json!({ "rows_without_stratum": { "rows": strata.missing } }));
        }
        let population = |level: &String| own.populations.iter().find(|(name, _)| name == level).map(|(_, users)| *users);
        let described = strata.levels.iter().zip(&strata.rows);
        let described: Vec<Stratum> =
            described.map(|(level, rows)| Stratum { rows: *rows, population: population(level) }).collect();
        for (place, item) in plan.items.iter().enumerate() {
            let pieces = stratified(item, strata, place, &described);
            list_item(&format!("stratified/{}", item.column.name), item, pieces, &described, figures);
        }
    }
}

/// The answers of an item by stratum, with their weights; without weights each stands for `N / n` of its stratum.
fn stratified(
    item: &PlanItem,
    strata: &CodedVariable,
    place: usize,
    described: &[Stratum],
) -> Result<Vec<Piece>, WeightingFault> {
    let values = Reading::of_item(item).scores();
    if let Some(sums) = strata.crossed_weights.get(place) {
        let by_stratum = sums.iter().enumerate();
        return Ok(by_stratum.flat_map(|(stratum, sums)| pieces(stratum, &values, sums)).collect());
    }
    let lines = strata.crossed.get(place).into_iter().flat_map(|table| table.each_row().enumerate());
    let answers: Vec<(usize, f64, u64)> = lines
        .flat_map(|(stratum, line)| values.iter().zip(line).map(move |(value, count)| (stratum, *value, *count)))
        .filter(|(_, _, count)| *count > 0)
        .collect();
    expand(&answers, described)
}

fn pieces(stratum: usize, values: &[f64], sums: &[WeightSums]) -> Vec<Piece> {
    let given = values.iter().zip(sums).filter(|(_, sums)| sums.rows > 0);
    given
        .map(|(value, sums)| Piece { stratum, value: *value, count: sums.rows, weight: sums.weight, square: sums.square })
        .collect()
}

fn list_given(plan: &Plan, coded: &Coded, sums: &WeightSums, figures: &mut Figures) {
    put_kish("weights/given", sums.weight, sums.square, sums.rows, figures);
    let all = [Stratum { rows: coded.rows, population: None }];
    for (item, counted) in plan.items.iter().zip(&coded.items) {
        let own = counted.weights.as_deref().unwrap_or_default();
        let pieces = pieces(0, &Reading::of_item(item).scores(), own);
        list_item(&format!("weights/given/{}", item.column.name), item, Ok(pieces), &all, figures);
    }
}

fn put_kish(address: &str, weight: f64, square: f64, rows: u64, figures: &mut Figures) {
    match kish(weight, square, rows) {
        Ok(found) => {
            figures.put(&format!("{address}/kish_deff"), json!(found.design_effect));
            figures.put(&format!("{address}/n_eff"), json!(found.effective_base));
        }
        Err(fault) => figures.say(address, said(&fault)),
    }
}

/// Mean and top-two share of an item with fixed weights.
fn list_item(
    address: &str,
    item: &PlanItem,
    pieces: Result<Vec<Piece>, WeightingFault>,
    strata: &[Stratum],
    figures: &mut Figures,
) {
    let pieces = match pieces {
        Ok(pieces) => pieces,
        Err(fault) => return figures.say(address, said(&fault)),
    };
    match mean(&pieces, strata) {
        Ok(found) => figures.put(&format!("{address}/svymean"), mean_figures(&found)),
        Err(fault) => figures.say(&format!("{address}/svymean"), said(&fault)),
    }
    let Some(is_top) = top_of(item) else { return };
    match share(&pieces, strata, is_top) {
        Ok(found) => figures.put(&format!("{address}/top2"), share_figures(&found)),
        Err(fault) => figures.say(&format!("{address}/top2"), said(&fault)),
    }
}

fn top_of(item: &PlanItem) -> Option<impl Fn(f64) -> bool> {
    let reading = Reading::of_item(item);
    let (scores, top) = (reading.scores(), reading.top_places()?);
    Some(move |value: f64| top.iter().any(|place| (scores[*place] - value).abs() < 0.5))
}

fn mean_figures(found: &WeightedMean) -> Value {
    json!({
        "n": found.base, "mean": found.mean, "se": found.error, "df": found.freedom,
        "lower": found.interval.lower, "upper": found.interval.upper,
    })
}

fn share_figures(found: &WeightedShare) -> Value {
    let lower = |interval: Option<crate::analysis::Interval>| interval.map(|interval| interval.lower);
    let upper = |interval: Option<crate::analysis::Interval>| interval.map(|interval| interval.upper);
    json!({
        "n": found.base, "share": found.share, "se": found.error, "n_eff": found.effective_base, "deff": found.design_effect,
        "logit_lower": lower(found.logit), "logit_upper": upper(found.logit),
        "xlogit_lower": lower(found.logit), "xlogit_upper": upper(found.logit),
        "beta_lower": lower(found.beta), "beta_upper": upper(found.beta),
        "wilson_neff_lower": found.wilson.lower, "wilson_neff_upper": found.wilson.upper,
    })
}

fn list_raked(plan: &Plan, own: &PlanRake, coded: &Coded, cells: &CodedVariable, figures: &mut Figures) {
    let shares = own.margins.iter().map(|margin| {
        let totals = margin.totals.iter().map(|(level, total)| (level.clone(), json!(total)));
        (margin.variable.clone(), Value::Object(totals.collect()))
    });
    figures.put("weights/rake/margins", Value::Object(shares.collect::<Map<_, _>>()));
    figures.put("weights/rake/population_N", json!(own.population));
    if cells.missing > 0 {
        return figures.say("weights/rake", json!({ "rows_without_margin": { "rows": cells.missing } }));
    }
    let margins: Vec<Margin> = own.margins.iter().map(|margin| margin_of(margin, coded)).collect();
    let described = cells_of(&margins, cells);
    let raked = match rake(&described, &margins, own.population) {
        Ok(raked) => raked,
        Err(fault) => return figures.say("weights/rake", said(&fault)),
    };
    // With given weights a row's own weight is to be multiplied by the factor of its cell.
    figures.put("weights/rake/cell_weights", named(&cells.levels, &raked.factors));
    figures.put("weights/rake_fixed/kish_deff", json!(raked.kish.design_effect));
    figures.put("weights/rake_fixed/n_eff", json!(raked.kish.effective_base));
    for (place, item) in plan.items.iter().enumerate() {
        list_raked_item(item, &answers_of(item, cells, place), &described, &raked, coded.rows, figures);
    }
}

fn list_raked_item(item: &PlanItem, answers: &[CellPiece], cells: &[Cell], raked: &Raked, rows: u64, figures: &mut Figures) {
    let all = [Stratum { rows, population: None }];
    let name = &item.column.name;
    list_item(&format!("weights/rake_fixed/{name}"), item, Ok(raked.pieces(answers)), &all, figures);
    let address = format!("weights/rake_calibrated/{name}");
    let found = match calibrated_mean(answers, cells, raked, &all) {
        Ok(found) => found,
        Err(fault) => return figures.say(&address, said(&fault)),
    };
    let mut listed = json!({ "mean": found.mean, "mean_se": found.error });
    if let Some(Ok(top)) = top_of(item).map(|is_top| calibrated_share(answers, cells, raked, &all, is_top)) {
        listed["top2"] = json!(top.share);
        listed["top2_se"] = json!(top.error);
    }
    figures.put(&address, listed);
}

/// A margin with every level that the file or the plan knows.
fn margin_of(margin: &PlanMargin, coded: &Coded) -> Margin {
    let known: &[String] = coded.variable(&margin.variable).map_or(&[], |variable| &variable.levels);
    let total = |name: &String| margin.totals.iter().find(|(level, _)| level == name).map(|(_, total)| *total);
    let unknown = margin.totals.iter().map(|(level, _)| level).filter(|level| !known.contains(level));
    let levels = known.iter().chain(unknown).map(|name| Level { name: name.clone(), total: total(name) });
    let totals = if margin.are_counts { Totals::Counts } else { Totals::Shares };
    Margin { name: margin.variable.clone(), totals, levels: levels.collect() }
}

/// The cells with the places of their levels in the margins.
fn cells_of(margins: &[Margin], cells: &CodedVariable) -> Vec<Cell> {
    let place = |margin: &Margin, name: &str| margin.levels.iter().position(|level| level.name == name).unwrap_or(usize::MAX);
    let described = cells.levels.iter().zip(&cells.rows).enumerate().map(|(index, (name, rows))| {
        let parts = name.split('|').collect::<Vec<&str>>();
        let levels = margins.iter().zip(parts).map(|(margin, part)| place(margin, part)).collect();
        match cells.weights.get(index) {
            Some(sums) => Cell { levels, rows: *rows, weight: sums.weight, square: sums.square },
            None => Cell::unweighted(levels, *rows),
        }
    });
    described.collect()
}

/// The answers of an item by cell and value, then the rows of each cell without a valid one.
fn answers_of(item: &PlanItem, cells: &CodedVariable, place: usize) -> Vec<CellPiece> {
    let values = Reading::of_item(item).scores();
    let piece = |cell: usize, value: Option<f64>, sums: WeightSums| {
        let WeightSums { rows: count, weight, square } = sums;
        CellPiece { cell, stratum: 0, value, count, weight, square }
    };
    let even = |rows: u64| WeightSums { rows, weight: as_real(rows), square: as_real(rows) };
    let mut answers = Vec::new();
    for (cell, rows) in cells.rows.iter().enumerate() {
        let sums: Vec<WeightSums> = match cells.crossed_weights.get(place) {
            Some(by_cell) => by_cell[cell].clone(),
            None => {
                let line = cells.crossed[place].row(cell);
                let none = rows - line.iter().sum::<u64>();
                line.iter().copied().chain([none]).map(even).collect()
            }
        };
        let kinds = values.iter().copied().map(Some).chain([None]);
        answers.extend(kinds.zip(sums).filter(|(_, sums)| sums.rows > 0).map(|(value, sums)| piece(cell, value, sums)));
    }
    answers
}

/// A fault with what it is about, for machines.
fn said(fault: &WeightingFault) -> Value {
    let detail = match fault {
        WeightingFault::LevelWithoutAnswers { margin, level, total } => {
            json!({ "margin": margin, "level": level, "total": total })
        }
        WeightingFault::LevelWithoutUsers { margin, level, rows } => json!({ "margin": margin, "level": level, "rows": rows }),
        WeightingFault::TotalNotPossible { margin, level, total } => json!({ "margin": margin, "level": level, "total": total }),
        WeightingFault::TotalsContradict { margin, found, expected } => {
            json!({ "margin": margin, "found": found, "expected": expected })
        }
        WeightingFault::MarginsCannotBeMet { margin, level, wanted, reached } => {
            json!({ "margin": margin, "level": level, "wanted": wanted, "reached": reached })
        }
        WeightingFault::LonelyAnswer { stratum } => json!({ "stratum": stratum }),
        WeightingFault::PopulationBelowSample { stratum, rows, population } => {
            json!({ "stratum": stratum, "rows": rows, "population": population })
        }
        other => return json!(other.code()),
    };
    json!({ fault.code(): detail })
}
