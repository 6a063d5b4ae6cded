//! Phrases by key, from the fluent files.

use crate::text::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/src/language/texts/"]
#[include = "*.ftl"]
struct Files;

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<BTreeMap<Language, Bundle>> = LazyLock::new(|| {
    let mut bundles = BTreeMap::new();
    for path in Files::iter() {
        let Some(language) = path.split('/').next().and_then(Language::parse) else { continue };
        let Some(file) = Files::get(&path) else { continue };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        let bundle = bundles.entry(language.clone()).or_insert_with(|| empty_bundle(&language));
        // A message that does not parse is left out and then missed by the test that compares the languages.
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundles
});

fn empty_bundle(language: &Language) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![language.as_str().parse().unwrap_or_default()]);
    // No invisible direction marks around values: they would end in file names, PDF and plain mail.
    bundle.set_use_isolating(false);
    bundle
}

/// A value put into a phrase.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// Words, or a number already written in the reader's language.
    Text(String),
    /// A count: chooses singular or plural; shown without separators.
    Count(u64),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Argument {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

/// The languages that have any texts.
pub fn available() -> Vec<Language> {
    BUNDLES.keys().cloned().collect()
}

/// The phrase of a key in a language, else in Italian, else the key itself.
pub fn say(language: &Language, key: &str) -> String {
    say_with(language, key, &[])
}

/// The phrase of a key with values put in.
pub fn say_with(language: &Language, key: &str, arguments: &[(&str, Argument)]) -> String {
    let mut values = FluentArgs::new();
    for (name, argument) in arguments {
        let value = match argument {
            Argument::Text(text) => FluentValue::from(text.as_str()),
            Argument::Count(count) => FluentValue::from(*count),
        };
        values.set(*name, value);
    }
    [language, &Language::italian()]
        .into_iter()
        .filter_map(|language| BUNDLES.get(language))
        .find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            let phrase = bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned();
            Some(if language.as_str() == "it" { elide_before_numbers(phrase) } else { phrase })
        })
        .unwrap_or_else(|| key.to_owned())
}

/// Italian elides the article before the 8th and the 11th: "dall'8 marzo", where the phrase says "dal { $day }".
fn elide_before_numbers(phrase: String) -> String {
    const ARTICLES: [&str; 7] = ["il", "dal", "al", "del", "nel", "sul", "Il"];
    const ELIDED: [&str; 7] = ["l'", "dall'", "all'", "dell'", "nell'", "sull'", "L'"];
    if !phrase.contains("l 8 ") && !phrase.contains("l 11 ") {
        return phrase;
    }
    let mut words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
    for place in (1..words.len()).rev() {
        let article = ARTICLES.iter().position(|article| words[place - 1] == *article);
        if let Some(article) = article.filter(|_| matches!(words[place].as_str(), "8" | "11") && place + 1 < words.len()) {
            let number = words.remove(place);
            words[place - 1] = format!("{}{number}", ELIDED[article]);
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_bundle::FluentResource;
    use std::collections::BTreeSet;

    fn keys(language: &str) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for path in Files::iter().filter(|path| path.starts_with(&format!("{language}/"))) {
            let text = String::from_utf8(Files::get(&path).unwrap().data.into_owned()).unwrap();
            let parsed = FluentResource::try_new(text.clone());
            assert!(parsed.is_ok(), "{path} has a mistake: {:?}", parsed.err().map(|(_, errors)| errors));
            for line in text.lines() {
                if let Some((key, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                    assert!(keys.insert(key.trim().to_owned()), "{path}: {key} stands twice");
                }
            }
        }
        keys
    }

    #[test]
    fn italian_and_english_have_the_same_keys() {
        let (italian, english) = (keys("it"), keys("en"));
        assert_eq!(italian.difference(&english).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in English");
        assert_eq!(english.difference(&italian).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in Italian");
    }

    /// The texts of a language with the names of the values they take.
    fn values(language: &str) -> BTreeSet<(String, String)> {
        let mut values = BTreeSet::new();
        let mut key = String::new();
        for path in Files::iter().filter(|path| path.starts_with(&format!("{language}/"))) {
            let text = String::from_utf8(Files::get(&path).unwrap().data.into_owned()).unwrap();
            for line in text.lines() {
                if let Some((own, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                    key = own.to_owned();
                }
                let names =
                    line.split('$').skip(1).filter_map(|rest| rest.split(|c: char| !c.is_ascii_lowercase() && c != '_').next());
                values.extend(names.map(|name| (key.clone(), name.to_owned())));
            }
        }
        values
    }

    #[test]
    fn italian_and_english_tell_the_same_of_a_mistake() {
        let of = |language| values(language).into_iter().filter(|(key, _)| key.starts_with("fault-")).collect::<BTreeSet<_>>();
        assert_eq!(of("it").symmetric_difference(&of("en")).collect::<Vec<_>>(), Vec::<&(String, String)>::new());
    }

    /// Every text in quotation marks of the program's source that begins like a key of an area.
    fn named_in_the_source(area: &str) -> BTreeSet<String> {
        let mut named = BTreeSet::new();
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let text = std::fs::read_to_string(path).unwrap();
                    let quoted = text.split('"').filter(|part| part.strip_prefix(area).is_some_and(|rest| !rest.is_empty()));
                    let keys = quoted.filter(|part| part.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '8'));
                    named.extend(keys.map(str::to_owned));
                }
            }
        }
        named
    }

    #[test]
    fn every_text_about_a_mistake_is_used_and_every_one_that_is_used_is_there() {
        for area in ["fault-", "failed-", "terminal-", "import-", "api-"] {
            let there: BTreeSet<String> = keys("en").into_iter().filter(|key| key.starts_with(area)).collect();
            let named = named_in_the_source(area);
            assert_eq!(there.symmetric_difference(&named).collect::<Vec<_>>(), Vec::<&String>::new(), "{area}");
        }
    }

    #[test]
    fn further_languages_have_no_key_of_their_own() {
        let italian = keys("it");
        for language in available() {
            let unknown: Vec<_> = keys(language.as_str()).difference(&italian).cloned().collect();
            assert!(unknown.is_empty(), "{language}: {unknown:?}");
        }
    }

    #[test]
    fn the_article_is_elided_before_the_8th_and_the_11th() {
        let elided = |text: &str| elide_before_numbers(text.to_owned());
        assert_eq!(elided("aperta dal 8 marzo al 11 aprile 2026."), "aperta dall'8 marzo all'11 aprile 2026.");
        assert_eq!(elided("Il 8 maggio"), "L'8 maggio");
        assert_eq!(elided("dal 18 marzo al 1º aprile, il 80 %"), "dal 18 marzo al 1º aprile, il 80 %");
    }

    #[test]
    fn a_phrase_chooses_singular_and_plural() {
        let italian = Language::italian();
        assert_eq!(say_with(&italian, "answers-counted", &[("count", 1.into())]), "1 risposta");
        assert_eq!(say_with(&italian, "answers-counted", &[("count", 12.into())]), "12 risposte");
        assert_eq!(say(&italian, "no-such-key"), "no-such-key");
    }
}
