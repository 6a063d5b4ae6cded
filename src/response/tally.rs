//! Counts: what analysis takes. After one pass nothing depends on the number of respondents.

use super::Table;
use super::outcome::{OutcomeCounts, count_outcomes};
use crate::form::{Field, FieldKind, Form, Kind, Question, Value};
use crate::text::Code;
use std::collections::{BTreeMap, BTreeSet};

/// How often each answer was given to one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By value; only values that occur.
    pub given: BTreeMap<i64, u64>,
    /// Asked, left blank.
    pub blank: u64,
    /// "Non so".
    pub dont_know: u64,
    /// "Non applicabile".
    pub not_applicable: u64,
    /// Not shown by the routing.
    pub not_asked: u64,
}

/// The counts of one field, overall and by group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemCounts {
    /// The field's code.
    pub code: String,
    /// All responses.
    pub all: Counts,
    /// For each of [`Tally::groupings`], for each of its groups in order.
    pub by_group: Vec<Vec<Counts>>,
}

/// How often each option of a multiple choice was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionCounts {
    /// The question's code.
    pub code: String,
    /// Responses in which the question was asked and at least one option chosen.
    pub answered: u64,
    /// Responses in which it was asked.
    pub asked: u64,
    /// The option's code and how many chose it.
    pub chosen: Vec<(String, u64)>,
}

/// One group of a grouping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its code (`email`, `2`).
    pub code: String,
    /// How many responses are in it.
    pub rows: u64,
}

/// What responses are divided by: `channel`, or a profile question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grouping {
    /// Its code.
    pub code: String,
    /// Its groups in the order of scale, choices or channels.
    pub groups: Vec<Group>,
}

/// Everything counted from one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Responses.
    pub rows: u64,
    /// What they are divided by; always with `channel` first.
    pub groupings: Vec<Grouping>,
    /// One per closed field but options.
    pub items: Vec<ItemCounts>,
    /// One per multiple choice.
    pub options: Vec<OptionCounts>,
    /// One per overall judgement that two items or more may explain.
    pub outcomes: Vec<OutcomeCounts>,
}

impl Counts {
    /// Counts one answer.
    pub fn add(&mut self, value: Value) {
        match value {
            Value::Given(value) => *self.given.entry(value).or_default() += 1,
            Value::Blank => self.blank += 1,
            Value::DontKnow => self.dont_know += 1,
            Value::NotApplicable => self.not_applicable += 1,
            Value::NotAsked => self.not_asked += 1,
        }
    }

    /// Answers with a value: the base of every share and mean.
    pub fn valid(&self) -> u64 {
        self.given.values().sum()
    }

    /// Responses in which it was asked.
    pub fn asked(&self) -> u64 {
        self.valid() + self.blank + self.dont_know + self.not_applicable
    }
}

/// Counts a table in one pass: every closed field, overall and by channel and by each of the named closed fields.
///
/// A grouping that the layout does not hold is left out. Responses without a value of a grouping are in none of its groups.
/// Groups of a scale or of choices come in their order, also where empty; groups of a number and channels are those that occur.
pub fn tally(form: &Form, table: &Table, groupings: &[Code]) -> Tally {
    let layout = table.layout();
    let items: Vec<&Field> = layout.fields.iter().filter(|field| !matches!(field.kind, FieldKind::Option(_))).collect();
    let dividers: Vec<&Field> = groupings.iter().filter_map(|code| layout.field(code.as_str())).collect();
    let mut places = vec![channel_places(table)];
    places.extend(dividers.iter().map(|field| value_places(form, table, field)));
    let mut tally = empty_tally(&items, &dividers, &places);
    let mut options = option_fields(form, &layout.fields);
    for row in table.rows() {
        tally.rows += 1;
        let mut own = vec![places[0].get(&GroupKey::Channel(row.strata.channel.clone())).copied()];
        own.extend(dividers.iter().zip(&places[1..]).map(|(field, places)| match field.read(&row.closed) {
            Value::Given(value) => places.get(&GroupKey::Value(value)).copied(),
            _ => None,
        }));
        for (grouping, place) in tally.groupings.iter_mut().zip(&own) {
            if let Some(place) = place {
                grouping.groups[*place].rows += 1;
            }
        }
        for (field, item) in items.iter().zip(&mut tally.items) {
            let value = field.read(&row.closed);
            item.all.add(value);
            for (groups, place) in item.by_group.iter_mut().zip(&own) {
                if let Some(place) = place {
                    groups[*place].add(value);
                }
            }
        }
        for (fields, counts) in &mut options {
            count_options(fields, counts, &row.closed);
        }
    }
    tally.options = options.into_iter().map(|(_, counts)| counts).collect();
    tally.outcomes = count_outcomes(table, &tally.items);
    tally
}

