//! `/staff/surveys/{id}/answers`: answers collected with Google Forms, Microsoft Forms or in a spreadsheet come in from a file. It is
//! looked at, its columns are corrected, and it is taken in when confirmed.
//!
//! Between looking and confirming nothing is kept: the table travels as text in the page that shows it, without who answered.

use super::posted::Posted;
use super::session::{Area, Desk, Order};
use super::surveys::{address, find};
use crate::flows::Refused;
use crate::flows::import_answers::{
    AnswersLook, BroughtAnswers, ColumnLook, DayOrder, DaysLook, ImportReport, Sureness, TakenFor, TakenIn, columns_in_words,
    days_in_words, look_at_answers, reasons_in_words, take_in_answers,
};
use crate::flows::words::refusal_in_words;
use crate::language::{Argument, integer};
use crate::survey::{Channel, Survey};
use crate::web::pages::{TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Path;
use askama::Template;

/// The most refused rows that are listed one by one; the file to mend has them all.
const MOST_LISTED: usize = 50;

/// The choice of a file, and what became of the last one.
#[derive(Template)]
#[template(path = "staff_answers.html")]
struct AnswersPage<'a> {
    frame: WorkplaceFrame<'a>,
    survey_address: String,
    own: String,
    survey: String,
    secret: &'a str,
    problem: String,
    /// What became of the file; none where there was none.
    lines: Vec<String>,
    reasons: Vec<String>,
    /// The rows to mend as CSV; "" for none.
    refused_rows: String,
}

/// What was found in a file.
#[derive(Template)]
#[template(path = "staff_answers_look.html")]
struct LookPage<'a> {
    frame: WorkplaceFrame<'a>,
    survey_address: String,
    own: String,
    survey: String,
    secret: &'a str,
    /// What would become of the rows.
    lines: Vec<String>,
    reasons: Vec<String>,
    /// Whether the choices were changed since they were looked at.
    changed: bool,
    to_check: Vec<ColumnRow>,
    known: Vec<ColumnRow>,
    /// What is known of columns that hold no answers.
    about_columns: Vec<String>,
    without_column: Vec<String>,
    channel: TypedField,
    /// How days are read, in a sentence; the choice where the file does not tell.
    days: String,
    order: Option<TypedField>,
    text: String,
    looked: String,
    /// The words of the button that takes the file in; "" where nothing would come of it.
    confirm: String,
}

/// One column with what it may hold.
struct ColumnRow {
    name: String,
    heading: String,
    hint: String,
    /// Code, words, whether it is that.
    uses: Vec<(String, String, bool)>,
}

/// `GET`: the choice of a file.
pub async fn show(desk: Desk, survey: Path<String>) -> HttpResponse {
    let outcome = show_with(&desk, survey.into_inner(), String::new(), None).await;
    desk.visit.conclude(outcome)
}

/// `POST`: a file to look at, one whose columns were corrected, or one to take in.
pub async fn receive(order: Order, survey: Path<String>) -> HttpResponse {
    let outcome = take(&order, survey.into_inner()).await;
    order.desk.visit.conclude(outcome)
}

/// `POST`: the rows to mend, which stand in the page, as a file.
pub async fn refused(order: Order, survey: Path<String>) -> HttpResponse {
    let typed = survey.into_inner();
    let rows = order.posted.all("refused_rows").next().unwrap_or_default().to_owned();
    let code = order.desk.visit.block(move |site| Ok(find(site, &typed)?.code)).await;
    let sent = code.map(|code| {
        let name = format!("attachment; filename=\"{code}-{}.csv\"", order.desk.say("answers-refused-file"));
        HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
            .insert_header((CONTENT_DISPOSITION, name))
            .body(rows)
    });
    order.desk.visit.conclude(sent)
}

async fn show_with(desk: &Desk, typed: String, problem: String, taken: Option<TakenIn>) -> Result<HttpResponse, Problem> {
    if !desk.may_work() {
        return Err(Refused::MayNot.into());
    }
    let survey = desk.visit.block(move |site| find(site, &typed)).await?;
    if !survey.state.takes_answers() {
        return Err(Refused::WrongState(survey.state).into());
    }
    let status = if problem.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut frame = desk.frame(desk.say("answers-title"), Area::Surveys);
    frame.simulated = survey.simulated;
    frame.mend("file", &desk.say("answers-file"), &problem);
    let own = address(survey.id);
    let (lines, reasons, refused_rows) = match taken {
        Some(TakenIn { report, refused_rows, .. }) => (lines(desk, &report, true), reasons(desk, &report), refused_rows),
        None => Default::default(),
    };
    let shown = AnswersPage {
        frame,
        own: format!("{own}/answers"),
        survey_address: own,
        survey: survey.title.clone(),
        secret: desk.secret(),
        problem,
        lines,
        reasons,
        refused_rows,
    };
    Ok(page(status, &shown))
}

