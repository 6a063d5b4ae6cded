//! What differs between two versions of a form, for a person to read.

use super::{Condition, Form, Kind, Page, Presentation, Question, layout_hash};
use crate::text::{Code, Language, Texts};
use std::collections::{BTreeMap, HashMap};

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A question that is new: its code in the later form.
    Added(Code),
    /// A question that is gone: its code in the earlier form.
    Removed(Code),
    /// A question stands elsewhere among those that both have, or on another page.
    Moved(Code),
    /// What a question asks changed besides its words: which parts.
    Changed(Code, Vec<Part>),
    /// A scale that questions of both use.
    Scale(Code),
    /// A text, by its place, in a language: before, after ("" for none).
    Text {
        /// As in [`Form::texts`].
        place: String,
        /// The language.
        language: Language,
        /// The words before.
        before: String,
        /// The words after.
        after: String,
    },
    /// The languages.
    Languages,
    /// The minutes that are promised: before, after.
    Minutes(u8, u8),
    /// How it is shown: the later way.
    Presentation(Presentation),
    /// A quality factor that is new: its code in the later form.
    FactorAdded(Code),
    /// A quality factor that is gone: its code in the earlier form.
    FactorRemoved(Code),
    /// The quality factors that both have stand in another order.
    FactorOrder,
    /// Another condition of a page: its code in the later form.
    PageRouting(Code),
}

/// A part of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub enum Part {
    Kind,
    Role,
    Factor,
    Required,
    Routing,
    Answers,
}

/// What a later version means for answers that were given to an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing differs.
    Same,
    /// Same questions and answers: years are compared as before. Besides words, duties, lengths and factors may differ; a survey that is open
    /// can go on with it unless more is asked of whoever is answering ([`super::hindrances`]).
    Wording,
    /// Other questions, scales or routing: it counts as another questionnaire from its first survey on.
    Layout,
}

/// The effect of the later one.
pub fn effect(before: &Form, after: &Form) -> Effect {
    if before == after {
        Effect::Same
    } else if layout_hash(before) == layout_hash(after) {
        Effect::Wording
    } else {
        Effect::Layout
    }
}

/// Every difference, in the order of the later form.
pub fn differences(before: &Form, after: &Form) -> Vec<Difference> {
    let mut found = Vec::new();
    let order = |form: &Form, other: &Form| -> Vec<Code> {
        let both = |code: &Code| other.place_of(code).is_some();
        form.questions().map(|(_, question)| question.code.clone()).filter(both).collect()
    };
    let moved = moved(&order(before, after), &order(after, before));
    let were: BTreeMap<&Code, (&Page, &Question)> = before.questions().map(|(page, own)| (&own.code, (page, own))).collect();
    for (page, question) in after.questions() {
        let Some((was_page, was)) = were.get(&question.code) else {
            found.push(Difference::Added(question.code.clone()));
            continue;
        };
        // A page that is only called otherwise has taken its questions with it.
        let turned = was_page.code != page.code && after.pages.iter().any(|own| own.code == was_page.code);
        if turned || moved.contains(&question.code) {
            found.push(Difference::Moved(question.code.clone()));
        }
        let mut parts = parts(was, question);
        if turned && was_page.show_if != page.show_if && !parts.contains(&Part::Routing) {
            parts.push(Part::Routing);
        }
        if !parts.is_empty() {
            found.push(Difference::Changed(question.code.clone(), parts));
        }
    }
    let gone = before.questions().map(|(_, question)| &question.code).filter(|code| after.place_of(code).is_none());
    found.extend(gone.cloned().map(Difference::Removed));
    for scale in &after.scales {
        let points = |form: &Form| form.scale(&scale.code).map(numbers_of);
        if before.scale(&scale.code).is_some() && points(before) != points(after) {
            found.push(Difference::Scale(scale.code.clone()));
        }
    }
    if before.languages != after.languages {
        found.push(Difference::Languages);
    }
    found.extend(head(before, after));
    found.extend(texts(before, after));
    found
}

/// What differs in minutes, presentation, quality factors and routing of pages.
fn head(before: &Form, after: &Form) -> Vec<Difference> {
    let mut found = Vec::new();
    if before.minutes != after.minutes {
        found.push(Difference::Minutes(before.minutes, after.minutes));
    }
    if before.presentation != after.presentation {
        found.push(Difference::Presentation(after.presentation));
    }
    let only = |form: &Form, other: &Form| -> Vec<Code> {
        form.factors.iter().map(|own| own.code.clone()).filter(|code| other.factor(code).is_none()).collect()
    };
    let both = |form: &Form, other: &Form| -> Vec<Code> {
        form.factors.iter().map(|own| own.code.clone()).filter(|code| other.factor(code).is_some()).collect()
    };
    found.extend(only(after, before).into_iter().map(Difference::FactorAdded));
    found.extend(only(before, after).into_iter().map(Difference::FactorRemoved));
    if both(before, after) != both(after, before) {
        found.push(Difference::FactorOrder);
    }
    let routed = after.pages.iter().filter(|page| condition_before(before, page) != page.show_if.as_ref());
    found.extend(routed.map(|page| Difference::PageRouting(page.code.clone())));
    found
}

