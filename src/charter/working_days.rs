//! The days on which an office works: the national holidays, the office's own, and the working days of a span.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::ops::RangeInclusive;

/// The days on which an office works: its weekdays less the national holidays, its own, and the closures that its charter
/// announces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingDays {
    /// The days of the week on which it is open, Monday first.
    pub weekdays: Vec<Weekday>,
    /// Its own holiday of every year (the patron saint's): month and day.
    pub local: Vec<(u32, u32)>,
    /// Single days on which the charter says that it is closed.
    pub closed: Vec<NaiveDate>,
}

impl WorkingDays {
    /// The days in one line, in the order of the calendar and not of the file.
    pub fn rule(&self) -> String {
        let mut days: Vec<String> = Vec::new();
        let week = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
        days.extend(week.iter().filter(|day| self.weekdays.contains(day)).map(ToString::to_string));
        let (mut local, mut closed) = (self.local.clone(), self.closed.clone());
        local.sort_unstable();
        closed.sort_unstable();
        days.extend(local.iter().map(|(month, day)| format!("-{month:02}-{day:02}")));
        days.extend(closed.iter().map(|day| format!("-{day}")));
        days.join(" ")
    }

    /// Whether the office works on a day.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        self.weekdays.contains(&day.weekday())
            && !is_national_holiday(day)
            && !self.local.contains(&(day.month(), day.day()))
            && !self.closed.contains(&day)
    }

    /// The working days of a span, both ends included.
    pub fn among(&self, span: RangeInclusive<NaiveDate>) -> impl Iterator<Item = NaiveDate> {
        let (first, last) = span.into_inner();
        first.iter_days().take_while(move |day| *day <= last).filter(|day| self.is_working(*day))
    }

    /// On which working day after its arrival something was answered: the day of arrival is day 0, whether worked or not, and
    /// what arrives on a Saturday and is answered on the Monday is answered on day 1.
    pub fn between(&self, arrived: NaiveDate, answered: NaiveDate) -> u64 {
        self.among(arrived + Days::new(1)..=answered).map(|_| 1).sum()
    }
}

/// Whether a day is a holiday in all of Italy: the list of L. 27 May 1949 n. 260, art. 2, without what L. 5 March 1977 n. 54
/// abolished. Epiphany came back with D.P.R. 28 December 1985 n. 792, the 2nd of June with L. 20 November 2000 n. 336 (from 2001
/// on), the 4th of October with L. 8 October 2025 n. 151 (from 2026 on).
pub fn is_national_holiday(day: NaiveDate) -> bool {
    let year = day.year();
    match (day.month(), day.day()) {
        (1, 1) | (4, 25) | (5, 1) | (8, 15) | (11, 1) | (12, 8 | 25 | 26) => true,
        (1, 6) => year >= 1986,
        (6, 2) => year >= 2001,
        (10, 4) => year >= 2026,
        // Easter falls on a day from 22 March to 25 April, and the Monday after is a holiday too.
        (3 | 4, _) => easter(year).is_some_and(|sunday| day == sunday || day == sunday + Days::new(1)),
        _ => false,
    }
}

