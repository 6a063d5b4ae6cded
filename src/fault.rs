//! A mistake in a file a person edits: file, line, column, a caret under the place, and a hint. Data, not sentences:
//! `flows::words` says it in the reader's language.

mod nearest;
mod said;
pub mod typed;

pub use nearest::hint_among;
pub use said::{Said, Value};

use std::ops::Range;

/// One mistake. `column` counts characters from 1; `width` is how many characters the carets cover (at least 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file's name as the person knows it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How many characters are marked.
    pub width: usize,
    /// The whole line as it stands in the file.
    pub source: String,
    /// What is wrong, one sentence.
    pub message: Said,
    /// What to change, one sentence.
    pub hint: Said,
    /// Whether the file can be used all the same.
    pub severity: Severity,
}

/// How grave a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The file works, but a reader should look.
    Warning,
    /// The file is refused.
    Error,
}

impl Fault {
    /// A fault at a byte range of a text.
    pub fn at(file: &str, text: &str, range: Range<usize>, message: impl Into<Said>, hint: impl Into<Said>) -> Self {
        let start = floor_char_boundary(text, range.start);
        let end = floor_char_boundary(text, range.end.max(range.start));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let source = text[line_start..line_end].trim_end_matches('\r');
        let marked_end = end.clamp(start, line_start + source.len().max(start - line_start));
        Self {
            file: file.to_owned(),
            line: text[..line_start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            width: text[start..marked_end].chars().count().max(1),
            source: source.to_owned(),
            message: message.into(),
            hint: hint.into(),
            severity: Severity::Error,
        }
    }

    /// The same fault as a warning.
    pub fn warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }
}

/// The text of a file a person edits: UTF-8, without the mark that some editors put before it. The fault marks the first byte that is none,
/// also a zero byte, which no text has.
pub fn text_of(file: &str, bytes: &[u8]) -> Result<String, Vec<Fault>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let broken_at = match std::str::from_utf8(bytes) {
        // A zero byte is in no text, but in every second place of one in UTF-16.
        Ok(text) => text.find('\0'),
        Err(error) => Some(error.valid_up_to()),
    };
    match broken_at {
        None => Ok(String::from_utf8_lossy(bytes).into_owned()),
        Some(at) => {
            // Up to the broken byte the two texts are the same, so the place is the same too.
            let shown = String::from_utf8_lossy(bytes);
            Err(vec![Fault::at(file, &shown, at..at + 1, "fault-not-utf-8", "fault-hint-utf-8")])
        }
    }
}

fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_widths_count_characters() {
        let text = "a = 1\nperché = \"x\"\n";
        let at = text.find("\"x\"").unwrap();
        let fault = Fault::at("f.toml", text, at..at + 3, "m", "h");
        assert_eq!((fault.line, fault.column, fault.width, fault.source.as_str()), (2, 10, 3, "perché = \"x\""));
    }

    #[test]
    fn text_that_is_not_utf_8_is_marked_at_the_first_broken_byte() {
        let fault = text_of("f.toml", b"a = 1\nqualit\xe0 = 2\n").unwrap_err().remove(0);
        assert_eq!((fault.line, fault.column, fault.width), (2, 7, 1));
        assert_eq!(text_of("f.toml", "\u{feff}più".as_bytes()), Ok("più".to_owned()));
    }

    #[test]
    fn a_range_past_the_end_still_points_somewhere() {
        let fault = Fault::at("f", "abc", 10..20, "m", "h");
        assert_eq!((fault.line, fault.column, fault.width), (1, 4, 1));
    }

    #[test]
    fn a_file_in_utf_16_is_told_where_it_is_no_text() {
        let utf_16: Vec<u8> = "a = 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let faults = text_of("carta.toml", &utf_16).unwrap_err();
        assert_eq!((faults[0].line, faults[0].column, faults[0].message.key), (1, 2, "fault-not-utf-8"));
        assert_eq!(text_of("carta.toml", "\u{feff}città".as_bytes()), Ok("città".to_owned()));
    }
}
