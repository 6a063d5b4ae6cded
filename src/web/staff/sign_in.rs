//! `/staff/sign-in` and out again.

use super::carried::Carried;
use super::posted::Posted;
use super::session::{Order, cookie, no_cookie, see};
use crate::flows::words::refusal_in_words;
use crate::flows::{Refused, sign_in};
use crate::language::say;
use crate::secret::Secret;
use crate::text::Language;
use crate::web::pages::{TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::visit::{Visit, page};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::web::Payload as Body;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

/// The page that asks who it is.
#[derive(Template)]
#[template(path = "staff_sign_in.html")]
struct SignInPage<'a> {
    frame: WorkplaceFrame<'a>,
    login: TypedField,
    password: TypedField,
    next: String,
    carried: String,
    lacks_file: bool,
}

/// `GET`: the form.
pub async fn show(visit: Visit) -> HttpResponse {
    let next = visit.asked("next").unwrap_or("").to_owned();
    ask(&visit, StatusCode::OK, Asked { next, ..Asked::default() })
}

/// `POST`: signs in, or says what is wrong; the login stays.
pub async fn enter(mut visit: Visit, request: HttpRequest, body: Body) -> HttpResponse {
    let mut payload: Payload = body.into_inner();
    let posted = match Posted::read(&request, &mut payload).await {
        Ok(posted) => posted,
        Err(problem) => return problem.page(&visit),
    };
    let carried = Carried::read(&visit.site, posted.value(CARRIED));
    let has_carried = carried.is_some();
    let outcome = sign_in_with(&visit, &posted, carried).await;
    if has_carried {
        // Not lost where we fail; the password is typed again.
        visit.typed = posted.fields.into_iter().filter(|(name, _)| name != "password").collect();
    }
    visit.conclude(outcome)
}

async fn sign_in_with(visit: &Visit, posted: &Posted, carried: Option<Carried>) -> Result<HttpResponse, Problem> {
    let (login, next) = (posted.value("login").to_owned(), posted.value("next").to_owned());
    let password = Secret::new(crate::web::typed::first(&posted.fields, "password").unwrap_or(""));
    let name = login.clone();
    match visit.block(move |site| sign_in::sign_in(site, &name, &password)).await {
        Ok(session) => {
            let mut response = match carried {
                Some(carried) => carried.show(visit, &session, own_page(&next)).await?,
                None => see(own_page(&next)),
            };
            response.add_cookie(&cookie(visit, &session)).map_err(Problem::internal)?;
            Ok(response)
        }
        Err(Problem::Refused(refused @ (Refused::SignIn | Refused::TooManyAttempts))) => {
            let problem = refusal_in_words(&visit.complete_language(), &refused);
            let status = Problem::Refused(refused).status();
            Ok(ask(visit, status, Asked { login, next, problem, carried: carried.as_ref() }))
        }
        Err(problem) => Err(problem),
    }
}

/// The form in the place of an answer to what was typed after the session was over: that comes along.
pub(super) fn ask_again(visit: &Visit, carried: &Carried) -> HttpResponse {
    let asked = Asked { next: visit.path.clone(), carried: Some(carried), ..Asked::default() };
    ask(visit, StatusCode::UNAUTHORIZED, asked)
}

/// `POST`: ends the session.
pub async fn leave(order: Order) -> HttpResponse {
    let visit = order.desk.visit;
    let session = order.desk.session;
    if let Err(problem) = visit.block(move |site| sign_in::sign_out(site, &session)).await {
        return problem.page(&visit);
    }
    let mut response = see(super::SIGN_IN);
    match response.add_cookie(&no_cookie(&visit)) {
        Ok(()) => response,
        Err(error) => Problem::internal(error).page(&visit),
    }
}

/// Only pages of the staff: an address from outside must lead nowhere else.
pub(super) fn own_page(next: &str) -> &str {
    let own = (next.starts_with("/staff/") || next.starts_with("/d/")) && next.bytes().all(|byte| byte.is_ascii_graphic());
    if own { next } else { "/staff" }
}

/// What the page shows besides its empty fields.
#[derive(Default)]
struct Asked<'a> {
    login: String,
    next: String,
    problem: String,
    carried: Option<&'a Carried>,
}

/// The field in which a form travels.
const CARRIED: &str = "carried";

fn ask(visit: &Visit, status: StatusCode, asked: Asked<'_>) -> HttpResponse {
    let language = visit.complete_language();
    let login = field(&language, "login", "username", &asked.login);
    let password = TypedField { kind: "password", ..field(&language, "password", "current-password", "") };
    let mut frame = WorkplaceFrame::bare(visit, &language, say(&language, "staff-sign-in-title"));
    frame.mend("login", &login.words, &asked.problem);
    let carried = asked.carried.map(Carried::write).unwrap_or_default();
    let lacks_file = asked.carried.is_some_and(Carried::lacks_file);
    page(status, &SignInPage { login, password, next: asked.next, carried, lacks_file, frame })
}

fn field(language: &Language, name: &'static str, autocomplete: &'static str, value: &str) -> TypedField {
    let words = say(language, &format!("staff-{name}"));
    TypedField { name, words, kind: "text", autocomplete, value: value.to_owned(), required: true, ..TypedField::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signing_in_leads_to_no_page_of_a_stranger() {
        assert_eq!(own_page("/staff/surveys/3"), "/staff/surveys/3");
        for strange in ["", "//evil.example", "https://evil.example", "/staff/\r\nSet-Cookie: a", "/q/urp"] {
            assert_eq!(own_page(strange), "/staff", "{strange}");
        }
    }
}
