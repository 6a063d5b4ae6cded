//! `/staff/forms`: the questionnaires that are being written and those that are published.

use super::{ALL, draft_address};
use crate::flows::Outcome;
use crate::form::{self, Form, Layout};
use crate::ids::FormVersionId;
use crate::language::{date, say_with};
use crate::site::Site;
use crate::store::form_draft::FormDraft;
use crate::store::form_version::FormVersion;
use crate::store::{self, Database, StoreError};
use crate::text::Language;
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::session::{Area, Desk};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "forms.html")]
struct FormsPage<'a> {
    frame: WorkplaceFrame<'a>,
    drafts: Vec<DraftRow>,
    published: Vec<VersionRow>,
    may_work: bool,
    secret: &'a str,
}

struct DraftRow {
    title: String,
    code: String,
    address: String,
    size: String,
    changed: String,
    /// Who changed it last; "" for nobody known.
    by: String,
    /// The version that it began with, in words; "" for none.
    from: String,
}

struct VersionRow {
    title: String,
    code: String,
    address: String,
    size: String,
    id: i64,
    surveys: String,
}

/// `GET`.
pub async fn show(desk: Desk) -> HttpResponse {
    let outcome = show_list(&desk).await;
    desk.visit.conclude(outcome)
}

/// A draft, who changed it last, and the number of the version that it began with.
type Draft = (FormDraft, String, Option<usize>);
type Gathered = (Vec<Draft>, Vec<(FormVersion, usize)>);

fn gather(site: &Site) -> Outcome<Gathered> {
    Ok(site.store.read(|db| {
        let mut published = Vec::new();
        for version in store::form_version::list_newest(db)? {
            // Of every version: a survey goes on with the one that it began with.
            let all: Vec<FormVersionId> = store::form_version::list_of(db, &version.code)?.iter().map(|own| own.id).collect();
            published.push((version, store::survey::list_asking(db, &all)?.len()));
        }
        let mut drafts = Vec::new();
        for draft in store::form_draft::list(db)? {
            let by = store::form_draft::list_steps(db, draft.id, 1)?.pop().map(|step| step.by).unwrap_or_default();
            let from = draft.based_on.map(|version| number_of_version(db, version)).transpose()?;
            drafts.push((draft, by, from));
        }
        Ok((drafts, published))
    })?)
}

/// Which version of its form it is, from 1.
fn number_of_version(db: &mut Database, version: FormVersionId) -> Result<usize, StoreError> {
    let code = store::form_version::find(db, version)?.code;
    Ok(store::form_version::list_of(db, &code)?.iter().filter(|own| own.id <= version).count())
}

async fn show_list(desk: &Desk) -> Result<HttpResponse, Problem> {
    let (drafts, versions) = desk.visit.block(gather).await?;
    let language = &desk.language;
    let drafts = drafts.into_iter().map(|(draft, by, from)| {
        let local = desk.visit.site.clock.local(draft.changed_at);
        let number = |from: usize| desk.say_with("forms-draft-from", &[("number", from.to_string().into())]);
        let form = desk.visit.site.forms.read("", &draft.source).ok();
        DraftRow {
            title: title(language, form.as_deref(), draft.code.as_str()),
            code: draft.code.to_string(),
            address: draft_address(draft.id),
            size: size(language, form.as_deref()),
            changed: format!("{}, {}", date(language, local.date()), local.format("%H:%M")),
            by,
            from: from.map(number).unwrap_or_default(),
        }
    });
    let published = versions.into_iter().map(|(version, users)| {
        let form = desk.visit.site.forms.read("", &version.source).ok();
        VersionRow {
            title: title(language, form.as_deref(), version.code.as_str()),
            code: version.code.to_string(),
            address: format!("{ALL}/{}", version.id),
            size: size(language, form.as_deref()),
            id: version.id.0,
            surveys: say_with(language, "forms-used-by", &[("count", crate::language::Argument::Count(users as u64))]),
        }
    });
    let shown = FormsPage {
        drafts: drafts.collect(),
        published: published.collect(),
        may_work: desk.may_work(),
        secret: desk.secret(),
        frame: desk.frame(desk.say("forms-title"), Area::Forms),
    };
    Ok(page(StatusCode::OK, &shown))
}

/// A form's title in the reader's language.
pub(super) fn title(language: &Language, form: Option<&Form>, otherwise: &str) -> String {
    form.map_or_else(|| otherwise.to_owned(), |form| form.title.get(language, form.fallback()).to_owned())
}

/// How much a form asks, in words.
pub(super) fn size(language: &Language, form: Option<&Form>) -> String {
    let Some(form) = form else { return String::new() };
    let questions = form.questions().filter(|(_, question)| question.kind != form::Kind::Note).count();
    let answers = Layout::of(form).fields.len();
    let count = |count: usize| crate::language::Argument::Count(count as u64);
    let values = [("questions", count(questions)), ("answers", count(answers)), ("minutes", count(form.minutes.into()))];
    say_with(language, "forms-size", &values)
}
