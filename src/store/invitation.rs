//! Invitations. Answering writes nothing here.

use super::columns::{known, number};
use super::contact;
use super::dialect::on_either;
use super::schema::{contact as contacts, invitation, sample};
use super::{Database, StoreError};
use crate::campaign::Contact;
use crate::ids::{ContactId, InvitationId, SurveyId};
use crate::text::Language;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use std::collections::HashMap;

/// The invitation behind a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its number.
    pub id: InvitationId,
    /// The survey it is for.
    pub survey: SurveyId,
    /// The language of its contact; `None` when the contact has been forgotten.
    pub language: Option<Language>,
}

/// Whom a letter goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The contact.
    pub contact: Contact,
    /// Whether it does not want to be written to.
    pub opted_out: bool,
}

#[derive(Insertable)]
#[diesel(table_name = invitation, treat_none_as_default_value = false)]
struct InvitationRow {
    survey_id: i64,
    contact_id: Option<i64>,
}

/// The contacts of a survey that have no invitation and may be written to; once there is a sample, those drawn alone.
macro_rules! uninvited {
    ($survey:expr) => {{
        let theirs = invitation::table.filter(invitation::contact_id.eq(contacts::id.nullable()));
        let samples = sample::table.filter(sample::survey_id.eq($survey.0));
        contacts::table
            .filter(contacts::survey_id.eq($survey.0))
            .filter(contacts::opted_out.eq(false))
            .filter(not(exists(theirs)))
            .filter(contacts::sample_id.is_not_null().or(not(exists(samples))))
    }};
}

/// The contacts that [`create_missing`] would look at, each with the form that all spellings of its address share.
pub fn list_uninvited(database: &mut Database, survey: SurveyId) -> Result<Vec<(ContactId, String)>, StoreError> {
    let columns = (contacts::id, contacts::address_key);
    let found: Vec<(i64, String)> = uninvited!(survey).order(contacts::id).select(columns).load(database)?;
    Ok(found.into_iter().map(|(id, key)| (ContactId(id), key)).collect())
}

/// Creates invitations for the contacts of a survey that have none and may be written to, but for those asked too often of late;
/// returns their numbers. They have no token yet: derive it from the number, then [`set_token_hash`], in the same transaction.
pub fn create_missing(database: &mut Database, survey: SurveyId) -> Result<Vec<InvitationId>, StoreError> {
    let free = uninvited!(survey).filter(contacts::asked_recently.eq(false));
    let uninvited: Vec<i64> = free.order(contacts::id).select(contacts::id).load(database)?;
    let mut created = Vec::with_capacity(uninvited.len());
    for some in uninvited.chunks(1_000) {
        let rows: Vec<InvitationRow> =
            some.iter().map(|contact| InvitationRow { survey_id: survey.0, contact_id: Some(*contact) }).collect();
        let ids: Vec<i64> = on_either!(&mut *database, connection => {
            diesel::insert_into(invitation::table).values(rows).returning(invitation::id).get_results(connection)
        })?;
        created.extend(ids.into_iter().map(InvitationId));
    }
    created.sort_unstable();
    Ok(created)
}

/// Sets the hash of an invitation's token, once; `false` when it has one already or is absent.
pub fn set_token_hash(database: &mut Database, id: InvitationId, hash: &[u8; 32]) -> Result<bool, StoreError> {
    let own = invitation::table.find(id.0).filter(invitation::token_hash.is_null());
    Ok(diesel::update(own).set(invitation::token_hash.eq(Some(hash.to_vec()))).execute(database)? == 1)
}

/// The invitation that a token opens.
pub fn find_by_token(database: &mut Database, hash: &[u8; 32]) -> Result<Invitation, StoreError> {
    let own = invitation::table.filter(invitation::token_hash.eq(Some(hash.to_vec())));
    let columns = (invitation::id, invitation::survey_id, contacts::language.nullable());
    let (id, survey, language): (i64, i64, Option<String>) = own.left_join(contacts::table).select(columns).first(database)?;
    let language = language.map(|code| known("contact.language", Language::parse(&code))).transpose()?;
    Ok(Invitation { id: InvitationId(id), survey: SurveyId(survey), language })
}

/// Whom an invitation invites; not found when the contact has been forgotten.
pub fn find_recipient(database: &mut Database, id: InvitationId) -> Result<Recipient, StoreError> {
    let (stored, opted_out): (contact::Stored, bool) = invitation::table
        .inner_join(contacts::table)
        .filter(invitation::id.eq(id.0))
        .select((contact::COLUMNS, contacts::opted_out))
        .first(database)?;
    Ok(Recipient { contact: contact::read(stored)?, opted_out })
}

/// [`find_recipient`] of several at once: those whose contact has not been forgotten.
pub fn find_recipients(database: &mut Database, ids: &[InvitationId]) -> Result<HashMap<InvitationId, Recipient>, StoreError> {
    let mut found = HashMap::new();
    for some in ids.chunks(1_000) {
        let among: Vec<i64> = some.iter().map(|id| id.0).collect();
        let stored: Vec<(i64, contact::Stored, bool)> = invitation::table
            .inner_join(contacts::table)
            .filter(invitation::id.eq_any(among))
            .select((invitation::id, contact::COLUMNS, contacts::opted_out))
            .load(database)?;
        for (id, stored, opted_out) in stored {
            found.insert(InvitationId(id), Recipient { contact: contact::read(stored)?, opted_out });
        }
    }
    Ok(found)
}

/// The invitations of a survey in the order of their numbers.
pub fn list(database: &mut Database, survey: SurveyId) -> Result<Vec<InvitationId>, StoreError> {
    let own = invitation::table.filter(invitation::survey_id.eq(survey.0)).order(invitation::id).select(invitation::id);
    Ok(own.load::<i64>(database)?.into_iter().map(InvitationId).collect())
}

/// How many invitations a survey has.
pub fn count(database: &mut Database, survey: SurveyId) -> Result<u64, StoreError> {
    let count: i64 = invitation::table.filter(invitation::survey_id.eq(survey.0)).count().get_result(database)?;
    number("count", count)
}
