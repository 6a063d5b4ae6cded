//! Numbers and dates as each language writes them.

use super::{Argument, say, say_with};
use crate::text::Language;
use chrono::{Datelike, NaiveDate};

/// A number with so many decimals: `1.234,5` in Italian and German, `1,234.5` in English.
pub fn number(language: &Language, value: f64, decimals: usize) -> String {
    let plain = format!("{value:.decimals$}");
    let (sign, digits) = match plain.strip_prefix('-') {
        // A rounded "-0" is 0.
        Some(digits) if digits.chars().any(|c| ('1'..='9').contains(&c)) => ("\u{2212}", digits),
        Some(digits) => ("", digits),
        None => ("", plain.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let (thousands, decimal) = separators(language);
    let mut written = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            written.push(thousands);
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push(decimal);
        written.push_str(fraction);
    }
    written
}

/// The signs between thousands and before decimals.
pub(super) fn separators(language: &Language) -> (char, char) {
    if language.as_str() == "en" { (',', '.') } else { ('.', ',') }
}

/// A whole number with separators.
#[allow(clippy::cast_precision_loss)] // Counts of people stay far below 2^53.
pub fn integer(language: &Language, value: u64) -> String {
    number(language, value as f64, 0)
}

/// A share from 0 to 1 in per cent: no decimals when the base is under 1,000, one above.
pub fn percentage(language: &Language, share: f64, base: u64) -> String {
    let decimals = usize::from(base >= 1_000);
    let text = number(language, share * 100.0, decimals);
    if language.as_str() == "en" { format!("{text}%") } else { format!("{text}\u{a0}%") }
}

/// A difference of shares in percentage points, signed, one decimal.
pub fn percentage_point(language: &Language, difference: f64) -> String {
    let text = number(language, difference * 100.0, 1);
    let sign = if difference > 0.0 && text != number(language, 0.0, 1) { "+" } else { "" };
    format!("{sign}{text}")
}

/// A date as an office writes it: `3 marzo 2026`, `3 March 2026`, `3. März 2026`; the first of the month `1º` in Italian.
pub fn date(language: &Language, day: NaiveDate) -> String {
    let month = say(language, &format!("month-{}", day.month()));
    match language.as_str() {
        "it" if day.day() == 1 => format!("1º {month} {}", day.year()),
        "de" => format!("{}. {month} {}", day.day(), day.year()),
        _ => format!("{} {month} {}", day.day(), day.year()),
    }
}

/// A date with its weekday.
pub fn date_with_weekday(language: &Language, day: NaiveDate) -> String {
    let weekday = say(language, &format!("weekday-{}", day.weekday().number_from_monday()));
    say_with(language, "date-with-weekday", &[("weekday", weekday.into()), ("date", date(language, day).into())])
}

/// A month and its year.
pub fn year_month(language: &Language, day: NaiveDate) -> String {
    format!("{} {}", say(language, &format!("month-{}", day.month())), day.year())
}

/// A list in a sentence: `a, b e c`.
pub fn list(language: &Language, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => {
            say_with(language, "list-and", &[("first", Argument::Text(first.join(", "))), ("last", Argument::Text(last.clone()))])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_reader_writes_them() {
        let (it, en) = (Language::italian(), Language::english());
        assert_eq!(number(&it, 1_234_567.891, 1), "1.234.567,9");
        assert_eq!(number(&en, 1_234.5, 1), "1,234.5");
        assert_eq!(number(&it, -0.04, 1), "0,0");
        assert_eq!(number(&it, -3.25, 1), "\u{2212}3,2");
        assert_eq!(percentage(&it, 0.6567, 2179), "65,7\u{a0}%");
        assert_eq!(percentage(&it, 0.825, 40), "82\u{a0}%");
        assert_eq!(percentage_point(&it, 0.036), "+3,6");
    }

    #[test]
    fn dates_are_written_as_an_office_writes_them() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        assert_eq!(date(&Language::italian(), day), "1º marzo 2026");
        assert_eq!(date(&Language::english(), day), "1 March 2026");
        assert_eq!(date(&Language::parse("de").unwrap(), day), "1. März 2026");
        assert_eq!(date_with_weekday(&Language::italian(), day), "domenica 1º marzo 2026");
    }

    #[test]
    fn a_list_ends_with_and() {
        let items: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
        assert_eq!(list(&Language::italian(), &items), "a, b e c");
        assert_eq!(list(&Language::italian(), &items[..1]), "a");
    }
}
