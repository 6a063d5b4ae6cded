//! What became of last year's questions: other words, another scale, another code; and what that does to the trend.
//!
//! The rule is that of the figures themselves (`analysis::lineage`): other words on the same scale are compared with the caveat said, another
//! scale or another code is not compared.

use super::{Advice, Matter, Place, Remedy};
use crate::form::{Form, Item, Kind, Polarity, Question, Role};
use crate::text::{Code, Texts};
use std::collections::BTreeMap;

/// Notes every judgement that can no longer be compared as it was.
pub(super) fn advise_on_trends(form: &Form, before: &Form, advice: &mut Vec<Advice>) {
    let (now, past) = (Year::of(form), Year::of(before));
    for (_, question) in form.questions().filter(|(_, question)| has_a_trend(question)) {
        let place = Place::Question(question.code.clone());
        let items: &[Item] = if let Kind::Matrix { items, .. } = &question.kind { items } else { &[] };
        let asked_then = items.iter().find_map(|item| past.of_item(&item.code)).map(|(question, _)| question);
        let asked_then = if items.is_empty() { past.question(&question.code) } else { asked_then };
        match asked_then {
            Some(then) if !same_words(&now, &question.text, &past, &then.text) => {
                let remedy = Remedy::RestoreWords { at: place.clone(), text: then.text.clone() };
                advice.push(Advice::at(place.clone(), Matter::Reworded).with_remedy(Some(remedy)));
            }
            None if items.is_empty() => advice.extend(taken_for_new(&now, &past, place.clone(), &question.code, &question.text)),
            _ => {}
        }
        if asked_then.is_some_and(|then| now.scale_of(question) != past.scale_of(then)) {
            advice.push(Advice::at(place, Matter::ScaleChanged));
        }
        for item in items {
            let place = Place::Item { question: question.code.clone(), item: item.code.clone() };
            match past.of_item(&item.code) {
                Some((_, then)) if !same_words(&now, &item.text, &past, &then.text) => {
                    let remedy = Remedy::RestoreWords { at: place.clone(), text: then.text.clone() };
                    advice.push(Advice::at(place, Matter::Reworded).with_remedy(Some(remedy)));
                }
                None => advice.extend(taken_for_new(&now, &past, place, &item.code, &item.text)),
                _ => {}
            }
        }
    }
}

fn has_a_trend(question: &Question) -> bool {
    matches!(question.role, Role::Satisfaction | Role::Importance | Role::Expectation | Role::Overall | Role::Recommend)
}

/// The words of a question that was there last year under another code, which this form does not have any more.
fn taken_for_new(now: &Year<'_>, past: &Year<'_>, place: Place, code: &Code, text: &Texts) -> Option<Advice> {
    let then = past.by_words.get(&now.words(text))?.iter().find(|own| !now.has(own))?;
    let remedy = Remedy::Rename { from: code.clone(), to: (*then).clone() };
    Some(Advice::at(place, Matter::NewCode { before: (*then).clone() }).with_remedy(Some(remedy)))
}

/// The words in the first language of each form; where a line breaks in the file is no wording.
fn same_words(now: &Year<'_>, own: &Texts, past: &Year<'_>, then: &Texts) -> bool {
    now.text(own).split_whitespace().eq(past.text(then).split_whitespace())
}

/// What makes a scale this one: its values, which of them satisfy, and which end is better.
type ScaleMark = (Vec<(u8, bool)>, Polarity);

/// A form, its questions and items by their codes, and the judgements by their words.
struct Year<'a> {
    form: &'a Form,
    questions: BTreeMap<&'a Code, &'a Question>,
    items: BTreeMap<&'a Code, (&'a Question, &'a Item)>,
    /// The codes of the judgements that have the same words, in order.
    by_words: BTreeMap<String, Vec<&'a Code>>,
}

impl<'a> Year<'a> {
    fn of(form: &'a Form) -> Self {
        let questions = || form.questions().map(|(_, question)| question);
        let items = || {
            questions().flat_map(|question| match &question.kind {
                Kind::Matrix { items, .. } => items.iter().map(|item| (question, item)).collect(),
                _ => Vec::new(),
            })
        };
        let single = questions().filter(|question| has_a_trend(question) && !matches!(question.kind, Kind::Matrix { .. }));
        let asked =
            single.map(|question| (&question.code, &question.text)).chain(items().map(|(_, item)| (&item.code, &item.text)));
        let mut own = Self {
            form,
            questions: questions().map(|question| (&question.code, question)).collect(),
            items: items().map(|(question, item)| (&item.code, (question, item))).collect(),
            by_words: BTreeMap::new(),
        };
        for (code, text) in asked {
            own.by_words.entry(own.words(text)).or_default().push(code);
        }
        own
    }

