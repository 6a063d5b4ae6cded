//! What is answered instead of the page that was asked for: a problem; or, where a draft or a part of it is gone, the way on with
//! everything that was typed.

use super::{ALL, carried, draft_address};
use crate::flows::Refused;
use crate::flows::design_form::Designed;
use crate::ids::FormVersionId;
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Area, Desk, see};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

/// What is answered instead.
pub(super) enum Instead {
    Problem(Problem),
    Page(Box<HttpResponse>),
}

/// How a page of the designer ends.
pub(super) type Shown = Result<HttpResponse, Instead>;

impl From<Problem> for Instead {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<Refused> for Instead {
    fn from(refused: Refused) -> Self {
        Self::Problem(refused.into())
    }
}

/// The page, or what is answered instead of it.
pub(super) fn conclude(desk: &Desk, outcome: Shown) -> HttpResponse {
    outcome.unwrap_or_else(|instead| match instead {
        Instead::Problem(problem) => problem.page(&desk.visit),
        Instead::Page(shown) => *shown,
    })
}

/// The page.
#[derive(Template)]
#[template(path = "form_typed.html")]
struct TypedPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    what: String,
    /// Where to go on: address and words.
    way: (String, String),
    /// The version that the draft became, where another draft can begin.
    version: Option<FormVersionId>,
    /// What was typed: label and value.
    lines: Vec<(String, String)>,
    secret: &'a str,
}

/// A draft that became a version meanwhile: whoever only reads is led to it; who typed sees that, and what they typed.
pub(super) async fn published(desk: &Desk, version: FormVersionId) -> Instead {
    let address = format!("{ALL}/{version}");
    if desk.visit.reads {
        return Instead::Page(Box::new(see(&address)));
    }
    let way = (address, desk.say("forms-to-version"));
    typed(desk, desk.say(crate::flows::design_form::PUBLISHED), way, Some(version)).await
}

/// A part of a draft that somebody took away: the key says which.
pub(super) async fn gone(desk: &Desk, designed: &Designed, key: &str) -> Instead {
    if desk.visit.reads {
        return Problem::NoPage.into();
    }
    typed(desk, desk.say(key), (draft_address(designed.draft.id), desk.say("forms-back-to-draft")), None).await
}

async fn typed(desk: &Desk, what: String, way: (String, String), version: Option<FormVersionId>) -> Instead {
    let posted = Posted { fields: desk.visit.typed.clone(), files: Vec::new() };
    let (address, language) = (desk.visit.path.clone(), desk.language.clone());
    let lines = desk.visit.block(move |site| carried::lines(site, &address, &posted, &language)).await;
    let lines = match lines {
        Ok(lines) => lines,
        Err(problem) => return problem.into(),
    };
    let mut frame = desk.frame(desk.say("forms-draft"), Area::Forms);
    frame.mend("typed", &desk.say("forms-draft"), &what);
    let shown = TypedPage { frame, all: ALL, what, way, version, lines, secret: desk.secret() };
    Instead::Page(Box::new(page(StatusCode::CONFLICT, &shown)))
}
