//! Feeling and uncertainty of an item, as they may be shown.

use super::cub::{Cub, cub};
use super::finding::Shown;
use super::publishable::Publishable;
use crate::form::{Polarity, Role};

impl Publishable {
    /// The CUB model of a judgement that may be shown with percentages: `feeling` leans to the better end of its scale. `None`
    /// under [`Publishable::PERCENTAGE_BASE`] answers, for what is no judgement on a scale of four points or more, and where the
    /// answers are as even as chance. It is a function of the counts that are shown, so it tells nothing that these do not.
    pub fn feeling(&self, code: &str) -> Option<Cub> {
        let Shown::Full(item) = self.item(code)? else { return None };
        let judges =
            matches!(item.role, Role::Satisfaction | Role::Importance | Role::Expectation | Role::Overall | Role::Recommend);
        item.asking.scale.values.as_ref().filter(|_| judges && item.merged == 0)?;
        let mut counts: Vec<u64> = item.counts.iter().map(|(_, count)| *count).collect();
        if item.asking.scale.polarity? == Polarity::LowerIsBetter {
            counts.reverse();
        }
        cub(&counts).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{form, staff_rows};
    use super::super::{Agreed, study};
    use super::*;
    use crate::form::Layout;
    use crate::response::{Table, tally};

    fn published(counts: &[(i64, u64)], polarity: Polarity) -> Publishable {
        let form = form(polarity);
        let layout = Layout::of(&form);
        let counted = tally(&form, &Table::new(layout.clone(), staff_rows(&layout, "web", 1, counts)), &[]);
        Publishable::suppress(study(&form, &layout, &counted, &Agreed::default()), 5)
    }

    #[test]
    fn the_feeling_leans_to_the_better_end() {
        let counts = [(1, 12), (2, 30), (3, 55), (4, 140), (5, 88)];
        let found = published(&counts, Polarity::HigherIsBetter).feeling("staff").unwrap();
        assert_eq!(found, cub(&counts.map(|(_, count)| count)).unwrap());
        let turned = published(&counts.map(|(value, count)| (6 - value, count)), Polarity::LowerIsBetter);
        assert_eq!(turned.feeling("staff").unwrap(), found);
    }

    #[test]
    fn under_thirty_answers_and_of_what_is_no_judgement_there_is_none() {
        let shown = published(&[(3, 10), (4, 19)], Polarity::HigherIsBetter);
        assert_eq!((shown.feeling("staff"), shown.feeling("waiting")), (None, None));
        let shown = published(&[(3, 10), (4, 20)], Polarity::HigherIsBetter);
        assert!(shown.feeling("staff").is_some());
        assert_eq!((shown.feeling("who"), shown.feeling("age"), shown.feeling("nothing")), (None, None, None));
    }
}
