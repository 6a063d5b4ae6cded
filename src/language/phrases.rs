//! Phrases by key, from the fluent files: the embedded ones, and those an office adds.

use super::added::AddedLanguage;
use super::agreement::agree;
use super::direction::right_to_left;
use crate::text::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

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

/// The languages that were added. Like the embedded ones they belong to the process: every phrase of every module is said by
/// the same call, and a language that is here hinders none that is not asked for.
static ADDED: RwLock<BTreeMap<Language, Arc<Bundle>>> = RwLock::new(BTreeMap::new());

/// A bundle without phrases, with the rules of its language.
pub(super) fn empty_bundle(language: &Language) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![language.as_str().parse().unwrap_or_default()]);
    // No invisible direction marks around values: they would end in file names, PDF and plain mail. Among words that run from
    // right to left a telephone number or an address would be read backwards without them.
    bundle.set_use_isolating(right_to_left(language));
    bundle
}

/// From now on phrases are said in this language too. The same language again takes the place of the one before.
pub fn add_language(added: &AddedLanguage) {
    let mut bundle = empty_bundle(&added.language);
    for text in &added.texts {
        bundle.add_resource_overriding(FluentResource::try_new(text.clone()).unwrap_or_else(|(resource, _)| resource));
    }
    ADDED.write().unwrap_or_else(PoisonError::into_inner).insert(added.language.clone(), Arc::new(bundle));
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

/// The languages that are part of the program.
pub fn built_in() -> Vec<Language> {
    BUNDLES.keys().cloned().collect()
}

/// The languages that have the texts of citizens: those of the program, and those an office added.
pub fn available() -> Vec<Language> {
    let added = ADDED.read().unwrap_or_else(PoisonError::into_inner);
    BUNDLES.keys().chain(added.keys()).cloned().collect()
}

/// The embedded files of a language, in the order of their names: name and text.
pub(super) fn embedded(language: &Language) -> Vec<(String, String)> {
    let folder = format!("{language}/");
    let mut paths: Vec<_> = Files::iter().filter(|path| path.starts_with(&folder)).collect();
    paths.sort();
    let text = |path: &str| Files::get(path).map(|file| String::from_utf8_lossy(&file.data).into_owned());
    paths.into_iter().filter_map(|path| Some((path.to_string(), text(&path)?))).collect()
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
    let said = match BUNDLES.get(language) {
        Some(bundle) => phrase(bundle, key, &values),
        None => added(language).and_then(|bundle| phrase(&bundle, key, &values)),
    };
    said.or_else(|| phrase(BUNDLES.get(&Language::italian())?, key, &values))
        .map_or_else(|| key.to_owned(), |phrase| agree(language, phrase))
}

fn added(language: &Language) -> Option<Arc<Bundle>> {
    ADDED.read().unwrap_or_else(PoisonError::into_inner).get(language).cloned()
}

fn phrase(bundle: &Bundle, key: &str, values: &FluentArgs) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    // A figure and its sign stay on one line, also where a phrase has the figure itself.
    Some(bundle.format_pattern(pattern, Some(values), &mut Vec::new()).replace(" %", "\u{a0}%"))
}

#[cfg(test)]
mod tests {
    use super::super::added::{TextsReading, read_texts};
    use super::super::citizens::WANTED;
    use super::super::messages;
    use super::*;
    use crate::fault::Fault;
    use fluent_bundle::FluentResource;
    use std::collections::BTreeSet;

