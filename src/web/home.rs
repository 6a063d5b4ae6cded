//! `/`: what this is, and the surveys open to everybody.

use super::doorway::report_address;
use super::pages::{HomePage, OpenSurvey, Wording};
use super::problem::Problem;
use super::visit::{Visit, page};
use crate::flows::Outcome;
use crate::language::{Argument, date, say, say_with};
use crate::office::Office;
use crate::site::{FormVersion, Site};
use crate::store;
use crate::survey::{Channel, Door, State, Survey};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use std::sync::Arc;

/// The first page.
pub async fn show(visit: Visit) -> HttpResponse {
    let outcome = show_open(&visit).await;
    visit.conclude(outcome)
}

async fn show_open(visit: &Visit) -> Result<HttpResponse, Problem> {
    let (open, published) = visit.block(|site| Ok((open_to_everybody(site)?, published(site)?))).await?;
    let language = visit.own_language();
    let mut frame = visit.frame(&language, say(&language, "citizen-home-title"));
    frame.indexable = true;
    frame.simulated |= open.iter().any(|(survey, _)| survey.simulated);
    let surveys = open.iter().map(|(survey, version)| {
        let form = &version.form;
        let minutes = say_with(&language, "citizen-minutes", &[("count", Argument::Count(form.minutes.into()))]);
        let day = date(&language, survey.closes_on);
        OpenSurvey {
            title: Wording::of(&form.title, &language, form.fallback()),
            address: format!("/q/{}", survey.code),
            details: say_with(&language, "citizen-home-survey", &[("minutes", minutes.into()), ("day", day.into())]),
        }
    });
    let surveys = surveys.collect();
    let reports = published.iter().map(|(office, year)| {
        let values = [("office", office.name.as_str().into()), ("year", year.to_string().into())];
        (say_with(&language, "citizen-report-of", &values), report_address(office, *year))
    });
    let reports = reports.collect();
    Ok(page(StatusCode::OK, &HomePage { frame, surveys, reports }))
}

fn open_to_everybody(site: &Site) -> Outcome<Vec<(Survey, Arc<FormVersion>)>> {
    let today = site.clock.today();
    let mut open = Vec::new();
    for survey in site.store.read(|db| store::survey::list_in(db, State::Open))? {
        if survey.admits(Door::Now(Channel::Web), today).is_ok() {
            let version = site.form_version(survey.form_version)?;
            open.push((survey, version));
        }
    }
    Ok(open)
}

/// The offices and years with a published report, the newest year first.
fn published(site: &Site) -> Outcome<Vec<(Office, i32)>> {
    let found = site.store.read(|db| {
        let mut found = Vec::new();
        for office in store::office::list(db)? {
            for edition in store::edition::list(db, office.id)? {
                if !store::publication::list(db, edition.id)?.is_empty() {
                    found.push((office.clone(), edition.year));
                }
            }
        }
        Ok(found)
    });
    let mut found = found?;
    found.sort_by_key(|(_, year)| std::cmp::Reverse(*year));
    Ok(found)
}
