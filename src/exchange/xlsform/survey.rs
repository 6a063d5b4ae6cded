//! The sheet `survey`: questions, groups and their conditions.

use super::constraint::{bounds, longest, of_choices};
use super::kinds::{self, Type};
use super::languages::Languages;
use super::table::{Row, Table};
use super::{flag, xpath};
use crate::exchange::build::page;
use crate::exchange::draft::{Asked, Draft, DraftChoice, DraftItem, DraftPage, DraftQuestion, Expr};
use crate::exchange::reason::{Place, Reasons};
use crate::fault::Said;
use crate::form::ROLES;
use crate::text::{Code, Texts};
use std::collections::BTreeMap;

/// The bounds of a number that states none.
const BOUNDS: (i64, i64) = (0, 1_000_000);
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
    let mut reader = Reader { languages, draft, reasons, groups: Vec::new(), seen: BTreeMap::new() };
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

/// The list of a group that asks several things on one, and the row on which it ends.
fn matrix_ahead(rows: &[Row<'_>], at: usize) -> Option<(String, usize)> {
    let own = |row: &Row<'_>| row.get("appearance").to_lowercase();
    let marked = own(&rows[at]).contains("table-list") || ["matrix", "importance"].contains(&rows[at].get("ascolto_kind"));
    let (mut list, mut items) = (None, 0);
    for (place, row) in rows.iter().enumerate().skip(at + 1).filter(|(_, row)| !row.get("type").is_empty()) {
        match kinds::read(row.get("type")) {
            Type::One { list: named, or_other: false } if list.as_ref().is_none_or(|list| *list == named) => {
                let words = own(row);
                let words: Vec<&str> = words.split_whitespace().collect();
                if !marked && !words.contains(&"label") && !words.contains(&"list-nolabel") {
                    return None;
                }
                items += usize::from(!words.contains(&"label"));
                list = Some(named);
            }
            Type::End => return list.filter(|_| items > 0).map(|list| (list, place)),
            _ => return None,
        }
    }
    None
}

struct Reader<'r> {
    languages: &'r Languages,
    draft: &'r mut Draft,
    reasons: &'r mut Reasons,
    groups: Vec<Group>,
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
        let name = row.get("name");
        if !name.is_empty() && row.says("label") {
            self.reasons.push(&row.place(name), "exchange-untyped", "exchange-hint-untyped");
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
            let note = question(place.clone(), name, title, when.clone(), Asked::Note);
            self.push(note);
        }
        self.groups.push(Group { place, when });
    }

    /// The page that a question stands on; outside every group one for all that follow each other.
    fn push(&mut self, question: DraftQuestion) {
        let loose = |page: &DraftPage| page.name.is_empty();
        if self.groups.is_empty() && !self.draft.pages.last().is_some_and(loose) {
            self.draft.pages.push(page(question.place.clone(), ""));
        }
        if let Some(page) = self.draft.pages.last_mut() {
            page.questions.push(question);
        }
    }

    /// The condition of a row with those of the groups around it.
    fn all_when(&mut self, row: &Row<'_>) -> Vec<Expr> {
        let outer = self.groups.last().map(|group| group.when.clone()).unwrap_or_default();
        [outer, self.when(row)].concat()
    }

    fn claim(&mut self, row: &Row<'_>, name: &str) {
        if let Some(earlier) = self.seen.insert(name.to_owned(), row.number()).filter(|_| !name.is_empty()) {
            let message = Said::new("exchange-name-twice").with("name", name).with("row", earlier.to_string());
            self.reasons.push(&row.place(name), message, "exchange-hint-name-twice");
        }
    }

    fn question(&mut self, row: &Row<'_>, kind: Type) {
        let name = row.get("name");
        let place = row.place(name);
        if let Type::Lost(message, hint) = kind {
            self.reasons.push(&place, Said::new(message).with("type", row.get("type")), hint);
            self.draft.dropped.push(name.to_owned());
            return;
        }
        if name.is_empty() && kind != Type::Note {
            self.reasons.push(&place, "exchange-no-name", "exchange-hint-no-name");
        }
        self.claim(row, name);
        self.tell_of_the_rest(row, &place);
        let when = self.all_when(row);
        let text = self.languages.texts(row, "label");
        let Some((asked, other)) = self.asked(row, &kind, &place) else { return };
        let mut made = question(place.clone(), name, text, when.clone(), asked);
        made.hint = self.languages.texts(row, "hint");
        made.required = self.required(row);
        made.role = role(row);
        made.factor = factor(row, self.draft);
        self.push(made);
        if let Some(list) = other {
            self.push(other_words(place, name, &self.draft.lists, &list, when));
        }
    }

    fn required(&mut self, row: &Row<'_>) -> bool {
        flag(row.get("required")).unwrap_or_else(|| {
            self.reasons.push(&row.place(row.get("name")), "exchange-required", "exchange-hint-required");
            false
        })
    }

    /// What a row says besides, and no question of ours can.
    fn tell_of_the_rest(&mut self, row: &Row<'_>, place: &Place) {
        let told = [
            ("media", "exchange-media", "exchange-hint-type-media"),
            ("default", "exchange-default", "exchange-hint-default"),
            ("calculation", "exchange-calculation", "exchange-hint-type-calculated"),
            ("choice_filter", "exchange-choice-filter", "exchange-hint-choice-filter"),
        ];
        for (key, message, hint) in told {
            if row.says(key) {
                self.reasons.push(place, message, hint);
            }
        }
        if flag(row.get("readonly")) == Some(true) {
            self.reasons.push(place, "exchange-readonly", "exchange-hint-readonly");
        }
        if row.all("label").chain(row.all("hint")).any(|(_, text)| text.contains("${")) {
            self.reasons.push(place, "exchange-piped", "exchange-hint-piped");
        }
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
                self.number(place, found, *kind == Type::Percentage)
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

    fn number(&mut self, place: &Place, found: Option<(Option<i64>, Option<i64>)>, per_cent: bool) -> Asked {
        let usual = if per_cent { (0, 100) } else { BOUNDS };
        let (least, most) = found.unwrap_or_default();
        let (low, high) =
            (least.unwrap_or(usual.0.min(most.map_or(0, |most| most - 1))), most.unwrap_or(usual.1.max(least.unwrap_or(0) + 1)));
        let (low, high) = if low < high { (low, high) } else { usual };
        if (least, most) != (Some(low), Some(high)) && !per_cent {
            let message = Said::new("exchange-bounds").with("least", low).with("most", high);
            self.reasons.push(place, message, "exchange-hint-bounds");
        }
        Asked::Number { least: low, most: high }
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
                self.number(place, Some((Some(least), Some(most))), false)
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
            let label = in_languages(
                self.languages,
                &[("it", "Altro"), ("en", "Other"), ("de", "Sonstiges"), ("fr", "Autre"), ("sl", "Drugo")],
            );
            list.choices.push(DraftChoice {
                place: row.place(OTHER),
                name: OTHER.to_owned(),
                label,
                value: None,
                exclusive: false,
            });
        }
        self.draft.lists.insert(longer.clone(), list);
        *other = Some(longer.clone());
        longer
    }

    /// Reads the rows of a matrix, its beginning and its end with them. That of the importance of its items is part of it.
    fn matrix(&mut self, rows: &[Row<'_>], list: &str) {
        let Some(head) = rows.first().filter(|head| head.get("ascolto_kind") != "importance") else { return };
        let name = head.get("name");
        self.claim(head, name);
        let when = self.all_when(head);
        let mut items: Vec<DraftItem> = Vec::new();
        let mut required = true;
        let mut text = self.languages.texts(head, "label");
        for row in rows.get(1..rows.len() - 1).unwrap_or_default().iter().filter(|row| !row.get("type").is_empty()) {
            let (own, place) = (row.get("name"), row.place(row.get("name")));
            if row.get("appearance").split_whitespace().any(|word| word == "label") {
                text = if text.is_empty() { self.languages.texts(row, "label") } else { text };
                continue;
            }
            self.claim(row, own);
            self.tell_of_the_rest(row, &place);
            if row.says("relevant") || row.says("hint") || row.says("constraint") {
                self.reasons.push(&place, "exchange-item", "exchange-hint-item");
            }
            required &= self.required(row);
            let factor = factor(row, self.draft);
            items.push(DraftItem { place, name: own.to_owned(), text: self.languages.texts(row, "label"), factor });
        }
        let importance = Some(head.get("ascolto_importance").to_owned()).filter(|list| !list.is_empty());
        let asked = Asked::Matrix { list: list.to_owned(), items, importance };
        let mut made = question(head.place(name), name, text, when, asked);
        made.hint = self.languages.texts(head, "hint");
        made.required = required;
        made.role = role(head);
        made.factor = factor(head, self.draft);
        self.push(made);
    }
}

