//! Surveys.

use super::columns::{known, number};
use super::dialect;
use super::schema::{edition, response, survey};
use super::{Database, StoreError};
use crate::ids::{CharterId, EditionId, FormVersionId, SurveyId};
use crate::survey::{Channel, State, Survey, Weighting};
use crate::text::Code;
use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::HashMap;

/// What a draft says: everything staff may change until the survey opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The edition it belongs to.
    pub edition: EditionId,
    /// Its name in addresses.
    pub code: Code,
    /// Its title for staff.
    pub title: String,
    /// What is asked.
    pub form_version: FormVersionId,
    /// The charter whose goals it answers.
    pub charter: Option<CharterId>,
    /// The first day of answering.
    pub opens_on: NaiveDate,
    /// The last day of answering.
    pub closes_on: NaiveDate,
    /// For how many days after that kiosk queues and paper are still taken.
    pub collecting_days: u16,
    /// The doors.
    pub channels: Vec<Channel>,
    /// Whether its answers are made up.
    pub simulated: bool,
    /// What the verdicts rest on.
    pub weighting: Weighting,
    /// Below this many answers no cell is published.
    pub privacy_threshold: u32,
    /// How many responses the plan wants; 0 for no plan.
    pub planned_responses: u64,
}

/// What may still change while a survey is in the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjustment {
    /// Its title for staff.
    pub title: String,
    /// The last day of answering.
    pub closes_on: NaiveDate,
    /// For how many days after that kiosk queues and paper are still taken.
    pub collecting_days: u16,
    /// The charter whose goals it answers.
    pub charter: Option<CharterId>,
    /// What the verdicts rest on.
    pub weighting: Weighting,
    /// Below this many answers no cell is published.
    pub privacy_threshold: u32,
    /// How many responses the plan wants; 0 for no plan.
    pub planned_responses: u64,
}

/// What a survey has beside [`Survey`]: its charter, its plan, and when it closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The charter whose goals it answers.
    pub charter: Option<CharterId>,
    /// What the verdicts rest on.
    pub weighting: Weighting,
    /// Below this many answers no cell is published.
    pub privacy_threshold: u32,
    /// How many responses the plan wants; 0 for no plan.
    pub planned_responses: u64,
    /// The last day of answering as planned, though staff may have ended it before.
    pub planned_close: NaiveDate,
    /// The day it closed.
    pub closed_on: Option<NaiveDate>,
}

type Stored = (i64, i64, String, String, i64, String, NaiveDate, NaiveDate, i32, String, bool);
type Columns = (
    survey::id,
    survey::edition_id,
    survey::code,
    survey::title,
    survey::form_version_id,
    survey::state,
    survey::opens_on,
    survey::closes_on,
    survey::collecting_days,
    survey::channels,
    survey::simulated,
);
const COLUMNS: Columns = (
    survey::id,
    survey::edition_id,
    survey::code,
    survey::title,
    survey::form_version_id,
    survey::state,
    survey::opens_on,
    survey::closes_on,
    survey::collecting_days,
    survey::channels,
    survey::simulated,
);

fn read(stored: Stored) -> Result<Survey, StoreError> {
    let (id, edition, code, title, form_version, state, opens_on, closes_on, collecting_days, channels, simulated) = stored;
    Ok(Survey {
        id: SurveyId(id),
        edition: EditionId(edition),
        code: known("survey.code", Code::parse(&code))?,
        title,
        form_version: FormVersionId(form_version),
        state: known("survey.state", State::parse(&state))?,
        opens_on,
        closes_on,
        collecting_days: number("survey.collecting_days", collecting_days)?,
        channels: read_channels(&channels)?,
        simulated,
    })
}

fn write_channels(channels: &[Channel]) -> String {
    channels.iter().map(|channel| channel.code()).collect::<Vec<_>>().join(" ")
}

fn read_channels(stored: &str) -> Result<Vec<Channel>, StoreError> {
    stored.split_whitespace().map(|code| known("survey.channels", Channel::parse(code))).collect()
}

/// A draft's columns; a macro because the type of the tuple cannot be named.
macro_rules! columns_of {
    ($draft:expr) => {
        (
            survey::edition_id.eq($draft.edition.0),
            survey::code.eq($draft.code.as_str()),
            survey::title.eq(&$draft.title),
            survey::form_version_id.eq($draft.form_version.0),
            survey::charter_id.eq($draft.charter.map(|charter| charter.0)),
            survey::opens_on.eq($draft.opens_on),
            survey::closes_on.eq($draft.closes_on),
            survey::planned_close.eq($draft.closes_on),
            survey::collecting_days.eq(i32::from($draft.collecting_days)),
            survey::channels.eq(write_channels(&$draft.channels)),
            survey::simulated.eq($draft.simulated),
            survey::weighting.eq($draft.weighting.code()),
            survey::privacy_threshold.eq(number::<u32, i32>("survey.privacy_threshold", $draft.privacy_threshold)?),
            survey::planned_responses.eq(number::<u64, i64>("survey.planned_responses", $draft.planned_responses)?),
        )
    };
}

