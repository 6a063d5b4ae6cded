//! What stands around the staff's pages, and the fields of their forms.

use crate::config::Body;
use crate::language::say;
use crate::text::Language;
use crate::web::assets;
use crate::web::visit::Visit;

/// The frame of a staff page (`workplace.html`).
pub struct WorkplaceFrame<'a> {
    /// The reader's language.
    pub language: &'a Language,
    /// The page's title.
    pub title: String,
    /// The body.
    pub body: &'a Body,
    /// Who is signed in: name, the words of the button that signs out, its address, the session's form secret.
    pub account: Option<(String, String, String, String)>,
    /// Where one can go.
    pub places: Vec<Place>,
    /// Whether what the page shows is made up.
    pub simulated: bool,
    /// What was just done, in a sentence; "" for nothing.
    pub done: String,
    /// The languages to choose from: code, own name, whether it is the page's. None where a change would lose what was typed.
    pub languages: Vec<(String, String, bool)>,
    /// Where a choice of language leads back to.
    pub back: String,
    /// What is wrong with what was typed; the title says so too.
    pub to_mend: Vec<ToMend>,
}

/// A field to mend: a line of the summary.
pub struct ToMend {
    /// The field's id on the page.
    pub field: String,
    /// Its label.
    pub label: String,
    /// What is wrong with it; several lines are shown as they are.
    pub words: String,
}

/// One place in the navigation.
pub struct Place {
    /// Its name.
    pub words: String,
    /// Its address.
    pub address: String,
    /// Whether one is there.
    pub current: bool,
}

/// One field of a form (`fields.html`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedField {
    /// Its name in the form and its id on the page.
    pub name: &'static str,
    /// Its label.
    pub words: String,
    /// The type of its input: `text`, `date`, `number`, `email`, `password`, `file`.
    pub kind: &'static str,
    /// What stands in it.
    pub value: String,
    /// A line of help; "" for none.
    pub hint: String,
    /// What is wrong with it; "" for nothing.
    pub problem: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// What a browser may fill it in with; "" for what it likes.
    pub autocomplete: &'static str,
    /// For a choice: values and their words.
    pub options: Vec<(String, String)>,
}

impl<'a> WorkplaceFrame<'a> {
    /// The frame of a page for somebody who is not signed in: no places to go to.
    pub fn bare(visit: &'a Visit, language: &'a Language, title: impl Into<String>) -> Self {
        let choice = |own: &Language| (own.to_string(), say(own, "language-name"), own == language);
        // A page that answers a form holds what was typed: to choose a language there would lose it.
        let offered = if visit.reads { visit.complete_languages() } else { Vec::new() };
        let languages = if offered.len() > 1 { offered.iter().map(choice).collect() } else { Vec::new() };
        Self {
            language,
            title: title.into(),
            body: visit.body(),
            account: None,
            places: Vec::new(),
            simulated: visit.simulated,
            done: String::new(),
            to_mend: Vec::new(),
            languages,
            back: visit.address(),
        }
    }

    /// Adds a field to the summary, where anything is wrong with it.
    pub fn mend(&mut self, field: impl Into<String>, label: &str, words: &str) {
        if !words.is_empty() {
            self.to_mend.push(ToMend { field: field.into(), label: label.to_owned(), words: words.to_owned() });
        }
    }

    /// A phrase in the reader's language.
    pub fn say(&self, key: &str) -> String {
        say(self.language, key)
    }

    /// The address of an embedded file, changing with its content.
    pub fn asset(&self, name: &str) -> &'static str {
        assets::address(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use askama::Template;
    use std::path::Path;

    #[derive(Template)]
    #[template(
        ext = "html",
        source = "{% extends \"workplace.html\" %}{% import \"fields.html\" as fields %}{% block main %}<h1>{{ frame.title }}</h1>{% call fields::text(day) %}{% endcall %}{% call fields::one_of(channel) %}{% endcall %}{% call fields::long(note) %}{% endcall %}{% endblock %}"
    )]
    struct Trial<'a> {
        frame: WorkplaceFrame<'a>,
        day: TypedField,
        channel: TypedField,
        note: TypedField,
    }

    #[test]
    fn a_field_keeps_what_was_typed_and_says_what_is_wrong() {
        let config = Config::in_folder(Path::new("."));
        let language = Language::italian();
        let field = |name, value: &str| TypedField {
            name,
            words: name.to_owned(),
            kind: "date",
            value: value.to_owned(),
            ..TypedField::default()
        };
        let options = [("web", "Web"), ("paper", "Carta")].map(|(value, words)| (value.to_owned(), words.to_owned()));
        let page = Trial {
            frame: WorkplaceFrame {
                language: &language,
                title: "Nuova rilevazione".to_owned(),
                body: &config.body,
                account: Some(("Ada".to_owned(), "Esci".to_owned(), "/staff/out".to_owned(), "s3".to_owned())),
                places: vec![Place { words: "Rilevazioni".to_owned(), address: "/staff".to_owned(), current: true }],
                simulated: true,
                done: String::new(),
                to_mend: Vec::new(),
                languages: vec![("en".to_owned(), "English".to_owned(), false)],
                back: "/staff/surveys/new".to_owned(),
            },
            day: TypedField { problem: "Scriva un giorno".to_owned(), required: true, ..field("opens_on", "2026-13-01") },
            channel: TypedField { options: options.to_vec(), ..field("channel", "paper") },
            note: field("note", "<b>"),
        };
        let html = page.render().unwrap();
        assert!(html.contains("value=\"2026-13-01\" ") && html.contains("aria-describedby=\"e-opens_on\""), "{html}");
        assert!(html.contains("<option value=\"paper\" selected>Carta") && html.contains("&#60;b&#62;</textarea>"), "{html}");
        assert!(
            html.contains("name=\"back\" value=\"/staff/surveys/new\"") && html.contains("value=\"en\" lang=\"en\""),
            "{html}"
        );
        assert!(html.contains("aria-current=\"page\"") && html.contains("name=\"_secret\" value=\"s3\""), "{html}");
    }
}
