//! Letters in the reader's language, as plain text and as HTML: the words of the office, and around them what every letter must say.
//!
//! Both come from the same parts. Who writes stands first; at the foot, where staff cannot leave it out, stand why the answers stay
//! apart, where the address is from, how to stop and whom to ask.

use super::letter_look::{html_of, text_of};
use super::letter_text::{LetterText, Placeholder, Words, filled, link_of};
use crate::language::{agree, date, right_to_left, say, say_with};
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
    /// Where the results are published; "" while they are not.
    pub results: String,
    /// Whether the survey is made up: the letter says so.
    pub simulated: bool,
}

/// Whom a letter goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The name; may be empty.
    pub name: String,
    /// The personal link; "" for a letter of thanks, which has none.
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
    /// The language it is in.
    pub language: Language,
}

/// A piece of a letter.
pub(super) enum Part {
    /// A sentence or some.
    Paragraph(String),
    /// What the letter is there for, as a button: the label and the address.
    Button(String, String),
    /// A link on its own line: the label and the address.
    Link(String, String),
    /// Lines that stand together.
    Lines(Vec<String>),
    /// Who writes.
    Letterhead(Vec<String>),
    /// A notice that must be seen first.
    Notice(String),
    /// Here the foot begins.
    Rule,
}

/// Writes a letter.
pub fn write_letter(words: &Words, occasion: &Occasion, recipient: &Recipient) -> Written {
    let language = &words.language;
    let value = |own: Placeholder| value_of(own, occasion, recipient, language);
    let mut subject = agree(language, filled(&words.template.subject, value));
    if occasion.simulated {
        subject = say_with(language, "letter-subject-simulated", &[("subject", subject.into())]);
    }
    let mut parts = Vec::new();
    if occasion.simulated {
        parts.push(Part::Notice(say(language, "letter-simulated")));
    }
    parts.push(Part::Letterhead(vec![occasion.body.clone(), occasion.office.clone()]));
    parts.extend(words.template.body.split("\n\n").map(|paragraph| match link_of(paragraph) {
        Some(Placeholder::Results) => Part::Button(say(language, "letter-results-link"), occasion.results.clone()),
        Some(_) => Part::Button(say(language, "letter-link"), recipient.link.clone()),
        None => {
            let lines: Vec<String> = paragraph.lines().map(|line| agree(language, filled(line, value))).collect();
            if lines.len() == 1 { Part::Paragraph(lines.concat()) } else { Part::Lines(lines) }
        }
    }));
    parts.extend(foot(words, occasion, recipient));
    let text = parts.iter().map(text_of).collect::<Vec<_>>().join("\n");
    Written { html: html_of(&parts, &subject, language), text, subject, language: language.clone() }
}

/// What every letter says, whatever staff have written.
fn foot(words: &Words, occasion: &Occasion, recipient: &Recipient) -> Vec<Part> {
    let language = &words.language;
    let said = |key: &str| Part::Paragraph(say(language, key));
    let mut parts = vec![Part::Rule];
    match words.text {
        LetterText::Thanks => parts.push(said("letter-thanks-everybody")),
        LetterText::FirstReminder | LetterText::LaterReminder => parts.push(said("letter-reminder-how")),
        LetterText::Invitation | LetterText::AddressSource => {}
    }
    if words.text != LetterText::Thanks {
        parts.extend([said("letter-link-personal"), said("letter-anonymous")]);
    }
    let source = filled(&words.source, |own| value_of(own, occasion, recipient, language));
    parts.push(Part::Paragraph(format!("{} {}", agree(language, source), say(language, "letter-address"))));
    parts.push(said("letter-opt-out"));
    parts.push(Part::Link(say(language, "letter-opt-out-link"), recipient.opt_out_link.clone()));
    parts.push(Part::Paragraph(say_with(language, "letter-contact", &[("contact", occasion.contact.as_str().into())])));
    parts
}

