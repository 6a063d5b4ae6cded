//! The plan file: one TOML file that says what is computed of a file of codes.
//!
//! `docs/plans.md` explains every key with two whole examples.

use super::super::battery::Resampling;
use super::check::Names;
use super::{
    Plan, PlanBattery, PlanDrivers, PlanGap, PlanGoal, PlanImportance, PlanIndex, PlanItem, PlanMargin, PlanRake, PlanStrata,
    TwoGroups,
};
use crate::fault::typed::{Entries, Source, Typed};
use crate::fault::{Fault, Said, Severity};
use crate::form::Polarity;
use crate::response::coded::{ItemColumn, LevelSource, MissingCodes};

/// The lowest and the highest code an item may have.
const CODES: (i64, i64) = (-1_000, 1_000);
/// The most codes of an item.
const MOST_CODES: i64 = 250;

/// Reads a plan file.
///
/// # Errors
/// Every mistake with its place.
pub fn parse(file_name: &str, text: &str) -> Result<Plan, Vec<Fault>> {
    let (source, table) = Source::read(file_name, text)?;
    let entries = Entries::new(&source, "fault-what-plan", table.get_ref(), source.first_line());
    let plan = read_plan(&source, entries);
    let faults = source.into_faults();
    if faults.iter().any(|fault| fault.severity == Severity::Error) { Err(faults) } else { Ok(plan) }
}

fn read_plan<'s>(source: &'s Source<'s>, entries: Entries<'s>) -> Plan {
    let whole = read_scale(&entries, &PointsOf::default());
    let items = read_items(source, &entries, &whole);
    let mut plan = Plan { items, universe: entries.integer_between("universe", 1, i64::MAX).map(whole_of), ..Plan::default() };
    plan.weight = entries.string("weight").map(|name| name.value);
    plan.frequency = entries.string("frequency").map(|name| name.value);
    let mut names = Names::new(source, &plan.items);
    plan.reversed = names.items(entries.strings("reversed"));
    plan.reversed_alone = entries.flag("reversed_alone");
    plan.goals = read_goals(&entries, &mut names);
    read_comparisons(&entries, &mut names, &mut plan);
    read_together(&entries, &mut names, &mut plan);
    read_weighting(&entries, &mut names, &mut plan);
    plan.variables = names.variables();
    entries.finish();
    plan
}

/// The codes of an item as one table says them; what it does not say is taken from the whole file's.
#[derive(Clone, Default)]
struct PointsOf {
    least: Option<i64>,
    most: Option<i64>,
    satisfied: Option<i64>,
    polarity: Option<Polarity>,
    missing: MissingCodes,
}

fn read_scale(entries: &Entries<'_>, whole: &PointsOf) -> PointsOf {
    let mut points = whole.clone();
    if let Some(scale) = entries.table("scale", "fault-what-plan-scale") {
        points.least = scale.integer_between("least", CODES.0, CODES.1).map(|code| code.value).or(points.least);
        points.most = scale.integer_between("most", CODES.0, CODES.1).map(|code| code.value).or(points.most);
        points.satisfied = scale.integer("satisfied_from").map(|code| code.value).or(points.satisfied);
        points.polarity = scale
            .word("better", &[("high", Polarity::HigherIsBetter), ("low", Polarity::LowerIsBetter)])
            .map(|word| word.value)
            .or(points.polarity);
        if let (Some(least), Some(most)) = (points.least, points.most)
            && (most <= least || most - least >= MOST_CODES)
        {
            let message = Said::new("fault-plan-scale").with("least", least).with("most", most);
            scale.source().fault(scale.range(), message, "fault-hint-plan-scale");
        }
        scale.finish();
    }
    if let Some(missing) = entries.table("missing", "fault-what-plan-missing") {
        let texts = |key| missing.cells(key).into_iter().map(|cell| cell.value).collect::<Vec<String>>();
        points.missing =
            MissingCodes { blank: texts("blank"), dont_know: texts("dont_know"), not_applicable: texts("not_applicable") };
        missing.finish();
    }
    points
}

