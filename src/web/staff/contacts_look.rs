//! `POST /staff/surveys/{id}/contacts`: a file of contacts is looked at, its columns are corrected, and it is taken in when confirmed.
//!
//! Between looking and confirming nothing is kept: the file travels as text in the page that shows it.

use super::contacts::{Uploaded, show_with};
use super::session::{Area, Desk, Order};
use super::surveys::{address, find};
use crate::campaign::{ColumnUse, LegalBasis};
use crate::flows::import_contacts::{
    Brought, BroughtContacts, ColumnLook, ContactsLook, DELIMITERS, Encoding, ImportReport, Reading, Written, look_at_contacts,
    row_fault_in_words, take_in_contacts, written_in_words,
};
use crate::flows::words::refusal_in_words;
use crate::flows::{Outcome, Refused};
use crate::language::{Argument, integer, say_with};
use crate::site::Site;
use crate::survey::Survey;
use crate::web::pages::{TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::staff::posted::Posted;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::HashMap;

/// The most faults that are listed one by one.
const MOST_LISTED: usize = 100;

/// What was found in a file, and what is to become of it.
#[derive(Template)]
#[template(path = "staff_contacts_look.html")]
struct LookPage<'a> {
    frame: WorkplaceFrame<'a>,
    survey_address: String,
    own: String,
    survey: String,
    secret: &'a str,
    /// How the file was written, in a sentence.
    written: String,
    /// Whether the text below was made of a workbook, which the text itself does not tell.
    of_workbook: bool,
    /// What may be said of how it is written.
    reading: Vec<TypedField>,
    /// How it was read: the encoding of the text below, and all that was chosen.
    was: &'static str,
    read_as: String,
    /// What would become of its rows; none where its columns make no contacts.
    lines: Vec<String>,
    faults: Vec<String>,
    /// Whether the choices were changed since they were looked at.
    changed: bool,
    columns: Vec<ColumnRow>,
    basis: TypedField,
    /// The words of the tick that takes certified mail too, and whether it is set; `None` where there is none.
    certified: Option<(String, bool)>,
    text: String,
    /// The workbook itself in Base64, where another sheet may be chosen; then there is no text.
    book: String,
    looked: String,
    /// The words of the button that takes the file in; "" where nothing would come of it.
    confirm: String,
}

