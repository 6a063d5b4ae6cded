//! What the office keys in besides answers: operational readings, figures of past years, improvement actions.

use super::plan_survey::edition_of;
use super::{Outcome, Refused, Stop, thing};
use crate::charter::{Coverage, Measure, Measurement};
use crate::follow_up::ActionState;
use crate::ids::{ActionId, EditionId};
use crate::site::Site;
use crate::store::improvement_action::NewAction;
use crate::store::past_figure::PastFigure;
use crate::store::{self, StoreError};
use crate::survey::Edition;
use crate::text::Code;

/// Nobody surveyed public offices before.
const EARLIEST_YEAR: i32 = 1950;
/// The longest cause of a missed goal, in characters: a paragraph of the report.
const MOST_CAUSE_CHARACTERS: usize = 1_500;

/// Records an operational reading; the same standard again replaces it.
///
/// # Errors
/// Refused when the value lies outside what its cases allow, a part of a case is counted, or a sample's mean comes without its
/// spread; and when it takes the place of a register's reading but says that it comes from there.
pub fn record_measurement(
    site: &Site,
    edition: EditionId,
    measurement: &Measurement,
    measure: &Measure,
    coverage: Coverage,
) -> Outcome<()> {
    check_reading(measurement, measure, coverage)?;
    let (kept, registers) =
        site.store.read(|db| Ok((store::measurement::list(db, edition)?, store::register::count(db, edition)?)))?;
    let has_register = registers.iter().any(|(own, _)| own == measurement.standard.as_str());
    if has_register && kept.iter().any(|kept| borrows_its_source(measurement, kept)) {
        return Err(Refused::Invalid("note", "register-note-stale").into());
    }
    Ok(site.store.write(|db| store::measurement::replace(db, edition, measurement))?)
}

pub(super) fn check_reading(reading: &Measurement, measure: &Measure, coverage: Coverage) -> Result<(), Refused> {
    #[allow(clippy::cast_precision_loss)] // Cases of a year stay far below 2^53.
    let most = if matches!(measure, Measure::Share(_)) { reading.cases as f64 } else { f64::MAX };
    if !(0.0..=most).contains(&reading.value) {
        return Err(Refused::Invalid("value", "refused-measurement-range"));
    }
    if matches!(measure, Measure::Share(_)) && reading.value.fract() != 0.0 {
        return Err(Refused::Invalid("value", "refused-cases-not-whole"));
    }
    if reading.cases == 0 {
        return Err(Refused::Invalid("cases", "refused-no-cases"));
    }
    check_spread("deviation", reading.deviation)?;
    // Without it nothing could be said about the promise; a single case has none.
    if !matches!(measure, Measure::Share(_)) && coverage == Coverage::Sample && reading.cases > 1 && reading.deviation.is_none() {
        return Err(Refused::Invalid("deviation", "refused-no-deviation"));
    }
    Ok(())
}

/// Whether other numbers are said to come from where the kept ones came from.
fn borrows_its_source(new: &Measurement, kept: &Measurement) -> bool {
    let differs = (new.value, new.cases) != (kept.value, kept.cases);
    new.standard == kept.standard && new.note == kept.note && differs
}

/// A negative spread would turn the bounds round.
fn check_spread(field: &'static str, deviation: Option<f64>) -> Result<(), Refused> {
    let fits = deviation.is_none_or(|deviation| (0.0..=f64::MAX).contains(&deviation));
    if fits { Ok(()) } else { Err(Refused::Invalid(field, "refused-deviation-range")) }
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
    check_spread("spread", figure.deviation)
}

/// Records a figure of a year before an edition. The year is made where there is none, and compared with where nothing else is,
/// or only an earlier year that was keyed in as well.
///
/// # Errors
/// Refused when the year is not before the edition's, or the figure is none: see [`record_past_figure`].
pub fn record_past_year(site: &Site, edition: EditionId, year: i32, figure: &PastFigure) -> Outcome<()> {
    let own = known_edition(site, edition)?;
    if year >= own.year || year < EARLIEST_YEAR {
        return Err(Refused::Invalid("year", "refused-year-not-before").into());
    }
    check_past(figure)?;
    let earlier = edition_of(site, own.office, year)?;
    record_past_figure(site, earlier, figure)?;
    Ok(site.store.write(|db| {
        let nearer = match own.compared_with {
            None => true,
            Some(compared) => store::edition::find(db, compared)?.year < year && store::survey::list_of(db, compared)?.is_empty(),
        };
        if nearer { store::edition::compare_with(db, edition, Some(earlier)) } else { Ok(()) }
    })?)
}

