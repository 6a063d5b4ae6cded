//! What the cases of a register make of a promise: how many kept it, of how many.

use super::{Case, Setting};
use crate::charter::{Days, Kept, Measure};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// What the cases of a register come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Count {
    /// The cases that kept the promise, or the mean of the values.
    pub value: f64,
    /// The cases that count.
    pub cases: u64,
    /// The standard deviation of the values, by one less than their number; `None` for shares and for a single case.
    pub deviation: Option<f64>,
    /// Open cases whose limit has not passed yet: they do not count.
    pub not_yet_due: u64,
    /// Open cases whose limit has passed: they count as missed.
    pub overdue: u64,
    /// Calls that nobody answered: of a share they count as missed, in a mean they have no value and do not count.
    pub unanswered: u64,
    /// Working days of which the register says nothing. They count, as closed, only where staff say so.
    pub missing: Vec<NaiveDate>,
    /// Days in the register that are no working days: they do not count, whether the office was open or not.
    pub outside: Vec<NaiveDate>,
}

/// Counts the cases of a register.
pub fn count(cases: &[Case], setting: &Setting<'_>) -> Count {
    match setting.measure {
        Measure::Mean { .. } => mean_of(cases),
        Measure::Share(Kept::Noted) => share(cases.iter().map(|case| case.kept == Some(true))),
        Measure::Share(Kept::Within { limit, .. }) => {
            let found = share(cases.iter().map(|case| case.value.is_some_and(|value| value <= *limit)));
            Count { unanswered: number(cases.iter().filter(|case| case.value.is_none()).count()), ..found }
        }
        Measure::Share(Kept::Open) => opening_days(cases, setting),
        Measure::Share(Kept::Answered { within, days }) => answered(cases, setting, *within, *days),
    }
}

fn share(kept: impl Iterator<Item = bool>) -> Count {
    kept.fold(Count::default(), |count, kept| Count {
        value: count.value + f64::from(u8::from(kept)),
        cases: count.cases + 1,
        ..count
    })
}

fn mean_of(cases: &[Case]) -> Count {
    let values: Vec<f64> = cases.iter().filter_map(|case| case.value).collect();
    let unanswered = number(cases.len() - values.len());
    if values.is_empty() {
        return Count { unanswered, ..Count::default() };
    }
    #[allow(clippy::cast_precision_loss)] // Cases of a year stay far below 2^53.
    let cases = values.len() as f64;
    let mean = values.iter().sum::<f64>() / cases;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    let deviation = (values.len() > 1).then(|| (squares / (cases - 1.0)).sqrt());
    Count { value: mean, cases: number(values.len()), deviation, unanswered, ..Count::default() }
}

/// The days from the 1st of January to the day up to which the register is kept. That day itself is missed only once it is over:
/// where the register says nothing of it, the span ends the day before.
fn opening_days(cases: &[Case], setting: &Setting<'_>) -> Count {
    let Some(calendar) = setting.calendar else { return Count::default() };
    let (within, outside): (Vec<&Case>, Vec<&Case>) = cases.iter().partition(|case| calendar.is_working(case.happened_on));
    let noted: BTreeSet<NaiveDate> = within.iter().map(|case| case.happened_on).collect();
    let begins = NaiveDate::from_ymd_opt(setting.year, 1, 1).unwrap_or(setting.as_of);
    let ends = NaiveDate::from_ymd_opt(setting.year, 12, 31).map_or(setting.as_of, |last| {
        let told = if noted.contains(&setting.as_of) { Some(setting.as_of) } else { setting.as_of.pred_opt() };
        told.unwrap_or(setting.as_of).min(last)
    });
    let missing: Vec<NaiveDate> = calendar.among(begins..=ends).filter(|day| !noted.contains(day)).collect();
    let mut found = share(within.iter().map(|case| case.kept == Some(true)));
    if setting.missing_days_closed {
        found.cases += number(missing.len());
    }
    let mut outside: Vec<NaiveDate> = outside.iter().map(|case| case.happened_on).collect();
    outside.sort_by_key(|day| (day.year(), day.ordinal()));
    Count { missing, outside, ..found }
}

fn answered(cases: &[Case], setting: &Setting<'_>, within: u32, days: Days) -> Count {
    let elapsed = |from: NaiveDate, to: NaiveDate| match (days, setting.calendar) {
        (Days::Working, Some(calendar)) => calendar.between(from, to),
        _ => u64::try_from((to - from).num_days()).unwrap_or_default(),
    };
    let limit = u64::from(within);
    let mut found = Count::default();
    for case in cases {
        let days = elapsed(case.happened_on, case.settled_on.unwrap_or(setting.as_of));
        match case.settled_on {
            // On the last day itself there is still time.
            None if days <= limit => found.not_yet_due += 1,
            None => {
                found.overdue += 1;
                found.cases += 1;
            }
            Some(_) => {
                found.cases += 1;
                found.value += f64::from(u8::from(days <= limit));
            }
        }
    }
    found
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
