//! `/u/{token}`: no more letters. A page on GET; the POST of its button or of a mail program (RFC 8058) does it.

use super::pages::{MessagePage, OptOutPage, Wording};
use super::problem::Problem;
use super::visit::{Visit, page};
use crate::flows::Outcome;
use crate::flows::check_mail::TEST_MARK;
use crate::flows::opt_out::{OptOut, find_opt_out_at, opt_out_at};
use crate::language::{say, say_with};
use crate::office::Office;
use crate::site::Site;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

/// Asks whether it is really wanted: mail scanners open every link.
pub async fn show(mut visit: Visit, token: Path<String>) -> HttpResponse {
    let outcome = ask(&mut visit, token.into_inner()).await;
    visit.conclude(outcome)
}

/// Does it. The body says nothing more.
pub async fn confirm(mut visit: Visit, token: Path<String>) -> HttpResponse {
    let outcome = record(&mut visit, token.into_inner()).await;
    visit.conclude(outcome)
}

async fn ask(visit: &mut Visit, typed: String) -> Result<HttpResponse, Problem> {
    if typed == TEST_MARK {
        return Ok(test_page(visit));
    }
    let (office, simulated, found) = visit.block(move |site| behind(site, find_opt_out_at(site, &typed)?)).await?;
    visit.knows(found.language);
    if found.address_deleted {
        return Ok(deleted_page(visit, office, simulated));
    }
    let language = visit.own_language();
    let mut frame = visit.frame(&language, say(&language, "citizen-opt-out-title"));
    (frame.office, frame.simulated) = (office.name, simulated);
    Ok(page(StatusCode::OK, &OptOutPage { frame, action: format!("{}?lang={language}", visit.path) }))
}

async fn record(visit: &mut Visit, typed: String) -> Result<HttpResponse, Problem> {
    if typed == TEST_MARK {
        return Ok(test_page(visit));
    }
    let (office, simulated, found) = visit.block(move |site| behind(site, opt_out_at(site, &typed)?)).await?;
    visit.knows(found.language);
    if found.address_deleted {
        return Ok(deleted_page(visit, office, simulated));
    }
    let language = visit.own_language();
    let mut frame = visit.frame(&language, say(&language, "citizen-opted-out-title"));
    (frame.office, frame.simulated) = (office.name, simulated);
    // The page answers a POST: a link to it in another language would ask again.
    frame.languages.clear();
    let heading = say(&language, "citizen-opted-out-heading");
    let paragraphs = vec![Wording::own(say(&language, "citizen-opted-out"))];
    Ok(page(StatusCode::OK, &MessagePage { frame, tone: "good", heading, paragraphs, actions: Vec::new() }))
}

/// Promises nothing: whom to ask instead.
fn deleted_page(visit: &Visit, office: Office, simulated: bool) -> HttpResponse {
    let language = visit.own_language();
    let heading = say(&language, "citizen-opt-out-deleted-heading");
    let mut frame = visit.frame(&language, heading.clone());
    let contact = if office.contact.is_empty() { office.name.clone() } else { format!("{}, {}", office.name, office.contact) };
    (frame.office, frame.simulated) = (office.name, simulated);
    let paragraphs = vec![
        Wording::own(say(&language, "citizen-opt-out-deleted")),
        Wording::own(say_with(&language, "citizen-opt-out-deleted-contact", &[("contact", contact.as_str().into())])),
    ];
    page(StatusCode::OK, &MessagePage { frame, tone: "calm", heading, paragraphs, actions: Vec::new() })
}

/// The link of a letter by which the office tries its mail: nobody is behind it, and nothing is done.
fn test_page(visit: &Visit) -> HttpResponse {
    let language = visit.own_language();
    let mut frame = visit.frame(&language, say(&language, "citizen-test-letter-title"));
    if !visit.reads {
        frame.languages.clear();
    }
    let heading = say(&language, "citizen-test-letter-heading");
    let paragraphs = vec![Wording::own(say(&language, "citizen-test-letter"))];
    page(StatusCode::OK, &MessagePage { frame, tone: "calm", heading, paragraphs, actions: Vec::new() })
}

/// The office that asked and whether its survey is simulated, with what was found.
fn behind(site: &Site, found: OptOut) -> Outcome<(Office, bool, OptOut)> {
    let survey = site.survey(found.survey)?;
    Ok((site.asking(survey.edition)?.office.clone(), survey.simulated, found))
}
