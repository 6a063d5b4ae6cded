//! The cells of a register: days, values, yes and no.

use chrono::NaiveDate;

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq)]
pub enum RowReason {
    /// There are more cells than columns: the row cannot be told apart.
    TooManyCells,
    /// A quotation mark is open: the row swallows the next ones, to this line. All of them are left out.
    OpenQuote(u64),
    /// The day is missing.
    NoDay,
    /// This is no day.
    Day(String),
    /// The day lies in another year than the edition's.
    OtherYear(NaiveDate, i32),
    /// The day comes after the one up to which the register is kept.
    AfterRegister(NaiveDate, NaiveDate),
    /// It was answered before it arrived: the answer, the arrival.
    SettledBefore(NaiveDate, NaiveDate),
    /// The value is missing.
    NoValue,
    /// This is no number.
    Value(String),
    /// This may be a number of thousands or one with three decimals.
    Ambiguous(String),
    /// The number is below nought.
    Negative(String),
    /// It says neither yes nor no.
    NoWord,
    /// This word is neither yes nor no.
    Word(String),
    /// The same day or number stands on an earlier line already.
    Repeated(u64),
}

const YES: [&str; 18] = [
    "sì",
    "si",
    "si'",
    "s",
    "yes",
    "y",
    "vero",
    "true",
    "aperto",
    "aperta",
    "open",
    "ok",
    "1",
    "ja",
    "j",
    "wahr",
    "geöffnet",
    "offen",
];
const NO: [&str; 11] = ["no", "n", "falso", "false", "chiuso", "chiusa", "closed", "0", "nein", "falsch", "geschlossen"];
const UNANSWERED: [&str; 12] = [
    "nessuna risposta",
    "senza risposta",
    "non risposto",
    "non risponde",
    "mancata risposta",
    "no answer",
    "not answered",
    "unanswered",
    "keine antwort",
    "nicht beantwortet",
    "unbeantwortet",
    "nicht angenommen",
];

/// The longest number of a case, in characters.
const MOST_REFERENCE: usize = 60;

/// `31/12/2026` or `31.12.2026`, as Italian and German Excel write it, or `2026-12-31`; a time of day after it is left alone.
pub(super) fn day(typed: &str) -> Result<NaiveDate, RowReason> {
    if typed.is_empty() {
        return Err(RowReason::NoDay);
    }
    let (date, time) = typed.split_once([' ', 'T']).unwrap_or((typed, ""));
    let parts: Vec<&str> = date.split(['/', '-', '.']).collect();
    let whole = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u32>().ok()).flatten();
    let found = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => Some((year, month, day)),
        [day, month, year] if year.len() == 4 => Some((year, month, day)),
        _ => None,
    };
    let is_time = time.is_empty() || time.starts_with(|first: char| first.is_ascii_digit());
    let found = found
        .filter(|_| is_time)
        .and_then(|(year, month, day)| NaiveDate::from_ymd_opt(i32::try_from(whole(year)?).ok()?, whole(month)?, whole(day)?));
    found.ok_or_else(|| RowReason::Day(typed.to_owned()))
}

/// A number with comma or point; `None` for a call that nobody answered. Three digits after the sign may be thousands, and a
/// promise must not be decided on a guess.
pub(super) fn value(typed: &str) -> Result<Option<f64>, RowReason> {
    if typed.is_empty() {
        return Err(RowReason::NoValue);
    }
    if UNANSWERED.contains(&typed.to_lowercase().as_str()) {
        return Ok(None);
    }
    let not_a_number = || RowReason::Value(typed.to_owned());
    let unsigned = typed.strip_prefix(['-', '\u{2212}']);
    let digits = unsigned.unwrap_or(typed);
    let (whole, fraction) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    if [whole, fraction].iter().any(|part| part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(not_a_number());
    }
    if fraction.len() == 3 && whole.len() <= 3 && whole != "0" {
        return Err(RowReason::Ambiguous(typed.to_owned()));
    }
    let number: f64 = format!("{whole}.{fraction}").parse().map_err(|_| not_a_number())?;
    match unsigned {
        Some(_) if number > 0.0 => Err(RowReason::Negative(typed.to_owned())),
        _ if number.is_finite() => Ok(Some(number)),
        _ => Err(not_a_number()),
    }
}

/// Yes or no.
pub(super) fn yes_or_no(typed: &str) -> Result<bool, RowReason> {
    let lower = typed.to_lowercase();
    match lower.as_str() {
        "" => Err(RowReason::NoWord),
        word if YES.contains(&word) => Ok(true),
        word if NO.contains(&word) => Ok(false),
        _ => Err(RowReason::Word(typed.to_owned())),
    }
}

/// The number under which the office finds a case, in one line.
pub(super) fn reference(typed: &str) -> String {
    let clean: String = typed.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(MOST_REFERENCE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_excel_and_as_iso_write_it() {
        let last = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
        for typed in ["31/12/2026", "2026-12-31", "31-12-2026", "31.12.2026", "31/12/2026 10:32", "2026-12-31T10:32:00"] {
            assert_eq!(day(typed), Ok(last), "{typed}");
        }
        assert_eq!(day("1/2/2026").ok(), NaiveDate::from_ymd_opt(2026, 2, 1));
        for typed in ["12/31/2026", "31/12/26", "31 dicembre", "2026-02-30", "31/12/2026 ieri", "+1/2/2026", "46387"] {
            assert_eq!(day(typed), Err(RowReason::Day(typed.to_owned())), "{typed}");
        }
        assert_eq!(day(""), Err(RowReason::NoDay));
    }

    #[test]
    fn a_value_has_comma_or_point_and_none_is_guessed() {
        for (typed, expected) in
            [("3", 3.0), ("3,5", 3.5), ("3.5", 3.5), ("0", 0.0), ("-0", 0.0), ("0,125", 0.125), ("1200", 1_200.0)]
        {
            assert_eq!(value(typed), Ok(Some(expected)), "{typed}");
        }
        assert_eq!(["Nessuna risposta", "no answer", "Keine Antwort"].map(value), [const { Ok(None) }; 3]);
        assert_eq!(value("1.180"), Err(RowReason::Ambiguous("1.180".to_owned())));
        assert_eq!(value("-2"), Err(RowReason::Negative("-2".to_owned())));
        for typed in ["tre", "3 squilli", "1.180,5", "NaN", "inf", "1e3", ",5", "--3"] {
            assert_eq!(value(typed), Err(RowReason::Value(typed.to_owned())), "{typed}");
        }
        assert_eq!(value(""), Err(RowReason::NoValue));
    }

    #[test]
    fn yes_and_no_are_known_in_every_language_of_staff_and_nothing_else_is() {
        assert_eq!(["Sì", "si", "YES", "Ja", "aperto", "Geöffnet", "1"].map(yes_or_no), [const { Ok(true) }; 7]);
        assert_eq!(["No", "n", "FALSE", "Nein", "chiuso", "geschlossen", "0"].map(yes_or_no), [const { Ok(false) }; 7]);
        assert_eq!(yes_or_no("forse"), Err(RowReason::Word("forse".to_owned())));
        assert_eq!(yes_or_no(""), Err(RowReason::NoWord));
    }
}
