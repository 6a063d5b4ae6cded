//! Charts as figures of the document: each with a title that states the finding, and the figures behind it.

use super::asked::Asked;
use super::document::{Align, Block, Cell, Figure, Number, Table};
use super::scene::Scene;
use crate::analysis::{NeedFinding, Shown};
use crate::chart::{self, Battery, BatteryRow, Breadth, Captions, GoalRow, Goals, Needs, Picture, Setting};
use crate::charter::{Indicator, Statistic, Verdict};
use crate::form::{Choice, Scale};

/// The goals as bullets.
pub(super) fn goals(scene: &Scene<'_>) -> Option<Block> {
    let found = scene.input.figures.goals();
    if found.is_empty() {
        return None;
    }
    let count = |wanted: fn(Verdict) -> bool| found.iter().filter(|goal| wanted(goal.verdict)).count() as u64;
    let title = scene.words.with(
        "goals-chart",
        &[
            ("reached", count(|verdict| verdict == Verdict::Reached).into()),
            ("missed", count(|verdict| verdict == Verdict::NotReached).into()),
            ("open", count(|verdict| matches!(verdict, Verdict::NotDemonstrable(_))).into()),
        ],
    );
    let captions = captions(scene, title, scene.words.say("goals-chart-caption"));
    let setting = Setting { fallback: scene.charter_fallback(), ..setting(scene) };
    let rows = found.iter().map(|goal| GoalRow::of(goal, &setting)).collect();
    let picture = chart::goals(&Goals { captions: captions.clone(), rows }, &setting);
    Some(figure(scene, picture, captions))
}

/// The judgements as diverging bars, one picture a scale.
pub(super) fn batteries(scene: &Scene<'_>, name: &str, asked: &[&Asked<'_>]) -> Vec<Block> {
    let mut scales: Vec<&Scale> = Vec::new();
    for asked in asked {
        if !scales.iter().any(|scale| scale.code == asked.scale.code) {
            scales.push(asked.scale);
        }
    }
    let of_scale = |scale: &Scale| asked.iter().copied().filter(|asked| asked.scale.code == scale.code).collect::<Vec<_>>();
    scales.into_iter().filter_map(|scale| battery(scene, name, scale, &of_scale(scale))).collect()
}

fn battery(scene: &Scene<'_>, name: &str, scale: &Scale, asked: &[&Asked<'_>]) -> Option<Block> {
    let rows: Vec<BatteryRow<'_>> = asked
        .iter()
        .filter_map(|asked| {
            let finding = scene.input.figures.item(asked.code.as_str())?;
            Some(BatteryRow { label: asked.label.clone(), finding, target: target(scene, asked) })
        })
        .collect();
    // Nothing to draw when nothing may be shown.
    if rows.iter().all(|row| row.finding == Shown::Suppressed) {
        return None;
    }
    let captions = captions(scene, finding(scene, name, &rows), scene.words.say("factors-chart-caption"));
    let picture = chart::battery(&Battery { captions: captions.clone(), scale, rows }, &setting(scene));
    Some(figure(scene, picture, captions))
}

/// The share that was promised for an item.
fn target(scene: &Scene<'_>, asked: &Asked<'_>) -> Option<f64> {
    let goals = scene.input.figures.goals().iter();
    goals
        .filter(|goal| match &goal.standard.indicator {
            Indicator::Survey { item, statistic: Statistic::SatisfiedShare } => item == asked.code,
            _ => false,
        })
        .map(|goal| goal.target)
        .next()
}

