//! The widget that asks on the pages of the body's own web sites: its script, and the answers that come from there.
//!
//! `<script src="{base}/widget/{survey}.js" defer></script>` is all a page needs. The script carries the questions in every
//! language, draws them where it stands and sends the answers to `/widget/{survey}` as the interface for machines takes them. It
//! asks for nothing else, keeps nothing in the browser and tells nothing of the page it stands on.
//!
//! Only pages of the configured sites and our own may send: any other gets no header for other origins and a refusal.

use super::api;
use super::assets::WIDGET;
use super::doorway::languages_of;
use super::pages::sentence;
use super::problem::Problem;
use super::visit::Visit;
use crate::config::Origin;
use crate::flows::Refused;
use crate::form::{Form, Kind, Question, Stars};
use crate::language::{Argument, available, say, say_with};
use crate::site::{FormVersion, Site};
use crate::store::StoreError;
use crate::survey::{Channel, Door, Survey};
use crate::text::{Language, Texts};
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_MAX_AGE,
    CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, IF_NONE_MATCH, ORIGIN, VARY,
};
use actix_web::web::{Bytes, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The address never changes, so a browser asks again before long: a survey that ended is not asked for hours.
const KEPT: &str = "public, max-age=300";

/// For so many seconds a browser need not ask again whether it may send.
const PREFLIGHT_SECONDS: &str = "600";

/// What the script is told.
#[derive(Serialize)]
struct Told<'a> {
    survey: &'a str,
    /// Where answers are sent.
    send: String,
    /// Where everybody can answer; "" where the survey has no public link.
    link: String,
    /// The sites that may ask.
    sites: Vec<&'a str>,
    style: &'a str,
    languages: BTreeMap<&'a str, Sheet<'a>>,
    /// The language for a page in one that is not there.
    usual: &'a str,
}

/// Everything in one language.
#[derive(Serialize)]
struct Sheet<'a> {
    title: &'a str,
    code: &'a str,
    /// Value, label and what is read aloud, from worst to best.
    stars: Vec<(u8, &'a str, String)>,
    follow: Vec<Ask<'a>>,
    thanks: &'a str,
    privacy: &'a str,
    words: BTreeMap<&'static str, String>,
}

/// A question that follows from the stars.
#[derive(Serialize)]
struct Ask<'a> {
    code: &'a str,
    text: &'a str,
    hint: String,
    /// The stars after which it is asked.
    after: Vec<u8>,
    /// The name of its part in the national pattern; "" where it has none.
    part: &'static str,
    several: bool,
    /// Value and label, and whether it stands alone; none for a free text.
    choices: Vec<(&'a str, &'a str, bool)>,
}

