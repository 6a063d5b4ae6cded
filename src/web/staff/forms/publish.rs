//! `.../publish`: what would be published: what differs, what that means, what the adviser says; then it is.

use super::advice::{AdviceView, Subject, told};
use super::instead::{Shown, conclude};
use super::places::{ends_of, places_in_words};
use super::words::{name_of, when_in_words};
use super::{ALL, draft_address, gather, number_of};
use crate::flows::design_form::{DRAFT_FILE, Designed, publish_design, versions_of};
use crate::flows::words::refusal_in_words;
use crate::form::difference::{Difference, Effect, differences, effect};
use crate::form::{Form, Presentation};
use crate::ids::FormVersionId;
use crate::language::say_with;
use crate::text::Code;
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::field::language_name;
use crate::web::staff::session::{Area, Desk, Order, done};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "form_publish.html")]
struct PublishPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    revision: i32,
    effect: String,
    changes: Vec<Change>,
    /// The version that it is compared with, whose number is sent back; "" for none.
    newest: String,
    /// That the draft did not begin from that version.
    overtaken: String,
    /// Address and name of what it is about, and what is said; no address where it is about the whole.
    advice: Vec<(String, String, AdviceView)>,
    /// Address, language, what is to do in it.
    untranslated: Vec<(String, String, String)>,
    may_publish: bool,
    secret: &'a str,
}

/// A difference in words.
#[derive(Clone)]
pub(in crate::web::staff) struct Change {
    pub what: String,
    /// Before and after, of a text, and its language.
    pub words: Option<(String, String, String)>,
}

/// `GET`.
pub async fn show(desk: Desk, draft: Path<String>) -> HttpResponse {
    let outcome = show_it(&desk, &draft, None).await;
    conclude(&desk, outcome)
}

async fn show_it(desk: &Desk, draft: &str, refused: Option<String>) -> Shown {
    let designed = gather(desk, draft).await?;
    let (form, own) = (&designed.form, draft_address(designed.draft.id));
    let code = form.code.clone();
    let versions = desk.visit.block(move |site| versions_of(site, &code)).await?;
    let newest = versions.first();
    let before = newest.and_then(|version| desk.visit.site.forms.read(DRAFT_FILE, &version.source).ok());
    let mut frame = desk.frame(desk.say("forms-publish"), Area::Forms);
    let status = if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    if let Some(words) = refused {
        frame.mend("publish", &desk.say("forms-publish"), &words);
    }
    let is_overtaken = newest.is_some_and(|newest| designed.draft.based_on != Some(newest.id));
    let number = [("number", versions.len().to_string().into())];
    let about = |(subject, view): (Subject, AdviceView)| {
        let (address, name) = about(desk, form, &own, &subject);
        (address, name, view)
    };
    let shown = PublishPage {
        frame,
        all: ALL,
        revision: designed.draft.revision,
        newest: newest.map(|version| version.id.to_string()).unwrap_or_default(),
        overtaken: if is_overtaken { desk.say_with("forms-overtaken", &number) } else { String::new() },
        effect: desk.say(meaning(before.as_deref(), form)),
        changes: before.as_ref().map(|before| changes(desk, before, form)).unwrap_or_default(),
        advice: told(desk, &designed.draft, form).await?.all().into_iter().map(about).collect(),
        untranslated: untranslated(desk, &designed),
        may_publish: before.as_deref().is_none_or(|before| effect(before, form) != Effect::Same),
        own,
        secret: desk.secret(),
    };
    Ok(page(status, &shown))
}

/// Address and name of what an advice is about.
fn about(desk: &Desk, form: &Form, own: &str, subject: &Subject) -> (String, String) {
    match subject {
        Subject::Form => (String::new(), String::new()),
        Subject::Question(code) => (format!("{own}/questions/{code}"), name_of(&desk.language, form, code)),
        Subject::Scale(code) => {
            let name = form.scale(code).map(|scale| ends_of(&desk.language, form, scale)).unwrap_or_default();
            (format!("{own}/scales/{code}"), name)
        }
    }
}

/// What publishing means for answers that were given before: the key of its words.
fn meaning(before: Option<&Form>, after: &Form) -> &'static str {
    let Some(before) = before else { return "forms-effect-first" };
    // Answers mean the same; but whether one must answer, how long one may write, where it counts, are no words.
    let is_more = |difference: &Difference| !matches!(difference, Difference::Text { .. } | Difference::Languages);
    match effect(before, after) {
        Effect::Same => "forms-effect-same",
        Effect::Wording if differences(before, after).iter().any(is_more) => "forms-effect-duties",
        Effect::Wording => "forms-effect-wording",
        Effect::Layout => "forms-effect-layout",
    }
}

