//! Who is signed in. Every staff page begins with a [`Desk`], every change with an [`Order`]: no other way leads in.

use super::carried::Carried;
use super::posted::Posted;
use super::sign_in;
use crate::flows::Refused;
use crate::flows::sign_in::{SESSION_HOURS, Session, session};
use crate::language::{Argument, say, say_with};
use crate::text::Language;
use crate::web::pages::{Place, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::typed::encode;
use crate::web::visit::Visit;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::error::InternalError;
use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest, HttpResponse};
use std::future::Future;
use std::pin::Pin;

/// The name of the session's cookie.
const COOKIE: &str = "ascolto";

/// A request of somebody who is signed in.
#[derive(Clone)]
pub struct Desk {
    /// The request.
    pub visit: Visit,
    /// Who.
    pub session: Session,
    /// The language of the page.
    pub language: Language,
}

/// A change ordered by somebody who may make it: the form carried the session's secret, and the role allows work.
pub struct Order {
    /// Who orders.
    pub desk: Desk,
    /// What was posted.
    pub posted: Posted,
}

/// A part of the staff's pages, as the navigation shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Surveys, contacts, collecting.
    Surveys,
    /// Questionnaires.
    Forms,
    /// Results, reports, actions.
    Results,
    /// Charters.
    Charters,
}

impl Desk {
    /// What stands around a page. What was just done is read from the address, where [`done`] put it.
    pub fn frame(&self, title: impl Into<String>, area: Area) -> WorkplaceFrame<'_> {
        let place = |own: Area, key: &str, address: &str| Place {
            words: self.say(key),
            address: address.to_owned(),
            current: own == area,
        };
        let account = &self.session.account;
        let name = if account.name.is_empty() { &account.login } else { &account.name };
        WorkplaceFrame {
            account: Some((name.clone(), self.say("staff-sign-out"), super::SIGN_OUT.to_owned(), self.secret().to_owned())),
            places: vec![
                place(Area::Surveys, "staff-surveys", "/staff"),
                place(Area::Forms, "staff-forms", "/staff/forms"),
                place(Area::Results, "staff-results", "/staff/results"),
                place(Area::Charters, "staff-charters", "/staff/charters"),
            ],
            done: self.done(),
            ..WorkplaceFrame::bare(&self.visit, &self.language, title)
        }
    }

    /// A phrase in the reader's language.
    pub fn say(&self, key: &str) -> String {
        say(&self.language, key)
    }

    /// A phrase with values put in.
    pub fn say_with(&self, key: &str, values: &[(&str, Argument)]) -> String {
        say_with(&self.language, key, values)
    }

    /// What every form of the page sends back in its hidden field `_secret`.
    pub fn secret(&self) -> &str {
        self.session.form_secret.expose()
    }

    /// Whether buttons that change something are shown.
    pub fn may_work(&self) -> bool {
        self.session.account.role.may_work()
    }

    fn done(&self) -> String {
        let key = self.visit.asked("done").unwrap_or("");
        let known = key.starts_with("staff-done-") || key.starts_with("results-done-");
        let count = self.visit.asked("count").and_then(|count| count.parse().ok()).unwrap_or(0);
        let words = if known { say_with(&self.language, key, &[("count", Argument::Count(count))]) } else { String::new() };
        // An unknown key is its own phrase.
        if words == key { String::new() } else { words }
    }

    /// The desk of a cookie's session; `None` for nobody signed in.
    async fn find(visit: &Visit, cookie: Option<String>) -> Result<Option<Self>, Problem> {
        let Some(cookie) = cookie else { return Ok(None) };
        let found = visit.block(move |site| session(site, &cookie)).await?;
        Ok(found.map(|session| Self { language: visit.complete_language(), session, visit: visit.clone() }))
    }

    fn check(&self, posted: &Posted) -> Result<(), Problem> {
        if posted.value("_secret") == self.secret() { Ok(()) } else { Err(Refused::MayNot.into()) }
    }
}

