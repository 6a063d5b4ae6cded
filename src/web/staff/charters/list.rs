//! `/staff/charters`: the charters of every office, version by version, and where a new one begins.

use super::words::years;
use super::{ALL, address, draft_address};
use crate::charter;
use crate::fault;
use crate::flows::words::refusal_in_words;
use crate::flows::write_charter::begin_charter;
use crate::flows::{Outcome, Refused, thing};
use crate::form::catalog;
use crate::ids::OfficeId;
use crate::language::{date, say, say_with};
use crate::office::Office;
use crate::site::Site;
use crate::store::charter::CharterVersion;
use crate::store::charter_draft::CharterDraft;
use crate::store::{self, StoreError};
use crate::text::Language;
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::field::{Field, Maker, Mistake};
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Area, Desk, Order, done, see};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use chrono::Datelike;

/// The largest charter file; the shipped one has some 15 kB.
pub(super) const MOST_FILE_BYTES: usize = 256 * 1024;

/// The page.
#[derive(Template)]
#[template(path = "charters.html")]
struct ChartersPage<'a> {
    frame: WorkplaceFrame<'a>,
    offices: Vec<OfficeCharters>,
    may_work: bool,
    secret: &'a str,
}

struct OfficeCharters {
    id: i64,
    name: String,
    versions: Vec<Row>,
    /// Where the draft is and what it is, while there is one.
    draft: Option<(String, String)>,
    /// Where a new charter begins: the choice and the file.
    from: Field,
    file: Field,
}

struct Row {
    title: String,
    code: String,
    version: String,
    address: String,
    act: String,
    approved_on: String,
    years: String,
    in_force: bool,
    hash: String,
    adopted: String,
    reason: String,
    /// Whether an earlier version can be compared.
    has_before: bool,
    /// What the next version begins with, for the newest.
    next: Option<String>,
}

/// `GET`: the list.
pub async fn show(desk: Desk) -> HttpResponse {
    let outcome = show_list(&desk, None).await;
    desk.visit.conclude(outcome)
}

/// `GET /staff/charters/begin`: the address of a button leads to its page.
pub async fn lead(_: Desk) -> HttpResponse {
    see(ALL)
}

/// `POST /staff/charters/begin`: begins the draft of an office, from a version, from the catalog or from a file.
pub async fn begin(order: Order) -> HttpResponse {
    let outcome = begin_draft(&order).await;
    order.desk.visit.conclude(outcome)
}

struct Gathered {
    offices: Vec<(Office, Vec<CharterVersion>, Option<CharterDraft>)>,
}

fn gather(site: &Site) -> Outcome<Gathered> {
    let offices = site.store.read(|db| {
        let mut offices = Vec::new();
        for office in store::office::list(db)? {
            let versions = store::charter::list(db, office.id)?;
            let draft = store::charter_draft::find(db, office.id)?;
            offices.push((office, versions, draft));
        }
        Ok(offices)
    })?;
    Ok(Gathered { offices })
}

async fn show_list(desk: &Desk, refused: Option<(&Posted, &[Mistake])>) -> Result<HttpResponse, Problem> {
    let gathered = desk.visit.block(gather).await?;
    let mut frame = desk.frame(desk.say("charters-title"), Area::Charters);
    let nothing = Posted::default();
    let (posted, mistakes) = refused.unwrap_or((&nothing, &[]));
    let mut offices = Vec::new();
    for (office, versions, draft) in &gathered.offices {
        let own = posted.value("office") == office.id.to_string();
        let make = Maker {
            area: "charters",
            language: &desk.language,
            posted: if own { posted } else { &nothing },
            mistakes: if own { mistakes } else { &[] },
        };
        let listed = office_charters(desk, office, versions, draft.as_ref(), &make);
        if own {
            make.summarise(&mut frame, [&listed.from, &listed.file]);
        }
        offices.push(listed);
    }
    let shown = ChartersPage { frame, offices, may_work: desk.may_work(), secret: desk.secret() };
    Ok(page(if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &shown))
}

fn office_charters(
    desk: &Desk,
    office: &Office,
    versions: &[CharterVersion],
    draft: Option<&CharterDraft>,
    make: &Maker,
) -> OfficeCharters {
    let language = &desk.language;
    let in_force = in_force(versions, desk.visit.site.clock.today().year());
    let row = |(at, version): (usize, &CharterVersion)| Row {
        in_force: in_force.is_some_and(|own| own.id == version.id),
        has_before: versions[at + 1..].iter().any(|other| other.code == version.code),
        next: (at == 0 && draft.is_none()).then(|| format!("version:{}", version.id)),
        ..row(language, version)
    };
    let draft = draft.map(|draft| {
        let values = [("revision", draft.revision.to_string().into())];
        (draft_address(office.id), say_with(language, "charters-draft-there", &values))
    });
    // Several offices stand on one page: the names of their fields are the same, their places on it are not.
    let id = office.id.0;
    let placed = |field: Field| {
        let name = format!("{}-{id}", field.name);
        Field { problem: make.problem(&name), name, ..field }
    };
    let mut file = placed(make.text("file"));
    file.kind = "file";
    OfficeCharters {
        id,
        name: office.name.clone(),
        versions: versions.iter().enumerate().map(row).collect(),
        draft,
        from: placed(make.choice("from", beginnings(language, versions))),
        file,
    }
}

