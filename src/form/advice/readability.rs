//! How easy a text is to read, by the formula made for its language.
//!
//! | language | index | formula | source |
//! |---|---|---|---|
//! | Italian | Gulpease | 89 + (300 sentences - 10 letters) / words | Lucisano & Piemontese 1988, Scuola e città 39, 110-124 |
//! | English | Flesch Reading Ease | 206.835 - 1.015 words/sentences - 84.6 syllables/words | Flesch 1948, J. Applied Psychology 32, 221-233 |
//! | German | Flesch after Amstad | 180 - words/sentences - 58.5 syllables/words | Amstad 1978, Wie verständlich sind unsere Zeitungen? |
//! | French | Flesch after Kandel & Moles | 207 - 1.015 words/sentences - 73.6 syllables/words | Kandel & Moles 1958, Cahiers d'études de radio-télévision 19, 253-274 |
//!
//! All run from 0 (hard) to 100 (easy). Slovene and every other language has no index here: of them only the words per sentence are
//! counted. Syllables are counted as groups of vowels, without the mute e at the end of English and French words: an estimate, as in every
//! program that does it.

use super::tokens::{sentences, tokens};
use crate::text::Language;

/// With fewer words no index is formed: the formulas were made for passages of a hundred words, and of a short question they measure chance.
pub(super) const LEAST_WORDS: usize = 20;
/// Below this Gulpease a text is hard even for who finished upper secondary school (Lucisano & Piemontese 1988).
const HARD_GULPEASE: f64 = 40.0;
/// Below this Flesch index a text is very difficult: for graduates (Flesch 1948); the German and French indices were fitted to the same scale.
const HARD_FLESCH: f64 = 30.0;
/// Where there is no index: more words than this in a sentence are hard in any language (Cutts 2013, Oxford Guide to Plain English:
/// 15 to 20 on average, and never much more).
const MOST_WORDS_A_SENTENCE: f64 = 30.0;

/// From so many words on, an Italian text that is too short for an index is hard by the length of its words alone.
const LEAST_WORDS_TO_WEIGH: usize = 12;
/// Letters a word from which such a text is hard: ours. the good questions of our sets have 6.0 at most.
const HARD_LETTERS_A_WORD: f64 = 7.0;

/// What a text was measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Gulpease, for Italian.
    Gulpease,
    /// Flesch Reading Ease, for English.
    Flesch,
    /// Flesch after Amstad, for German.
    Amstad,
    /// Flesch after Kandel and Moles, for French.
    KandelMoles,
    /// Words per sentence, where the language has no index here.
    SentenceLength,
    /// Letters per word, for Italian texts under twenty words.
    WordLength,
}

/// How easy a text is to read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Readability {
    /// By what.
    pub measure: Measure,
    /// The index, mostly 0 (hard) to 100 (easy), not cut off; of [`Measure::SentenceLength`] the words per sentence,
    /// of [`Measure::WordLength`] the letters per word.
    pub value: f64,
    /// The words that were counted.
    pub words: usize,
}

impl Readability {
    /// Whether the text is hard: below 40 of Gulpease, below 30 of the others, over 30 words a sentence, 7 letters a word.
    pub fn is_hard(&self) -> bool {
        match self.measure {
            Measure::Gulpease => self.value < HARD_GULPEASE,
            Measure::SentenceLength => self.value > MOST_WORDS_A_SENTENCE,
            Measure::WordLength => self.value >= HARD_LETTERS_A_WORD,
            Measure::Flesch | Measure::Amstad | Measure::KandelMoles => self.value < HARD_FLESCH,
        }
    }
}

/// How easy a text is to read; `None` under twenty words, where an index means nothing: but of twelve Italian words and more, how long they are.
pub fn readability(language: &Language, text: &str) -> Option<Readability> {
    let is_italian = language.as_str() == "it";
    let least = if is_italian { LEAST_WORDS_TO_WEIGH } else { LEAST_WORDS };
    if runs_of(text) < least {
        return None;
    }
    let tokens = tokens(text);
    let all = tokens.iter().filter(|token| token.word);
    let words = all.clone().count();
    if words < least {
        return None;
    }
    let letters = || all.clone().map(|token| token.text.chars().filter(|c| c.is_alphanumeric()).count()).sum::<usize>();
    if words < LEAST_WORDS {
        return Some(Readability { measure: Measure::WordLength, value: letters() as f64 / words as f64, words });
    }
    let per_sentence = words as f64 / sentences(&tokens).len().max(1) as f64;
    let per_word = |count: usize| count as f64 / words as f64;
    let syllables = || per_word(all.clone().map(|token| syllables_of(language, &token.lower)).sum());
    let (measure, value) = match language.as_str() {
        _ if is_italian => (Measure::Gulpease, 89.0 + 300.0 / per_sentence - 10.0 * per_word(letters())),
        "en" => (Measure::Flesch, 206.835 - 1.015 * per_sentence - 84.6 * syllables()),
        "de" => (Measure::Amstad, 180.0 - per_sentence - 58.5 * syllables()),
        "fr" => (Measure::KandelMoles, 207.0 - 1.015 * per_sentence - 73.6 * syllables()),
        _ => (Measure::SentenceLength, per_sentence),
    };
    Some(Readability { measure, value, words })
}