fn read_items(source: &Source<'_>, entries: &Entries<'_>, whole: &PointsOf) -> Vec<PlanItem> {
    let mut items: Vec<PlanItem> = Vec::new();
    let mut add = |name: Typed<String>, points: &PointsOf| {
        let (Some(least), Some(most)) = (points.least, points.most) else {
            let message = Said::new("fault-plan-no-scale").with("item", name.value.as_str());
            return source.fault(name.range, message, "fault-hint-plan-no-scale");
        };
        if items.iter().any(|item| item.column.name == name.value) {
            return source.fault(name.range, Said::new("fault-plan-twice").with("name", name.value), "fault-hint-plan-twice");
        }
        let column = ItemColumn { name: name.value, least, most, missing: points.missing.clone() };
        let polarity = points.polarity.unwrap_or(Polarity::HigherIsBetter);
        items.push(PlanItem { column, satisfied: points.satisfied, polarity });
    };
    for name in entries.strings("items") {
        add(name, whole);
    }
    for own in entries.tables("item", "fault-what-plan-item") {
        let points = read_scale(&own, whole);
        match own.string("name") {
            Some(name) => add(name, &points),
            None if !own.has("name") => own.missing("name", "fault-hint-plan-item-name"),
            None => {}
        }
        own.finish();
    }
    if items.is_empty() && !entries.has("items") && !entries.has("item") {
        entries.missing("items", "fault-hint-plan-items");
    }
    items
}

fn read_goals<'s>(entries: &Entries<'s>, names: &mut Names<'s>) -> Vec<PlanGoal> {
    let mut goals: Vec<PlanGoal> = entries
        .numbers("goals")
        .into_iter()
        .filter_map(|target| Some(PlanGoal { item: None, target: names.share(target)? }))
        .collect();
    for goal in entries.tables("goal", "fault-what-plan-goal") {
        let item = goal.string("item").and_then(|item| names.item(item));
        if !goal.has("target") {
            goal.missing("target", "fault-hint-plan-target");
        }
        if let Some(target) = goal.number("target").and_then(|target| names.share(target)) {
            goals.push(PlanGoal { item, target });
        }
        goal.finish();
    }
    goals
}

fn read_comparisons<'s>(entries: &Entries<'s>, names: &mut Names<'s>, plan: &mut Plan) {
    names.missing = entries.cells("missing_groups").into_iter().map(|cell| cell.value).collect();
    for bands in entries.tables("bands", "fault-what-plan-bands") {
        let name = names.required(&bands, "name");
        let column = names.required(&bands, "of");
        let up_to = bands.numbers("up_to");
        if up_to.is_empty() || up_to.windows(2).any(|pair| pair[0].value >= pair[1].value) {
            bands.source().fault(bands.range_of("up_to"), "fault-plan-bands", "fault-hint-plan-bands");
        }
        if let (Some(name), Some(column)) = (name, column) {
            let up_to = up_to.iter().map(|bound| bound.value).collect();
            names.bands.push((name.value, LevelSource::Bands { column: column.value, up_to }));
        }
        bands.finish();
    }
    for name in entries.strings("two_groups") {
        plan.two_groups.push(TwoGroups { variable: names.variable(name.value), levels: None });
    }
    for own in entries.tables("compare", "fault-what-plan-compare") {
        let variable = names.required(&own, "variable");
        let (first, second) = (names.required_cell(&own, "first"), names.required_cell(&own, "second"));
        if let (Some(variable), Some(first), Some(second)) = (variable, first, second) {
            plan.two_groups.push(TwoGroups { variable: names.variable(variable.value), levels: Some((first, second)) });
        }
        own.finish();
    }
    plan.groups = entries.strings("groups").into_iter().map(|name| names.variable(name.value)).collect();
    plan.periods = entries.strings("periods").into_iter().map(|name| names.variable(name.value)).collect();
}

