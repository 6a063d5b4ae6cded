//! `/staff/charters/draft/{office}/text`: the draft as the text of a file, for who likes that better, and for files with mistakes.

use super::draft::{Drafted, gather, gather_again, seen};
use super::list::MOST_FILE_BYTES;
use super::{ALL, draft_address, office_of};
use crate::charter;
use crate::fault::Severity;
use crate::flows::words::{faults_in_words, refusal_in_words};
use crate::flows::write_charter::{DRAFT_FILE, Seen, change_charter};
use crate::flows::{Refused, thing};
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::session::{Area, Desk, Order, done};
use crate::web::typed;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "charter_text.html")]
struct TextPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    revision: String,
    text: String,
    /// What is wrong with it; the faults are told above with line and caret.
    problem: String,
    /// The text as somebody else has left it meanwhile; "" where nobody has.
    meanwhile: String,
    secret: &'a str,
}

/// `GET`: the text.
pub async fn show(desk: Desk, office: Path<String>) -> HttpResponse {
    let outcome = show_text(&desk, &office).await;
    desk.visit.conclude(outcome)
}

/// `POST`: keeps the text, with its mistakes if it has any.
pub async fn keep(order: Order, office: Path<String>) -> HttpResponse {
    let outcome = keep_text(&order, &office).await;
    order.desk.visit.conclude(outcome)
}

async fn show_text(desk: &Desk, office: &str) -> Result<HttpResponse, Problem> {
    let drafted = gather(desk, office).await?;
    let text = drafted.checked.draft.source.clone();
    Ok(shown(desk, &drafted, text, "", StatusCode::OK))
}

fn shown(desk: &Desk, drafted: &Drafted, text: String, refusal: &str, status: StatusCode) -> HttpResponse {
    let mut frame = desk.frame(desk.say("charters-text"), Area::Charters);
    let label = desk.say("charters-field-text");
    frame.mend("text", &label, refusal);
    let mut faults = charter::read(DRAFT_FILE, &text).faults;
    faults.retain(|fault| fault.severity == Severity::Error);
    frame.mend("text", &label, &faults_in_words(&desk.language, &faults));
    let draft = &drafted.checked.draft;
    let meanwhile = if refusal.is_empty() || draft.source == text { String::new() } else { draft.source.clone() };
    let view = TextPage {
        frame,
        all: ALL,
        own: draft_address(drafted.checked.office.id),
        revision: Seen::of(draft).to_string(),
        problem: match refusal {
            "" if faults.is_empty() => String::new(),
            "" => desk.say("charters-text-faulty"),
            refusal => refusal.to_owned(),
        },
        text,
        meanwhile,
        secret: desk.secret(),
    };
    page(status, &view)
}

async fn keep_text(order: &Order, typed: &str) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let (office, revision) = (office_of(desk, typed)?, seen(posted));
    let text = as_file(typed::first(&posted.fields, "text").unwrap_or_default());
    if text.len() > MOST_FILE_BYTES {
        let drafted = gather(desk, typed).await?;
        return Ok(shown(desk, &drafted, text, &desk.say("staff-file-too-large"), StatusCode::UNPROCESSABLE_ENTITY));
    }
    let written = text.clone();
    match desk.visit.block(move |site| change_charter(site, office, &revision, &written)).await {
        Ok(()) if charter::parse(DRAFT_FILE, &text).is_ok() => Ok(done(&draft_address(office), "staff-done-charter-kept")),
        // It is kept, and cannot be adopted before it is mended.
        Ok(()) => {
            let drafted = gather(desk, typed).await?;
            Ok(shown(desk, &drafted, text, "", StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(Problem::Refused(Refused::NotThere(thing::CHARTER_DRAFT))) => {
            let (drafted, _) = gather_again(desk, typed, Some(text.clone())).await?;
            Ok(shown(desk, &drafted, text, &desk.say("refused-charter-ended"), StatusCode::CONFLICT))
        }
        Err(Problem::Refused(why @ Refused::Invalid(..))) => {
            let drafted = gather(desk, typed).await?;
            let words = refusal_in_words(&desk.language, &why);
            Ok(shown(desk, &drafted, text, &words, StatusCode::CONFLICT))
        }
        Err(problem) => Err(problem),
    }
}

/// A browser sends a text field with other ends of line than the file had.
fn as_file(typed: &str) -> String {
    let mut text = typed.replace("\r\n", "\n");
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}
