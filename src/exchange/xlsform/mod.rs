//! XLSForm: the workbooks of ODK, KoboToolbox and others, both ways.
//!
//! Sheets `survey`, `choices` and `settings` as the standard has them. What the standard has no word for (what an answer is for, which
//! points satisfy) stands in columns of our own, `ascolto_role` and the like, and the texts around the questions in a sheet `ascolto`:
//! other programs leave both alone, and reading what was written gives the same form.

mod choices;
mod constraint;
mod grid;
mod kinds;
mod languages;
mod own;
mod rest;
mod survey;
mod table;
mod write;
mod xpath;

pub use write::write;
pub(super) use xpath::parse;

use super::draft::Draft;
use super::reason::{Place, Reasons};
use super::{Imported, answers, build};
use crate::fault::Said;
use crate::sheet::{COMPOUND, NoTable, Tab, Workbook};
use crate::text::Texts;
use languages::Languages;
use table::Table;

/// Reads a workbook.
pub(super) fn read(name: &str, bytes: &[u8]) -> Imported {
    let workbook = match Workbook::read(bytes) {
        Ok(workbook) => workbook,
        Err(NoTable::TooLarge) => return Imported::refused("exchange-workbook-large", "exchange-hint-workbook-large"),
        // An old one, or a new one that is locked with a password: both lie in a compound file.
        Err(_) if bytes.starts_with(COMPOUND) => {
            return Imported::refused("exchange-old-workbook", "exchange-hint-old-workbook");
        }
        Err(_) => return Imported::refused("exchange-workbook-broken", "exchange-hint-workbook-broken"),
    };
    let Some(survey) = survey_of(&workbook) else {
        let none = || Imported::refused("exchange-no-survey", "exchange-hint-no-survey");
        return answers::read(name, bytes).unwrap_or_else(none);
    };
    let mut reasons = Reasons::new();
    let draft = draft_of(name, &workbook, &survey, &mut reasons);
    build::build(draft, reasons)
}

/// The sheet with the questions; the only one of a workbook may have any name.
fn survey_of(workbook: &Workbook) -> Option<Table<'_>> {
    let only = || match workbook.tabs.iter().filter(|tab| !tab.rows.is_empty()).collect::<Vec<&Tab>>().as_slice() {
        [tab] => Some(Table::new(tab, &["type"])),
        _ => None,
    };
    Table::of(workbook, "survey", &["type"]).or_else(only).filter(|table| table.has("type"))
}

fn draft_of(file: &str, workbook: &Workbook, survey: &Table<'_>, reasons: &mut Reasons) -> Draft {
    let lists = ["choices", "columns"].into_iter().filter_map(|name| Table::of(workbook, name, &["list_name"]));
    let lists: Vec<Table<'_>> = lists.collect();
    let settings = Table::of(workbook, "settings", &["title", "id", "default_language"]);
    let own = Table::of(workbook, "ascolto", &["ascolto_what"]);
    let setting = |key: &str| {
        let found = settings.as_ref().and_then(|table| table.rows().find(|row| row.says(key)).map(|row| row.get(key).to_owned()));
        found.unwrap_or_default()
    };
    let tables: Vec<&Table<'_>> = [survey].into_iter().chain(&lists).collect();
    for table in tables.iter().copied().chain(&settings) {
        if let Some(row) = table.heading_below {
            let message = Said::new("exchange-heading-below").with("sheet", table.name).with("row", row.to_string());
            reasons.push(&Place::File, message, "exchange-hint-heading-below");
        }
    }
    let languages = Languages::of(&tables, &setting("default_language"), own.is_some(), reasons);
    rest::tell_of_markup(&tables, &languages, reasons);
    let stem = file.rsplit(['/', '\\']).next().unwrap_or_default().split('.').next().unwrap_or_default();
    let [id, title] = ["id", "title"].map(|key| Some(setting(key)).filter(|text| !text.is_empty()));
    let mut draft = Draft {
        code: id.or_else(|| title.clone()).unwrap_or_else(|| stem.to_owned()),
        languages: languages.all.clone(),
        title: Texts::one(languages.first(), title.unwrap_or_else(|| stem.to_owned())),
        ..Draft::default()
    };
    if let Some(table) = &own {
        own::read(table, &languages, &mut draft);
    }
    for table in &lists {
        choices::read(table, &languages, &mut draft, reasons);
    }
    survey::read(survey, &languages, &mut draft, reasons);
    draft
}

/// Yes or no as these workbooks write it; `None` for anything else.
fn flag(cell: &str) -> Option<bool> {
    match cell.trim().to_ascii_lowercase().as_str() {
        "yes" | "true" | "true()" | "1" | "si" | "sì" | "x" => Some(true),
        "no" | "false" | "false()" | "0" | "" => Some(false),
        _ => None,
    }
}
