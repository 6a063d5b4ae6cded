//! A part of a list: those of some languages and with some values of their attributes.

use crate::text::{Code, Language};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A part of a list. A contact belongs to it that meets every condition; without any condition it is the whole list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// One of these languages; any where empty.
    pub languages: Vec<Language>,
    /// Conditions on attributes, each on another one.
    pub conditions: Vec<Condition>,
}

/// One of these values of one attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The attribute.
    pub attribute: Code,
    /// What it is called, for when its definition is deleted with the contacts.
    pub label: String,
    /// The values; "" for contacts without one.
    pub values: Vec<String>,
}

impl Segment {
    /// Whether a contact belongs to it.
    pub fn holds(&self, language: &Language, attributes: &BTreeMap<Code, String>) -> bool {
        let value = |condition: &Condition| attributes.get(&condition.attribute).map_or("", String::as_str);
        (self.languages.is_empty() || self.languages.contains(language))
            && self.conditions.iter().all(|condition| condition.values.iter().any(|wanted| wanted == value(condition)))
    }

    /// Whether it is the whole list.
    pub fn is_whole(&self) -> bool {
        self.languages.is_empty() && self.conditions.is_empty()
    }

    /// The segment as the sampling plan keeps it.
    pub fn to_json(&self) -> String {
        let condition =
            |own: &Condition| json!({ "attribute": own.attribute.as_str(), "label": own.label, "values": own.values });
        let languages: Vec<&str> = self.languages.iter().map(Language::as_str).collect();
        json!({ "languages": languages, "conditions": self.conditions.iter().map(condition).collect::<Vec<_>>() }).to_string()
    }

    /// Reads what [`Segment::to_json`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let whole: Value = serde_json::from_str(text).ok()?;
        let languages = texts(&whole["languages"])?.iter().map(|code| Language::parse(code)).collect::<Option<_>>()?;
        let condition = |own: &Value| {
            Some(Condition {
                attribute: Code::parse(own["attribute"].as_str()?)?,
                label: own["label"].as_str()?.to_owned(),
                values: texts(&own["values"])?,
            })
        };
        Some(Self { languages, conditions: whole["conditions"].as_array()?.iter().map(condition).collect::<Option<_>>()? })
    }
}

fn texts(list: &Value) -> Option<Vec<String>> {
    list.as_array()?.iter().map(|own| own.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn condition(attribute: &str, values: &[&str]) -> Condition {
        Condition {
            attribute: Code::parse(attribute).unwrap(),
            label: attribute.to_uppercase(),
            values: values.iter().map(|value| (*value).to_owned()).collect(),
        }
    }

    #[test]
    fn a_contact_meets_every_condition_by_one_of_its_values() {
        let of = |pairs: &[(&str, &str)]| -> BTreeMap<Code, String> {
            pairs.iter().map(|(code, value)| (Code::parse(code).unwrap(), (*value).to_owned())).collect()
        };
        let segment = Segment {
            languages: vec![Language::italian()],
            conditions: vec![condition("area", &["Nord", "Sud"]), condition("service", &["", "phone"])],
        };
        let italian = Language::italian();
        assert!(segment.holds(&italian, &of(&[("area", "Sud"), ("service", "phone")])));
        assert!(segment.holds(&italian, &of(&[("area", "Nord")])), "no value is a value that can be asked for");
        assert!(!segment.holds(&Language::english(), &of(&[("area", "Nord")])));
        assert!(!segment.holds(&italian, &of(&[("area", "Est")])));
        assert!(!segment.holds(&italian, &of(&[("area", "Nord"), ("service", "desk")])));
        assert!(Segment::default().is_whole() && Segment::default().holds(&Language::english(), &of(&[])));
    }

    #[test]
    fn a_segment_is_read_as_it_was_kept() {
        for segment in [
            Segment::default(),
            Segment { languages: vec![Language::english()], conditions: vec![condition("area", &["Città \"alta\"", ""])] },
        ] {
            assert_eq!(Segment::parse(&segment.to_json()), Some(segment));
        }
        assert_eq!(Segment::parse("{}"), None);
    }
}
