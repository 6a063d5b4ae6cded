//! `/staff/charters/draft/{office}`: the charter that an office is writing: read, checked, adopted.

use super::check::{Found, check};
use super::forms::Forms;
use super::goals::{Edits, Row, rows};
use super::version::{caption, file, head_facts, parsed};
use super::words::Reader;
use super::{ALL, address, draft_address, office_of};
use crate::charter::{self, Charter, Standard};
use crate::flows::words::refusal_in_words;
use crate::flows::write_charter::{
    Checked, DRAFT_FILE, Seen, adopt_draft, begin_charter, change_charter, check_draft, discard_charter,
};
use crate::flows::{Outcome, Refused, Stop, thing};
use crate::ids::OfficeId;
use crate::site::Site;
use crate::store;
use crate::text::Language;
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::field::{Field, Maker, Mistake};
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Area, Desk, Order, done, see};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "charter_draft.html")]
struct DraftPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    office: String,
    revision: String,
    facts: Vec<(String, Vec<String>)>,
    rows: Vec<Row>,
    caption: String,
    edits: Option<Edits>,
    found: Found,
    /// That the check found something, at the top of a long page; "" where it found nothing.
    noted: String,
    /// Whether the text can be read as a charter: only then has it fields.
    is_read: bool,
    may_adopt: bool,
    reason: Option<Field>,
    secret: &'a str,
}

/// A draft with everything its pages need.
pub(super) struct Drafted {
    pub checked: Checked,
    /// What the version before says.
    pub before: Option<Charter>,
    pub forms: Forms,
    pub language: Language,
}

impl Drafted {
    /// Gathers it. Blocking.
    ///
    /// # Errors
    /// Refused when the office is writing no charter.
    pub fn gather(site: &Site, office: OfficeId, language: &Language) -> Outcome<Self> {
        let checked = check_draft(site, office)?;
        let before = checked.before.as_ref().map(parsed).transpose()?;
        Ok(Self { checked, before, forms: Forms::gather(site)?, language: language.clone() })
    }

    /// A charter in the reader's words.
    pub fn reader<'a>(&'a self, language: &'a Language, charter: &'a Charter) -> Reader<'a> {
        Reader { language, charter, forms: &self.forms }
    }
}

/// Gathers the draft of an office in an address.
pub(super) async fn gather(desk: &Desk, office: &str) -> Result<Drafted, Problem> {
    let (office, language) = (office_of(desk, office)?, desk.language.clone());
    desk.visit.block(move |site| Drafted::gather(site, office, &language)).await
}

/// The same for whoever has typed into a draft that was adopted or thrown away meanwhile: a new one begins with the newest version,
/// else with `otherwise`, so that nothing typed is lost. Whether it did.
pub(super) async fn gather_again(desk: &Desk, office: &str, otherwise: Option<String>) -> Result<(Drafted, bool), Problem> {
    match gather(desk, office).await {
        Err(Problem::Refused(why @ Refused::NotThere(thing::CHARTER_DRAFT))) => {
            let id = office_of(desk, office)?;
            let begun = desk.visit.block(move |site| {
                let newest = site.store.read(|db| store::charter::list(db, id))?.into_iter().next();
                let source = newest.map(|version| version.source).or(otherwise).ok_or(why)?;
                begin_charter(site, id, &source)
            });
            begun.await?;
            Ok((gather(desk, office).await?, true))
        }
        other => Ok((other?, false)),
    }
}

/// The draft as the sender of a form has seen it.
pub(super) fn seen(posted: &Posted) -> Seen {
    Seen::parse(posted.value("revision"))
}

/// `GET`: the draft and what is to be said of it.
pub async fn show(desk: Desk, office: Path<String>) -> HttpResponse {
    let outcome = show_draft(&desk, &office, &Posted::default(), &[], StatusCode::OK).await;
    desk.visit.conclude(outcome)
}

/// `GET .../carta.toml`: the draft as a file.
pub async fn download(desk: Desk, office: Path<String>) -> HttpResponse {
    let drafted = gather(&desk, &office).await;
    desk.visit.conclude(drafted.map(|drafted| file(DRAFT_FILE, drafted.checked.draft.source)))
}

/// `POST`: adopts the draft.
pub async fn adopt(order: Order, office: Path<String>) -> HttpResponse {
    let outcome = adopt_it(&order, &office).await;
    order.desk.visit.conclude(outcome)
}

