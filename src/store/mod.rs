//! What is kept; only diesel.
//!
//! [`Store`] is the door: [`Store::read`] and [`Store::write`] lend a [`Database`] for one transaction, and
//! [`Store::keep_response`] hands an answer to the group-commit writer. Each noun has a module of plain functions on a
//! `&mut Database`, which return the types of the noun modules:
//!
//! ```text
//! office              insert(code, name, contact)  find(id)  find_by_code(code)  list()
//! account             insert(login, name, hash, role)  find_by_login(login) -> (Account, hash)  list()
//!                     set_password(id, hash)  set_active(id, active)  begin_session(id_hash, of, form_secret, expires_at)
//!                     find_session(id_hash, now) -> (Account, form_secret)  end_session(id_hash)  end_sessions_of(account)
//!                     forget_expired_sessions(now)
//! charter             keep(office, charter, hash, source) -> CharterId  find(id)  list(office)
//! form_draft          begin(based_on, first) -> FormDraftId  take_step(id, seen, step) -> bool  publish(id, seen, version) -> bool
//!                     remove(id, seen) -> bool  find(id)  list()  list_published_as(version)  list_steps(id, most)
//!                     find_state(id, revision)  find_stem(id, revision)
//! form_version        keep(code, layout_hash, source_hash, source) -> FormVersionId  find(id)  list_of(code)  list_newest()
//! edition             insert(office, year, compared_with)  keep(office, year) -> EditionId  compare_with(id, earlier)
//!                     find(id)  find_by_year(office, year)  list(office)
//! survey              insert(draft)  update_draft(id, draft)  adjust(id, from, adjustment) -> bool
//!                     change_state(id, from, to) -> bool  end_on(id, last_day)  close(id, from, today) -> bool
//!                     list_to_purge() -> ids  mark_purged(id) -> bool  find(id)  find_by_code(code)  plan(id)
//!                     hold(id) -> Survey  hold_alone(id) -> Survey
//!                     list_of(edition)  list_in(state)  list_with_counts() -> (Survey, responses)
//! universe            replace(survey, universe)  find(survey)
//! seal                append(survey, hash, reason, body, at) -> number  list(survey)
//! kiosk               insert(survey, place)  set_token_hash(id, hash)  find(id)  find_by_token(hash)  list(survey)  revoke(id)
//! contact             insert_many(survey, contacts) -> added  insert_under(survey, basis, contacts) -> added  count(survey)
//!                     find_among(survey, keys)  count_opted_out(survey)  count_drawn(survey)  count_asked_recently(survey)
//!                     count_by_language(survey)  leave_out(survey, contacts)  opt_out(id) -> bool  forget(survey) -> removed
//! contact_attribute   define(survey, attribute)  list(survey)  fill(values) -> added  list_values(survey)
//!                     count_values(survey)  remove_all(survey)
//! contact_import      append(survey, import)  list(survey)
//! contact_deletion    append(survey, certificate)  list(survey)
//! sample              insert(survey, plan, drawn) -> SampleId  list(survey)  may_be_withdrawn(id)
//!                     withdraw(survey, id) -> bool  list_candidates(survey)
//! asked               count_once_more(hashes, month)  take_back(hashes, month)  sum_since(hashes, month)
//!                     forget_before(month)
//! invitation          list_uninvited(survey)  create_missing(survey) -> ids  set_token_hash(id, hash) -> bool  find_by_token(hash)
//!                     find(id)  find_recipient(id)  list(survey)  count(survey)
//! letter              queue(survey, kind, number, due_at) -> queued  claim_due(now, lease_until, limits)  begin(claimed, lease_until)
//!                     take_over(now, lease_until) -> abandoned  release(claimed)  mark_sent(letters) -> marked
//!                     mark_later(letter, due_at, problem)  mark_uncertain(letter, problem)  mark_bounced(letter, to, problem)
//!                     mark_over(letter, to)  mark_passed(letter, due_at, trace)
//!                     traces_after_pass(survey, number, now)  put_off_reminders(survey, number, due_at)
//!                     end_reminders(survey, number)  retry(survey, states, due_at) -> retried  cancel_of(invitation)
//!                     cancel_all(survey)  count_by_state(survey)  count_by_problem(survey, most)
//!                     count_uncertain(survey)  last_number(survey, kind)  count_unqueued(survey, kind, number)
//! thanks              count_uncertain(survey)  retry_uncertain(survey, due_at) -> retried
//! letter_text         list(survey)  find_all(survey) -> texts  save(survey, text, seen, template, on) -> bool
//!                     restore(survey, text, seen) -> bool
//! suppression         add(hash, kind, on) -> bool  lift(hashes, kind) -> lifted  find_among(hashes)  count_by_kind()
//! mail_report         begin(hash, on, forget_on) -> Begun  finish(id, kind, fate)  abandon(id)  settle(id) -> bool  find(id)
//!                     list_kept(after, most)  count_kept()  count_unkept(since)  count_by_kind(since)
//!                     forget(today, before) -> deleted
//! returned            invitation_of(letter)  mark(invitation, to, problem) -> bool  is_being_sent(invitation)
//!                     was_reminded(invitation)  list_of(address_key)
//! response            keep(responses) -> outcomes  rows(survey)  count(survey)  count_by_channel(survey)
//!                     count_in_batch(survey, channel, batch)  count_by_day(survey)  is_there(survey, id)  rewrite_under_random_ids(survey)
//! response_draft      keep(survey, id, answer, body) -> outcome  find(survey, id) -> body  remove_all(survey) -> removed
//!                     count(survey)
//! comment             list(survey, moderation, after, most)  moderate(survey, id, from, to) -> bool
//!                     count_by_moderation(survey)
//! past_figure         replace(edition, figure)  list(edition)
//! measurement         replace(edition, reading)  list(edition)
//! register            replace(edition, standard, cases)  remove(edition, standard)  list(edition, standard)
//!                     count(edition) -> (standard, cases)
//! yearly_contact      replace_all(edition, contacts)  keep(edition, contacts)  remove(edition, contacts)  list(edition)
//! improvement_action  insert(edition, action)  change_state(id, from, to, outcome) -> bool
//!                     edition_of(id)  list(edition)
//! goal_cause          replace(edition, standard, cause)  list(edition)
//! publication         insert(edition, published_on, hash, files)  list(edition)  find_last(edition)
//!                     find_file(id, name)  list_files(id)
//! ```
//!
//! A `bool` says whether a guarded change was made: `false` is no failure but news, that the row was no longer in the state
//! the change starts from. Closing a survey is `survey::close` and `response::rewrite_under_random_ids` in one write, then
//! [`Store::purge`] and `survey::mark_purged`; what `survey::list_to_purge` names at the start of the program was interrupted in
//! between. [`backup`] copies a database in use.

