//! `scale/...`, `matrix/...`, `drivers/...`, `gap/NAME`, `csi/NAME`

use super::{Figures, named};
use crate::analysis::addresses::interval;
use crate::analysis::battery::{self, Division, Method, PairTables, Patterns};
use crate::analysis::plan::{Plan, PlanBattery, PlanDrivers};
use crate::analysis::{Interval, Obstacle};
use crate::response::coded::Coded;
use serde_json::{Value, json};

/// What items show together.
pub fn list(plan: &Plan, coded: &Coded, figures: &mut Figures) {
    for own in &plan.batteries {
        let Some(pairs) = together(plan, coded, &own.items, true) else { continue };
        list_scale(own, &pairs, figures);
        list_matrices(own, &pairs, "listwise", figures);
        if let Some(pairs) = together(plan, coded, &own.items, false) {
            list_matrices(own, &pairs, "pairwise", figures);
        }
    }
    for own in &plan.drivers {
        if let Some(pairs) = together(plan, coded, &own.together(), true) {
            list_drivers(own, &pairs, figures);
            list_shares(own, &pairs, figures);
            list_share_intervals(plan, coded, own, figures);
        }
    }
    for own in &plan.gaps {
        let Some(pairs) = together(plan, coded, &[own.expectation.clone(), own.perception.clone()], true) else { continue };
        figures.put_or_say(
            &format!("gap/{}", own.name),
            battery::gap(&pairs.table(0, 1), pairs.values(0), pairs.values(1)),
            |gap| {
                json!({
                    "n": gap.base, "expectation": gap.expectation, "perception": gap.perception, "mean_gap": gap.mean_gap,
                    "sd": gap.deviation, "t": gap.t, "df": gap.freedom, "p": gap.p, "lower": gap.interval.lower,
                    "upper": gap.interval.upper, "V": gap.v, "p_signed_rank": gap.signed_rank_p, "sign_p": gap.sign_p,
                })
            },
        );
    }
    for own in &plan.indexes {
        let Some(pairs) = together(plan, coded, &own.items, true) else { continue };
        let weights = if own.weights.is_empty() { vec![1.0; own.items.len()] } else { own.weights.clone() };
        let Some(item) = plan.item(&own.items[0]) else { continue };
        let found = battery::index(&pairs, &weights, item.column.least, item.column.most);
        figures.put_or_say(&format!("csi/{}", own.name), found, |index| {
            json!({
                "n": index.base, "csi": index.csi, "se": index.error, "lower": index.interval.lower,
                "upper": index.interval.upper, "acsi_formula": index.acsi_formula,
            })
        });
    }
}

/// The pair tables of some items, reversed ones read backwards; `None` where they were not counted together.
fn together(plan: &Plan, coded: &Coded, names: &[String], listwise: bool) -> Option<PairTables> {
    let places = plan.places(names);
    let counted = coded.batteries.iter().find(|battery| battery.items == places)?;
    let values = places.iter().map(|place| plan.items[*place].values()).collect();
    let alone = || places.iter().map(|place| coded.items[*place].given.clone()).collect();
    let pairs = if listwise {
        PairTables::new(values, counted.listwise.clone(), counted.singles.clone(), true)
    } else {
        PairTables::new(values, counted.pairwise.clone(), alone(), false)
    };
    let reversed = names.iter().enumerate().filter(|(_, name)| plan.reversed.contains(name));
    Some(reversed.fold(pairs, |pairs, (place, _)| pairs.reversed(place)))
}

/// `scale/alpha`, or `scale/NAME/alpha` where several bear names.
fn address(family: &str, name: &str, figure: &str) -> String {
    if name.is_empty() { format!("{family}/{figure}") } else { format!("{family}/{name}/{figure}") }
}

