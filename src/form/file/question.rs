//! `[[pages.questions]]`.

use super::Context;
use crate::fault::Said;
use crate::fault::typed::{Entries, Typed};
use crate::form::show_if::{Askable, Values};
use crate::form::{Choice, Item, Kind, Question, Role};
use crate::text::Code;

/// The kinds by their names in the file.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum KindName {
    Rating,
    SingleChoice,
    MultipleChoice,
    Matrix,
    Number,
    OpenText,
    Note,
}

impl KindName {
    pub(super) fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Rating { .. } => Self::Rating,
            Kind::SingleChoice { .. } => Self::SingleChoice,
            Kind::MultipleChoice { .. } => Self::MultipleChoice,
            Kind::Matrix { .. } => Self::Matrix,
            Kind::Number { .. } => Self::Number,
            Kind::OpenText { .. } => Self::OpenText,
            Kind::Note => Self::Note,
        }
    }
}

pub(super) const KINDS: [(&str, KindName); 7] = [
    ("rating", KindName::Rating),
    ("single_choice", KindName::SingleChoice),
    ("multiple_choice", KindName::MultipleChoice),
    ("matrix", KindName::Matrix),
    ("number", KindName::Number),
    ("open_text", KindName::OpenText),
    ("note", KindName::Note),
];

pub(crate) const ROLES: [(&str, Role); 9] = [
    ("satisfaction", Role::Satisfaction),
    ("importance", Role::Importance),
    ("expectation", Role::Expectation),
    ("overall", Role::Overall),
    ("need", Role::Need),
    ("profile", Role::Profile),
    ("filter", Role::Filter),
    ("comment", Role::Comment),
    ("recommend", Role::Recommend),
];

/// The most characters of an open text that says nothing of its length.
pub(super) const DEFAULT_CHARACTERS: u32 = 1_000;

/// Reads one question; its condition is read later, when every field is known.
pub(super) fn read(context: &mut Context<'_>, entries: Entries<'_>, place: (usize, usize)) -> Option<Question> {
    let code = entries.required_code("code");
    let kind_name = entries.required_word("kind", &KINDS).map(|typed| typed.value);
    let text = entries.required_texts("text", &context.languages);
    let hint = entries.texts("hint", &context.languages);
    let Some(kind_name) = kind_name else {
        read_without_kind(context, entries, code, place);
        return None;
    };
    let role = read_role(context, &entries, kind_name);
    let required = kind_name != KindName::Note && entries.flag("required");
    let factor = if kind_name == KindName::Note { None } else { context.factor(&entries) };
    if let Some(code) = &code {
        context.claim(code.value.as_str(), &code.range);
        context.places.insert(code.value.to_string(), entries.range_of("text"));
    }
    let kind = read_kind(context, &entries, kind_name, code.as_ref(), place);
    let code = code.map(|typed| typed.value);
    match (&code, &kind) {
        (Some(code), Some(kind)) => {
            note_field(context, code, kind, place);
            refuse_strange_recommend(context, &entries, role, kind);
        }
        (Some(code), None) => context.fields.push(Askable { code: code.clone(), place, values: Values::Unknown }),
        (None, _) => {}
    }
    entries.finish();
    Some(Question { code: code?, text, hint, role, factor, required, show_if: None, kind: kind? })
}

/// Reads a question that does not say its kind: what can be wrong with it all the same. Conditions may name its answers.
fn read_without_kind(context: &mut Context<'_>, entries: Entries<'_>, code: Option<Typed<Code>>, place: (usize, usize)) {
    entries.word("role", &ROLES);
    entries.flag("required");
    context.factor(&entries);
    context.scale(&entries, "scale");
    let importance = context.scale(&entries, "importance");
    for key in ["least", "most", "at_most", "most_characters"] {
        entries.integer(key);
    }
    entries.tables("choices", "fault-what-choice");
    let items = if entries.has("items") { read_items(context, &entries, importance.is_some()) } else { Vec::new() };
    if let Some(code) = &code {
        context.claim(code.value.as_str(), &code.range);
    }
    let codes = items.into_iter().flat_map(|item| [item.importance_code(), Some(item.code)]).flatten();
    let codes = codes.chain(code.map(|typed| typed.value));
    context.fields.extend(codes.map(|code| Askable { code, place, values: Values::Unknown }));
    entries.finish();
}

