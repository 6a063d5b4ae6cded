//! The layout of goals: label, axis, base and verdict side by side; on a telephone one under the other.

use super::{Axis, Line};
use crate::chart::furniture::{BODY, centred_within, draw_head, draw_legend, draw_rule};
use crate::chart::palette::{ACCENT, BLUE, BROWN, DARK, GREY, PALE_BLUE, RULE, TRACK, WHITE};
use crate::chart::sheet::{Anchor, Ink, Sheet};
use crate::chart::{Captions, Format, Setting};
use crate::charter::{Direction, Verdict};
use crate::language::{percentage, say};

/// Where the parts of a row stand.
struct Plan {
    /// The room of the label.
    label: f64,
    /// Left end and width.
    axis: (f64, f64),
    /// Right end of the base.
    base: f64,
    /// Left end of the verdict, and its room.
    verdict: (f64, f64),
    is_stacked: bool,
}

/// The words of a row, broken into lines.
struct Words {
    label: Vec<String>,
    previous: Vec<String>,
    verdict: Vec<String>,
    reason: Vec<String>,
    /// With its name where no heading gives it.
    base: String,
}

const SIGN: f64 = 22.0;
/// The height of an axis with the figures above and below it.
const BLOCK: f64 = 52.0;
const GAP: f64 = 9.0;
/// Above and below an axis that has words over and under it.
const AIR: f64 = 4.0;

pub(super) fn draw(captions: &Captions, shares: &[Line], others: &[Line], setting: &Setting<'_>) -> (Sheet, f64) {
    let mut sheet = Sheet::new(setting.width());
    let plan = Plan::of(setting);
    let mut y = draw_head(&mut sheet, captions, setting);
    y = draw_signs(&mut sheet, y, shares, others, setting) + 4.0;
    if plan.is_stacked {
        // Every row has the ends of its own axis.
        let lines: Vec<&Line> = shares.iter().chain(others).collect();
        y = draw_group(&mut sheet, y, &lines, &plan, setting);
        return (sheet, y);
    }
    sheet.text((plan.base, y + BODY), Anchor::End, grey(), &say(setting.language, "chart-base-heading"));
    sheet.text((plan.verdict.0, y + BODY), Anchor::Start, grey(), &say(setting.language, "chart-verdict-heading"));
    y += BODY + 7.0;
    let (shares, others): (Vec<&Line>, Vec<&Line>) = (shares.iter().collect(), others.iter().collect());
    if !shares.is_empty() {
        y = draw_group(&mut sheet, y, &shares, &plan, setting);
        y = draw_common_axis(&mut sheet, y, &plan, setting);
    }
    if !others.is_empty() {
        if !shares.is_empty() {
            let ink = Ink::regular(BODY, GREY);
            let lines = ink.wrap(&say(setting.language, "chart-own-axes"), sheet.width, 2);
            y = sheet.lines((0.0, y + BODY + 8.0), Anchor::Start, ink, &lines) - 6.0;
        }
        y = draw_group(&mut sheet, y, &others, &plan, setting);
    }
    (sheet, y)
}

impl Plan {
    fn of(setting: &Setting<'_>) -> Self {
        let width = setting.width();
        match setting.format {
            Format::Page => {
                Self { label: 164.0, axis: (182.0, 226.0), base: 450.0, verdict: (466.0, width - 466.0), is_stacked: false }
            }
            Format::Phone => {
                Self { label: width, axis: (4.0, width - 8.0), base: width, verdict: (0.0, width), is_stacked: true }
            }
        }
    }

    fn words(&self, line: &Line, setting: &Setting<'_>) -> Words {
        let room = self.verdict.1 - SIGN;
        let base = match self.is_stacked && !line.base.is_empty() {
            true => format!("{} {}", say(setting.language, "chart-base-heading"), line.base),
            false => line.base.clone(),
        };
        let beside = if self.is_stacked { grey().width(&base) + 12.0 } else { 0.0 };
        Words {
            label: label_ink().wrap(&line.label, self.label, 5),
            previous: grey().wrap(&line.previous, self.label, 2),
            verdict: verdict_ink().wrap(&line.verdict.1, room - beside, 2),
            reason: grey().wrap(&line.reason, room, 5),
            base,
        }
    }

    fn height(&self, words: &Words) -> f64 {
        match self.is_stacked {
            true => words.beginning() + BLOCK + 2.0 * AIR + words.end() + 2.0 * GAP,
            false => words.beginning().max(words.end()).max(BLOCK) + GAP,
        }
    }
}

impl Words {
    /// The height of what stands at the left, or first.
    fn beginning(&self) -> f64 {
        height(&self.label, label_ink()) + height(&self.previous, grey())
    }

    /// The height of what stands at the right, or last.
    fn end(&self) -> f64 {
        height(&self.verdict, verdict_ink()) + height(&self.reason, grey())
    }
}

