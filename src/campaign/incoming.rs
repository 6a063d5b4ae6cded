//! What comes in at the address for reports about letters, and what becomes of it.

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IncomingKind {
    /// A letter came back: nothing will ever arrive there.
    HardBounce,
    /// A letter came back, this time.
    SoftBounce,
    /// A letter came back for a reason that says nothing about the address.
    IgnoredBounce,
    /// A letter is late.
    Delay,
    /// The receiver called it unwanted.
    Complaint,
    /// The receiver wants no more letters and said so by a button of the mail program.
    OptOut,
    /// An out-of-office message, or another answer by a program.
    AutomaticReply,
    /// A letter was displayed or deleted.
    Receipt,
    /// A letter arrived or was handed on.
    Delivery,
    /// Something else, perhaps a person.
    Unknown,
}

/// A message as a person is shown it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The subject, decoded.
    pub subject: String,
    /// Who it says it is from.
    pub from: String,
    /// What it says, as plain text, never with marks of HTML; empty where the program could not read it.
    pub text: String,
    /// Addresses that it names and that may be whom it is about, the likeliest first.
    pub addresses: Vec<String>,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IncomingState {
    /// It changed something.
    Acted,
    /// It was counted and nothing else.
    Counted,
    /// It waits for a person.
    Kept,
    /// A person looked at it.
    Settled,
}

impl IncomingKind {
    /// All there are.
    pub const ALL: [Self; 10] = [
        Self::HardBounce,
        Self::SoftBounce,
        Self::IgnoredBounce,
        Self::Delay,
        Self::Complaint,
        Self::OptOut,
        Self::AutomaticReply,
        Self::Receipt,
        Self::Delivery,
        Self::Unknown,
    ];

    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::HardBounce => "hard_bounce",
            Self::SoftBounce => "soft_bounce",
            Self::IgnoredBounce => "ignored_bounce",
            Self::Delay => "delay",
            Self::Complaint => "complaint",
            Self::OptOut => "opt_out",
            Self::AutomaticReply => "automatic_reply",
            Self::Receipt => "receipt",
            Self::Delivery => "delivery",
            Self::Unknown => "unknown",
        }
    }

    /// Reads what [`IncomingKind::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl IncomingState {
    /// All there are.
    pub const ALL: [Self; 4] = [Self::Acted, Self::Counted, Self::Kept, Self::Settled];

    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Acted => "acted",
            Self::Counted => "counted",
            Self::Kept => "kept",
            Self::Settled => "settled",
        }
    }

    /// Reads what [`IncomingState::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_they_were_written() {
        assert!(IncomingKind::ALL.into_iter().all(|kind| IncomingKind::parse(kind.code()) == Some(kind)));
        assert!(IncomingState::ALL.into_iter().all(|state| IncomingState::parse(state.code()) == Some(state)));
    }
}
