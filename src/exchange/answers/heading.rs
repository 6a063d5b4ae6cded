//! What headings say, whoever wrote them.

/// When the answers were sent.
const SENT: [&str; 8] = [
    "timestamp",
    "informazioni cronologiche",
    "completion time",
    "ora di completamento",
    "horodateur",
    "zeitstempel",
    "marca temporal",
    "hora de finalización",
];

/// When the answers were begun, or the day that somebody wrote: when they were sent, where nothing else tells it.
const BEGUN: [&str; 3] = ["start time", "ora di inizio", "hora de inicio"];
const DATED: &[&str] = &[
    "data",
    "data compilazione",
    "data di compilazione",
    "data della compilazione",
    "date",
    "datum",
    "data risposta",
    "data invio",
];

/// What the programs note for themselves.
const RECORD: [&str; 14] = [
    "id",
    "start time",
    "ora di inizio",
    "hora de inicio",
    "last modified time",
    "ora ultima modifica",
    "ora dell ultima modifica",
    "total points",
    "punteggio totale",
    "quiz feedback",
    "score",
    "punteggio",
    "language",
    "lingua",
];

/// The columns of a quiz that stand as rows of a grid behind the question.
const ROWS_OF_QUIZ: [&str; 4] = ["punteggio", "score", "points", "feedback"];

/// What stands before a question's text where a quiz was marked.
const OF_QUIZ: [&str; 4] = ["points - ", "feedback - ", "punti - ", "commenti - "];

/// Whether a heading is that of the time of sending.
pub(super) fn is_sent(heading: &str) -> bool {
    SENT.contains(&fold(heading).as_str())
}

/// How well a heading may tell when the answers were sent, where none is that of the time of sending: 1 where they were begun, 2 for a
/// bare date.
pub(super) fn is_dated(heading: &str) -> Option<u8> {
    let folded = fold(heading);
    let is = |known: &[&str]| known.contains(&folded.as_str());
    if is(&BEGUN) { Some(1) } else { is(DATED).then_some(2) }
}

/// Whether a heading is one of the programs' own, where no question has that text.
pub(super) fn is_record(heading: &str) -> bool {
    let lower = heading.trim().to_lowercase();
    let of_quiz = of_grid(heading).is_some_and(|(_, row)| ROWS_OF_QUIZ.contains(&fold(row).as_str()));
    of_quiz || RECORD.contains(&fold(heading).as_str()) || OF_QUIZ.iter().any(|before| lower.starts_with(before))
}

/// Letters and digits in lower case, one blank between words: what is left when case, blanks, punctuation and the `*` of a required
/// question do not count.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            folded.push(letter);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A heading without the number of its question: `12. `, `3) `.
pub(super) fn unnumbered(heading: &str) -> &str {
    let heading = heading.trim();
    let rest = heading.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = heading.len() - rest.len();
    let after = rest.strip_prefix(['.', ')']).filter(|after| after.starts_with(char::is_whitespace));
    match after {
        Some(after) if (1..=3).contains(&digits) && !after.trim().is_empty() => after.trim_start(),
        _ => heading,
    }
}

/// A heading without the number that tells questions of one text apart, where it has one from 2 up.
pub(super) fn without_count(heading: &str) -> Option<&str> {
    let heading = heading.trim();
    let stem = heading.trim_end_matches(|c: char| c.is_ascii_digit());
    let count: u32 = heading[stem.len()..].parse().ok()?;
    (count >= 2 && !stem.trim().is_empty()).then_some(stem)
}

/// The two parts of a heading of a grid: `Question [Row]`.
pub(super) fn of_grid(heading: &str) -> Option<(&str, &str)> {
    let (question, row) = heading.trim().strip_suffix(']')?.split_once(" [")?;
    (!row.trim().is_empty()).then_some((question.trim(), row.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_blanks_punctuation_and_numbers_of_questions_do_not_count() {
        for text in ["Quanto è  soddisfatto?", "3. QUANTO È SODDISFATTO ? *", "12) quanto è\u{a0}soddisfatto"] {
            assert_eq!(fold(unnumbered(text)), "quanto è soddisfatto", "{text}");
        }
        assert_eq!(unnumbered("2026. "), "2026.");
        assert_eq!(unnumbered("18-24"), "18-24");
        assert_eq!(fold("…!"), "");
    }

    #[test]
    fn what_the_programs_note_is_known_in_italian_and_english() {
        for heading in ["Timestamp", "Informazioni cronologiche", "Ora di completamento", "completion time "] {
            assert!(is_sent(heading), "{heading}");
        }
        assert!(["ID", "Ora di inizio", "Points - Age?", "Nel complesso? [Punteggio]"].into_iter().all(is_record));
        assert_eq!(["Ora di inizio", "Data", "Data di nascita"].map(is_dated), [Some(1), Some(2), None]);
    }

    #[test]
    fn grids_and_repeated_questions_are_taken_apart() {
        assert_eq!(of_grid("Valuti il personale [Cortesia]"), Some(("Valuti il personale", "Cortesia")));
        assert_eq!(of_grid("Valuti il personale [ ]"), None);
        assert_eq!(of_grid("Valuti"), None);
        assert_eq!(without_count("Perché?2"), Some("Perché?"));
        assert_eq!(without_count("Anno 2026"), Some("Anno "));
        assert_eq!(without_count("Perché?1"), None);
        assert_eq!(without_count("7"), None);
    }
}