/// What puts a response into a group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum GroupKey {
    Channel(String),
    Value(i64),
}

impl GroupKey {
    fn code(&self) -> String {
        match self {
            Self::Channel(code) => code.clone(),
            Self::Value(value) => value.to_string(),
        }
    }
}

type Places = BTreeMap<GroupKey, usize>;

fn number_in_order(keys: impl IntoIterator<Item = GroupKey>) -> Places {
    keys.into_iter().enumerate().map(|(place, key)| (key, place)).collect()
}

fn channel_places(table: &Table) -> Places {
    let codes: BTreeSet<&str> = table.rows().iter().map(|row| row.strata.channel.as_str()).collect();
    number_in_order(codes.into_iter().map(|code| GroupKey::Channel(code.to_owned())))
}

fn value_places(form: &Form, table: &Table, field: &Field) -> Places {
    let values: Vec<i64> = declared_values(form, field).unwrap_or_else(|| {
        let occurring: BTreeSet<i64> =
            table.column(field).filter_map(|value| if let Value::Given(value) = value { Some(value) } else { None }).collect();
        occurring.into_iter().collect()
    });
    number_in_order(values.into_iter().map(GroupKey::Value))
}

/// The values a field may take, in the order of its scale or choices; `None` for a number.
pub fn declared_values(form: &Form, field: &Field) -> Option<Vec<i64>> {
    match &field.kind {
        FieldKind::Scale(code) => Some(form.scale(code)?.points.iter().map(|point| point.value.into()).collect()),
        FieldKind::Choice => match &question_of(form, field)?.kind {
            Kind::SingleChoice { choices } => Some(choices.iter().map(|choice| choice.value.into()).collect()),
            _ => None,
        },
        FieldKind::Option(_) => Some(vec![0, 1]),
        FieldKind::Number => None,
    }
}

fn question_of<'a>(form: &'a Form, field: &Field) -> Option<&'a Question> {
    form.pages.get(field.place.0)?.questions.get(field.place.1)
}

fn empty_tally(items: &[&Field], dividers: &[&Field], places: &[Places]) -> Tally {
    let codes = std::iter::once("channel").chain(dividers.iter().map(|field| field.code.as_str()));
    let groupings = codes.zip(places).map(|(code, places)| {
        let mut keys: Vec<(&GroupKey, &usize)> = places.iter().collect();
        keys.sort_by_key(|(_, place)| **place);
        let groups = keys.into_iter().map(|(key, _)| Group { code: key.code(), rows: 0 }).collect();
        Grouping { code: code.to_owned(), groups }
    });
    let items = items.iter().map(|field| ItemCounts {
        code: field.code.to_string(),
        all: Counts::default(),
        by_group: places.iter().map(|places| vec![Counts::default(); places.len()]).collect(),
    });
    Tally { rows: 0, groupings: groupings.collect(), items: items.collect(), options: Vec::new(), outcomes: Vec::new() }
}

