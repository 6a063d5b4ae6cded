//! A part that a machine lacks is named on standard error itself: what the harness captures of a passing test nobody reads.

use std::io::Write;

/// Says that tests are skipped for want of `part`, once for each part and reason; fails where `ASCOLTO_TEST_REQUIRE` names it.
pub fn skip(part: &str, reason: &str) {
    static SAID: std::sync::Mutex<Vec<String>> = std::sync::Mutex::new(Vec::new());
    let required = std::env::var("ASCOLTO_TEST_REQUIRE").unwrap_or_default();
    assert!(!required.split(',').any(|own| own.trim() == part), "ASCOLTO_TEST_REQUIRE asks for {part}, but {reason}");
    let line = format!("SKIPPED, no {part}: {reason}");
    let mut said = SAID.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if !said.contains(&line) {
        writeln!(std::io::stderr(), "{line}").expect("standard error can be written");
        said.push(line);
    }
}
