//! The languages of a workbook, as its headings name them.

use super::table::{Column, Row, Table};
use crate::exchange::markup::without_markup;
use crate::exchange::reason::{Place, Reasons};
use crate::exchange::tongue::{language_of, named};
use crate::fault::Said;
use crate::text::{Language, Texts};

/// The languages, the first the fallback, and what heading is which.
pub(super) struct Languages {
    pub all: Vec<Language>,
    headings: Vec<(Option<String>, Language)>,
    /// Whether we wrote the workbook: its texts are what they are, not HTML or Markdown, nor with answers put into them.
    pub ours: bool,
}

/// What a heading calls the language of its column, where it does.
fn in_words(column: &Column) -> Option<&str> {
    column.language.as_deref().filter(|_| matches!(column.key.as_str(), "label" | "hint"))
}

fn unmarked(table: &Table<'_>) -> bool {
    table.rows().any(|row| row.all("label").any(|(name, text)| name.is_none() && !text.is_empty()))
}

/// The languages that headings name. Where none of them is known, and no words stand without one, the first is that of the form.
fn read(names: &[&str], default: Option<&Language>, all_marked: bool, reasons: &mut Reasons) -> Vec<(Option<String>, Language)> {
    let known = |name: &&str| Some((Some((*name).to_owned()), language_of(name)?));
    let mut headings: Vec<(Option<String>, Language)> = names.iter().filter_map(known).collect();
    let taken = names.first().filter(|_| headings.is_empty() && all_marked);
    for name in names.iter().filter(|name| language_of(name).is_none()) {
        let said = |key| Said::new(key).with("name", *name);
        let message = if Some(name) == taken {
            let language = default.cloned().unwrap_or_else(Language::italian);
            let message = said("exchange-language-taken").with("language", named(&language));
            headings.push((Some((*name).to_owned()), language));
            message
        } else {
            said("exchange-language-unknown")
        };
        reasons.push(&Place::File, message, "exchange-hint-language-unknown");
    }
    headings
}

/// Tells of a second column of a sheet in a language that it has already (British and American English).
fn tell_of_twice(table: &Table<'_>, reasons: &mut Reasons) {
    let mut seen: Vec<(&str, Language)> = Vec::new();
    for (key, name) in table.columns.iter().filter_map(|column| Some((column.key.as_str(), in_words(column)?))) {
        let Some(language) = language_of(name) else { continue };
        if seen.contains(&(key, language.clone())) {
            let message = Said::new("exchange-language-twice").with("name", name).with("sheet", table.name);
            reasons.push(&Place::File, message, "exchange-hint-language-twice");
        } else {
            seen.push((key, language));
        }
    }
}

impl Languages {
    pub fn of(tables: &[&Table<'_>], default: &str, ours: bool, reasons: &mut Reasons) -> Self {
        let mut names: Vec<&str> = Vec::new();
        for name in tables.iter().flat_map(|table| &table.columns).filter_map(in_words) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        tables.iter().for_each(|table| tell_of_twice(table, reasons));
        let default = language_of(default).filter(|_| !default.trim().is_empty());
        let all_marked = !tables.iter().any(|table| unmarked(table));
        let mut headings = read(&names, default.as_ref(), all_marked, reasons);
        // Words without a language beside words in the first one are in another; elsewhere they are in the first.
        let beside = |table: &&&Table<'_>| {
            let first = names.first().copied();
            first.is_some() && table.columns.iter().any(|column| column.key == "label" && column.language.as_deref() == first)
        };
        if headings.is_empty() || tables.iter().filter(beside).any(|table| unmarked(table)) {
            let free = |language: &Language| !headings.iter().any(|(_, own)| own == language);
            let language = default.clone().filter(free).unwrap_or_else(|| {
                let language = Some(Language::italian()).filter(free).unwrap_or_else(Language::english);
                let message = Said::new("exchange-language-unsaid").with("language", named(&language));
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
        Self { all, headings, ours }
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
                    let plain = Some(text).filter(|_| !self.ours).and_then(without_markup);
                    texts.set(language, plain.unwrap_or_else(|| text.to_owned()));
                }
            }
        }
        texts
    }
}
