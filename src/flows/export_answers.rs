//! The closed answers of a survey as a file, for staff who work on with them; never for publication.

use super::Outcome;
use super::read_results::{carried_rows, wait_for_closing};
use crate::report::{AnswerRow, responses_csv};
use crate::site::Site;
use crate::store;
use crate::survey::Survey;
use crate::text::Language;

/// The answers as CSV: no identifier, no day, no open text.
///
/// # Errors
/// Refused while a survey of the edition takes answers.
pub fn export_answers(site: &Site, survey: &Survey, language: &Language) -> Outcome<Vec<u8>> {
    wait_for_closing(site, survey.edition)?;
    let version = site.form_version(survey.form_version)?;
    let (rows, plan) = site.store.read(|db| Ok((store::response::rows(db, survey.id)?, store::survey::plan(db, survey.id)?)))?;
    let rows = carried_rows(site, &version, rows)?;
    let answers: Vec<AnswerRow<'_>> =
        rows.iter().map(|row| AnswerRow { closed: &row.closed, channel: &row.strata.channel }).collect();
    let threshold = u64::from(plan.privacy_threshold);
    Ok(responses_csv(&version.form, &version.layout, &answers, threshold, language))
}
