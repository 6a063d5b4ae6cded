//! Translations that are older than the text that they translate.

use crate::form::Form;
use crate::text::{Language, Texts};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The place of each such text (`overall.text`) and the language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stale(BTreeSet<(String, Language)>);

impl Stale {
    pub(super) fn read(lines: &str) -> Self {
        let pair = |line: &str| {
            let (place, language) = line.rsplit_once(' ')?;
            Some((place.to_owned(), Language::parse(language)?))
        };
        Self(lines.lines().filter_map(pair).collect())
    }

    pub(super) fn write(&self) -> String {
        self.0.iter().map(|(place, language)| format!("{place} {language}\n")).collect()
    }

    /// Whether the text of that place is stale in a language.
    pub fn has(&self, place: &str, language: &Language) -> bool {
        self.0.contains(&(place.to_owned(), language.clone()))
    }

    /// How many texts are stale in a language.
    pub fn count(&self, language: &Language) -> usize {
        self.0.iter().filter(|(_, own)| own == language).count()
    }

    /// After a change: a translation is stale that stayed while its text did not; it is not any more when it was changed or is gone. One
    /// that was written or looked at is as good as the text that it was judged by.
    pub(super) fn after(&self, before: &Form, after: &Form, looked_at: &BTreeMap<(String, Language), String>) -> Self {
        let (were, fallback) = (before.texts().into_iter().collect::<HashMap<String, &Texts>>(), after.fallback());
        let renamed = renamed(before, after);
        let mut stale = BTreeSet::new();
        for (place, texts) in after.texts() {
            let was_at = self.was_at(&place, texts, &were, &renamed);
            let old: Option<&Texts> = were.get(&was_at).copied();
            for language in after.languages.iter().filter(|own| *own != fallback && texts.has(own)) {
                let same = |language: &Language| old.is_some_and(|old| old.own(language) == texts.own(language));
                let left_behind = old.is_some_and(|old| old.has(fallback)) && !same(fallback) && same(language);
                let key = (place.clone(), language.clone());
                let is_stale = match looked_at.get(&key) {
                    Some(judged_by) => texts.own(fallback).unwrap_or_default().trim() != judged_by.trim(),
                    None => left_behind || (self.has(&was_at, language) && same(language)),
                };
                if is_stale {
                    stale.insert(key);
                }
            }
        }
        Self(stale)
    }

    /// The place that a text had: its own; that of its question or scale under an earlier code; for a copy that of the very same text.
    fn was_at(&self, place: &str, texts: &Texts, were: &HashMap<String, &Texts>, renamed: &[(String, String)]) -> String {
        if were.contains_key(place) {
            return place.to_owned();
        }
        let earlier = renamed.iter().find_map(|(from, to)| Some(format!("{from}{}", place.strip_prefix(to)?)));
        let copied = || self.0.iter().map(|(own, _)| own).find(|own| were.get(*own).is_some_and(|old| *old == texts)).cloned();
        earlier.or_else(copied).unwrap_or_else(|| place.to_owned())
    }
}

/// What the places of a question or scale began with before its code changed, and what they begin with now.
fn renamed(before: &Form, after: &Form) -> Vec<(String, String)> {
    let codes = |form: &Form| -> Vec<String> {
        let questions = form.questions().map(|(_, question)| format!("{}.", question.code));
        questions.chain(form.scales.iter().map(|scale| format!("scale {} ", scale.code))).collect()
    };
    let (were, are) = (codes(before), codes(after));
    if were.len() != are.len() {
        return Vec::new();
    }
    let pairs = were.iter().zip(&are).filter(|(from, to)| from != to && !are.contains(from) && !were.contains(to));
    pairs.map(|(from, to)| (from.clone(), to.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Question, catalog, parse};
    use crate::text::Code;

    fn faces() -> Form {
        parse("f.toml", &catalog::form("faccine").unwrap()).unwrap()
    }

    fn question(form: &Form, code: &Code) -> Question {
        form.questions().find(|(_, own)| own.code == *code).unwrap().1.clone()
    }

    /// The first question's words change in Italian alone.
    fn changed() -> (Form, Code, Stale) {
        let before = faces();
        let code = before.questions().next().unwrap().1.code.clone();
        let mut own = question(&before, &code);
        own.text.set(Language::italian(), "Com'è andata ieri?");
        let after = before.with_changed_question(&code, own).unwrap();
        let stale = Stale::default().after(&before, &after, &BTreeMap::new());
        (after, code, stale)
    }

    #[test]
    fn a_translation_that_stayed_behind_is_stale_until_it_is_written_or_looked_at() {
        let (form, code, stale) = changed();
        let (place, english) = (format!("{code}.text"), Language::english());
        assert!(stale.has(&place, &english));
        assert_eq!(Stale::read(&stale.write()), stale);
        let looked = |text: &str| BTreeMap::from([((place.clone(), english.clone()), text.to_owned())]);
        assert!(!stale.after(&form, &form, &looked("Com'è andata ieri?")).has(&place, &english));
        // Written for the words before: they changed while somebody translated them.
        let mut own = question(&form, &code);
        own.text.set(english.clone(), "How was it?");
        let translated = form.with_changed_question(&code, own).unwrap();
        assert!(stale.after(&form, &translated, &looked("Com'è andata?")).has(&place, &english));
        assert!(!stale.after(&form, &translated, &looked("Com'è andata ieri?")).has(&place, &english));
    }

    #[test]
    fn what_is_stale_goes_along_under_a_new_code_and_into_a_copy() {
        let (form, code, stale) = changed();
        let english = Language::english();
        let mood = Code::parse("mood").unwrap();
        let mut own = Question { code: mood, ..question(&form, &code) };
        let renamed = form.with_changed_question(&code, own.clone()).unwrap();
        assert!(stale.after(&form, &renamed, &BTreeMap::new()).has("mood.text", &english));
        // Its words change in the same step.
        own.text.set(Language::italian(), "Tutto bene?");
        let both = form.with_changed_question(&code, own).unwrap();
        assert!(Stale::default().after(&form, &both, &BTreeMap::new()).has("mood.text", &english));
        let (copied, copy) = form.with_copy_of(&code).unwrap();
        let stale = stale.after(&form, &copied, &BTreeMap::new());
        assert!(stale.has(&format!("{copy}.text"), &english) && stale.has(&format!("{code}.text"), &english));
    }
}
