//! The layout of a battery: label, diverging bar, and the figures at the right; on a telephone the label stands above its bar
//! and the figures beneath, but for the share, which stays at the right.

use super::{Battery, Column, Content, Line, Spread, colours, inside};
use crate::chart::furniture::{BODY, centred_within, draw_head, draw_legend, draw_rule};
use crate::chart::palette::{DARK, GREY, RULE, Side};
use crate::chart::sheet::{Anchor, Ink, Sheet};
use crate::chart::{Format, Setting};
use crate::language::{integer, percentage};

/// Where the parts of a row stand.
struct Plan {
    /// The label and its room.
    label: (Ink, f64),
    /// The left end and the width of the bars.
    bars: (f64, f64),
    /// The right end of each column; of the share alone where the rest is told under the bar.
    columns: Vec<f64>,
    /// Pixels for a share of 1.
    unit: f64,
    /// The middle of the scale.
    middle: f64,
    /// The height of a bar and the room around a row.
    bar: f64,
    gap: f64,
    /// Whether label, bar and figures stand one under the other.
    is_stacked: bool,
}

/// The figures beside the bars: what they are and how they are headed.
pub(super) struct Columns<'a> {
    pub kinds: &'a [Column],
    pub headings: &'a [String],
}

const GUTTER: f64 = 12.0;
/// From the end of a label to its bar, and from a bar to what stands under it, on a telephone.
const AIR: f64 = 3.0;

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
    let plan = Plan::of(spread, columns.headings, lines, setting);
    y = draw_headings(&mut sheet, y, &plan, columns.headings);
    if lines.iter().any(|line| matches!(line.content, Content::Shares(_))) {
        draw_ticks(&mut sheet, y - 15.0, &plan, setting);
        if !plan.is_stacked {
            draw_guides(&mut sheet, (y - 6.0, y), &plan);
        }
    }
    for (at, line) in lines.iter().enumerate() {
        if let Some(heading) = &line.heading {
            y = draw_heading(&mut sheet, y, heading, at == 0);
        }
        match plan.is_stacked {
            true => draw_stacked(&mut sheet, y, line, columns, spread, &plan, setting),
            false => draw_row(&mut sheet, y, line, columns, spread, &plan, setting),
        }
        y += plan.height(line, columns);
    }
    (sheet, y)
}

/// What the rows from here on are of.
fn draw_heading(sheet: &mut Sheet, y: f64, heading: &str, is_first: bool) -> f64 {
    let ink = Ink::bold(BODY + 1.0, DARK);
    let lines = ink.wrap(heading, sheet.width, 3);
    let top = if is_first { y } else { y + 8.0 };
    sheet.lines((0.0, top + ink.size), Anchor::Start, ink, &lines) - ink.size + 3.0
}

fn grey() -> Ink {
    Ink::regular(BODY, GREY)
}

fn bold() -> Ink {
    Ink::bold(BODY + 1.0, DARK)
}

fn widest(widths: impl Iterator<Item = f64>) -> f64 {
    widths.fold(0.0, f64::max)
}

impl Plan {
    fn of(spread: &Spread, headings: &[String], lines: &[Line], setting: &Setting<'_>) -> Self {
        let width = setting.width();
        let is_stacked = setting.format == Format::Phone;
        // Forty rows still fit on a page of A4.
        let (size, bar, gap) = match lines.len() {
            _ if is_stacked => (BODY + 1.0, 20.0, 12.0),
            0..=14 => (BODY + 1.0, 22.0, 12.0),
            15..=24 => (BODY + 1.0, 19.0, 7.0),
            _ => (BODY, 16.0, 4.0),
        };
        let ink = Ink::regular(size, DARK);
        let (columns, room, bars) = match is_stacked {
            true => {
                let share = widest(lines.iter().filter_map(|line| line.cells.first()).map(|cell| bold().width(cell)));
                (vec![width], width - share - GUTTER, (0.0, width))
            }
            false => Self::beside(headings, lines, ink, width),
        };
        let reaches = lines.iter().filter_map(|line| match &line.content {
            Content::Shares(shares) => Some(spread.reach(shares)),
            _ => None,
        });
        let reach = reaches.fold((0.02_f64, 0.02_f64), |(left, right), (l, r)| (left.max(l), right.max(r)));
        let unit = bars.1 / (reach.0 + reach.1);
        Self { label: (ink, room), bars, columns, unit, middle: bars.0 + reach.0 * unit, bar, gap, is_stacked }
    }