fn row(language: &Language, version: &CharterVersion) -> Row {
    let read = charter::parse(version.code.as_str(), &version.source).ok();
    let title = read.as_ref().map(|charter| charter.title.get(language, &charter.languages[0]).to_owned());
    Row {
        title: title.unwrap_or_else(|| version.code.to_string()),
        code: version.code.to_string(),
        version: version.version.to_string(),
        address: address(version.id),
        act: read.map(|charter| charter.act).unwrap_or_default(),
        approved_on: date(language, version.approved_on),
        years: years(language, version.valid_from, version.valid_to),
        in_force: false,
        hash: version.hash.chars().take(8).collect(),
        adopted: date(language, version.adopted_at.date()),
        reason: version.reason.clone(),
        has_before: false,
        next: None,
    }
}

/// The version that is in force in a year: the newest of those valid in it.
pub(in crate::web::staff) fn in_force(versions: &[CharterVersion], year: i32) -> Option<&CharterVersion> {
    let valid = |version: &&CharterVersion| version.valid_from <= year && version.valid_to.is_none_or(|to| year <= to);
    versions.iter().find(valid)
}

/// What a charter can begin with: the office's versions, the newest first, then the catalog.
fn beginnings(language: &Language, versions: &[CharterVersion]) -> Vec<(String, String)> {
    let adopted = versions.iter().map(|version| {
        let row = row(language, version);
        let values = [("title", row.title.into()), ("version", row.version.into()), ("years", row.years.into())];
        (format!("version:{}", version.id), say_with(language, "charters-from-version", &values))
    });
    let shipped = catalog::charters().into_iter().map(|name| {
        let source = catalog::charter(&name).unwrap_or_default();
        let title = charter::parse(&name, &source)
            .map_or_else(|_| name.clone(), |charter| charter.title.get(language, &charter.languages[0]).to_owned());
        (format!("catalog:{name}"), format!("{title} – {}", say(language, "staff-from-catalog")))
    });
    adopted.chain(shipped).collect()
}

async fn begin_draft(order: &Order) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let Ok(office) = posted.value("office").parse().map(OfficeId) else {
        return Err(Refused::NotThere(thing::OFFICE).into());
    };
    let refused = |field: &str, words: String| vec![Mistake { field: format!("{field}-{office}"), words }];
    if let Some(upload) = posted.file("file")
        && upload.bytes.len() > MOST_FILE_BYTES
    {
        return show_list(desk, Some((posted, &refused("file", desk.say("staff-file-too-large"))))).await;
    }
    let from = posted.value("from").to_owned();
    let upload = posted.file("file").map(|upload| (upload.name.clone(), upload.bytes.clone()));
    let begun = desk.visit.block(move |site| {
        let source = match upload {
            Some((name, bytes)) => fault::text_of(&name, &bytes).map_err(Refused::Faults)?.replace("\r\n", "\n"),
            None => beginning(site, office, &from)?,
        };
        begin_charter(site, office, &source)?;
        Ok(charter::parse("", &source).is_ok())
    });
    match begun.await {
        Ok(true) => Ok(done(&draft_address(office), "staff-done-charter-begun")),
        // What is wrong with the file is told where its text can be mended.
        Ok(false) => Ok(see(&format!("{}/text", draft_address(office)))),
        Err(Problem::Refused(why @ (Refused::Faults(_) | Refused::Invalid(..)))) => {
            let field = if matches!(why, Refused::Faults(_)) { "file" } else { "from" };
            show_list(desk, Some((posted, &refused(field, refusal_in_words(&desk.language, &why))))).await
        }
        Err(problem) => Err(problem),
    }
}

/// The text that a draft begins with.
fn beginning(site: &Site, office: OfficeId, from: &str) -> Outcome<String> {
    let none = Refused::Invalid("from", "charters-no-beginning");
    match from.split_once(':') {
        Some(("catalog", name)) => Ok(catalog::charter(name).ok_or(none)?.into_owned()),
        Some(("version", id)) => {
            let version = id.parse().map_err(|_| none.clone())?;
            let found = site.store.read(|db| store::charter::find(db, crate::ids::CharterId(version)));
            match found {
                Ok(version) if version.office == office => Ok(version.source),
                Ok(_) | Err(StoreError::NotFound) => Err(none.into()),
                Err(error) => Err(error.into()),
            }
        }
        _ => Err(none.into()),
    }
}
