//! What is wrong with a text of a letter: found before it is kept, so that none is met when letters are sent.

use super::letter_text::{BODY, Brace, LetterText, Placeholder, SUBJECT, Template, braces};
use crate::fault::{Fault, Said, hint_among};
use std::ops::Range;

/// The longest subject in characters: what a screen shows of one is less.
const MOST_SUBJECT: usize = 150;
/// The longest body in characters.
const MOST_BODY: usize = 8_000;
/// The longest sentence on where the address is from.
const MOST_SOURCE: usize = 600;
/// Addresses behind which nobody sees where they lead.
const SHORTENERS: [&str; 8] = ["bit.ly/", "tinyurl.com/", "t.co/", "goo.gl/", "ow.ly/", "is.gd/", "cutt.ly/", "rebrand.ly/"];

impl Template {
    /// Everything that is wrong with it, and what a reader should look at; a text without errors can be sent.
    pub fn check(&self, text: LetterText) -> Vec<Fault> {
        let mut faults = if text.has_subject() { check_subject(&self.subject, text) } else { Vec::new() };
        faults.extend(check_body(&self.body, text));
        faults
    }
}

fn check_subject(subject: &str, text: LetterText) -> Vec<Fault> {
    let whole = |message: &'static str, hint: Said| Fault::at(SUBJECT, subject, 0..subject.len(), message, hint);
    if subject.trim().is_empty() {
        return vec![whole("fault-letter-no-subject", "fault-hint-letter-subject".into())];
    }
    if let Some(at) = subject.find('\n') {
        return vec![Fault::at(SUBJECT, subject, at..at, "fault-letter-subject-lines", "fault-hint-letter-one-line")];
    }
    let mut faults = check_placeholders(SUBJECT, subject, &text.in_subject());
    if subject.chars().count() > MOST_SUBJECT {
        faults.push(whole("fault-letter-subject-long", Said::new("fault-hint-letter-shorter").with("most", MOST_SUBJECT)));
    }
    faults
}

fn check_body(body: &str, text: LetterText) -> Vec<Fault> {
    let most = if text.has_subject() { MOST_BODY } else { MOST_SOURCE };
    let end = body.trim_end().len();
    let last = body[..end].rfind('\n').map_or(0, |at| at + 1)..end;
    if body.trim().is_empty() {
        return vec![Fault::at(BODY, body, 0..0, "fault-letter-empty", "fault-hint-letter-empty")];
    }
    let mut faults = check_placeholders(BODY, body, text.placeholders());
    let named: Vec<(Placeholder, Range<usize>)> = braces(body).into_iter().filter_map(|brace| brace.known()).collect();
    for own in text.placeholders().iter().filter(|own| own.is_link()) {
        let places: Vec<&Range<usize>> = named.iter().filter(|(known, _)| known == own).map(|(_, range)| range).collect();
        for range in places.iter().skip(1) {
            let message = Said::new("fault-letter-twice").with("name", own.typed());
            faults.push(Fault::at(BODY, body, (*range).clone(), message, "fault-hint-letter-twice"));
        }
        for range in places.iter().take(1).filter(|range| !stands_alone(body, range)) {
            let message = Said::new("fault-letter-alone").with("name", own.typed());
            faults.push(Fault::at(BODY, body, (*range).clone(), message, "fault-hint-letter-alone"));
        }
    }
    for own in text.needed().iter().filter(|own| named.iter().all(|(known, _)| known != *own)) {
        let message = Said::new("fault-letter-missing").with("name", own.typed());
        let hint = if own.is_link() { "fault-hint-letter-missing-link" } else { "fault-hint-letter-missing" };
        faults.push(Fault::at(BODY, body, last.clone(), message, Said::new(hint).with("name", own.typed())));
    }
    if body.chars().count() > most {
        let hint = Said::new("fault-hint-letter-shorter").with("most", most);
        faults.push(Fault::at(BODY, body, last, "fault-letter-long", hint));
    }
    faults.extend(doubtful_links(body));
    faults
}

