//! Answers that were begun by invitation and not sent yet.

use super::RawAnswers;
use crate::ids::FormVersionId;
use crate::text::Language;

/// What was typed so far, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What was typed.
    pub answers: RawAnswers,
    /// The index of the page that was on screen.
    pub page: usize,
    /// The version of the form that was on screen.
    pub version: FormVersionId,
    /// The language in which it was read.
    pub language: Language,
}

/// How it is written.
#[derive(serde::Serialize, serde::Deserialize)]
struct Written {
    page: usize,
    /// Drafts from before surveys could move have none.
    #[serde(default)]
    version: i64,
    language: String,
    answers: Vec<(String, String)>,
}

impl Draft {
    /// The bytes of a draft are a multiple of this: all answers to the annual form with one comment of usual length fit, so that
    /// nearly all drafts are of one size and none tells by its own how much was answered.
    pub const BLOCK_BYTES: usize = 4_096;

    /// The draft as bytes, filled up to whole blocks.
    pub fn to_bytes(&self) -> Vec<u8> {
        let answers = self.answers.pairs().to_vec();
        let written = Written { page: self.page, version: self.version.0, language: self.language.to_string(), answers };
        let mut bytes = serde_json::to_vec(&written).expect("texts and numbers can be written");
        // Blanks at the end mean nothing in JSON.
        bytes.resize(bytes.len().next_multiple_of(Self::BLOCK_BYTES), b' ');
        bytes
    }

    /// Reads what [`Draft::to_bytes`] wrote; `None` for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let Written { page, version, language, answers } = serde_json::from_slice(bytes).ok()?;
        Some(Self {
            answers: RawAnswers::bounded(answers)?,
            page,
            version: FormVersionId(version),
            language: Language::parse(&language)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(comment: &str) -> Draft {
        let pairs = [("overall", "4"), ("needs", "fees"), ("needs", "other"), ("comment", comment)];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        Draft {
            answers: RawAnswers::bounded(pairs).unwrap(),
            page: 2,
            version: FormVersionId(3),
            language: Language::parse("sl").unwrap(),
        }
    }

    #[test]
    fn a_draft_reads_back_as_it_was() {
        for comment in ["", "Dvě \"řádky\"\n\u{1f600}\\ ", "  "] {
            assert_eq!(Draft::from_bytes(&draft(comment).to_bytes()), Some(draft(comment)));
        }
        assert_eq!(Draft::from_bytes(b"{}"), None);
        assert_eq!(Draft::from_bytes(b""), None);
    }

    #[test]
    fn a_drafts_size_says_nothing_of_a_usual_answer() {
        assert_eq!(draft("").to_bytes().len(), 4_096);
        assert_eq!(draft(&"a".repeat(2_000)).to_bytes().len(), 4_096);
        assert_eq!(draft(&"a".repeat(5_000)).to_bytes().len(), 8_192);
    }
}
