//! The texts of further languages under `ascolto check`, and the forms that are written in languages without texts.

use super::{Checked, read_text};
use crate::fault::{Fault, Said};
use crate::language::{add_language, available, read_texts};
use crate::text::Language;
use std::collections::BTreeMap;
use std::path::Path;

/// Checks the files of each language together. What is usable is known from then on to the forms checked beside them.
pub(super) fn check(names: &[&String]) -> Vec<Checked> {
    let mut checked = Vec::new();
    let mut languages: BTreeMap<Language, Vec<(String, String)>> = BTreeMap::new();
    let refused = |name: &str, faults| Checked { file: name.to_owned(), kind: "texts", code: None, layout_hash: None, faults };
    for name in names {
        match (language_of(Path::new(name)), read_text(name)) {
            (_, Err(faults)) => checked.push(refused(name, faults)),
            (None, Ok(text)) => {
                let said = Said::new("fault-language-of-file");
                checked.push(refused(name, vec![Fault::at(name, &text, 0..0, said, "fault-hint-language-of-file")]));
            }
            (Some(language), Ok(text)) => languages.entry(language).or_default().push(((*name).clone(), text)),
        }
    }
    for (language, files) in languages {
        let read = read_texts(&language, &files);
        read.language.iter().for_each(add_language);
        let file = files.into_iter().map(|(name, _)| name).collect::<Vec<_>>().join(", ");
        checked.push(Checked { file, kind: "texts", code: Some(language.to_string()), layout_hash: None, faults: read.faults });
    }
    checked
}

/// The language of a file: its name's, or its folder's where a language has several files.
fn language_of(path: &Path) -> Option<Language> {
    let named = |name: Option<&std::ffi::OsStr>| Language::parse(name?.to_str()?);
    named(path.file_stem()).or_else(|| named(path.parent()?.file_name()))
}

/// A warning for each language of a form in which the program says nothing: citizens are not offered it.
pub(super) fn lacking(name: &str, text: &str, languages: &[Language]) -> Vec<Fault> {
    let known = available();
    let without_texts = languages.iter().filter(|language| !known.contains(language));
    let warn = |language: &Language| {
        let written = format!("\"{language}\"");
        let range = text.find(&written).map_or(0..0, |at| at..at + written.len());
        let message = Said::new("fault-form-language").with("language", language);
        let hint = Said::new("fault-hint-form-language").with("language", language);
        Fault::at(name, text, range, message, hint).warning()
    };
    without_texts.map(warn).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flows::words::english;
    use crate::language::template;

    /// Texts as somebody might send them back who has translated nothing yet.
    fn translated(code: &str) -> String {
        template(&Language::parse(code).unwrap(), &Language::english(), &Language::english())
    }

    #[test]
    fn a_whole_file_is_usable_and_a_form_beside_it_may_be_in_its_language() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("zh.ftl").display().to_string();
        let form = "code = \"f\"\nlanguages = [\"it\", \"zh\", \"tlh\"]\n";
        std::fs::write(&path, translated("zh").replace("= English", "= 中文")).unwrap();
        let checked = check(&[&path]);
        assert_eq!((checked.len(), checked[0].code.as_deref()), (1, Some("zh")));
        assert!(!checked[0].refused(), "{:?}", checked[0].faults.iter().map(english).collect::<Vec<_>>());
        let warned = lacking("f.toml", form, &["it", "zh", "tlh"].map(|code| Language::parse(code).unwrap()));
        assert_eq!(warned.len(), 1);
        assert_eq!((warned[0].line, warned[0].column, warned[0].width), (2, 26, 5));
        assert!(english(&warned[0]).0.contains("`tlh`"));
    }

    #[test]
    fn the_files_of_a_folder_are_one_language_and_a_file_of_none_is_told_so() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("sq")).unwrap();
        let whole = translated("sq");
        let (first, second) = whole.split_once("\nletter-subject-invitation").unwrap();
        let path = |name: &str| folder.path().join(name).display().to_string();
        let (one, other, none) = (path("sq/pages.ftl"), path("sq/letters.ftl"), path("albanese.ftl"));
        std::fs::write(&one, first).unwrap();
        std::fs::write(&other, format!("letter-subject-invitation{second}")).unwrap();
        std::fs::write(&none, first).unwrap();
        let checked = check(&[&one, &other, &none]);
        assert_eq!(checked.iter().map(Checked::refused).collect::<Vec<_>>(), [true, false]);
        assert_eq!(checked[0].faults[0].message.key, "fault-language-of-file");
        let alone = check(&[&one]);
        assert!(alone[0].refused() && english(&alone[0].faults[0]).0.contains("letter-subject-invitation"));
    }
}
