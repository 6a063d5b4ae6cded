//! The contacts of a year as the office counted them, by channel, reason and kind.

use super::columns::{known, number};
use super::dialect::{self, on_either};
use super::schema::yearly_contact;
use super::{Database, StoreError};
use crate::ids::EditionId;
use crate::survey::{Channel, YearlyContacts};
use diesel::prelude::*;
use diesel::upsert::excluded;

/// The channel of contacts of which nobody knows it.
const NO_CHANNEL: &str = "";

/// Puts all contacts of an edition in the place of the earlier ones. Of two files that come at the same moment the later one stays:
/// the rows of both together would be a wrong total.
pub fn replace_all(database: &mut Database, of: EditionId, contacts: &[YearlyContacts]) -> Result<(), StoreError> {
    dialect::write_alone(database, "yearly_contact")?;
    diesel::delete(yearly_contact::table.filter(yearly_contact::edition_id.eq(of.0))).execute(database)?;
    contacts.iter().try_for_each(|row| keep(database, of, row))
}

/// Keeps one row, in the place of an earlier one of the same channel, reason and kind.
pub fn keep(database: &mut Database, of: EditionId, contacts: &YearlyContacts) -> Result<(), StoreError> {
    let row = (
        yearly_contact::edition_id.eq(of.0),
        yearly_contact::channel.eq(contacts.channel.map_or(NO_CHANNEL, Channel::code)),
        yearly_contact::reason.eq(&contacts.reason),
        yearly_contact::kind.eq(&contacts.kind),
        yearly_contact::contacts.eq(number::<u64, i64>("yearly_contact.contacts", contacts.contacts)?),
    );
    on_either!(database, connection => {
        diesel::insert_into(yearly_contact::table)
            .values(row)
            .on_conflict((
                yearly_contact::edition_id,
                yearly_contact::channel,
                yearly_contact::reason,
                yearly_contact::kind,
            ))
            .do_update()
            .set(yearly_contact::contacts.eq(excluded(yearly_contact::contacts)))
            .execute(connection)
    })?;
    Ok(())
}

/// Removes one row.
pub fn remove(database: &mut Database, of: EditionId, contacts: &YearlyContacts) -> Result<(), StoreError> {
    let channel = contacts.channel.map_or(NO_CHANNEL, Channel::code);
    let key = (of.0, channel, contacts.reason.as_str(), contacts.kind.as_str());
    diesel::delete(yearly_contact::table.find(key)).execute(database)?;
    Ok(())
}

/// The contacts of an edition, in the order of channels, reasons and kinds; what has no channel last.
pub fn list(database: &mut Database, of: EditionId) -> Result<Vec<YearlyContacts>, StoreError> {
    let stored: Vec<(String, String, String, i64)> = yearly_contact::table
        .filter(yearly_contact::edition_id.eq(of.0))
        .order((yearly_contact::reason, yearly_contact::kind))
        .select((yearly_contact::channel, yearly_contact::reason, yearly_contact::kind, yearly_contact::contacts))
        .load(database)?;
    let read = |(channel, reason, kind, contacts): (String, String, String, i64)| {
        let channel = match channel.as_str() {
            NO_CHANNEL => None,
            code => Some(known("yearly_contact.channel", Channel::parse(code))?),
        };
        Ok(YearlyContacts { channel, reason, kind, contacts: number("yearly_contact.contacts", contacts)? })
    };
    let mut found = stored.into_iter().map(read).collect::<Result<Vec<_>, StoreError>>()?;
    // Not by the database: the two engines sort accents differently.
    found.sort_by(|one, other| {
        let key = |row: &YearlyContacts| (row.channel.is_none(), row.channel, row.reason.clone(), row.kind.clone());
        key(one).cmp(&key(other))
    });
    Ok(found)
}
