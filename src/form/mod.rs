//! What is asked: a questionnaire, its scales, its routing, and the layout of its answers.

pub mod advice;
mod carried;
pub mod catalog;
mod condition;
mod condition_text;
pub mod difference;
pub mod edit;
mod edit_scale;
mod file;
mod free_code;
mod hash;
pub mod json;
mod layout;
mod question;
mod routing;
mod scale;
mod show_if;
mod stars;
mod texts;

pub use carried::{Carrier, Hindrance, carries, hindrances};
pub use condition::{Condition, Operand, Operator, write_condition};
pub use condition_text::{AskedBefore, Ticked};
pub(crate) use file::{POLARITIES, PRESENTATIONS, ROLES, SYMBOLS};
pub use file::{Reading, parse, read, write};
pub use hash::{layout_hash, source_hash};
pub use layout::{Field, FieldKind, Layout, TextField, Value, Width};
pub use question::{Choice, Item, Kind, Question, Role};
pub(crate) use routing::option_code;
pub use scale::{Point, Polarity, Scale, Symbol};
pub use stars::{FollowUp, Stars};

use crate::text::{Code, Language, Texts};

/// What is wrong with a form file.
pub type Faults = Vec<crate::fault::Fault>;

/// A questionnaire as it stands in one version. Made only by parsing a form file.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Its name in addresses and files.
    pub code: Code,
    /// The languages it is written in; the first is the fallback for a text that another lacks.
    pub languages: Vec<Language>,
    /// The title.
    pub title: Texts,
    /// Why it is asked, on the first page.
    pub introduction: Texts,
    /// What the thank-you page says.
    pub thanks: Texts,
    /// How long answering takes, in minutes.
    pub minutes: u8,
    /// One page or page by page.
    pub presentation: Presentation,
    /// The quality factors that items name, in the order of the report.
    pub factors: Vec<Factor>,
    /// The scales that items name.
    pub scales: Vec<Scale>,
    /// The pages in order.
    pub pages: Vec<Page>,
}

/// How the pages are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presentation {
    /// All questions on one page.
    OnePage,
    /// One page after another.
    PageByPage,
}

/// A quality factor: what a block of items speaks of (staff, waiting, premises).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub label: Texts,
}

/// One page of questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its code.
    pub code: Code,
    /// Its heading.
    pub title: Texts,
    /// When it is shown; always if absent.
    pub show_if: Option<Condition>,
    /// Its questions in order.
    pub questions: Vec<Question>,
}

impl Form {
    /// The language that stands in for a missing one.
    pub fn fallback(&self) -> &Language {
        &self.languages[0]
    }

    /// A form with the one question that every questionnaire has: how satisfied one is overall, on five points. The words are those of
    /// the language, by the keys `forms-new-...` and `forms-point-...`.
    pub fn with_one_question(language: Language, say: &dyn Fn(&str) -> String) -> Self {
        let text = |key: &str| Texts::one(language.clone(), say(key));
        let code = |text: &str| Code::parse(text).expect("the codes below are codes");
        let point = |value: u8| Point {
            value,
            label: text(&format!("forms-point-{value}")),
            satisfied: value > 3,
            neutral: value == 3,
            symbol: None,
        };
        let overall = Question {
            code: code("overall"),
            text: text("forms-new-overall"),
            hint: Texts::default(),
            role: Role::Overall,
            factor: None,
            required: false,
            show_if: None,
            kind: Kind::Rating { scale: code("satisfaction") },
        };
        Self {
            code: code("questionario"),
            title: text("forms-new-title"),
            introduction: Texts::default(),
            thanks: Texts::default(),
            minutes: 2,
            presentation: Presentation::OnePage,
            factors: Vec::new(),
            scales: vec![Scale {
                code: code("satisfaction"),
                points: (1..=5).map(point).collect(),
                polarity: Polarity::HigherIsBetter,
                dont_know: Some(text("forms-point-dont_know")),
                not_applicable: None,
            }],
            pages: vec![Page { code: code("giudizio"), title: Texts::default(), show_if: None, questions: vec![overall] }],
            languages: vec![language],
        }
    }

    /// Every question with its page, in order.
    pub fn questions(&self) -> impl Iterator<Item = (&Page, &Question)> {
        self.pages.iter().flat_map(|page| page.questions.iter().map(move |question| (page, question)))
    }

    /// The choices of a question about who answers, where one of several is chosen; `None` for any other question.
    pub fn profile_choices(&self, code: &Code) -> Option<&[Choice]> {
        self.profile_questions().find(|(question, _)| question.code == *code).map(|(_, choices)| choices)
    }

    /// The questions about who answers in which one of several choices is made, in order.
    pub fn profile_questions(&self) -> impl Iterator<Item = (&Question, &[Choice])> {
        self.questions().filter_map(|(_, question)| match &question.kind {
            Kind::SingleChoice { choices } if question.role == Role::Profile => Some((question, choices.as_slice())),
            _ => None,
        })
    }

    /// The scale of that code. The parser has made sure that every named scale exists.
    pub fn scale(&self, code: &Code) -> Option<&Scale> {
        self.scales.iter().find(|scale| &scale.code == code)
    }

    /// The quality factor of that code.
    pub fn factor(&self, code: &Code) -> Option<&Factor> {
        self.factors.iter().find(|factor| &factor.code == code)
    }
}
