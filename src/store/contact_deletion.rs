//! Certificates of what was deleted of a survey's contacts. Append-only; they name nobody.

use super::columns::{known, number};
use super::schema::contact_deletion;
use super::{Database, StoreError};
use crate::ids::SurveyId;
use chrono::NaiveDate;
use diesel::prelude::*;

/// What was deleted, and what stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The day.
    pub deleted_on: NaiveDate,
    /// Whether somebody ordered it; else the calendar did.
    pub by_hand: bool,
    /// Contacts deleted: address, name, language, and what was known of them.
    pub contacts: u64,
    /// Invitations that stay without a name.
    pub invitations: u64,
    /// What the deleted attributes were called.
    pub attributes: Vec<String>,
    /// How many values of them were deleted.
    pub values: u64,
}

/// Adds a certificate, in the transaction that deletes.
pub fn append(database: &mut Database, of: SurveyId, certificate: &Certificate) -> Result<(), StoreError> {
    let count = |column: &str, count: u64| number::<u64, i64>(column, count);
    let row = (
        contact_deletion::survey_id.eq(of.0),
        contact_deletion::deleted_on.eq(certificate.deleted_on),
        contact_deletion::by_hand.eq(certificate.by_hand),
        contact_deletion::contacts.eq(count("contact_deletion.contacts", certificate.contacts)?),
        contact_deletion::invitations.eq(count("contact_deletion.invitations", certificate.invitations)?),
        contact_deletion::attributes.eq(serde_json::Value::from(certificate.attributes.clone()).to_string()),
        contact_deletion::attribute_values.eq(count("contact_deletion.attribute_values", certificate.values)?),
    );
    diesel::insert_into(contact_deletion::table).values(row).execute(database)?;
    Ok(())
}

/// The certificates of a survey, in their order.
pub fn list(database: &mut Database, of: SurveyId) -> Result<Vec<Certificate>, StoreError> {
    type Stored = (NaiveDate, bool, i64, i64, String, i64);
    let stored: Vec<Stored> = contact_deletion::table
        .filter(contact_deletion::survey_id.eq(of.0))
        .order(contact_deletion::id)
        .select((
            contact_deletion::deleted_on,
            contact_deletion::by_hand,
            contact_deletion::contacts,
            contact_deletion::invitations,
            contact_deletion::attributes,
            contact_deletion::attribute_values,
        ))
        .load(database)?;
    let read = |(deleted_on, by_hand, contacts, invitations, attributes, values): Stored| {
        Ok(Certificate {
            deleted_on,
            by_hand,
            contacts: number("contact_deletion.contacts", contacts)?,
            invitations: number("contact_deletion.invitations", invitations)?,
            attributes: known("contact_deletion.attributes", serde_json::from_str(&attributes).ok())?,
            values: number("contact_deletion.attribute_values", values)?,
        })
    };
    stored.into_iter().map(read).collect()
}
