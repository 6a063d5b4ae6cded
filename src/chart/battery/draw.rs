//! The layout of a battery: label, diverging bar, and the figures at the right; on a phone one under the other.

use super::{Battery, Column, Content, Line, Spread, colours, inside};
use crate::chart::furniture::{BODY, draw_foot, draw_head, draw_legend, draw_rule};
use crate::chart::palette::{DARK, GREY, RULE};
use crate::chart::sheet::{Anchor, Ink, Sheet};
use crate::chart::{Breadth, Setting};
use crate::language::{integer, percentage};

/// Where the parts of a row stand.
struct Plan {
    /// The room of labels.
    label: f64,
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

const GUTTER: f64 = 14.0;

pub(super) fn draw(
    battery: &Battery<'_>,
    spread: &Spread,
    columns: &[Column],
    headings: &[String],
    lines: &[Line],
    alternative: &str,
    setting: &Setting<'_>,
) -> (String, Vec<char>) {
    let mut sheet = Sheet::new(setting.breadth.pixels());
    let mut y = draw_head(&mut sheet, &battery.captions, setting);
    y = draw_scale(&mut sheet, y, spread) + 6.0;
    let plan = Plan::of(spread, headings, lines, setting);
    if setting.breadth == Breadth::Page {
        y = draw_headings(&mut sheet, y, &plan, headings);
    }
    let top = y;
    // Guides lie under the bars, so they are drawn before; the rows' heights are known from their labels.
    let bottom = top + lines.iter().map(|line| plan.height(line, setting)).sum::<f64>();
    draw_guides(&mut sheet, (top, bottom), &plan, lines, setting);
    for line in lines {
        match setting.breadth {
            Breadth::Page => draw_row(&mut sheet, y, line, columns, spread, &plan, setting),
            Breadth::Phone => draw_stacked_row(&mut sheet, y, line, columns, headings, spread, &plan, setting),
        }
        y += plan.height(line, setting);
    }
    y += if has_bars(lines) { BODY + 6.0 } else { 0.0 };
    let height = draw_foot(&mut sheet, &battery.captions, setting, y);
    let missing = sheet.missing();
    (sheet.into_svg(height, &battery.captions.title, alternative, setting.language), missing)
}

fn has_bars(lines: &[Line]) -> bool {
    lines.iter().any(|line| matches!(line.content, Content::Shares(_)))
}

impl Plan {
    #[allow(clippy::cast_precision_loss)] // Some dozens of rows.
    fn of(spread: &Spread, headings: &[String], lines: &[Line], setting: &Setting<'_>) -> Self {
        let width = setting.breadth.pixels();
        let (bar, gap) = match lines.len() {
            0..=14 => (22.0, 12.0),
            15..=24 => (18.0, 8.0),
            _ => (15.0, 5.0),
        };
        let mut columns = Vec::new();
        let (mut label, mut right) = (width, width);
        let mut left = 0.0;
        if setting.breadth == Breadth::Page {
            let ink = Ink::bold(BODY, DARK);
            for (index, heading) in headings.iter().enumerate().rev() {
                let cells = lines.iter().map(|line| ink.width(&line.cells[index])).fold(0.0, f64::max);
                let words = heading.split(' ').map(|word| Ink::regular(BODY, GREY).width(word)).fold(0.0, f64::max);
                columns.insert(0, right);
                right -= cells.max(words).min(84.0) + GUTTER;
            }
            let widest = lines.iter().map(|line| Ink::regular(BODY + 1.0, DARK).width(&line.label)).fold(0.0, f64::max);
            label = widest.min(if headings.len() > 3 { 172.0 } else { 190.0 }).ceil();
            left = label + GUTTER;
        }
        let bars = (left, (right - left).max(60.0));
        let reach = lines
            .iter()
            .filter_map(|line| match &line.content {
                Content::Shares(shares) => Some(spread.reach(shares)),
                _ => None,
            })
            .fold((0.05_f64, 0.05_f64), |(left, right), (l, r)| (left.max(l), right.max(r)));
        let unit = bars.1 / (reach.0 + reach.1);
        Self { label, bars, columns, unit, middle: bars.0 + reach.0 * unit, bar, gap }
    }

