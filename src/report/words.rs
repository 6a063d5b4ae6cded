//! Figures and phrases as the report says them.

use super::document::{Cell, Number, Tone};
use crate::analysis::{Change, ChangeFinding, Interval, Publishable, ShareFinding};
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

    /// A signed difference of shares in percentage points; decimals as in the percentages it stands beside.
    pub(super) fn points(&self, difference: f64, base: u64) -> String {
        self.signed(difference * 100.0, language::percentage_decimals(base))
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
    pub(super) fn interval(&self, interval: &Interval, base: u64) -> String {
        if !Publishable::shows_percentages(base) {
            return NONE.to_owned();
        }
        let lower = language::hundredths(self.language, interval.lower, language::percentage_decimals(base));
        format!("{lower}–{}", self.percentage(interval.upper, base))
    }

    /// What changed since the edition before: the difference in points and its name.
    pub(super) fn change(&self, change: Option<&ChangeFinding>) -> Cell {
        let Some(found) = change.filter(|found| enough_for_percentages(found)) else { return Cell::text(NONE) };
        let (key, tone) = match found.change {
            Change::Up => ("change-up", Tone::Good),
            Change::Down => ("change-down", Tone::Bad),
            Change::Stable => ("change-stable", Tone::Plain),
            Change::NotDemonstrated => ("change-not-shown", Tone::Open),
        };
        let base = found.base.min(found.previous_base);
        let text = format!("{} {}", self.points(found.difference, base), self.say(key));
        Cell::number(text, Number::Points(found.difference * 100.0)).toned(tone)
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
        ShareFinding { count, base, share, interval, bounds: Bounds { lower: share, upper: share } }
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
        assert_eq!(words.interval(&Interval { lower: 0.5, upper: 0.6 }, 29), NONE);
        assert_eq!(words.interval(&Interval { lower: 0.638, upper: 0.678 }, 200), "64–68\u{a0}%");
        assert_eq!(words.interval(&Interval { lower: 0.638, upper: 0.678 }, 2_179), "63,8–67,8\u{a0}%");
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
        assert_eq!(words.change(Some(&found)).text, "+3,6 aumento");
        found.previous_base = 200;
        assert_eq!(words.change(Some(&found)).text, "+4 aumento");
        found.previous_base = 29;
        assert_eq!(words.change(Some(&found)).text, NONE);
        assert_eq!(words.change(None).text, NONE);
    }
}
