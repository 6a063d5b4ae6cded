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

impl Days {
    /// How the cells of a column are to be read. Where every cell could be both, the order is the one in which more of them lie within
    /// the period; where that tells nothing either, the day comes first, as in Italy.
    pub fn of<'c>(cells: impl Iterator<Item = &'c str>, period: RangeInclusive<NaiveDate>) -> Self {
        let (mut first, mut second, mut inside) = (false, false, [0_usize; 2]);
        for cell in cells {
            let Some(Written::Either(one, other, year)) = written(cell) else { continue };
            first |= one > 12;
            second |= other > 12;
            for (count, (day, month)) in inside.iter_mut().zip([(one, other), (other, one)]) {
                *count += usize::from(NaiveDate::from_ymd_opt(year, month, day).is_some_and(|day| period.contains(&day)));
            }
        }
        let month_first = if first == second { inside[1] > inside[0] } else { second };
        let order = if month_first { DayOrder::MonthFirst } else { DayOrder::DayFirst };
        Self { order, ambiguous: first == second && inside != [0, 0] }
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
    let cell = cell.trim();
    let hour = cell.split_once([' ', 'T']).is_some_and(|(_, rest)| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    hour || (cell.contains('.') && cell.parse::<f64>().is_ok())
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
        assert_eq!(order(&["3/3/24"]), (DayOrder::DayFirst, true));
        assert_eq!(order(&["2024-03-05"]), (DayOrder::DayFirst, false));
    }

    #[test]
    fn an_hour_beside_the_day_is_seen() {
        assert!(["2024/03/05 10:12:33 AM CET", "05/03/2024 10.12.33", "2024-03-05T10:12", "45356.4"].into_iter().all(tells_hour));
        assert!(!["05/03/2024", "2024-03-05", "", "45356"].into_iter().any(tells_hour));
    }
}
