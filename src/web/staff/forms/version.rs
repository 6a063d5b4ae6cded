//! `/staff/forms/{version}`: a published questionnaire: what it asks, its file, where the next version begins.

use super::ALL;
use super::list::size;
use crate::flows::move_survey::list_movable;
use crate::flows::{Refused, Stop, thing};
use crate::form::Form;
use crate::ids::FormVersionId;
use crate::language::date;
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
use chrono::NaiveDateTime;

/// The page.
#[derive(Template)]
#[template(path = "form_version.html")]
struct VersionPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    id: i64,
    size: String,
    /// Which version it is, in words.
    which: String,
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

/// A version, and every version of its form with when its draft was changed last, the newest first.
type Found = (FormVersion, Vec<(FormVersion, Option<NaiveDateTime>)>);

async fn find(desk: &Desk, typed: &str) -> Result<Found, Problem> {
    let id: i64 = typed.parse().map_err(|_| Refused::NotThere(thing::FORM))?;
    let found = desk.visit.block(move |site| {
        let read = site.store.read(|db| {
            let version = store::form_version::find(db, FormVersionId(id))?;
            let mut all = Vec::new();
            for own in store::form_version::list_of(db, &version.code)? {
                let draft = store::form_draft::list_published_as(db, own.id)?.first().copied();
                let written = draft.map(|draft| store::form_draft::find(db, draft)).transpose()?.map(|draft| draft.changed_at);
                all.push((own, written));
            }
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
    let number = |at: usize, written: &Option<NaiveDateTime>| {
        let number = ("number", (at + 1).to_string().into());
        match written.map(|at| date(language, desk.visit.site.clock.local(at).date())) {
            Some(day) => desk.say_with("forms-version-dated", &[number, ("day", day.into())]),
            None => desk.say_with("forms-version-number", &[number]),
        }
    };
    let others: Vec<(String, String, bool)> = all
        .iter()
        .rev()
        .enumerate()
        .map(|(at, (own, written))| (format!("{ALL}/{}", own.id), number(at, written), own.id == version.id))
        .collect();
    let shown = VersionPage {
        frame: desk.frame(title(desk, &form), Area::Forms),
        all: ALL,
        own: format!("{ALL}/{}", version.id),
        id: version.id.0,
        size: size(language, Some(&form)),
        pages: pages.collect(),
        which: others.iter().find(|(_, _, own)| *own).map(|(_, words, _)| words.clone()).unwrap_or_default(),
        others,
        movable: movable.collect(),
        may_work: desk.may_work(),
        secret: desk.secret(),
    };
    Ok(page(StatusCode::OK, &shown))
}

fn title(desk: &Desk, form: &Form) -> String {
    form.title.get(&desk.language, form.fallback()).to_owned()
}
