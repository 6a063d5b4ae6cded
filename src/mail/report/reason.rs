//! Why a letter came back: a closed list of reasons.
//!
//! The words are those of sisimai, the reader of bounces that many mail services use, so that rules can be shared with it.

use std::fmt;

macro_rules! reasons {
    ($($(#[doc = $meaning:literal])* $name:ident = $word:literal, $number:literal;)*) => {
        /// Why a letter came back.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Reason { $($(#[doc = $meaning])* $name,)* }

        impl Reason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its word, as in a configuration file: `userunknown`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// The detail of the status that stands in where a report states none: `911` of `5.0.911`.
            pub(super) fn number(self) -> u16 {
                match self { $(Self::$name => $number,)* }
            }
        }
    };
}

reasons! {
    /// SPF, DKIM or DMARC of the sender failed.
    AuthFailure = "authfailure", 926;
    /// The sending address has a bad reputation.
    BadReputation = "badreputation", 975;
    /// The sending host is refused.
    Blocked = "blocked", 971;
    /// Something about the header or the form of the letter.
    ContentError = "contenterror", 960;
    /// Larger than the recipient takes.
    ExceedLimit = "exceedlimit", 923;
    /// Tried until the time was over.
    Expired = "expired", 947;
    /// No encrypted connection could be had.
    FailedStarttls = "failedstarttls", 976;
    /// Refused after the letter was handed over, often by the recipient's own filter.
    Filtered = "filtered", 910;
    /// The mailbox has moved.
    HasMoved = "hasmoved", 916;
    /// The domain does not exist.
    HostUnknown = "hostunknown", 912;
    /// The mailbox is full.
    MailboxFull = "mailboxfull", 922;
    /// A program that delivers at the other side failed.
    MailerError = "mailererror", 939;
    /// Larger than the server takes.
    MessageTooBig = "mesgtoobig", 934;
    /// No way through the network.
    NetworkError = "networkerror", 944;
    /// The server does not relay to this recipient.
    NoRelaying = "norelaying", 909;
    /// The host or domain takes no mail at all.
    NotAccept = "notaccept", 932;
    /// The letter does not follow the RFCs.
    NotCompliantRfc = "notcompliantrfc", 974;
    /// Refused in words that tell no reason.
    OnHold = "onhold", 901;
    /// Against a policy of the receiver.
    PolicyViolation = "policyviolation", 972;
    /// The sender's address is refused.
    Rejected = "rejected", 918;
    /// The sending host lacks a reverse name.
    RequirePtr = "requireptr", 973;
    /// A matter of security, such as a missing sign-in.
    SecurityError = "securityerror", 970;
    /// Taken for spam.
    SpamDetected = "spamdetected", 980;
    /// Sent too fast.
    Speeding = "speeding", 946;
    /// On the list of addresses that the relay does not write to.
    Suppressed = "suppressed", 903;
    /// The account is disabled.
    Suspend = "suspend", 921;
    /// A command was not understood.
    SyntaxError = "syntaxerror", 902;
    /// A failure within the receiving system.
    SystemError = "systemerror", 930;
    /// The receiving system's disk is full.
    SystemFull = "systemfull", 931;
    /// Too many connections or recipients at once.
    TooManyConnections = "toomanyconn", 945;
    /// Nothing is said.
    Undefined = "undefined", 900;
    /// The mailbox does not exist.
    UserUnknown = "userunknown", 911;
    /// Taken for a virus.
    VirusDetected = "virusdetected", 981;
}

impl Reason {
    /// Reads a word, in any case and with or without underscores: `user_unknown`.
    pub fn parse(word: &str) -> Option<Self> {
        let plain: String = word.trim().chars().filter(|c| *c != '_').flat_map(char::to_lowercase).collect();
        Self::ALL.iter().copied().find(|reason| reason.as_str() == plain)
    }

    /// Whether it tells something.
    pub(super) fn is_explicit(self) -> bool {
        !matches!(self, Self::Undefined | Self::OnHold)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Reason;

    #[test]
    fn every_word_is_read_back_and_none_is_used_twice() {
        for reason in Reason::ALL {
            assert_eq!(Reason::parse(reason.as_str()), Some(*reason));
        }
        assert_eq!(Reason::parse(" Mailbox_Full "), Some(Reason::MailboxFull));
        assert_eq!(Reason::parse("whatever"), None);
        let mut numbers: Vec<u16> = Reason::ALL.iter().map(|reason| reason.number()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), Reason::ALL.len());
    }
}
