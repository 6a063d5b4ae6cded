//! The words of an invitation and of a reminder, in the reader's language, as plain text and as HTML.
//!
//! Both come from the same parts. The HTML has no image, no style from elsewhere and nothing that tells whether it was opened.

use super::LetterKind;
use crate::language::{Argument, attributes, available, date, say, say_with};
use crate::text::Language;
use chrono::NaiveDate;

/// What a letter is about; the same for all receivers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The name of the body.
    pub body: String,
    /// The name of the office.
    pub office: String,
    /// Where a citizen writes to have an answer.
    pub contact: String,
    /// How many minutes answering takes.
    pub minutes: u64,
    /// The last day of answering.
    pub closes_on: NaiveDate,
    /// Whether the survey is made up: the letter says so.
    pub simulated: bool,
}

/// Whom a letter goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The name; may be empty.
    pub name: String,
    /// The language; one without letters gets Italian.
    pub language: Language,
    /// The personal link.
    pub link: String,
    /// The link for opting out.
    pub opt_out_link: String,
}

/// A letter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The subject, one line.
    pub subject: String,
    /// The plain text, 72 columns but for links.
    pub text: String,
    /// The HTML, a whole document.
    pub html: String,
    /// The language it is really in.
    pub language: Language,
}

/// The width of the plain text.
const COLUMNS: usize = 72;

enum Part {
    /// A sentence or some.
    Paragraph(String),
    /// A link on its own line: the label and the address.
    Link(String, String),
    /// Lines that stand together, such as a letterhead.
    Lines(Vec<String>),
    /// A notice that must be seen first.
    Notice(String),
}

/// Writes a letter.
pub fn write_letter(kind: LetterKind, occasion: &Occasion, recipient: &Recipient) -> Written {
    let there = available().contains(&recipient.language);
    let language = if there { recipient.language.clone() } else { Language::italian() };
    let subject = subject_of(kind, occasion, &language);
    let parts = parts_of(kind, occasion, recipient, &language);
    let text = parts.iter().map(text_of).collect::<Vec<_>>().join("\n");
    Written { html: html_of(&parts, &subject, &language), text, subject, language }
}

fn subject_of(kind: LetterKind, occasion: &Occasion, language: &Language) -> String {
    let key = match kind {
        LetterKind::Invitation => "letter-subject-invitation",
        LetterKind::Reminder => "letter-subject-reminder",
    };
    let subject = say_with(language, key, &[("office", Argument::from(occasion.office.as_str()))]);
    if occasion.simulated { say_with(language, "letter-subject-simulated", &[("subject", subject.into())]) } else { subject }
}

fn parts_of(kind: LetterKind, occasion: &Occasion, recipient: &Recipient, language: &Language) -> Vec<Part> {
    let say = |key: &str| Part::Paragraph(say(language, key));
    let minutes = [("minutes", Argument::Count(occasion.minutes)), ("until", date(language, occasion.closes_on).into())];
    let link = |key: &str, address: &str| Part::Link(crate::language::say(language, key), address.to_owned());
    let mut parts = Vec::new();
    if occasion.simulated {
        parts.push(Part::Notice(crate::language::say(language, "letter-simulated")));
    }
    parts.push(Part::Lines(vec![occasion.body.clone(), occasion.office.clone()]));
    parts.push(match recipient.name.as_str() {
        "" => say("letter-greeting-nameless"),
        name => Part::Paragraph(say_with(language, "letter-greeting", &[("name", name.into())])),
    });
    match kind {
        LetterKind::Invitation => parts.push(say("letter-why")),
        LetterKind::Reminder => parts.extend([say("letter-reminder-why"), say("letter-reminder-how")]),
    }
    parts.push(Part::Paragraph(say_with(language, "letter-minutes", &minutes)));
    parts.push(link("letter-link", &recipient.link));
    parts.extend([say("letter-link-personal"), say("letter-anonymous"), say("letter-address"), say("letter-opt-out")]);
    parts.push(link("letter-opt-out-link", &recipient.opt_out_link));
    parts.push(Part::Paragraph(say_with(language, "letter-contact", &[("contact", occasion.contact.as_str().into())])));
    parts.push(say("letter-closing"));
    parts.push(Part::Lines(vec![occasion.office.clone(), occasion.body.clone()]));
    parts
}

fn text_of(part: &Part) -> String {
    match part {
        Part::Paragraph(text) => wrapped(text),
        Part::Notice(text) => wrapped(&format!("*** {text} ***")),
        // The label is for the screen; in plain text the address itself is what can be followed.
        Part::Link(_, address) => format!("  {address}\n"),
        Part::Lines(lines) => lines.iter().map(|line| wrapped(line)).collect(),
    }
}

/// Lines of 72 characters at most; a word longer than that has a line of its own.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_ascii_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= COLUMNS {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n") + "\n"
}

