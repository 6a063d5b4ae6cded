//! `/staff/surveys/{id}/contacts`: who is invited, and how the letters fare. Nothing here tells who answered.

use super::contacts_look;
use super::contacts_sample::plan_in_words;
use super::letters::thank_about;
use super::reports::link;
use super::session::{Area, Desk, Order, done_with_count};
use super::surveys::{address, find};
use crate::campaign::{Attribute, LetterKind, LetterState};
use crate::flows::Outcome;
use crate::flows::forget_contacts::forgotten_on;
use crate::flows::import_contacts::ImportReport;
use crate::flows::limit_asking::asking_limit;
use crate::flows::queue_letters::{next_reminder, queue_invitations, queue_reminders};
use crate::flows::send_invitations::problem_in_words;
use crate::flows::settle_reports::count_waiting;
use crate::flows::thank_invited::count_to_thank;
use crate::ids::{SampleId, SurveyId};
use crate::language::{Argument, date, integer, list};
use crate::site::Site;
use crate::store::contact_deletion::Certificate;
use crate::store::contact_import::ContactImport;
use crate::store::letter::Hindrance;
use crate::store::sample::SamplePlan;
use crate::store::{self, Database, StoreError};
use crate::survey::{Channel, State, Survey};
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use chrono::NaiveDate;

/// The page.
#[derive(Template)]
#[template(path = "staff_contacts.html")]
struct ContactsPage<'a> {
    frame: WorkplaceFrame<'a>,
    own: String,
    back: String,
    survey: String,
    secret: &'a str,
    facts: Vec<(String, String)>,
    letters: Vec<(String, String, String)>,
    hindrances: Vec<HindranceRow>,
    may_upload: bool,
    may_send: bool,
    may_remind: bool,
    /// Whether letters did not arrive, or perhaps not, that can be tried again on the page of sending.
    to_retry: bool,
    reminder: i32,
    /// What is said beside the button that thanks; none where nobody can be thanked.
    thank: Option<String>,
    forget_about: Option<String>,
    /// What was deleted, certificate by certificate: its title and its lines.
    certificates: Vec<(String, Vec<String>)>,
    /// Day, basis, rows, contacts added.
    imports: Vec<[String; 4]>,
    /// Label, reason, contacts of whom it is known.
    attributes: Vec<[String; 3]>,
    samples: Vec<SampleRow>,
    /// What is said of those who were asked too often of late; "" for nothing.
    recently_asked: String,
    report: Option<Vec<String>>,
    faults: Vec<String>,
    /// The words that lead to returned mail.
    reports: String,
}

/// A sample in words; the number by which it is taken back, "" where somebody is invited.
struct SampleRow {
    words: String,
    withdraw: String,
}

/// Why letters did not go out.
struct HindranceRow {
    why: String,
    state: String,
    count: String,
    /// When the next attempt is due; "" for none.
    next: String,
}

/// How many different reasons the page shows.
const MOST_REASONS: u32 = 20;

struct Gathered {
    survey: Survey,
    contacts: u64,
    opted_out: u64,
    invitations: u64,
    letters: Vec<(LetterKind, LetterState, u64)>,
    hindrances: Vec<Hindrance>,
    uncertain: u64,
    last_reminder: i32,
    to_thank: u64,
    closed_on: Option<NaiveDate>,
    drawn: u64,
    asked_recently: u64,
    imports: Vec<ContactImport>,
    attributes: Vec<(Attribute, u64)>,
    samples: Vec<(SampleId, SamplePlan, bool)>,
    certificates: Vec<Certificate>,
}

/// What became of an upload.
pub(super) enum Uploaded {
    /// None came.
    Nothing,
    /// It was taken in.
    Read(ImportReport),
    /// It was not, for this reason.
    Wrong(String),
}

/// `GET`: the page.
pub async fn show(desk: Desk, survey: Path<String>) -> HttpResponse {
    let outcome = show_with(&desk, survey.into_inner(), Uploaded::Nothing).await;
    desk.visit.conclude(outcome)
}

/// `POST`: queues the invitations of everybody who has none.
pub async fn invite(order: Order, survey: Path<String>) -> HttpResponse {
    let typed = survey.into_inner();
    let own = format!("/staff/surveys/{typed}/contacts");
    let queued = order.desk.visit.block(move |site| queue_invitations(site, find(site, &typed)?.id)).await;
    order.desk.visit.conclude(queued.map(|count| done_with_count(&own, "staff-done-invited", as_count(count))))
}

/// `POST`: queues a reminder. The form names its number, so that a second press reminds nobody twice.
pub async fn remind(order: Order, survey: Path<String>) -> HttpResponse {
    let typed = survey.into_inner();
    let own = format!("/staff/surveys/{typed}/contacts");
    let number = order.posted.value("number").parse().unwrap_or(1);
    let queued = order.desk.visit.block(move |site| {
        let survey = find(site, &typed)?.id;
        // Not further than the next one.
        queue_reminders(site, survey, next_reminder(site, survey)?.min(number))
    });
    let led = queued.await.map(|count| done_with_count(&own, "staff-done-reminded", as_count(count)));
    order.desk.visit.conclude(led)
}

