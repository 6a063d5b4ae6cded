//! The same counts from stored responses: what an analysis of a survey is made from.

use super::block::{Block, ROWS};
use super::counter::Counter;
use super::item::{Cells, NoAnswer};
use super::variable::Numbering;
use super::{Coded, LevelSource, Request};
use crate::form::{Field, Value};
use crate::response::Table;

/// Counts the responses of a table; columns are the codes of its fields, and `channel` for the door they came through.
///
/// A column that the layout does not hold has no answers and no levels. Weights and frequencies have no column here.
pub fn count_table(table: &Table, request: &Request) -> Coded {
    let layout = table.layout();
    let request = Request { weight: None, frequency: None, ..request.clone() };
    let items: Vec<Option<&Field>> = request.items.iter().map(|item| layout.field(&item.name)).collect();
    let sources = request.variables.iter().map(|variable| match &variable.source {
        LevelSource::Column(column) | LevelSource::Bands { column, .. } => layout.field(column),
        LevelSource::Joined(_) => None,
    });
    let sources: Vec<Option<&Field>> = sources.collect();
    let codes: Vec<usize> = request.items.iter().map(|item| Cells::new(item).codes()).collect();
    let (mut counter, mut block) = (Counter::new(&request), Block::new(&request));
    for row in table.rows() {
        let at = block.rows;
        for (index, field) in items.iter().enumerate() {
            let value = field.map_or(Value::NotAsked, |field| field.read(&row.closed));
            block.items[index][at] = place_of(value, request.items[index].least, codes[index]);
        }
        for (index, variable) in request.variables.iter().enumerate() {
            let value = sources[index].map(|field| field.read(&row.closed));
            let level = match (&variable.source, value) {
                (LevelSource::Column(column), _) if column == "channel" => number(counter.numbering(index), &row.strata.channel),
                (LevelSource::Column(_), Some(Value::Given(value))) => number(counter.numbering(index), &value.to_string()),
                #[allow(clippy::cast_precision_loss)] // Ages and the like.
                (LevelSource::Bands { up_to, .. }, Some(Value::Given(value))) => {
                    u32::try_from(1 + up_to.iter().filter(|bound| value as f64 > **bound).count()).unwrap_or(0)
                }
                _ => 0,
            };
            block.levels[index][at] = level;
        }
        block.rows += 1;
        if block.rows == ROWS {
            counter.count(&mut block);
            block.rows = 0;
        }
    }
    counter.count(&mut block);
    counter.finish()
}

fn number(numbering: &mut Numbering, name: &str) -> u32 {
    match numbering {
        Numbering::Cells(levels) => levels.number(name.as_bytes()),
        _ => 0,
    }
}

#[allow(clippy::cast_possible_truncation)] // At most 254.
fn place_of(value: Value, least: i64, codes: usize) -> u8 {
    let kind = |kind: NoAnswer| (codes + kind.place()) as u8;
    match value {
        Value::Given(value) => {
            let place = usize::try_from(value - least).ok().filter(|place| *place < codes);
            place.map_or(kind(NoAnswer::Blank), |place| place as u8)
        }
        Value::Blank => kind(NoAnswer::Blank),
        Value::DontKnow => kind(NoAnswer::DontKnow),
        Value::NotApplicable => kind(NoAnswer::NotApplicable),
        Value::NotAsked => kind(NoAnswer::NotAsked),
    }
}
