//! The overall judgement over the years.

use super::super::asked::Asked;
use super::super::chapters::years::said_of;
use super::super::document::Block;
use super::super::scene::Scene;
use super::{captions, figure};
use crate::analysis::{Change, ItemSeries, Publishable, Shown, Spread, YearPoint};
use crate::chart::{Battery, BatteryRow, Favourable, Judged, Order, TrendLine, TrendPoint, Trends, battery, trends};
use crate::charter::{Indicator, Statistic};

/// The years of one item as a line; `None` where fewer than two may be told.
pub(in crate::report) fn years(scene: &Scene<'_>, asked: &Asked<'_>) -> Option<Block> {
    let series = scene.input.figures.series(asked.code.as_str())?;
    let points: Vec<TrendPoint> = series.points.iter().filter_map(|point| told(scene, point)).collect();
    if points.len() < 2 {
        return None;
    }
    let mut captions = captions(scene, title(scene, series), scene.words.say("years-caption"));
    captions.question.clone_from(&asked.label);
    let found = Trends {
        captions: captions.clone(),
        targets: targets(scene, asked, &points),
        lines: vec![TrendLine { label: asked.label.clone(), points }],
        notes: Vec::new(),
    };
    Some(figure(scene, captions, |setting| trends(&found, setting)))
}

/// How the item was judged in the years on its present scale, one bar a year; `None` where fewer than two may be told in per cent.
pub(in crate::report) fn judged_years(scene: &Scene<'_>, asked: &Asked<'_>) -> Option<Block> {
    let series = scene.input.figures.series(asked.code.as_str())?;
    let rows: Vec<BatteryRow<'_>> = series.spreads.iter().map(|(year, spread)| row(scene, series, *year, spread)).collect();
    let (Some((from, _)), Some((to, _))) = (series.spreads.first(), series.spreads.last()) else { return None };
    if rows.iter().filter(|row| matches!(row.finding, Shown::Full(_))).count() < 2 {
        return None;
    }
    let words = scene.words;
    let values =
        [("item", words.say("overall-caption").into()), ("from", from.to_string().into()), ("to", to.to_string().into())];
    let mut captions = captions(scene, words.with("judged-years-chart", &values), words.say("factors-chart-caption"));
    captions.question.clone_from(&asked.label);
    captions.period = format!("{from}\u{2013}{to}");
    let share = Favourable::of(asked.role);
    let found = Battery { captions: captions.clone(), scale: asked.scale, share, order: Order::AsGiven, rows };
    Some(figure(scene, captions, |setting| battery(&found, setting)))
}

/// A year; one that is no continuation of the year before says why, as the line over the years does.
fn row<'a>(scene: &Scene<'_>, series: &ItemSeries, year: i32, spread: &'a Spread) -> BatteryRow<'a> {
    let point = series.points.iter().find(|point| point.year == year);
    let judged = Judged { base: spread.base, counts: &spread.counts, satisfied: point.and_then(|point| point.satisfied) };
    let shows = Publishable::shows_percentages(spread.base.valid);
    let finding = if shows { Shown::Full(judged) } else { Shown::CountsOnly(judged) };
    let broken = point.and_then(|point| point.broken).map(|broken| scene.words.say(said_of(broken)));
    let label = broken.map_or_else(|| year.to_string(), |why| format!("{year}: {why}"));
    BatteryRow { heading: None, label, finding, target: None }
}

fn told(scene: &Scene<'_>, point: &YearPoint) -> Option<TrendPoint> {
    let share = point.satisfied.filter(|_| Publishable::shows_percentages(point.base))?;
    let broken = point.broken.map(|broken| scene.words.say(said_of(broken)));
    Some(TrendPoint { year: point.year, share: share.share, interval: share.interval, base: share.base, broken })
}

/// What the trend shows of the years that may be compared.
fn title(scene: &Scene<'_>, series: &ItemSeries) -> String {
    let label = scene.words.say("overall-caption");
    let Ok(trend) = &series.trend else {
        return scene.words.with("years-chart", &[("item", label.into())]);
    };
    let key = match trend.change {
        Change::Up => "years-chart-up",
        Change::Down => "years-chart-down",
        Change::Stable => "years-chart-stable",
        Change::NotDemonstrated => "years-chart-not-shown",
    };
    let (from, to) = (trend.from.to_string(), trend.to.to_string());
    scene.words.with(key, &[("item", label.into()), ("from", from.into()), ("to", to.into())])
}

/// What this charter promises of the item in the years for which it is valid: what an earlier charter promised is not told by it.
fn targets(scene: &Scene<'_>, asked: &Asked<'_>, points: &[TrendPoint]) -> Vec<(i32, f64)> {
    let Some(charter) = scene.input.charter else { return Vec::new() };
    let promised = charter.standards.iter().find(|standard| match &standard.indicator {
        Indicator::Survey { item, statistic: Statistic::SatisfiedShare } => item == asked.code,
        _ => false,
    });
    let valid = |year: i32| year >= charter.valid_from && charter.valid_to.is_none_or(|to| year <= to);
    let years = points.iter().map(|point| point.year).filter(|year| valid(*year));
    promised.map_or_else(Vec::new, |standard| years.map(|year| (year, standard.target_in(year))).collect())
}
