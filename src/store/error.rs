//! How the store fails. The texts say what to do and never hold personal data.

use diesel::result::{ConnectionError, DatabaseErrorKind, Error as DieselError};
use std::error::Error;
use std::fmt;

/// Why the store did not do what it was asked.
#[derive(Debug)]
pub enum StoreError {
    /// The row is absent. Nothing else is reported like this.
    NotFound,
    /// The row is already there: a name, number or address that may stand only once.
    Conflict,
    /// Too much at once: the queue is full or the database stayed locked. Nothing was kept; trying again helps.
    Busy,
    /// The disk is full. Nothing was kept.
    Full,
    /// The database cannot be opened or went away; the reason as the driver gave it.
    Unreachable(String),
    /// The database was made by a newer program; the first migration this program does not know.
    NewerDatabase(String),
    /// The address of the database is not one; what is wrong with it.
    WrongUrl(String),
    /// Anything else.
    Other(Box<dyn Error + Send + Sync>),
}

impl StoreError {
    /// A failure of any other kind, in words without personal data.
    pub fn other(words: impl Into<String>) -> Self {
        Self::Other(words.into().into())
    }

    /// A column holds what this program never writes.
    pub(crate) fn unreadable(column: &str) -> Self {
        Self::other(format!("the database column {column} holds a value that this program does not know"))
    }

    /// The same failure for another who waited for the same transaction.
    pub(crate) fn again(&self) -> Self {
        match self {
            Self::NotFound => Self::NotFound,
            Self::Conflict => Self::Conflict,
            Self::Busy => Self::Busy,
            Self::Full => Self::Full,
            Self::Unreachable(reason) => Self::Unreachable(reason.clone()),
            Self::NewerDatabase(version) => Self::NewerDatabase(version.clone()),
            Self::WrongUrl(reason) => Self::WrongUrl(reason.clone()),
            Self::Other(source) => Self::other(source.to_string()),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("not found in the database"),
            Self::Conflict => f.write_str("already in the database: choose another name, number or address"),
            Self::Busy => f.write_str("the database is busy and nothing was kept: try again in a moment"),
            Self::Full => f.write_str("the disk of the database is full and nothing was kept: make room, then try again"),
            Self::Unreachable(reason) => {
                write!(f, "the database cannot be reached: check its address, that it runs, and its permissions ({reason})")
            }
            Self::NewerDatabase(version) => {
                write!(
                    f,
                    "the database was made by a newer version (migration {version}): install that version, or restore a backup"
                )
            }
            Self::WrongUrl(reason) => {
                write!(f, "{reason}: write sqlite:PATH for a file, or postgres://USER@HOST/NAME for a PostgreSQL server")
            }
            Self::Other(source) => write!(f, "the database failed: {source}"),
        }
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Other(source) => Some(source.as_ref()),
            _ => None,
        }
    }
}

impl From<DieselError> for StoreError {
    fn from(error: DieselError) -> Self {
        match error {
            DieselError::NotFound => Self::NotFound,
            DieselError::DatabaseError(kind, information) => from_database(kind, information.message()),
            DieselError::RollbackErrorOnCommit { commit_error, .. } => Self::from(*commit_error),
            other => Self::Other(Box::new(other)),
        }
    }
}

/// A full disk as SQLite says it, and as PostgreSQL's operating system does in the languages of our readers: diesel hands on the
/// message, not the code 53100.
const NO_ROOM: [&str; 4] =
    ["disk is full", "No space left on device", "Spazio esaurito sul device", "kein Speicherplatz mehr verfügbar"];

/// Only the primary message is looked at and kept: PostgreSQL puts the values of the row into the detail.
fn from_database(kind: DatabaseErrorKind, message: &str) -> StoreError {
    let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
    match kind {
        DatabaseErrorKind::UniqueViolation => StoreError::Conflict,
        DatabaseErrorKind::SerializationFailure => StoreError::Busy,
        DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand => {
            StoreError::Unreachable(message.trim().to_owned())
        }
        _ if says(&NO_ROOM) => StoreError::Full,
        _ if says(&["is locked", "deadlock detected", "due to lock timeout"]) => StoreError::Busy,
        _ if says(&["terminating connection", "server closed the connection", "unable to open database file"]) => {
            StoreError::Unreachable(message.trim().to_owned())
        }
        _ => StoreError::other(message.trim()),
    }
}

impl From<ConnectionError> for StoreError {
    fn from(error: ConnectionError) -> Self {
        match error {
            ConnectionError::CouldntSetupConfiguration(error) => Self::from(error),
            other => Self::Unreachable(other.to_string().trim().to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_says_what_to_do() {
        let full = from_database(DatabaseErrorKind::Unknown, "database or disk is full");
        assert!(matches!(full, StoreError::Full) && full.to_string().contains("make room"));
        let italian = "non è stato possibile estendere il file \"base/5/16\": Spazio esaurito sul device";
        assert!(matches!(from_database(DatabaseErrorKind::Unknown, italian), StoreError::Full));
        let locked = from_database(DatabaseErrorKind::Unknown, "database is locked");
        assert!(matches!(locked, StoreError::Busy) && locked.to_string().contains("try again"));
        let waited = from_database(DatabaseErrorKind::Unknown, "canceling statement due to lock timeout");
        assert!(matches!(waited, StoreError::Busy));
        let gone = from_database(DatabaseErrorKind::ClosedConnection, "server closed the connection unexpectedly\n");
        assert!(matches!(gone, StoreError::Unreachable(_)) && gone.to_string().contains("check its address"));
        assert!(StoreError::NewerDatabase("2030".into()).to_string().contains("install that version"));
        assert!(StoreError::WrongUrl("no".into()).to_string().contains("sqlite:PATH"));
    }

    #[test]
    fn only_an_absent_row_is_not_found() {
        assert!(matches!(StoreError::from(DieselError::NotFound), StoreError::NotFound));
        assert!(matches!(StoreError::from(DieselError::NotInTransaction), StoreError::Other(_)));
    }
}
