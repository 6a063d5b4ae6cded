//! What a terminal is told when a command does not do its work: in the terminal's language.

use super::Stop;
use crate::fault::{self, Fault, Said};
use crate::flows;
use crate::flows::words::{failure_in_words, faults_in_words, refusal_in_words, said_in_words, store_error_in_words};
use crate::language::{Argument, complete, say_with};
use crate::mail::Unusable;
use crate::store::StoreError;
use crate::text::Language;
use std::io;
use std::path::Path;

/// The language of the terminal: what `LC_ALL`, else `LC_MESSAGES`, else `LANG` says; English where that is none in which every
/// text exists.
pub fn terminal_language() -> Language {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    language_of(["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).unwrap_or_default().as_str())
}

/// `it`, `de_AT.UTF-8`: everything else, also `C`, is told in English.
fn language_of(locale: &str) -> Language {
    let name: String = locale.chars().take_while(char::is_ascii_alphabetic).collect();
    complete().iter().find(|language| name.eq_ignore_ascii_case(language.as_str())).cloned().unwrap_or_else(Language::english)
}

/// A language of the command line: one that is complete.
pub fn complete_language(typed: &str) -> Result<Language, String> {
    let words = || complete().iter().map(Language::as_str).collect::<Vec<_>>().join(", ");
    let found = complete().iter().find(|language| language.as_str() == typed).cloned();
    found.ok_or_else(|| say_with(&terminal_language(), "usage-one-of", &[("words", words().into())]))
}

/// A refusal by the key of its text.
pub fn refused(key: &str, values: &[(&str, Argument)]) -> Stop {
    Stop::Refused(say_with(&terminal_language(), key, values))
}

/// A refusal because of mistakes in a file.
pub fn refused_faults(language: &Language, faults: &[Fault]) -> Stop {
    Stop::Refused(faults_in_words(language, faults))
}

/// A file or folder that cannot be read, written or made.
pub fn refused_path(language: &Language, path: &Path, error: &io::Error) -> Stop {
    let said = Said::new("fault-path").with("path", path.display().to_string()).with("reason", error);
    Stop::Refused(said_in_words(language, &said))
}

/// The text of a file that a person edits.
///
/// # Errors
/// Refused where it cannot be read or is not UTF-8.
pub fn read_text(path: &Path, language: &Language) -> Result<String, Stop> {
    let bytes = std::fs::read(path).map_err(|error| refused_path(language, path, &error))?;
    fault::text_of(&path.display().to_string(), &bytes).map_err(|faults| refused_faults(language, &faults))
}

impl From<flows::Stop> for Stop {
    fn from(stop: flows::Stop) -> Self {
        match stop {
            flows::Stop::Refused(refused) => Self::Refused(refusal_in_words(&terminal_language(), &refused)),
            flows::Stop::Failed(failed) => Self::Failed(failure_in_words(&terminal_language(), &failed)),
        }
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(store_error_in_words(&terminal_language(), &error))
    }
}

impl From<Unusable> for Stop {
    fn from(error: Unusable) -> Self {
        match error {
            Unusable::From => refused("terminal-mail-from", &[]),
            Unusable::BounceAddress => refused("terminal-mail-bounce-address", &[]),
            Unusable::DkimKey => refused("terminal-mail-dkim-key", &[]),
            Unusable::Folder(path, reason) => refused_path(&terminal_language(), &path, &reason),
            Unusable::Tls(reason) => refused("terminal-mail-tls", &[("reason", reason.into())]),
            Unusable::PasswordInClear => refused("terminal-mail-password", &[]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_told_in_its_language_where_that_is_complete_and_else_in_english() {
        for (locale, expected) in [
            ("it", "it"),
            ("it_IT.UTF-8", "it"),
            ("IT_CH", "it"),
            ("it@euro", "it"),
            ("en_GB.UTF-8", "en"),
            ("C", "en"),
            ("C.UTF-8", "en"),
            ("POSIX", "en"),
            ("de_AT", "de"),
            ("de_IT.UTF-8", "de"),
            ("fr_FR.UTF-8", "en"),
            ("ita", "en"),
            ("", "en"),
        ] {
            assert_eq!(language_of(locale).as_str(), expected, "{locale}");
        }
    }

    #[test]
    fn a_mark_before_a_file_is_no_part_of_it_and_another_encoding_is_refused_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("m.toml");
        std::fs::write(&path, "\u{feff}[columns]\n").unwrap();
        assert_eq!(read_text(&path, &Language::italian()).unwrap(), "[columns]\n");
        std::fs::write(&path, b"# qualit\xe0\n").unwrap();
        let Err(Stop::Refused(words)) = read_text(&path, &Language::italian()) else { panic!("it is not UTF-8") };
        assert!(words.contains("m.toml:1:9: Questo testo non è in UTF-8."), "{words}");
    }
}
