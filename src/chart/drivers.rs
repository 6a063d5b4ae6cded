//! What goes with the overall judgement: each item's share of a hundred.

use super::furniture::{BODY, draw_head, draw_rule, finish};
use super::palette::{BLUE, DARK, RULE};
use super::sheet::{Anchor, Ink, Sheet};
use super::{Captions, Datum, Format, Picture, Setting};
use crate::language::{list, percentage, say, say_with};

/// The shares, the largest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Drivers {
    /// Title and source.
    pub captions: Captions,
    /// Each item's name and its share; they make up 1.
    pub shares: Vec<(String, f64)>,
}

const BAR: f64 = 14.0;

/// Draws the shares as bars.
pub fn drivers(found: &Drivers, setting: &Setting<'_>) -> Picture {
    let (captions, language) = (&found.captions, setting.language);
    let told: Vec<String> =
        found.shares.iter().map(|(label, share)| format!("{label} {}", percentage(language, *share, 0))).collect();
    let sentence = say_with(language, "chart-drivers-about", &[("items", list(language, &told).into())]);
    let alternative = captions.before(&sentence);
    let mut sheet = Sheet::new(setting.width());
    let mut y = draw_head(&mut sheet, captions, setting);
    let ink = Ink::regular(BODY + 1.0, DARK);
    let figure = 52.0;
    let (room, left) = match setting.format {
        Format::Page => (230.0, 246.0),
        Format::Phone => (sheet.width, 0.0),
    };
    let most = found.shares.iter().map(|(_, share)| *share).fold(0.01, f64::max);
    for (label, share) in &found.shares {
        draw_rule(&mut sheet, y, RULE);
        let lines = ink.wrap(label, room, 3);
        #[allow(clippy::cast_precision_loss)] // Three lines.
        let words = lines.len() as f64 * ink.leading();
        let (height, middle) = match setting.format {
            Format::Page => (words.max(BAR) + 12.0, y + words.max(BAR) / 2.0 + 6.0),
            Format::Phone => (words + BAR + 14.0, y + words + 4.0 + BAR / 2.0),
        };
        let first = if left > 0.0 { middle - words / 2.0 + BODY } else { y + BODY + 3.0 };
        sheet.lines((0.0, first), Anchor::Start, ink, &lines);
        let width = share / most * (sheet.width - left - figure);
        sheet.rect(left, middle - BAR / 2.0, width, BAR, BLUE);
        sheet.text(
            (left + width + 6.0, middle + BODY * 0.36),
            Anchor::Start,
            Ink::bold(BODY, DARK),
            &percentage(language, *share, 0),
        );
        y += height;
    }
    draw_rule(&mut sheet, y, RULE);
    let columns = ["chart-item", "chart-share"].map(|key| say(language, key)).to_vec();
    let rows =
        found.shares.iter().map(|(label, share)| vec![Datum::words(label.clone()), Datum::share(*share, 0, setting)]).collect();
    finish(sheet, y + 2.0, captions, alternative, (columns, rows), setting)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::trial::setting;
    use crate::text::Language;

    #[test]
    fn every_share_is_told_also_that_of_nothing() {
        let italian = Language::italian();
        let shares = vec![("Cortesia".to_owned(), 0.64), ("Orari".to_owned(), 0.36), ("Sito".to_owned(), 0.0)];
        let picture = drivers(&Drivers { captions: Captions::default(), shares }, &setting(&italian, false));
        assert_eq!(picture.alternative, "Quota di ogni voce, su 100: Cortesia 64\u{a0}%, Orari 36\u{a0}% e Sito 0\u{a0}%.");
        assert!(picture.svg.contains(">0\u{a0}%</text>"), "{}", picture.svg);
    }
}
