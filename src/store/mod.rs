//! What is kept; only diesel.

pub mod account;
mod backup;
pub mod charter;
mod columns;
pub mod comment;
pub mod contact;
mod database;
mod dialect;
pub mod edition;
mod error;
pub mod form_version;
pub mod improvement_action;
pub mod invitation;
pub mod kiosk;
pub mod letter;
pub mod measurement;
pub mod migrate;
pub mod office;
pub mod past_figure;
pub mod publication;
pub mod response;
mod schema;
pub mod seal;
pub mod suppression;
pub mod survey;
mod turns;
pub mod universe;
mod writer;

pub use backup::backup;
pub use database::Database;
pub use error::StoreError;
pub use response::{Kept, NewResponse};
pub use writer::MOST_WAITING;

use database::{Address, Doorman};
use dialect::{Begin, transaction};
use diesel::r2d2::{Pool, PooledConnection};
use std::sync::Arc;
use std::time::Duration;
use turns::Turns;
use writer::Writer;

/// The store of one body: a database, its pool, and its one writer of answers. Cloning it is cheap.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    pool: Pool<Doorman>,
    // On SQLite the one connection that writes; on PostgreSQL the writer's own, the pool writing beside it.
    turns: Arc<Turns>,
    writes_in_turns: bool,
    writer: Writer,
    keeps_responses: bool,
}

/// How many connections read (on PostgreSQL also write) at the same time.
const CONNECTIONS: u32 = 8;
/// How long somebody waits for one of them.
const WAIT_FOR_CONNECTION: Duration = Duration::from_secs(5);

impl Store {
    /// Opens the database, creating an SQLite file where there is none, and brings its schema up to date.
    ///
    /// # Errors
    /// [`StoreError::WrongUrl`], [`StoreError::Unreachable`], or [`StoreError::NewerDatabase`] when the database has a
    /// migration that this program does not know.
    pub fn open(url: &str) -> Result<Self, StoreError> {
        let address = Address::parse(url)?;
        let mut database = address.connect()?;
        migrate::bring_up_to_date(&mut database)?;
        let writes_in_turns = matches!(address, Address::Sqlite(_));
        let pool = Pool::builder()
            .max_size(CONNECTIONS)
            .min_idle(Some(0))
            .connection_timeout(WAIT_FOR_CONNECTION)
            .build_unchecked(Doorman { address: address.clone(), reading: true });
        let turns = Arc::new(Turns::new(Doorman { address, reading: false }, database));
        let writer = Writer::start(Arc::clone(&turns))?;
        Ok(Self { inner: Arc::new(Inner { pool, turns, writes_in_turns, writer, keeps_responses: true }) })
    }

    /// A store that throws away what [`Store::keep_response`] is given and calls it kept: what receiving costs without keeping.
    /// The benchmark of submissions compares with it; no setting and no command leads here.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_without_keeping(url: &str) -> Result<Self, StoreError> {
        let mut inner = Arc::into_inner(Self::open(url)?.inner).expect("nobody else knows a store that was just opened");
        inner.keeps_responses = false;
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Reads: one consistent picture of the database, in which nothing can be written.
    ///
    /// # Errors
    /// Those of the reading, or why there is no connection.
    pub fn read<T>(&self, work: impl FnOnce(&mut Database) -> Result<T, StoreError>) -> Result<T, StoreError> {
        transaction(&mut *self.connection()?, Begin::Reading, work)
    }

    /// Writes: one transaction, rolled back when `work` fails. On SQLite all writes of the process take turns, so do nothing
    /// slow in it, and never write inside a write.
    ///
    /// # Errors
    /// Those of the work, or why it could not be committed: then nothing is kept.
    pub fn write<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Database) -> Result<T, E>) -> Result<T, E> {
        if self.inner.writes_in_turns {
            return self.inner.turns.take(|database| transaction(database, Begin::Writing, work));
        }
        transaction(&mut *self.connection()?, Begin::Writing, work)
    }

    /// Hands a response to the group-commit writer; resolves after the commit.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when too many wait, and whatever the database says: then nothing is acknowledged, and sending
    /// the same response again is safe.
    pub async fn keep_response(&self, response: NewResponse) -> Result<Kept, StoreError> {
        if !self.inner.keeps_responses {
            return Ok(Kept::New);
        }
        self.inner.writer.submit(response)?.await.unwrap_or_else(|_| Err(writer::gone()))
    }

    /// [`Store::keep_response`] for a thread that may wait (never on an asynchronous one).
    ///
    /// # Errors
    /// As [`Store::keep_response`].
    pub fn keep_response_blocking(&self, response: NewResponse) -> Result<Kept, StoreError> {
        self.inner.writer.submit(response)?.blocking_recv().unwrap_or_else(|_| Err(writer::gone()))
    }

    /// Many responses of a file: waits for room in the queue instead of being refused. The outcomes stand in their order.
    pub fn keep_responses_blocking(&self, responses: Vec<NewResponse>) -> Vec<Result<Kept, StoreError>> {
        let waiting: Vec<_> = responses.into_iter().map(|response| self.inner.writer.submit_patiently(response)).collect();
        waiting.into_iter().map(|outcome| outcome?.blocking_recv().unwrap_or_else(|_| Err(writer::gone()))).collect()
    }

    /// Makes sure that nothing deleted is left in the database's files; after the commit that deleted it. On a large SQLite
    /// file this takes seconds, during which nobody writes.
    ///
    /// # Errors
    /// [`StoreError::Full`] when there is no room for the copy that SQLite makes; it can be tried again.
    pub fn purge(&self) -> Result<(), StoreError> {
        self.inner.turns.take(dialect::purge)
    }

    fn connection(&self) -> Result<PooledConnection<Doorman>, StoreError> {
        self.inner.pool.get().map_err(|error| match error.to_string().split_once(": ") {
            // The pool adds the last failure to connect, where there was one; else all connections were in use.
            Some((_, reason)) => StoreError::Unreachable(reason.to_owned()),
            None => StoreError::Busy,
        })
    }
}
