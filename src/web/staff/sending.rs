//! `/staff/surveys/{id}/sending`: how the invitations fare at this moment, what became of everybody, and what happened to one
//! person's. Nothing here tells who answered.

use super::posted::Posted;
use super::session::{Area, Desk, Order, done, done_with_count};
use super::surveys::{address, find};
use crate::campaign::Fate;
use crate::flows::account_for_contacts::{
    Account, History, LeftOut, Progress, follow_campaign, happening_key, history_of, reconciliation_file,
};
use crate::flows::queue_letters::{pause_letters, retry_bounced, retry_uncertain};
use crate::flows::send_invitations::problem_in_words;
use crate::flows::thank_invited::{count_uncertain_thanks, retry_uncertain_thanks};
use crate::flows::words::refusal_in_words;
use crate::flows::{Outcome, Refused};
use crate::ids::SurveyId;
use crate::language::{Argument, date, integer, number};
use crate::site::Site;
use crate::store::invitation_event::Event;
use crate::survey::{Channel, State, Survey};
use crate::web::pages::{TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Path;
use askama::Template;
use chrono::NaiveDateTime;

/// Between two readings of the figures while letters leave, and while they wait for the office's hours.
const SECONDS_GOING: u32 = 5;
const SECONDS_CLOSED_HOURS: u32 = 60;

/// The page.
#[derive(Template)]
#[template(path = "staff_sending.html")]
struct SendingPage<'a> {
    frame: WorkplaceFrame<'a>,
    own: String,
    back: String,
    contacts: String,
    survey: String,
    secret: &'a str,
    state: String,
    waits: bool,
    /// After how many seconds a browser reads the figures anew by itself; 0 for never.
    every: u32,
    /// When the figures were read, in words.
    read: String,
    facts: Vec<(String, String)>,
    may_work: bool,
    may_pause: bool,
    may_resume: bool,
    may_retry_bounced: bool,
    may_retry_uncertain: bool,
    /// The button that sends uncertain thanks again; `None` where there are none.
    retry_thanks: Option<String>,
    /// Domain, sent, waiting, put off, uncertain, not delivered; until when it is left alone.
    domains: Vec<([String; 6], String)>,
    /// What came in and what became of it, line by line; whether a line is a sum.
    account: Vec<(String, String, bool)>,
    balance: String,
    balances: bool,
    asked: TypedField,
    /// What was found of the person asked for, in order.
    history: Option<Vec<String>>,
}

/// `GET`: the page.
pub async fn show(desk: Desk, survey: Path<String>) -> HttpResponse {
    let outcome = show_with(&desk, survey.into_inner(), None).await;
    desk.visit.conclude(outcome)
}

/// `POST`: asks for a person, pauses, goes on, tries again. A person's address travels in no link.
pub async fn receive(order: Order, survey: Path<String>) -> HttpResponse {
    let typed = survey.into_inner();
    let (desk, posted) = (&order.desk, &order.posted);
    let own = format!("/staff/surveys/{typed}/sending");
    let name = typed.clone();
    let outcome = if posted.has("find") {
        show_with(desk, typed, Some(posted.value("address").trim().to_owned())).await
    } else if posted.has("pause") || posted.has("resume") {
        let pause = posted.has("pause");
        let changed = desk.visit.block(move |site| pause_letters(site, find(site, &name)?.id, pause)).await;
        changed.map(|()| done(&own, if pause { "sending-done-paused" } else { "sending-done-resumed" }))
    } else if let Some((retry, key)) = asked_again(posted) {
        let retried = desk.visit.block(move |site| retry(site, find(site, &name)?.id)).await;
        retried.map(|count| done_with_count(&own, key, u64::try_from(count).unwrap_or(u64::MAX)))
    } else {
        // Nothing that we ask: nothing is sent again for that.
        show_with(desk, typed, None).await
    };
    desk.visit.conclude(outcome)
}

/// Sends letters again; how many.
type Retry = fn(&Site, SurveyId) -> Outcome<usize>;

/// Which letters are to be sent again, and how that is told.
fn asked_again(posted: &Posted) -> Option<(Retry, &'static str)> {
    Some(match posted {
        _ if posted.has("thanks") => (retry_uncertain_thanks, "staff-done-thanks-retried"),
        _ if posted.has("uncertain") => (retry_uncertain, "staff-done-retried-uncertain"),
        _ if posted.has("bounced") => (retry_bounced, "staff-done-retried"),
        _ => return None,
    })
}

/// `GET`: the account as a file, for those who send: it names everybody.
pub async fn download(desk: Desk, survey: Path<String>) -> HttpResponse {
    if !desk.may_work() {
        return desk.visit.conclude(Err(Refused::MayNot.into()));
    }
    let (typed, language) = (survey.into_inner(), desk.language.clone());
    let made = desk.visit.block(move |site| {
        let survey = find(site, &typed)?;
        Ok((survey.code.clone(), reconciliation_file(site, survey.id, &language)?))
    });
    let sent = made.await.map(|(code, bytes)| {
        HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
            .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{code}-{}.csv\"", desk.say("sending-file"))))
            .body(bytes)
    });
    desk.visit.conclude(sent)
}

