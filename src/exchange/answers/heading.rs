//! What headings say, whoever wrote them.

use super::matching::TakenFor;

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

/// Who answered, as the programs themselves note it or as questionnaires ask for it.
const PERSONAL: [&str; 38] = [
    "email",
    "e mail",
    "email address",
    "e mail address",
    "indirizzo email",
    "indirizzo e mail",
    "la tua email",
    "posta elettronica",
    "indirizzo di posta elettronica",
    "correo electrónico",
    "adresse e mail",
    "e mail adresse",
    "name",
    "full name",
    "first name",
    "last name",
    "surname",
    "your name",
    "nome",
    "cognome",
    "nome e cognome",
    "cognome e nome",
    "nominativo",
    "il tuo nome",
    "nombre",
    "nom",
    "username",
    "user name",
    "nome utente",
    "nutzername",
    "phone",
    "phone number",
    "telefono",
    "numero di telefono",
    "cellulare",
    "codice fiscale",
    "tax code",
    "telephone",
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

/// What stands before a question's text where a quiz was marked.
const OF_QUIZ: [&str; 4] = ["points - ", "feedback - ", "punti - ", "commenti - "];

/// What a heading is of the programs' own, if it is that before any question is looked at.
pub(super) fn known(heading: &str) -> Option<TakenFor> {
    let folded = fold(heading);
    match folded.as_str() {
        own if PERSONAL.contains(&own) => Some(TakenFor::Personal),
        own if SENT.contains(&own) => Some(TakenFor::Sent),
        _ => None,
    }
}

/// Whether a heading is one of the programs' own, where no question has that text.
pub(super) fn is_record(heading: &str) -> bool {
    let lower = heading.trim().to_lowercase();
    RECORD.contains(&fold(heading).as_str()) || OF_QUIZ.iter().any(|before| lower.starts_with(before))
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
            assert_eq!(known(heading), Some(TakenFor::Sent), "{heading}");
        }
        for heading in ["Email", "Indirizzo e-mail", "Posta elettronica", "Nome utente", "NAME", "Nome e cognome:"] {
            assert_eq!(known(heading), Some(TakenFor::Personal), "{heading}");
        }
        assert!(["ID", "Ora di inizio", "Points - Age?"].into_iter().all(is_record));
        assert_eq!(known("Nome dell'ufficio"), None);
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
