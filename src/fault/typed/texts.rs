//! Texts in the languages of a file.

use super::wanted::{TEXT, TEXTS};
use super::{Entries, Source};
use crate::fault::Said;
use crate::text::{Language, Texts};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

impl<'s> Entries<'s> {
    /// A text: a string in the first language, or `{ it = "...", en = "..." }`.
    pub fn texts(&self, key: &'s str, languages: &[Language]) -> Texts {
        let Some(value) = self.get(key) else { return Texts::default() };
        self.read_texts(key, value, languages)
    }

    /// A text that must be there.
    pub fn required_texts(&self, key: &'s str, languages: &[Language]) -> Texts {
        if !self.has(key) {
            let example = languages.first().map_or("it", Language::as_str);
            self.missing(key, Said::new("fault-hint-add-text").with("key", key).with("language", example));
        }
        self.texts(key, languages)
    }

    fn read_texts(&self, key: &str, value: &'s Spanned<DeValue<'s>>, languages: &[Language]) -> Texts {
        let mut texts = Texts::default();
        match (value.get_ref(), languages.first()) {
            (_, None) => {} // Reported where the languages are.
            (DeValue::String(text), Some(first)) => self.set_text(&mut texts, first, text, value.span()),
            (DeValue::Table(table), Some(first)) => {
                for (name, text) in table.iter() {
                    let Some(language) = languages.iter().find(|language| language.as_str() == &**name.get_ref()) else {
                        let known: Vec<&str> = languages.iter().map(Language::as_str).collect();
                        let message = Said::new("fault-foreign-language").with("typed", &**name.get_ref());
                        let hint = Said::new("fault-hint-foreign-language").with("known", known.join(", "));
                        self.source.fault(name.span(), message, hint);
                        continue;
                    };
                    match text.get_ref().as_str() {
                        Some(words) => self.set_text(&mut texts, language, words, text.span()),
                        None => self.wrong_type(key, text, TEXT),
                    }
                }
                if !table.iter().any(|(name, _)| &**name.get_ref() == first.as_str()) {
                    let message = Said::new("fault-no-first-text").with("key", key).with("language", first);
                    let hint = Said::new("fault-hint-add-text").with("key", key).with("language", first);
                    self.source.fault(value.span(), message, hint);
                }
            }
            _ => self.wrong_type(key, value, TEXTS),
        }
        self.warn_of_missing_translation(key, &texts, languages, value.span());
        texts
    }

    fn warn_of_missing_translation(&self, key: &str, texts: &Texts, languages: &[Language], range: Range<usize>) {
        let missing: Vec<&str> = languages.iter().filter(|language| !texts.has(language)).map(Language::as_str).collect();
        if !texts.is_empty() && !missing.is_empty() {
            let message = Said::new("fault-untranslated").with("key", key).with("languages", missing.join(", "));
            self.source.warn(range, message, Said::new("fault-hint-untranslated").with("first", &languages[0]));
        }
    }

    fn set_text(&self, texts: &mut Texts, language: &Language, words: &str, range: Range<usize>) {
        // A browser sends its line ends in its own way; they mean the same, and a text that nobody touched stays as it was.
        let words = words.trim().replace("\r\n", "\n");
        // What no database and no page can hold: `\u0000` and the like.
        let control = words.chars().find(|letter| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'));
        if let Some(control) = control {
            let message = Said::new("fault-text-control").with("sign", format!("U+{:04X}", u32::from(control)));
            self.source.fault(range, message, "fault-hint-text-control");
        } else if words.is_empty() {
            self.source.fault(range, "fault-text-empty", "fault-hint-text-empty");
        } else if words.chars().count() > Source::MOST_CHARACTERS {
            let message = Said::new("fault-text-long").with("most", Source::MOST_CHARACTERS);
            self.source.fault(range, message, "fault-hint-shorten");
        } else {
            texts.set(language.clone(), words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flows::words::english;

    fn read(text: &str) -> (Texts, Vec<String>) {
        let (source, table) = Source::read_json("a.json", text).unwrap();
        let entries = Entries::new(&source, "fault-what-form", table.get_ref(), 0..1);
        let texts = entries.texts("title", &[Language::italian()]);
        drop(entries);
        (texts, source.into_faults().iter().map(|fault| english(fault).0).collect())
    }

    #[test]
    fn a_text_has_no_sign_that_cannot_be_kept() {
        let (texts, faults) = read(r#"{ "title": "Uno\u0000due" }"#);
        assert!(texts.is_empty());
        assert_eq!(faults, ["This text contains a control character (U+0000)."]);
        assert_eq!(read(r#"{ "title": "Uno\tdue\nàé" }"#).1, Vec::<String>::new());
    }

    #[test]
    fn the_line_ends_of_browsers_change_no_text() {
        let (texts, faults) = read(r#"{ "title": "Uno\r\ndue\r\n" }"#);
        assert_eq!(texts, Texts::one(Language::italian(), "Uno\ndue"));
        assert_eq!(faults, Vec::<String>::new());
    }
}
