//! The schema's steps: embedded in the program, run at opening, all or none.

use super::{Database, StoreError};
use diesel::backend::Backend;
use diesel::connection::SimpleConnection;
use diesel::migration::MigrationSource;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use std::collections::BTreeSet;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Brings a database up to this program's schema; refuses one that is beyond it. Returns how many steps were run.
pub(super) fn bring_up_to_date(database: &mut Database) -> Result<usize, StoreError> {
    match database {
        // Exclusive, and under a lock of PostgreSQL's: two programs may start at the same moment.
        Database::Sqlite(connection) => connection.exclusive_transaction(|connection| run(connection, SQLITE)),
        Database::Postgres(connection) => diesel::Connection::transaction(connection, |connection| {
            connection.batch_execute("SELECT pg_advisory_xact_lock(6034285511)")?;
            run(connection, POSTGRES)
        }),
    }
}

/// Undoes every step, newest first: for tests of the steps themselves.
pub fn undo_all(database: &mut Database) -> Result<(), StoreError> {
    match database {
        Database::Sqlite(connection) => connection.revert_all_migrations(SQLITE).map(drop).map_err(StoreError::Other),
        Database::Postgres(connection) => connection.revert_all_migrations(POSTGRES).map(drop).map_err(StoreError::Other),
    }
}

/// The names of the steps for SQLite and for PostgreSQL: the same, as a test makes sure.
pub fn names() -> (Vec<String>, Vec<String>) {
    (names_of::<diesel::sqlite::Sqlite>(&SQLITE), names_of::<diesel::pg::Pg>(&POSTGRES))
}

fn names_of<DB: Backend>(source: &EmbeddedMigrations) -> Vec<String> {
    let steps = MigrationSource::<DB>::migrations(source).expect("embedded migrations were read when the program was built");
    let mut names: Vec<String> = steps.iter().map(|step| step.name().to_string()).collect();
    names.sort();
    names
}

fn run<C, DB>(connection: &mut C, source: EmbeddedMigrations) -> Result<usize, StoreError>
where
    C: MigrationHarness<DB>,
    DB: Backend,
{
    let known: BTreeSet<String> = MigrationSource::<DB>::migrations(&source)
        .map_err(StoreError::Other)?
        .iter()
        .map(|step| step.name().version().to_string())
        .collect();
    let applied = connection.applied_migrations().map_err(StoreError::Other)?;
    if let Some(unknown) = applied.iter().map(ToString::to_string).filter(|version| !known.contains(version)).min() {
        return Err(StoreError::NewerDatabase(unknown));
    }
    Ok(connection.run_pending_migrations(source).map_err(StoreError::Other)?.len())
}
