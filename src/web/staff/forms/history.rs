//! `.../history`: every step of a draft, and the way back to each.

use super::instead::{Shown, conclude};
use super::{ALL, draft_address, gather, number_of};
use crate::flows::design_form::{list_steps, restore_design};
use crate::language::say_with;
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::session::{Area, Desk, Order, done};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// How many steps are listed.
const MOST: i64 = 300;

/// The page.
#[derive(Template)]
#[template(path = "form_history.html")]
struct HistoryPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    revision: i32,
    steps: Vec<Row>,
    secret: &'a str,
}

struct Row {
    revision: i32,
    what: String,
    about: String,
    by: String,
    at: String,
    now: bool,
}

/// `GET`.
pub async fn show(desk: Desk, draft: Path<String>) -> HttpResponse {
    let outcome = show_steps(&desk, &draft, None).await;
    conclude(&desk, outcome)
}

async fn show_steps(desk: &Desk, draft: &str, refused: Option<String>) -> Shown {
    let designed = gather(desk, draft).await?;
    let id = designed.draft.id;
    let steps = desk.visit.block(move |site| list_steps(site, id, MOST)).await?;
    let language = &desk.language;
    let row = |step: crate::store::form_draft::Step| {
        let local = desk.visit.site.clock.local(step.at);
        let is_number = matches!(step.what.as_str(), "undone" | "restored");
        let values = [("number", step.about.clone().into())];
        Row {
            revision: step.revision,
            what: say_with(language, &format!("forms-step-{}", step.what), &values),
            about: if is_number { String::new() } else { step.about },
            by: step.by,
            at: format!("{}, {}", crate::language::date(language, local.date()), local.format("%H:%M")),
            now: step.revision == designed.draft.revision,
        }
    };
    let mut frame = desk.frame(desk.say("forms-history"), Area::Forms);
    let status = if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    if let Some(words) = refused {
        frame.mend("steps", &desk.say("forms-history"), &words);
    }
    let shown = HistoryPage {
        frame,
        all: ALL,
        own: draft_address(id),
        revision: designed.draft.revision,
        steps: steps.into_iter().map(row).collect(),
        secret: desk.secret(),
    };
    Ok(page(status, &shown))
}

/// `POST`: brings a state back.
pub async fn restore(order: Order, draft: Path<String>) -> HttpResponse {
    let outcome = restore_it(&order, &draft).await;
    conclude(&order.desk, outcome)
}

async fn restore_it(order: &Order, draft: &str) -> Shown {
    let Order { desk, posted } = order;
    let id = number_of(desk, draft)?;
    let number = |field: &str| posted.value(field).parse().unwrap_or(0);
    let (by, seen, to) = (desk.session.account.id, number("revision"), number("to"));
    match desk.visit.block(move |site| restore_design(site, id, by, seen, to)).await {
        Ok(()) => Ok(done(&draft_address(id), "staff-done-form-restored")),
        Err(Problem::Refused(why @ crate::flows::Refused::Invalid(..))) => {
            let words = crate::flows::words::refusal_in_words(&desk.language, &why);
            show_steps(desk, draft, Some(words)).await
        }
        Err(problem) => Err(problem.into()),
    }
}
