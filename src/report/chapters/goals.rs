//! Page one: which promises were kept, how sure that is, and what to do with it.

use super::super::document::{Align, Block, Cell, Number, Table, Tone};
use super::super::pictures;
use super::super::scene::Scene;
use super::super::words::NONE;
use super::{goal_years, modes, perceived};
use crate::analysis::{Caveat, GoalFinding};
use crate::chart::{GoalUnit, goal_reason};
use crate::charter::{Direction, Verdict};
use crate::survey::Weighting;

/// The sentence for leadership and the table of goals.
pub(in crate::report) fn chapter(scene: &Scene<'_>) -> Vec<Block> {
    let goals = scene.input.figures.goals();
    let mut blocks = vec![scene.heading(1, "goals-title"), Block::Callout(in_short(scene))];
    if goals.is_empty() {
        blocks.push(scene.paragraph("goals-none"));
        return blocks;
    }
    blocks.extend(pictures::glance(scene));
    blocks.push(Block::Table(table(scene, goals)));
    blocks.extend(pictures::goals(scene));
    blocks.extend(perceived::table(scene, goals));
    blocks.extend(goal_years::table(scene, goals));
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
    let mut notes = vec![scene.words.say("goals-note")];
    notes.extend(modes::beside_goals(scene));
    notes.extend(amended(scene, goals));
    let weighted = goals.iter().any(|goal| goal.weighting == Weighting::Channel);
    notes.extend(weighted.then(|| scene.words.say("goals-weighted")));
    Table {
        caption: scene.words.with("goals-caption", &[("year", scene.input.year.to_string().into())]),
        header: scene.words.headings(&keys),
        align: vec![left, right, right, right, left, left, right],
        rows: goals.iter().map(|goal| row(scene, goal)).collect(),
        notes,
    }
}

/// Which goals are judged otherwise than was sealed first.
fn amended(scene: &Scene<'_>, goals: &[GoalFinding]) -> Option<String> {
    let amended = goals.iter().filter(|goal| goal.caveats.contains(&Caveat::Amended));
    let names: Vec<String> = amended.map(|goal| scene.words.quoted(&scene.promise(&goal.standard.title))).collect();
    (!names.is_empty()).then(|| scene.words.with("goals-amended", &[("goals", scene.words.list(&names).into())]))
}

fn row(scene: &Scene<'_>, goal: &GoalFinding) -> Vec<Cell> {
    let words = scene.words;
    let setting = pictures::goal_setting(scene);
    let unit = GoalUnit::of(&goal.standard, goal.target, &setting);
    let base = if goal.base == 0 { Cell::text(NONE) } else { words.count(goal.base) };
    vec![
        Cell::text(scene.promise(&goal.standard.title)).strong(),
        target(scene, goal, &unit),
        found(scene, goal),
        deviation(scene, goal, &unit),
        verdict(scene, goal.verdict),
        Cell::text(cause(scene, goal, &unit)),
        base,
    ]
}

/// The value found, as every table of goals writes it.
pub(super) fn found(scene: &Scene<'_>, goal: &GoalFinding) -> Cell {
    let setting = pictures::goal_setting(scene);
    let unit = &GoalUnit::of(&goal.standard, goal.target, &setting);
    match goal.value {
        None => Cell::text(NONE),
        Some(value) if goal.is_on_few() => {
            if !goal.standard.is_share() {
                return Cell::text(NONE);
            }
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            // A share of 29 at most.
            let count = (value * goal.base as f64).round() as u64;
            Cell::text(scene.words.of(count, goal.base))
        }
        Some(value) => with_unit(scene, unit, Cell::number(unit.write(value, goal.base), typed(goal, value)).strong()),
    }
}

fn deviation(scene: &Scene<'_>, goal: &GoalFinding, unit: &GoalUnit<'_>) -> Cell {
    let Some(deviation) = goal.deviation.filter(|_| !goal.is_on_few()) else { return Cell::text(NONE) };
    let decimals = unit.decimals(goal.target + deviation, goal.base);
    if goal.standard.is_share() {
        Cell::number(scene.words.signed(deviation * 100.0, decimals), Number::Points(deviation * 100.0))
    } else {
        Cell::number(scene.words.signed(deviation, decimals), Number::Real(deviation))
    }
}

/// The target with its direction: "almeno 80 %"; where it was changed after the sealing, it says so in its place.
fn target(scene: &Scene<'_>, goal: &GoalFinding, unit: &GoalUnit<'_>) -> Cell {
    let direction = Cell::text(unit.direction());
    let cell = Cell::number(unit.promised(goal), typed(goal, goal.target)).with(scene.words.say("apart-direction"), direction);
    let cell = match unit.amended(goal) {
        Some(mark) => cell.with(scene.words.say("apart-amended"), Cell::text(mark)),
        None => cell,
    };
    with_unit(scene, unit, cell)
}

/// The cell with its unit apart.
fn with_unit(scene: &Scene<'_>, unit: &GoalUnit<'_>, cell: Cell) -> Cell {
    match unit.name() {
        "" => cell,
        name => cell.with(scene.words.say("apart-unit"), Cell::text(name)),
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
fn cause(scene: &Scene<'_>, goal: &GoalFinding, unit: &GoalUnit<'_>) -> String {
    let own = scene.input.causes.iter().find(|(standard, _)| standard == goal.standard.code.as_str());
    let own = own.map(|(_, cause)| cause.trim().to_owned()).filter(|cause| !cause.is_empty());
    let parts: Vec<String> = own.into_iter().chain(reason(scene, goal, unit)).collect();
    if parts.is_empty() { NONE.to_owned() } else { parts.join("; ") }
}

fn reason(scene: &Scene<'_>, goal: &GoalFinding, unit: &GoalUnit<'_>) -> Option<String> {
    let words = scene.words;
    match goal.verdict {
        Verdict::Reached => None,
        Verdict::NotReached => {
            let decisive = goal.bounds.filter(|bounds| bounds.lower < bounds.upper && !goal.is_on_few())?;
            let bound = if goal.standard.direction == Direction::AtLeast { decisive.upper } else { decisive.lower };
            Some(words.with("reason-missed", &[("bound", unit.write(bound, goal.base).into())]))
        }
        Verdict::NotDemonstrable(_) => Some(goal_reason(goal, words.language)),
    }
}
