//! `/staff/editions/{id}/contacts`: how many people turned to the office in the year, by channel, reason and kind.

use super::{address, find_edition, heading, problem_of, tabs, whole};
use crate::flows::Refused;
use crate::flows::import_yearly_contacts::{
    contacts_fault_in_words, import_yearly_contacts, keep_yearly_contacts, remove_yearly_contacts,
};
use crate::ids::EditionId;
use crate::language::{integer, per_cent};
use crate::store;
use crate::survey::{Channel, ContactsFault, YearlyContacts, read_channel};
use crate::web::pages::{Place, TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Area, Desk, Order, done, done_with_count};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "year_contacts.html")]
struct ContactsPage<'a> {
    frame: WorkplaceFrame<'a>,
    heading: String,
    tabs: Vec<Place>,
    rows: Vec<ContactRow>,
    /// Channel, contacts, share of all.
    totals: Vec<[String; 3]>,
    total: String,
    faults: Vec<String>,
    channel: TypedField,
    fields: Vec<TypedField>,
    file: TypedField,
    may_work: bool,
    secret: &'a str,
    address: String,
}

/// One row of the table: as it reads, and as it is taken back.
struct ContactRow {
    channel: String,
    reason: String,
    kind: String,
    contacts: String,
    code: &'static str,
}

/// What was typed or brought, and what is wrong with it.
enum Brought<'a> {
    Nothing,
    Wrong(&'a Posted, Refused),
    Faulty(Vec<ContactsFault>),
}

/// `GET`: the table and its forms.
pub async fn show(desk: Desk, edition: Path<i64>) -> HttpResponse {
    let outcome = show_page(&desk, EditionId(edition.into_inner()), Brought::Nothing).await;
    desk.visit.conclude(outcome)
}

/// `POST`: one number, or a file, or a row to take back.
pub async fn receive(order: Order, edition: Path<i64>) -> HttpResponse {
    let edition = EditionId(edition.into_inner());
    let outcome = match take(&order, edition).await {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(faults)) => show_page(&order.desk, edition, Brought::Faulty(faults)).await,
        Err(Problem::Refused(refused @ Refused::Invalid(..))) => {
            show_page(&order.desk, edition, Brought::Wrong(&order.posted, refused)).await
        }
        Err(problem) => Err(problem),
    };
    order.desk.visit.conclude(outcome)
}

async fn take(order: &Order, edition: EditionId) -> Result<Result<HttpResponse, Vec<ContactsFault>>, Problem> {
    let (desk, posted) = (&order.desk, &order.posted);
    let own = format!("{}/contacts", address(edition));
    if posted.has("file_of_contacts") {
        let file = posted.file("contacts_file").ok_or(Refused::Invalid("contacts_file", "staff-no-file"))?;
        let bytes = file.bytes.clone();
        let file = desk.visit.block(move |site| import_yearly_contacts(site, edition, &bytes)).await?;
        if !file.faults.is_empty() {
            return Ok(Err(file.faults));
        }
        return Ok(Ok(done_with_count(&own, "results-done-contacts", file.rows)));
    }
    let typed = posted.value("channel");
    let removed = posted.has("remove");
    let row = YearlyContacts {
        channel: match typed {
            "" => None,
            typed => Some(read_channel(typed).ok_or(Refused::Invalid("channel", "contacts-year-channel-unknown"))?),
        },
        reason: posted.value("reason").to_owned(),
        kind: posted.value("kind").to_owned(),
        contacts: match whole(order, "contacts")? {
            Some(contacts) => contacts,
            None if removed => 0,
            None => return Err(Refused::Invalid("contacts", "results-no-whole-number").into()),
        },
    };
    let (kept, key) = if removed {
        (desk.visit.block(move |site| remove_yearly_contacts(site, edition, &row)).await, "results-done-contacts-removed")
    } else {
        (desk.visit.block(move |site| keep_yearly_contacts(site, edition, &row)).await, "results-done-figure")
    };
    kept.map(|()| Ok(done(&own, key)))
}

