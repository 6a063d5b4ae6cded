//! SurveyJS: the JSON of its designer, as far as a form can hold it.

mod expression;

use super::draft::{Asked, Draft, DraftChoice, DraftItem, DraftPage, DraftQuestion, Expr, List};
use super::reason::Reasons;
use super::tongue::language_of;
use super::{Imported, Place, build};
use crate::fault::Said;
use crate::text::{Language, Texts};
use serde_json::Value;
use std::collections::BTreeMap;

/// The bounds of a number that states none.
const BOUNDS: (i64, i64) = (0, 1_000_000);
/// Panels in panels deeper than this no person makes.
const DEEPEST: usize = 12;

/// Reads the file; `None` where the JSON is of another kind, or none.
pub(super) fn read(name: &str, text: &str) -> Option<Imported> {
    let survey: Value = serde_json::from_str(text).ok()?;
    let ours = survey.get("languages").is_some();
    let elements = |value: &Value| value.get("elements").or_else(|| value.get("questions")).is_some_and(Value::is_array);
    let pages = survey.get("pages").and_then(Value::as_array).is_some_and(|pages| pages.is_empty() || pages.iter().any(elements));
    if ours || !(pages && survey.get("code").is_none() || elements(&survey)) {
        return None;
    }
    let mut reasons = Reasons::new();
    let draft = Reader::new(&survey, &mut reasons).draft(name, &survey);
    Some(build::build(draft, reasons))
}

struct Reader<'r> {
    reasons: &'r mut Reasons,
    languages: Vec<Language>,
    /// The language of words that name none.
    default: Language,
    lists: BTreeMap<String, List>,
    dropped: Vec<String>,
}

impl<'r> Reader<'r> {
    fn new(survey: &Value, reasons: &'r mut Reasons) -> Self {
        let said = survey.get("locale").and_then(Value::as_str).and_then(language_of);
        if said.is_none() {
            let message = Said::new("exchange-language-unsaid").with("language", &Language::italian());
            reasons.push(&Place::File, message, "exchange-hint-locale");
        }
        let default = said.unwrap_or_else(Language::italian);
        let mut languages = vec![default.clone()];
        add_languages(survey, &mut languages);
        Self { reasons, languages, default, lists: BTreeMap::new(), dropped: Vec::new() }
    }

    fn draft(mut self, file: &str, survey: &Value) -> Draft {
        let empty = Vec::new();
        let pages = survey.get("pages").and_then(Value::as_array).unwrap_or(&empty);
        let mut made: Vec<DraftPage> = Vec::new();
        for page in pages.iter().chain(survey.get("pages").is_none().then_some(survey)) {
            let name = word(page, "name").to_owned();
            let place = Place::Part(name.clone());
            let title = if page.get("elements").is_some() && survey.get("pages").is_some() {
                self.texts(page, "title")
            } else {
                Texts::default()
            };
            let when = self.when(page, &place);
            let mut questions = Vec::new();
            self.elements(page, &[], 0, &mut questions);
            made.push(DraftPage { place, name, title, when, questions });
        }
        let stem = file.split('.').next().unwrap_or_default();
        let (title, introduction) = (self.texts(survey, "title"), self.texts(survey, "description"));
        let thanks = self.texts(survey, "completedHtml");
        let code = title.iter().next().map_or(stem, |(_, text)| text).to_owned();
        Draft {
            code,
            languages: self.languages,
            title,
            introduction,
            thanks,
            minutes: None,
            presentation: None,
            factors: Vec::new(),
            lists: self.lists,
            list_order: Vec::new(),
            pages: made,
            dropped: self.dropped,
        }
    }

    fn elements(&mut self, within: &Value, when: &[Expr], depth: usize, questions: &mut Vec<DraftQuestion>) {
        let found = within.get("elements").or_else(|| within.get("questions")).and_then(Value::as_array);
        for element in found.into_iter().flatten() {
            let name = word(element, "name");
            let place = Place::Part(name.to_owned());
            let own = [when.to_vec(), self.when(element, &place)].concat();
            let kind = word(element, "type");
            if kind == "panel" && depth < DEEPEST {
                let title = self.texts(element, "title");
                if !title.is_empty() {
                    questions.push(question(place, name, title, own.clone(), Asked::Note));
                }
                self.elements(element, &own, depth + 1, questions);
                continue;
            }
            let Some(asked) = self.asked(element, kind, &place) else {
                self.dropped.push(name.to_owned());
                continue;
            };
            let text = if kind == "html" { self.texts(element, "html") } else { self.texts(element, "title") };
            let mut made = question(place, name, text, own, asked);
            made.hint = self.texts(element, "description");
            made.required = truth(element, "isRequired");
            questions.push(made);
        }
    }