    /// The right ends of the columns, the room of the labels, and the bars, side by side.
    fn beside(headings: &[String], lines: &[Line], ink: Ink, mut right: f64) -> (Vec<f64>, f64, (f64, f64)) {
        let mut columns = Vec::new();
        for (index, heading) in headings.iter().enumerate().rev() {
            let cells = widest(lines.iter().map(|line| Ink::bold(BODY, DARK).width(&line.cells[index])));
            let words = widest(heading.split(' ').map(|word| grey().width(word)));
            columns.insert(0, right);
            right -= cells.max(words).min(84.0) + GUTTER;
        }
        let most = if headings.len() > 3 { 160.0 } else { 190.0 };
        let room = widest(lines.iter().map(|line| ink.width(&line.label).max(grey().width(&line.note)))).min(most).ceil();
        let left = room + GUTTER;
        (columns, room, (left, (right - left).max(60.0)))
    }

    fn height(&self, line: &Line, columns: &Columns<'_>) -> f64 {
        let (label, note) = self.label_lines(line);
        let words = height(&label, self.label.0) + height(&note, grey());
        if !self.is_stacked {
            return words.max(self.bar) + self.gap;
        }
        let under = height(&facts(line, columns, self.bars.1), grey());
        words + AIR + self.place(line) + if under > 0.0 { AIR + under } else { 0.0 } + self.gap
    }

    /// The height of what stands in the place of a bar.
    fn place(&self, line: &Line) -> f64 {
        match &line.content {
            Content::Words(words) => height(&grey().wrap(words, self.bars.1, 2), grey()),
            _ => self.bar,
        }
    }

    fn label_lines(&self, line: &Line) -> (Vec<String>, Vec<String>) {
        let (ink, room) = self.label;
        (ink.wrap(&line.label, room, 8), grey().wrap(&line.note, room, 2))
    }

    /// Returns the baseline of a line that would follow, in the size of the note.
    fn draw_label(&self, sheet: &mut Sheet, top: f64, line: &Line) -> f64 {
        let (label, note) = self.label_lines(line);
        let y = sheet.lines((0.0, top + self.label.0.size), Anchor::Start, self.label.0, &label);
        sheet.lines((0.0, y), Anchor::Start, grey(), &note)
    }
}

#[allow(clippy::cast_precision_loss)] // Some lines.
fn height(lines: &[String], ink: Ink) -> f64 {
    lines.len() as f64 * ink.leading()
}

/// The figures under a bar, each with its name: "Risposte 412 · Non so 1 %". None is broken in two.
fn facts(line: &Line, columns: &Columns<'_>, room: f64) -> Vec<String> {
    let beside = columns.kinds.iter().zip(columns.headings).zip(&line.cells);
    let told = beside.filter(|((kind, _), cell)| **kind != Column::Satisfied && !cell.is_empty());
    let facts: Vec<String> = told.map(|((_, heading), cell)| format!("{heading} {cell}")).collect();
    let last = facts.len().saturating_sub(1);
    let parted = facts.iter().enumerate().map(|(at, fact)| {
        let fact = if at == last { fact.clone() } else { format!("{fact} \u{b7}") };
        if grey().width(&fact) <= room { fact.replace(' ', "\u{a0}") } else { fact }
    });
    grey().wrap(&parted.collect::<Vec<_>>().join(" "), room, 4)
}

fn draw_scale(sheet: &mut Sheet, y: f64, spread: &Spread) -> f64 {
    let colours = colours(spread);
    let labels: Vec<(f64, String)> = spread.points.iter().map(|(_, label, _)| (14.0, label.clone())).collect();
    draw_legend(sheet, y, &labels, |sheet, index, (x, middle)| {
        let colour = colours[index];
        sheet.rect(x, middle - 7.0, 14.0, 14.0, colour);
        // Without colour both ends are equally dark.
        let side = spread.points[index].2;
        if side != Side::Neutral {
            sheet.line(&[(x + 3.5, middle), (x + 10.5, middle)], 1.6, colour.ink());
        }
        if matches!(side, Side::Positive { .. }) {
            sheet.line(&[(x + 7.0, middle - 3.5), (x + 7.0, middle + 3.5)], 1.6, colour.ink());
        }
    })
}

