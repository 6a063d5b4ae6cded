//! How each goal is measured: what an evaluator asks who doubts a verdict.

use super::super::document::{Align, Block, Cell, Table};
use super::super::pictures;
use super::super::scene::Scene;
use super::super::words::NONE;
use crate::analysis::GoalFinding;
use crate::chart::{goal_dimension, goal_indicator, goal_kind, goal_source};
use crate::charter::Standard;
use crate::text::Code;

/// The table of what is promised, how it is measured and what follows where it is not kept; `None` without a charter.
pub(in crate::report) fn table(scene: &Scene<'_>) -> Option<Block> {
    let goals = scene.input.figures.goals();
    if goals.is_empty() {
        return None;
    }
    let words = scene.words;
    let keys = ["column-goal", "column-quality", "column-how-measured", "column-source", "column-redress"];
    Some(Block::Table(Table {
        caption: words.say("promises-caption"),
        header: words.headings(&keys),
        align: vec![Align::Left; keys.len()],
        rows: goals.iter().map(|goal| row(scene, goal)).collect(),
        notes: Vec::new(),
    }))
}

fn row(scene: &Scene<'_>, goal: &GoalFinding) -> Vec<Cell> {
    let standard = &goal.standard;
    let redress = scene.promise(&standard.redress);
    vec![
        Cell::text(scene.promise(&standard.title)).strong(),
        Cell::text(quality(scene, standard)),
        Cell::text(measured(scene, standard)),
        Cell::text(source(scene, standard)),
        Cell::text(if redress.trim().is_empty() { NONE.to_owned() } else { redress }),
    ]
}

/// The dimension, the quality factor, and whom the promise holds for.
fn quality(scene: &Scene<'_>, standard: &Standard) -> String {
    let language = scene.words.language;
    let factors = scene.input.charter.map(|charter| charter.factors.as_slice()).unwrap_or_default();
    let factor = factors.iter().find(|factor| Some(&factor.code) == standard.factor.as_ref());
    let mut parts = vec![goal_dimension(standard.dimension, language)];
    parts.extend(factor.map(|factor| scene.promise(&factor.label)));
    parts.push(goal_kind(standard.kind, language));
    parts.join(". ")
}

/// The indicator, and the formula in the office's own words.
fn measured(scene: &Scene<'_>, standard: &Standard) -> String {
    let item = |code: &Code| {
        let asked = scene.asked.iter().find(|asked| asked.code == code);
        asked.map_or_else(|| code.to_string(), |asked| asked.label.clone())
    };
    let indicator = goal_indicator(&standard.indicator, &item, &pictures::goal_setting(scene));
    match scene.promise(&standard.formula).trim() {
        "" => indicator,
        formula => format!("{indicator}: {formula}"),
    }
}

/// Where the value comes from, and the cases it takes at least.
fn source(scene: &Scene<'_>, standard: &Standard) -> String {
    let source = goal_source(&standard.indicator, scene.words.language);
    if standard.minimum_base == 0 {
        return source;
    }
    let least = scene.words.integer(standard.minimum_base);
    scene.words.with("promises-source", &[("source", source.into()), ("least", least.into())])
}

#[cfg(test)]
mod tests {
    use super::super::super::trial::Year;
    use super::*;
    use crate::text::Language;

    #[test]
    fn every_goal_says_how_it_is_measured_and_what_follows() {
        let (year, italian) = (Year::of(240), Language::italian());
        let input = year.input();
        let Some(Block::Table(table)) = table(&Scene::new(&input, &italian)) else { panic!("there is a charter") };
        let calls: Vec<&str> = table.rows[0].iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(calls[1], "Tempestività. Attese e tempi di risposta. Generale: vale per l'insieme dei casi");
        assert!(calls[2].starts_with("Quota dei casi entro 3 squilli: chiamate di prova con risposta"), "{}", calls[2]);
        assert_eq!(calls[3], "campione rilevato dall'ufficio, almeno 30 casi");
        assert!(calls[4].starts_with("Se non rispondiamo"));
        let asked = table.rows.iter().find(|row| row[0].text == "Cortesia del personale").unwrap();
        assert!(asked[2].text.starts_with("Quota di soddisfatti alla domanda «Cortesia»"), "{}", asked[2].text);
    }
}
