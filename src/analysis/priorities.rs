//! What matters to people beside how satisfied they are with it, as it may be shown, where a form asks both.

use super::battery::importance::{LineRule, Quadrant, divide};
use super::finding::{ItemFinding, MeanFinding, Shown};
use super::proportion::as_real;
use super::publishable::Publishable;
use crate::form::Role;
use crate::text::Code;

/// The map of importance and satisfaction. Both are read on the index from 0 to 100, so that scales of different lengths and
/// directions can stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct Priorities {
    /// What its points are.
    pub of: Mapped,
    /// How the lines were drawn.
    pub rule: LineRule,
    /// The index from which a point counts as important.
    pub importance_line: f64,
    /// The index from which it counts as satisfying.
    pub satisfaction_line: f64,
    /// The points in the order of the form.
    pub items: Vec<Priority>,
}

/// What the points of a map are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mapped {
    /// Items, each asked for both.
    Items,
    /// Quality factors: the form asks what matters and what satisfies in items of their own, and a factor lies at the mean of
    /// its items' indexes.
    Factors,
}

/// One point of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Priority {
    /// The code of the item or factor.
    pub code: String,
    /// How important it is to those who said so.
    pub importance: Place,
    /// How satisfied people are with it.
    pub satisfaction: Place,
    /// Where it lies.
    pub quadrant: Quadrant,
}

/// Where a point lies on one axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The index from 0 to 100.
    pub index: f64,
    /// The answers behind it; of several items the fewest.
    pub base: u64,
}

impl Place {
    fn of(found: MeanFinding) -> Self {
        Self { index: found.index, base: found.base }
    }

    /// The mean of several; `None` of none.
    fn mean(of: &[Self]) -> Option<Self> {
        let base = of.iter().map(|place| place.base).min()?;
        Some(Self { index: of.iter().map(|place| place.index).sum::<f64>() / as_real(of.len() as u64), base })
    }
}

impl Publishable {
    /// The items whose satisfaction and importance may both be shown with an index; where a form asks what matters apart from
    /// what satisfies, the factors of which both are shown. `None` where there are fewer than two, for the lines are means of
    /// all.
    pub fn priorities(&self) -> Option<Priorities> {
        self.mapped(Mapped::Items, self.rated_items()).or_else(|| self.mapped(Mapped::Factors, self.rated_factors()))
    }

    fn rated_items(&self) -> Vec<(String, Place, Place)> {
        let rated = |(code, item): (&str, Shown<&ItemFinding>)| {
            let satisfaction = mean_of(Some(item), Role::Satisfaction)?;
            let importance = mean_of(self.item(&format!("{code}_importance")), Role::Importance)?;
            Some((code.to_owned(), Place::of(importance), Place::of(satisfaction)))
        };
        self.items().filter_map(rated).collect()
    }

    fn rated_factors(&self) -> Vec<(String, Place, Place)> {
        let mut factors: Vec<&Code> = Vec::new();
        for factor in self.findings().items.iter().filter_map(|item| item.factor.as_ref()) {
            if !factors.contains(&factor) {
                factors.push(factor);
            }
        }
        let place = |factor: &Code, role: Role| {
            let own = self.items().filter_map(|(_, item)| mean_of(Some(item), role).zip(factor_of(item)));
            let own: Vec<Place> = own.filter(|(_, of)| *of == factor).map(|(found, _)| Place::of(found)).collect();
            Place::mean(&own)
        };
        let rated = |factor: &&Code| {
            let (importance, satisfaction) = (place(factor, Role::Importance)?, place(factor, Role::Satisfaction)?);
            Some((factor.to_string(), importance, satisfaction))
        };
        factors.iter().filter_map(rated).collect()
    }

    fn mapped(&self, of: Mapped, rated: Vec<(String, Place, Place)>) -> Option<Priorities> {
        if rated.len() < 2 {
            return None;
        }
        let indexes: Vec<(f64, f64)> =
            rated.iter().map(|(_, importance, satisfaction)| (importance.index, satisfaction.index)).collect();
        let divided = divide(&indexes);
        let items = rated.into_iter().zip(divided.quadrants);
        let items =
            items.map(|((code, importance, satisfaction), quadrant)| Priority { code, importance, satisfaction, quadrant });
        Some(Priorities {
            of,
            rule: LineRule::GrandMeans,
            importance_line: divided.importance_line,
            satisfaction_line: divided.satisfaction_line,
            items: items.collect(),
        })
    }
}

fn factor_of(shown: Shown<&ItemFinding>) -> Option<&Code> {
    match shown {
        Shown::Full(item) => item.factor.as_ref(),
        _ => None,
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
