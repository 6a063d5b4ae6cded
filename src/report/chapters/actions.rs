//! What was promised, and what became of it.

use super::super::document::{Align, Block, Cell, Table, Tone};
use super::super::scene::Scene;
use super::super::words::NONE;
use super::goals::verdict;
use crate::charter::Verdict;
use crate::follow_up::{ActionState, ImprovementAction};

/// What became of last year's actions.
pub(in crate::report) fn past(scene: &Scene<'_>) -> Vec<Block> {
    let actions = scene.input.actions_before;
    let mut blocks = vec![scene.heading(1, "past-title")];
    if actions.is_empty() {
        let key = if scene.input.compared_with.is_some() { "past-none" } else { "past-first" };
        blocks.push(scene.paragraph(key));
        return blocks;
    }
    let states = |wanted: ActionState| actions.iter().filter(|action| action.state == wanted).count() as u64;
    let late = actions.iter().filter(|action| action.is_late(scene.input.made_on)).count() as u64;
    blocks.push(Block::Paragraph(scene.words.with(
        "past-in-short",
        &[
            ("actions", (actions.len() as u64).into()),
            ("done", states(ActionState::Done).into()),
            ("begun", states(ActionState::UnderWay).into()),
            ("planned", states(ActionState::Planned).into()),
            ("late", late.into()),
            ("dropped", states(ActionState::Dropped).into()),
        ],
    )));
    let keys =
        ["column-action", "column-goal", "column-owner", "column-due", "column-state", "column-outcome", "column-verdict-now"];
    blocks.push(Block::Table(Table {
        caption: scene.words.say("past-caption"),
        header: scene.words.headings(&keys),
        align: vec![Align::Left; keys.len()],
        rows: actions.iter().map(|action| past_row(scene, action)).collect(),
        notes: Vec::new(),
    }));
    blocks
}

fn past_row(scene: &Scene<'_>, action: &ImprovementAction) -> Vec<Cell> {
    let goals = scene.input.figures.goals();
    let now = goals.iter().find(|goal| goal.standard.code.as_str() == action.standard);
    let mut row = promised(scene, action);
    row.push(state(scene, action));
    row.push(words_or_none(&action.outcome));
    row.push(now.map_or_else(|| Cell::text(NONE), |goal| verdict(scene, goal.verdict)));
    row
}

fn state(scene: &Scene<'_>, action: &ImprovementAction) -> Cell {
    let (key, tone) = match action.state {
        _ if action.is_late(scene.input.made_on) => ("action-late", Tone::Bad),
        ActionState::Planned => ("action-planned", Tone::Open),
        ActionState::UnderWay => ("action-under-way", Tone::Open),
        ActionState::Done => ("action-done", Tone::Good),
        ActionState::Dropped => ("action-dropped", Tone::Bad),
    };
    Cell::text(scene.words.say(key)).toned(tone)
}

/// What was done about a goal since the report before, in a line; "" for nothing.
pub(super) fn done_about(scene: &Scene<'_>, standard: &str) -> String {
    let own = scene.input.actions_before.iter().filter(|action| action.standard == standard);
    let lines = own.map(|action| {
        let state = state(scene, action).text;
        let outcome = action.outcome.trim();
        let values = [("action", action.what.as_str().into()), ("state", state.into()), ("outcome", outcome.into())];
        scene.words.with(if outcome.is_empty() { "done-about" } else { "done-about-outcome" }, &values)
    });
    lines.collect::<Vec<_>>().join("; ")
}

/// What is promised for the year to come, and which missed goals nobody answers for yet.
pub(in crate::report) fn promised_now(scene: &Scene<'_>) -> Vec<Block> {
    let actions = scene.input.actions;
    let mut blocks = vec![scene.heading(1, "next-title")];
    if actions.is_empty() {
        blocks.push(scene.paragraph("next-none"));
    } else {
        let keys = ["column-action", "column-goal", "column-owner", "column-due"];
        blocks.push(Block::Table(Table {
            caption: scene.words.say("next-caption"),
            header: scene.words.headings(&keys),
            align: vec![Align::Left; keys.len()],
            rows: actions.iter().map(|action| promised(scene, action)).collect(),
            notes: vec![scene.words.say("next-note")],
        }));
    }
    let orphans = unanswered(scene);
    if !orphans.is_empty() {
        let count = orphans.len() as u64;
        let goals = scene.words.list(&orphans);
        blocks.push(Block::Callout(scene.words.with("next-missing", &[("count", count.into()), ("goals", goals.into())])));
    }
    blocks
}

/// The missed goals that no action of this year is for.
fn unanswered(scene: &Scene<'_>) -> Vec<String> {
    let missed = scene.input.figures.goals().iter().filter(|goal| goal.verdict == Verdict::NotReached);
    missed
        .filter(|goal| !scene.input.actions.iter().any(|action| action.standard == goal.standard.code.as_str()))
        .map(|goal| scene.words.quoted(&scene.promise(&goal.standard.title)))
        .collect()
}

fn promised(scene: &Scene<'_>, action: &ImprovementAction) -> Vec<Cell> {
    let goal = if action.standard.is_empty() { NONE.to_owned() } else { scene.standard(&action.standard) };
    vec![
        Cell::text(&action.what).strong(),
        Cell::text(goal),
        words_or_none(&action.owner),
        Cell::text(scene.words.date(action.due_on)),
    ]
}

fn words_or_none(text: &str) -> Cell {
    Cell::text(if text.trim().is_empty() { NONE } else { text })
}
