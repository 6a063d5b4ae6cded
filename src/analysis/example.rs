//! A small form and made-up answers for the tests of this folder.

use crate::form::{Choice, Form, Item, Kind, Layout, Page, Point, Polarity, Presentation, Question, Role, Scale, Value};
use crate::response::{Row, Strata, Table};
use crate::text::{Code, Language, Texts};

pub fn code(text: &str) -> Code {
    Code::parse(text).expect("a code written in a test")
}

fn scale(polarity: Polarity) -> Scale {
    let satisfied = |value: u8| if polarity == Polarity::HigherIsBetter { value >= 4 } else { value <= 2 };
    let points = (1..=5).map(|value| Point {
        value,
        label: Texts::default(),
        satisfied: satisfied(value),
        neutral: value == 3,
        symbol: None,
    });
    let points = points.collect();
    Scale { code: code("agreement"), points, polarity, dont_know: None, not_applicable: None }
}

fn question(name: &str, role: Role, kind: Kind) -> Question {
    let (text, hint) = (Texts::default(), Texts::default());
    Question { code: code(name), text, hint, role, factor: None, required: false, show_if: None, kind }
}

fn choices(names: &[&str]) -> Vec<Choice> {
    let choice = |(value, name): (u8, &&str)| Choice { code: code(name), value, label: Texts::default(), exclusive: false };
    (1..).zip(names).map(choice).collect()
}

/// Two judged items `staff` and `waiting` (points 1 to 5), a profile `who` (1 or 2), an `age`, a multiple choice `need`.
pub fn form(polarity: Polarity) -> Form {
    let items = ["staff", "waiting"].map(|name| Item { code: code(name), text: Texts::default(), factor: None }).to_vec();
    let questions = vec![
        question("judged", Role::Satisfaction, Kind::Matrix { scale: code("agreement"), items, importance: None }),
        question("who", Role::Profile, Kind::SingleChoice { choices: choices(&["citizen", "firm"]) }),
        question("age", Role::Profile, Kind::Number { least: 16, most: 110 }),
        question("need", Role::Need, Kind::MultipleChoice { choices: choices(&["forms", "hours", "chairs"]), at_most: None }),
    ];
    Form {
        code: code("example"),
        languages: vec![Language::italian()],
        title: Texts::default(),
        introduction: Texts::default(),
        thanks: Texts::default(),
        minutes: 3,
        presentation: Presentation::OnePage,
        factors: Vec::new(),
        scales: vec![scale(polarity)],
        pages: vec![Page { code: code("all"), title: Texts::default(), show_if: None, questions }],
    }
}

/// One response: its channel and what it says; what is not named was not asked.
pub fn row(layout: &Layout, channel: &str, answers: &[(&str, Value)]) -> Row {
    let mut closed = layout.empty();
    for (name, value) in answers {
        layout.field(name).expect("a field of the example").write(*value, &mut closed);
    }
    Row { closed, strata: Strata { channel: channel.to_owned(), place: None, day: None } }
}

/// Responses to `staff`: so many of each point, from a channel and a kind of person.
pub fn staff_rows(layout: &Layout, channel: &str, who: i64, counts: &[(i64, u64)]) -> Vec<Row> {
    let one = |value: i64| row(layout, channel, &[("staff", Value::Given(value)), ("who", Value::Given(who))]);
    counts.iter().flat_map(|(value, count)| (0..*count).map(move |_| *value)).map(one).collect()
}

/// A table of rows of the example.
pub fn table(layout: &Layout, rows: Vec<Row>) -> Table {
    Table::new(layout.clone(), rows)
}
