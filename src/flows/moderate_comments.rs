//! Comments are published only after a person approved them.

use super::{Outcome, Refused, thing};
use crate::follow_up::Moderation;
use crate::ids::{CommentId, SurveyId};
use crate::site::Site;
use crate::store;

/// Approves or refuses a comment; a decision can be changed, from the one the person saw.
///
/// # Errors
/// Refused when there is no such comment, or somebody else decided meanwhile.
pub fn moderate_comment(site: &Site, survey: SurveyId, comment: CommentId, from: Moderation, to: Moderation) -> Outcome<()> {
    let changed = site.store.write(|db| store::comment::moderate(db, survey, comment, from, to))?;
    if changed { Ok(()) } else { Err(Refused::NotThere(thing::COMMENT).into()) }
}
