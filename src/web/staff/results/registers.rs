//! `/staff/editions/{id}/registers/{standard}`: the register of one promise comes in. It is looked at first and kept when confirmed.

use super::{address, heading, problem_of, tabs};
use crate::charter::{Charter, Days, Indicator, Kept, Measure, Standard};
use crate::flows::import_register::{
    BroughtRegister, RegisterReport, headings_in_words, import_register, look_at_register, register_fault_in_words,
    remove_register,
};
use crate::flows::read_results::{Outline, read_outline};
use crate::flows::{Refused, thing};
use crate::ids::EditionId;
use crate::language::{Argument, date, integer, list, number, per_cent, percentage_decimals, read_day};
use crate::store;
use crate::text::{Code, Texts};
use crate::web::pages::{Place, TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Area, Desk, Order, done, done_with_count};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use chrono::NaiveDate;

/// The most faults and days that are listed one by one.
const MOST_LISTED: usize = 100;

/// The page.
#[derive(Template)]
#[template(path = "register.html")]
struct RegisterPage<'a> {
    frame: WorkplaceFrame<'a>,
    heading: String,
    tabs: Vec<Place>,
    back: String,
    own: String,
    title: String,
    promise: String,
    /// What the file must look like, sentence by sentence.
    rules: Vec<String>,
    /// Two lines as they may stand in it.
    example: String,
    file: TypedField,
    as_of: TypedField,
    /// Whether the page asks what missing days mean; whether they were said to be closed.
    missing: Option<bool>,
    looked: Option<Looked>,
    published: bool,
    /// Whether there is a register to take away.
    kept: bool,
    may_work: bool,
    secret: &'a str,
}

/// What was found in a file that is not kept yet.
struct Looked {
    lines: Vec<String>,
    /// What would be lost by keeping it; "" for nothing.
    warning: String,
    faults: Vec<String>,
    /// "" unless it can be kept.
    text: String,
    /// Why there is nothing to keep; "" where there is.
    nothing: String,
}

/// `GET`: the form.
pub async fn show(desk: Desk, path: Path<(i64, String)>) -> HttpResponse {
    let (edition, standard) = path.into_inner();
    let outcome = show_form(&desk, EditionId(edition), standard, None, None).await;
    desk.visit.conclude(outcome)
}

/// `POST`: a file to look at, or one that was looked at and is to be kept.
pub async fn receive(order: Order, path: Path<(i64, String)>) -> HttpResponse {
    let (edition, standard) = path.into_inner();
    let edition = EditionId(edition);
    let outcome = match take(&order, edition, &standard).await {
        Ok(Taken::Looked(report)) => show_form(&order.desk, edition, standard, Some(&order.posted), Some(Ok(*report))).await,
        Ok(Taken::Done(response)) => Ok(response),
        Err(Problem::Refused(refused @ Refused::Invalid(..))) => {
            show_form(&order.desk, edition, standard, Some(&order.posted), Some(Err(refused))).await
        }
        Err(problem) => Err(problem),
    };
    order.desk.visit.conclude(outcome)
}

enum Taken {
    Looked(Box<RegisterReport>),
    Done(HttpResponse),
}

async fn take(order: &Order, edition: EditionId, standard: &str) -> Result<Taken, Problem> {
    let (desk, posted) = (&order.desk, &order.posted);
    let code = Code::parse(standard).ok_or(Refused::NotThere(thing::STANDARD))?;
    if posted.has("remove") {
        desk.visit.block(move |site| remove_register(site, edition, &code)).await?;
        return Ok(Taken::Done(done(&format!("{}/figures", address(edition)), "results-done-register-removed")));
    }
    // Not `value`, which would take blank lines away and count the others anew.
    let looked_at = posted.all("register_text").next().map(|text| text.as_bytes().to_vec());
    let bytes = posted.file("register").map(|file| file.bytes.clone()).or(looked_at);
    let as_of = match posted.value("as_of") {
        "" => desk.visit.site.clock.today(),
        typed => read_day(typed).ok_or(Refused::Invalid("as_of", "results-no-day"))?,
    };
    let brought = BroughtRegister {
        standard: code,
        bytes: bytes.ok_or(Refused::Invalid("register", "staff-no-file"))?,
        as_of,
        missing_days_closed: posted.has("missing_days_closed"),
    };
    if !posted.has("confirm") {
        let report = desk.visit.block(move |site| look_at_register(site, edition, &brought)).await?;
        return Ok(Taken::Looked(Box::new(report)));
    }
    let language = desk.language.clone();
    let report = desk.visit.block(move |site| import_register(site, edition, &brought, &language)).await?;
    let kept = count(report.file.cases.len());
    Ok(Taken::Done(done_with_count(&format!("{}/figures", address(edition)), "results-done-register", kept)))
}

/// An operational standard of the charter by its code.
fn operational<'c>(charter: &'c Charter, code: &str) -> Option<(&'c Standard, &'c Measure)> {
    let standard = charter.standards.iter().find(|standard| standard.code.as_str() == code)?;
    match &standard.indicator {
        Indicator::Operational { measure, .. } => Some((standard, measure)),
        _ => None,
    }
}

