//! The letter by which an office looks whether its letters arrive: it looks like an invitation and asks for nothing.

use super::Written;
use super::letter::Part;
use super::letter_look::{html_of, text_of};
use crate::language::{say, say_with};
use crate::text::Language;

/// Writes it for somebody of the office. `opt_out_link` leads to a page that does nothing; a `signed` letter is looked at for its signature too.
pub fn write_test_letter(language: &Language, body: &str, opt_out_link: &str, signed: bool) -> Written {
    let with_body = |key: &str| say_with(language, key, &[("body", body.into())]);
    let item = |key: &str| Part::Paragraph(format!("– {}", say(language, key)));
    let results = if signed { "mail-check-letter-signed" } else { "mail-check-letter-unsigned" };
    let subject = with_body("mail-check-letter-subject");
    let parts = [
        Part::Notice(say(language, "mail-check-letter-notice")),
        Part::Letterhead(vec![body.to_owned()]),
        Part::Paragraph(with_body("mail-check-letter-why")),
        Part::Paragraph(say(language, "mail-check-letter-look")),
        item("mail-check-letter-inbox"),
        item("mail-check-letter-from"),
        item(results),
        item("mail-check-letter-button"),
        Part::Rule,
        Part::Paragraph(say(language, "mail-check-letter-opt-out")),
        Part::Link(say(language, "letter-opt-out-link"), opt_out_link.to_owned()),
    ];
    let text = parts.iter().map(text_of).collect::<Vec<_>>().join("\n");
    Written { html: html_of(&parts, &subject, language), text, subject, language: language.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::complete;

    #[test]
    fn it_says_that_it_is_a_test_and_what_to_look_at_in_every_language_of_the_office() {
        let link = "https://ascolto.example.org/u/test-letter";
        for language in complete() {
            for (signed, told) in [(true, "dkim=pass"), (false, "spf=pass")] {
                let written = write_test_letter(language, "Provincia di Esempio", link, signed);
                assert!(written.text.starts_with("*** ") && written.subject.contains("Provincia di Esempio"), "{}", written.text);
                for part in ["Authentication-Results", told, link] {
                    assert!(written.text.contains(part) && written.html.contains(part), "{part} is missing in\n{}", written.text);
                }
                assert!(!written.text.contains("mail-check-") && !written.text.contains('{'), "{}", written.text);
            }
        }
        assert!(!write_test_letter(&Language::italian(), "X", link, false).text.contains("dkim=pass"));
    }
}