/// Unbroken runs of letters and digits: a text has no more words than these, and most questions have too few to be cut into words at all.
fn runs_of(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()).count()
}

/// The syllables of a word in lower case: its groups of vowels, one at least.
fn syllables_of(language: &Language, word: &str) -> usize {
    let vowel = |c: char| "aeiouyàâäáèéêëìîïíòôöóùûüúœæ".contains(c);
    let mute = match language.as_str() {
        "en" if word.ends_with('e') && !word.ends_with("le") => 1,
        "fr" if word.ends_with('e') => 1,
        "fr" if word.ends_with("es") => 2,
        _ => 0,
    };
    let spoken = word.chars().count() - mute;
    let mut groups = 0;
    let mut before = false;
    for letter in word.chars().take(spoken) {
        groups += usize::from(vowel(letter) && !before);
        before = vowel(letter);
    }
    groups.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(code: &str) -> Language {
        Language::parse(code).unwrap()
    }

    fn value(code: &str, text: &str) -> (Measure, f64) {
        let found = readability(&language(code), text).unwrap();
        (found.measure, (found.value * 1000.0).round() / 1000.0)
    }

    #[test]
    fn gulpease_counted_by_hand() {
        // 20 words, 2 sentences, 96 letters: 89 + (600 - 960) / 20 = 71.
        let text = "Le Sue risposte servono a migliorare il servizio. Può saltare le domande che non La riguardano: vuole dirci altro ora?";
        assert_eq!(value("it", text), (Measure::Gulpease, 71.0));
        // 20 words of ten letters in 1 sentence: 89 + 15 - 100 = 4.
        assert_eq!(value("it", &["procedurei"; 20].join(" ")), (Measure::Gulpease, 4.0));
        let shorter = text.replace(" ora", "").replace("Le ", "");
        assert_eq!(value("it", &shorter), (Measure::WordLength, 5.056), "91 letters in 18 words");
        assert!(!readability(&language("it"), &shorter).unwrap().is_hard());
    }

    #[test]
    fn few_but_long_words_are_hard() {
        let text = "Quanto considera soddisfacente l'implementazione delle funzionalità interattive finalizzate alla semplificazione amministrativa?";
        assert!(readability(&language("it"), text).unwrap().is_hard());
        assert_eq!(readability(&language("it"), &["procedurei"; 11].join(" ")), None, "eleven words");
        assert_eq!(readability(&language("de"), &["procedurei"; 19].join(" ")), None, "in other languages words are longer");
    }

    #[test]
    fn flesch_counted_by_hand() {
        // 20 words of one syllable in 2 sentences: 206.835 - 1.015 * 10 - 84.6 = 112.085.
        let text = "The man at the desk was kind to me in the rain. We sat and he made the form short.";
        assert_eq!(value("en", text), (Measure::Flesch, 112.085));
        // One of them with two syllables more: 206.835 - 10.15 - 84.6 * 22 / 20 = 103.625.
        assert_eq!(value("en", &text.replace("man", "manager")), (Measure::Flesch, 103.625));
    }

    #[test]
    fn amstad_and_kandel_moles_counted_by_hand() {
        // 20 words, 1 sentence, 20 syllables: 180 - 20 - 58.5 = 101.5.
        assert_eq!(value("de", &["Tag"; 20].join(" ")), (Measure::Amstad, 101.5));
        // 20 words, 2 sentences, 40 syllables: 180 - 10 - 117 = 53.
        let half = ["Frage"; 10].join(" ");
        assert_eq!(value("de", &format!("{half}. {half}.")), (Measure::Amstad, 53.0));
        // 20 words, 1 sentence, 20 syllables ("ville" has one): 207 - 20.3 - 73.6 = 113.1.
        assert_eq!(value("fr", &["ville"; 20].join(" ")), (Measure::KandelMoles, 113.1));
        // 20 words, 1 sentence, 60 syllables ("formulaires" has three): 207 - 20.3 - 220.8 = -34.1.
        assert_eq!(value("fr", &["formulaires"; 20].join(" ")), (Measure::KandelMoles, -34.1));
    }

    #[test]
    fn other_languages_have_the_length_of_their_sentences() {
        assert_eq!(value("sl", &["beseda"; 31].join(" ")), (Measure::SentenceLength, 31.0));
        assert!(readability(&language("sl"), &["beseda"; 31].join(" ")).unwrap().is_hard());
        assert!(!readability(&language("sl"), &["beseda"; 30].join(" ")).unwrap().is_hard());
    }

    #[test]
    fn a_question_of_five_words_has_no_index() {
        assert_eq!(readability(&Language::italian(), "Quanto La soddisfa il personale?"), None);
    }

    #[test]
    fn syllables_are_groups_of_vowels() {
        let count = |code: &str, word: &str| syllables_of(&language(code), word);
        assert_eq!([count("en", "service"), count("en", "people"), count("en", "the")], [2, 2, 1]);
        assert_eq!([count("de", "öffnungszeiten"), count("fr", "horaires"), count("fr", "le")], [4, 2, 1]);
    }
}
