//! The language that a heading of theirs names: `Italiano (it)`, `English`, `fr`.

use crate::fault::Value;
use crate::text::Language;

const NAMES: [(&str, &[&str]); 19] = [
    ("it", &["italiano", "italian", "ita"]),
    ("en", &["english", "inglese", "eng"]),
    ("de", &["deutsch", "german", "tedesco", "deu", "ger"]),
    ("fr", &["français", "francais", "french", "francese", "fra", "fre"]),
    ("sl", &["slovenščina", "slovenian", "slovene", "sloveno", "slv"]),
    ("es", &["español", "espanol", "spanish", "spagnolo", "spa"]),
    ("pt", &["português", "portugues", "portuguese", "por"]),
    ("ro", &["română", "romana", "romanian", "romeno", "ron"]),
    ("sq", &["shqip", "albanian", "albanese", "sqi"]),
    ("ar", &["العربية", "arabic", "arabo", "ara"]),
    ("zh", &["中文", "chinese", "cinese", "zho"]),
    ("uk", &["українська", "ukrainian", "ucraino", "ukr"]),
    ("ru", &["русский", "russian", "russo", "rus"]),
    ("hi", &["हिन्दी", "hindi", "hin"]),
    ("sw", &["kiswahili", "swahili", "swa"]),
    ("hr", &["hrvatski", "croatian", "croato", "hrv"]),
    ("fur", &["furlan", "friulano", "friulian"]),
    ("lld", &["ladin", "ladino"]),
    ("sc", &["sardu", "sardo", "sardinian", "srd"]),
];

/// The language of a heading, if it names one. What stands in brackets may be a region: `English (UK)`, `Português (BR)`.
pub(super) fn language_of(heading: &str) -> Option<Language> {
    let heading = heading.trim();
    let Some((before, within)) = heading.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) else {
        return subtag(heading);
    };
    by_name(before).or_else(|| subtag(within)).or_else(|| subtag(before))
}

fn by_name(text: &str) -> Option<Language> {
    let lower = text.trim().to_lowercase();
    NAMES.iter().find(|(_, names)| names.contains(&lower.as_str())).and_then(|(code, _)| Language::parse(code))
}

fn subtag(text: &str) -> Option<Language> {
    let primary = text.trim().split(['-', '_']).next().unwrap_or_default().to_lowercase();
    by_name(&primary).or_else(|| Language::parse(&primary))
}

/// A language as the reader calls it; its code where the program has no word for it.
pub(super) fn named(language: &Language) -> Value {
    let words = [
        ("it", "exchange-language-it"),
        ("en", "exchange-language-en"),
        ("de", "exchange-language-de"),
        ("fr", "exchange-language-fr"),
        ("sl", "exchange-language-sl"),
    ];
    let known = words.iter().find(|(code, _)| *code == language.as_str());
    known.map_or_else(|| Value::from(language), |(_, key)| Value::Key(key))
}

/// A heading for a language: `Italiano (it)`.
pub(super) fn heading_of(language: &Language) -> String {
    let own = [("it", "Italiano"), ("en", "English"), ("de", "Deutsch"), ("fr", "Français"), ("sl", "Slovenščina")];
    let name = own.iter().find(|(code, _)| *code == language.as_str()).map_or(language.as_str(), |(_, name)| name);
    format!("{name} ({language})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_in_brackets_is_no_language() {
        for (heading, expected) in [
            ("Italiano (it)", Some("it")),
            ("English", Some("en")),
            ("fr", Some("fr")),
            ("de-CH", Some("de")),
            ("English (UK)", Some("en")),
            ("English (US)", Some("en")),
            ("Português (BR)", Some("pt")),
            ("Deutsch (CH)", Some("de")),
            ("Plattdüütsch (nds)", Some("nds")),
            ("ukr", Some("uk")),
            ("Furlan", Some("fur")),
            ("Piemontèis", None),
            ("Testo lungo", None),
            ("", None),
        ] {
            assert_eq!(language_of(heading).as_ref().map(Language::as_str), expected, "{heading}");
        }
    }
}
