//! Mistakes of TOML itself, in our words.

use crate::fault::Said;

/// What the parser found wrong and what to change. Its own words are English: only what no sentence of ours covers quotes them.
pub fn syntax(words: &str) -> (Said, &'static str) {
    let says = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    if says(&["duplicate", "redefin"]) {
        (Said::new("fault-toml-twice"), "fault-hint-toml-twice")
    } else if says(&["string", "quote", "escape"]) {
        (Said::new("fault-toml-string"), "fault-hint-toml-string")
    } else if says(&["array", "]"]) {
        (Said::new("fault-toml-list"), "fault-hint-toml-list")
    } else if says(&["inline table", "}"]) {
        (Said::new("fault-toml-braces"), "fault-hint-toml-braces")
    } else if says(&["missing value", "no value", "assignment", "key-value pair"]) {
        (Said::new("fault-toml-entry"), "fault-hint-toml")
    } else {
        (Said::new("fault-toml").with("detail", words), "fault-hint-toml")
    }
}
