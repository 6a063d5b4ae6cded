//! The words of letters: the shipped ones, and those that staff write in their place. Paragraphs are separated by empty lines; what
//! differs from letter to letter stands in braces. What every letter must say is no part of them: [`super::write_letter`] adds it.

use super::{LegalBasis, LetterKind};
use crate::language::{Argument, available, say_with};
use crate::text::Language;
use std::collections::BTreeMap;
use std::ops::Range;

/// What staff may word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LetterText {
    /// The first letter.
    Invitation,
    /// The first reminder.
    FirstReminder,
    /// The second reminder and those after it.
    LaterReminder,
    /// The thanks with the results.
    Thanks,
    /// Where the office has the address from: a sentence at the foot of every letter.
    AddressSource,
}

/// What differs from letter to letter. The names are Italian in all languages: a text is translated beside another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Placeholder {
    /// The salutation, with the name where it is known.
    Greeting,
    /// The name of the office.
    Office,
    /// The name of the body.
    Body,
    /// How long answering takes, with the word for minutes.
    Minutes,
    /// The last day of answering.
    ClosesOn,
    /// The personal link, as a button.
    Link,
    /// The published results, as a button.
    Results,
    /// Where a citizen writes to have an answer.
    Contact,
}

/// The part of a text that a fault is in: [`crate::fault::Fault::file`] names it.
pub const SUBJECT: &str = "subject";
/// The same for what is not the subject.
pub const BODY: &str = "body";

/// A subject and a body with placeholders. No subject where [`LetterText::has_subject`] says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// One line.
    pub subject: String,
    /// Paragraphs with empty lines between them.
    pub body: String,
}

/// The texts that staff have written for a survey.
pub type OwnTexts = BTreeMap<(LetterText, Language), Template>;

/// The words of one letter, in the language they are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Which text.
    pub text: LetterText,
    /// Subject and body.
    pub template: Template,
    /// Where the office has the address from.
    pub source: String,
    /// The language.
    pub language: Language,
}

impl LetterText {
    /// All of them: the letters in the order in which they are sent.
    pub const ALL: [Self; 5] = [Self::Invitation, Self::FirstReminder, Self::LaterReminder, Self::Thanks, Self::AddressSource];

    /// The text of a letter of a kind and number.
    pub fn of(kind: LetterKind, number: i32) -> Self {
        match kind {
            LetterKind::Invitation => Self::Invitation,
            LetterKind::Reminder if number <= 1 => Self::FirstReminder,
            LetterKind::Reminder => Self::LaterReminder,
            LetterKind::Thanks => Self::Thanks,
        }
    }

