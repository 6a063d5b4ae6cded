//! Offices.

use super::columns::known;
use super::schema::office;
use super::{Database, StoreError};
use crate::ids::OfficeId;
use crate::office::Office;
use crate::text::Code;
use diesel::prelude::*;

type Stored = (i64, String, String, String);

fn read(stored: Stored) -> Result<Office, StoreError> {
    let (id, code, name, contact) = stored;
    Ok(Office { id: OfficeId(id), code: known("office.code", Code::parse(&code))?, name, contact })
}

/// Adds an office.
pub fn insert(database: &mut Database, code: &Code, name: &str, contact: &str) -> Result<OfficeId, StoreError> {
    let row = (office::code.eq(code.as_str()), office::name.eq(name), office::contact.eq(contact));
    Ok(OfficeId(diesel::insert_into(office::table).values(row).returning(office::id).get_result(database)?))
}

/// The office of that number.
pub fn find(database: &mut Database, id: OfficeId) -> Result<Office, StoreError> {
    read(office::table.find(id.0).first(database)?)
}

/// The office of that code.
pub fn find_by_code(database: &mut Database, code: &Code) -> Result<Office, StoreError> {
    read(office::table.filter(office::code.eq(code.as_str())).first(database)?)
}

/// All offices by code.
pub fn list(database: &mut Database) -> Result<Vec<Office>, StoreError> {
    let stored: Vec<Stored> = office::table.order(office::code).load(database)?;
    stored.into_iter().map(read).collect()
}
