//! Everything in which the two databases differ, but for opening them (`database`) and copying them (`backup`).

use super::{Database, StoreError};
use crate::ids::{EditionId, SurveyId};
use diesel::SqliteConnection;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::prelude::*;

/// Runs an expression on the concrete connection: batch inserts and `on_conflict` do not compile through the enum.
macro_rules! on_either {
    ($database:expr, $connection:ident => $body:expr) => {
        match $database {
            $crate::store::Database::Sqlite($connection) => $body,
            $crate::store::Database::Postgres($connection) => $body,
        }
    };
}
pub(super) use on_either;

/// How a transaction begins.
#[derive(Clone, Copy)]
pub(super) enum Begin {
    /// One consistent picture, without writing.
    Reading,
    /// The right to write from the start: a deferred SQLite transaction that reads, then writes, fails as locked.
    Writing,
}

/// Runs one transaction: committed when `work` succeeds, else rolled back.
pub(super) fn transaction<T, E: From<StoreError>>(
    database: &mut Database,
    begin: Begin,
    work: impl FnOnce(&mut Database) -> Result<T, E>,
) -> Result<T, E> {
    start(database, begin).map_err(StoreError::from)?;
    match work(database) {
        Ok(value) => {
            let committed = on_either!(&mut *database, connection => AnsiTransactionManager::commit_transaction(connection));
            committed.map_err(StoreError::from)?;
            Ok(value)
        }
        Err(error) => {
            // A rollback that fails leaves a broken connection, which the pool throws away; the first failure is what counts.
            let _ = on_either!(&mut *database, connection => AnsiTransactionManager::rollback_transaction(connection));
            Err(error)
        }
    }
}

fn start(database: &mut Database, begin: Begin) -> QueryResult<()> {
    match (database, begin) {
        (Database::Sqlite(connection), Begin::Reading) => {
            AnsiTransactionManager::begin_transaction_sql(connection, "BEGIN DEFERRED")
        }
        (Database::Sqlite(connection), Begin::Writing) => {
            AnsiTransactionManager::begin_transaction_sql(connection, "BEGIN IMMEDIATE")
        }
        (Database::Postgres(connection), Begin::Reading) => AnsiTransactionManager::begin_transaction_sql(
            connection,
            "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
        ),
        (Database::Postgres(connection), Begin::Writing) => {
            AnsiTransactionManager::begin_transaction_sql(connection, "BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED")
        }
    }
}

/// Which of the surveys take answers now, kept so until the transaction ends. On SQLite the transaction already excludes
/// every other writer; on PostgreSQL the rows are locked against the update that closes them.
pub(super) fn surveys_taking_answers(database: &mut Database, surveys: &[SurveyId]) -> QueryResult<Vec<i64>> {
    use super::schema::survey::dsl;
    use crate::survey::State;
    let taking = [State::Open.code(), State::Collecting.code()];
    let ids: Vec<i64> = surveys.iter().map(|survey| survey.0).collect();
    let query = dsl::survey.filter(dsl::id.eq_any(ids)).filter(dsl::state.eq_any(taking)).select(dsl::id).order(dsl::id);
    match database {
        Database::Sqlite(connection) => query.load(connection),
        // In the order of the key, so that two writers never wait for each other.
        Database::Postgres(connection) => query.for_share().load(connection),
    }
}

/// Holds a survey's row until the transaction ends: nobody changes it meanwhile, and with `alone` nobody else holds it. On
/// SQLite the transaction already excludes every other writer.
pub(super) fn hold_survey(database: &mut Database, SurveyId(id): SurveyId, alone: bool) -> QueryResult<()> {
    use super::schema::survey::dsl;
    let Database::Postgres(connection) = database else { return Ok(()) };
    let own = dsl::survey.find(id).select(dsl::id);
    let held: Vec<i64> = if alone { own.for_no_key_update().load(connection)? } else { own.for_share().load(connection)? };
    if held.is_empty() { Err(diesel::result::Error::NotFound) } else { Ok(()) }
}

