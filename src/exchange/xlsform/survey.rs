//! The sheet `survey`: questions, groups and their conditions.

use super::constraint::{bounds, longest, of_choices};
use super::grid::matrix_ahead;
use super::kinds::{self, Type};
use super::languages::Languages;
use super::table::{Row, Table};
use super::{flag, rest, xpath};
use crate::exchange::build::page;
use crate::exchange::draft::{Asked, BOUNDS, Draft, DraftChoice, DraftPage, DraftQuestion, Expr, OTHER};
use crate::exchange::reason::{Place, Reasons};
use crate::exchange::words;
use crate::fault::Said;
use crate::form::ROLES;
use crate::text::Code;
use std::collections::BTreeMap;

/// More rows than any survey has.
const MOST_ROWS: usize = 10_000;
/// Groups in groups deeper than this no person makes: their conditions are not carried.
const DEEPEST: usize = 20;
/// The most points of a range that is asked as a scale.
const MOST_POINTS: i64 = 11;
/// The longest text that is asked for want of another kind, in characters.
const SHORT: u32 = 100;

/// Reads every row.
pub(super) fn read(table: &Table<'_>, languages: &Languages, draft: &mut Draft, reasons: &mut Reasons) {
    let rows: Vec<Row<'_>> = table.rows().filter(|row| flag(row.get("disabled")) != Some(true)).collect();
    if rows.len() > MOST_ROWS {
        let message = Said::new("exchange-large").with("count", rows.len()).with("most", MOST_ROWS);
        reasons.push(&Place::File, message, "exchange-hint-large");
        return;
    }
    let mut reader = Reader { languages, draft, reasons, groups: Vec::new(), loose: false, seen: BTreeMap::new() };
    let mut at = 0;
    while let Some(row) = rows.get(at) {
        at = match kinds::read(row.get("type")) {
            _ if row.get("type").is_empty() => {
                reader.untyped(row);
                at + 1
            }
            Type::Begin { repeat } => {
                if let Some((list, end)) = matrix_ahead(&rows, at) {
                    reader.matrix(&rows[at..=end], &list);
                    end + 1
                } else {
                    reader.begin(row, repeat);
                    at + 1
                }
            }
            Type::End => {
                if reader.groups.pop().is_none() {
                    reader.reasons.push(&row.place(row.get("name")), "exchange-end-alone", "exchange-hint-end-alone");
                }
                at + 1
            }
            kind => {
                reader.question(row, kind);
                at + 1
            }
        };
    }
    if let Some(open) = reader.groups.first() {
        reader.reasons.push(&open.place, "exchange-never-ends", "exchange-hint-never-ends");
    }
}

pub(super) struct Reader<'r> {
    pub languages: &'r Languages,
    pub draft: &'r mut Draft,
    pub reasons: &'r mut Reasons,
    groups: Vec<Group>,
    /// Whether the last page is one of questions that stand in no group.
    loose: bool,
    /// The row of each name.
    seen: BTreeMap<String, u32>,
}

/// A group that is open.
struct Group {
    place: Place,
    /// What must hold for all in it, but for the conditions of the page.
    when: Vec<Expr>,
}