async fn adopt_it(order: &Order, typed: &str) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let office = office_of(desk, typed)?;
    let (revision, reason) = (seen(posted), posted.value("reason").to_owned());
    match desk.visit.block(move |site| adopt_draft(site, office, &revision, &reason)).await {
        Ok(id) => Ok(done(&address(id), "staff-done-charter-adopted")),
        Err(Problem::Refused(why @ (Refused::Invalid(..) | Refused::Faults(_)))) => {
            let field = if let Refused::Invalid(field, _) = why { field } else { "faults" };
            let words = match &why {
                // Line by line they stand on the page.
                Refused::Faults(_) => desk.say("charters-not-sound"),
                other => refusal_in_words(&desk.language, other),
            };
            let mistake = Mistake { field: field.to_owned(), words };
            show_draft(desk, typed, posted, &[mistake], StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(problem) => Err(problem),
    }
}

async fn show_draft(
    desk: &Desk,
    office: &str,
    posted: &Posted,
    mistakes: &[Mistake],
    status: StatusCode,
) -> Result<HttpResponse, Problem> {
    let drafted = gather(desk, office).await?;
    let (checked, found) = (&drafted.checked, check(desk, &drafted));
    let charter = checked.reading.charter.as_ref();
    let reader = charter.map(|charter| drafted.reader(&desk.language, charter));
    let own = draft_address(checked.office.id);
    let make = Maker { area: "charters", language: &desk.language, posted, mistakes };
    let reason = (checked.amends || mistakes.iter().any(|mistake| mistake.field == "reason")).then(|| make.text("reason"));
    let rows = reader.as_ref().map(rows).unwrap_or_default();
    let mut frame = desk.frame(desk.say("charters-draft"), Area::Charters);
    make.summarise(&mut frame, &reason);
    let shown = DraftPage {
        frame,
        all: ALL,
        office: checked.office.name.clone(),
        revision: Seen::of(&checked.draft).to_string(),
        facts: reader.as_ref().map(draft_facts).unwrap_or_default(),
        noted: noted(desk, &found, &rows),
        rows,
        caption: charter.map(|charter| caption(desk, charter)).unwrap_or_default(),
        edits: charter.map(|charter| Edits {
            own: own.clone(),
            revision: Seen::of(&checked.draft).to_string(),
            count: charter.standards.len(),
        }),
        is_read: charter.is_some(),
        may_adopt: checked.is_sound(),
        reason,
        found,
        own,
        secret: desk.secret(),
    };
    Ok(page(status, &shown))
}

fn noted(desk: &Desk, found: &Found, rows: &[Row]) -> String {
    let flags: usize = rows.iter().map(|row| row.flags.len()).sum();
    let single = usize::from(!found.overlap.is_empty()) + usize::from(!found.faults.is_empty());
    match flags + single + found.warnings.len() {
        0 => String::new(),
        count => desk.say_with("charters-noted", &[("count", (count as u64).into())]),
    }
}

fn draft_facts(reader: &Reader) -> Vec<(String, Vec<String>)> {
    let title = (crate::language::say(reader.language, "charters-field-title"), vec![reader.text(&reader.charter.title)]);
    std::iter::once(title).chain(head_facts(reader)).collect()
}

/// `POST .../discard`: throws the draft away.
pub async fn discard(order: Order, office: Path<String>) -> HttpResponse {
    let outcome = discard_it(&order, &office).await;
    order.desk.visit.conclude(outcome)
}

async fn discard_it(order: &Order, typed: &str) -> Result<HttpResponse, Problem> {
    let (office, revision) = (office_of(&order.desk, typed)?, seen(&order.posted));
    match order.desk.visit.block(move |site| discard_charter(site, office, &revision)).await {
        Ok(()) => Ok(done(ALL, "staff-done-charter-discarded")),
        Err(problem) => again(&order.desk, typed, problem).await,
    }
}

/// The draft as it is now, where it is not as it was seen.
async fn again(desk: &Desk, office: &str, problem: Problem) -> Result<HttpResponse, Problem> {
    match problem {
        Problem::Refused(why @ Refused::Invalid(field, _)) => {
            let mistake = Mistake { field: field.to_owned(), words: refusal_in_words(&desk.language, &why) };
            show_draft(desk, office, &Posted::default(), &[mistake], StatusCode::UNPROCESSABLE_ENTITY).await
        }
        other => Err(other),
    }
}

/// `POST .../standards/{number}/move`: one place up or down.
pub async fn shift(order: Order, path: Path<(String, String)>) -> HttpResponse {
    let down = order.posted.value("to") == "down";
    let outcome = arrange(&order, &path, "staff-done-charter-moved", move |standards, at| {
        let other = if down { at + 1 } else { at.wrapping_sub(1) };
        if other < standards.len() {
            standards.swap(at, other);
        }
        Ok(())
    });
    let outcome = outcome.await;
    order.desk.visit.conclude(outcome)
}

/// `POST .../standards/{number}/remove`: takes a promise out.
pub async fn remove(order: Order, path: Path<(String, String)>) -> HttpResponse {
    let outcome = arrange(&order, &path, "staff-done-charter-removed", |standards, at| {
        if standards.len() < 2 {
            return Err(Refused::Invalid("goals", "charters-last-goal").into());
        }
        standards.remove(at);
        Ok(())
    });
    let outcome = outcome.await;
    order.desk.visit.conclude(outcome)
}

/// Changes the list of promises at the place of one of them, in the revision that was seen.
async fn arrange(
    order: &Order,
    (typed, number): &(String, String),
    key: &str,
    change: impl FnOnce(&mut Vec<Standard>, usize) -> Outcome<()> + Send + 'static,
) -> Result<HttpResponse, Problem> {
    let desk = &order.desk;
    let (office, revision, number) = (office_of(desk, typed)?, seen(&order.posted), number.parse::<usize>().unwrap_or(0));
    let changed = desk.visit.block(move |site| {
        let draft = check_draft(site, office)?;
        let stale = || Stop::from(Refused::Invalid("revision", "refused-charter-changed"));
        let (Some(mut charter), true) = (draft.reading.charter, Seen::of(&draft.draft) == revision) else { return Err(stale()) };
        let at = number.checked_sub(1).filter(|at| *at < charter.standards.len()).ok_or_else(stale)?;
        change(&mut charter.standards, at)?;
        change_charter(site, office, &revision, &charter::write(&charter))
    });
    match changed.await {
        Ok(()) => Ok(see(&format!("{}?done={key}#goals", draft_address(office)))),
        Err(problem) => again(desk, typed, problem).await,
    }
}
