//! `[[scales]]`.

use super::Places;
use crate::fault::Said;
use crate::fault::typed::{Entries, Source};
use crate::form::{Point, Polarity, Scale, Symbol};
use crate::text::Language;

pub(crate) const POLARITIES: [(&str, Polarity); 2] =
    [("higher_is_better", Polarity::HigherIsBetter), ("lower_is_better", Polarity::LowerIsBetter)];

pub(crate) const SYMBOLS: [(&str, Symbol); 4] =
    [("sad", Symbol::Sad), ("neutral", Symbol::Neutral), ("happy", Symbol::Happy), ("star", Symbol::Star)];

/// Reads every scale.
pub(super) fn read_all(source: &Source<'_>, entries: &Entries<'_>, languages: &[Language], places: &mut Places) -> Vec<Scale> {
    let mut scales: Vec<Scale> = Vec::new();
    for entry in entries.tables("scales", "fault-what-scale") {
        let code = entry.required_code("code");
        let polarity = entry.word("polarity", &POLARITIES).map_or(Polarity::HigherIsBetter, |typed| typed.value);
        let points = read_points(source, &entry, languages);
        let dont_know = entry.has("dont_know").then(|| entry.texts("dont_know", languages));
        let not_applicable = entry.has("not_applicable").then(|| entry.texts("not_applicable", languages));
        entry.finish();
        let Some(code) = code else { continue };
        if scales.iter().any(|scale| scale.code == code.value) {
            source.fault(code.range, Said::new("fault-two-scales").with("code", &code.value), "fault-hint-other-code");
            continue;
        }
        places.insert(format!("scale {}", code.value), code.range.clone());
        scales.push(Scale { code: code.value, points, polarity, dont_know, not_applicable });
    }
    scales
}

fn read_points(source: &Source<'_>, entries: &Entries<'_>, languages: &[Language]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    let typed = entries.tables("points", "fault-what-point");
    if typed.len() < 2 {
        source.fault(entries.range_of("points"), "fault-few-points", "fault-hint-add-points");
    }
    for entry in typed {
        let label = entry.texts("label", languages);
        let (satisfied, neutral) = (entry.flag("satisfied"), entry.flag("neutral"));
        let symbol = entry.word("symbol", &SYMBOLS).map(|typed| typed.value);
        if !entry.has("value") {
            entry.missing("value", "fault-hint-add-value");
        }
        let range = entry.range_of("value");
        if let Some(typed) = entry.integer_between("value", 0, 200) {
            if points.last().is_some_and(|last| i64::from(last.value) >= typed.value) {
                let message = Said::new("fault-points-order").with("value", typed.value);
                source.fault(range, message, "fault-hint-points-order");
            }
            // Also out of its order, so that nothing that names the point is called wrong.
            points.push(Point { value: typed.value as u8, label, satisfied, neutral, symbol });
        }
        entry.finish();
    }
    points
}
