//! How often one address is asked: so many times within so many months, remembered by month and never by day.

use chrono::{Datelike, NaiveDate};

/// How often somebody may be invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskingLimit {
    /// The most invitations within the months; 0 for no limit.
    pub most: u16,
    /// The months that are looked back on, the current one included; 0 for no limit.
    pub within_months: u16,
}

impl AskingLimit {
    /// Whether anything is limited, and hence remembered.
    pub fn is_on(self) -> bool {
        self.most > 0 && self.within_months > 0
    }

    /// The first month that counts on that day. What is older is forgotten. With twelve months somebody asked in March may be asked
    /// again in March of the next year, on whichever day: a yearly survey is not hindered by itself.
    pub fn first_month(self, today: NaiveDate) -> String {
        let months = i64::from(today.year()) * 12 + i64::from(today.month0()) - i64::from(self.within_months.max(1)) + 1;
        format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1)
    }
}

/// The month of a day as it is kept: `2026-03`. Two compare as their months do.
pub fn month_of(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_months_that_count_include_the_current_one() {
        let day = |year, month| NaiveDate::from_ymd_opt(year, month, 15).unwrap();
        let first = |within_months, today| AskingLimit { most: 2, within_months }.first_month(today);
        assert_eq!(first(12, day(2026, 3)), "2025-04");
        assert_eq!(first(12, day(2026, 12)), "2026-01");
        assert_eq!(first(1, day(2026, 1)), "2026-01");
        assert_eq!(first(25, day(2026, 1)), "2024-01");
        assert_eq!(month_of(day(2026, 3)), "2026-03");
        assert!(month_of(day(2025, 12)) < month_of(day(2026, 1)));
    }

    #[test]
    fn naught_of_either_is_no_limit() {
        for (most, within_months, on) in [(0, 12, false), (2, 0, false), (2, 12, true)] {
            assert_eq!(AskingLimit { most, within_months }.is_on(), on);
        }
    }
}
