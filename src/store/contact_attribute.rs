//! Attributes of contacts: what they are, why they are kept, and their values. They go when their contacts go.

use super::columns::{known, number};
use super::dialect::on_either;
use super::schema::{contact, contact_attribute, contact_value};
use super::{Database, StoreError};
use crate::campaign::Attribute;
use crate::ids::{ContactId, SurveyId};
use crate::text::Code;
use diesel::dsl::count_star;
use diesel::prelude::*;

#[derive(Insertable)]
#[diesel(table_name = contact_value, treat_none_as_default_value = false)]
struct ValueRow {
    contact_id: i64,
    attribute: String,
    value: String,
}

/// Defines an attribute of a survey's contacts; of one that there is, the label and the reason are replaced.
pub fn define(database: &mut Database, of: SurveyId, attribute: &Attribute) -> Result<(), StoreError> {
    let words = (contact_attribute::label.eq(&attribute.label), contact_attribute::reason.eq(&attribute.reason));
    let row = (contact_attribute::survey_id.eq(of.0), contact_attribute::code.eq(attribute.code.as_str()), words);
    on_either!(database, connection => {
        diesel::insert_into(contact_attribute::table)
            .values(row)
            .on_conflict((contact_attribute::survey_id, contact_attribute::code))
            .do_update()
            .set(words)
            .execute(connection)
    })?;
    Ok(())
}

/// The attributes of a survey's contacts, in the order of their codes.
pub fn list(database: &mut Database, of: SurveyId) -> Result<Vec<Attribute>, StoreError> {
    let stored: Vec<(String, String, String)> = contact_attribute::table
        .filter(contact_attribute::survey_id.eq(of.0))
        .order(contact_attribute::code)
        .select((contact_attribute::code, contact_attribute::label, contact_attribute::reason))
        .load(database)?;
    let read = |(code, label, reason): (String, String, String)| {
        Ok(Attribute { code: known("contact_attribute.code", Code::parse(&code))?, label, reason })
    };
    stored.into_iter().map(read).collect()
}

/// Adds values where there are none yet, and returns how many are new: the first value counts.
pub fn fill(database: &mut Database, values: Vec<(ContactId, Code, String)>) -> Result<usize, StoreError> {
    let mut rows: Vec<ValueRow> = values
        .into_iter()
        .map(|(contact, attribute, value)| ValueRow { contact_id: contact.0, attribute: attribute.to_string(), value })
        .collect();
    let mut added = 0;
    while !rows.is_empty() {
        let some: Vec<ValueRow> = rows.drain(..rows.len().min(1_000)).collect();
        added += on_either!(&mut *database, connection => {
            diesel::insert_into(contact_value::table).values(some).on_conflict_do_nothing().execute(connection)
        })?;
    }
    Ok(added)
}

/// The values of all contacts of a survey.
pub fn list_values(database: &mut Database, of: SurveyId) -> Result<Vec<(ContactId, Code, String)>, StoreError> {
    let stored: Vec<(i64, String, String)> = contact_value::table
        .inner_join(contact::table)
        .filter(contact::survey_id.eq(of.0))
        .select((contact_value::contact_id, contact_value::attribute, contact_value::value))
        .load(database)?;
    let read = |(contact, code, value): (i64, String, String)| {
        Ok((ContactId(contact), known("contact_value.attribute", Code::parse(&code))?, value))
    };
    stored.into_iter().map(read).collect()
}

/// How many contacts of a survey have each value of each attribute, in the order of attributes and values.
pub fn count_values(database: &mut Database, of: SurveyId) -> Result<Vec<(Code, String, u64)>, StoreError> {
    let counts: Vec<(String, String, i64)> = contact_value::table
        .inner_join(contact::table)
        .filter(contact::survey_id.eq(of.0))
        .group_by((contact_value::attribute, contact_value::value))
        .order((contact_value::attribute, contact_value::value))
        .select((contact_value::attribute, contact_value::value, count_star()))
        .load(database)?;
    let read = |(code, value, count): (String, String, i64)| {
        Ok((known("contact_value.attribute", Code::parse(&code))?, value, number("count", count)?))
    };
    counts.into_iter().map(read).collect()
}

/// Removes the definitions of a survey whose contacts are gone; how many.
pub fn remove_all(database: &mut Database, of: SurveyId) -> Result<usize, StoreError> {
    let own = contact_attribute::table.filter(contact_attribute::survey_id.eq(of.0));
    Ok(diesel::delete(own).execute(database)?)
}
