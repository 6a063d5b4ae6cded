//! `/staff/language`: the language of the staff's pages, remembered by the browser. Only a press of a button changes it.

use super::posted::Posted;
use super::session::see;
use super::sign_in::own_page;
use crate::web::problem::Problem;
use crate::web::visit::{LANGUAGE_COOKIE, Visit};
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::web::Payload as Body;
use actix_web::{HttpRequest, HttpResponse};

/// `POST`: remembers a language and leads back. It needs no secret: all that a stranger could do is change the words.
pub async fn choose(visit: Visit, request: HttpRequest, body: Body) -> HttpResponse {
    let mut payload: Payload = body.into_inner();
    let posted = match Posted::read(&request, &mut payload).await {
        Ok(posted) => posted,
        Err(problem) => return problem.page(&visit),
    };
    let mut response = see(own_page(posted.value("back")));
    let chosen = visit.complete_languages().into_iter().find(|language| language.as_str() == posted.value("lang"));
    let Some(language) = chosen else { return response };
    let cookie = Cookie::build(LANGUAGE_COOKIE, language.to_string())
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(visit.site.base_url.starts_with("https:"))
        .max_age(Duration::days(365))
        .finish();
    match response.add_cookie(&cookie) {
        Ok(()) => response,
        Err(error) => Problem::internal(error).page(&visit),
    }
}
