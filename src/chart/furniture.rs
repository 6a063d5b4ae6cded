//! What every picture has: title and caption above, source below, a legend in order.

use super::palette::{Colour, DARK, GREY};
use super::sheet::{Anchor, Ink, Sheet};
use super::{Captions, Datum, Picture, Setting};

/// The size of ordinary text: 9.2 pt when 680 pixels are printed 17 cm wide.
pub(super) const BODY: f64 = 13.0;
const TITLE: f64 = 18.0;

/// Draws title, question, base and period; returns the y where the picture may begin.
pub(super) fn draw_head(sheet: &mut Sheet, captions: &Captions, setting: &Setting<'_>) -> f64 {
    if !setting.captions_drawn {
        return 2.0;
    }
    let mut y = 0.0;
    if !captions.title.is_empty() {
        let ink = Ink::bold(TITLE, DARK);
        let lines = ink.wrap(&captions.title, sheet.width, 4);
        y = sheet.lines((0.0, TITLE), Anchor::Start, ink, &lines) - TITLE + 2.0;
    }
    let asked = Ink::regular(BODY + 1.0, DARK);
    let lines = asked.wrap(&captions.question, sheet.width, 4);
    if !lines.is_empty() {
        y = sheet.lines((0.0, y + BODY + 2.0), Anchor::Start, asked, &lines) - BODY;
    }
    let parts: Vec<&str> =
        [&captions.base, &captions.period].into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let grey = Ink::regular(BODY, GREY);
    let lines = grey.wrap(&parts.join(" \u{b7} "), sheet.width, 3);
    if !lines.is_empty() {
        y = sheet.lines((0.0, y + BODY + 2.0), Anchor::Start, grey, &lines) - BODY;
    }
    if y > 0.0 { y + 14.0 } else { 2.0 }
}

/// The headings and the rows of a picture's data table.
pub(super) type Table = (Vec<String>, Vec<Vec<Datum>>);

/// Draws the source line at `y` and makes the picture of what is on the sheet.
pub(super) fn finish(
    mut sheet: Sheet,
    y: f64,
    captions: &Captions,
    alternative: String,
    (columns, rows): Table,
    setting: &Setting<'_>,
) -> Picture {
    let height = draw_foot(&mut sheet, captions, setting, y);
    let missing = sheet.missing();
    let svg = sheet.into_svg(height, setting.margin(), &captions.title, &alternative, setting.language);
    Picture { svg, alternative, columns, rows, missing }
}

/// Draws the source line under the picture; returns the height of the whole.
fn draw_foot(sheet: &mut Sheet, captions: &Captions, setting: &Setting<'_>, y: f64) -> f64 {
    if !setting.captions_drawn || captions.source.is_empty() {
        return y + 4.0;
    }
    let ink = Ink::regular(BODY, GREY);
    let lines = ink.wrap(&captions.source, sheet.width, 3);
    sheet.lines((0.0, y + BODY + 8.0), Anchor::Start, ink, &lines) - BODY + 5.0
}

/// Draws entries of a legend one after the other, wrapping as words do; `sign` draws what stands before each text, given its
/// left end and the middle of the line, in as many pixels as the entry says. Returns the y below.
pub(super) fn draw_legend(
    sheet: &mut Sheet,
    top: f64,
    entries: &[(f64, String)],
    mut sign: impl FnMut(&mut Sheet, usize, (f64, f64)),
) -> f64 {
    let ink = Ink::regular(BODY, DARK);
    let (mut x, mut y) = (0.0, top + BODY);
    for (index, (room, text)) in entries.iter().enumerate() {
        let needed = room + 6.0 + ink.width(text);
        if x > 0.0 && x + needed > sheet.width {
            (x, y) = (0.0, y + 20.0);
        }
        sign(sheet, index, (x, y - BODY * 0.34));
        let lines = ink.wrap(text, sheet.width - x - room - 6.0, 1);
        sheet.lines((x + room + 6.0, y), Anchor::Start, ink, &lines);
        x += needed + 16.0;
    }
    y + 8.0
}

/// A thin line across.
pub(super) fn draw_rule(sheet: &mut Sheet, y: f64, colour: Colour) {
    sheet.line(&[(0.0, y), (sheet.width, y)], 1.0, colour);
}

/// Where a text of some width is centred on `x` without leaving `from..to`; returns its left end.
pub(super) fn centred_within(x: f64, width: f64, from: f64, to: f64) -> f64 {
    (x - width / 2.0).min(to - width).max(from)
}
