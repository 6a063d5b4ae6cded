//! After the answers: one redirect, so that reloading sends nothing again, and the page that thanks.

use super::doorway::{Address, report_address};
use super::pages::{Frame, MessagePage, Wording};
use super::problem::Problem;
use super::respond::language_of;
use super::visit::{Visit, page};
use crate::flows::receive_answers::Received;
use crate::language::{date, say, say_with};
use crate::text::Language;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue, LOCATION, REFRESH};

/// A kiosk thanks for so many seconds before it begins again: time to read two paragraphs; the next person has a button.
const KIOSK_SECONDS: u32 = 20;

/// In the address of the page that thanks: other answers came before and are kept.
const FIRST_KEPT: &str = "&first=kept";

/// 303 to the page that thanks.
pub fn redirect(address: &Address, language: &Language, received: Received) -> HttpResponse {
    let kept = match received {
        // The same answers again are no news to the person who tapped twice.
        Received::New | Received::SameAgain => "",
        Received::FirstKept => FIRST_KEPT,
    };
    let target = format!("{}/thanks?lang={language}{kept}", address.path());
    HttpResponse::SeeOther().insert_header((LOCATION, target)).insert_header((CACHE_CONTROL, "no-store")).finish()
}

/// `GET .../thanks`.
pub async fn show(mut visit: Visit, address: Address) -> HttpResponse {
    let outcome = thank(&mut visit, &address).await;
    visit.conclude(outcome)
}

async fn thank(visit: &mut Visit, address: &Address) -> Result<HttpResponse, Problem> {
    let door = address.clone();
    let (doorway, asking) = visit
        .block(move |site| {
            let doorway = door.find(site)?;
            let asking = site.asking(doorway.survey.edition)?;
            Ok((doorway, asking))
        })
        .await?;
    visit.knows(doorway.language.clone());
    let language = language_of(visit, address, &doorway);
    let form = &doorway.version.form;
    let words = |key: &str| say(&language, key);
    let first_kept = visit.asked("first").is_some();
    let area = if first_kept { "citizen-first-kept" } else { "citizen-thanks" };
    let mut frame = Frame::new(visit.body(), &language, words(&format!("{area}-title")));
    frame = frame.offering(&doorway.languages(&visit.site), &visit.path);
    if first_kept {
        frame.languages.iter_mut().for_each(|choice| choice.address.push_str(FIRST_KEPT));
    }
    frame.office = asking.office.name.clone();
    frame.simulated = doorway.survey.simulated;
    frame.kiosk = address.is_kiosk();
    let mut paragraphs = match first_kept {
        true => vec![Wording::own(words("citizen-first-kept")), Wording::own(words("citizen-first-kept-why"))],
        false => {
            vec![Wording::of(&form.thanks, &language, form.fallback()), Wording::own(words("citizen-thanks-anonymous"))]
        }
    };
    let mut actions = Vec::new();
    if !address.is_kiosk() {
        paragraphs.insert(
            1,
            Wording::own(say_with(
                &language,
                "answering-what-next",
                &[("day", date(&language, doorway.survey.closes_on).into())],
            )),
        );
        actions.extend(asking.last_results.map(|year| {
            let words = say_with(&language, "answering-last-results", &[("year", year.to_string().into())]);
            (words, report_address(&asking.office, year))
        }));
    }
    // Little time to read, and no way out.
    if address.is_kiosk() {
        paragraphs.push(Wording::own(words("citizen-kiosk-next")));
        actions.push((words("citizen-kiosk-start"), address.path()));
        frame.languages.clear();
    }
    let tone = if first_kept { "calm" } else { "good" };
    let heading = words(&format!("{area}-heading"));
    let mut response = page(StatusCode::OK, &MessagePage { frame, tone, heading, paragraphs, actions });
    if address.is_kiosk() {
        let again = format!("{KIOSK_SECONDS}; url={}", address.path());
        if let Ok(value) = HeaderValue::from_str(&again) {
            response.headers_mut().insert(REFRESH, value);
        }
    }
    Ok(response)
}