/// What a battery shows: what is liked best and least, where that can be said.
fn finding(scene: &Scene<'_>, name: &str, rows: &[BatteryRow<'_>]) -> String {
    let mut shares: Vec<(f64, &str)> = rows
        .iter()
        .filter_map(|row| match row.finding {
            Shown::Full(item) => Some((item.satisfied?.share, row.label.as_str())),
            _ => None,
        })
        .collect();
    shares.sort_by(|one, two| two.0.total_cmp(&one.0));
    match (shares.first(), shares.last()) {
        (Some(best), Some(worst)) if best.0 > worst.0 => scene
            .words
            .with("factors-chart-finding", &[("factor", name.into()), ("best", best.1.into()), ("worst", worst.1.into())]),
        _ => name.to_owned(),
    }
}

/// The options of a multiple choice as bars.
pub(super) fn needs(scene: &Scene<'_>, question: &str, choices: &[Choice], shown: Shown<&NeedFinding>) -> Option<Block> {
    let found = match shown {
        Shown::Full(found) | Shown::CountsOnly(found) => found,
        Shown::Suppressed => return None,
    };
    let labels: Vec<(String, String)> =
        choices.iter().map(|choice| (choice.code.to_string(), scene.words.label(&choice.label))).collect();
    let first = found.options.first().and_then(|option| labels.iter().find(|(code, _)| *code == option.code));
    let title = match first {
        Some((_, label)) => scene.words.with("needs-chart", &[("need", label.clone().into())]),
        None => question.to_owned(),
    };
    let mut captions = captions(scene, title, scene.words.base(found.base));
    captions.question = question.to_owned();
    let picture = chart::needs(&Needs { captions: captions.clone(), finding: shown, labels }, &setting(scene));
    Some(figure(scene, picture, captions))
}

/// Responses and contacts by channel.
pub(super) fn sample(scene: &Scene<'_>) -> Option<Block> {
    let found = scene.input.figures.sample();
    if found.responses == 0 || found.channels.len() < 2 {
        return None;
    }
    let captions = captions(scene, scene.words.say("sample-chart"), scene.words.base(found.responses));
    let picture = chart::sample(&captions, found, &setting(scene));
    Some(figure(scene, picture, captions))
}

fn setting<'a>(scene: &Scene<'a>) -> Setting<'a> {
    Setting { language: scene.words.language, fallback: scene.words.fallback, breadth: Breadth::Page, captions_drawn: false }
}

fn captions(scene: &Scene<'_>, title: String, base: String) -> Captions {
    let source = if scene.input.simulated { scene.words.say("notice-simulated") } else { String::new() };
    Captions { title, question: String::new(), base, period: scene.input.year.to_string(), source }
}

fn figure(scene: &Scene<'_>, picture: Picture, captions: Captions) -> Block {
    let Captions { title, question, base, period, source } = captions;
    let caption: Vec<String> = [question, base, period, source].into_iter().filter(|part| !part.is_empty()).collect();
    let align = (0..picture.columns.len()).map(|at| if at == 0 { Align::Left } else { Align::Right }).collect();
    let rows = picture.rows.into_iter().map(|row| row.into_iter().map(|text| read(scene, text)).collect()).collect();
    let data = Table { caption: title.clone(), header: picture.columns, align, rows, notes: Vec::new() };
    Block::Figure(Figure { title, caption: caption.join(" · "), alternative: picture.alternative, svg: picture.svg, data })
}

/// A cell of a chart's data with the number that its text says, so that a spreadsheet can reckon with it.
fn read(scene: &Scene<'_>, text: String) -> Cell {
    let bare = text.trim_end_matches('%').trim_end();
    let (thousands, decimal) = if scene.words.language.as_str() == "en" { (',', '.') } else { ('.', ',') };
    let plain: String = bare.chars().filter(|c| *c != thousands).map(|c| if c == decimal { '.' } else { c }).collect();
    let digits = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_digit() || c == '.');
    match plain.parse::<f64>() {
        Ok(number) if digits && bare.len() < text.len() => Cell::number(text, Number::Share(number / 100.0)),
        Ok(number) if digits => Cell::number(text, plain.parse().map_or(Number::Real(number), Number::Count)),
        _ => Cell::text(text),
    }
}
