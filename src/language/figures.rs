//! Numbers and dates as each language writes them.

use super::{Argument, say, say_with};
use crate::text::Language;
use chrono::{Datelike, NaiveDate};

/// A number with so many decimals: `1.234,5` in Italian, German and Slovene, `1,234.5` in English, `1 234,5` in French, with a blank
/// that does not break. Halves are rounded away from zero.
pub fn number(language: &Language, value: f64, decimals: usize) -> String {
    let plain = format!("{:.decimals$}", rounded(value, decimals));
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

/// The signs between thousands and before decimals. A chart writes hundreds of numbers: the languages of reports are known here,
/// all others say it in `number-example`.
pub(super) fn separators(language: &Language) -> (char, char) {
    match language.as_str() {
        "en" => (',', '.'),
        "it" | "de" | "sl" => ('.', ','),
        _ => separators_in(&say(language, "number-example")).unwrap_or(('\u{a0}', ',')),
    }
}

/// The signs in "1.234,5" as a language writes it; a blank does not break. `None` where it is not that number, or a sign is a digit.
pub(super) fn separators_in(example: &str) -> Option<(char, char)> {
    let example = example.trim_matches(['\u{2068}', '\u{2069}']);
    let signs = example.strip_prefix('1')?.strip_suffix('5')?;
    let (before, after) = signs.split_once("234")?;
    let only = |text: &str| text.chars().next().filter(|sign| sign.len_utf8() == text.len() && !sign.is_numeric());
    let (thousands, decimal) = (only(before)?, only(after)?);
    (thousands != decimal).then_some((if thousands == ' ' { '\u{a0}' } else { thousands }, decimal))
}

/// A value rounded as people round: 82,5 becomes 83.
fn rounded(value: f64, decimals: usize) -> f64 {
    let unit = i32::try_from(decimals).map_or(f64::INFINITY, |decimals| 10_f64.powi(decimals));
    let scaled = value.abs() * unit;
    // Beyond 2^53 there are no halves; NaN goes through as it is.
    if scaled.is_nan() || scaled >= 9e15 {
        return value;
    }
    // 33 of 40 is a half in decimals and may lie an ulp or two below it in binary; no share of people lies as near to one.
    let whole = (scaled + 0.5 + 1e-12 * scaled.max(1.0)).floor();
    (whole / unit).copysign(value)
}

/// A whole number with separators.
#[allow(clippy::cast_precision_loss)] // Counts of people stay far below 2^53.
pub fn integer(language: &Language, value: u64) -> String {
    number(language, value as f64, 0)
}

/// A share from 0 to 1 in per cent: no decimals when the base is under 1,000, one above.
pub fn percentage(language: &Language, share: f64, base: u64) -> String {
    per_cent(language, share, percentage_decimals(base))
}

/// The decimals of a percentage on such a base.
pub fn percentage_decimals(base: u64) -> usize {
    usize::from(base >= 1_000)
}

/// A share from 0 to 1 in per cent with so many decimals.
pub fn per_cent(language: &Language, share: f64, decimals: usize) -> String {
    let text = hundredths(language, share, decimals);
    if language.as_str() == "en" { format!("{text}%") } else { format!("{text}\u{a0}%") }
}

/// The figure before the sign of a percentage. "0" and "100" are said of none and of all only: a share that would be rounded
/// to them has more decimals.
pub fn hundredths(language: &Language, share: f64, decimals: usize) -> String {
    let partly = share > 1e-9 && share < 1.0 - 1e-9;
    let said_of_all = |decimals: &usize| partly && [0.0, 100.0].contains(&rounded(share * 100.0, *decimals));
    let decimals = (decimals..decimals + 6).find(|decimals| !said_of_all(decimals)).unwrap_or(decimals);
    number(language, share * 100.0, decimals)
}

/// The decimals that a value needs to be written as it is, `most` at most.
pub fn decimals_needed(value: f64, most: usize) -> usize {
    (0..most).find(|decimals| (rounded(value, *decimals) - value).abs() < 1e-9).unwrap_or(most)
}

/// The decimals, at least so many, that tell a value from another beside which it stands; of the same value, so many.
pub fn decimals_apart(value: f64, other: f64, least: usize) -> usize {
    if (value - other).abs() < 1e-9 {
        return least;
    }
    (least..least + 6).find(|decimals| rounded(value, *decimals) != rounded(other, *decimals)).unwrap_or(least)
}

/// A date as an office writes it: `3 marzo 2026`, `3 March 2026`, `3. März 2026`, `3 mars 2026`, `3. marec 2026`; the first of the
/// month `1º` in Italian and `1er` in French.
pub fn date(language: &Language, day: NaiveDate) -> String {
    dated(language, "date-whole", day)
}

/// A date whose year is known: `3 marzo`, `3 March`, `3. März`.
pub fn day_and_month(language: &Language, day: NaiveDate) -> String {
    dated(language, "date-of-year", day)
}

fn dated(language: &Language, key: &str, day: NaiveDate) -> String {
    let month = say(language, &format!("month-{}", day.month()));
    // The year as text: a count would be written with separators one day.
    let year = day.year().to_string();
    let written =
        say_with(language, key, &[("day", u64::from(day.day()).into()), ("month", month.into()), ("year", year.into())]);
    // A date is set apart as a whole where it stands in a phrase.
    written.replace(['\u{2068}', '\u{2069}'], "")
}

/// A word as it stands first in a row or a sentence: `E-mail`.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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
        let (fr, sl) = (Language::parse("fr").unwrap(), Language::parse("sl").unwrap());
        assert_eq!([number(&fr, 1_234.5, 1), number(&sl, 1_234.5, 1)], ["1\u{a0}234,5", "1.234,5"]);
        assert_eq!([percentage(&fr, 0.6, 50), percentage(&sl, 0.6, 50)], ["60\u{a0}%", "60\u{a0}%"]);
        assert_eq!(number(&it, -0.04, 1), "0,0");
        assert_eq!(number(&it, -3.25, 1), "\u{2212}3,3");
        assert_eq!(percentage(&it, 0.6567, 2179), "65,7\u{a0}%");
        assert!(number(&it, f64::NAN, 1).contains("NaN") && number(&it, 1e18, 0).starts_with("1.000.000."));
    }

    #[test]
    #[allow(clippy::cast_precision_loss)]
    fn halves_are_rounded_away_from_zero_also_where_binary_lies_below_them() {
        let it = Language::italian();
        assert_eq!(percentage(&it, 33.0 / 40.0, 40), "83\u{a0}%");
        assert_eq!(number(&it, 1.005, 2), "1,01");
        assert_eq!(number(&it, -2.5, 0), "\u{2212}3");
        // Every half per cent that a base under 1,000 can make, and what lies just beside it.
        for base in (2..1_000_u64).step_by(2) {
            for count in (0..base).filter(|count| count * 200 % base == 0 && count * 200 / base % 2 == 1) {
                let expected = ((count * 200 / base).div_ceil(2)).to_string();
                assert_eq!(number(&it, count as f64 / base as f64 * 100.0, 0), expected, "{count} of {base}");
            }
        }
        assert_eq!(number(&it, 82.499_999_9, 0), "82");
    }

    #[test]
    fn only_all_are_a_hundred_per_cent_and_only_none_are_nought() {
        let it = Language::italian();
        assert_eq!(percentage(&it, 249.0 / 250.0, 250), "99,6\u{a0}%");
        assert_eq!(percentage(&it, 1.0 / 250.0, 250), "0,4\u{a0}%");
        assert_eq!(percentage(&it, 29_999.0 / 30_000.0, 30_000), "99,997\u{a0}%");
        assert_eq!([percentage(&it, 1.0, 250), percentage(&it, 0.0, 250)], ["100\u{a0}%", "0\u{a0}%"]);
        assert_eq!([percentage(&it, 1.0 - 1e-16, 250), percentage(&it, 1e-17, 250)], ["100\u{a0}%", "0\u{a0}%"]);
    }

    #[test]
    fn a_target_keeps_the_decimals_it_has() {
        let needed = [decimals_needed(80.0, 1), decimals_needed(82.5, 1), decimals_needed(4.25, 2), decimals_needed(3.0, 2)];
        assert_eq!(needed, [0, 1, 2, 0]);
        assert_eq!(decimals_needed(0.1 * 3.0 * 100.0, 2), 0);
    }

    #[test]
    fn a_value_is_told_from_the_one_it_stands_beside() {
        assert_eq!(decimals_apart(79.8, 80.0, 0), 1);
        assert_eq!(decimals_apart(79.96, 80.0, 0), 2);
        assert_eq!([decimals_apart(80.0, 80.0, 0), decimals_apart(79.0, 80.0, 0), decimals_apart(79.0, 80.0, 1)], [0, 0, 1]);
    }

    #[test]
    fn dates_are_written_as_an_office_writes_them() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        assert_eq!(date(&Language::italian(), day), "1º marzo 2026");
        assert_eq!(date(&Language::english(), day), "1 March 2026");
        assert_eq!(date(&Language::parse("de").unwrap(), day), "1. März 2026");
        assert_eq!(date(&Language::parse("fr").unwrap(), day), "1er mars 2026");
        assert_eq!(date(&Language::parse("fr").unwrap(), day.succ_opt().unwrap()), "2 mars 2026");
        assert_eq!(date(&Language::parse("sl").unwrap(), day), "1. marec 2026");
    }

    #[test]
    fn the_example_of_each_language_shows_how_its_numbers_are_written() {
        for language in super::super::built_in() {
            assert_eq!(number(&language, 1_234.5, 1), say(&language, "number-example").replace(' ', "\u{a0}"), "{language}");
        }
        assert_eq!(separators_in("1 234,5"), Some(('\u{a0}', ',')));
        for none in ["1234.5", "1.234.5", "1,234", "", "1.234,56", "1..234,5", "10234,5"] {
            assert_eq!(separators_in(none), None, "{none}");
        }
    }

    #[test]
    fn a_list_ends_with_and() {
        let items: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
        assert_eq!(list(&Language::italian(), &items), "a, b e c");
        assert_eq!(list(&Language::parse("fr").unwrap(), &items), "a, b et c");
        assert_eq!(list(&Language::parse("sl").unwrap(), &items), "a, b in c");
        assert_eq!(list(&Language::italian(), &items[..1]), "a");
    }
}