fn known_edition(site: &Site, edition: EditionId) -> Outcome<Edition> {
    site.store.read(|db| store::edition::find(db, edition)).map_err(|error| match error {
        StoreError::NotFound => Refused::NotThere(thing::EDITION).into(),
        error => Stop::from(error),
    })
}

/// Records why a goal was missed, in the office's own words; an empty text takes it back.
///
/// # Errors
/// Refused when it is longer than a paragraph of a report, or there is no such edition.
pub fn record_cause(site: &Site, edition: EditionId, standard: &Code, cause: &str) -> Outcome<()> {
    let cause = cause.trim();
    if cause.chars().count() > MOST_CAUSE_CHARACTERS {
        return Err(Refused::Invalid("cause", "refused-cause-long").into());
    }
    known_edition(site, edition)?;
    Ok(site.store.write(|db| store::goal_cause::replace(db, edition, standard, cause))?)
}

/// Promises an improvement action.
///
/// # Errors
/// Refused when it does not say what or who, or there is no such edition.
pub fn promise_action(site: &Site, edition: EditionId, action: &NewAction) -> Outcome<ActionId> {
    for (field, text) in [("what", &action.what), ("owner", &action.owner)] {
        if text.trim().is_empty() {
            return Err(Refused::Invalid(field, "refused-empty").into());
        }
    }
    known_edition(site, edition)?;
    Ok(site.store.write(|db| store::improvement_action::insert(db, edition, action))?)
}

/// Tells what became of an action, from the state the person saw.
///
/// # Errors
/// Refused when a finished action does not say its outcome, somebody else told meanwhile, or there is none such on the edition's
/// page: that lists its own actions and those of the edition it is compared with.
pub fn conclude_action(
    site: &Site,
    edition: EditionId,
    action: ActionId,
    from: ActionState,
    to: ActionState,
    outcome: &str,
) -> Outcome<()> {
    if !to.is_open() && outcome.trim().is_empty() {
        return Err(Refused::Invalid("outcome", "refused-empty").into());
    }
    let changed = site.store.write(|db| {
        let on_page = [Some(edition), store::edition::find(db, edition)?.compared_with];
        let own = on_page.contains(&Some(store::improvement_action::edition_of(db, action)?));
        Ok(own && store::improvement_action::change_state(db, action, from, to, outcome.trim())?)
    });
    match changed {
        Ok(true) => Ok(()),
        Ok(false) | Err(StoreError::NotFound) => Err(Refused::NotThere(thing::ACTION).into()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::Kept;
    use crate::text::Texts;

    fn refused(value: f64, cases: u64, deviation: Option<f64>, measure: &Measure, coverage: Coverage) -> Option<&'static str> {
        let standard = Code::parse("replies").unwrap();
        match check_reading(
            &Measurement { standard, value, cases, deviation, note: String::new(), rule: String::new() },
            measure,
            coverage,
        ) {
            Err(Refused::Invalid(_, key)) => Some(key),
            other => other.map(|()| None).unwrap(),
        }
    }

    #[test]
    fn a_reading_has_the_spread_that_its_verdict_needs() {
        use Coverage::{Register, Sample};
        let days = Measure::Mean { unit: Texts::default() };
        assert_eq!(refused(3.0, 40, Some(1.5), &days, Sample), None);
        assert_eq!(refused(3.0, 40, None, &days, Sample), Some("refused-no-deviation"));
        assert_eq!(refused(3.0, 40, Some(-1.5), &days, Sample), Some("refused-deviation-range"));
        assert_eq!(refused(3.0, 40, Some(f64::NAN), &days, Register), Some("refused-deviation-range"));
        assert_eq!(refused(3.0, 40, None, &days, Register), None);
        assert_eq!(refused(3.0, 1, None, &days, Sample), None, "one case has no spread");
        assert_eq!(refused(38.0, 40, None, &Measure::Share(Kept::Noted), Sample), None);
        assert_eq!(refused(37.5, 40, None, &Measure::Share(Kept::Noted), Sample), Some("refused-cases-not-whole"));
        assert_eq!(refused(41.0, 40, None, &Measure::Share(Kept::Noted), Sample), Some("refused-measurement-range"));
        assert_eq!(refused(-1.0, 40, Some(1.0), &days, Sample), Some("refused-measurement-range"));
        assert_eq!(refused(3.0, 0, Some(1.0), &days, Sample), Some("refused-no-cases"));
    }

    #[test]
    fn a_past_figure_with_a_negative_spread_is_refused() {
        let item = "overall".to_owned();
        let figure = PastFigure { item, base: 100, satisfied: None, mean: Some(3.9), deviation: Some(-1.0), note: String::new() };
        assert!(matches!(check_past(&figure), Err(Refused::Invalid("spread", _))));
        assert!(check_past(&PastFigure { deviation: None, ..figure }).is_ok());
    }
}
