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
            Some(if language.as_str() == "it" { fit_articles(phrase) } else { phrase })
        })
        .unwrap_or_else(|| key.to_owned())
}

/// What Italian makes of an article before a number that is read with a vowel first, or as "zero": "dall'8 marzo", "l'82 %",
/// "all'11.000", "l'1 %", "lo 0 %", where the phrase says "dal { $day }" or "il { $share }".
fn fit_articles(phrase: String) -> String {
    const ARTICLES: [(&str, &str); 12] = [
        ("il", "l"),
        ("dal", "dall"),
        ("al", "all"),
        ("del", "dell"),
        ("nel", "nell"),
        ("sul", "sull"),
        ("Il", "L"),
        ("Dal", "Dall"),
        ("Al", "All"),
        ("Del", "Dell"),
        ("Nel", "Nell"),
        ("Sul", "Sull"),
    ];
    if !["l 0", "l 1", "l 8"].iter().any(|before| phrase.contains(before)) {
        return phrase;
    }
    let mut words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
    for place in (1..words.len()).rev() {
        let Some(sound) = first_sound(&words[place]) else { continue };
        // "(dal" and "«il" are articles too.
        let bare = words[place - 1].trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let Some((_, stem)) = ARTICLES.iter().find(|(article, _)| *article == bare) else { continue };
        let start = words[place - 1].len() - bare.len();
        words[place - 1].replace_range(start.., stem);
        if sound == Sound::Zero {
            words[place - 1].push('o');
        } else {
            let number = words.remove(place);
            words[place - 1].push('\'');
            words[place - 1].push_str(&number);
        }
    }
    words.join(" ")
}

/// What the article before a number must heed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sound {
    /// Uno, otto, ottanta, ottocento, ottomila, undici, undicimila.
    Vowel,
    /// Zero.
    Zero,
}

/// How a word begins that is a number in figures (`82\u{a0}%`, `8.400`, `11,5`), where the article must heed it.
fn first_sound(word: &str) -> Option<Sound> {
    let whole = word.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let rest = &word[whole.len()..];
    // `1º` is read "primo".
    if rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let thousands = rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    match whole {
        "0" => Some(Sound::Zero),
        // `1°` is typed for `1º`.
        "1" if thousands || rest.starts_with('°') => None,
        "1" | "11" => Some(Sound::Vowel),
        _ => whole.starts_with('8').then_some(Sound::Vowel),
    }
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

    #[test]
    fn german_is_for_citizens_only() {
        assert_eq!(complete().iter().map(Language::as_str).collect::<Vec<_>>(), ["en", "it"]);
        assert!(available().iter().any(|language| language.as_str() == "de"));
    }

    #[test]
    fn the_article_suits_the_number_as_it_is_read() {
        let fitted = |text: &str| fit_articles(text.to_owned());
        assert_eq!(fitted("aperta dal 8 marzo al 11 aprile 2026."), "aperta dall'8 marzo all'11 aprile 2026.");
        assert_eq!(fitted("Il 8 maggio, fino al 8."), "L'8 maggio, fino all'8.");
        assert_eq!(
            fitted("il 82\u{a0}%, rispetto al 81,5\u{a0}% (il 8\u{a0}%)"),
            "l'82\u{a0}%, rispetto all'81,5\u{a0}% (l'8\u{a0}%)"
        );
        assert_eq!(fitted("il 11,5 % e il 1,5 %, il 0\u{a0}%"), "l'11,5 % e l'1,5 %, lo 0\u{a0}%");
        assert_eq!(fitted("del 800, del 8.400, al 11.000, dal 0,3 %"), "dell'800, dell'8.400, all'11.000, dallo 0,3 %");
        for same in
            ["dal 18 marzo al 1º aprile, al 1° maggio", "il 110, il 118 %, il 1.100, il 10 %, il 78 %", "vale 8, vale 0", "al 8o"]
        {
            assert_eq!(fitted(same), same);
        }
    }

    #[test]
    fn a_phrase_chooses_singular_and_plural() {
        let italian = Language::italian();
        assert_eq!(say_with(&italian, "answers-counted", &[("count", 1.into())]), "1 risposta");
        assert_eq!(say_with(&italian, "answers-counted", &[("count", 12.into())]), "12 risposte");
        assert_eq!(say(&italian, "no-such-key"), "no-such-key");
    }
}
