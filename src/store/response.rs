//! Responses: kept once, read as rows for a table, rewritten at closing.

use super::columns::{bytes, known, number};
use super::dialect::{self, on_either};
use super::schema::{open_text, response};
use super::{Database, StoreError, response_draft};
use crate::follow_up::Moderation;
use crate::ids::{DraftId, FormVersionId, ResponseId, SurveyId};
use crate::response::{Accepted, Row, Strata};
use crate::secret::random_bytes;
use crate::survey::Channel;
use chrono::NaiveDate;
use diesel::dsl::{count_star, exists};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashSet};

/// A response on its way into the store.
#[derive(Clone, Debug)]
pub struct NewResponse {
    /// Its key: the same key is the same response.
    pub id: ResponseId,
    /// The draft that it ends, where there may be one.
    pub draft: Option<DraftId>,
    /// The survey it answers.
    pub survey: SurveyId,
    /// The form version it was given under.
    pub form_version: FormVersionId,
    /// The door.
    pub channel: Channel,
    /// The kiosk's place; "" where there is none.
    pub place: String,
    /// The batch of paper forms or the imported file; "" where there is none.
    pub batch: String,
    /// The local day.
    pub answered_on: NaiveDate,
    /// What passed the gate.
    pub accepted: Accepted,
}

/// What became of a submission. Each but the last means: one response with this key is durably stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is stored now.
    New,
    /// It was already there with the same answers.
    SameAgain,
    /// There is already one with this key and other answers: the first is kept.
    OtherAnswersKept,
    /// The survey takes no answers (any more), or there is no such survey. Nothing is stored.
    SurveyNotTaking,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = response, treat_none_as_default_value = false)]
struct ResponseRow {
    survey_id: i64,
    id: Vec<u8>,
    form_version_id: i64,
    channel: String,
    place: String,
    batch: String,
    answered_on: NaiveDate,
    closed_answers: Vec<u8>,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = open_text, treat_none_as_default_value = false)]
struct TextRow {
    survey_id: i64,
    response_id: Vec<u8>,
    question: String,
    id: Vec<u8>,
    body: String,
    moderation: String,
}

/// PostgreSQL takes 65,535 values a statement; eight columns of so many rows stay far below.
const ROWS_A_STATEMENT: usize = 1_000;

/// Stores responses, each once; inside a write transaction. The outcomes stand in the order of the responses.
///
/// The surveys' states are read again here, in the same transaction: what was let in before closing but comes after it is
/// not stored. The draft of an answer goes with it, in the same transaction. The group-commit writer calls this; call it directly only for many responses at once (an import).
pub fn keep(database: &mut Database, responses: &[NewResponse]) -> Result<Vec<Kept>, StoreError> {
    let surveys: BTreeSet<SurveyId> = responses.iter().map(|response| response.survey).collect();
    let surveys: Vec<SurveyId> = surveys.into_iter().collect();
    let taking = dialect::surveys_taking_answers(database, &surveys)?;
    let mut seen = HashSet::new();
    let firsts: Vec<&NewResponse> =
        responses.iter().filter(|one| taking.contains(&one.survey.0) && seen.insert((one.survey, one.id))).collect();
    let mut stored = insert_once(database, &firsts)?;
    let texts: Vec<TextRow> =
        firsts.iter().filter(|one| stored.contains(&(one.survey, one.id))).flat_map(|one| text_rows(one)).collect();
    insert_texts(database, texts)?;
    for survey in &surveys {
        let own = |one: &NewResponse| one.draft.filter(|_| one.survey == *survey && taking.contains(&survey.0));
        let ended: Vec<DraftId> = responses.iter().filter_map(own).collect();
        if !ended.is_empty() {
            response_draft::remove(database, *survey, ended)?;
        }
    }
    let outcome = |response: &NewResponse| match response {
        one if !taking.contains(&one.survey.0) => Ok(Kept::SurveyNotTaking),
        one if stored.remove(&(one.survey, one.id)) => Ok(Kept::New),
        one => compare_with_kept(database, one),
    };
    responses.iter().map(outcome).collect()
}

