//! `/staff/reports`: messages about letters that no rule could settle, for a person to look at. Shown as plain text, whatever they are.

use super::session::{Area, Desk, Order, done};
use crate::campaign::{Address, IncomingKind};
use crate::flows::settle_reports::{Meaning, WaitingReport, list_reports, look_at_report, settle_report};
use crate::flows::words::refusal_in_words;
use crate::flows::{Refused, thing};
use crate::ids::MailReportId;
use crate::language::{Argument, date, integer};
use crate::web::pages::{TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The address of the list.
pub(super) const LIST: &str = "/staff/reports";

/// The list.
#[derive(Template)]
#[template(path = "staff_reports.html")]
struct ReportsPage<'a> {
    frame: WorkplaceFrame<'a>,
    /// How many wait, in a sentence.
    waiting: String,
    rows: Vec<Row>,
    /// The address of the next ones; "" for none.
    next: String,
    /// What came in of late: kind, count.
    received: Vec<(String, String)>,
    may_work: bool,
}

struct Row {
    address: String,
    day: String,
    subject: String,
    from: String,
    kind: String,
}

/// One message.
#[derive(Template)]
#[template(path = "staff_report.html")]
struct ReportPage<'a> {
    frame: WorkplaceFrame<'a>,
    list: &'static str,
    own: String,
    secret: &'a str,
    facts: Vec<(String, String)>,
    text: String,
    /// Addresses that the message names: value, whether it is chosen.
    offered: Vec<(String, bool)>,
    address: TypedField,
    /// Until when it is kept, in a sentence.
    term: String,
    may_work: bool,
}

/// `GET`: the list.
pub async fn list(desk: Desk) -> HttpResponse {
    let outcome = show_list(&desk).await;
    desk.visit.conclude(outcome)
}

async fn show_list(desk: &Desk) -> Result<HttpResponse, Problem> {
    let after = MailReportId(desk.visit.asked("after").and_then(|typed| typed.parse().ok()).unwrap_or(0));
    let reports = desk.visit.block(move |site| list_reports(site, after)).await?;
    let full = reports.waiting.len() >= crate::flows::settle_reports::AT_ONCE as usize;
    let next = reports.waiting.last().filter(|_| full).map(|last| format!("{LIST}?after={}", last.id));
    let number = integer(&desk.language, reports.count);
    let shown = ReportsPage {
        frame: desk.frame(desk.say("reports-title"), Area::Surveys),
        waiting: desk.say_with("reports-waiting", &[("count", Argument::Count(reports.count)), ("number", number.into())]),
        rows: reports.waiting.iter().map(|own| row(desk, own)).collect(),
        next: next.unwrap_or_default(),
        received: reports
            .received
            .iter()
            .map(|(kind, count)| (kind_words(desk, *kind), integer(&desk.language, *count)))
            .collect(),
        may_work: desk.may_work(),
    };
    Ok(page(StatusCode::OK, &shown))
}

fn row(desk: &Desk, own: &WaitingReport) -> Row {
    Row {
        address: format!("{LIST}/{}", own.id),
        day: date(&desk.language, own.received_on),
        subject: subject(desk, own),
        from: own.look.from.clone(),
        kind: kind_words(desk, own.kind),
    }
}

fn subject(desk: &Desk, own: &WaitingReport) -> String {
    if own.look.subject.is_empty() { desk.say("reports-no-subject") } else { own.look.subject.clone() }
}

fn kind_words(desk: &Desk, kind: IncomingKind) -> String {
    desk.say(&format!("reports-kind-{}", kind.code()))
}

/// `GET`: one message.
pub async fn show(desk: Desk, report: Path<String>) -> HttpResponse {
    let outcome = show_one(&desk, &report, "", None).await;
    desk.visit.conclude(outcome)
}

/// `POST`: what it means.
pub async fn settle(order: Order, report: Path<String>) -> HttpResponse {
    let outcome = decide(&order, &report).await;
    order.desk.visit.conclude(outcome)
}

async fn decide(order: &Order, typed: &str) -> Result<HttpResponse, Problem> {
    let (desk, posted) = (&order.desk, &order.posted);
    let id = number_of(typed)?;
    let other = posted.value("address").to_owned();
    let address = if other.is_empty() { posted.value("offered").to_owned() } else { other };
    let (meaning, said) = match posted.value("meaning") {
        "dead" => (Meaning::NoSuchAddress(address.clone()), "staff-done-report-dead"),
        "peace" => (Meaning::WantsNone(address.clone()), "staff-done-report-peace"),
        _ => (Meaning::Nothing, "staff-done-report-nothing"),
    };
    match desk.visit.block(move |site| settle_report(site, id, &meaning)).await {
        Ok(()) => Ok(done(LIST, said)),
        Err(Problem::Refused(refused @ Refused::Invalid(..))) => show_one(desk, typed, &address, Some(refused)).await,
        Err(problem) => Err(problem),
    }
}

fn number_of(typed: &str) -> Result<MailReportId, Problem> {
    Ok(MailReportId(typed.parse().map_err(|_| Refused::NotThere(thing::MAIL_REPORT))?))
}

async fn show_one(desk: &Desk, typed: &str, address: &str, refused: Option<Refused>) -> Result<HttpResponse, Problem> {
    let id = number_of(typed)?;
    let own = desk.visit.block(move |site| look_at_report(site, id)).await?;
    let problem = refused.as_ref().map(|refused| refusal_in_words(&desk.language, refused)).unwrap_or_default();
    let status = if problem.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut frame = desk.frame(subject(desk, &own), Area::Surveys);
    frame.mend("address", &desk.say("reports-address"), &problem);
    // Only what could be written to is offered.
    let offered = own.look.addresses.iter().filter(|offered| Address::parse(offered).is_ok());
    let offered: Vec<(String, bool)> = offered.enumerate().map(|(place, offered)| (offered.clone(), place == 0)).collect();
    let shown = ReportPage {
        frame,
        list: LIST,
        own: format!("{LIST}/{id}"),
        secret: desk.secret(),
        facts: vec![
            (desk.say("reports-day"), date(&desk.language, own.received_on)),
            (desk.say("reports-from"), own.look.from.clone()),
            (desk.say("reports-kind"), kind_words(desk, own.kind)),
        ],
        text: own.look.text.clone(),
        address: TypedField {
            name: "address",
            words: desk.say(if offered.is_empty() { "reports-address" } else { "reports-other-address" }),
            // Not `email`: that would refuse addresses beyond ASCII.
            kind: "text",
            value: address.to_owned(),
            hint: desk.say("reports-address-hint"),
            problem,
            autocomplete: "off",
            ..TypedField::default()
        },
        offered,
        term: desk.say_with("reports-term", &[("day", date(&desk.language, own.forget_on).into())]),
        may_work: desk.may_work(),
    };
    Ok(page(status, &shown))
}

/// The words of a link to the messages that wait; "" where none does.
pub(super) fn link(desk: &Desk, waiting: u64) -> String {
    let number = integer(&desk.language, waiting);
    let values = [("count", Argument::Count(waiting)), ("number", number.into())];
    if waiting == 0 { String::new() } else { desk.say_with("reports-link", &values) }
}
