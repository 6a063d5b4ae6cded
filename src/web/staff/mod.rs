//! The staff's pages: signing in, planning, opening and closing surveys, contacts.

mod adjust;
mod carried;
mod contacts;
mod goals;
mod key_in;
mod language;
mod plan;
mod plan_choice;
mod plan_page;
mod plan_typed;
pub mod posted;
mod printed;
mod results;
pub mod session;
mod sign_in;
mod step;
mod survey;
mod surveys;

use super::routes::at;
use actix_multipart::form::MultipartFormConfig;
use actix_web::web::{ServiceConfig, get, post};

const SIGN_IN: &str = "/staff/sign-in";
const SIGN_OUT: &str = "/staff/sign-out";

/// Puts the staff's addresses in their place.
pub fn routes(config: &mut ServiceConfig) {
    config
        .app_data(MultipartFormConfig::default().total_limit(posted::MOST_BYTES).memory_limit(posted::MOST_BYTES))
        .service(at(SIGN_IN).route(get().to(sign_in::show)).route(post().to(sign_in::enter)))
        .service(at("/staff/language").route(post().to(language::choose)))
        .service(at(SIGN_OUT).route(post().to(sign_in::leave)))
        .service(at("/d/{survey}").route(get().to(key_in::show)).route(post().to(key_in::keep)))
        .service(at("/staff").route(get().to(surveys::show)))
        .service(at("/staff/surveys/new").route(get().to(plan::new)).route(post().to(plan::create)))
        .configure(survey_routes)
        .configure(results::routes);
}

/// The pages of one survey. The step in the last pattern is `open`, `stop`, `close` or `forget`.
fn survey_routes(config: &mut ServiceConfig) {
    let own = |rest: &str| at(&format!("/staff/surveys/{{survey}}{rest}"));
    config
        .service(own("").route(get().to(survey::show)))
        .service(own("/edit").route(get().to(plan::edit)).route(post().to(plan::change)))
        .service(own("/adjust").route(get().to(adjust::show)).route(post().to(adjust::change)))
        .service(own("/duplicate").route(post().to(survey::duplicate)))
        .service(own("/kiosks").route(post().to(survey::place)))
        .service(own("/kiosks/{kiosk}/revoke").route(post().to(survey::revoke)))
        .service(own("/contacts").route(get().to(contacts::show)).route(post().to(contacts::upload)))
        .service(own("/contacts/invite").route(post().to(contacts::invite)))
        .service(own("/contacts/remind").route(post().to(contacts::remind)))
        .service(own("/contacts/retry").route(post().to(contacts::retry)))
        .service(own("/form").route(get().to(printed::show)))
        .service(own("/{step}").route(get().to(step::confirm)).route(post().to(step::change)));
}

#[cfg(test)]
mod tests;
