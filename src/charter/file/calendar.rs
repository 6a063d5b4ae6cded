//! The working days of a charter file.

use crate::charter::WorkingDays;
use crate::fault::Said;
use crate::fault::hint_among;
use crate::fault::typed::{Entries, Source};
use chrono::{NaiveDate, Weekday};

/// The words of the file for the days of the week.
pub(super) const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

pub(super) fn read_calendar(source: &Source<'_>, entries: Entries<'_>) -> Option<WorkingDays> {
    let weekdays = read_weekdays(source, &entries);
    let mut local = Vec::new();
    for typed in entries.strings("local") {
        match month_and_day(&typed.value) {
            Some(day) => local.push(day),
            None => {
                let message = Said::new("fault-not-a-holiday").with("typed", typed.value.as_str());
                source.fault(typed.range, message, "fault-hint-holiday");
            }
        }
    }
    let closed = entries.days("closed").into_iter().map(|typed| typed.value).collect();
    entries.finish();
    Some(WorkingDays { weekdays: weekdays?, local, closed })
}

fn read_weekdays(source: &Source<'_>, entries: &Entries<'_>) -> Option<Vec<Weekday>> {
    if !entries.has("weekdays") {
        entries.missing("weekdays", "fault-hint-add-weekdays");
        return None;
    }
    let typed = entries.strings("weekdays");
    if typed.is_empty() {
        source.fault(entries.range_of("weekdays"), "fault-no-weekday", "fault-hint-add-weekdays");
    }
    let mut weekdays = Vec::new();
    for typed in typed {
        match WEEKDAYS.iter().find(|(word, _)| *word == typed.value) {
            Some((_, day)) if weekdays.contains(day) => {}
            Some((_, day)) => weekdays.push(*day),
            None => {
                let known: Vec<&str> = WEEKDAYS.iter().map(|(word, _)| *word).collect();
                let message = Said::new("fault-unknown-word").with("key", "weekdays").with("typed", typed.value.as_str());
                source.fault(typed.range, message, hint_among(&typed.value, &known));
            }
        }
    }
    weekdays.sort_by_key(Weekday::num_days_from_monday);
    Some(weekdays).filter(|weekdays| !weekdays.is_empty())
}

/// A day of every year, written month-day: `06-24`. The 29th of February is one.
fn month_and_day(typed: &str) -> Option<(u32, u32)> {
    let leap_year = 2024;
    let (month, day) = typed.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    NaiveDate::from_ymd_opt(leap_year, month, day).map(|_| (month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_holiday_of_every_year_is_a_month_and_a_day() {
        assert_eq!(month_and_day("06-24"), Some((6, 24)));
        assert_eq!(month_and_day("2-29"), Some((2, 29)));
        assert_eq!(["24-06", "06", "06-31", "giugno-24", "2026-06-24"].map(month_and_day), [None; 5]);
    }
}