fn html_of(parts: &[Part], subject: &str, language: &Language) -> String {
    let mut body = String::new();
    for part in parts {
        body.push_str(&match part {
            Part::Paragraph(text) => format!("<p>{}</p>\n", escaped(text)),
            Part::Notice(text) => format!("<p><strong>{}</strong></p>\n", escaped(text)),
            Part::Link(label, address) => format!("<p><a href=\"{}\">{}</a></p>\n", escaped(address), escaped(label)),
            Part::Lines(lines) => {
                let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
                format!("<p>{}</p>\n", lines.join("<br>\n"))
            }
        });
    }
    format!(
        "<!DOCTYPE html>\n<html{}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n</head>\n\
         <body style=\"max-width:40em;font-family:sans-serif;font-size:1em;line-height:1.5\">\n{body}</body>\n</html>\n",
        attributes(language, None),
        escaped(subject)
    )
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn occasion() -> Occasion {
        Occasion {
            body: "Provincia di Esempio".to_owned(),
            office: "Ufficio Relazioni con il Pubblico".to_owned(),
            contact: "urp@provincia.example".to_owned(),
            minutes: 4,
            closes_on: NaiveDate::from_ymd_opt(2026, 5, 31).unwrap(),
            simulated: false,
        }
    }

    fn recipient(name: &str, language: &str) -> Recipient {
        Recipient {
            name: name.to_owned(),
            language: Language::parse(language).unwrap(),
            link: "https://ascolto.example.org/i/AAAAAAAAAAAAAAAAAAAAAA".to_owned(),
            opt_out_link: "https://ascolto.example.org/u/AAAAAAAAAAAAAAAAAAAAAA".to_owned(),
        }
    }

    #[test]
    fn an_invitation_says_who_why_how_long_until_when_and_how_to_opt_out() {
        let written = write_letter(LetterKind::Invitation, &occasion(), &recipient("Anna Bianchi", "it"));
        let flat = written.text.replace('\n', " ");
        for part in [
            "Provincia di Esempio Ufficio Relazioni con il Pubblico",
            "Gentile Anna Bianchi,",
            "Bastano circa 4 minuti",
            "31 maggio 2026",
            "https://ascolto.example.org/i/AAAAAAAAAAAAAAAAAAAAAA",
            "facoltativo",
            "separate dal Suo nome",
            "solo chi avesse insieme la banca dati e il file delle chiavi",
            "https://ascolto.example.org/u/AAAAAAAAAAAAAAAAAAAAAA",
            "urp@provincia.example",
        ] {
            assert!(flat.contains(part), "{part} is missing in\n{}", written.text);
        }
        assert!(!flat.contains("simulat"));
        assert_eq!(written.subject, "Ufficio Relazioni con il Pubblico: la Sua opinione sui nostri servizi");
        assert!(write_letter(LetterKind::Invitation, &occasion(), &recipient("", "it")).text.contains("Gentile utente,"));
    }

    #[test]
    fn a_reminder_says_that_the_system_itself_skips_who_answered() {
        let day = |language| write_letter(LetterKind::Invitation, &occasion(), &recipient("A", language)).text.replace('\n', " ");
        assert!(day("fr").contains("jusqu'au 31 mai 2026, ici\u{a0}:") && day("sl").contains("do 31. maja 2026, in sicer"));
        for (language, words) in [
            ("it", "nessuna pagina mostra al personale"),
            ("en", "no page shows our staff"),
            ("de", "keine Seite zeigt unserem"),
            ("fr", "aucune page ne montre à notre personnel"),
            ("sl", "nobena stran pa našemu osebju ne pokaže"),
        ] {
            let written = write_letter(LetterKind::Reminder, &occasion(), &recipient("A", language));
            assert!(written.text.replace('\n', " ").contains(words), "{}", written.text);
            assert_eq!(written.language.as_str(), language);
        }
    }

    #[test]
    fn a_simulated_survey_says_so_first() {
        let simulated = Occasion { simulated: true, ..occasion() };
        let written = write_letter(LetterKind::Invitation, &simulated, &recipient("A", "it"));
        assert!(written.subject.starts_with("[dimostrazione] "));
        assert!(written.text.starts_with("*** Questa lettera fa parte di una dimostrazione"));
        assert!(written.html.contains("<strong>Questa lettera fa parte di una dimostrazione"));
    }

    #[test]
    fn every_language_has_every_phrase_and_lines_are_short() {
        for language in available() {
            for kind in LetterKind::ALL {
                let written = write_letter(kind, &Occasion { simulated: true, ..occasion() }, &recipient("A", language.as_str()));
                assert!(
                    !written.text.contains("letter-") && !written.subject.contains("letter-"),
                    "{language}: {}",
                    written.text
                );
                assert!(!written.text.contains("{ $"));
                assert!(written.text.lines().all(|line| line.chars().count() <= COLUMNS), "{}", written.text);
            }
        }
        let spanish = write_letter(LetterKind::Invitation, &occasion(), &recipient("A", "es"));
        assert_eq!(spanish.language, Language::italian());
    }

    #[test]
    fn the_html_escapes_names_and_loads_nothing() {
        let written = write_letter(LetterKind::Invitation, &occasion(), &recipient("<img src=x onerror='a'>&\"", "it"));
        assert!(written.html.contains("Gentile &lt;img src=x onerror=&#39;a&#39;&gt;&amp;&quot;,"));
        for loading in ["<img", "<link", "<script", "url(", "src=\"", "@import"] {
            assert!(!written.html.contains(loading), "{loading}");
        }
        assert!(written.html.contains("<html lang=\"it\">") && written.html.contains("<title>"));
    }
}
