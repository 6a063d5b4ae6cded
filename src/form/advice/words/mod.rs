//! The words that the adviser knows, language by language. Phrases are written as [`Phrases`] reads them.
//!
//! A word stands here because it is wrong in nearly every question that has it; where it is often right, what spares it stands beside it.

mod de;
mod en;
mod fr;
mod it;
mod sl;

use super::tokens::Phrases;
use crate::text::Language;
use std::sync::LazyLock;

/// The words of one language. `P` are phrases, `O` are pairs of opposites: as they are written, or made ready to be looked for.
pub(super) struct Words<P, O> {
    /// Phrases that push towards an answer.
    pub(super) leading: P,
    /// Words that praise what is to be judged, when they stand in the question.
    pub(super) praising: P,
    /// Words that stand for both directions when they stand together ("migliorato, uguale o peggiorato").
    pub(super) opposites: O,
    /// Where a verb is negated.
    pub(super) negations: P,
    /// The word that negates, for a second negation after the first.
    pub(super) negators: P,
    /// Where these stand, nothing that is judged is negated ("se non", "non so", "per chi non").
    pub(super) harmless_negations: P,
    /// Adjectives that are negative themselves: with a negation they are two.
    pub(super) negative_words: P,
    /// Words that leave no room.
    pub(super) absolutes: P,
    /// Where these stand, they leave room enough.
    pub(super) harmless_absolutes: P,
    /// Words that ask for a degree or a choice, at the beginning of a question.
    pub(super) asking: P,
    /// Words that join two things.
    pub(super) joining: P,
    /// Words that join two things where they stand twice ("sia ... sia").
    pub(super) paired: P,
    /// Phrases in which they join nothing that is judged.
    pub(super) fixed_pairs: P,
    /// Words after which a pair is one thing ("tra il Comune e la Provincia").
    pub(super) between: P,
    /// Words that begin a clause which only says when or of whom, up to its comma.
    pub(super) introducing: P,
    /// Words after which examples follow.
    pub(super) examples: P,
    /// What services are judged by, as nouns and adjectives: a comma or a slash between two of them joins them too.
    pub(super) qualities: P,
    /// Groups of people: "for citizens and firms" is one service.
    pub(super) people: P,
    /// Offices, after which a pair is a name ("ufficio anagrafe e stato civile").
    pub(super) offices: P,
    /// Articles and prepositions, which stand before the noun.
    pub(super) articles: P,
    /// Days and months.
    pub(super) days: P,
    /// What tells who somebody is.
    pub(super) personal: P,
    /// Where these stand over it or right after it, it is nobody's ("nome del Comune", "telefono dell'ufficio").
    pub(super) harmless_personal: P,
    /// Where these stand shortly before it, it is asked to be left out, or was only used ("non scriva", "ha composto").
    pub(super) forbidding: P,
    /// What the law protects more than the rest (GDPR, art. 9), in closed questions too.
    pub(super) sensitive: P,
    /// Labels better than the middle.
    pub(super) better: P,
    /// Labels worse than the middle; they go before the others ("molto insoddisfatto").
    pub(super) worse: P,
    /// Words of a label that rejects both sides ("né soddisfatto né insoddisfatto").
    pub(super) neither: P,
    /// Labels of the middle; they go before `better`, after `worse`.
    pub(super) middle: P,
    /// Words that turn a label round ("per niente", "poco", "non").
    pub(super) little: P,
    /// The answers of a question for yes or no.
    pub(super) yes_no: (P, P),
    /// Whether every noun is written with a capital letter, so that a capital shows no name.
    pub(super) capital_nouns: bool,
}

/// The words of one language as its file writes them.
type Written = Words<&'static [&'static str], &'static [(&'static str, &'static str)]>;
/// The words of one language, to be looked for.
pub(super) type Lexicon = Words<Phrases, Vec<(Phrases, Phrases)>>;

