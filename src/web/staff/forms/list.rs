//! `/staff/forms`: the questionnaires that are being written and those that are published.

use super::{ALL, draft_address};
use crate::flows::Outcome;
use crate::form::{self, Form, Layout};
use crate::language::{date, say_with};
use crate::site::Site;
use crate::store;
use crate::store::form_draft::FormDraft;
use crate::store::form_version::FormVersion;
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

type Gathered = (Vec<FormDraft>, Vec<(FormVersion, usize)>);

fn gather(site: &Site) -> Outcome<Gathered> {
    Ok(site.store.read(|db| {
        let surveys = store::survey::list_with_counts(db)?;
        let versions = store::form_version::list_newest(db)?.into_iter().map(|version| {
            let users = surveys.iter().filter(|(survey, _)| survey.form_version == version.id).count();
            (version, users)
        });
        Ok((store::form_draft::list(db)?, versions.collect()))
    })?)
}

async fn show_list(desk: &Desk) -> Result<HttpResponse, Problem> {
    let (drafts, versions) = desk.visit.block(gather).await?;
    let language = &desk.language;
    let drafts = drafts.into_iter().map(|draft| {
        let form = desk.visit.site.forms.read("", &draft.source).ok();
        DraftRow {
            title: title(language, form.as_deref(), draft.code.as_str()),
            code: draft.code.to_string(),
            address: draft_address(draft.id),
            size: size(language, form.as_deref()),
            changed: date(language, desk.visit.site.clock.local(draft.changed_at).date()),
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
