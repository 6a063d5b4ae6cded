//! Adjusting a survey in the field: its title, its last day, the days for paper, and how many responses are wanted.
//!
//! What was sealed at opening stays: form, charter, universe and threshold have no way to change here. The planned number of
//! responses was sealed too, and a verdict may name it; so a change of it needs a reason and puts a new seal beside the first.

use super::open_survey::{append_seal, rules_of};
use super::{Outcome, Refused, Stop};
use crate::ids::SurveyId;
use crate::site::Site;
use crate::store;
use crate::store::survey::Adjustment;
use crate::survey::{State, Survey, last_late_day};
use chrono::NaiveDate;

/// Adjusts an open or collecting survey. `reason` is for the seal; it is needed only where the planned number changes.
///
/// # Errors
/// Refused for a draft or a closed survey, and for days that are over or do not fit.
pub fn adjust_survey(site: &Site, id: SurveyId, wanted: &Adjustment, reason: &str) -> Outcome<()> {
    let (today, now) = (site.clock.today(), site.clock.now());
    let reason = reason.trim();
    let adjusted = site.store.write(|db| -> Result<(), Stop> {
        // Of two who adjust at the same moment the second sees what the first planned, and needs its own reason.
        let survey = store::survey::hold_alone(db, id)?;
        check(&survey, wanted, today)?;
        let replanned = store::survey::plan(db, id)?.planned_responses != wanted.planned_responses;
        if replanned && reason.is_empty() {
            return Err(Refused::Invalid("reason", "refused-no-reason").into());
        }
        if !store::survey::adjust(db, id, survey.state, wanted)? {
            return Err(Refused::WrongState(survey.state).into());
        }
        if replanned {
            let rules = rules_of(db, &survey)?;
            append_seal(db, id, &rules, reason, now)?;
        }
        Ok(())
    });
    site.forget_surveys();
    adjusted
}

fn check(survey: &Survey, wanted: &Adjustment, today: NaiveDate) -> Result<(), Refused> {
    let invalid = |field, key| Err(Refused::Invalid(field, key));
    if wanted.title.trim().is_empty() {
        return invalid("title", "refused-empty");
    }
    match survey.state {
        State::Draft | State::Closed => return Err(Refused::WrongState(survey.state)),
        // Whoever was told that answering is over would find it open again; only paper may still be waited for.
        State::Collecting if wanted.closes_on != survey.closes_on => return invalid("closes_on", "refused-last-day-over"),
        State::Collecting => {
            let (before, after) = (survey.collecting_days, wanted.collecting_days);
            if before != after && last_late_day(wanted.closes_on, after) < today {
                return invalid("collecting_days", "refused-paper-days-over");
            }
        }
        State::Open if wanted.closes_on < survey.opens_on => return invalid("closes_on", "refused-closes-before-opening"),
        State::Open if wanted.closes_on < today && wanted.closes_on != survey.closes_on => {
            return invalid("closes_on", "refused-last-day-past");
        }
        State::Open => {}
    }
    Ok(())
}
