//! Figures that no citizen answers: operational readings of the year, and results of years before this program.

use super::planner::{Planner, planner};
use super::{address, heading, number, problem_of, tabs, whole};
use crate::charter::{Charter, Coverage, Indicator, Measure, Measurement, Standard};
use crate::flows::read_results::{Outline, read_outline};
use crate::flows::record_figures::{record_measurement, record_past_year};
use crate::flows::{Refused, thing};
use crate::ids::EditionId;
use crate::language;
use crate::store;
use crate::store::past_figure::PastFigure;
use crate::text::Language;
use crate::web::pages::{Place, TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::staff::goals::items_of;
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Area, Desk, Order, done};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The figures keyed in, and the forms for them.
#[derive(Template)]
#[template(path = "figures.html")]
struct FiguresPage<'a> {
    frame: WorkplaceFrame<'a>,
    heading: String,
    tabs: Vec<Place>,
    readings: Vec<ReadingForm>,
    /// Figures of the years before: item, year, base, satisfied, mean, note.
    past: Vec<[String; 6]>,
    past_fields: Vec<TypedField>,
    items: TypedField,
    published: bool,
    may_work: bool,
    secret: &'a str,
    address: String,
}

/// The form of one operational standard.
struct ReadingForm {
    standard: String,
    title: String,
    promise: String,
    /// The value (cases kept, or a mean in a unit), the cases, the standard deviation where a sample is measured by a mean,
    /// the source.
    fields: Vec<ReadingField>,
    /// Where its register comes in.
    register: String,
    /// How many cases of a register are kept; "" for none.
    kept: String,
    /// That the rule is another one since it was measured; "" where it is not.
    stale: String,
    /// The plan of a sample.
    planner: Option<Planner>,
}

/// One of its fields; its id on the page is the standard's code, `-` and its name.
struct ReadingField {
    name: &'static str,
    words: String,
    value: String,
    /// What is wrong with it; "" for nothing.
    problem: String,
}

/// `GET /staff/editions/{id}/figures`.
pub async fn show(desk: Desk, edition: Path<i64>) -> HttpResponse {
    let outcome = show_forms(&desk, EditionId(edition.into_inner()), None).await;
    desk.visit.conclude(outcome)
}

/// `POST /staff/editions/{id}/figures`: the reading of one standard.
pub async fn record(order: Order, edition: Path<i64>) -> HttpResponse {
    let edition = EditionId(edition.into_inner());
    let outcome = match record_reading(&order, edition).await {
        Err(Problem::Refused(refused @ Refused::Invalid(..))) => again(&order, edition, &refused).await,
        other => other,
    };
    order.desk.visit.conclude(outcome)
}

/// `POST /staff/editions/{id}/past`: one figure of an earlier year.
pub async fn record_past(order: Order, edition: Path<i64>) -> HttpResponse {
    let edition = EditionId(edition.into_inner());
    let outcome = match record_past_figure(&order, edition).await {
        Err(Problem::Refused(refused @ Refused::Invalid(..))) => again(&order, edition, &refused).await,
        other => other,
    };
    order.desk.visit.conclude(outcome)
}

/// The page with what was typed and what is wrong with it.
async fn again(order: &Order, edition: EditionId, refused: &Refused) -> Result<HttpResponse, Problem> {
    show_forms(&order.desk, edition, Some((&order.posted, refused))).await
}

async fn record_reading(order: &Order, edition: EditionId) -> Result<HttpResponse, Problem> {
    let posted = &order.posted;
    let value = number(order, "value")?.ok_or(Refused::Invalid("value", "refused-empty"))?;
    let cases = whole(order, "cases")?.ok_or(Refused::Invalid("cases", "refused-no-cases"))?;
    let deviation = number(order, "deviation")?;
    let (code, note) = (posted.value("standard").to_owned(), posted.value("note").to_owned());
    let recorded = order.desk.visit.block(move |site| {
        let charter = read_outline(site, edition)?.charter.ok_or(Refused::NotThere(thing::CHARTER))?;
        let standard = charter.standards.into_iter().find(|standard| standard.code.as_str() == code);
        let Some(Standard { code: standard, indicator: Indicator::Operational { measure, coverage }, .. }) = standard else {
            return Err(Refused::NotThere(thing::CHARTER).into());
        };
        let rule = measure.rule(charter.calendar.as_ref());
        let reading = Measurement { standard, value, cases, deviation, note, rule };
        record_measurement(site, edition, &reading, &measure, coverage)
    });
    recorded.await?;
    Ok(done(&format!("{}/figures", address(edition)), "results-done-figure"))
}

