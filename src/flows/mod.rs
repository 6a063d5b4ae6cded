//! What people do, one verb a file: the product's table of contents.
//!
//! Every flow takes the [`Site`](crate::site::Site) first and ends in one of three ways: done, [`Refused`] (the person can act)
//! or [`Failed`] (we must act). A page, the kiosk, the API, a command: all enter by the same flows. A charter written on screen
//! is a draft first ([`write_charter`]) and enters, like a file, by [`adopt_charter`].

pub mod account_for_contacts;
pub mod adjust_survey;
pub mod adopt_charter;
pub mod advise_form;
mod amendments;
pub mod check_mail;
pub mod close_survey;
pub mod design_form;
pub mod draw_sample;
pub mod export_answers;
pub mod forget_contacts;
pub mod import_answers;
pub mod import_contacts;
pub mod import_register;
pub mod import_yearly_contacts;
pub mod keep_draft;
pub mod letter_identifier;
pub mod limit_asking;
pub mod make_report;
pub mod moderate_comments;
pub mod move_survey;
pub mod open_survey;
pub mod opt_out;
pub mod place_kiosk;
pub mod plan_survey;
pub mod publish_form;
pub mod publish_report;
pub mod queue_letters;
pub mod read_reports;
pub mod read_results;
pub mod receive_answers;
pub mod record_figures;
pub mod seal_verdicts;
pub mod send_invitations;
pub mod settle_reports;
pub mod sign_in;
mod stale;
mod stop_writing;
pub mod thank_invited;
pub mod words;
pub mod write_charter;
pub mod write_letters;

use crate::fault::Fault;
use crate::response::Refusal;
use crate::store::StoreError;
use crate::survey::{Channel, NotAdmitted, State};
use chrono::NaiveDate;
use std::fmt;

/// Why a flow was not done.
#[derive(Debug)]
pub enum Stop {
    /// The person can act.
    Refused(Refused),
    /// We must act.
    Failed(Failed),
}

/// A refusal: what the person can change, as data; `web` and `cli` put it in words.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// A link that leads nowhere.
    UnknownLink,
    /// A kiosk's link that was revoked.
    RevokedLink,
    /// An invitation whose contact the office has removed.
    RevokedInvitation,
    /// The survey opens on that day.
    NotYet(NaiveDate),
    /// The survey closed on that day.
    Closed(NaiveDate),
    /// The survey does not take answers through this channel.
    ChannelOff(Channel),
    /// Answers that the form does not accept.
    Answers(Refusal),
    /// The survey's state does not allow it.
    WrongState(State),
    /// Results are asked for while a survey of the edition takes answers.
    StillCollecting,
    /// Mistakes in a form, charter or other file.
    Faults(Vec<Fault>),
    /// A value typed by staff: the field, and the key of the sentence that says what to change.
    Invalid(&'static str, &'static str),
    /// What was asked for is not there: the key of its name.
    NotThere(&'static str),
    /// It is there already: the key of its name.
    Exists(&'static str),
    /// Login or password are wrong.
    SignIn,
    /// Too many attempts to sign in: wait a minute.
    TooManyAttempts,
    /// The account's role does not allow it.
    MayNot,
}

/// A failure. Its text goes to the log and to the terminal, never to a citizen; it holds no personal data.
#[derive(Debug)]
pub enum Failed {
    /// The database.
    Store(StoreError),
    /// The key file.
    Keys(std::io::Error),
    /// A survey without its key: the key file is not the database's.
    KeyMissing(crate::ids::SurveyId),
    /// Something stored cannot be read any more: which.
    Broken(String),
    /// The report could not be made: why.
    Report(String),
}

/// How a flow ends.
pub type Outcome<T> = Result<T, Stop>;

impl From<Refused> for Stop {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl From<Failed> for Stop {
    fn from(failed: Failed) -> Self {
        Self::Failed(failed)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(Failed::Store(error))
    }
}

impl From<NotAdmitted> for Refused {
    fn from(not: NotAdmitted) -> Self {
        match not {
            NotAdmitted::NotYet(day) => Self::NotYet(day),
            NotAdmitted::Closed(day) => Self::Closed(day),
            NotAdmitted::ChannelOff(channel) => Self::ChannelOff(channel),
        }
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Store(error) => write!(f, "{error}"),
            Self::Keys(error) => write!(f, "the key file: {error}"),
            Self::KeyMissing(survey) => {
                write!(f, "the key file has no key for survey {survey}: is it the key file of this database?")
            }
            Self::Broken(what) => write!(f, "{what} cannot be read"),
            Self::Report(why) => write!(f, "the report could not be made: {why}"),
        }
    }
}

/// Names of things, as keys of texts, for [`Refused::NotThere`] and [`Refused::Exists`].
pub mod thing {
    #![allow(missing_docs)] // The names say it.
    pub const ACCOUNT: &str = "thing-account";
    pub const ACTION: &str = "thing-action";
    pub const CHARTER: &str = "thing-charter";
    pub const CHARTER_DRAFT: &str = "thing-charter-draft";
    pub const COMMENT: &str = "thing-comment";
    pub const EDITION: &str = "thing-edition";
    pub const FORM: &str = "thing-form";
    pub const FORM_DRAFT: &str = "thing-form-draft";
    pub const KIOSK: &str = "thing-kiosk";
    pub const OFFICE: &str = "thing-office";
    pub const MAIL_REPORT: &str = "thing-mail-report";
    pub const REPORT: &str = "thing-report";
    pub const STANDARD: &str = "thing-standard";
    pub const SURVEY: &str = "thing-survey";
}
