//! `/staff/surveys/{id}/contacts`: who is invited, and how the letters fare. Nothing here tells who answered.

use super::session::{Area, Desk, Order, done_with_count};
use super::surveys::{address, find};
use crate::campaign::{LetterKind, LetterState};
use crate::flows::forget_contacts::forgotten_on;
use crate::flows::import_contacts::{ImportReport, import_contacts, row_fault_in_words};
use crate::flows::send_invitations::{next_reminder, problem_in_words, queue_invitations, queue_reminders, retry_bounced};
use crate::flows::words::refusal_in_words;
use crate::flows::{Outcome, Refused};
use crate::language::{Argument, date, integer};
use crate::site::Site;
use crate::store;
use crate::store::letter::Hindrance;
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
    may_retry: bool,
    reminder: i32,
    forget_about: Option<String>,
    report: Option<Vec<String>>,
    faults: Vec<String>,
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
    closed_on: Option<NaiveDate>,
}

/// What became of an upload.
enum Uploaded {
    Nothing,
    Read(ImportReport),
    Wrong(String),
}

/// `GET`: the page.
pub async fn show(desk: Desk, survey: Path<String>) -> HttpResponse {
    let outcome = show_with(&desk, survey.into_inner(), Uploaded::Nothing).await;
    desk.visit.conclude(outcome)
}

/// `POST`: a file of contacts. Its report is the answer itself; the same file again adds nobody.
pub async fn upload(order: Order, survey: Path<String>) -> HttpResponse {
    let typed = survey.into_inner();
    let desk = order.desk;
    let uploaded = match order.posted.files.into_iter().find(|upload| upload.field == "file") {
        None => Ok(Uploaded::Wrong(desk.say("staff-no-file"))),
        Some(file) => {
            let survey = typed.clone();
            match desk.visit.block(move |site| import_contacts(site, find(site, &survey)?.id, &file.bytes)).await {
                Ok(report) => Ok(Uploaded::Read(report)),
                Err(Problem::Refused(refused @ Refused::Invalid(..))) => {
                    Ok(Uploaded::Wrong(refusal_in_words(&desk.language, &refused)))
                }
                Err(problem) => Err(problem),
            }
        }
    };
    let outcome = match uploaded {
        Ok(uploaded) => show_with(&desk, typed, uploaded).await,
        Err(problem) => Err(problem),
    };
    desk.visit.conclude(outcome)
}

/// `POST`: queues the invitations of everybody who has none.
pub async fn invite(order: Order, survey: Path<String>) -> HttpResponse {
    let typed = survey.into_inner();
    let own = format!("/staff/surveys/{typed}/contacts");
    let queued = order.desk.visit.block(move |site| queue_invitations(site, find(site, &typed)?.id)).await;
    order.desk.visit.conclude(queued.map(|count| done_with_count(&own, "staff-done-invited", as_count(count))))
}

/// `POST`: tries refused invitations again.
pub async fn retry(order: Order, survey: Path<String>) -> HttpResponse {
    let typed = survey.into_inner();
    let own = format!("/staff/surveys/{typed}/contacts");
    let retried = order.desk.visit.block(move |site| retry_bounced(site, find(site, &typed)?.id)).await;
    order.desk.visit.conclude(retried.map(|count| done_with_count(&own, "staff-done-retried", as_count(count))))
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
    Ok(site.store.read(|db| {
        Ok(Gathered {
            contacts: store::contact::count(db, id)?,
            opted_out: store::contact::count_opted_out(db, id)?,
            invitations: store::invitation::count(db, id)?,
            letters: store::letter::count_by_state(db, id)?,
            hindrances: store::letter::count_by_problem(db, id, MOST_REASONS)?,
            uncertain: store::letter::count_uncertain(db, id)?,
            last_reminder: store::letter::last_number(db, id, LetterKind::Reminder)?,
            closed_on: store::survey::plan(db, id)?.closed_on,
            survey,
        })
    })?)
}

async fn show_with(desk: &Desk, typed: String, uploaded: Uploaded) -> Result<HttpResponse, Problem> {
    let gathered = desk.visit.block(move |site| gather(site, &typed)).await?;
    let survey = &gathered.survey;
    let count = |key: &str, count: u64| (desk.say(key), integer(&desk.language, count));
    let (status, problem, report, faults) = match uploaded {
        Uploaded::Nothing => (StatusCode::OK, String::new(), None, Vec::new()),
        Uploaded::Wrong(words) => (StatusCode::UNPROCESSABLE_ENTITY, words, None, Vec::new()),
        Uploaded::Read(report) => {
            let faults = report.faults.iter().map(|fault| row_fault_in_words(&desk.language, fault)).collect();
            (StatusCode::OK, String::new(), Some(report_lines(desk, &report)), faults)
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
        facts: vec![
            count("staff-contacts-number", gathered.contacts),
            count("staff-contacts-opted-out", gathered.opted_out),
            count("staff-contacts-invited", gathered.invitations),
            count("staff-letters-uncertain", gathered.uncertain),
        ],
        letters: gathered.letters.iter().map(|letter| letter_row(desk, *letter)).collect(),
        hindrances: gathered.hindrances.iter().map(|hindrance| hindrance_row(desk, hindrance)).collect(),
        may_upload: desk.may_work() && mails && matches!(survey.state, State::Draft | State::Open),
        may_send: desk.may_work() && mails && survey.state == State::Open,
        may_remind: gathered.invitations > 0,
        may_retry: gathered.letters.iter().any(|(_, state, _)| LetterState::BOUNCED.contains(state)),
        reminder: gathered.last_reminder.saturating_add(1),
        report,
        faults,
        forget_about: forget_about(desk, &gathered),
    };
    Ok(page(status, &shown))
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

fn report_lines(desk: &Desk, report: &ImportReport) -> Vec<String> {
    let line = |key: &str, count: u64| desk.say_with(key, &[("count", Argument::Count(count))]);
    vec![
        line("staff-import-rows", report.rows),
        line("staff-import-added", report.added),
        line("staff-import-there", report.already_there),
        line("staff-import-merged", report.merged),
        line("staff-import-suppressed", report.suppressed),
        line("staff-import-faults", as_count(report.faults.len())),
    ]
}
