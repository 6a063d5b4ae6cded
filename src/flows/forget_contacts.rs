//! Contacts are deleted on schedule after their survey has closed, and a certificate of what was deleted stays.

use super::close_survey::finish_closing;
use super::{Outcome, Refused};
use crate::ids::SurveyId;
use crate::site::Site;
use crate::store;
use crate::store::contact_deletion::Certificate;
use crate::store::{Database, StoreError};
use crate::survey::State;
use chrono::{Days, NaiveDate};

/// Deletes the contacts of a closed survey now and purges what is left of them in the files; how many they were.
/// Old links keep their page. Doing it twice deletes nothing more.
///
/// # Errors
/// Refused when the survey is not closed.
pub fn forget_contacts(site: &Site, survey: SurveyId) -> Outcome<usize> {
    forget(site, survey, true)
}

fn forget(site: &Site, survey: SurveyId, by_hand: bool) -> Outcome<usize> {
    let state = site.survey(survey)?.state;
    if state != State::Closed {
        return Err(Refused::WrongState(state).into());
    }
    let today = site.clock.today();
    let forgotten = site.store.write(|db| delete(db, survey, today, by_hand))?;
    if forgotten > 0 {
        // Interrupted here, the calendar does it.
        finish_closing(site, survey)?;
    }
    Ok(forgotten)
}

/// Deletes, and certifies it in the same transaction; nothing is certified where nothing was there.
fn delete(db: &mut Database, survey: SurveyId, today: NaiveDate, by_hand: bool) -> Result<usize, StoreError> {
    let attributes = store::contact_attribute::list(db, survey)?;
    let values = store::contact_attribute::count_values(db, survey)?.into_iter().map(|(_, _, count)| count).sum();
    let forgotten = store::contact::forget(db, survey)?;
    if forgotten > 0 {
        store::contact_attribute::remove_all(db, survey)?;
        store::invitation_event::forget(db, survey)?;
        let certificate = Certificate {
            deleted_on: today,
            by_hand,
            contacts: u64::try_from(forgotten).unwrap_or(u64::MAX),
            invitations: store::invitation::count(db, survey)?,
            attributes: attributes.into_iter().map(|own| own.label).collect(),
            values,
        };
        store::contact_deletion::append(db, survey, &certificate)?;
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
    let now = site.clock.now();
    // The domains of receivers may name one of them.
    site.store.write(|db| store::sending::forget_old(db, now))?;
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
    let outcomes: Vec<Outcome<usize>> = due.into_iter().map(|survey| forget(site, survey, false)).collect();
    outcomes.into_iter().sum()
}
