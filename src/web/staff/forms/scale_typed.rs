//! A scale as the fields of its page, and what was typed in them as a scale.

use super::question_rows::{count, lines, name, push, value};
use crate::form::edit::free_among;
use crate::form::{Form, Point, Polarity, Scale, Symbol};
use crate::language::say;
use crate::text::{Code, Language, Texts};
use crate::web::staff::field::Mistake;
use crate::web::staff::posted::Posted;

/// What can be drawn for a point, by its word.
pub(super) const SYMBOLS: [(&str, Option<Symbol>); 5] = [
    ("", None),
    ("sad", Some(Symbol::Sad)),
    ("neutral", Some(Symbol::Neutral)),
    ("happy", Some(Symbol::Happy)),
    ("star", Some(Symbol::Star)),
];

/// A scale as its fields.
pub(super) fn as_typed(scale: &Scale, form: &Form) -> Posted {
    let own = |texts: &Texts| texts.own(form.fallback()).unwrap_or_default().to_owned();
    let mut posted = Posted::default();
    posted.put("code", scale.code.to_string());
    posted.put("polarity", if scale.polarity == Polarity::HigherIsBetter { "higher" } else { "lower" }.to_owned());
    for point in &scale.points {
        let symbol = SYMBOLS.iter().find(|(_, symbol)| *symbol == point.symbol).map_or("", |(word, _)| word);
        let ticked = |is: bool| if is { "yes" } else { "" }.to_owned();
        let parts = [
            ("row_was", point.value.to_string()),
            ("row_value", point.value.to_string()),
            ("row_text", own(&point.label)),
            ("row_satisfied", ticked(point.satisfied)),
            ("row_neutral", ticked(point.neutral)),
            ("row_symbol", symbol.to_owned()),
        ];
        push(&mut posted, &parts);
    }
    for (field, label) in [("dont_know", &scale.dont_know), ("not_applicable", &scale.not_applicable)] {
        posted.put(field, label.as_ref().map(own).unwrap_or_default());
    }
    posted
}

/// The fields of a new scale: five points from worst to best, in the words of a language.
pub(super) fn empty(language: &Language) -> Posted {
    let mut posted = Posted::default();
    posted.put("polarity", "higher".to_owned());
    for value in 1..=5 {
        let ticked = |is: bool| if is { "yes" } else { "" }.to_owned();
        let parts = [
            ("row_value", value.to_string()),
            ("row_text", say(language, &format!("forms-point-{value}"))),
            ("row_satisfied", ticked(value > 3)),
            ("row_neutral", ticked(value == 3)),
        ];
        push(&mut posted, &parts);
    }
    posted.put("dont_know", say(language, "forms-point-dont_know"));
    posted
}

/// The scale that was typed.
///
/// # Errors
/// Everything that is wrong with it.
pub(super) fn read(posted: &Posted, form: &Form, before: Option<&Scale>, language: &Language) -> Result<Scale, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let first = form.fallback();
    let mut refuse = |field: &str, key: &str| mistakes.push(Mistake { field: field.to_owned(), words: say(language, key) });
    let mut points: Vec<Point> = Vec::new();
    for number in 1..=count(posted) {
        let (typed, text) = (value(posted, "row_value", number), lines(posted, &name("row_text", number)));
        if typed.is_empty() && text.is_empty() {
            continue;
        }
        let Some(own) = typed.parse::<u8>().ok().filter(|own| *own <= 200) else {
            refuse(&name("row_value", number), "forms-no-value");
            continue;
        };
        if points.iter().any(|point| point.value == own) {
            refuse(&name("row_value", number), "forms-value-twice");
            continue;
        }
        // The point that it was: with another value it keeps its translations.
        let was = value(posted, "row_was", number).parse().ok().and_then(|value| before?.point(value));
        let label = worded(was.map(|point| &point.label), first, &text);
        let ticked = |part: &str| value(posted, part, number) == "yes";
        let symbol =
            SYMBOLS.iter().find(|(word, _)| *word == value(posted, "row_symbol", number)).and_then(|(_, symbol)| *symbol);
        points.push(Point { value: own, label, satisfied: ticked("row_satisfied"), neutral: ticked("row_neutral"), symbol });
    }
    points.sort_by_key(|point| point.value);
    if points.len() < 2 {
        refuse("rows", "forms-few-points");
    }
    let option = |field: &str, was: Option<&Texts>| {
        let typed = posted.value(field);
        (!typed.is_empty()).then(|| worded(was, first, typed))
    };
    let dont_know = option("dont_know", before.and_then(|scale| scale.dont_know.as_ref()));
    let not_applicable = option("not_applicable", before.and_then(|scale| scale.not_applicable.as_ref()));
    let code = match posted.value("code") {
        "" => Some(free_among("scala", "scala", |code| form.scale(code).is_some())),
        typed => Code::parse(typed),
    };
    if code.is_none() {
        refuse("code", "staff-wrong-code");
    }
    let polarity = if posted.value("polarity") == "lower" { Polarity::LowerIsBetter } else { Polarity::HigherIsBetter };
    match (code, mistakes.is_empty()) {
        (Some(code), true) => Ok(Scale { code, points, polarity, dont_know, not_applicable }),
        _ => Err(mistakes),
    }
}

/// A text with other words in the first language; no words there leave none in any.
fn worded(was: Option<&Texts>, first: &Language, text: &str) -> Texts {
    if text.is_empty() {
        return Texts::default();
    }
    let mut texts = was.cloned().unwrap_or_default();
    texts.set(first.clone(), text);
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{catalog, parse};

    #[test]
    fn a_point_with_another_value_keeps_its_translations() {
        let form = parse("f", &catalog::form("urp-annuale").unwrap()).unwrap();
        let scale = form.scales.iter().find(|own| own.points[0].value > 0).unwrap();
        let mut posted = as_typed(scale, &form);
        for (number, point) in (1..).zip(&scale.points) {
            posted.put(&name("row_value", number), (point.value - 1).to_string());
        }
        let renumbered = read(&posted, &form, Some(scale), &Language::italian()).unwrap();
        let labels = |scale: &Scale| scale.points.iter().map(|point| point.label.clone()).collect::<Vec<_>>();
        assert_eq!(labels(&renumbered), labels(scale));
        assert!(renumbered.points[0].label.has(&Language::english()));
        // A row that was no point is a new one, whatever its value.
        posted.put("row_was_1", String::new());
        let new = read(&posted, &form, Some(scale), &Language::italian()).unwrap();
        assert!(!new.points[0].label.has(&Language::english()));
    }
}