    fn text<'t>(&self, texts: &'t Texts) -> &'t str {
        texts.get(self.form.fallback(), self.form.fallback())
    }

    fn words(&self, texts: &Texts) -> String {
        self.text(texts).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn question(&self, code: &Code) -> Option<&'a Question> {
        self.questions.get(code).copied()
    }

    fn of_item(&self, code: &Code) -> Option<(&'a Question, &'a Item)> {
        self.items.get(code).copied()
    }

    fn has(&self, code: &Code) -> bool {
        self.questions.contains_key(code) || self.items.contains_key(code)
    }

    fn scale_of(&self, question: &Question) -> Option<ScaleMark> {
        let (Kind::Rating { scale } | Kind::Matrix { scale, .. }) = &question.kind else { return None };
        let scale = self.form.scale(scale)?;
        Some((scale.points.iter().map(|point| (point.value, point.satisfied)).collect(), scale.polarity))
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{code, form_with, matrix, rated, text};
    use super::super::{Surroundings, advise, apply};
    use super::*;

    fn last_year() -> Form {
        form_with(vec![
            rated("overall", "Nel complesso?"),
            matrix("people", "Il personale", &[("courtesy", "Cortesia"), ("skill", "Competenza")]),
        ])
    }

    /// What is said beside last year's form, with its place and remedy.
    fn said(form: &Form) -> Vec<(Place, Matter, Option<Remedy>)> {
        let before = last_year();
        let around = Surroundings { before: Some(&before), ..Surroundings::default() };
        let all = advise(form, &around).into_iter();
        let trends = all.filter(|one| matches!(one.matter, Matter::Reworded | Matter::ScaleChanged | Matter::NewCode { .. }));
        trends.map(|one| (one.at, one.matter, one.remedy)).collect()
    }

    fn item(item: &str) -> Place {
        Place::Item { question: code("people"), item: code(item) }
    }

    #[test]
    fn the_same_form_has_its_trends() {
        assert_eq!(said(&last_year()), []);
    }

    #[test]
    fn other_words_are_told_and_can_be_put_back() {
        let mut form = last_year();
        form.pages[0].questions[0].text = text("In generale?");
        let Kind::Matrix { items, .. } = &mut form.pages[0].questions[1].kind else { panic!("a matrix") };
        items[0].text = text("Gentilezza");
        let found = said(&form);
        assert_eq!(
            found.iter().map(|(place, ..)| place.clone()).collect::<Vec<_>>(),
            [Place::Question(code("overall")), item("courtesy")]
        );
        let mended = found.iter().fold(form, |form, (_, _, remedy)| apply(&form, remedy.as_ref().unwrap()));
        assert_eq!(mended, last_year());
    }

    #[test]
    fn another_scale_breaks_the_line() {
        let mut form = last_year();
        form.scales[0].points[1].satisfied = !form.scales[0].points[1].satisfied;
        assert_eq!(
            said(&form).iter().map(|(_, matter, _)| matter.clone()).collect::<Vec<_>>(),
            [Matter::ScaleChanged, Matter::ScaleChanged]
        );
    }

    #[test]
    fn another_code_for_the_same_words_can_be_given_back() {
        let mut form = last_year();
        let Kind::Matrix { items, .. } = &mut form.pages[0].questions[1].kind else { panic!("a matrix") };
        items[1].code = code("competence");
        let found = said(&form);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].0.clone(), found[0].1.clone()), (item("competence"), Matter::NewCode { before: code("skill") }));
        assert_eq!(apply(&form, found[0].2.as_ref().unwrap()), last_year());
        items_of(&mut form)[1].text = text("Sapere");
        assert_eq!(said(&form), [], "a new question is a new question");
    }

    fn items_of(form: &mut Form) -> &mut Vec<Item> {
        let Kind::Matrix { items, .. } = &mut form.pages[0].questions[1].kind else { panic!("a matrix") };
        items
    }
}