fn as_count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn gather(site: &Site, typed: &str) -> Outcome<Gathered> {
    let survey = find(site, typed)?;
    let id = survey.id;
    let to_thank = count_to_thank(site, id)?;
    Ok(site.store.read(|db| {
        Ok(Gathered {
            contacts: store::contact::count(db, id)?,
            opted_out: store::contact::count_opted_out(db, id)?,
            invitations: store::invitation::count(db, id)?,
            letters: store::letter::count_by_state(db, id)?,
            hindrances: store::letter::count_by_problem(db, id, MOST_REASONS)?,
            uncertain: store::letter::count_uncertain(db, id)?,
            to_thank,
            last_reminder: store::letter::last_number(db, id, LetterKind::Reminder)?,
            closed_on: store::survey::plan(db, id)?.closed_on,
            drawn: store::contact::count_drawn(db, id)?,
            asked_recently: store::contact::count_asked_recently(db, id)?,
            imports: store::contact_import::list(db, id)?,
            attributes: known_attributes(db, id)?,
            samples: drawn_samples(db, id)?,
            certificates: store::contact_deletion::list(db, id)?,
            survey,
        })
    })?)
}

/// The attributes of a survey's contacts, each with how many have a value.
fn known_attributes(db: &mut Database, survey: SurveyId) -> Result<Vec<(Attribute, u64)>, StoreError> {
    let values = store::contact_attribute::count_values(db, survey)?;
    let known = |own: &Attribute| values.iter().filter(|(code, _, _)| *code == own.code).map(|(_, _, count)| count).sum();
    Ok(store::contact_attribute::list(db, survey)?.into_iter().map(|own| (own.clone(), known(&own))).collect())
}

/// The samples of a survey, each with whether it can be taken back.
fn drawn_samples(db: &mut Database, survey: SurveyId) -> Result<Vec<(SampleId, SamplePlan, bool)>, StoreError> {
    let samples = store::sample::list(db, survey)?.into_iter();
    samples.map(|(id, plan)| Ok((id, plan, store::sample::may_be_withdrawn(db, id)?))).collect()
}

pub(super) async fn show_with(desk: &Desk, typed: String, uploaded: Uploaded) -> Result<HttpResponse, Problem> {
    let (gathered, waiting) = desk.visit.block(move |site| Ok((gather(site, &typed)?, count_waiting(site)?))).await?;
    let survey = &gathered.survey;
    let (status, problem, report, faults) = match uploaded {
        Uploaded::Nothing => (StatusCode::OK, String::new(), None, Vec::new()),
        Uploaded::Wrong(words) => (StatusCode::UNPROCESSABLE_ENTITY, words, None, Vec::new()),
        Uploaded::Read(report) => {
            let faults = contacts_look::faults(desk, &report);
            (StatusCode::OK, String::new(), Some(contacts_look::report_lines(desk, &report, true)), faults)
        }
    };
    let mut frame = desk.frame(desk.say("staff-contacts"), Area::Surveys);
    frame.simulated = survey.simulated;
    frame.mend("file", &desk.say("staff-contacts-file"), &problem);
    let mails = survey.channels.contains(&Channel::Email);
    let own = address(survey.id);
    let shown = ContactsPage {
        frame,
        back: own.clone(),
        own: format!("{own}/contacts"),
        survey: survey.title.clone(),
        secret: desk.secret(),
        facts: facts(desk, &gathered),
        letters: gathered.letters.iter().map(|letter| letter_row(desk, *letter)).collect(),
        hindrances: gathered.hindrances.iter().map(|hindrance| hindrance_row(desk, hindrance)).collect(),
        may_upload: desk.may_work() && mails && matches!(survey.state, State::Draft | State::Open),
        may_send: desk.may_work() && mails && survey.state == State::Open,
        may_remind: gathered.invitations > 0,
        to_retry: gathered.letters.iter().any(|letter| may_be_retried(*letter)),
        reminder: gathered.last_reminder.saturating_add(1),
        thank: thank_about(desk, gathered.to_thank),
        report,
        faults,
        forget_about: forget_about(desk, &gathered),
        certificates: gathered.certificates.iter().map(|own| certificate_in_words(desk, own)).collect(),
        imports: gathered.imports.iter().map(|own| import_row(desk, own)).collect(),
        attributes: gathered.attributes.iter().map(|own| attribute_row(desk, own)).collect(),
        samples: sample_rows(desk, &gathered),
        recently_asked: recently_asked(desk, gathered.asked_recently),
        reports: if waiting == 0 && desk.may_work() { desk.say("reports-open") } else { link(desk, waiting) },
    };
    Ok(page(status, &shown))
}

