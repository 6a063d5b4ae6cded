//! Page one: which promises were kept, how sure that is, and what to do with it.

use super::super::document::{Align, Block, Cell, Number, Table, Tone};
use super::super::pictures;
use super::super::scene::Scene;
use super::super::words::NONE;
use crate::analysis::{GoalFinding, Publishable};
use crate::chart::goal_reason;
use crate::charter::{Coverage, Fact, Indicator, Measure, Statistic, Verdict};
use crate::language::{decimals_apart, decimals_needed, per_cent, percentage_decimals};

/// The sentence for leadership and the table of goals.
pub(in crate::report) fn chapter(scene: &Scene<'_>) -> Vec<Block> {
    let goals = scene.input.figures.goals();
    let mut blocks = vec![scene.heading(1, "goals-title"), Block::Callout(in_short(scene))];
    if goals.is_empty() {
        blocks.push(scene.paragraph("goals-none"));
        return blocks;
    }
    blocks.push(Block::Table(table(scene, goals)));
    blocks.extend(pictures::goals(scene));
    blocks
}

/// What a director reads who reads one sentence.
fn in_short(scene: &Scene<'_>) -> String {
    let words = scene.words;
    let goals = scene.input.figures.goals();
    let count = |wanted: fn(Verdict) -> bool| goals.iter().filter(|goal| wanted(goal.verdict)).count() as u64;
    let mut sentences = Vec::new();
    if !goals.is_empty() {
        sentences.push(words.with(
            "goals-in-short",
            &[
                ("goals", (goals.len() as u64).into()),
                ("reached", count(|verdict| verdict == Verdict::Reached).into()),
                ("missed", count(|verdict| verdict == Verdict::NotReached).into()),
                ("open", count(|verdict| matches!(verdict, Verdict::NotDemonstrable(_))).into()),
            ],
        ));
    }
    sentences.extend(super::judgement::in_short(scene));
    let responses = scene.input.figures.rows();
    sentences.push(words.with("answers-in-short", &[("count", responses.into()), ("number", words.integer(responses).into())]));
    sentences.join(" ")
}

fn table(scene: &Scene<'_>, goals: &[GoalFinding]) -> Table {
    let keys =
        ["column-goal", "column-target", "column-found", "column-deviation", "column-verdict", "column-cause", "column-base"];
    let [left, right] = [Align::Left, Align::Right];
    Table {
        caption: scene.words.with("goals-caption", &[("year", scene.input.year.to_string().into())]),
        header: scene.words.headings(&keys),
        align: vec![left, right, right, right, left, left, right],
        rows: goals.iter().map(|goal| row(scene, goal)).collect(),
        notes: vec![scene.words.say("goals-note")],
    }
}

fn row(scene: &Scene<'_>, goal: &GoalFinding) -> Vec<Cell> {
    let words = scene.words;
    let base = if goal.base == 0 { Cell::text(NONE) } else { words.count(goal.base) };
    vec![
        Cell::text(scene.promise(&goal.standard.title)).strong(),
        target(scene, goal),
        found(scene, goal),
        deviation(scene, goal),
        verdict(scene, goal.verdict),
        Cell::text(cause(scene, goal)),
        base,
    ]
}

/// Whether figures other than counts are withheld because too few people answered.
fn only_counts(goal: &GoalFinding) -> bool {
    matches!(goal.standard.indicator, Indicator::Survey { .. }) && !Publishable::shows_percentages(goal.base)
}

fn found(scene: &Scene<'_>, goal: &GoalFinding) -> Cell {
    match goal.value {
        None => Cell::text(NONE),
        Some(value) if only_counts(goal) => {
            if !goal.standard.is_share() {
                return Cell::text(NONE);
            }
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            // A share of 29 at most.
            let count = (value * goal.base as f64).round() as u64;
            Cell::text(scene.words.of(count, goal.base))
        }
        Some(value) => {
            let cell = Cell::number(written(scene, goal, value, decimals(goal, value)), typed(goal, value)).strong();
            with_unit(scene, goal, cell)
        }
    }
}

fn deviation(scene: &Scene<'_>, goal: &GoalFinding) -> Cell {
    let Some(deviation) = goal.deviation.filter(|_| !only_counts(goal)) else { return Cell::text(NONE) };
    let decimals = decimals(goal, goal.target + deviation).max(target_decimals(goal));
    if goal.standard.is_share() {
        Cell::number(scene.words.signed(deviation * 100.0, decimals), Number::Points(deviation * 100.0))
    } else {
        Cell::number(scene.words.signed(deviation, decimals), Number::Real(deviation))
    }
}

