//! Small multiples: the same items in one panel a service (or channel, or group), side by side on the same axis.

use super::furniture::{BODY, Table, draw_head, draw_legend, draw_rule, finish};
use super::palette::{BLUE, DARK, GREY, RULE, TRACK, WHITE};
use super::sheet::{Anchor, Ink, Sheet};
use super::{Captions, Datum, Format, Picture, Setting};
use crate::analysis::{ShareFinding, Shown};
use crate::language::{integer, percentage, say, say_with};

/// Items compared between services.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    /// The words around it.
    pub captions: Captions,
    /// The name of the share ("Soddisfatti").
    pub share: String,
    /// The name of each panel.
    pub panels: Vec<String>,
    /// The items.
    pub rows: Vec<MultipleRow>,
}

/// One item.
#[derive(Clone, Debug, PartialEq)]
pub struct MultipleRow {
    /// Its name.
    pub label: String,
    /// Its share in all panels together.
    pub whole: Option<f64>,
    /// Its share in each panel.
    pub cells: Vec<Shown<ShareFinding>>,
}

/// Where the panels of one band stand.
struct Plan {
    label: f64,
    /// Left end of each panel.
    panels: Vec<f64>,
    width: f64,
}

/// The least room in which a panel can be read, its figure included.
const PANEL: f64 = 104.0;
const GUTTER: f64 = 16.0;
/// The room of "100 %" at the right of an axis.
const FIGURE: f64 = 46.0;
/// Items over which the rows stand closer, so that forty still fit on a page of A4.
const MANY: usize = 20;

/// Draws the panels; on a telephone, where none fits beside another, the services stand under each item.
pub fn multiples(found: &Multiples, setting: &Setting<'_>) -> Picture {
    let mut sheet = Sheet::new(setting.width());
    let mut y = draw_head(&mut sheet, &found.captions, setting);
    y = draw_signs(&mut sheet, y, found, setting) + 4.0;
    y = match setting.format {
        Format::Page => draw_bands(&mut sheet, y, found, setting),
        Format::Phone => draw_stacked(&mut sheet, y, found, setting),
    };
    finish(sheet, y, &found.captions, alternative(found, setting), table(found, setting), setting)
}

fn draw_bands(sheet: &mut Sheet, mut y: f64, found: &Multiples, setting: &Setting<'_>) -> f64 {
    let widest = found.rows.iter().map(|row| ink().width(&row.label)).fold(90.0, f64::max);
    let label = widest.ceil().min(200.0);
    let beside = most_beside(sheet.width - label);
    // Bands of about equal length, all on axes of one length.
    let bands = found.panels.len().div_ceil(beside).max(1);
    let each = found.panels.len().div_ceil(bands).max(1);
    let plan = Plan::of(sheet.width, label, each);
    for first in (0..found.panels.len()).step_by(each) {
        y = draw_band(sheet, y, found, first, &plan, setting);
    }
    y
}

/// Each item with a line a service.
#[allow(clippy::cast_precision_loss)] // Lines of a label.
fn draw_stacked(sheet: &mut Sheet, mut y: f64, found: &Multiples, setting: &Setting<'_>) -> f64 {
    let widest = found.panels.iter().map(|panel| grey().width(panel)).fold(60.0, f64::max);
    let plan = Plan::of(sheet.width, widest.ceil().min(124.0), 1);
    let bold = Ink::bold(BODY, DARK);
    for row in &found.rows {
        draw_rule(sheet, y, RULE);
        y = sheet.lines((0.0, y + BODY + 6.0), Anchor::Start, bold, &bold.wrap(&row.label, sheet.width, 4)) - BODY + 3.0;
        for (panel, shown) in found.panels.iter().zip(&row.cells) {
            let lines = grey().wrap(panel, plan.label, 3);
            let words = lines.len() as f64 * grey().leading();
            let height = words + 6.0;
            sheet.lines((0.0, y + (height - words) / 2.0 + BODY - 1.0), Anchor::Start, grey(), &lines);
            draw_cell(sheet, (plan.panels[0], y + height / 2.0), shown, row.whole, &plan, setting);
            y += height;
        }
        y += 4.0;
    }
    draw_rule(sheet, y, RULE);
    draw_ends(sheet, y, &plan, setting)
}

