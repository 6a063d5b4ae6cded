//! Time as a value: pure modules get dates as arguments, flows ask the site's clock.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use std::sync::{Arc, Mutex};

/// The time of day and the local calendar. Days are local to the body, instants are UTC.
#[derive(Clone, Debug)]
pub struct Clock {
    zone: Tz,
    fixed: Option<Arc<Mutex<NaiveDateTime>>>,
}

impl Clock {
    /// The machine's clock with the body's time zone.
    pub fn system(zone: Tz) -> Self {
        Self { zone, fixed: None }
    }

    /// A clock that stands still at a UTC instant until [`Clock::set`]; for tests and for making the demo's past years.
    pub fn fixed(zone: Tz, at: NaiveDateTime) -> Self {
        Self { zone, fixed: Some(Arc::new(Mutex::new(at))) }
    }

    /// Moves a fixed clock; a system clock does not move.
    pub fn set(&self, at: NaiveDateTime) {
        if let Some(fixed) = &self.fixed {
            *fixed.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = at;
        }
    }

    /// Now, UTC, whole microseconds: PostgreSQL keeps no finer ones.
    pub fn now(&self) -> NaiveDateTime {
        let now = match &self.fixed {
            Some(fixed) => *fixed.lock().unwrap_or_else(std::sync::PoisonError::into_inner),
            None => Utc::now().naive_utc(),
        };
        let micros = now.and_utc().timestamp_micros();
        DateTime::from_timestamp_micros(micros).map_or(now, |instant| instant.naive_utc())
    }

    /// Today in the body's time zone.
    pub fn today(&self) -> NaiveDate {
        self.local(self.now()).date()
    }

    /// A UTC instant on the body's wall clock.
    pub fn local(&self, utc: NaiveDateTime) -> NaiveDateTime {
        self.zone.from_utc_datetime(&utc).naive_local()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_local_midnight() {
        let half_past_eleven_utc = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap().and_hms_opt(23, 30, 0).unwrap();
        let clock = Clock::fixed(chrono_tz::Europe::Rome, half_past_eleven_utc);
        assert_eq!(clock.today(), NaiveDate::from_ymd_opt(2026, 7, 2).unwrap());
    }
}
