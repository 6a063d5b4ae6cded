//! What was typed on a page of the designer, in the words of that page: for whoever could not save it.

use super::places::{ends_of, places_in_words};
use super::routing::operand_word;
use super::words::name_of;
use crate::flows::Outcome;
use crate::flows::design_form::find_design;
use crate::form::Form;
use crate::ids::FormDraftId;
use crate::language::{say, say_with};
use crate::site::Site;
use crate::text::{Code, Language};
use crate::web::staff::field::language_name;
use crate::web::staff::posted::Posted;

/// Label and value.
type Line = (String, String);

/// What a page sends along without showing it as something typed, and what its buttons say.
const UNSEEN: [&str; 9] = ["do", "kind", "mark", "newest", "press", "revision", "rows", "spot", "to"];
/// The same of a row, before its number.
const UNSEEN_OF_ROW: [&str; 2] = ["row_code", "row_was"];
/// Fields of a point whose label has its number.
const OF_POINT: [&str; 3] = ["row_value", "row_text", "row_symbol"];
/// The fields that are there once a language.
const IN_LANGUAGES: [&str; 6] = ["text", "hint", "title", "introduction", "thanks", "page_title"];

/// The lines of a form that was sent to an address of the designer. Blocking.
///
/// # Errors
/// When the store fails, or the draft is no longer there.
pub(in crate::web::staff) fn lines(site: &Site, address: &str, posted: &Posted, language: &Language) -> Outcome<Vec<Line>> {
    let parts: Vec<&str> = address.split(['/', '?']).skip(1).collect();
    let ["staff", "forms", "drafts", draft, part, ..] = parts.as_slice() else { return Ok(Vec::new()) };
    let form = find_design(site, FormDraftId(draft.parse().unwrap_or_default()))?.form;
    Ok(Page { form: &form, part, posted, language }.lines())
}

/// A page of a draft on which something was typed.
struct Page<'a> {
    form: &'a Form,
    /// `head`, `questions`, `pages`, `scales`, `languages`.
    part: &'a str,
    posted: &'a Posted,
    language: &'a Language,
}

