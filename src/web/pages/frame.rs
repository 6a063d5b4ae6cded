//! What stands around every page: who asks, in which language, where to complain about accessibility.

use crate::config::Body;
use crate::language::{Argument, attributes, say, say_with};
use crate::text::Language;
use crate::web::assets;

/// The frame of a page.
pub struct Frame<'a> {
    /// The reader's language.
    pub language: &'a Language,
    /// The page's title, without the body's name.
    pub title: String,
    /// The body.
    pub body: &'a Body,
    /// The office that asks; "" where the page belongs to none.
    pub office: String,
    /// Whether the survey's answers are made up; every page then says so.
    pub simulated: bool,
    /// The languages to choose from; fewer than two show no choice.
    pub languages: Vec<LanguageChoice>,
    /// The id of a form that a change of language must not lose.
    pub form: Option<&'static str>,
    /// Whether the page stands on a kiosk: no way out of it.
    pub kiosk: bool,
    /// Where a kiosk begins again.
    pub restart: String,
    /// Whether search engines may list the page. What is published must not be hidden from them (D.Lgs. 33/2013 art. 9).
    pub indexable: bool,
}

/// One language to choose.
pub struct LanguageChoice {
    /// Its code.
    pub code: String,
    /// Its own name for itself.
    pub name: String,
    /// The attributes of words in it: language and, where it is another than the page's, direction.
    pub attributes: String,
    /// Whether who reads it knows its code as short for its name: not where it is written in other letters.
    pub has_short_name: bool,
    /// Whether it is the page's.
    pub current: bool,
    /// The page in that language.
    pub address: String,
}

impl<'a> Frame<'a> {
    /// A plain frame in one language.
    pub fn new(body: &'a Body, language: &'a Language, title: impl Into<String>) -> Self {
        Self {
            language,
            title: title.into(),
            body,
            office: String::new(),
            simulated: false,
            languages: Vec::new(),
            form: None,
            kiosk: false,
            restart: String::new(),
            indexable: false,
        }
    }

    /// Offers languages at an address; `?lang=` is added to it.
    pub fn offering<'l>(mut self, languages: impl IntoIterator<Item = &'l Language>, address: &str) -> Self {
        self.languages = languages
            .into_iter()
            .map(|language| {
                let name = say(language, "language-name");
                LanguageChoice {
                    code: language.to_string(),
                    attributes: attributes(language, Some(self.language)),
                    has_short_name: name.chars().all(|c| !c.is_alphabetic() || is_latin(c)),
                    name,
                    current: language == self.language,
                    address: format!("{address}?lang={language}"),
                }
            })
            .collect();
        self
    }

    /// The attributes of the whole page: its language, and its direction where that is from right to left.
    pub fn attributes(&self) -> String {
        attributes(self.language, None)
    }

    /// A phrase in the reader's language.
    pub fn say(&self, key: &str) -> String {
        say(self.language, key)
    }

    /// A phrase with one value.
    pub fn say_with(&self, key: &str, name: &str, value: impl Into<Argument>) -> String {
        say_with(self.language, key, &[(name, value.into())])
    }

    /// A phrase with a count.
    pub fn say_count(&self, key: &str, count: impl Into<u64>) -> String {
        say_with(self.language, key, &[("count", Argument::Count(count.into()))])
    }

    /// The address of an embedded file, changing with its content.
    pub fn asset(&self, name: &str) -> &'static str {
        assets::address(name)
    }
}

/// The letters of the European languages written in Latin script, and of Vietnamese.
fn is_latin(letter: char) -> bool {
    matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::text::Language;
    use crate::web::pages::{Frame, MessagePage};
    use askama::Template;
    use std::path::Path;

    fn footer(accessibility: &str, privacy: &str) -> String {
        let mut body = Config::in_folder(Path::new("nowhere")).body;
        (body.accessibility_url, body.privacy_url) = (accessibility.to_owned(), privacy.to_owned());
        let language = Language::italian();
        let frame = Frame::new(&body, &language, "Grazie");
        let page = MessagePage { frame, tone: "good", heading: String::new(), paragraphs: Vec::new(), actions: Vec::new() };
        let html = page.render().unwrap();
        html.split("<footer>").nth(1).unwrap().to_owned()
    }

    #[test]
    fn the_footer_leads_to_the_statement_and_the_notice_that_the_configuration_names() {
        let both = footer("https://form.agid.gov.it/view/x", "https://provincia.example/privacy");
        assert!(both.contains("<a href=\"https://form.agid.gov.it/view/x\">Dichiarazione di accessibilità</a>"), "{both}");
        assert!(both.contains("<a href=\"https://provincia.example/privacy\">Informativa sulla privacy</a>"), "{both}");
        assert!(!footer("", "").contains("<a "), "no link that leads nowhere");
    }
}