/// Easter Sunday in the Gregorian calendar; `None` for a year that has no such day in it.
///
/// The rule of the anonymous correspondent of Nature (vol. 13, 20 April 1876, p. 487), as in Meeus, Astronomical Algorithms
/// (2nd ed. 1998), chapter 8.
pub fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, within) = (year.div_euclid(100), year.rem_euclid(100));
    let (leap_centuries, odd_centuries) = (century.div_euclid(4), century.rem_euclid(4));
    let moon_shift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - leap_centuries - moon_shift + 15).rem_euclid(30);
    let (leap_years, odd_years) = (within.div_euclid(4), within.rem_euclid(4));
    let to_sunday = (32 + 2 * odd_centuries + 2 * leap_years - epact - odd_years).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * to_sunday).div_euclid(451);
    let days = epact + to_sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn office(local: &[(u32, u32)], closed: &[NaiveDate]) -> WorkingDays {
        let weekdays = vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
        WorkingDays { weekdays, local: local.to_vec(), closed: closed.to_vec() }
    }

    fn worked_in(own: &WorkingDays, year: i32) -> usize {
        own.among(day(year, 1, 1)..=day(year, 12, 31)).count()
    }

    #[test]
    fn the_same_days_in_another_order_are_the_same_rule() {
        let (patron, eve) = ((6, 24), day(2026, 12, 24));
        let own = office(&[patron, (1, 7)], &[eve, day(2026, 8, 14)]);
        let mut turned = office(&[(1, 7), patron], &[day(2026, 8, 14), eve]);
        turned.weekdays.reverse();
        assert_eq!(own.rule(), "Mon Tue Wed Thu Fri -01-07 -06-24 -2026-08-14 -2026-12-24");
        assert_eq!(turned.rule(), own.rule());
        assert_ne!(office(&[patron], &[]).rule(), own.rule());
    }

    #[test]
    fn easter_is_where_the_almanac_has_it() {
        // The earliest and the latest of the Gregorian calendar, Meeus' examples, and the years of today.
        for (year, month, own) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (2285, 3, 22),
            (2038, 4, 25),
            (1961, 4, 2),
            (1954, 4, 18),
            (1991, 3, 31),
            (2000, 4, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2030, 4, 21),
        ] {
            assert_eq!(easter(year), Some(day(year, month, own)));
        }
    }

    #[test]
    fn easter_is_a_sunday_between_its_ends_in_every_year() {
        for year in 1583..3_000 {
            let sunday = easter(year).unwrap();
            assert!(sunday.weekday() == Weekday::Sun && (day(year, 3, 22)..=day(year, 4, 25)).contains(&sunday), "{sunday}");
        }
    }

    #[test]
    fn the_working_days_of_a_year_are_those_counted_by_hand() {
        // 2026: 261 days from Monday to Friday; on them fall 1 and 6 January, 6 April (Easter Monday), 1 May, 2 June, 8 and
        // 25 December. 25 April, 15 August and 26 December are Saturdays, 4 October and 1 November Sundays.
        assert_eq!(worked_in(&office(&[], &[]), 2026), 254);
        // 2025: 261; 1 and 6 January, 21 and 25 April, 1 May, 2 June, 15 August, 8, 25 and 26 December.
        assert_eq!(worked_in(&office(&[], &[]), 2025), 251);
        // 24 June 2026 is a Wednesday, 24 and 31 December are Thursdays.
        assert_eq!(worked_in(&office(&[(6, 24)], &[day(2026, 12, 24), day(2026, 12, 31)]), 2026), 251);
        // 4 October 2027 is a Monday: 261 days less 1 and 6 January, 29 March, 2 June, 4 October, 1 November, 8 December.
        assert_eq!(worked_in(&office(&[], &[]), 2027), 254);
    }

    #[test]
    fn a_holiday_is_one_from_the_year_its_law_says() {
        assert_eq!([2000, 2001].map(|year| is_national_holiday(day(year, 6, 2))), [false, true]);
        assert_eq!([2025, 2026].map(|year| is_national_holiday(day(year, 10, 4))), [false, true]);
        assert_eq!([1985, 1986].map(|year| is_national_holiday(day(year, 1, 6))), [false, true]);
        assert!(
            is_national_holiday(day(2026, 4, 5)) && is_national_holiday(day(2026, 4, 6)) && !is_national_holiday(day(2026, 4, 7))
        );
    }

    #[test]
    fn a_holiday_of_the_29th_of_february_is_kept_in_leap_years() {
        let own = office(&[(2, 29)], &[]);
        assert!(!own.is_working(day(2024, 2, 29)) && own.is_working(day(2023, 2, 28)) && own.is_working(day(2023, 3, 1)));
    }

    #[test]
    fn the_day_of_arrival_is_day_0() {
        let own = office(&[(6, 24)], &[]);
        let june = |of| day(2026, 6, of);
        // The 19th is a Friday, the 24th the patron saint's.
        for (arrived, answered, expected) in
            [(19, 19, 0), (19, 20, 0), (19, 21, 0), (19, 22, 1), (20, 22, 1), (21, 22, 1), (22, 25, 2), (19, 29, 5), (22, 19, 0)]
        {
            assert_eq!(own.between(june(arrived), june(answered)), expected, "{arrived} to {answered}");
        }
    }
}
