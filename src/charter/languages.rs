//! A charter in other languages: what was written in one that it no longer has goes.

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

/// The unit of an indicator that has one.
fn unit(indicator: &mut Indicator) -> Option<&mut Texts> {
    match indicator {
        Indicator::Operational { measure: Measure::Share(Kept::Within { unit, .. }) | Measure::Mean { unit }, .. } => Some(unit),
        Indicator::Operational { .. } | Indicator::Survey { .. } | Indicator::Administrative(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::charter::{parse, read, write};
    use crate::form::catalog;
    use crate::text::Language;

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
