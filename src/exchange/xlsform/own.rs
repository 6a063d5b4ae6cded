//! The sheet `ascolto`: what surrounds the questions and has no place in the standard.

use super::languages::Languages;
use super::table::Table;
use crate::exchange::draft::Draft;
use crate::form::{Factor, PRESENTATIONS};
use crate::text::Code;

/// Reads the sheet; what it does not say stays as it was.
pub(super) fn read(table: &Table<'_>, languages: &Languages, draft: &mut Draft) {
    for row in table.rows() {
        let (code, value) = (Code::parse(row.get("code")), row.get("ascolto_value"));
        let label = languages.texts(&row, "label");
        match row.get("ascolto_what") {
            "title" if !label.is_empty() => {
                let first = languages.first();
                let said = draft.title.get(&first, &first).to_owned();
                draft.title = label;
                draft.title.set(first, said);
            }
            "introduction" => draft.introduction = label,
            "thanks" => draft.thanks = label,
            "minutes" => draft.minutes = value.parse().ok().filter(|minutes| (1..=60).contains(minutes)),
            "presentation" => {
                draft.presentation = PRESENTATIONS.iter().find(|(word, _)| *word == value).map(|(_, meaning)| *meaning);
            }
            "factor" if !label.is_empty() => {
                let known = |code: &Code| draft.factors.iter().any(|factor| factor.code == *code);
                if let Some(code) = code.filter(|code| !known(code)) {
                    draft.factors.push(Factor { code, label });
                }
            }
            _ => {}
        }
    }
}