/// The choice that asks for more words.
const OTHER: &str = "other";

fn other_words(
    place: Place,
    name: &str,
    lists: &BTreeMap<String, crate::exchange::draft::List>,
    list: &str,
    when: Vec<Expr>,
) -> DraftQuestion {
    let label =
        lists.get(list).and_then(|list| list.choices.iter().find(|choice| choice.name == OTHER)).map(|choice| &choice.label);
    let selected = Expr::Selected { name: name.to_owned(), value: OTHER.to_owned() };
    let asked = Asked::Text { most: Some(SHORT * 2) };
    question(place, &format!("{name}_words"), label.cloned().unwrap_or_default(), [when, vec![selected]].concat(), asked)
}

fn in_languages(languages: &Languages, words: &[(&str, &str)]) -> Texts {
    let mut texts = Texts::default();
    for language in &languages.all {
        let word = words.iter().find(|(code, _)| *code == language.as_str()).map_or("Other", |(_, word)| word);
        texts.set(language.clone(), word);
    }
    texts
}

fn question(place: Place, name: &str, text: Texts, when: Vec<Expr>, asked: Asked) -> DraftQuestion {
    let (hint, name) = (Texts::default(), name.to_owned());
    DraftQuestion { place, name, text, hint, role: None, factor: None, required: false, when, asked }
}

fn role(row: &Row<'_>) -> Option<crate::form::Role> {
    ROLES.iter().find(|(word, _)| *word == row.get("ascolto_role")).map(|(_, role)| *role)
}

fn factor(row: &Row<'_>, draft: &Draft) -> Option<Code> {
    Code::parse(row.get("ascolto_factor")).filter(|code| draft.factors.iter().any(|factor| factor.code == *code))
}
