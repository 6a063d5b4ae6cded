//! `/staff/charters/{id}`: one version as it was adopted, and what it changed.

use super::forms::Forms;
use super::goals::{Row, rows};
use super::list::in_force;
use super::words::{Change, Reader, changes};
use super::{ALL, address, draft_address, find};
use crate::charter::{self, Charter};
use crate::flows::{Failed, Outcome};
use crate::ids::{CharterId, OfficeId};
use crate::language::{date, integer, say};
use crate::office::Office;
use crate::site::Site;
use crate::store;
use crate::store::charter::CharterVersion;
use crate::survey::Survey;
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::field::language_name;
use crate::web::staff::session::{Area, Desk};
use crate::web::staff::surveys;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::Path;
use askama::Template;
use chrono::Datelike;

/// The page of a version.
#[derive(Template)]
#[template(path = "charter_version.html")]
struct VersionPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    in_force: bool,
    has_before: bool,
    facts: Vec<(String, Vec<String>)>,
    rows: Vec<Row>,
    caption: String,
    edits: Option<super::goals::Edits>,
    /// The office whose next version begins with this one; `None` for who may not, or when this is not the newest or a draft is there.
    next: Option<OfficeId>,
    id: CharterId,
    /// The draft that is being written already.
    draft: Option<String>,
    /// Address and title of the surveys whose goals it holds.
    surveys: Vec<(String, String)>,
    secret: &'a str,
}

/// The page of what a version changed.
#[derive(Template)]
#[template(path = "charter_differences.html")]
struct DifferencesPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    /// The two versions, in a sentence.
    lead: String,
    changes: Vec<Change>,
}

struct Gathered {
    office: Office,
    version: CharterVersion,
    charter: Charter,
    versions: Vec<CharterVersion>,
    surveys: Vec<Survey>,
    forms: Forms,
    has_draft: bool,
}

/// `GET`: the version.
pub async fn show(desk: Desk, charter: Path<String>) -> HttpResponse {
    let outcome = show_version(&desk, charter.into_inner()).await;
    desk.visit.conclude(outcome)
}

/// `GET /staff/charters/{id}/differences`: what it changed of the version before.
pub async fn compare(desk: Desk, charter: Path<String>) -> HttpResponse {
    let outcome = show_differences(&desk, charter.into_inner()).await;
    desk.visit.conclude(outcome)
}

/// `GET /staff/charters/{id}/carta.toml`: the file as it was adopted.
pub async fn download(desk: Desk, charter: Path<String>) -> HttpResponse {
    let typed = charter.into_inner();
    let found = desk.visit.block(move |site| find(site, &typed)).await;
    desk.visit.conclude(found.map(|version| file(&format!("{}-{}.toml", version.code, version.version), version.source)))
}

/// A charter file to keep.
pub(super) fn file(name: &str, source: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/toml; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(source)
}

fn gather(site: &Site, typed: &str) -> Outcome<Gathered> {
    let version = find(site, typed)?;
    let charter = parsed(&version)?;
    let (office, versions, surveys, has_draft) = site.store.read(|db| {
        let office = store::office::find(db, version.office)?;
        let mut surveys = Vec::new();
        for (survey, _) in store::survey::list_with_counts(db)? {
            if store::survey::plan(db, survey.id)?.charter == Some(version.id) {
                surveys.push(survey);
            }
        }
        let draft = store::charter_draft::find(db, version.office)?;
        Ok((office, store::charter::list(db, version.office)?, surveys, draft.is_some()))
    })?;
    Ok(Gathered { office, versions, surveys, forms: Forms::gather(site)?, charter, version, has_draft })
}

/// What an adopted version says.
///
/// # Errors
/// Failed when it cannot be read any more.
pub(super) fn parsed(version: &CharterVersion) -> Outcome<Charter> {
    let broken = |_| Failed::Broken(format!("charter {}", version.id));
    Ok(charter::parse(version.code.as_str(), &version.source).map_err(broken)?)
}

/// The version of the same charter before this one.
fn before<'v>(versions: &'v [CharterVersion], own: &CharterVersion) -> Option<&'v CharterVersion> {
    versions.iter().find(|other| other.code == own.code && other.version < own.version)
}

