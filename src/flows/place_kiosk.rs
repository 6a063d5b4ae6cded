//! A kiosk: a device at a place, with a link that can be revoked.

use super::{Outcome, Refused, receive_answers::survey_key, thing};
use crate::ids::{KioskId, SurveyId};
use crate::secret::Token;
use crate::site::Site;
use crate::store::{self, StoreError};
use crate::survey::{Channel, Kiosk};

/// Places a kiosk for a survey that has been opened; its link is [`kiosk_link`].
///
/// # Errors
/// Refused when the survey has no kiosk channel or was not opened yet.
pub fn place_kiosk(site: &Site, survey: SurveyId, place: &str) -> Outcome<KioskId> {
    let found = site.survey(survey)?;
    if !found.channels.contains(&Channel::Kiosk) {
        return Err(Refused::ChannelOff(Channel::Kiosk).into());
    }
    if place.trim().is_empty() {
        return Err(Refused::Invalid("place", "refused-empty").into());
    }
    let key = site.keys.survey(survey).ok_or(Refused::WrongState(found.state))?;
    let placed = site.store.write(|db| -> Result<KioskId, StoreError> {
        let id = store::kiosk::insert(db, survey, place.trim())?;
        store::kiosk::set_token_hash(db, id, &key.token("kiosk", &id.0.to_be_bytes()).hash())?;
        Ok(id)
    });
    Ok(placed?)
}

/// The link of a kiosk.
///
/// # Errors
/// Failed when the key file lacks the survey's key.
pub fn kiosk_link(site: &Site, kiosk: &Kiosk) -> Outcome<String> {
    let token = survey_key(site, kiosk.survey)?.token("kiosk", &kiosk.id.0.to_be_bytes());
    Ok(format!("{}/k/{}", site.base_url, token.expose()))
}

/// The kiosk of a link.
///
/// # Errors
/// Refused when the link is unknown or was revoked.
pub fn find_kiosk(site: &Site, token: &Token) -> Outcome<Kiosk> {
    match site.store.read(|db| store::kiosk::find_by_token(db, &token.hash())) {
        Ok(kiosk) if kiosk.revoked => Err(Refused::RevokedLink.into()),
        Ok(kiosk) => Ok(kiosk),
        Err(StoreError::NotFound) => Err(Refused::UnknownLink.into()),
        Err(error) => Err(error.into()),
    }
}

/// Revokes a kiosk's link.
///
/// # Errors
/// Refused when there is no such kiosk.
pub fn revoke_kiosk(site: &Site, kiosk: KioskId) -> Outcome<()> {
    let revoked = site.store.write(|db| store::kiosk::revoke(db, kiosk))?;
    if revoked { Ok(()) } else { Err(Refused::NotThere(thing::KIOSK).into()) }
}