fn read_role(context: &Context<'_>, entries: &Entries<'_>, kind: KindName) -> Role {
    match kind {
        KindName::Note => return Role::Comment,
        KindName::OpenText if !entries.has("role") => return Role::Comment,
        _ => {}
    }
    let Some(role) = entries.required_word("role", &ROLES) else { return Role::Profile };
    let judges = matches!(role.value, Role::Satisfaction | Role::Importance | Role::Overall | Role::Recommend);
    if judges && !matches!(kind, KindName::Rating | KindName::Matrix) {
        context.source.fault(role.range, "fault-role-of-ratings", "fault-hint-role-of-ratings");
    } else if role.value == Role::Comment && kind != KindName::OpenText {
        context.source.fault(role.range, "fault-role-of-texts", "fault-hint-role-of-texts");
    }
    role.value
}

fn refuse_strange_recommend(context: &Context<'_>, entries: &Entries<'_>, role: Role, kind: &Kind) {
    let (Role::Recommend, Kind::Rating { scale } | Kind::Matrix { scale, .. }) = (role, kind) else { return };
    let Some(scale) = context.scales.iter().find(|own| &own.code == scale) else { return };
    if !scale.points.iter().map(|point| point.value).eq(0..=10) {
        context.source.fault(entries.range_of("scale"), "fault-recommend-scale", "fault-hint-recommend-scale");
    }
}

fn read_kind(
    context: &mut Context<'_>,
    entries: &Entries<'_>,
    kind: KindName,
    code: Option<&Typed<Code>>,
    place: (usize, usize),
) -> Option<Kind> {
    match kind {
        KindName::Rating => Some(Kind::Rating { scale: required_scale(context, entries)? }),
        KindName::SingleChoice => Some(Kind::SingleChoice { choices: read_choices(context, entries, None) }),
        KindName::MultipleChoice => {
            let choices = read_choices(context, entries, code);
            let most = i64::try_from(choices.len()).unwrap_or(i64::MAX).clamp(1, 200);
            let at_most = entries.integer_between("at_most", 1, most).map(|typed| typed.value as u8);
            Some(Kind::MultipleChoice { choices, at_most })
        }
        KindName::Matrix => {
            let scale = required_scale(context, entries);
            let importance = context.scale(entries, "importance");
            let items = read_items(context, entries, importance.is_some());
            for item in &items {
                note_scale(context, &item.code, scale.as_ref(), place);
                if let (Some(code), Some(importance)) = (item.importance_code(), &importance) {
                    note_scale(context, &code, Some(importance), place);
                }
            }
            Some(Kind::Matrix { scale: scale?, items, importance })
        }
        KindName::Number => read_bounds(context, entries),
        KindName::OpenText => {
            let most = entries.integer_between("most_characters", 1, 10_000);
            Some(Kind::OpenText { most_characters: most.map_or(DEFAULT_CHARACTERS, |typed| typed.value as u32) })
        }
        KindName::Note => Some(Kind::Note),
    }
}

fn required_scale(context: &Context<'_>, entries: &Entries<'_>) -> Option<Code> {
    if !entries.has("scale") {
        entries.missing("scale", "fault-hint-add-scale");
    }
    context.scale(entries, "scale")
}

/// The widest span of a number: it must leave room for the kinds of "no answer" in four bytes.
const WIDEST: i64 = 4_000_000_000;

