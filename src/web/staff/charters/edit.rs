//! Keeping what was typed in fields: in the revision that was seen, or told with what saving it again would change.

use super::draft::{Drafted, gather, gather_again, seen};
use super::words::{Change, changes};
use super::{draft_address, office_of};
use crate::charter::{self, Charter};
use crate::fault::{Fault, Severity};
use crate::flows::Refused;
use crate::flows::write_charter::{DRAFT_FILE, Seen, change_charter};
use crate::web::problem::Problem;
use crate::web::staff::field::Mistake;
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Desk, Order, done, see};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;

/// A page of fields.
pub(super) trait Page {
    /// Puts what was typed into the charter.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    fn apply(&self, posted: &Posted, charter: &Charter, desk: &Desk) -> Result<Charter, Vec<Mistake>>;

    /// What the reader of the file says of it, at its field.
    fn mistake(&self, fault: &Fault, posted: &Posted, charter: &Charter, desk: &Desk) -> Mistake;

    /// The page with what was typed.
    fn show(&self, desk: &Desk, drafted: &Drafted, charter: &Charter, state: &Typed<'_>) -> HttpResponse;

    /// The key of the sentence that says that it was kept, and where on the page of the draft one goes on.
    fn done(&self) -> (&'static str, &'static str);
}

/// How a page of fields stands.
pub(super) struct Typed<'a> {
    pub posted: &'a Posted,
    pub mistakes: &'a [Mistake],
    /// The draft that the next sending has seen.
    pub revision: Seen,
    /// What saving would change of a draft that somebody else changed meanwhile.
    pub meanwhile: Vec<Change>,
    pub status: StatusCode,
}

/// Shows a page as it stands; the text where the draft cannot be read as a charter.
pub(super) async fn open(
    desk: &Desk,
    office: &str,
    page: &impl Page,
    as_typed: impl FnOnce(&Charter) -> Option<Posted>,
) -> Result<HttpResponse, Problem> {
    let drafted = gather(desk, office).await?;
    let Some(charter) = &drafted.checked.reading.charter else { return Ok(text_instead(&drafted)) };
    let Some(posted) = as_typed(charter) else { return Err(Problem::NoPage) };
    let revision = Seen::of(&drafted.checked.draft);
    let state = Typed { posted: &posted, mistakes: &[], revision, meanwhile: Vec::new(), status: StatusCode::OK };
    Ok(page.show(desk, &drafted, charter, &state))
}

/// Keeps what was typed, or shows it again with what is wrong.
pub(super) async fn keep(order: &Order, typed: &str, page: &impl Page) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let office = office_of(desk, typed)?;
    let (drafted, is_new) = gather_again(desk, typed, None).await?;
    let Some(charter) = &drafted.checked.reading.charter else { return Ok(unreadable(page, posted, &drafted, desk)) };
    let revision = seen(posted);
    let (source, changed) = match written(page, posted, charter, desk) {
        Ok(written) => written,
        Err(mistakes) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let state = Typed { posted, mistakes: &mistakes, revision, meanwhile: Vec::new(), status };
            return Ok(page.show(desk, &drafted, charter, &state));
        }
    };
    if !is_new && revision == Seen::of(&drafted.checked.draft) {
        match desk.visit.block(move |site| change_charter(site, office, &revision, &source)).await {
            Ok(()) => {
                let (key, place) = page.done();
                return Ok(match place {
                    "" => done(&draft_address(office), key),
                    place => see(&format!("{}?done={key}#{place}", draft_address(office))),
                });
            }
            Err(Problem::Refused(Refused::Invalid(..))) => {}
            Err(problem) => return Err(problem),
        }
        // Somebody else was quicker by a moment.
        let drafted = gather(desk, typed).await?;
        return Ok(stale(page, posted, &drafted, &changed, "refused-charter-changed", desk));
    }
    let key = if is_new { "refused-charter-ended" } else { "refused-charter-changed" };
    Ok(stale(page, posted, &drafted, &changed, key, desk))
}

/// The file with what was typed, and what it says.
fn written(page: &impl Page, posted: &Posted, charter: &Charter, desk: &Desk) -> Result<(String, Charter), Vec<Mistake>> {
    let changed = page.apply(posted, charter, desk)?;
    let source = charter::write(&changed);
    let mut faults = charter::read(DRAFT_FILE, &source).faults;
    faults.retain(|fault| fault.severity == Severity::Error);
    if faults.is_empty() {
        return Ok((source, changed));
    }
    Err(faults.iter().map(|fault| page.mistake(fault, posted, charter, desk)).collect())
}

/// The page with what was typed and what saving it would change of the draft as it is now.
fn stale(page: &impl Page, posted: &Posted, drafted: &Drafted, changed: &Charter, key: &str, desk: &Desk) -> HttpResponse {
    let Some(charter) = &drafted.checked.reading.charter else { return unreadable(page, posted, drafted, desk) };
    let mistake = Mistake { field: "revision".to_owned(), words: desk.say(key) };
    let [now, then] = [charter, changed].map(|charter| drafted.reader(&desk.language, charter));
    let state = Typed {
        posted,
        mistakes: &[mistake],
        revision: Seen::of(&drafted.checked.draft),
        meanwhile: changes(&now, &then),
        status: StatusCode::CONFLICT,
    };
    page.show(desk, drafted, charter, &state)
}

/// The page with what was typed, where somebody else left a text meanwhile that is no charter: it has the fields of the version
/// before, and saves nothing until the text is mended.
fn unreadable(page: &impl Page, posted: &Posted, drafted: &Drafted, desk: &Desk) -> HttpResponse {
    let Some(charter) = &drafted.before else { return text_instead(drafted) };
    let mistake = Mistake { field: "revision".to_owned(), words: desk.say("refused-charter-unreadable") };
    let (mistakes, status) = (&[mistake][..], StatusCode::CONFLICT);
    let state = Typed { posted, mistakes, revision: seen(posted), meanwhile: Vec::new(), status };
    page.show(desk, drafted, charter, &state)
}

fn text_instead(drafted: &Drafted) -> HttpResponse {
    see(&format!("{}/text", draft_address(drafted.checked.office.id)))
}
