//! Typed identifiers: a contact's number can never be taken for an invitation's.

use std::fmt;

macro_rules! numbered {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

numbered!(
    /// An office.
    OfficeId,
    /// A staff account.
    AccountId,
    /// A charter version of an office.
    CharterId,
    /// A year of an office.
    EditionId,
    /// An immutable form version.
    FormVersionId,
    /// A questionnaire that staff are writing.
    FormDraftId,
    /// A form in the field.
    SurveyId,
    /// A seal of a survey's plan of analysis.
    SealId,
    /// A person who may be invited.
    ContactId,
    /// A random sample of the contacts of a survey.
    SampleId,
    /// An invitation of one contact to one survey.
    InvitationId,
    /// One letter (invitation or reminder) to be sent.
    LetterId,
    /// A message that came in at the address for reports.
    MailReportId,
    /// A kiosk device.
    KioskId,
    /// One improvement action.
    ActionId,
    /// A published report.
    PublicationId,
);

/// The random or keyed identifier of a response. Never time-ordered: it must say nothing of when or by whom.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ResponseId(pub [u8; 16]);

impl fmt::Debug for ResponseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResponseId(..)")
    }
}

/// The keyed identifier of a draft of an invited answer: without the invitation's token it says nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DraftId(pub [u8; 16]);

impl fmt::Debug for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DraftId(..)")
    }
}

/// The random identifier of an open-text answer under moderation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CommentId(pub [u8; 16]);

impl CommentId {
    /// The identifier as 32 hexadecimal digits, for a link or a form field.
    pub fn to_hex(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Reads what [`CommentId::to_hex`] wrote; `None` for anything else.
    pub fn from_hex(typed: &str) -> Option<Self> {
        if typed.len() != 32 || !typed.is_ascii() {
            return None;
        }
        let mut bytes = [0; 16];
        for (index, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&typed[index * 2..index * 2 + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_id_survives_a_round_trip_and_refuses_anything_else() {
        let id = CommentId([7, 255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
        assert_eq!(CommentId::from_hex(&id.to_hex()), Some(id));
        assert_eq!(CommentId::from_hex("07ff"), None);
        assert_eq!(CommentId::from_hex(&"zz".repeat(16)), None);
        assert_eq!(CommentId::from_hex(&"é".repeat(16)), None);
    }
}
