//! A form as JSON: the entries of the TOML file by the same names, for programs. `forms/form.schema.json` describes it.

use super::Form;
use super::file::{self, Reading};
use crate::fault::typed::Source;
use serde_json::Value;
use toml::Value as Toml;

/// The JSON Schema (2020-12) of what [`write()`] writes and [`read`] reads.
pub const SCHEMA: &str = include_str!("../../forms/form.schema.json");

/// Keys in the order in which a person reads them; others follow, languages in their own order.
const ORDER: [&str; 34] = [
    "code",
    "languages",
    "value",
    "kind",
    "role",
    "label",
    "title",
    "introduction",
    "thanks",
    "minutes",
    "presentation",
    "text",
    "hint",
    "factor",
    "required",
    "show_if",
    "scale",
    "importance",
    "least",
    "most",
    "at_most",
    "most_characters",
    "exclusive",
    "satisfied",
    "neutral",
    "symbol",
    "polarity",
    "points",
    "dont_know",
    "not_applicable",
    "choices",
    "items",
    "factors",
    "scales",
];

/// A form as JSON of several lines. Reading it gives the same form.
pub fn write(form: &Form) -> String {
    let table: toml::Table = toml::from_str(&file::write(form)).unwrap_or_default();
    let mut text = String::new();
    put(&mut text, &Toml::Table(table), 0);
    text.push('\n');
    text
}

/// Reads JSON with all errors and warnings, in the words and with the places that a TOML file gets.
pub fn read(file_name: &str, text: &str) -> Reading {
    file::read_source(Source::read_json(file_name, text))
}

fn put(text: &mut String, value: &Toml, depth: usize) {
    match value {
        Toml::Table(table) => {
            let rank = |key: &str| ORDER.iter().position(|own| *own == key).unwrap_or(ORDER.len());
            let mut entries: Vec<(&String, &Toml)> = table.iter().collect();
            entries.sort_by_key(|(key, _)| rank(key));
            put_all(text, ('{', '}'), depth, entries, |text, (key, value)| {
                text.push_str(&format!("{}: ", Value::from(key.as_str())));
                put(text, value, depth + 1);
            });
        }
        Toml::Array(list) if list.iter().all(Toml::is_str) => {
            let words: Vec<String> = list.iter().filter_map(Toml::as_str).map(|word| Value::from(word).to_string()).collect();
            text.push_str(&format!("[{}]", words.join(", ")));
        }
        Toml::Array(list) => put_all(text, ('[', ']'), depth, list, |text, value| put(text, value, depth + 1)),
        Toml::String(words) => text.push_str(&Value::from(words.as_str()).to_string()),
        other => text.push_str(&other.to_string()),
    }
}

