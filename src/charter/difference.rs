//! What differs between two charters, and which of it changes how a verdict is found.

use super::{Charter, Standard};
use crate::text::Code;

/// One difference, in the order of the newer charter.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// An entry at the head of the file.
    Head(Head),
    /// The working days.
    Calendar,
    /// The quality factors: their names, or which there are.
    Factors,
    /// A promise that the newer charter makes and the older did not.
    Added(Code),
    /// A promise that the newer charter no longer makes.
    Removed(Code),
    /// A promise that both make.
    Changed(Code, Vec<Part>),
    /// The same promises stand in another order.
    Order,
}

/// An entry at the head of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The names are the file's own.
pub enum Head {
    Code,
    Languages,
    Title,
    Act,
    ApprovedOn,
    Years,
}

/// What differs within a standard.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// The value to reach: in which year (`None` for every year that has none of its own), before and after.
    Target(Option<i32>, f64, f64),
    /// Whether more or less is better.
    Direction,
    /// How it is measured.
    Indicator,
    /// Below which base no verdict is given: before and after.
    MinimumBase(u64, u64),
    /// The quality factor.
    Factor,
    /// The dimension of quality.
    Dimension,
    /// To whom it promises what.
    Kind,
    /// What citizens are asked about the same thing.
    Perceived,
    /// Title, promise, formula, redress, or the unit in another language.
    Words,
}

impl Part {
    /// Whether a value found is judged otherwise than before.
    pub fn is_judged_otherwise(&self) -> bool {
        matches!(self, Self::Target(..) | Self::Direction | Self::Indicator | Self::MinimumBase(..))
    }
}

/// Every difference of a newer charter from an older.
pub fn differences(older: &Charter, newer: &Charter) -> Vec<Difference> {
    let mut found: Vec<Difference> = head(older, newer).into_iter().map(Difference::Head).collect();
    if older.calendar != newer.calendar {
        found.push(Difference::Calendar);
    }
    if older.factors != newer.factors {
        found.push(Difference::Factors);
    }
    for standard in &newer.standards {
        match older.standards.iter().find(|own| own.code == standard.code) {
            None => found.push(Difference::Added(standard.code.clone())),
            Some(before) => {
                let parts = parts(before, standard);
                if !parts.is_empty() {
                    found.push(Difference::Changed(standard.code.clone(), parts));
                }
            }
        }
    }
    let kept = |standard: &&Standard| newer.standards.iter().any(|own| own.code == standard.code);
    let removed = older.standards.iter().filter(|standard| !kept(standard));
    found.extend(removed.map(|standard| Difference::Removed(standard.code.clone())));
    if order(older, newer) != order(newer, older) {
        found.push(Difference::Order);
    }
    found
}

/// The promises whose verdicts the differences touch: added, removed, judged otherwise, or counted by another calendar.
pub fn verdicts_touched(older: &Charter, newer: &Charter) -> Vec<Code> {
    let found = differences(older, newer);
    let other_days = found.contains(&Difference::Calendar);
    let mut touched: Vec<Code> = newer
        .standards
        .iter()
        .filter(|standard| other_days && standard.needs_calendar())
        .map(|standard| standard.code.clone())
        .collect();
    for difference in found {
        let code = match difference {
            Difference::Added(code) | Difference::Removed(code) => code,
            Difference::Changed(code, parts) if parts.iter().any(Part::is_judged_otherwise) => code,
            _ => continue,
        };
        if !touched.contains(&code) {
            touched.push(code);
        }
    }
    touched
}

fn head(older: &Charter, newer: &Charter) -> Vec<Head> {
    let entries = [
        (Head::Code, older.code == newer.code),
        (Head::Languages, older.languages == newer.languages),
        (Head::Title, older.title == newer.title),
        (Head::Act, older.act == newer.act),
        (Head::ApprovedOn, older.approved_on == newer.approved_on),
        (Head::Years, (older.valid_from, older.valid_to) == (newer.valid_from, newer.valid_to)),
    ];
    entries.into_iter().filter(|(_, is_same)| !is_same).map(|(entry, _)| entry).collect()
}

fn parts(before: &Standard, after: &Standard) -> Vec<Part> {
    let mut found = targets(before, after);
    let mut note = |differs: bool, part: Part| {
        if differs {
            found.push(part);
        }
    };
    note(before.direction != after.direction, Part::Direction);
    let measured_alike = before.indicator.is_measured_as(&after.indicator);
    note(!measured_alike, Part::Indicator);
    note(before.minimum_base != after.minimum_base, Part::MinimumBase(before.minimum_base, after.minimum_base));
    note(before.factor != after.factor, Part::Factor);
    note(before.dimension != after.dimension, Part::Dimension);
    note(before.kind != after.kind, Part::Kind);
    note(before.perceived != after.perceived, Part::Perceived);
    let words = |of: &Standard| [&of.title, &of.promise, &of.formula, &of.redress].map(Clone::clone);
    let unit_is_translated = measured_alike && before.indicator != after.indicator;
    note(words(before) != words(after) || unit_is_translated, Part::Words);
    found
}

