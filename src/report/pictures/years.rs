//! The overall judgement over the years.

use super::super::asked::Asked;
use super::super::chapters::years::said_of;
use super::super::document::Block;
use super::super::scene::Scene;
use super::{captions, figure};
use crate::analysis::{Change, ItemSeries, Publishable, YearPoint};
use crate::chart::{TrendLine, TrendPoint, Trends, trends};
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