/// Addresses that a careful reader would not open. Only a warning: the office may have no other.
fn doubtful_links(body: &str) -> Vec<Fault> {
    let lower = body.to_ascii_lowercase();
    let open = lower.match_indices("http://").map(|(at, typed)| (at..at + typed.len(), "fault-letter-http"));
    let short = SHORTENERS.iter().flat_map(|name| lower.match_indices(name)).filter(|(at, _)| {
        // `art.co/` ends like a shortener and is none.
        !lower[..*at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
    });
    let short = short.map(|(at, typed)| (at..at + typed.len(), "fault-letter-short"));
    open.chain(short).map(|(range, key)| Fault::at(BODY, body, range, key, "fault-hint-letter-link").warning()).collect()
}

fn check_placeholders(part: &str, text: &str, known: &[Placeholder]) -> Vec<Fault> {
    let names: Vec<&str> = known.iter().map(|own| own.name()).collect();
    let fault = |brace: &Brace| {
        let (message, hint) = match brace.name {
            _ if brace.known().is_some_and(|(own, _)| known.contains(&own)) => return None,
            None if text[brace.range.clone()].starts_with('{') => {
                (Said::new("fault-letter-unclosed"), "fault-hint-letter-braces".into())
            }
            None => (Said::new("fault-letter-unopened"), "fault-hint-letter-braces".into()),
            Some(name) if Placeholder::parse(name).is_some() => {
                let hint = Said::new("fault-hint-known").with("known", names.join(", "));
                (Said::new("fault-letter-not-here").with("name", name), hint)
            }
            Some(name) => (Said::new("fault-letter-unknown").with("name", name), hint_among(name, &names)),
        };
        Some(Fault::at(part, text, brace.range.clone(), message, hint))
    };
    braces(text).iter().filter_map(fault).collect()
}

/// Whether nothing else stands in the paragraph.
fn stands_alone(body: &str, range: &Range<usize>) -> bool {
    let line_before = body[..range.start].rsplit('\n').next().is_none_or(|rest| rest.trim().is_empty());
    let line_after = body[range.end..].split('\n').next().is_none_or(|rest| rest.trim().is_empty());
    let above = body[..range.start].rsplit('\n').nth(1).is_none_or(|line| line.trim().is_empty());
    let below = body[range.end..].split('\n').nth(1).is_none_or(|line| line.trim().is_empty());
    line_before && line_after && above && below
}

#[cfg(test)]
mod tests {
    use super::super::letter_text::link_of;
    use super::*;

    fn faults(text: LetterText, subject: &str, body: &str) -> Vec<(String, usize, &'static str)> {
        let found = Template::typed(subject, body).check(text);
        found.into_iter().map(|fault| (fault.file, fault.line, fault.message.key)).collect()
    }

    fn body(line: usize, key: &'static str) -> (String, usize, &'static str) {
        (BODY.to_owned(), line, key)
    }

    const WHOLE: &str = "{saluto}\r\n\r\nRisponda entro il {scadenza}:\r\n\r\n{questionario}\r\n\r\n{ufficio}";

    #[test]
    fn what_is_lacking_or_unknown_is_named_with_its_line() {
        assert_eq!(faults(LetterText::Invitation, "Oggetto", WHOLE), []);
        let unknown = faults(LetterText::Invitation, "Oggetto", &WHOLE.replace("{ufficio}", "{uficio}"));
        assert_eq!(unknown, [body(7, "fault-letter-unknown")]);
        let missing = faults(LetterText::FirstReminder, "Oggetto", "Buongiorno,\n\nrisponda.\n");
        assert_eq!(missing, [body(3, "fault-letter-missing"), body(3, "fault-letter-missing")]);
        let not_here = faults(LetterText::Thanks, "Grazie", "{questionario}\n\n{risultati}");
        assert_eq!(not_here, [body(1, "fault-letter-not-here")]);
        assert_eq!(faults(LetterText::AddressSource, "", " \n"), [body(1, "fault-letter-empty")]);
    }

    #[test]
    fn the_hint_on_a_misspelt_placeholder_is_the_nearest_one() {
        let found = Template::typed("Oggetto", &WHOLE.replace("{scadenza}", "{scadensa}")).check(LetterText::Invitation);
        assert_eq!(found[0].hint, Said::new("fault-hint-nearest").with("word", "scadenza"));
        assert_eq!((found[0].column, found[0].width), (19, 10));
    }

    #[test]
    fn braces_that_lack_the_other_one_are_faults() {
        assert_eq!(faults(LetterText::Thanks, "Grazie", "{risultati}\n\n{ente"), [body(3, "fault-letter-unclosed")]);
        assert_eq!(faults(LetterText::Thanks, "Grazie", "{risultati}\n\nente}"), [body(3, "fault-letter-unopened")]);
        assert_eq!(faults(LetterText::Thanks, "Grazie", "{risultati}\n\n{ente\n}").len(), 2);
    }

    #[test]
    fn a_link_stands_once_and_in_a_paragraph_of_its_own() {
        assert_eq!(faults(LetterText::Thanks, "Grazie", "Ecco: {risultati}"), [body(1, "fault-letter-alone")]);
        assert_eq!(faults(LetterText::Thanks, "Grazie", "Ecco:\n{risultati}\n\nCiao"), [body(2, "fault-letter-alone")]);
        assert_eq!(faults(LetterText::Thanks, "Grazie", "{risultati}\n\n{risultati}"), [body(3, "fault-letter-twice")]);
        assert_eq!(link_of(" { risultati } "), Some(Placeholder::Results));
        assert_eq!((link_of("{ente}"), link_of("a {risultati}"), link_of("")), (None, None, None));
    }

    #[test]
    fn a_subject_is_one_short_line_without_links() {
        let subject =
            |typed: &str| faults(LetterText::Thanks, typed, "{risultati}").into_iter().map(|own| own.2).collect::<Vec<_>>();
        assert_eq!(subject("  "), ["fault-letter-no-subject"]);
        assert_eq!(subject("Grazie\r\nBcc: tutti@example.org"), ["fault-letter-subject-lines"]);
        assert_eq!(subject(&"a".repeat(151)), ["fault-letter-subject-long"]);
        assert_eq!(subject("{ufficio}: {risultati}"), ["fault-letter-not-here"]);
        assert_eq!(subject("{ufficio}: grazie"), Vec::<&str>::new());
    }

    #[test]
    fn a_doubtful_address_is_only_warned_of() {
        let found = Template::typed("Grazie", "{risultati}\n\nhttp://example.org https://bit.ly/x https://art.co/x")
            .check(LetterText::Thanks);
        assert_eq!(found.iter().map(|fault| fault.message.key).collect::<Vec<_>>(), ["fault-letter-http", "fault-letter-short"]);
        assert!(found.iter().all(|fault| fault.severity == crate::fault::Severity::Warning));
    }
}
