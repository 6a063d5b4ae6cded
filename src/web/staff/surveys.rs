//! `/staff`: every survey by year, where it stands and what is to be done next.

use super::reports::link;
use super::session::{Area, Desk};
use crate::flows::settle_reports::count_waiting;
use crate::flows::{Outcome, Refused, Stop, thing};
use crate::ids::SurveyId;
use crate::language::{Argument, date, integer};
use crate::office::Office;
use crate::site::Site;
use crate::store::{self, StoreError};
use crate::survey::{Edition, State, Survey};
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use chrono::Datelike;

/// The page.
#[derive(Template)]
#[template(path = "staff_surveys.html")]
struct SurveysPage<'a> {
    frame: WorkplaceFrame<'a>,
    years: Vec<Year>,
    may_work: bool,
    secret: &'a str,
    last_year: Option<(String, String)>,
    /// The words that lead to the messages that wait for a person; "" where none does.
    reports: String,
}

struct Year {
    year: i32,
    rows: Vec<Row>,
}

struct Row {
    title: String,
    office: String,
    address: String,
    state: &'static str,
    state_words: String,
    days: String,
    count: String,
    planned: String,
    progress: Option<(u64, u64)>,
    next: String,
    simulated: bool,
}

struct Listed {
    survey: Survey,
    edition: Edition,
    office: Office,
    count: u64,
    planned: u64,
    published: bool,
}

/// `GET`: the list.
pub async fn show(desk: Desk) -> HttpResponse {
    let outcome = show_list(&desk).await;
    desk.visit.conclude(outcome)
}

async fn show_list(desk: &Desk) -> Result<HttpResponse, Problem> {
    let (listed, reports) = desk.visit.block(|site| Ok((list(site)?, count_waiting(site)?))).await?;
    let this_year = desk.visit.site.clock.today().year();
    let last = listed.iter().find(|one| one.edition.year == this_year - 1);
    let is_planned = listed.iter().any(|one| one.edition.year == this_year);
    let last_year = last.filter(|_| !is_planned && desk.may_work()).map(|one| {
        let words = desk.say_with("staff-duplicate-last-year", &[("year", (this_year - 1).to_string().into())]);
        (format!("/staff/surveys/{}/duplicate", one.survey.id), words)
    });
    let mut years: Vec<Year> = Vec::new();
    for one in &listed {
        let row = row(desk, one);
        match years.last_mut().filter(|year| year.year == one.edition.year) {
            Some(year) => year.rows.push(row),
            None => years.push(Year { year: one.edition.year, rows: vec![row] }),
        }
    }
    let frame = desk.frame(desk.say("staff-surveys"), Area::Surveys);
    let shown =
        SurveysPage { frame, years, may_work: desk.may_work(), secret: desk.secret(), last_year, reports: link(desk, reports) };
    Ok(page(StatusCode::OK, &shown))
}

fn list(site: &Site) -> Outcome<Vec<Listed>> {
    Ok(site.store.read(|db| {
        let mut listed = Vec::new();
        for (survey, count) in store::survey::list_with_counts(db)? {
            let edition = store::edition::find(db, survey.edition)?;
            let office = store::office::find(db, edition.office)?;
            let planned = store::survey::plan(db, survey.id)?.planned_responses;
            let published = !store::publication::list(db, edition.id)?.is_empty();
            listed.push(Listed { survey, edition, office, count, planned, published });
        }
        Ok(listed)
    })?)
}

fn row(desk: &Desk, one: &Listed) -> Row {
    let survey = &one.survey;
    let language = &desk.language;
    Row {
        title: survey.title.clone(),
        office: one.office.name.clone(),
        address: address(survey.id),
        state: survey.state.code(),
        state_words: desk.say(&format!("state-{}", survey.state.code())),
        days: days(desk, survey),
        count: integer(language, one.count),
        planned: if one.planned > 0 { integer(language, one.planned) } else { String::new() },
        progress: (one.planned > 0).then(|| (one.count.min(one.planned), one.planned)),
        next: next_step(desk, survey, one.published),
        simulated: survey.simulated,
    }
}

/// The page of a survey.
pub(super) fn address(survey: SurveyId) -> String {
    format!("/staff/surveys/{survey}")
}

/// From its first day to its last in words.
pub(super) fn days(desk: &Desk, survey: &Survey) -> String {
    let day = |day| Argument::from(date(&desk.language, day));
    desk.say_with("staff-days", &[("from", day(survey.opens_on)), ("to", day(survey.closes_on))])
}

/// What is to be done next with a survey; `published` where its year has a published report.
pub(super) fn next_step(desk: &Desk, survey: &Survey, published: bool) -> String {
    let today = desk.visit.site.clock.today();
    let key = match survey.state {
        State::Draft => "staff-next-draft",
        State::Open if today < survey.opens_on => "staff-next-early",
        State::Open => "staff-next-open",
        State::Collecting => "staff-next-collecting",
        State::Closed if published => "staff-next-published",
        State::Closed => "staff-next-closed",
    };
    let day = |day| Argument::from(date(&desk.language, day));
    desk.say_with(key, &[("from", day(survey.opens_on)), ("to", day(survey.closes_on))])
}

/// The survey of a number in an address.
///
/// # Errors
/// Refused when there is none.
pub(super) fn find(site: &Site, typed: &str) -> Outcome<Survey> {
    let id = typed.parse().map_err(|_| Refused::NotThere(thing::SURVEY))?;
    site.survey(SurveyId(id)).map_err(|error| match error {
        StoreError::NotFound => Refused::NotThere(thing::SURVEY).into(),
        other => Stop::from(other),
    })
}
