//! `/staff/surveys/new` and `/staff/surveys/{id}/edit`: planning a survey. Whatever is wrong, everything typed stays.

use super::charters::in_force;
use super::plan_choice::{Chosen, keep_charter, keep_form, look_at};
use super::plan_contacts::known_contacts;
use super::plan_page::{Choices, PlanPage, choices};
use super::plan_typed::{GROUP_FIELD, GROUP_QUESTION, Mistake, Office, Typed, keep_files, read, universe_field};
use super::posted::Posted;
use super::session::{Desk, Order, done};
use super::surveys::{address, find};
use crate::flows::plan_survey::{change_plan, edition_of, found_office, plan_survey};
use crate::flows::words::refusal_in_words;
use crate::flows::{Outcome, Refused, Stop};
use crate::ids::{CharterId, SurveyId};
use crate::site::Site;
use crate::store;
use crate::survey::{Channel, State};
use crate::text::Language;
use crate::web::problem::Problem;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use chrono::{Datelike, Days, NaiveDate};

/// `GET`: an empty plan with what is usual.
pub async fn new(desk: Desk) -> HttpResponse {
    let outcome = if desk.may_work() { show_new(&desk).await } else { Err(Refused::MayNot.into()) };
    desk.visit.conclude(outcome)
}

/// What is usual, with what the office has: the contacts on record and the charter in force.
async fn show_new(desk: &Desk) -> Result<HttpResponse, Problem> {
    let today = desk.visit.site.clock.today();
    let mut posted = usual(today, desk);
    let typed = posted.without_files();
    let gathered = desk.visit.block(move |site| Ok((known_contacts(site, &typed)?, charter_in_force(site, today.year())?)));
    let (known, charter) = gathered.await?;
    if let Some(known) = known {
        known.fill(desk, &mut posted);
    }
    // What the office promises this year, rather than the catalog's example of which it was made.
    if let Some(charter) = charter {
        posted.put("charter", format!("version:{charter}"));
    }
    show_plan(desk, None, &posted, Vec::new(), StatusCode::OK).await
}

/// The charter of the office that the page offers first.
fn charter_in_force(site: &Site, year: i32) -> Outcome<Option<CharterId>> {
    let versions = site.store.read(|db| match store::office::list(db)?.first() {
        Some(office) => store::charter::list(db, office.id),
        None => Ok(Vec::new()),
    })?;
    Ok(in_force(&versions, year).map(|version| version.id))
}

/// `GET`: a draft as it stands.
pub async fn edit(desk: Desk, survey: Path<String>) -> HttpResponse {
    let outcome = show_draft(&desk, survey.into_inner()).await;
    desk.visit.conclude(outcome)
}

/// `POST`: plans a new survey.
pub async fn create(mut order: Order) -> HttpResponse {
    let outcome = save(&mut order, None).await;
    order.desk.visit.conclude(outcome)
}

/// `POST`: changes a draft.
pub async fn change(mut order: Order, survey: Path<String>) -> HttpResponse {
    let typed = survey.into_inner();
    let outcome = match order.desk.visit.block(move |site| draft_of(site, &typed)).await {
        Ok(survey) => save(&mut order, Some(survey)).await,
        Err(problem) => Err(problem),
    };
    order.desk.visit.conclude(outcome)
}

fn draft_of(site: &Site, typed: &str) -> Outcome<SurveyId> {
    let survey = find(site, typed)?;
    if survey.state == State::Draft { Ok(survey.id) } else { Err(Refused::WrongState(survey.state).into()) }
}

async fn show_draft(desk: &Desk, typed: String) -> Result<HttpResponse, Problem> {
    if !desk.may_work() {
        return Err(Refused::MayNot.into());
    }
    let (id, typed) = desk
        .visit
        .block(move |site| {
            let id = draft_of(site, &typed)?;
            Ok((id, as_typed(site, id)?))
        })
        .await?;
    show_plan(desk, Some(id), &typed, Vec::new(), StatusCode::OK).await
}

async fn show_plan(
    desk: &Desk,
    survey: Option<SurveyId>,
    posted: &Posted,
    mistakes: Vec<Mistake>,
    status: StatusCode,
) -> Result<HttpResponse, Problem> {
    let (language, typed) = (desk.language.clone(), posted.without_files());
    let gathered = desk.visit.block(move |site| {
        let found = Choices { contacts: known_contacts(site, &typed)?, ..choices(site, &language)? };
        Ok((found, look_at(site, &typed, &language)?))
    });
    let (found, chosen): (Choices, Chosen) = gathered.await?;
    let mut told = mistakes;
    // An empty choice on a new page is no mistake yet.
    let tells = status != StatusCode::OK || posted.has(SHOW);
    for mistake in chosen.mistakes.iter().filter(|_| tells) {
        if told.iter().all(|one| one.field != mistake.field) {
            told.push(mistake.clone());
        }
    }
    Ok(page(status, &PlanPage::new(desk, survey, posted, &told, &found, &chosen)))
}

/// The buttons that show what a choice means, and save nothing.
const SHOW: &str = "show";

