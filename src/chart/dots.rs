//! A share in several groups: a dot with its interval for each, and the line of all together.

use super::furniture::{BODY, centred_within, draw_head, draw_legend, draw_rule, finish};
use super::palette::{BLUE, DARK, GREY, RULE, WHITE};
use super::sheet::{Anchor, Ink, Sheet};
use super::{Captions, Datum, Format, Picture, Setting};
use crate::analysis::{ShareFinding, Shown};
use crate::language::{integer, list, percentage, say, say_with};

/// A share compared between groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    /// Title and source.
    pub captions: Captions,
    /// The name of the share ("Soddisfatti").
    pub share: String,
    /// The groups in the order in which they are drawn.
    pub rows: Vec<DotRow>,
    /// The share of all together.
    pub whole: Option<f64>,
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct DotRow {
    /// What the group is one of, where it is not what the group before is one of ("Età").
    pub heading: Option<String>,
    /// Its name.
    pub label: String,
    /// Its share.
    pub shown: Shown<ShareFinding>,
}

/// Where the parts of a row stand.
struct Plan {
    label: f64,
    axis: (f64, f64),
    is_stacked: bool,
}

/// What is drawn when all rows are.
#[derive(Default)]
struct Later<'r> {
    /// Above the line of all together: the middle of a row and its share.
    marks: Vec<(f64, &'r ShareFinding)>,
    /// From where to where that line is drawn: through no words.
    bands: Vec<(f64, f64)>,
}

impl Later<'_> {
    fn add_band(&mut self, from: f64, to: f64) {
        match self.bands.last_mut() {
            Some(last) if last.1 >= from => last.1 = to,
            _ => self.bands.push((from, to)),
        }
    }
}

const ROW: f64 = 26.0;
/// The room at the right of the axis: "100 % (1.234.567)".
const FIGURE: f64 = 118.0;

/// Draws the groups one under the other.
pub fn dots(found: &Dots, setting: &Setting<'_>) -> Picture {
    let captions = &found.captions;
    let alternative = alternative(found, setting);
    let mut sheet = Sheet::new(setting.width());
    let plan = Plan::of(found, setting);
    let mut y = draw_head(&mut sheet, captions, setting);
    y = draw_signs(&mut sheet, y, found, setting) + 4.0;
    let mut later = Later::default();
    for row in &found.rows {
        y = draw_row(&mut sheet, y, row, &plan, setting, &mut later);
    }
    draw_rule(&mut sheet, y, RULE);
    if let Some(whole) = found.whole {
        let x = plan.at(whole);
        later.bands.iter().for_each(|(from, to)| sheet.dashes(&[(x, *from), (x, *to)], 1.6, GREY, (5.0, 4.0)));
    }
    later.marks.iter().for_each(|(y, share)| draw_mark(&mut sheet, *y, share, &plan));
    y = draw_ticks(&mut sheet, y, &plan, setting);
    finish(sheet, y, captions, alternative, table(found, setting), setting)
}

fn ink() -> Ink {
    Ink::regular(BODY + 1.0, DARK)
}

fn grey() -> Ink {
    Ink::regular(BODY, GREY)
}

impl Plan {
    fn of(found: &Dots, setting: &Setting<'_>) -> Self {
        let width = setting.width();
        if setting.format == Format::Phone {
            return Self { label: width - FIGURE, axis: (8.0, width - 16.0), is_stacked: true };
        }
        let widest = found.rows.iter().map(|row| ink().width(&row.label)).fold(90.0, f64::max);
        let label = widest.ceil().min(230.0);
        Self { label, axis: (label + 20.0, width - label - 20.0 - FIGURE), is_stacked: false }
    }

    fn at(&self, share: f64) -> f64 {
        self.axis.0 + share * self.axis.1
    }
}

