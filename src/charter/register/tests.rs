//! Registers as offices keep them, and what they come to.

use super::*;
use crate::charter::Days;
use crate::text::{Language, Texts};
use chrono::Weekday;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn calendar() -> WorkingDays {
    let weekdays = vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    WorkingDays { weekdays, local: vec![(6, 24)], closed: Vec::new() }
}

fn rings() -> Measure {
    Measure::Share(Kept::Within { limit: 3.0, unit: Texts::one(Language::italian(), "squilli") })
}

fn replies(days: Days) -> Measure {
    Measure::Share(Kept::Answered { within: 3, days })
}

fn with<T>(measure: &Measure, as_of: NaiveDate, work: impl FnOnce(&Setting<'_>) -> T) -> T {
    let calendar = calendar();
    work(&Setting { measure, year: 2026, as_of, calendar: Some(&calendar), missing_days_closed: false })
}

/// What a file comes to, on the last day of the year: value, cases, and what is told of its rows.
fn read(measure: &Measure, file: &str) -> (RegisterFile, Count) {
    with(measure, day(12, 31), |setting| {
        let file = read_register(file.as_bytes(), setting).unwrap();
        let count = count(&file.cases, setting);
        (file, count)
    })
}

fn told(file: &RegisterFile) -> Vec<(u64, &str, &RowReason)> {
    file.faults.iter().map(|fault| (fault.line, fault.column.as_str(), &fault.reason)).collect()
}

#[test]
fn test_calls_keep_the_promise_up_to_the_last_ring_and_an_unanswered_one_never() {
    let file =
        "Data;Squilli;Nome di chi ha risposto\n02/03/2026;1;Ada\n3/3/2026;3;Ugo\n04/03/2026;4;\n05/03/2026;nessuna risposta;\n";
    let (read, count) = read(&rings(), file);
    assert_eq!((count.value, count.cases, count.unanswered), (2.0, 4, 1));
    assert_eq!((read.rows, read.refused, &read.faults[..]), (4, 0, &[][..]));
    assert!(!format!("{read:?}").contains("Ada"), "who answered is not kept");
}

#[test]
fn each_faulty_row_is_told_with_line_column_and_reason_and_the_others_are_kept() {
    let file =
        "Data,Rings\n2026-03-02,2\n2025-12-30,2\n2026-03-04,-1\nieri,tre\n2026-03-05,\n,1\n\n2026-03-06,1,Rossi\n2026-03-09,3\n";
    let (read, count) = read(&rings(), file);
    assert_eq!((count.value, count.cases, read.rows, read.refused), (2.0, 2, 8, 6));
    assert_eq!(
        told(&read),
        [
            (3, "Data", &RowReason::OtherYear(NaiveDate::from_ymd_opt(2025, 12, 30).unwrap(), 2026)),
            (4, "Rings", &RowReason::Negative("-1".to_owned())),
            (5, "Data", &RowReason::Day("ieri".to_owned())),
            (5, "Rings", &RowReason::Value("tre".to_owned())),
            (6, "Rings", &RowReason::NoValue),
            (7, "Data", &RowReason::NoDay),
            (9, "", &RowReason::TooManyCells),
        ]
    );
}

#[test]
fn rows_between_two_stray_quotation_marks_are_told_not_lost() {
    let file =
        "Data;Squilli;Nota\n02/03/2026;1;\"pioggia\n03/03/2026;1;sole\n04/03/2026;1;vento\"\n05/03/2026;1;\"due\nrighe\"\n";
    let (read, count) = read(&rings(), file);
    assert_eq!((count.cases, told(&read)), (1, vec![(2, "", &RowReason::OpenQuote(4))]));
}

#[test]
fn replies_are_counted_in_working_days_or_in_all() {
    // The 19th of June is a Friday, the 24th the patron saint's.
    let file = "Protocollo;Arrivo;Risposta\n1;19/06/2026;25/06/2026\n2;19/06/2026;26/06/2026\n3;19/06/2026;22/06/2026\n";
    assert_eq!(read(&replies(Days::Working), file).1.value, 2.0, "Monday, Tuesday and Thursday");
    let (_, count) = read(&replies(Days::Calendar), file);
    assert_eq!((count.value, count.cases), (1.0, 3));
}

#[test]
fn an_open_case_counts_once_its_limit_has_passed() {
    let measure = replies(Days::Working);
    // Arrived on a Monday and on a Tuesday; the limit of three days passes with the Thursday and the Friday.
    let file = "Received;Answered\n2026-03-02;\n2026-03-03;\n2026-03-02;2026-03-03\n";
    for (as_of, expected) in [(5, (1, 0, 2)), (6, (2, 1, 1)), (9, (3, 2, 0))] {
        let (cases, overdue, waiting) = with(&measure, day(3, as_of), |setting| {
            let file = read_register(file.as_bytes(), setting).unwrap();
            let count = count(&file.cases, setting);
            assert_eq!(count.value, 1.0);
            (count.cases, count.overdue, count.not_yet_due)
        });
        assert_eq!((cases, overdue, waiting), expected, "on the {as_of}th");
    }
}

#[test]
fn what_is_answered_before_it_arrived_is_refused_and_next_years_answer_is_not() {
    let file =
        "n;arrivo;risposta\n1;10/03/2026;9/3/2026\n2;30/12/2026;04/01/2027\n1;11/03/2026;12/03/2026\n 2 ;11/03/2026;12/03/2026\n";
    let measure = replies(Days::Calendar);
    let (before, after) = (day(12, 31), NaiveDate::from_ymd_opt(2027, 1, 15).unwrap());
    let faults = with(&measure, after, |setting| read_register(file.as_bytes(), setting).unwrap());
    assert_eq!(
        told(&faults),
        [(2, "risposta", &RowReason::SettledBefore(day(3, 9), day(3, 10))), (5, "n", &RowReason::Repeated(3))]
    );
    let early = with(&measure, before, |setting| read_register(file.as_bytes(), setting).unwrap());
    assert!(matches!(early.faults[1].reason, RowReason::AfterRegister(..)), "{:?}", early.faults);
}

#[test]
fn opening_days_are_those_of_the_calendar_and_a_missing_one_counts_only_when_told_to() {
    let measure = Measure::Share(Kept::Open);
    // The week of Easter Monday and the days before it.
    let file = "Giorno;Aperto\n01/04/2026;sì\n02/04/2026;no\n03/04/2026;sì\n06/04/2026;sì\n05/04/2026;no\n08/04/2026;sì\n01/04/2026;no\n";
    let own = WorkingDays { closed: calendar().among(day(1, 1)..=day(3, 31)).collect(), ..calendar() };
    let at = |missing_days_closed| {
        let setting = Setting { measure: &measure, year: 2026, as_of: day(4, 9), calendar: Some(&own), missing_days_closed };
        let file = read_register(file.as_bytes(), &setting).unwrap();
        assert_eq!(told(&file), [(8, "Giorno", &RowReason::Repeated(2))]);
        count(&file.cases, &setting)
    };
    let found = at(false);
    assert_eq!((found.value, found.cases), (3.0, 4));
    assert_eq!(found.missing, [day(4, 7)], "the 9th is not over");
    assert_eq!(found.outside, [day(4, 5), day(4, 6)], "Easter Sunday and Monday");
    assert_eq!((at(true).value, at(true).cases), (3.0, 5));
}

#[test]
fn a_mean_has_the_deviation_by_one_less_than_its_cases() {
    let measure = Measure::Mean { unit: Texts::one(Language::italian(), "giorni di attesa") };
    let (_, count) = read(
        &measure,
        "data;giorni di attesa\n1/3/2026;2\n2/3/2026;4\n3/3/2026;4\n4/3/2026;4\n5/3/2026;5\n6/3/2026;5\n7/3/2026;7\n8/3/2026;9\n",
    );
    assert_eq!((count.value, count.cases), (5.0, 8));
    assert!((count.deviation.unwrap() - (32.0_f64 / 7.0).sqrt()).abs() < 1e-12);
    assert_eq!(read(&measure, "data;valore\n1/3/2026;2\n").1.deviation, None);
}

#[test]
fn noted_cases_are_counted_as_noted() {
    let measure = Measure::Share(Kept::Noted);
    let (file, count) = read(&measure, "Data;Rispettato\n1/3/2026;Sì\n1/3/2026;no\n2/3/2026;forse\n");
    assert_eq!((count.value, count.cases), (1.0, 2), "two cases of one day are two");
    assert_eq!(told(&file), [(4, "Rispettato", &RowReason::Word("forse".to_owned()))]);
}

#[test]
fn a_column_that_may_hold_telephone_numbers_or_tax_codes_is_neither_read_nor_kept() {
    for heading in ["Numero", "Number", "Codice"] {
        let file = format!("Data;Squilli;{heading}\n02/03/2026;1;0551234567\n03/03/2026;2;0551234567\n");
        let (read, count) = read(&rings(), &file);
        assert_eq!((count.cases, told(&read).len()), (2, 0), "{heading}");
        assert!(read.cases.iter().all(|case| case.note.is_empty()), "{heading}");
    }
}

#[test]
fn a_file_without_what_is_needed_is_refused_as_a_whole() {
    let refused =
        |measure: &Measure, file: &str| with(measure, day(12, 31), |own| read_register(file.as_bytes(), own).unwrap_err());
    assert_eq!(refused(&rings(), "a;b\n1;2\n"), NoRegister::NoColumn(Column::Day, vec!["a".to_owned(), "b".to_owned()]));
    assert!(matches!(refused(&rings(), "data;b\n1;2\n"), NoRegister::NoColumn(Column::Value, _)));
    assert!(matches!(refused(&replies(Days::Working), "data;b\n1;2\n"), NoRegister::NoColumn(Column::Settled, _)));
    assert_eq!(refused(&rings(), "data;squilli\n;\n"), NoRegister::NoRows);
    assert_eq!(refused(&rings(), ""), NoRegister::Sheet(SheetError::Empty));
    let open = Measure::Share(Kept::Open);
    for measure in [&open, &replies(Days::Working)] {
        let setting = Setting { measure, year: 2026, as_of: day(12, 31), calendar: None, missing_days_closed: false };
        assert_eq!(read_register(b"data;aperto\n", &setting), Err(NoRegister::NoCalendar));
    }
}
