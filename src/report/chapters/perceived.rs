//! What the office measured beside what citizens perceive of the same thing.

use super::super::document::{Align, Block, Cell, Number, Table};
use super::super::pictures;
use super::super::scene::{Scene, seen};
use super::super::words::NONE;
use super::goals::found;
use crate::analysis::proportion::share_finding;
use crate::analysis::{GoalFinding, Interval, ShareFinding};
use crate::chart::GoalUnit;
use crate::charter::{Coverage, Indicator, Measure};
use crate::text::Code;

/// The table; `None` where the charter sets nothing that citizens are asked beside a measure.
pub(super) fn table(scene: &Scene<'_>, goals: &[GoalFinding]) -> Option<Block> {
    let both = goals.iter().filter_map(|goal| Some((goal, goal.standard.perceived.as_ref()?)));
    let rows: Vec<Vec<Cell>> = both.clone().map(|(goal, item)| row(scene, goal, item)).collect();
    if rows.is_empty() {
        return None;
    }
    let words = scene.words;
    let keys = [
        "column-goal",
        "column-measured",
        "column-measured-base",
        "column-perceived-item",
        "column-perceived",
        "column-perceived-base",
    ];
    let [left, right] = [Align::Left, Align::Right];
    let mut notes = vec![words.say("perceived-note")];
    notes.extend(both.into_iter().any(|(goal, _)| is_mean_of_sample(goal)).then(|| words.say("perceived-note-mean")));
    Some(Block::Table(Table {
        caption: words.with("perceived-caption", &[("year", scene.input.year.to_string().into())]),
        header: words.headings(&keys),
        align: vec![left, right, right, left, right, right],
        rows,
        notes,
    }))
}

fn row(scene: &Scene<'_>, goal: &GoalFinding, item: &Code) -> Vec<Cell> {
    let words = scene.words;
    let cases = if goal.base == 0 { Cell::text(NONE) } else { words.count(goal.base) };
    let mut row = vec![Cell::text(scene.promise(&goal.standard.title)).strong(), measured(scene, goal), cases];
    let Some(asked) = scene.asked.iter().find(|asked| asked.code == item) else {
        row.extend([Cell::text(words.say("perceived-not-asked")), Cell::text(NONE), Cell::text(NONE)]);
        return row;
    };
    row.push(Cell::text(&asked.label));
    // As everywhere: under the threshold there are no figures, under thirty answers no percentages.
    let judged = scene.input.figures.item(item.as_str()).and_then(|shown| seen(&shown));
    match judged {
        None => row.extend([Cell::text(words.say("suppressed")), Cell::text(NONE)]),
        Some(judged) => {
            row.push(judged.satisfied.as_ref().map_or_else(|| Cell::text(NONE), |share| perceived(scene, share)));
            row.push(words.count(judged.base.valid));
        }
    }
    row
}

/// The value of the goal's own row, with the interval of a sample beside it.
fn measured(scene: &Scene<'_>, goal: &GoalFinding) -> Cell {
    let cell = found(scene, goal);
    let Indicator::Operational { measure, coverage: Coverage::Sample } = &goal.standard.indicator else { return cell };
    let Some(value) = goal.value else { return cell };
    let setting = pictures::goal_setting(scene);
    let unit = GoalUnit::of(&goal.standard, goal.target, &setting);
    match measure {
        Measure::Share(_) => {
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            // A share of the cases of a year.
            let kept = (value * goal.base as f64).round() as u64;
            let Some(share) = share_finding(kept, goal.base, None) else { return cell };
            with_interval(scene, cell, &scene.words.span(&share.interval, goal.base), &share.interval, Number::Share)
        }
        Measure::Mean { .. } => {
            let Some(bounds) = goal.bounds else { return cell };
            let interval = Interval { lower: bounds.lower, upper: bounds.upper };
            let decimals = unit.decimals(value, goal.base);
            let span = [interval.lower, interval.upper].map(|end| scene.words.number(end, decimals)).join("–");
            with_interval(scene, cell, &span, &interval, Number::Real)
        }
    }
}

fn perceived(scene: &Scene<'_>, share: &ShareFinding) -> Cell {
    let cell = scene.words.share(share);
    // "12 of 20" has no interval.
    if cell.number.is_none() {
        return cell;
    }
    with_interval(scene, cell, &scene.words.span(&share.interval, share.base), &share.interval, Number::Share)
}

fn with_interval(scene: &Scene<'_>, cell: Cell, span: &str, interval: &Interval, number: fn(f64) -> Number) -> Cell {
    let text = format!("{} ({})", cell.text, span.replace(' ', "\u{a0}"));
    scene.words.ends(Cell { text, ..cell }, interval, number)
}

fn is_mean_of_sample(goal: &GoalFinding) -> bool {
    matches!(goal.standard.indicator, Indicator::Operational { measure: Measure::Mean { .. }, coverage: Coverage::Sample })
}

#[cfg(test)]
mod tests {
    use super::super::super::build;
    use super::super::super::trial::Year;
    use super::*;
    use crate::report::document::Document;
    use crate::text::Language;

    fn told(document: &Document) -> Vec<Vec<String>> {
        let own = |table: &&Table| table.caption.starts_with("Quanto misurato") || table.caption.starts_with("What was measured");
        let table = document.tables().into_iter().find(own).expect("the shipped charter sets three beside what is asked");
        table.rows.iter().map(|row| row.iter().map(|cell| cell.text.replace('\u{a0}', " ")).collect()).collect()
    }

    #[test]
    fn what_was_measured_stands_beside_what_is_perceived() {
        let year = Year::of(240);
        let rows = told(&build(&year.input(), &Language::italian()));
        assert_eq!(rows.iter().map(|row| row.len()).collect::<Vec<_>>(), [6; 3]);
        // 38 of 40 test calls: (38 + z²/2 ± z sqrt(38 · 2 / 40 + z²/4)) / (40 + z²), from 0.835 to 0.986.
        assert_eq!(rows[0][..3], ["Risposta al telefono entro tre squilli", "95 % (83–99 %)", "40"]);
        assert!(rows[0][4].contains(" % (") && rows[0][3].len() > 3, "{:?}", rows[0]);
        assert!(!rows[1][1].contains('('), "a register has no interval: {:?}", rows[1]);
        let english = told(&build(&year.input(), &Language::english()));
        assert_eq!(english[0][1], "95% (83–99%)");
    }

    #[test]
    fn what_few_perceive_is_counted_and_what_too_few_do_is_not_told() {
        let few = told(&build(&Year::of(20).input(), &Language::italian()));
        assert!(few.iter().all(|row| row[4].contains(" su ")), "{few:?}");
        let fewer = told(&build(&Year::of(3).input(), &Language::italian()));
        assert!(fewer.iter().all(|row| row[4] == "non pubblicato" && row[5] == NONE), "{fewer:?}");
        assert_eq!(fewer[0][2], "40", "what the office measured is told");
    }
}
