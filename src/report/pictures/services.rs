//! The judgements in one panel a group: by channel, or by what the respondents say of themselves.

use super::super::asked::Asked;
use super::super::chapters::groups::{group_name, grouping_name};
use super::super::document::Block;
use super::super::scene::{Scene, seen};
use super::groups::share_of;
use super::{captions, figure};
use crate::analysis::{ShareFinding, Shown};
use crate::chart::{Favourable, MultipleRow, Multiples, multiples};
use crate::form::Role;
use crate::language::say;

/// More groups than these cannot be compared in panels: the picture of the overall judgement has them all.
const MOST_PANELS: usize = 8;
/// Judgements fewer than these are all in the other picture.
const FEWEST_ROWS: usize = 3;

/// All judgements of satisfaction by one grouping; `None` where fewer than two groups may be compared, and where they do not differ:
/// a page of panels all alike tells nothing.
pub(in crate::report) fn services(scene: &Scene<'_>, grouping: &str) -> Option<Block> {
    let judged: Vec<&Asked<'_>> =
        scene.asked.iter().filter(|asked| matches!(asked.role, Role::Satisfaction | Role::Overall)).collect();
    let groups = scene.input.figures.groups(judged.first()?.code.as_str(), grouping);
    let codes: Vec<&str> = groups.into_iter().map(|(code, _)| code).collect();
    let rows: Vec<MultipleRow> = judged.iter().map(|asked| row(scene, asked, grouping, &codes)).collect();
    // A group of which nothing may be told in per cent has no panel, and such a judgement no row.
    let is_told = |cell: &Shown<ShareFinding>| matches!(cell, Shown::Full(_));
    let panels: Vec<usize> = (0..codes.len()).filter(|at| rows.iter().any(|row| is_told(&row.cells[*at]))).collect();
    let narrowed = rows.into_iter().map(|row| MultipleRow { cells: panels.iter().map(|at| row.cells[*at]).collect(), ..row });
    let rows: Vec<MultipleRow> = narrowed.filter(|row| row.cells.iter().any(is_told)).collect();
    if !(2..=MOST_PANELS).contains(&panels.len()) || rows.len() < FEWEST_ROWS || !rows.iter().any(parts) {
        return None;
    }
    let by = grouping_name(scene, grouping);
    let mut captions = captions(scene, title(scene, &by, &rows), scene.words.say("services-base"));
    captions.question = by;
    let share = Favourable::of_all(judged.iter().map(|asked| asked.role));
    let found = Multiples {
        captions: captions.clone(),
        share: say(scene.words.language, &format!("chart-{}", share.code())),
        panels: panels.iter().map(|at| group_name(scene, grouping, codes[*at])).collect(),
        rows,
    };
    Some(figure(scene, captions, |setting| multiples(&found, setting)))
}

/// One judgement in every group of `codes`.
fn row(scene: &Scene<'_>, asked: &Asked<'_>, grouping: &str, codes: &[&str]) -> MultipleRow {
    let figures = scene.input.figures;
    let groups = figures.groups(asked.code.as_str(), grouping);
    let of = |code: &str| groups.iter().find(|(own, _)| *own == code).and_then(|(_, shown)| share_of(*shown));
    let whole = match figures.item(asked.code.as_str()) {
        Some(shown @ Shown::Full(_)) => seen(&shown).and_then(|item| item.satisfied).map(|share| share.share),
        _ => None,
    };
    let cells = codes.iter().map(|code| of(code).unwrap_or(Shown::Suppressed)).collect();
    MultipleRow { label: asked.label.clone(), whole, cells }
}

/// Of how many judgements two groups differ so much that their intervals part.
fn title(scene: &Scene<'_>, by: &str, rows: &[MultipleRow]) -> String {
    let count = rows.iter().filter(|row| parts(row)).count() as u64;
    let values = [("by", by.into()), ("count", count.into()), ("items", (rows.len() as u64).into())];
    scene.words.with("services-chart", &values)
}

fn parts(row: &MultipleRow) -> bool {
    let intervals = row.cells.iter().filter_map(|shown| match shown {
        Shown::Full(share) => Some(share.interval),
        _ => None,
    });
    let (lower, upper) = intervals.fold((f64::MIN, f64::MAX), |(lower, upper), own| (lower.max(own.lower), upper.min(own.upper)));
    lower > upper
}
