//! What the adviser on questionnaires must know besides the form: what it is compared with, what it is to measure, how many answer.

use super::design_form::{DRAFT_FILE, newest_of};
use super::{Failed, Outcome};
use crate::charter;
use crate::form::advice::{Measured, Surroundings};
use crate::form::{Form, Layout};
use crate::ids::FormVersionId;
use crate::site::Site;
use crate::store::form_draft::FormDraft;
use crate::store::survey::Plan;
use crate::store::{self, Database, StoreError};
use crate::survey::{State, Survey, measured};
use std::sync::Arc;

/// What surrounds a draft, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// The version it is compared with: the one it began with, else the newest of its code.
    pub before: Option<Arc<Form>>,
    /// The goals that it is to measure.
    pub measured: Option<Vec<Measured>>,
    /// How many answered last time; before the first time, how many responses are planned.
    pub expected_responses: Option<u32>,
    /// Groups of fewer responses are not shown.
    pub privacy_threshold: u32,
}

impl Known {
    /// As the adviser takes it.
    pub fn around(&self) -> Surroundings<'_> {
        Surroundings {
            before: self.before.as_deref(),
            measured: self.measured.as_deref(),
            expected_responses: self.expected_responses,
            privacy_threshold: self.privacy_threshold,
        }
    }
}

/// Looks up what surrounds a draft.
///
/// # Errors
/// Only when the database fails, or a stored charter cannot be read any more.
pub fn surroundings_of(site: &Site, draft: &FormDraft, form: &Form) -> Outcome<Known> {
    let version = match draft.based_on {
        Some(id) => Some(site.store.read(|db| store::form_version::find(db, id))?),
        None => newest_of(site, &form.code)?,
    };
    let code = version.as_ref().map_or(&form.code, |version| &version.code);
    let (used, answered) = site.store.read(|db| {
        let used = users_of(db, code)?;
        let answered = answers_of_last(db, &used)?;
        Ok((used, answered))
    })?;
    let planned = || used.iter().map(|own| own.plan.planned_responses).find(|planned| *planned > 0);
    let expected = answered.or_else(planned);
    Ok(Known {
        measured: goals_of(site, form, &used)?,
        expected_responses: expected.map(|count| u32::try_from(count).unwrap_or(u32::MAX)),
        privacy_threshold: used.first().map_or(0, |own| own.plan.privacy_threshold),
        before: version.and_then(|version| site.forms.read(DRAFT_FILE, &version.source).ok()),
    })
}

/// A survey that asks a version of the form.
struct Used {
    survey: Survey,
    plan: Plan,
}

/// The surveys that ask any version of a form, those of the newest edition first.
fn users_of(db: &mut Database, code: &crate::text::Code) -> Result<Vec<Used>, StoreError> {
    let versions: Vec<FormVersionId> = store::form_version::list_of(db, code)?.into_iter().map(|version| version.id).collect();
    let users = store::survey::list_asking(db, &versions)?.into_iter();
    users.map(|survey| Ok(Used { plan: store::survey::plan(db, survey.id)?, survey })).collect()
}

/// How many answered the newest survey that is closed and was answered.
fn answers_of_last(db: &mut Database, used: &[Used]) -> Result<Option<u64>, StoreError> {
    for own in used.iter().filter(|own| own.survey.state == State::Closed) {
        match store::response::count(db, own.survey.id)? {
            0 => {}
            responses => return Ok(Some(responses)),
        }
    }
    Ok(None)
}

/// The goals of the charter that the form's newest survey answers. A form that was never used is measured against the charters in force
/// that it asks anything of: against the others a questionnaire for the kiosk would miss every goal.
fn goals_of(site: &Site, form: &Form, used: &[Used]) -> Outcome<Option<Vec<Measured>>> {
    let answered = used.iter().find_map(|own| own.plan.charter);
    let sources = site.store.read(|db| match answered {
        Some(id) => Ok(vec![store::charter::find(db, id)?.source]),
        None if used.is_empty() => newest_charters(db),
        None => Ok(Vec::new()),
    })?;
    let layout = Layout::of(form);
    let asks = |goal: &Measured| goal.needed.iter().chain(&goal.beside).any(|field| layout.field(field.as_str()).is_some());
    let mut goals: Option<Vec<Measured>> = None;
    for source in sources {
        let charter = charter::parse("charter", &source).map_err(|_| Failed::Broken("a stored charter".to_owned()))?;
        let own = measured(&charter.standards);
        if answered.is_some() || own.iter().any(asks) {
            goals.get_or_insert_default().extend(own);
        }
    }
    Ok(goals)
}

fn newest_charters(db: &mut Database) -> Result<Vec<String>, StoreError> {
    let mut newest = Vec::new();
    for office in store::office::list(db)? {
        newest.extend(store::charter::list(db, office.id)?.into_iter().next().map(|charter| charter.source));
    }
    Ok(newest)
}
