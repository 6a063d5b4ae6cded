//! The languages offered to citizens: those of the program, and those whose texts stand in a folder of the office.

use super::ConfigError;
use super::layer::Typed;
use crate::fault::{self, Said};
use crate::language::{AddedLanguage, TextsReading, built_in, read_texts};
use crate::text::Language;
use std::path::{Path, PathBuf};

/// Reads the languages, and the texts of those that are not part of the program. Files of a language that is not switched on are
/// left alone: somebody may still be translating them.
pub(super) fn check(
    typed: &Typed<Vec<String>>,
    folder: &Typed<String>,
) -> Result<(Vec<Language>, Vec<AddedLanguage>), ConfigError> {
    let languages: Option<Vec<Language>> = typed.value.iter().map(|code| Language::parse(code)).collect();
    let languages = languages
        .filter(|languages| !languages.is_empty())
        .ok_or_else(|| typed.place.refuse("fault-languages", "fault-hint-languages"))?;
    let mut added = Vec::new();
    for language in &languages {
        let refuse =
            |said: Said, hint: Said| typed.place.refuse(said.with("language", language), hint.with("language", language));
        let files = (!folder.value.is_empty()).then(|| files_of(Path::new(&folder.value), language));
        match (built_in().contains(language), files) {
            (true, None) => {}
            (true, Some(files)) => {
                if let Some(path) = files.iter().find(|path| path.exists()) {
                    let said = Said::new("fault-language-built-in").with("path", path.display().to_string());
                    return Err(refuse(said, "fault-hint-language-built-in".into()));
                }
            }
            (false, None) => {
                let known: Vec<String> = built_in().iter().map(ToString::to_string).collect();
                let hint = Said::new("fault-hint-language-no-folder").with("known", known.join(", "));
                return Err(refuse("fault-language-no-folder".into(), hint));
            }
            (false, Some(files)) => added.push(read(language, &files, refuse)?),
        }
    }
    Ok((languages, added))
}

/// The files of a language: `ro.ftl`, or all of the folder `ro`.
fn files_of(folder: &Path, language: &Language) -> Vec<PathBuf> {
    let below = std::fs::read_dir(folder.join(language.as_str())).into_iter().flatten();
    let below = below.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> = below.filter(|path| path.extension().is_some_and(|extension| extension == "ftl")).collect();
    files.sort();
    if files.is_empty() { vec![folder.join(format!("{language}.ftl"))] } else { files }
}

fn read(
    language: &Language,
    paths: &[PathBuf],
    refuse: impl Fn(Said, Said) -> ConfigError,
) -> Result<AddedLanguage, ConfigError> {
    let mut files = Vec::new();
    for path in paths {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| {
            let said = match error.kind() {
                std::io::ErrorKind::NotFound => Said::new("fault-language-no-file").with("path", name.as_str()),
                _ => Said::new("fault-language-unreadable").with("path", name.as_str()).with("reason", &error),
            };
            refuse(said, "fault-hint-language-no-file".into())
        })?;
        files.push((name.clone(), fault::text_of(&name, &bytes).map_err(ConfigError::Faults)?));
    }
    let TextsReading { language: read, faults } = read_texts(language, &files);
    read.ok_or_else(|| {
        let errors = faults.into_iter().filter(|fault| fault.severity == fault::Severity::Error);
        ConfigError::Faults(errors.collect())
    })
}
