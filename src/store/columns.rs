//! How values lie in columns: codes, counts, hashes, instants.

use super::StoreError;
use chrono::{DateTime, NaiveDateTime};

/// A value that a parser read from a column, or the complaint that names the column.
pub(super) fn known<T>(column: &str, parsed: Option<T>) -> Result<T, StoreError> {
    parsed.ok_or_else(|| StoreError::unreadable(column))
}

/// A whole number of another width.
pub(super) fn number<From, To: TryFrom<From>>(column: &str, stored: From) -> Result<To, StoreError> {
    known(column, To::try_from(stored).ok())
}

/// An identifier or hash of a fixed length.
pub(super) fn bytes<const N: usize>(column: &str, stored: Vec<u8>) -> Result<[u8; N], StoreError> {
    known(column, stored.try_into().ok())
}

/// A UTC instant in whole microseconds: SQLite would keep nanoseconds, PostgreSQL does not, and both must compare alike.
pub(super) fn instant(utc: NaiveDateTime) -> NaiveDateTime {
    DateTime::from_timestamp_micros(utc.and_utc().timestamp_micros()).map_or(utc, |whole| whole.naive_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_kept_in_whole_microseconds() {
        let fine = DateTime::from_timestamp(1_700_000_000, 123_456_789).unwrap().naive_utc();
        let whole = DateTime::from_timestamp(1_700_000_000, 123_456_000).unwrap().naive_utc();
        assert_eq!(instant(fine), whole);
    }

    #[test]
    fn a_foreign_value_names_its_column() {
        assert!(bytes::<16>("response.id", vec![1, 2]).unwrap_err().to_string().contains("response.id"));
        assert!(number::<i64, u64>("universe.contacts", -1).is_err());
    }
}