fn read_together<'s>(entries: &Entries<'s>, names: &mut Names<'s>, plan: &mut Plan) {
    let battery = PlanBattery { name: String::new(), items: names.several(entries, "battery") };
    plan.batteries.extend(Some(battery).filter(|battery| battery.items.len() > 1));
    if let Some(own) = entries.table("drivers", "fault-what-plan-drivers") {
        let outcome = names.required(&own, "outcome").and_then(|item| names.item(item));
        let items = names.several(&own, "items");
        let resampling = read_resampling(&own);
        let drivers = outcome.filter(|_| !items.is_empty());
        let drivers = drivers.map(|outcome| PlanDrivers { name: String::new(), outcome, items, resampling });
        plan.drivers.extend(drivers);
        own.finish();
    }
    for own in entries.tables("gap", "fault-what-plan-gap") {
        let name = names.required(&own, "name");
        let expectation = names.required(&own, "expectation").and_then(|item| names.item(item));
        let perception = names.required(&own, "perception").and_then(|item| names.item(item));
        if let (Some(name), Some(expectation), Some(perception)) = (name, expectation, perception) {
            plan.gaps.push(PlanGap { name: name.value, expectation, perception });
        }
        own.finish();
    }
    for own in entries.tables("index", "fault-what-plan-index") {
        let name = names.required(&own, "name");
        let items = names.several(&own, "items");
        let weights: Vec<f64> = own.numbers("weights").into_iter().map(|weight| weight.value).collect();
        if own.has("weights") && (weights.len() != items.len() || weights.iter().any(|weight| *weight < 0.0)) {
            let message = Said::new("fault-plan-weights").with("items", items.len()).with("weights", weights.len());
            own.source().fault(own.range_of("weights"), message, "fault-hint-plan-weights");
        }
        if let Some(name) = name {
            plan.indexes.push(PlanIndex { name: name.value, items, weights });
        }
        own.finish();
    }
    plan.promoters = names.items(entries.strings("promoters"));
    if let Some(own) = entries.table("importance", "fault-what-plan-importance") {
        let satisfaction = names.items(own.strings("satisfaction"));
        let importance = names.items(own.strings("importance"));
        if satisfaction.len() != importance.len() || satisfaction.is_empty() {
            own.source().fault(own.range(), "fault-plan-importance", "fault-hint-plan-importance");
        }
        plan.importance = Some(PlanImportance { satisfaction, importance });
        own.finish();
    }
}

/// How often the rows are drawn again for the intervals of shares: from the number 1 where no other is named.
fn read_resampling(drivers: &Entries<'_>) -> Option<Resampling> {
    const SAMPLES: (i64, i64) = (99, 100_000);
    let seed = drivers.integer_between("seed", 0, i64::MAX).map_or(1, whole_of);
    let samples = drivers.integer_between("resamples", SAMPLES.0, SAMPLES.1)?;
    Some(Resampling { resamples: u32::try_from(samples.value).ok()?, seed })
}

fn read_weighting<'s>(entries: &Entries<'s>, names: &mut Names<'s>, plan: &mut Plan) {
    if let Some(own) = entries.table("strata", "fault-what-plan-strata") {
        let variable = names.required(&own, "variable");
        let populations = own.table("populations", "fault-what-plan-totals").map(|table| names.totals(table)).unwrap_or_default();
        plan.strata = variable.map(|name| PlanStrata { variable: names.variable(name.value), populations });
        own.finish();
    }
    let Some(own) = entries.table("rake", "fault-what-plan-rake") else { return };
    if !own.has("population") {
        own.missing("population", "fault-hint-plan-population");
    }
    let population = own.number("population");
    let mut margins = Vec::new();
    for margin in own.required_tables("margin", "fault-what-plan-margin", "fault-hint-plan-margin") {
        let variable = names.required(&margin, "variable");
        let are_counts = margin.has("counts");
        if !are_counts && !margin.has("shares") {
            margin.missing("shares", "fault-hint-plan-shares");
        }
        let key = if are_counts { "counts" } else { "shares" };
        let totals = margin.table(key, "fault-what-plan-totals").map(|table| names.totals(table)).unwrap_or_default();
        if let Some(variable) = variable {
            margins.push(PlanMargin { variable: names.variable(variable.value), totals, are_counts });
        }
        margin.finish();
    }
    plan.rake = population.map(|population| PlanRake { population: population.value, margins });
    own.finish();
}

#[allow(clippy::cast_sign_loss)] // Read between bounds from 1.
fn whole_of(number: Typed<i64>) -> u64 {
    number.value as u64
}
