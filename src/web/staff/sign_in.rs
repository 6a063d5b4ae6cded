//! `/staff/sign-in` and out again.

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
}

/// `GET`: the form.
pub async fn show(visit: Visit) -> HttpResponse {
    let next = visit.asked("next").unwrap_or("").to_owned();
    ask(&visit, StatusCode::OK, "", next, String::new())
}

/// `POST`: signs in, or says what is wrong; the login stays.
pub async fn enter(visit: Visit, request: HttpRequest, body: Body) -> HttpResponse {
    let mut payload: Payload = body.into_inner();
    let posted = match Posted::read(&request, &mut payload).await {
        Ok(posted) => posted,
        Err(problem) => return problem.page(&visit),
    };
    let (login, next) = (posted.value("login").to_owned(), posted.value("next").to_owned());
    let password = Secret::new(crate::web::typed::first(&posted.fields, "password").unwrap_or(""));
    let name = login.clone();
    match visit.block(move |site| sign_in::sign_in(site, &name, &password)).await {
        Ok(session) => {
            let mut response = see(own_page(&next));
            match response.add_cookie(&cookie(&visit, &session)) {
                Ok(()) => response,
                Err(error) => Problem::internal(error).page(&visit),
            }
        }
        Err(Problem::Refused(refused @ (Refused::SignIn | Refused::TooManyAttempts))) => {
            let words = refusal_in_words(&visit.complete_language(), &refused);
            ask(&visit, Problem::Refused(refused).status(), &login, next, words)
        }
        Err(problem) => problem.page(&visit),
    }
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
fn own_page(next: &str) -> &str {
    let own = (next.starts_with("/staff/") || next.starts_with("/d/")) && next.bytes().all(|byte| byte.is_ascii_graphic());
    if own { next } else { "/staff" }
}

fn ask(visit: &Visit, status: StatusCode, login: &str, next: String, problem: String) -> HttpResponse {
    let language = visit.complete_language();
    let login = field(&language, "login", "username", login);
    let password = TypedField { kind: "password", ..field(&language, "password", "current-password", "") };
    let mut frame = WorkplaceFrame {
        language: &language,
        title: say(&language, "staff-sign-in-title"),
        body: visit.body(),
        account: None,
        places: Vec::new(),
        simulated: false,
        done: String::new(),
        to_mend: Vec::new(),
    };
    frame.mend("login", &login.words, &problem);
    page(status, &SignInPage { login, password, next, frame })
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
