//! How the values of a field are read: which of them count as satisfied, which are best, what their range is.

use super::lineage::ScaleMark;
use super::mean::Range;
use super::plan::PlanItem;
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
        let points: Vec<i64> = scale.iter().flat_map(|scale| &scale.points).map(|point| point.value.into()).collect();
        let ends = ends_of(&points, polarity);
        Self {
            values: declared_values(form, field),
            satisfied: scale.filter(|scale| scale.tells_satisfied()).map(satisfied_of),
            top_two: ends.as_ref().map(|(_, best)| best.clone()),
            bottom_two: ends.map(|(worst, _)| worst),
            range: matches!(field.kind, FieldKind::Scale(_) | FieldKind::Number).then_some(range),
        }
    }

    /// How a plan means the codes of one of its items.
    pub fn of_item(item: &PlanItem) -> Self {
        let values = item.values();
        let (least, most) = (item.column.least, item.column.most);
        let is_satisfied = |from: i64, value: i64| match item.polarity {
            Polarity::HigherIsBetter => value >= from,
            Polarity::LowerIsBetter => value <= from,
        };
        let satisfied = |from| values.iter().copied().filter(|value| is_satisfied(from, *value)).collect();
        let ends = ends_of(&values, item.polarity);
        Self {
            satisfied: item.satisfied.map(satisfied),
            top_two: ends.as_ref().map(|(_, best)| best.clone()),
            bottom_two: ends.map(|(worst, _)| worst),
            range: Some(Range { least, most, polarity: item.polarity }),
            values: Some(values),
        }
    }

    /// The declared values in order; none for a number.
    pub fn values_or_none(&self) -> Vec<i64> {
        self.values.clone().unwrap_or_default()
    }

    /// The declared values as numbers to reckon with.
    #[allow(clippy::cast_precision_loss)] // Codes of scales.
    pub fn scores(&self) -> Vec<f64> {
        self.values.iter().flatten().map(|value| *value as f64).collect()
    }

    /// The places of the two best points among the declared values.
    pub fn top_places(&self) -> Option<Vec<usize>> {
        let values = self.values.as_ref()?;
        Some(self.top_two.as_ref()?.iter().filter_map(|top| values.iter().position(|value| value == top)).collect())
    }

    /// Whether its values are the points of a scale, not any numbers.
    pub fn has_points(&self) -> bool {
        self.range.is_some() && self.values.is_some()
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
fn ends_of(values: &[i64], polarity: Polarity) -> Option<(Vec<i64>, Vec<i64>)> {
    if values.len() < 3 {
        return None;
    }
    let (low, high) = (values[..2].to_vec(), values[values.len() - 2..].to_vec());
    Some(match polarity {
        Polarity::HigherIsBetter => (low, high),
        Polarity::LowerIsBetter => (high, low),
    })
}
