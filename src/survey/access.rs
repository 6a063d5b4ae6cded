//! Who may answer, through which door, on which day. Pure: today is an argument.

use super::{Channel, State, Survey};
use chrono::{Days, NaiveDate};

/// The door an answer comes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Answered now, by the citizen or with an operator.
    Now(Channel),
    /// Given earlier and arriving only now: a kiosk's queue, a paper form.
    Late(Channel),
    /// A file of answers collected elsewhere.
    Import(Channel),
}

/// Why an answer is not admitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdmitted {
    /// The survey opens on that day.
    NotYet(NaiveDate),
    /// The survey closed on that day.
    Closed(NaiveDate),
    /// This channel is not one of the survey's.
    ChannelOff(Channel),
}

impl Door {
    /// The channel of the door.
    pub fn channel(self) -> Channel {
        match self {
            Self::Now(channel) | Self::Late(channel) | Self::Import(channel) => channel,
        }
    }
}

/// The last day on which something given earlier is still taken.
pub fn last_late_day(closes_on: NaiveDate, collecting_days: u16) -> NaiveDate {
    closes_on + Days::new(collecting_days.into())
}

impl Survey {
    /// The last day of answering if it ends today: never after the planned one, nor before the first.
    pub fn ended_on(&self, today: NaiveDate) -> NaiveDate {
        self.closes_on.min(today.max(self.opens_on))
    }

    /// Whether an answer through this door is taken today.
    ///
    /// # Errors
    /// The first reason it is not.
    pub fn admits(&self, door: Door, today: NaiveDate) -> Result<(), NotAdmitted> {
        if !self.channels.contains(&door.channel()) {
            return Err(NotAdmitted::ChannelOff(door.channel()));
        }
        let last_day = match door {
            Door::Now(_) => self.closes_on,
            Door::Late(_) => last_late_day(self.closes_on, self.collecting_days),
            Door::Import(_) => NaiveDate::MAX,
        };
        match self.state {
            State::Draft => Err(NotAdmitted::NotYet(self.opens_on)),
            State::Closed => Err(NotAdmitted::Closed(self.closes_on)),
            State::Collecting if matches!(door, Door::Now(_)) => Err(NotAdmitted::Closed(self.closes_on)),
            State::Open | State::Collecting => match door {
                Door::Now(_) if today < self.opens_on => Err(NotAdmitted::NotYet(self.opens_on)),
                _ if today > last_day => Err(NotAdmitted::Closed(self.closes_on)),
                _ => Ok(()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{EditionId, FormVersionId, SurveyId};
    use crate::text::Code;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
    }

    fn survey(state: State) -> Survey {
        Survey {
            id: SurveyId(1),
            edition: EditionId(1),
            code: Code::parse("urp2026").unwrap(),
            title: String::new(),
            form_version: FormVersionId(1),
            state,
            opens_on: day(5),
            closes_on: day(10),
            collecting_days: 7,
            channels: vec![Channel::Web, Channel::Paper],
            simulated: false,
        }
    }

    #[test]
    fn an_open_survey_admits_from_its_first_to_its_last_day() {
        let survey = survey(State::Open);
        let web = Door::Now(Channel::Web);
        assert_eq!(survey.admits(web, day(4)), Err(NotAdmitted::NotYet(day(5))));
        assert_eq!(survey.admits(web, day(5)), Ok(()));
        assert_eq!(survey.admits(web, day(10)), Ok(()));
        assert_eq!(survey.admits(web, day(11)), Err(NotAdmitted::Closed(day(10))));
    }

    #[test]
    fn the_last_day_is_the_planned_one_unless_answering_ends_before() {
        let ends = [3, 5, 7, 10, 20].map(|today| survey(State::Open).ended_on(day(today)));
        assert_eq!(ends, [5, 5, 7, 10, 10].map(day));
    }

    #[test]
    fn paper_arrives_for_some_days_after_the_last() {
        for state in [State::Open, State::Collecting] {
            let survey = survey(state);
            assert_eq!(survey.admits(Door::Late(Channel::Paper), day(17)), Ok(()));
            assert_eq!(survey.admits(Door::Late(Channel::Paper), day(18)), Err(NotAdmitted::Closed(day(10))));
        }
        assert!(survey(State::Collecting).admits(Door::Now(Channel::Web), day(9)).is_err());
    }

    #[test]
    fn a_channel_that_is_off_and_a_draft_admit_nobody() {
        let kiosk = Door::Now(Channel::Kiosk);
        assert_eq!(survey(State::Open).admits(kiosk, day(6)), Err(NotAdmitted::ChannelOff(Channel::Kiosk)));
        assert!(survey(State::Draft).admits(Door::Now(Channel::Web), day(6)).is_err());
        assert!(survey(State::Closed).admits(Door::Import(Channel::Paper), day(6)).is_err());
    }
}