/// One column with what it may be taken for.
struct ColumnRow {
    number: usize,
    heading: String,
    examples: String,
    /// Code, words, whether it is that.
    uses: Vec<(&'static str, String, bool)>,
    reason: String,
    problem: String,
}

/// `POST`: a file to look at, one whose columns were corrected, or one to take in.
pub async fn receive(order: Order, survey: Path<String>) -> HttpResponse {
    let outcome = take(&order, survey.into_inner()).await;
    order.desk.visit.conclude(outcome)
}

async fn take(order: &Order, typed: String) -> Result<HttpResponse, Problem> {
    let (desk, posted) = (&order.desk, &order.posted);
    let Some(bytes) = bytes_of(posted) else {
        return show_with(desk, typed, Uploaded::Wrong(desk.say("staff-no-file"))).await;
    };
    // Read in another way it has other columns.
    let reread = posted.has("read_as") && asked_for(posted).is_some_and(|asked| asked != posted.value("read_as"));
    let mut brought = BroughtContacts {
        bytes,
        reading: reading_of(posted),
        columns: columns_of(posted).filter(|_| !reread),
        reasons: if reread { HashMap::new() } else { reasons_of(posted) },
        certified_too: posted.has("certified_too"),
        basis: LegalBasis::parse(posted.value("basis")).unwrap_or_default(),
    };
    let mut to_mend = Vec::new();
    let mut looked = look_at(desk, &typed, &brought).await;
    if let Err(Problem::Refused(refused @ Refused::Invalid("encoding", _))) = &looked {
        // What was brought is not thrown away for a wrong guess.
        to_mend.push(("encoding".to_owned(), desk.say("contacts-encoding"), refusal_in_words(&desk.language, refused)));
        brought.reading.encoding = Some(was_of(posted));
        looked = look_at(desk, &typed, &brought).await;
    }
    let (survey, look) = match looked {
        Ok(looked) => looked,
        Err(Problem::Refused(refused @ Refused::Invalid(..))) => {
            return show_with(desk, typed, Uploaded::Wrong(refusal_in_words(&desk.language, &refused))).await;
        }
        Err(problem) => return Err(problem),
    };
    let changed = posted.has("confirm") && (reread || posted.value("looked") != choices(&look, brought.certified_too));
    to_mend.extend(mistakes(desk, &look, posted));
    if !posted.has("confirm") || changed || !to_mend.is_empty() {
        return Ok(show(desk, posted, &survey, &look, &brought, changed, to_mend));
    }
    let name = typed.clone();
    let report = desk.visit.block(move |site| take_in_contacts(site, find(site, &name)?.id, &brought)).await?;
    show_with(desk, typed, Uploaded::Read(report)).await
}

async fn look_at(desk: &Desk, typed: &str, brought: &BroughtContacts) -> Result<(Survey, ContactsLook), Problem> {
    let (name, file) = (typed.to_owned(), brought.clone());
    desk.visit.block(move |site| look(site, &name, &file)).await
}

/// The file, or what the page that showed it brings again.
fn bytes_of(posted: &Posted) -> Option<Vec<u8>> {
    if let Some(file) = posted.file("file") {
        return Some(file.bytes.clone());
    }
    if let Some(book) = posted.all("contacts_book").next() {
        return STANDARD.decode(book.trim()).ok();
    }
    // Not `value`, which would take blank lines away and count the others anew.
    posted.all("contacts_text").next().map(|text| was_of(posted).encode(text))
}

/// The encoding that the text of the page was read in.
fn was_of(posted: &Posted) -> Encoding {
    Encoding::parse(posted.value("was")).unwrap_or(Encoding::Utf8)
}

fn reading_of(posted: &Posted) -> Reading {
    if posted.file("file").is_some() {
        return Reading::default();
    }
    let delimiter = DELIMITERS.iter().find(|(_, code)| *code == posted.value("delimiter"));
    Reading {
        encoding: Some(Encoding::parse(posted.value("encoding")).unwrap_or_else(|| was_of(posted))),
        delimiter: delimiter.map(|(own, _)| *own),
        sheet: posted.has("sheet").then(|| posted.value("sheet").to_owned()),
        lines: false,
    }
}

/// How a look read the file.
fn read_as(look: &ContactsLook) -> String {
    match &look.written {
        Written::Workbook { sheet, .. } => sheet.trim().to_owned(),
        Written::Text(encoding) => format!("{} {}", encoding.code(), delimiter_code(look.delimiter)),
    }
}

/// How it is to be read, in the same words; `None` where nothing can be chosen.
fn asked_for(posted: &Posted) -> Option<String> {
    let text = || format!("{} {}", posted.value("encoding"), posted.value("delimiter"));
    let sheet = posted.has("sheet").then(|| posted.value("sheet").to_owned());
    sheet.or_else(|| posted.has("encoding").then(text))
}

fn delimiter_code(delimiter: char) -> &'static str {
    DELIMITERS.iter().find(|(own, _)| *own == delimiter).map_or("", |(_, code)| code)
}

/// A workbook of several sheets as it travels in the page; "" for everything else, and where it would be too large to come back.
fn book_of(look: &ContactsLook, bytes: &[u8]) -> String {
    let several = matches!(&look.written, Written::Workbook { sheets, .. } if sheets.len() > 1);
    if several && bytes.len() / 3 * 4 < Brought::MOST { STANDARD.encode(bytes) } else { String::new() }
}

/// The choices of how the file is read.
fn reading_fields(desk: &Desk, look: &ContactsLook, to_mend: &[(String, String, String)]) -> Vec<TypedField> {
    let field = |name: &'static str, value: &str, options: Vec<(String, String)>| TypedField {
        name,
        words: desk.say(&format!("contacts-{name}")),
        value: value.to_owned(),
        problem: to_mend.iter().find(|(own, ..)| own == name).map(|(.., words)| words.clone()).unwrap_or_default(),
        options,
        ..TypedField::default()
    };
    match &look.written {
        Written::Workbook { sheet, sheets } => {
            vec![field("sheet", sheet, sheets.iter().map(|own| (own.clone(), own.clone())).collect())]
        }
        Written::Text(encoding) => {
            let offered = Encoding::ALL.into_iter().filter(|own| *own != Encoding::Utf16 || own == encoding);
            let named = |own: Encoding| (own.code().to_owned(), desk.say(&format!("contacts-encoding-{}", own.code())));
            let between = |(_, code): &(char, &str)| ((*code).to_owned(), desk.say(&format!("contacts-written-{code}")));
            vec![
                field("encoding", encoding.code(), offered.map(named).collect()),
                field("delimiter", delimiter_code(look.delimiter), DELIMITERS.iter().map(between).collect()),
            ]
        }
    }
}