fn gather(site: &Site, typed: &str) -> Outcome<(Survey, Progress, u64)> {
    let survey = find(site, typed)?;
    let progress = follow_campaign(site, survey.id)?;
    let uncertain_thanks = count_uncertain_thanks(site, survey.id)?;
    Ok((survey, progress, uncertain_thanks))
}

async fn show_with(desk: &Desk, typed: String, asked: Option<String>) -> Result<HttpResponse, Problem> {
    let name = typed.clone();
    let (survey, progress, uncertain_thanks) = desk.visit.block(move |site| gather(site, &name)).await?;
    let mut problem = String::new();
    let mut history = None;
    if let Some(address) = asked.clone() {
        let id = survey.id;
        match desk.visit.block(move |site| history_of(site, id, &address)).await {
            Ok(found) => history = Some(history_lines(desk, &found)),
            Err(Problem::Refused(refused @ Refused::Invalid(..))) => problem = refusal_in_words(&desk.language, &refused),
            Err(other) => return Err(other),
        }
    }
    let status = if problem.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut frame = desk.frame(desk.say("sending-title"), Area::Surveys);
    frame.simulated = survey.simulated;
    frame.mend("address", &desk.say("sending-address"), &problem);
    let field = TypedField {
        name: "address",
        words: desk.say("sending-address"),
        kind: "email",
        value: asked.unwrap_or_default(),
        hint: desk.say("sending-address-hint"),
        problem,
        required: true,
        autocomplete: "off",
        options: Vec::new(),
    };
    let may_send = desk.may_work() && survey.state == State::Open && survey.channels.contains(&Channel::Email);
    let account = &progress.account;
    let bounced = account.count(Fate::BouncedHard) + account.count(Fate::BouncedSoft);
    let own = format!("{}/sending", address(survey.id));
    let shown = SendingPage {
        back: address(survey.id),
        contacts: format!("{}/contacts", address(survey.id)),
        survey: survey.title.clone(),
        secret: desk.secret(),
        state: state_in_words(desk, &survey, &progress),
        waits: progress.pause.is_some(),
        every: every(&survey, &progress),
        read: desk.say_with("sending-read", &[("at", read_at(desk).into())]),
        may_work: desk.may_work(),
        facts: facts(desk, &progress),
        may_pause: may_send && progress.pause.is_none() && account.count(Fate::Waiting) > 0,
        may_resume: may_send && progress.pause.is_some(),
        may_retry_bounced: may_send && bounced > 0,
        may_retry_uncertain: may_send && account.count(Fate::Uncertain) > 0,
        retry_thanks: retry_thanks(desk, uncertain_thanks),
        domains: domain_rows(desk, &progress),
        account: account_lines(desk, account),
        balance: desk.say(balance_key(account)),
        balances: account.balances(),
        asked: field,
        history,
        own,
        frame,
    };
    Ok(page(status, &shown))
}

fn retry_thanks(desk: &Desk, count: u64) -> Option<String> {
    let values = [("count", Argument::Count(count)), ("number", integer(&desk.language, count).into())];
    (count > 0 && desk.may_work()).then(|| desk.say_with("sending-retry-thanks", &values))
}

fn balance_key(account: &Account) -> &'static str {
    match account {
        Account { rows: 0, contacts: 0, .. } => "sending-balance-nothing",
        Account { contacts: 0, .. } if account.rows > account.left_out.sum() => "sending-balance-forgotten",
        account if account.balances() => "sending-balance-good",
        _ => "sending-balance-bad",
    }
}

fn time(desk: &Desk, at: NaiveDateTime) -> String {
    let local = desk.visit.site.clock.local(at);
    format!("{}, {}", date(&desk.language, local.date()), local.format("%H:%M"))
}

fn state_in_words(desk: &Desk, survey: &Survey, progress: &Progress) -> String {
    if let Some(pause) = &progress.pause {
        let key = if pause.reason == "failures" { "sending-state-paused-failures" } else { "sending-state-paused-staff" };
        return desk.say_with(key, &[("since", time(desk, pause.since).into())]);
    }
    let waiting = progress.account.count(Fate::Waiting);
    match (survey.state, waiting, progress.leaves_at) {
        (State::Open, 1.., Some(at)) => desk.say_with("sending-state-closed-hours", &[("at", time(desk, at).into())]),
        (State::Open, 1.., None) => desk.say("sending-state-going"),
        (State::Open, 0, _) if progress.account.count(Fate::Sent) == 0 => desk.say("sending-state-none"),
        (State::Open, ..) => desk.say("sending-state-done"),
        (State::Draft, ..) => desk.say("sending-state-draft"),
        _ => desk.say("sending-state-over"),
    }
}

