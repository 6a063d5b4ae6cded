//! The staff's pages: signing in, planning, opening and closing surveys, contacts, results, charters.

mod adjust;
mod answers;
mod arrivals;
mod carried;
mod carried_words;
mod charters;
mod contacts;
mod contacts_look;
mod contacts_sample;
mod field;
mod forms;
mod goals;
mod key_in;
mod language;
mod letter_edit;
mod letters;
mod mail;
mod plan;
mod plan_choice;
mod plan_contacts;
mod plan_page;
mod plan_typed;
pub mod posted;
mod poster;
mod printed;
mod reports;
mod results;
mod sending;
pub mod session;
mod sign_in;
mod snippet;
mod step;
mod survey;
mod survey_version;
mod surveys;

use super::routes::{button_at, form_at, page_at};
use actix_multipart::form::MultipartFormConfig;
use actix_web::web::ServiceConfig;

const SIGN_IN: &str = "/staff/sign-in";
const SIGN_OUT: &str = "/staff/sign-out";

/// Puts the staff's addresses in their place.
pub fn routes(config: &mut ServiceConfig) {
    config
        .app_data(MultipartFormConfig::default().total_limit(posted::MOST_BYTES).memory_limit(posted::MOST_BYTES))
        .service(form_at(SIGN_IN, sign_in::show, sign_in::enter))
        .service(button_at("/staff/language", (1, ""), language::choose))
        .service(button_at(SIGN_OUT, (1, ""), sign_in::leave))
        .service(form_at("/d/{survey}", key_in::show, key_in::keep))
        .service(page_at("/staff", surveys::show))
        .service(form_at("/staff/surveys/new", plan::new, plan::create))
        .service(page_at(reports::LIST, reports::list))
        .service(form_at(mail::OWN, mail::show, mail::receive))
        .service(form_at("/staff/reports/{report}", reports::show, reports::settle))
        .configure(survey_routes)
        .configure(charters::routes)
        .configure(forms::routes)
        .configure(results::routes);
}

/// The pages of one survey. The step in the last pattern is `open`, `stop`, `close` or `forget`.
fn survey_routes(config: &mut ServiceConfig) {
    let own = |rest: &str| format!("/staff/surveys/{{survey}}{rest}");
    config
        .service(page_at(&own(""), survey::show))
        .service(form_at(&own("/edit"), plan::edit, plan::change))
        .service(form_at(&own("/adjust"), adjust::show, adjust::change))
        .service(form_at(&own("/version"), survey_version::show, survey_version::change))
        .service(button_at(&own("/duplicate"), (1, ""), survey::duplicate))
        .service(button_at(&own("/kiosks"), (1, ""), survey::place))
        .service(button_at(&own("/kiosks/{kiosk}/revoke"), (3, ""), survey::revoke))
        .service(form_at(&own("/answers"), answers::show, answers::receive))
        .service(button_at(&own("/answers/refused"), (1, ""), answers::refused))
        .service(form_at(&own("/contacts"), contacts::show, contacts_look::receive))
        .service(form_at(&own("/contacts/sample"), contacts_sample::show, contacts_sample::receive))
        .service(button_at(&own("/contacts/invite"), (1, ""), contacts::invite))
        .service(button_at(&own("/contacts/remind"), (1, ""), contacts::remind))
        .service(form_at(&own("/sending"), sending::show, sending::receive))
        .service(page_at(&own("/sending/file"), sending::download))
        .service(button_at(&own("/contacts/thank"), (1, ""), letters::thank))
        .service(page_at(&own("/letters"), letters::list))
        .service(form_at(&own("/letters/{letter}/{language}"), letter_edit::show, letter_edit::save))
        .service(button_at(&own("/letters/{letter}/{language}/preview"), (1, ""), letter_edit::preview))
        .service(page_at(&own("/form"), printed::show))
        .service(page_at(&own("/poster.pdf"), poster::send))
        .service(form_at(&own("/{step}"), step::confirm, step::change));
}

#[cfg(test)]
mod tests;
