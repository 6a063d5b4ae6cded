//! A register comes in from a file: the cases of one promise, and the year's reading that they make.

use super::read_results::read_outline;
use super::record_figures::check_reading;
use super::{Outcome, Refused, thing};
use crate::charter::register::{
    Column, Count, NoRegister, RegisterFile, RowFault, RowReason, Setting, count, headings, read_register,
};
use crate::charter::{Charter, Coverage, Indicator, Kept, Measure, Measurement, Standard};
use crate::ids::EditionId;
use crate::language::{Argument, capital, date, integer, say, say_with};
use crate::sheet::{self, SheetError};
use crate::site::Site;
use crate::store;
use crate::text::{Code, Language};
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;

/// A register as it is brought.
#[derive(Clone, Debug)]
pub struct BroughtRegister {
    /// The promise that its cases are of.
    pub standard: Code,
    /// The file.
    pub bytes: Vec<u8>,
    /// The day up to which it tells everything.
    pub as_of: NaiveDate,
    /// Whether working days of which it says nothing count as days on which the office was closed.
    pub missing_days_closed: bool,
}

/// What a register holds and comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterReport {
    /// Its cases, and the rows that are left out.
    pub file: RegisterFile,
    /// What the cases come to.
    pub count: Count,
    /// How many cases of an earlier import it puts itself in the place of.
    pub kept_before: u64,
    /// What is measured of each case.
    pub measure: Measure,
    /// The file as text, to be brought again once it was looked at.
    pub text: String,
}

impl RegisterReport {
    /// Whether there is anything to keep.
    pub fn has_cases(&self) -> bool {
        self.count.cases > 0
    }
}

/// Reads a register and tells what importing it would do. It changes nothing.
///
/// # Errors
/// Refused when it holds no register of that promise, or the promise has none.
pub fn look_at_register(site: &Site, edition: EditionId, brought: &BroughtRegister) -> Outcome<RegisterReport> {
    let looked = look(site, edition, brought)?;
    Ok(looked.report)
}

/// Imports a register: its cases in the place of those of an earlier import, and the reading that they make. The same file again
/// changes nothing but the day of the import.
///
/// # Errors
/// As [`look_at_register`], and when no case of it counts; nothing is changed then.
pub fn import_register(
    site: &Site,
    edition: EditionId,
    brought: &BroughtRegister,
    language: &Language,
) -> Outcome<RegisterReport> {
    let Looked { report, coverage, rule } = look(site, edition, brought)?;
    if !report.has_cases() {
        return Err(Refused::Invalid("register", "register-no-case-counts").into());
    }
    let reading = Measurement {
        standard: brought.standard.clone(),
        value: report.count.value,
        cases: report.count.cases,
        deviation: report.count.deviation,
        note: note(site, brought, &report, language),
        rule,
    };
    check_reading(&reading, &report.measure, coverage)?;
    site.store.write(|db| {
        store::register::replace(db, edition, &brought.standard, &report.file.cases)?;
        store::measurement::replace(db, edition, &reading)
    })?;
    Ok(report)
}

/// Takes a register away. The reading that it made stays: it is a figure of the year, the cases may speak of people.
///
/// # Errors
/// Refused when the promise has no register.
pub fn remove_register(site: &Site, edition: EditionId, standard: &Code) -> Outcome<()> {
    let removed = site.store.write(|db| store::register::remove(db, edition, standard))?;
    if removed { Ok(()) } else { Err(Refused::NotThere(thing::STANDARD).into()) }
}

struct Looked {
    report: RegisterReport,
    coverage: Coverage,
    rule: String,
}

