//! What matters to people beside how satisfied they are with it, as it may be shown, where a form asks both of each item.

use super::battery::importance::{LineRule, Quadrant, divide};
use super::finding::{ItemFinding, MeanFinding, Shown};
use super::publishable::Publishable;
use crate::form::Role;

/// The map of importance and satisfaction. Both are read on the index from 0 to 100, so that scales of different lengths and
/// directions can stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct Priorities {
    /// How the lines were drawn.
    pub rule: LineRule,
    /// The index from which an item counts as important.
    pub importance_line: f64,
    /// The index from which it counts as satisfying.
    pub satisfaction_line: f64,
    /// The items in the order of the form.
    pub items: Vec<Priority>,
}

/// One item of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Priority {
    /// Its code.
    pub code: String,
    /// How important it is to those who said so.
    pub importance: MeanFinding,
    /// How satisfied people are with it.
    pub satisfaction: MeanFinding,
    /// Where it lies.
    pub quadrant: Quadrant,
}

impl Publishable {
    /// The items whose satisfaction and importance may both be shown with an index; `None` where there are fewer than two, for the
    /// lines are means of all.
    pub fn priorities(&self) -> Option<Priorities> {
        let shown: Vec<(&str, MeanFinding, MeanFinding)> = self
            .items()
            .filter_map(|(code, item)| {
                let satisfaction = mean_of(Some(item), Role::Satisfaction)?;
                let importance = mean_of(self.item(&format!("{code}_importance")), Role::Importance)?;
                Some((code, importance, satisfaction))
            })
            .collect();
        if shown.len() < 2 {
            return None;
        }
        let indexes: Vec<(f64, f64)> =
            shown.iter().map(|(_, importance, satisfaction)| (importance.index, satisfaction.index)).collect();
        let divided = divide(&indexes);
        let items = shown.into_iter().zip(divided.quadrants).map(|((code, importance, satisfaction), quadrant)| Priority {
            code: code.to_owned(),
            importance,
            satisfaction,
            quadrant,
        });
        Some(Priorities {
            rule: LineRule::GrandMeans,
            importance_line: divided.importance_line,
            satisfaction_line: divided.satisfaction_line,
            items: items.collect(),
        })
    }
}

fn mean_of(shown: Option<Shown<&ItemFinding>>, role: Role) -> Option<MeanFinding> {
    match shown? {
        Shown::Full(item) if item.role == role => item.mean,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{code, form, row};
    use super::super::{Agreed, study};
    use super::*;
    use crate::form::{Kind, Layout, Polarity, Value};
    use crate::response::{Row, Table, tally};

    /// So many responses of (staff, its importance, waiting, its importance).
    fn published(answers: &[([i64; 4], u64)], polarity: Polarity) -> Publishable {
        let mut form = form(polarity);
        if let Kind::Matrix { importance, .. } = &mut form.pages[0].questions[0].kind {
            *importance = Some(code("agreement"));
        }
        let layout = Layout::of(&form);
        let names = ["staff", "staff_importance", "waiting", "waiting_importance"];
        let one = |values: &[i64; 4]| {
            let said: Vec<(&str, Value)> = names.into_iter().zip(values.map(Value::Given)).collect();
            row(&layout, "web", &said)
        };
        let rows: Vec<Row> = answers.iter().flat_map(|(values, count)| (0..*count).map(move |_| one(values))).collect();
        let counted = tally(&form, &Table::new(layout.clone(), rows), &[]);
        Publishable::suppress(study(&form, &layout, &counted, &Agreed::default()), 5)
    }

    #[test]
    fn an_item_that_matters_and_does_not_satisfy_comes_first_to_mind() {
        let found = published(&[([2, 5, 4, 3], 40)], Polarity::HigherIsBetter).priorities().unwrap();
        let placed: Vec<(&str, Quadrant)> = found.items.iter().map(|item| (item.code.as_str(), item.quadrant)).collect();
        assert_eq!(placed, [("staff", Quadrant::ConcentrateHere), ("waiting", Quadrant::PossibleOverkill)]);
        assert_eq!((found.importance_line, found.satisfaction_line), (75.0, 50.0));
        assert_eq!((found.items[0].importance.index, found.items[0].satisfaction.index), (100.0, 25.0));
    }

    #[test]
    fn a_scale_on_which_less_is_better_is_read_from_its_better_end() {
        let mirrored = published(&[([4, 1, 2, 3], 40)], Polarity::LowerIsBetter).priorities().unwrap();
        let found = published(&[([2, 5, 4, 3], 40)], Polarity::HigherIsBetter).priorities().unwrap();
        assert_eq!((mirrored.importance_line, mirrored.satisfaction_line), (found.importance_line, found.satisfaction_line));
        assert_eq!(mirrored.items[0].quadrant, found.items[0].quadrant);
    }

    #[test]
    fn under_thirty_answers_there_is_no_map() {
        assert!(published(&[([2, 5, 4, 3], 30)], Polarity::HigherIsBetter).priorities().is_some());
        assert_eq!(published(&[([2, 5, 4, 3], 29)], Polarity::HigherIsBetter).priorities(), None);
    }
}
