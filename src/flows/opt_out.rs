//! A citizen asks not to be written to again.

use super::stop_writing::leave_in_peace;
use super::{Outcome, Refused, Stop};
use crate::campaign::{Contact, SuppressionKind};
use crate::ids::{InvitationId, SurveyId};
use crate::secret::{Key, Token};
use crate::site::Site;
use crate::store::invitation::Invitation;
use crate::store::{self, Database, StoreError};
use crate::text::Language;

/// What stands behind an opt-out link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptOut {
    /// The survey whose invitation carried it.
    pub survey: SurveyId,
    /// Whether the address is deleted already: then nothing can be noted for later surveys, and the person must be told so.
    pub address_deleted: bool,
    /// The language of the contact; `None` where it is deleted.
    pub language: Option<Language>,
}

/// What stands in the opt-out link of a letter of thanks. The survey's key, and with it the token of the invitation, is destroyed by
/// then; this is derived from the key of the site, which stays, and opens nothing else.
pub fn thanks_mark(site_key: &Key, invitation: InvitationId) -> String {
    format!("{}-{}", invitation.0, site_key.token("thanks-opt-out", &invitation.0.to_be_bytes()).expose())
}

/// Finds what a link leads to, of an invitation or of thanks: for the page that asks before anything is done.
///
/// # Errors
/// Refused when the link leads nowhere.
pub fn find_opt_out_at(site: &Site, typed: &str) -> Outcome<OptOut> {
    let door = Door::parse(site, typed)?;
    let (invitation, contact) = match site.store.read(|db| find(db, &door)) {
        Err(StoreError::NotFound) => return Err(Refused::UnknownLink.into()),
        found => found?,
    };
    Ok(OptOut { survey: invitation.survey, address_deleted: contact.is_none(), language: invitation.language })
}

/// Opts out: no more letters to this contact, and none to this address from any later survey of the body. Kept for that is a
/// keyed hash of the address and the month. Doing it twice is no error, and changes nothing. Nothing is done where the address is
/// deleted already.
///
/// # Errors
/// Refused when the link leads nowhere.
pub fn opt_out_at(site: &Site, typed: &str) -> Outcome<OptOut> {
    let door = Door::parse(site, typed)?;
    site.store.write(|db| -> Result<OptOut, Stop> {
        let (invitation, contact) = match find(db, &door) {
            Err(StoreError::NotFound) => return Err(Refused::UnknownLink.into()),
            found => found?,
        };
        let address_deleted = contact.is_none();
        if let Some(contact) = contact {
            leave_in_peace(site, db, invitation.id, &contact, SuppressionKind::OptOut)?;
        }
        Ok(OptOut { survey: invitation.survey, address_deleted, language: invitation.language })
    })
}

/// Whose link it is.
enum Door {
    Token(Token),
    Invitation(InvitationId),
}

impl Door {
    fn parse(site: &Site, typed: &str) -> Result<Self, Refused> {
        if let Some(token) = Token::parse(typed) {
            return Ok(Self::Token(token));
        }
        let number = typed.split_once('-').and_then(|(number, _)| number.parse().ok()).map(InvitationId);
        let ours = number.filter(|invitation| thanks_mark(&site.keys.site(), *invitation) == typed);
        ours.map(Self::Invitation).ok_or(Refused::UnknownLink)
    }
}

fn find(db: &mut Database, door: &Door) -> Result<(Invitation, Option<Contact>), StoreError> {
    let invitation = match door {
        Door::Token(token) => store::invitation::find_by_token(db, &token.hash())?,
        Door::Invitation(id) => store::invitation::find(db, *id)?,
    };
    match store::invitation::find_recipient(db, invitation.id) {
        Ok(recipient) => Ok((invitation, Some(recipient.contact))),
        Err(StoreError::NotFound) => Ok((invitation, None)),
        Err(error) => Err(error),
    }
}