    /// The code in the database and in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::FirstReminder => "reminder_1",
            Self::LaterReminder => "reminder_2",
            Self::Thanks => "thanks",
            Self::AddressSource => "source",
        }
    }

    /// Reads what [`LetterText::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|text| text.code() == code)
    }

    /// Whether it is a letter with a subject, or a sentence.
    pub fn has_subject(self) -> bool {
        self != Self::AddressSource
    }

    /// What may stand in its body.
    pub fn placeholders(self) -> &'static [Placeholder] {
        use Placeholder::{Body, ClosesOn, Contact, Greeting, Link, Minutes, Office, Results};
        match self {
            Self::Invitation | Self::FirstReminder | Self::LaterReminder => {
                &[Greeting, Link, ClosesOn, Minutes, Office, Body, Contact]
            }
            Self::Thanks => &[Greeting, Results, Office, Body, Contact],
            Self::AddressSource => &[Office, Body, Contact],
        }
    }

    /// What must stand in its body.
    pub fn needed(self) -> &'static [Placeholder] {
        match self {
            Self::Invitation | Self::FirstReminder | Self::LaterReminder => &[Placeholder::Link, Placeholder::ClosesOn],
            Self::Thanks => &[Placeholder::Results],
            Self::AddressSource => &[],
        }
    }

    pub(super) fn in_subject(self) -> Vec<Placeholder> {
        let fits = |own: &Placeholder| matches!(own, Placeholder::Office | Placeholder::Body | Placeholder::ClosesOn);
        self.placeholders().iter().copied().filter(fits).collect()
    }

    /// What the program says of itself, in one of [`available`] languages.
    pub fn shipped(self, basis: LegalBasis, language: &Language) -> Template {
        let part = |key: &str| shipped_phrase(language, key);
        let letter = |subject: &str, parts: &[&str]| {
            let between: Vec<String> = parts.iter().map(|key| part(key)).collect();
            let [greeting, office, body] =
                [Placeholder::Greeting, Placeholder::Office, Placeholder::Body].map(Placeholder::typed);
            let closing = part("letter-closing");
            Template {
                subject: part(subject),
                body: format!("{greeting}\n\n{}\n\n{closing}\n\n{office}\n{body}", between.join("\n\n")),
            }
        };
        match self {
            Self::Invitation => letter("letter-subject-invitation", &["letter-why", "letter-minutes", LINK]),
            Self::FirstReminder => letter("letter-subject-reminder", &["letter-reminder-why", "letter-minutes", LINK]),
            Self::LaterReminder => letter("letter-subject-reminder-again", &["letter-reminder-again", "letter-minutes", LINK]),
            Self::Thanks => letter("letter-subject-thanks", &["letter-thanks-why", RESULTS, "letter-thanks"]),
            Self::AddressSource => {
                let key = match basis {
                    LegalBasis::PublicTask => "letter-source-task",
                    LegalBasis::LegalObligation => "letter-source-obligation",
                    LegalBasis::Consent => "letter-source-consent",
                    LegalBasis::Contract => "letter-source-contract",
                };
                Template { subject: String::new(), body: part(key) }
            }
        }
    }

    /// The words for a reader: what staff wrote in that language, else the shipped ones in it; Italian where it has no letters.
    pub fn words(self, own: &OwnTexts, basis: LegalBasis, wanted: &Language) -> Words {
        let language = if available().contains(wanted) { wanted.clone() } else { Language::italian() };
        let template = |text: Self| own.get(&(text, language.clone())).cloned().unwrap_or_else(|| text.shipped(basis, &language));
        let source = template(Self::AddressSource).body;
        let template = if self.has_subject() { template(self) } else { template(Self::Invitation) };
        Words { text: if self.has_subject() { self } else { Self::Invitation }, template, source, language }
    }
}

/// Stand for their placeholders among the keys of a shipped letter's parts.
const LINK: &str = "{questionario}";
const RESULTS: &str = "{risultati}";

fn shipped_phrase(language: &Language, key: &str) -> String {
    if key == LINK || key == RESULTS {
        return key.to_owned();
    }
    let value = |own: Placeholder| Argument::Text(own.typed());
    let values = [
        ("office", value(Placeholder::Office)),
        ("minutes", value(Placeholder::Minutes)),
        ("until", value(Placeholder::ClosesOn)),
    ];
    // Marks of direction around a placeholder are set when it is filled in; nobody sees them in a field.
    say_with(language, key, &values).replace(['\u{2068}', '\u{2069}'], "")
}

impl Placeholder {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Greeting, Self::Link, Self::Results, Self::ClosesOn, Self::Minutes, Self::Office, Self::Body, Self::Contact];

    /// Its name between the braces.
    pub fn name(self) -> &'static str {
        match self {
            Self::Greeting => "saluto",
            Self::Office => "ufficio",
            Self::Body => "ente",
            Self::Minutes => "durata",
            Self::ClosesOn => "scadenza",
            Self::Link => "questionario",
            Self::Results => "risultati",
            Self::Contact => "contatto",
        }
    }

    /// As it is typed.
    pub fn typed(self) -> String {
        format!("{{{}}}", self.name())
    }

    /// Whether it becomes a button, which needs a paragraph of its own.
    pub fn is_link(self) -> bool {
        matches!(self, Self::Link | Self::Results)
    }

    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.name() == name)
    }
}

impl Template {
    /// As it was typed: a browser sends other ends of line than it was given. Control characters are no text.
    pub fn typed(subject: &str, body: &str) -> Self {
        let kept = |c: &char| *c == '\n' || !c.is_control();
        let clean = |text: &str| text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}'], "\n").replace('\t', " ");
        let clean = |text: &str| clean(text).chars().filter(kept).collect::<String>();
        Self { subject: clean(subject).trim().to_owned(), body: clean(body) }
    }

    /// The same without blanks at the ends of lines and more than one empty line between paragraphs: as it is kept.
    pub fn tidied(&self) -> Self {
        let lines: Vec<&str> = self.body.lines().map(str::trim_end).collect();
        let mut body = lines.join("\n");
        while body.contains("\n\n\n") {
            body = body.replace("\n\n\n", "\n\n");
        }
        Self { subject: self.subject.clone(), body: body.trim().to_owned() }
    }
}

