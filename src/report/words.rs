//! Figures and phrases as the report says them.

use super::document::{Cell, Number, Tone};
use crate::analysis::{Change, ChangeFinding, Comparability, Interval, MeanFinding, Publishable, ShareFinding};
use crate::language::{self, Argument};
use crate::text::{Language, Texts};

/// What stands where there is no figure.
pub(super) const NONE: &str = "–";

/// The report's voice in one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    pub(super) language: &'a Language,
    /// The language of a form's text that lacks the reader's.
    pub(super) fallback: &'a Language,
}

impl Words<'_> {
    /// A phrase of the report.
    pub(super) fn say(&self, key: &str) -> String {
        language::say(self.language, &format!("report-{key}"))
    }

    /// A phrase with values put in.
    pub(super) fn with(&self, key: &str, arguments: &[(&str, Argument)]) -> String {
        language::say_with(self.language, &format!("report-{key}"), arguments)
    }

    /// A text between the language's quotation marks.
    pub(super) fn quoted(&self, text: &str) -> String {
        self.with("quoted", &[("text", text.into())])
    }

    /// The headings of a table.
    pub(super) fn headings(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.say(key)).collect()
    }

    /// A text of the form or the charter.
    pub(super) fn label(&self, texts: &Texts) -> String {
        texts.get(self.language, self.fallback).to_owned()
    }

    pub(super) fn integer(&self, count: u64) -> String {
        language::integer(self.language, count)
    }

    pub(super) fn number(&self, value: f64, decimals: usize) -> String {
        language::number(self.language, value, decimals)
    }

    pub(super) fn percentage(&self, share: f64, base: u64) -> String {
        language::percentage(self.language, share, base)
    }

    pub(super) fn date(&self, day: chrono::NaiveDate) -> String {
        language::date(self.language, day)
    }

    pub(super) fn list(&self, items: &[String]) -> String {
        language::list(self.language, items)
    }

    /// A signed number.
    pub(super) fn signed(&self, value: f64, decimals: usize) -> String {
        let text = self.number(value, decimals);
        let positive = value > 0.0 && text != self.number(0.0, decimals);
        if positive { format!("+{text}") } else { text }
    }

    /// A count.
    pub(super) fn count(&self, count: u64) -> Cell {
        Cell::number(self.integer(count), Number::Count(count))
    }

    /// A share in per cent, or "12 su 20" where the base is too small for one.
    pub(super) fn share(&self, found: &ShareFinding) -> Cell {
        if Publishable::shows_percentages(found.base) {
            Cell::number(self.percentage(found.share, found.base), Number::Share(found.share))
        } else {
            Cell::text(self.of(found.count, found.base))
        }
    }

    /// "12 su 20".
    pub(super) fn of(&self, count: u64, base: u64) -> String {
        self.with("count-of", &[("count", self.integer(count).into()), ("base", self.integer(base).into())])
    }

    /// "64–68 %"; nothing where the base is too small for a percentage.
    pub(super) fn interval(&self, share: Option<&ShareFinding>) -> Cell {
        let Some(ShareFinding { interval, base, .. }) = share.filter(|share| Publishable::shows_percentages(share.base)) else {
            return Cell::text(NONE);
        };
        self.ends(Cell::text(self.span(interval, *base)), interval, Number::Share)
    }

    /// "64–68 %", with the decimals of such a base.
    pub(super) fn span(&self, interval: &Interval, base: u64) -> String {
        let lower = language::hundredths(self.language, interval.lower, language::percentage_decimals(base));
        format!("{lower}–{}", self.percentage(interval.upper, base))
    }

    /// A mean with its interval: "4,12 (4,03–4,21)".
    pub(super) fn mean(&self, found: &MeanFinding) -> Cell {
        let mean = self.number(found.mean, 2);
        let Some(interval) = found.interval else { return Cell::number(mean, Number::Real(found.mean)) };
        let text = format!("{mean} ({}–{})", self.number(interval.lower, 2), self.number(interval.upper, 2));
        self.ends(Cell::number(text, Number::Real(found.mean)), &interval, Number::Real)
    }

    /// The cell with the ends of its interval apart.
    pub(super) fn ends(&self, cell: Cell, interval: &Interval, number: fn(f64) -> Number) -> Cell {
        let end = |value: f64| Cell::number(self.number(value, 4), number(value));
        cell.with(self.say("apart-lower"), end(interval.lower)).with(self.say("apart-upper"), end(interval.upper))
    }

    /// What changed since the edition before: the difference in points, its name and its interval.
    pub(super) fn change(&self, change: Option<&ChangeFinding>) -> Cell {
        let Some(found) = change.filter(|found| enough_for_percentages(found)) else { return Cell::text(NONE) };
        let (key, tone) = match found.change {
            Change::Up => ("change-up", Tone::Good),
            Change::Down => ("change-down", Tone::Bad),
            Change::Stable => ("change-stable", Tone::Plain),
            Change::NotDemonstrated => ("change-not-shown", Tone::Open),
        };
        let points = [found.difference, found.interval.lower, found.interval.upper].map(|share| share * 100.0);
        // A rise is never "from 0" on, nor a fall down to it.
        let telling = match found.change {
            Change::Up => points[1],
            Change::Down => points[2],
            Change::Stable | Change::NotDemonstrated => 0.0,
        };
        let least = language::percentage_decimals(found.base.min(found.previous_base));
        let decimals = language::decimals_apart(telling, 0.0, least);
        let [difference, lower, upper] = points.map(|points| self.signed(points, decimals));
        let (verdict, interval) = (self.say(key), [("lower", lower.into()), ("upper", upper.into())]);
        // In a narrow column the line breaks between what is said and its interval, nowhere else.
        let unbroken = |part: String| part.replace(' ', "\u{a0}");
        let said = unbroken(format!("{difference} {verdict}"));
        let text = format!("{said} ({})", unbroken(self.with("change-interval", &interval)));
        let ends = Interval { lower: points[1], upper: points[2] };
        let cell = Cell::number(text, Number::Points(points[0])).toned(tone).with(self.say("apart-verdict"), Cell::text(verdict));
        self.ends(cell, &ends, Number::Points)
    }

    /// A figure beside one of another edition: of another scale only these words, of other words with the caveat, which
    /// files have beside the number.
    pub(super) fn beside(&self, cell: Cell, comparability: Option<Comparability>) -> Cell {
        match comparability {
            Some(Comparability::ScaleChanged) => Cell::text(self.say("scale-changed")).toned(Tone::Open),
            Some(Comparability::Reworded) if cell.number.is_some() => {
                let said = self.say("reworded");
                Cell { text: format!("{}, {said}", cell.text), ..cell }.with(self.say("apart-caveat"), Cell::text(said))
            }
            _ => cell,
        }
    }

    /// "n = 214".
    pub(super) fn base(&self, base: u64) -> String {
        format!("n = {}", self.integer(base))
    }
}

