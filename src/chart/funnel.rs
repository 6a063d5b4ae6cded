//! From those who use the office to those who answered: how many are left at each step.

use super::furniture::{BODY, Table, draw_head, draw_rule, finish};
use super::palette::{BLUE, DARK, GREY, RULE, TRACK};
use super::sheet::{Anchor, Ink, Sheet};
use super::{Captions, Datum, Exact, Format, Picture, Setting};
use crate::language::{integer, percentage, say, say_with};

/// One or more ways from asking to answering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funnel {
    /// The words around it.
    pub captions: Captions,
    /// Each way with its heading, which may be empty, and its steps, the first of which is the whole.
    pub ways: Vec<(String, Vec<FunnelStep>)>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunnelStep {
    /// Who is counted.
    pub label: String,
    /// How many.
    pub count: u64,
}

const BAR: f64 = 22.0;
const ROW: f64 = 36.0;

/// A step with its bar and its words.
struct Line<'f> {
    label: &'f str,
    /// Its part of the first step.
    part: f64,
    count: String,
    /// "45 % del passo precedente"; empty for the first.
    kept: String,
}

/// Draws the ways one under the other, each on its own length: a way of hundreds must not vanish beside one of thousands.
pub fn funnel(funnel: &Funnel, setting: &Setting<'_>) -> Picture {
    let mut sheet = Sheet::new(setting.width());
    let mut y = draw_head(&mut sheet, &funnel.captions, setting);
    let label = label_room(funnel, setting);
    for (heading, steps) in &funnel.ways {
        if !heading.is_empty() {
            let bold = Ink::bold(BODY + 1.0, DARK);
            let lines = bold.wrap(heading, sheet.width, 2);
            y = sheet.lines((0.0, y + BODY + 8.0), Anchor::Start, bold, &lines) - BODY + 2.0;
        }
        for line in lines(steps, setting) {
            draw_rule(&mut sheet, y, RULE);
            y = match setting.format {
                Format::Page => draw_beside(&mut sheet, y, &line, label),
                Format::Phone => draw_below(&mut sheet, y, &line),
            };
        }
        draw_rule(&mut sheet, y, RULE);
        y += 6.0;
    }
    let alternative = alternative(funnel, setting);
    finish(sheet, y, &funnel.captions, alternative, table(funnel, setting), setting)
}

fn ink() -> Ink {
    Ink::regular(BODY + 1.0, DARK)
}

fn bold() -> Ink {
    Ink::bold(BODY + 1.0, DARK)
}

fn grey() -> Ink {
    Ink::regular(BODY, GREY)
}

fn label_room(funnel: &Funnel, setting: &Setting<'_>) -> f64 {
    let labels = funnel.ways.iter().flat_map(|(_, steps)| steps).map(|step| ink().width(&step.label));
    labels.fold(80.0, f64::max).ceil().min(setting.width() * 0.34)
}

#[allow(clippy::cast_precision_loss)] // Counts of people.
fn part(count: u64, of: u64) -> f64 {
    count as f64 / of.max(1) as f64
}

fn lines<'f>(steps: &'f [FunnelStep], setting: &Setting<'_>) -> Vec<Line<'f>> {
    let first = steps.first().map_or(0, |step| step.count);
    let mut before: Option<u64> = None;
    let line = |step: &'f FunnelStep| {
        let kept = before.filter(|before| *before > 0).map(|before| {
            let share = percentage(setting.language, part(step.count, before), before);
            say_with(setting.language, "chart-funnel-kept", &[("share", share.into())])
        });
        before = Some(step.count);
        // Answers to an open door may outnumber those who were counted at it.
        let part = part(step.count, first).min(1.0);
        Line { label: &step.label, part, count: integer(setting.language, step.count), kept: kept.unwrap_or_default() }
    };
    steps.iter().map(line).collect()
}

fn draw_bar(sheet: &mut Sheet, left: f64, top: f64, width: f64, line: &Line<'_>) {
    sheet.rect(left, top, width, BAR, TRACK);
    let own = line.part * width;
    sheet.rect(left, top, if line.part > 0.0 { own.max(1.5) } else { 0.0 }, BAR, BLUE);
}