/// The ends of every axis.
fn draw_ends(sheet: &mut Sheet, y: f64, plan: &Plan, setting: &Setting<'_>) -> f64 {
    for left in &plan.panels {
        for (share, anchor) in [(0.0, Anchor::Start), (1.0, Anchor::End)] {
            let text = percentage(setting.language, share, 0);
            sheet.text((left + share * plan.axis(), y + BODY + 4.0), anchor, grey(), &text);
        }
    }
    y + BODY + 18.0
}

fn ink() -> Ink {
    Ink::regular(BODY, DARK)
}

fn grey() -> Ink {
    Ink::regular(BODY, GREY)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Some panels.
fn most_beside(room: f64) -> usize {
    ((room / (PANEL + GUTTER)).floor() as usize).max(1)
}

impl Plan {
    #[allow(clippy::cast_precision_loss)] // Some panels.
    fn of(width: f64, label: f64, count: usize) -> Self {
        let each = (width - label) / count.max(1) as f64;
        let panels = (0..count).map(|at| label + at as f64 * each + GUTTER).collect();
        Self { label, panels, width: each - GUTTER }
    }

    fn axis(&self) -> f64 {
        self.width - FIGURE
    }
}

fn draw_signs(sheet: &mut Sheet, y: f64, found: &Multiples, setting: &Setting<'_>) -> f64 {
    let entries = [
        (12.0, found.share.clone()),
        (22.0, say(setting.language, "chart-interval-95-legend")),
        (8.0, say(setting.language, "chart-multiples-whole")),
    ];
    draw_legend(sheet, y, &entries, |sheet, index, (x, y)| match index {
        0 => draw_point(sheet, (x + 6.0, y)),
        1 => sheet.line(&[(x + 1.0, y), (x + 21.0, y)], 2.4, DARK),
        _ => sheet.line(&[(x + 4.0, y - 7.0), (x + 4.0, y + 7.0)], 2.0, GREY),
    })
}

/// Some panels side by side, with the items named once at their left.
#[allow(clippy::cast_precision_loss)] // Lines of a label.
fn draw_band(sheet: &mut Sheet, top: f64, found: &Multiples, first: usize, plan: &Plan, setting: &Setting<'_>) -> f64 {
    let last = (first + plan.panels.len()).min(found.panels.len());
    let bold = Ink::bold(BODY, DARK);
    let names: Vec<Vec<String>> = found.panels[first..last].iter().map(|name| bold.wrap(name, plan.width, 3)).collect();
    let most = names.iter().map(Vec::len).max().unwrap_or(0);
    for (lines, left) in names.iter().zip(&plan.panels) {
        let start = top + BODY + (most - lines.len()) as f64 * bold.leading();
        sheet.lines((*left, start), Anchor::Start, bold, lines);
    }
    let mut y = top + most as f64 * bold.leading() + 6.0;
    let air = if found.rows.len() > MANY { 3.0 } else { 8.0 };
    for row in &found.rows {
        draw_rule(sheet, y, RULE);
        let lines = ink().wrap(&row.label, plan.label, 3);
        let words = lines.len() as f64 * ink().leading();
        let height = words.max(ink().leading()) + air;
        let middle = y + height / 2.0;
        sheet.lines((0.0, middle - words / 2.0 + BODY - 1.0), Anchor::Start, ink(), &lines);
        for (shown, left) in row.cells[first..last].iter().zip(&plan.panels) {
            draw_cell(sheet, (*left, middle), shown, row.whole, plan, setting);
        }
        y += height;
    }
    draw_rule(sheet, y, RULE);
    draw_ends(sheet, y, plan, setting)
}

fn draw_cell(
    sheet: &mut Sheet,
    (left, middle): (f64, f64),
    shown: &Shown<ShareFinding>,
    whole: Option<f64>,
    plan: &Plan,
    setting: &Setting<'_>,
) {
    let at = |share: f64| left + share * plan.axis();
    let beside = (left + plan.width, middle + BODY * 0.36);
    match shown {
        Shown::Full(share) => {
            sheet.rect(left, middle - 3.0, plan.axis(), 6.0, TRACK);
            if let Some(whole) = whole {
                sheet.line(&[(at(whole), middle - 7.0), (at(whole), middle + 7.0)], 2.0, GREY);
            }
            sheet.line(&[(at(share.interval.lower), middle), (at(share.interval.upper), middle)], 2.4, DARK);
            draw_point(sheet, (at(share.share), middle));
            let text = percentage(setting.language, share.share, share.base.min(999));
            sheet.text(beside, Anchor::End, Ink::bold(BODY, DARK), &text);
        }
        Shown::CountsOnly(share) => {
            let text = format!("n = {}", integer(setting.language, share.base));
            sheet.text(beside, Anchor::End, grey(), &text);
        }
        Shown::Suppressed => sheet.text(beside, Anchor::End, grey(), "\u{2013}"),
    }
}

fn draw_point(sheet: &mut Sheet, at: (f64, f64)) {
    sheet.disc(at, 4.8, WHITE);
    sheet.disc(at, 3.9, BLUE);
}

fn alternative(found: &Multiples, setting: &Setting<'_>) -> String {
    let language = setting.language;
    let panels = found.panels.iter().enumerate().map(|(at, panel)| {
        let mut untold = 0_u64;
        let mut told = Vec::new();
        for row in &found.rows {
            match &row.cells[at] {
                Shown::Full(share) => told.push(format!("{} {}", row.label, percentage(language, share.share, share.base))),
                Shown::CountsOnly(_) | Shown::Suppressed => untold += 1,
            }
        }
        if untold > 0 {
            told.push(say_with(language, "chart-multiples-untold", &[("count", untold.into())]));
        }
        format!("{panel}: {}.", told.join("; "))
    });
    let panels: Vec<String> = panels.collect();
    let values = [("share", found.share.clone().into()), ("panels", panels.join(" ").into())];
    found.captions.before(&say_with(language, "chart-multiples-about", &values))
}

fn table(found: &Multiples, setting: &Setting<'_>) -> Table {
    let language = setting.language;
    let mut columns = vec![say(language, "chart-item")];
    for panel in &found.panels {
        columns.extend([panel.clone(), format!("{panel}: {}", say(language, "chart-answers"))]);
    }
    columns.push(say(language, "chart-multiples-all"));
    let rows = found.rows.iter().map(|row| {
        let mut cells = vec![Datum::words(&row.label)];
        for shown in &row.cells {
            cells.extend(match shown {
                Shown::Full(share) => [Datum::share(share.share, share.base, setting), Datum::count(share.base, setting)],
                Shown::CountsOnly(share) => [Datum::words(say(language, "chart-few")), Datum::count(share.base, setting)],
                Shown::Suppressed => [Datum::words(say(language, "chart-hidden")), Datum::words("")],
            });
        }
        cells.push(row.whole.map_or_else(|| Datum::words(""), |whole| Datum::share(whole, 0, setting)));
        cells
    });
    (columns, rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::trial::{multiples_of, setting};
    use crate::text::Language;

    #[test]
    fn what_may_not_be_told_has_its_place_and_no_figure() {
        let italian = Language::italian();
        let picture = multiples(&multiples_of(3, 5), &setting(&italian, false));
        assert_eq!(picture.rows[1][3], "dato non pubblicato");
        assert_eq!(picture.rows[2][1], "meno di 30: solo conteggi");
        assert!(picture.alternative.contains("una voce senza percentuale"), "{}", picture.alternative);
    }

    #[test]
    fn more_services_than_fit_side_by_side_stand_in_bands_that_name_the_items_again() {
        let italian = Language::italian();
        let named = |panels| {
            let picture = multiples(&multiples_of(3, panels), &setting(&italian, false));
            picture.svg.matches(">Orari</text>").count()
        };
        assert_eq!((named(2), named(5)), (1, 2));
    }
}
