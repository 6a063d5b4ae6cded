//! What rows say besides, and no question of ours can: told, so that nothing is lost without a word.

use super::flag;
use super::languages::Languages;
use super::table::{Row, Table};
use crate::exchange::markup::without_markup;
use crate::exchange::reason::{Place, Reasons};
use crate::fault::Said;

/// Columns with a sentence of their own.
const TOLD: [(&str, &str, &str); 4] = [
    ("media", "exchange-media", "exchange-hint-type-media"),
    ("default", "exchange-default", "exchange-hint-default"),
    ("calculation", "exchange-calculation", "exchange-hint-type-calculated"),
    ("choice_filter", "exchange-choice-filter", "exchange-hint-choice-filter"),
];
/// Columns that are told by their names.
const NAMED: [&str; 3] = ["guidance_hint", "constraint_message", "required_message"];

/// Tells of a question's row, or of that of an item.
pub(super) fn tell_of(row: &Row<'_>, place: &Place, ours: bool, reasons: &mut Reasons) {
    for (_, message, hint) in TOLD.into_iter().filter(|(key, ..)| row.says(key)) {
        reasons.push(place, message, hint);
    }
    let is_range = row.get("type").trim().eq_ignore_ascii_case("range");
    let parameters = Some("parameters").filter(|key| row.says(key) && !is_range);
    let search = Some("search()").filter(|_| row.get("appearance").to_lowercase().contains("search("));
    for name in NAMED.into_iter().filter(|key| row.says(key)).chain(parameters).chain(search) {
        reasons.push(place, Said::new("exchange-property").with("name", name), "exchange-hint-property");
    }
    if flag(row.get("readonly")) == Some(true) {
        reasons.push(place, "exchange-readonly", "exchange-hint-readonly");
    }
    if !ours && row.all("label").chain(row.all("hint")).any(|(_, text)| text.contains("${")) {
        reasons.push(place, "exchange-piped", "exchange-hint-piped");
    }
}

/// Tells once of all texts that are HTML or Markdown.
pub(super) fn tell_of_markup(tables: &[&Table<'_>], languages: &Languages, reasons: &mut Reasons) {
    let is_marked = |row: &Row<'_>| row.all("label").chain(row.all("hint")).any(|(_, text)| without_markup(text).is_some());
    if !languages.ours && tables.iter().any(|table| table.rows().any(|row| is_marked(&row))) {
        reasons.push(&Place::File, "exchange-markup", "exchange-hint-markup");
    }
}
