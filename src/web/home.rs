//! `/`: what this is, and the surveys open to everybody.

use super::pages::{HomePage, OpenSurvey};
use super::problem::Problem;
use super::visit::{Visit, page};
use crate::language::{Argument, date, say, say_with};
use crate::site::FormVersion;
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
    let open: Vec<(Survey, Arc<FormVersion>)> = visit
        .block(|site| {
            let today = site.clock.today();
            let mut open = Vec::new();
            for survey in site.store.read(|db| store::survey::list_in(db, State::Open))? {
                if survey.admits(Door::Now(Channel::Web), today).is_ok() {
                    let version = site.form_version(survey.form_version)?;
                    open.push((survey, version));
                }
            }
            Ok(open)
        })
        .await?;
    let language = visit.own_language();
    let mut frame = visit.frame(&language, say(&language, "citizen-home-title"));
    frame.simulated = open.iter().any(|(survey, _)| survey.simulated);
    let surveys = open.iter().map(|(survey, version)| {
        let form = &version.form;
        let minutes = say_with(&language, "citizen-minutes", &[("count", Argument::Count(form.minutes.into()))]);
        let day = date(&language, survey.closes_on);
        OpenSurvey {
            title: form.title.get(&language, form.fallback()).to_owned(),
            address: format!("/q/{}", survey.code),
            details: say_with(&language, "citizen-home-survey", &[("minutes", minutes.into()), ("day", day.into())]),
        }
    });
    let surveys = surveys.collect();
    Ok(page(StatusCode::OK, &HomePage { frame, surveys, reports: Vec::new() }))
}
