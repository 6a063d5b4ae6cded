//! `/staff/surveys/new` and `/staff/surveys/{id}/edit`: planning a survey. Whatever is wrong, everything typed stays.

use super::plan_page::{Choices, PlanPage, choices};
use super::plan_typed::{CharterSource, DraftParts, FormSource, Mistake, Office, Typed, read, universe_field};
use super::posted::Posted;
use super::session::{Desk, Order, done};
use super::surveys::{address, find};
use crate::fault;
use crate::flows::plan_survey::{adopt_charter, catalog_form, change_plan, edition_of, found_office, plan_survey};
use crate::flows::publish_form::publish_form;
use crate::flows::words::refusal_in_words;
use crate::flows::{Outcome, Refused, Stop, thing};
use crate::form::catalog;
use crate::ids::{CharterId, FormVersionId, OfficeId, SurveyId};
use crate::site::Site;
use crate::store::{self, survey::Draft};
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
    let outcome = if desk.may_work() {
        let today = desk.visit.site.clock.today();
        show_plan(&desk, None, &usual(today, &desk), &[], StatusCode::OK).await
    } else {
        Err(Refused::MayNot.into())
    };
    desk.visit.conclude(outcome)
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
    show_plan(desk, Some(id), &typed, &[], StatusCode::OK).await
}

async fn show_plan(
    desk: &Desk,
    survey: Option<SurveyId>,
    posted: &Posted,
    mistakes: &[Mistake],
    status: StatusCode,
) -> Result<HttpResponse, Problem> {
    let language = desk.language.clone();
    let found: Choices = desk.visit.block(move |site| choices(site, &language)).await?;
    Ok(page(status, &PlanPage::new(desk, survey, posted, mistakes, &found)))
}

async fn save(order: &mut Order, survey: Option<SurveyId>) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let read = read(posted, &desk.language);
    // A browser forgets a file that it sent: should the page be shown again, the text is in the field beside it.
    posted.copy_file("form_file", "form_text");
    let typed = match read {
        Ok(typed) => typed,
        Err(mistakes) => return show_plan(desk, survey, posted, &mistakes, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    let language = desk.language.clone();
    let kept = desk.visit.block(move |site| Ok(keep(site, survey, typed, &language))).await?;
    match kept {
        Ok(id) => Ok(done(&address(id), "staff-done-saved")),
        Err(Wrong::Mistake(mistake)) => show_plan(desk, survey, posted, &[mistake], StatusCode::UNPROCESSABLE_ENTITY).await,
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
    let DraftParts { code, title, opens_on, closes_on, collecting_days, channels, simulated, .. } = typed.draft;
    let form_version = keep_form(site, typed.form).map_err(at("form"))?;
    let office = match typed.office {
        Office::Known(office) => office,
        Office::New { code, name, contact } => found_office(site, &code, &name, &contact).map_err(at("office_code"))?,
    };
    let charter = keep_charter(site, office, typed.charter).map_err(at("charter"))?;
    let draft = Draft {
        edition: edition_of(site, office, typed.year)?,
        code,
        title,
        form_version,
        charter,
        opens_on,
        closes_on,
        collecting_days,
        channels,
        simulated,
        privacy_threshold: typed.draft.privacy_threshold,
        planned_responses: typed.draft.planned_responses,
    };
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

fn keep_form(site: &Site, form: FormSource) -> Outcome<FormVersionId> {
    match form {
        FormSource::Catalog(name) => catalog_form(site, &name),
        FormSource::Version(id) => {
            site.form_version(id).map(|version| version.id).map_err(|_| Refused::NotThere(thing::FORM).into())
        }
        FormSource::File(name, bytes) => {
            let text = fault::text_of(&name, &bytes).map_err(Refused::Faults)?;
            publish_form(site, &name, &text)
        }
    }
}

fn keep_charter(site: &Site, office: OfficeId, charter: CharterSource) -> Outcome<Option<CharterId>> {
    let none = || Refused::NotThere(thing::CHARTER);
    match charter {
        CharterSource::None => Ok(None),
        CharterSource::Catalog(name) => {
            let source = catalog::charter(&name).ok_or_else(none)?;
            adopt_charter(site, office, &format!("{name}.toml"), &source).map(Some)
        }
        CharterSource::Version(id) => {
            let own = site.store.read(|db| store::charter::list(db, office))?;
            // Another office's charter is not this one's promise.
            if own.iter().any(|version| version.id == id) { Ok(Some(id)) } else { Err(none().into()) }
        }
        CharterSource::File(name, bytes) => {
            let text = fault::text_of(&name, &bytes).map_err(Refused::Faults)?;
            adopt_charter(site, office, &name, &text).map(Some)
        }
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
        ("simulated", if survey.simulated { "yes".to_owned() } else { String::new() }),
    ];
    fields.extend(survey.channels.iter().map(|channel| ("channels", channel.code().to_owned())));
    for channel in Channel::ALL {
        if let Some(contacts) = universe.of(channel) {
            fields.push((universe_field(channel), contacts.to_string()));
        }
    }
    Ok(pairs(&fields))
}
