//! The goals against the year before: its verdict, what changed, and what was done about it.

use super::super::document::{Align, Block, Cell, Number, Table, Tone};
use super::super::pictures;
use super::super::scene::Scene;
use super::super::words::NONE;
use super::actions::done_about;
use super::goals::verdict;
use crate::analysis::{Change, GoalChange, GoalFinding, Interval};
use crate::chart::GoalUnit;
use crate::charter::Direction;

/// The table; `None` where no goal has a year before and nothing was promised about any.
pub(super) fn table(scene: &Scene<'_>, goals: &[GoalFinding]) -> Option<Block> {
    let before = scene.input.compared_with?;
    let told = |goal: &&GoalFinding| goal.previous.is_some() || !done_about(scene, goal.standard.code.as_str()).is_empty();
    let rows: Vec<Vec<Cell>> = goals.iter().filter(told).map(|goal| row(scene, goal)).collect();
    if rows.is_empty() {
        return None;
    }
    let words = scene.words;
    let year = |year: i32| [("year", year.to_string().into())];
    let header = vec![
        words.say("column-goal"),
        words.with("column-verdict-of", &year(before)),
        words.with("column-value-of", &year(before)),
        words.with("column-value-of", &year(scene.input.year)),
        words.say("column-goal-change"),
        words.say("column-done-about"),
    ];
    let [left, right] = [Align::Left, Align::Right];
    Some(Block::Table(Table {
        caption: words
            .with("goal-years-caption", &[("before", before.to_string().into()), ("year", scene.input.year.to_string().into())]),
        header,
        align: vec![left, left, right, right, left, left],
        rows,
        notes: vec![words.say("goal-years-note")],
    }))
}

fn row(scene: &Scene<'_>, goal: &GoalFinding) -> Vec<Cell> {
    let setting = pictures::goal_setting(scene);
    let unit = GoalUnit::of(&goal.standard, goal.target, &setting);
    let value = |value: f64, base: u64| Cell::number(unit.write(value, base), number(goal, value));
    let none = || Cell::text(NONE);
    let now = goal.value.filter(|_| !goal.is_on_few());
    let done = done_about(scene, goal.standard.code.as_str());
    vec![
        Cell::text(scene.promise(&goal.standard.title)).strong(),
        goal.previous.map_or_else(none, |before| verdict(scene, before.verdict)),
        goal.previous.map_or_else(none, |before| value(before.value, before.base)),
        now.map_or_else(none, |now| value(now, goal.base)),
        goal.change.filter(|_| now.is_some()).map_or_else(none, |change| changed(scene, goal, &unit, &change)),
        Cell::text(if done.is_empty() { NONE } else { &done }),
    ]
}

fn number(goal: &GoalFinding, value: f64) -> Number {
    if goal.standard.is_share() { Number::Share(value) } else { Number::Real(value) }
}

/// "+4 punti (da -1 a +9): variazione non dimostrata".
fn changed(scene: &Scene<'_>, goal: &GoalFinding, unit: &GoalUnit<'_>, change: &GoalChange) -> Cell {
    let words = scene.words;
    let share = goal.standard.is_share();
    let scale = if share { 100.0 } else { 1.0 };
    let decimals = unit.decimals(goal.target + change.difference, goal.base);
    let signed = |value: f64| words.signed(value * scale, decimals);
    let mut text = match (share, unit.name()) {
        (true, _) => words.with("goal-change-points", &[("points", signed(change.difference).into())]),
        (false, "") => signed(change.difference),
        (false, name) => format!("{}\u{a0}{name}", signed(change.difference)),
    };
    if let Some(Interval { lower, upper }) = change.interval {
        let ends = [("lower", signed(lower).into()), ("upper", signed(upper).into())];
        text = format!("{text} ({})", words.with("goal-change-interval", &ends));
    }
    let better = match goal.standard.direction {
        Direction::AtLeast => Change::Up,
        Direction::AtMost => Change::Down,
    };
    let (key, tone) = match change.shown {
        None => return Cell::text(text),
        Some(Change::Stable) => ("change-stable", Tone::Plain),
        Some(Change::NotDemonstrated) => ("trend-not-shown", Tone::Open),
        Some(shown) => {
            let key = if shown == Change::Up { "change-up" } else { "change-down" };
            (key, if shown == better { Tone::Good } else { Tone::Bad })
        }
    };
    let verdict = words.say(key);
    let kind = if share { Number::Points(change.difference * 100.0) } else { Number::Real(change.difference) };
    let cell = Cell::number(format!("{text}: {verdict}"), kind).toned(tone);
    cell.with(words.say("apart-verdict"), Cell::text(verdict))
}
