//! The report of a closed edition as it would be published now, and its publication.

use super::waiting::show_counts;
use super::{address, heading, problem_of, tabs};
use crate::flows::Refused;
use crate::flows::make_report::make_report;
use crate::flows::publish_report::publish_report;
use crate::flows::read_results::{Results, read_results};
use crate::flows::seal_verdicts::verdicts_changed;
use crate::ids::EditionId;
use crate::language::{date, say_with};
use crate::store::publication::{Publication, PublishedFile};
use crate::web::doorway::report_address;
use crate::web::pages::{Place, TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::published::as_file;
use crate::web::staff::session::{Area, Desk, Order, done};
use crate::web::visit::page;
use crate::{print, report, report::Document, store};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The report in its preview.
#[derive(Template)]
#[template(path = "edition.html")]
struct EditionPage<'a> {
    frame: WorkplaceFrame<'a>,
    heading: String,
    tabs: Vec<Place>,
    /// What is published so far: words and address.
    published: Vec<(String, String)>,
    /// Why other verdicts are published than before, where they are.
    reason: Option<TypedField>,
    /// Whether the button that publishes is shown.
    may_publish: bool,
    secret: &'a str,
    address: String,
    document: String,
}

/// `GET /staff/editions/{id}`: while answers come in their counts, then the report in its preview.
pub async fn show(desk: Desk, edition: Path<i64>) -> HttpResponse {
    let outcome = preview(&desk, EditionId(edition.into_inner()), None).await;
    desk.visit.conclude(outcome)
}

/// `GET /staff/editions/{id}/report.pdf`: the PDF as it would be published now.
pub async fn send_pdf(desk: Desk, edition: Path<i64>) -> HttpResponse {
    let outcome = make_pdf(&desk, EditionId(edition.into_inner())).await;
    desk.visit.conclude(outcome)
}

/// `POST /staff/editions/{id}/publish`.
pub async fn publish(order: Order, edition: Path<i64>) -> HttpResponse {
    let edition = EditionId(edition.into_inner());
    let reason = order.posted.value("reason").to_owned();
    let published = order.desk.visit.block(move |site| publish_report(site, edition, &reason)).await;
    let outcome = match published {
        Ok(_) => Ok(done(&address(edition), "results-done-published")),
        Err(Problem::Refused(refused @ Refused::Invalid(..))) => preview(&order.desk, edition, Some(&refused)).await,
        Err(problem) => Err(problem),
    };
    order.desk.visit.conclude(outcome)
}

/// A report as it would be published now.
struct Made {
    results: Results,
    document: Document,
    publications: Vec<Publication>,
    /// Whether its verdicts differ from those that were published.
    changed: bool,
}

async fn make(desk: &Desk, edition: EditionId) -> Result<Made, Problem> {
    let language = desk.language.clone();
    let made = desk.visit.block(move |site| {
        let results = read_results(site, edition)?;
        let document = make_report(site, &results, &language)?;
        let publications = site.store.read(|db| store::publication::list(db, edition))?;
        Ok(Made { changed: verdicts_changed(site, &results)?, results, document, publications })
    });
    made.await
}

async fn preview(desk: &Desk, edition: EditionId, refused: Option<&Refused>) -> Result<HttpResponse, Problem> {
    if let Some(counts) = show_counts(desk, edition, "").await? {
        return Ok(counts);
    }
    let Made { results, document, publications, changed } = make(desk, edition).await?;
    let heading = heading(desk, &results.office, &results.edition);
    let published = publications.first().map(|last| {
        let values = [("number", u64::try_from(last.number).unwrap_or(1).into()), ("day", day(desk, last).into())];
        let words = say_with(&desk.language, "results-published-number", &values);
        (words, report_address(&results.office, results.edition.year))
    });
    let mut frame = desk.frame(heading.clone(), Area::Results);
    frame.simulated = results.surveys.iter().any(|survey| survey.simulated);
    let reason = changed.then(|| TypedField {
        name: "reason",
        words: desk.say("results-publish-reason"),
        kind: "text",
        hint: desk.say("results-publish-reason-hint"),
        problem: refused.map(|refused| problem_of(desk, refused, "reason")).unwrap_or_default(),
        required: true,
        ..TypedField::default()
    });
    if let Some(field) = &reason {
        frame.mend(field.name, &field.words, &field.problem);
    }
    let template = EditionPage {
        frame,
        heading,
        tabs: tabs(desk, edition, ""),
        published: published.into_iter().collect(),
        reason: reason.filter(|_| desk.may_work()),
        may_publish: desk.may_work(),
        secret: desk.secret(),
        address: address(edition),
        // The page has a first heading of its own.
        document: report::html(&document).replacen("<h1>", "<h2>", 1).replacen("</h1>", "</h2>", 1),
    };
    Ok(page(if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &template))
}

fn day(desk: &Desk, publication: &Publication) -> String {
    date(&desk.language, publication.published_on)
}

async fn make_pdf(desk: &Desk, edition: EditionId) -> Result<HttpResponse, Problem> {
    let Made { results, document, .. } = make(desk, edition).await?;
    let name = format!("report-{}.{}.pdf", results.edition.year, desk.language);
    let made = desk.visit.block(move |_| Ok(print::pdf(&document).map_err(|error| error.to_string()))).await?;
    let body = made.map_err(Problem::internal)?;
    Ok(as_file(PublishedFile { name, media_type: "application/pdf".to_owned(), body }))
}