fn look(site: &Site, edition: EditionId, brought: &BroughtRegister) -> Outcome<Looked> {
    let outline = read_outline(site, edition)?;
    let charter = outline.charter.ok_or(Refused::NotThere(thing::CHARTER))?;
    let (measure, coverage) = operational(&charter, &brought.standard).ok_or(Refused::NotThere(thing::STANDARD))?;
    let year = outline.edition.year;
    check_day(brought.as_of, year, site.clock.today())?;
    let setting = Setting {
        measure,
        year,
        as_of: brought.as_of,
        calendar: charter.calendar.as_ref(),
        missing_days_closed: brought.missing_days_closed,
    };
    let file = read_register(&brought.bytes, &setting).map_err(|reason| Refused::Invalid("register", refusal_key(&reason)))?;
    let kept = site.store.read(|db| store::register::count(db, edition))?;
    let kept_before = kept.iter().find(|(own, _)| own == brought.standard.as_str()).map_or(0, |(_, cases)| *cases);
    let text = sheet::decode(&brought.bytes).map(Cow::into_owned).unwrap_or_default();
    let report = RegisterReport { count: count(&file.cases, &setting), file, kept_before, measure: measure.clone(), text };
    let rule = measure.rule(charter.calendar.as_ref());
    Ok(Looked { report, coverage, rule })
}

fn operational<'c>(charter: &'c Charter, code: &Code) -> Option<(&'c Measure, Coverage)> {
    match charter.standards.iter().find(|standard| standard.code == *code) {
        Some(Standard { indicator: Indicator::Operational { measure, coverage }, .. }) => Some((measure, *coverage)),
        _ => None,
    }
}

/// A register tells nothing of days to come, nor of the edition's year before it began.
fn check_day(as_of: NaiveDate, year: i32, today: NaiveDate) -> Result<(), Refused> {
    if as_of > today {
        return Err(Refused::Invalid("as_of", "register-as-of-future"));
    }
    if as_of.year() < year { Err(Refused::Invalid("as_of", "register-as-of-early")) } else { Ok(()) }
}

/// Where the reading comes from, for the table of readings.
fn note(site: &Site, brought: &BroughtRegister, report: &RegisterReport, language: &Language) -> String {
    let cases = u64::try_from(report.file.cases.len()).unwrap_or(u64::MAX);
    let values: [(&str, Argument); 4] = [
        ("day", date(language, site.clock.today()).into()),
        ("until", date(language, brought.as_of).into()),
        ("count", cases.into()),
        ("number", integer(language, cases).into()),
    ];
    let mut note = say_with(language, "register-note", &values);
    let mut add = |key: &str, count: u64| {
        if count > 0 {
            note.push_str("; ");
            note.push_str(&say_with(language, key, &[("count", count.into())]));
        }
    };
    add("register-note-refused", report.file.refused);
    add("register-note-not-yet-due", report.count.not_yet_due);
    if brought.missing_days_closed {
        add("register-note-missing-closed", u64::try_from(report.count.missing.len()).unwrap_or(u64::MAX));
    }
    note
}

fn refusal_key(reason: &NoRegister) -> &'static str {
    match reason {
        NoRegister::Sheet(SheetError::Empty) => "register-file-empty",
        NoRegister::Sheet(SheetError::NotText) => "register-file-not-text",
        NoRegister::NoRows => "register-no-rows",
        NoRegister::NoCalendar => "register-no-calendar",
        NoRegister::NoColumn(Column::Day, _) => "register-no-column-day",
        NoRegister::NoColumn(Column::Arrived, _) => "register-no-column-arrived",
        NoRegister::NoColumn(Column::Settled, _) => "register-no-column-settled",
        NoRegister::NoColumn(Column::Value, _) => "register-no-column-value",
        NoRegister::NoColumn(Column::Open, _) => "register-no-column-open",
        NoRegister::NoColumn(Column::Kept | Column::Reference, _) => "register-no-column-kept",
    }
}

/// The headings that the file of a measure needs, in words: "Data, Squilli".
pub fn headings_in_words(language: &Language, measure: &Measure) -> Vec<String> {
    let wanted = headings(measure).into_iter().filter(|column| *column != Column::Reference);
    let words = wanted.map(|column| match (column, measure) {
        (Column::Value, Measure::Share(Kept::Within { unit, .. }) | Measure::Mean { unit })
            if unit.has(language) && !unit.get(language, language).contains(' ') =>
        {
            capital(unit.get(language, language))
        }
        _ => say(language, &format!("register-column-{}", column.code())),
    });
    words.collect()
}

