//! The days on which an office works.

use chrono::{NaiveDate, Weekday};

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
