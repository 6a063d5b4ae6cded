//! What the office keys in besides answers: operational readings, figures of past years, improvement actions.

use super::plan_survey::edition_of;
use super::{Outcome, Refused, thing};
use crate::charter::Measurement;
use crate::follow_up::ActionState;
use crate::ids::{ActionId, EditionId};
use crate::site::Site;
use crate::store::improvement_action::NewAction;
use crate::store::past_figure::PastFigure;
use crate::store::{self, StoreError};
use crate::text::Code;

/// Nobody surveyed public offices before.
const EARLIEST_YEAR: i32 = 1950;
/// The longest cause of a missed goal, in characters: a paragraph of the report.
const MOST_CAUSE_CHARACTERS: usize = 1_500;

/// Records an operational reading; the same standard again replaces it.
///
/// # Errors
/// Refused when the value lies outside what its cases allow, or a part of a case is counted.
pub fn record_measurement(site: &Site, edition: EditionId, measurement: &Measurement, is_share: bool) -> Outcome<()> {
    #[allow(clippy::cast_precision_loss)] // Cases of a year stay far below 2^53.
    let cases = measurement.cases as f64;
    let fits = measurement.value.is_finite() && measurement.value >= 0.0 && (!is_share || measurement.value <= cases);
    if !fits {
        return Err(Refused::Invalid("value", "refused-measurement-range").into());
    }
    if is_share && measurement.value.fract() != 0.0 {
        return Err(Refused::Invalid("value", "refused-cases-not-whole").into());
    }
    if measurement.cases == 0 {
        return Err(Refused::Invalid("cases", "refused-no-cases").into());
    }
    Ok(site.store.write(|db| store::measurement::replace(db, edition, measurement))?)
}

/// Records a figure of a past year; the same item again replaces it.
///
/// # Errors
/// Refused when more are satisfied than answered, or nothing is stated.
pub fn record_past_figure(site: &Site, edition: EditionId, figure: &PastFigure) -> Outcome<()> {
    check_past(figure)?;
    Ok(site.store.write(|db| store::past_figure::replace(db, edition, figure))?)
}

fn check_past(figure: &PastFigure) -> Result<(), Refused> {
    if figure.base == 0 {
        return Err(Refused::Invalid("base", "refused-no-cases"));
    }
    if figure.satisfied.is_some_and(|satisfied| satisfied > figure.base) {
        return Err(Refused::Invalid("satisfied", "refused-more-than-base"));
    }
    if figure.satisfied.is_none() && figure.mean.is_none() {
        return Err(Refused::Invalid("satisfied", "refused-empty"));
    }
    Ok(())
}

/// Records a figure of a year before an edition. The year is made where there is none, and compared with where nothing else is.
///
/// # Errors
/// Refused when the year is not before the edition's, or the figure is none: see [`record_past_figure`].
pub fn record_past_year(site: &Site, edition: EditionId, year: i32, figure: &PastFigure) -> Outcome<()> {
    let own = match site.store.read(|db| store::edition::find(db, edition)) {
        Ok(own) => own,
        Err(StoreError::NotFound) => return Err(Refused::NotThere(thing::EDITION).into()),
        Err(error) => return Err(error.into()),
    };
    if year >= own.year || year < EARLIEST_YEAR {
        return Err(Refused::Invalid("year", "refused-year-not-before").into());
    }
    check_past(figure)?;
    let earlier = edition_of(site, own.office, year)?;
    record_past_figure(site, earlier, figure)?;
    if own.compared_with.is_none() {
        site.store.write(|db| store::edition::compare_with(db, edition, Some(earlier)))?;
    }
    Ok(())
}

/// Records why a goal was missed, in the office's own words; an empty text takes it back.
///
/// # Errors
/// Refused when it is longer than a paragraph of a report.
pub fn record_cause(site: &Site, edition: EditionId, standard: &Code, cause: &str) -> Outcome<()> {
    let cause = cause.trim();
    if cause.chars().count() > MOST_CAUSE_CHARACTERS {
        return Err(Refused::Invalid("cause", "refused-cause-long").into());
    }
    Ok(site.store.write(|db| store::goal_cause::replace(db, edition, standard, cause))?)
}

/// Promises an improvement action.
///
/// # Errors
/// Refused when it does not say what or who.
pub fn promise_action(site: &Site, edition: EditionId, action: &NewAction) -> Outcome<ActionId> {
    for (field, text) in [("what", &action.what), ("owner", &action.owner)] {
        if text.trim().is_empty() {
            return Err(Refused::Invalid(field, "refused-empty").into());
        }
    }
    Ok(site.store.write(|db| store::improvement_action::insert(db, edition, action))?)
}

/// Tells what became of an action.
///
/// # Errors
/// Refused when a finished action does not say its outcome, or there is none such.
pub fn conclude_action(site: &Site, action: ActionId, state: ActionState, outcome: &str) -> Outcome<()> {
    if state != ActionState::Planned && outcome.trim().is_empty() {
        return Err(Refused::Invalid("outcome", "refused-empty").into());
    }
    let changed = site.store.write(|db| {
        let before = store::improvement_action::find(db, action)?;
        store::improvement_action::change_state(db, action, before.state, state, outcome.trim())
    });
    match changed {
        Ok(true) => Ok(()),
        Ok(false) | Err(StoreError::NotFound) => Err(Refused::NotThere(thing::ACTION).into()),
        Err(error) => Err(error.into()),
    }
}
