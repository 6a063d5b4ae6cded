//! How often an address was invited, by month: keyed hashes and numbers, nothing else.

use super::columns::number;
use super::dialect::on_either;
use super::schema::asked;
use super::{Database, StoreError};
use diesel::dsl::sum;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Insertable)]
#[diesel(table_name = asked, treat_none_as_default_value = false)]
struct AskedRow {
    address_hash: Vec<u8>,
    month: String,
    times: i32,
}

/// Counts each of these once more in that month. Sort them: two that count at once then never wait for each other in a circle.
pub fn count_once_more(database: &mut Database, hashes: &[Vec<u8>], month: &str) -> Result<(), StoreError> {
    for some in hashes.chunks(1_000) {
        let row = |hash: &Vec<u8>| AskedRow { address_hash: hash.clone(), month: month.to_owned(), times: 1 };
        let rows: Vec<AskedRow> = some.iter().map(row).collect();
        on_either!(&mut *database, connection => {
            diesel::insert_into(asked::table)
                .values(rows)
                .on_conflict((asked::address_hash, asked::month))
                .do_update()
                .set(asked::times.eq(asked::times + 1))
                .execute(connection)
        })?;
    }
    Ok(())
}

/// Takes one count of each back, in a month in which it was counted.
pub fn take_back(database: &mut Database, hashes: &[Vec<u8>], month: &str) -> Result<(), StoreError> {
    for some in hashes.chunks(1_000) {
        let own = asked::table.filter(asked::address_hash.eq_any(some.to_vec())).filter(asked::month.eq(month));
        diesel::update(own.filter(asked::times.gt(0))).set(asked::times.eq(asked::times - 1)).execute(database)?;
    }
    diesel::delete(asked::table.filter(asked::month.eq(month)).filter(asked::times.eq(0))).execute(database)?;
    Ok(())
}

/// How often each was asked from that month on; those never asked are absent.
pub fn sum_since(database: &mut Database, hashes: &[Vec<u8>], month: &str) -> Result<HashMap<Vec<u8>, u64>, StoreError> {
    let mut sums = HashMap::new();
    for some in hashes.chunks(1_000) {
        let counted: Vec<(Vec<u8>, Option<i64>)> = asked::table
            .filter(asked::address_hash.eq_any(some.to_vec()))
            .filter(asked::month.ge(month))
            .group_by(asked::address_hash)
            .select((asked::address_hash, sum(asked::times)))
            .load(database)?;
        for (hash, times) in counted {
            sums.insert(hash, number("asked.times", times.unwrap_or(0))?);
        }
    }
    Ok(sums)
}

/// Forgets what was before that month; how many counts.
pub fn forget_before(database: &mut Database, month: &str) -> Result<usize, StoreError> {
    Ok(diesel::delete(asked::table.filter(asked::month.lt(month))).execute(database)?)
}
