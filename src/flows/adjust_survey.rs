//! Adjusting a survey in the field: its title, its last day, the days for paper, and how many responses are wanted.
//!
//! What was sealed at opening stays readable: form and universe have no way to change here, and a change of the goals, the
//! weighting, the threshold or the planned number of responses needs a reason and puts a new seal beside the first. After the
//! last answer nothing of it changes any more: the results are known.

use super::open_survey::{append_seal, rules_of};
use super::{Outcome, Refused, Stop, thing};
use crate::ids::SurveyId;
use crate::site::Site;
use crate::store::survey::{Adjustment, Plan};
use crate::store::{self, Database};
use crate::survey::{State, Survey, Weighting, last_late_day};
use chrono::NaiveDate;

/// Adjusts an open or collecting survey. `reason` is for the seal; it is needed only where something changes that was sealed.
///
/// # Errors
/// Refused for a draft or a closed survey, and for days that are over or do not fit.
pub fn adjust_survey(site: &Site, id: SurveyId, wanted: &Adjustment, reason: &str) -> Outcome<()> {
    let (today, now) = (site.clock.today(), site.clock.now());
    let reason = reason.trim();
    let adjusted = site.store.write(|db| -> Result<(), Stop> {
        let edition = store::survey::find(db, id)?.edition;
        store::edition::hold_alone(db, edition)?;
        // Of two who adjust at the same moment the second sees what the first planned, and needs its own reason.
        let survey = store::survey::hold_alone(db, id)?;
        check(&survey, wanted, today)?;
        let plan = store::survey::plan(db, id)?;
        check_rules(db, &survey, &plan, wanted)?;
        let before = (plan.charter, plan.weighting, plan.privacy_threshold, plan.planned_responses);
        let resealed = before != (wanted.charter, wanted.weighting, wanted.privacy_threshold, wanted.planned_responses);
        if resealed && reason.is_empty() {
            return Err(Refused::Invalid("reason", "refused-no-reason").into());
        }
        if !store::survey::adjust(db, id, survey.state, wanted)? {
            return Err(Refused::WrongState(survey.state).into());
        }
        if resealed {
            let rules = rules_of(db, &survey)?;
            append_seal(db, id, &rules, reason, now)?;
        }
        Ok(())
    });
    site.forget_surveys();
    adjusted
}

/// The charter is the office's own; users are known where answers count for them; citizens were promised the threshold.
fn check_rules(db: &mut Database, survey: &Survey, plan: &Plan, wanted: &Adjustment) -> Result<(), Stop> {
    if wanted.privacy_threshold < plan.privacy_threshold {
        return Err(Refused::Invalid("privacy_threshold", "refused-threshold-lowered").into());
    }
    if let Some(charter) = wanted.charter.filter(|_| wanted.charter != plan.charter) {
        let office = store::edition::find(db, survey.edition)?.office;
        if store::charter::list(db, office)?.iter().all(|own| own.id != charter) {
            return Err(Refused::NotThere(thing::CHARTER).into());
        }
    }
    if wanted.weighting == Weighting::Channel {
        let universe = store::universe::find(db, survey.id)?;
        if survey.channels.iter().any(|channel| universe.of(*channel).unwrap_or(0) == 0) {
            return Err(Refused::Invalid("weighting", "refused-weighting-universe").into());
        }
    }
    Ok(())
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
