//! Every figure under an address (`item/global/mean`), as `ascolto analyse --json` prints it.
//!
//! Addresses and shapes are those of the reference values that the figures are checked against; one file for each family.
//! These are exact, unsuppressed figures: nothing but the command may print them.

mod group;
mod honest;
mod item;
mod planned;

pub use planned::list_planned;

use super::reading::Reading;
use super::{Findings, GoalFinding, Interval, Method};
use crate::charter::{Verdict, Why};
use crate::form::{Form, Layout};
use crate::response::Tally;
use serde_json::{Map, Value, json};

/// The figures of a file of answers by their addresses. With a `universe` the figures corrected for it stand beside the others.
pub fn list(form: &Form, layout: &Layout, tally: &Tally, findings: &Findings, universe: Option<u64>) -> Map<String, Value> {
    let mut listed = Map::new();
    listed.insert("n_rows".to_owned(), json!(tally.rows));
    for item in &tally.items {
        let Some(field) = layout.field(&item.code) else { continue };
        item::list(&item.code, &Reading::of(form, field), &item.all, tally.rows, universe, &mut listed);
        group::list(form, field, item, &tally.groupings, &mut listed);
        if item.code == "year" {
            listed.insert("rows_per_year".to_owned(), item::counts_by_value(form, field, &item.all));
        }
    }
    honest::list(findings, &mut listed);
    for goal in &findings.goals {
        item::list_goal(goal, &mut listed);
        let address = format!("goal/{}", goal.standard.code);
        // The command line may name several targets for one item.
        let address = if listed.contains_key(&address) { format!("{address}/{}", goal.target) } else { address };
        listed.insert(address, goal_figures(goal));
    }
    listed
}

fn interval(found: Interval) -> Value {
    json!({ "lower": found.lower, "upper": found.upper })
}

/// A goal's one official verdict with what it rests on.
fn goal_figures(goal: &GoalFinding) -> Value {
    let (verdict, reason) = match goal.verdict {
        Verdict::Reached => ("reached", Value::Null),
        Verdict::NotReached => ("not_reached", Value::Null),
        Verdict::NotDemonstrable(why) => ("not_demonstrable", reason_of(why)),
    };
    json!({
        "value": goal.value,
        "base": goal.base,
        "effective_base": goal.effective_base,
        "method": goal.method().map(Method::code),
        "caveats": honest::caveats(&goal.caveats),
        "target": goal.target,
        "deviation": goal.deviation,
        "lower95_one_sided": goal.bounds.map(|bounds| bounds.lower),
        "upper95_one_sided": goal.bounds.map(|bounds| bounds.upper),
        "verdict": verdict,
        "reason": reason,
    })
}

fn reason_of(why: Why) -> Value {
    match why {
        Why::NearTarget { needed } => json!({ "near_target": { "needed": needed } }),
        Why::Undecidable { needed } => json!({ "undecidable": { "needed": needed } }),
        Why::BelowPlan { planned } => json!({ "below_plan": { "planned": planned } }),
        Why::TooFewCases { needed } => json!({ "too_few_cases": { "needed": needed } }),
        Why::NotMeasured | Why::OtherRule | Why::NotWeighed => json!(why.code()),
    }
}
