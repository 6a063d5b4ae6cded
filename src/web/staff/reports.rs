//! `/staff/reports`: messages about letters that no rule could settle, for a person to look at. Shown as plain text, whatever they are.

use super::session::{Area, Desk, Order, done};
use crate::campaign::{Address, IncomingKind};
use crate::flows::settle_reports::{Meaning, list_reports, look_at_report, settle_report};
use crate::flows::words::refusal_in_words;
use crate::flows::{Refused, thing};
use crate::ids::MailReportId;
use crate::language::{Argument, date, integer};
use crate::store::mail_report::ListedReport;
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
    /// How many were not kept, in a sentence; "" for none.
    unkept: String,
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
    /// What it may mean: value, words, whether it is chosen. None is at first: what is chosen deletes the message.
    meanings: Vec<(&'static str, String, bool)>,
    meaning_problem: String,
    /// Until when it is kept, in a sentence.
    term: String,
}

/// What was chosen and typed of a message.
#[derive(Clone, Default)]
struct Typed {
    meaning: String,
    offered: String,
    address: String,
}

impl Typed {
    /// What it means, and the key of what is said when that is done.
    ///
    /// Whatever is not plainly chosen is asked for again: a message that is deleted does not come back.
    fn meaning(&self) -> Result<(Meaning, &'static str), Refused> {
        let address = if self.address.is_empty() { &self.offered } else { &self.address };
        match self.meaning.as_str() {
            "dead" => Ok((Meaning::NoSuchAddress(address.clone()), "staff-done-report-dead")),
            "peace" => Ok((Meaning::WantsNone(address.clone()), "staff-done-report-peace")),
            "nothing" if self.address.is_empty() => Ok((Meaning::Nothing, "staff-done-report-nothing")),
            "nothing" => Err(Refused::Invalid("meaning", "reports-nothing-with-address")),
            _ => Err(Refused::Invalid("meaning", "reports-no-meaning")),
        }
    }
}

/// `GET`: the list.
pub async fn list(desk: Desk) -> HttpResponse {
    let outcome = show_list(&desk).await;
    desk.visit.conclude(outcome)
}

