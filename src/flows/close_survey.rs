//! Closing: no more answers, and from then on the program can link no answer to an invitation. Somebody who kept a copy of
//! the database and of the key file, both made before, still could: citizens and operators are told so.

use super::{Failed, Outcome, Refused};
use crate::ids::SurveyId;
use crate::site::Site;
use crate::store::{self, StoreError};
use crate::survey::{State, last_late_day};

/// Ends answering today, if not before; kiosk queues and paper are still taken for the survey's collecting days.
///
/// # Errors
/// Refused when it is not open.
pub fn stop_survey(site: &Site, id: SurveyId) -> Outcome<()> {
    let survey = site.survey(id)?;
    let stopped = survey.state.stop().map_err(|wrong| Refused::WrongState(wrong.state))?;
    let last_day = survey.ended_on(site.clock.today());
    let changed = site.store.write(|db| -> Result<bool, StoreError> {
        let changed = store::survey::change_state(db, id, survey.state, stopped)?;
        if changed {
            store::survey::end_on(db, id, last_day)?;
            // Nobody invited can send any more.
            store::response_draft::remove_all(db, id)?;
        }
        Ok(changed)
    });
    site.forget_surveys();
    if changed? { Ok(()) } else { Err(Refused::WrongState(site.survey(id)?.state).into()) }
}

/// Closes: in one transaction the state changes, waiting letters are cancelled, drafts go and responses are rewritten under random ids;
/// then the key is destroyed and the old copies are purged. Closing again finishes a closing that was interrupted.
///
/// # Errors
/// Refused from draft, and when there is nothing left to finish.
pub fn close_survey(site: &Site, id: SurveyId) -> Outcome<()> {
    let survey = site.survey(id)?;
    if site.store.read(store::survey::list_to_purge)?.contains(&id) {
        return finish_closing(site, id);
    }
    survey.state.close().map_err(|wrong| Refused::WrongState(wrong.state))?;
    let today = site.clock.today();
    let last_day = survey.ended_on(today);
    let closed = site.store.write(|db| -> Result<bool, StoreError> {
        let closed = store::survey::close(db, id, survey.state, today)?;
        if closed {
            store::survey::end_on(db, id, last_day)?;
            store::letter::cancel_all(db, id)?;
            store::response::rewrite_under_random_ids(db, id)?;
        }
        Ok(closed)
    });
    site.forget_surveys();
    if !closed? {
        return Err(Refused::WrongState(site.survey(id)?.state).into());
    }
    finish_closing(site, id)
}

/// What may be done as often as needed after the closing transaction: key away, old copies away, marked as done.
///
/// The key goes first: it needs no room and waits for no reader, and without it the old copies link no answer to an invitation. Nothing
/// after it needs the key, and the survey stays in the list of those to purge until both are gone.
pub(super) fn finish_closing(site: &Site, id: SurveyId) -> Outcome<()> {
    let destroyed = site.keys.destroy(id).map_err(Failed::Keys);
    site.store.purge()?;
    destroyed?;
    site.store.write(|db| store::survey::mark_purged(db, id))?;
    Ok(())
}

/// Does what the calendar asks for: finishes closings that were interrupted, stops surveys whose last day is over, closes those
/// whose collecting days are over.
///
/// # Errors
/// The first failure; what it does not concern is done all the same, and it is tried again next time.
pub fn follow_calendar(site: &Site) -> Outcome<()> {
    let mut outcome = Ok(());
    for id in site.store.read(store::survey::list_to_purge)? {
        outcome = outcome.and(finish_closing(site, id));
    }
    let today = site.clock.today();
    let taking = |db: &mut store::Database| {
        Ok([store::survey::list_in(db, State::Open)?, store::survey::list_in(db, State::Collecting)?].concat())
    };
    for survey in site.store.read(taking)? {
        outcome = outcome.and(match survey.state {
            State::Open if today > survey.closes_on => stop_survey(site, survey.id),
            State::Collecting if today > last_late_day(survey.closes_on, survey.collecting_days) => close_survey(site, survey.id),
            _ => Ok(()),
        });
    }
    outcome
}
