//! `item/NAME/...` and `rows_per_VARIABLE`

use super::{Figures, counts_of, named};
use crate::analysis::Obstacle;
use crate::analysis::addresses::item;
use crate::analysis::cub::{Cub, cub};
use crate::analysis::plan::{Plan, PlanItem};
use crate::analysis::proportion::share_finding;
use crate::analysis::reading::{Reading, count_of};
use crate::form::Polarity;
use crate::response::coded::{Coded, CodedItem};
use serde_json::json;

/// The figures of every item by itself, and its goals.
pub fn list(plan: &Plan, coded: &Coded, figures: &mut Figures) {
    for (own, counted) in plan.items.iter().zip(&coded.items) {
        let (name, reading) = (&own.column.name, Reading::of_item(own));
        let counts = counts_of(&own.values(), counted);
        item::list(name, &reading, &counts, coded.rows, plan.universe, &mut figures.listed);
        let top = reading.top_two.as_ref().and_then(|top| share_finding(count_of(&counts, top), counts.valid(), None));
        list_cub(own, counted, figures);
        for goal in plan.goals.iter().filter(|goal| goal.item.as_ref().is_none_or(|item| item == name)) {
            match top {
                Some(top) => item::list_target(name, top, goal.target, &mut figures.listed),
                None => figures.say(&format!("item/{name}/goal/{}", goal.target), "too_few_answers"),
            }
        }
    }
    for name in &plan.periods {
        if let Some(variable) = coded.variable(name) {
            figures.put(&format!("rows_per_{name}"), named(&variable.levels, &variable.rows));
        }
    }
}

/// `item/NAME/cub/exact`: feeling from the worse end of the scale to the better, of scales long enough; and away from the edge
/// `item/NAME/cub/package`, the same as R's `CUB` prints it.
fn list_cub(own: &PlanItem, counted: &CodedItem, figures: &mut Figures) {
    let mut given = counted.given.clone();
    if own.polarity == Polarity::LowerIsBetter {
        given.reverse();
    }
    let found = match cub(&given) {
        Err(Obstacle::OtherScale) => return,
        found => found,
    };
    if let Ok(Cub { pi, xi, log_likelihood, errors: Some(errors), .. }) = &found {
        // The package rounds the estimates, and them alone.
        let rounded = |figure: f64| (figure * 1e5).round() / 1e5;
        let package = json!({
            "pai": rounded(*pi), "csi": rounded(*xi), "loglik": log_likelihood, "se_pai": errors.pi, "se_csi": errors.xi,
        });
        figures.put(&format!("item/{}/cub/package", own.column.name), package);
    }
    figures.put_or_say(&format!("item/{}/cub/exact", own.column.name), found, |found| {
        let mut shown = json!({
            "pai": found.pi, "csi": found.xi, "uncertainty": found.uncertainty(), "feeling": found.feeling(),
            "loglik": found.log_likelihood, "bic": found.bic(), "dissimilarity": found.dissimilarity,
            "boundary": found.errors.is_none(),
        });
        if let Some(errors) = found.errors {
            shown["se_pai"] = json!(errors.pi);
            shown["se_csi"] = json!(errors.xi);
            shown["cov"] = json!(errors.covariance);
        }
        shown
    });
}