/// When a page was shown before: the page of its name, or that on which its first question was.
fn condition_before<'f>(before: &'f Form, page: &Page) -> Option<&'f Condition> {
    let named = before.pages.iter().find(|own| own.code == page.code);
    let asked = || page.questions.first().and_then(|question| before.place_of(&question.code)).map(|(at, _)| &before.pages[at]);
    named.or_else(asked)?.show_if.as_ref()
}

/// A scale without its words.
fn numbers_of(scale: &super::Scale) -> impl PartialEq + use<> {
    let points: Vec<_> = scale.points.iter().map(|point| (point.value, point.satisfied, point.neutral, point.symbol)).collect();
    (points, scale.polarity, scale.dont_know.is_some(), scale.not_applicable.is_some())
}

fn parts(was: &Question, is: &Question) -> Vec<Part> {
    let choices = |kind: &Kind| match kind {
        Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => {
            choices.iter().map(|choice| (choice.code.clone(), choice.value, choice.exclusive)).collect()
        }
        Kind::Matrix { items, .. } => items.iter().map(|item| (item.code.clone(), 0, false)).collect(),
        _ => Vec::new(),
    };
    let bounds = |kind: &Kind| match kind {
        Kind::MultipleChoice { at_most, .. } => (i64::from(at_most.unwrap_or(0)), 0, None),
        Kind::Number { least, most } => (*least, *most, None),
        Kind::OpenText { most_characters } => (0, i64::from(*most_characters), None),
        Kind::Rating { scale } => (0, 0, Some((scale.clone(), None))),
        Kind::Matrix { scale, importance, .. } => (0, 0, Some((scale.clone(), importance.clone()))),
        Kind::SingleChoice { .. } | Kind::Note => (0, 0, None),
    };
    let factors = |kind: &Kind| match kind {
        Kind::Matrix { items, .. } => {
            items.iter().map(|item| (item.code.clone(), item.factor.clone())).collect::<BTreeMap<_, _>>()
        }
        _ => BTreeMap::new(),
    };
    let checks = [
        (Part::Kind, std::mem::discriminant(&was.kind) != std::mem::discriminant(&is.kind)),
        (Part::Answers, choices(&was.kind) != choices(&is.kind) || bounds(&was.kind) != bounds(&is.kind)),
        (Part::Role, was.role != is.role),
        (Part::Factor, was.factor != is.factor || factors(&was.kind) != factors(&is.kind)),
        (Part::Required, was.required != is.required),
        (Part::Routing, was.show_if != is.show_if),
    ];
    checks.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}

fn texts(before: &Form, after: &Form) -> Vec<Difference> {
    let were: HashMap<String, &Texts> = before.places().into_iter().collect();
    let mut found = Vec::new();
    for (place, texts) in after.places() {
        // Of what is new, the text is no difference of its own.
        let Some(was) = were.get(&place) else { continue };
        for language in after.languages.iter().filter(|own| before.languages.contains(own)) {
            let [old, new] = [was.own(language), texts.own(language)].map(|text| text.unwrap_or_default().to_owned());
            if old != new {
                found.push(Difference::Text { place: place.clone(), language: language.clone(), before: old, after: new });
            }
        }
    }
    found
}