/// The target with its direction: "almeno 80 %".
fn target(scene: &Scene<'_>, goal: &GoalFinding) -> Cell {
    use crate::charter::Direction::{AtLeast, AtMost};
    let value = written(scene, goal, goal.target, target_decimals(goal));
    let key = match goal.direction {
        AtLeast => "at-least",
        AtMost => "at-most",
    };
    let text = scene.words.with(key, &[("value", value.into())]);
    let direction = scene.words.with(key, &[("value", "".into())]).trim().to_owned();
    let cell = Cell::number(text, typed(goal, goal.target)).with(scene.words.say("apart-direction"), Cell::text(direction));
    with_unit(scene, goal, cell)
}

/// The cell with its unit apart.
fn with_unit(scene: &Scene<'_>, goal: &GoalFinding, cell: Cell) -> Cell {
    match &goal.standard.indicator {
        Indicator::Operational { measure: Measure::Mean { unit }, .. } => {
            cell.with(scene.words.say("apart-unit"), Cell::text(scene.promise(unit)))
        }
        _ => cell,
    }
}

/// A target of 82,5 % keeps its decimal.
fn target_decimals(goal: &GoalFinding) -> usize {
    if goal.standard.is_share() { decimals_needed(goal.target * 100.0, 2) } else { decimals_needed(goal.target, usual(goal)) }
}

/// The decimals of a value: as many as tell it from the target, so that "80 %" of "almeno 80 %" is never called missed.
fn decimals(goal: &GoalFinding, value: f64) -> usize {
    if goal.standard.is_share() {
        decimals_apart(value * 100.0, goal.target * 100.0, percentage_decimals(goal.base))
    } else {
        decimals_apart(value, goal.target, usual(goal))
    }
}

fn usual(goal: &GoalFinding) -> usize {
    match &goal.standard.indicator {
        Indicator::Survey { statistic: Statistic::Mean, .. } => 2,
        Indicator::Administrative(Fact::SurveysHeld) => 0,
        _ => 1,
    }
}

/// A value in the goal's own unit.
fn written(scene: &Scene<'_>, goal: &GoalFinding, value: f64, decimals: usize) -> String {
    if goal.standard.is_share() {
        return per_cent(scene.words.language, value, decimals);
    }
    let number = scene.words.number(value, decimals);
    match &goal.standard.indicator {
        Indicator::Operational { measure: Measure::Mean { unit }, .. } => format!("{number} {}", scene.promise(unit)),
        _ => number,
    }
}

fn typed(goal: &GoalFinding, value: f64) -> Number {
    if goal.standard.is_share() { Number::Share(value) } else { Number::Real(value) }
}

/// The verdict in words, in its tone.
pub(in crate::report) fn verdict(scene: &Scene<'_>, verdict: Verdict) -> Cell {
    let (key, tone) = match verdict {
        Verdict::Reached => ("verdict-reached", Tone::Good),
        Verdict::NotReached => ("verdict-missed", Tone::Bad),
        Verdict::NotDemonstrable(_) => ("verdict-open", Tone::Open),
    };
    Cell::text(scene.words.say(key)).strong().toned(tone)
}

/// Why the value differs: the office's own words where it gave any, and what the figures can say about it.
fn cause(scene: &Scene<'_>, goal: &GoalFinding) -> String {
    let own = scene.input.causes.iter().find(|(standard, _)| standard == goal.standard.code.as_str());
    let own = own.map(|(_, cause)| cause.trim().to_owned()).filter(|cause| !cause.is_empty());
    let parts: Vec<String> = own.into_iter().chain(reason(scene, goal)).collect();
    if parts.is_empty() { NONE.to_owned() } else { parts.join("; ") }
}

fn reason(scene: &Scene<'_>, goal: &GoalFinding) -> Option<String> {
    let words = scene.words;
    match goal.verdict {
        Verdict::Reached => None,
        Verdict::NotReached => {
            let register = matches!(goal.standard.indicator, Indicator::Operational { coverage: Coverage::Register, .. });
            let decisive = goal.bounds.filter(|bounds| bounds.lower < bounds.upper && !register && !only_counts(goal))?;
            let bound = if goal.direction == crate::charter::Direction::AtLeast { decisive.upper } else { decisive.lower };
            Some(words.with("reason-missed", &[("bound", written(scene, goal, bound, decimals(goal, bound)).into())]))
        }
        Verdict::NotDemonstrable(_) => Some(goal_reason(goal.verdict, words.language)),
    }
}
