//! Shares over the years: lines with their intervals, broken where the years may not be compared, and the target of each year.

use super::axis::{Range, spread};
use super::furniture::{BODY, centred_within, draw_head, draw_legend, finish};
use super::palette::{ACCENT, Colour, DARK, GREY, RULE, SERIES, WHITE};
use super::sheet::{Anchor, Ink, Sheet};
use super::{Captions, Datum, Format, Picture, Setting};
use crate::analysis::Interval;
use crate::language::{list, percentage, say, say_with};

/// Lines over the years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trends {
    /// Title and source.
    pub captions: Captions,
    /// At most [`Trends::MOST`] lines: the rest is not drawn, only told in the table.
    pub lines: Vec<TrendLine>,
    /// The target of each year that has one.
    pub targets: Vec<(i32, f64)>,
    /// What happened in a year that a reader must know.
    pub notes: Vec<(i32, String)>,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendLine {
    /// Its name.
    pub label: String,
    /// Its years, the oldest first.
    pub points: Vec<TrendPoint>,
}

/// One year of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPoint {
    /// The year.
    pub year: i32,
    /// The share found.
    pub share: f64,
    /// Its interval.
    pub interval: Interval,
    /// Of how many.
    pub base: u64,
    /// Why it is no continuation of the year before: the line is not drawn between them.
    pub broken: Option<String>,
}

impl Trends {
    /// More lines than these cannot be followed in one picture.
    pub const MOST: usize = 3;

    fn drawn(&self) -> &[TrendLine] {
        &self.lines[..self.lines.len().min(Self::MOST)]
    }

    fn years(&self) -> impl Iterator<Item = i32> {
        self.drawn().iter().flat_map(|line| &line.points).map(|point| point.year)
    }
}

/// Where the lines are drawn.
struct Plan {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    shares: Range,
    years: (i32, i32),
}

impl Plan {
    fn x(&self, year: i32) -> f64 {
        let (first, last) = self.years;
        // A single year stands in the middle.
        let part = if first == last { 0.5 } else { f64::from(year - first) / f64::from(last - first) };
        self.left + 14.0 + part * (self.right - self.left - 28.0)
    }

    fn y(&self, share: f64) -> f64 {
        self.bottom - self.shares.place(share) * (self.bottom - self.top)
    }

    /// How far two years are apart.
    fn gap(&self) -> f64 {
        if self.years.0 == self.years.1 { self.right - self.left } else { self.x(self.years.0 + 1) - self.x(self.years.0) }
    }
}

/// Draws the lines on one axis.
pub fn trends(found: &Trends, setting: &Setting<'_>) -> Picture {
    let captions = &found.captions;
    let alternative = alternative(found, setting);
    let mut sheet = Sheet::new(setting.width());
    let y = draw_head(&mut sheet, captions, setting);
    let y = draw_signs(&mut sheet, y, found, setting) + 6.0;
    let notes = notes(found);
    // A single line needs no name at its end.
    let is_single = found.lines.len() == 1;
    let room = if notes.is_empty() { 8.0 } else { 24.0 };
    let (height, labels) = match setting.format {
        Format::Page => (230.0, if is_single { 72.0 } else { 168.0 }),
        Format::Phone => (210.0, if is_single { 68.0 } else { 108.0 }),
    };
    let shares =
        found.drawn().iter().flat_map(|line| &line.points).flat_map(|point| [point.interval.lower, point.interval.upper]);
    let first = found.years().min().unwrap_or(0);
    let plan = Plan {
        left: 48.0,
        right: sheet.width - labels,
        top: y + room,
        bottom: y + room + height,
        shares: Range::of_shares(shares.chain(found.targets.iter().map(|(_, share)| *share)), 0.2),
        years: (first, found.years().max().unwrap_or(first)),
    };
    draw_grid(&mut sheet, &plan, setting);
    draw_targets(&mut sheet, found, &plan);
    for (index, line) in found.drawn().iter().enumerate() {
        draw_line(&mut sheet, line, index, &plan);
    }
    draw_ends(&mut sheet, found, &plan, labels, setting);
    let below = draw_notes(&mut sheet, &notes, &plan, y);
    finish(sheet, below, captions, alternative, table(found, setting), setting)
}

