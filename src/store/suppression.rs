//! Who asked not to be written to again: keyed hashes of addresses and the month, nothing else.

use super::dialect::on_either;
use super::schema::suppression;
use super::{Database, StoreError};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashSet;

/// Adds a keyed hash with the month of that day; `false` when it was there already (the first month stays).
pub fn add(database: &mut Database, hash: &[u8], on: NaiveDate) -> Result<bool, StoreError> {
    let row = (suppression::address_hash.eq(hash.to_vec()), suppression::month.eq(on.format("%Y-%m").to_string()));
    let added = on_either!(database, connection => {
        diesel::insert_into(suppression::table).values(row).on_conflict_do_nothing().execute(connection)
    })?;
    Ok(added == 1)
}

/// Which of these hashes are suppressed.
pub fn find_among(database: &mut Database, hashes: &[Vec<u8>]) -> Result<HashSet<Vec<u8>>, StoreError> {
    let mut found = HashSet::new();
    for some in hashes.chunks(1_000) {
        let among = suppression::table.filter(suppression::address_hash.eq_any(some.to_vec()));
        found.extend(among.select(suppression::address_hash).load::<Vec<u8>>(database)?);
    }
    Ok(found)
}
