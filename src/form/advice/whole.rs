//! The form as a whole: how much it asks, of whom, and whether it asks the one thing that everything else is read by.

use super::duration::duration;
use super::words::OVERALL;
use super::{Advice, Matter, Place, Remedy};
use crate::form::{Form, Kind, Question, Role};

/// More answers than this make people leave before the end (Galesic & Bosnjak 2009: answers grow short and hasty towards the end).
pub(super) const MANY_ANSWERS: usize = 50;
/// More required questions than this lose answers without gaining any.
pub(super) const MANY_REQUIRED: usize = 3;
/// More open questions than this, asked of everybody, are left out by most.
pub(super) const MANY_OPEN: usize = 3;

/// Notes what concerns the whole form.
pub(super) fn advise_on_the_whole(form: &Form, advice: &mut Vec<Advice>) {
    let mut note = |matter: Matter, remedy: Option<Remedy>| advice.push(Advice::at(Place::Form, matter).with_remedy(remedy));
    let count = |counts: fn(&Question) -> bool| form.questions().filter(|(_, question)| counts(question)).count();
    let required = count(|question| question.required);
    if required > MANY_REQUIRED {
        note(Matter::ManyRequired { count: required }, None);
    }
    let answers: usize = form.questions().map(|(_, question)| answers_of(question)).sum();
    if answers > MANY_ANSWERS {
        note(Matter::ManyAnswers { count: answers, most: MANY_ANSWERS }, None);
    }
    let open = form.questions().filter(|(page, question)| {
        matches!(question.kind, Kind::OpenText { .. }) && page.show_if.is_none() && question.show_if.is_none()
    });
    let open = open.count();
    if open > MANY_OPEN {
        note(Matter::ManyOpenQuestions { count: open, most: MANY_OPEN }, None);
    }
    let estimated = duration(form).minutes();
    if estimated > form.minutes {
        let matter = Matter::OverPromisedMinutes { estimated: estimated.into(), promised: form.minutes.into() };
        note(matter, Some(Remedy::SetMinutes(estimated)));
    }
    if count(|question| question.role == Role::Overall) == 0 {
        let text = super::remedy::stock(form, &OVERALL);
        let scale = super::scales::to_judge_on(form).filter(|_| !text.is_empty());
        note(Matter::NoOverall, scale.map(|scale| Remedy::AskOverall { scale: scale.code.clone(), text }));
    }
}

/// Notes every required question about the person.
pub(super) fn advise_on_persons(form: &Form, advice: &mut Vec<Advice>) {
    for (_, question) in form.questions().filter(|(_, question)| question.required && question.role == Role::Profile) {
        let remedy = Remedy::MakeOptional(question.code.clone());
        advice.push(Advice::at(Place::Question(question.code.clone()), Matter::RequiredPersonal).with_remedy(Some(remedy)));
    }
}

/// How many answers a question asks for.
fn answers_of(question: &Question) -> usize {
    match &question.kind {
        Kind::Matrix { items, importance, .. } => items.len() * if importance.is_some() { 2 } else { 1 },
        Kind::Note => 0,
        _ => 1,
    }
}
