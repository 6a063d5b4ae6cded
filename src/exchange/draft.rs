//! A form as another program wrote it, before it has codes, scales and roles of ours.

use super::Place;
use super::reason::Reasons;
use crate::fault::Said;
use crate::form::{Factor, Operator, Presentation, Role, Scale};
use crate::text::{Code, Language, Texts};
use std::collections::{BTreeMap, BTreeSet};

/// The bounds of a number that states none.
pub(super) const BOUNDS: (i64, i64) = (0, 1_000_000);
/// The widest span that a form file has for a number.
const WIDEST: i64 = 4_000_000_000;
/// The choice that asks for more words.
pub(super) const OTHER: &str = "other";
/// More languages than any form has: what follows is not read.
pub(super) const MOST_LANGUAGES: usize = 50;

/// The whole.
#[derive(Default)]
pub(super) struct Draft {
    pub code: String,
    pub languages: Vec<Language>,
    pub title: Texts,
    pub introduction: Texts,
    pub thanks: Texts,
    pub minutes: Option<u8>,
    pub presentation: Option<Presentation>,
    pub factors: Vec<Factor>,
    pub lists: BTreeMap<String, List>,
    /// Lists in the order in which they stand in the file.
    pub list_order: Vec<String>,
    pub pages: Vec<DraftPage>,
    /// Questions that are not carried, by name: a condition on one of them is told apart from a slip.
    pub dropped: BTreeSet<String>,
}

/// A list of choices that questions share.
#[derive(Clone, Debug, Default)]
pub(super) struct List {
    pub choices: Vec<DraftChoice>,
    /// The scale, where the file says that the list is one.
    pub scale: Option<Scale>,
}

impl List {
    /// A list of more choices is refused where it is asked; there is no need to know them all.
    pub const MOST: usize = 250;

    /// A list that is not said to be a scale.
    pub fn of(choices: Vec<DraftChoice>) -> Self {
        Self { choices, scale: None }
    }
}

/// One choice.
#[derive(Clone, Debug)]
pub(super) struct DraftChoice {
    pub place: Place,
    pub name: String,
    pub label: Texts,
    /// What is stored, where the file says it.
    pub value: Option<u8>,
    pub exclusive: bool,
}

impl DraftChoice {
    pub fn of(place: &Place, name: &str, label: Texts) -> Self {
        Self { place: place.clone(), name: name.to_owned(), label, value: None, exclusive: false }
    }
}

/// One page.
pub(super) struct DraftPage {
    pub place: Place,
    pub name: String,
    pub title: Texts,
    pub when: Vec<Expr>,
    pub questions: Vec<DraftQuestion>,
}

/// One question.
pub(super) struct DraftQuestion {
    pub place: Place,
    pub name: String,
    pub text: Texts,
    pub hint: Texts,
    pub role: Option<Role>,
    pub factor: Option<Code>,
    pub required: bool,
    /// All must hold.
    pub when: Vec<Expr>,
    pub asked: Asked,
}

impl DraftQuestion {
    /// A question of which nothing more is known.
    pub fn of(place: Place, name: &str, text: Texts, when: Vec<Expr>, asked: Asked) -> Self {
        let (hint, name) = (Texts::default(), name.to_owned());
        Self { place, name, text, hint, role: None, factor: None, required: false, when, asked }
    }

    /// The question for the words of those who choose "other".
    pub fn other_words(place: Place, name: &str, label: Texts, mut when: Vec<Expr>) -> Self {
        when.push(Expr::Selected { name: name.to_owned(), value: OTHER.to_owned() });
        Self::of(place, &format!("{name}_words"), label, when, Asked::Text { most: Some(200) })
    }
}

/// How it is answered; lists by their names.
#[derive(Clone, Debug)]
pub(super) enum Asked {
    /// One of a list: a point of a scale where it is one, or where `likert` says so.
    One { list: String, likert: bool },
    /// Any of a list.
    Several { list: String, at_most: Option<u8>, exclusive: Vec<String> },
    /// Items on one list.
    Matrix { list: String, items: Vec<DraftItem>, importance: Option<String> },
    /// A whole number.
    Number { least: i64, most: i64 },
    /// A point of a scale of bare numbers.
    Range { least: u8, most: u8 },
    /// Free text.
    Text { most: Option<u32> },
    /// Nothing to answer.
    Note,
}

