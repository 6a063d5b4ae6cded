//! Numbers and days as people type them: the other way round of [`number`](super::number) and [`date`](super::date).

use super::figures::separators;
use crate::text::Language;
use chrono::NaiveDate;

/// A number: `1.180` is 1180 and `3,5` is 3.5 in Italian, the other way round in English. Thousands are groups of three
/// with the language's sign or a blank; without groups all digits follow each other.
///
/// `None` for anything else: `12.5` in Italian may mean 12.5 or 125, and a goal must not be decided on a guess.
pub fn read_number(language: &Language, typed: &str) -> Option<f64> {
    let typed = typed.trim();
    let (sign, digits) = match typed.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => ("-", digits),
        None => ("", typed),
    };
    let (thousands, decimal) = separators(language);
    let (whole, fraction) = digits.split_once(decimal).map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let whole = without_groups(whole, thousands)?;
    let fraction = fraction.map_or(Some("0"), |fraction| all_digits(fraction).then_some(fraction))?;
    format!("{sign}{whole}.{fraction}").parse().ok().filter(|number: &f64| number.is_finite())
}

/// A whole number that is not negative; `None` for anything else. See [`read_number`].
pub fn read_whole(language: &Language, typed: &str) -> Option<u64> {
    without_groups(typed.trim(), separators(language).0)?.parse().ok()
}

/// A day, as browsers and files write it (`2026-03-31`) or people do (`31/03/2026`, in German `31.03.2026`); `None` for
/// anything else. With two signs and a year of four digits it is no number.
pub fn read_day(typed: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"].iter().find_map(|format| NaiveDate::parse_from_str(typed.trim(), format).ok())
}

fn without_groups(typed: &str, thousands: char) -> Option<String> {
    // A narrow or other unbreakable blank comes from what was copied.
    let blank = |c: char| [' ', '\u{a0}', '\u{202f}'].contains(&c);
    let parts: Vec<&str> = match typed.contains(blank) {
        true => typed.split(blank).collect(),
        false => typed.split(thousands).collect(),
    };
    let groups = match parts.as_slice() {
        [only] => all_digits(only),
        [first, others @ ..] => {
            (1..=3).contains(&first.len()) && !first.starts_with('0') && others.iter().all(|group| group.len() == 3)
        }
        [] => false,
    };
    (groups && parts.iter().all(|part| all_digits(part))).then(|| parts.concat())
}

fn all_digits(typed: &str) -> bool {
    !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::number;
    use super::*;

    #[test]
    fn a_point_is_for_thousands_in_italian_and_for_decimals_in_english() {
        let (it, en) = (Language::italian(), Language::english());
        for (typed, italian, english) in [
            ("1.180", Some(1180.0), Some(1.18)),
            ("1,180", Some(1.18), Some(1180.0)),
            ("12.5", None, Some(12.5)),
            ("12,5", Some(12.5), None),
            ("1.234.567,25", Some(1_234_567.25), None),
            ("1 180", Some(1180.0), Some(1180.0)),
            ("0.500", None, Some(0.5)),
            ("24770", Some(24770.0), Some(24770.0)),
            ("-3", Some(-3.0), Some(-3.0)),
        ] {
            assert_eq!((read_number(&it, typed), read_number(&en, typed)), (italian, english), "{typed}");
        }
    }

    #[test]
    fn a_day_is_read_as_browsers_and_as_people_write_it() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 31);
        assert_eq!(["2026-03-31", "31/03/2026", " 31/3/2026 ", "31.03.2026", "31.3.2026"].map(read_day), [day; 5]);
        assert_eq!(
            ["", "31 marzo", "2026-02-30", "03/31/2026", "03.31.2026", "31.03/2026", "31.03.", "31.032.026"].map(read_day),
            [None; 8]
        );
    }

    #[test]
    fn what_is_no_number_or_could_be_two_is_none() {
        for typed in ["", "-", "molti", "3,", ",5", "1.18", "1.1800", "1..180", "1.180 000", "1,5,5", "1e3", "NaN", "inf"] {
            assert_eq!(read_number(&Language::italian(), typed), None, "{typed}");
        }
        assert_eq!(read_whole(&Language::italian(), "24.770"), Some(24_770));
        for typed in ["", "12,0", "-1", "24.77", "99999999999999999999"] {
            assert_eq!(read_whole(&Language::italian(), typed), None, "{typed}");
        }
    }

    #[test]
    fn what_was_written_is_read_again() {
        for language in ["it", "en", "de", "fr", "sl"].map(|code| Language::parse(code).unwrap()) {
            for value in [0.0, 0.5, 12.5, 999.0, 1_180.0, 24_770.25, 1_234_567.0] {
                assert_eq!(read_number(&language, &number(&language, value, 2)), Some(value));
            }
        }
    }
}
