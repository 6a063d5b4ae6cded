//! An edition's results on the staff's pages: the report before it is published, comments, figures keyed in, actions.

mod actions;
mod comments;
mod edition;
mod figures;
mod planner;
mod registers;
mod waiting;
mod year_contacts;

use super::session::{Area, Desk, Order};
use crate::flows::words::refusal_in_words;
use crate::flows::{Outcome, Refused, Stop, thing};
use crate::ids::EditionId;
use crate::language::{read_number, read_whole, say_with};
use crate::office::Office;
use crate::site::Site;
use crate::store::{self, StoreError};
use crate::survey::{Edition, State};
use crate::web::doorway::report_address;
use crate::web::pages::{Place, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::routes::{button_at, form_at, page_at};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::ServiceConfig;
use askama::Template;

/// Puts the addresses of results in their place.
pub fn routes(config: &mut ServiceConfig) {
    let own = |rest: &str| format!("/staff/editions/{{edition}}{rest}");
    config
        .service(page_at("/staff/results", show))
        .service(page_at(&own(""), edition::show))
        .service(page_at(&own("/report.pdf"), edition::send_pdf))
        .service(button_at(&own("/publish"), (1, ""), edition::publish))
        .service(form_at(&own("/comments"), comments::show, comments::decide))
        .service(form_at(&own("/figures"), figures::show, figures::record))
        .service(form_at(&own("/registers/{standard}"), registers::show, registers::receive))
        .service(form_at(&own("/contacts"), year_contacts::show, year_contacts::receive))
        .service(button_at(&own("/past"), (1, "/figures"), figures::record_past))
        .service(form_at(&own("/actions"), actions::show, actions::promise))
        .service(button_at(&own("/causes"), (1, "/actions"), actions::record_cause))
        .service(button_at(&own("/outcomes"), (1, "/actions"), actions::conclude));
}

/// The list of years.
#[derive(Template)]
#[template(path = "results.html")]
struct ResultsPage<'a> {
    frame: WorkplaceFrame<'a>,
    years: Vec<Year>,
}

/// One year of an office.
struct Year {
    words: String,
    address: String,
    /// The published report; "" for none.
    published: String,
}

/// `GET /staff/results`: the years in which a survey was opened.
async fn show(desk: Desk) -> HttpResponse {
    let outcome = list_years(&desk).await;
    desk.visit.conclude(outcome)
}

async fn list_years(desk: &Desk) -> Result<HttpResponse, Problem> {
    let found = desk.visit.block(|site| Ok(site.store.read(years_with_surveys)?)).await?;
    let frame = desk.frame(desk.say("staff-results"), Area::Results);
    let years = found.into_iter().map(|(office, edition, published)| Year {
        words: heading(desk, &office, &edition),
        address: address(edition.id),
        published: if published { report_address(&office, edition.year) } else { String::new() },
    });
    let years = years.collect();
    Ok(page(StatusCode::OK, &ResultsPage { frame, years }))
}

fn years_with_surveys(db: &mut store::Database) -> Result<Vec<(Office, Edition, bool)>, StoreError> {
    let mut found = Vec::new();
    for office in store::office::list(db)? {
        for edition in store::edition::list(db, office.id)? {
            if store::survey::list_of(db, edition.id)?.iter().any(|survey| survey.state != State::Draft) {
                let published = !store::publication::list(db, edition.id)?.is_empty();
                found.push((office.clone(), edition, published));
            }
        }
    }
    found.sort_by_key(|(_, edition, _)| std::cmp::Reverse(edition.year));
    Ok(found)
}

/// Where an edition's pages begin.
fn address(edition: EditionId) -> String {
    format!("/staff/editions/{edition}")
}

fn heading(desk: &Desk, office: &Office, edition: &Edition) -> String {
    let values = [("office", office.name.as_str().into()), ("year", edition.year.to_string().into())];
    say_with(&desk.language, "results-of", &values)
}

/// The pages of an edition, the current one marked by its last word.
fn tabs(desk: &Desk, edition: EditionId, current: &str) -> Vec<Place> {
    let tab = |rest: &str| Place {
        words: desk.say(&format!("results-tab{}", rest.replace('/', "-"))),
        address: format!("{}{rest}", address(edition)),
        current: rest == current,
    };
    vec![tab(""), tab("/comments"), tab("/figures"), tab("/contacts"), tab("/actions")]
}

/// The edition of a number, with its office; an unknown number is a page that is not there.
fn find_edition(site: &Site, id: EditionId) -> Outcome<(Office, Edition)> {
    let found = site.store.read(|db| {
        let edition = store::edition::find(db, id)?;
        Ok((store::office::find(db, edition.office)?, edition))
    });
    found.map_err(|error| match error {
        StoreError::NotFound => Refused::NotThere(thing::EDITION).into(),
        error => Stop::from(error),
    })
}

/// What a refusal says of a field; "" for nothing.
fn problem_of(desk: &Desk, refused: &Refused, name: &str) -> String {
    match refused {
        Refused::Invalid(field, _) if *field == name => refusal_in_words(&desk.language, refused),
        _ => String::new(),
    }
}

/// The number in a field, as the reader's language writes it; `None` for an empty one.
fn number(order: &Order, field: &'static str) -> Result<Option<f64>, Refused> {
    let typed = order.posted.value(field);
    let read = || read_number(&order.desk.language, typed).ok_or(Refused::Invalid(field, "results-no-number"));
    if typed.is_empty() { Ok(None) } else { read().map(Some) }
}

/// The whole number in a field; `None` for an empty one.
fn whole(order: &Order, field: &'static str) -> Result<Option<u64>, Refused> {
    let typed = order.posted.value(field);
    let read = || read_whole(&order.desk.language, typed).ok_or(Refused::Invalid(field, "results-no-whole-number"));
    if typed.is_empty() { Ok(None) } else { read().map(Some) }
}

#[cfg(test)]
mod tests;
