//! A letter written once for all its receivers: name and links are put in for each.
//!
//! Wording a letter costs more than handing it over; a campaign of thousands words it once in each language.

use super::letter_look::escaped;
use super::letter_text::Words;
use super::{Occasion, Recipient, Written, write_letter};

/// A letter without its receiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterForm {
    /// To whom has a name.
    pub named: Written,
    /// To whom has none.
    pub nameless: Written,
}

/// Where name, link and opt-out link go: characters for private use, which stand in no text.
pub const GAPS: [char; 3] = ['\u{F0000}', '\u{F0001}', '\u{F0002}'];

impl LetterForm {
    /// Words the letter.
    pub fn write(words: &Words, occasion: &Occasion) -> Self {
        let [name, link, opt_out_link] = GAPS.map(String::from);
        let gaps = Recipient { name, link, opt_out_link };
        let nameless = write_letter(words, occasion, &Recipient { name: String::new(), ..gaps.clone() });
        Self { named: write_letter(words, occasion, &gaps), nameless }
    }
}

/// What goes into the gaps of subject and text, and of the HTML, for one receiver.
pub fn gap_values(recipient: &Recipient) -> ([String; 3], [String; 3]) {
    let values = [recipient.name.as_str(), &recipient.link, &recipient.opt_out_link];
    (values.map(str::to_owned), values.map(escaped))
}

/// Whether a text has a gap.
pub fn has_gap(text: &str) -> bool {
    text.contains(GAPS)
}

/// In one pass: what is put in is not looked at again.
pub fn fill_gaps(form: &str, values: &[String; 3]) -> String {
    let mut text = String::with_capacity(form.len() + 512);
    let mut rest = form;
    while let Some(at) = rest.find(GAPS) {
        text.push_str(&rest[..at]);
        let gap = rest[at..].chars().next();
        if let Some(value) = GAPS.iter().position(|own| Some(*own) == gap) {
            text.push_str(&values[value]);
        }
        rest = &rest[at + gap.map_or(0, char::len_utf8)..];
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::super::LegalBasis;
    use super::super::letter_text::{LetterText, OwnTexts};
    use super::*;
    use crate::language::available;
    use chrono::NaiveDate;

    #[test]
    fn a_filled_form_is_the_letter_written_for_its_receiver() {
        let occasion = Occasion {
            body: "Provincia di Esempio".to_owned(),
            office: "Ufficio Relazioni con il Pubblico".to_owned(),
            contact: "urp@provincia.example".to_owned(),
            minutes: 4,
            closes_on: NaiveDate::from_ymd_opt(2026, 5, 31).unwrap(),
            results: "https://ascolto.example.org/report/urp/2026".to_owned(),
            simulated: true,
        };
        for language in available() {
            for text in LetterText::ALL {
                let words = text.words(&OwnTexts::new(), LegalBasis::PublicTask, &language);
                let form = LetterForm::write(&words, &occasion);
                for name in ["", "Anna Bianchi", "<b>&\"'", "\u{F0001}"] {
                    let recipient = Recipient {
                        name: name.to_owned(),
                        link: "https://ascolto.example.org/i/AAAAAAAAAAAAAAAAAAAAAA".to_owned(),
                        opt_out_link: "https://ascolto.example.org/u/AAAAAAAAAAAAAAAAAAAAAA".to_owned(),
                    };
                    let own = if name.is_empty() { &form.nameless } else { &form.named };
                    let (values, escaped) = gap_values(&recipient);
                    let filled = Written {
                        subject: fill_gaps(&own.subject, &values),
                        text: fill_gaps(&own.text, &values),
                        html: fill_gaps(&own.html, &escaped),
                        language: own.language.clone(),
                    };
                    assert_eq!(filled, write_letter(&words, &occasion, &recipient), "{language} {name:?}");
                }
            }
        }
    }
}
