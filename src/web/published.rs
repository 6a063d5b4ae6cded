//! `/report/{office}/{year}`: the last published report of a year and its files, for everybody.

use super::doorway::report_address;
use super::pages::{MessagePage, PublishedPage, Wording};
use super::problem::Problem;
use super::visit::{Visit, page};
use crate::flows::Outcome;
use crate::language::{date, say, say_with};
use crate::office::Office;
use crate::site::Site;
use crate::store::publication::{Publication, PublishedFile};
use crate::store::{self, StoreError};
use crate::text::{Code, Language};
use actix_web::http::StatusCode;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, EntityTag, Header, HeaderValue, IfNoneMatch, TryIntoHeaderValue,
};
use actix_web::{HttpRequest, HttpResponse};
use sha2::{Digest, Sha256};

/// The published report in the reader's language, where it is written in that.
pub async fn show(visit: Visit, office: String, year: String) -> HttpResponse {
    let outcome = show_last(&visit, office, year).await;
    visit.conclude(outcome)
}

/// One file of the published report.
pub async fn send(visit: Visit, request: HttpRequest, office: String, year: String, name: String) -> HttpResponse {
    let outcome = send_last(&visit, &request, office, year, name).await;
    visit.conclude(outcome)
}

/// A report that was published, with the names and media types of its files.
struct Found {
    office: Office,
    year: i32,
    last: Publication,
    files: Vec<(String, String)>,
}

impl Found {
    /// The languages it is written in.
    fn languages(&self) -> Vec<Language> {
        let pages = self.files.iter().filter_map(|(name, _)| name.strip_suffix(".html"));
        pages.filter_map(|name| Language::parse(name.rsplit('.').next()?)).collect()
    }

    /// The name of its page in a language.
    fn page_name(&self, language: &Language) -> Option<&str> {
        let ending = format!(".{language}.html");
        self.files.iter().map(|(name, _)| name.as_str()).find(|name| name.ends_with(&ending))
    }
}

async fn show_last(visit: &Visit, office: String, year: String) -> Result<HttpResponse, Problem> {
    let Some(found) = visit.block(move |site| find(site, &office, &year)).await? else { return Ok(nothing_published(visit)) };
    let mut languages = found.languages();
    // In the order of the body's languages; the first is what a reader without a wish gets.
    languages.sort_by_key(|own| visit.body().languages.iter().position(|language| language == own));
    let language = visit.language(&languages);
    let Some(name) = found.page_name(&language).map(str::to_owned) else { return Ok(nothing_published(visit)) };
    let id = found.last.id;
    let body = visit.block(move |site| Ok(site.store.read(|db| store::publication::find_file(db, id, &name))?)).await?.body;
    let document = String::from_utf8(body).map_err(|_| Problem::internal("a published page is not UTF-8"))?;
    let values = [("office", found.office.name.as_str().into()), ("year", found.year.to_string().into())];
    let mut frame = visit.frame(&language, say_with(&language, "citizen-report-of", &values));
    frame = frame.offering(&languages, &visit.path);
    frame.office = found.office.name.clone();
    frame.indexable = true;
    let address = report_address(&found.office, found.year);
    let downloads = downloads(&found, &language, &address);
    let published = say_with(&language, "results-published-on", &[("day", date(&language, found.last.published_on).into())]);
    Ok(page(StatusCode::OK, &PublishedPage { frame, published, downloads, document }))
}

/// The files beside the page in one language: words and address.
fn downloads(found: &Found, language: &Language, address: &str) -> Vec<(String, String)> {
    // What most people want comes first.
    let known = ["pdf", "xlsx", "csv"].into_iter().filter_map(|ending| {
        let own = format!(".{language}.{ending}");
        let (name, _) = found.files.iter().find(|(name, _)| name.ends_with(&own))?;
        Some((say(language, &format!("results-download-{ending}")), format!("{address}/{name}")))
    });
    known.collect()
}

async fn send_last(
    visit: &Visit,
    request: &HttpRequest,
    office: String,
    year: String,
    name: String,
) -> Result<HttpResponse, Problem> {
    let asked = name.clone();
    let file = visit.block(move |site| find_file(site, &office, &year, &asked)).await?;
    // The page is shown in its frame, not sent without it.
    let Some(file) = file.filter(|file| !file.name.ends_with(".html")) else { return Ok(nothing_published(visit)) };
    // The next publication has the same address, so whoever kept a file asks whether it is still the last. Weak, because
    // the same file may travel compressed.
    let tag = EntityTag::new_weak(Sha256::digest(&file.body)[..12].iter().map(|byte| format!("{byte:02x}")).collect());
    let is_kept = match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => true,
        Ok(IfNoneMatch::Items(kept)) => kept.iter().any(|own| own.weak_eq(&tag)),
        Err(_) => false,
    };
    let mut response = if is_kept { HttpResponse::NotModified().finish() } else { as_file(file) };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    if let Ok(tag) = tag.try_into_value() {
        response.headers_mut().insert(ETAG, tag);
    }
    Ok(response)
}