/// The targets that differ: of the years that either names, and of all others.
fn targets(before: &Standard, after: &Standard) -> Vec<Part> {
    let mut years: Vec<i32> = before.targets.iter().chain(&after.targets).map(|(year, _)| *year).collect();
    years.sort_unstable();
    years.dedup();
    let of_years = years.into_iter().map(|year| (Some(year), before.target_in(year), after.target_in(year)));
    let all = std::iter::once((None, before.target, after.target)).chain(of_years);
    all.filter(|(_, was, is)| was != is).map(|(year, was, is)| Part::Target(year, was, is)).collect()
}

/// The codes that both have, in the order of the first.
fn order<'c>(of: &'c Charter, other: &Charter) -> Vec<&'c Code> {
    let both = |code: &&Code| other.standards.iter().any(|standard| standard.code == **code);
    of.standards.iter().map(|standard| &standard.code).filter(both).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::{Direction, Indicator, Kind, parse};
    use crate::form::catalog;
    use crate::text::{Language, Texts};

    fn shipped() -> Charter {
        parse("carta-urp.toml", &catalog::charter("carta-urp").unwrap()).unwrap()
    }

    fn changed(change: impl FnOnce(&mut Charter)) -> (Vec<Difference>, Vec<String>) {
        let (older, mut newer) = (shipped(), shipped());
        change(&mut newer);
        let touched = verdicts_touched(&older, &newer).iter().map(Code::to_string).collect();
        (differences(&older, &newer), touched)
    }

    fn code(typed: &str) -> Code {
        Code::parse(typed).unwrap()
    }

    #[test]
    fn the_same_charter_differs_in_nothing() {
        assert_eq!(changed(|_| {}), (vec![], vec![]));
    }

    #[test]
    fn what_stands_at_the_head_touches_no_verdict() {
        let (found, touched) = changed(|charter| {
            charter.act = "Deliberazione n. 3".to_owned();
            charter.valid_to = Some(2030);
            charter.title = Texts::one(Language::italian(), "Altra Carta");
            charter.factors.remove(0);
        });
        let heads = [Head::Title, Head::Act, Head::Years].map(Difference::Head);
        assert_eq!((found, touched), ([heads.to_vec(), vec![Difference::Factors]].concat(), vec![]));
    }

    #[test]
    fn a_target_is_told_by_year_and_one_that_stays_is_not() {
        let (found, touched) = changed(|charter| {
            // 2024 has its own target of 0.95 and keeps it.
            charter.standards[2].target = 0.98;
            charter.standards[2].targets.push((2027, 0.99));
        });
        let parts = vec![Part::Target(None, 1.0, 0.98), Part::Target(Some(2027), 1.0, 0.99)];
        assert_eq!(found, [Difference::Changed(code("complaints_closed"), parts)]);
        assert_eq!(touched, ["complaints_closed"]);
    }

    #[test]
    fn other_words_or_another_place_judge_nothing_otherwise() {
        let (found, touched) = changed(|charter| {
            charter.standards[0].promise = Texts::one(Language::italian(), "Rispondiamo presto.");
            charter.standards[0].kind = Kind::Specific;
            charter.standards[0].factor = None;
            charter.standards.swap(3, 4);
        });
        let parts = vec![Part::Factor, Part::Kind, Part::Words];
        assert_eq!(found, [Difference::Changed(code("three_rings"), parts), Difference::Order]);
        assert_eq!(touched, Vec::<String>::new());
    }

    #[test]
    fn what_is_judged_otherwise_is_named() {
        let (found, touched) = changed(|charter| {
            charter.standards[0].direction = Direction::AtMost;
            charter.standards[3].minimum_base = 60;
            let index = crate::charter::Statistic::Index;
            charter.standards[5].indicator = Indicator::Survey { item: code("opening_hours"), statistic: index };
            let gone = charter.standards.remove(6);
            charter.standards.push(Standard::of(code("new_one"), gone.indicator, 0.5));
        });
        let expected = [
            Difference::Changed(code("three_rings"), vec![Part::Direction]),
            Difference::Changed(code("queue"), vec![Part::MinimumBase(30, 60)]),
            Difference::Changed(code("opening_hours"), vec![Part::Indicator]),
            Difference::Added(code("new_one")),
            Difference::Removed(code("accessibility")),
        ];
        assert_eq!(found, expected);
        assert_eq!(touched, ["three_rings", "queue", "opening_hours", "new_one", "accessibility"]);
    }

    #[test]
    fn another_calendar_touches_what_is_counted_by_it() {
        let (found, touched) = changed(|charter| charter.calendar.as_mut().unwrap().local.clear());
        assert_eq!((found, touched), (vec![Difference::Calendar], vec!["email_reply".to_owned(), "opening_days".to_owned()]));
    }
}