async fn take(order: &Order, typed: String) -> Result<HttpResponse, Problem> {
    let (desk, posted) = (&order.desk, &order.posted);
    let Some(brought) = brought_of(posted) else {
        return show_with(desk, typed, desk.say("staff-no-file"), None).await;
    };
    let (name, file, language) = (typed.clone(), brought.clone(), desk.language.clone());
    let looked = desk.visit.block(move |site| {
        let survey = find(site, &name)?;
        let look = look_at_answers(site, &survey, &language, &file)?;
        Ok((survey, look))
    });
    let (survey, look) = match looked.await {
        Ok(looked) => looked,
        Err(Problem::Refused(refused @ Refused::Invalid(..))) => {
            return show_with(desk, typed, refusal_in_words(&desk.language, &refused), None).await;
        }
        Err(problem) => return Err(problem),
    };
    let changed = posted.has("confirm") && posted.value("answers_looked") != choices(&look);
    if !posted.has("confirm") || changed {
        return Ok(show_look(desk, &survey, &look, changed));
    }
    let (name, language) = (typed.clone(), desk.language.clone());
    // How they are read was seen; another file with the same choices would not come from that page.
    let brought = BroughtAnswers { channel: Some(look.channel), order: look.days.map(|own| own.order), ..brought };
    let taken = desk.visit.block(move |site| take_in_answers(site, &find(site, &name)?, &language, &brought)).await;
    match taken {
        Ok(taken) => show_with(desk, typed, String::new(), Some(taken)).await,
        Err(Problem::Refused(refused @ Refused::Invalid(..))) => {
            show_with(desk, typed, refusal_in_words(&desk.language, &refused), None).await
        }
        Err(problem) => Err(problem),
    }
}

/// The file, or what the page that showed it brings again, with what was chosen there.
fn brought_of(posted: &Posted) -> Option<BroughtAnswers> {
    let fresh = |bytes: Vec<u8>| BroughtAnswers { bytes, said: Vec::new(), likely_too: true, order: None, channel: None };
    if let Some(file) = posted.file("file") {
        return Some(fresh(file.bytes.clone()));
    }
    // Not `value`, which would take blank lines away and count the others anew.
    let text = posted.all("answers_text").next()?;
    let number =
        |(name, value): &(String, String)| Some((name.strip_prefix("column_")?.parse::<usize>().ok()?, value.trim().to_owned()));
    let mut said: Vec<Option<String>> = Vec::new();
    for (at, code) in posted.fields.iter().filter_map(number).filter(|(at, _)| *at < MOST_COLUMNS) {
        said.resize(said.len().max(at + 1), None);
        said[at] = Some(code);
    }
    Some(BroughtAnswers {
        said,
        order: DayOrder::parse(posted.value("order")),
        channel: Channel::parse(posted.value("channel")),
        ..fresh(text.as_bytes().to_vec())
    })
}

/// No file has more columns.
const MOST_COLUMNS: usize = 1_000;

/// What the numbers of a look depend on: who confirms has seen them for these very choices.
fn choices(look: &AnswersLook) -> String {
    let columns: Vec<&str> = look.columns.iter().map(|column| column.taken_for.code()).collect();
    let order = look.days.as_ref().map_or("", |days| days.order.code());
    // A field comes back without blanks at its ends.
    format!("{} {} {order}", columns.join(","), look.channel.code()).trim().to_owned()
}

fn show_look(desk: &Desk, survey: &Survey, look: &AnswersLook, changed: bool) -> HttpResponse {
    let mut frame = desk.frame(desk.say("answers-look-title"), Area::Surveys);
    frame.simulated = survey.simulated;
    let own = address(survey.id);
    let rows =
        look.columns.iter().enumerate().filter_map(|(at, column)| Some((is_known(column)?, column_row(desk, look, at, column))));
    let (known, to_check): (Vec<_>, Vec<_>) = rows.partition(|(known, _)| *known);
    let without = |rows: Vec<(bool, ColumnRow)>| rows.into_iter().map(|(_, row)| row).collect();
    let columns = ImportReport { unused_columns: Vec::new(), likely_columns: Vec::new(), ..look.report.clone() };
    let shown = LookPage {
        frame,
        own: format!("{own}/answers"),
        survey_address: own,
        survey: survey.title.clone(),
        secret: desk.secret(),
        lines: lines(desk, &look.report, false),
        reasons: reasons(desk, &look.report),
        changed,
        to_check: without(to_check),
        known: without(known),
        about_columns: columns_in_words(&desk.language, &columns),
        without_column: look.without_column.clone(),
        channel: channel_field(desk, survey, look.channel),
        days: days_in_words(&desk.language, look.days.as_ref()),
        order: look.days.as_ref().filter(|days| days.ambiguous).map(|days| order_field(desk, days)),
        text: look.text.clone(),
        looked: choices(look),
        confirm: if look.report.new > 0 { counted(desk, "answers-confirm", look.report.new) } else { String::new() },
    };
    page(StatusCode::OK, &shown)
}

