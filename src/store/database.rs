//! The connection: which of the two databases, opened how.

use super::StoreError;
use diesel::connection::SimpleConnection;
use diesel::r2d2::R2D2Connection;
use diesel::result::ConnectionError;
use diesel::{Connection, MultiConnection, PgConnection, SqliteConnection};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A connection to either database.
#[derive(MultiConnection)]
pub enum Database {
    /// One file beside the program.
    Sqlite(SqliteConnection),
    /// A server.
    Postgres(PgConnection),
}

/// Where a database is: parsed from its URL. The scheme alone decides which kind it is; nothing is tried in turn, so that a
/// PostgreSQL server that is down can never become a new empty file.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Address {
    /// A file.
    Sqlite(PathBuf),
    /// A server, by the whole URL.
    Postgres(String),
}

impl Address {
    /// Reads `sqlite:PATH`, `postgres://...` or `postgresql://...`.
    pub fn parse(url: &str) -> Result<Self, StoreError> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            return match path {
                "" => Err(StoreError::WrongUrl("the database URL names no file".into())),
                // Every connection would have a database of its own, gone at the end.
                _ if path.contains(":memory:") || path.starts_with("file:") => {
                    Err(StoreError::WrongUrl("the database must be a file on disk, given as a plain path".into()))
                }
                _ => Ok(Self::Sqlite(PathBuf::from(path))),
            };
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url.to_owned()));
        }
        // The URL may hold a password: only its scheme is repeated.
        let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme);
        let named = scheme.len() <= 20 && !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric());
        Err(StoreError::WrongUrl(if named {
            format!("the database URL begins with {scheme}:, which is neither SQLite nor PostgreSQL")
        } else {
            "the database URL does not begin with sqlite: or postgres:".to_owned()
        }))
    }

    /// A new connection, set up for writing.
    pub fn connect(&self) -> Result<Database, StoreError> {
        match self {
            Self::Sqlite(path) => connect_sqlite(path).map(Database::Sqlite),
            Self::Postgres(url) => connect_postgres(url).map(Database::Postgres),
        }
    }
}

/// `synchronous=FULL`: an acknowledged answer survives a power cut. `secure_delete`: what is deleted is overwritten.
/// `busy_timeout` is for other processes (the commands); within this one, writers take turns.
const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
     PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;";

/// For the connection that writes: a log that is copied into the file less often (at 32 MB, 4 kB a page) copies a page once that was
/// written many times. A larger cache of pages was measured too: it brings nothing, the system keeps them anyway.
const SQLITE_WRITER_SETTINGS: &str = "PRAGMA wal_autocheckpoint = 8000";

/// As long as `busy_timeout`.
const WAIT_FOR_NEW_FILE: Duration = Duration::from_secs(10);

fn connect_sqlite(path: &Path) -> Result<SqliteConnection, StoreError> {
    let name = path.to_str().ok_or_else(|| StoreError::WrongUrl("the path of the database is not UTF-8".into()))?;
    create_private(path)?;
    // A relative path is anchored, so that no name can look like a `file:` or `sqlite:` URL to SQLite.
    let anchored = if path.is_absolute() { name.to_owned() } else { format!("./{name}") };
    let mut connection = SqliteConnection::establish(&anchored).map_err(|error| unreachable_file(path, &error))?;
    set_up(&mut connection).map_err(|error| match error {
        StoreError::Other(source) => unreachable_file(path, &source),
        known => known,
    })?;
    Ok(connection)
}

/// Several programs may open a new file at the same moment, and the lock for switching it to WAL is one that SQLite asks for
/// once and does not wait for: so this waits.
fn set_up(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let give_up = Instant::now() + WAIT_FOR_NEW_FILE;
    loop {
        match connection.batch_execute(SQLITE_SETTINGS).map_err(StoreError::from) {
            Err(StoreError::Busy) if Instant::now() < give_up => std::thread::sleep(Duration::from_millis(20)),
            outcome => return outcome,
        }
    }
}

fn unreachable_file(path: &Path, reason: &dyn std::fmt::Display) -> StoreError {
    StoreError::Unreachable(format!("{}: {reason}", path.display()))
}

/// Creates the file where it is absent, readable by its owner alone: it holds addresses and answers.
fn create_private(path: &Path) -> Result<(), StoreError> {
    match new_private(path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::StorageFull => Err(StoreError::Full),
        made => made.map_err(|error| unreachable_file(path, &error)),
    }
}

/// Creates an empty file that was not there, readable by its owner alone.
pub(super) fn new_private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

fn connect_postgres(url: &str) -> Result<PgConnection, StoreError> {
    let mut connection = PgConnection::establish(url)?;
    // Times are UTC; an idle transaction (a program that hangs) must not hold its locks for ever.
    connection.batch_execute(
        "SET TIME ZONE 'UTC'; SET client_min_messages = warning; SET lock_timeout = '30s'; \
         SET idle_in_transaction_session_timeout = '60s'",
    )?;
    Ok(connection)
}

/// Makes and checks the pool's connections.
pub(super) struct Doorman {
    pub address: Address,
    /// Whether SQLite connections refuse to write: in this process all writing goes through one other connection.
    pub reading: bool,
}

impl Doorman {
    /// A new connection.
    pub fn open(&self) -> Result<Database, StoreError> {
        let mut database = self.address.connect()?;
        if let Database::Sqlite(connection) = &mut database {
            connection.batch_execute(if self.reading { "PRAGMA query_only = ON" } else { SQLITE_WRITER_SETTINGS })?;
        }
        Ok(database)
    }
}

impl diesel::r2d2::ManageConnection for Doorman {
    type Connection = Database;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Database, Self::Error> {
        self.open().map_err(|error| {
            // The pool hands on only the text: the bare reason, which the store puts into its own words.
            let reason = if let StoreError::Unreachable(reason) = error { reason } else { error.to_string() };
            Self::Error::ConnectionError(ConnectionError::BadConnection(reason))
        })
    }

    fn is_valid(&self, database: &mut Database) -> Result<(), Self::Error> {
        match database {
            Database::Sqlite(_) => Ok(()),
            Database::Postgres(connection) => connection.ping().map_err(Self::Error::QueryError),
        }
    }

    fn has_broken(&self, database: &mut Database) -> bool {
        database.is_broken()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_alone_decides() {
        assert!(matches!(Address::parse("sqlite:a.db"), Ok(Address::Sqlite(path)) if path == Path::new("a.db")));
        assert!(matches!(Address::parse("sqlite:///srv/a.db"), Ok(Address::Sqlite(path)) if path == Path::new("/srv/a.db")));
        assert!(matches!(Address::parse("postgres://h/a"), Ok(Address::Postgres(_))));
        assert!(matches!(Address::parse("postgresql://h/a"), Ok(Address::Postgres(_))));
        for refused in ["", "a.db", "host=h dbname=x", "mysql://u:secret@h/a", "sqlite:", "sqlite::memory:", "sqlite:file:a.db"] {
            let error = Address::parse(refused).map(|_| ()).unwrap_err();
            assert!(matches!(error, StoreError::WrongUrl(_)), "{refused}");
            assert!(!error.to_string().contains("secret"));
        }
    }
}
