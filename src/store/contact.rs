//! Contacts: who may be invited to one survey.

use super::columns::{known, number};
use super::dialect::on_either;
use super::schema::{contact, survey};
use super::{Database, StoreError};
use crate::campaign::Contact;
use crate::ids::{ContactId, SurveyId};
use crate::survey::State;
use crate::text::Language;
use diesel::prelude::*;

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
}

pub(super) type Stored = (i64, i64, String, String, String);
pub(super) type Columns = (contact::id, contact::survey_id, contact::address, contact::name, contact::language);
pub(super) const COLUMNS: Columns = (contact::id, contact::survey_id, contact::address, contact::name, contact::language);

pub(super) fn read((id, survey, address, name, language): Stored) -> Result<Contact, StoreError> {
    let language = known("contact.language", Language::parse(&language))?;
    Ok(Contact { id: ContactId(id), survey: SurveyId(survey), address, name, language })
}

/// Adds contacts and returns how many are new. An address that is there already, in whatever spelling, stays as it is: the
/// first name and language count.
pub fn insert_many(database: &mut Database, of: SurveyId, new: &[NewContact]) -> Result<usize, StoreError> {
    let mut added = 0;
    for some in new.chunks(1_000) {
        let rows: Vec<ContactRow> = some.iter().map(|contact| row(of, contact)).collect();
        added += on_either!(&mut *database, connection => {
            diesel::insert_into(contact::table).values(rows).on_conflict_do_nothing().execute(connection)
        })?;
    }
    Ok(added)
}

fn row(of: SurveyId, new: &NewContact) -> ContactRow {
    ContactRow {
        survey_id: of.0,
        address: new.address.clone(),
        address_key: new.key.clone(),
        name: new.name.clone(),
        language: new.language.as_str().to_owned(),
        opted_out: false,
    }
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