    /// The languages of the pages for staff, of reports and of the terminal.
    const STAFF: [&str; 3] = ["de", "en", "it"];

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
    fn the_languages_of_staff_have_the_same_keys() {
        let italian = keys_of("it");
        for language in STAFF {
            let own = keys_of(language);
            assert_eq!(italian.difference(&own).collect::<Vec<_>>(), Vec::<&String>::new(), "missing: {language}");
            assert_eq!(own.difference(&italian).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in Italian: {language}");
        }
    }

    /// The texts of a language with the names of the values they take.
    fn values(language: &str) -> BTreeSet<(String, String)> {
        let mut values = BTreeSet::new();
        for (_, text) in embedded(&Language::parse(language).unwrap()) {
            for message in &messages::read(&text).all {
                values.extend(message.values.iter().map(|value| (message.key.to_owned(), (*value).to_owned())));
            }
        }
        values
    }

    #[test]
    fn the_languages_of_staff_tell_the_same() {
        let italian = values("it");
        for language in STAFF {
            let own = values(language);
            assert_eq!(italian.symmetric_difference(&own).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "{language}");
        }
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
        for area in ["fault-", "failed-", "terminal-", "import-", "api-", "exchange-"] {
            let there: BTreeSet<String> = keys_of("en").into_iter().filter(|key| key.starts_with(area)).collect();
            let named = named_in_the_source(area);
            assert_eq!(there.symmetric_difference(&named).collect::<Vec<_>>(), Vec::<&String>::new(), "{area}");
        }
    }

    #[test]
    fn further_languages_have_no_key_of_their_own() {
        let italian = keys_of("it");
        for language in built_in() {
            let unknown: Vec<_> = keys_of(language.as_str()).difference(&italian).cloned().collect();
            assert!(unknown.is_empty(), "{language}: {unknown:?}");
        }
    }

    /// The areas that are for citizens throughout; the others have some texts for them, or none.
    const CITIZENS: [&str; 7] = ["answering", "citizen", "draft", "letter", "problem", "shared", "widget"];

    fn keys_for_citizens(language: &str) -> BTreeSet<String> {
        CITIZENS.iter().flat_map(|area| keys(&format!("{language}/{area}.ftl"))).collect()
    }

    #[test]
    fn what_citizens_meet_is_there_in_all_five_languages() {
        assert_eq!(built_in().iter().map(Language::as_str).collect::<Vec<_>>(), ["de", "en", "fr", "it", "sl"]);
        let wanted: BTreeSet<String> = WANTED.iter().map(|wanted| wanted.key.clone()).collect();
        assert!(keys_for_citizens("it").is_subset(&wanted));
        for language in built_in() {
            let own = keys_of(language.as_str());
            assert_eq!(wanted.difference(&own).collect::<Vec<_>>(), Vec::<&String>::new(), "missing: {language}");
        }
    }

    /// The very check that the files of an office pass: values, numbers, nothing twice, nothing missing.
    #[test]
    fn the_programs_own_files_are_as_sound_as_those_of_an_office_must_be() {
        for language in built_in() {
            let TextsReading { faults, .. } = read_texts(&language, &embedded(&language));
            let staff = |fault: &&Fault| complete().contains(&language) && fault.message.key == "fault-texts-unknown";
            assert_eq!(faults.iter().filter(|fault| !staff(fault)).collect::<Vec<_>>(), Vec::<&Fault>::new(), "{language}");
        }
    }

    #[test]
    fn the_source_of_the_citizens_pages_names_only_texts_that_every_language_has() {
        let all = keys_of("it");
        let citizens: BTreeSet<String> = WANTED.iter().map(|wanted| wanted.key.clone()).collect();
        #[rustfmt::skip]
        let sources = [
            "campaign/letter.rs", "web/doorway.rs", "web/home.rs", "web/opt_out.rs", "web/privacy.rs", "web/respond.rs", "web/steps.rs",
            "web/thanks.rs", "web/widget.rs", "web/drafts.rs", "web/pages/frame.rs", "web/pages/limit.rs", "web/pages/scale_row.rs", "web/pages/sheet.rs", "web/pages/fields.html", "web/pages/home.html",
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
    fn french_and_slovene_are_for_citizens_only() {
        assert_eq!(complete().iter().map(Language::as_str).collect::<Vec<_>>(), STAFF);
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
