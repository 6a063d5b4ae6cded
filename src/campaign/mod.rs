//! Who is invited: contacts and samples of them, their invitations, the letters that carry them.

mod address;
mod asking;
mod basis;
mod certified;
mod columns;
mod contacts_file;
mod fate;
mod incoming;
mod letter;
mod letter_check;
mod letter_form;
mod letter_look;
pub mod letter_text;
mod pace;
pub mod sample;
mod segment;
mod test_letter;

pub use address::{Address, NotAnAddress};
pub use asking::{AskingLimit, month_of};
pub use basis::{LegalBasis, SuppressionKind};
pub use certified::is_certified;
pub use columns::{Attribute, ColumnUse, ContactTable};
pub use contacts_file::{ContactsFile, NewContact, NoContacts, RowFault, RowReason, read_contacts};
pub use fate::{Fate, Known};
pub use incoming::{IncomingKind, IncomingState, Shown};
pub use letter::{Occasion, Recipient, Written, write_letter};
pub use letter_form::{GAPS, LetterForm, fill_gaps, gap_values, has_gap};
pub use letter_look::LETTER_STYLE;
pub use pace::{Pace, left_alone};
pub use segment::{Condition, Segment};
pub use test_letter::write_test_letter;

use crate::ids::{ContactId, InvitationId, LetterId, SurveyId};
use crate::text::Language;

/// A person who may be invited. Deleted on schedule after the survey closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its number.
    pub id: ContactId,
    /// The survey it was uploaded for.
    pub survey: SurveyId,
    /// The address as typed, checked.
    pub address: String,
    /// The name for the salutation; may be empty.
    pub name: String,
    /// The language of the letter.
    pub language: Language,
}

/// One letter to one invited contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its number.
    pub id: LetterId,
    /// The invitation it carries: its token is derived from this number and the survey's key.
    pub invitation: InvitationId,
    /// The survey.
    pub survey: SurveyId,
    /// Which letter it is.
    pub kind: LetterKind,
    /// Which reminder: 1, 2, ...; 1 for an invitation and for thanks.
    pub number: i32,
    /// The receiver's mail domain.
    pub domain: String,
    /// How often sending was begun.
    pub attempts: u16,
    /// Tells this claim from those before; begins anew never, also where the attempts do.
    pub claim: i32,
    /// What an earlier pass left at a reminder; `None` before its first.
    pub trace: Option<Vec<u8>>,
}

/// Which letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LetterKind {
    /// The first.
    Invitation,
    /// To those who have not answered.
    Reminder,
    /// To everybody who was invited, once the results are published: who has answered is not known.
    Thanks,
}

/// Where a letter stands.
///
/// A reminder's state tells nothing of its own fate: all reminders of one number wait until the last of them is settled, and
/// become `Done` together. Otherwise the database would say who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LetterState {
    /// To be sent when due.
    Waiting,
    /// Claimed by a sender until its lease ends.
    Sending,
    /// Sent, or not needed.
    Done,
    /// Its sender died when it was being handed over, or the server said nothing to it: it may have gone out or not. A person decides.
    Uncertain,
    /// Will never arrive: there is no such mailbox.
    BouncedHard,
    /// Did not arrive this time: the mailbox is full, the server wants none of it.
    BouncedSoft,
    /// Not sent: the receiver asked not to be written to, or cannot be.
    Suppressed,
    /// Not to be sent any more: the survey closed.
    Cancelled,
}

/// What happened to an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Happening {
    /// Its letter was put in the queue.
    Queued,
    /// A mail server took it.
    Sent,
    /// It is to be tried again.
    Deferred,
    /// It may have gone out or not.
    Uncertain,
    /// It was refused, or came back: no such mailbox.
    BouncedHard,
    /// It was refused, or came back: not this time.
    BouncedSoft,
    /// The receiver complained about it as unwanted.
    Complained,
    /// The receiver asked not to be written to.
    OptedOut,
    /// It was not sent, because the receiver had asked not to be written to.
    Suppressed,
    /// It was not sent, because the survey closed.
    Cancelled,
    /// Staff had it tried again.
    Retried,
    /// A reminder to all who have not answered was put in the queue: the same line for everybody.
    Reminder,
    /// Thanks to everybody invited were put in the queue: the same line for everybody.
    Thanks,
}

impl LetterKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Invitation, Self::Reminder, Self::Thanks];

    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reminder => "reminder",
            Self::Thanks => "thanks",
        }
    }

    /// Reads what [`LetterKind::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl LetterState {
    /// All states.
    pub const ALL: [Self; 8] = [
        Self::Waiting,
        Self::Sending,
        Self::Done,
        Self::Uncertain,
        Self::BouncedHard,
        Self::BouncedSoft,
        Self::Suppressed,
        Self::Cancelled,
    ];
    /// Those that did not arrive.
    pub const BOUNCED: [Self; 2] = [Self::BouncedHard, Self::BouncedSoft];

    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Done => "done",
            Self::Uncertain => "uncertain",
            Self::BouncedHard => "bounced_hard",
            Self::BouncedSoft => "bounced_soft",
            Self::Suppressed => "suppressed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads what [`LetterState::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

impl Happening {
    /// All there are.
    pub const ALL: [Self; 13] = [
        Self::Queued,
        Self::Sent,
        Self::Deferred,
        Self::Uncertain,
        Self::BouncedHard,
        Self::BouncedSoft,
        Self::Complained,
        Self::OptedOut,
        Self::Suppressed,
        Self::Cancelled,
        Self::Retried,
        Self::Reminder,
        Self::Thanks,
    ];

    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Deferred => "deferred",
            Self::Uncertain => "uncertain",
            Self::BouncedHard => "bounced_hard",
            Self::BouncedSoft => "bounced_soft",
            Self::Complained => "complained",
            Self::OptedOut => "opted_out",
            Self::Suppressed => "suppressed",
            Self::Cancelled => "cancelled",
            Self::Retried => "retried",
            Self::Reminder => "reminder",
            Self::Thanks => "thanks",
        }
    }

    /// Reads what [`Happening::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.code() == code)
    }
}
