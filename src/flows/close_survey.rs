//! Closing: no more answers, and from then on nobody can link an answer to an invitation.

use super::{Failed, Outcome, Refused};
use crate::ids::SurveyId;
use crate::site::Site;
use crate::store::{self, StoreError};
use crate::survey::State;

/// Ends answering; kiosk queues and paper are still taken for the survey's collecting days.
///
/// # Errors
/// Refused when it is not open.
pub fn stop_survey(site: &Site, id: SurveyId) -> Outcome<()> {
    let state = site.survey(id)?.state;
    state.stop().map_err(|wrong| Refused::WrongState(wrong.state))?;
    change(site, id, state, State::Collecting)
}

/// Closes: state first, then responses are rewritten under random ids and the old copies purged, then the key is destroyed.
/// Each step may be repeated, so a closing that was interrupted is finished by closing again.
///
/// # Errors
/// Refused from draft.
pub fn close_survey(site: &Site, id: SurveyId) -> Outcome<()> {
    let state = site.survey(id)?.state;
    let interrupted = state == State::Closed && site.keys.survey(id).is_some();
    if !interrupted {
        state.close().map_err(|wrong| Refused::WrongState(wrong.state))?;
        let today = site.clock.today();
        let closed = site.store.write(|db| store::survey::close(db, id, state, today));
        site.forget_surveys();
        if !closed? {
            return Err(Refused::WrongState(site.survey(id)?.state).into());
        }
    }
    site.store.write(|db| -> Result<(), StoreError> {
        store::letter::cancel_all(db, id)?;
        store::response::rewrite_under_random_ids(db, id).map(|_| ())
    })?;
    site.store.purge()?;
    site.keys.destroy(id).map_err(Failed::Keys)?;
    Ok(())
}

/// Does what the calendar asks for: stops surveys whose last day is over and closes those whose collecting days are over.
///
/// # Errors
/// The first failure; the rest is done next time.
pub fn follow_calendar(site: &Site) -> Outcome<()> {
    let today = site.clock.today();
    let taking = |db: &mut store::Database| {
        Ok([store::survey::list_in(db, State::Open)?, store::survey::list_in(db, State::Collecting)?].concat())
    };
    for survey in site.store.read(taking)? {
        let last_late_day = survey.closes_on + chrono::Days::new(survey.collecting_days.into());
        match survey.state {
            State::Open if today > survey.closes_on => stop_survey(site, survey.id)?,
            State::Collecting if today > last_late_day => close_survey(site, survey.id)?,
            _ => {}
        }
    }
    Ok(())
}

fn change(site: &Site, id: SurveyId, from: State, to: State) -> Outcome<()> {
    let changed = site.store.write(|db| store::survey::change_state(db, id, from, to));
    site.forget_surveys();
    if changed? { Ok(()) } else { Err(Refused::WrongState(site.survey(id)?.state).into()) }
}