/// Holds an edition's row alone until the transaction ends: whatever decides which surveys count together in a year holds it first. On
/// SQLite the transaction is alone anyway.
pub(super) fn hold_edition(database: &mut Database, EditionId(id): EditionId) -> QueryResult<()> {
    use super::schema::edition::dsl;
    let Database::Postgres(connection) = database else { return Ok(()) };
    let held: Vec<i64> = dsl::edition.find(id).select(dsl::id).for_no_key_update().load(connection)?;
    if held.is_empty() { Err(diesel::result::Error::NotFound) } else { Ok(()) }
}

/// Keeps every other transaction from writing to a table until this one ends: before the next number in it is looked for, or
/// what is locked behind it. On SQLite a write transaction is alone anyway.
pub(super) fn write_alone(database: &mut Database, table: &'static str) -> QueryResult<()> {
    match database {
        Database::Sqlite(_) => Ok(()),
        Database::Postgres(connection) => connection.batch_execute(&format!("LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")),
    }
}

/// Makes room for a survey's answers: on PostgreSQL each survey has partitions of its own.
pub(super) fn make_room(database: &mut Database, SurveyId(id): SurveyId) -> QueryResult<()> {
    match database {
        Database::Sqlite(_) => Ok(()),
        Database::Postgres(connection) => connection.batch_execute(&format!(
            "CREATE TABLE response_{id} PARTITION OF response FOR VALUES IN ({id});
             CREATE TABLE open_text_{id} PARTITION OF open_text FOR VALUES IN ({id});
             CREATE TABLE response_draft_{id} PARTITION OF response_draft FOR VALUES IN ({id});
             ALTER TABLE open_text_{id} ADD FOREIGN KEY (survey_id, response_id)
                 REFERENCES response_{id} (survey_id, id) ON DELETE CASCADE;"
        )),
    }
}

/// Removes a survey's answers and drafts so that nothing of them stays once the transaction is committed and [`purge`] has run: on
/// PostgreSQL truncating gives the partitions new files and removes the old ones, on SQLite the pages are overwritten.
///
/// Truncating locks the survey's three partitions and nothing else: other surveys go on. Whoever began reading before and
/// comes to the answers after the commit sees none.
pub(super) fn empty_room(database: &mut Database, survey: SurveyId) -> QueryResult<()> {
    match database {
        Database::Sqlite(connection) => empty_sqlite_room(connection, survey),
        Database::Postgres(connection) => {
            connection.batch_execute(&format!("TRUNCATE response_{survey}, open_text_{survey}, response_draft_{survey}"))
        }
    }
}

fn empty_sqlite_room(connection: &mut SqliteConnection, survey: SurveyId) -> QueryResult<()> {
    use super::schema::{open_text, response, response_draft};
    diesel::delete(open_text::table.filter(open_text::survey_id.eq(survey.0))).execute(connection)?;
    diesel::delete(response::table.filter(response::survey_id.eq(survey.0))).execute(connection)?;
    diesel::delete(response_draft::table.filter(response_draft::survey_id.eq(survey.0))).execute(connection)?;
    Ok(())
}

/// Rewrites an SQLite file and empties its write-ahead log, so that deleted rows are in neither. Outside any transaction.
/// On PostgreSQL the answers' old files are gone with the transaction that emptied them; the contacts' tables, whose deleted
/// rows would stay in their files, are rewritten. The server's own log and its archives are its administrator's.
///
/// SQLite makes the new file in memory first (`temp_store`), so this takes as much memory as the database is large; an office's
/// has some ten megabytes. A temporary file would need none, but would leave addresses on whatever disk holds `/tmp`.
pub(super) fn purge(database: &mut Database) -> Result<(), StoreError> {
    #[derive(diesel::QueryableByName)]
    struct Checkpoint {
        #[diesel(sql_type = diesel::sql_types::Integer)]
        busy: i32,
    }
    let connection = match database {
        Database::Sqlite(connection) => connection,
        Database::Postgres(connection) => return Ok(connection.batch_execute("VACUUM FULL contact, contact_value")?),
    };
    connection.batch_execute("VACUUM")?;
    // A reader in the middle of its work keeps the log from being emptied; readers are short.
    for _ in 0..50 {
        let checkpoint: Checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(connection)?;
        if checkpoint.busy == 0 {
            return Ok(());
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    Err(StoreError::Busy)
}
