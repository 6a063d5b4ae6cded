//! The figures that a plan asks for, one file for each family of addresses.

mod battery;
mod groups;
mod items;
mod others;
mod trend;
mod weights;

use crate::analysis::Obstacle;
use crate::analysis::plan::Plan;
use crate::analysis::reading::Reading;
use crate::response::coded::{Coded, CodedItem, CodedVariable};
use crate::response::{Counts, CrossTable};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Everything a plan asks of counted rows, by address. What could not be computed is under `not_computed`, with the reason.
pub fn list_planned(plan: &Plan, coded: &Coded) -> Map<String, Value> {
    let read_backwards = plan.reversed_alone.then(|| {
        let places = plan.reversed.iter().filter_map(|name| plan.place(name));
        places.fold(coded.clone(), |coded, place| coded.reversed_alone(place))
    });
    let coded = read_backwards.as_ref().unwrap_or(coded);
    let mut figures = Figures::default();
    figures.put("n_rows", json!(coded.rows));
    items::list(plan, coded, &mut figures);
    groups::list(plan, coded, &mut figures);
    trend::list(plan, coded, &mut figures);
    battery::list(plan, coded, &mut figures);
    others::list(plan, coded, &mut figures);
    weights::list(plan, coded, &mut figures);
    figures.finish()
}

/// Figures by address, and what stood in the way of others.
#[derive(Default)]
struct Figures {
    listed: Map<String, Value>,
    obstacles: Map<String, Value>,
}

impl Figures {
    fn put(&mut self, address: &str, value: Value) {
        self.listed.insert(address.to_owned(), value);
    }

    /// A figure, or why there is none.
    fn put_or_say<T>(&mut self, address: &str, found: Result<T, Obstacle>, shape: impl FnOnce(T) -> Value) {
        match found {
            Ok(found) => self.put(address, shape(found)),
            Err(obstacle) => self.say(address, obstacle.code()),
        }
    }

    fn say(&mut self, address: &str, reason: impl Into<Value>) {
        self.obstacles.insert(address.to_owned(), reason.into());
    }

    fn finish(mut self) -> Map<String, Value> {
        if !self.obstacles.is_empty() {
            self.listed.insert("not_computed".to_owned(), Value::Object(self.obstacles));
        }
        self.listed
    }
}

/// A table of numbers with names for its rows and columns.
fn matrix(rows: &[String], columns: &[String], data: &[Vec<Value>]) -> Value {
    json!({ "rows": rows, "cols": columns, "data": data })
}

/// Named figures as an object.
fn named<'a, T: serde::Serialize>(names: impl IntoIterator<Item = &'a String>, figures: impl IntoIterator<Item = T>) -> Value {
    names.into_iter().zip(figures).map(|(name, figure)| (name.clone(), json!(figure))).collect::<Map<_, _>>().into()
}

/// The counts of an item of a plan as those of a form's field are kept.
fn counts_of(values: &[i64], item: &CodedItem) -> Counts {
    Counts {
        given: given(values, &item.given),
        blank: item.blank,
        dont_know: item.dont_know,
        not_applicable: item.not_applicable,
        not_asked: item.not_asked,
    }
}

/// The counts of one line of a table by codes.
fn counts_of_line(reading: &Reading, line: &[u64]) -> Counts {
    Counts { given: given(&reading.values_or_none(), line), ..Counts::default() }
}

fn given(values: &[i64], counts: &[u64]) -> BTreeMap<i64, u64> {
    values.iter().copied().zip(counts.iter().copied()).filter(|(_, count)| *count > 0).collect()
}

/// For each item of the plan its place, its name, how it is read and its table by the levels of a variable.
fn crossed<'a>(plan: &'a Plan, variable: &'a CodedVariable) -> impl Iterator<Item = (&'a str, Reading, &'a CrossTable)> {
    let named = plan.items.iter().filter(|item| item.column.name != variable.name);
    let places = named.filter_map(|item| Some((item, variable.crossed.get(plan.place(&item.column.name)?)?)));
    places.map(|(item, table)| (item.column.name.as_str(), Reading::of_item(item), table))
}