/// A pair of braces with what stands between them, or one that has no other.
pub(super) struct Brace<'t> {
    pub(super) range: Range<usize>,
    /// None for one that has no other.
    pub(super) name: Option<&'t str>,
}

impl Brace<'_> {
    pub(super) fn known(&self) -> Option<(Placeholder, Range<usize>)> {
        Some((Placeholder::parse(self.name?)?, self.range.clone()))
    }
}

pub(super) fn braces(text: &str) -> Vec<Brace<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(['{', '}']).map(|at| from + at) {
        let inside = &text[at + 1..];
        let closed = inside.find(['{', '}', '\n']).filter(|end| text[at..].starts_with('{') && inside[*end..].starts_with('}'));
        let range = at..closed.map_or(at + 1, |end| at + 1 + end + 1);
        from = range.end;
        found.push(Brace { name: closed.map(|end| inside[..end].trim()), range });
    }
    found
}

/// The link that a paragraph is, if it is one.
pub(super) fn link_of(paragraph: &str) -> Option<Placeholder> {
    let trimmed = paragraph.trim();
    let [brace] = &braces(trimmed)[..] else { return None };
    brace.known().filter(|(own, range)| own.is_link() && range.len() == trimmed.len()).map(|(own, _)| own)
}

/// A text with every placeholder replaced.
pub(super) fn filled(text: &str, value: impl Fn(Placeholder) -> String) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut from = 0;
    for (own, range) in braces(text).into_iter().filter_map(|brace| brace.known()) {
        filled.push_str(&text[from..range.start]);
        filled.push_str(&value(own));
        from = range.end;
    }
    filled.push_str(&text[from..]);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "{saluto}\r\n\r\nRisponda entro il {scadenza}:\r\n\r\n{questionario}\r\n\r\n{ufficio}";

    #[test]
    fn the_shipped_texts_have_no_fault_in_any_language() {
        for language in available() {
            for text in LetterText::ALL {
                for basis in LegalBasis::ALL {
                    let shipped = text.shipped(basis, &language);
                    assert_eq!(shipped.check(text), Vec::new(), "{language} {text:?}: {shipped:?}");
                    assert_eq!(shipped.tidied(), shipped, "{language} {text:?}");
                    assert!(!shipped.body.contains("letter-") && !shipped.subject.contains("letter-"), "{shipped:?}");
                }
            }
        }
    }

    #[test]
    fn a_text_is_kept_without_what_nobody_sees() {
        let typed = Template::typed(" Grazie ", "\n a \r\n\r\n\r\n\r\nb\u{7}\t\r\n");
        assert_eq!(typed.tidied(), Template { subject: "Grazie".to_owned(), body: "a\n\nb".to_owned() });
    }

    #[test]
    fn an_own_text_comes_before_the_shipped_one_of_its_language_alone() {
        let german = Language::parse("de").unwrap();
        let own = Template { subject: "Betreff".to_owned(), body: WHOLE.to_owned() };
        let texts: OwnTexts = [((LetterText::Invitation, german.clone()), own.clone())].into();
        let words =
            |language: &str| LetterText::Invitation.words(&texts, LegalBasis::Consent, &Language::parse(language).unwrap());
        assert_eq!((words("de").template, words("de").language), (own, german));
        assert_eq!(words("it").template, LetterText::Invitation.shipped(LegalBasis::Consent, &Language::italian()));
        assert_eq!((words("es").language, words("es").template), (Language::italian(), words("it").template));
        assert_ne!(words("it").source, LetterText::AddressSource.shipped(LegalBasis::PublicTask, &Language::italian()).body);
    }

    #[test]
    fn codes_are_read_as_they_were_written_and_reminders_differ_by_number() {
        assert!(LetterText::ALL.into_iter().all(|text| LetterText::parse(text.code()) == Some(text)));
        let of = |number| LetterText::of(LetterKind::Reminder, number);
        assert_eq!((of(1), of(2), of(7)), (LetterText::FirstReminder, LetterText::LaterReminder, LetterText::LaterReminder));
    }
}
