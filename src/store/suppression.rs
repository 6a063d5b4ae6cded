//! Who is not written to again: keyed hashes of addresses, why, and the month, nothing else.

use super::columns::{known, number};
use super::dialect::on_either;
use super::schema::suppression;
use super::{Database, StoreError};
use crate::campaign::{SuppressionKind, month_of};
use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::HashSet;

/// Adds a keyed hash with the reason and the month of that day; `false` when it was there already for that reason (the first month
/// stays).
pub fn add(database: &mut Database, hash: &[u8], kind: SuppressionKind, on: NaiveDate) -> Result<bool, StoreError> {
    let row =
        (suppression::address_hash.eq(hash.to_vec()), suppression::kind.eq(kind.code()), suppression::month.eq(month_of(on)));
    let added = on_either!(database, connection => {
        diesel::insert_into(suppression::table).values(row).on_conflict_do_nothing().execute(connection)
    })?;
    Ok(added == 1)
}

/// Takes these hashes off the list where they stand on it for that reason; how many did.
pub fn lift(database: &mut Database, hashes: &[Vec<u8>], kind: SuppressionKind) -> Result<usize, StoreError> {
    let mut lifted = 0;
    for some in hashes.chunks(1_000) {
        let own = suppression::table.filter(suppression::address_hash.eq_any(some.to_vec()));
        lifted += diesel::delete(own.filter(suppression::kind.eq(kind.code()))).execute(database)?;
    }
    Ok(lifted)
}

/// Which of these hashes are suppressed, for whatever reason.
pub fn find_among(database: &mut Database, hashes: &[Vec<u8>]) -> Result<HashSet<Vec<u8>>, StoreError> {
    let mut found = HashSet::new();
    for some in hashes.chunks(1_000) {
        let among = suppression::table.filter(suppression::address_hash.eq_any(some.to_vec()));
        found.extend(among.select(suppression::address_hash).load::<Vec<u8>>(database)?);
    }
    Ok(found)
}

/// How many addresses are suppressed for each reason; only the reasons that there are.
pub fn count_by_kind(database: &mut Database) -> Result<Vec<(SuppressionKind, u64)>, StoreError> {
    let counts: Vec<(String, i64)> = suppression::table
        .group_by(suppression::kind)
        .order(suppression::kind)
        .select((suppression::kind, count_star()))
        .load(database)?;
    let read =
        |(kind, count): (String, i64)| Ok((known("suppression.kind", SuppressionKind::parse(&kind))?, number("count", count)?));
    counts.into_iter().map(read).collect()
}
