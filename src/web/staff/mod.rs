//! The staff's pages: signing in, planning, opening and closing surveys, contacts.

mod key_in;
pub mod posted;
pub mod session;
mod sign_in;

use actix_multipart::form::MultipartFormConfig;
use actix_web::web::{ServiceConfig, get, post, resource};

const SIGN_IN: &str = "/staff/sign-in";
const SIGN_OUT: &str = "/staff/sign-out";

/// Puts the staff's addresses in their place.
pub fn routes(config: &mut ServiceConfig) {
    config
        .app_data(MultipartFormConfig::default().total_limit(posted::MOST_BYTES).memory_limit(posted::MOST_BYTES))
        .service(resource(SIGN_IN).route(get().to(sign_in::show)).route(post().to(sign_in::enter)))
        .service(resource(SIGN_OUT).route(post().to(sign_in::leave)))
        .service(resource("/d/{survey}").route(get().to(key_in::show)).route(post().to(key_in::keep)));
}
