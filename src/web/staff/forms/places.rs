//! Where a text stands in a questionnaire, in words: what the person knows it by, and no code.

use super::words::shortened;
use crate::form::{Form, Kind, Scale};
use crate::language::{Argument, say, say_with};
use crate::text::Language;
use std::collections::HashMap;

/// The words for every place of [`Form::texts`].
pub(super) fn places_in_words(language: &Language, form: &Form) -> HashMap<String, String> {
    let mut all = HashMap::new();
    for part in ["title", "introduction", "thanks"] {
        all.insert(part.to_owned(), say(language, &format!("forms-field-{part}")));
    }
    let numbered = |key: &str, number: usize| say_with(language, key, &[("number", number.to_string().into())]);
    for (at, factor) in form.factors.iter().enumerate() {
        all.insert(format!("factor {}", factor.code), numbered("forms-factor-number", at + 1));
    }
    for scale in &form.scales {
        note_scale(&mut all, language, form, scale);
    }
    for (at, page) in form.pages.iter().enumerate() {
        all.insert(format!("page {}", page.code), numbered("forms-place-page", at + 1));
        for question in &page.questions {
            let (code, name) = (&question.code, shortened(question.text.get(form.fallback(), form.fallback())));
            let of = |key: &str, number: usize| {
                say_with(language, key, &[("number", number.to_string().into()), ("name", Argument::from(name.as_str()))])
            };
            all.insert(format!("{code}.text"), say(language, "forms-field-text"));
            all.insert(format!("{code}.hint"), of("forms-place-hint", 0));
            match &question.kind {
                Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => {
                    all.extend(
                        choices
                            .iter()
                            .zip(1..)
                            .map(|(choice, at)| (format!("{code}.{}", choice.code), of("forms-place-choice", at))),
                    );
                }
                Kind::Matrix { items, .. } => {
                    all.extend(
                        items.iter().zip(1..).map(|(item, at)| (format!("{code}.{}", item.code), of("forms-place-item", at))),
                    );
                }
                Kind::Rating { .. } | Kind::Number { .. } | Kind::OpenText { .. } | Kind::Note => {}
            }
        }
    }
    all
}

fn note_scale(all: &mut HashMap<String, String>, language: &Language, form: &Form, scale: &Scale) {
    let name = ends_of(language, form, scale);
    let of = |key: &str, number: &str| say_with(language, key, &[("number", number.into()), ("name", name.as_str().into())]);
    for point in &scale.points {
        let value = point.value.to_string();
        all.insert(format!("scale {} {value}", scale.code), of("forms-place-point", &value));
    }
    all.insert(format!("scale {} dont_know", scale.code), of("forms-place-dont_know", ""));
    all.insert(format!("scale {} not_applicable", scale.code), of("forms-place-not_applicable", ""));
}

/// What a scale is known by: the labels of its ends.
pub(super) fn ends_of(language: &Language, form: &Form, scale: &Scale) -> String {
    let fallback = form.fallback();
    let [first, last] = [scale.points.first(), scale.points.last()].map(|point| {
        let label = point.map(|point| point.label.get(language, fallback)).unwrap_or_default();
        if label.is_empty() { point.map(|point| point.value.to_string()).unwrap_or_default() } else { label.to_owned() }
    });
    format!("{first} … {last}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{catalog, parse};

    #[test]
    fn every_place_has_words_of_its_own_language() {
        for name in catalog::forms() {
            let form = parse(&name, &catalog::form(&name).unwrap()).unwrap();
            for language in [Language::italian(), Language::english()] {
                let words = places_in_words(&language, &form);
                for (place, _) in form.texts() {
                    let told = words.get(&place).unwrap_or_else(|| panic!("{place} has no words"));
                    assert!(!told.contains("forms-") && !told.contains("{$"), "{place}: {told}");
                }
            }
        }
    }

    #[test]
    fn an_answer_is_told_by_its_question_and_number() {
        let form = parse("f", &catalog::form("urp-annuale").unwrap()).unwrap();
        let question = form.questions().find(|(_, own)| matches!(own.kind, Kind::SingleChoice { .. })).unwrap().1;
        let Kind::SingleChoice { choices } = &question.kind else { panic!("a single choice") };
        let italian = Language::italian();
        let words = places_in_words(&italian, &form);
        let told = words[&format!("{}.{}", question.code, choices[2].code)].replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(told, format!("Risposta 3 di «{}»", shortened(question.text.own(&italian).unwrap())));
    }
}