/// The fewest codes that stand elsewhere: those outside the longest run that both orders have in common.
fn moved(before: &[Code], after: &[Code]) -> Vec<Code> {
    let place = |code: &Code| before.iter().position(|own| own == code).unwrap_or(usize::MAX);
    let places: Vec<usize> = after.iter().map(place).collect();
    // The longest rising run: of each place the best run that ends there.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (at, own) in places.iter().enumerate() {
        let earlier = (0..at).filter(|other| places[*other] < *own).max_by_key(|other| best[*other].0);
        best.push((earlier.map_or(0, |other| best[other].0) + 1, earlier));
    }
    let mut stays = vec![false; places.len()];
    let mut at = (0..places.len()).max_by_key(|at| best[*at].0);
    while let Some(own) = at {
        stays[own] = true;
        at = best[own].1;
    }
    after.iter().zip(stays).filter(|(_, stays)| !stays).map(|(code, _)| code.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::edit::Spot;
    use super::super::{catalog, parse};
    use super::*;

    fn faces() -> Form {
        parse("f.toml", &catalog::form("faccine").unwrap()).unwrap()
    }

    #[test]
    fn words_leave_the_answers_as_they_are_and_are_told_by_language() {
        let before = faces();
        let mut after = before.clone();
        let italian = Language::italian();
        after.pages[0].questions[0].text.set(italian.clone(), "Come va?");
        assert_eq!((effect(&before, &before), effect(&before, &after)), (Effect::Same, Effect::Wording));
        let code = before.pages[0].questions[0].code.clone();
        let was = before.pages[0].questions[0].text.own(&italian).unwrap().to_owned();
        let text =
            Difference::Text { place: format!("{code}.text"), language: italian, before: was, after: "Come va?".to_owned() };
        assert_eq!(differences(&before, &after), [text]);
    }

    fn last_of(form: &Form, page: usize) -> Code {
        form.pages[page].questions.last().unwrap().code.clone()
    }

    #[test]
    fn words_that_come_or_go_are_told_too() {
        let before = parse("f.toml", &catalog::form("urp-annuale").unwrap()).unwrap();
        let mut after = before.clone();
        let italian = Language::italian();
        let was = before.introduction.own(&italian).unwrap().to_owned();
        after.introduction = Texts::default();
        let gone = |found: &Difference| matches!(found, Difference::Text { place, before, after, language } if place == "introduction" && *language == italian && *before == was && after.is_empty());
        assert_eq!(differences(&before, &after).iter().filter(|found| gone(found)).count(), 1);
        assert_eq!(differences(&before, &after).len(), before.languages.len());
        assert_eq!(differences(&after, &before).len(), before.languages.len());
        let mut other = before.clone();
        let items = other.pages.iter_mut().flat_map(|page| &mut page.questions).find_map(|own| match &mut own.kind {
            Kind::Matrix { items, .. } if items[0].factor.is_some() => Some((own.code.clone(), items)),
            _ => None,
        });
        let (code, items) = items.unwrap();
        items[0].factor = None;
        assert_eq!(differences(&before, &other), [Difference::Changed(code, vec![Part::Factor])]);
    }

    #[test]
    fn what_differs_around_the_questions_is_told_one_by_one() {
        let before = parse("f.toml", &catalog::form("urp-annuale").unwrap()).unwrap();
        let mut after = before.clone();
        after.minutes = before.minutes + 1;
        assert_eq!(differences(&before, &after), [Difference::Minutes(before.minutes, before.minutes + 1)]);
        after.minutes = before.minutes;
        after.presentation = match before.presentation {
            Presentation::OnePage => Presentation::PageByPage,
            Presentation::PageByPage => Presentation::OnePage,
        };
        assert_eq!(differences(&before, &after), [Difference::Presentation(after.presentation)]);
        after.presentation = before.presentation;
        let factor = super::super::Factor { code: Code::parse("new").unwrap(), label: Texts::default() };
        after.factors.push(factor);
        let code = Code::parse("new").unwrap();
        assert_eq!(differences(&before, &after), [Difference::FactorAdded(code.clone())]);
        assert_eq!(differences(&after, &before), [Difference::FactorRemoved(code)]);
        after.factors.pop();
        after.factors.swap(0, 1);
        assert_eq!(differences(&before, &after), [Difference::FactorOrder]);
        after.factors.swap(0, 1);
        let field = before.pages[0].questions[0].code.clone();
        after.pages[1].show_if = Some(Condition::Answered { field });
        assert_eq!(differences(&before, &after), [Difference::PageRouting(after.pages[1].code.clone())]);
        after.pages[1].code = Code::parse("otherwise").unwrap();
        after.pages[1].show_if = before.pages[1].show_if.clone();
        assert_eq!(differences(&before, &after), [], "a page that is only called otherwise");
    }

    #[test]
    fn what_is_new_gone_moved_and_changed_is_told_once() {
        let before = parse("f.toml", &catalog::form("urp-annuale").unwrap()).unwrap();
        let codes: Vec<Code> = before.questions().map(|(_, question)| question.code.clone()).collect();
        let page = before.pages[0].code.clone();
        let moved = before.with_moved_question(&codes[0], &Spot::On(page, 1)).unwrap();
        assert_eq!(differences(&before, &moved).len(), 1, "one of the two changed places");
        assert_eq!(effect(&before, &moved), Effect::Layout);
        let (copied, copy) = before.with_copy_of(&codes[0]).unwrap();
        assert_eq!(differences(&before, &copied), [Difference::Added(copy.clone())]);
        assert_eq!(differences(&copied, &before), [Difference::Removed(copy)]);
        let (there, here) = (before.pages[1].code.clone(), codes[0].clone());
        let asked_of_some = super::super::Condition::Answered { field: here.clone() };
        let mut routed = before.clone();
        routed.pages[1].show_if = Some(asked_of_some);
        let onto = |form: &Form| form.with_moved_question(&last_of(form, 0), &Spot::On(there.clone(), 0)).unwrap();
        let last = last_of(&before, 0);
        assert_eq!(
            differences(&before, &onto(&before)),
            [Difference::Moved(last.clone())],
            "the order is the same, the page is not"
        );
        let narrower = [Difference::Moved(last.clone()), Difference::Changed(last, vec![Part::Routing])];
        assert_eq!(differences(&routed, &onto(&routed)), narrower, "it is asked of fewer people there");
        let mut needed = before.clone();
        needed.pages[0].questions[0].required = true;
        assert_eq!(differences(&before, &needed), [Difference::Changed(codes[0].clone(), vec![Part::Required])]);
    }
}