/// Whether a column is known for what it is; `None` for one that nobody may say anything of.
fn is_known(column: &ColumnLook) -> Option<bool> {
    match (&column.taken_for, column.sureness) {
        (TakenFor::Personal, _) | (TakenFor::Sent, Sureness::Sure) => None,
        (TakenFor::Field(_), Sureness::Sure | Sureness::Said) => Some(true),
        (TakenFor::Record | TakenFor::Sent, _) => Some(true),
        (TakenFor::Field(_), Sureness::Likely) | (TakenFor::Nothing, _) => Some(false),
    }
}

fn column_row(desk: &Desk, look: &AnswersLook, at: usize, column: &ColumnLook) -> ColumnRow {
    let own = column.taken_for.code();
    let none = (String::new(), desk.say("answers-column-none"), own.is_empty());
    let choice = |(code, words): &(String, String)| (code.clone(), words.clone(), code == own);
    let sent = (TakenFor::SENT.to_owned(), desk.say("answers-column-sent"), own == TakenFor::SENT);
    let mut uses: Vec<_> = [none, sent].into_iter().chain(look.choices.iter().map(choice)).collect();
    // An option of a multiple choice is a column by its code alone.
    if uses.iter().all(|(_, _, chosen)| !chosen) {
        uses.push((own.to_owned(), own.to_owned(), true));
    }
    let examples = column.examples.join(" · ");
    let guessed = column.sureness == Sureness::Likely;
    let heading = match column.heading.as_str() {
        "" => desk.say_with("contacts-look-column", &[("number", (at + 1).to_string().into())]),
        heading => heading.to_owned(),
    };
    let mut hint = Vec::new();
    if guessed {
        hint.push(desk.say("answers-column-guessed"));
    }
    if !examples.is_empty() {
        hint.push(format!("{} {examples}", desk.say("contacts-look-examples")));
    }
    ColumnRow { name: format!("column_{at}"), heading, hint: hint.join(" "), uses }
}

fn channel_field(desk: &Desk, survey: &Survey, channel: Channel) -> TypedField {
    let option = |own: &Channel| (own.code().to_owned(), desk.say(&format!("channel-{}", own.code())));
    TypedField {
        name: "channel",
        words: desk.say("answers-channel"),
        value: channel.code().to_owned(),
        hint: desk.say("answers-channel-hint"),
        options: survey.channels.iter().map(option).collect(),
        ..TypedField::default()
    }
}

fn order_field(desk: &Desk, days: &DaysLook) -> TypedField {
    let option = |own: DayOrder| (own.code().to_owned(), desk.say(&format!("answers-order-{}", own.code())));
    TypedField {
        name: "order",
        words: desk.say("answers-order"),
        value: days.order.code().to_owned(),
        options: [DayOrder::DayFirst, DayOrder::MonthFirst].map(option).to_vec(),
        ..TypedField::default()
    }
}

/// What became of the rows, or would.
fn lines(desk: &Desk, report: &ImportReport, done: bool) -> Vec<String> {
    let refused = u64::try_from(report.refused.len()).unwrap_or(u64::MAX);
    let mut lines = vec![counted(desk, "answers-rows", report.rows)];
    lines.push(counted(desk, if done { "answers-new" } else { "answers-would-be-new" }, report.new));
    let told = |key: &str, count: u64| (count > 0).then(|| counted(desk, key, count));
    lines.extend(told("answers-again", report.again));
    lines.extend(told("answers-first-kept", report.first_kept));
    lines.extend(told(if done { "answers-refused" } else { "answers-would-be-refused" }, refused));
    if done {
        lines.extend(columns_in_words(&desk.language, report));
    }
    lines
}

/// Why rows are refused, the first of them one by one.
fn reasons(desk: &Desk, report: &ImportReport) -> Vec<String> {
    let mut reasons: Vec<String> =
        report.refused.iter().take(MOST_LISTED).map(|row| reasons_in_words(&desk.language, row)).collect();
    let more = u64::try_from(report.refused.len().saturating_sub(MOST_LISTED)).unwrap_or(u64::MAX);
    if more > 0 {
        reasons.push(counted(desk, "answers-more-refused", more));
    }
    reasons
}

fn counted(desk: &Desk, key: &str, count: u64) -> String {
    desk.say_with(key, &[("count", Argument::Count(count)), ("number", integer(&desk.language, count).into())])
}