fn read_bounds(context: &Context<'_>, entries: &Entries<'_>) -> Option<Kind> {
    for key in ["least", "most"] {
        if !entries.has(key) {
            entries.missing(key, "fault-hint-add-bounds");
        }
    }
    let least = entries.integer_between("least", -WIDEST, WIDEST);
    let most = entries.integer_between("most", -WIDEST, WIDEST);
    let (least, most) = (least?.value, most?);
    if most.value <= least || most.value - least > WIDEST {
        let message = Said::new("fault-bounds").with("least", least).with("most", most.value);
        context.source.fault(most.range, message, "fault-hint-bounds");
        return None;
    }
    Some(Kind::Number { least, most: most.value })
}

/// Reads choices. With the question's code they are options of a multiple choice, each an answer of its own.
fn read_choices(context: &mut Context<'_>, entries: &Entries<'_>, question: Option<&Typed<Code>>) -> Vec<Choice> {
    let multiple = question.is_some();
    let mut choices: Vec<Choice> = Vec::new();
    let typed = entries.tables("choices", "fault-what-choice");
    if typed.len() < 2 {
        context.source.fault(entries.range_of("choices"), "fault-few-choices", "fault-hint-add-choices");
    }
    for (index, entry) in typed.into_iter().enumerate() {
        let label = entry.required_texts("label", &context.languages);
        let exclusive = multiple && entry.flag("exclusive");
        let value = if multiple { None } else { entry.integer_between("value", 0, 200).map(|typed| typed.value) };
        let value = value.unwrap_or(i64::try_from(index).unwrap_or(200) + 1).min(200) as u8;
        let value_range = entry.range_of("value");
        if let Some(code) = entry.required_code("code") {
            if choices.iter().any(|choice| choice.code == code.value) {
                let message = Said::new("fault-two-choices").with("code", &code.value);
                context.source.fault(code.range, message, "fault-hint-other-code");
            } else if choices.iter().any(|choice| choice.value == value) {
                let message = Said::new("fault-same-value").with("value", i64::from(value));
                context.source.fault(value_range, message, "fault-hint-same-value");
            } else {
                if let Some(question) = question {
                    context.claim(&format!("{}_{}", question.value, code.value), &code.range);
                }
                choices.push(Choice { code: code.value, value, label, exclusive });
            }
        }
        entry.finish();
    }
    choices
}

fn read_items(context: &mut Context<'_>, entries: &Entries<'_>, importance: bool) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let typed = entries.tables("items", "fault-what-item");
    if typed.is_empty() {
        context.source.fault(entries.range_of("items"), "fault-no-items", "fault-hint-add-items");
    }
    for entry in typed {
        let text = entry.required_texts("text", &context.languages);
        let factor = context.factor(&entry);
        if let Some(code) = entry.required_code("code") {
            context.claim(code.value.as_str(), &code.range);
            context.places.insert(code.value.to_string(), entry.range_of("text"));
            if importance {
                context.claim(&format!("{}_importance", code.value), &code.range);
            }
            items.push(Item { code: code.value, text, factor });
        }
        entry.finish();
    }
    items
}

fn note_field(context: &mut Context<'_>, code: &Code, kind: &Kind, place: (usize, usize)) {
    let values = match kind {
        Kind::Rating { scale } => return note_scale(context, code, Some(scale), place),
        Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => {
            Values::Choices(choices.iter().map(|choice| choice.code.clone()).collect())
        }
        Kind::Number { least, most } => Values::Numbers(*least, *most),
        Kind::Matrix { .. } => Values::Nothing("fault-hint-not-a-matrix"),
        Kind::OpenText { .. } => Values::Nothing("fault-hint-not-a-text"),
        Kind::Note => Values::Nothing("fault-hint-not-a-note"),
    };
    context.fields.push(Askable { code: code.clone(), place, values });
}

fn note_scale(context: &mut Context<'_>, code: &Code, scale: Option<&Code>, place: (usize, usize)) {
    let scale = context.scales.iter().find(|own| Some(&own.code) == scale);
    let values = match scale {
        Some(scale) => Values::Points(scale.points.iter().map(|point| point.value.into()).collect()),
        None => Values::Unknown,
    };
    context.fields.push(Askable { code: code.clone(), place, values });
}
