//! The adviser: what a methodologist would mark in a form, each with a reason, a source and, where one button can do it, a remedy.
//!
//! It is a pure function of the form and of what surrounds it ([`Surroundings`]). The warnings of a form file, `ascolto check` and the
//! designer on the screen all say what it says. Few and solid: a warning that is often wrong is soon ignored. How often it is right and
//! wrong on questions of our own making stands in `docs/adviser.md`, and a test computes it.

mod duration;
mod explained;
mod joined;
mod matter;
mod readability;
mod remedy;
mod scales;
mod tokens;
mod told;
mod use_made;
mod whole;
mod wording;
mod words;
mod years;

#[cfg(test)]
mod example;
#[cfg(test)]
mod set;

pub use duration::{Duration, duration};
pub use matter::{Keys, Matter, Weight};
pub use readability::{Measure, Readability, readability};
pub use remedy::{Remedy, apply};
pub(super) use told::warn;

use super::Form;
use crate::text::{Code, Language, Texts};

/// One thing that a methodologist would mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// Where.
    pub at: Place,
    /// In the text of which language; `None` where it is about no words.
    pub language: Option<Language>,
    /// What is the matter.
    pub matter: Matter,
    /// The words that it is about, as they stand in the text.
    pub marked: Option<String>,
    /// What one button can do about it.
    pub remedy: Option<Remedy>,
}

/// Where advice stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The form as a whole.
    Form,
    /// A question, by its code.
    Question(Code),
    /// An item of a matrix.
    Item {
        /// The matrix.
        question: Code,
        /// The item.
        item: Code,
    },
    /// A scale, by its code.
    Scale(Code),
}

/// What a form is used for and compared with, where it is known. Nothing is known of a file by itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings<'a> {
    /// The form of the edition before.
    pub before: Option<&'a Form>,
    /// The goals of the charter in force, each with the fields that it needs; only with them is it known what nothing uses.
    pub measured: Option<&'a [Measured]>,
    /// How many responses are expected.
    pub expected_responses: Option<u32>,
    /// Groups of fewer responses are not shown.
    pub privacy_threshold: u32,
}

/// A goal, and what the form asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The standard's code.
    pub goal: Code,
    /// Its title.
    pub title: Texts,
    /// The field that it needs, a question or item; `None` where the office measures it without asking.
    pub needed: Option<Code>,
    /// The field whose figures stand beside what the office measured.
    pub beside: Option<Code>,
}

/// Everything that a methodologist would mark: of the whole form first, then of the questions in their order, then of the scales.
pub fn advise(form: &Form, around: &Surroundings<'_>) -> Vec<Advice> {
    let mut advice = Vec::new();
    whole::advise_on_the_whole(form, &mut advice);
    wording::advise_on_words(form, &mut advice);
    whole::advise_on_persons(form, &mut advice);
    if let (Some(expected), threshold) = (around.expected_responses, around.privacy_threshold) {
        use_made::advise_on_groups(form, expected, threshold, &mut advice);
    }
    if let Some(measured) = around.measured {
        use_made::advise_on_goals(form, measured, &mut advice);
        use_made::advise_on_what_nothing_uses(form, measured, &mut advice);
    }
    if let Some(before) = around.before {
        years::advise_on_trends(form, before, &mut advice);
    }
    scales::advise_on_scales(form, &mut advice);
    let order = Order::of(form);
    advice.sort_by_cached_key(|one| order.of_place(&one.at));
    advice
}

impl Advice {
    fn at(at: Place, matter: Matter) -> Self {
        Self { at, language: None, matter, marked: None, remedy: None }
    }

    fn in_language(mut self, language: &Language) -> Self {
        self.language = Some(language.clone());
        self
    }

    fn marking(mut self, words: &str) -> Self {
        self.marked = Some(words.to_owned());
        self
    }

    fn with_remedy(mut self, remedy: Option<Remedy>) -> Self {
        self.remedy = remedy;
        self
    }
}

/// The order in which places are told.
struct Order {
    codes: Vec<Code>,
}

impl Order {
    fn of(form: &Form) -> Self {
        let mut codes = Vec::new();
        for (_, question) in form.questions() {
            codes.push(question.code.clone());
            if let super::Kind::Matrix { items, .. } = &question.kind {
                codes.extend(items.iter().map(|item| item.code.clone()));
            }
        }
        codes.extend(form.scales.iter().map(|scale| scale.code.clone()));
        Self { codes }
    }

    fn of_place(&self, place: &Place) -> (u8, usize) {
        let index = |code: &Code| self.codes.iter().position(|own| own == code).unwrap_or(self.codes.len());
        match place {
            Place::Form => (0, 0),
            Place::Question(code) | Place::Item { item: code, .. } => (1, index(code)),
            Place::Scale(code) => (2, self.codes.iter().rposition(|own| own == code).unwrap_or(0)),
        }
    }
}