fn label_ink() -> Ink {
    Ink::regular(BODY + 1.0, DARK)
}

fn verdict_ink() -> Ink {
    Ink::bold(BODY + 1.0, DARK)
}

fn grey() -> Ink {
    Ink::regular(BODY, GREY)
}

#[allow(clippy::cast_precision_loss)] // Some lines.
fn height(lines: &[String], ink: Ink) -> f64 {
    lines.len() as f64 * ink.leading()
}

/// Draws a sign of the legend, given its left end and its middle.
type Sign = fn(&mut Sheet, (f64, f64));

fn draw_signs(sheet: &mut Sheet, y: f64, shares: &[Line], others: &[Line], setting: &Setting<'_>) -> f64 {
    let any = |wanted: fn(&Axis) -> bool| shares.iter().chain(others).map(|line| &line.axis).any(wanted);
    let mut entries: Vec<(&str, f64, Sign)> = Vec::new();
    if any(|axis| axis.found.is_some()) {
        entries.push(("chart-found-legend", 12.0, |sheet, (x, y)| draw_point(sheet, (x + 6.0, y))));
    }
    if any(|axis| axis.interval.is_some()) {
        entries.push(("chart-interval-legend", 22.0, |sheet, (x, y)| draw_interval(sheet, x + 1.0, x + 21.0, y)));
    }
    if any(|axis| axis.previous.is_some()) {
        entries.push(("chart-previous-legend", 12.0, |sheet, (x, y)| draw_previous(sheet, (x + 6.0, y))));
    }
    if any(|_| true) {
        entries.push(("chart-target-legend", 6.0, |sheet, (x, y)| draw_target(sheet, x + 3.0, y + 1.0)));
        entries.push(("chart-zone-legend", 22.0, |sheet, (x, y)| sheet.rect(x, y - 6.0, 22.0, 12.0, PALE_BLUE)));
    }
    let texts: Vec<(f64, String)> = entries.iter().map(|(key, room, _)| (*room, say(setting.language, key))).collect();
    draw_legend(sheet, y, &texts, |sheet, index, at| entries[index].2(sheet, at))
}

fn draw_group(sheet: &mut Sheet, mut y: f64, lines: &[&Line], plan: &Plan, setting: &Setting<'_>) -> f64 {
    for line in lines {
        draw_rule(sheet, y, RULE);
        let words = plan.words(line, setting);
        match plan.is_stacked {
            true => draw_stacked(sheet, y + GAP, line, &words, plan),
            false => draw_row(sheet, y + GAP / 2.0, line, &words, plan),
        }
        y += plan.height(&words);
    }
    draw_rule(sheet, y, RULE);
    y
}

fn draw_row(sheet: &mut Sheet, top: f64, line: &Line, words: &Words, plan: &Plan) {
    let inner = plan.height(words) - GAP;
    let middle = top + inner / 2.0;
    draw_label(sheet, middle - words.beginning() / 2.0, words);
    draw_axis(sheet, middle, line, plan);
    sheet.text((plan.base, middle + BODY * 0.36), Anchor::End, grey(), &words.base);
    draw_verdict(sheet, (plan.verdict.0, middle - words.end() / 2.0), line, words);
}

fn draw_stacked(sheet: &mut Sheet, top: f64, line: &Line, words: &Words, plan: &Plan) {
    // The letters of the last line reach less far down than its leading.
    draw_label(sheet, top - 3.0, words);
    let axis = top + words.beginning() + AIR;
    draw_axis(sheet, axis + BLOCK / 2.0, line, plan);
    let below = axis + BLOCK + AIR;
    draw_verdict(sheet, (plan.verdict.0, below), line, words);
    sheet.text((plan.base, below + verdict_ink().size), Anchor::End, grey(), &words.base);
}

fn draw_label(sheet: &mut Sheet, top: f64, words: &Words) {
    let y = sheet.lines((0.0, top + label_ink().size), Anchor::Start, label_ink(), &words.label);
    sheet.lines((0.0, y), Anchor::Start, grey(), &words.previous);
}

fn draw_verdict(sheet: &mut Sheet, (left, top): (f64, f64), line: &Line, words: &Words) {
    let (verdict, _) = &line.verdict;
    let first = top + verdict_ink().size;
    draw_sign(sheet, (left + 8.0, first - verdict_ink().size * 0.34), *verdict);
    let y = sheet.lines((left + SIGN, first), Anchor::Start, verdict_ink(), &words.verdict);
    sheet.lines((left + SIGN, y), Anchor::Start, grey(), &words.reason);
}

