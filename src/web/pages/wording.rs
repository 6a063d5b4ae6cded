//! Words of a form on a page in the reader's language: where they had to be taken from another language, the page says which.

use crate::language::attributes;
use crate::text::{Language, Texts};
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

/// Words on a page. Written into an element they mark themselves when they are in another language than the page, so that a
/// screen reader pronounces them as that language and they run its way; they are no value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording<'a> {
    words: Cow<'a, str>,
    /// The language of the words and that of the page, where they differ.
    foreign: Option<(&'a Language, &'a Language)>,
}

impl<'a> Wording<'a> {
    /// Words in the page's own language, or in none: a number.
    pub fn own(words: impl Into<Cow<'a, str>>) -> Self {
        Self { words: words.into(), foreign: None }
    }

    /// The words of a text for a page in the wanted language.
    pub fn of(texts: &'a Texts, wanted: &'a Language, fallback: &'a Language) -> Self {
        match texts.find(wanted, fallback) {
            Some((language, words)) => Self { words: words.into(), foreign: (language != wanted).then_some((language, wanted)) },
            None => Self::own(""),
        }
    }

    /// Other words made from these, in the same language.
    pub fn with(&self, words: String) -> Self {
        Self { words: words.into(), foreign: self.foreign }
    }
}

impl Deref for Wording<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.words
    }
}

/// As HTML: the words are escaped.
impl fmt::Display for Wording<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = askama::filters::escape(&*self.words, askama::filters::Html).map_err(|_| fmt::Error)?;
        match self.foreign {
            Some((language, page)) if !self.words.is_empty() => {
                write!(f, "<bdi{}>{words}</bdi>", attributes(language, Some(page)))
            }
            _ => write!(f, "{words}"),
        }
    }
}

impl askama::filters::HtmlSafe for Wording<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_another_language_say_which_and_run_their_own_way() {
        let [it, de, ar] = ["it", "de", "ar"].map(|code| Language::parse(code).unwrap());
        let texts = Texts::one(it.clone(), "Attesa & \"coda\"");
        assert_eq!(Wording::of(&texts, &it, &it).to_string(), "Attesa &#38; &#34;coda&#34;");
        assert_eq!(Wording::of(&texts, &de, &it).to_string(), "<bdi lang=\"it\">Attesa &#38; &#34;coda&#34;</bdi>");
        assert!(Wording::of(&texts, &ar, &it).to_string().starts_with("<bdi lang=\"it\" dir=\"ltr\">"));
        assert!(Wording::of(&texts, &ar, &it).with("1 = Attesa".to_owned()).to_string().ends_with(">1 = Attesa</bdi>"));
        assert_eq!(Wording::of(&Texts::default(), &ar, &it).to_string(), "");
        assert_eq!(&*Wording::of(&texts, &de, &it), "Attesa & \"coda\"");
    }
}
