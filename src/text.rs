//! Parsed, bounded strings: a code, a language, a text in several languages.

pub mod written;

use std::collections::BTreeMap;
use std::fmt;

/// A short name in files and addresses: a lower-case ASCII letter, then letters, digits or `_`, 40 at most.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(transparent)]
pub struct Code(String);

impl Code {
    /// The longest code, in characters.
    pub const MOST: usize = 40;

    /// Reads a code; `None` when it is not one.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut characters = typed.chars();
        let starts_well = characters.next().is_some_and(|c| c.is_ascii_lowercase());
        let goes_on_well = characters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        (starts_well && goes_on_well && typed.len() <= Self::MOST).then(|| Self(typed.to_owned()))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A language by its BCP 47 primary subtag (`it`, `en`, `de`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(transparent)]
pub struct Language(String);

impl Language {
    /// Reads a primary subtag of two or three lower-case letters; `None` when it is not one.
    pub fn parse(typed: &str) -> Option<Self> {
        let fits = (2..=3).contains(&typed.len()) && typed.chars().all(|c| c.is_ascii_lowercase());
        fits.then(|| Self(typed.to_owned()))
    }

    /// Italian, the first language of every screen.
    pub fn italian() -> Self {
        Self("it".to_owned())
    }

    /// English.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The subtag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One text in several languages. May be empty (no text in any language).
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Texts(BTreeMap<Language, String>);

impl Texts {
    /// A text in one language.
    pub fn one(language: Language, text: impl Into<String>) -> Self {
        Self(BTreeMap::from([(language, text.into())]))
    }

    /// Adds or replaces the text of a language.
    pub fn set(&mut self, language: Language, text: impl Into<String>) {
        self.0.insert(language, text.into());
    }

    /// The text in the wanted language, else in the fallback, else in any, else "".
    pub fn get(&self, wanted: &Language, fallback: &Language) -> &str {
        self.find(wanted, fallback).map_or("", |(_, text)| text)
    }

    /// The same with the language that it is in; `None` for no text in any language.
    pub fn find(&self, wanted: &Language, fallback: &Language) -> Option<(&Language, &str)> {
        let found = self.0.get_key_value(wanted).or_else(|| self.0.get_key_value(fallback)).or_else(|| self.0.iter().next());
        found.map(|(language, text)| (language, text.as_str()))
    }

    /// The text in this very language.
    pub fn own(&self, language: &Language) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }

    /// Takes the text of a language away.
    pub fn remove(&mut self, language: &Language) {
        self.0.remove(language);
    }

    /// Whether there is a text in this very language.
    pub fn has(&self, language: &Language) -> bool {
        self.0.contains_key(language)
    }

    /// The text in these languages alone.
    pub fn only(&self, languages: &[Language]) -> Self {
        Self(self.0.iter().filter(|(own, _)| languages.contains(own)).map(|(own, text)| (own.clone(), text.clone())).collect())
    }

    /// Whether every language that both have says the same, and they have one: a further translation changes no meaning.
    pub fn agrees_with(&self, other: &Self) -> bool {
        let mut both = self.0.iter().filter_map(|(language, text)| Some((text, other.0.get(language)?))).peekable();
        both.peek().is_some() && both.all(|(own, theirs)| own == theirs)
    }

    /// No text in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every language with its text, in the order of the language codes.
    pub fn iter(&self) -> impl Iterator<Item = (&Language, &str)> {
        self.0.iter().map(|(language, text)| (language, text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_short_lower_case_and_starts_with_a_letter() {
        assert!(Code::parse("waiting_time2").is_some());
        for bad in ["", "2nd", "Staff", "a-b", "città", &"a".repeat(41)] {
            assert_eq!(Code::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_missing_language_falls_back() {
        let mut texts = Texts::one(Language::italian(), "Sì");
        let german = Language::parse("de").unwrap();
        assert_eq!(texts.get(&german, &Language::italian()), "Sì");
        texts.set(german.clone(), "Ja");
        assert_eq!(texts.get(&german, &Language::italian()), "Ja");
        assert_eq!(Texts::default().get(&german, &Language::italian()), "");
    }
}
