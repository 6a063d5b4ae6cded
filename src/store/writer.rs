//! The group-commit writer: many waiting submissions, one durable transaction, the answer only after the commit.

use super::dialect::{Begin, transaction};
use super::response::{self, Kept, NewResponse};
use super::turns::Turns;
use super::{Database, StoreError};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;
use tokio::sync::oneshot;

/// How many submissions may wait. Beyond, the caller is told to come again: memory stays bounded and nothing is lost.
pub const MOST_WAITING: usize = 4_096;

/// How many submissions one transaction takes: a few milliseconds of work on either database.
const MOST_TOGETHER: usize = 512;

type Outcome = Result<Kept, StoreError>;

struct Submission {
    response: NewResponse,
    reply: oneshot::Sender<Outcome>,
}

/// The thread and the queue to it. Dropping it finishes what waits, then ends the thread.
pub(super) struct Writer {
    queue: Option<SyncSender<Submission>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread.
    pub fn start(turns: Arc<Turns>) -> Result<Self, StoreError> {
        let (queue, submissions) = sync_channel(MOST_WAITING);
        let thread = std::thread::Builder::new()
            .name("responses".into())
            .spawn(move || keep_coming(&turns, &submissions))
            .map_err(|error| StoreError::Other(Box::new(error)))?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    /// Puts a submission in the queue; the outcome comes after its transaction.
    pub fn submit(&self, response: NewResponse) -> Result<oneshot::Receiver<Outcome>, StoreError> {
        let (reply, outcome) = oneshot::channel();
        match self.queue().try_send(Submission { response, reply }) {
            Ok(()) => Ok(outcome),
            Err(TrySendError::Full(_)) => Err(StoreError::Busy),
            Err(TrySendError::Disconnected(_)) => Err(gone()),
        }
    }

    /// The same for a file of answers: waits for room in the queue rather than being refused.
    pub fn submit_patiently(&self, response: NewResponse) -> Result<oneshot::Receiver<Outcome>, StoreError> {
        let (reply, outcome) = oneshot::channel();
        self.queue().send(Submission { response, reply }).map_err(|_| gone())?;
        Ok(outcome)
    }

    fn queue(&self) -> &SyncSender<Submission> {
        self.queue.as_ref().expect("the queue is taken away only when the writer is dropped")
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            // A panic of the thread was reported when it happened; its submitters were told that nothing is known.
            let _ = thread.join();
        }
    }
}

/// What a submitter hears when the writer ended without an answer: it may be kept or not, and may be sent again.
pub(super) fn gone() -> StoreError {
    StoreError::Unreachable("the writer of answers has ended".into())
}

fn keep_coming(turns: &Turns, submissions: &Receiver<Submission>) {
    while let Ok(first) = submissions.recv() {
        let (mut responses, mut replies) = (vec![first.response], vec![first.reply]);
        for submission in submissions.try_iter().take(MOST_TOGETHER - 1) {
            responses.push(submission.response);
            replies.push(submission.reply);
        }
        let outcomes = catch_unwind(AssertUnwindSafe(|| keep_together(turns, &responses)))
            .unwrap_or_else(|_| responses.iter().map(|_| Err(StoreError::other("writing the answer failed"))).collect());
        for (reply, outcome) in replies.into_iter().zip(outcomes) {
            // Who asked may have gone away; what is kept stays kept.
            let _ = reply.send(outcome);
        }
    }
}

/// One transaction for all; when it fails because of one of them, one transaction for each.
fn keep_together(turns: &Turns, responses: &[NewResponse]) -> Vec<Outcome> {
    let kept = turns.take(|database| keep(database, responses));
    match kept {
        Ok(kept) => kept.into_iter().map(Ok).collect(),
        Err(StoreError::Other(_) | StoreError::Conflict) if responses.len() > 1 => {
            responses.iter().flat_map(|response| keep_together(turns, std::slice::from_ref(response))).collect()
        }
        Err(error) => responses.iter().map(|_| Err(error.again())).collect(),
    }
}

fn keep(database: &mut Database, responses: &[NewResponse]) -> Result<Vec<Kept>, StoreError> {
    transaction(database, Begin::Writing, |database| response::keep(database, responses))
}
