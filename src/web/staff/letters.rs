//! `/staff/surveys/{id}/letters`: the texts of the letters in every language of the survey; and the thanks, sent from the contacts' page.

use super::session::{Area, Desk, Order, done_with_count};
use super::surveys::{address, find};
use crate::campaign::letter_text::LetterText;
use crate::flows::thank_invited::queue_thanks;
use crate::flows::write_letters::{Letters, read_letters};
use crate::language::{Argument, date, integer, say};
use crate::text::Language;
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "staff_letters.html")]
struct LettersPage<'a> {
    frame: WorkplaceFrame<'a>,
    survey: String,
    back: String,
    letters: Vec<LetterRow>,
}

/// One letter, in all languages.
struct LetterRow {
    words: String,
    texts: Vec<TextRow>,
}

/// One text: the language and its own name, whose words hold, and where they are edited; "" for who may not.
struct TextRow {
    language: String,
    name: String,
    whose: String,
    address: String,
}

/// `GET`: whose words hold, letter by letter.
pub async fn list(desk: Desk, survey: Path<String>) -> HttpResponse {
    let outcome = shown(&desk, survey.into_inner()).await;
    desk.visit.conclude(outcome)
}

/// `POST`: queues the thanks with the results.
pub async fn thank(order: Order, survey: Path<String>) -> HttpResponse {
    let typed = survey.into_inner();
    let own = format!("/staff/surveys/{typed}/contacts");
    let queued = order.desk.visit.block(move |site| queue_thanks(site, find(site, &typed)?.id)).await;
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    order.desk.visit.conclude(queued.map(|queued| done_with_count(&own, "staff-done-thanked", count(queued))))
}

async fn shown(desk: &Desk, typed: String) -> Result<HttpResponse, Problem> {
    let letters = desk.visit.block(move |site| read_letters(site, find(site, &typed)?.id)).await?;
    let mut frame = desk.frame(desk.say("letters-title"), Area::Surveys);
    frame.simulated = letters.survey.simulated;
    let row = |text: LetterText| LetterRow {
        words: letter_name(desk, text),
        texts: letters.languages.iter().map(|language| text_row(desk, &letters, text, language)).collect(),
    };
    let view = LettersPage {
        frame,
        survey: letters.survey.title.clone(),
        back: address(letters.survey.id),
        letters: LetterText::ALL.into_iter().map(row).collect(),
    };
    Ok(page(StatusCode::OK, &view))
}

fn text_row(desk: &Desk, letters: &Letters, text: LetterText, language: &Language) -> TextRow {
    let whose = match letters.saved(text, language) {
        Some(own) => desk.say_with("letters-own", &[("day", date(&desk.language, own.saved_on).into())]),
        None => desk.say("letters-of-program"),
    };
    let own = format!("{}/letters/{}/{language}", address(letters.survey.id), text.code());
    TextRow {
        language: language.to_string(),
        name: say(language, "language-name"),
        whose,
        address: if desk.may_work() { own } else { String::new() },
    }
}

/// What a letter is called.
pub(super) fn letter_name(desk: &Desk, text: LetterText) -> String {
    desk.say(&format!("letters-{}", text.code()))
}

/// What the button says that thanks this many; `None` where it is not shown.
pub(super) fn thank_about(desk: &Desk, count: u64) -> Option<String> {
    let values = [("count", Argument::Count(count)), ("number", integer(&desk.language, count).into())];
    (count > 0 && desk.may_work()).then(|| desk.say_with("letters-thank-about", &values))
}
