//! `group/GROUPING/ITEM/...`

use crate::analysis::mean::Moments;
use crate::analysis::proportion::share_finding;
use crate::analysis::reading::{Reading, count_of};
use crate::form::{Field, Form, Role};
use crate::response::{Counts, Grouping, ItemCounts};
use serde_json::{Map, Value, json};

const COLUMNS: [&str; 7] = ["n", "top2", "share", "lower", "upper", "mean", "sd"];

/// One line a group: answers, those in the two best points with their share and its Wilson interval, mean and deviation.
pub fn list(form: &Form, field: &Field, item: &ItemCounts, groupings: &[Grouping], listed: &mut Map<String, Value>) {
    let reading = Reading::of(form, field);
    let Some(top_two) = reading.top_two.as_ref().filter(|_| field.role != Role::Profile) else { return };
    for (grouping, counts) in groupings.iter().zip(&item.by_group) {
        let answered = grouping.groups.iter().zip(counts).filter(|(_, counts)| counts.valid() > 0);
        let (names, lines): (Vec<&str>, Vec<Value>) =
            answered.map(|(group, counts)| (group.code.as_str(), line(&reading, top_two, counts))).unzip();
        let table = json!({ "rows": names, "cols": COLUMNS, "data": lines });
        listed.insert(format!("group/{}/{}/by_group", grouping.code, item.code), table);
    }
}

fn line(reading: &Reading, top_two: &[i64], counts: &Counts) -> Value {
    let valid = counts.valid();
    let share = share_finding(count_of(counts, top_two), valid, None);
    let moments = Moments::of(&reading.list(counts));
    json!([
        valid,
        share.map(|share| share.count),
        share.map(|share| share.share),
        share.map(|share| share.interval.lower),
        share.map(|share| share.interval.upper),
        moments.map(|moments| moments.mean),
        moments.and_then(|moments| moments.deviation),
    ])
}
