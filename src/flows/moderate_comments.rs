//! Comments are published only after a person approved them, and read only after closing: seen as they come in, they would
//! tell when each was written.

use super::read_results::wait_for_closing;
use super::{Outcome, Refused, thing};
use crate::follow_up::Moderation;
use crate::ids::{CommentId, SurveyId};
use crate::site::Site;
use crate::store;

/// Approves or refuses a comment; a decision can be changed, from the one the person saw.
///
/// # Errors
/// Refused while a survey of the edition takes answers, when there is no such comment, or somebody else decided meanwhile.
pub fn moderate_comment(site: &Site, survey: SurveyId, comment: CommentId, from: Moderation, to: Moderation) -> Outcome<()> {
    wait_for_closing(site, site.survey(survey)?.edition)?;
    let changed = site.store.write(|db| store::comment::moderate(db, survey, comment, from, to))?;
    if changed { Ok(()) } else { Err(Refused::NotThere(thing::COMMENT).into()) }
}
