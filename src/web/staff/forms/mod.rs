//! `/staff/forms`: questionnaires designed on screen: begun, changed step by step, translated, looked at, published.

mod advice;
mod begin;
mod carried;
mod draft;
mod head;
mod history;
mod instead;
mod list;
mod look;
mod merge;
mod moves;
mod page_edit;
mod places;
mod preview;
mod publish;
mod question;
mod question_fields;
mod question_rows;
mod question_typed;
mod routing;
mod save;
mod scale;
mod scale_typed;
mod translate;
mod version;
mod words;

pub(super) use carried::lines;
pub(super) use publish::{Change, changes};
pub(super) use words::name_of;

use self::instead::{Instead, published};
use super::session::Desk;
use crate::flows::design_form::{Designed, find_design};
use crate::flows::{Refused, thing};
use crate::ids::FormDraftId;
use crate::web::problem::Problem;
use crate::web::routes::{button_at, form_at, page_at};
use actix_web::web::ServiceConfig;

/// The page of all questionnaires.
const ALL: &str = "/staff/forms";
/// In an address where else a code stands: one more. No code is like it.
const NEW: &str = "+";

/// Puts the addresses of the questionnaires in their place.
pub(super) fn routes(config: &mut ServiceConfig) {
    let draft = |rest: &str| format!("{ALL}/drafts/{{draft}}{rest}");
    config
        .service(page_at(ALL, list::show))
        .service(form_at(&format!("{ALL}/begin"), begin::show, begin::begin))
        .service(form_at(&draft(""), draft::show, moves::move_it))
        .service(form_at(&draft("/head"), head::show, head::save))
        .service(form_at(&draft("/questions/+"), question::show_new, question::add))
        .service(form_at(&draft("/questions/{code}"), question::show, question::save))
        .service(form_at(&draft("/questions/{code}/preview"), look::show, look::typed))
        .service(form_at(&draft("/pages/{code}"), page_edit::show, page_edit::save))
        .service(form_at(&draft("/scales/{code}"), scale::show, scale::save))
        .service(form_at(&draft("/languages/{language}"), translate::show, translate::save))
        .service(form_at(&draft("/history"), history::show, history::restore))
        .service(form_at(&draft("/publish"), publish::show, publish::publish))
        .service(form_at(&draft("/preview/sheet"), preview::sheet, preview::walk))
        .service(page_at(&draft("/preview/paper"), preview::paper))
        .service(page_at(&draft("/preview"), preview::show))
        .service(page_at(&draft("/questionario.{kind}"), draft::download))
        .service(button_at(&draft("/discard"), (1, ""), moves::discard))
        .service(page_at(&format!("{ALL}/{{version}}"), version::show))
        .service(page_at(&format!("{ALL}/{{version}}/questionario.{{kind}}"), version::download));
}

/// The page of a draft.
fn draft_address(draft: FormDraftId) -> String {
    format!("{ALL}/drafts/{draft}")
}

/// The number of a draft in an address, for whoever may work.
///
/// # Errors
/// Refused when it is no number, and when the role does not allow work.
fn number_of(desk: &Desk, typed: &str) -> Result<FormDraftId, Problem> {
    if !desk.may_work() {
        return Err(Refused::MayNot.into());
    }
    typed.parse().map(FormDraftId).map_err(|_| Refused::NotThere(thing::FORM_DRAFT).into())
}

/// The draft of an address, while it is being written.
async fn gather(desk: &Desk, typed: &str) -> Result<Designed, Instead> {
    let id = number_of(desk, typed)?;
    let designed = desk.visit.block(move |site| find_design(site, id)).await?;
    match designed.draft.published {
        Some(version) => Err(published(desk, version).await),
        None => Ok(designed),
    }
}