async fn show_form(
    desk: &Desk,
    edition: EditionId,
    code: String,
    posted: Option<&Posted>,
    looked: Option<Result<RegisterReport, Refused>>,
) -> Result<HttpResponse, Problem> {
    let gathered = desk.visit.block(move |site| {
        let kept = site.store.read(|db| store::register::count(db, edition))?;
        Ok((read_outline(site, edition)?, kept))
    });
    let (outline, kept) = gathered.await?;
    let charter = outline.charter.as_ref().ok_or(Refused::NotThere(thing::CHARTER))?;
    let (standard, measure) = operational(charter, &code).ok_or(Refused::NotThere(thing::STANDARD))?;
    let heading = heading(desk, &outline.office, &outline.edition);
    let mut frame = desk.frame(heading.clone(), Area::Results);
    frame.simulated = outline.simulated();
    let refused = looked.as_ref().and_then(|looked| looked.as_ref().err());
    let problem = |name: &str| refused.map(|refused| problem_of(desk, refused, name)).unwrap_or_default();
    let offered = day_offered(desk.visit.site.clock.today(), measure, outline.edition.year);
    let (file, as_of) = (file_field(desk, problem("register")), as_of_field(desk, posted, offered, problem("as_of")));
    for field in [&file, &as_of] {
        frame.mend(field.name, &field.words, &field.problem);
    }
    let before = kept.iter().find(|(own, _)| *own == code).map(|(_, cases)| *cases);
    let mut rules = rules(desk, &outline, measure);
    rules.extend(before.map(|cases| counted(desk, "register-replaces", cases)));
    let text = |texts: &Texts| texts.get(&desk.language, &charter.languages[0]).to_owned();
    let until = read_day(&as_of.value).unwrap_or(offered);
    let missing = posted.is_some_and(|posted| posted.has("missing_days_closed"));
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let template = RegisterPage {
        frame,
        heading,
        tabs: tabs(desk, edition, "/figures"),
        back: format!("{}/figures#s-{code}", address(edition)),
        own: format!("{}/registers/{code}", address(edition)),
        title: text(&standard.title),
        promise: text(&standard.promise),
        rules,
        example: example(desk, measure, outline.edition.year),
        file,
        as_of,
        missing: matches!(measure, Measure::Share(Kept::Open)).then_some(missing),
        looked: looked.and_then(Result::ok).map(|report| in_words(desk, &report, until, missing)),
        published: outline.published,
        kept: before.is_some(),
        may_work: desk.may_work(),
        secret: desk.secret(),
    };
    Ok(page(status, &template))
}

fn file_field(desk: &Desk, problem: String) -> TypedField {
    TypedField {
        name: "register",
        words: desk.say("register-file"),
        kind: "file",
        hint: desk.say("register-file-hint"),
        problem,
        required: true,
        ..TypedField::default()
    }
}

/// The day until which a register is offered as complete: today, or the last of a year that is over. Not where answers may
/// still come within their time after it.
fn day_offered(today: NaiveDate, measure: &Measure, year: i32) -> NaiveDate {
    let last = NaiveDate::from_ymd_opt(year, 12, 31).filter(|_| !matches!(measure, Measure::Share(Kept::Answered { .. })));
    last.map_or(today, |last| last.min(today))
}

fn as_of_field(desk: &Desk, posted: Option<&Posted>, offered: NaiveDate, problem: String) -> TypedField {
    let typed = posted.map(|posted| posted.value("as_of").to_owned()).filter(|typed| !typed.is_empty());
    TypedField {
        name: "as_of",
        words: desk.say("register-as-of"),
        kind: "date",
        value: typed.unwrap_or_else(|| offered.to_string()),
        hint: desk.say("register-as-of-hint"),
        problem,
        ..TypedField::default()
    }
}

/// What the file must look like, and how its rows are counted.
fn rules(desk: &Desk, outline: &Outline, measure: &Measure) -> Vec<String> {
    let year = ("year", Argument::Text(outline.edition.year.to_string()));
    let columns = list(&desk.language, &headings_in_words(&desk.language, measure));
    let (key, values) = match measure {
        Measure::Share(Kept::Noted) => ("register-rule-noted", vec![]),
        Measure::Share(Kept::Within { limit, .. }) => {
            let limit = number(&desk.language, *limit, crate::language::decimals_needed(*limit, 3));
            ("register-rule-within", vec![("limit", limit.into())])
        }
        Measure::Share(Kept::Open) => ("register-rule-open", vec![]),
        Measure::Share(Kept::Answered { within, days: Days::Working }) => {
            ("register-rule-working", vec![("count", u64::from(*within).into())])
        }
        Measure::Share(Kept::Answered { within, days: Days::Calendar }) => {
            ("register-rule-calendar", vec![("count", u64::from(*within).into())])
        }
        Measure::Mean { .. } => ("register-rule-mean", vec![]),
    };
    vec![
        desk.say_with("register-rule-columns", &[("columns", columns.into()), year]),
        desk.say_with(key, &values),
        desk.say("register-rule-reference"),
    ]
}