fn response_row(new: &NewResponse) -> ResponseRow {
    ResponseRow {
        survey_id: new.survey.0,
        id: new.id.0.to_vec(),
        form_version_id: new.form_version.0,
        channel: new.channel.code().to_owned(),
        place: new.place.clone(),
        batch: new.batch.clone(),
        answered_on: new.answered_on,
        closed_answers: new.accepted.closed.clone(),
    }
}

fn text_rows(new: &NewResponse) -> impl Iterator<Item = TextRow> {
    new.accepted.texts.iter().map(|(question, body)| TextRow {
        survey_id: new.survey.0,
        response_id: new.id.0.to_vec(),
        question: question.as_str().to_owned(),
        id: random_bytes::<16>().to_vec(),
        body: body.clone(),
        moderation: Moderation::Pending.code().to_owned(),
    })
}

/// Inserts those whose key is not there yet and says which they were.
fn insert_once(database: &mut Database, firsts: &[&NewResponse]) -> Result<HashSet<(SurveyId, ResponseId)>, StoreError> {
    let mut stored = HashSet::new();
    match database {
        // One prepared statement, run for each row: in one process that is the fastest.
        Database::Sqlite(connection) => {
            for new in firsts {
                let insert = diesel::insert_into(response::table).values(response_row(new)).on_conflict_do_nothing();
                if insert.execute(connection)? == 1 {
                    stored.insert((new.survey, new.id));
                }
            }
        }
        // Each statement is a journey to the server: many rows go together.
        Database::Postgres(connection) => {
            for some in firsts.chunks(ROWS_A_STATEMENT) {
                let rows: Vec<ResponseRow> = some.iter().map(|new| response_row(new)).collect();
                let insert = diesel::insert_into(response::table).values(rows).on_conflict_do_nothing();
                let inserted: Vec<(i64, Vec<u8>)> =
                    insert.returning((response::survey_id, response::id)).get_results(connection)?;
                for (survey, id) in inserted {
                    stored.insert((SurveyId(survey), ResponseId(bytes("response.id", id)?)));
                }
            }
        }
    }
    Ok(stored)
}

fn insert_texts(database: &mut Database, rows: Vec<TextRow>) -> Result<(), StoreError> {
    match database {
        // As in [`insert_once`].
        Database::Sqlite(connection) => {
            for row in rows {
                diesel::insert_into(open_text::table).values(row).execute(connection)?;
            }
        }
        Database::Postgres(connection) => {
            for some in rows.chunks(ROWS_A_STATEMENT) {
                diesel::insert_into(open_text::table).values(some).execute(connection)?;
            }
        }
    }
    Ok(())
}

fn compare_with_kept(database: &mut Database, new: &NewResponse) -> Result<Kept, StoreError> {
    let key = (new.survey.0, new.id.0.to_vec());
    let closed: Vec<u8> = response::table.find(key.clone()).select(response::closed_answers).first(database)?;
    let kept: BTreeSet<(String, String)> = open_text::table
        .filter(open_text::survey_id.eq(key.0).and(open_text::response_id.eq(key.1)))
        .select((open_text::question, open_text::body))
        .load(database)?
        .into_iter()
        .collect();
    let texts = new.accepted.texts.iter().map(|(question, body)| (question.as_str().to_owned(), body.clone())).collect();
    // Whatever wording stood above them: the survey may have gone on with a later one since.
    let same = closed == new.accepted.closed && kept == texts;
    Ok(if same { Kept::SameAgain } else { Kept::OtherAnswersKept })
}

/// Every response of a survey with its form version, in the order of the random ids: for a `response::Table`.
pub fn rows(database: &mut Database, survey: SurveyId) -> Result<Vec<(FormVersionId, Row)>, StoreError> {
    type Stored = (i64, Vec<u8>, String, String, NaiveDate);
    let stored: Vec<Stored> = response::table
        .filter(response::survey_id.eq(survey.0))
        .order(response::id)
        .select((response::form_version_id, response::closed_answers, response::channel, response::place, response::answered_on))
        .load(database)?;
    Ok(stored
        .into_iter()
        .map(|(form_version, closed, channel, place, day)| {
            let place = Some(place).filter(|place| !place.is_empty());
            (FormVersionId(form_version), Row { closed, strata: Strata { channel, place, day: Some(day) } })
        })
        .collect())
}