/// `GET /widget/{survey}.js`.
pub async fn send(visit: Visit, request: HttpRequest, survey: Path<String>) -> HttpResponse {
    let code = survey.into_inner();
    let found = visit.block(move |site| {
        let survey = match site.survey_by_code(&code) {
            Err(StoreError::NotFound) => return Err(Refused::UnknownLink.into()),
            other => other?,
        };
        let version = site.form_version(survey.form_version)?;
        Ok((survey, version))
    });
    let script = match found.await {
        Ok((survey, version)) => script(&visit, &survey, &version),
        // Whoever looks after the page sees it where scripts complain; its readers see nothing.
        Err(problem @ Problem::Internal(_)) => return problem.page(&visit),
        Err(problem) => {
            let (heading, _) = problem.words(&visit.own_language(), visit.site.clock.today());
            return HttpResponse::build(problem.status()).content_type(JAVASCRIPT).body(comment(&heading));
        }
    };
    let tag = format!("W/\"{}\"", hash(&script));
    if request.headers().get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return HttpResponse::NotModified().insert_header((CACHE_CONTROL, KEPT)).insert_header((ETAG, tag)).finish();
    }
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, JAVASCRIPT))
        .insert_header((CACHE_CONTROL, KEPT))
        .insert_header((ETAG, tag))
        // Also for sites that take in nothing but what says that it may be taken in.
        .insert_header((HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"))
        .body(script)
}

const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

fn comment(words: &str) -> String {
    format!("console.info({});\n", json!(format!("Ascolto: {words}")))
}

fn hash(text: &str) -> String {
    Sha256::digest(text)[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The script of a survey; where it asks nothing today, one that only says why.
fn script(visit: &Visit, survey: &Survey, version: &FormVersion) -> String {
    let today = visit.site.clock.today();
    let stars = version.form.stars();
    match (survey.admits(Door::Now(Channel::Widget), today), stars) {
        (Ok(()), Some(stars)) => {
            let told = told(&visit.site, survey, version, &stars);
            // A name of its own keeps everything away from the page's scripts.
            format!("(function () {{\nvar told = {};\n{}}})();\n", json!(told), WIDGET.0)
        }
        (Ok(()), None) => comment(&say(&visit.own_language(), "widget-other-form")),
        (Err(refused), _) => {
            let (heading, text) = Problem::Refused(refused.into()).words(&visit.own_language(), today);
            comment(&format!("{heading}. {text}"))
        }
    }
}

fn told<'a>(site: &'a Site, survey: &'a Survey, version: &'a FormVersion, stars: &Stars<'a>) -> Told<'a> {
    let form = &version.form;
    let offered = languages_of(form, site);
    // The form's own copies, which live as long as the form does.
    let offered: Vec<&Language> =
        offered.iter().filter_map(|own| form.languages.iter().find(|language| *language == own)).collect();
    let public = survey.channels.contains(&Channel::Web);
    Told {
        survey: survey.code.as_str(),
        send: format!("{}/widget/{}", site.base_url, survey.code),
        link: if public { format!("{}/q/{}", site.base_url, survey.code) } else { String::new() },
        sites: site.config.widget_origins.iter().map(Origin::as_str).collect(),
        style: WIDGET.1,
        languages: offered.iter().map(|language| (language.as_str(), sheet(site, survey, form, stars, language))).collect(),
        usual: offered.first().map_or("", |language| language.as_str()),
    }
}

fn sheet<'a>(site: &'a Site, survey: &Survey, form: &'a Form, stars: &Stars<'a>, language: &Language) -> Sheet<'a> {
    let text = |texts: &'a Texts| texts.get(language, form.fallback());
    let count = |number: usize| Argument::Count(u64::try_from(number).unwrap_or(u64::MAX));
    let of = stars.scale.points.len();
    let points = stars.scale.points.iter().enumerate().map(|(index, point)| {
        let read = say_with(language, "widget-star", &[("count", count(index + 1)), ("of", count(of))]);
        (point.value, text(&point.label), read)
    });
    let worst_and_best = (stars.scale.lowest(), stars.scale.highest());
    let follow = stars.follow.iter().map(|own| ask(own.question, &own.after, worst_and_best, language, form));
    Sheet {
        title: text(&stars.question.text),
        code: stars.question.code.as_str(),
        stars: points.collect(),
        follow: follow.collect(),
        thanks: form.thanks.get(language, form.fallback()),
        privacy: &site.config.body.privacy_url,
        words: words(survey, language),
    }
}

fn ask<'a>(question: &'a Question, after: &[u8], (worst, best): (u8, u8), language: &Language, form: &'a Form) -> Ask<'a> {
    let text = |texts: &'a Texts| texts.get(language, form.fallback());
    let choices = match &question.kind {
        Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => choices.as_slice(),
        _ => &[],
    };
    let hint = match &question.kind {
        Kind::OpenText { most_characters } if question.hint.is_empty() => {
            let most = Argument::Count((*most_characters).into());
            say_with(language, "widget-at-most-characters", &[("most", most)])
        }
        _ => text(&question.hint).to_owned(),
    };
    let part = match (choices.is_empty(), after.contains(&worst), after.contains(&best)) {
        (true, ..) => "feedback-input-text",
        (false, false, true) => "feedback-rating-positive",
        (false, true, false) => "feedback-rating-negative",
        _ => "",
    };
    Ask {
        code: question.code.as_str(),
        text: text(&question.text),
        hint,
        after: after.to_vec(),
        part,
        several: matches!(question.kind, Kind::MultipleChoice { .. }),
        choices: choices.iter().map(|choice| (choice.code.as_str(), text(&choice.label), choice.exclusive)).collect(),
    }
}

/// What the widget says of its own accord. The last two are for who looks after the page.
fn words(survey: &Survey, language: &Language) -> BTreeMap<&'static str, String> {
    let keys = [
        ("back", "citizen-back"),
        ("next", "citizen-next"),
        ("send", "widget-send"),
        ("sending", "widget-sending"),
        ("anonymous", "widget-anonymous"),
        ("privacy", "widget-privacy"),
        ("mend", "citizen-error-title"),
        ("lost", "widget-lost"),
        ("elsewhere", "widget-elsewhere"),
        ("first", "citizen-first-kept"),
        ("off", "widget-off"),
        ("console", "widget-console"),
    ];
    let mut words: BTreeMap<&'static str, String> = keys.iter().map(|(name, key)| (*name, say(language, key))).collect();
    if survey.simulated {
        words.insert("simulated", say(language, "citizen-simulated"));
    }
    words
}