fn look(site: &Site, typed: &str, brought: &BroughtContacts) -> Outcome<(Survey, ContactsLook)> {
    let survey = find(site, typed)?;
    let look = look_at_contacts(site, survey.id, brought)?;
    Ok((survey, look))
}

/// What the columns are said to be; `None` where the page did not ask yet.
fn columns_of(posted: &Posted) -> Option<Vec<ColumnUse>> {
    let chosen = (0..).map(|number| format!("use_{number}")).take_while(|name| posted.has(name));
    let uses: Vec<ColumnUse> = chosen.map(|name| ColumnUse::parse(posted.value(&name)).unwrap_or(ColumnUse::Unused)).collect();
    (!uses.is_empty()).then_some(uses)
}

fn reasons_of(posted: &Posted) -> HashMap<usize, String> {
    let reason = |(name, value): &(String, String)| Some((name.strip_prefix("reason_")?.parse().ok()?, value.trim().to_owned()));
    posted.fields.iter().filter_map(reason).filter(|(_, reason): &(usize, String)| !reason.is_empty()).collect()
}

/// What the numbers of a look depend on: who confirms has seen them for these very choices.
fn choices(look: &ContactsLook, certified_too: bool) -> String {
    let uses: Vec<&str> = look.columns.iter().map(|column| column.taken_for.code()).collect();
    format!("{} {certified_too}", uses.join(","))
}

/// What is wrong with the choices: the field, its label, the words. Nothing is wrong yet with a file just brought.
fn mistakes(desk: &Desk, look: &ContactsLook, posted: &Posted) -> Vec<(String, String, String)> {
    let mut mistakes = Vec::new();
    if let Err(key) = look.found {
        mistakes.push(("use_0".to_owned(), desk.say("contacts-look-columns"), desk.say(key)));
    }
    let asked = posted.has("looked");
    for (number, column) in look.columns.iter().enumerate().filter(|(_, own)| asked && lacks_reason(own)) {
        let words = desk.say("contacts-reason-missing");
        mistakes.push((format!("reason_{number}"), heading_of(desk, number, column), words));
    }
    mistakes
}

fn lacks_reason(column: &ColumnLook) -> bool {
    column.taken_for == ColumnUse::Attribute && column.reason.is_empty()
}

fn heading_of(desk: &Desk, number: usize, column: &ColumnLook) -> String {
    match column.heading.as_str() {
        "" => desk.say_with("contacts-look-column", &[("number", (number + 1).to_string().into())]),
        heading => heading.to_owned(),
    }
}

fn show(
    desk: &Desk,
    posted: &Posted,
    survey: &Survey,
    look: &ContactsLook,
    brought: &BroughtContacts,
    changed: bool,
    to_mend: Vec<(String, String, String)>,
) -> HttpResponse {
    let mut frame = desk.frame(desk.say("contacts-look-title"), Area::Surveys);
    frame.simulated = survey.simulated;
    let status = if to_mend.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    for (field, label, words) in &to_mend {
        frame.mend(field.clone(), label, words);
    }
    let own = address(survey.id);
    let row = |(number, column): (usize, &ColumnLook)| column_row(desk, number, column, posted.has("looked"));
    let found = look.found.as_ref().ok();
    let again_of_workbook = posted.has("of_workbook") && posted.file("file").is_none();
    let of_workbook = again_of_workbook || matches!(look.written, Written::Workbook { .. });
    let book = book_of(look, &brought.bytes);
    let shown = LookPage {
        frame,
        own: format!("{own}/contacts"),
        survey_address: own,
        survey: survey.title.clone(),
        secret: desk.secret(),
        written: if again_of_workbook { posted.value("written").to_owned() } else { written_in_words(&desk.language, look) },
        of_workbook,
        reading: if of_workbook && book.is_empty() { Vec::new() } else { reading_fields(desk, look, &to_mend) },
        was: if let Written::Text(encoding) = look.written { encoding.code() } else { Encoding::Utf8.code() },
        read_as: read_as(look),
        lines: found.map(|report| report_lines(desk, report, false)).unwrap_or_default(),
        faults: found.map(|report| faults(desk, report)).unwrap_or_default(),
        changed,
        columns: look.columns.iter().enumerate().map(row).collect(),
        basis: basis_field(desk, brought.basis),
        certified: found
            .filter(|report| report.certified > 0)
            .map(|report| (counted(desk, "contacts-look-certified", report.certified), brought.certified_too)),
        text: if book.is_empty() { look.text.clone() } else { String::new() },
        book,
        looked: choices(look, brought.certified_too),
        confirm: found.map(|report| confirm_words(desk, look, report)).unwrap_or_default(),
    };
    page(status, &shown)
}