fn grey() -> Ink {
    Ink::regular(BODY, GREY)
}

/// Everything that is told beneath the picture: where it stands and its words, the oldest first. A break stands between two years.
fn notes(found: &Trends) -> Vec<(f64, String)> {
    let mut notes: Vec<(f64, String)> =
        found.notes.iter().map(|(year, words)| (f64::from(*year), format!("{year}: {words}"))).collect();
    for line in found.drawn() {
        for (before, point) in line.points.iter().zip(line.points.iter().skip(1)) {
            let Some(words) = &point.broken else { continue };
            let at = f64::midpoint(f64::from(before.year), f64::from(point.year));
            let name = if found.drawn().len() > 1 { format!("{}, ", line.label) } else { String::new() };
            notes.push((at, format!("{name}{}: {words}", point.year)));
        }
    }
    notes.sort_by(|one, other| one.0.total_cmp(&other.0).then_with(|| one.1.cmp(&other.1)));
    notes.dedup();
    notes
}

fn draw_signs(sheet: &mut Sheet, y: f64, found: &Trends, setting: &Setting<'_>) -> f64 {
    let say = |key| say(setting.language, key);
    let mut entries = vec![(10.0, say("chart-interval-95-legend"))];
    if !found.targets.is_empty() {
        entries.push((22.0, say("chart-target-legend")));
    }
    draw_legend(sheet, y, &entries, |sheet, index, (x, y)| match index {
        0 => draw_interval(sheet, x + 5.0, y - 8.0, y + 8.0, DARK),
        _ => sheet.line(&[(x, y), (x + 22.0, y)], 1.8, ACCENT),
    })
}

fn draw_grid(sheet: &mut Sheet, plan: &Plan, setting: &Setting<'_>) {
    for share in plan.shares.ticks() {
        let y = plan.y(share);
        sheet.line(&[(plan.left, y), (plan.right, y)], 1.0, RULE);
        sheet.text((plan.left - 6.0, y + BODY * 0.36), Anchor::End, grey(), &percentage(setting.language, share, 0));
    }
    sheet.line(&[(plan.left, plan.bottom), (plan.right, plan.bottom)], 1.0, GREY);
    #[allow(clippy::cast_possible_truncation)] // Some years.
    let every = (44.0 / plan.gap()).ceil().max(1.0) as i32;
    for year in plan.years.0..=plan.years.1 {
        let x = plan.x(year);
        sheet.line(&[(x, plan.bottom), (x, plan.bottom + 4.0)], 1.0, GREY);
        // Counted from the last year, which is the one the picture is about.
        if (plan.years.1 - year) % every == 0 {
            sheet.text((x, plan.bottom + 6.0 + BODY), Anchor::Middle, grey(), &year.to_string());
        }
    }
}

/// Unbroken and without points: a line of dashes would look like the second line where there is no colour.
fn draw_targets(sheet: &mut Sheet, found: &Trends, plan: &Plan) {
    let half = plan.gap() / 2.0;
    for (year, share) in found.targets.iter().filter(|(year, _)| (plan.years.0..=plan.years.1).contains(year)) {
        let (x, y) = (plan.x(*year), plan.y(*share));
        sheet.line(&[((x - half).max(plan.left), y), ((x + half).min(plan.right), y)], 1.8, ACCENT);
    }
}

