//! The overall judgements with the judgements that may explain them, counted over the responses that gave all of them.

use super::coded::{ItemColumn, MissingCodes, Request, count_table};
use super::{CrossTable, ItemCounts, Table};
use crate::form::{Field, FieldKind, Role};

/// An overall judgement and what may explain it: what shares of influence are computed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeCounts {
    /// The overall judgement's code.
    pub outcome: String,
    /// The codes of the judgements of satisfaction in the order of the form.
    pub items: Vec<String>,
    /// For each item, the outcome last, the values of its scale from the least to the most.
    pub values: Vec<Vec<i64>>,
    /// For each, the outcome last, how often each value was given.
    pub singles: Vec<Vec<u64>>,
    /// The value-by-value table of each pair: (0, 1), (0, 2), ... (1, 2), ...
    pub tables: Vec<CrossTable>,
}

/// Each overall judgement among some fields, with every judgement of satisfaction.
pub fn outcomes<'a>(judged: &[&'a Field]) -> Vec<(&'a Field, Vec<&'a Field>)> {
    let of = |role: Role| judged.iter().copied().filter(move |field| field.role == role);
    of(Role::Overall).map(|outcome| (outcome, of(Role::Satisfaction).collect())).collect()
}

/// Counts the overall judgements on a scale. An item that more than a third of those who judged overall did not judge (not
/// shown by the routing, not applicable, blank) is left out: it would leave few responses that judged everything.
pub(super) fn count_outcomes(table: &Table, counted: &[ItemCounts]) -> Vec<OutcomeCounts> {
    let scales: Vec<&Field> = table.layout().fields.iter().filter(|field| matches!(field.kind, FieldKind::Scale(_))).collect();
    let valid = |field: &Field| counted.iter().find(|item| item.code == field.code.as_str()).map_or(0, |item| item.all.valid());
    let explained = outcomes(&scales).into_iter().filter_map(|(outcome, items)| {
        let items: Vec<&Field> = items.into_iter().filter(|item| valid(item) * 3 >= valid(outcome) * 2).collect();
        (items.len() > 1 && valid(outcome) > 0).then(|| count_together(table, outcome, &items))
    });
    explained.flatten().collect()
}

fn count_together(table: &Table, outcome: &Field, items: &[&Field]) -> Option<OutcomeCounts> {
    let all: Vec<&Field> = items.iter().copied().chain([outcome]).collect();
    let column = |field: &&Field| ItemColumn {
        name: field.code.to_string(),
        least: field.least,
        most: field.most,
        missing: MissingCodes::default(),
    };
    let columns = all.iter().map(column).collect();
    let request = Request { items: columns, batteries: vec![(0..all.len()).collect()], ..Request::default() };
    let battery = count_table(table, &request).batteries.pop()?;
    Some(OutcomeCounts {
        outcome: outcome.code.to_string(),
        items: items.iter().map(|field| field.code.to_string()).collect(),
        values: all.iter().map(|field| (field.least..=field.most).collect()).collect(),
        singles: battery.singles,
        tables: battery.listwise,
    })
}