fn may_be_retried((_, state, _): (LetterKind, LetterState, u64)) -> bool {
    state == LetterState::Uncertain || LetterState::BOUNCED.contains(&state)
}

fn facts(desk: &Desk, gathered: &Gathered) -> Vec<(String, String)> {
    let count = |key: &str, count: u64| (desk.say(key), integer(&desk.language, count));
    let mut facts =
        vec![count("staff-contacts-number", gathered.contacts), count("staff-contacts-opted-out", gathered.opted_out)];
    if !gathered.samples.is_empty() {
        facts.push(count("contacts-drawn", gathered.drawn));
    }
    if gathered.asked_recently > 0 {
        facts.push(count("contacts-asked-recently", gathered.asked_recently));
    }
    facts.push(count("staff-contacts-invited", gathered.invitations));
    facts.push(count("staff-letters-uncertain", gathered.uncertain));
    facts
}

/// Why some were left out because they were asked too often of late; "" where nobody was.
fn recently_asked(desk: &Desk, count: u64) -> String {
    let limit = asking_limit(&desk.visit.site);
    let number = |number: u16| Argument::Count(number.into());
    let values = [("count", count.into()), ("most", number(limit.most)), ("months", number(limit.within_months))];
    if count == 0 { String::new() } else { desk.say_with("contacts-asked-recently-about", &values) }
}

fn import_row(desk: &Desk, import: &ContactImport) -> [String; 4] {
    [
        date(&desk.language, import.imported_on),
        desk.say(&format!("contacts-basis-{}", import.basis.code())),
        integer(&desk.language, import.rows),
        integer(&desk.language, import.added),
    ]
}

fn attribute_row(desk: &Desk, (attribute, known): &(Attribute, u64)) -> [String; 3] {
    [attribute.label.clone(), attribute.reason.clone(), integer(&desk.language, *known)]
}

fn sample_rows(desk: &Desk, gathered: &Gathered) -> Vec<SampleRow> {
    let row = |(id, plan, may_be_withdrawn): &(SampleId, SamplePlan, bool)| SampleRow {
        words: plan_in_words(desk, plan),
        withdraw: if *may_be_withdrawn && desk.may_work() { id.to_string() } else { String::new() },
    };
    gathered.samples.iter().map(row).collect()
}

/// A certificate: what was deleted, when and why, and what stays.
fn certificate_in_words(desk: &Desk, own: &Certificate) -> (String, Vec<String>) {
    let day = date(&desk.language, own.deleted_on);
    let key = if own.by_hand { "contacts-certificate-by-hand" } else { "contacts-certificate-by-calendar" };
    let counted = |key: &str, count: u64| {
        desk.say_with(key, &[("count", Argument::Count(count)), ("number", integer(&desk.language, count).into())])
    };
    let mut lines = vec![counted("contacts-certificate-contacts", own.contacts)];
    if !own.attributes.is_empty() {
        let values = [
            ("attributes", Argument::Text(list(&desk.language, &own.attributes))),
            ("count", Argument::Count(own.values)),
            ("number", integer(&desk.language, own.values).into()),
        ];
        lines.push(desk.say_with("contacts-certificate-attributes", &values));
    }
    lines.push(counted("contacts-certificate-invitations", own.invitations));
    lines.push(desk.say("contacts-certificate-rest"));
    (desk.say_with(key, &[("day", day.into())]), lines)
}

/// Until when the contacts of a closed survey stay, where they can be deleted before.
fn forget_about(desk: &Desk, gathered: &Gathered) -> Option<String> {
    let day = gathered.closed_on.filter(|_| desk.may_work() && gathered.contacts > 0)?;
    let day = date(&desk.language, forgotten_on(&desk.visit.site, day));
    Some(desk.say_with("staff-forget-about", &[("by", day.into())]))
}

fn letter_row(desk: &Desk, (kind, state, count): (LetterKind, LetterState, u64)) -> (String, String, String) {
    let kind = desk.say(&format!("staff-letter-{}", kind.code()));
    let state = desk.say(&format!("staff-letter-{}", state.code()));
    (kind, state, integer(&desk.language, count))
}

fn hindrance_row(desk: &Desk, hindrance: &Hindrance) -> HindranceRow {
    let next = hindrance.next_attempt.map(|due| {
        let due = desk.visit.site.clock.local(due);
        format!("{}, {}", date(&desk.language, due.date()), due.format("%H:%M"))
    });
    HindranceRow {
        why: problem_in_words(&desk.language, &hindrance.problem),
        state: desk.say(&format!("staff-letter-{}", hindrance.state.code())),
        count: integer(&desk.language, hindrance.count),
        next: next.unwrap_or_default(),
    }
}
