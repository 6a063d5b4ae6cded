//! Words that other programs have of their own, in the languages that citizens are asked in.

use crate::text::{Language, Texts};

/// The languages of the words, in their order.
const LANGUAGES: [&str; 5] = ["en", "it", "de", "fr", "sl"];

/// A word in each of them, English first: it stands in for the others.
pub(super) struct Words([&'static str; 5]);

pub(super) const YES: Words = Words(["Yes", "Sì", "Ja", "Oui", "Da"]);
pub(super) const NO: Words = Words(["No", "No", "Nein", "Non", "Ne"]);
pub(super) const UNCERTAIN: Words = Words(["Uncertain", "Incerto", "Unsicher", "Indécis", "Nisem prepričan"]);
pub(super) const LESS: Words = Words(["Less", "Di meno", "Weniger", "Moins", "Manj"]);
pub(super) const SAME: Words = Words(["The same", "Uguale", "Gleich", "Sans changement", "Enako"]);
pub(super) const MORE: Words = Words(["More", "Di più", "Mehr", "Plus", "Več"]);
pub(super) const FEMALE: Words = Words(["Female", "Donna", "Weiblich", "Femme", "Ženska"]);
pub(super) const MALE: Words = Words(["Male", "Uomo", "Männlich", "Homme", "Moški"]);
pub(super) const OTHER: Words = Words(["Other", "Altro", "Sonstiges", "Autre", "Drugo"]);
pub(super) const NONE: Words = Words(["None", "Nessuno", "Nichts davon", "Aucun", "Nič od tega"]);

impl Words {
    /// The word in these languages.
    pub fn texts(&self, languages: &[Language]) -> Texts {
        let mut texts = Texts::default();
        for language in languages {
            let at = LANGUAGES.iter().position(|own| *own == language.as_str()).unwrap_or_default();
            texts.set(language.clone(), self.0[at]);
        }
        texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_word_and_others_the_english_one() {
        let languages = ["de", "sl", "es"].map(|code| Language::parse(code).unwrap());
        let texts = OTHER.texts(&languages);
        assert_eq!(texts.iter().map(|(_, word)| word).collect::<Vec<_>>(), ["Sonstiges", "Other", "Drugo"]);
    }
}
