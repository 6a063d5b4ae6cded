//! `item/NAME/...`

use super::interval;
use crate::analysis::distribution::normal;
use crate::analysis::mean::{Moments, median};
use crate::analysis::proportion::{TWO_SIDED_95, as_real, clopper_pearson, share_finding};
use crate::analysis::reading::{Reading, count_of};
use crate::analysis::{GoalFinding, ShareFinding};
use crate::charter::{Bounds, Direction, Indicator, Statistic, Verdict, judge};
use crate::form::{Field, Form};
use crate::response::Counts;
use serde_json::{Map, Value, json};

/// Where figures of one item are put.
struct Sheaf<'a> {
    name: &'a str,
    listed: &'a mut Map<String, Value>,
}

impl Sheaf<'_> {
    fn put(&mut self, figure: &str, value: Value) {
        self.listed.insert(format!("item/{}/{figure}", self.name), value);
    }
}

/// The figures of one item; means and boxes of judgements and numbers only.
pub fn list(name: &str, reading: &Reading, all: &Counts, rows: u64, universe: Option<u64>, listed: &mut Map<String, Value>) {
    let counts = reading.list(all);
    let valid = all.valid();
    let mut sheaf = Sheaf { name, listed };
    sheaf.put("n_valid", json!(valid));
    sheaf.put("n_missing", json!(rows - valid));
    if rows > 0 {
        sheaf.put("nonresponse_rate", json!(as_real(rows - valid) / as_real(rows)));
    }
    sheaf.put("counts", by_value(&counts, |count| json!(count)));
    if valid == 0 {
        return;
    }
    sheaf.put("share", by_value(&counts, |count| json!(as_real(count) / as_real(valid))));
    if let Some(range) = reading.range {
        list_moments(&counts, universe, &mut sheaf);
        if let Some(moments) = Moments::of(&counts).filter(|_| reading.has_points()) {
            sheaf.put("index_0_100", json!(range.index(moments.mean)));
        }
    }
    list_boxes(reading, all, universe, &mut sheaf);
}

fn list_moments(counts: &[(i64, u64)], universe: Option<u64>, sheaf: &mut Sheaf<'_>) {
    let Some(moments) = Moments::of(counts) else { return };
    sheaf.put("mean", json!(moments.mean));
    sheaf.put("median", json!(median(counts)));
    let Some(deviation) = moments.deviation else { return };
    sheaf.put("sd", json!(deviation));
    sheaf.put("mean_se", json!(moments.standard_error(None)));
    if let Some(found) = moments.interval(TWO_SIDED_95, None) {
        sheaf.put("mean_ci95", interval(found));
    }
    if let Some(found) = universe.and_then(|universe| moments.interval(TWO_SIDED_95, Some(universe))) {
        sheaf.put("mean_ci95_fpc", interval(found));
    }
}

fn list_boxes(reading: &Reading, counts: &Counts, universe: Option<u64>, sheaf: &mut Sheaf<'_>) {
    let valid = counts.valid();
    let share = |values: &Option<Vec<i64>>, universe| share_finding(count_of(counts, values.as_ref()?), valid, universe);
    if let Some(top) = share(&reading.top_two, None) {
        sheaf.put("top2/count", json!(top.count));
        sheaf.put("top2/share", json!(top.share));
        sheaf.put("top2/wilson95", interval(top.interval));
        sheaf.put("top2/clopper95", interval(clopper_pearson(top.count, valid)));
    }
    if let Some(top) = universe.and_then(|universe| share(&reading.top_two, Some(universe))) {
        sheaf.put("top2/wilson95_fpc", interval(top.interval));
    }
    if let Some(bottom) = share(&reading.bottom_two, None) {
        sheaf.put("bottom2/share", json!(bottom.share));
    }
    if let Some(satisfied) = share(&reading.satisfied, None) {
        sheaf.put("satisfied/share", json!(satisfied.share));
        sheaf.put("satisfied/wilson95", interval(satisfied.interval));
    }
}

/// `item/NAME/goal/TARGET` for the share in the two best points, the other statistics beside it
/// (`item/NAME/satisfied/goal/TARGET`, `item/NAME/mean/goal/TARGET`, ...).
///
/// This is the bare test of the share against the target; the official verdict, which also knows the plan, is `goal/CODE`.
pub fn list_goal(goal: &GoalFinding, listed: &mut Map<String, Value>) {
    let Indicator::Survey { item, statistic } = &goal.standard.indicator else { return };
    let (Some(value), Some(bounds)) = (goal.value, goal.bounds) else { return };
    let family = match statistic {
        Statistic::TopTwoShare => "goal",
        Statistic::SatisfiedShare => "satisfied/goal",
        Statistic::Mean => "mean/goal",
        Statistic::Index => "index_0_100/goal",
    };
    let is_share = matches!(statistic, Statistic::TopTwoShare | Statistic::SatisfiedShare);
    let figures = test_figures(bounds, goal.target, goal.standard.direction, is_share.then_some((value, goal.base)));
    Sheaf { name: item.as_str(), listed }.put(&format!("{family}/{}", goal.target), figures);
}

/// `item/NAME/goal/TARGET` for the two best points of an item.
pub fn list_target(name: &str, share: ShareFinding, target: f64, listed: &mut Map<String, Value>) {
    let figures = test_figures(share.bounds, target, Direction::AtLeast, Some((share.share, share.base)));
    Sheaf { name, listed }.put(&format!("goal/{target}"), figures);
}

fn test_figures(bounds: Bounds, target: f64, direction: Direction, share: Option<(f64, u64)>) -> Value {
    let verdict = match judge(bounds, target, direction) {
        Some(Verdict::Reached) => "met",
        Some(Verdict::NotReached) => "not met",
        Some(Verdict::NotDemonstrable(_)) | None => "not shown",
    };
    let mut figures = json!({ "lower95_one_sided": bounds.lower, "upper95_one_sided": bounds.upper, "verdict": verdict });
    if let Some((share, base)) = share {
        // R's prop.test(k, n, p = target, alternative = "greater" and "less", correct = FALSE)
        let z = (share - target) / (target * (1.0 - target) / as_real(base)).sqrt();
        figures["p_not_below"] = json!(normal::upper_tail(z));
        figures["p_below"] = json!(normal::upper_tail(-z));
    }
    figures
}

/// The counts of a field by its values as an object.
pub fn counts_by_value(form: &Form, field: &Field, counts: &Counts) -> Value {
    by_value(&Reading::of(form, field).list(counts), |count| json!(count))
}

fn by_value(counts: &[(i64, u64)], figure: impl Fn(u64) -> Value) -> Value {
    counts.iter().map(|(value, count)| (value.to_string(), figure(*count))).collect::<Map<_, _>>().into()
}
