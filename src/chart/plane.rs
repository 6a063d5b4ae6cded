//! Points on a plane, each with its name or, where the names do not fit, with a number and its name beneath.

use super::axis::Range;
use super::furniture::BODY;
use super::labels::{Area, place};
use super::palette::{BLUE, BROWN, DARK, GREY, RULE, TRACK, WHITE};
use super::sheet::{Anchor, Ink, Sheet};
use super::{Format, Setting};
use crate::language::number;

/// What is drawn.
pub(super) struct Plane {
    /// What runs across and what upwards.
    pub titles: (String, String),
    pub ranges: (Range, Range),
    pub marks: Vec<Mark>,
    /// Where the plane is divided, upwards and across.
    pub lines: Option<(f64, f64)>,
    /// What its corners are called: top left, top right, bottom left, bottom right.
    pub corners: Option<[String; 4]>,
}

/// One point. Values are parts of 1, shown out of 100.
pub(super) struct Mark {
    pub at: (f64, f64),
    pub label: String,
    /// Drawn as a square in the second colour.
    pub is_marked: bool,
    /// The ends of its intervals, across and upwards.
    pub intervals: Option<[(f64, f64); 2]>,
}

const RADIUS: f64 = 5.6;

fn grey() -> Ink {
    Ink::regular(BODY, GREY)
}

fn ink() -> Ink {
    Ink::regular(BODY, DARK)
}

/// Draws the plane below `top`; returns the y below it.
pub(super) fn draw_plane(sheet: &mut Sheet, plane: &Plane, top: f64, setting: &Setting<'_>) -> f64 {
    // Arrows, which the typeface lacks, say which way is more.
    sheet.polygon(&[(0.0, top + BODY), (4.5, top + BODY - 9.0), (9.0, top + BODY)], DARK);
    sheet.lines((15.0, top + BODY), Anchor::Start, ink(), &ink().wrap(&plane.titles.1, sheet.width - 15.0, 1));
    let height = if setting.format == Format::Phone { 300.0 } else { 400.0 };
    let field = Area { left: 34.0, top: top + BODY + 12.0, right: sheet.width - 2.0, bottom: top + BODY + 12.0 + height };
    let x = |value: f64| field.left + plane.ranges.0.place(value) * (field.right - field.left);
    // The names of the corners have strips of their own, in which no point lies.
    let strip = if plane.corners.is_some() { BODY + 10.0 } else { 0.0 };
    let y = |value: f64| field.bottom - strip - plane.ranges.1.place(value) * (height - 2.0 * strip);
    sheet.rect(field.left, field.top, field.right - field.left, height, TRACK);
    let tick = |value: f64| number(setting.language, value * 100.0, 0);
    for value in plane.ranges.1.ticks() {
        sheet.line(&[(field.left, y(value)), (field.right, y(value))], 1.0, WHITE);
        sheet.text((field.left - 6.0, y(value) + BODY * 0.36), Anchor::End, grey(), &tick(value));
    }
    let last = plane.ranges.0.ticks().last();
    for value in plane.ranges.0.ticks() {
        sheet.line(&[(x(value), field.top), (x(value), field.bottom)], 1.0, WHITE);
        let anchor = if last == Some(value) { Anchor::End } else { Anchor::Middle };
        sheet.text((x(value), field.bottom + BODY + 5.0), anchor, grey(), &tick(value));
    }
    let mut taken = Vec::new();
    if let Some((across, upwards)) = plane.lines {
        sheet.dashes(&[(x(across), field.top + strip), (x(across), field.bottom - strip)], 1.6, GREY, (5.0, 4.0));
        sheet.dashes(&[(field.left, y(upwards)), (field.right, y(upwards))], 1.6, GREY, (5.0, 4.0));
        taken.push(thin((x(across), field.top), (x(across), field.bottom)));
        taken.push(thin((field.left, y(upwards)), (field.right, y(upwards))));
    }
    taken.extend(draw_corners(sheet, plane, &field));
    let points: Vec<(f64, f64)> = plane.marks.iter().map(|mark| (x(mark.at.0), y(mark.at.1))).collect();
    for mark in &plane.marks {
        if let Some([across, upwards]) = mark.intervals {
            for (from, to) in [
                ((x(across.0), y(mark.at.1)), (x(across.1), y(mark.at.1))),
                ((x(mark.at.0), y(upwards.1)), (x(mark.at.0), y(upwards.0))),
            ] {
                sheet.line(&[from, to], 1.4, GREY);
                taken.push(thin(from, to));
            }
        }
    }
    let listed = draw_labels(sheet, plane, &points, &field, &taken, setting);
    plane.marks.iter().zip(&points).for_each(|(mark, point)| draw_mark(sheet, *point, mark.is_marked));
    let below = field.bottom + BODY + 10.0;
    let tip = (field.right, below + BODY - 4.5);
    sheet.polygon(&[tip, (tip.0 - 9.0, tip.1 - 4.5), (tip.0 - 9.0, tip.1 + 4.5)], DARK);
    sheet.text((tip.0 - 15.0, below + BODY), Anchor::End, ink(), &plane.titles.0);
    if listed { draw_list(sheet, plane, below + BODY + 12.0) } else { below + BODY + 6.0 }
}

