//! SurveyJS: the JSON of its designer, as far as a form can hold it.

mod expression;
mod lists;
mod value;

use super::draft::{Asked, BOUNDS, Draft, DraftItem, DraftPage, DraftQuestion, Expr, List};
use super::markup::{plain, without_markup};
use super::reason::Reasons;
use super::tongue::{language_of, named};
use super::{Imported, Place, build, words};
use crate::fault::Said;
use crate::text::{Language, Texts};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use value::{add_languages, is_given, longest, number, truth, value_of, word};

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
    /// The names of questions so far.
    seen: BTreeSet<String>,
    dropped: BTreeSet<String>,
}

impl<'r> Reader<'r> {
    fn new(survey: &Value, reasons: &'r mut Reasons) -> Self {
        let said = survey.get("locale").and_then(Value::as_str).and_then(language_of);
        if said.is_none() {
            let message = Said::new("exchange-language-unsaid").with("language", named(&Language::italian()));
            reasons.push(&Place::File, message, "exchange-hint-locale");
        }
        let default = said.unwrap_or_else(Language::italian);
        let mut languages = vec![default.clone()];
        add_languages(survey, &mut languages);
        Self { reasons, languages, default, lists: BTreeMap::new(), seen: BTreeSet::new(), dropped: BTreeSet::new() }
    }

