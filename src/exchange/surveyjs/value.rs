//! What stands in the JSON of SurveyJS.

use crate::exchange::draft::MOST_LANGUAGES;
use crate::exchange::tongue::language_of;
use crate::text::Language;
use serde_json::Value;

/// The languages that texts anywhere in the survey have.
pub(super) fn add_languages(value: &Value, languages: &mut Vec<Language>) {
    match value {
        Value::Object(all) => {
            if all.contains_key("default") && all.values().all(Value::is_string) {
                for language in all.keys().filter(|name| *name != "default").filter_map(|name| language_of(name)) {
                    if languages.len() < MOST_LANGUAGES && !languages.contains(&language) {
                        languages.push(language);
                    }
                }
            }
            all.values().for_each(|inner| add_languages(inner, languages));
        }
        Value::Array(list) => list.iter().for_each(|inner| add_languages(inner, languages)),
        _ => {}
    }
}

pub(super) fn word<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

pub(super) fn truth(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool).unwrap_or_default()
}

/// Whether there is something that means more than nothing.
pub(super) fn is_given(value: &Value, key: &str) -> bool {
    match value.get(key) {
        None | Some(Value::Null | Value::Bool(false)) => false,
        Some(Value::String(text)) => !text.is_empty(),
        Some(Value::Array(list)) => !list.is_empty(),
        Some(Value::Object(all)) => !all.is_empty(),
        Some(Value::Number(number)) => number.as_i64() != Some(0),
        Some(Value::Bool(true)) => true,
    }
}

pub(super) fn number(value: &Value, key: &str) -> Option<i64> {
    let number = value.get(key)?;
    number.as_i64().or_else(|| number.as_str()?.parse().ok())
}

pub(super) fn longest(element: &Value) -> Option<u32> {
    number(element, "maxLength").and_then(|most| u32::try_from(most).ok()).filter(|most| *most > 0)
}

/// The value of a choice: itself, or that of the object that has a text beside it.
pub(super) fn value_of(choice: &Value) -> String {
    match choice.get("value").unwrap_or(choice) {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