async fn save(order: &mut Order, survey: Option<SurveyId>) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    keep_files(posted);
    if posted.has(SHOW) {
        return show_plan(desk, survey, posted, Vec::new(), StatusCode::OK).await;
    }
    let typed = match read(posted, &desk.language) {
        Ok(typed) => typed,
        Err(mistakes) => return show_plan(desk, survey, posted, mistakes, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    let language = desk.language.clone();
    let kept = desk.visit.block(move |site| Ok(keep(site, survey, typed, &language))).await?;
    match kept {
        Ok(id) => Ok(done(&address(id), "staff-done-saved")),
        Err(Wrong::Mistake(mistake)) => show_plan(desk, survey, posted, vec![mistake], StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(Wrong::Stop(stop)) => Err(stop.into()),
    }
}

/// What the flows refused: a field to mend, or the whole.
enum Wrong {
    Mistake(Mistake),
    Stop(Stop),
}

impl From<Stop> for Wrong {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}

fn keep(site: &Site, survey: Option<SurveyId>, typed: Typed, language: &Language) -> Result<SurveyId, Wrong> {
    let at = |field: &'static str| move |stop: Stop| blame(stop, field, language);
    let form_version = keep_form(site, typed.form).map_err(at("form"))?;
    let office = match typed.office {
        Office::Known(office) => office,
        Office::New { code, name, contact } => found_office(site, &code, &name, &contact).map_err(at("office_code"))?,
    };
    let charter = keep_charter(site, office, typed.charter).map_err(at("charter"))?;
    let draft = (typed.draft)(edition_of(site, office, typed.year)?, form_version, charter);
    match survey {
        Some(id) => change_plan(site, id, &draft, &typed.universe).map(|()| id),
        None => plan_survey(site, &draft, &typed.universe),
    }
    .map_err(at("code"))
}

/// The field that a refusal is about, where it is about one.
fn blame(stop: Stop, field: &'static str, language: &Language) -> Wrong {
    match stop {
        Stop::Refused(refused @ (Refused::Faults(_) | Refused::Exists(_) | Refused::NotThere(_) | Refused::Invalid(..))) => {
            let words = refusal_in_words(language, &refused);
            let field = if let Refused::Invalid(own, _) = refused { own } else { field };
            Wrong::Mistake(Mistake { field, words })
        }
        other => Wrong::Stop(other),
    }
}

fn pairs(fields: &[(&str, String)]) -> Posted {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    Posted { fields, files: Vec::new() }
}

/// What an office usually wants.
fn usual(today: NaiveDate, desk: &Desk) -> Posted {
    let year = today.year();
    let title = desk.say_with("staff-usual-title", &[("year", year.to_string().into())]);
    pairs(&[
        ("year", year.to_string()),
        ("title", title),
        ("code", format!("urp_{year}")),
        ("form", "catalog:urp-annuale".to_owned()),
        ("charter", "catalog:carta-urp".to_owned()),
        ("opens_on", (today + Days::new(7)).to_string()),
        ("closes_on", (today + Days::new(37)).to_string()),
        ("collecting_days", "7".to_owned()),
        ("channels", "web".to_owned()),
        ("channels", "kiosk".to_owned()),
        ("channels", "paper".to_owned()),
        ("privacy_threshold", "5".to_owned()),
    ])
}

/// A draft as if it had just been typed.
fn as_typed(site: &Site, id: SurveyId) -> Outcome<Posted> {
    let survey = site.survey(id)?;
    let (edition, plan, universe) = site.store.read(|db| {
        let edition = store::edition::find(db, survey.edition)?;
        Ok((edition, store::survey::plan(db, id)?, store::universe::find(db, id)?))
    })?;
    let mut fields = vec![
        ("office", edition.office.to_string()),
        ("year", edition.year.to_string()),
        ("title", survey.title),
        ("code", survey.code.to_string()),
        ("form", format!("version:{}", survey.form_version)),
        ("charter", plan.charter.map(|charter| format!("version:{charter}")).unwrap_or_default()),
        ("opens_on", survey.opens_on.to_string()),
        ("closes_on", survey.closes_on.to_string()),
        ("collecting_days", survey.collecting_days.to_string()),
        ("privacy_threshold", plan.privacy_threshold.to_string()),
        ("planned_responses", plan.planned_responses.to_string()),
        ("weighting", plan.weighting.code().to_owned()),
        ("simulated", if survey.simulated { "yes".to_owned() } else { String::new() }),
    ];
    fields.extend(survey.channels.iter().map(|channel| ("channels", channel.code().to_owned())));
    for channel in Channel::ALL {
        if let Some(contacts) = universe.of(channel) {
            fields.push((universe_field(channel), contacts.to_string()));
        }
    }
    let mut posted = pairs(&fields);
    if let Some(groups) = universe.groups {
        posted.put(GROUP_QUESTION, groups.question.to_string());
        for (choice, contacts) in groups.contacts {
            posted.put(&format!("{GROUP_FIELD}{choice}"), contacts.to_string());
        }
    }
    Ok(posted)
}