fn draw_line(sheet: &mut Sheet, line: &TrendLine, index: usize, plan: &Plan) {
    let colour = SERIES[index];
    for pair in line.points.windows(2) {
        if pair[1].broken.is_none() {
            let ends = [&pair[0], &pair[1]].map(|point| (plan.x(point.year), plan.y(point.share)));
            match index {
                0 => sheet.line(&ends, 2.6, colour),
                1 => sheet.dashes(&ends, 2.6, colour, (9.0, 4.0)),
                _ => sheet.dashes(&ends, 2.6, colour, (2.5, 3.0)),
            }
        }
    }
    // Intervals of one year stand side by side where there is room.
    let shift = match index {
        1 if plan.gap() > 24.0 => 2.5,
        2 if plan.gap() > 24.0 => 7.5,
        _ => 0.0,
    };
    for point in &line.points {
        let x = plan.x(point.year);
        draw_interval(sheet, x + shift, plan.y(point.interval.upper), plan.y(point.interval.lower), colour);
    }
    for point in &line.points {
        draw_point(sheet, (plan.x(point.year), plan.y(point.share)), index);
    }
}

fn draw_interval(sheet: &mut Sheet, x: f64, top: f64, bottom: f64, colour: Colour) {
    sheet.line(&[(x, top), (x, bottom)], 1.6, colour);
    for y in [top, bottom] {
        sheet.line(&[(x - 3.5, y), (x + 3.5, y)], 1.6, colour);
    }
}

/// A point is told apart by its shape too: a disc, a square, a triangle.
fn draw_point(sheet: &mut Sheet, (x, y): (f64, f64), index: usize) {
    for (radius, colour) in [(6.0, WHITE), (4.6, SERIES[index])] {
        match index {
            0 => sheet.disc((x, y), radius, colour),
            1 => sheet.rect(x - radius + 0.4, y - radius + 0.4, 2.0 * radius - 0.8, 2.0 * radius - 0.8, colour),
            _ => sheet.polygon(
                &[(x, y - radius * 1.2), (x + radius * 1.15, y + radius * 0.85), (x - radius * 1.15, y + radius * 0.85)],
                colour,
            ),
        }
    }
}

/// The last value of each line with its name, at its end.
fn draw_ends(sheet: &mut Sheet, found: &Trends, plan: &Plan, room: f64, setting: &Setting<'_>) {
    let ends: Vec<(usize, &TrendLine, &TrendPoint)> =
        found.drawn().iter().enumerate().filter_map(|(index, line)| Some((index, line, line.points.last()?))).collect();
    let plain = |index: usize| Ink::regular(BODY, SERIES[index]);
    let named = |line: &TrendLine, index| {
        if found.lines.len() == 1 { Vec::new() } else { plain(index).wrap(&line.label, room - 22.0, 3) }
    };
    let most = ends.iter().map(|(index, line, _)| named(line, *index).len()).max().unwrap_or(0);
    #[allow(clippy::cast_precision_loss)] // Three lines.
    let height = (most as f64 + 1.0) * plain(0).leading() + 4.0;
    let wanted: Vec<f64> = ends.iter().map(|(_, _, point)| plan.y(point.share)).collect();
    let placed = spread(&wanted, height, plan.top - 16.0, plan.bottom + 16.0);
    for ((index, line, point), y) in ends.into_iter().zip(placed) {
        let names = named(line, index);
        let x = plan.right + 18.0;
        draw_point(sheet, (x - 6.0, y - height / 2.0 + BODY * 0.7), index);
        let first = y - height / 2.0 + BODY;
        sheet.text(
            (x + 4.0, first),
            Anchor::Start,
            Ink::bold(BODY + 1.0, SERIES[index]),
            &percentage(setting.language, point.share, point.base),
        );
        sheet.lines((x + 4.0, first + plain(0).leading()), Anchor::Start, plain(index), &names);
    }
}

