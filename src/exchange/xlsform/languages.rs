//! The languages of a workbook, as its headings name them.

use super::table::{Row, Table};
use crate::exchange::reason::{Place, Reasons};
use crate::exchange::tongue::language_of;
use crate::fault::Said;
use crate::text::{Language, Texts};

/// The languages, the first the fallback, and what heading is which.
pub(super) struct Languages {
    pub all: Vec<Language>,
    headings: Vec<(Option<String>, Language)>,
}

impl Languages {
    pub fn of(tables: &[&Table<'_>], default: &str, reasons: &mut Reasons) -> Self {
        let worded = |key: &str| matches!(key, "label" | "hint");
        let columns = || tables.iter().flat_map(|table| &table.columns).filter(move |column| worded(&column.key));
        let mut names: Vec<&str> = Vec::new();
        for name in columns().filter_map(|column| column.language.as_deref()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let default = language_of(default).filter(|_| !default.trim().is_empty());
        let mut headings: Vec<(Option<String>, Language)> = Vec::new();
        for name in &names {
            match language_of(name) {
                Some(language) => headings.push((Some((*name).to_owned()), language)),
                None => {
                    let message = Said::new("exchange-language-unknown").with("name", *name);
                    reasons.push(&Place::File, message, "exchange-hint-language-unknown");
                }
            }
        }
        // Words without a language beside words in the first one are in another; elsewhere they are in the first.
        let unmarked =
            |table: &Table<'_>| table.rows().any(|row| row.all("label").any(|(name, text)| name.is_none() && !text.is_empty()));
        let beside = |table: &&&Table<'_>| {
            let first = names.first().copied();
            first.is_some() && table.columns.iter().any(|column| column.key == "label" && column.language.as_deref() == first)
        };
        if headings.is_empty() || tables.iter().filter(beside).any(|table| unmarked(table)) {
            let free = |language: &Language| !headings.iter().any(|(_, own)| own == language);
            let language = default.clone().filter(free).unwrap_or_else(|| {
                let language = Some(Language::italian()).filter(free).unwrap_or_else(Language::english);
                let message = Said::new("exchange-language-unsaid").with("language", &language);
                reasons.push(&Place::File, message, "exchange-hint-language-unsaid");
                language
            });
            headings.push((None, language));
        } else {
            headings.push((
                None,
                default
                    .clone()
                    .filter(|own| headings.iter().any(|(_, language)| language == own))
                    .unwrap_or_else(|| headings[0].1.clone()),
            ));
        }
        let mut all: Vec<Language> = Vec::new();
        for (_, language) in &headings {
            if !all.contains(language) {
                all.push(language.clone());
            }
        }
        // The words of the default language stand in for the others; where none is said, those without a language.
        let first = default.or_else(|| headings.iter().find(|(name, _)| name.is_none()).map(|(_, language)| language.clone()));
        if let Some(at) = first.and_then(|first| all.iter().position(|own| *own == first)) {
            all[..=at].rotate_right(1);
        }
        Self { all, headings }
    }

    pub fn first(&self) -> Language {
        self.all.first().cloned().unwrap_or_else(Language::italian)
    }

    /// The text of a row in every language.
    pub fn texts(&self, row: &Row<'_>, key: &str) -> Texts {
        let mut texts = Texts::default();
        // Those with a language go before those without.
        for marked in [true, false] {
            for (name, text) in row.all(key).filter(|(name, text)| name.is_some() == marked && !text.is_empty()) {
                let found = self.headings.iter().find(|(own, _)| own.as_deref() == name);
                let language = found.map(|(_, language)| language.clone());
                if let Some(language) = language.or_else(|| name.is_none().then(|| self.first())).filter(|own| !texts.has(own)) {
                    texts.set(language, text);
                }
            }
        }
        texts
    }
}