/// How often figures change that somebody may be watching: while letters leave, and from the hour at which they leave again.
fn every(survey: &Survey, progress: &Progress) -> u32 {
    let going = survey.state == State::Open && progress.pause.is_none() && progress.account.count(Fate::Waiting) > 0;
    match progress.leaves_at {
        _ if !going => 0,
        None => SECONDS_GOING,
        Some(_) => SECONDS_CLOSED_HOURS,
    }
}

/// To the second: two readings in the same minute are told apart.
fn read_at(desk: &Desk) -> String {
    let clock = &desk.visit.site.clock;
    let local = clock.local(clock.now());
    format!("{}, {}", date(&desk.language, local.date()), local.format("%H:%M:%S"))
}

fn facts(desk: &Desk, progress: &Progress) -> Vec<(String, String)> {
    let account = &progress.account;
    let count = |key: &str, count: u64| (desk.say(key), integer(&desk.language, count));
    let bounced = account.count(Fate::BouncedHard) + account.count(Fate::BouncedSoft);
    let mut facts = vec![
        count("sending-waiting", account.count(Fate::Waiting)),
        count("sending-deferred", progress.deferred),
        count("sending-sent", account.count(Fate::Sent)),
        count("sending-bounced", bounced),
        count("sending-uncertain", account.count(Fate::Uncertain)),
        count("sending-opted-out", progress.opted_out),
        count("sending-answers", progress.answers),
    ];
    let speed = number(&desk.language, progress.per_minute, if progress.per_minute < 10.0 { 1 } else { 0 });
    facts.push((desk.say("sending-speed"), desk.say_with("sending-per-minute", &[("count", speed.into())])));
    if let Some(end) = progress.ends_at.filter(|_| progress.pause.is_none()) {
        facts.push((desk.say("sending-end"), time(desk, end)));
    }
    facts
}

fn domain_rows(desk: &Desk, progress: &Progress) -> Vec<([String; 6], String)> {
    let row = |(own, until): &(crate::store::reconciliation::DomainCount, Option<NaiveDateTime>)| {
        let count = |fate: Fate| own.fates.get(&fate).copied().unwrap_or(0);
        let shown = |count: u64| integer(&desk.language, count);
        let domain = if own.domain.is_empty() { desk.say("sending-domain-forgotten") } else { own.domain.clone() };
        let until = until.map(|until| desk.say_with("sending-left-alone", &[("until", time(desk, until).into())]));
        let cells = [
            domain,
            shown(count(Fate::Sent)),
            shown(count(Fate::Waiting)),
            shown(own.deferred),
            shown(count(Fate::Uncertain)),
            shown(count(Fate::BouncedHard) + count(Fate::BouncedSoft)),
        ];
        (cells, until.unwrap_or_default())
    };
    progress.domains.iter().map(row).collect()
}

/// The sum of all rows, the rows that became no contact, the sum of the contacts, and what became of them.
fn account_lines(desk: &Desk, account: &Account) -> Vec<(String, String, bool)> {
    let LeftOut { duplicates, suppressed, certified, faulty } = account.left_out;
    let line = |key: &str, count: u64, sum: bool| (desk.say(key), integer(&desk.language, count), sum);
    let mut lines = vec![line("sending-rows", account.rows, true)];
    for (code, count) in [("duplicates", duplicates), ("suppressed", suppressed), ("certified", certified), ("faulty", faulty)] {
        lines.push(line(&format!("sending-left-out-{code}"), count, false));
    }
    lines.retain(|(_, count, sum)| *sum || *count != integer(&desk.language, 0));
    lines.push(line("sending-contacts", account.contacts, true));
    let fates = Fate::ALL.into_iter().filter(|fate| account.count(*fate) > 0);
    lines.extend(fates.map(|fate| line(&format!("sending-fate-{}", fate.code()), account.count(fate), false)));
    lines
}

fn history_lines(desk: &Desk, history: &History) -> Vec<String> {
    let mut lines = match history.fate {
        Some(fate) => {
            vec![desk.say_with("sending-found", &[("fate", desk.say(&format!("sending-fate-{}", fate.code())).into())])]
        }
        None => vec![desk.say("sending-not-found")],
    };
    if history.suppressed {
        lines.push(desk.say("sending-found-suppressed"));
    }
    lines.extend(history.events.iter().map(|event| event_line(desk, event)));
    if !history.events.is_empty() {
        lines.push(desk.say("sending-found-about"));
    }
    lines
}

fn event_line(desk: &Desk, event: &Event) -> String {
    let values = [("at", Argument::Text(time(desk, event.at))), ("what", desk.say(&happening_key(event.what)).into())];
    let line = desk.say_with("sending-event", &values);
    match event.words.as_str() {
        "" => line,
        words => format!("{line} ({})", problem_in_words(&desk.language, words)),
    }
}
