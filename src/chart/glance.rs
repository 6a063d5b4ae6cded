//! Goals at a glance: how many promises were kept, and which; a slide for whoever has ten seconds.

use super::furniture::{BODY, Table, draw_head, finish};
use super::goals::draw_sign;
use super::palette::{BLUE, BROWN, Colour, DARK, GREY, RULE, TRACK, WHITE};
use super::sheet::{Anchor, Ink, Sheet};
use super::{Datum, Format, GoalRow, GoalUnit, Goals, Picture, Setting};
use crate::charter::{Verdict, Why};
use crate::language::{integer, say, say_with};

/// The verdicts as they are grouped, the best first; the reasons of "not demonstrable" stand together.
const GROUPS: [Verdict; 3] = [Verdict::Reached, Verdict::NotDemonstrable(Why::NotMeasured), Verdict::NotReached];

/// A group of goals with one verdict.
struct Group<'r, 'a> {
    verdict: Verdict,
    rows: Vec<&'r GoalRow<'a>>,
}

const STRIP: f64 = 26.0;
/// The room of a sign before a heading.
const SIGN: f64 = 24.0;
/// Between two columns of goals.
const GUTTER: f64 = 28.0;

/// Draws goals by their verdict: a strip of how many, then each with its value and its target.
pub fn glance(goals: &Goals<'_>, setting: &Setting<'_>) -> Picture {
    let of = |verdict: Verdict| goals.rows.iter().filter(move |row| group_of(row.finding.verdict) == group_of(verdict));
    let groups: Vec<Group<'_, '_>> = GROUPS.into_iter().map(|verdict| Group { verdict, rows: of(verdict).collect() }).collect();
    let mut sheet = Sheet::new(setting.width());
    let mut y = draw_head(&mut sheet, &goals.captions, setting);
    y = draw_strip(&mut sheet, y, &groups, goals.rows.len(), setting) + 6.0;
    for group in groups.iter().filter(|group| !group.rows.is_empty()) {
        y = draw_group(&mut sheet, y, group, goals.rows.len(), setting);
    }
    let alternative = alternative(goals, &groups, setting);
    finish(sheet, y, &goals.captions, alternative, table(&groups, setting), setting)
}

fn group_of(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Reached => "reached",
        Verdict::NotReached => "missed",
        Verdict::NotDemonstrable(_) => "open",
    }
}

fn colour(verdict: Verdict) -> Colour {
    match verdict {
        Verdict::Reached => BLUE,
        Verdict::NotReached => BROWN,
        Verdict::NotDemonstrable(_) => TRACK,
    }
}

fn heading(verdict: Verdict, setting: &Setting<'_>) -> String {
    say(setting.language, &format!("chart-glance-{}", group_of(verdict)))
}

/// "3 di 14": of how many.
fn counted(group: &Group<'_, '_>, all: usize, setting: &Setting<'_>) -> String {
    let values = [
        ("count", integer(setting.language, group.rows.len() as u64).into()),
        ("all", integer(setting.language, all as u64).into()),
    ];
    say_with(setting.language, "chart-glance-of", &values)
}

/// One field a goal, in the order of the groups. A field is framed, so that its shape is seen without its colour.
#[allow(clippy::cast_precision_loss)] // Some goals.
fn draw_strip(sheet: &mut Sheet, top: f64, groups: &[Group<'_, '_>], all: usize, setting: &Setting<'_>) -> f64 {
    if all == 0 {
        let words = say(setting.language, "chart-glance-none");
        sheet.text((0.0, top + BODY), Anchor::Start, Ink::regular(BODY, GREY), &words);
        return top + BODY;
    }
    let pitch = (sheet.width / all as f64).min(46.0);
    let mut x = 0.0;
    for group in groups {
        for _ in &group.rows {
            let width = (pitch - 3.0).max(2.0);
            sheet.rect(x, top, width, STRIP, if group_of(group.verdict) == "open" { GREY } else { colour(group.verdict) });
            if group_of(group.verdict) == "open" {
                sheet.rect(x + 1.4, top + 1.4, width - 2.8, STRIP - 2.8, WHITE);
            }
            if pitch >= 20.0 {
                draw_sign(sheet, (x + width / 2.0, top + STRIP / 2.0), group.verdict);
            }
            x += pitch;
        }
    }
    top + STRIP
}

fn draw_group(sheet: &mut Sheet, top: f64, group: &Group<'_, '_>, all: usize, setting: &Setting<'_>) -> f64 {
    let bold = Ink::bold(BODY + 3.0, DARK);
    let baseline = top + 26.0;
    draw_sign(sheet, (9.0, baseline - bold.size * 0.34), group.verdict);
    let words = heading(group.verdict, setting);
    sheet.text((SIGN, baseline), Anchor::Start, bold, &words);
    let beside = SIGN + bold.width(&words) + 8.0;
    sheet.text((beside, baseline), Anchor::Start, Ink::regular(BODY, GREY), &counted(group, all, setting));
    let columns = match setting.format {
        Format::Page if group.rows.len() > 1 => 2,
        _ => 1,
    };
    draw_goals(sheet, baseline + 8.0, &group.rows, columns, setting) + 4.0
}

