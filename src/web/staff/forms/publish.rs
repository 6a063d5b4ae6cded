//! `.../publish`: what would be published: what differs, what that means, what the adviser says; then it is.

use super::advice::{AdviceView, told};
use super::places::{ends_of, places_in_words};
use super::words::name_of;
use super::{ALL, draft_address, gather, number_of};
use crate::flows::design_form::{DRAFT_FILE, Designed, newest_of, publish_design};
use crate::flows::words::refusal_in_words;
use crate::form::Form;
use crate::form::difference::{Difference, Effect, differences, effect};
use crate::language::say_with;
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
    advice: Vec<AdviceView>,
    untranslated: Vec<String>,
    may_publish: bool,
    secret: &'a str,
}

/// A difference in words.
pub(in crate::web::staff) struct Change {
    pub what: String,
    /// Before and after, of a text.
    pub words: Option<(String, String)>,
}

/// `GET`.
pub async fn show(desk: Desk, draft: Path<String>) -> HttpResponse {
    let outcome = show_it(&desk, &draft, None).await;
    desk.visit.conclude(outcome)
}

async fn show_it(desk: &Desk, draft: &str, refused: Option<String>) -> Result<HttpResponse, Problem> {
    let designed = gather(desk, draft).await?;
    let code = designed.form.code.clone();
    let newest = desk.visit.block(move |site| newest_of(site, &code)).await?;
    let before = newest.as_ref().and_then(|version| desk.visit.site.forms.read(DRAFT_FILE, &version.source).ok());
    let meaning = before.as_ref().map(|before| effect(before, &designed.form));
    let mut frame = desk.frame(desk.say("forms-publish"), Area::Forms);
    let status = if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    if let Some(words) = refused {
        frame.mend("publish", &desk.say("forms-publish"), &words);
    }
    let key = match meaning {
        None => "forms-effect-first",
        Some(Effect::Same) => "forms-effect-same",
        Some(Effect::Wording) => "forms-effect-wording",
        Some(Effect::Layout) => "forms-effect-layout",
    };
    let told = told(desk, &designed.draft, &designed.form).await?;
    let shown = PublishPage {
        frame,
        all: ALL,
        own: draft_address(designed.draft.id),
        revision: designed.draft.revision,
        effect: desk.say(key),
        changes: before.as_ref().map(|before| changes(desk, before, &designed.form)).unwrap_or_default(),
        advice: told.all(),
        untranslated: untranslated(desk, &designed),
        may_publish: meaning != Some(Effect::Same),
        secret: desk.secret(),
    };
    Ok(page(status, &shown))
}

/// What differs, in words.
pub(in crate::web::staff) fn changes(desk: &Desk, before: &Form, after: &Form) -> Vec<Change> {
    let places = places_in_words(&desk.language, after);
    let plain = |key: &str, name: String| Change { what: desk.say_with(key, &[("name", name.into())]), words: None };
    let change = |difference: Difference| match difference {
        Difference::Added(code) => plain("forms-difference-added", name_of(&desk.language, after, &code)),
        Difference::Removed(code) => plain("forms-difference-removed", name_of(&desk.language, before, &code)),
        Difference::Moved(code) => plain("forms-difference-moved", name_of(&desk.language, after, &code)),
        Difference::Scale(code) => {
            plain("forms-difference-scale", after.scale(&code).map_or_else(|| code.to_string(), |scale| ends_of(after, scale)))
        }
        Difference::Languages => plain("forms-difference-languages", String::new()),
        Difference::Head => plain("forms-difference-head", String::new()),
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
            Change { what: desk.say_with("forms-difference-text", &values), words: Some((before, after)) }
        }
    };
    differences(before, after).into_iter().map(change).collect()
}

/// The languages in which something is missing or stale.
fn untranslated(desk: &Desk, designed: &Designed) -> Vec<String> {
    let (stale, texts) = (designed.stale(), designed.form.texts());
    let line = |own: &crate::text::Language| {
        let missing = texts.iter().filter(|(_, texts)| !texts.has(own)).count();
        let count = |count: usize| crate::language::Argument::Count(count as u64);
        let values = [("missing", count(missing)), ("stale", count(stale.count(own)))];
        let words = say_with(&desk.language, "forms-to-translate", &values);
        (missing + stale.count(own) > 0).then(|| format!("{}: {words}", language_name(own)))
    };
    designed.form.languages.iter().skip(1).filter_map(line).collect()
}

/// `POST`: publishes it.
pub async fn publish(order: Order, draft: Path<String>) -> HttpResponse {
    let outcome = publish_it(&order, &draft).await;
    order.desk.visit.conclude(outcome)
}

async fn publish_it(order: &Order, draft: &str) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let id = number_of(desk, draft)?;
    let seen = posted.value("revision").parse().unwrap_or(0);
    match desk.visit.block(move |site| publish_design(site, id, seen)).await {
        Ok(version) => Ok(done(&format!("{ALL}/{version}"), "staff-done-form-published")),
        Err(Problem::Refused(why @ crate::flows::Refused::Invalid(..))) => {
            show_it(desk, draft, Some(refusal_in_words(&desk.language, &why))).await
        }
        Err(problem) => Err(problem),
    }
}
