//! A citizen asks not to be written to again.

use super::import_contacts::suppression_hash;
use super::{Outcome, Refused, Stop};
use crate::campaign::Address;
use crate::ids::SurveyId;
use crate::secret::Token;
use crate::site::Site;
use crate::store::{self, StoreError};

/// The survey whose invitation carried this link: for the page that asks before anything is done.
///
/// # Errors
/// Refused when the link leads nowhere.
pub fn find_opt_out(site: &Site, token: &Token) -> Outcome<SurveyId> {
    match site.store.read(|db| store::invitation::find_by_token(db, &token.hash())) {
        Ok(invitation) => Ok(invitation.survey),
        Err(StoreError::NotFound) => Err(Refused::UnknownLink.into()),
        Err(error) => Err(error.into()),
    }
}

/// Opts out: no more letters to this contact, and none to this address from any later survey of the body. Kept for that is a
/// keyed hash of the address and the month. Doing it twice is no error; nor is doing it when the address is deleted already.
///
/// # Errors
/// Refused when the link leads nowhere.
pub fn opt_out(site: &Site, token: &Token) -> Outcome<()> {
    let key = site.keys.site();
    let today = site.clock.today();
    site.store.write(|db| -> Result<(), Stop> {
        let invitation = match store::invitation::find_by_token(db, &token.hash()) {
            Ok(invitation) => invitation.id,
            Err(StoreError::NotFound) => return Err(Refused::UnknownLink.into()),
            Err(error) => return Err(error.into()),
        };
        let contact = match store::invitation::find_recipient(db, invitation) {
            Ok(recipient) => recipient.contact,
            // Forgotten already: there is nobody left to write to.
            Err(StoreError::NotFound) => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        store::contact::opt_out(db, contact.id)?;
        store::letter::cancel_of(db, invitation)?;
        if let Ok(address) = Address::parse(&contact.address) {
            store::suppression::add(db, &suppression_hash(&key, &address), today)?;
        }
        Ok(())
    })
}
