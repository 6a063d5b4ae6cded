//! One request with what every page needs: the site and the languages its reader asks for.

use super::pages::Frame;
use super::problem::Problem;
use super::typed::encode;
use crate::config::Body;
use crate::site::Site;
use crate::text::Language;
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{ACCEPT_LANGUAGE, CACHE_CONTROL, ContentType};
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use askama::Template;
use std::future::{Ready, ready};

/// A request.
#[derive(Clone)]
pub struct Visit {
    /// The site.
    pub site: Site,
    /// The path, for links to the same page.
    pub path: String,
    /// The language chosen on the page.
    chosen: Option<Language>,
    /// The language that is known of the reader: of the draft, else of the person invited.
    known: Option<Language>,
    /// The languages the browser asks for, best first.
    accepted: Vec<Language>,
    /// What stands behind the question mark.
    query: Vec<(String, String)>,
    /// Whether the page can be asked for again: nothing was posted.
    pub reads: bool,
    /// What was typed and sent along. A page that says that it could not be kept gives it back.
    pub typed: Vec<(String, String)>,
    /// Whether what stands behind the address is made up.
    pub simulated: bool,
}

/// The cookie that remembers the language of the staff's pages.
pub const LANGUAGE_COOKIE: &str = "ascolto_language";

impl FromRequest for Visit {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(site) = request.app_data::<web::Data<Site>>() else {
            return ready(Err(actix_web::error::ErrorInternalServerError("no site")));
        };
        let query = super::typed::pairs(request.query_string().as_bytes()).unwrap_or_default();
        // Citizens are remembered in no way.
        let is_staff = ["/staff", "/d/"].iter().any(|start| request.path().starts_with(start));
        let remembered = request.cookie(LANGUAGE_COOKIE).filter(|_| is_staff);
        let remembered = remembered.and_then(|cookie| Language::parse(cookie.value()));
        let header = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
        ready(Ok(Self {
            site: site.get_ref().clone(),
            path: request.path().to_owned(),
            chosen: super::typed::first(&query, "lang").and_then(Language::parse).or(remembered),
            known: None,
            reads: request.method().is_safe(),
            accepted: accepted(header),
            query,
            typed: Vec::new(),
            simulated: site.is_simulated(),
        }))
    }
}

impl Visit {
    /// The body that runs the installation.
    pub fn body(&self) -> &Body {
        &self.site.config.body
    }

    /// A value behind the question mark.
    pub fn asked(&self, name: &str) -> Option<&str> {
        super::typed::first(&self.query, name)
    }

    /// Every value of a name behind the question mark, as of boxes that were ticked.
    pub fn asked_all<'v>(&'v self, name: &str) -> impl Iterator<Item = &'v str> {
        self.query.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Where the same is sent again, in a language.
    pub fn same_address(&self, language: &Language) -> String {
        let others = self.query.iter().filter(|(name, _)| name != "lang");
        let others = others.map(|(name, value)| format!("&{}={}", encode(name), encode(value)));
        format!("{}?lang={language}{}", self.path, others.collect::<String>())
    }

    /// Takes a language chosen in a form.
    pub fn choose(&mut self, typed: Option<&str>) {
        if let Some(language) = typed.and_then(Language::parse) {
            self.chosen = Some(language);
        }
    }

    /// Takes the language that is known of the reader; what is known later counts more.
    pub fn knows(&mut self, language: Option<Language>) {
        if language.is_some() {
            self.known = language;
        }
    }

    /// The best of the languages on offer: the chosen one, else what is known of the reader, else what the browser asks for, else the first.
    pub fn language(&self, offered: &[Language]) -> Language {
        self.pick(offered, &self.accepted)
    }

    /// The same without asking the browser: a kiosk's says nothing of the person before it.
    pub fn language_on_kiosk(&self, offered: &[Language]) -> Language {
        self.pick(offered, &[])
    }

    fn pick(&self, offered: &[Language], accepted: &[Language]) -> Language {
        let wanted = self.chosen.iter().chain(&self.known).chain(accepted).find(|language| offered.contains(language));
        wanted.or(offered.first()).cloned().unwrap_or_else(Language::italian)
    }

    /// The language of a page that belongs to no form.
    pub fn own_language(&self) -> Language {
        self.language(&self.body().languages)
    }

    /// The language of a page of the staff or about reports: one in which every text exists.
    pub fn complete_language(&self) -> Language {
        self.language(&self.complete_languages())
    }

    /// The body's languages in which every text exists.
    pub fn complete_languages(&self) -> Vec<Language> {
        self.body().complete_languages()
    }

    /// The page itself, with what stands behind the question mark but what was just done.
    pub fn address(&self) -> String {
        let kept = self.query.iter().filter(|(name, _)| !["done", "count", "lang"].contains(&name.as_str()));
        let pairs: Vec<String> =
            kept.map(|(name, value)| format!("{}={}", super::typed::encode(name), super::typed::encode(value))).collect();
        if pairs.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, pairs.join("&")) }
    }

    /// The frame of a page that belongs to no form.
    pub fn frame<'a>(&'a self, language: &'a Language, title: impl Into<String>) -> Frame<'a> {
        let mut frame = Frame::new(self.body(), language, title).offering(&self.body().languages, &self.path);
        frame.simulated = self.simulated;
        frame
    }

    /// Runs blocking work, which the store's is, away from the threads that serve.
    ///
    /// # Errors
    /// Those of the work; an internal error when it panicked.
    pub async fn block<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&Site) -> crate::flows::Outcome<T> + Send + 'static,
    {
        let site = self.site.clone();
        match web::block(move || work(&site)).await {
            Ok(outcome) => outcome.map_err(Problem::from),
            Err(_) => Err(Problem::internal("the work on a request broke off")),
        }
    }

    /// The page, or the page of the problem.
    pub fn conclude(&self, outcome: Result<HttpResponse, Problem>) -> HttpResponse {
        outcome.unwrap_or_else(|problem| problem.page(self))
    }
}

/// A page as a response; nothing personal is ever kept by a browser or proxy.
pub fn page(status: StatusCode, template: &impl Template) -> HttpResponse {
    match template.render() {
        Ok(html) => {
            HttpResponse::build(status).content_type(ContentType::html()).insert_header((CACHE_CONTROL, "no-store")).body(html)
        }
        Err(error) => {
            tracing::error!(%error, "a page could not be written");
            HttpResponse::InternalServerError().finish()
        }
    }
}

/// The primary subtags of an `Accept-Language` header, best first.
fn accepted(header: &str) -> Vec<Language> {
    let mut ranked: Vec<(f32, Language)> = header
        .split(',')
        .take(20)
        .filter_map(|part| {
            let (range, weight) = part.split_once(';').unwrap_or((part, "q=1"));
            let primary = range.trim().split('-').next()?.to_ascii_lowercase();
            let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok());
            Some((weight.unwrap_or(0.0), Language::parse(&primary)?))
        })
        .filter(|(weight, _)| *weight > 0.0)
        .collect();
    ranked.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    ranked.into_iter().map(|(_, language)| language).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_languages_are_ranked_by_their_weight() {
        let codes = |header: &str| accepted(header).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(codes("en-GB; q=0.7, de-IT, it;q=0.9, fr;q=0"), ["de", "it", "en"]);
        assert!(codes("*;q=x, ,;;").is_empty());
    }
}
