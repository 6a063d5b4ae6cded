//! The day on which answers were sent, as the programs and the spreadsheets write it.
//!
//! `2024/03/05 10:12:33 AM CET` (Google's CSV), `05/03/2024 10.12.33` (an Italian spreadsheet), `7/27/26 19:17:10` (Microsoft's CSV),
//! `2024-03-05 10:12`, and 45356.425 where a workbook keeps a number without a format. The day is the one that stands there: which
//! time zone the program had is not always told.

use chrono::{Days as DaysOn, NaiveDate};
use std::ops::RangeInclusive;

/// Which of the first two numbers of 05/03/2024 is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// 5 March.
    DayFirst,
    /// May 3.
    MonthFirst,
}

impl DayOrder {
    /// Its code in a form.
    pub fn code(self) -> &'static str {
        match self {
            Self::DayFirst => "day_first",
            Self::MonthFirst => "month_first",
        }
    }

    /// Reads what [`DayOrder::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::DayFirst, Self::MonthFirst].into_iter().find(|own| own.code() == code)
    }
}

/// How the days of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The order.
    pub order: DayOrder,
    /// Whether no cell tells which it is.
    pub ambiguous: bool,
}

/// The numbers of a day before it is known what they are.
enum Written {
    Certain(NaiveDate),
    /// The two numbers and the year.
    Either(u32, u32, i32),
}

/// The days that a bare number of a workbook may be: 1982 to 2064.
const SERIALS: RangeInclusive<u32> = 30_000..=60_000;

/// So many cells tell by their sequence which number is the day.
const TELLING: usize = 3;

impl Days {
    /// How the cells of a column are to be read. Where every cell could be both, the order is the one in which the column ascends, as
    /// programs write their answers; where that tells nothing, the month comes first beside AM and PM; then the order is the one in
    /// which more of them lie within the period; where that tells nothing either, the day comes first, as in Italy.
    pub fn of<'c>(cells: impl Iterator<Item = &'c str>, period: RangeInclusive<NaiveDate>) -> Self {
        let (mut first, mut second, mut half_days) = (false, false, false);
        let (mut inside, mut differ, mut days) = ([0_usize; 2], 0_usize, [Vec::new(), Vec::new()]);
        for cell in cells {
            let Some(Written::Either(one, other, year)) = written(cell) else { continue };
            first |= one > 12;
            second |= other > 12;
            half_days |= half_of_day(cell).is_some();
            differ += usize::from(one != other);
            for ((count, days), (day, month)) in inside.iter_mut().zip(&mut days).zip([(one, other), (other, one)]) {
                let read = NaiveDate::from_ymd_opt(year, month, day);
                *count += usize::from(read.is_some_and(|day| period.contains(&day)));
                days.extend(read);
            }
        }
        let ascends = days.map(|days| days.len() >= TELLING && days.is_sorted());
        let (month_first, told) = match (first, second, ascends) {
            (true, false, _) => (false, true),
            (false, true, _) => (true, true),
            (false, false, [day_first, month_first]) if day_first != month_first => (month_first, true),
            _ if inside[1] == inside[0] => (half_days, false),
            _ => ((half_days && inside[1] > 0) || inside[1] > inside[0], false),
        };
        let order = if month_first { DayOrder::MonthFirst } else { DayOrder::DayFirst };
        Self { order, ambiguous: !told && differ > 0 && inside != [0, 0] }
    }

    /// The day that a cell says.
    pub fn read(self, cell: &str) -> Option<NaiveDate> {
        match (written(cell)?, self.order) {
            (Written::Certain(day), _) => Some(day),
            (Written::Either(day, month, year), DayOrder::DayFirst)
            | (Written::Either(month, day, year), DayOrder::MonthFirst) => NaiveDate::from_ymd_opt(year, month, day),
        }
    }
}

fn written(cell: &str) -> Option<Written> {
    let cell = cell.trim();
    if let Some(whole) = cell.split(['.', ',']).next().and_then(|whole| whole.parse::<u32>().ok())
        && SERIALS.contains(&whole)
        && cell.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',')
        && cell.matches(['.', ',']).count() <= 1
    {
        // Day 1 is 1 January 1900, and there is a 29 February 1900 that never was.
        return NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(DaysOn::new(whole.into())).map(Written::Certain);
    }
    let date = cell.split([' ', 'T', ',']).next()?;
    let mut numbers = date.split(['/', '-', '.']);
    let (one, two, three) = (numbers.next()?, numbers.next()?, numbers.next()?);
    if numbers.next().is_some() || ![one, two, three].iter().all(|part| (1..=4).contains(&part.len())) {
        return None;
    }
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u32>().ok()).flatten();
    let (first, second, third) = (number(one)?, number(two)?, number(three)?);
    if one.len() == 4 {
        return NaiveDate::from_ymd_opt(i32::try_from(first).ok()?, second, third).map(Written::Certain);
    }
    let year = match three.len() {
        2 => 2_000 + i32::try_from(third).ok()?,
        4 => i32::try_from(third).ok()?,
        _ => return None,
    };
    let either = |month: u32, day: u32| NaiveDate::from_ymd_opt(year, month, day).is_some();
    (either(first, second) || either(second, first)).then_some(Written::Either(first, second, year))
}