impl Reader<'_> {
    fn untyped(&mut self, row: &Row<'_>) {
        if row.says("label") {
            self.reasons.push(&row.place(row.get("name")), "exchange-untyped", "exchange-hint-untyped");
        }
    }

    fn when(&mut self, row: &Row<'_>) -> Vec<Expr> {
        let text = row.get("relevant");
        if text.is_empty() {
            return Vec::new();
        }
        let read = xpath::parse(text);
        if read.is_none() {
            let message = Said::new("exchange-when-unreadable").with("text", text);
            self.reasons.push(&row.place(row.get("name")), message, "exchange-hint-when");
        }
        read.into_iter().collect()
    }

    fn begin(&mut self, row: &Row<'_>, repeat: bool) {
        let (name, title) = (row.get("name"), self.languages.texts(row, "label"));
        let place = row.place(name);
        if repeat {
            self.reasons.push(&place, "exchange-repeat", "exchange-hint-repeat");
        }
        let when = self.when(row);
        if self.groups.is_empty() {
            let name = Some(row.get("ascolto_code")).filter(|code| !code.is_empty()).unwrap_or(name).to_owned();
            self.draft.pages.push(DraftPage { place: place.clone(), name, title, when, questions: Vec::new() });
            self.groups.push(Group { place, when: Vec::new() });
            self.loose = false;
            return;
        }
        let outer = self.groups.last().map(|group| group.when.clone()).unwrap_or_default();
        let too_deep = self.groups.len() >= DEEPEST;
        if too_deep && !when.is_empty() {
            let message = Said::new("exchange-when-unreadable").with("text", row.get("relevant"));
            self.reasons.push(&place, message, "exchange-hint-when");
        }
        let when = if too_deep { outer } else { [outer, when].concat() };
        if !title.is_empty() {
            self.push(DraftQuestion::of(place.clone(), name, title, when.clone(), Asked::Note));
        }
        self.groups.push(Group { place, when });
    }

    /// The page that a question stands on; outside every group one for all that follow each other.
    pub fn push(&mut self, question: DraftQuestion) {
        if self.groups.is_empty() && !std::mem::replace(&mut self.loose, true) {
            self.draft.pages.push(page(question.place.clone(), ""));
        }
        if let Some(page) = self.draft.pages.last_mut() {
            page.questions.push(question);
        }
    }

    /// The condition of a row with those of the groups around it.
    pub fn all_when(&mut self, row: &Row<'_>) -> Vec<Expr> {
        let outer = self.groups.last().map(|group| group.when.clone()).unwrap_or_default();
        [outer, self.when(row)].concat()
    }

    pub fn claim(&mut self, row: &Row<'_>, name: &str) {
        if let Some(earlier) = self.seen.insert(name.to_owned(), row.number()).filter(|_| !name.is_empty()) {
            let message = Said::new("exchange-name-twice").with("name", name).with("row", earlier.to_string());
            self.reasons.push(&row.place(name), message, "exchange-hint-name-twice");
        }
    }

    fn question(&mut self, row: &Row<'_>, mut kind: Type) {
        if matches!(kind, Type::One { .. } | Type::Several { .. }) && row.appears("label") {
            // It shows the choices above others that do not; there is nothing to answer.
            if !row.says("label") {
                return;
            }
            kind = Type::Note;
        }
        let name = row.get("name");
        let place = row.place(name);
        if let Type::Lost(message, hint) = kind {
            self.reasons.push(&place, Said::new(message).with("type", row.get("type")), hint);
            self.draft.dropped.insert(name.to_owned());
            return;
        }
        if name.is_empty() && kind != Type::Note {
            self.reasons.push(&place, "exchange-no-name", "exchange-hint-no-name");
        }
        self.claim(row, name);
        rest::tell_of(row, &place, self.languages.ours, self.reasons);
        let when = self.all_when(row);
        let text = self.languages.texts(row, "label");
        let Some((asked, other)) = self.asked(row, &kind, &place) else { return };
        let mut made = DraftQuestion::of(place.clone(), name, text, when.clone(), asked);
        made.hint = self.languages.texts(row, "hint");
        made.required = self.required(row);
        made.role = role(row);
        made.factor = factor(row, self.draft);
        self.push(made);
        if let Some(list) = other {
            let own = self.draft.lists.get(&list).and_then(|list| list.choices.iter().find(|choice| choice.name == OTHER));
            let label = own.map(|choice| choice.label.clone()).unwrap_or_default();
            self.push(DraftQuestion::other_words(place, name, label, when));
        }
    }

    pub fn required(&mut self, row: &Row<'_>) -> bool {
        flag(row.get("required")).unwrap_or_else(|| {
            self.reasons.push(&row.place(row.get("name")), "exchange-required", "exchange-hint-required");
            false
        })
    }

    /// How a row is answered, and the list of a choice that asks for more words.
    fn asked(&mut self, row: &Row<'_>, kind: &Type, place: &Place) -> Option<(Asked, Option<String>)> {
        let constraint = Some(row.get("constraint")).filter(|text| !text.is_empty());
        let expr = constraint.map(xpath::parse);
        let read = expr.clone().flatten();
        let mut carried = constraint.is_none();
        let (mut other, likert) = (None, row.get("appearance").to_lowercase().contains("likert"));
        let asked = match kind {
            Type::One { list, or_other } => {
                let list = self.list(list, *or_other, row, &mut other);
                Asked::One { list, likert }
            }
            Type::Several { list, or_other } => {
                let (at_most, exclusive, all) = read.as_ref().map_or((None, Vec::new(), false), of_choices);
                carried |= all;
                Asked::Several { list: self.list(list, *or_other, row, &mut other), at_most, exclusive }
            }
            Type::Integer | Type::Decimal | Type::Percentage => {
                let found = read.as_ref().and_then(bounds);
                carried |= found.is_some();
                if *kind == Type::Decimal {
                    self.reasons.push(place, "exchange-decimal", "exchange-hint-decimal");
                }
                let (least, most) = found.unwrap_or_default();
                match kind {
                    Type::Percentage => Asked::number((least.or(Some(0)), most.or(Some(100))), (0, 100), place, self.reasons),
                    _ => Asked::number((least, most), BOUNDS, place, self.reasons),
                }
            }
            Type::Range => self.range(row, place),
            Type::Text => {
                let most = read.as_ref().and_then(longest);
                carried |= most.is_some();
                Asked::Text { most }
            }
            Type::InWords(why) => {
                self.reasons.push(place, *why, "exchange-hint-in-words");
                Asked::Text { most: Some(SHORT) }
            }
            Type::Acknowledge => {
                self.reasons.push(place, "exchange-acknowledge", "exchange-hint-acknowledge");
                Asked::Note
            }
            Type::Note => {
                carried = true;
                Asked::Note
            }
            Type::Begin { .. } | Type::End | Type::Lost(..) => return None,
        };
        if let Some(text) = constraint.filter(|_| !carried) {
            self.reasons.push(place, Said::new("exchange-constraint").with("text", text), "exchange-hint-constraint");
        }
        Some((asked, other))
    }

    fn range(&mut self, row: &Row<'_>, place: &Place) -> Asked {
        let parameters = row.get("parameters").replace([',', ';'], " ").replace(" =", "=").replace("= ", "=");
        let number = |key: &str, usual: f64| {
            let found = parameters.split_whitespace().find_map(|part| part.strip_prefix(key)?.strip_prefix('='));
            found.and_then(|text| text.parse().ok()).filter(|number: &f64| number.abs() < 1e9).unwrap_or(usual)
        };
        let (start, end, step) = (number("start", 1.0), number("end", 10.0), number("step", 1.0));
        let (least, most) = (start.min(end).ceil() as i64, start.max(end).floor() as i64);
        match (u8::try_from(least), u8::try_from(most)) {
            (Ok(least), Ok(most)) if step == 1.0 && least < most && most <= 200 && i64::from(most - least) < MOST_POINTS => {
                Asked::Range { least, most }
            }
            _ => {
                if step != 1.0 {
                    self.reasons.push(place, "exchange-step", "exchange-hint-step");
                }
                Asked::number((Some(least), Some(most)), BOUNDS, place, self.reasons)
            }
        }
    }

    /// The name of a list, with a choice "other" added where it is asked for.
    fn list(&mut self, name: &str, or_other: bool, row: &Row<'_>, other: &mut Option<String>) -> String {
        let Some(list) = self.draft.lists.get(name) else { return name.to_owned() };
        if !or_other {
            return name.to_owned();
        }
        let longer = format!("{name} or_other");
        let mut list = list.clone();
        list.scale = None;
        if !list.choices.iter().any(|choice| choice.name == OTHER) {
            let label = words::OTHER.texts(&self.languages.all);
            list.choices.push(DraftChoice::of(&row.place(OTHER), OTHER, label));
        }
        self.draft.lists.insert(longer.clone(), list);
        *other = Some(longer.clone());
        longer
    }
}

pub(super) fn role(row: &Row<'_>) -> Option<crate::form::Role> {
    ROLES.iter().find(|(word, _)| *word == row.get("ascolto_role")).map(|(_, role)| *role)
}

pub(super) fn factor(row: &Row<'_>, draft: &Draft) -> Option<Code> {
    Code::parse(row.get("ascolto_factor")).filter(|code| draft.factors.iter().any(|factor| factor.code == *code))
}
