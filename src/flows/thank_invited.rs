//! Thanks with the published results: to everybody whose invitation went out and who has not opted out. Never only to those who
//! answered: who they are is not known.

use super::queue_letters::queue;
use super::send_invitations::THANKS_AGAIN;
use super::{Outcome, Refused, Stop};
use crate::campaign::{Happening, LetterKind, LetterState};
use crate::ids::{InvitationId, SurveyId};
use crate::site::Site;
use crate::store::invitation_event::Event;
use crate::store::{self, Database};
use crate::survey::{Channel, State};

/// There is one letter of thanks.
const ONLY: i32 = 1;

/// How many would be thanked now; 0 while the results are not published, and once all have been.
///
/// # Errors
/// Only when the database fails.
pub fn count_to_thank(site: &Site, survey: SurveyId) -> Outcome<u64> {
    let counted = site.store.read(|db| {
        Ok(match refuse_too_early(db, survey) {
            Ok(()) => Ok(store::letter::count_unqueued(db, survey, LetterKind::Thanks, ONLY)?),
            Err(stop) => Err(stop),
        })
    })?;
    match counted {
        Err(Stop::Refused(_)) => Ok(0),
        other => other,
    }
}

/// Queues the thanks. Pressed again it queues nobody twice. Returns how many.
///
/// # Errors
/// Refused until the survey is closed and its report published, and where it does not invite by e-mail.
pub fn queue_thanks(site: &Site, survey: SurveyId) -> Outcome<usize> {
    let now = site.clock.now();
    site.store.write(|db| -> Outcome<usize> {
        refuse_too_early(db, survey)?;
        Ok(queue(db, survey, LetterKind::Thanks, ONLY, now, now)?)
    })
}

/// How many thanks are uncertain: begun when sending broke off.
///
/// # Errors
/// Only when the database fails.
pub fn count_uncertain_thanks(site: &Site, survey: SurveyId) -> Outcome<u64> {
    let counts = site.store.read(|db| store::letter::count_by_state(db, survey))?;
    let own =
        |(kind, state, _): &&(LetterKind, LetterState, u64)| *kind == LetterKind::Thanks && *state == LetterState::Uncertain;
    Ok(counts.iter().find(own).map_or(0, |(.., count)| *count))
}

/// Sends the uncertain thanks again, which some then get twice. Returns how many.
///
/// # Errors
/// As [`queue_thanks`].
pub fn retry_uncertain_thanks(site: &Site, survey: SurveyId) -> Outcome<usize> {
    let now = site.clock.now();
    site.store.write(|db| -> Outcome<usize> {
        refuse_too_early(db, survey)?;
        let retried = store::letter::retry(db, survey, LetterKind::Thanks, &[LetterState::Uncertain], now)?;
        let event = |invitation: &InvitationId| Event {
            invitation: *invitation,
            at: now,
            what: Happening::Retried,
            words: THANKS_AGAIN.to_owned(),
        };
        store::invitation_event::insert_many(db, &retried.iter().map(event).collect::<Vec<_>>())?;
        Ok(retried.len())
    })
}

fn refuse_too_early(db: &mut Database, survey: SurveyId) -> Outcome<()> {
    let survey = store::survey::find(db, survey)?;
    if survey.state != State::Closed {
        return Err(Refused::WrongState(survey.state).into());
    }
    if !survey.channels.contains(&Channel::Email) {
        return Err(Refused::ChannelOff(Channel::Email).into());
    }
    if store::publication::list(db, survey.edition)?.is_empty() {
        return Err(Refused::Invalid("thanks", "refused-not-published").into());
    }
    Ok(())
}