fn example(desk: &Desk, measure: &Measure, year: i32) -> String {
    let header = headings_in_words(&desk.language, measure).join(";");
    let row = match measure {
        Measure::Share(Kept::Noted | Kept::Open) => "register-example-noted",
        Measure::Share(Kept::Within { .. }) | Measure::Mean { .. } => "register-example-value",
        Measure::Share(Kept::Answered { .. }) => "register-example-answered",
    };
    format!("{header}\n{}", desk.say_with(row, &[("year", year.to_string().into())]))
}

/// What was found, line by line, before anything is kept.
fn in_words(desk: &Desk, report: &RegisterReport, as_of: NaiveDate, missing_days_closed: bool) -> Looked {
    let found = &report.count;
    let told = |key: &str, number: u64| (number > 0).then(|| counted(desk, key, number));
    let until = date(&desk.language, as_of);
    let number = integer(&desk.language, report.file.rows);
    let values = [("count", Argument::Count(report.file.rows)), ("number", number.into()), ("until", until.into())];
    let mut lines = vec![desk.say_with("register-found-rows", &values)];
    lines.extend(told("register-found-refused", report.file.refused));
    lines.extend(told("register-found-unanswered", found.unanswered));
    lines.extend(told("register-found-overdue", found.overdue));
    lines.extend(told("register-found-not-yet-due", found.not_yet_due));
    lines.extend(days_told(desk, "register-found-outside", &found.outside));
    let missing = if missing_days_closed { "register-found-missing-closed" } else { "register-found-missing" };
    lines.extend(days_told(desk, missing, &found.missing));
    lines.extend(value_in_words(desk, report));
    let fewer = report.kept_before > count(report.file.cases.len());
    lines.extend(told("register-found-replaces", report.kept_before).filter(|_| !fewer));
    let warning = told("register-fewer", report.kept_before).filter(|_| fewer).unwrap_or_default();
    let mut faults: Vec<String> =
        report.file.faults.iter().take(MOST_LISTED).map(|fault| register_fault_in_words(&desk.language, fault)).collect();
    faults.extend(told("register-more-faults", count(report.file.faults.len().saturating_sub(MOST_LISTED))));
    let nothing = if report.has_cases() { String::new() } else { desk.say("register-no-case-counts") };
    Looked { lines, warning, faults, text: if nothing.is_empty() { report.text.clone() } else { String::new() }, nothing }
}

fn value_in_words(desk: &Desk, report: &RegisterReport) -> Option<String> {
    let found = &report.count;
    if found.cases == 0 {
        return None;
    }
    let cases = ("cases", Argument::Text(integer(&desk.language, found.cases)));
    let decimal = |value: f64| Argument::Text(number(&desk.language, value, 2));
    Some(match (&report.measure, found.deviation) {
        (Measure::Share(_), _) => {
            #[allow(clippy::cast_precision_loss)] // Cases of a year stay far below 2^53.
            let share = found.value / found.cases as f64;
            let share = per_cent(&desk.language, share, percentage_decimals(found.cases).max(1));
            let kept = number(&desk.language, found.value, 0);
            desk.say_with("register-found-share", &[("kept", kept.into()), ("share", share.into()), cases])
        }
        (Measure::Mean { .. }, Some(deviation)) => {
            let values = [("mean", decimal(found.value)), ("deviation", decimal(deviation)), cases];
            desk.say_with("register-found-mean", &values)
        }
        (Measure::Mean { .. }, None) => desk.say_with("register-found-one", &[("mean", decimal(found.value)), cases]),
    })
}

/// So many days, the first of them named.
fn days_told(desk: &Desk, key: &str, days: &[NaiveDate]) -> Option<String> {
    const MOST_NAMED: usize = 10;
    if days.is_empty() {
        return None;
    }
    let mut named: Vec<String> = days.iter().take(MOST_NAMED).map(|day| date(&desk.language, *day)).collect();
    let more = count(days.len().saturating_sub(MOST_NAMED));
    if more > 0 {
        named.push(counted(desk, "register-more-days", more));
    }
    let values = [
        ("count", Argument::Count(count(days.len()))),
        ("number", integer(&desk.language, count(days.len())).into()),
        ("days", list(&desk.language, &named).into()),
    ];
    Some(desk.say_with(key, &values))
}

/// A sentence with a count that chooses its form, and the number as it is written.
fn counted(desk: &Desk, key: &str, number: u64) -> String {
    desk.say_with(key, &[("count", Argument::Count(number)), ("number", integer(&desk.language, number).into())])
}

fn count(many: usize) -> u64 {
    u64::try_from(many).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_that_is_over_is_offered_as_complete_to_its_last_day_unless_answers_may_come_after_it() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let answered = Measure::Share(Kept::Answered { within: 3, days: Days::Working });
        let open = Measure::Share(Kept::Open);
        assert_eq!(day_offered(day(2026, 1, 15), &open, 2025), day(2025, 12, 31));
        assert_eq!(day_offered(day(2025, 11, 28), &open, 2025), day(2025, 11, 28));
        assert_eq!(day_offered(day(2026, 1, 15), &answered, 2025), day(2026, 1, 15));
    }
}