/// Adds a survey as a draft, with room for its answers.
pub fn insert(database: &mut Database, draft: &Draft) -> Result<SurveyId, StoreError> {
    // Making partitions locks the tables that they refer to: two who had both inserted first would wait for each other.
    dialect::write_alone(database, "survey")?;
    let row = (columns_of!(draft), survey::state.eq(State::Draft.code()));
    let id = SurveyId(diesel::insert_into(survey::table).values(row).returning(survey::id).get_result(database)?);
    dialect::make_room(database, id)?;
    Ok(id)
}

/// Changes a draft; `false` when the survey is no draft any more, and then nothing is changed.
pub fn update_draft(database: &mut Database, id: SurveyId, draft: &Draft) -> Result<bool, StoreError> {
    let own = survey::table.find(id.0).filter(survey::state.eq(State::Draft.code()));
    Ok(diesel::update(own).set(columns_of!(draft)).execute(database)? == 1)
}

/// Adjusts a survey in the field; `false` when it was no longer in that state, and then nothing is changed.
pub fn adjust(database: &mut Database, id: SurveyId, from: State, new: &Adjustment) -> Result<bool, StoreError> {
    let own = survey::table.find(id.0).filter(survey::state.eq(from.code()));
    let change = (
        survey::title.eq(&new.title),
        survey::closes_on.eq(new.closes_on),
        // Once it was ended, early or not, the plan is history.
        (from == State::Open).then(|| survey::planned_close.eq(new.closes_on)),
        survey::collecting_days.eq(i32::from(new.collecting_days)),
        survey::charter_id.eq(new.charter.map(|charter| charter.0)),
        survey::weighting.eq(new.weighting.code()),
        survey::privacy_threshold.eq(number::<u32, i32>("survey.privacy_threshold", new.privacy_threshold)?),
        survey::planned_responses.eq(number::<u64, i64>("survey.planned_responses", new.planned_responses)?),
    );
    Ok(diesel::update(own).set(change).execute(database)? == 1)
}

/// Lets a survey that has one version ask another from now on; `false` when it no longer has the first or is in another state, and then
/// nothing is changed.
pub fn change_version(
    database: &mut Database,
    id: SurveyId,
    from: (State, FormVersionId),
    to: FormVersionId,
) -> Result<bool, StoreError> {
    let (state, version) = from;
    let own = survey::table.find(id.0).filter(survey::state.eq(state.code())).filter(survey::form_version_id.eq(version.0));
    Ok(diesel::update(own).set(survey::form_version_id.eq(to.0)).execute(database)? == 1)
}

/// Moves a survey from one state to another; `false` when it was no longer in the first, and then nothing is changed.
pub fn change_state(database: &mut Database, id: SurveyId, from: State, to: State) -> Result<bool, StoreError> {
    let own = survey::table.find(id.0).filter(survey::state.eq(from.code()));
    Ok(diesel::update(own).set(survey::state.eq(to.code())).execute(database)? == 1)
}

/// Notes the last day of answering, where staff end it before the planned one.
pub fn end_on(database: &mut Database, id: SurveyId, last_day: NaiveDate) -> Result<(), StoreError> {
    diesel::update(survey::table.find(id.0)).set(survey::closes_on.eq(last_day)).execute(database)?;
    Ok(())
}

/// [`change_state`] to closed, with the day.
pub fn close(database: &mut Database, id: SurveyId, from: State, today: NaiveDate) -> Result<bool, StoreError> {
    let own = survey::table.find(id.0).filter(survey::state.eq(from.code()));
    let change = (survey::state.eq(State::Closed.code()), survey::closed_on.eq(Some(today)));
    Ok(diesel::update(own).set(change).execute(database)? == 1)
}

/// The closed surveys whose old rows may still be in the files: closed in one transaction with
/// [`super::response::rewrite_under_random_ids`], or their contacts forgotten, but the program ended before
/// [`super::Store::purge`] and [`mark_purged`]. Look for them at every start.
pub fn list_to_purge(database: &mut Database) -> Result<Vec<SurveyId>, StoreError> {
    let closed = survey::table.filter(survey::state.eq(State::Closed.code()));
    let left = closed.filter(survey::purged.eq(false)).order(survey::id).select(survey::id);
    Ok(left.load::<i64>(database)?.into_iter().map(SurveyId).collect())
}

