//! Annex: the same judgements by channel and by who answered.

use super::super::asked::Asked;
use super::super::document::{Align, Block, Cell, Table};
use super::super::pictures;
use super::super::scene::{Scene, seen};
use super::super::words::NONE;
use super::modes;
use super::sample::choice_label;
use crate::analysis::modes::BY_CHANNEL;
use crate::analysis::{GroupFinding, Shown};
use crate::form::{Kind, Role};
use crate::language::{capital, say};

/// One table a grouping, with base and interval: every judgement by channel, the overall one by who answered (item by item it
/// would be hundreds of rows about a few answers each). Suppression has hidden small groups, and those that the total would tell.
pub(in crate::report) fn chapter(scene: &Scene<'_>) -> Vec<Block> {
    let groupings = scene.input.figures.groupings().into_iter();
    let told = |grouping: &str| {
        let table = table(scene, grouping).map(Block::Table)?;
        Some(pictures::services(scene, grouping).into_iter().chain([table]))
    };
    let tables: Vec<Block> = groupings.filter_map(told).flatten().collect();
    if tables.is_empty() {
        return tables;
    }
    let opening = [scene.heading(1, "groups-title"), scene.paragraph("groups-reading")];
    let side_by_side = modes::table(scene).map(Block::Table);
    let overall = || scene.asked.iter().filter(|asked| asked.role == Role::Overall);
    let by_channel = overall().filter_map(|asked| pictures::channels(scene, asked));
    // The tallest picture comes last: it has a page of its own.
    let by_group = overall().filter_map(|asked| pictures::groups(scene, asked));
    opening.into_iter().chain(by_channel).chain(side_by_side).chain(by_group).chain(tables).collect()
}

/// Whether the annex leaves out any group.
pub(super) fn hides_any(scene: &Scene<'_>) -> bool {
    let figures = scene.input.figures;
    let shown = |asked: &Asked<'_>, grouping: &str| {
        let groups = figures.groups(asked.code.as_str(), grouping);
        groups.len() > 1 && groups.iter().any(|(_, shown)| *shown == Shown::Suppressed)
    };
    figures.groupings().into_iter().any(|grouping| judged(scene, grouping).iter().any(|asked| shown(asked, grouping)))
}

/// What a grouping tells apart: everything by channel; by who answered the overall judgement, or everything where none is asked.
fn judged<'a>(scene: &'a Scene<'_>, grouping: &str) -> Vec<&'a Asked<'a>> {
    let of = |roles: &[Role]| scene.asked.iter().filter(|asked| roles.contains(&asked.role)).collect::<Vec<_>>();
    let overall = of(&[Role::Overall]);
    if grouping == BY_CHANNEL || overall.is_empty() { of(&[Role::Overall, Role::Satisfaction]) } else { overall }
}

fn table(scene: &Scene<'_>, grouping: &str) -> Option<Table> {
    let words = scene.words;
    let mut rows = Vec::new();
    for asked in judged(scene, grouping) {
        let groups = scene.input.figures.groups(asked.code.as_str(), grouping);
        // One group alone is the total; where all are hidden there is nothing to say.
        if groups.len() > 1 && groups.iter().any(|(_, shown)| *shown != Shown::Suppressed) {
            rows.extend(groups.into_iter().map(|(group, shown)| row(scene, asked, group_name(scene, grouping, group), shown)));
        }
    }
    let caption = grouping_name(scene, grouping);
    (!rows.is_empty()).then(|| Table {
        caption,
        header: words.headings(&["column-group", "column-base", "column-satisfied", "column-interval"]),
        align: vec![Align::Left, Align::Right, Align::Right, Align::Right],
        rows,
        notes: vec![words.with("groups-note", &[("threshold", words.integer(scene.input.figures.threshold()).into())])],
    })
}

fn row(scene: &Scene<'_>, asked: &Asked<'_>, group: String, shown: Shown<&GroupFinding>) -> Vec<Cell> {
    let words = scene.words;
    // One name a row: in open data a line stands alone.
    let name = Cell::text(format!("{} · {group}", asked.label));
    let rest = match seen(&shown) {
        Some(found) => [
            words.count(found.base.valid),
            found.satisfied.as_ref().map_or_else(|| Cell::text(NONE), |share| words.share(share)),
            words.interval(found.satisfied.as_ref()),
        ],
        None => [Cell::text(words.say("suppressed")), Cell::text(NONE), Cell::text(NONE)],
    };
    std::iter::once(name).chain(rest).collect()
}

/// What the groups are told apart by.
pub(in crate::report) fn grouping_name(scene: &Scene<'_>, grouping: &str) -> String {
    match grouping {
        BY_CHANNEL => scene.words.say("groups-by-channel"),
        _ => scene.words.with("groups-by", &[("name", question_name(scene, grouping).into())]),
    }
}

fn question_name(scene: &Scene<'_>, code: &str) -> String {
    let asked = scene.input.form.questions().find(|(_, question)| question.code.as_str() == code);
    asked.map_or_else(|| code.to_owned(), |(_, question)| scene.words.label(&question.text))
}

/// A group's name.
pub(in crate::report) fn group_name(scene: &Scene<'_>, grouping: &str, group: &str) -> String {
    if grouping == BY_CHANNEL {
        return capital(&say(scene.words.language, &format!("channel-{group}")));
    }
    let asked = scene.input.form.questions().find(|(_, question)| question.code.as_str() == grouping);
    match (asked.map(|(_, question)| &question.kind), group.parse()) {
        (Some(Kind::SingleChoice { choices }), Ok(value)) => choice_label(scene, choices, value),
        _ => group.to_owned(),
    }
}