fn list_scale(own: &PlanBattery, pairs: &PairTables, figures: &mut Figures) {
    let (names, address) = (&own.items, |figure: &str| address("scale", &own.name, figure));
    figures.put(&address("items"), json!(names));
    figures.put(&address("n"), json!(pairs.base()));
    match battery::reliability(pairs) {
        Ok(found) => {
            figures.put(&address("alpha"), json!(found.alpha));
            figures.put(&address("alpha_std"), json!(found.alpha_standardized));
            figures.put(&address("alpha_feldt95"), interval(found.interval));
            figures.put(&address("alpha_duhachek_se"), json!(found.duhachek_error));
            figures.put(&address("item_rest_r"), named(names, &found.item_rest));
            figures.put(&address("alpha_if_dropped"), named(names, &found.alpha_if_dropped));
        }
        Err(obstacle) => figures.say(&address("alpha"), obstacle.code()),
    }
    match battery::one_factor(pairs) {
        Ok(found) => {
            figures.put(&address("omega_raw"), json!(found.omega_raw));
            let Interval { lower, upper } = found.omega_interval;
            let lavaan = json!({"est": found.omega_raw, "se": found.omega_error, "lower": lower, "upper": upper});
            figures.put(&address("omega_lavaan"), lavaan);
            figures.put(&address("omega_std"), json!(found.omega_standardized));
            figures.put(&address("loadings_std"), named(names, &found.loadings_standardized));
        }
        Err(obstacle) => figures.say(&address("omega_raw"), obstacle.code()),
    }
}

fn list_matrices(own: &PlanBattery, pairs: &PairTables, rows: &str, figures: &mut Figures) {
    let methods = [("pearson", Method::Pearson), ("spearman", Method::Spearman), ("kendall_tau_b", Method::KendallTauB)];
    for (name, method) in methods {
        let data = battery::matrix(pairs, method);
        let address = address("matrix", &own.name, &format!("{name}_{rows}"));
        figures.put(&address, json!({ "rows": own.items, "cols": own.items, "data": data }));
    }
}

fn list_drivers(own: &PlanDrivers, pairs: &PairTables, figures: &mut Figures) {
    let address = |figure: &str| address("drivers", &own.name, figure);
    figures.put(&address("overall"), json!(own.outcome));
    figures.put(&address("n"), json!(pairs.base()));
    let found = match battery::drivers(pairs, own.items.len()) {
        Ok(found) => found,
        Err(obstacle) => return figures.say(&address("r2"), obstacle.code()),
    };
    figures.put(&address("r2"), json!(found.r_squared));
    figures.put(&address("r2_adjusted"), json!(found.adjusted));
    let list = |figure: fn(&battery::Driver) -> f64| named(&own.items, found.drivers.iter().map(figure));
    let mut coefficients = list(|driver| driver.coefficient);
    coefficients["(Intercept)"] = json!(found.intercept);
    figures.put(&address("coef"), coefficients);
    figures.put(&address("coef_se"), list(|driver| driver.error));
    figures.put(&address("beta_std"), list(|driver| driver.standardized));
    figures.put(&address("pearson_with_overall"), list(|driver| driver.pearson_with_outcome));
    figures.put(&address("spearman_with_overall"), list(|driver| driver.spearman_with_outcome));
    let intervals: Vec<Value> = found.drivers.iter().map(|driver| interval(driver.interval)).collect();
    figures.put(&address("coef_ci95"), named(&own.items, intervals));
}

/// What each item counts for: `lmg` and `johnson` sum to `r2`, `..._share` to 1.
fn list_shares(own: &PlanDrivers, pairs: &PairTables, figures: &mut Figures) {
    for division in Division::ALL {
        let address = address("drivers", &own.name, division.code());
        match battery::shares(pairs, own.items.len(), division) {
            Ok(found) => {
                figures.put(&address, named(&own.items, &found.parts));
                match found.of_one() {
                    Some(shares) => figures.put(&format!("{address}_share"), named(&own.items, shares)),
                    None => figures.say(&format!("{address}_share"), Obstacle::Undetermined.code()),
                }
            }
            Err(obstacle) => figures.say(&address, obstacle.code()),
        }
    }
}

/// How far the shares could have come out otherwise, where the plan says how often to draw again.
fn list_share_intervals(plan: &Plan, coded: &Coded, own: &PlanDrivers, figures: &mut Figures) {
    let Some(resampling) = own.resampling else { return };
    let places = plan.places(&own.together());
    let Some(counted) = coded.batteries.iter().find(|battery| battery.items == places) else { return };
    for division in Division::ALL {
        let address = address("drivers", &own.name, &format!("{}_share_ci95", division.code()));
        let found = counted.patterns.as_ref().ok_or(Obstacle::TooLarge).and_then(|rows| {
            let values = places.iter().map(|place| plan.items[*place].values()).collect();
            battery::bootstrap(&Patterns { values, rows: rows.clone() }, own.items.len(), division, resampling)
        });
        figures.put_or_say(&address, found, |found| {
            let intervals: Vec<Value> = found.intervals.iter().map(|own| interval(*own)).collect();
            json!({ "resamples": found.resamples, "seed": resampling.seed, "shares": named(&own.items, intervals) })
        });
    }
}