impl FromRequest for Desk {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let visit = Visit::from_request(request, payload);
        let cookie = cookie_of(request);
        Box::pin(async move {
            let visit = visit.await?;
            match Self::find(&visit, cookie).await {
                Ok(Some(desk)) => Ok(desk),
                Ok(None) => Err(refuse(see(&sign_in_address(&visit.address())))),
                Err(problem) => Err(refuse(problem.page(&visit))),
            }
        })
    }
}

impl FromRequest for Order {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let visit = Visit::from_request(request, payload);
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            let mut visit = visit.await?;
            match Desk::find(&visit, cookie_of(&request)).await {
                Ok(Some(desk)) => {
                    let order = Self::read(desk, &request, &mut payload).await;
                    order.map_err(|problem| refuse(problem.page(&visit)))
                }
                Ok(None) => Err(refuse(carry(visit, &request, &mut payload).await)),
                Err(problem) => {
                    // Whoever it is, what was typed goes back to them alone. A file stays where it was chosen from.
                    if request.content_type() == "application/x-www-form-urlencoded" {
                        visit.typed = Posted::read_fields(&request, &mut payload).await.unwrap_or_default();
                    }
                    Err(refuse(problem.page(&visit)))
                }
            }
        })
    }
}

/// A form whose session is over is carried along while its writer signs in.
async fn carry(visit: Visit, request: &HttpRequest, payload: &mut Payload) -> HttpResponse {
    let carried = match Posted::read(request, payload).await {
        Ok(posted) => Carried::of(&visit.site, posted),
        Err(_) => None,
    };
    match carried {
        Some(carried) => sign_in::ask_again(&visit, &carried),
        None => see(&sign_in_address(&visit.path)),
    }
}

impl Order {
    async fn read(mut desk: Desk, request: &HttpRequest, payload: &mut Payload) -> Result<Self, Problem> {
        let posted = Posted::read(request, payload).await?;
        if posted.files.is_empty() {
            desk.visit.typed.clone_from(&posted.fields);
        }
        desk.check(&posted)?;
        // Who may not work may still sign out.
        if !desk.may_work() && desk.visit.path != super::SIGN_OUT {
            return Err(Refused::MayNot.into());
        }
        Ok(Self { desk, posted })
    }
}

fn cookie_of(request: &HttpRequest) -> Option<String> {
    request.cookie(COOKIE).map(|cookie| cookie.value().to_owned())
}

/// The cookie of a session.
pub fn cookie(visit: &Visit, session: &Session) -> Cookie<'static> {
    built(visit, session.token.expose().to_owned(), Duration::hours(SESSION_HOURS))
}

/// The cookie that takes the session's away.
pub fn no_cookie(visit: &Visit) -> Cookie<'static> {
    built(visit, String::new(), Duration::ZERO)
}

fn built(visit: &Visit, value: String, age: Duration) -> Cookie<'static> {
    Cookie::build(COOKIE, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(visit.site.base_url.starts_with("https:"))
        .max_age(age)
        .finish()
}

/// Leads to another page, after a change or instead of a page.
pub fn see(address: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, address)).insert_header((CACHE_CONTROL, "no-store")).finish()
}

/// Leads to a page that says what was done: the key of a phrase `staff-done-...` or `results-done-...`.
pub fn done(address: &str, key: &str) -> HttpResponse {
    see(&format!("{address}?done={key}"))
}

/// [`done`] with a count.
pub fn done_with_count(address: &str, key: &str, count: u64) -> HttpResponse {
    see(&format!("{address}?done={key}&count={count}"))
}

fn sign_in_address(next: &str) -> String {
    if next == "/staff" {
        return super::SIGN_IN.to_owned();
    }
    // A slash needs no escape here, and the address is read by people.
    format!("{}?next={}", super::SIGN_IN, encode(next).replace("%2F", "/"))
}

fn refuse(response: HttpResponse) -> Error {
    InternalError::from_response("refused", response).into()
}
