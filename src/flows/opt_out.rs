//! A citizen asks not to be written to again.

use super::import_contacts::suppression_hash;
use super::{Outcome, Refused, Stop};
use crate::campaign::{Address, Contact, Happening, SuppressionKind};
use crate::ids::SurveyId;
use crate::secret::Token;
use crate::site::Site;
use crate::store::invitation::Invitation;
use crate::store::invitation_event::Event;
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

/// Finds it: for the page that asks before anything is done.
///
/// # Errors
/// Refused when the link leads nowhere.
pub fn find_opt_out(site: &Site, token: &Token) -> Outcome<OptOut> {
    let (invitation, contact) = match site.store.read(|db| find(db, token)) {
        Err(StoreError::NotFound) => return Err(Refused::UnknownLink.into()),
        found => found?,
    };
    Ok(OptOut { survey: invitation.survey, address_deleted: contact.is_none(), language: invitation.language })
}

/// Opts out: no more letters to this contact, and none to this address from any later survey of the body. Kept for that is a
/// keyed hash of the address and the month. Doing it twice is no error. Nothing is done where the address is deleted already.
///
/// # Errors
/// Refused when the link leads nowhere.
pub fn opt_out(site: &Site, token: &Token) -> Outcome<OptOut> {
    let key = site.keys.site();
    let (today, now) = (site.clock.today(), site.clock.now());
    site.store.write(|db| -> Result<OptOut, Stop> {
        let (invitation, contact) = match find(db, token) {
            Err(StoreError::NotFound) => return Err(Refused::UnknownLink.into()),
            found => found?,
        };
        let address_deleted = contact.is_none();
        if let Some(contact) = contact {
            store::contact::opt_out(db, contact.id)?;
            store::letter::cancel_of(db, invitation.id)?;
            let event = Event { invitation: invitation.id, at: now, what: Happening::OptedOut, words: String::new() };
            store::invitation_event::insert_many(db, &[event])?;
            if let Ok(address) = Address::parse(&contact.address) {
                store::suppression::add(db, &suppression_hash(&key, &address), SuppressionKind::OptOut, today)?;
            }
        }
        Ok(OptOut { survey: invitation.survey, address_deleted, language: invitation.language })
    })
}

fn find(db: &mut Database, token: &Token) -> Result<(Invitation, Option<Contact>), StoreError> {
    let invitation = store::invitation::find_by_token(db, &token.hash())?;
    match store::invitation::find_recipient(db, invitation.id) {
        Ok(recipient) => Ok((invitation, Some(recipient.contact))),
        Err(StoreError::NotFound) => Ok((invitation, None)),
        Err(error) => Err(error),
    }
}