fn enough_for_percentages(found: &ChangeFinding) -> bool {
    Publishable::shows_percentages(found.base) && Publishable::shows_percentages(found.previous_base)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::Bounds;

    fn share(count: u64, base: u64) -> ShareFinding {
        #[allow(clippy::cast_precision_loss)]
        let share = count as f64 / base as f64;
        let interval = Interval { lower: share - 0.05, upper: share + 0.05 };
        ShareFinding { count, base, effective_base: 1.0, share, interval, bounds: Bounds { lower: share, upper: share } }
    }

    fn italian() -> Language {
        Language::italian()
    }

    #[test]
    fn under_thirty_answers_are_counted_not_percented() {
        let language = italian();
        let words = Words { language: &language, fallback: &language };
        assert_eq!(words.share(&share(20, 29)).text, "20 su 29");
        assert_eq!(words.share(&share(20, 29)).number, None);
        assert_eq!(words.share(&share(20, 30)).text, "67\u{a0}%");
        let interval =
            |base| words.interval(Some(&ShareFinding { interval: Interval { lower: 0.638, upper: 0.678 }, ..share(20, base) }));
        assert_eq!([interval(29).text, interval(200).text], [NONE, "64–68\u{a0}%"]);
        assert_eq!(interval(2_179).text, "63,8–67,8\u{a0}%");
        assert_eq!(interval(200).apart[0].1.number, Some(Number::Share(0.638)), "files have the ends as numbers");
    }

    #[test]
    fn a_mean_has_its_interval_beside_it() {
        let language = italian();
        let words = Words { language: &language, fallback: &language };
        let interval = Some(Interval { lower: 4.025, upper: 4.214 });
        let found = MeanFinding { base: 90, effective_base: 90.0, mean: 4.12, deviation: Some(0.9), interval, index: 78.0 };
        assert_eq!(words.mean(&found).text, "4,12 (4,03–4,21)");
        assert_eq!(words.mean(&MeanFinding { interval: None, ..found }).text, "4,12");
    }

    #[test]
    fn a_change_has_a_sign_and_a_name() {
        let language = italian();
        let words = Words { language: &language, fallback: &language };
        let mut found = ChangeFinding {
            code: "courtesy".to_owned(),
            share: 0.7,
            base: 1_200,
            previous_share: 0.66,
            previous_base: 1_100,
            difference: 0.0363,
            interval: Interval { lower: 0.01, upper: 0.06 },
            margin: 0.05,
            change: Change::Up,
        };
        assert_eq!(words.change(Some(&found)).text, "+3,6\u{a0}aumento (da\u{a0}+1,0\u{a0}a\u{a0}+6,0\u{a0}punti)");
        assert_eq!(words.change(Some(&found)).apart[0], ("esito".to_owned(), Cell::text("aumento")));
        found.previous_base = 200;
        let spaced = |cell: Cell| cell.text.replace('\u{a0}', " ");
        assert_eq!(spaced(words.change(Some(&found))), "+4 aumento (da +1 a +6 punti)");
        found.interval.lower = 0.002;
        assert_eq!(spaced(words.change(Some(&found))), "+3,6 aumento (da +0,2 a +6,0 punti)", "a rise does not begin at 0");
        found.previous_base = 29;
        assert_eq!(words.change(Some(&found)).text, NONE);
        assert_eq!(words.change(None).text, NONE);
        let beside = |cell, how| words.beside(cell, Some(how)).text;
        found.previous_base = 1_100;
        let cell = words.change(Some(&found));
        assert_eq!(beside(cell.clone(), Comparability::Same), cell.text);
        let reworded = words.beside(cell.clone(), Some(Comparability::Reworded));
        assert_eq!(reworded.text, format!("{}, domanda riformulata", cell.text));
        assert_eq!((reworded.number, reworded.apart.last().unwrap().1.text.as_str()), (cell.number, "domanda riformulata"));
        assert_eq!(beside(words.change(None), Comparability::Reworded), NONE);
        assert_eq!(beside(words.change(None), Comparability::ScaleChanged), "altra scala: non confrontabile");
    }
}
