//! The head of a charter as it is typed in fields: read, and written into them again.

use super::typed::TypedFields;
use super::words::weekday_key;
use crate::charter::{Charter, QualityFactor, Standard, WorkingDays};
use crate::language::{list, read_day, say_with};
use crate::text::Language;
use crate::web::staff::field::{Mistake, in_language};
use crate::web::staff::posted::Posted;
use chrono::{Datelike, NaiveDate, Weekday};

/// The days of the week, Monday first.
pub(super) const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
/// The most factors that a page has fields for.
const MOST_FACTORS: usize = 200;

/// Reads a head into a charter, or tells everything that is wrong with it.
pub(super) fn read(posted: &Posted, charter: &Charter, language: &Language) -> Result<Charter, Vec<Mistake>> {
    let mut typed = TypedFields { posted, language, languages: &charter.languages, mistakes: Vec::new() };
    let title = typed.texts("title", true);
    let (code, act) = (typed.code("code"), typed.text("act"));
    let approved_on = read_day(posted.value("approved_on"));
    if approved_on.is_none() {
        typed.refuse("approved_on", "staff-wrong-day");
    }
    let valid_from = typed.year("valid_from");
    let valid_to = if posted.value("valid_to").is_empty() { None } else { typed.year("valid_to") };
    let calendar = read_calendar(&mut typed);
    let factors = read_factors(&mut typed);
    refuse_missing_factors(&mut typed, &factors, charter);
    let read = || {
        let (code, approved_on, valid_from) = (code?, approved_on?, valid_from?);
        let read = Charter { code, title, act, approved_on, valid_from, valid_to, calendar, factors, ..charter.clone() };
        Some(read.in_languages(languages(posted, charter)))
    };
    match read() {
        Some(charter) if typed.mistakes.is_empty() => Ok(charter),
        _ => Err(typed.mistakes),
    }
}

/// The languages to offer: those of the charter, then what the shipped questionnaires speak.
pub(super) fn offered(charter: &Charter) -> Vec<Language> {
    let shipped = ["it", "en", "de", "fr", "sl"].into_iter().filter_map(Language::parse);
    let more = shipped.filter(|own| !charter.languages.contains(own));
    charter.languages.iter().cloned().chain(more).collect()
}

/// The languages that were ticked. The first stays: it stands in for every text that another lacks.
fn languages(posted: &Posted, charter: &Charter) -> Vec<Language> {
    let ticked = |own: &Language| posted.all("languages").any(|code| code == own.as_str());
    let first = charter.languages.first();
    offered(charter).into_iter().filter(|own| Some(own) == first || ticked(own)).collect()
}

fn read_calendar(typed: &mut TypedFields) -> Option<WorkingDays> {
    let ticked =
        |day: &Weekday| typed.posted.all("weekdays").any(|code| weekday_key(*day).trim_start_matches("weekday-") == code);
    let weekdays: Vec<Weekday> = WEEKDAYS.into_iter().filter(ticked).collect();
    let local = read_list(typed, "local", "charters-no-local", day_of_every_year);
    let closed = read_list(typed, "closed", "charters-no-closed", read_day);
    if weekdays.is_empty() && !(local.is_empty() && closed.is_empty()) {
        typed.refuse("weekdays", "fault-no-weekday");
    }
    (!weekdays.is_empty()).then_some(WorkingDays { weekdays, local, closed })
}

/// What stands between commas, semicolons or ends of line.
fn read_list<T>(typed: &mut TypedFields, field: &str, key: &str, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let entries = typed.posted.value(field).split([',', ';', '\n']).map(str::trim).filter(|entry| !entry.is_empty());
    let mut found = Vec::new();
    for entry in entries.map(ToOwned::to_owned).collect::<Vec<_>>() {
        match read(&entry) {
            Some(value) => found.push(value),
            None => {
                let words = say_with(typed.language, key, &[("typed", entry.as_str().into())]);
                typed.refuse_in_words(field, words);
            }
        }
    }
    found
}

/// `24/6` is the 24th of June: month and day.
fn day_of_every_year(typed: &str) -> Option<(u32, u32)> {
    let (day, month) = typed.split_once('/')?;
    let day = NaiveDate::from_ymd_opt(2024, month.trim().parse().ok()?, day.trim().parse().ok()?)?;
    Some((day.month(), day.day()))
}

/// The factors; a row left empty is none.
fn read_factors(typed: &mut TypedFields) -> Vec<QualityFactor> {
    let mut factors: Vec<QualityFactor> = Vec::new();
    for number in 1..=MOST_FACTORS {
        let (code_field, label) = (format!("factor_code_{number}"), format!("factor_label_{number}"));
        if is_empty(typed.posted, number) {
            continue;
        }
        let (code, label) = (typed.code(&code_field), typed.texts(&label, true));
        let Some(code) = code else { continue };
        if factors.iter().any(|own| own.code == code) {
            typed.refuse(&code_field, "charters-factor-twice");
        } else {
            factors.push(QualityFactor { code, label });
        }
    }
    factors
}

