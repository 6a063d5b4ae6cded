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
    if field.role == Role::Profile || reading.top_two.is_none() {
        return;
    }
    for (grouping, counts) in groupings.iter().zip(&item.by_group) {
        let groups = grouping.groups.iter().map(|group| group.code.as_str()).zip(counts);
        listed.insert(format!("group/{}/{}/by_group", grouping.code, item.code), table(&reading, groups));
    }
}

/// The groups that answered, one line each.
pub fn table<'a>(reading: &Reading, groups: impl Iterator<Item = (&'a str, &'a Counts)>) -> Value {
    let answered = groups.filter(|(_, counts)| counts.valid() > 0);
    let (names, lines): (Vec<&str>, Vec<Value>) = answered.map(|(group, counts)| (group, line(reading, counts))).unzip();
    json!({ "rows": names, "cols": COLUMNS, "data": lines })
}

fn line(reading: &Reading, counts: &Counts) -> Value {
    let valid = counts.valid();
    let top_two = reading.top_two.as_deref().unwrap_or_default();
    let share = share_finding(count_of(counts, top_two), valid, None).filter(|_| reading.top_two.is_some());
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