fn draw_headings(sheet: &mut Sheet, mut y: f64, plan: &Plan, headings: &[String]) -> f64 {
    // Over the bars themselves there is no room for more than the share: the ticks stand under its heading.
    let mut left = if plan.is_stacked { 0.0 } else { plan.bars.0 + plan.bars.1 };
    let wrapped: Vec<Vec<String>> = headings
        .iter()
        .zip(&plan.columns)
        .map(|(heading, right)| {
            let room = right - left;
            left = *right;
            grey().wrap(heading, room - 4.0, 3)
        })
        .collect();
    let most = wrapped.iter().map(|lines| height(lines, grey())).fold(0.0, f64::max);
    for (lines, right) in wrapped.iter().zip(&plan.columns) {
        sheet.lines((*right, y + BODY + most - height(lines, grey())), Anchor::End, grey(), lines);
    }
    if plan.is_stacked {
        y += grey().leading();
    }
    let below = y + most + 6.0;
    draw_rule(sheet, below, RULE);
    below + 6.0
}

/// The shares of the guides that lie in the picture, each with its x.
fn guides(plan: &Plan) -> Vec<(i32, f64, f64)> {
    let (left, right) = (plan.bars.0, plan.bars.0 + plan.bars.1);
    let step = if plan.unit * 0.25 >= 46.0 { 0.25 } else { 0.5 };
    let at = |place: i32| (place, f64::from(place) * step, plan.middle + f64::from(place) * step * plan.unit);
    let seen = |(_, share, x): &(i32, f64, f64)| share.abs() <= 1.0 && (left - 0.5..=right + 0.5).contains(x);
    (-4..=4).map(at).filter(seen).collect()
}

/// The shares of the guides above the rule of the headings.
fn draw_ticks(sheet: &mut Sheet, baseline: f64, plan: &Plan, setting: &Setting<'_>) {
    let right = plan.bars.0 + plan.bars.1;
    for (place, share, x) in guides(plan) {
        let text = if place == 0 { "0".to_owned() } else { percentage(setting.language, share.abs(), 0) };
        let half = grey().width(&text) / 2.0;
        if plan.is_stacked {
            let start = centred_within(x, 2.0 * half, 0.0, right);
            sheet.text((start, baseline), Anchor::Start, grey(), &text);
        } else if x + half <= right && (x - half >= plan.bars.0 - GUTTER || place == 0) {
            // A label must not run into the first column's heading.
            sheet.text((x, baseline), Anchor::Middle, grey(), &text);
        }
    }
}

/// Guides under one bar.
fn draw_guides(sheet: &mut Sheet, (top, bottom): (f64, f64), plan: &Plan) {
    for (place, _, x) in guides(plan) {
        sheet.line(&[(x, top), (x, bottom)], 1.0, if place == 0 { GREY } else { RULE });
    }
}

fn draw_row(sheet: &mut Sheet, y: f64, line: &Line, columns: &Columns<'_>, spread: &Spread, plan: &Plan, setting: &Setting<'_>) {
    let whole = plan.height(line, columns);
    let middle = y + whole / 2.0;
    let (label, note) = plan.label_lines(line);
    plan.draw_label(sheet, middle - (height(&label, plan.label.0) + height(&note, grey())) / 2.0 - 0.5, line);
    if matches!(line.content, Content::Shares(_)) {
        draw_guides(sheet, (y, y + whole), plan);
    }
    draw_content(sheet, middle, line, spread, plan, setting);
    for ((column, right), cell) in columns.kinds.iter().zip(&plan.columns).zip(&line.cells) {
        let ink = if *column == Column::Satisfied { bold() } else { grey() };
        sheet.text((*right, middle + BODY * 0.36), Anchor::End, ink, cell);
    }
}

fn draw_stacked(
    sheet: &mut Sheet,
    y: f64,
    line: &Line,
    columns: &Columns<'_>,
    spread: &Spread,
    plan: &Plan,
    setting: &Setting<'_>,
) {
    let top = plan.draw_label(sheet, y, line) - plan.label.0.size + AIR;
    if let Some(share) = line.cells.first() {
        sheet.text((sheet.width, y + bold().size), Anchor::End, bold(), share);
    }
    let high = plan.place(line);
    if matches!(line.content, Content::Shares(_)) {
        draw_guides(sheet, (top - 2.0, top + high + 2.0), plan);
    }
    match &line.content {
        Content::Words(words) => {
            let lines = grey().wrap(words, plan.bars.1, 2);
            sheet.lines((0.0, top + BODY), Anchor::Start, grey(), &lines);
        }
        _ => draw_content(sheet, top + high / 2.0, line, spread, plan, setting),
    }
    sheet.lines((0.0, top + high + AIR + BODY), Anchor::Start, grey(), &facts(line, columns, plan.bars.1));
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
