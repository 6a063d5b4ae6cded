//! Kiosks.

use super::schema::kiosk;
use super::{Database, StoreError};
use crate::ids::{KioskId, SurveyId};
use crate::survey::Kiosk;
use diesel::prelude::*;

type Stored = (i64, i64, String, bool);
type Columns = (kiosk::id, kiosk::survey_id, kiosk::place, kiosk::revoked);
const COLUMNS: Columns = (kiosk::id, kiosk::survey_id, kiosk::place, kiosk::revoked);

fn read((id, survey, place, revoked): Stored) -> Kiosk {
    Kiosk { id: KioskId(id), survey: SurveyId(survey), place, revoked }
}

/// Adds a kiosk without a link; [`set_token_hash`] gives it one.
pub fn insert(database: &mut Database, survey: SurveyId, place: &str) -> Result<KioskId, StoreError> {
    let row = (kiosk::survey_id.eq(survey.0), kiosk::place.eq(place), kiosk::revoked.eq(false));
    Ok(KioskId(diesel::insert_into(kiosk::table).values(row).returning(kiosk::id).get_result(database)?))
}

/// Sets the hash of a kiosk's token; the earlier link stops working.
pub fn set_token_hash(database: &mut Database, id: KioskId, hash: &[u8; 32]) -> Result<(), StoreError> {
    match diesel::update(kiosk::table.find(id.0)).set(kiosk::token_hash.eq(Some(hash.to_vec()))).execute(database)? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// The kiosk that a token opens, also a revoked one: its page says so.
pub fn find_by_token(database: &mut Database, hash: &[u8; 32]) -> Result<Kiosk, StoreError> {
    let own = kiosk::table.filter(kiosk::token_hash.eq(Some(hash.to_vec())));
    Ok(read(own.select(COLUMNS).first(database)?))
}

/// The kiosk of that number.
pub fn find(database: &mut Database, id: KioskId) -> Result<Kiosk, StoreError> {
    Ok(read(kiosk::table.find(id.0).select(COLUMNS).first(database)?))
}

/// The kiosks of a survey in the order they were added.
pub fn list(database: &mut Database, survey: SurveyId) -> Result<Vec<Kiosk>, StoreError> {
    let own = kiosk::table.filter(kiosk::survey_id.eq(survey.0)).order(kiosk::id).select(COLUMNS);
    Ok(own.load::<Stored>(database)?.into_iter().map(read).collect())
}

/// Revokes a kiosk's link; `false` when it was revoked before or there is none.
pub fn revoke(database: &mut Database, id: KioskId) -> Result<bool, StoreError> {
    let own = kiosk::table.find(id.0).filter(kiosk::revoked.eq(false));
    Ok(diesel::update(own).set(kiosk::revoked.eq(true)).execute(database)? == 1)
}