/// Whether a cell tells the hour too.
pub(super) fn tells_hour(cell: &str) -> bool {
    minute_of(cell).is_some()
}

/// The hour and the minute that a cell tells beside its day.
pub(super) fn minute_of(cell: &str) -> Option<(u32, u32)> {
    let cell = cell.trim();
    if let (true, Ok(serial)) = (cell.contains('.'), cell.parse::<f64>()) {
        let seconds: u32 = format!("{:.0}", serial.fract() * 86_400.0).parse().ok()?;
        return Some((seconds / 3_600 % 24, seconds / 60 % 60));
    }
    let (_, rest) = cell.split_once([' ', 'T'])?;
    let rest = rest.trim_start();
    let mut parts = rest.split(|c: char| !c.is_ascii_digit());
    let (hour, minute) = (parts.next()?.parse::<u32>().ok()?, parts.next().and_then(|own| own.parse().ok()).unwrap_or(0));
    let hour = match half_of_day(cell) {
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
        None => hour,
    };
    Some((hour, minute))
}

/// Whether a cell says PM, or AM; `None` for neither.
fn half_of_day(cell: &str) -> Option<bool> {
    let is = |word: &str, wanted: &str| word.eq_ignore_ascii_case(wanted);
    let mut words = cell.split(|c: char| !c.is_alphabetic());
    words.find_map(|word| (is(word, "am") || is(word, "pm")).then(|| is(word, "pm")))
}

/// Whether a cell is a day, with the hour or without.
pub(super) fn is_day(cell: &str) -> bool {
    written(cell).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn days(cells: &[&str]) -> Days {
        Days::of(cells.iter().copied(), day(2024, 3, 1)..=day(2024, 3, 31))
    }

    #[test]
    fn every_way_to_write_a_day_is_read() {
        let day_first = Days { order: DayOrder::DayFirst, ambiguous: false };
        for cell in [
            "2024/03/05 10:12:33 AM CET",
            "2024/03/05 1:43:01 PM GMT+1",
            "05/03/2024 10.12.33",
            "5/3/24 10:12",
            "2024-03-05",
            "2024-03-05T10:12:33Z",
            "5.3.2024",
            "45356.425",
            "45356",
        ] {
            assert_eq!(day_first.read(cell), Some(day(2024, 3, 5)), "{cell}");
        }
        for cell in ["", "ieri", "5 marzo", "31/02/2024", "13/13/2024", "1/2", "1.2.3.4", "99999999", "4", "05/03/024"] {
            assert_eq!(day_first.read(cell), None, "{cell}");
        }
    }

    #[test]
    fn the_cells_of_a_column_tell_which_number_is_the_day() {
        let order = |cells: &[&str]| (days(cells).order, days(cells).ambiguous);
        assert_eq!(order(&["05/03/2024", "13/03/2024"]), (DayOrder::DayFirst, false));
        assert_eq!(order(&["3/5/24 10:12:33", "3/13/24 9:00:00"]), (DayOrder::MonthFirst, false));
        assert_eq!(order(&["3/5/24", "3/6/24"]), (DayOrder::MonthFirst, true), "the survey is of March");
        assert_eq!(order(&["3/3/24"]), (DayOrder::DayFirst, false), "it is the same day either way");
        assert_eq!(order(&["2024-03-05"]), (DayOrder::DayFirst, false));
    }

    #[test]
    fn a_column_that_ascends_in_one_order_is_read_in_it() {
        let order = |cells: &[&str]| {
            let days = Days::of(cells.iter().copied(), day(2026, 1, 1)..=day(2026, 12, 31));
            (days.order, days.ambiguous)
        };
        assert_eq!(order(&["3/9/2026 10:12", "3/10/2026 9:00", "4/2/2026", "4/3/2026"]), (DayOrder::MonthFirst, false));
        assert_eq!(order(&["9/3/2026", "10/3/2026", "2/4/2026", "3/4/2026"]), (DayOrder::DayFirst, false));
        assert_eq!(order(&["9/3/2026", "2/4/2026"]), (DayOrder::DayFirst, true), "two cells may stand as they like");
        assert_eq!(order(&["3/9/26 7:12:33 PM"]), (DayOrder::MonthFirst, true), "they may be of an English office");
    }

    #[test]
    fn the_minute_is_the_same_however_it_is_written() {
        for cell in
            ["2024/03/05 1:12:33 PM CET", "05/03/2024 13.12.33", "2024-03-05T13:12:33Z", "2024-03-05 13:12", "45356.55038"]
        {
            assert_eq!(minute_of(cell), Some((13, 12)), "{cell}");
        }
        assert_eq!(minute_of("2024/03/05 12:00:20 AM CET"), Some((0, 0)));
        assert_eq!(minute_of("2024/03/05 12:00:20 PM CET"), Some((12, 0)));
    }

    #[test]
    fn an_hour_beside_the_day_is_seen() {
        assert!(["2024/03/05 10:12:33 AM CET", "05/03/2024 10.12.33", "2024-03-05T10:12", "45356.4"].into_iter().all(tells_hour));
        assert!(!["05/03/2024", "2024-03-05", "", "45356"].into_iter().any(tells_hour));
    }
}
