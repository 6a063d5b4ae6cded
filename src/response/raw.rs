//! What arrived, bounded and otherwise untouched.

use crate::ids::{DraftId, ResponseId};
use crate::text::Code;

/// The answers as they were typed: names and values, in order, a name perhaps several times (multiple choice).
///
/// Names are field codes (`overall`, `courtesy`, `courtesy_importance`); a multiple choice has its question's code once per
/// chosen option; values are scale values, choice codes, numbers or text. `?` says "don't know", `-` "not applicable".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawAnswers {
    pairs: Vec<(String, String)>,
}

impl RawAnswers {
    /// The most pairs kept.
    pub const MOST_PAIRS: usize = 1_000;
    /// The most bytes of names and values together.
    pub const MOST_BYTES: usize = 768 * 1_024;
    /// How "don't know" is sent.
    pub const DONT_KNOW: &'static str = "?";
    /// How "not applicable" is sent.
    pub const NOT_APPLICABLE: &'static str = "-";

    /// Takes pairs; `None` when there are too many or too long.
    pub fn bounded(pairs: Vec<(String, String)>) -> Option<Self> {
        let size: usize = pairs.iter().map(|(name, value)| name.len() + value.len()).sum();
        (pairs.len() <= Self::MOST_PAIRS && size <= Self::MOST_BYTES).then_some(Self { pairs })
    }

    /// The pairs in the order they came.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// The first value of a name, trimmed; `None` when absent or empty.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.pairs.iter().filter(|(own, _)| own == name).map(|(_, value)| value.trim()).find(|value| !value.is_empty())
    }

    /// Every non-empty value of a name, trimmed.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }
}

/// What makes the same submission, sent twice, one response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SubmissionKey {
    /// From an invitation; both derived by the caller who has the token.
    Invited {
        /// HMAC(token, "answer").
        answer: ResponseId,
        /// The draft that the answer ends.
        draft: DraftId,
    },
    /// From a UUID put in the page, the kiosk's queue, the key-in page or the API's caller.
    Page(uuid::Uuid),
    /// From an imported file: its SHA-256 and the row number.
    Imported([u8; 32], u64),
}

/// Answers that passed the gate: ready to store under one form version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The closed answers in the form version's layout.
    pub closed: Vec<u8>,
    /// The open texts that were given, cleaned of control characters, by question.
    pub texts: Vec<(Code, String)>,
}

/// Why answers were refused: every reason at once, in the order of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The field and what is wrong with it. Never empty.
    pub reasons: Vec<(String, RefusalReason)>,
}

/// What is wrong with one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefusalReason {
    /// A required answer is missing.
    Missing,
    /// The form does not know this field.
    UnknownField,
    /// The form does not know this answer.
    UnknownAnswer,
    /// More options than allowed; the most.
    TooMany(u8),
    /// An option that excludes the others was chosen with others.
    NotTogether,
    /// Not a whole number between least and most.
    OutOfRange(i64, i64),
    /// The text is longer than that many characters.
    TooLong(u32),
    /// The text came with characters that cannot be read.
    Unreadable,
}