pub mod account;
pub mod asked;
mod backup;
pub mod charter;
pub mod charter_draft;
mod columns;
pub mod comment;
pub mod contact;
pub mod contact_attribute;
pub mod contact_deletion;
pub mod contact_import;
mod database;
mod dialect;
pub mod edition;
mod error;
pub mod form_draft;
pub mod form_version;
pub mod goal_cause;
pub mod improvement_action;
pub mod invitation;
pub mod invitation_event;
pub mod kiosk;
pub mod letter;
pub mod letter_text;
pub mod mail_report;
pub mod measurement;
pub mod migrate;
pub mod office;
pub mod past_figure;
pub mod publication;
pub mod reconciliation;
pub mod register;
pub mod response;
pub mod response_draft;
pub mod returned;
pub mod sample;
mod schema;
pub mod seal;
pub mod sending;
pub mod suppression;
pub mod survey;
mod turns;
pub mod universe;
pub mod verdict_seal;
mod writer;
pub mod yearly_contact;

pub use backup::backup;
pub use database::Database;
pub use error::StoreError;
pub use response::{Kept, NewResponse};
pub use response_draft::DraftKept;
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
        let writes_in_turns = matches!(address, Address::Sqlite(_));
        let writing = Doorman { address: address.clone(), reading: false };
        let mut database = writing.open()?;
        migrate::bring_up_to_date(&mut database)?;
        let pool = Pool::builder()
            .max_size(CONNECTIONS)
            .min_idle(Some(0))
            .connection_timeout(WAIT_FOR_CONNECTION)
            .build_unchecked(Doorman { address, reading: true });
        let turns = Arc::new(Turns::new(writing, database));
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