impl Written {
    /// The same words, each list made into something else.
    fn made_into<P>(&self, phrases: impl Fn(&[&'static str]) -> P) -> Words<P, Vec<(P, P)>> {
        Words {
            leading: phrases(self.leading),
            praising: phrases(self.praising),
            opposites: self.opposites.iter().map(|(one, other)| (phrases(&[one]), phrases(&[other]))).collect(),
            negations: phrases(self.negations),
            negators: phrases(self.negators),
            harmless_negations: phrases(self.harmless_negations),
            negative_words: phrases(self.negative_words),
            absolutes: phrases(self.absolutes),
            harmless_absolutes: phrases(self.harmless_absolutes),
            asking: phrases(self.asking),
            joining: phrases(self.joining),
            paired: phrases(self.paired),
            fixed_pairs: phrases(self.fixed_pairs),
            between: phrases(self.between),
            introducing: phrases(self.introducing),
            examples: phrases(self.examples),
            qualities: phrases(self.qualities),
            people: phrases(self.people),
            offices: phrases(self.offices),
            articles: phrases(self.articles),
            days: phrases(self.days),
            personal: phrases(self.personal),
            harmless_personal: phrases(self.harmless_personal),
            forbidding: phrases(self.forbidding),
            sensitive: phrases(self.sensitive),
            better: phrases(self.better),
            worse: phrases(self.worse),
            neither: phrases(self.neither),
            middle: phrases(self.middle),
            little: phrases(self.little),
            yes_no: (phrases(self.yes_no.0), phrases(self.yes_no.1)),
            capital_nouns: self.capital_nouns,
        }
    }

    fn read(&self) -> Lexicon {
        self.made_into(|written| Phrases::new(written.iter().copied()))
    }
}

static ITALIAN: LazyLock<Lexicon> = LazyLock::new(|| it::WORDS.read());
static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| en::WORDS.read());
static GERMAN: LazyLock<Lexicon> = LazyLock::new(|| de::WORDS.read());
static FRENCH: LazyLock<Lexicon> = LazyLock::new(|| fr::WORDS.read());
static SLOVENE: LazyLock<Lexicon> = LazyLock::new(|| sl::WORDS.read());

/// The words of a language; `None` for one that the adviser does not know.
pub(super) fn lexicon(language: &Language) -> Option<&'static Lexicon> {
    match language.as_str() {
        "it" => Some(&ITALIAN),
        "en" => Some(&ENGLISH),
        "de" => Some(&GERMAN),
        "fr" => Some(&FRENCH),
        "sl" => Some(&SLOVENE),
        _ => None,
    }
}

/// A language with the adviser's words.
pub(super) const STOCK_LANGUAGES: [&str; 5] = ["it", "en", "de", "fr", "sl"];

/// Texts that a remedy puts in, in the order of [`STOCK_LANGUAGES`].
pub(super) type Stock = [&'static str; 5];

/// "Don't know".
pub(super) const DONT_KNOW: Stock = ["Non so", "Don't know", "Weiß nicht", "Je ne sais pas", "Ne vem"];
/// The worst end of a scale of satisfaction.
pub(super) const WORST: Stock = [
    "Per niente soddisfatto/a",
    "Not at all satisfied",
    "Gar nicht zufrieden",
    "Pas du tout satisfait(e)",
    "Sploh ne zadovoljen/-na",
];
/// Its best end.
pub(super) const BEST: Stock =
    ["Molto soddisfatto/a", "Very satisfied", "Sehr zufrieden", "Très satisfait(e)", "Zelo zadovoljen/-na"];
/// The overall judgement.
pub(super) const OVERALL: Stock = [
    "Nel complesso, quanto La soddisfa il nostro servizio?",
    "Overall, how satisfied are you with our service?",
    "Wie zufrieden sind Sie insgesamt mit unserem Dienst?",
    "Dans l'ensemble, notre service vous satisfait-il ?",
    "Kako ste na splošno zadovoljni z našo storitvijo?",
];

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;
    use std::cell::RefCell;

    /// The words of a phrase that no text can hold: a text is cut at apostrophes, at stops and at a hyphen that ends a word.
    fn dead_words(phrase: &'static str) -> Vec<&'static str> {
        let words = phrase.strip_prefix("^ ").unwrap_or(phrase).split(' ').flat_map(|word| word.split('|'));
        let stands = |word: &str| matches!(&tokens(word)[..], [only] if only.lower == word);
        words.filter(|word| *word != "_" && !stands(word.strip_suffix('*').unwrap_or(word))).collect()
    }

    #[test]
    fn no_phrase_is_dead() {
        assert_eq!(dead_words("^ e.g|so d'accordo _ vor- è*"), ["e.g", "d'accordo", "vor-"]);
        for (language, words) in [("it", it::WORDS), ("en", en::WORDS), ("de", de::WORDS), ("fr", fr::WORDS), ("sl", sl::WORDS)] {
            let dead = RefCell::new(Vec::new());
            let note = |written: &[&'static str]| dead.borrow_mut().extend(written.iter().copied().flat_map(dead_words));
            words.made_into(note);
            assert_eq!(dead.into_inner(), Vec::<&str>::new(), "{language}");
        }
    }
}