async fn record_past_figure(order: &Order, edition: EditionId) -> Result<HttpResponse, Problem> {
    let posted = &order.posted;
    let year = whole(order, "year")?.and_then(|year| i32::try_from(year).ok());
    let year = year.ok_or(Refused::Invalid("year", "results-no-whole-number"))?;
    let figure = PastFigure {
        item: posted.value("item").to_owned(),
        base: whole(order, "base")?.unwrap_or(0),
        satisfied: whole(order, "satisfied")?,
        mean: number(order, "mean")?,
        deviation: number(order, "spread")?,
        note: posted.value("source").to_owned(),
    };
    order.desk.visit.block(move |site| record_past_year(site, edition, year, &figure)).await?;
    Ok(done(&format!("{}/figures", address(edition)), "results-done-figure"))
}

async fn show_forms(desk: &Desk, id: EditionId, typed: Option<(&Posted, &Refused)>) -> Result<HttpResponse, Problem> {
    let gathered = desk.visit.block(move |site| {
        let outline = read_outline(site, id)?;
        let (past, registers) = site.store.read(|db| {
            let past = store::past_figure::before(db, outline.edition.office, outline.edition.year)?;
            Ok((past, store::register::count(db, id)?))
        })?;
        Ok((outline, past, registers))
    });
    let (outline, past, registers) = gathered.await?;
    let language = &desk.language;
    let heading = heading(desk, &outline.office, &outline.edition);
    let mut frame = desk.frame(heading.clone(), Area::Results);
    frame.simulated = outline.simulated();
    let names = items_of(&outline.version.form, language);
    let (readings, past_fields) = (readings(desk, &outline, &registers, typed), past_fields(desk, &outline, typed));
    for (reading, field) in readings.iter().flat_map(|reading| reading.fields.iter().map(move |field| (reading, field))) {
        frame.mend(format!("{}-{}", reading.standard, field.name), &field.words, &field.problem);
    }
    for planner in readings.iter().filter_map(|reading| reading.planner.as_ref()) {
        frame.mend(&planner.field, &desk.say("planner-supposed"), &planner.problem);
    }
    for field in &past_fields {
        frame.mend(field.name, &field.words, &field.problem);
    }
    let template = FiguresPage {
        frame,
        heading,
        tabs: tabs(desk, id, "/figures"),
        readings,
        past: past
            .iter()
            .flat_map(|(year, figures)| figures.iter().map(|figure| past_row(language, &names, *year, figure)))
            .collect(),
        past_fields,
        items: items_field(desk, names, typed),
        published: outline.published,
        may_work: desk.may_work(),
        secret: desk.secret(),
        address: address(id),
    };
    Ok(page(if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &template))
}

fn readings(desk: &Desk, outline: &Outline, registers: &[(String, u64)], typed: Option<(&Posted, &Refused)>) -> Vec<ReadingForm> {
    let Some(charter) = &outline.charter else { return Vec::new() };
    let forms = charter.standards.iter().filter_map(|standard| {
        let Indicator::Operational { measure, coverage } = &standard.indicator else { return None };
        let kept = outline.measurements.iter().find(|reading| reading.standard == standard.code);
        let mut form = reading_form(desk, charter, standard, measure, *coverage, kept);
        form.register = format!("{}/registers/{}", address(outline.edition.id), standard.code);
        form.planner = planner(desk, standard, outline.edition.year);
        let cases = registers.iter().find(|(own, _)| own == standard.code.as_str()).map(|(_, cases)| *cases);
        form.kept = cases.map(|cases| register_kept(desk, cases)).unwrap_or_default();
        if let Some((posted, refused)) = typed.filter(|(posted, _)| posted.value("standard") == standard.code.as_str()) {
            for field in &mut form.fields {
                field.value = posted.value(field.name).to_owned();
                field.problem = problem_of(desk, refused, field.name);
            }
        }
        Some(form)
    });
    forms.collect()
}

