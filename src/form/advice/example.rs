//! Forms of a few questions, for the tests.

use crate::form::{Choice, Form, Item, Kind, Page, Point, Polarity, Presentation, Question, Role, Scale};
use crate::text::{Code, Language, Texts};

pub fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

pub fn text(words: &str) -> Texts {
    if words.is_empty() { Texts::default() } else { Texts::one(Language::italian(), words) }
}

pub fn question(name: &str, words: &str, role: Role, kind: Kind) -> Question {
    let (hint, factor, required, show_if) = (Texts::default(), None, false, None);
    Question { code: code(name), text: text(words), hint, role, factor, required, show_if, kind }
}

pub fn rated(name: &str, words: &str) -> Question {
    question(name, words, Role::Overall, Kind::Rating { scale: code("five") })
}

pub fn open(name: &str, words: &str) -> Question {
    question(name, words, Role::Comment, Kind::OpenText { most_characters: 300 })
}

pub fn number(name: &str, words: &str) -> Question {
    question(name, words, Role::Profile, Kind::Number { least: 0, most: 99 })
}

pub fn choices(labels: &[&str]) -> Vec<Choice> {
    let choice = |(at, label): (usize, &&str)| Choice {
        code: code(&format!("c{at}")),
        value: u8::try_from(at + 1).unwrap(),
        label: text(label),
        exclusive: false,
    };
    labels.iter().enumerate().map(choice).collect()
}

pub fn profile(name: &str, words: &str, groups: usize) -> Question {
    question(name, words, Role::Profile, Kind::SingleChoice { choices: choices(&vec!["Gruppo"; groups]) })
}

pub fn matrix(name: &str, words: &str, items: &[(&str, &str)]) -> Question {
    let items = items.iter().map(|(name, words)| Item { code: code(name), text: text(words), factor: None });
    question(name, words, Role::Satisfaction, Kind::Matrix { scale: code("five"), items: items.collect(), importance: None })
}

/// A scale of these labels; `*` after one that counts as satisfied, `~` after the neutral one, `-` for none.
pub fn scale(name: &str, labels: &[&str]) -> Scale {
    let point = |(at, typed): (usize, &&str)| Point {
        value: u8::try_from(at + 1).unwrap(),
        label: text(typed.trim_end_matches(['*', '~']).trim_matches('-').trim()),
        satisfied: typed.ends_with('*'),
        neutral: typed.ends_with('~'),
        symbol: None,
    };
    Scale {
        code: code(name),
        points: labels.iter().enumerate().map(point).collect(),
        polarity: Polarity::HigherIsBetter,
        dont_know: Some(text("Non so")),
        not_applicable: None,
    }
}

/// A form in Italian of these questions, with a good scale `five`.
pub fn form_with(questions: Vec<Question>) -> Form {
    Form {
        code: code("f"),
        languages: vec![Language::italian()],
        title: text("T"),
        introduction: Texts::default(),
        thanks: Texts::default(),
        minutes: 5,
        presentation: Presentation::OnePage,
        factors: Vec::new(),
        scales: vec![scale("five", &["Per niente", "Poco", "In parte~", "Abbastanza*", "Molto*"])],
        pages: vec![Page { code: code("p"), title: Texts::default(), show_if: None, questions }],
    }
}
