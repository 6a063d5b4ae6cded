//! Groups that ask several things on one list: one question of ours.

use super::kinds::{self, Type};
use super::rest;
use super::survey::{Reader, factor, role};
use super::table::Row;
use crate::exchange::draft::{Asked, DraftItem, DraftQuestion};
use crate::text::Texts;

/// The list of a group that asks several things on one, and the row on which it ends.
pub(super) fn matrix_ahead(rows: &[Row<'_>], at: usize) -> Option<(String, usize)> {
    let marked = rows[at].get("appearance").to_lowercase().contains("table-list")
        || ["matrix", "importance"].contains(&rows[at].get("ascolto_kind"));
    let (mut list, mut items) = (None, 0);
    for (place, row) in rows.iter().enumerate().skip(at + 1).filter(|(_, row)| !row.get("type").is_empty()) {
        match kinds::read(row.get("type")) {
            Type::One { list: named, or_other: false } if list.as_ref().is_none_or(|list| *list == named) => {
                let heads = row.appears("label");
                if !marked && !heads && !row.appears("list-nolabel") {
                    return None;
                }
                items += usize::from(!heads);
                list = Some(named);
            }
            Type::End => return list.filter(|_| items > 0).map(|list| (list, place)),
            _ => return None,
        }
    }
    None
}

impl Reader<'_> {
    /// Reads the rows of a matrix, its beginning and its end with them. That of the importance of its items is part of it.
    pub fn matrix(&mut self, rows: &[Row<'_>], list: &str) {
        let Some(head) = rows.first().filter(|head| head.get("ascolto_kind") != "importance") else { return };
        let name = head.get("name");
        let place = head.place(name);
        self.claim(head, name);
        let when = self.all_when(head);
        let mut items: Vec<DraftItem> = Vec::new();
        let mut required = 0;
        let (mut text, mut hint) = (Texts::default(), self.languages.texts(head, "hint"));
        for row in rows.get(1..rows.len() - 1).unwrap_or_default().iter().filter(|row| !row.get("type").is_empty()) {
            let (own, place) = (row.get("name"), row.place(row.get("name")));
            if row.appears("label") {
                text = if text.is_empty() { self.languages.texts(row, "label") } else { text };
                hint = if hint.is_empty() { self.languages.texts(row, "hint") } else { hint };
                continue;
            }
            self.claim(row, own);
            rest::tell_of(row, &place, self.languages.ours, self.reasons);
            if row.says("relevant") || row.says("hint") || row.says("constraint") {
                self.reasons.push(&place, "exchange-item", "exchange-hint-item");
            }
            required += usize::from(self.required(row));
            let factor = factor(row, self.draft);
            items.push(DraftItem { place, name: own.to_owned(), text: self.languages.texts(row, "label"), factor });
        }
        // The row above the items asks; what the group is called then stands before it.
        let title = self.languages.texts(head, "label");
        if text.is_empty() {
            text = title;
        } else if !title.is_empty() {
            self.push(DraftQuestion::of(place.clone(), "", title, when.clone(), Asked::Note));
        }
        if required > 0 && required < items.len() {
            self.reasons.push(&place, "exchange-item-required", "exchange-hint-required");
        }
        let is_required = required == items.len();
        let importance = Some(head.get("ascolto_importance").to_owned()).filter(|list| !list.is_empty());
        let asked = Asked::Matrix { list: list.to_owned(), items, importance };
        let mut made = DraftQuestion::of(place, name, text, when, asked);
        made.hint = hint;
        made.required = is_required;
        made.role = role(head);
        made.factor = factor(head, self.draft);
        self.push(made);
    }
}
