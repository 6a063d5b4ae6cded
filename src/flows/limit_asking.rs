//! Nobody is asked too often: so many times within so many months, over all surveys of the body.
//!
//! Kept for that is a keyed hash of the address with the month and a number. It is counted when an invitation is queued; reminders are
//! no further questions.

use super::Outcome;
use crate::campaign::{AskingLimit, month_of};
use crate::ids::{ContactId, SurveyId};
use crate::secret::Key;
use crate::site::Site;
use crate::store::{self, Database, StoreError};
use std::collections::HashMap;

/// The limit that the settings state.
pub fn asking_limit(site: &Site) -> AskingLimit {
    AskingLimit { most: site.config.most_invitations, within_months: site.config.within_months }
}

/// Before the invitations of a survey are created: leaves out who was asked too often of late, and counts the others as asked now. In
/// the same transaction.
pub(super) fn leave_out_recently_asked(site: &Site, db: &mut Database, survey: SurveyId) -> Result<(), StoreError> {
    let limit = asking_limit(site);
    if !limit.is_on() {
        return store::contact::leave_out(db, survey, &[]);
    }
    let (key, today) = (site.keys.site(), site.clock.today());
    let mut people: Vec<(Vec<u8>, ContactId)> = hashed(&key, store::invitation::list_uninvited(db, survey)?);
    people.sort();
    let hashes: Vec<Vec<u8>> = people.iter().map(|(hash, _)| hash.clone()).collect();
    // Counted first and looked at then: of two surveys that invite somebody at the same moment, the second sees the first.
    let month = month_of(today);
    store::asked::count_once_more(db, &hashes, &month)?;
    let times = store::asked::sum_since(db, &hashes, &limit.first_month(today))?;
    let (mut left_out, mut taken_back) = (Vec::new(), Vec::new());
    for (hash, contact) in people {
        if times.get(&hash).is_some_and(|times| *times > u64::from(limit.most)) {
            left_out.push(contact);
            taken_back.push(hash);
        }
    }
    store::asked::take_back(db, &taken_back, &month)?;
    store::contact::leave_out(db, survey, &left_out)
}

/// Of these people those who may be asked once more; in their order.
pub(super) fn keep_those_free<T>(
    site: &Site,
    db: &mut Database,
    people: Vec<T>,
    address_key: impl Fn(&T) -> &str,
) -> Result<Vec<T>, StoreError> {
    let limit = asking_limit(site);
    if !limit.is_on() {
        return Ok(people);
    }
    let key = site.keys.site();
    let hashes: Vec<Vec<u8>> = people.iter().map(|own| asked_hash(&key, address_key(own))).collect();
    let times: HashMap<Vec<u8>, u64> = store::asked::sum_since(db, &hashes, &limit.first_month(site.clock.today()))?;
    let free = |hash: &Vec<u8>| times.get(hash).is_none_or(|times| *times < u64::from(limit.most));
    Ok(people.into_iter().zip(&hashes).filter(|(_, hash)| free(hash)).map(|(own, _)| own).collect())
}

/// Forgets the months that no longer count, all of them where nothing is limited; how many counts.
///
/// # Errors
/// Only when the database fails.
pub fn forget_old_askings(site: &Site) -> Outcome<usize> {
    let limit = asking_limit(site);
    let today = site.clock.today();
    // The month after this one: nothing is before it that is not forgotten.
    let first = if limit.is_on() { limit.first_month(today) } else { "9999-99".to_owned() };
    Ok(site.store.write(|db| store::asked::forget_before(db, &first))?)
}

fn hashed(key: &Key, people: Vec<(ContactId, String)>) -> Vec<(Vec<u8>, ContactId)> {
    people.into_iter().map(|(contact, address_key)| (asked_hash(key, &address_key), contact)).collect()
}

/// Under another purpose than the suppression list's: the two cannot be laid side by side.
fn asked_hash(key: &Key, address_key: &str) -> Vec<u8> {
    key.derive("asked", address_key.as_bytes()).to_vec()
}