fn put_all<T>(
    text: &mut String,
    (open, close): (char, char),
    depth: usize,
    all: impl IntoIterator<Item = T>,
    put_one: impl Fn(&mut String, T),
) {
    text.push(open);
    for (place, one) in all.into_iter().enumerate() {
        text.push_str(if place == 0 { "\n" } else { ",\n" });
        text.push_str(&"  ".repeat(depth + 1));
        put_one(text, one);
    }
    text.push('\n');
    text.push_str(&"  ".repeat(depth));
    text.push(close);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flows::words::english;
    use crate::form::{catalog, parse};

    fn shipped() -> Vec<Form> {
        catalog::forms().iter().map(|name| parse(name, &catalog::form(name).unwrap()).unwrap()).collect()
    }

    fn schema() -> jsonschema::Validator {
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("the schema is none: {error}"));
        jsonschema::draft202012::new(&schema).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn what_is_written_is_read_again_and_is_as_the_schema_says() {
        let schema = schema();
        for mut form in shipped() {
            for language in form.languages.clone() {
                form.title.set(language, "\"due\"\nrighe \\ \t 😀");
            }
            let written = write(&form);
            assert_eq!(read("f.json", &written), Reading { form: Some(form), faults: Vec::new() }, "{written}");
            let value = serde_json::from_str(&written).unwrap();
            let errors: Vec<String> =
                schema.iter_errors(&value).map(|error| format!("{} {error}", error.instance_path())).collect();
            assert_eq!(errors, [""; 0], "{written}");
        }
    }

    const GOOD: &str = r#"{
  "code": "f", "languages": ["it", "en"], "title": "T",
  "factors": [{ "code": "staff", "label": "P" }],
  "scales": [{ "code": "five", "points": [{ "value": 1, "label": "No" }, { "value": 5, "label": "Sì", "satisfied": true, "symbol": "star" }] }],
  "pages": [{ "code": "p", "questions": [
    { "code": "overall", "kind": "rating", "role": "overall", "scale": "five", "text": { "it": "Nel complesso?", "en": "Overall?" } },
    { "code": "block", "kind": "matrix", "role": "satisfaction", "scale": "five", "text": "T", "items": [{ "code": "i", "text": "T", "factor": "staff" }] },
    { "code": "used", "kind": "multiple_choice", "role": "filter", "at_most": 1, "text": "T", "choices": [{ "code": "a", "label": "A" }, { "code": "b", "label": "B", "exclusive": true }] },
    { "code": "sex", "kind": "single_choice", "role": "profile", "text": "T", "choices": [{ "code": "a", "label": "A", "value": 0 }, { "code": "b", "label": "B" }] },
    { "code": "age", "kind": "number", "role": "profile", "least": 0, "most": 99, "text": "T" },
    { "code": "why", "kind": "open_text", "show_if": "overall = 1", "most_characters": 20, "text": "T" },
    { "code": "end", "kind": "note", "text": "T" }
  ] }]
}"#;

    #[test]
    fn the_schema_and_the_reader_refuse_alike() {
        let schema = schema();
        let taken = |text: &str| (schema.is_valid(&serde_json::from_str(text).unwrap()), read("f.json", text).form.is_some());
        assert_eq!(taken(GOOD), (true, true));
        for (from, to) in [
            ("\"code\": \"f\"", "\"code\": \"F\""),
            ("[\"it\", \"en\"]", "[]"),
            ("\"title\": \"T\",", ""),
            ("\"title\": \"T\"", "\"title\": \"\""),
            ("\"title\": \"T\"", "\"titel\": \"T\", \"title\": \"T\""),
            ("\"value\": 5", "\"value\": 500"),
            ("\"value\": 5", "\"value\": \"5\""),
            ("\"star\"", "\"sun\""),
            ("\"kind\": \"rating\"", "\"kind\": \"stars\""),
            ("\"role\": \"overall\", ", ""),
            ("\"role\": \"overall\"", "\"role\": \"boss\""),
            ("\"overall\", \"scale\": \"five\"", "\"overall\""),
            ("\"least\": 0, ", ""),
            (", { \"code\": \"b\", \"label\": \"B\" }", ""),
            ("\"exclusive\": true", "\"exclusive\": null"),
            ("\"show_if\": \"overall = 1\"", "\"show_if\": 1"),
            ("\"kind\": \"note\"", "\"kind\": \"note\", \"scale\": \"five\""),
        ] {
            assert!(GOOD.contains(from), "{from}");
            assert_eq!(taken(&GOOD.replacen(from, to, 1)), (false, false), "{from} -> {to}");
        }
    }

    fn one(text: &str) -> (String, usize, String) {
        let faults = read("f.json", text).faults;
        let fault = faults.iter().find(|fault| fault.severity == crate::fault::Severity::Error).expect("it is wrong");
        (english(fault).0, fault.line, fault.source.chars().skip(fault.column - 1).take(fault.width).collect())
    }

    #[test]
    fn every_mistake_has_its_place_in_the_json() {
        let is = |from: &str, to: &str, message: &str, line: usize, marked: &str| {
            assert!(GOOD.contains(from), "{from}");
            assert_eq!(one(&GOOD.replacen(from, to, 1)), (message.to_owned(), line, marked.to_owned()));
        };
        is("\"overall = 1\"", "\"overall = 2\"", "`overall` cannot have this value.", 11, "2");
        is("\"title\": \"T\"", "\"title\": 5", "`title` must be a text in one or more languages, not a whole number.", 2, "5");
        is("\"role\": \"overall\"", "\"role\": null", "`role` is null.", 6, "\"role\"");
        is("\"least\": 0", "\"code\": \"x\", \"least\": 0", "`code` is here twice.", 10, "\"code\"");
        is("\"least\": 0,", "\"least\": 0 0,", "This is not JSON.", 10, "0");
        is("\"sex\"", "\"overall\"", "`overall` is the code of another answer.", 9, "\"overall\"");
        assert_eq!(one("[1]"), ("A form in JSON is one object.".to_owned(), 1, "[1]".to_owned()));
        assert_eq!(one("").0, "This is not JSON.");
        assert_eq!(one(&"[".repeat(100_000)).0, "This is not JSON.");
    }

    #[test]
    fn no_cut_makes_the_reader_panic() {
        for at in (0..GOOD.len()).filter(|at| GOOD.is_char_boundary(*at)) {
            assert_eq!(read("f.json", &GOOD[..at]).form, None);
            let stray = format!("{}null{}", &GOOD[..at], &GOOD[at..]);
            read("f.json", &stray);
        }
    }
}
