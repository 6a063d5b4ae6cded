//! Letters of thanks of which nobody knows whether they went out.

use super::columns::{instant, number};
use super::schema::letter;
use super::{Database, StoreError};
use crate::campaign::{LetterKind, LetterState};
use crate::ids::{InvitationId, SurveyId};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// How many there are of a survey.
pub fn count_uncertain(database: &mut Database, of: SurveyId) -> Result<u64, StoreError> {
    let own = letter::table
        .filter(letter::survey_id.eq(of.0))
        .filter(letter::kind.eq(LetterKind::Thanks.code()))
        .filter(letter::state.eq(LetterState::Uncertain.code()));
    let found: i64 = own.count().first(database)?;
    number("letter", found)
}

/// Makes all of a survey wait again; whose they are.
pub fn retry_uncertain(database: &mut Database, of: SurveyId, due_at: NaiveDateTime) -> Result<Vec<InvitationId>, StoreError> {
    let uncertain = || {
        letter::table
            .filter(letter::survey_id.eq(of.0))
            .filter(letter::kind.eq(LetterKind::Thanks.code()))
            .filter(letter::state.eq(LetterState::Uncertain.code()))
    };
    let invitations: Vec<i64> = uncertain().order(letter::invitation_id).select(letter::invitation_id).load(database)?;
    let change = (
        letter::state.eq(LetterState::Waiting.code()),
        letter::due_at.eq(instant(due_at)),
        letter::attempts.eq(0),
        letter::problem.eq(""),
    );
    diesel::update(uncertain()).set(change).execute(database)?;
    Ok(invitations.into_iter().map(InvitationId).collect())
}