fn reading_form(
    desk: &Desk,
    charter: &Charter,
    standard: &Standard,
    measure: &Measure,
    coverage: Coverage,
    kept: Option<&Measurement>,
) -> ReadingForm {
    let fallback = charter.languages.first().unwrap_or(&desk.language);
    let label = |texts: &crate::text::Texts| texts.get(&desk.language, fallback).to_owned();
    let value_words = match measure {
        Measure::Share(_) => desk.say("results-cases-kept"),
        Measure::Mean { unit } => language::say_with(&desk.language, "results-mean-in", &[("unit", label(unit).into())]),
    };
    let holds = kept.is_none_or(|kept| kept.rule == measure.rule(charter.calendar.as_ref()));
    let with_deviation = matches!(measure, Measure::Mean { .. }) && coverage == Coverage::Sample;
    let written = |value: Option<f64>| value.map(|value| plain(&desk.language, value)).unwrap_or_default();
    let field = |name, words, value| ReadingField { name, words, value, problem: String::new() };
    let mut fields = vec![
        field("value", value_words, written(kept.map(|kept| kept.value))),
        field("cases", desk.say("results-cases"), kept.map(|kept| kept.cases.to_string()).unwrap_or_default()),
    ];
    if with_deviation {
        fields.push(field("deviation", desk.say("results-deviation"), written(kept.and_then(|kept| kept.deviation))));
    }
    fields.push(field("note", desk.say("results-source"), kept.map(|kept| kept.note.clone()).unwrap_or_default()));
    ReadingForm {
        standard: standard.code.to_string(),
        title: label(&standard.title),
        promise: label(&standard.promise),
        fields,
        register: String::new(),
        kept: String::new(),
        stale: if holds { String::new() } else { desk.say("results-other-rule") },
        planner: None,
    }
}

fn register_kept(desk: &Desk, cases: u64) -> String {
    desk.say_with("register-kept", &[("count", cases.into()), ("number", language::integer(&desk.language, cases).into())])
}

/// A number as it is typed again: all its digits, the reader's decimal sign, no separators.
fn plain(language: &Language, value: f64) -> String {
    let text = value.to_string();
    if *language == Language::english() { text } else { text.replace('.', ",") }
}

fn past_row(language: &Language, names: &[(String, String)], year: i32, figure: &PastFigure) -> [String; 6] {
    let name = names.iter().find(|(code, _)| *code == figure.item).map_or(&figure.item, |(_, words)| words);
    [
        name.clone(),
        year.to_string(),
        language::integer(language, figure.base),
        figure.satisfied.map(|satisfied| language::integer(language, satisfied)).unwrap_or_default(),
        figure.mean.map(|mean| language::number(language, mean, 2)).unwrap_or_default(),
        figure.note.clone(),
    ]
}

fn items_field(desk: &Desk, options: Vec<(String, String)>, typed: Option<(&Posted, &Refused)>) -> TypedField {
    let value = typed.map(|(posted, _)| posted.value("item").to_owned()).unwrap_or_default();
    TypedField { name: "item", words: desk.say("results-past-item"), value, options, ..TypedField::default() }
}

/// The fields of a past figure.
fn past_fields(desk: &Desk, outline: &Outline, typed: Option<(&Posted, &Refused)>) -> Vec<TypedField> {
    let typed = typed.filter(|(posted, _)| posted.value("standard").is_empty());
    let field = |name: &'static str, required| TypedField {
        name,
        words: desk.say(&format!("results-past-{name}")),
        kind: "text",
        value: typed.map(|(posted, _)| posted.value(name).to_owned()).unwrap_or_default(),
        problem: typed.map(|(_, refused)| problem_of(desk, refused, name)).unwrap_or_default(),
        required,
        ..TypedField::default()
    };
    let mut year = field("year", true);
    if typed.is_none() {
        year.value = (outline.edition.year - 1).to_string();
    }
    let [base, satisfied, mean] = [field("base", true), field("satisfied", false), field("mean", false)];
    vec![year, base, satisfied, mean, field("spread", false), field("source", false)]
}
