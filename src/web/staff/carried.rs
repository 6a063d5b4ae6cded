//! A form that arrived after its session was over: carried along while somebody signs in, then shown before it is sent again.
//!
//! Nothing is stored: what was typed travels in the pages, in one hidden field. It is carried only where its secret proves that
//! the form stood on a page of ours, so no other site can have somebody sign in and send what they never saw; and it is sent
//! again only by whoever has seen it, with the secret of the new session.

use super::carried_words::{in_words, is_typed};
use super::posted::Posted;
use crate::flows::sign_in::{Session, is_own_secret};
use crate::language::say;
use crate::site::Site;
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::typed;
use crate::web::visit::{Visit, page};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

/// The most that is carried, in bytes as it is written into the page. A form with two files of the largest size is below it.
const MOST_BYTES: usize = 2 * 1024 * 1024;
/// Stands for a file, which no page can carry.
const FILE: &str = "_file";

/// What was typed.
pub struct Carried {
    fields: Vec<(String, String)>,
}

impl Carried {
    /// Takes what was posted; `None` when nothing was typed, it came from no page of ours, or is too large. A mere press of a button
    /// is not carried: its page says what it does, and leads back there.
    pub fn of(site: &Site, mut posted: Posted) -> Option<Self> {
        super::plan_typed::keep_files(&mut posted);
        let files = posted.files.iter().map(|upload| (FILE.to_owned(), upload.name.clone()));
        let fields: Vec<_> = posted.fields.into_iter().filter(|(name, _)| !name.contains("password")).chain(files).collect();
        let own = Self { fields };
        (own.fields.iter().any(is_typed) || own.lacks_file()).then_some(own)?.checked(site)
    }

    /// Reads what [`Carried::write`] wrote.
    pub fn read(site: &Site, written: &str) -> Option<Self> {
        let fields = typed::pairs(written.as_bytes())?;
        Self { fields }.checked(site)
    }

    fn checked(self, site: &Site) -> Option<Self> {
        let ours = typed::first(&self.fields, "_secret").is_some_and(|secret| is_own_secret(site, secret));
        (ours && self.write().len() <= MOST_BYTES).then_some(self)
    }

    /// As the value of one hidden field.
    pub fn write(&self) -> String {
        let pair = |(name, value): &(String, String)| format!("{}={}", typed::encode(name), typed::encode(value));
        self.fields.iter().map(pair).collect::<Vec<_>>().join("&")
    }

    /// Whether a file was left behind.
    pub fn lacks_file(&self) -> bool {
        self.fields.iter().any(|(name, _)| name == FILE)
    }

    /// The page that shows what was typed and sends it again at the press of a button.
    ///
    /// # Errors
    /// When what was typed cannot be put in words.
    pub async fn show(self, visit: &Visit, session: &Session, address: &str) -> Result<HttpResponse, Problem> {
        let language = visit.complete_language();
        let lacks_file = self.lacks_file();
        let fields: Vec<_> = self.fields.into_iter().filter(|(name, _)| name != "_secret" && name != FILE).collect();
        let posted = Posted { fields: fields.clone(), files: Vec::new() };
        let (sent_to, reader) = (address.to_owned(), language.clone());
        let lines = visit.block(move |site| in_words(site, &sent_to, &posted, &reader)).await?;
        let shown = ResumePage {
            frame: WorkplaceFrame::bare(visit, &language, say(&language, "staff-resume-title")),
            lines,
            secret: session.form_secret.expose(),
            address,
            lacks_file,
            fields,
        };
        Ok(page(StatusCode::OK, &shown))
    }
}

/// The page.
#[derive(Template)]
#[template(path = "staff_resume.html")]
struct ResumePage<'a> {
    frame: WorkplaceFrame<'a>,
    lines: Vec<(String, String)>,
    secret: &'a str,
    address: &'a str,
    lacks_file: bool,
    fields: Vec<(String, String)>,
}
