//! A survey goes on with another version of its form: a draft with any, a survey in the field with one under which the answers given
//! so far mean what they meant. Nobody's answer is touched: each stays with the version it was given to, and is read under the new one.
//!
//! What was sealed at opening stays readable: the move puts a new seal beside the first, with its reason.

use super::open_survey::{append_seal, rules_of};
use super::plan_survey::{check_groups, check_widget};
use super::read_results::{counted_with, main_of_edition};
use super::{Outcome, Refused, Stop, thing};
use crate::form::{Hindrance, hindrances};
use crate::ids::{EditionId, FormVersionId, SurveyId};
use crate::site::{FormVersion, Site};
use crate::store::form_version;
use crate::store::{self, Database, StoreError};
use crate::survey::{State, Survey};
use std::sync::Arc;

/// What a move would mean, told before it is done.
#[derive(Clone, Debug)]
pub struct Move {
    /// The survey as it is.
    pub survey: Survey,
    /// What it asks now.
    pub from: Arc<FormVersion>,
    /// What it would ask.
    pub to: Arc<FormVersion>,
    /// How many responses it has.
    pub responses: u64,
    /// What stands against it; always empty for a draft, which nobody has answered.
    pub hindrances: Vec<Hindrance>,
    /// The other surveys of its edition that the results would no longer count together with it.
    pub parted: Vec<Survey>,
    /// The surveys of its edition as they were when the effect was told.
    edition: Vec<Counted>,
}

/// What decides whether a survey is counted with the others of its edition: state, version, whether it has a charter.
type Counted = (SurveyId, State, FormVersionId, bool);

impl Move {
    /// Whether it can be done.
    pub fn is_possible(&self) -> bool {
        self.hindrances.is_empty() && self.parted.is_empty()
    }
}

/// The versions of a survey's form, the newest first, with its own.
///
/// # Errors
/// Only when the database fails.
pub fn list_versions(site: &Site, survey: &Survey) -> Outcome<Vec<form_version::FormVersion>> {
    let code = site.form_version(survey.form_version)?.form.code.clone();
    Ok(site.store.read(|db| form_version::list_of(db, &code))?)
}

/// The surveys that could go on with a version: they ask another one of the same form and are not closed, by code.
///
/// # Errors
/// Only when the database fails.
pub fn list_movable(site: &Site, to: FormVersionId) -> Outcome<Vec<Survey>> {
    Ok(site.store.read(|db| -> Result<Vec<Survey>, StoreError> {
        let code = form_version::find(db, to)?.code;
        let others: Vec<FormVersionId> = form_version::list_of(db, &code)?.into_iter().map(|version| version.id).collect();
        let mut movable = Vec::new();
        for state in [State::Draft, State::Open, State::Collecting] {
            movable.extend(store::survey::list_in(db, state)?);
        }
        movable.retain(|survey| survey.form_version != to && others.contains(&survey.form_version));
        Ok(movable)
    })?)
}

/// What a move would mean.
///
/// # Errors
/// Refused for a closed survey, and for a version that is not one of its form.
pub fn look_at_move(site: &Site, id: SurveyId, to: FormVersionId) -> Outcome<Move> {
    let survey = site.survey(id)?;
    if survey.state == State::Closed {
        return Err(Refused::WrongState(survey.state).into());
    }
    let from = site.form_version(survey.form_version)?;
    let to = match site.form_version(to) {
        Ok(to) if to.form.code == from.form.code => to,
        Ok(_) | Err(StoreError::NotFound) => return Err(Refused::NotThere(thing::FORM).into()),
        Err(error) => return Err(error.into()),
    };
    let (responses, edition) = site
        .store
        .read(|db| -> Result<_, StoreError> { Ok((store::response::count(db, id)?, counted_now(db, survey.edition)?)) })?;
    let drafted = survey.state == State::Draft;
    let hindrances = if drafted { Vec::new() } else { hindrances(&from.form, &to.form) };
    let parted = if drafted { Vec::new() } else { parted_by(site, &survey, &to)? };
    Ok(Move { survey, from, to, responses, hindrances, parted, edition })
}

