//! Why the office may write to somebody, and why an address is not written to.

/// The legal basis of keeping contacts and writing to them.
///
/// Of the six of GDPR 6(1) those that an office can have: vital interests are not at stake, and a public authority may not rely on
/// legitimate interests in its tasks (GDPR 6(1), second subparagraph).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LegalBasis {
    /// A task in the public interest, GDPR 6(1)(e): what measuring satisfaction with a public service is.
    #[default]
    PublicTask,
    /// A legal obligation, GDPR 6(1)(c).
    LegalObligation,
    /// Consent, GDPR 6(1)(a).
    Consent,
    /// A contract with the person, GDPR 6(1)(b).
    Contract,
}

/// Why an address is on the suppression list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SuppressionKind {
    /// The person asked for no more letters.
    OptOut,
    /// Its server said for good that there is no such mailbox.
    HardBounce,
    /// The person reported a letter as unwanted.
    Complaint,
}

impl LegalBasis {
    /// All of them, the usual one first.
    pub const ALL: [Self; 4] = [Self::PublicTask, Self::LegalObligation, Self::Consent, Self::Contract];

    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::PublicTask => "public_task",
            Self::LegalObligation => "legal_obligation",
            Self::Consent => "consent",
            Self::Contract => "contract",
        }
    }

    /// Reads what [`LegalBasis::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.code() == code)
    }
}

impl SuppressionKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::OptOut, Self::HardBounce, Self::Complaint];

    /// The code in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::OptOut => "opt_out",
            Self::HardBounce => "hard_bounce",
            Self::Complaint => "complaint",
        }
    }

    /// Reads what [`SuppressionKind::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_they_were_written_and_a_public_task_is_usual() {
        assert!(LegalBasis::ALL.into_iter().all(|basis| LegalBasis::parse(basis.code()) == Some(basis)));
        assert!(SuppressionKind::ALL.into_iter().all(|kind| SuppressionKind::parse(kind.code()) == Some(kind)));
        assert_eq!(LegalBasis::default(), LegalBasis::ALL[0]);
    }
}
