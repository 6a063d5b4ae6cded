//! Whether what two editions found of an item may stand side by side: another scale breaks the line, other words are a caveat.

use super::change::ItemFigure;
use super::finding::{ItemFinding, ItemLineage};
use super::reading::Reading;
use crate::form::{Field, Form, Kind, Polarity};

/// How an item was asked in one edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asking {
    /// The words in the form's first language; of a matrix the question's and the item's.
    wording: String,
    /// On what scale.
    pub scale: ScaleMark,
}

/// What makes a scale this one and no other. What its points are called does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScaleMark {
    /// The values of its points in order; `None` for a number.
    pub values: Option<Vec<i64>>,
    /// The points that count as satisfied; `None` where the form does not say.
    pub satisfied: Option<Vec<i64>>,
    /// Which end is better; `None` where there is no better end.
    pub polarity: Option<Polarity>,
}

/// Whether the figures of an item in two editions may be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparability {
    /// The same words on the same scale.
    Same,
    /// Other words on the same scale: compared, with the caveat said.
    Reworded,
    /// Another scale: not compared.
    ScaleChanged,
}

impl Asking {
    /// How a form asks one of its fields.
    pub fn of(form: &Form, field: &Field, reading: &Reading) -> Self {
        Self { wording: wording_of(form, field).unwrap_or_default(), scale: reading.scale_mark() }
    }

    /// These words on no scale.
    #[cfg(test)]
    pub fn worded(words: &str) -> Self {
        Self { wording: words.to_owned(), ..Self::default() }
    }

    /// Whether figures of this item may be compared with those of another edition's.
    pub fn comparability(&self, other: &Self) -> Comparability {
        if self.scale != other.scale {
            Comparability::ScaleChanged
        } else if self.wording != other.wording {
            Comparability::Reworded
        } else {
            Comparability::Same
        }
    }
}

/// Runs of white space count as one space: where a line breaks in the file is no wording.
fn wording_of(form: &Form, field: &Field) -> Option<String> {
    let question = form.pages.get(field.place.0)?.questions.get(field.place.1)?;
    let mut texts = vec![&question.text];
    if let Kind::Matrix { items, .. } = &question.kind {
        let asks = |code: Option<crate::text::Code>| code.as_ref() == Some(&field.code);
        texts.extend(items.iter().find(|item| item.code == field.code || asks(item.importance_code())).map(|item| &item.text));
    }
    let words = texts.into_iter().flat_map(|text| text.get(form.fallback(), form.fallback()).split_whitespace());
    Some(words.collect::<Vec<_>>().join(" "))
}

/// How every item that was asked and answered in both editions may be compared. Figures keyed in say nothing of their scale:
/// of them nothing is told here.
pub fn find_lineage(items: &[ItemFinding], past: &[ItemFigure]) -> Vec<ItemLineage> {
    let pairs = items.iter().filter(|item| item.base.valid > 0).filter_map(|item| {
        let before = past.iter().find(|figure| figure.item == item.code && figure.base > 0)?;
        let comparability = item.asking.comparability(before.asking.as_ref()?);
        Some(ItemLineage { code: item.code.clone(), base: item.base.valid, previous_base: before.base, comparability })
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::super::example::{code, form, staff_rows, table};
    use super::super::{Agreed, Change, Findings, Past, Publishable, study};
    use super::*;
    use crate::charter::{Indicator, Standard, Statistic};
    use crate::form::Layout;
    use crate::response::tally;
    use crate::text::{Language, Texts};

    fn found(form: &Form, counts: &[(i64, u64)], past: Past) -> Findings {
        let layout = Layout::of(form);
        let standard = Standard {
            minimum_base: 30,
            ..Standard::of(
                code("kind_staff"),
                Indicator::Survey { item: code("staff"), statistic: Statistic::SatisfiedShare },
                0.6,
            )
        };
        let plan = Agreed { year: 2026, standards: vec![standard], past, ..Agreed::default() };
        study(form, &layout, &tally(form, &table(&layout, staff_rows(&layout, "web", 1, counts)), &[]), &plan)
    }

    fn after(earlier: &Form, later: &Form, before: u64) -> Findings {
        let past = Past::of(&found(earlier, &[(2, before / 2), (4, before - before / 2)], Past::default()), 2025);
        found(later, &[(2, 60), (4, 240)], past)
    }

    fn lineage(found: &Findings) -> Option<Comparability> {
        found.lineage.iter().find(|own| own.code == "staff").map(|own| own.comparability)
    }

    fn texts(words: &str) -> Texts {
        Texts::one(Language::italian(), words)
    }

    fn five() -> Form {
        form(Polarity::HigherIsBetter)
    }

    #[test]
    fn the_same_question_is_compared() {
        let found = after(&five(), &five(), 300);
        assert_eq!((lineage(&found), found.changes[0].change), (Some(Comparability::Same), Change::Up));
        assert_eq!(found.goals[0].previous.unwrap().value, 0.5);
    }

    #[test]
    fn another_scale_breaks_the_line() {
        let mut longer = five();
        let sixth = crate::form::Point { value: 6, ..longer.scales[0].points[4].clone() };
        longer.scales[0].points.push(sixth);
        let mut stricter = five();
        stricter.scales[0].points[3].satisfied = false;
        let mut turned = five();
        turned.scales[0].polarity = Polarity::LowerIsBetter;
        for earlier in [longer, stricter, turned] {
            let found = after(&earlier, &five(), 300);
            assert_eq!((lineage(&found), found.changes.as_slice()), (Some(Comparability::ScaleChanged), [].as_slice()));
            assert_eq!(found.goals[0].previous, None);
        }
    }

    #[test]
    fn other_words_are_a_caveat_and_what_the_points_are_called_is_none() {
        let mut earlier = five();
        earlier.scales[0].points[0].label = texts("Per nulla");
        earlier.pages[0].questions[0].text = texts("Quanto è\nsoddisfatto?");
        let mut later = five();
        later.pages[0].questions[0].text = texts("Quanto è soddisfatto?");
        assert_eq!(lineage(&after(&earlier, &later, 300)), Some(Comparability::Same));
        let Kind::Matrix { items, .. } = &mut later.pages[0].questions[0].kind else { panic!("a matrix") };
        items[0].text = texts("Cortesia");
        let found = after(&earlier, &later, 300);
        assert_eq!((lineage(&found), found.changes[0].change), (Some(Comparability::Reworded), Change::Up));
        assert!(found.goals[0].previous.is_some());
    }

    #[test]
    fn a_figure_keyed_in_is_compared_by_its_share() {
        let keyed_in = ItemFigure {
            item: "staff".to_owned(),
            base: 300,
            satisfied: Some(150),
            top_two: None,
            mean: None,
            deviation: None,
            asking: None,
            spread: None,
        };
        let found = found(&five(), &[(2, 60), (4, 240)], Past { year: 2025, figures: vec![keyed_in], ..Past::default() });
        assert_eq!((lineage(&found), found.changes[0].change), (None, Change::Up));
        assert_eq!(found.goals[0].previous.unwrap().value, 0.5);
    }

    #[test]
    fn too_few_before_are_not_told_to_have_answered() {
        let lineages = |before| Publishable::suppress(after(&five(), &five(), before), 5).comparability("staff");
        assert_eq!((lineages(4), lineages(5)), (None, Some(Comparability::Same)));
    }
}