async fn show_list(desk: &Desk) -> Result<HttpResponse, Problem> {
    may_read(desk)?;
    let after = MailReportId(desk.visit.asked("after").and_then(|typed| typed.parse().ok()).unwrap_or(0));
    let reports = desk.visit.block(move |site| list_reports(site, after)).await?;
    let full = reports.waiting.len() >= crate::flows::settle_reports::AT_ONCE as usize;
    let next = reports.waiting.last().filter(|_| full).map(|last| format!("{LIST}?after={}", last.id));
    let number = integer(&desk.language, reports.count);
    let shown = ReportsPage {
        frame: desk.frame(desk.say("reports-title"), Area::Surveys),
        waiting: desk.say_with("reports-waiting", &[("count", Argument::Count(reports.count)), ("number", number.into())]),
        unkept: match reports.unkept {
            0 => String::new(),
            unkept => {
                let values = [("count", Argument::Count(unkept)), ("number", integer(&desk.language, unkept).into())];
                desk.say_with("reports-unkept", &values)
            }
        },
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

fn row(desk: &Desk, own: &ListedReport) -> Row {
    Row {
        address: format!("{LIST}/{}", own.id),
        day: date(&desk.language, own.received_on),
        subject: subject(desk, &own.subject),
        from: own.from.clone(),
        kind: kind_words(desk, own.kind),
    }
}

fn subject(desk: &Desk, own: &str) -> String {
    if own.is_empty() { desk.say("reports-no-subject") } else { own.to_owned() }
}

fn kind_words(desk: &Desk, kind: IncomingKind) -> String {
    desk.say(&format!("reports-kind-{}", kind.code()))
}

/// `GET`: one message.
pub async fn show(desk: Desk, report: Path<String>) -> HttpResponse {
    let outcome = show_one(&desk, &report, Typed::default(), None).await;
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
    let value = |name: &str| posted.value(name).to_owned();
    let chosen = Typed { meaning: value("meaning"), offered: value("offered"), address: value("address").trim().to_owned() };
    let (meaning, said) = match chosen.meaning() {
        Ok(known) => known,
        Err(refused) => return show_one(desk, typed, chosen, Some(refused)).await,
    };
    match desk.visit.block(move |site| settle_report(site, id, &meaning)).await {
        Ok(()) => Ok(done(LIST, said)),
        Err(Problem::Refused(refused @ Refused::Invalid(..))) => show_one(desk, typed, chosen, Some(refused)).await,
        Err(problem) => Err(problem),
    }
}

/// These are people's own letters: only who works with them reads them.
fn may_read(desk: &Desk) -> Result<(), Problem> {
    if desk.may_work() { Ok(()) } else { Err(Refused::MayNot.into()) }
}

fn number_of(typed: &str) -> Result<MailReportId, Problem> {
    Ok(MailReportId(typed.parse().map_err(|_| Refused::NotThere(thing::MAIL_REPORT))?))
}

async fn show_one(desk: &Desk, number: &str, typed: Typed, refused: Option<Refused>) -> Result<HttpResponse, Problem> {
    may_read(desk)?;
    let id = number_of(number)?;
    let own = desk.visit.block(move |site| look_at_report(site, id)).await?;
    let words = refused.as_ref().map(|refused| refusal_in_words(&desk.language, refused)).unwrap_or_default();
    let (meaning_problem, problem) = match refused {
        Some(Refused::Invalid("meaning", _)) => (words, String::new()),
        _ => (String::new(), words),
    };
    let mut frame = desk.frame(subject(desk, &own.shown.subject), Area::Surveys);
    frame.mend("meaning", &desk.say("reports-meaning"), &meaning_problem);
    frame.mend("address", &desk.say("reports-address"), &problem);
    let status = if frame.to_mend.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let offered = offered(&own.shown.addresses, &typed.offered);
    let meanings = [("dead", "reports-dead"), ("peace", "reports-peace"), ("nothing", "reports-nothing")];
    let shown = ReportPage {
        frame,
        list: LIST,
        own: format!("{LIST}/{id}"),
        secret: desk.secret(),
        facts: vec![
            (desk.say("reports-day"), date(&desk.language, own.received_on)),
            (desk.say("reports-from"), own.shown.from.clone()),
            (desk.say("reports-kind"), kind_words(desk, own.kind)),
        ],
        text: if own.shown.text.trim().is_empty() { desk.say("reports-no-text") } else { own.shown.text.clone() },
        meanings: meanings.into_iter().map(|(value, key)| (value, desk.say(key), value == typed.meaning)).collect(),
        meaning_problem,
        address: TypedField {
            name: "address",
            words: desk.say(if offered.is_empty() { "reports-address" } else { "reports-other-address" }),
            // Not `email`: that would refuse addresses beyond ASCII.
            kind: "text",
            value: typed.address,
            hint: desk.say("reports-address-hint"),
            problem,
            autocomplete: "off",
            ..TypedField::default()
        },
        offered,
        term: desk.say_with("reports-term", &[("day", date(&desk.language, own.forget_on).into())]),
    };
    Ok(page(status, &shown))
}

/// The addresses that are offered, with the one that is chosen: only what could be written to, and the likeliest unless another was.
fn offered(named: &[String], chosen: &str) -> Vec<(String, bool)> {
    let offered: Vec<&String> = named.iter().filter(|named| Address::parse(named).is_ok()).collect();
    let place = offered.iter().position(|own| *own == chosen).unwrap_or(0);
    offered.into_iter().enumerate().map(|(own, address)| (address.clone(), own == place)).collect()
}

/// The words of a link to the messages that wait; "" where none does, and for who may not read them.
pub(super) fn link(desk: &Desk, waiting: u64) -> String {
    let number = integer(&desk.language, waiting);
    let values = [("count", Argument::Count(waiting)), ("number", number.into())];
    if waiting == 0 || !desk.may_work() { String::new() } else { desk.say_with("reports-link", &values) }
}
