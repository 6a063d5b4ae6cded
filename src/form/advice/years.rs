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
        match &question.kind {
            Kind::Matrix { items, .. } => advise_on_items(&now, &past, question, items, advice),
            _ => advise_on_one(&now, &past, question, advice),
        }
    }
}

fn advise_on_one(now: &Year<'_>, past: &Year<'_>, question: &Question, advice: &mut Vec<Advice>) {
    let place = Place::Question(question.code.clone());
    let Some(then) = past.asked(&question.code) else {
        advice.extend(taken_for_new(now, past, place, &question.code, &question.text));
        return;
    };
    let own = Asked { question, item: None };
    if now.wording(own) != past.wording(then) {
        // The words of an item of a matrix were not all of its question.
        let remedy = then.item.is_none().then(|| Remedy::RestoreWords { at: place.clone(), text: then.question.text.clone() });
        advice.push(Advice::at(place.clone(), Matter::Reworded).with_remedy(remedy));
    }
    if past.has_scale_changed(now, &question.code) {
        advice.push(Advice::at(place, Matter::ScaleChanged));
    }
}

/// What all items of a matrix have in common is said of the matrix, the rest of each.
fn advise_on_items(now: &Year<'_>, past: &Year<'_>, question: &Question, items: &[Item], advice: &mut Vec<Advice>) {
    let known: Vec<(&Item, Asked<'_>)> = items.iter().filter_map(|item| Some((item, past.asked(&item.code)?))).collect();
    let has_other_question = |then: &Asked<'_>| then.item.is_none() || !now.same_words(&question.text, past, &then.question.text);
    let moved_as_one = known.first().filter(|(_, first)| {
        let same = |then: &Asked<'_>| then.item.is_some() && then.question.code == first.question.code;
        has_other_question(first) && known.iter().all(|(_, then)| same(then))
    });
    let place = Place::Question(question.code.clone());
    if let Some((_, then)) = moved_as_one {
        let gone = then.question.code == question.code || !now.has(&then.question.code);
        let remedy = gone.then(|| Remedy::RestoreWords { at: place.clone(), text: then.question.text.clone() });
        advice.push(Advice::at(place.clone(), Matter::Reworded).with_remedy(remedy));
    }
    let changed = |item: &Item| {
        let importance = item.importance_code().is_some_and(|code| past.has_scale_changed(now, &code));
        importance || past.has_scale_changed(now, &item.code)
    };
    let all_changed = !known.is_empty() && known.iter().all(|(item, _)| changed(item));
    if all_changed {
        advice.push(Advice::at(place, Matter::ScaleChanged));
    }
    for item in items {
        let place = Place::Item { question: question.code.clone(), item: item.code.clone() };
        let Some(then) = past.asked(&item.code) else {
            advice.extend(taken_for_new(now, past, place, &item.code, &item.text));
            continue;
        };
        let reworded = then.item.filter(|then| !now.same_words(&item.text, past, &then.text));
        if reworded.is_some() || moved_as_one.is_none() && has_other_question(&then) {
            let remedy = reworded.map(|then| Remedy::RestoreWords { at: place.clone(), text: then.text.clone() });
            advice.push(Advice::at(place.clone(), Matter::Reworded).with_remedy(remedy));
        }
        if !all_changed && changed(item) {
            advice.push(Advice::at(place, Matter::ScaleChanged));
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

/// What makes a scale this one: its values, which of them satisfy, and which end is better.
type ScaleMark = (Vec<(u8, bool)>, Polarity);

/// How a code was asked: as a question, or as an item of one.
#[derive(Clone, Copy)]
struct Asked<'a> {
    question: &'a Question,
    item: Option<&'a Item>,
}

/// A form, what it asks by its codes, and the judgements by their words.
struct Year<'a> {
    form: &'a Form,
    asked: BTreeMap<&'a Code, Asked<'a>>,
    /// The scales of what is asked, the importance of items too.
    scales: BTreeMap<Code, Option<ScaleMark>>,
    /// The codes of the judgements that have the same words, in order.
    by_words: BTreeMap<String, Vec<&'a Code>>,
}

impl<'a> Year<'a> {
    fn of(form: &'a Form) -> Self {
        let (asked, scales, by_words) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut own = Self { form, asked, scales, by_words };
        for (_, question) in form.questions() {
            own.asked.insert(&question.code, Asked { question, item: None });
            own.scales.insert(question.code.clone(), own.mark_of(question));
            if has_a_trend(question) && !matches!(question.kind, Kind::Matrix { .. }) {
                own.by_words.entry(own.words(&question.text)).or_default().push(&question.code);
            }
        }
        for (_, question) in form.questions() {
            let Kind::Matrix { items, importance, .. } = &question.kind else { continue };
            for item in items {
                own.asked.insert(&item.code, Asked { question, item: Some(item) });
                own.scales.insert(item.code.clone(), own.mark_of(question));
                own.by_words.entry(own.words(&item.text)).or_default().push(&item.code);
                let weighed = importance.as_ref().and_then(|scale| Some((item.importance_code()?, own.mark(scale))));
                own.scales.extend(weighed);
            }
        }
        own
    }

    fn words(&self, texts: &Texts) -> String {
        let text = texts.get(self.form.fallback(), self.form.fallback());
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// All words that ask, in the first language of the form: of an item its question's too.
    fn wording(&self, asked: Asked<'_>) -> String {
        let item = asked.item.map(|item| self.words(&item.text));
        [self.words(&asked.question.text)].into_iter().chain(item).collect::<Vec<_>>().join(" ")
    }

    /// The words in the first language of each form; where a line breaks in the file is no wording.
    fn same_words(&self, own: &Texts, other: &Year<'_>, others: &Texts) -> bool {
        self.words(own) == other.words(others)
    }

    fn asked(&self, code: &Code) -> Option<Asked<'a>> {
        self.asked.get(code).copied()
    }

    fn has(&self, code: &Code) -> bool {
        self.asked.contains_key(code)
    }

    /// Whether a code that both years have is answered on another scale.
    fn has_scale_changed(&self, other: &Year<'_>, code: &Code) -> bool {
        let both = self.scales.get(code).zip(other.scales.get(code));
        both.is_some_and(|(own, others)| own != others)
    }

    fn mark_of(&self, question: &Question) -> Option<ScaleMark> {
        let (Kind::Rating { scale } | Kind::Matrix { scale, .. }) = &question.kind else { return None };
        self.mark(scale)
    }

    fn mark(&self, scale: &Code) -> Option<ScaleMark> {
        let scale = self.form.scale(scale)?;
        Some((scale.points.iter().map(|point| (point.value, point.satisfied)).collect(), scale.polarity))
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{code, form_with, matrix, question, rated, scale, text};
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

    fn places_of(form: &Form, matter: &Matter) -> Vec<Place> {
        said(form).into_iter().filter(|(_, own, _)| own == matter).map(|(place, ..)| place).collect()
    }

    #[test]
    fn an_item_that_became_a_question_of_its_own_is_not_new_and_not_the_same() {
        let mut form = last_year();
        items_of(&mut form).remove(0);
        form.scales.push(scale("two", &["Male", "Bene*"]));
        let kind = Kind::Rating { scale: code("two") };
        form.pages[0].questions.push(question("courtesy", "Cortesia", Role::Satisfaction, kind));
        let own = [Place::Question(code("courtesy"))];
        assert_eq!((places_of(&form, &Matter::Reworded), places_of(&form, &Matter::ScaleChanged)), (own.to_vec(), own.to_vec()));
        assert!(said(&form).iter().all(|(_, _, remedy)| remedy.is_none()), "its words alone would not be the words of then");
    }

    #[test]
    fn an_item_in_another_matrix_is_asked_in_other_words() {
        let mut form = last_year();
        let moved = items_of(&mut form).remove(0);
        form.scales.push(scale("two", &["Male", "Bene*"]));
        let items = [("place", "La sede")];
        form.pages[0].questions.push(matrix("rest", "Tutto il resto", &items));
        let Kind::Matrix { items, scale, .. } = &mut form.pages[0].questions[2].kind else { panic!("a matrix") };
        items.push(moved);
        *scale = code("two");
        let place = Place::Question(code("rest"));
        assert_eq!(places_of(&form, &Matter::Reworded), std::slice::from_ref(&place), "the only one that was asked before");
        assert_eq!(places_of(&form, &Matter::ScaleChanged), [place]);
    }

    #[test]
    fn of_several_items_only_the_one_from_elsewhere_is_told() {
        let mut before = last_year();
        before.pages[0].questions.push(matrix("rest", "Tutto il resto", &[("place", "La sede")]));
        let mut form = before.clone();
        let Some(Question { kind: Kind::Matrix { items, .. }, .. }) = form.pages[0].questions.pop() else { panic!("a matrix") };
        items_of(&mut form).extend(items);
        let around = Surroundings { before: Some(&before), ..Surroundings::default() };
        let found: Vec<Place> =
            advise(&form, &around).into_iter().filter(|one| one.matter == Matter::Reworded).map(|one| one.at).collect();
        assert_eq!(found, [item("place")]);
    }

    #[test]
    fn another_scale_of_importance_breaks_the_line_too() {
        let weighed = |importance_scale: &str| {
            let mut form = last_year();
            form.scales.push(scale("two", &["Poco", "Molto"]));
            form.scales.push(scale("three", &["Poco", "Abbastanza", "Molto"]));
            let Kind::Matrix { importance, .. } = &mut form.pages[0].questions[1].kind else { panic!("a matrix") };
            *importance = Some(code(importance_scale));
            form
        };
        let (before, form) = (weighed("two"), weighed("three"));
        let around = Surroundings { before: Some(&before), ..Surroundings::default() };
        let found: Vec<Place> =
            advise(&form, &around).into_iter().filter(|one| one.matter == Matter::ScaleChanged).map(|one| one.at).collect();
        assert_eq!(found, [Place::Question(code("people"))]);
    }

    fn items_of(form: &mut Form) -> &mut Vec<Item> {
        let Kind::Matrix { items, .. } = &mut form.pages[0].questions[1].kind else { panic!("a matrix") };
        items
    }
}