/// What a level or upright line takes, from its left or upper end to the other.
fn thin(from: (f64, f64), to: (f64, f64)) -> Area {
    Area { left: from.0 - 1.0, top: from.1 - 1.0, right: to.0 + 1.0, bottom: to.1 + 1.0 }
}

fn draw_mark(sheet: &mut Sheet, (x, y): (f64, f64), is_marked: bool) {
    for (radius, colour) in [(RADIUS + 1.2, WHITE), (RADIUS, if is_marked { BROWN } else { BLUE })] {
        if is_marked {
            sheet.rect(x - radius + 0.6, y - radius + 0.6, 2.0 * radius - 1.2, 2.0 * radius - 1.2, colour);
        } else {
            sheet.disc((x, y), radius, colour);
        }
    }
}

/// The names of the corners and what they cover.
fn draw_corners(sheet: &mut Sheet, plane: &Plane, field: &Area) -> Vec<Area> {
    let Some(corners) = &plane.corners else { return Vec::new() };
    let bold = Ink::bold(BODY, GREY);
    let mut covered = Vec::new();
    for (at, name) in corners.iter().enumerate() {
        let lines = bold.wrap(name, (field.right - field.left) / 2.0 - 12.0, 1);
        let width = lines.first().map_or(0.0, |line| bold.width(line));
        let (is_right, is_low) = (at % 2 == 1, at >= 2);
        let left = if is_right { field.right - 6.0 - width } else { field.left + 6.0 };
        let baseline = if is_low { field.bottom - 8.0 } else { field.top + BODY + 4.0 };
        sheet.lines((left, baseline), Anchor::Start, bold, &lines);
        covered.push(Area { left: left - 3.0, top: baseline - BODY - 2.0, right: left + width + 3.0, bottom: baseline + 6.0 });
    }
    covered
}

/// Writes the names beside the points, or numbers where not every name has its place; returns whether it was numbers.
fn draw_labels(
    sheet: &mut Sheet,
    plane: &Plane,
    points: &[(f64, f64)],
    field: &Area,
    taken: &[Area],
    setting: &Setting<'_>,
) -> bool {
    let place_all = |texts: &[String], taken: &[Area]| {
        let sizes: Vec<(f64, f64)> = texts.iter().map(|text| (ink().width(text) + 2.0, BODY * 1.2)).collect();
        place(points, &sizes, RADIUS + 1.2, field, taken)
    };
    let names: Vec<String> = plane.marks.iter().map(|mark| mark.label.clone()).collect();
    let named = place_all(&names, taken);
    let are_named = setting.format == Format::Page && named.iter().all(Option::is_some);
    let numbers: Vec<String> = (1..=names.len()).map(|number| number.to_string()).collect();
    let (texts, placed) = if are_named {
        (names, named)
    } else {
        let placed = place_all(&numbers, taken);
        // Rather a number on a line than a point without one.
        let placed = if placed.iter().all(Option::is_some) { placed } else { place_all(&numbers, &[]) };
        (numbers, placed)
    };
    for ((text, area), point) in texts.iter().zip(placed).zip(points) {
        let Some(area) = area else { continue };
        let near = area.nearest(*point);
        if (near.0 - point.0).hypot(near.1 - point.1) > RADIUS + 10.0 {
            sheet.line(&[*point, near], 1.0, GREY);
        }
        sheet.text((area.left + 1.0, area.bottom - BODY * 0.3), Anchor::Start, ink(), text);
    }
    !are_named
}

fn draw_list(sheet: &mut Sheet, plane: &Plane, top: f64) -> f64 {
    let mut y = top;
    sheet.line(&[(0.0, y), (sheet.width, y)], 1.0, RULE);
    for (index, mark) in plane.marks.iter().enumerate() {
        let lines = ink().wrap(&mark.label, sheet.width - 46.0, 2);
        sheet.text((18.0, y + BODY + 4.0), Anchor::End, ink(), &(index + 1).to_string());
        draw_mark(sheet, (30.0, y + BODY * 0.66 + 4.0), mark.is_marked);
        y = sheet.lines((44.0, y + BODY + 4.0), Anchor::Start, ink(), &lines) - BODY;
    }
    y + 6.0
}