/// The button's words; "" where taking the file in would change nothing.
fn confirm_words(desk: &Desk, look: &ContactsLook, report: &ImportReport) -> String {
    let attributes = look.columns.iter().any(|column| column.taken_for == ColumnUse::Attribute);
    match report.added {
        0 if attributes && report.already_there > 0 => desk.say("contacts-look-confirm-attributes"),
        0 => String::new(),
        added => counted(desk, "contacts-look-confirm", added),
    }
}

fn column_row(desk: &Desk, number: usize, column: &ColumnLook, asked: bool) -> ColumnRow {
    let choice = |own: ColumnUse| (own.code(), desk.say(&format!("contacts-use-{}", own.code())), own == column.taken_for);
    let problem = if asked && lacks_reason(column) { desk.say("contacts-reason-missing") } else { String::new() };
    ColumnRow {
        number,
        heading: heading_of(desk, number, column),
        examples: column.examples.join(" · "),
        uses: ColumnUse::ALL.into_iter().map(choice).collect(),
        reason: column.reason.clone(),
        problem,
    }
}

fn basis_field(desk: &Desk, basis: LegalBasis) -> TypedField {
    let option = |own: LegalBasis| (own.code().to_owned(), desk.say(&format!("contacts-basis-{}", own.code())));
    TypedField {
        name: "basis",
        words: desk.say("contacts-basis"),
        value: basis.code().to_owned(),
        hint: desk.say("contacts-basis-hint"),
        options: LegalBasis::ALL.into_iter().map(option).collect(),
        ..TypedField::default()
    }
}

/// What became of the rows of a file, or, before it is taken in, what would become of them.
pub(super) fn report_lines(desk: &Desk, report: &ImportReport, done: bool) -> Vec<String> {
    let line = |key: &str, count: u64| counted(desk, key, count);
    let told = |key: &str, count: u64| (count > 0).then(|| counted(desk, key, count));
    let mut lines = vec![
        line("staff-import-rows", report.rows),
        line(if done { "staff-import-added" } else { "contacts-look-new" }, report.added),
    ];
    lines.extend(told("staff-import-there", report.already_there));
    lines.extend(told("staff-import-merged", report.merged));
    lines.extend(told("staff-import-suppressed", report.suppressed));
    lines.extend(told("contacts-certified-left-out", report.certified_left_out));
    lines.extend(told("contacts-certified-taken", report.certified - report.certified_left_out));
    lines.extend(told("staff-import-faults", u64::try_from(report.faults.len()).unwrap_or(u64::MAX)));
    lines
}

/// The rows to mend, the first of them one by one.
pub(super) fn faults(desk: &Desk, report: &ImportReport) -> Vec<String> {
    let listed = report.faults.iter().take(MOST_LISTED);
    let mut faults: Vec<String> = listed.map(|fault| row_fault_in_words(&desk.language, fault)).collect();
    let more = u64::try_from(report.faults.len().saturating_sub(MOST_LISTED)).unwrap_or(u64::MAX);
    if more > 0 {
        faults.push(counted(desk, "contacts-more-faults", more));
    }
    faults
}

fn counted(desk: &Desk, key: &str, count: u64) -> String {
    let number = integer(&desk.language, count);
    say_with(&desk.language, key, &[("count", Argument::Count(count)), ("number", number.into())])
}