/// Whether a page may send, by the origin that its browser names: the header to answer with.
fn allowed(site: &Site, request: &HttpRequest) -> Result<HeaderValue, String> {
    let named = request.headers().get(ORIGIN);
    let origin = named.and_then(|value| value.to_str().ok()).unwrap_or("");
    let own = Origin::of_address(&site.base_url);
    let may = site.config.widget_origins.iter().chain(own.as_ref()).any(|allowed| allowed.as_str() == origin);
    match named {
        Some(named) if may => Ok(named.clone()),
        _ => Err(origin.to_owned()),
    }
}

/// No header for other origins: the browser gives the page no answer at all. The log says what to change.
fn refuse(visit: &Visit, origin: &str) -> HttpResponse {
    // A name in a header can be anything; only one of a site is worth a line.
    let site = Origin::parse(origin).map_or_else(|_| "?".to_owned(), |origin| origin.as_str().to_owned());
    tracing::warn!(
        origin = site,
        "the widget may not ask there: add the site to widget_origins in [server] of the configuration"
    );
    let message = say_with(&visit.language(&available()), "widget-refused", &[("origin", site.into())]);
    HttpResponse::Forbidden().insert_header((VARY, "origin")).json(json!({ "error": "origin", "message": message }))
}

/// `OPTIONS /widget/{survey}`: a browser asks before it sends.
pub async fn preflight(visit: Visit, request: HttpRequest) -> HttpResponse {
    match allowed(&visit.site, &request) {
        Ok(origin) => HttpResponse::NoContent()
            .insert_header((ACCESS_CONTROL_ALLOW_ORIGIN, origin))
            .insert_header((ACCESS_CONTROL_ALLOW_METHODS, "POST"))
            .insert_header((ACCESS_CONTROL_ALLOW_HEADERS, "content-type"))
            .insert_header((ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS))
            .insert_header((VARY, "origin"))
            .finish(),
        Err(origin) => refuse(&visit, &origin),
    }
}

/// `POST /widget/{survey}`: receives one response.
pub async fn receive(
    visit: Visit,
    request: HttpRequest,
    survey: Path<String>,
    body: Result<Bytes, actix_web::Error>,
) -> HttpResponse {
    let origin = match allowed(&visit.site, &request) {
        Ok(origin) => origin,
        Err(origin) => return refuse(&visit, &origin),
    };
    let language = visit.language(&available());
    let mut response = api::receive_through(&visit, Channel::Widget, survey.into_inner(), body, (&language, sentence)).await;
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(VARY, HeaderValue::from_static("origin"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
