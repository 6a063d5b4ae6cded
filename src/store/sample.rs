//! Random samples of the contacts of a survey: their plans, and who was drawn.

use super::columns::{known, number};
use super::schema::{contact, invitation, sample};
use super::{Database, StoreError};
use crate::campaign::Segment;
use crate::campaign::sample::Seed;
use crate::ids::{ContactId, SampleId, SurveyId};
use chrono::NaiveDate;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// The plan of a sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamplePlan {
    /// The day on which it was drawn.
    pub drawn_on: NaiveDate,
    /// The contacts of the survey on that day.
    pub contacts: u64,
    /// Those among whom it was drawn: of the segment, and free to be asked.
    pub eligible: u64,
    /// Those drawn.
    pub size: u64,
    /// The seed.
    pub seed: Seed,
    /// The segment.
    pub segment: Segment,
}

/// Keeps a sample with who was drawn into it, each of whom must be in no other; the number of the sample.
///
/// # Errors
/// [`StoreError::Conflict`] when somebody was drawn, or invited, in the meantime.
pub fn insert(database: &mut Database, of: SurveyId, plan: &SamplePlan, drawn: &[ContactId]) -> Result<SampleId, StoreError> {
    let row = (
        sample::survey_id.eq(of.0),
        sample::drawn_on.eq(plan.drawn_on),
        sample::contacts.eq(number::<u64, i64>("sample.contacts", plan.contacts)?),
        sample::eligible.eq(number::<u64, i64>("sample.eligible", plan.eligible)?),
        sample::size.eq(number::<u64, i64>("sample.size", plan.size)?),
        sample::seed.eq(plan.seed.code()),
        sample::segment.eq(plan.segment.to_json()),
    );
    let id: i64 = diesel::insert_into(sample::table).values(row).returning(sample::id).get_result(database)?;
    let mut marked = 0;
    for some in drawn.chunks(1_000) {
        let ids: Vec<i64> = some.iter().map(|contact| contact.0).collect();
        let free = contact::table.filter(contact::id.eq_any(ids)).filter(contact::sample_id.is_null());
        marked += diesel::update(free).set(contact::sample_id.eq(Some(id))).execute(database)?;
    }
    if marked == drawn.len() { Ok(SampleId(id)) } else { Err(StoreError::Conflict) }
}

/// The samples of a survey, in their order.
pub fn list(database: &mut Database, of: SurveyId) -> Result<Vec<(SampleId, SamplePlan)>, StoreError> {
    type Stored = (i64, NaiveDate, i64, i64, i64, String, String);
    let stored: Vec<Stored> = sample::table
        .filter(sample::survey_id.eq(of.0))
        .order(sample::id)
        .select((sample::id, sample::drawn_on, sample::contacts, sample::eligible, sample::size, sample::seed, sample::segment))
        .load(database)?;
    let read = |(id, drawn_on, contacts, eligible, size, seed, segment): Stored| {
        let plan = SamplePlan {
            drawn_on,
            contacts: number("sample.contacts", contacts)?,
            eligible: number("sample.eligible", eligible)?,
            size: number("sample.size", size)?,
            seed: known("sample.seed", Seed::parse(&seed))?,
            segment: known("sample.segment", Segment::parse(&segment))?,
        };
        Ok((SampleId(id), plan))
    };
    stored.into_iter().map(read).collect()
}

/// Whether a sample can be taken back: its people are contacts still, and none of them is invited.
pub fn may_be_withdrawn(database: &mut Database, id: SampleId) -> Result<bool, StoreError> {
    let drawn = contact::table.filter(contact::sample_id.eq(Some(id.0)));
    let invited = drawn.inner_join(invitation::table.on(invitation::contact_id.eq(contact::id.nullable())));
    let there: bool = diesel::select(exists(drawn)).get_result(database)?;
    Ok(there && !diesel::select(exists(invited)).get_result::<bool>(database)?)
}

/// Takes a sample back that [`may_be_withdrawn`]; `false` where it may not, or there is none.
pub fn withdraw(database: &mut Database, of: SurveyId, id: SampleId) -> Result<bool, StoreError> {
    if !may_be_withdrawn(database, id)? {
        return Ok(false);
    }
    let drawn = contact::table.filter(contact::sample_id.eq(Some(id.0))).filter(contact::survey_id.eq(of.0));
    diesel::update(drawn).set(contact::sample_id.eq(None::<i64>)).execute(database)?;
    Ok(diesel::delete(sample::table.find(id.0).filter(sample::survey_id.eq(of.0))).execute(database)? == 1)
}

/// A contact as a draw sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its number: the order in which contacts are drawn.
    pub id: ContactId,
    /// The form that all spellings of its address share.
    pub key: String,
    /// Its language, as a code.
    pub language: String,
}

/// The contacts of a survey that may still be drawn, in the order of their numbers: neither opted out nor invited nor drawn.
pub fn list_candidates(database: &mut Database, of: SurveyId) -> Result<Vec<Candidate>, StoreError> {
    let theirs = invitation::table.filter(invitation::contact_id.eq(contact::id.nullable()));
    let stored: Vec<(i64, String, String)> = contact::table
        .filter(contact::survey_id.eq(of.0))
        .filter(contact::opted_out.eq(false))
        .filter(contact::sample_id.is_null())
        .filter(not(exists(theirs)))
        .order(contact::id)
        .select((contact::id, contact::address_key, contact::language))
        .load(database)?;
    Ok(stored.into_iter().map(|(id, key, language)| Candidate { id: ContactId(id), key, language }).collect())
}
