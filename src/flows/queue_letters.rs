//! Letters are queued, paused and tried again; [`super::send_invitations`] sends them when they are due.

use super::limit_asking::leave_out_recently_asked;
use super::receive_answers::survey_key;
use super::send_invitations::{LIFTED, invitation_token};
use super::stop_writing::{lift_hard_bounces, note};
use super::{Failed, Outcome, Refused, Stop};
use crate::campaign::{Happening, LetterKind, LetterState};
use crate::ids::SurveyId;
use crate::secret::Key;
use crate::site::Site;
use crate::store::sending::Pause;
use crate::store::{self, Database, StoreError};
use crate::survey::{Channel, State, Survey};
use chrono::{NaiveDateTime, NaiveTime, TimeZone};
use std::collections::HashSet;

/// Queues the invitations of a survey: for every contact that has none and may be written to, of a sample where one was drawn. Again later, it queues for those
/// added since. They are due at once, or at eight in the morning of the first day. Returns how many.
///
/// # Errors
/// Refused when the survey is not open or has no channel for e-mail.
pub fn queue_invitations(site: &Site, survey: SurveyId) -> Outcome<usize> {
    let now = site.clock.now();
    let queued = while_open(site, survey, |db, key, due_at| {
        leave_out_recently_asked(site, db, survey)?;
        for invitation in store::invitation::create_missing(db, survey)? {
            store::invitation::set_token_hash(db, invitation, &invitation_token(key, invitation).hash())?;
        }
        queue(db, survey, LetterKind::Invitation, 1, due_at, now)
    });
    match queued {
        // Somebody else is inviting the same contacts at this moment, and does it for us.
        Err(Stop::Failed(Failed::Store(StoreError::Conflict))) => Ok(0),
        other => other,
    }
}

/// The number of the next reminder of a survey: 1 when there was none.
///
/// # Errors
/// Only when the database fails.
pub fn next_reminder(site: &Site, survey: SurveyId) -> Outcome<u16> {
    let last = site.store.read(|db| store::letter::last_number(db, survey, LetterKind::Reminder))?;
    Ok(u16::try_from(last.saturating_add(1)).unwrap_or(u16::MAX))
}

/// Queues reminder `number` (1, 2, ...) for everybody whose invitation went out and who has not opted out; those who have
/// answered are skipped when it is sent. The same number again queues nobody twice. Returns how many.
///
/// # Errors
/// Refused when the survey is not open or has no channel for e-mail.
pub fn queue_reminders(site: &Site, survey: SurveyId, number: u16) -> Outcome<usize> {
    let (number, now) = (number.max(1).into(), site.clock.now());
    while_open(site, survey, |db, _, due_at| queue(db, survey, LetterKind::Reminder, number, due_at, now))
}

/// Queues a letter for everybody who is to have it; how many. A reminder leaves the same line with all of them.
pub(super) fn queue(
    db: &mut Database,
    survey: SurveyId,
    kind: LetterKind,
    number: i32,
    due_at: NaiveDateTime,
    now: NaiveDateTime,
) -> Result<usize, StoreError> {
    let what = match kind {
        LetterKind::Invitation => Happening::Queued,
        LetterKind::Reminder => Happening::Reminder,
        LetterKind::Thanks => Happening::Thanks,
    };
    let queued = store::letter::queue(db, survey, kind, number, due_at)?;
    note(db, &queued, what, "", now)?;
    Ok(queued.len())
}

/// Tries the invitations again that did not arrive: for when it was the server's mistake or ours, and is mended. Returns how many.
/// Addresses that were taken for dead are written to again: the wish of staff wins over the list, and that is noted. It does not win
/// over the wish of the person.
///
/// # Errors
/// Refused when the survey is not open or has no channel for e-mail.
pub fn retry_bounced(site: &Site, survey: SurveyId) -> Outcome<usize> {
    retry(site, survey, &LetterState::BOUNCED)
}

/// Sends the uncertain invitations again, which some then get twice. Returns how many.
///
/// # Errors
/// Refused when the survey is not open or has no channel for e-mail.
pub fn retry_uncertain(site: &Site, survey: SurveyId) -> Outcome<usize> {
    retry(site, survey, &[LetterState::Uncertain])
}

fn retry(site: &Site, survey: SurveyId, states: &[LetterState]) -> Outcome<usize> {
    let now = site.clock.now();
    while_open(site, survey, |db, _, due_at| {
        let retried = store::letter::retry(db, survey, LetterKind::Invitation, states, due_at)?;
        // What is refused from now on counts from here.
        if let Some(pause) = store::sending::find_pause(db, survey)? {
            let counted = store::letter::count_taken_and_bounced(db, survey)?;
            store::sending::set_pause(db, survey, &Pause { counted, ..pause })?;
        }
        // An uncertain letter's address is on no list for its sake.
        let lifted = if states == LetterState::BOUNCED { lift_hard_bounces(site, db, &retried)? } else { HashSet::new() };
        let (dead, others): (Vec<_>, Vec<_>) = retried.iter().copied().partition(|invitation| lifted.contains(invitation));
        note(db, &dead, Happening::Retried, LIFTED, now)?;
        note(db, &others, Happening::Retried, "", now)?;
        Ok(retried.len())
    })
}

/// Pauses the letters of a survey, or lets them go on: failures up to now count no more.
///
/// # Errors
/// Only when the database fails.
pub fn pause_letters(site: &Site, survey: SurveyId, pause: bool) -> Outcome<()> {
    let now = site.clock.now();
    let set = site.store.write(|db| -> Result<(), StoreError> {
        let counted = store::letter::count_taken_and_bounced(db, survey)?;
        store::sending::set_pause(db, survey, &Pause { since: now, reason: "staff".to_owned(), counted, over: !pause })
    });
    Ok(set?)
}

/// Writes for a survey that is open and invites by e-mail, with its key and the instant from which its letters may go. It stays
/// open until that is written: who closes it at this moment waits, and then cancels these letters too.
fn while_open<T>(
    site: &Site,
    survey: SurveyId,
    work: impl FnOnce(&mut Database, &Key, NaiveDateTime) -> Result<T, StoreError>,
) -> Outcome<T> {
    let today = site.clock.today();
    site.store.write(|db| {
        let survey = store::survey::hold(db, survey)?;
        if survey.state != State::Open {
            return Err(Refused::WrongState(survey.state).into());
        }
        if today > survey.closes_on {
            return Err(Refused::Closed(survey.closes_on).into());
        }
        if !survey.channels.contains(&Channel::Email) {
            return Err(Refused::ChannelOff(Channel::Email).into());
        }
        let key = survey_key(site, survey.id)?;
        Ok(work(db, &key, first_instant(site, &survey))?)
    })
}

/// Now, but not before the survey opens: a link that leads to "not yet" is not followed a second time.
fn first_instant(site: &Site, survey: &Survey) -> NaiveDateTime {
    let now = site.clock.now();
    let eight = survey.opens_on.and_time(NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default());
    let opening = site.config.body.time_zone.from_local_datetime(&eight).earliest();
    opening.map_or(now, |opening| now.max(opening.naive_utc()))
}