/// A file as a response: a PDF opens in the browser, anything else is saved. Not kept, unless who sends it says otherwise.
pub fn as_file(file: PublishedFile) -> HttpResponse {
    let how = if file.media_type == "application/pdf" { "inline" } else { "attachment" };
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, file.media_type))
        .insert_header((CONTENT_DISPOSITION, format!("{how}; filename=\"{}\"", file.name)))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(file.body)
}

/// The last report of an office's year; `None` when none was published.
fn find(site: &Site, office: &str, year: &str) -> Outcome<Option<Found>> {
    let (Some(code), Ok(year)) = (Code::parse(office), year.parse::<i32>()) else { return Ok(None) };
    let found = site.store.read(|db| {
        let office = store::office::find_by_code(db, &code)?;
        let edition = store::edition::find_by_year(db, office.id, year)?;
        let last = store::publication::find_last(db, edition.id)?;
        let files = store::publication::list_files(db, last.id)?;
        Ok(Found { office, year, last, files })
    });
    match found {
        Ok(found) => Ok(Some(found)),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn find_file(site: &Site, office: &str, year: &str, name: &str) -> Outcome<Option<PublishedFile>> {
    let Some(found) = find(site, office, year)? else { return Ok(None) };
    match site.store.read(|db| store::publication::find_file(db, found.last.id, name)) {
        Ok(file) => Ok(Some(file)),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The page that says that there is nothing here yet.
fn nothing_published(visit: &Visit) -> HttpResponse {
    let language = visit.complete_language();
    let heading = say(&language, "results-not-published");
    let frame = visit.frame(&language, heading.clone());
    let paragraphs = vec![Wording::own(say(&language, "results-not-published-text"))];
    let actions = vec![(say(&language, "problem-home"), "/".to_owned())];
    page(StatusCode::NOT_FOUND, &MessagePage { frame, tone: "calm", heading, paragraphs, actions })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::tests::Town;

    fn publish(town: &Town, words: &str) {
        let survey = town.site.survey(town.survey).unwrap();
        let file = |name: &str, media_type: &str, body: String| PublishedFile {
            name: name.to_owned(),
            media_type: media_type.to_owned(),
            body: body.into_bytes(),
        };
        let files = ["it", "en", "de"].map(|language| {
            let page = format!("<h1>{words} {language}</h1>");
            [
                file(&format!("report-2026.{language}.html"), "text/html; charset=utf-8", page),
                file(&format!("report-2026.{language}.pdf"), "application/pdf", format!("%PDF {language}")),
                file(&format!("report-2026.{language}.csv"), "text/csv; charset=utf-8", "a;b".to_owned()),
            ]
        });
        let today = town.site.clock.today();
        let insert = |db: &mut store::Database| store::publication::insert(db, survey.edition, today, "hash", &files.concat());
        town.site.store.write(insert).unwrap();
    }

    #[test]
    fn everybody_reads_the_last_published_report_and_takes_its_files() {
        let town = Town::annual();
        publish(&town, "Prima");
        publish(&town, "Seconda");
        let page = town.get("/report/urp/2026");
        assert!(page.status == 200 && page.text.contains("<h1>Seconda it</h1>") && !page.text.contains("Prima"), "{}", page.text);
        assert!(page.text.contains("3 marzo 2026") && page.text.contains("href=\"/report/urp/2026/report-2026.it.pdf\""));
        let english = town.get("/report/urp/2026?lang=en");
        assert!(english.text.contains("<h1>Seconda en</h1>") && english.text.contains("/report-2026.en.csv\""));
        assert!(town.get("/report/urp/2026?lang=de").text.contains("<h1>Seconda de</h1>"));
        let pdf = town.get("/report/urp/2026/report-2026.en.pdf");
        assert_eq!((pdf.header("content-type"), pdf.text.as_str()), ("application/pdf", "%PDF en"));
        assert_eq!(pdf.header("cache-control"), "public, no-cache");
        let kept = town.get_with("if-none-match", pdf.header("etag"), "/report/urp/2026/report-2026.en.pdf");
        assert_eq!((kept.status, kept.text.as_str()), (304, ""));
        publish(&town, "Terza");
        let other = town.get_with("if-none-match", pdf.header("etag"), "/report/urp/2026/report-2026.it.pdf");
        assert_eq!((other.status, other.text.as_str()), (200, "%PDF it"));
        assert!(!page.text.contains("noindex") && !town.get("/").text.contains("noindex"), "search engines may list these");
        assert!(town.get("/q/urp").text.contains("noindex") && town.get("/staff/sign-in").text.contains("noindex"));
        let csv = town.get("/report/urp/2026/report-2026.it.csv");
        assert_eq!(csv.header("content-disposition"), "attachment; filename=\"report-2026.it.csv\"");
    }

    #[test]
    fn what_is_not_published_is_said_kindly() {
        let town = Town::annual();
        for path in ["/report/urp/2026", "/report/urp/next", "/report/nobody/2026", "/report/urp/2026/report-2026.it.pdf"] {
            let page = town.get(path);
            assert_eq!(page.status, 404, "{path}");
            assert!(page.text.contains("Questa relazione non è pubblicata"), "{path}");
        }
        publish(&town, "Relazione");
        assert_eq!(town.get("/report/urp/2026/report-2026.it.html").status, 404);
        assert_eq!(town.get("/report/urp/2026/other.pdf").status, 404);
    }
}