fn value_of(own: Placeholder, occasion: &Occasion, recipient: &Recipient, language: &Language) -> String {
    // A name or an address from elsewhere is read in its own direction.
    let name = |name: &str| if right_to_left(language) { format!("\u{2068}{name}\u{2069}") } else { name.to_owned() };
    match own {
        Placeholder::Greeting if recipient.name.is_empty() => say(language, "letter-greeting-nameless"),
        Placeholder::Greeting => say_with(language, "letter-greeting", &[("name", recipient.name.as_str().into())]),
        Placeholder::Office => name(&occasion.office),
        Placeholder::Body => name(&occasion.body),
        Placeholder::Contact => name(&occasion.contact),
        Placeholder::Minutes => say_with(language, "letter-minutes-number", &[("minutes", occasion.minutes.into())]),
        Placeholder::ClosesOn => date(language, occasion.closes_on),
        Placeholder::Link => recipient.link.clone(),
        Placeholder::Results => occasion.results.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::letter_text::{OwnTexts, Template};
    use super::super::{LegalBasis, LetterKind};
    use super::*;
    use crate::language::available;

    /// The width of the plain text.
    const COLUMNS: usize = 72;

    fn occasion() -> Occasion {
        Occasion {
            body: "Provincia di Esempio".to_owned(),
            office: "Ufficio Relazioni con il Pubblico".to_owned(),
            contact: "urp@provincia.example".to_owned(),
            minutes: 4,
            closes_on: NaiveDate::from_ymd_opt(2026, 5, 31).unwrap(),
            results: "https://ascolto.example.org/report/urp/2026".to_owned(),
            simulated: false,
        }
    }

    fn recipient(name: &str) -> Recipient {
        Recipient {
            name: name.to_owned(),
            link: "https://ascolto.example.org/i/AAAAAAAAAAAAAAAAAAAAAA".to_owned(),
            opt_out_link: "https://ascolto.example.org/u/AAAAAAAAAAAAAAAAAAAAAA".to_owned(),
        }
    }

    fn written(text: LetterText, occasion: &Occasion, name: &str, language: &str) -> Written {
        let words = text.words(&OwnTexts::new(), LegalBasis::PublicTask, &Language::parse(language).unwrap());
        write_letter(&words, occasion, &recipient(name))
    }

    /// The plain text without its line breaks.
    fn flat(written: &Written) -> String {
        written.text.replace('\n', " ")
    }

    fn says(written: &Written, parts: &[&str]) {
        let flat = flat(written);
        for part in parts {
            assert!(flat.contains(part), "{part} is missing in\n{}", written.text);
        }
    }

    #[test]
    fn an_invitation_says_who_why_how_long_until_when_where_the_address_is_from_and_how_to_opt_out() {
        let invitation = written(LetterText::Invitation, &occasion(), "Anna Bianchi", "it");
        says(
            &invitation,
            &[
                "Provincia di Esempio Ufficio Relazioni con il Pubblico",
                "Gentile Anna Bianchi,",
                "circa 4 minuti",
                "31 maggio 2026",
                "https://ascolto.example.org/i/AAAAAAAAAAAAAAAAAAAAAA",
                "facoltativo",
                "separate dal Suo nome",
                "solo chi avesse insieme la banca dati e il file delle chiavi",
                "Il Suo indirizzo è tra quelli",
                "https://ascolto.example.org/u/AAAAAAAAAAAAAAAAAAAAAA",
                "urp@provincia.example",
            ],
        );
        assert!(!invitation.text.contains("simulat"));
        assert_eq!(invitation.subject, "Ufficio Relazioni con il Pubblico: la Sua opinione sui nostri servizi");
        assert!(written(LetterText::Invitation, &occasion(), "", "it").text.contains("Gentile utente,"));
    }

    #[test]
    fn a_reminder_says_that_the_system_itself_skips_who_answered() {
        let day = |language| flat(&written(LetterText::Invitation, &occasion(), "A", language));
        assert!(day("fr").contains("jusqu'au 31 mai 2026, ici\u{a0}:") && day("sl").contains("do 31. maja 2026, in sicer"));
        for (language, words) in [
            ("it", "nessuna pagina mostra al personale"),
            ("en", "no page shows our staff"),
            ("de", "keine Seite zeigt unserem"),
            ("fr", "aucune page ne montre à notre personnel"),
            ("sl", "nobena stran pa našemu osebju ne pokaže"),
        ] {
            for text in [LetterText::FirstReminder, LetterText::LaterReminder] {
                let written = written(text, &occasion(), "A", language);
                says(&written, &[words]);
                assert_eq!(written.language.as_str(), language);
            }
        }
        let [first, later] = [1, 2].map(|number| written(LetterText::of(LetterKind::Reminder, number), &occasion(), "A", "it"));
        assert!(first.text != later.text && first.subject != later.subject);
    }

    #[test]
    fn thanks_lead_to_the_results_and_say_that_everybody_gets_them() {
        let thanks = written(LetterText::Thanks, &occasion(), "Anna Bianchi", "it");
        says(&thanks, &["https://ascolto.example.org/report/urp/2026", "a tutte le persone invitate", "/u/AAAA"]);
        assert!(!thanks.text.contains("/i/") && !thanks.html.contains("/i/"), "{}", thanks.text);
    }

    #[test]
    fn what_staff_leave_out_stands_at_the_foot_all_the_same() {
        let template = Template { subject: "Una domanda".to_owned(), body: "Entro l'{scadenza}:\n\n{questionario}".to_owned() };
        let source = "L'indirizzo viene dal registro di {ufficio}.".to_owned();
        let words = Words { text: LetterText::Invitation, template, source, language: Language::italian() };
        let written = write_letter(&words, &occasion(), &recipient("A"));
        says(
            &written,
            &[
                "Provincia di Esempio",
                "viene dal registro di Ufficio Relazioni con il Pubblico. Usiamo il Suo indirizzo solo",
                "separate dal Suo nome",
                "/u/AAAA",
                "urp@provincia.example",
            ],
        );
        assert!(written.text.contains("\n\n  https://ascolto.example.org/i/AAAAAAAAAAAAAAAAAAAAAA\n\n"), "{}", written.text);
    }

    #[test]
    fn a_simulated_survey_says_so_first() {
        let simulated = written(LetterText::Invitation, &Occasion { simulated: true, ..occasion() }, "A", "it");
        assert!(simulated.subject.starts_with("[dimostrazione] "));
        assert!(simulated.text.starts_with("*** Questa lettera fa parte di una dimostrazione"));
        assert!(simulated.html.contains("<strong>Questa lettera fa parte di una dimostrazione"));
    }

    #[test]
    fn every_language_has_every_phrase_and_lines_are_short() {
        for language in available() {
            for text in LetterText::ALL {
                let written = written(text, &Occasion { simulated: true, ..occasion() }, "A", language.as_str());
                assert!(
                    !written.text.contains("letter-") && !written.subject.contains("letter-"),
                    "{language}: {}",
                    written.text
                );
                assert!(!written.text.contains(['{', '}']) && !written.subject.contains(['{', '}']));
                assert!(written.text.lines().all(|line| line.chars().count() <= COLUMNS), "{}", written.text);
            }
        }
        assert_eq!(written(LetterText::Invitation, &occasion(), "A", "es").language, Language::italian());
    }

    #[test]
    fn the_html_escapes_names_loads_nothing_and_can_be_read_in_the_dark() {
        let written = written(LetterText::Invitation, &occasion(), "<img src=x onerror='a'>&\"", "it");
        assert!(written.html.contains("Gentile &lt;img src=x onerror=&#39;a&#39;&gt;&amp;&quot;,"));
        for loading in ["<img", "<link", "<script", "url(", "src=\"", "@import", "@font-face"] {
            assert!(!written.html.contains(loading), "{loading}");
        }
        assert!(written.html.contains("<html lang=\"it\">") && written.html.contains("<title>"));
        assert!(written.html.contains("prefers-color-scheme:dark") && written.html.contains("\"light dark\""));
        let [shown, address] = [">Rispondi al questionario</a>", ">https://ascolto.example.org/i/AAAAAAAAAAAAAAAAAAAAAA</a>"];
        assert!(written.html.contains(shown) && written.html.contains(address), "{}", written.html);
    }
}