impl Page<'_> {
    fn lines(&self) -> Vec<Line> {
        if self.part == "languages" {
            return self.translations();
        }
        let mut lines: Vec<Line> = Vec::new();
        for (name, typed) in self.posted.fields.iter().filter(|(_, typed)| !typed.trim().is_empty()) {
            let Some(label) = self.label(name) else { continue };
            let value = self.value(name, typed).unwrap_or_else(|| typed.clone());
            match lines.last_mut().filter(|(own, _)| *own == label) {
                Some((_, values)) => *values = format!("{values}, {value}"),
                None => lines.push((label, value)),
            }
        }
        lines
    }

    /// Of a page with hundreds of texts those that were changed.
    fn translations(&self) -> Vec<Line> {
        let places = places_in_words(self.language, self.form);
        let numbers = self.posted.fields.iter().filter_map(|(name, place)| Some((name.strip_prefix("place_")?, place)));
        let changed = |(number, place): (&str, &String)| {
            let [text, was] = ["text", "was"].map(|part| self.posted.value(&format!("{part}_{number}")).replace("\r\n", "\n"));
            (text != was && !text.is_empty()).then(|| (places.get(place).unwrap_or(place).clone(), text))
        };
        numbers.filter_map(changed).collect()
    }

    fn say(&self, key: &str) -> Option<String> {
        Some(say(self.language, key)).filter(|words| words != key)
    }

    /// The label that a field has on its page; `None` for what is not shown there.
    fn label(&self, name: &str) -> Option<String> {
        if name.starts_with('_') || UNSEEN.contains(&name) {
            return None;
        }
        if let Some(label) = self.label_of_row(name) {
            return label;
        }
        let whole = |name: &str| self.say(&format!("forms-field-{name}"));
        if let Some((part, language)) = name.rsplit_once('_')
            && IN_LANGUAGES.contains(&part)
        {
            return Some(format!("{} ({})", whole(part)?, language_name(&Language::parse(language)?)));
        }
        let when = self.posted.value("when");
        match name {
            // What a page keeps of a choice that was not taken is not what was typed.
            "join" if when != "answers" => None,
            "condition" if when == "answers" => None,
            "join" => self.say("forms-when-several"),
            "answer" => self.say("forms-when-tick"),
            "languages" => self.say("forms-languages"),
            _ => Some(whole(name).unwrap_or_else(|| name.to_owned())),
        }
    }

    /// The label of a field of a row; `None` for any other field.
    fn label_of_row(&self, name: &str) -> Option<Option<String>> {
        let (part, number) = name.rsplit_once('_').filter(|(part, _)| part.starts_with("row_"))?;
        let number: u32 = number.parse().ok()?;
        if UNSEEN_OF_ROW.contains(&part) {
            return Some(None);
        }
        let numbered = |key: &str| say_with(self.language, key, &[("number", number.to_string().into())]);
        let row = match (self.part, self.posted.value("kind")) {
            ("scales", _) if OF_POINT.contains(&part) => return Some(Some(numbered(&format!("forms-point-{part}")))),
            ("scales", _) => numbered("forms-point-number"),
            ("head", _) => numbered("forms-factor-number"),
            (_, "matrix") => numbered("forms-item-number"),
            _ => numbered("forms-choice-number"),
        };
        let more = match part {
            "row_text" => return Some(Some(row)),
            "row_exclusive" => self.say("forms-exclusive"),
            "row_factor" => self.say("forms-field-factor"),
            "row_satisfied" => self.say("forms-satisfied"),
            "row_neutral" => self.say("forms-neutral"),
            _ => {
                let language = part.strip_prefix("row_text_").and_then(Language::parse)?;
                return Some(Some(format!("{row} ({})", language_name(&language))));
            }
        };
        Some(Some(format!("{row} – {}", more.unwrap_or_default())))
    }

    /// The words of a value that is a word of the program's.
    fn value(&self, name: &str, typed: &str) -> Option<String> {
        let part = name.rsplit_once('_').filter(|(_, number)| number.parse::<u32>().is_ok()).map_or(name, |(part, _)| part);
        let (form, fallback) = (self.form, self.form.fallback());
        match part {
            "required" | "row_exclusive" | "row_satisfied" | "row_neutral" => self.say("forms-yes"),
            "when" | "join" => self.say(&format!("forms-when-{typed}")),
            "role" | "polarity" => self.say(&format!("forms-{part}-{typed}")),
            "presentation" => self.say(&format!("forms-{typed}")),
            "row_symbol" => self.say(&format!("forms-symbol-{typed}")),
            "languages" => Some(language_name(&Language::parse(typed)?)),
            "scale" | "importance" => Some(ends_of(self.language, form, form.scale(&Code::parse(typed)?)?)),
            "factor" | "row_factor" => Some(form.factor(&Code::parse(typed)?)?.label.get(self.language, fallback).to_owned()),
            "answer" => {
                let (field, given) = typed.split_once('=')?;
                let asked = form.asked(&Code::parse(field)?)?;
                let (_, label) = asked.answers.iter().find(|(operand, _)| operand_word(operand) == given)?;
                let label = label.get(self.language, fallback);
                let words = if label.is_empty() { given } else { label };
                Some(format!("{}: {words}", name_of(self.language, form, &asked.field)))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{catalog, parse};

    fn told(part: &str, fields: &[(&str, &str)]) -> Vec<Line> {
        let form = parse("f", &catalog::form("faccine").unwrap()).unwrap();
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let posted = Posted { fields, files: Vec::new() };
        let lines = Page { form: &form, part, posted: &posted, language: &Language::italian() }.lines();
        lines.into_iter().map(|(label, value)| (label.replace(['\u{2068}', '\u{2069}'], ""), value)).collect()
    }

    #[test]
    fn what_was_typed_stands_under_the_labels_of_its_page() {
        let typed = [
            ("mark", "61240a"),
            ("kind", "single_choice"),
            ("rows", "1"),
            ("text_it", "Quando viene?"),
            ("text_en", "When?"),
            ("row_code_1", "mai"),
            ("row_text_1", "Mai"),
            ("row_text_en_1", "Never"),
            ("row_exclusive_1", "yes"),
            ("role", "need"),
            ("when", "always"),
            ("join", "all"),
        ];
        let lines = told("questions", &typed);
        let lines: Vec<(&str, &str)> = lines.iter().map(|(label, value)| (label.as_str(), value.as_str())).collect();
        let wanted = [
            ("Testo della domanda (Italiano)", "Quando viene?"),
            ("Testo della domanda (English)", "When?"),
            ("Risposta 1", "Mai"),
            ("Risposta 1 (English)", "Never"),
            ("Risposta 1 – esclude le altre («nessuna di queste»)", "sì"),
            ("A che cosa serve la risposta", "Bisogni"),
            ("Quando si mostra", "sempre"),
        ];
        assert_eq!(lines, wanted);
    }

    #[test]
    fn of_a_translation_only_what_was_changed_is_told_with_its_place() {
        let typed = [
            ("place_1", "overall.text"),
            ("was_1", ""),
            ("of_1", "Com'è andata?"),
            ("text_1", "How was it?"),
            ("place_2", "title"),
            ("was_2", "Faces"),
            ("text_2", "Faces"),
        ];
        assert_eq!(told("languages", &typed), [("Testo della domanda".to_owned(), "How was it?".to_owned())]);
    }
}
