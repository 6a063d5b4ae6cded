//! `/staff/surveys/{id}/adjust`: what may still change while a survey is in the field.

use super::plan_page::Maker;
use super::plan_typed::{Mistake, Reader};
use super::posted::Posted;
use super::session::{Area, Desk, Order, done};
use super::surveys::{address, find};
use crate::flows::adjust_survey::adjust_survey;
use crate::flows::words::refusal_in_words;
use crate::flows::{Outcome, Refused};
use crate::language::{date, integer};
use crate::site::Site;
use crate::store::{self, survey::Adjustment, survey::Plan};
use crate::survey::{State, Survey, last_late_day};
use crate::web::pages::{TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "staff_adjust.html")]
struct AdjustPage<'a> {
    frame: WorkplaceFrame<'a>,
    survey: String,
    own: String,
    secret: &'a str,
    about: Vec<String>,
    fields: Vec<TypedField>,
    planned: TypedField,
    reason: TypedField,
}

/// `GET`: the survey as it stands.
pub async fn show(desk: Desk, survey: Path<String>) -> HttpResponse {
    let outcome = show_survey(&desk, survey.into_inner()).await;
    desk.visit.conclude(outcome)
}

/// `POST`: adjusts it, or says what is wrong; what was typed stays.
pub async fn change(order: Order, survey: Path<String>) -> HttpResponse {
    let outcome = save(&order, survey.into_inner()).await;
    order.desk.visit.conclude(outcome)
}

async fn show_survey(desk: &Desk, typed: String) -> Result<HttpResponse, Problem> {
    if !desk.may_work() {
        return Err(Refused::MayNot.into());
    }
    let (survey, plan) = desk.visit.block(move |site| in_the_field(site, &typed)).await?;
    Ok(shown(desk, &survey, &plan, &as_typed(&survey, &plan), &[], StatusCode::OK))
}

fn in_the_field(site: &Site, typed: &str) -> Outcome<(Survey, Plan)> {
    let survey = find(site, typed)?;
    match survey.state {
        State::Open | State::Collecting => {
            let plan = site.store.read(|db| store::survey::plan(db, survey.id))?;
            Ok((survey, plan))
        }
        State::Draft | State::Closed => Err(Refused::WrongState(survey.state).into()),
    }
}

async fn save(order: &Order, typed: String) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let (survey, plan) = desk.visit.block(move |site| in_the_field(site, &typed)).await?;
    let refused = |mistakes: &[Mistake]| shown(desk, &survey, &plan, posted, mistakes, StatusCode::UNPROCESSABLE_ENTITY);
    let wanted = match read(desk, posted, &survey) {
        Ok(wanted) => wanted,
        Err(mistakes) => return Ok(refused(&mistakes)),
    };
    let (id, reason) = (survey.id, posted.value("reason").to_owned());
    match desk.visit.block(move |site| adjust_survey(site, id, &wanted, &reason)).await {
        Ok(()) => Ok(done(&address(id), "staff-done-adjust")),
        Err(Problem::Refused(invalid @ Refused::Invalid(field, _))) => {
            Ok(refused(&[Mistake { field, words: refusal_in_words(&desk.language, &invalid) }]))
        }
        Err(problem) => Err(problem),
    }
}

fn read(desk: &Desk, posted: &Posted, survey: &Survey) -> Result<Adjustment, Vec<Mistake>> {
    let mut reader = Reader { posted, language: &desk.language, mistakes: Vec::new() };
    let title = reader.text("title");
    // Once answering has ended the page has no field for the last day.
    let closes_on = if survey.state == State::Open { reader.day("closes_on") } else { Some(survey.closes_on) };
    let collecting_days = reader.number("collecting_days", (0_u16, 90), Some(0));
    let planned_responses = reader.number("planned_responses", (0_u64, 1_000_000_000), Some(0));
    let wanted = || {
        Some(Adjustment {
            title,
            closes_on: closes_on?,
            collecting_days: collecting_days?,
            planned_responses: planned_responses?,
        })
    };
    match wanted() {
        Some(wanted) if reader.mistakes.is_empty() => Ok(wanted),
        _ => Err(reader.mistakes),
    }
}

fn as_typed(survey: &Survey, plan: &Plan) -> Posted {
    let fields = [
        ("title", survey.title.clone()),
        ("closes_on", survey.closes_on.to_string()),
        ("collecting_days", survey.collecting_days.to_string()),
        ("planned_responses", plan.planned_responses.to_string()),
    ];
    Posted { fields: fields.map(|(name, value)| (name.to_owned(), value)).to_vec(), files: Vec::new() }
}

fn shown(desk: &Desk, survey: &Survey, plan: &Plan, posted: &Posted, mistakes: &[Mistake], status: StatusCode) -> HttpResponse {
    let make = Maker { desk, posted, mistakes };
    let mut fields = vec![make.field("title", "text", true)];
    if survey.state == State::Open {
        fields.push(make.field("closes_on", "date", true));
    }
    fields.push(make.field("collecting_days", "text", false));
    let planned = integer(&desk.language, plan.planned_responses);
    let planned = desk.say_with("staff-adjust-planned-hint", &[("planned", planned.into())]);
    let mut frame = desk.frame(desk.say("staff-adjust-title"), Area::Surveys);
    frame.simulated = survey.simulated;
    make.summarise(&mut frame);
    let view = AdjustPage {
        frame,
        survey: survey.title.clone(),
        own: address(survey.id),
        secret: desk.secret(),
        about: about(desk, survey),
        fields,
        planned: TypedField { hint: planned, ..make.field("planned_responses", "text", false) },
        reason: make.field("reason", "text", false),
    };
    page(status, &view)
}

/// What a change does not reach.
fn about(desk: &Desk, survey: &Survey) -> Vec<String> {
    let sealed = desk.say("staff-adjust-sealed");
    let last_day = if survey.state == State::Open {
        desk.say("staff-adjust-letters")
    } else {
        let last = last_late_day(survey.closes_on, survey.collecting_days);
        let days = [survey.closes_on, last].map(|day| date(&desk.language, day));
        let [last_day, paper] = days;
        desk.say_with("staff-adjust-over", &[("day", last_day.into()), ("paper", paper.into())])
    };
    vec![sealed, last_day]
}
