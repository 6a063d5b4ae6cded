//! `/staff/surveys/{id}/adjust`: what may still change while a survey is in the field.

use super::plan_page::{Maker, adopted_charters};
use super::plan_typed::{Mistake, Reader};
use super::posted::Posted;
use super::session::{Area, Desk, Order, done};
use super::surveys::{address, find};
use crate::flows::adjust_survey::adjust_survey;
use crate::flows::words::refusal_in_words;
use crate::flows::{Outcome, Refused};
use crate::ids::CharterId;
use crate::language::{date, integer};
use crate::site::Site;
use crate::store::{self, survey::Adjustment, survey::Plan};
use crate::survey::{State, Survey, last_late_day};
use crate::text::Language;
use crate::web::pages::{TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::typed;
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
    /// What was sealed: the charter, the weighting, the threshold, the planned responses.
    charter: TypedField,
    weighting: TypedField,
    sealed: Vec<TypedField>,
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
    let language = desk.language.clone();
    let field = desk.visit.block(move |site| in_the_field(site, &typed, &language)).await?;
    Ok(shown(desk, &field, &as_typed(&field), &[], StatusCode::OK))
}

/// A survey that takes answers, with what was agreed for it and the charters that its office has.
struct InTheField {
    survey: Survey,
    plan: Plan,
    charters: Vec<(String, String)>,
}

fn in_the_field(site: &Site, typed: &str, language: &Language) -> Outcome<InTheField> {
    let survey = find(site, typed)?;
    match survey.state {
        State::Open | State::Collecting => {
            let (plan, office) = site
                .store
                .read(|db| Ok((store::survey::plan(db, survey.id)?, store::edition::find(db, survey.edition)?.office)))?;
            Ok(InTheField { charters: adopted_charters(site, language, Some(office))?, survey, plan })
        }
        State::Draft | State::Closed => Err(Refused::WrongState(survey.state).into()),
    }
}

async fn save(order: &Order, typed: String) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let language = desk.language.clone();
    let field = desk.visit.block(move |site| in_the_field(site, &typed, &language)).await?;
    let refused = |mistakes: &[Mistake]| shown(desk, &field, posted, mistakes, StatusCode::UNPROCESSABLE_ENTITY);
    let wanted = match read(desk, posted, &field) {
        Ok(wanted) => wanted,
        Err(mistakes) => return Ok(refused(&mistakes)),
    };
    let (id, reason) = (field.survey.id, posted.value("reason").to_owned());
    match desk.visit.block(move |site| adjust_survey(site, id, &wanted, &reason)).await {
        Ok(()) => Ok(done(&address(id), "staff-done-adjust")),
        Err(Problem::Refused(invalid @ Refused::Invalid(field, _))) => {
            Ok(refused(&[Mistake { field, words: refusal_in_words(&desk.language, &invalid) }]))
        }
        Err(problem) => Err(problem),
    }
}

fn read(desk: &Desk, posted: &Posted, InTheField { survey, plan, .. }: &InTheField) -> Result<Adjustment, Vec<Mistake>> {
    let mut reader = Reader { posted, language: &desk.language, mistakes: Vec::new() };
    let title = reader.text("title");
    // Once answering has ended the page has no field for the last day.
    let closes_on = if survey.state == State::Open { reader.day("closes_on") } else { Some(survey.closes_on) };
    let collecting_days = reader.number("collecting_days", (0_u16, 90), Some(0));
    let planned_responses = reader.number("planned_responses", (0_u64, 1_000_000_000), Some(0));
    let privacy_threshold = reader.number("privacy_threshold", (3_u32, 100), Some(plan.privacy_threshold));
    // What was not sent stays as it was agreed.
    let sent = |field: &str| typed::first(&posted.fields, field).is_some();
    let weighting = if sent("weighting") { reader.weighting() } else { plan.weighting };
    let chosen = posted.value("charter").strip_prefix("version:").and_then(|id| id.parse().ok()).map(CharterId);
    let charter = if sent("charter") { chosen } else { plan.charter };
    let wanted = || {
        Some(Adjustment {
            title,
            closes_on: closes_on?,
            collecting_days: collecting_days?,
            charter,
            weighting,
            privacy_threshold: privacy_threshold?,
            planned_responses: planned_responses?,
        })
    };
    match wanted() {
        Some(wanted) if reader.mistakes.is_empty() => Ok(wanted),
        _ => Err(reader.mistakes),
    }
}

fn as_typed(InTheField { survey, plan, .. }: &InTheField) -> Posted {
    let fields = [
        ("charter", plan.charter.map(|charter| format!("version:{charter}")).unwrap_or_default()),
        ("weighting", plan.weighting.code().to_owned()),
        ("privacy_threshold", plan.privacy_threshold.to_string()),
        ("title", survey.title.clone()),
        ("closes_on", survey.closes_on.to_string()),
        ("collecting_days", survey.collecting_days.to_string()),
        ("planned_responses", plan.planned_responses.to_string()),
    ];
    Posted { fields: fields.map(|(name, value)| (name.to_owned(), value)).to_vec(), files: Vec::new() }
}

fn shown(desk: &Desk, field: &InTheField, posted: &Posted, mistakes: &[Mistake], status: StatusCode) -> HttpResponse {
    let InTheField { survey, plan, charters } = field;
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
        charter: make.choice("charter", charters),
        weighting: make.weighting(),
        sealed: vec![
            make.field("privacy_threshold", "text", true),
            TypedField { hint: planned, ..make.field("planned_responses", "text", false) },
        ],
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
