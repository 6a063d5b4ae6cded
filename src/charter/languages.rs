//! A charter in other languages: what was written in one that it no longer has goes, and what is measured stays the same.

use super::{Charter, Indicator, Kept, Measure, Standard};
use crate::text::{Language, Texts};

impl Charter {
    /// The same in these languages alone. A language that is new has no text yet; the first must stay the first, since it stands in
    /// for every text that another lacks.
    pub fn in_languages(&self, languages: Vec<Language>) -> Self {
        let only = |texts: &Texts| texts.only(&languages);
        let mut charter = self.clone();
        charter.title = only(&charter.title);
        for factor in &mut charter.factors {
            factor.label = only(&factor.label);
        }
        for standard in &mut charter.standards {
            let Standard { title, promise, formula, redress, indicator, .. } = standard;
            for texts in [title, promise, formula, redress].into_iter().chain(unit(indicator)) {
                *texts = only(texts);
            }
        }
        charter.languages = languages;
        charter
    }
}

impl Indicator {
    /// Whether it measures as another does: a unit that one of them names in more languages is the same unit.
    pub fn is_measured_as(&self, other: &Self) -> bool {
        let (mut own, mut theirs) = (self.clone(), other.clone());
        if let (Some(unit), Some(their_unit)) = (unit(&mut own), unit(&mut theirs))
            && unit.agrees_with(their_unit)
        {
            unit.clone_from(their_unit);
        }
        own == theirs
    }
}

/// The unit of an indicator that has one.
fn unit(indicator: &mut Indicator) -> Option<&mut Texts> {
    match indicator {
        Indicator::Operational { measure: Measure::Share(Kept::Within { unit, .. }) | Measure::Mean { unit }, .. } => Some(unit),
        Indicator::Operational { .. } | Indicator::Survey { .. } | Indicator::Administrative(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::charter::{parse, read, verdicts_touched, write};
    use crate::form::catalog;
    use crate::text::{Language, Texts};

    #[test]
    fn a_charter_of_fewer_languages_judges_nothing_otherwise_and_another_unit_does() {
        let charter = parse("c", &catalog::charter("carta-urp").unwrap()).unwrap();
        let alone = charter.in_languages(vec![Language::italian()]);
        assert_ne!(alone.standards[0].indicator, charter.standards[0].indicator, "its unit has two languages");
        for (one, other) in [(&alone, &charter), (&charter, &alone)] {
            assert_eq!(verdicts_touched(one, other), []);
            assert!(one.standards.iter().zip(&other.standards).all(|(own, other)| own.is_judged_as(other, 2026)));
        }
        let mut minutes = alone.clone();
        if let Some(unit) = super::unit(&mut minutes.standards[0].indicator) {
            *unit = Texts::one(Language::italian(), "minuti");
        }
        assert_eq!(verdicts_touched(&charter, &minutes), [charter.standards[0].code.clone()]);
        assert!(!minutes.standards[0].is_judged_as(&charter.standards[0], 2026));
    }

    #[test]
    fn a_charter_of_fewer_languages_is_whole_and_one_of_more_lacks_only_words() {
        let charter = parse("c", &catalog::charter("carta-urp").unwrap()).unwrap();
        let [italian, french] = ["it", "fr"].map(|code| Language::parse(code).unwrap());
        let alone = charter.in_languages(vec![italian.clone()]);
        let written = write(&alone);
        assert_eq!(read("c", &written).faults, []);
        assert!(
            !written.contains("Desk open") && !written.contains(".it") && written.contains("unit = \"squilli\""),
            "{written}"
        );
        let more = charter.in_languages(vec![italian, Language::english(), french]);
        let reading = read("c", &write(&more));
        assert_eq!(reading.charter, Some(more));
        assert!(reading.faults.iter().all(|fault| fault.message.key == "fault-untranslated"), "{:?}", reading.faults);
        assert_eq!(charter.in_languages(charter.languages.clone()), charter);
    }
}
