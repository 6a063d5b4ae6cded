//! The years of every judged item side by side, with the trend of those that may be compared.

use super::super::asked::Asked;
use super::super::document::{Align, Cell, Number, Table, Tone};
use super::super::scene::Scene;
use super::super::words::NONE;
use crate::analysis::{Break, Change, ItemSeries, Publishable, TrendFinding, YearPoint};
use crate::form::Role;
use std::collections::BTreeSet;

/// With more years than these a line of bases would not fit the page: they stand in the files only.
const MOST_YEARS_WITH_BASE: usize = 5;

/// The share satisfied of every item, year by year, then its trend and what changed since the edition before. Where a year
/// is no continuation of the one before, it says why.
pub(super) fn table(scene: &Scene<'_>) -> Option<Table> {
    let (input, words) = (scene.input, scene.words);
    let judged = scene.asked.iter().filter(|asked| matches!(asked.role, Role::Overall | Role::Satisfaction));
    let lines: Vec<(&Asked<'_>, &ItemSeries)> = judged
        .filter_map(|asked| Some((asked, input.figures.series(asked.code.as_str())?)))
        .filter(|(_, series)| series.points.iter().any(|point| point.year < input.year && told(point)))
        .collect();
    let years: BTreeSet<i32> = lines.iter().flat_map(|(_, series)| &series.points).map(|point| point.year).collect();
    let compared = input.compared_with.filter(|_| !lines.is_empty());
    let mut header = vec![words.say("column-item")];
    header.extend(years.iter().map(i32::to_string));
    header.push(words.say("column-trend"));
    header.extend(compared.map(|year| words.with("column-change", &[("year", year.to_string().into())])));
    let rows: Vec<Vec<Cell>> = lines
        .into_iter()
        .map(|(asked, series)| {
            let in_year = |year: &i32| series.points.iter().find(|point| point.year == *year);
            let mut row = vec![Cell::text(&asked.label)];
            row.extend(years.iter().map(|year| satisfied(scene, in_year(year), years.len())));
            row.push(trend(scene, series.trend.as_ref().ok(), &years));
            let code = asked.code.as_str();
            row.extend(compared.map(|_| words.beside(words.change(scene.change(code)), scene.comparability(code))));
            row
        })
        .collect();
    let align = std::iter::once(Align::Left).chain(std::iter::repeat_n(Align::Right, header.len() - 1)).collect();
    let notes = vec![words.say("years-note"), words.say("trend-note")];
    (!rows.is_empty()).then(|| Table { caption: words.say("years-caption"), header, align, rows, notes })
}

fn told(point: &YearPoint) -> bool {
    point.satisfied.is_some() && Publishable::shows_percentages(point.base)
}

/// "66 % (n = 210)", and in words where the line breaks.
fn satisfied(scene: &Scene<'_>, point: Option<&YearPoint>, years: usize) -> Cell {
    let words = scene.words;
    let Some((point, share)) = point.filter(|point| told(point)).and_then(|point| Some((point, point.satisfied?))) else {
        return Cell::text(NONE);
    };
    let mut text = words.percentage(share.share, share.base);
    if years <= MOST_YEARS_WITH_BASE {
        text = format!("{text} ({})", words.base(share.base));
    }
    let broken = point.broken.map(|broken| words.say(said_of(broken)));
    if let Some(said) = &broken {
        text = format!("{text}, {said}");
    }
    let cell = Cell::number(text, Number::Share(share.share)).with(words.say("column-base"), words.count(share.base));
    let cell = words.ends(cell, &share.interval, Number::Share);
    match broken {
        Some(said) => cell.with(words.say("apart-caveat"), Cell::text(said)),
        None => cell,
    }
}

pub(in crate::report) fn said_of(broken: Break) -> &'static str {
    match broken {
        Break::ScaleChanged => "broken-scale",
        Break::Reworded => "reworded",
        Break::ModeChanged => "broken-mode",
    }
}

/// "+1,2 aumento", and from when to when where these are not the first and the last year of the table.
fn trend(scene: &Scene<'_>, found: Option<&TrendFinding>, years: &BTreeSet<i32>) -> Cell {
    let words = scene.words;
    let Some(found) = found else { return Cell::text(NONE) };
    let (key, tone) = match found.change {
        Change::Up => ("change-up", Tone::Good),
        Change::Down => ("change-down", Tone::Bad),
        Change::Stable => ("change-stable", Tone::Plain),
        Change::NotDemonstrated => ("trend-not-shown", Tone::Open),
    };
    let points = found.slope * 100.0;
    let verdict = words.say(key);
    let is_whole = (years.first(), years.last()) == (Some(&found.from), Some(&found.to));
    let text = words.with(
        if is_whole { "trend" } else { "trend-from" },
        &[
            ("verdict", verdict.clone().into()),
            ("from", found.from.to_string().into()),
            ("to", found.to.to_string().into()),
            ("points", words.signed(points, 1).into()),
        ],
    );
    let cell = Cell::number(text, Number::Points(points)).toned(tone).with(words.say("apart-verdict"), Cell::text(verdict));
    let ends = crate::analysis::Interval { lower: found.interval.lower * 100.0, upper: found.interval.upper * 100.0 };
    let cell = words.ends(cell, &ends, Number::Points);
    let year = |year: i32| Cell::text(year.to_string());
    cell.with(words.say("apart-from"), year(found.from)).with(words.say("apart-to"), year(found.to))
}
