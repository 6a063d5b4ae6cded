//! What users need: the options of a multiple choice as ranked bars, each with the margin of uncertainty.

use super::furniture::{BODY, draw_head, draw_legend, finish};
use super::palette::{BLUE, DARK, GREY, RULE, TRACK};
use super::sheet::{Anchor, Ink, Sheet};
use super::{Captions, Datum, Exact, Format, Picture, Setting};
use crate::analysis::{NeedFinding, OptionFinding, Shown};
use crate::language::{integer, percentage, say, say_with};

/// A multiple choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Needs<'a> {
    /// The words around it.
    pub captions: Captions,
    /// What was found, as it may be shown.
    pub finding: Shown<&'a NeedFinding>,
    /// The label of each option's code; an option without one is shown under its code.
    pub labels: Vec<(String, String)>,
}

const PITCH: f64 = 34.0;
const BAR: f64 = 20.0;
/// The room of the figure at the right of a bar: "100,0 %" in bold.
const FIGURE: f64 = 58.0;

/// Draws a multiple choice, most chosen first.
pub fn needs(needs: &Needs<'_>, setting: &Setting<'_>) -> Picture {
    let (finding, full) = match needs.finding {
        Shown::Full(finding) => (finding, true),
        Shown::CountsOnly(finding) => (finding, false),
        Shown::Suppressed => return withheld(&needs.captions, setting),
    };
    let mut options: Vec<&OptionFinding> = finding.options.iter().collect();
    options.sort_by_key(|option| std::cmp::Reverse(option.count.exact()));
    let label = |option: &OptionFinding| {
        needs.labels.iter().find(|(code, _)| *code == option.code).map_or_else(|| option.code.clone(), |(_, label)| label.clone())
    };
    let write = |option: &OptionFinding| match &option.share {
        Some(share) if full => percentage(setting.language, share.share, finding.base),
        _ => counted(option, setting),
    };
    let named: Vec<(String, &OptionFinding, String)> =
        options.iter().map(|option| (label(option), *option, write(option))).collect();
    let alternative = alternative(needs, finding, &named, setting);
    let mut sheet = Sheet::new(setting.width());
    let mut y = draw_head(&mut sheet, &needs.captions, setting);
    if full {
        let entry = [(22.0, say(setting.language, "chart-interval-95-legend"))];
        y = draw_legend(&mut sheet, y, &entry, |sheet, _, (x, y)| draw_interval(sheet, x + 1.0, x + 21.0, y)) + 4.0;
    } else {
        let words = say(setting.language, "chart-counts-only");
        sheet.text((0.0, y + BODY), Anchor::Start, Ink::regular(BODY, GREY), &words);
        y += BODY + 8.0;
    }
    let most = options.iter().map(|option| reach(option, full)).fold(0.0, f64::max);
    y = draw_options(&mut sheet, y, &named, full, most, setting);
    finish(sheet, y, &needs.captions, alternative, table(finding, &named, full, setting), setting)
}

fn withheld(captions: &Captions, setting: &Setting<'_>) -> Picture {
    let mut sheet = Sheet::new(setting.width());
    let y = draw_head(&mut sheet, captions, setting);
    let words = say(setting.language, "chart-suppressed");
    let ink = Ink::regular(BODY, GREY);
    let y = sheet.lines((0.0, y + BODY), Anchor::Start, ink, &ink.wrap(&words, setting.width(), 3)) - ink.leading() - BODY;
    let table = (vec![say(setting.language, "chart-option")], vec![vec![Datum::words(words.clone())]]);
    finish(sheet, y + BODY + 8.0, captions, words, table, setting)
}

/// The count in words; a dash where it is withheld.
fn counted(option: &OptionFinding, setting: &Setting<'_>) -> String {
    option.count.exact().map_or_else(|| "\u{2013}".to_owned(), |count| integer(setting.language, count))
}

/// How far a row reaches: the end of its interval, or its count.
#[allow(clippy::cast_precision_loss)] // Counts of people.
fn reach(option: &OptionFinding, full: bool) -> f64 {
    match &option.share {
        Some(share) if full => share.interval.upper.max(share.share),
        _ => option.count.exact().unwrap_or(0) as f64,
    }
}

