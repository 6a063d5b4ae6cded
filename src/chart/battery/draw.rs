//! The layout of a battery: label, diverging bar, and the figures at the right.

use super::{Battery, Column, Content, Line, Spread, colours, inside};
use crate::chart::Setting;
use crate::chart::furniture::{BODY, draw_head, draw_legend, draw_rule};
use crate::chart::palette::{DARK, GREY, RULE};
use crate::chart::sheet::{Anchor, Ink, Sheet};
use crate::language::{integer, percentage};

/// Where the parts of a row stand.
struct Plan {
    /// The label and its room.
    label: (Ink, f64),
    /// The left end and the width of the bars.
    bars: (f64, f64),
    /// The right end of each column.
    columns: Vec<f64>,
    /// Pixels for a share of 1.
    unit: f64,
    /// The middle of the scale.
    middle: f64,
    /// The height of a bar and the room around a row.
    bar: f64,
    gap: f64,
}

/// The figures beside the bars: what they are and how they are headed.
pub(super) struct Columns<'a> {
    pub kinds: &'a [Column],
    pub headings: &'a [String],
}

const GUTTER: f64 = 12.0;

pub(super) fn draw(
    battery: &Battery<'_>,
    spread: &Spread,
    columns: &Columns<'_>,
    lines: &[Line],
    setting: &Setting<'_>,
) -> (Sheet, f64) {
    let mut sheet = Sheet::new(setting.width());
    let mut y = draw_head(&mut sheet, &battery.captions, setting);
    y = draw_scale(&mut sheet, y, spread) + 4.0;
    let plan = Plan::of(spread, columns.headings, lines, setting.width());
    y = draw_headings(&mut sheet, y, &plan, columns.headings);
    if has_bars(lines) {
        // Guides lie under the bars, so they are drawn before; full rows come first.
        let bars = lines.iter().filter(|line| matches!(line.content, Content::Shares(_)));
        let bottom = y + bars.map(|line| plan.height(line)).sum::<f64>();
        draw_guides(&mut sheet, (y, bottom), &plan, setting);
    }
    for line in lines {
        draw_row(&mut sheet, y, line, columns, spread, &plan, setting);
        y += plan.height(line);
    }
    (sheet, y)
}

fn has_bars(lines: &[Line]) -> bool {
    lines.iter().any(|line| matches!(line.content, Content::Shares(_)))
}

fn grey() -> Ink {
    Ink::regular(BODY, GREY)
}

impl Plan {
    fn of(spread: &Spread, headings: &[String], lines: &[Line], mut right: f64) -> Self {
        // Forty rows still fit on a page of A4.
        let (size, bar, gap) = match lines.len() {
            0..=14 => (BODY + 1.0, 22.0, 12.0),
            15..=24 => (BODY + 1.0, 19.0, 7.0),
            _ => (BODY, 16.0, 4.0),
        };
        let ink = Ink::regular(size, DARK);
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let mut columns = Vec::new();
        let bold = Ink::bold(BODY, DARK);
        for (index, heading) in headings.iter().enumerate().rev() {
            let cells = widest(&mut lines.iter().map(|line| bold.width(&line.cells[index])));
            let words = widest(&mut heading.split(' ').map(|word| grey().width(word)));
            columns.insert(0, right);
            right -= cells.max(words).min(84.0) + GUTTER;
        }
        let most = if headings.len() > 3 { 160.0 } else { 190.0 };
        let room = widest(&mut lines.iter().map(|line| ink.width(&line.label).max(grey().width(&line.note)))).min(most).ceil();
        let left = room + GUTTER;
        let bars = (left, (right - left).max(60.0));
        let reaches = lines.iter().filter_map(|line| match &line.content {
            Content::Shares(shares) => Some(spread.reach(shares)),
            _ => None,
        });
        let reach = reaches.fold((0.02_f64, 0.02_f64), |(left, right), (l, r)| (left.max(l), right.max(r)));
        let unit = bars.1 / (reach.0 + reach.1);
        Self { label: (ink, room), bars, columns, unit, middle: bars.0 + reach.0 * unit, bar, gap }
    }

    #[allow(clippy::cast_precision_loss)] // Some lines of a label.
    fn label_height(&self, line: &Line) -> f64 {
        let (label, note) = self.label_lines(line);
        label.len() as f64 * self.label.0.leading() + note.len() as f64 * grey().leading()
    }

    fn height(&self, line: &Line) -> f64 {
        self.label_height(line).max(self.bar) + self.gap
    }

    fn label_lines(&self, line: &Line) -> (Vec<String>, Vec<String>) {
        let (ink, room) = self.label;
        (ink.wrap(&line.label, room, 8), grey().wrap(&line.note, room, 2))
    }

    fn draw_label(&self, sheet: &mut Sheet, top: f64, line: &Line) {
        let (label, note) = self.label_lines(line);
        let y = sheet.lines((0.0, top + self.label.0.size), Anchor::Start, self.label.0, &label);
        sheet.lines((0.0, y), Anchor::Start, grey(), &note);
    }
}

fn draw_scale(sheet: &mut Sheet, y: f64, spread: &Spread) -> f64 {
    let colours = colours(spread);
    let labels: Vec<(f64, String)> = spread.points.iter().map(|(_, label, _)| (14.0, label.clone())).collect();
    draw_legend(sheet, y, &labels, |sheet, index, (x, middle)| sheet.rect(x, middle - 7.0, 14.0, 14.0, colours[index]))
}

