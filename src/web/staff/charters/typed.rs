//! What was typed in the fields of a charter, read field by field; everything that is wrong is gathered.

use crate::language::{decimals_needed, number, read_number, read_whole, say};
use crate::text::{Code, Language, Texts};
use crate::web::staff::field::{Mistake, in_language};
use crate::web::staff::posted::Posted;

/// Reads fields and gathers what is wrong with them.
pub(super) struct TypedFields<'a> {
    pub posted: &'a Posted,
    pub language: &'a Language,
    /// The languages of the charter.
    pub languages: &'a [Language],
    pub mistakes: Vec<Mistake>,
}

impl TypedFields<'_> {
    /// Notes what is wrong with a field: the key of a sentence.
    pub fn refuse(&mut self, field: &str, key: &str) {
        self.refuse_in_words(field, say(self.language, key));
    }

    /// The same in words.
    pub fn refuse_in_words(&mut self, field: &str, words: String) {
        self.mistakes.push(Mistake { field: field.to_owned(), words });
    }

    /// A text that may not be empty.
    pub fn text(&mut self, field: &str) -> String {
        let typed = self.posted.value(field).to_owned();
        if typed.is_empty() {
            self.refuse(field, "refused-empty");
        }
        typed
    }

    /// A text in the languages of the charter. In the first it must be there where it is required or written in another.
    pub fn texts(&mut self, name: &str, is_required: bool) -> Texts {
        let mut texts = Texts::default();
        for language in self.languages {
            let typed = self.posted.value(&in_language(name, language)).replace("\r\n", "\n");
            if !typed.is_empty() {
                texts.set(language.clone(), typed);
            }
        }
        if let Some(first) = self.languages.first()
            && !texts.has(first)
            && (is_required || !texts.is_empty())
        {
            self.refuse(&in_language(name, first), "refused-empty");
        }
        texts
    }

    /// A code.
    pub fn code(&mut self, field: &str) -> Option<Code> {
        let code = Code::parse(self.posted.value(field));
        if code.is_none() {
            self.refuse(field, "staff-wrong-code");
        }
        code
    }

    /// One of several words; the first of them is what a page offers, so another was never on it.
    pub fn word<T: Copy>(&self, field: &str, words: &[(&str, T)]) -> Option<T> {
        let typed = self.posted.value(field);
        words.iter().find(|(word, _)| *word == typed).or(words.first()).map(|(_, meaning)| *meaning)
    }

    /// A year.
    pub fn year(&mut self, field: &str) -> Option<i32> {
        let year = self.posted.value(field).parse().ok().filter(|year| (1990..=2200).contains(year));
        if year.is_none() {
            self.refuse(field, "charters-no-year");
        }
        year
    }

    /// A whole number.
    pub fn whole(&mut self, field: &str) -> Option<u64> {
        let found = read_whole(self.language, self.posted.value(field)).filter(|number| *number <= 1_000_000);
        if found.is_none() {
            self.refuse(field, "results-no-whole-number");
        }
        found
    }

    /// A number, with or without decimals.
    pub fn number(&mut self, field: &str) -> Option<f64> {
        let found = read_number(self.language, self.posted.value(field));
        if found.is_none() {
            self.refuse(field, "charters-no-number");
        }
        found
    }

    /// A value to reach: a share from 0 to 1 however it is written, or a number.
    pub fn target(&mut self, field: &str, is_share: bool) -> Option<f64> {
        if !is_share {
            return self.number(field);
        }
        match read_share(self.language, self.posted.value(field)) {
            Ok(share) if (0.0..=1.0).contains(&share) => Some(share),
            Ok(_) => {
                self.refuse(field, "charters-no-share");
                None
            }
            Err(key) => {
                self.refuse(field, key);
                None
            }
        }
    }
}

/// A share as people write it: `95 %` and `95` are 0.95, and so is `0,95`. A bare 1 may be either, and a goal must not be decided
/// on a guess.
///
/// # Errors
/// The key of the sentence that says what to write.
pub(super) fn read_share(language: &Language, typed: &str) -> Result<f64, &'static str> {
    let bare = typed.trim().trim_end_matches('%').trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let is_percent = typed.trim().ends_with('%');
    let value = read_number(language, bare).ok_or("charters-no-percent")?;
    match value {
        percent if is_percent => Ok(hundredth(percent)),
        1.0 => Err("charters-share-or-percent"),
        share if (0.0..1.0).contains(&share) => Ok(share),
        percent => Ok(hundredth(percent)),
    }
}

/// A hundredth with the decimals that were typed: 82.55 / 100 is not 0.8255 in binary.
fn hundredth(percent: f64) -> f64 {
    (percent * 1e6).round() / 1e8
}

/// A share as [`read_share`] reads it again.
pub(super) fn write_share(language: &Language, share: f64) -> String {
    let percent = (share * 1e8).round() / 1e6;
    format!("{}\u{a0}%", number(language, percent, decimals_needed(percent, 6)))
}

/// A number as [`read_number`] reads it again.
pub(super) fn write_number(language: &Language, value: f64) -> String {
    number(language, value, decimals_needed(value, 6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_understood_as_people_write_it() {
        let it = Language::italian();
        for (typed, share) in
            [("95 %", 0.95), ("95%", 0.95), ("95", 0.95), ("0,95", 0.95), ("82,5 %", 0.825), ("82,55", 0.8255), ("0,5 %", 0.005)]
        {
            assert_eq!(read_share(&it, typed), Ok(share), "{typed}");
        }
        assert_eq!(read_share(&it, "1 %"), Ok(0.01));
        assert_eq!((read_share(&it, "100"), read_share(&it, "1")), (Ok(1.0), Err("charters-share-or-percent")));
        assert_eq!(read_share(&Language::english(), "0.95"), Ok(0.95));
        for typed in ["", "%", "molti", "0.95", "95 per cento"] {
            assert_eq!(read_share(&it, typed), Err("charters-no-percent"), "{typed}");
        }
    }

    #[test]
    fn what_is_shown_in_a_field_is_read_again() {
        for language in crate::language::complete() {
            for share in [0.0, 0.05, 0.57, 0.8255, 1.0 / 3.0, 1.0] {
                let again = read_share(language, &write_share(language, share)).unwrap();
                assert!((again - share).abs() < 1e-8, "{share}");
            }
            for value in [0.0, 1.0, 4.25, 1180.0] {
                assert_eq!(read_number(language, &write_number(language, value)), Some(value));
            }
        }
    }
}
