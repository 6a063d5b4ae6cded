//! Mistakes of fluent itself, in our words.

use crate::fault::Said;
use fluent_syntax::parser::{ErrorKind, ParserError};
use std::ops::Range;

/// Where a text is none of fluent, what is wrong, and what to change.
pub(super) fn mistake(text: &str, error: &ParserError) -> (Range<usize>, Said, &'static str) {
    let (said, hint) = match &error.kind {
        ErrorKind::ExpectedToken('=') => ("fault-fluent-equals", "fault-hint-fluent-equals"),
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } | ErrorKind::MissingValue => {
            ("fault-fluent-no-text", "fault-hint-texts-empty")
        }
        ErrorKind::MissingDefaultVariant | ErrorKind::MultipleDefaultVariants => {
            ("fault-fluent-default", "fault-hint-fluent-default")
        }
        ErrorKind::UnterminatedStringLiteral
        | ErrorKind::UnbalancedClosingBrace
        | ErrorKind::ExpectedInlineExpression
        | ErrorKind::ExpectedToken('}') => ("fault-fluent-braces", "fault-hint-fluent-braces"),
        _ => ("fault-fluent", "fault-hint-fluent"),
    };
    (place(text, error), said.into(), hint)
}

/// Where a reader looks: the parser may stand at the beginning of the next line, or of the next text, when it misses something.
fn place(text: &str, error: &ParserError) -> Range<usize> {
    let mut start = error.pos.start.min(text.len());
    let begins_line = start == 0 || text[..start].ends_with('\n');
    let slice = error.slice.clone().unwrap_or(start..start);
    if begins_line && slice.start < start {
        start = text[..start].trim_end().len().max(slice.start);
    }
    start..error.pos.end.max(start + 1)
}
