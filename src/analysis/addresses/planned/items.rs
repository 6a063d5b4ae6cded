//! `item/NAME/...` and `rows_per_VARIABLE`

use super::{Figures, counts_of, named};
use crate::analysis::addresses::item;
use crate::analysis::plan::Plan;
use crate::analysis::proportion::share_finding;
use crate::analysis::reading::{Reading, count_of};
use crate::response::coded::Coded;

/// The figures of every item by itself, and its goals.
pub fn list(plan: &Plan, coded: &Coded, figures: &mut Figures) {
    for (own, counted) in plan.items.iter().zip(&coded.items) {
        let (name, reading) = (&own.column.name, Reading::of_item(own));
        let counts = counts_of(&own.values(), counted);
        item::list(name, &reading, &counts, coded.rows, plan.universe, &mut figures.listed);
        let top = reading.top_two.as_ref().and_then(|top| share_finding(count_of(&counts, top), counts.valid(), None));
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