/// The goals of a group in columns, read downwards.
#[allow(clippy::cast_precision_loss)] // Two columns.
fn draw_goals(sheet: &mut Sheet, top: f64, rows: &[&GoalRow<'_>], columns: usize, setting: &Setting<'_>) -> f64 {
    let width = (sheet.width - GUTTER * (columns as f64 - 1.0)) / columns as f64;
    let each = rows.len().div_ceil(columns);
    let mut below = top;
    for (column, rows) in rows.chunks(each.max(1)).enumerate() {
        let left = column as f64 * (width + GUTTER);
        let mut y = top;
        for row in rows {
            y = draw_goal(sheet, (left, y), width, row, setting);
        }
        below = below.max(y);
    }
    below
}

fn draw_goal(sheet: &mut Sheet, (left, top): (f64, f64), width: f64, row: &GoalRow<'_>, setting: &Setting<'_>) -> f64 {
    let (label, value, target) = (Ink::regular(BODY + 1.0, DARK), Ink::bold(BODY + 1.0, DARK), Ink::regular(BODY, GREY));
    let (found, promised) = figures(row, setting);
    sheet.line(&[(left, top), (left + width, top)], 1.0, RULE);
    let room = width - value.width(&found).max(target.width(&promised)) - 14.0;
    let lines = label.wrap(&row.label, room, 3);
    let first = top + BODY + 6.0;
    let words = sheet.lines((left, first), Anchor::Start, label, &lines);
    sheet.text((left + width, first), Anchor::End, value, &found);
    sheet.text((left + width, first + label.leading()), Anchor::End, target, &promised);
    words.max(first + 2.0 * label.leading()) - BODY + 3.0
}

/// The value as it is told, and the target.
fn figures(row: &GoalRow<'_>, setting: &Setting<'_>) -> (String, String) {
    let finding = row.finding;
    let unit = GoalUnit::of(&finding.standard, finding.target, setting);
    let value = finding.value.filter(|_| !finding.is_on_few());
    (value.map_or_else(|| "\u{2013}".to_owned(), |value| unit.write(value, finding.base)), unit.promised(finding))
}

fn alternative(goals: &Goals<'_>, groups: &[Group<'_, '_>], setting: &Setting<'_>) -> String {
    let told = groups.iter().filter(|group| !group.rows.is_empty()).map(|group| {
        let goals: Vec<String> = group
            .rows
            .iter()
            .map(|row| {
                let (found, promised) = figures(row, setting);
                format!("{} {found} ({promised})", row.label)
            })
            .collect();
        let (verdict, count) = (heading(group.verdict, setting), counted(group, goals_count(groups), setting));
        format!("{verdict} ({count}): {}.", goals.join("; "))
    });
    let told: Vec<String> = told.collect();
    goals.captions.before(&if told.is_empty() { say(setting.language, "chart-glance-none") } else { told.join(" ") })
}

fn goals_count(groups: &[Group<'_, '_>]) -> usize {
    groups.iter().map(|group| group.rows.len()).sum()
}

fn table(groups: &[Group<'_, '_>], setting: &Setting<'_>) -> Table {
    let keys = ["chart-goal", "chart-verdict-heading", "chart-found", "chart-target-heading", "chart-base-heading"];
    let rows = groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group.verdict, row)));
    let rows = rows.map(|(verdict, row)| {
        let (found, promised) = figures(row, setting);
        let base = row.finding.base;
        let base = if base > 0 { Datum::count(base, setting) } else { Datum::words("") };
        let verdict = super::goals::verdict_words(verdict, setting);
        vec![Datum::words(&row.label), Datum::words(verdict), Datum::words(found), Datum::words(promised), base]
    });
    (keys.map(|key| say(setting.language, key)).to_vec(), rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Captions;
    use crate::chart::trial::{goal_findings, setting};
    use crate::text::Language;

    #[test]
    fn every_goal_stands_once_under_its_verdict() {
        let italian = Language::italian();
        let found = goal_findings();
        let setting = setting(&italian, false);
        let rows = found.iter().map(|finding| GoalRow::of(finding, &setting)).collect();
        let picture = glance(&Goals { captions: Captions::default(), rows }, &setting);
        assert_eq!(picture.rows.len(), found.len());
        let verdicts: Vec<&str> = picture.rows.iter().map(|row| row[1].text.as_str()).collect();
        assert_eq!(verdicts[..2], ["Raggiunto"; 2]);
        assert_eq!(verdicts[6..], ["Non raggiunto"; 2]);
        assert!(picture.alternative.starts_with("Raggiunti (2 su 8): "), "{}", picture.alternative);
        assert_eq!(picture.rows[4][2], "–", "eighteen answers are told without a percentage");
    }

    #[test]
    fn without_goals_there_are_words() {
        let italian = Language::italian();
        let picture = glance(&Goals { captions: Captions::default(), rows: Vec::new() }, &setting(&italian, false));
        assert!(picture.alternative.contains("Nessun obiettivo") && picture.svg.contains("Nessun obiettivo"));
    }
}
