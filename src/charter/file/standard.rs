//! One standard of a charter file.

use super::indicator::{self, read_indicator, refuse_unfit_target};
use super::{EARLIEST, LATEST};
use crate::charter::{Coverage, Dimension, Direction, Indicator, Kind, Standard};
use crate::fault::Said;
use crate::fault::typed::{Entries, Source, Typed};
use crate::text::Language;

pub(super) const DIMENSIONS: [(&str, Dimension); 4] = [
    ("accessibility", Dimension::Accessibility),
    ("timeliness", Dimension::Timeliness),
    ("transparency", Dimension::Transparency),
    ("effectiveness", Dimension::Effectiveness),
];

pub(super) const KINDS: [(&str, Kind); 3] =
    [("specific", Kind::Specific), ("general", Kind::General), ("qualitative", Kind::Qualitative)];

pub(super) const DIRECTIONS: [(&str, Direction); 2] = [("at_least", Direction::AtLeast), ("at_most", Direction::AtMost)];

pub(super) fn read_standard(source: &Source<'_>, entries: Entries<'_>, languages: &[Language]) -> Option<Standard> {
    let code = entries.required_code("code");
    let title = entries.required_texts("title", languages);
    let promise = entries.required_texts("promise", languages);
    let redress = entries.texts("redress", languages);
    let formula = entries.texts("formula", languages);
    let factor = entries.code("factor");
    let dimension = entries.required_word("dimension", &DIMENSIONS);
    let kind = entries.word("kind", &KINDS);
    let direction = entries.word("direction", &DIRECTIONS).map_or(Direction::AtLeast, |typed| typed.value);
    if !entries.has("indicator") {
        entries.missing("indicator", indicator::HINT);
    }
    let indicator = entries.table("indicator", "fault-what-indicator").and_then(|table| read_indicator(source, table, languages));
    let perceived = entries.code("perceived");
    if let (Some(typed), Some(Indicator::Survey { .. })) = (&perceived, &indicator) {
        source.fault(typed.range.clone(), "fault-perceived-twice", "fault-hint-perceived-twice");
    }
    if !entries.has("target") {
        entries.missing("target", "fault-hint-add-target");
    }
    let target = entries.number("target");
    let targets = read_targets(source, &entries);
    if let Some(indicator) = &indicator {
        for typed in target.iter().chain(targets.iter().map(|(_, typed)| typed)) {
            refuse_unfit_target(source, indicator, direction, typed);
        }
    }
    let base = entries.integer_between("minimum_base", 0, 1_000_000).map(|typed| typed.value as u64);
    entries.finish();
    let indicator = indicator?;
    let minimum_base = base.unwrap_or_else(|| usual_base(&indicator));
    Some(Standard {
        code: code?.value,
        title,
        promise,
        factor: factor.map(|typed| typed.value),
        dimension: dimension?.value,
        kind: kind.map_or(Kind::General, |typed| typed.value),
        indicator,
        formula,
        perceived: perceived.map(|typed| typed.value),
        target: target?.value,
        targets: targets.into_iter().map(|(year, typed)| (year, typed.value)).collect(),
        direction,
        minimum_base,
        redress,
    })
}

/// Below thirty answers the report shows counts only, so no verdict either. A register and a fact are complete at any size.
pub fn usual_base(indicator: &Indicator) -> u64 {
    match indicator {
        Indicator::Survey { .. } | Indicator::Operational { coverage: Coverage::Sample, .. } => 30,
        Indicator::Operational { coverage: Coverage::Register, .. } | Indicator::Administrative(_) => 0,
    }
}

fn read_targets(source: &Source<'_>, entries: &Entries<'_>) -> Vec<(i32, Typed<f64>)> {
    let Some(table) = entries.table("targets", "fault-what-targets") else { return Vec::new() };
    let mut targets = Vec::new();
    for key in table.keys() {
        let number = table.number_of(key.value);
        match key.value.parse::<i32>().ok().filter(|year| (EARLIEST..=LATEST).contains(&i64::from(*year))) {
            Some(year) => {
                let range = table.range_of(key.value);
                targets.extend(number.map(|value| (year, Typed { value, range })));
            }
            None => {
                source.fault(key.range, Said::new("fault-not-a-year").with("typed", key.value), "fault-hint-targets");
            }
        }
    }
    targets
}
