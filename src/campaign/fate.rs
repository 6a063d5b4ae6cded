//! What became of each contact: exactly one thing, so that all of them add up.

use super::LetterState;

/// What became of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fate {
    /// A mail server took the invitation, and no report came back.
    Sent,
    /// The invitation waits, or is being handed over at this moment.
    Waiting,
    /// The invitation may have gone out or not.
    Uncertain,
    /// There is no such mailbox.
    BouncedHard,
    /// It was refused, or came back, for another reason.
    BouncedSoft,
    /// Nothing was sent: the person asked for that, or nothing can reach the address.
    Suppressed,
    /// Nothing was sent: the survey closed before.
    Cancelled,
    /// Left out, because asked too often of late.
    AskedRecently,
    /// Not in the sample.
    NotDrawn,
    /// Nobody has queued an invitation yet.
    NotInvited,
}

/// What is known of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Where its invitation stands; `None` for none.
    pub invitation: Option<LetterState>,
    /// Whether it asked not to be written to.
    pub opted_out: bool,
    /// Whether it was left out, because asked too often of late.
    pub asked_recently: bool,
    /// Whether it would be invited: there is no sample, or it is in one.
    pub drawn: bool,
}

impl Fate {
    /// All of them, in the order in which a reader wants them.
    pub const ALL: [Self; 10] = [
        Self::Sent,
        Self::Waiting,
        Self::Uncertain,
        Self::BouncedHard,
        Self::BouncedSoft,
        Self::Suppressed,
        Self::Cancelled,
        Self::AskedRecently,
        Self::NotDrawn,
        Self::NotInvited,
    ];

    /// What became of a contact. Whoever opts out after the invitation was sent, was sent it all the same.
    pub fn of(known: &Known) -> Self {
        match known.invitation {
            Some(LetterState::Done) => Self::Sent,
            Some(LetterState::Waiting | LetterState::Sending) => Self::Waiting,
            Some(LetterState::Uncertain) => Self::Uncertain,
            Some(LetterState::BouncedHard) => Self::BouncedHard,
            Some(LetterState::BouncedSoft) => Self::BouncedSoft,
            Some(LetterState::Suppressed) => Self::Suppressed,
            Some(LetterState::Cancelled) => Self::Cancelled,
            None if known.opted_out => Self::Suppressed,
            None if !known.drawn => Self::NotDrawn,
            None if known.asked_recently => Self::AskedRecently,
            None => Self::NotInvited,
        }
    }

    /// Its name in texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Waiting => "waiting",
            Self::Uncertain => "uncertain",
            Self::BouncedHard => "bounced_hard",
            Self::BouncedSoft => "bounced_soft",
            Self::Suppressed => "suppressed",
            Self::Cancelled => "cancelled",
            Self::AskedRecently => "asked_recently",
            Self::NotDrawn => "not_drawn",
            Self::NotInvited => "not_invited",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_contact_has_one_fate_and_the_letter_comes_first() {
        let fresh = Known { invitation: None, opted_out: false, asked_recently: false, drawn: true };
        assert_eq!(Fate::of(&fresh), Fate::NotInvited);
        assert_eq!(Fate::of(&Known { asked_recently: true, ..fresh }), Fate::AskedRecently);
        assert_eq!(Fate::of(&Known { drawn: false, asked_recently: true, ..fresh }), Fate::NotDrawn);
        assert_eq!(Fate::of(&Known { opted_out: true, drawn: false, ..fresh }), Fate::Suppressed);
        let sent = Known { invitation: Some(LetterState::Done), opted_out: true, ..fresh };
        assert_eq!(Fate::of(&sent), Fate::Sent, "opting out later takes no letter back");
        let reached: std::collections::BTreeSet<Fate> =
            LetterState::ALL.into_iter().map(|state| Fate::of(&Known { invitation: Some(state), ..fresh })).collect();
        assert_eq!(reached.len(), 7, "waiting and being sent are one to the reader");
    }
}