    fn when(&mut self, element: &Value, place: &Place) -> Vec<Expr> {
        let text = word(element, "visibleIf");
        if text.is_empty() {
            return Vec::new();
        }
        let read = expression::parse(text);
        if read.is_none() {
            self.reasons.push(place, Said::new("exchange-when-unreadable").with("text", text), "exchange-hint-when");
        }
        read.into_iter().collect()
    }

    /// How a question is answered; `None`, and why, where no kind of ours can.
    fn asked(&mut self, element: &Value, kind: &str, place: &Place) -> Option<Asked> {
        let list = word(element, "name").to_owned();
        match kind {
            "radiogroup" | "dropdown" | "buttongroup" => {
                self.list(&list, element, "choices", place);
                Some(Asked::One { list, likert: false })
            }
            "checkbox" | "tagbox" => {
                self.list(&list, element, "choices", place);
                let at_most =
                    number(element, "maxSelectedChoices").and_then(|most| u8::try_from(most).ok()).filter(|most| *most > 0);
                Some(Asked::Several { list, at_most, exclusive: vec![NONE.to_owned()] })
            }
            "boolean" => {
                let both = [("true", "Yes", "Sì"), ("false", "No", "No")];
                let choices = both.map(|(name, english, italian)| self.fixed(place, name, english, italian)).into();
                self.lists.insert(list.clone(), List { choices, scale: None });
                Some(Asked::One { list, likert: false })
            }
            "rating" => Some(self.rating(list, element, place)),
            "text" => Some(self.text(element, place)),
            "comment" => Some(Asked::Text { most: longest(element) }),
            "matrix" => {
                self.list(&list, element, "columns", place);
                let rows = element.get("rows").and_then(Value::as_array).into_iter().flatten();
                let items = rows.map(|row| {
                    let (name, text) = (value_of(row), self.named(row));
                    DraftItem { place: place.clone(), name: format!("{list}.{name}"), text, factor: None }
                });
                let items = items.collect();
                Some(Asked::Matrix { list, items, importance: None })
            }
            "html" => Some(Asked::Note),
            other => {
                let (message, hint) = match other {
                    "ranking" => ("exchange-type-rank", "exchange-hint-type-rank"),
                    "expression" => ("exchange-type-calculated", "exchange-hint-type-calculated"),
                    "file" | "signaturepad" | "image" | "imagepicker" => ("exchange-type-media", "exchange-hint-type-media"),
                    _ => ("exchange-type-unknown", "exchange-hint-type-unknown"),
                };
                self.reasons.push(place, Said::new(message).with("type", other), hint);
                None
            }
        }
    }

    fn rating(&mut self, list: String, element: &Value, place: &Place) -> Asked {
        if element.get("rateValues").and_then(Value::as_array).is_some_and(|values| !values.is_empty()) {
            self.list(&list, element, "rateValues", place);
            return Asked::One { list, likert: true };
        }
        let (least, most) = (number(element, "rateMin").unwrap_or(1), number(element, "rateMax").unwrap_or(5));
        match (u8::try_from(least), u8::try_from(most)) {
            (Ok(least), Ok(most)) if least < most && most <= 200 && most - least <= 10 => Asked::Range { least, most },
            _ => Asked::Number {
                least: least.clamp(-BOUNDS.1, BOUNDS.1 - 1),
                most: most.clamp(least.clamp(-BOUNDS.1, BOUNDS.1 - 1) + 1, BOUNDS.1),
            },
        }
    }