/// A fault of a row in words, with what to change.
pub fn register_fault_in_words(language: &Language, fault: &RowFault) -> String {
    let on = |day: &NaiveDate| Argument::Text(date(language, *day));
    let typed = |key: &str, typed: &str| say_with(language, key, &[("typed", typed.into())]);
    let reason = match &fault.reason {
        RowReason::TooManyCells => say(language, "register-row-too-many-cells"),
        RowReason::OpenQuote(until) => say_with(language, "register-row-open-quote", &[("until", (*until).into())]),
        RowReason::NoDay => say(language, "register-row-no-day"),
        RowReason::Day(found) => typed("register-row-day", found),
        RowReason::OtherYear(day, year) => {
            say_with(language, "register-row-other-year", &[("day", on(day)), ("year", year.to_string().into())])
        }
        RowReason::AfterRegister(day, until) => {
            say_with(language, "register-row-after", &[("day", on(day)), ("until", on(until))])
        }
        RowReason::SettledBefore(settled, arrived) => {
            say_with(language, "register-row-before", &[("settled", on(settled)), ("arrived", on(arrived))])
        }
        RowReason::NoValue => say(language, "register-row-no-value"),
        RowReason::Value(found) => typed("register-row-value", found),
        RowReason::Ambiguous(found) => typed("register-row-ambiguous", found),
        RowReason::Negative(found) => typed("register-row-negative", found),
        RowReason::NoWord => say(language, "register-row-no-word"),
        RowReason::Word(found) => typed("register-row-word", found),
        RowReason::Repeated(line) => say_with(language, "register-row-repeated", &[("first", (*line).into())]),
    };
    place_in_words(language, fault.line, &fault.column, reason)
}

/// "Riga 3, colonna «Squilli»: ..."
pub(super) fn place_in_words(language: &Language, line: u64, column: &str, reason: String) -> String {
    let key = if column.is_empty() { "register-row" } else { "register-row-column" };
    say_with(language, key, &[("line", line.into()), ("column", column.into()), ("reason", reason.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::{Days, WorkingDays};
    use crate::text::Texts;

    /// The example row that the page shows of a measure.
    fn example_of(measure: &Measure) -> &'static str {
        match measure {
            Measure::Share(Kept::Noted | Kept::Open) => "noted",
            Measure::Share(Kept::Within { .. }) | Measure::Mean { .. } => "value",
            Measure::Share(Kept::Answered { .. }) => "answered",
        }
    }

    #[test]
    fn the_headings_that_are_asked_for_are_those_that_are_read() {
        let mut unit = Texts::one(Language::italian(), "squilli");
        unit.set(Language::english(), "rings until the answer");
        let calendar = WorkingDays { weekdays: vec![chrono::Weekday::Mon], local: Vec::new(), closed: Vec::new() };
        let as_of = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
        for measure in [
            Measure::Share(Kept::Noted),
            Measure::Share(Kept::Within { limit: 3.0, unit: unit.clone() }),
            Measure::Share(Kept::Open),
            Measure::Share(Kept::Answered { within: 3, days: Days::Working }),
            Measure::Mean { unit },
        ] {
            for language in crate::language::complete() {
                let mut asked = headings_in_words(language, &measure);
                asked.push(say(language, "register-column-reference"));
                let file = format!("{}\n", asked.join(";"));
                let setting =
                    Setting { measure: &measure, year: 2026, as_of, calendar: Some(&calendar), missing_days_closed: false };
                assert_eq!(read_register(file.as_bytes(), &setting), Err(NoRegister::NoRows), "{file}");
                // The example of the page, copied into a file.
                let row = say_with(language, &format!("register-example-{}", example_of(&measure)), &[("year", "2026".into())]);
                let file = format!("{}\n{row}\n", headings_in_words(language, &measure).join(";"));
                let read = read_register(file.as_bytes(), &setting).unwrap();
                assert_eq!((read.cases.len(), read.faults.len()), (1, 0), "{file}");
            }
        }
    }
}
