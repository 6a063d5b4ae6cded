//! `/u/{token}`: no more letters. A page on GET; the POST of its button or of a mail program (RFC 8058) does it.

use super::doorway::Doorway;
use super::pages::{MessagePage, OptOutPage};
use super::problem::Problem;
use super::visit::{Visit, page};
use crate::flows::opt_out::{find_opt_out, opt_out};
use crate::flows::{Outcome, Refused};
use crate::language::say;
use crate::secret::Token;
use crate::site::Site;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

/// Asks whether it is really wanted: mail scanners open every link.
pub async fn show(visit: Visit, token: Path<String>) -> HttpResponse {
    let outcome = ask(&visit, token.into_inner()).await;
    visit.conclude(outcome)
}

/// Does it. The body says nothing more.
pub async fn confirm(visit: Visit, token: Path<String>) -> HttpResponse {
    let outcome = record(&visit, token.into_inner()).await;
    visit.conclude(outcome)
}

async fn ask(visit: &Visit, typed: String) -> Result<HttpResponse, Problem> {
    let (office, simulated) = visit.block(move |site| asked_by(site, &parse(&typed)?)).await?;
    let language = visit.own_language();
    let mut frame = visit.frame(&language, say(&language, "citizen-opt-out-title"));
    (frame.office, frame.simulated) = (office, simulated);
    Ok(page(StatusCode::OK, &OptOutPage { frame, action: format!("{}?lang={language}", visit.path) }))
}

async fn record(visit: &Visit, typed: String) -> Result<HttpResponse, Problem> {
    let (office, simulated) = visit
        .block(move |site| {
            let token = parse(&typed)?;
            opt_out(site, &token)?;
            asked_by(site, &token)
        })
        .await?;
    let language = visit.own_language();
    let mut frame = visit.frame(&language, say(&language, "citizen-opted-out-title"));
    (frame.office, frame.simulated) = (office, simulated);
    // The page answers a POST: a link to it in another language would ask again.
    frame.languages.clear();
    let heading = say(&language, "citizen-opted-out-heading");
    let paragraphs = vec![say(&language, "citizen-opted-out")];
    Ok(page(StatusCode::OK, &MessagePage { frame, tone: "good", heading, paragraphs, actions: Vec::new() }))
}

fn parse(typed: &str) -> Result<Token, Refused> {
    Token::parse(typed).ok_or(Refused::UnknownLink)
}

fn asked_by(site: &Site, token: &Token) -> Outcome<(String, bool)> {
    let survey = site.survey(find_opt_out(site, token)?)?;
    Ok((Doorway::office(&survey, site)?.name, survey.simulated))
}
