//! `/staff/surveys/{id}/{step}`: what cannot be undone is said first, then done: opening, stopping, closing, forgetting contacts.

use super::session::{Area, Desk, Order, done, done_with_count};
use super::surveys::{address, find};
use crate::flows::close_survey::{close_survey, stop_survey};
use crate::flows::forget_contacts::{forget_contacts, forgotten_on};
use crate::flows::open_survey::open_survey;
use crate::flows::{Outcome, Refused};
use crate::language::date;
use crate::site::Site;
use crate::store::{self, survey::Plan};
use crate::survey::{State, Survey, WrongState, last_late_day};
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// What can be done with a survey once it was asked whether it should.
#[derive(Clone, Copy)]
enum Step {
    Open,
    Stop,
    Close,
    Forget,
}

impl Step {
    fn parse(typed: &str) -> Option<(Self, &'static str)> {
        match typed {
            "open" => Some((Self::Open, "open")),
            "stop" => Some((Self::Stop, "stop")),
            "close" => Some((Self::Close, "close")),
            "forget" => Some((Self::Forget, "forget")),
            _ => None,
        }
    }

    fn check(self, state: State) -> Result<(), Refused> {
        let next = match self {
            Self::Open => state.open(),
            Self::Stop => state.stop(),
            Self::Close => state.close(),
            // The contacts of a closed survey; its state stays.
            Self::Forget if state == State::Closed => Ok(state),
            Self::Forget => Err(WrongState { state }),
        };
        next.map(|_| ()).map_err(|wrong| Refused::WrongState(wrong.state))
    }

    /// Takes the step; how many contacts it deleted.
    fn take(self, site: &Site, typed: &str) -> Outcome<usize> {
        let survey = find(site, typed)?.id;
        match self {
            Self::Open => open_survey(site, survey).map(|()| 0),
            Self::Stop => stop_survey(site, survey).map(|()| 0),
            Self::Close => close_survey(site, survey).map(|()| 0),
            Self::Forget => forget_contacts(site, survey),
        }
    }
}

/// Says what will happen before it does.
#[derive(Template)]
#[template(path = "staff_confirm.html")]
struct ConfirmPage<'a> {
    frame: WorkplaceFrame<'a>,
    survey: String,
    consequences: Vec<String>,
    button: String,
    action: String,
    back: String,
    secret: &'a str,
}

/// `GET`: says what the step will do.
pub async fn confirm(desk: Desk, path: Path<(String, String)>) -> HttpResponse {
    let (typed, step) = path.into_inner();
    let outcome = ask(&desk, typed, &step).await;
    desk.visit.conclude(outcome)
}

async fn ask(desk: &Desk, typed: String, step: &str) -> Result<HttpResponse, Problem> {
    let (step, name) = Step::parse(step).ok_or(Problem::NoPage)?;
    if !desk.may_work() {
        return Err(Refused::MayNot.into());
    }
    let (survey, plan, contacts) = desk.visit.block(move |site| gather(site, &typed)).await?;
    step.check(survey.state)?;
    if matches!(step, Step::Forget) && contacts == 0 {
        return Err(Problem::NoPage);
    }
    let forgotten_on = forgotten_on(&desk.visit.site, plan.closed_on.unwrap_or(survey.closes_on));
    let today = desk.visit.site.clock.today();
    let values = [
        ("from", date(&desk.language, survey.opens_on).into()),
        ("by", date(&desk.language, forgotten_on).into()),
        ("paper", date(&desk.language, last_late_day(survey.ended_on(today), survey.collecting_days)).into()),
        ("count", contacts.into()),
    ];
    let said = |key: String| desk.say_with(&key, &values);
    let own = address(survey.id);
    let mut frame = desk.frame(desk.say(&format!("staff-{name}-question")), Area::Surveys);
    frame.simulated = survey.simulated;
    let shown = ConfirmPage {
        frame,
        survey: survey.title.clone(),
        consequences: (1..=3).map(|number| said(format!("staff-{name}-consequence-{number}"))).collect(),
        button: desk.say(&format!("staff-{name}-button")),
        action: format!("{own}/{name}"),
        back: own,
        secret: desk.secret(),
    };
    Ok(page(StatusCode::OK, &shown))
}

fn gather(site: &Site, typed: &str) -> Outcome<(Survey, Plan, u64)> {
    let survey = find(site, typed)?;
    let (plan, contacts) =
        site.store.read(|db| Ok((store::survey::plan(db, survey.id)?, store::contact::count(db, survey.id)?)))?;
    Ok((survey, plan, contacts))
}

/// `POST`: opens, stops or closes, or forgets the contacts.
pub async fn change(order: Order, path: Path<(String, String)>) -> HttpResponse {
    let (typed, step) = path.into_inner();
    let Some((step, name)) = Step::parse(&step) else { return Problem::NoPage.page(&order.desk.visit) };
    let own = format!("/staff/surveys/{typed}");
    let changed = order.desk.visit.block(move |site| step.take(site, &typed)).await;
    order.desk.visit.conclude(changed.map(|count| match step {
        Step::Forget => done_with_count(&own, "staff-done-forget", u64::try_from(count).unwrap_or(u64::MAX)),
        Step::Open | Step::Stop | Step::Close => done(&own, &format!("staff-done-{name}")),
    }))
}
