//! What was typed on the pages of a charter, in their words: for whoever sees it again after signing in.

use super::forms::Forms;
use crate::flows::Outcome;
use crate::language::say;
use crate::site::Site;
use crate::store;
use crate::text::{Code, Language};
use crate::web::staff::field::language_name;

/// Labels and values of the fields.
pub(in crate::web::staff) struct CarriedWords {
    forms: Forms,
    offices: Vec<(String, String)>,
}

impl CarriedWords {
    /// Gathers them. Blocking.
    ///
    /// # Errors
    /// When the store fails.
    pub fn gather(site: &Site) -> Outcome<Self> {
        let offices = site.store.read(store::office::list)?;
        let offices = offices.into_iter().map(|office| (office.id.to_string(), office.name)).collect();
        Ok(Self { forms: Forms::gather(site)?, offices })
    }

    /// The label of a field: of its kind, where there are several by number or language (`factor_label_2_en`).
    pub fn label(&self, language: &Language, name: &str) -> Option<String> {
        let known = |name: &str| {
            let key = format!("charters-field-{name}");
            Some(say(language, &key)).filter(|words| *words != key)
        };
        if name == "office" {
            return Some(say(language, "staff-office"));
        }
        let (mut kind, mut apart) = (name, String::new());
        loop {
            if let Some(words) = known(kind) {
                return Some(format!("{words}{apart}"));
            }
            let (shorter, last) = kind.rsplit_once('_')?;
            let own = Language::parse(last).map_or_else(|| last.to_owned(), |own| language_name(&own));
            (kind, apart) = (shorter, format!(" ({own}){apart}"));
        }
    }

    /// The words of a choice.
    pub fn value(&self, language: &Language, name: &str, typed: &str) -> Option<String> {
        let key = match name {
            "office" => return self.offices.iter().find(|(id, _)| id == typed).map(|(_, words)| words.clone()),
            "item" | "perceived" => return Code::parse(typed).map(|item| self.forms.name(&item, language)),
            "measure" | "coverage" | "dimension" | "kind" => format!("charters-{name}-{typed}"),
            "days" | "direction" => format!("charters-{typed}"),
            "languages" => return Language::parse(typed).map(|own| language_name(&own)),
            "weekdays" => format!("weekday-{typed}"),
            _ => return None,
        };
        Some(say(language, &key)).filter(|words| *words != key)
    }
}
