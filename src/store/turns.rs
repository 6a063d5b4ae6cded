//! The one connection that writes, and the turns in which it is used: first come, first served.
//!
//! A plain mutex would let the group-commit writer, which comes back at once, starve everybody else.

use super::database::Doorman;
use super::{Database, StoreError};
use diesel::r2d2::ManageConnection;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

/// One connection, lent in turns.
pub(super) struct Turns {
    doorman: Doorman,
    queue: Mutex<Queue>,
    moved: Condvar,
    // Absent while lent, and after a failure that may have broken it: the next turn opens another.
    database: Mutex<Option<Database>>,
}

#[derive(Default)]
struct Queue {
    next: u64,
    serving: u64,
    holder: Option<ThreadId>,
}

/// Ends the turn also when the work panics.
struct Turn<'a>(&'a Turns);

impl Turns {
    /// Takes the connection that is already open.
    pub fn new(doorman: Doorman, database: Database) -> Self {
        Self { doorman, queue: Mutex::default(), moved: Condvar::new(), database: Mutex::new(Some(database)) }
    }

    /// Waits for the turn, then works on the connection.
    pub fn take<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Database) -> Result<T, E>) -> Result<T, E> {
        let _turn = self.wait()?;
        let held = lock(&self.database).take();
        let mut database = self.living(held)?;
        let outcome = work(&mut database);
        if !self.doorman.has_broken(&mut database) {
            *lock(&self.database) = Some(database);
        }
        outcome
    }

    fn wait(&self) -> Result<Turn<'_>, StoreError> {
        let me = thread::current().id();
        let mut queue = lock(&self.queue);
        if queue.holder == Some(me) {
            return Err(StoreError::other("a write was begun inside a write of the same thread"));
        }
        let ticket = queue.next;
        queue.next += 1;
        while queue.serving != ticket {
            queue = self.moved.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
        queue.holder = Some(me);
        Ok(Turn(self))
    }

    fn living(&self, held: Option<Database>) -> Result<Database, StoreError> {
        if let Some(mut database) = held
            && self.doorman.is_valid(&mut database).is_ok()
        {
            return Ok(database);
        }
        self.doorman.open()
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut queue = lock(&self.0.queue);
        queue.serving += 1;
        queue.holder = None;
        self.0.moved.notify_all();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
