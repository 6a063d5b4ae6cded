//! Phrases by key, from the fluent files.

use super::agreement::agree;
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

/// The languages that have every text: those of the pages for staff and of reports. Others have the citizen's pages only.
pub fn complete() -> &'static [Language] {
    static COMPLETE: LazyLock<Vec<Language>> = LazyLock::new(|| {
        let italian: Vec<String> = Files::iter().filter(|path| path.starts_with("it/")).flat_map(|path| keys(&path)).collect();
        let has_all = |bundle: &Bundle| italian.iter().all(|key| bundle.has_message(key));
        BUNDLES.iter().filter(|(_, bundle)| has_all(bundle)).map(|(language, _)| language.clone()).collect()
    });
    &COMPLETE
}

/// The keys in a file, in its order.
fn keys(path: &str) -> Vec<String> {
    let Some(file) = Files::get(path) else { return Vec::new() };
    let text = String::from_utf8_lossy(&file.data);
    let lines = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    lines.filter_map(|line| Some(line.split_once(" =")?.0.trim().to_owned())).collect()
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
            // A figure and its sign stay on one line, also where a phrase has the figure itself.
            let phrase = bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).replace(" %", "\u{a0}%");
            Some(agree(language, phrase))
        })
        .unwrap_or_else(|| key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_bundle::FluentResource;
    use std::collections::BTreeSet;

    fn keys_of(language: &str) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        for path in Files::iter().filter(|path| path.starts_with(&format!("{language}/"))) {
            let text = String::from_utf8(Files::get(&path).unwrap().data.into_owned()).unwrap();
            let parsed = FluentResource::try_new(text.clone());
            assert!(parsed.is_ok(), "{path} has a mistake: {:?}", parsed.err().map(|(_, errors)| errors));
            for key in keys(&path) {
                assert!(all.insert(key.clone()), "{path}: {key} stands twice");
            }
        }
        all
    }

    #[test]
    fn italian_and_english_have_the_same_keys() {
        let (italian, english) = (keys_of("it"), keys_of("en"));
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
            let there: BTreeSet<String> = keys_of("en").into_iter().filter(|key| key.starts_with(area)).collect();
            let named = named_in_the_source(area);
            assert_eq!(there.symmetric_difference(&named).collect::<Vec<_>>(), Vec::<&String>::new(), "{area}");
        }
    }

    #[test]
    fn further_languages_have_no_key_of_their_own() {
        let italian = keys_of("it");
        for language in available() {
            let unknown: Vec<_> = keys_of(language.as_str()).difference(&italian).cloned().collect();
            assert!(unknown.is_empty(), "{language}: {unknown:?}");
        }
    }

    /// What citizens meet, in every language: their pages, letters, the paper form, dates and lists.
    const CITIZENS: [&str; 5] = ["citizen", "letter", "problem", "shared", "widget"];

    fn keys_for_citizens(language: &str) -> BTreeSet<String> {
        CITIZENS.iter().flat_map(|area| keys(&format!("{language}/{area}.ftl"))).collect()
    }

    #[test]
    fn what_citizens_meet_is_there_in_all_five_languages() {
        assert_eq!(available().iter().map(Language::as_str).collect::<Vec<_>>(), ["de", "en", "fr", "it", "sl"]);
        let italian = keys_for_citizens("it");
        for language in available() {
            let own = keys_for_citizens(language.as_str());
            assert_eq!(
                italian.symmetric_difference(&own).collect::<Vec<_>>(),
                Vec::<&String>::new(),
                "missing or unknown: {language}"
            );
        }
    }

    #[test]
    fn a_text_for_citizens_takes_the_same_values_in_every_language() {
        let citizens = keys_for_citizens("it");
        let of = |language: &str| values(language).into_iter().filter(|(key, _)| citizens.contains(key)).collect::<BTreeSet<_>>();
        let italian = of("it");
        for language in available() {
            let own = of(language.as_str());
            assert_eq!(italian.symmetric_difference(&own).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "{language}");
        }
    }

    /// The texts for citizens that depend on a count, each with the numbers it tells apart.
    fn plurals(language: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut plurals: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for area in CITIZENS {
            let text = String::from_utf8(Files::get(&format!("{language}/{area}.ftl")).unwrap().data.into_owned()).unwrap();
            let mut key = "";
            for line in text.lines() {
                if let Some((own, _)) = line.split_once(" = ").filter(|_| line.ends_with("->")) {
                    key = own;
                } else if let Some((number, _)) =
                    line.trim_start_matches([' ', '*']).strip_prefix('[').and_then(|l| l.split_once(']'))
                {
                    plurals.entry(key.to_owned()).or_default().insert(number.to_owned());
                }
            }
        }
        plurals
    }

    #[test]
    fn every_count_is_told_in_all_the_numbers_a_language_has() {
        let italian = plurals("it");
        assert!(italian.len() >= 4);
        for language in available() {
            let needed: &[&str] = if language.as_str() == "sl" { &["one", "two", "few", "other"] } else { &["one", "other"] };
            let own = plurals(language.as_str());
            assert!(own.keys().eq(italian.keys()), "{language}: {:?}", own.keys());
            for (key, numbers) in own {
                assert!(needed.iter().all(|number| numbers.contains(*number)), "{language}: {key} has {numbers:?}");
            }
        }
    }

    #[test]
    fn the_source_of_the_citizens_pages_names_only_texts_that_every_language_has() {
        let (all, citizens) = (keys_of("it"), keys_for_citizens("it"));
        #[rustfmt::skip]
        let sources = [
            "campaign/letter.rs", "web/doorway.rs", "web/home.rs", "web/opt_out.rs", "web/privacy.rs", "web/respond.rs", "web/steps.rs",
            "web/thanks.rs", "web/widget.rs", "web/pages/frame.rs", "web/pages/sheet.rs", "web/pages/fields.html", "web/pages/home.html",
            "web/pages/layout.html", "web/pages/message.html", "web/pages/opt_out.html", "web/pages/problem.html",
            "web/pages/questionnaire.html", "web/pages/send_again.html", "web/pages/sheet.html",
        ];
        for source in sources {
            let text = std::fs::read_to_string(format!("{}/src/{source}", env!("CARGO_MANIFEST_DIR"))).unwrap();
            let foreign: Vec<&str> = text.split('"').filter(|part| all.contains(*part) && !citizens.contains(*part)).collect();
            assert!(foreign.is_empty(), "{source}: {foreign:?}");
        }
    }

    #[test]
    fn german_french_and_slovene_are_for_citizens_only() {
        assert_eq!(complete().iter().map(Language::as_str).collect::<Vec<_>>(), ["en", "it"]);
    }

    #[test]
    fn a_phrase_chooses_singular_and_plural() {
        let italian = Language::italian();
        assert_eq!(say_with(&italian, "answers-counted", &[("count", 1.into())]), "1 risposta");
        assert_eq!(say_with(&italian, "answers-counted", &[("count", 12.into())]), "12 risposte");
        let slovene = Language::parse("sl").unwrap();
        for (count, told) in [(1, "1 odgovor"), (2, "2 odgovora"), (4, "4 odgovori"), (5, "5 odgovorov"), (102, "102 odgovora")] {
            assert_eq!(say_with(&slovene, "answers-counted", &[("count", count.into())]), told);
        }
        let french = Language::parse("fr").unwrap();
        assert_eq!(
            [0, 1, 2].map(|count| say_with(&french, "answers-counted", &[("count", count.into())])),
            ["0 réponse", "1 réponse", "2 réponses"]
        );
        assert_eq!(say(&italian, "no-such-key"), "no-such-key");
    }
}
