//! The sheet `choices`: lists, and those of them that are scales.

use super::flag;
use super::languages::Languages;
use super::table::{Row, Table};
use crate::exchange::draft::{Draft, DraftChoice, List};
use crate::exchange::guess::whole;
use crate::exchange::reason::Reasons;
use crate::fault::Said;
use crate::form::{POLARITIES, Point, Polarity, SYMBOLS, Scale};
use crate::text::{Code, Texts};

/// Reads every list.
pub(super) fn read(table: &Table<'_>, languages: &Languages, draft: &mut Draft, reasons: &mut Reasons) {
    let (mut last, mut told) = (String::new(), false);
    for row in table.rows() {
        let (list, name) = (row.get("list_name"), row.get("name"));
        let place = row.place(name);
        if !list.is_empty() {
            (last, told) = (list.to_owned(), false);
        } else if name.is_empty() {
            // A row of remarks.
            continue;
        } else if last.is_empty() {
            reasons.push(&place, "exchange-choice-listless", "exchange-hint-choice-listless");
            continue;
        } else if !std::mem::replace(&mut told, true) {
            // Cells that are joined have the name in the first of them alone.
            reasons.push(&place, Said::new("exchange-choice-below").with("name", &*last), "exchange-hint-choice-listless");
        }
        let list = last.as_str();
        if name.is_empty() {
            reasons.push(&place, "exchange-choice-nameless", "exchange-hint-choice-nameless");
            continue;
        }
        if !draft.lists.contains_key(list) {
            draft.list_order.push(list.to_owned());
        }
        let label = languages.texts(&row, "label");
        let own = draft.lists.entry(list.to_owned()).or_default();
        if own.choices.len() > List::MOST {
            continue;
        }
        if row.says("media") {
            reasons.push(&place, "exchange-media", "exchange-hint-type-media");
        }
        if own.choices.iter().any(|choice| choice.name == name) {
            reasons.push(&place, Said::new("exchange-choice-twice").with("name", name), "exchange-hint-choice-twice");
            continue;
        }
        if let Some((_, polarity)) = POLARITIES.iter().find(|(word, _)| *word == row.get("ascolto_scale")) {
            add_to_scale(own, &row, name, &label, *polarity);
        }
        let exclusive = flag(row.get("ascolto_exclusive")) == Some(true);
        let value = whole(row.get("ascolto_value"));
        own.choices.push(DraftChoice { value, exclusive, ..DraftChoice::of(&place, name, label) });
    }
    // A scale that lost its points to somebody's edit is a list like any other.
    for list in draft.lists.values_mut() {
        list.scale = list.scale.take().filter(|scale| scale.points.len() > 1);
    }
}

fn add_to_scale(list: &mut List, row: &Row<'_>, name: &str, label: &Texts, polarity: Polarity) {
    let Some(code) = Code::parse("scale") else { return };
    let empty = || Scale { code, points: Vec::new(), polarity, dont_know: None, not_applicable: None };
    let scale = list.scale.get_or_insert_with(empty);
    let Some(value) = whole(name) else {
        match row.get("ascolto_special") {
            "dont_know" => scale.dont_know = Some(label.clone()),
            "not_applicable" => scale.not_applicable = Some(label.clone()),
            _ => {}
        }
        return;
    };
    let is = |key: &str| flag(row.get(key)) == Some(true);
    let symbol = SYMBOLS.iter().find(|(word, _)| *word == row.get("ascolto_symbol")).map(|(_, symbol)| *symbol);
    let label = if is("ascolto_unlabelled") { Texts::default() } else { label.clone() };
    let point = Point { value, label, satisfied: is("ascolto_satisfied"), neutral: is("ascolto_neutral"), symbol };
    let at = scale.points.partition_point(|own| own.value < value);
    scale.points.insert(at, point);
}
