//! The charters of the offices: read, compared, written on screen or as a file, adopted.

mod carried;
mod check;
mod draft;
mod edit;
mod fault;
mod forms;
mod goals;
mod head;
mod head_typed;
mod list;
mod standard;
mod standard_typed;
mod text;
mod typed;
mod version;
mod words;

pub(super) use carried::CarriedWords;
pub(super) use list::in_force;
pub(super) use words::years;

use super::session::Desk;
use crate::flows::{Outcome, Refused, Stop, thing};
use crate::ids::{CharterId, OfficeId};
use crate::site::Site;
use crate::store::charter::CharterVersion;
use crate::store::{self, StoreError};
use crate::web::problem::Problem;
use crate::web::routes::{button_at, form_at, page_at};
use actix_web::web::ServiceConfig;

/// The page of all charters.
const ALL: &str = "/staff/charters";

/// Puts the addresses of the charters in their place. What is written has the address of its office, what was adopted its own.
pub(super) fn routes(config: &mut ServiceConfig) {
    let draft = |rest: &str| format!("{ALL}/draft/{{office}}{rest}");
    config
        .service(page_at(ALL, list::show))
        .service(form_at(&format!("{ALL}/begin"), list::lead, list::begin))
        .service(form_at(&draft(""), draft::show, draft::adopt))
        .service(form_at(&draft("/text"), text::show, text::keep))
        .service(form_at(&draft("/head"), head::show, head::save))
        .service(form_at(&draft("/standards/{number}"), standard::show, standard::save))
        .service(page_at(&draft("/carta.toml"), draft::download))
        .service(button_at(&draft("/discard"), (1, ""), draft::discard))
        .service(button_at(&draft("/standards/{number}/move"), (3, ""), draft::shift))
        .service(button_at(&draft("/standards/{number}/remove"), (3, ""), draft::remove))
        .service(page_at(&format!("{ALL}/{{charter}}"), version::show))
        .service(page_at(&format!("{ALL}/{{charter}}/carta.toml"), version::download))
        .service(page_at(&format!("{ALL}/{{charter}}/differences"), version::compare));
}

/// The page of a version.
fn address(charter: CharterId) -> String {
    format!("{ALL}/{charter}")
}

/// The page of an office's draft.
fn draft_address(office: OfficeId) -> String {
    format!("{ALL}/draft/{office}")
}

/// The version of a number in an address. Blocking.
///
/// # Errors
/// Refused when there is none.
fn find(site: &Site, typed: &str) -> Outcome<CharterVersion> {
    let none = || Stop::from(Refused::NotThere(thing::CHARTER));
    let id = typed.parse().map_err(|_| none())?;
    site.store.read(|db| store::charter::find(db, CharterId(id))).map_err(|error| match error {
        StoreError::NotFound => none(),
        other => other.into(),
    })
}

/// The office of a number in an address, for whoever may work.
///
/// # Errors
/// Refused when it is no number, and when the role does not allow work.
fn office_of(desk: &Desk, typed: &str) -> Result<OfficeId, Problem> {
    if !desk.may_work() {
        return Err(Refused::MayNot.into());
    }
    typed.parse().map(OfficeId).map_err(|_| Refused::NotThere(thing::OFFICE).into())
}