#[allow(clippy::cast_precision_loss)] // Three lines at most.
fn draw_headings(sheet: &mut Sheet, y: f64, plan: &Plan, headings: &[String]) -> f64 {
    let mut left = plan.bars.0 + plan.bars.1;
    let wrapped: Vec<Vec<String>> = headings
        .iter()
        .zip(&plan.columns)
        .map(|(heading, right)| {
            let room = right - left;
            left = *right;
            grey().wrap(heading, room - 4.0, 3)
        })
        .collect();
    let most = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for (lines, right) in wrapped.iter().zip(&plan.columns) {
        let first = y + BODY + (most - lines.len()) as f64 * grey().leading();
        sheet.lines((*right, first), Anchor::End, grey(), lines);
    }
    let below = y + most as f64 * grey().leading() + 6.0;
    draw_rule(sheet, below, RULE);
    below + 6.0
}

/// Guides under the bars, with their shares above the rule of the headings.
fn draw_guides(sheet: &mut Sheet, (top, bottom): (f64, f64), plan: &Plan, setting: &Setting<'_>) {
    let (left, right) = (plan.bars.0, plan.bars.0 + plan.bars.1);
    let step = if plan.unit * 0.25 >= 46.0 { 0.25 } else { 0.5 };
    for place in -4..=4 {
        let share = f64::from(place) * step;
        let x = plan.middle + share * plan.unit;
        if share.abs() > 1.0 || x < left - 0.5 || x > right + 0.5 {
            continue;
        }
        sheet.line(&[(x, top - 6.0), (x, bottom)], 1.0, if place == 0 { GREY } else { RULE });
        let text = if place == 0 { "0".to_owned() } else { percentage(setting.language, share.abs(), 0) };
        // A label must not run into the first column's heading.
        let half = grey().width(&text) / 2.0;
        if x + half <= right && (x - half >= left - GUTTER || place == 0) {
            sheet.text((x, top - 15.0), Anchor::Middle, grey(), &text);
        }
    }
}

fn draw_row(sheet: &mut Sheet, y: f64, line: &Line, columns: &Columns<'_>, spread: &Spread, plan: &Plan, setting: &Setting<'_>) {
    let middle = y + plan.height(line) / 2.0;
    plan.draw_label(sheet, middle - plan.label_height(line) / 2.0 - 0.5, line);
    draw_content(sheet, middle, line, spread, plan, setting);
    for ((column, right), cell) in columns.kinds.iter().zip(&plan.columns).zip(&line.cells) {
        let ink = if *column == Column::Satisfied { Ink::bold(BODY + 1.0, DARK) } else { grey() };
        sheet.text((*right, middle + BODY * 0.36), Anchor::End, ink, cell);
    }
}

fn draw_content(sheet: &mut Sheet, middle: f64, line: &Line, spread: &Spread, plan: &Plan, setting: &Setting<'_>) {
    match &line.content {
        Content::Shares(shares) => draw_bar(sheet, middle, shares, spread, plan, setting),
        Content::Counts(counts) => draw_counts(sheet, middle, counts, spread, plan, setting),
        Content::Words(words) => {
            // The columns of such a row are empty: the words may run on over them.
            let lines = grey().wrap(words, sheet.width - plan.bars.0, 1);
            sheet.lines((plan.bars.0, middle + BODY * 0.36), Anchor::Start, grey(), &lines);
        }
    }
}

fn draw_bar(sheet: &mut Sheet, middle: f64, shares: &[f64], spread: &Spread, plan: &Plan, setting: &Setting<'_>) {
    let top = middle - plan.bar / 2.0;
    let mut x = plan.middle - spread.reach(shares).0 * plan.unit;
    for (share, colour) in shares.iter().zip(colours(spread)) {
        let width = share * plan.unit;
        if width > 0.0 {
            // A hairline of white parts the segments, but no segment that exists disappears.
            sheet.rect(x, top, (width - 1.0).max(1.0), plan.bar, colour);
        }
        let ink = Ink::regular(BODY, colour.ink());
        let text = inside(*share, setting);
        if width >= ink.width(&text) + 3.0 && *share > 0.0 {
            sheet.text((x + (width - 1.0) / 2.0, middle + BODY * 0.36), Anchor::Middle, ink, &text);
        }
        x += width;
    }
}

/// Too few answers for percentages: each point's count on its colour, all equally wide, so that nobody reads a length.
#[allow(clippy::cast_precision_loss)] // A scale has some points.
fn draw_counts(sheet: &mut Sheet, middle: f64, counts: &[u64], spread: &Spread, plan: &Plan, setting: &Setting<'_>) {
    let width = (plan.bars.1 / counts.len().max(1) as f64).min(26.0);
    let height = plan.bar.min(18.0);
    for (index, (count, colour)) in counts.iter().zip(colours(spread)).enumerate() {
        let left = plan.bars.0 + index as f64 * width;
        sheet.rect(left, middle - height / 2.0, width - 3.0, height, colour);
        let ink = Ink::regular(BODY, colour.ink());
        let text = integer(setting.language, *count);
        if ink.width(&text) <= width - 3.0 {
            sheet.text((left + (width - 3.0) / 2.0, middle + BODY * 0.36), Anchor::Middle, ink, &text);
        }
    }
}