/// Numbers above the picture and their words beneath it; returns the y below.
fn draw_notes(sheet: &mut Sheet, notes: &[(f64, String)], plan: &Plan, top: f64) -> f64 {
    let mut y = plan.bottom + BODY + 14.0;
    let mut free = 0.0;
    for (index, (year, words)) in notes.iter().enumerate() {
        let number = (index + 1).to_string();
        #[allow(clippy::cast_possible_truncation)] // Some years.
        let (whole, part) = (year.floor() as i32, year.fract());
        let x = plan.x(whole) + part * plan.gap();
        sheet.dashes(&[(x, top + 18.0), (x, plan.bottom)], 1.2, GREY, (2.0, 3.0));
        let width = grey().width(&number);
        let left = centred_within(x, width, free, plan.right);
        sheet.text((left, top + BODY), Anchor::Start, grey(), &number);
        free = left + width + 4.0;
        let lines = grey().wrap(words, sheet.width - 20.0, 3);
        sheet.text((0.0, y + BODY), Anchor::Start, grey(), &number);
        y = sheet.lines((20.0, y + BODY), Anchor::Start, grey(), &lines) - BODY + 1.0;
    }
    y
}

fn alternative(found: &Trends, setting: &Setting<'_>) -> String {
    let language = setting.language;
    let line = |line: &TrendLine| {
        let points: Vec<String> = line
            .points
            .iter()
            .map(|point| {
                let told = format!("{} {}", point.year, percentage(language, point.share, point.base));
                point.broken.as_ref().map_or(told.clone(), |why| format!("{told} ({why})"))
            })
            .collect();
        say_with(
            language,
            "chart-trend-line",
            &[("label", line.label.clone().into()), ("points", list(language, &points).into())],
        )
    };
    let mut sentences: Vec<String> = found.lines.iter().map(line).collect();
    if !found.targets.is_empty() {
        let targets: Vec<String> =
            found.targets.iter().map(|(year, share)| format!("{year} {}", percentage(language, *share, 0))).collect();
        sentences.push(say_with(language, "chart-trend-targets", &[("targets", list(language, &targets).into())]));
    }
    let text = sentences.join(" ");
    found.captions.before(&text)
}

fn table(found: &Trends, setting: &Setting<'_>) -> (Vec<String>, Vec<Vec<Datum>>) {
    let language = setting.language;
    let keys =
        ["chart-item", "chart-year", "chart-share", "chart-interval-95", "chart-answers", "chart-target-heading", "chart-break"];
    let rows = found.lines.iter().flat_map(|line| line.points.iter().map(move |point| (line, point))).map(|(line, point)| {
        let end = |end| percentage(language, end, point.base);
        let target = found.targets.iter().find(|(year, _)| *year == point.year);
        vec![
            Datum::words(line.label.clone()),
            Datum::words(point.year.to_string()),
            Datum::share(point.share, point.base, setting),
            Datum::words(format!("{}\u{2013}{}", end(point.interval.lower), end(point.interval.upper))),
            Datum::count(point.base, setting),
            target.map_or_else(|| Datum::words(""), |(_, share)| Datum::share(*share, 0, setting)),
            Datum::words(point.broken.clone().unwrap_or_default()),
        ]
    });
    (keys.iter().map(|key| say(language, key)).collect(), rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::trial::{setting, trends_of};
    use crate::text::Language;

    #[test]
    fn no_line_is_drawn_over_a_break_and_its_reason_stands_beneath() {
        let italian = Language::italian();
        let whole = trends(&trends_of(1), &setting(&italian, false));
        assert!(whole.svg.contains(">2022: domanda riformulata</text>"), "{}", whole.svg);
        let mut unbroken = trends_of(1);
        unbroken.lines[0].points[3].broken = None;
        let lines = |picture: &Picture| picture.svg.matches("stroke-width=\"26\"").count();
        assert_eq!(lines(&trends(&unbroken, &setting(&italian, false))), lines(&whole) + 1);
        assert_eq!(whole.rows[3][6], "domanda riformulata");
        assert_eq!(whole.rows[3][5], "75\u{a0}%");
    }

    #[test]
    fn what_is_too_much_for_the_picture_is_in_its_table() {
        let italian = Language::italian();
        let mut many = trends_of(3);
        many.lines.push(TrendLine { label: "Orari".into(), points: many.lines[2].points.clone() });
        let picture = trends(&many, &setting(&italian, false));
        assert!(!picture.svg.contains(">Orari</text>") && picture.rows.iter().any(|row| row[0] == "Orari"));
    }
}
