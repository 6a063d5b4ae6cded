//! Contacts: who may be invited to one survey.

use super::columns::{known, number};
use super::dialect::on_either;
use super::schema::{contact, survey};
use super::{Database, StoreError};
use crate::campaign::{Contact, LegalBasis};
use crate::ids::{ContactId, SurveyId};
use crate::survey::State;
use crate::text::Language;
use diesel::prelude::*;
use std::collections::HashMap;

/// A contact on its way into the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewContact {
    /// The checked address.
    pub address: String,
    /// The form that all its spellings share.
    pub key: String,
    /// The name for the salutation; may be empty.
    pub name: String,
    /// The language of the letter.
    pub language: Language,
}

#[derive(Insertable)]
#[diesel(table_name = contact, treat_none_as_default_value = false)]
struct ContactRow {
    survey_id: i64,
    address: String,
    address_key: String,
    name: String,
    language: String,
    opted_out: bool,
    basis: &'static str,
    asked_recently: bool,
}

pub(super) type Stored = (i64, i64, String, String, String);
pub(super) type Columns = (contact::id, contact::survey_id, contact::address, contact::name, contact::language);
pub(super) const COLUMNS: Columns = (contact::id, contact::survey_id, contact::address, contact::name, contact::language);

pub(super) fn read((id, survey, address, name, language): Stored) -> Result<Contact, StoreError> {
    let language = known("contact.language", Language::parse(&language))?;
    Ok(Contact { id: ContactId(id), survey: SurveyId(survey), address, name, language })
}

/// Adds contacts and returns how many are new. An address that is there already, in whatever spelling, stays as it is: the
/// first name, language and basis count.
pub fn insert_under(database: &mut Database, of: SurveyId, basis: LegalBasis, new: &[NewContact]) -> Result<usize, StoreError> {
    let mut added = 0;
    for some in new.chunks(1_000) {
        let rows: Vec<ContactRow> = some.iter().map(|contact| row(of, basis, contact)).collect();
        added += on_either!(&mut *database, connection => {
            diesel::insert_into(contact::table).values(rows).on_conflict_do_nothing().execute(connection)
        })?;
    }
    Ok(added)
}

fn row(of: SurveyId, basis: LegalBasis, new: &NewContact) -> ContactRow {
    ContactRow {
        survey_id: of.0,
        address: new.address.clone(),
        address_key: new.key.clone(),
        name: new.name.clone(),
        language: new.language.as_str().to_owned(),
        opted_out: false,
        basis: basis.code(),
        asked_recently: false,
    }
}

/// Which of these addresses, in the form that all spellings share, are contacts of a survey.
pub fn find_among(database: &mut Database, of: SurveyId, keys: &[String]) -> Result<HashMap<String, ContactId>, StoreError> {
    let mut found = HashMap::new();
    for some in keys.chunks(1_000) {
        let among = contact::table.filter(contact::survey_id.eq(of.0)).filter(contact::address_key.eq_any(some.to_vec()));
        let there: Vec<(String, i64)> = among.select((contact::address_key, contact::id)).load(database)?;
        found.extend(there.into_iter().map(|(key, id)| (key, ContactId(id))));
    }
    Ok(found)
}

/// How many contacts of a survey are in a sample.
pub fn count_drawn(database: &mut Database, of: SurveyId) -> Result<u64, StoreError> {
    let own = contact::table.filter(contact::survey_id.eq(of.0)).filter(contact::sample_id.is_not_null());
    number("count", own.count().get_result::<i64>(database)?)
}

/// How many contacts of a survey were left out when invitations were last queued, because asked too often of late.
pub fn count_asked_recently(database: &mut Database, of: SurveyId) -> Result<u64, StoreError> {
    let own = contact::table.filter(contact::survey_id.eq(of.0)).filter(contact::asked_recently.eq(true));
    number("count", own.count().get_result::<i64>(database)?)
}

/// How many contacts of a survey have each language.
pub fn count_by_language(database: &mut Database, of: SurveyId) -> Result<Vec<(Language, u64)>, StoreError> {
    let counts: Vec<(String, i64)> = contact::table
        .filter(contact::survey_id.eq(of.0))
        .group_by(contact::language)
        .order(contact::language)
        .select((contact::language, diesel::dsl::count_star()))
        .load(database)?;
    let read = |(code, count): (String, i64)| Ok((known("contact.language", Language::parse(&code))?, number("count", count)?));
    counts.into_iter().map(read).collect()
}

/// Notes of these contacts of a survey, and of no others, that they were asked too often of late.
pub fn leave_out(database: &mut Database, of: SurveyId, asked_recently: &[ContactId]) -> Result<(), StoreError> {
    let noted = contact::table.filter(contact::survey_id.eq(of.0)).filter(contact::asked_recently.eq(true));
    diesel::update(noted).set(contact::asked_recently.eq(false)).execute(database)?;
    for some in asked_recently.chunks(1_000) {
        let ids: Vec<i64> = some.iter().map(|contact| contact.0).collect();
        let own = contact::table.filter(contact::survey_id.eq(of.0)).filter(contact::id.eq_any(ids));
        diesel::update(own).set(contact::asked_recently.eq(true)).execute(database)?;
    }
    Ok(())
}

/// How many contacts a survey has.
pub fn count(database: &mut Database, of: SurveyId) -> Result<u64, StoreError> {
    let count: i64 = contact::table.filter(contact::survey_id.eq(of.0)).count().get_result(database)?;
    number("count", count)
}

/// How many of them do not want to be written to.
pub fn count_opted_out(database: &mut Database, of: SurveyId) -> Result<u64, StoreError> {
    let own = contact::table.filter(contact::survey_id.eq(of.0)).filter(contact::opted_out.eq(true));
    number("count", own.count().get_result::<i64>(database)?)
}

/// Notes that a contact does not want to be written to; `false` when it was noted before or the contact is gone.
/// Cancel its letters in the same transaction: [`super::letter::cancel_of`].
pub fn opt_out(database: &mut Database, id: ContactId) -> Result<bool, StoreError> {
    let own = contact::table.find(id.0).filter(contact::opted_out.eq(false));
    Ok(diesel::update(own).set(contact::opted_out.eq(true)).execute(database)? == 1)
}

/// Removes the contacts of a closed survey, and how many they were; of any other survey none. Their invitations stay without
/// a name, so that an old link still has its page. The survey is to be purged again: [`super::survey::list_to_purge`].
pub fn forget(database: &mut Database, of: SurveyId) -> Result<usize, StoreError> {
    let closed = survey::table.filter(survey::state.eq(State::Closed.code())).select(survey::id);
    let own = contact::table.filter(contact::survey_id.eq(of.0)).filter(contact::survey_id.eq_any(closed));
    let forgotten = diesel::delete(own).execute(database)?;
    if forgotten > 0 {
        diesel::update(survey::table.find(of.0)).set(survey::purged.eq(false)).execute(database)?;
    }
    Ok(forgotten)
}
