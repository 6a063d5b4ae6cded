//! How fast letters leave, and when. Pure.

use chrono::{Datelike, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

/// How fast letters leave, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Letters a minute in all; 0 for as many as the server takes.
    pub per_minute: u32,
    /// Letters a minute to one receiving domain; 0 for as many as it takes.
    pub domain_per_minute: u32,
    /// From when to when letters leave, local time; `None` for at any time.
    pub hours: Option<(NaiveTime, NaiveTime)>,
    /// On which days; none for every day.
    pub days: Vec<Weekday>,
    /// A campaign is paused when so many in a hundred letters are refused for good; 0 for never.
    pub pause_at_percent: u8,
}

/// Before so many letters have ended, nobody can say that too many are refused.
const LEAST_ENDED: u64 = 20;

impl Pace {
    /// At any time, as fast as the server takes them.
    pub const UNHURRIED: Self = Self { per_minute: 0, domain_per_minute: 0, hours: None, days: Vec::new(), pause_at_percent: 0 };

    /// Whether letters leave at that local time.
    pub fn leaves_at(&self, local: NaiveDateTime) -> bool {
        let day = self.days.is_empty() || self.days.contains(&local.weekday());
        day && self.hours.is_none_or(|(from, until)| from <= local.time() && local.time() < until)
    }

    /// The first local instant from that one on at which letters leave.
    pub fn opens_at(&self, local: NaiveDateTime) -> NaiveDateTime {
        if self.leaves_at(local) {
            return local;
        }
        let from = self.hours.map_or(NaiveTime::MIN, |(from, _)| from);
        let mornings = (0..8).map(|days| (local.date() + TimeDelta::days(days)).and_time(from));
        mornings.into_iter().find(|morning| *morning >= local && self.leaves_at(*morning)).unwrap_or(local)
    }

    /// Whether a campaign in which so many letters were taken and so many refused for good is to be paused.
    pub fn pauses(&self, taken: u64, refused: u64) -> bool {
        let ended = taken.saturating_add(refused);
        let share = u64::from(self.pause_at_percent);
        share > 0 && ended >= LEAST_ENDED && refused.saturating_mul(100) >= ended.saturating_mul(share)
    }
}

/// How long a domain that put off letters so many times in a row is left alone: one minute, two, four ... an hour at most.
pub fn left_alone(times: u32) -> TimeDelta {
    TimeDelta::minutes(1 << times.saturating_sub(1).min(6)).min(TimeDelta::hours(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn at(day: u32, hour: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 3, day).unwrap().and_hms_opt(hour, 0, 0).unwrap()
    }

    fn office() -> Pace {
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let days = vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
        Pace { hours: Some((time(8), time(19))), days, pause_at_percent: 20, ..Pace::UNHURRIED }
    }

    #[test]
    fn an_office_does_not_write_at_night_or_on_sunday() {
        // 6 March 2026 is a Friday.
        assert!(office().leaves_at(at(6, 8)) && office().leaves_at(at(6, 18)));
        assert!(!office().leaves_at(at(6, 7)) && !office().leaves_at(at(6, 19)) && !office().leaves_at(at(8, 12)));
        assert_eq!(office().opens_at(at(6, 12)), at(6, 12));
        assert_eq!(office().opens_at(at(6, 5)), at(6, 8));
        assert_eq!(office().opens_at(at(6, 20)), at(9, 8));
        assert!(Pace::UNHURRIED.leaves_at(at(8, 3)));
    }

    #[test]
    fn too_many_refusals_pause_a_campaign_once_there_are_enough_to_tell() {
        assert!(!office().pauses(0, 19) && office().pauses(0, 20));
        assert!(!office().pauses(81, 19) && office().pauses(80, 20));
        assert!(!Pace::UNHURRIED.pauses(0, 1_000));
    }

    #[test]
    fn a_domain_is_left_alone_for_longer_each_time() {
        let minutes: Vec<i64> = (1..=8).map(|times| left_alone(times).num_minutes()).collect();
        assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 60, 60]);
    }
}
