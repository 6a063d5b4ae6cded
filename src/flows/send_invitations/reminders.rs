//! The traces of reminders: which of them are settled stands in bytes that only the survey's key tells from random ones.

use super::wait_after;
use crate::ids::{LetterId, SurveyId};
use crate::secret::{Key, random_bytes};
use crate::store::{self, Database, StoreError};
use chrono::NaiveDateTime;

/// When no reminder of that number is due or being sent any more: ends them all if all are settled, else puts all off alike.
pub(super) fn end_pass(
    db: &mut Database,
    key: &Key,
    survey: SurveyId,
    number: i32,
    now: NaiveDateTime,
    attempts: u16,
) -> Result<(), StoreError> {
    let Some(traces) = store::letter::traces_after_pass(db, survey, number, now)? else { return Ok(()) };
    if traces.iter().all(|(id, trace)| is_settled(key, *id, trace.as_deref())) {
        store::letter::end_reminders(db, survey, number)
    } else {
        store::letter::put_off_reminders(db, survey, number, now + wait_after(attempts))
    }
}

/// What a pass leaves at a reminder: 16 random bytes, then their proof when it is settled, else 16 more.
pub(super) fn trace_of(key: &Key, reminder: LetterId, settled: bool) -> Vec<u8> {
    let nonce: [u8; 16] = random_bytes();
    let rest = if settled { proof(key, reminder, &nonce) } else { random_bytes() };
    [nonce, rest].concat()
}

pub(super) fn is_settled(key: &Key, reminder: LetterId, trace: Option<&[u8]>) -> bool {
    trace.and_then(|trace| trace.split_at_checked(16)).is_some_and(|(nonce, rest)| rest == proof(key, reminder, nonce))
}

pub(super) fn proof(key: &Key, reminder: LetterId, nonce: &[u8]) -> [u8; 16] {
    key.derive("reminder", &[nonce, &reminder.0.to_be_bytes()].concat())
}
