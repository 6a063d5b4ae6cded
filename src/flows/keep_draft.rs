//! Somebody invited goes on later: what was typed is kept until it is sent or can be sent no more.
//!
//! A draft is sealed under HMAC(token, "draft") and lies under HMAC(token, "draft-id"): whoever has the database without the key
//! file can neither read it nor say whose it is. It goes in the transaction that keeps the answer, when answering ends, and at
//! closing.

use super::receive_answers::invited_numbers;
use super::{Outcome, Refused};
use crate::ids::{DraftId, SurveyId};
use crate::response::Draft;
use crate::secret::Token;
use crate::site::Site;
use crate::store::{self, DraftKept, StoreError};
use crate::survey::{Channel, Door, Survey};

/// What became of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is kept, in the place of what was kept before.
    Kept,
    /// The answer was sent already: nothing is kept beside it.
    Answered,
}

/// Keeps what was typed behind an invitation. When this returns, it is durable.
///
/// # Errors
/// Refused when the invitation's survey takes no answers of invited people today.
pub fn keep_draft(site: &Site, survey: &Survey, token: &Token, draft: &Draft) -> Outcome<Saved> {
    survey.admits(Door::Now(Channel::Email), site.clock.today()).map_err(Refused::from)?;
    let (answer, id) = invited_numbers(token);
    let sealed = token.derive_key("draft").seal(&draft.to_bytes(), &place_of(survey.id, id));
    let kept = site
        .store
        .write(|db| -> Result<DraftKept, StoreError> { store::response_draft::keep(db, survey.id, id, answer, &sealed) });
    match kept? {
        DraftKept::Kept => Ok(Saved::Kept),
        DraftKept::Answered => Ok(Saved::Answered),
        DraftKept::SurveyNotOpen => Err(Refused::Closed(survey.closes_on).into()),
    }
}

/// What was kept behind an invitation, if anything was. One that cannot be opened is none: nobody is kept from answering by it.
///
/// # Errors
/// When the store fails.
pub fn find_draft(site: &Site, survey: SurveyId, token: &Token) -> Outcome<Option<Draft>> {
    let (_, id) = invited_numbers(token);
    let sealed = site.store.read(|db| store::response_draft::find(db, survey, id))?;
    let opened = sealed.and_then(|sealed| token.derive_key("draft").open(&sealed, &place_of(survey, id)));
    Ok(opened.and_then(|bytes| Draft::from_bytes(&bytes)))
}

/// Where a draft lies; sealed with it, so that none opens in the place of another.
fn place_of(SurveyId(survey): SurveyId, DraftId(id): DraftId) -> Vec<u8> {
    [survey.to_be_bytes().as_slice(), &id].concat()
}