    #[allow(clippy::cast_precision_loss)] // Some lines of a label.
    fn height(&self, line: &Line, setting: &Setting<'_>) -> f64 {
        let lines = self.label_lines(line, setting).len() as f64;
        match setting.breadth {
            Breadth::Page => (lines * label_ink().leading()).max(self.bar) + self.gap,
            Breadth::Phone => lines * label_ink().leading() + self.bar + 17.0 + self.gap + 8.0,
        }
    }

    fn label_lines(&self, line: &Line, setting: &Setting<'_>) -> Vec<String> {
        match setting.breadth {
            Breadth::Page => label_ink().wrap(&line.label, self.label, 5),
            Breadth::Phone => label_ink().wrap(&line.label, self.label - 64.0, 5),
        }
    }
}

fn label_ink() -> Ink {
    Ink::regular(BODY + 1.0, DARK)
}

fn draw_scale(sheet: &mut Sheet, y: f64, spread: &Spread) -> f64 {
    let colours = colours(spread);
    let labels: Vec<String> = spread.points.iter().map(|(_, label, _)| label.clone()).collect();
    draw_legend(sheet, y, 14.0, &labels, |sheet, index, (x, middle)| sheet.rect(x, middle - 7.0, 14.0, 14.0, colours[index]))
}

fn draw_headings(sheet: &mut Sheet, y: f64, plan: &Plan, headings: &[String]) -> f64 {
    let ink = Ink::regular(BODY, GREY);
    let mut left = plan.bars.0 + plan.bars.1;
    let wrapped: Vec<Vec<String>> = headings
        .iter()
        .zip(&plan.columns)
        .map(|(heading, right)| {
            let room = right - left;
            left = *right;
            ink.wrap(heading, room - 4.0, 3)
        })
        .collect();
    let most = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    #[allow(clippy::cast_precision_loss)] // Three lines at most.
    for (lines, right) in wrapped.iter().zip(&plan.columns) {
        let first = y + BODY + (most - lines.len()) as f64 * ink.leading();
        sheet.lines((*right, first), Anchor::End, ink, lines);
    }
    #[allow(clippy::cast_precision_loss)]
    let below = y + most as f64 * ink.leading() + 6.0;
    draw_rule(sheet, below, RULE);
    below + 6.0
}

fn draw_guides(sheet: &mut Sheet, (top, bottom): (f64, f64), plan: &Plan, lines: &[Line], setting: &Setting<'_>) {
    if !has_bars(lines) {
        return;
    }
    let ink = Ink::regular(BODY, GREY);
    let (left, right) = (plan.bars.0, plan.bars.0 + plan.bars.1);
    let step = if plan.unit * 0.25 >= 48.0 { 0.25 } else { 0.5 };
    for place in [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0] {
        let share: f64 = place * step;
        let x = plan.middle + share * plan.unit;
        if share.abs() > 1.0 || x < left - 0.5 || x > right + 0.5 {
            continue;
        }
        sheet.line(&[(x, top), (x, bottom)], 1.0, if place == 0.0 { GREY } else { RULE });
        let text = if place == 0.0 { "0".to_owned() } else { percentage(setting.language, share.abs(), 0) };
        let half = ink.width(&text) / 2.0;
        let x = x.max(half).min(sheet.width - half);
        sheet.text((x, bottom + BODY + 2.0), Anchor::Middle, ink, &text);
    }
}

fn draw_row(sheet: &mut Sheet, y: f64, line: &Line, columns: &[Column], spread: &Spread, plan: &Plan, setting: &Setting<'_>) {
    let middle = y + plan.height(line, setting) / 2.0;
    let labels = plan.label_lines(line, setting);
    let ink = label_ink();
    #[allow(clippy::cast_precision_loss)] // Five lines at most.
    let first = middle + ink.size * 0.34 - (labels.len().max(1) - 1) as f64 * ink.leading() / 2.0;
    sheet.lines((0.0, first), Anchor::Start, ink, &labels);
    draw_content(sheet, middle, line, spread, plan, setting);
    for ((column, right), cell) in columns.iter().zip(&plan.columns).zip(&line.cells) {
        let ink = if *column == Column::Satisfied { Ink::bold(BODY + 1.0, DARK) } else { Ink::regular(BODY, GREY) };
        sheet.text((*right, middle + BODY * 0.36), Anchor::End, ink, cell);
    }
}

#[allow(clippy::too_many_arguments)] // A row of a table is its line, its headings and where it stands.
fn draw_stacked_row(
    sheet: &mut Sheet,
    y: f64,
    line: &Line,
    columns: &[Column],
    headings: &[String],
    spread: &Spread,
    plan: &Plan,
    setting: &Setting<'_>,
) {
    let ink = label_ink();
    let labels = plan.label_lines(line, setting);
    let below = sheet.lines((0.0, y + ink.size), Anchor::Start, ink, &labels) - ink.size;
    let mut words = Vec::new();
    for ((column, heading), cell) in columns.iter().zip(headings).zip(&line.cells) {
        match column {
            Column::Satisfied => sheet.text((sheet.width, y + ink.size), Anchor::End, Ink::bold(BODY + 2.0, DARK), cell),
            _ if cell.is_empty() => {}
            _ => words.push(format!("{} {cell}", heading.to_lowercase())),
        }
    }
    draw_content(sheet, below + 3.0 + plan.bar / 2.0, line, spread, plan, setting);
    let grey = Ink::regular(BODY, GREY);
    let words = grey.wrap(&words.join(" \u{b7} "), sheet.width, 1);
    sheet.lines((0.0, below + plan.bar + BODY + 5.0), Anchor::Start, grey, &words);
}

fn draw_content(sheet: &mut Sheet, middle: f64, line: &Line, spread: &Spread, plan: &Plan, setting: &Setting<'_>) {
    match &line.content {
        Content::Shares(shares) => draw_bar(sheet, middle, shares, spread, plan, setting),
        Content::Counts(counts) => draw_counts(sheet, middle, counts, spread, plan, setting),
        Content::Words(words) => {
            let ink = Ink::regular(BODY, GREY);
            let lines = ink.wrap(words, plan.bars.1 - 8.0, 2);
            let high = if lines.len() > 1 { ink.leading() / 2.0 } else { 0.0 };
            let width = lines.iter().map(|line| ink.width(line)).fold(0.0, f64::max);
            // White behind the words: the guides must not cross them.
            sheet.rect(plan.bars.0, middle - high - 9.0, width + 8.0, 18.0 + 2.0 * high, crate::chart::palette::WHITE);
            sheet.lines((plan.bars.0, middle + BODY * 0.36 - high), Anchor::Start, ink, &lines);
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
        if width >= ink.width(&text) + 5.0 && *share > 0.0 {
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
    let whole = width * counts.len() as f64;
    sheet.rect(plan.bars.0 - 2.0, middle - plan.bar / 2.0 - 2.0, whole + 6.0, plan.bar + 4.0, crate::chart::palette::WHITE);
    for (index, (count, colour)) in counts.iter().zip(colours(spread)).enumerate() {
        let left = plan.bars.0 + index as f64 * width;
        sheet.rect(left, middle - height / 2.0, width - 3.0, height, colour);
        let ink = Ink::regular(BODY, colour.ink());
        sheet.text((left + (width - 3.0) / 2.0, middle + BODY * 0.36), Anchor::Middle, ink, &integer(setting.language, *count));
    }
    let ink = Ink::regular(BODY, GREY);
    let words = crate::language::say(setting.language, "chart-counts-only");
    let lines = ink.wrap(&words, plan.bars.1 - whole - 8.0, 1);
    if plan.bars.1 - whole > ink.width(&words) + 8.0 {
        sheet.rect(plan.bars.0 + whole, middle - 9.0, ink.width(&words) + 10.0, 18.0, crate::chart::palette::WHITE);
        sheet.lines((plan.bars.0 + whole + 5.0, middle + BODY * 0.36), Anchor::Start, ink, &lines);
    }
}
