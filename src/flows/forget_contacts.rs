//! Contacts are deleted on schedule after their survey has closed.

use super::close_survey::finish_closing;
use super::{Outcome, Refused};
use crate::ids::SurveyId;
use crate::site::Site;
use crate::store;
use crate::survey::State;
use chrono::{Days, NaiveDate};

/// Deletes the contacts of a closed survey now and purges what is left of them in the files; how many they were.
/// Old links keep their page. Doing it twice deletes nothing more.
///
/// # Errors
/// Refused when the survey is not closed.
pub fn forget_contacts(site: &Site, survey: SurveyId) -> Outcome<usize> {
    let state = site.survey(survey)?.state;
    if state != State::Closed {
        return Err(Refused::WrongState(state).into());
    }
    let forgotten = site.store.write(|db| store::contact::forget(db, survey))?;
    if forgotten > 0 {
        // Interrupted here, the calendar does it.
        finish_closing(site, survey)?;
    }
    Ok(forgotten)
}

/// The day on which the contacts of a survey closed on that day are deleted without being asked.
pub fn forgotten_on(site: &Site, closed_on: NaiveDate) -> NaiveDate {
    closed_on + Days::new(site.config.forget_contacts_days.into())
}

/// Deletes the contacts of every survey whose time has come (`privacy.forget_contacts_days` after closing); how many they were.
///
/// # Errors
/// The first failure; the other surveys' contacts are deleted all the same.
pub fn forget_due_contacts(site: &Site) -> Outcome<usize> {
    let today = site.clock.today();
    let due = site.store.read(|db| {
        let mut due = Vec::new();
        for survey in store::survey::list_in(db, State::Closed)? {
            let closed_on = store::survey::plan(db, survey.id)?.closed_on;
            if closed_on.is_some_and(|day| forgotten_on(site, day) <= today) && store::contact::count(db, survey.id)? > 0 {
                due.push(survey.id);
            }
        }
        Ok(due)
    })?;
    let outcomes: Vec<Outcome<usize>> = due.into_iter().map(|survey| forget_contacts(site, survey)).collect();
    outcomes.into_iter().sum()
}