/// A sign that is told apart by its shape: a disc with a tick, a square with a cross, an empty ring with a dash.
pub(in crate::chart) fn draw_sign(sheet: &mut Sheet, (x, y): (f64, f64), verdict: Verdict) {
    match verdict {
        Verdict::Reached => {
            sheet.disc((x, y), 8.0, BLUE);
            sheet.line(&[(x - 3.8, y + 0.2), (x - 1.0, y + 3.2), (x + 4.0, y - 3.2)], 2.0, WHITE);
        }
        Verdict::NotReached => {
            sheet.rect(x - 7.5, y - 7.5, 15.0, 15.0, BROWN);
            sheet.line(&[(x - 3.6, y - 3.6), (x + 3.6, y + 3.6)], 2.0, WHITE);
            sheet.line(&[(x - 3.6, y + 3.6), (x + 3.6, y - 3.6)], 2.0, WHITE);
        }
        Verdict::NotDemonstrable(_) => {
            sheet.disc((x, y), 8.0, GREY);
            sheet.disc((x, y), 6.4, WHITE);
            sheet.line(&[(x - 3.4, y), (x + 3.4, y)], 2.0, GREY);
        }
    }
}

fn draw_axis(sheet: &mut Sheet, middle: f64, line: &Line, plan: &Plan) {
    let (left, width) = plan.axis;
    let axis = &line.axis;
    let at = |place: f64| left + place * width;
    let target = at(axis.target.0);
    sheet.rect(left, middle - 6.0, width, 12.0, TRACK);
    let (from, to) = match axis.direction {
        Direction::AtLeast => (target, left + width),
        Direction::AtMost => (left, target),
    };
    sheet.rect(from, middle - 6.0, to - from, 12.0, PALE_BLUE);
    let ink = Ink::regular(BODY, ACCENT);
    let start = centred_within(target, ink.width(&axis.target.1), left, left + width);
    sheet.text((start, middle - 15.0), Anchor::Start, ink, &axis.target.1);
    if let Some(previous) = axis.previous {
        draw_previous(sheet, (at(previous), middle + 7.5));
    }
    if let Some((lower, upper)) = axis.interval {
        draw_interval(sheet, at(lower), at(upper), middle);
    }
    draw_found(sheet, middle, line, axis, plan);
    // Last, so that a value on the target hides neither.
    draw_target(sheet, target, middle);
}

/// The point with its figure under it, or words where there is none, and the ends of a row's own axis where there is room.
fn draw_found(sheet: &mut Sheet, middle: f64, line: &Line, axis: &Axis, plan: &Plan) {
    let (left, width) = plan.axis;
    let ink = Ink::bold(BODY + 1.0, DARK);
    let baseline = middle + 25.0;
    let taken = match &axis.found {
        Some((place, text)) => {
            let x = left + place * width;
            draw_point(sheet, (x, middle));
            let start = centred_within(x, ink.width(text), left, left + width);
            sheet.text((start, baseline), Anchor::Start, ink, text);
            (start, start + ink.width(text))
        }
        None => {
            let lines = grey().wrap(&line.words, width, 1);
            let wide = lines.first().map_or(0.0, |line| grey().width(line));
            let start = left + (width - wide) / 2.0;
            sheet.lines((start, baseline), Anchor::Start, grey(), &lines);
            (start, start + wide)
        }
    };
    if let Some((low, high)) = &axis.ends {
        let (low_width, high_width) = (grey().width(low), grey().width(high));
        if left + low_width + 6.0 < taken.0 {
            sheet.text((left, baseline), Anchor::Start, grey(), low);
        }
        if left + width - high_width - 6.0 > taken.1 {
            sheet.text((left + width, baseline), Anchor::End, grey(), high);
        }
    }
}

fn draw_point(sheet: &mut Sheet, at: (f64, f64)) {
    sheet.disc(at, 6.0, WHITE);
    sheet.disc(at, 4.8, BLUE);
}

fn draw_interval(sheet: &mut Sheet, from: f64, to: f64, y: f64) {
    sheet.line(&[(from, y), (to, y)], 2.4, DARK);
    for x in [from, to] {
        sheet.line(&[(x, y - 6.0), (x, y + 6.0)], 2.0, DARK);
    }
}

fn draw_target(sheet: &mut Sheet, x: f64, y: f64) {
    sheet.line(&[(x, y - 11.0), (x, y + 9.0)], 2.4, ACCENT);
}

/// Last year's mark: a hollow diamond.
fn draw_previous(sheet: &mut Sheet, (x, y): (f64, f64)) {
    let diamond = |radius: f64| [(x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius)];
    sheet.polygon(&diamond(5.0), DARK);
    sheet.polygon(&diamond(2.9), WHITE);
}

fn draw_common_axis(sheet: &mut Sheet, y: f64, plan: &Plan, setting: &Setting<'_>) -> f64 {
    let (left, width) = plan.axis;
    for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let x = left + share * width;
        sheet.line(&[(x, y), (x, y + 4.0)], 1.0, GREY);
        let text = percentage(setting.language, share, 0);
        let start = centred_within(x, grey().width(&text), 0.0, sheet.width);
        sheet.text((start, y + 5.0 + BODY), Anchor::Start, grey(), &text);
    }
    y + BODY + 10.0
}