async fn show_page(desk: &Desk, id: EditionId, brought: Brought<'_>) -> Result<HttpResponse, Problem> {
    let gathered = desk.visit.block(move |site| {
        let (office, edition) = find_edition(site, id)?;
        let (contacts, surveys) =
            site.store.read(|db| Ok((store::yearly_contact::list(db, id)?, store::survey::list_of(db, id)?)))?;
        Ok((office, edition, contacts, surveys.iter().any(|survey| survey.simulated)))
    });
    let (office, edition, contacts, simulated) = gathered.await?;
    let heading = heading(desk, &office, &edition);
    let mut frame = desk.frame(heading.clone(), Area::Results);
    frame.simulated = simulated;
    let status = if matches!(brought, Brought::Nothing) { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (channel, fields, file, faults) = forms(desk, &brought);
    for field in [&channel].into_iter().chain(&fields).chain([&file]) {
        frame.mend(field.name, &field.words, &field.problem);
    }
    let total = contacts.iter().map(|row| row.contacts).sum();
    let template = ContactsPage {
        frame,
        heading,
        tabs: tabs(desk, id, "/contacts"),
        rows: contacts.iter().map(|row| row_of(desk, row)).collect(),
        totals: totals(desk, &contacts, total),
        total: integer(&desk.language, total),
        faults,
        channel,
        fields,
        file,
        may_work: desk.may_work(),
        secret: desk.secret(),
        address: address(id),
    };
    Ok(page(status, &template))
}

fn channel_name(desk: &Desk, channel: Option<Channel>) -> String {
    channel.map_or_else(|| desk.say("contacts-year-none"), |own| desk.say(&format!("contacts-year-{}", own.code())))
}

fn row_of(desk: &Desk, row: &YearlyContacts) -> ContactRow {
    ContactRow {
        channel: channel_name(desk, row.channel),
        reason: row.reason.clone(),
        kind: row.kind.clone(),
        contacts: integer(&desk.language, row.contacts),
        code: row.channel.map_or("", Channel::code),
    }
}

/// Each channel with its contacts and its share of all; what has no channel last.
fn totals(desk: &Desk, contacts: &[YearlyContacts], total: u64) -> Vec<[String; 3]> {
    let channels = Channel::ALL.into_iter().map(Some).chain([None]);
    let own = channels.filter_map(|channel| {
        let rows: Vec<_> = contacts.iter().filter(|row| row.channel == channel).collect();
        let count: u64 = rows.iter().map(|row| row.contacts).sum();
        #[allow(clippy::cast_precision_loss)] // Contacts of a year stay far below 2^53.
        let share = count as f64 / total.max(1) as f64;
        let cells = [channel_name(desk, channel), integer(&desk.language, count), per_cent(&desk.language, share, 1)];
        (!rows.is_empty()).then_some(cells)
    });
    own.collect()
}

/// The choice of a channel, the fields of one row, the field of a file, and what is wrong with the file's rows.
fn forms(desk: &Desk, brought: &Brought<'_>) -> (TypedField, Vec<TypedField>, TypedField, Vec<String>) {
    let typed = |name: &str| match brought {
        Brought::Wrong(posted, _) => posted.value(name).to_owned(),
        _ => String::new(),
    };
    let problem = |name: &str| match brought {
        Brought::Wrong(_, refused) => problem_of(desk, refused, name),
        Brought::Faulty(_) if name == "contacts_file" => desk.say("contacts-year-faulty"),
        _ => String::new(),
    };
    let field = |name: &'static str, key: &str, required| TypedField {
        name,
        words: desk.say(key),
        kind: "text",
        value: typed(name),
        problem: problem(name),
        required,
        ..TypedField::default()
    };
    let options = Channel::ALL.map(|channel| (channel.code().to_owned(), channel_name(desk, Some(channel))));
    let options = options.into_iter().chain([(String::new(), channel_name(desk, None))]).collect();
    let channel = TypedField { options, kind: "", ..field("channel", "results-channel", false) };
    let fields = vec![
        field("reason", "contacts-year-reason", false),
        field("kind", "contacts-year-kind", false),
        field("contacts", "contacts-year-number-of", true),
    ];
    let file = TypedField {
        kind: "file",
        hint: desk.say("contacts-year-file-hint"),
        value: String::new(),
        ..field("contacts_file", "register-file", true)
    };
    let faults = match brought {
        Brought::Faulty(faults) => faults.iter().map(|fault| contacts_fault_in_words(&desk.language, fault)).collect(),
        _ => Vec::new(),
    };
    (channel, fields, file, faults)
}
