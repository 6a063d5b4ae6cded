//! `nps/ITEM` and `importance_satisfaction`

use super::{Figures, counts_of};
use crate::analysis::battery::importance::{Rated, map, rating};
use crate::analysis::nps::nps;
use crate::analysis::plan::Plan;
use crate::analysis::proportion::share_finding;
use crate::analysis::reading::{Reading, count_of};
use crate::response::coded::Coded;
use serde_json::{Value, json};

/// Net promoter scores, and importance beside satisfaction.
pub fn list(plan: &Plan, coded: &Coded, figures: &mut Figures) {
    for name in &plan.promoters {
        let Some((item, counted)) = plan.item(name).zip(coded.item(name)) else { continue };
        let counts = <&[u64; 11]>::try_from(counted.given.as_slice()).ok().filter(|_| item.column.least == 0);
        match counts {
            Some(counts) => figures.put_or_say(&format!("nps/{name}"), nps(counts), |found| {
                json!({
                    "n": found.base, "promoters": found.promoters, "passives": found.passives, "detractors": found.detractors,
                    "nps": found.score, "variance_n": found.variance, "se_points": found.error,
                    "se_points_n_minus_1": found.error_of_mean, "lower": found.interval.lower, "upper": found.interval.upper,
                })
            }),
            None => figures.say(&format!("nps/{name}"), "other_scale"),
        }
    }
    if plan.importance.is_some() {
        list_importance(plan, coded, figures);
    }
}

/// One line an item: mean importance and satisfaction, their top-two shares, the rating of city surveys, the quadrant.
fn list_importance(plan: &Plan, coded: &Coded, figures: &mut Figures) {
    let Some(own) = &plan.importance else { return };
    let listed = |name: &String| {
        let item = plan.item(name)?;
        let counts = counts_of(&item.values(), coded.item(name)?);
        let reading = Reading::of_item(item);
        let top = share_finding(count_of(&counts, reading.top_two.as_ref()?), counts.valid(), None)?;
        Some((reading.list(&counts), top.share))
    };
    let pairs: Option<Vec<_>> =
        own.importance.iter().zip(&own.satisfaction).map(|(one, other)| listed(one).zip(listed(other))).collect();
    let Some(pairs) = pairs else { return figures.say("importance_satisfaction", "too_few_answers") };
    let rated: Vec<Rated<'_>> = pairs
        .iter()
        .map(|(importance, satisfaction)| Rated { importance: &importance.0, satisfaction: &satisfaction.0 })
        .collect();
    figures.put_or_say("importance_satisfaction", map(&rated), |found| {
        let lines: Vec<Value> = found
            .items
            .iter()
            .zip(&pairs)
            .map(|(placed, (importance, satisfaction))| {
                json!([
                    placed.importance.mean,
                    placed.satisfaction.mean,
                    importance.1,
                    satisfaction.1,
                    rating(importance.1, satisfaction.1),
                    placed.quadrant.code(),
                ])
            })
            .collect();
        json!({
            "rows": own.satisfaction,
            "cols": ["importance", "satisfaction", "importance_top2", "satisfaction_top2", "rating", "quadrant"],
            "data": lines,
            "lines": { "rule": found.rule.code(), "importance": found.importance_line, "satisfaction": found.satisfaction_line },
        })
    });
}
