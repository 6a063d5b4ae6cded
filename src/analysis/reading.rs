//! How the values of a field are read: which of them count as satisfied, which are best, what their range is.

use super::lineage::ScaleMark;
use super::mean::Range;
use crate::form::{Field, FieldKind, Form, Polarity, Scale};
use crate::response::{Counts, declared_values};

/// How the values of one field are read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The values the form declares, in order; `None` for a number.
    values: Option<Vec<i64>>,
    /// The points that count as satisfied; `None` where the form does not say.
    pub satisfied: Option<Vec<i64>>,
    /// The two best points; `None` on scales of fewer than three.
    pub top_two: Option<Vec<i64>>,
    /// The two worst points; `None` on scales of fewer than three.
    pub bottom_two: Option<Vec<i64>>,
    /// The range, for scales and numbers.
    pub range: Option<Range>,
}

impl Reading {
    /// How a form means the values of one of its fields.
    pub fn of(form: &Form, field: &Field) -> Self {
        let scale = match &field.kind {
            FieldKind::Scale(code) => form.scale(code),
            _ => None,
        };
        let polarity = scale.map_or(Polarity::HigherIsBetter, |scale| scale.polarity);
        let range = Range { least: field.least, most: field.most, polarity };
        let ends = scale.and_then(ends_of);
        Self {
            values: declared_values(form, field),
            satisfied: scale.filter(|scale| scale.tells_satisfied()).map(satisfied_of),
            top_two: ends.as_ref().map(|(_, best)| best.clone()),
            bottom_two: ends.map(|(worst, _)| worst),
            range: matches!(field.kind, FieldKind::Scale(_) | FieldKind::Number).then_some(range),
        }
    }

    /// What makes its scale this one.
    pub fn scale_mark(&self) -> ScaleMark {
        let polarity = self.range.map(|range| range.polarity);
        ScaleMark { values: self.values.clone(), satisfied: self.satisfied.clone(), polarity }
    }

    /// Every declared value with its count, also where none; for a number every occurring one. In the order of the form.
    pub fn list(&self, counts: &Counts) -> Vec<(i64, u64)> {
        match &self.values {
            Some(values) => values.iter().map(|value| (*value, counts.given.get(value).copied().unwrap_or(0))).collect(),
            None => counts.given.iter().map(|(value, count)| (*value, *count)).collect(),
        }
    }
}

/// How many gave one of some values.
pub fn count_of(counts: &Counts, values: &[i64]) -> u64 {
    values.iter().filter_map(|value| counts.given.get(value)).sum()
}

fn satisfied_of(scale: &Scale) -> Vec<i64> {
    scale.points.iter().filter(|point| point.satisfied).map(|point| point.value.into()).collect()
}

/// The two worst and the two best points.
fn ends_of(scale: &Scale) -> Option<(Vec<i64>, Vec<i64>)> {
    let values: Vec<i64> = scale.points.iter().map(|point| point.value.into()).collect();
    if values.len() < 3 {
        return None;
    }
    let (low, high) = (values[..2].to_vec(), values[values.len() - 2..].to_vec());
    Some(match scale.polarity {
        Polarity::HigherIsBetter => (low, high),
        Polarity::LowerIsBetter => (high, low),
    })
}
