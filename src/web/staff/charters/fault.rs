//! What the reader of the file says, at the fields in which it was typed.

use crate::flows::words::said_in_words;
use crate::language::say;
use crate::text::Language;

/// What is wrong with an entry that was typed in a field: in words of the page, where those of the file would speak of TOML.
pub(super) fn fault_at_field(language: &Language, fault: &crate::fault::Fault) -> String {
    let own = match (fault.message.key, fault.hint.key) {
        ("fault-target", "fault-hint-share") => "charters-no-share",
        ("fault-no-calendar", _) => "charters-no-calendar",
        _ => return format!("{} {}", said_in_words(language, &fault.message), said_in_words(language, &fault.hint)),
    };
    say(language, own)
}

/// The entry of the file that a fault of a written charter marks: every entry has a line of its own.
pub(super) fn entry_of(fault: &crate::fault::Fault) -> &str {
    fault.source.split(" = ").next().unwrap_or_default()
}
