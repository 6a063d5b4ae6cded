//! `group2/VARIABLE/ITEM/...`, `group/VARIABLE/ITEM/...` and `multiplicity/...`

use super::{Figures, counts_of_line, crossed};
use crate::analysis::addresses::{group, interval};
use crate::analysis::groups::{independence, kruskal_wallis, mann_whitney, two_proportions, welch};
use crate::analysis::multiplicity::{benjamini_hochberg, bonferroni, holm};
use crate::analysis::plan::{Plan, TwoGroups};
use crate::analysis::reading::Reading;
use crate::response::CrossTable;
use crate::response::coded::{Coded, CodedVariable};
use serde_json::{Map, Value, json};

/// Every comparison of groups; the family that is corrected for multiplicity is all Mann-Whitney and Kruskal-Wallis tests.
pub fn list(plan: &Plan, coded: &Coded, figures: &mut Figures) {
    let mut family: Vec<(String, f64)> = Vec::new();
    for own in &plan.two_groups {
        let Some(variable) = coded.variable(&own.variable) else { continue };
        for (name, reading, table) in crossed(plan, variable) {
            match pair(own, variable, table) {
                Some(table) => list_pair(&own.variable, name, &reading, &table, figures, &mut family),
                None => figures.say(&format!("group2/{}/{name}", own.variable), "not_two_groups"),
            }
        }
    }
    for own in &plan.groups {
        let Some(variable) = coded.variable(own) else { continue };
        for (name, reading, table) in crossed(plan, variable) {
            list_groups(variable, name, &reading, table, figures, &mut family);
        }
    }
    list_family(&family, figures);
}

/// The lines of the two groups: those named, or the only two in which there are rows.
fn pair(own: &TwoGroups, variable: &CodedVariable, table: &CrossTable) -> Option<CrossTable> {
    let place = |level: &String| variable.levels.iter().position(|known| known == level);
    let (first, second) = match &own.levels {
        Some((first, second)) => (place(first)?, place(second)?),
        None if variable.levels.len() == 2 => (0, 1),
        None => return None,
    };
    Some(CrossTable::from_rows(&[table.row(first), table.row(second)]))
}

fn list_pair(
    variable: &str,
    name: &str,
    reading: &Reading,
    table: &CrossTable,
    figures: &mut Figures,
    family: &mut Vec<(String, f64)>,
) {
    let address = |figure: &str| format!("group2/{variable}/{name}/{figure}");
    let ranked = mann_whitney(table);
    if let Ok(found) = &ranked {
        family.push((format!("{variable} {name}"), found.p));
        figures.put(&address("cliff_delta"), json!(found.cliff_delta));
    }
    figures.put_or_say(
        &address("mann_whitney"),
        ranked,
        |found| json!({ "n1": found.first, "n2": found.second, "W": found.w, "p": found.p, "p_cc": found.p_corrected }),
    );
    figures.put_or_say(&address("welch"), welch(table, &reading.scores()), |found| {
        let (lower, upper) = (found.interval.lower, found.interval.upper);
        json!({ "diff": found.difference, "t": found.t, "df": found.freedom, "p": found.p, "lower": lower, "upper": upper })
    });
    if let Some(top) = reading.top_places() {
        let share = |row: usize| (top.iter().map(|place| table.at(row, *place)).sum(), table.row(row).iter().sum());
        figures.put_or_say(&address("two_proportions"), two_proportions(share(0), share(1)), |found| {
            let mut figures = interval(found.interval);
            figures["diff"] = json!(found.difference);
            figures["chisq"] = json!(found.test.map(|test| test.x2));
            figures["p"] = json!(found.test.map(|test| test.p));
            figures
        });
    }
}

fn list_groups(
    variable: &CodedVariable,
    name: &str,
    reading: &Reading,
    table: &CrossTable,
    figures: &mut Figures,
    family: &mut Vec<(String, f64)>,
) {
    let address = |figure: &str| format!("group/{}/{name}/{figure}", variable.name);
    let ranked = kruskal_wallis(table);
    if let Ok(found) = &ranked {
        family.push((format!("{} {name}", variable.name), found.p));
    }
    figures.put_or_say(&address("kruskal"), ranked, |found| {
        json!({
            "n": found.base, "groups": found.groups, "H": found.h, "df": found.freedom, "p": found.p,
            "epsilon2": found.epsilon_squared, "eta2_H": found.eta_squared,
        })
    });
    figures.put_or_say(&address("chisq"), independence(table), |found| {
        json!({
            "X2": found.x2, "df": found.freedom, "p": found.p, "cramer_v": found.cramer_v,
            "cramer_v_bias_corrected": found.cramer_v_bias_corrected, "min_expected": found.least_expected,
        })
    });
    let lines: Vec<_> = table.each_row().map(|line| counts_of_line(reading, line)).collect();
    let groups = variable.levels.iter().map(String::as_str).zip(&lines);
    figures.put(&address("by_group"), group::table(reading, groups));
}

fn list_family(family: &[(String, f64)], figures: &mut Figures) {
    let raw: Vec<f64> = family.iter().map(|(_, p)| *p).collect();
    if raw.is_empty() {
        return;
    }
    let corrected = [("holm", holm(&raw)), ("bh", benjamini_hochberg(&raw)), ("bonferroni", bonferroni(&raw))];
    for (method, probabilities) in [("raw", raw.clone())].into_iter().chain(corrected) {
        let named = family.iter().zip(probabilities).map(|((name, _), p)| (name.clone(), json!(p)));
        figures.put(&format!("multiplicity/{method}"), Value::Object(named.collect::<Map<_, _>>()));
    }
}