/// The option fields of each multiple choice, with its counts still at nothing.
fn option_fields<'a>(form: &Form, fields: &'a [Field]) -> Vec<(Vec<&'a Field>, OptionCounts)> {
    let mut found: Vec<(Vec<&Field>, OptionCounts)> = Vec::new();
    let mut last_place = None;
    for field in fields {
        let FieldKind::Option(index) = field.kind else { continue };
        let Some(question) = question_of(form, field) else { continue };
        let Kind::MultipleChoice { choices, .. } = &question.kind else { continue };
        let Some(choice) = choices.get(index) else { continue };
        if last_place != Some(field.place) {
            last_place = Some(field.place);
            let counts = OptionCounts { code: question.code.to_string(), answered: 0, asked: 0, chosen: Vec::new() };
            found.push((Vec::new(), counts));
        }
        if let Some((fields, counts)) = found.last_mut() {
            fields.push(field);
            counts.chosen.push((choice.code.to_string(), 0));
        }
    }
    found
}

fn count_options(fields: &[&Field], counts: &mut OptionCounts, closed: &[u8]) {
    let (mut asked, mut answered) = (false, false);
    for (field, (_, chosen)) in fields.iter().zip(&mut counts.chosen) {
        let value = field.read(closed);
        asked |= value != Value::NotAsked;
        if value == Value::Given(1) {
            answered = true;
            *chosen += 1;
        }
    }
    counts.asked += u64::from(asked);
    counts.answered += u64::from(answered);
}

#[cfg(test)]
mod tests {
    use super::super::{Row, Strata};
    use super::*;
    use crate::form::{self, Layout};

    const FORM: &str = r#"
        code = "f"
        languages = ["it"]
        title = "T"
        [[pages]]
        code = "p"
        questions = [
          { code = "used", kind = "multiple_choice", role = "need", text = "T", choices = [{ code = "wifi", label = "W" }, { code = "jobs", label = "J" }] },
          { code = "who", kind = "single_choice", role = "profile", text = "T", choices = [{ code = "man", label = "M" }, { code = "woman", label = "W" }] },
        ]
    "#;

    #[test]
    fn each_kind_of_no_answer_is_counted_apart_and_who_told_no_group_is_in_none() {
        let form = form::parse("f.toml", FORM).unwrap();
        let layout = Layout::of(&form);
        let row = |channel: &str, given: &[(&str, Value)]| {
            let mut closed = layout.empty();
            for (code, value) in given {
                layout.field(code).unwrap().write(*value, &mut closed);
            }
            Row { closed, strata: Strata { channel: channel.to_owned(), ..Strata::default() } }
        };
        let rows = vec![
            row("web", &[("used_wifi", Value::Given(1)), ("used_jobs", Value::Given(0)), ("who", Value::Given(2))]),
            row("kiosk", &[("used_wifi", Value::Blank), ("used_jobs", Value::Blank), ("who", Value::Blank)]),
            row("web", &[("who", Value::Given(2))]),
        ];
        let codes = ["who", "used"].map(|code| Code::parse(code).unwrap());
        let tally = tally(&form, &Table::new(layout.clone(), rows), &codes);
        let group = |code: &str, rows| Group { code: code.to_owned(), rows };
        let channel = Grouping { code: "channel".to_owned(), groups: vec![group("kiosk", 1), group("web", 2)] };
        let who = Grouping { code: "who".to_owned(), groups: vec![group("1", 0), group("2", 2)] };
        assert_eq!((tally.rows, &tally.groupings), (3, &vec![channel, who]), "a multiple choice divides nobody");
        let women = |blank| Counts { given: BTreeMap::from([(2, 2)]), blank, ..Counts::default() };
        let blank = Counts { blank: 1, ..Counts::default() };
        let by_group = vec![vec![blank, women(0)], vec![Counts::default(), women(0)]];
        assert_eq!(tally.items, [ItemCounts { code: "who".to_owned(), all: women(1), by_group }]);
        let chosen = vec![("wifi".to_owned(), 1), ("jobs".to_owned(), 0)];
        assert_eq!(tally.options, [OptionCounts { code: "used".to_owned(), answered: 1, asked: 2, chosen }]);
    }
}