    fn draft(mut self, file: &str, survey: &Value) -> Draft {
        let empty = Vec::new();
        let pages = survey.get("pages").and_then(Value::as_array).unwrap_or(&empty);
        let mut made: Vec<DraftPage> = Vec::new();
        for page in pages.iter().chain(survey.get("pages").is_none().then_some(survey)) {
            let name = word(page, "name").to_owned();
            let place = Place::Part(name.clone());
            if self.is_hidden(page, &place) {
                continue;
            }
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
        let thanks = self.html(survey, "completedHtml");
        let code = title.iter().next().map_or(stem, |(_, text)| text).to_owned();
        Draft {
            code,
            languages: self.languages,
            title,
            introduction,
            thanks,
            lists: self.lists,
            pages: made,
            dropped: self.dropped,
            ..Draft::default()
        }
    }

    fn elements(&mut self, within: &Value, when: &[Expr], depth: usize, questions: &mut Vec<DraftQuestion>) {
        let found = within.get("elements").or_else(|| within.get("questions")).and_then(Value::as_array);
        for element in found.into_iter().flatten() {
            let place = Place::Part(word(element, "name").to_owned());
            if self.is_hidden(element, &place) {
                continue;
            }
            let own = [when.to_vec(), self.when(element, &place)].concat();
            if word(element, "type") == "panel" && depth < DEEPEST {
                let title = self.texts(element, "title");
                if !title.is_empty() {
                    questions.push(DraftQuestion::of(place, word(element, "name"), title, own.clone(), Asked::Note));
                }
                self.elements(element, &own, depth + 1, questions);
            } else {
                self.question(element, place, own, questions);
            }
        }
    }

    fn question(&mut self, element: &Value, place: Place, when: Vec<Expr>, questions: &mut Vec<DraftQuestion>) {
        let (name, kind) = (word(element, "name"), word(element, "type"));
        if !self.seen.insert(name.to_owned()) && !name.is_empty() {
            self.reasons.push(&place, Said::new("exchange-name-again").with("name", name), "exchange-hint-name-twice");
        }
        let Some(asked) = self.asked(element, kind, &place) else {
            self.dropped.insert(name.to_owned());
            return;
        };
        let text = if kind == "html" { self.html(element, "html") } else { self.texts(element, "title") };
        self.tell_of_the_rest(element, &text, &place);
        let is_choice = matches!(asked, Asked::One { likert: false, .. } | Asked::Several { .. });
        let mut made = DraftQuestion::of(place.clone(), name, text, when.clone(), asked);
        made.hint = self.texts(element, "description");
        made.required = truth(element, "isRequired");
        questions.push(made);
        if is_choice && lists::has_other(element) {
            let label = self.texts_or(element, "otherText", &words::OTHER);
            questions.push(DraftQuestion::other_words(place, name, label, when));
        }
    }

    /// Whether something is never shown. What is in it is not carried either.
    fn is_hidden(&mut self, element: &Value, place: &Place) -> bool {
        let hidden = element.get("visible").and_then(Value::as_bool) == Some(false) && word(element, "visibleIf").is_empty();
        if hidden {
            self.reasons.push(place, "exchange-hidden", "exchange-hint-hidden");
            self.drop(element);
        }
        hidden
    }

    fn drop(&mut self, element: &Value) {
        self.dropped.insert(word(element, "name").to_owned());
        let within = element.get("elements").or_else(|| element.get("questions")).and_then(Value::as_array);
        within.into_iter().flatten().for_each(|inner| self.drop(inner));
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

    /// What an element says besides, and no question of ours can.
    fn tell_of_the_rest(&mut self, element: &Value, text: &Texts, place: &Place) {
        for (key, message, hint) in [
            ("requiredIf", "exchange-required", "exchange-hint-required"),
            ("defaultValue", "exchange-default", "exchange-hint-default"),
            ("defaultValueExpression", "exchange-default", "exchange-hint-default"),
            ("readOnly", "exchange-readonly", "exchange-hint-readonly"),
            ("hasComment", "exchange-comment", "exchange-hint-comment"),
            ("showCommentArea", "exchange-comment", "exchange-hint-comment"),
            ("choicesVisibleIf", "exchange-choice-filter", "exchange-hint-choice-filter"),
        ] {
            if is_given(element, key) {
                self.reasons.push(place, message, hint);
            }
        }
        for validator in element.get("validators").and_then(Value::as_array).into_iter().flatten() {
            let message = Said::new("exchange-constraint").with("text", word(validator, "type"));
            self.reasons.push(place, message, "exchange-hint-constraint");
        }
        for name in [
            "enableIf",
            "choicesByUrl",
            "setValueExpression",
            "minSelectedChoices",
            "showRefuseItem",
            "showDontKnowItem",
            "showSelectAllItem",
        ] {
            if is_given(element, name) {
                self.reasons.push(place, Said::new("exchange-property").with("name", name), "exchange-hint-property");
            }
        }
        if text.iter().any(|(_, words)| words.contains('{')) {
            self.reasons.push(place, "exchange-piped", "exchange-hint-piped");
        }
    }

    /// How a question is answered; `None`, and why, where no kind of ours can.
    fn asked(&mut self, element: &Value, kind: &str, place: &Place) -> Option<Asked> {
        match kind {
            "radiogroup" | "dropdown" | "buttongroup" => {
                Some(Asked::One { list: self.list(element, "choices", place), likert: false })
            }
            "checkbox" | "tagbox" => {
                let list = self.list(element, "choices", place);
                let at_most =
                    number(element, "maxSelectedChoices").and_then(|most| u8::try_from(most).ok()).filter(|most| *most > 0);
                Some(Asked::Several { list, at_most, exclusive: vec![lists::NONE.to_owned()] })
            }
            "boolean" => Some(Asked::One { list: self.yes_or_no(element, place), likert: false }),
            "rating" => Some(self.rating(element, place)),
            "text" => Some(self.text(element, place)),
            "comment" => Some(Asked::Text { most: longest(element) }),
            "matrix" => Some(self.matrix(element, place)),
            "html" => Some(Asked::Note),
            other => {
                let (message, hint) = match other {
                    "ranking" => ("exchange-type-rank", "exchange-hint-type-rank"),
                    "expression" => ("exchange-type-calculated", "exchange-hint-type-calculated"),
                    "file" | "signaturepad" | "image" | "imagepicker" => ("exchange-type-media", "exchange-hint-type-media"),
                    _ => ("exchange-type-unknown", "exchange-hint-type-usual"),
                };
                self.reasons.push(place, Said::new(message).with("type", other), hint);
                None
            }
        }
    }

    fn matrix(&mut self, element: &Value, place: &Place) -> Asked {
        let list = self.list(element, "columns", place);
        let rows = element.get("rows").and_then(Value::as_array).into_iter().flatten();
        let item = |row: &Value| {
            let name = format!("{}.{}", word(element, "name"), value_of(row));
            DraftItem { place: place.clone(), name, text: self.named(row), factor: None }
        };
        let items: Vec<DraftItem> = rows.map(item).collect();
        // Without rows its one row has no name of its own.
        if items.is_empty() { Asked::One { list, likert: true } } else { Asked::Matrix { list, items, importance: None } }
    }

    fn text(&mut self, element: &Value, place: &Place) -> Asked {
        match word(element, "inputType") {
            "number" | "range" => Asked::number((number(element, "min"), number(element, "max")), BOUNDS, place, self.reasons),
            "date" | "time" | "datetime" | "datetime-local" | "month" | "week" => {
                self.reasons.push(place, "exchange-type-date", "exchange-hint-in-words");
                Asked::Text { most: Some(100) }
            }
            _ => Asked::Text { most: longest(element) },
        }
    }

    /// What a choice or row is called: its text, else its value.
    fn named(&self, value: &Value) -> Texts {
        let texts = self.texts(value, "text");
        if texts.is_empty() { Texts::one(self.default.clone(), value_of(value)) } else { texts }
    }

    /// A text, else a word that the program has of its own.
    fn texts_or(&self, element: &Value, key: &str, word: &words::Words) -> Texts {
        let own = self.texts(element, key);
        if own.is_empty() { word.texts(&self.languages) } else { own }
    }

    /// A text: a string, or an object of languages in which `default` is that of the survey.
    fn texts(&self, value: &Value, key: &str) -> Texts {
        self.texts_with(value, key, |text| without_markup(text).unwrap_or_else(|| text.to_owned()))
    }

    /// The words of a text that is HTML.
    fn html(&self, value: &Value, key: &str) -> Texts {
        self.texts_with(value, key, plain)
    }

    fn texts_with(&self, value: &Value, key: &str, words: impl Fn(&str) -> String) -> Texts {
        let mut texts = Texts::default();
        match value.get(key) {
            Some(Value::String(text)) if !text.is_empty() => texts.set(self.default.clone(), words(text)),
            Some(Value::Object(all)) => {
                for (name, text) in all.iter().filter_map(|(name, text)| Some((name, text.as_str()?))) {
                    let language = if name == "default" { Some(self.default.clone()) } else { language_of(name) };
                    if let Some(language) = language.filter(|language| self.languages.contains(language)) {
                        texts.set(language, words(text));
                    }
                }
            }
            _ => {}
        }
        texts
    }
}