fn is_empty(posted: &Posted, number: usize) -> bool {
    let (code, label) = (format!("factor_code_{number}"), format!("factor_label_{number}_"));
    let own = posted.fields.iter().filter(|(name, _)| *name == code || name.starts_with(&label));
    own.into_iter().all(|(_, value)| value.trim().is_empty())
}

/// A promise must not name a factor that is there no more.
fn refuse_missing_factors(typed: &mut TypedFields, factors: &[QualityFactor], charter: &Charter) {
    let gone = charter.factors.iter().filter(|own| !factors.iter().any(|kept| kept.code == own.code));
    for factor in gone {
        let uses = |standard: &&Standard| standard.factor.as_ref() == Some(&factor.code);
        let fallback = charter.languages.first().unwrap_or(typed.language);
        let title = |standard: &Standard| standard.title.get(typed.language, fallback).to_owned();
        let goals: Vec<String> = charter.standards.iter().filter(uses).map(title).collect();
        if !goals.is_empty() {
            let values =
                [("factor", factor.label.get(typed.language, fallback).into()), ("goals", list(typed.language, &goals).into())];
            typed.refuse_in_words("factors", say_with(typed.language, "charters-factor-used", &values));
        }
    }
}

/// How many rows of factors were typed.
pub(super) fn factors_typed(posted: &Posted) -> usize {
    (1..=MOST_FACTORS).rev().find(|number| !is_empty(posted, *number)).unwrap_or(0)
}

/// A head as if it had just been typed.
pub(super) fn as_typed(charter: &Charter) -> Posted {
    let mut posted = Posted::default();
    for (language, text) in charter.title.iter() {
        posted.put(&in_language("title", language), text.to_owned());
    }
    posted.fields.extend(charter.languages.iter().map(|own| ("languages".to_owned(), own.to_string())));
    posted.put("code", charter.code.to_string());
    posted.put("act", charter.act.clone());
    posted.put("approved_on", charter.approved_on.to_string());
    posted.put("valid_from", charter.valid_from.to_string());
    posted.put("valid_to", charter.valid_to.map(|year| year.to_string()).unwrap_or_default());
    if let Some(days) = &charter.calendar {
        for day in &days.weekdays {
            posted.fields.push(("weekdays".to_owned(), weekday_key(*day).trim_start_matches("weekday-").to_owned()));
        }
        let local: Vec<String> = days.local.iter().map(|(month, day)| format!("{day}/{month}")).collect();
        let closed: Vec<String> = days.closed.iter().map(|day| day.format("%d/%m/%Y").to_string()).collect();
        posted.put("local", local.join(", "));
        posted.put("closed", closed.join(", "));
    }
    for (at, factor) in charter.factors.iter().enumerate() {
        let number = at + 1;
        posted.put(&format!("factor_code_{number}"), factor.code.to_string());
        for (language, text) in factor.label.iter() {
            posted.put(&in_language(&format!("factor_label_{number}"), language), text.to_owned());
        }
    }
    posted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter;
    use crate::form::catalog;
    use crate::text::Code;

    #[test]
    fn what_is_shown_in_the_fields_and_sent_back_changes_nothing() {
        let univer = include_str!("../../../../tests/fixtures/univer-charter.toml");
        for source in [catalog::charter("carta-urp").unwrap().as_ref(), univer] {
            let mut charter = charter::parse("c", source).unwrap();
            if let Some(days) = &mut charter.calendar {
                days.local.push((2, 29));
                days.closed.extend(NaiveDate::from_ymd_opt(2026, 8, 14));
            }
            // None of many is lost.
            let label = charter.title.clone();
            let more = (0..60).filter_map(|number| Code::parse(&format!("another_{number}")));
            charter.factors.extend(more.map(|code| QualityFactor { code, label: label.clone() }));
            assert_eq!(read(&as_typed(&charter), &charter, &Language::italian()), Ok(charter.clone()));
        }
    }

    #[test]
    fn closures_without_a_working_day_are_no_calendar() {
        let charter = charter::parse("c", &catalog::charter("carta-urp").unwrap()).unwrap();
        let mut posted = as_typed(&charter);
        posted.fields.retain(|(name, _)| name != "weekdays");
        let mistakes = read(&posted, &charter, &Language::italian()).unwrap_err();
        assert_eq!(mistakes.iter().map(|mistake| mistake.field.as_str()).collect::<Vec<_>>(), ["weekdays"]);
    }
}