impl Asked {
    /// A number within the bounds that a file states, as far as a form can hold them. Where they are others, it is told.
    pub fn number(stated: (Option<i64>, Option<i64>), usual: (i64, i64), place: &Place, reasons: &mut Reasons) -> Self {
        let width = usual.1 - usual.0;
        let low = stated.0.unwrap_or(match stated.1 {
            Some(most) if most <= usual.0 => most.saturating_sub(width),
            _ => usual.0,
        });
        let high = stated.1.unwrap_or(if low < usual.1 { usual.1 } else { low.saturating_add(width) });
        let fits = low < high && low >= -WIDEST && high <= WIDEST && high - low <= WIDEST;
        let (least, most) = if fits { (low, high) } else { usual };
        let is_as_stated = stated == (Some(least), Some(most));
        if !is_as_stated {
            let key = if fits { "exchange-bounds" } else { "exchange-bounds-strange" };
            reasons.push(place, Said::new(key).with("least", least).with("most", most), "exchange-hint-bounds");
        }
        Self::Number { least, most }
    }
}

/// One item of a matrix.
#[derive(Clone, Debug)]
pub(super) struct DraftItem {
    pub place: Place,
    pub name: String,
    pub text: Texts,
    pub factor: Option<Code>,
}

/// A condition over answers by the names of their questions.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expr {
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Not(Box<Expr>),
    Always(bool),
    /// An answer, or a measure of it, compared with a value.
    Compare {
        name: String,
        measure: Measure,
        operator: Operator,
        value: String,
    },
    /// The choice is made.
    Selected {
        name: String,
        value: String,
    },
    /// The answer is one of these.
    Among {
        name: String,
        values: Vec<String>,
    },
}

/// What of an answer is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// The answer itself.
    Answer,
    /// The answer as a number.
    Number,
    /// How many choices.
    Chosen,
    /// How many characters.
    Length,
}

impl Expr {
    /// The names of the questions that it depends on.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::And(parts) | Self::Or(parts) => parts.iter().flat_map(Self::names).collect(),
            Self::Not(part) => part.names(),
            Self::Always(_) => Vec::new(),
            Self::Compare { name, .. } | Self::Selected { name, .. } | Self::Among { name, .. } => vec![name],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_the_bounds_that_a_form_can_hold() {
        for (stated, expected, told) in [
            ((Some(18), Some(99)), (18, 99), None),
            ((None, None), BOUNDS, Some("exchange-bounds")),
            ((Some(5), None), (5, 1_000_000), Some("exchange-bounds")),
            ((Some(2_000_000), None), (2_000_000, 3_000_000), Some("exchange-bounds")),
            ((None, Some(-5)), (-1_000_005, -5), Some("exchange-bounds")),
            ((Some(5), Some(5)), BOUNDS, Some("exchange-bounds-strange")),
            ((Some(9), Some(5)), BOUNDS, Some("exchange-bounds-strange")),
            ((Some(-WIDEST), Some(WIDEST)), BOUNDS, Some("exchange-bounds-strange")),
            ((Some(0), Some(WIDEST)), (0, WIDEST), None),
            ((Some(i64::MIN), None), BOUNDS, Some("exchange-bounds-strange")),
            ((Some(i64::MAX), None), BOUNDS, Some("exchange-bounds-strange")),
        ] {
            let mut reasons = Reasons::new();
            let Asked::Number { least, most } = Asked::number(stated, BOUNDS, &Place::File, &mut reasons) else { panic!() };
            assert_eq!((least, most), expected, "{stated:?}");
            let found = reasons.finish();
            let key = found.first().map(|reason| match reason {
                crate::exchange::Reason::NotCarried { message, .. } => message.key,
                crate::exchange::Reason::Fault(_) => "",
            });
            assert_eq!(key, told, "{stated:?}");
        }
    }
}