fn counted_now(db: &mut Database, edition: EditionId) -> Result<Vec<Counted>, StoreError> {
    let surveys = store::survey::list_of(db, edition)?;
    let counted = surveys
        .into_iter()
        .map(|own| Ok((own.id, own.state, own.form_version, store::survey::plan(db, own.id)?.charter.is_some())));
    counted.collect()
}

/// The surveys of an edition are counted together under what the main one asks: who would fall out by the move, of those counted now.
fn parted_by(site: &Site, survey: &Survey, to: &FormVersion) -> Outcome<Vec<Survey>> {
    let (surveys, main) = site.store.read(|db| {
        let surveys = store::survey::list_of(db, survey.edition)?;
        Ok((surveys, main_of_edition(db, survey.edition)?))
    })?;
    let Some(main) = main else { return Ok(Vec::new()) };
    let opened = || surveys.iter().filter(|own| own.state != State::Draft);
    let before = site.form_version(main.form_version)?;
    let counted = counted_with(site, &before, opened())?;
    let moved: Vec<Survey> = opened()
        .map(|own| if own.id == survey.id { Survey { form_version: to.id, ..own.clone() } } else { own.clone() })
        .collect();
    let after = if main.id == survey.id { site.form_version(to.id)? } else { before };
    let left = counted_with(site, &after, moved.iter())?;
    Ok(counted.into_iter().filter(|own| left.iter().all(|stays| stays.id != own.id)).collect())
}

/// Lets a survey go on with another version; `seen` is the one that it had when the effect was told. A survey in the field needs a reason,
/// which stands with the new seal.
///
/// # Errors
/// Refused when it has another version or state by now, when its answers would lose their meaning, and without a reason.
pub fn move_survey(site: &Site, id: SurveyId, seen: FormVersionId, to: FormVersionId, reason: &str) -> Outcome<()> {
    let wanted = look_at_move(site, id, to)?;
    let state = wanted.survey.state;
    if wanted.survey.form_version != seen {
        return Err(Refused::Invalid("version", "refused-moved-meanwhile").into());
    }
    if !wanted.is_possible() {
        return Err(Refused::Invalid("version", "refused-move-meaning").into());
    }
    if state != State::Draft && reason.trim().is_empty() {
        return Err(Refused::Invalid("reason", "refused-no-reason").into());
    }
    check_fit(site, &wanted)?;
    let now = site.clock.now();
    let moved = site.store.write(|db| -> Result<(), Stop> {
        store::edition::hold_alone(db, wanted.survey.edition)?;
        let survey = store::survey::hold_alone(db, id)?;
        // Who counts together was looked at before; from here on nobody can open, adjust or move another one of the year.
        if state != State::Draft && counted_now(db, survey.edition)? != wanted.edition {
            return Err(Refused::Invalid("version", "refused-moved-meanwhile").into());
        }
        if !store::survey::change_version(db, id, (state, seen), to)? {
            return Err(match survey.state == state {
                true => Refused::Invalid("version", "refused-moved-meanwhile"),
                false => Refused::WrongState(survey.state),
            }
            .into());
        }
        if state != State::Draft {
            seal(db, &survey, to, reason, now)?;
        }
        Ok(())
    });
    site.forget_surveys();
    moved
}

fn seal(
    db: &mut Database,
    survey: &Survey,
    to: FormVersionId,
    reason: &str,
    now: chrono::NaiveDateTime,
) -> Result<(), StoreError> {
    let rules = rules_of(db, &Survey { form_version: to, ..survey.clone() })?;
    append_seal(db, survey.id, &rules, reason.trim(), now)
}

/// What the plan needs of its form: the question that groups users, and the shape that the widget asks.
fn check_fit(site: &Site, wanted: &Move) -> Outcome<()> {
    let universe = site.store.read(|db| store::universe::find(db, wanted.survey.id))?;
    check_widget(site, &wanted.survey.channels, wanted.to.id)?;
    check_groups(site, wanted.to.id, &universe)
}
