//! Comments: the open texts of responses, under moderation. Nothing here leads from a comment to its response.

use super::columns::{bytes, known, number};
use super::schema::open_text;
use super::{Database, StoreError};
use crate::follow_up::{Comment, Moderation};
use crate::ids::{CommentId, SurveyId};
use diesel::dsl::count_star;
use diesel::prelude::*;

type Stored = (Vec<u8>, String, String, String);
type Columns = (open_text::id, open_text::question, open_text::body, open_text::moderation);
const COLUMNS: Columns = (open_text::id, open_text::question, open_text::body, open_text::moderation);

fn read((id, question, text, moderation): Stored) -> Result<Comment, StoreError> {
    let id = CommentId(bytes("open_text.id", id)?);
    let moderation = known("open_text.moderation", Moderation::parse(&moderation))?;
    Ok(Comment { id, question, text, moderation })
}

/// The comments of a survey with one decision, at most so many after so many, in the order of their random ids.
pub fn list(
    database: &mut Database,
    survey: SurveyId,
    moderation: Moderation,
    after: u64,
    most: u32,
) -> Result<Vec<Comment>, StoreError> {
    let own = open_text::table
        .filter(open_text::survey_id.eq(survey.0))
        .filter(open_text::moderation.eq(moderation.code()))
        .order(open_text::id)
        .offset(number("offset", after)?)
        .limit(most.into())
        .select(COLUMNS);
    own.load::<Stored>(database)?.into_iter().map(read).collect()
}

/// Changes the decision about a comment; `false` when it was no longer the first one: somebody else decided meanwhile.
pub fn moderate(
    database: &mut Database,
    survey: SurveyId,
    id: CommentId,
    from: Moderation,
    to: Moderation,
) -> Result<bool, StoreError> {
    let own = open_text::table
        .filter(open_text::survey_id.eq(survey.0))
        .filter(open_text::id.eq(id.0.to_vec()))
        .filter(open_text::moderation.eq(from.code()));
    Ok(diesel::update(own).set(open_text::moderation.eq(to.code())).execute(database)? == 1)
}

/// How many comments of a survey there are with each decision; only those there are.
pub fn count_by_moderation(database: &mut Database, survey: SurveyId) -> Result<Vec<(Moderation, u64)>, StoreError> {
    let counts: Vec<(String, i64)> = open_text::table
        .filter(open_text::survey_id.eq(survey.0))
        .group_by(open_text::moderation)
        .order(open_text::moderation)
        .select((open_text::moderation, count_star()))
        .load(database)?;
    let read = |(moderation, count): (String, i64)| {
        Ok((known("open_text.moderation", Moderation::parse(&moderation))?, number("count", count)?))
    };
    counts.into_iter().map(read).collect()
}