fn draw_signs(sheet: &mut Sheet, y: f64, found: &Dots, setting: &Setting<'_>) -> f64 {
    let mut entries = vec![(12.0, found.share.clone()), (22.0, say(setting.language, "chart-interval-95-legend"))];
    if let Some(whole) = found.whole {
        let value = percentage(setting.language, whole, 0);
        entries.push((22.0, say_with(setting.language, "chart-whole-legend", &[("value", value.into())])));
    }
    draw_legend(sheet, y, &entries, |sheet, index, (x, y)| match index {
        0 => draw_point(sheet, (x + 6.0, y)),
        1 => draw_interval(sheet, x + 1.0, x + 21.0, y),
        _ => sheet.dashes(&[(x, y), (x + 22.0, y)], 1.6, GREY, (5.0, 4.0)),
    })
}

/// Returns the y below.
fn draw_row<'r>(
    sheet: &mut Sheet,
    mut y: f64,
    row: &'r DotRow,
    plan: &Plan,
    setting: &Setting<'_>,
    later: &mut Later<'r>,
) -> f64 {
    if let Some(heading) = &row.heading {
        let bold = Ink::bold(BODY + 1.0, DARK);
        let lines = bold.wrap(heading, sheet.width, 2);
        y = sheet.lines((0.0, y + BODY + 9.0), Anchor::Start, bold, &lines) - BODY + 3.0;
    }
    draw_rule(sheet, y, RULE);
    let lines = ink().wrap(&row.label, plan.label, 3);
    #[allow(clippy::cast_precision_loss)] // Three lines.
    let words = lines.len() as f64 * ink().leading();
    let height = if plan.is_stacked { words + ROW } else { words.max(ROW) + 4.0 };
    let middle = if plan.is_stacked { y + words + ROW / 2.0 } else { y + height / 2.0 };
    let first = if plan.is_stacked { y + BODY + 4.0 } else { middle - words / 2.0 + BODY };
    sheet.lines((0.0, first), Anchor::Start, ink(), &lines);
    let beside = if plan.is_stacked { first } else { middle + BODY * 0.36 };
    sheet.line(&[(plan.at(0.0), middle), (plan.at(1.0), middle)], 1.0, RULE);
    match &row.shown {
        Shown::Full(share) => {
            let text = percentage(setting.language, share.share, share.base);
            let base = format!(" ({})", integer(setting.language, share.base));
            let bold = Ink::bold(BODY, DARK);
            sheet.text((sheet.width - grey().width(&base), beside), Anchor::End, bold, &text);
            sheet.text((sheet.width, beside), Anchor::End, grey(), base.trim_start());
            later.marks.push((middle, share));
        }
        Shown::CountsOnly(share) => {
            let text = format!("n = {}", integer(setting.language, share.base));
            sheet.text((sheet.width, beside), Anchor::End, grey(), &text);
            draw_words(sheet, middle, &say(setting.language, "chart-few"), plan);
        }
        Shown::Suppressed => draw_words(sheet, middle, &say(setting.language, "chart-hidden"), plan),
    }
    if matches!(row.shown, Shown::Full(_)) {
        // On a telephone the words of a row stand above its axis.
        later.add_band(if plan.is_stacked { middle - ROW / 2.0 + 3.0 } else { y }, y + height);
    }
    y + height
}

/// Words in the place of a mark.
fn draw_words(sheet: &mut Sheet, middle: f64, words: &str, plan: &Plan) {
    let lines = grey().wrap(words, plan.axis.1 - 12.0, 1);
    let wide = lines.first().map_or(0.0, |line| grey().width(line));
    sheet.rect(plan.axis.0, middle - 9.0, wide + 8.0, 18.0, WHITE);
    sheet.lines((plan.axis.0, middle + BODY * 0.36), Anchor::Start, grey(), &lines);
}

fn draw_mark(sheet: &mut Sheet, y: f64, share: &ShareFinding, plan: &Plan) {
    draw_interval(sheet, plan.at(share.interval.lower), plan.at(share.interval.upper), y);
    draw_point(sheet, (plan.at(share.share), y));
}

fn draw_point(sheet: &mut Sheet, at: (f64, f64)) {
    sheet.disc(at, 6.4, WHITE);
    sheet.disc(at, 5.2, BLUE);
}