    fn text(&mut self, element: &Value, place: &Place) -> Asked {
        match word(element, "inputType") {
            "number" | "range" => {
                let (least, most) = (number(element, "min"), number(element, "max"));
                let low = least.unwrap_or(BOUNDS.0).clamp(-BOUNDS.1, BOUNDS.1 - 1);
                let high = most.unwrap_or(BOUNDS.1).clamp(low + 1, BOUNDS.1);
                if (least, most) != (Some(low), Some(high)) {
                    let message = Said::new("exchange-bounds").with("least", low).with("most", high);
                    self.reasons.push(place, message, "exchange-hint-bounds");
                }
                Asked::Number { least: low, most: high }
            }
            "date" | "time" | "datetime" | "datetime-local" | "month" | "week" => {
                self.reasons.push(place, "exchange-type-date", "exchange-hint-in-words");
                Asked::Text { most: Some(100) }
            }
            _ => Asked::Text { most: longest(element) },
        }
    }

    fn list(&mut self, list: &str, element: &Value, key: &str, place: &Place) {
        let mut choices: Vec<DraftChoice> = Vec::new();
        for choice in element.get(key).and_then(Value::as_array).into_iter().flatten() {
            let name = value_of(choice);
            if choices.iter().any(|own| own.name == name) {
                self.reasons.push(place, Said::new("exchange-choice-twice").with("name", name), "exchange-hint-choice-twice");
                continue;
            }
            let label = self.named(choice);
            choices.push(DraftChoice { place: place.clone(), name, label, value: None, exclusive: false });
        }
        for (keys, name, english, italian) in
            [(["hasOther", "showOtherItem"], "other", "Other", "Altro"), (["hasNone", "showNoneItem"], NONE, "None", "Nessuno")]
        {
            if keys.iter().any(|key| truth(element, key)) && !choices.iter().any(|own| own.name == name) {
                choices.push(self.fixed(place, name, english, italian));
            }
        }
        self.lists.insert(list.to_owned(), List { choices, scale: None });
    }

    fn fixed(&self, place: &Place, name: &str, english: &str, italian: &str) -> DraftChoice {
        let mut label = Texts::default();
        for language in &self.languages {
            label.set(language.clone(), if *language == Language::italian() { italian } else { english });
        }
        DraftChoice { place: place.clone(), name: name.to_owned(), label, value: None, exclusive: false }
    }

    /// What a choice or row is called: its text, else its value.
    fn named(&self, value: &Value) -> Texts {
        let texts = self.texts(value, "text");
        if texts.is_empty() { Texts::one(self.default.clone(), value_of(value)) } else { texts }
    }

    /// A text: a string, or an object of languages in which `default` is that of the survey.
    fn texts(&self, value: &Value, key: &str) -> Texts {
        let mut texts = Texts::default();
        match value.get(key) {
            Some(Value::String(text)) => texts.set(self.default.clone(), text.as_str()),
            Some(Value::Object(all)) => {
                for (name, text) in all.iter().filter_map(|(name, text)| Some((name, text.as_str()?))) {
                    let language = if name == "default" { Some(self.default.clone()) } else { language_of(name) };
                    if let Some(language) = language {
                        texts.set(language, text);
                    }
                }
            }
            _ => {}
        }
        texts
    }
}

/// The choice that stands alone.
const NONE: &str = "none";

/// The languages that texts anywhere in the survey have.
fn add_languages(value: &Value, languages: &mut Vec<Language>) {
    match value {
        Value::Object(all) => {
            if all.contains_key("default") && all.values().all(Value::is_string) {
                for language in all.keys().filter(|name| *name != "default").filter_map(|name| language_of(name)) {
                    if !languages.contains(&language) {
                        languages.push(language);
                    }
                }
            }
            all.values().for_each(|inner| add_languages(inner, languages));
        }
        Value::Array(list) => list.iter().for_each(|inner| add_languages(inner, languages)),
        _ => {}
    }
}

fn word<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn truth(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool).unwrap_or_default()
}

fn number(value: &Value, key: &str) -> Option<i64> {
    let number = value.get(key)?;
    number.as_i64().or_else(|| number.as_str()?.parse().ok())
}

fn longest(element: &Value) -> Option<u32> {
    number(element, "maxLength").and_then(|most| u32::try_from(most).ok()).filter(|most| *most > 0)
}

/// The value of a choice: itself, or that of the object that has a text beside it.
fn value_of(choice: &Value) -> String {
    match choice.get("value").unwrap_or(choice) {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn question(place: Place, name: &str, text: Texts, when: Vec<Expr>, asked: Asked) -> DraftQuestion {
    let (hint, name) = (Texts::default(), name.to_owned());
    DraftQuestion { place, name, text, hint, role: None, factor: None, required: false, when, asked }
}
