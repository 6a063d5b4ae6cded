//! What a value of a file must be, and how it is read.

use chrono::NaiveDate;
use toml::de::DeValue;

/// What a value must be: the keys of the words for it and of an example.
#[derive(Clone, Copy)]
pub struct Wanted {
    /// What it is called.
    pub name: &'static str,
    /// An example of it.
    pub example: &'static str,
}

pub const TEXT: Wanted = Wanted { name: "fault-type-text", example: "fault-hint-text" };
pub const TEXTS: Wanted = Wanted { name: "fault-type-texts", example: "fault-hint-texts" };
pub const INTEGER: Wanted = Wanted { name: "fault-type-integer", example: "fault-hint-integer" };
pub const NUMBER: Wanted = Wanted { name: "fault-type-number", example: "fault-hint-number" };
pub const FLAG: Wanted = Wanted { name: "fault-type-flag", example: "fault-hint-flag" };
pub const DAY: Wanted = Wanted { name: "fault-type-day", example: "fault-hint-day" };
pub const DAYS: Wanted = Wanted { name: "fault-type-days", example: "fault-hint-days" };
pub const STRINGS: Wanted = Wanted { name: "fault-type-strings", example: "fault-hint-strings" };
pub const NUMBERS: Wanted = Wanted { name: "fault-type-numbers", example: "fault-hint-numbers" };
pub const TABLE: Wanted = Wanted { name: "fault-type-table", example: "fault-hint-table" };
pub const TABLES: Wanted = Wanted { name: "fault-type-tables", example: "fault-hint-tables" };

/// A number, with or without decimals.
pub fn real(value: &DeValue<'_>) -> Option<f64> {
    let number = match value {
        DeValue::Integer(number) => number.as_str().parse().ok(),
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    };
    number.filter(|number: &f64| number.is_finite())
}

/// A day without a time.
pub fn day(value: &DeValue<'_>) -> Option<NaiveDate> {
    let typed = value.as_datetime().filter(|moment| moment.time.is_none()).and_then(|moment| moment.date)?;
    NaiveDate::from_ymd_opt(typed.year.into(), typed.month.into(), typed.day.into())
}

/// What stands in the cell of a table: a text or a whole number.
pub fn cell(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        _ => None,
    }
}
