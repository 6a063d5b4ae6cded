//! A form in the field for one period: lifecycle, channels, universe, who is admitted.

mod access;
mod channel;
mod lifecycle;
mod promises;
mod weighting;
mod yearly_contacts;

pub use access::{Door, NotAdmitted, last_late_day};
pub use channel::Channel;
pub use lifecycle::{State, WrongState};
pub use promises::{Unmeasured, UnmeasuredReason, measured, unmeasured, unperceived};
pub use weighting::Weighting;
pub use yearly_contacts::{
    ContactsFault, ContactsReason, MOST_CHARACTERS, MOST_CONTACTS, NoYearlyContacts, YearlyContacts, YearlyContactsFile,
    by_channel, read_channel, read_yearly_contacts,
};

use crate::ids::{EditionId, FormVersionId, KioskId, OfficeId, SurveyId};
use crate::text::Code;
use chrono::NaiveDate;

/// A year of an office, and the earlier edition it is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its number.
    pub id: EditionId,
    /// Whose.
    pub office: OfficeId,
    /// The year.
    pub year: i32,
    /// The edition it is compared with.
    pub compared_with: Option<EditionId>,
}

/// One form in the field for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// Its number.
    pub id: SurveyId,
    /// The edition it belongs to.
    pub edition: EditionId,
    /// Its name in addresses: `/q/{code}`.
    pub code: Code,
    /// Its title for staff.
    pub title: String,
    /// What is asked now; each response carries the version it was given under.
    pub form_version: FormVersionId,
    /// Where it stands.
    pub state: State,
    /// The first day of answering.
    pub opens_on: NaiveDate,
    /// The last day of answering: as planned, or the day on which staff ended it.
    pub closes_on: NaiveDate,
    /// For how many days after `closes_on` kiosk queues and paper are still taken.
    pub collecting_days: u16,
    /// The doors that are open.
    pub channels: Vec<Channel>,
    /// Whether its answers are made up (the demo): every page and figure says so.
    pub simulated: bool,
}

/// The yearly contacts a survey speaks for, by channel and, where known, by group: two margins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Universe {
    /// Channel, group ("" for all), contacts a year.
    pub contacts: Vec<(Channel, String, u64)>,
    /// The contacts of all channels together by one question's choices, where they were stated.
    pub groups: Option<Groups>,
}

/// Yearly contacts by who they are. How they spread over the channels nobody has stated, and nothing here says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    /// The question of the profile.
    pub question: Code,
    /// Its choices with their contacts a year, as far as stated.
    pub contacts: Vec<(Code, u64)>,
}

/// A device at a place, with a revocable link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kiosk {
    /// Its number.
    pub id: KioskId,
    /// The survey it asks.
    pub survey: SurveyId,
    /// Where it stands.
    pub place: String,
    /// Whether its link still works.
    pub revoked: bool,
}

impl Groups {
    /// The contacts of all groups that were stated.
    pub fn total(&self) -> u64 {
        self.contacts.iter().map(|(_, contacts)| contacts).sum()
    }

    /// The contacts of one group.
    pub fn of(&self, choice: &Code) -> Option<u64> {
        self.contacts.iter().find(|(own, _)| own == choice).map(|(_, contacts)| *contacts)
    }
}

impl Universe {
    /// All contacts of a year.
    pub fn total(&self) -> u64 {
        self.contacts.iter().map(|(_, _, contacts)| contacts).sum()
    }

    /// The contacts of one channel.
    pub fn of(&self, channel: Channel) -> Option<u64> {
        let mut own = self.contacts.iter().filter(|(own, _, _)| *own == channel).peekable();
        own.peek()?;
        Some(own.map(|(_, _, contacts)| contacts).sum())
    }
}