/// How many responses a survey has.
pub fn count(database: &mut Database, survey: SurveyId) -> Result<u64, StoreError> {
    let count: i64 = response::table.filter(response::survey_id.eq(survey.0)).count().get_result(database)?;
    number("count", count)
}

/// How many responses of a channel carry a batch's name; "" for those of no batch.
pub fn count_in_batch(database: &mut Database, survey: SurveyId, channel: Channel, batch: &str) -> Result<u64, StoreError> {
    let own = response::table
        .filter(response::survey_id.eq(survey.0))
        .filter(response::channel.eq(channel.code()))
        .filter(response::batch.eq(batch));
    number("count", own.count().get_result::<i64>(database)?)
}

/// How many responses came through each channel that has any, in the order of every table.
pub fn count_by_channel(database: &mut Database, survey: SurveyId) -> Result<Vec<(Channel, u64)>, StoreError> {
    let counts: Vec<(String, i64)> = response::table
        .filter(response::survey_id.eq(survey.0))
        .group_by(response::channel)
        .select((response::channel, count_star()))
        .load(database)?;
    let mut counts = counts
        .into_iter()
        .map(|(channel, count)| Ok((known("response.channel", Channel::parse(&channel))?, number("count", count)?)))
        .collect::<Result<Vec<_>, StoreError>>()?;
    counts.sort_unstable();
    Ok(counts)
}

/// How many responses came on each day through each channel that has any, in the order of the days and of every table.
pub fn count_by_day(database: &mut Database, survey: SurveyId) -> Result<Vec<(NaiveDate, Channel, u64)>, StoreError> {
    let counts: Vec<(NaiveDate, String, i64)> = response::table
        .filter(response::survey_id.eq(survey.0))
        .group_by((response::answered_on, response::channel))
        .select((response::answered_on, response::channel, count_star()))
        .load(database)?;
    let read = |(day, channel, count): (NaiveDate, String, i64)| {
        Ok((day, known("response.channel", Channel::parse(&channel))?, number("count", count)?))
    };
    let mut counts = counts.into_iter().map(read).collect::<Result<Vec<_>, StoreError>>()?;
    counts.sort_unstable();
    Ok(counts)
}

/// Whether there is a response with this key: how the sender of reminders skips who has answered.
pub fn is_there(database: &mut Database, survey: SurveyId, id: ResponseId) -> Result<bool, StoreError> {
    Ok(diesel::select(exists(response::table.find((survey.0, id.0.to_vec())))).get_result(database)?)
}

/// Rewrites all responses of a survey under fresh random ids in random order, its open texts with them under fresh comment
/// ids, and removes the old ones and all drafts. Returns how many responses there are.
///
/// Inside the write transaction that closes the survey. After its commit [`super::Store::purge`] must run: then nothing of
/// the old rows is left in an SQLite file and its log. On PostgreSQL the survey's partitions get new files and the old ones
/// go with the commit; its write-ahead log is recycled by the server, and backups age as the operator decides.
pub fn rewrite_under_random_ids(database: &mut Database, survey: SurveyId) -> Result<usize, StoreError> {
    let mut rows: Vec<ResponseRow> = response::table.filter(response::survey_id.eq(survey.0)).load(database)?;
    let mut texts: Vec<TextRow> = open_text::table.filter(open_text::survey_id.eq(survey.0)).load(database)?;
    let mut fresh = std::collections::HashMap::with_capacity(rows.len());
    for row in &mut rows {
        let id = random_bytes::<16>().to_vec();
        fresh.insert(std::mem::replace(&mut row.id, id.clone()), id);
    }
    for text in &mut texts {
        text.response_id = known("open_text.response_id", fresh.get(&text.response_id).cloned())?;
        text.id = random_bytes::<16>().to_vec();
    }
    // The order of random ids is a random order, and the one in which PostgreSQL will lay the rows down.
    rows.sort_unstable_by(|one, other| one.id.cmp(&other.id));
    texts.sort_unstable_by(|one, other| one.id.cmp(&other.id));
    dialect::empty_room(database, survey)?;
    for some in rows.chunks(ROWS_A_STATEMENT) {
        on_either!(&mut *database, connection => diesel::insert_into(response::table).values(some).execute(connection))?;
    }
    insert_texts(database, texts)?;
    Ok(rows.len())
}
