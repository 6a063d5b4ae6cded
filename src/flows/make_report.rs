//! The annual report of an edition: one document, made into page, PDF, spreadsheet and open data.

use super::read_results::Results;
use super::{Failed, Outcome};
use crate::follow_up::{ImprovementAction, Moderation};
use crate::print;
use crate::report::{self, CommentSummary, Document, DrawnSample, MethodFacts, ReportInput, Seal, html, tables_csv, workbook};
use crate::site::Site;
use crate::store::publication::PublishedFile;
use crate::store::sample::SamplePlan;
use crate::store::{self, Database, StoreError};
use crate::survey::Channel;
use crate::text::Language;
use chrono::NaiveDate;

/// How many approved comments a report shows.
const MOST_COMMENTS: u32 = 8;

/// Makes the report of an edition, from its results, in one language.
///
/// # Errors
/// Only when the database fails.
pub fn make_report(site: &Site, results: &Results, language: &Language) -> Outcome<Document> {
    let facts = site.store.read(|db| Facts::gather(db, results))?;
    Ok(report::build(&input_of(site, results, &facts), language))
}

/// The charts of a report as pictures that travel alone (SVG), in the report's order.
///
/// # Errors
/// Only when the database fails.
pub fn make_slides(site: &Site, results: &Results, language: &Language) -> Outcome<Vec<String>> {
    let facts = site.store.read(|db| Facts::gather(db, results))?;
    Ok(report::slides(&input_of(site, results, &facts), language))
}

/// The files of a report: the page's body, the PDF, the spreadsheet, the open data.
///
/// # Errors
/// Failed when one of them cannot be made.
pub fn report_files(document: &Document, year: i32) -> Outcome<Vec<PublishedFile>> {
    let name = |ending: &str| format!("report-{year}.{}.{ending}", document.language);
    let pdf = print::pdf(document).map_err(|error| Failed::Report(error.to_string()))?;
    let sheets = workbook(document).map_err(|error| Failed::Report(error.to_string()))?;
    let file =
        |ending: &str, media_type: &str, body| PublishedFile { name: name(ending), media_type: media_type.to_owned(), body };
    Ok(vec![
        file("html", "text/html; charset=utf-8", html(document).into_bytes()),
        file("pdf", "application/pdf", pdf),
        file("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheets),
        file("csv", "text/csv; charset=utf-8", tables_csv(document)),
    ])
}

/// What a report takes besides the results.
struct Facts {
    actions_before: Vec<ImprovementAction>,
    actions: Vec<ImprovementAction>,
    causes: Vec<(String, String)>,
    counts: Vec<(Moderation, u64)>,
    shown: Vec<String>,
    planned_responses: u64,
    /// The last day on which any of the surveys took answers.
    last_day: Option<NaiveDate>,
    days: Vec<(NaiveDate, Channel, u64)>,
    seals: Vec<store::seal::Seal>,
    samples: Vec<SamplePlan>,
}

impl Facts {
    fn gather(db: &mut Database, results: &Results) -> Result<Self, StoreError> {
        let edition = &results.edition;
        let before = edition.compared_with.map(|earlier| store::improvement_action::list(db, earlier)).transpose()?;
        let (mut counts, mut shown, mut days, mut samples) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut planned_responses, mut last_day) = (0, None);
        for survey in &results.surveys {
            counts.extend(store::comment::count_by_moderation(db, survey.id)?);
            let approved = store::comment::list(db, survey.id, Moderation::Approved, 0, MOST_COMMENTS)?;
            shown.extend(approved.into_iter().map(|comment| comment.text));
            let plan = store::survey::plan(db, survey.id)?;
            planned_responses += plan.planned_responses;
            last_day = last_day.max(Some(survey.closes_on));
            days.extend(store::response::count_by_day(db, survey.id)?);
            samples.extend(store::sample::list(db, survey.id)?.into_iter().map(|(_, plan)| plan));
        }
        shown.truncate(usize::try_from(MOST_COMMENTS).unwrap_or(usize::MAX));
        Ok(Self {
            actions_before: before.unwrap_or_default(),
            actions: store::improvement_action::list(db, edition.id)?,
            causes: store::goal_cause::list(db, edition.id)?,
            counts,
            shown,
            planned_responses,
            last_day,
            days,
            seals: store::seal::list(db, results.main.id)?,
            samples,
        })
    }

    fn comments(&self) -> CommentSummary<'_> {
        let count = |wanted: Moderation| self.counts.iter().filter(|(own, _)| *own == wanted).map(|(_, count)| count).sum();
        CommentSummary {
            pending: count(Moderation::Pending),
            approved: count(Moderation::Approved),
            refused: count(Moderation::Refused),
            shown: self.shown.iter().map(String::as_str).collect(),
        }
    }
}

fn input_of<'a>(site: &'a Site, results: &'a Results, facts: &'a Facts) -> ReportInput<'a> {
    let main = &results.main;
    ReportInput {
        body: &site.config.body.name,
        office: &results.office.name,
        year: results.edition.year,
        made_on: site.clock.today(),
        simulated: results.surveys.iter().any(|survey| survey.simulated),
        form: &results.version.form,
        charter: results.charter.as_ref(),
        figures: &results.findings,
        compared_with: results.compared_year,
        actions_before: &facts.actions_before,
        actions: &facts.actions,
        causes: facts.causes.clone(),
        comments: facts.comments(),
        method: MethodFacts {
            opened_on: results.surveys.iter().map(|survey| survey.opens_on).min().unwrap_or(main.opens_on),
            closed_on: facts.last_day.unwrap_or(main.closes_on),
            planned_responses: facts.planned_responses,
            form_revision: u64::try_from(results.version.text_revision).unwrap_or(1),
            layout_hash: results.version.layout_hash.clone(),
            days: facts.days.clone(),
            seals: facts.seals.iter().map(|seal| sealed(site, seal)).collect(),
            samples: facts.samples.iter().map(drawn).collect(),
        },
    }
}

fn drawn(plan: &SamplePlan) -> DrawnSample {
    DrawnSample {
        drawn_on: plan.drawn_on,
        contacts: plan.contacts,
        eligible: plan.eligible,
        size: plan.size,
        seed: plan.seed.code(),
        languages: plan.segment.languages.clone(),
        conditions: plan.segment.conditions.iter().map(|own| (own.label.clone(), own.values.clone())).collect(),
    }
}

fn sealed(site: &Site, seal: &store::seal::Seal) -> Seal {
    Seal {
        number: u32::try_from(seal.number).unwrap_or(1),
        hash: seal.hash.clone(),
        sealed_on: site.clock.local(seal.sealed_at).date(),
        reason: seal.reason.clone(),
    }
}
