//! What goes with the overall judgement, as it may be shown: each item's share of what all of them explain.

use super::battery::{Division, MOST_ITEMS, PairTables, shares};
use super::publishable::Publishable;
use crate::response::OutcomeCounts;

/// What goes with an overall judgement. An association, not a cause.
#[derive(Clone, Debug, PartialEq)]
pub struct DriversFinding {
    /// The overall judgement's code.
    pub outcome: String,
    /// The responses that judged it and every item.
    pub base: u64,
    /// The part of the differences between overall judgements that goes with the items, from 0 to 1.
    pub r_squared: f64,
    /// How it was divided: over all orders of entry, or by relative weights where there are too many items for that.
    pub division: Division,
    /// Each item's code and share, from 0 to 1, the largest first; their sum is 1.
    pub shares: Vec<(String, f64)>,
}

impl DriversFinding {
    /// `None` where nothing can be divided: too few responses judged everything, nobody differs, items say the same.
    pub(super) fn of(counts: &OutcomeCounts) -> Option<Self> {
        let OutcomeCounts { outcome, items, values, singles, tables } = counts;
        let pairs = PairTables::new(values.clone(), tables.clone(), singles.clone(), true);
        let division = if items.len() > MOST_ITEMS { Division::Johnson } else { Division::Lmg };
        let found = shares(&pairs, items.len(), division).ok()?;
        let mut own: Vec<(String, f64)> = items.iter().cloned().zip(found.of_one()?).collect();
        own.sort_by(|one, other| other.1.total_cmp(&one.1));
        Some(Self { outcome: outcome.clone(), base: found.base, r_squared: found.r_squared, division, shares: own })
    }

    /// In whole per cent, as it is told: with all its digits a figure of everybody's answers together would betray single ones.
    /// The shares still make up 1: what rounding leaves goes to those that lost most (largest remainders).
    pub(super) fn round(&mut self) {
        self.r_squared = (self.r_squared * 100.0).round() / 100.0;
        let lost = |share: &f64| share * 100.0 - (share * 100.0).floor();
        let mut order: Vec<usize> = (0..self.shares.len()).collect();
        order.sort_by(|one, other| lost(&self.shares[*other].1).total_cmp(&lost(&self.shares[*one].1)));
        let floors: f64 = self.shares.iter().map(|(_, share)| (share * 100.0).floor()).sum();
        let mut left = (100.0 - floors).round();
        for at in order {
            let up = if left >= 1.0 { 1.0 } else { 0.0 };
            left -= up;
            self.shares[at].1 = ((self.shares[at].1 * 100.0).floor() + up) / 100.0;
        }
    }
}

impl Publishable {
    /// What goes with an overall judgement; `None` where the form asks for none, where fewer than
    /// [`Publishable::PERCENTAGE_BASE`] responses (or than the threshold) judged everything, and where nothing can be told apart.
    pub fn drivers(&self, outcome: &str) -> Option<&DriversFinding> {
        self.findings().drivers.iter().find(|own| own.outcome == outcome)
    }
}

#[cfg(test)]
mod tests {
    use super::super::battery::example_rows;
    use super::super::example::{code, form};
    use super::super::{Agreed, Publishable, study};
    use super::*;
    use crate::form::{Form, Kind, Layout, Polarity, Role, Value};
    use crate::response::{Row, Table, tally};

    /// The example with its items judged by satisfaction, and an overall judgement.
    fn asked() -> Form {
        let mut form = form(Polarity::HigherIsBetter);
        let mut overall = form.pages[0].questions[0].clone();
        overall.code = code("overall");
        overall.role = Role::Overall;
        overall.kind = Kind::Rating { scale: code("agreement") };
        form.pages[0].questions.push(overall);
        form
    }

    fn published(rows: &[[Option<i64>; 3]], threshold: u64) -> Publishable {
        let form = asked();
        let layout = Layout::of(&form);
        let row = |answers: &[Option<i64>; 3]| {
            let named = ["staff", "waiting", "overall"].into_iter().zip(answers);
            let said: Vec<(&str, Value)> =
                named.map(|(name, answer)| (name, answer.map_or(Value::NotApplicable, Value::Given))).collect();
            super::super::example::row(&layout, "web", &said)
        };
        let rows: Vec<Row> = rows.iter().map(row).collect();
        let counted = tally(&form, &Table::new(layout.clone(), rows), &[]);
        Publishable::suppress(study(&form, &layout, &counted, &Agreed::default()), threshold)
    }

    fn drawn(rows: u32) -> Vec<[Option<i64>; 3]> {
        example_rows(rows, 3, 1, 5).into_iter().map(|row| [Some(row[0]), Some(row[1]), Some(row[2])]).collect()
    }

    #[test]
    fn the_shares_are_those_of_the_complete_responses_the_largest_first() {
        let shown = published(&drawn(200), 5);
        let found = shown.drivers("overall").unwrap();
        assert_eq!((found.base, found.division, found.shares[0].0.as_str()), (200, Division::Lmg, "waiting"));
        // R: 0.0581 and 0.1182 of 0.1763 (see battery::shares), so 33 and 67 of 100, and 18 % explained.
        let shares: Vec<f64> = found.shares.iter().map(|(_, share)| *share).collect();
        assert_eq!((shares, found.r_squared), (vec![0.67, 0.33], 0.18));
        assert_eq!(shown.drivers("staff"), None);
    }

    #[test]
    fn a_response_that_lacks_an_item_is_left_out() {
        let mut rows = drawn(200);
        rows.extend([[None, Some(1), Some(5)]; 20]);
        assert_eq!(published(&rows, 5).drivers("overall"), published(&drawn(200), 5).drivers("overall"));
    }

    #[test]
    fn under_thirty_complete_responses_nothing_is_shown() {
        assert!(published(&drawn(30), 5).drivers("overall").is_some());
        assert_eq!(published(&drawn(29), 5).drivers("overall"), None);
        assert_eq!(published(&drawn(200), 201).drivers("overall"), None);
    }

    #[test]
    fn an_item_that_few_could_judge_does_not_empty_the_rest() {
        let mut rows = drawn(200);
        rows.iter_mut().skip(60).for_each(|row| row[0] = None);
        assert_eq!(published(&rows, 5).drivers("overall"), None, "one item alone explains whatever is explained");
    }
}