fn draw_interval(sheet: &mut Sheet, from: f64, to: f64, y: f64) {
    sheet.line(&[(from, y), (to, y)], 2.4, DARK);
    for x in [from, to] {
        sheet.line(&[(x, y - 5.0), (x, y + 5.0)], 2.0, DARK);
    }
}

fn draw_ticks(sheet: &mut Sheet, y: f64, plan: &Plan, setting: &Setting<'_>) -> f64 {
    for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let x = plan.at(share);
        sheet.line(&[(x, y), (x, y + 4.0)], 1.0, GREY);
        let text = percentage(setting.language, share, 0);
        let start = centred_within(x, grey().width(&text), 0.0, sheet.width);
        sheet.text((start, y + 5.0 + BODY), Anchor::Start, grey(), &text);
    }
    y + BODY + 12.0
}

fn alternative(found: &Dots, setting: &Setting<'_>) -> String {
    let language = setting.language;
    let shown = |row: &DotRow| match &row.shown {
        Shown::Full(share) => Some(format!(
            "{} {} ({}\u{2013}{}, n = {})",
            row.label,
            percentage(language, share.share, share.base),
            percentage(language, share.interval.lower, share.base),
            percentage(language, share.interval.upper, share.base),
            integer(language, share.base)
        )),
        Shown::CountsOnly(_) | Shown::Suppressed => None,
    };
    let told: Vec<String> = found.rows.iter().filter_map(shown).collect();
    let untold: Vec<String> =
        found.rows.iter().filter(|row| !matches!(row.shown, Shown::Full(_))).map(|row| row.label.clone()).collect();
    let mut sentences = Vec::new();
    if !told.is_empty() {
        let written = [("share", found.share.clone().into()), ("groups", list(language, &told).into())];
        sentences.push(say_with(language, "chart-dots-about", &written));
    }
    if !untold.is_empty() {
        sentences.push(say_with(language, "chart-dots-untold", &[("groups", list(language, &untold).into())]));
    }
    let text = sentences.join(" ");
    found.captions.before(&text)
}

fn table(found: &Dots, setting: &Setting<'_>) -> (Vec<String>, Vec<Vec<Datum>>) {
    let language = setting.language;
    let columns = vec![
        say(language, "chart-group"),
        found.share.clone(),
        say(language, "chart-interval-95"),
        say(language, "chart-answers"),
    ];
    let mut heading = "";
    let rows = found.rows.iter().map(|row| {
        heading = row.heading.as_deref().unwrap_or(heading);
        let name = [heading, &row.label].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" \u{b7} ");
        let figures = match &row.shown {
            Shown::Full(share) => {
                let end = |end| percentage(language, end, share.base);
                let interval = format!("{}\u{2013}{}", end(share.interval.lower), end(share.interval.upper));
                [Datum::share(share.share, share.base, setting), Datum::words(interval), Datum::count(share.base, setting)]
            }
            Shown::CountsOnly(share) => {
                [Datum::words(say(language, "chart-few")), Datum::words(""), Datum::count(share.base, setting)]
            }
            Shown::Suppressed => [Datum::words(say(language, "chart-hidden")), Datum::words(""), Datum::words("")],
        };
        std::iter::once(Datum::words(name)).chain(figures).collect()
    });
    (columns, rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::trial::{dots_of, setting};
    use crate::text::Language;

    #[test]
    fn a_group_that_may_not_be_told_has_its_row_and_no_figure() {
        let italian = Language::italian();
        let picture = dots(&dots_of(), &setting(&italian, true));
        let rows: Vec<String> =
            picture.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|")).collect();
        assert_eq!(rows[0], "Canale · Sportello|81\u{a0}%|76\u{a0}%–86\u{a0}%|218");
        assert_eq!(rows[3], "Canale · Totem|dato non pubblicato||");
        assert_eq!(rows[4], "Età · Fino a 29 anni|meno di 30: solo conteggi||17");
        assert!(picture.alternative.contains("Sportello 81\u{a0}% (76\u{a0}%–86\u{a0}%, n = 218)"), "{}", picture.alternative);
        assert!(picture.alternative.contains("Totem"), "{}", picture.alternative);
    }
}
