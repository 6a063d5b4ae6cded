//! `/staff/forms/{version}`: a published questionnaire: what it asks, its file, where the next version begins.

use super::ALL;
use super::list::size;
use crate::flows::move_survey::list_movable;
use crate::flows::{Refused, Stop, thing};
use crate::form::Form;
use crate::ids::FormVersionId;
use crate::store::form_version::FormVersion;
use crate::store::{self, StoreError};
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::session::{Area, Desk};
use crate::web::staff::surveys;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "form_version.html")]
struct VersionPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    id: i64,
    size: String,
    revision: String,
    /// Title of the page, its questions with what they offer.
    pages: Vec<(String, Vec<String>)>,
    /// Earlier and later versions: address and words.
    others: Vec<(String, String, bool)>,
    /// The surveys that could go on with this version: address, title, state.
    movable: Vec<(String, String, String)>,
    may_work: bool,
    secret: &'a str,
}

/// `GET`.
pub async fn show(desk: Desk, version: Path<String>) -> HttpResponse {
    let outcome = show_it(&desk, &version).await;
    desk.visit.conclude(outcome)
}

/// `GET .../questionario.toml` (also `.json`, `.xlsx`).
pub async fn download(desk: Desk, path: Path<(String, String)>) -> HttpResponse {
    let outcome = download_it(&desk, &path.0, &path.1).await;
    desk.visit.conclude(outcome)
}

async fn download_it(desk: &Desk, typed: &str, kind: &str) -> Result<HttpResponse, Problem> {
    let (version, _) = find(desk, typed).await?;
    let form = desk.visit.site.forms.read("", &version.source).map_err(Refused::Faults)?;
    super::draft::file(&form, version.source, kind)
}

async fn find(desk: &Desk, typed: &str) -> Result<(FormVersion, Vec<FormVersion>), Problem> {
    let id: i64 = typed.parse().map_err(|_| Refused::NotThere(thing::FORM))?;
    let found = desk.visit.block(move |site| {
        let read = site.store.read(|db| {
            let version = store::form_version::find(db, FormVersionId(id))?;
            let all = store::form_version::list_of(db, &version.code)?;
            Ok((version, all))
        });
        read.map_err(|error| match error {
            StoreError::NotFound => Stop::from(Refused::NotThere(thing::FORM)),
            other => other.into(),
        })
    });
    found.await
}

async fn show_it(desk: &Desk, typed: &str) -> Result<HttpResponse, Problem> {
    let (version, all) = find(desk, typed).await?;
    let form = desk.visit.site.forms.read("", &version.source).map_err(Refused::Faults)?;
    let id = version.id;
    let movable = desk.visit.block(move |site| list_movable(site, id)).await?;
    let movable = movable.into_iter().map(|survey| {
        let state = desk.say(&format!("state-{}", survey.state.code()));
        (format!("{}/version?to={id}", surveys::address(survey.id)), survey.title, state)
    });
    let language = &desk.language;
    let pages = form.pages.iter().map(|own| {
        let texts = own.questions.iter().map(|question| question.text.get(language, form.fallback()).to_owned());
        (own.title.get(language, form.fallback()).to_owned(), texts.collect())
    });
    let others = all.iter().rev().enumerate().map(|(at, own)| {
        let values = [("number", (at + 1).to_string().into())];
        (format!("{ALL}/{}", own.id), desk.say_with("forms-version-number", &values), own.id == version.id)
    });
    let shown = VersionPage {
        frame: desk.frame(title(desk, &form), Area::Forms),
        all: ALL,
        own: format!("{ALL}/{}", version.id),
        id: version.id.0,
        size: size(language, Some(&form)),
        revision: version.text_revision.to_string(),
        pages: pages.collect(),
        others: others.collect(),
        movable: movable.collect(),
        may_work: desk.may_work(),
        secret: desk.secret(),
    };
    Ok(page(StatusCode::OK, &shown))
}

fn title(desk: &Desk, form: &Form) -> String {
    form.title.get(&desk.language, form.fallback()).to_owned()
}
