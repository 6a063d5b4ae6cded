//! What is told of a draft before it is adopted: its mistakes, its doubts, what it changes, and which verdicts that touches.

use super::draft::Drafted;
use super::words::{Change, Reader, changes};
use crate::charter::Charter;
use crate::fault::{Fault, Severity};
use crate::flows::words::{faults_in_words, said_in_words};
use crate::web::staff::session::Desk;

/// What the check found, in words.
pub(super) struct Found {
    /// The faults of the file with line and caret; "" for none.
    pub faults: String,
    /// Doubts about the file that refuse nothing: the line, what is doubtful and what to do.
    pub warnings: Vec<String>,
    /// The charter of the office that is valid in one of the same years; "" for none.
    pub overlap: String,
    /// The differences from the version before, and a sentence that names it; none where it is the first.
    pub changes: Vec<Change>,
    pub compared: String,
    /// The promises whose verdicts are found otherwise, by title.
    pub touched: Vec<String>,
}

/// Looks at a draft.
pub(super) fn check(desk: &Desk, drafted: &Drafted) -> Found {
    let language = &desk.language;
    let faults = &drafted.checked.reading.faults;
    let of = |severity| faults.iter().filter(move |fault| fault.severity == severity).cloned().collect::<Vec<Fault>>();
    let warning = |fault: Fault| {
        let words = format!("{} {}", said_in_words(language, &fault.message), said_in_words(language, &fault.hint));
        let about = promise_at(drafted, fault.line);
        about.map_or_else(|| words.clone(), |title| format!("{title}: {words}"))
    };
    let (changes, compared) = compare(desk, drafted);
    Found {
        faults: faults_in_words(language, &of(Severity::Error)),
        warnings: of(Severity::Warning).into_iter().map(warning).collect(),
        overlap: drafted.checked.overlap.as_ref().map(|fault| overlap(desk, fault)).unwrap_or_default(),
        touched: changes.iter().filter(|change| change.touches).map(|change| change.what.clone()).collect(),
        changes,
        compared,
    }
}

/// That another charter of the office is valid in one of the same years.
pub(super) fn overlap(desk: &Desk, fault: &Fault) -> String {
    format!("{} {}", said_in_words(&desk.language, &fault.message), desk.say("charters-overlap-hint"))
}

/// The title of the promise whose block of the file holds a line, where the file is written in blocks.
fn promise_at(drafted: &Drafted, line: usize) -> Option<String> {
    let charter = drafted.checked.reading.charter.as_ref()?;
    let above = drafted.checked.draft.source.lines().take(line).filter(|line| line.trim() == "[[standards]]").count();
    let standard = charter.standards.get(above.checked_sub(1)?)?;
    Some(drafted.reader(&drafted.language, charter).text(&standard.title))
}

fn compare(desk: &Desk, drafted: &Drafted) -> (Vec<Change>, String) {
    let both: Option<(&Charter, &Charter)> = drafted.checked.reading.charter.as_ref().zip(drafted.before.as_ref());
    let Some((newer, older)) = both else { return (Vec::new(), String::new()) };
    let version = drafted.checked.before.as_ref().map(|version| version.version.to_string()).unwrap_or_default();
    let readers: [Reader; 2] = [older, newer].map(|charter| drafted.reader(&desk.language, charter));
    let [older, newer] = readers;
    let values = [("title", older.text(&older.charter.title).into()), ("version", version.into())];
    (changes(&older, &newer), desk.say_with("charters-compared", &values))
}