/// Label, bar, count and what is left of the step before, in a row.
#[allow(clippy::cast_precision_loss)] // Lines of a label.
fn draw_beside(sheet: &mut Sheet, y: f64, line: &Line<'_>, label: f64) -> f64 {
    const FIGURE: f64 = 70.0;
    const KEPT: f64 = 186.0;
    let lines = ink().wrap(line.label, label, 3);
    let words = lines.len() as f64 * ink().leading();
    let height = (words + 8.0).max(ROW);
    let middle = y + height / 2.0;
    sheet.lines((0.0, middle - words / 2.0 + BODY), Anchor::Start, ink(), &lines);
    let left = label + 16.0;
    draw_bar(sheet, left, middle - BAR / 2.0, sheet.width - left - FIGURE - KEPT, line);
    sheet.text((sheet.width - KEPT, middle + BODY * 0.36), Anchor::End, bold(), &line.count);
    let kept = grey().wrap(&line.kept, KEPT - 14.0, 2);
    let first = middle - kept.len() as f64 * grey().leading() / 2.0 + BODY - 1.0;
    sheet.lines((sheet.width - KEPT + 14.0, first), Anchor::Start, grey(), &kept);
    y + height
}

/// Label and figures above the bar.
fn draw_below(sheet: &mut Sheet, y: f64, line: &Line<'_>) -> f64 {
    let lines = ink().wrap(line.label, sheet.width - bold().width(&line.count) - 14.0, 3);
    let first = y + BODY + 6.0;
    let mut below = sheet.lines((0.0, first), Anchor::Start, ink(), &lines);
    sheet.text((sheet.width, first), Anchor::End, bold(), &line.count);
    if !line.kept.is_empty() {
        below = sheet.lines((0.0, below), Anchor::Start, grey(), &grey().wrap(&line.kept, sheet.width, 2));
    }
    let top = below - BODY + 3.0;
    draw_bar(sheet, 0.0, top, sheet.width, line);
    top + BAR + 8.0
}

fn alternative(funnel: &Funnel, setting: &Setting<'_>) -> String {
    let ways = funnel.ways.iter().map(|(heading, steps)| {
        let told: Vec<String> = lines(steps, setting)
            .iter()
            .map(|line| match line.kept.as_str() {
                "" => format!("{} {}", line.label, line.count),
                kept => format!("{} {} ({kept})", line.label, line.count),
            })
            .collect();
        let before = if heading.is_empty() { String::new() } else { format!("{heading}: ") };
        format!("{before}{}.", told.join("; "))
    });
    funnel.captions.before(&ways.collect::<Vec<_>>().join(" "))
}

fn table(funnel: &Funnel, setting: &Setting<'_>) -> Table {
    let keys = ["chart-funnel-step", "chart-count", "chart-funnel-of-before"];
    let mut rows = Vec::new();
    for (heading, steps) in &funnel.ways {
        let mut before = None;
        for step in steps {
            let name = [heading.as_str(), step.label.as_str()].into_iter().filter(|part| !part.is_empty());
            let share = before.filter(|before| *before > 0).map_or_else(
                || Datum::words(""),
                |before| {
                    let share = part(step.count, before);
                    Datum { text: percentage(setting.language, share, before), exact: Some(Exact::Share(share)) }
                },
            );
            rows.push(vec![Datum::words(name.collect::<Vec<_>>().join(" \u{b7} ")), Datum::count(step.count, setting), share]);
            before = Some(step.count);
        }
    }
    (keys.map(|key| say(setting.language, key)).to_vec(), rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::trial::{funnel_of, setting};
    use crate::text::Language;

    #[test]
    fn each_step_is_told_of_the_step_before() {
        let italian = Language::italian();
        let picture = funnel(&funnel_of(), &setting(&italian, false));
        let row = |at: usize| picture.rows[at].iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|");
        assert_eq!(row(0), "Tutti i canali · Contatti dell’anno|24.770|");
        assert_eq!(row(1), "Tutti i canali · Questionari compilati|412|1,7\u{a0}%");
        assert_eq!(row(4), "Per e-mail · Questionari compilati|231|19,8\u{a0}%");
        assert!(
            picture.alternative.contains("Inviti recapitati 1.164 (97,0\u{a0}% del passo precedente)"),
            "{}",
            picture.alternative
        );
    }

    #[test]
    fn nobody_asked_is_no_share_and_more_answers_than_asked_stay_in_the_picture() {
        let step = |label: &str, count| FunnelStep { label: label.to_owned(), count };
        let ways = vec![(String::new(), vec![step("Invitati", 0), step("Risposte", 3), step("Completi", 5)])];
        let italian = Language::italian();
        let picture = funnel(&Funnel { captions: Captions::default(), ways }, &setting(&italian, false));
        assert_eq!(picture.rows[1][2], "");
        assert_eq!(picture.rows[2][2], "167\u{a0}%");
        assert!(!picture.svg.contains("NaN") && !picture.svg.contains("inf"));
    }
}