/// What differs, in words.
pub(in crate::web::staff) fn changes(desk: &Desk, before: &Form, after: &Form) -> Vec<Change> {
    let places = places_in_words(&desk.language, after);
    let factor = |form: &Form, code: &Code| {
        form.factor(code).map(|own| own.label.get(&desk.language, form.fallback()).to_owned()).unwrap_or_default()
    };
    let plain = |key: &str, name: String| Change { what: desk.say_with(key, &[("name", name.into())]), words: None };
    let change = |difference: Difference| match difference {
        Difference::Added(code) => plain("forms-difference-added", name_of(&desk.language, after, &code)),
        Difference::Removed(code) => plain("forms-difference-removed", name_of(&desk.language, before, &code)),
        Difference::Moved(code) => plain("forms-difference-moved", name_of(&desk.language, after, &code)),
        Difference::Scale(code) => plain(
            "forms-difference-scale",
            after.scale(&code).map_or_else(|| code.to_string(), |scale| ends_of(&desk.language, after, scale)),
        ),
        Difference::Languages => plain("forms-difference-languages", String::new()),
        Difference::Minutes(before, after) => {
            let values = [("before", before.to_string().into()), ("after", after.to_string().into())];
            Change { what: desk.say_with("forms-difference-minutes", &values), words: None }
        }
        Difference::Presentation(Presentation::OnePage) => plain("forms-difference-presentation", desk.say("forms-one_page")),
        Difference::Presentation(Presentation::PageByPage) => {
            plain("forms-difference-presentation", desk.say("forms-page_by_page"))
        }
        Difference::FactorAdded(code) => plain("forms-difference-factor-added", factor(after, &code)),
        Difference::FactorRemoved(code) => plain("forms-difference-factor-removed", factor(before, &code)),
        Difference::FactorOrder => plain("forms-difference-factor-order", String::new()),
        Difference::PageRouting(code) => plain("forms-difference-page-routing", page_in_words(desk, after, &code)),
        Difference::Changed(code, parts) => {
            let parts: Vec<String> =
                parts.into_iter().map(|part| desk.say(&format!("forms-part-{part:?}").to_lowercase())).collect();
            let parts = crate::language::list(&desk.language, &parts);
            let values = [("name", name_of(&desk.language, after, &code).into()), ("parts", parts.into())];
            Change { what: desk.say_with("forms-difference-changed", &values), words: None }
        }
        Difference::Text { place, language, before, after } => {
            let place = places.get(&place).cloned().unwrap_or(place);
            let values = [("place", place.into()), ("language", language_name(&language).into())];
            Change { what: desk.say_with("forms-difference-text", &values), words: Some((before, after, language.to_string())) }
        }
    };
    differences(before, after).into_iter().map(change).collect()
}

/// Which page it is, and when it is shown.
fn page_in_words(desk: &Desk, form: &Form, code: &Code) -> String {
    let Some(at) = form.pages.iter().position(|page| page.code == *code) else { return code.to_string() };
    let when = form.pages[at].show_if.as_ref().map(|when| when_in_words(&desk.language, form, when));
    format!("{} – {}", at + 1, when.unwrap_or_else(|| desk.say("forms-when-always")))
}

/// The languages in which something is missing or stale.
fn untranslated(desk: &Desk, designed: &Designed) -> Vec<(String, String, String)> {
    let (stale, texts) = (designed.stale(), designed.form.texts());
    let line = |own: &crate::text::Language| {
        let missing = texts.iter().filter(|(_, texts)| !texts.has(own)).count();
        let count = |count: usize| crate::language::Argument::Count(count as u64);
        let values = [("missing", count(missing)), ("stale", count(stale.count(own)))];
        let words = say_with(&desk.language, "forms-to-translate", &values);
        let address = format!("{}/languages/{own}", draft_address(designed.draft.id));
        (missing + stale.count(own) > 0).then(|| (address, language_name(own), words))
    };
    designed.form.languages.iter().skip(1).filter_map(line).collect()
}

/// `POST`: publishes it.
pub async fn publish(order: Order, draft: Path<String>) -> HttpResponse {
    let outcome = publish_it(&order, &draft).await;
    conclude(&order.desk, outcome)
}

async fn publish_it(order: &Order, draft: &str) -> Shown {
    let Order { desk, posted } = order;
    let id = number_of(desk, draft)?;
    let seen = posted.value("revision").parse().unwrap_or(0);
    let compared_with = posted.value("newest").parse().ok().map(FormVersionId);
    match desk.visit.block(move |site| publish_design(site, id, seen, compared_with)).await {
        Ok(version) => Ok(done(&format!("{ALL}/{version}"), "staff-done-form-published")),
        Err(Problem::Refused(why @ crate::flows::Refused::Invalid(..))) => {
            show_it(desk, draft, Some(refusal_in_words(&desk.language, &why))).await
        }
        Err(problem) => Err(problem.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{catalog, parse};
    use crate::text::Language;

    #[test]
    fn a_question_that_must_be_answered_now_is_no_mere_word() {
        let before = parse("f", &catalog::form("urp-annuale").unwrap()).unwrap();
        let mut after = before.clone();
        assert_eq!((meaning(None, &after), meaning(Some(&before), &after)), ("forms-effect-first", "forms-effect-same"));
        after.title.set(Language::italian(), "Altro");
        assert_eq!(meaning(Some(&before), &after), "forms-effect-wording");
        let question = &mut after.pages[0].questions[0];
        question.required = !question.required;
        assert_eq!(meaning(Some(&before), &after), "forms-effect-duties");
        after.pages[0].questions.remove(0);
        assert_eq!(meaning(Some(&before), &after), "forms-effect-layout");
    }
}