#[allow(clippy::cast_precision_loss)] // Counts of people, lines of a label.
fn draw_options(
    sheet: &mut Sheet,
    mut y: f64,
    named: &[(String, &OptionFinding, String)],
    full: bool,
    most: f64,
    setting: &Setting<'_>,
) -> f64 {
    let ink = Ink::regular(BODY + 1.0, DARK);
    let widest = named.iter().map(|(label, _, _)| ink.width(label)).fold(0.0, f64::max);
    let is_stacked = setting.format == Format::Phone;
    let room = if is_stacked { sheet.width } else { widest.min(250.0).ceil() };
    let left = if is_stacked { 0.0 } else { room + 14.0 };
    // Shares are compared on one round length, not stretched: a need of 12 % must not fill the page.
    let whole = if full { [0.25, 0.5, 1.0].into_iter().find(|end| *end >= most).unwrap_or(1.0) } else { most.max(1.0) };
    let unit = (sheet.width - left - FIGURE) / whole;
    for (label, option, text) in named {
        let lines = ink.wrap(label, room, 4);
        let high = lines.len() as f64 * ink.leading();
        let (pitch, top, middle) = match is_stacked {
            true => (high + PITCH, y, y + high + 3.0 + BAR / 2.0),
            false => {
                let pitch = high.max(BAR) + PITCH - BAR - 4.0;
                (pitch, y + (pitch - high) / 2.0, y + pitch / 2.0)
            }
        };
        sheet.lines((0.0, top + ink.size), Anchor::Start, ink, &lines);
        sheet.rect(left, middle - BAR / 2.0, whole * unit, BAR, TRACK);
        match &option.share {
            Some(share) if full => {
                sheet.rect(left, middle - BAR / 2.0, share.share * unit, BAR, BLUE);
                draw_interval_on(sheet, left + share.interval.lower * unit, left + share.interval.upper * unit, middle);
            }
            _ => sheet.rect(left, middle - BAR / 2.0, reach(option, full) * unit, BAR, GREY),
        }
        sheet.text((sheet.width, middle + BODY * 0.36), Anchor::End, Ink::bold(BODY + 1.0, DARK), text);
        y += pitch;
    }
    sheet.line(&[(left, y), (left + whole * unit, y)], 1.0, RULE);
    if full {
        let grey = Ink::regular(BODY, GREY);
        sheet.text((left, y + BODY + 4.0), Anchor::Start, grey, "0");
        sheet.text((left + whole * unit, y + BODY + 4.0), Anchor::End, grey, &percentage(setting.language, whole, 0));
        y += BODY + 4.0;
    }
    y + 6.0
}

/// An interval that is seen on the bar and beyond it: dark with a white border.
fn draw_interval_on(sheet: &mut Sheet, from: f64, to: f64, y: f64) {
    sheet.line(&[(from - 1.0, y), (to + 1.0, y)], 5.0, super::palette::WHITE);
    for x in [from, to] {
        sheet.line(&[(x, y - 6.5), (x, y + 6.5)], 4.4, super::palette::WHITE);
    }
    draw_interval(sheet, from, to, y);
}

fn draw_interval(sheet: &mut Sheet, from: f64, to: f64, y: f64) {
    sheet.line(&[(from, y), (to, y)], 2.2, DARK);
    for x in [from, to] {
        sheet.line(&[(x, y - 5.5), (x, y + 5.5)], 2.0, DARK);
    }
}

fn alternative(
    needs: &Needs<'_>,
    finding: &NeedFinding,
    named: &[(String, &OptionFinding, String)],
    setting: &Setting<'_>,
) -> String {
    let items: Vec<String> = named.iter().take(12).map(|(label, _, text)| format!("{label}: {text}")).collect();
    let written = [("answers", integer(setting.language, finding.base).into()), ("items", items.join("; ").into())];
    let sentence = say_with(setting.language, "chart-needs-about", &written);
    needs.captions.before(&sentence)
}

fn table(
    finding: &NeedFinding,
    named: &[(String, &OptionFinding, String)],
    full: bool,
    setting: &Setting<'_>,
) -> (Vec<String>, Vec<Vec<Datum>>) {
    let language = setting.language;
    let keys: &[&str] = if full {
        &["chart-option", "chart-chosen", "chart-share", "chart-interval-95", "chart-answers"]
    } else {
        &["chart-option", "chart-chosen", "chart-answers"]
    };
    let rows = named.iter().map(|(label, option, text)| {
        let chosen = Datum { text: counted(option, setting), exact: option.count.exact().map(Exact::Count) };
        let mut cells = vec![Datum::words(label), chosen];
        if full {
            let write = |share: f64| percentage(language, share, finding.base);
            cells.push(option.share.map_or_else(|| Datum::words(text), |share| Datum::share(share.share, finding.base, setting)));
            cells.push(Datum::words(option.share.map_or_else(String::new, |share| {
                format!("{} \u{2013} {}", write(share.interval.lower), write(share.interval.upper))
            })));
        }
        cells.push(Datum::count(finding.base, setting));
        cells
    });
    (keys.iter().map(|key| say(language, key)).collect(), rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::trial::{need_finding, need_labels, setting};
    use crate::text::Language;

    #[test]
    fn needs_are_ranked_with_their_shares_and_intervals() {
        let italian = Language::italian();
        let found = need_finding(&[198, 240, 61, 12, 0], 389);
        let chosen = Needs { captions: Captions::default(), finding: Shown::Full(&found), labels: need_labels() };
        let picture = needs(&chosen, &setting(&italian, false));
        assert_eq!(picture.rows[0][..3], ["Prenotazione dell\u{2019}appuntamento in linea", "240", "62\u{a0}%"]);
        assert_eq!(picture.rows[4][2], "0\u{a0}%");
        assert!(picture.alternative.starts_with("Risposte di chi ha scelto almeno una voce (389): Prenotazione"));
    }

    #[test]
    fn few_answers_are_counts_and_hidden_ones_are_words() {
        let italian = Language::italian();
        let found = need_finding(&[9, 3], 12);
        let of =
            |finding| needs(&Needs { captions: Captions::default(), finding, labels: need_labels() }, &setting(&italian, false));
        let few = of(Shown::CountsOnly(&found));
        assert!(!few.svg.contains('%') && few.rows[0][1] == "9", "{:?}", few.rows);
        let hidden = of(Shown::Suppressed);
        assert!(hidden.svg.contains("Dati non pubblicati") && hidden.rows.len() == 1);
    }
}
