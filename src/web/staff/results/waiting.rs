//! An edition's page while answers come in: how many, and nothing of what they say.

use super::{heading, tabs};
use crate::flows::read_results::{Outline, read_outline};
use crate::ids::EditionId;
use crate::language::{date, integer};
use crate::store;
use crate::survey::Survey;
use crate::web::pages::{Place, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::staff::session::{Area, Desk};
use crate::web::staff::surveys;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "waiting.html")]
struct WaitingPage<'a> {
    frame: WorkplaceFrame<'a>,
    heading: String,
    tabs: Vec<Place>,
    surveys: Vec<Counted>,
}

/// How far a survey got.
struct Counted {
    title: String,
    address: String,
    state: String,
    responses: String,
    planned: String,
    last_day: String,
}

/// The page of an edition whose surveys take answers; `None` once all are closed. `tab` is the last word of the address.
pub async fn show_counts(desk: &Desk, edition: EditionId, tab: &str) -> Result<Option<HttpResponse>, Problem> {
    let gathered = desk.visit.block(move |site| {
        let outline = read_outline(site, edition)?;
        let counts = site.store.read(|db| {
            let count = |survey: &Survey| {
                Ok((store::response::count(db, survey.id)?, store::survey::plan(db, survey.id)?.planned_responses))
            };
            outline.surveys.iter().map(count).collect::<Result<Vec<_>, store::StoreError>>()
        })?;
        Ok((outline, counts))
    });
    let (outline, counts) = gathered.await?;
    if !outline.takes_answers() {
        return Ok(None);
    }
    let surveys = outline.surveys.iter().zip(counts).map(|(survey, counts)| counted(desk, survey, counts)).collect();
    let shown =
        WaitingPage { frame: frame(desk, &outline), heading: head(desk, &outline), tabs: tabs(desk, edition, tab), surveys };
    Ok(Some(page(StatusCode::OK, &shown)))
}

fn head(desk: &Desk, outline: &Outline) -> String {
    heading(desk, &outline.office, &outline.edition)
}

fn frame<'a>(desk: &'a Desk, outline: &Outline) -> WorkplaceFrame<'a> {
    let mut frame = desk.frame(head(desk, outline), Area::Results);
    frame.simulated = outline.simulated();
    frame
}

fn counted(desk: &Desk, survey: &Survey, (responses, planned): (u64, u64)) -> Counted {
    let language = &desk.language;
    Counted {
        title: survey.title.clone(),
        address: surveys::address(survey.id),
        state: desk.say(&format!("state-{}", survey.state.code())),
        responses: integer(language, responses),
        planned: if planned > 0 { integer(language, planned) } else { "–".to_owned() },
        last_day: date(language, survey.closes_on),
    }
}
