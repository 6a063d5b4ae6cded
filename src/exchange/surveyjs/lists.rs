//! The lists of choices of SurveyJS, and its marks between two ends.

use super::value::{number, truth, value_of, word};
use super::{Asked, BOUNDS, List, Place, Reader, words};
use crate::exchange::draft::{DraftChoice, OTHER};
use crate::fault::Said;
use crate::text::Texts;
use serde_json::Value;
use std::collections::BTreeSet;

/// The choice that stands alone.
pub(super) const NONE: &str = "none";
/// The most points of a scale.
const MOST_POINTS: i64 = 11;

/// Whether a choice asks for more words.
pub(super) fn has_other(element: &Value) -> bool {
    ["hasOther", "showOtherItem"].iter().any(|key| truth(element, key))
}

impl Reader<'_> {
    /// Reads a list under the name of its question. Of two questions with one name each keeps its own.
    pub(super) fn list(&mut self, element: &Value, key: &str, place: &Place) -> String {
        let mut choices: Vec<DraftChoice> = Vec::new();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for choice in element.get(key).and_then(Value::as_array).into_iter().flatten() {
            let name = value_of(choice);
            if choices.len() > List::MOST {
                break;
            }
            if !seen.insert(name.clone()) {
                self.reasons.push(place, Said::new("exchange-choice-twice").with("name", name), "exchange-hint-choice-twice");
                continue;
            }
            choices.push(DraftChoice::of(place, &name, self.named(choice)));
        }
        let has_none = ["hasNone", "showNoneItem"].iter().any(|key| truth(element, key));
        for (is, name, key, word) in
            [(has_other(element), OTHER, "otherText", &words::OTHER), (has_none, NONE, "noneText", &words::NONE)]
        {
            if is && seen.insert(name.to_owned()) {
                choices.push(DraftChoice::of(place, name, self.texts_or(element, key, word)));
            }
        }
        self.keep(element, choices)
    }

    pub(super) fn yes_or_no(&mut self, element: &Value, place: &Place) -> String {
        let both = [("true", "labelTrue", &words::YES), ("false", "labelFalse", &words::NO)];
        let choices = both.map(|(name, key, word)| DraftChoice::of(place, name, self.texts_or(element, key, word)));
        self.keep(element, choices.into())
    }

    fn keep(&mut self, element: &Value, choices: Vec<DraftChoice>) -> String {
        let name = word(element, "name");
        let taken = self.lists.contains_key(name);
        let list = if taken { format!("{name} {}", self.lists.len() + 1) } else { name.to_owned() };
        self.lists.insert(list.clone(), List::of(choices));
        list
    }

    pub(super) fn rating(&mut self, element: &Value, place: &Place) -> Asked {
        if element.get("rateValues").and_then(Value::as_array).is_some_and(|values| !values.is_empty()) {
            return Asked::One { list: self.list(element, "rateValues", place), likert: true };
        }
        let least = number(element, "rateMin").unwrap_or(1);
        let counted = number(element, "rateCount").map(|count| least.saturating_add(count).saturating_sub(1));
        let most = number(element, "rateMax").or(counted).unwrap_or(5);
        if number(element, "rateStep").is_some_and(|step| step != 1) {
            self.reasons.push(place, "exchange-step", "exchange-hint-step");
        }
        let ends = ["minRateDescription", "maxRateDescription"].map(|key| self.texts(element, key));
        match (u8::try_from(least), u8::try_from(most)) {
            (Ok(least), Ok(most)) if least < most && most <= 200 && i64::from(most - least) < MOST_POINTS => {
                if ends.iter().all(Texts::is_empty) {
                    return Asked::Range { least, most };
                }
                let [first, last] = ends;
                let label = |value: u8| match value {
                    _ if value == least => first.clone(),
                    _ if value == most => last.clone(),
                    _ => Texts::default(),
                };
                let choices = (least..=most).map(|value| DraftChoice::of(place, &value.to_string(), label(value)));
                Asked::One { list: self.keep(element, choices.collect()), likert: true }
            }
            _ => {
                for name in ["minRateDescription", "maxRateDescription"].into_iter().zip(&ends).filter(|(_, own)| !own.is_empty())
                {
                    self.reasons.push(place, Said::new("exchange-property").with("name", name.0), "exchange-hint-property");
                }
                Asked::number((Some(least), Some(most)), BOUNDS, place, self.reasons)
            }
        }
    }
}