async fn show_version(desk: &Desk, typed: String) -> Result<HttpResponse, Problem> {
    let gathered = desk.visit.block(move |site| gather(site, &typed)).await?;
    let Gathered { office, version, charter, versions, surveys, forms, has_draft } = &gathered;
    let reader = Reader { language: &desk.language, charter, forms };
    let title = reader.text(&charter.title);
    let mut facts = vec![(desk.say("staff-office"), vec![office.name.clone()])];
    facts.extend(head_facts(&reader));
    facts.push((desk.say("charters-version"), vec![version.version.to_string()]));
    facts.push((desk.say("charters-adopted"), vec![date(&desk.language, version.adopted_at.date())]));
    if !version.reason.is_empty() {
        facts.push((desk.say("charters-reason"), vec![version.reason.clone()]));
    }
    facts.push((desk.say("charters-hash"), vec![version.hash.clone()]));
    let year = desk.visit.site.clock.today().year();
    let newest = versions.first().is_some_and(|first| first.id == version.id);
    let shown = VersionPage {
        all: ALL,
        own: address(version.id),
        in_force: in_force(versions, year).is_some_and(|own| own.id == version.id),
        has_before: before(versions, version).is_some(),
        facts,
        rows: rows(&reader),
        caption: caption(desk, charter),
        edits: None,
        next: (newest && desk.may_work() && !has_draft).then_some(office.id),
        id: version.id,
        draft: (newest && desk.may_work() && *has_draft).then(|| draft_address(office.id)),
        surveys: surveys.iter().map(|survey| (surveys::address(survey.id), survey.title.clone())).collect(),
        secret: desk.secret(),
        frame: desk.frame(title, Area::Charters),
    };
    Ok(page(StatusCode::OK, &shown))
}

/// What the table of a charter's promises holds.
pub(super) fn caption(desk: &Desk, charter: &Charter) -> String {
    let count = integer(&desk.language, charter.standards.len() as u64);
    desk.say_with("charters-goals-caption", &[("count", count.into())])
}

/// What stands at the head of a charter: labels and lines.
pub(super) fn head_facts(reader: &Reader) -> Vec<(String, Vec<String>)> {
    let Reader { language, charter, .. } = reader;
    let languages: Vec<String> = charter.languages.iter().map(language_name).collect();
    let factors: Vec<String> = charter.factors.iter().map(|factor| reader.text(&factor.label)).collect();
    let mut facts = vec![
        ("charters-field-act", vec![charter.act.clone()]),
        ("charters-field-approved_on", vec![date(language, charter.approved_on)]),
        ("charters-valid", vec![reader.years()]),
        ("charters-field-code", vec![charter.code.to_string()]),
        ("charters-languages", vec![languages.join(", ")]),
    ];
    let calendar = charter.calendar.as_ref().map(|days| reader.calendar(days));
    facts.push(("charters-calendar", calendar.unwrap_or_else(|| vec![say(language, "charters-no-days")])));
    if !factors.is_empty() {
        facts.push(("charters-factors", vec![factors.join("; ")]));
    }
    facts.into_iter().map(|(key, lines)| (say(language, key), lines)).collect()
}

async fn show_differences(desk: &Desk, typed: String) -> Result<HttpResponse, Problem> {
    let (gathered, older) = desk
        .visit
        .block(move |site| {
            let gathered = gather(site, &typed)?;
            let older = before(&gathered.versions, &gathered.version);
            let older = older.map(|version| Ok::<_, crate::flows::Stop>((version.version, parsed(version)?))).transpose()?;
            Ok((gathered, older))
        })
        .await?;
    let Gathered { version, charter, forms, .. } = &gathered;
    let Some((number, older)) = older else { return Err(Problem::NoPage) };
    let newer = Reader { language: &desk.language, charter, forms };
    let older = Reader { language: &desk.language, charter: &older, forms };
    let title = newer.text(&charter.title);
    let values = [("title", title.into()), ("after", version.version.to_string().into()), ("before", number.to_string().into())];
    let shown = DifferencesPage {
        frame: desk.frame(desk.say("charters-differences"), Area::Charters),
        all: ALL,
        own: address(version.id),
        lead: desk.say_with("charters-differences-lead", &values),
        changes: changes(&older, &newer),
    };
    Ok(page(StatusCode::OK, &shown))
}
