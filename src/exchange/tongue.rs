//! The language that a heading of theirs names: `Italiano (it)`, `English`, `fr`.

use crate::text::Language;

const NAMES: [(&str, &[&str]); 16] = [
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
];

/// The language of a heading, if it names one.
pub(super) fn language_of(heading: &str) -> Option<Language> {
    let heading = heading.trim();
    let within = heading.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    if let Some(language) = within.and_then(|(_, inner)| subtag(inner)) {
        return Some(language);
    }
    let lower = heading.to_lowercase();
    let known = NAMES.iter().find(|(_, names)| names.contains(&lower.as_str()));
    known.and_then(|(code, _)| Language::parse(code)).or_else(|| subtag(heading))
}

fn subtag(text: &str) -> Option<Language> {
    let primary = text.trim().split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let known = NAMES.iter().find(|(_, names)| names.contains(&primary.as_str())).map(|(code, _)| *code);
    Language::parse(known.unwrap_or(&primary))
}

/// A heading for a language: `Italiano (it)`.
pub(super) fn heading_of(language: &Language) -> String {
    let own = [("it", "Italiano"), ("en", "English"), ("de", "Deutsch"), ("fr", "Français"), ("sl", "Slovenščina")];
    let name = own.iter().find(|(code, _)| *code == language.as_str()).map_or(language.as_str(), |(_, name)| name);
    format!("{name} ({language})")
}