/// Notes that [`super::Store::purge`] has run since; `false` when it is not closed or was noted before.
pub fn mark_purged(database: &mut Database, id: SurveyId) -> Result<bool, StoreError> {
    let own = survey::table.find(id.0).filter(survey::state.eq(State::Closed.code()).and(survey::purged.eq(false)));
    Ok(diesel::update(own).set(survey::purged.eq(true)).execute(database)? == 1)
}

/// The survey of that number.
pub fn find(database: &mut Database, id: SurveyId) -> Result<Survey, StoreError> {
    read(survey::table.find(id.0).select(COLUMNS).first(database)?)
}

/// The survey of that number, which stays as it is until the write transaction ends: who would close it waits.
pub fn hold(database: &mut Database, id: SurveyId) -> Result<Survey, StoreError> {
    dialect::hold_survey(database, id, false)?;
    find(database, id)
}

/// [`hold`] for who will change the survey by what it reads: one after the other.
pub fn hold_alone(database: &mut Database, id: SurveyId) -> Result<Survey, StoreError> {
    dialect::hold_survey(database, id, true)?;
    find(database, id)
}

/// The survey of that code.
pub fn find_by_code(database: &mut Database, code: &Code) -> Result<Survey, StoreError> {
    read(survey::table.filter(survey::code.eq(code.as_str())).select(COLUMNS).first(database)?)
}

/// What a survey has beside its own type.
pub fn plan(database: &mut Database, id: SurveyId) -> Result<Plan, StoreError> {
    type Stored = (Option<i64>, String, i32, i64, NaiveDate, Option<NaiveDate>);
    let columns = (
        survey::charter_id,
        survey::weighting,
        survey::privacy_threshold,
        survey::planned_responses,
        survey::planned_close,
        survey::closed_on,
    );
    let (charter, weighting, privacy_threshold, planned_responses, planned_close, closed_on): Stored =
        survey::table.find(id.0).select(columns).first(database)?;
    Ok(Plan {
        charter: charter.map(CharterId),
        weighting: known("survey.weighting", Weighting::parse(&weighting))?,
        privacy_threshold: number("survey.privacy_threshold", privacy_threshold)?,
        planned_responses: number("survey.planned_responses", planned_responses)?,
        planned_close,
        closed_on,
    })
}

/// Whether there are surveys and every one's answers are made up.
pub fn all_simulated(database: &mut Database) -> Result<bool, StoreError> {
    let simulated: Vec<bool> = survey::table.select(survey::simulated).distinct().load(database)?;
    Ok(simulated == [true])
}

/// The surveys of an edition, by code.
pub fn list_of(database: &mut Database, of: EditionId) -> Result<Vec<Survey>, StoreError> {
    let stored: Vec<Stored> =
        survey::table.filter(survey::edition_id.eq(of.0)).order(survey::code).select(COLUMNS).load(database)?;
    stored.into_iter().map(read).collect()
}

/// The surveys in a state, by code.
pub fn list_in(database: &mut Database, state: State) -> Result<Vec<Survey>, StoreError> {
    let stored: Vec<Stored> =
        survey::table.filter(survey::state.eq(state.code())).order(survey::code).select(COLUMNS).load(database)?;
    stored.into_iter().map(read).collect()
}

/// The surveys that ask one of these versions: the newest edition first, then by code.
pub fn list_asking(database: &mut Database, versions: &[FormVersionId]) -> Result<Vec<Survey>, StoreError> {
    let versions: Vec<i64> = versions.iter().map(|version| version.0).collect();
    let asking = survey::table.inner_join(edition::table).filter(survey::form_version_id.eq_any(versions));
    let stored: Vec<Stored> = asking.order((edition::year.desc(), survey::code)).select(COLUMNS).load(database)?;
    stored.into_iter().map(read).collect()
}

/// All surveys with their numbers of responses: the newest edition first, then by code.
pub fn list_with_counts(database: &mut Database) -> Result<Vec<(Survey, u64)>, StoreError> {
    let counts: Vec<(i64, i64)> =
        response::table.group_by(response::survey_id).select((response::survey_id, count_star())).load(database)?;
    let counts: HashMap<i64, i64> = counts.into_iter().collect();
    let stored: Vec<Stored> =
        survey::table.inner_join(edition::table).order((edition::year.desc(), survey::code)).select(COLUMNS).load(database)?;
    let with_count = |stored| {
        let survey = read(stored)?;
        let count = counts.get(&survey.id.0).copied().unwrap_or(0);
        Ok((survey, number("count", count)?))
    };
    stored.into_iter().map(with_count).collect()
}
