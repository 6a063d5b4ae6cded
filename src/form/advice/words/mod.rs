//! The words that the adviser knows, language by language. Phrases are written as [`find`](super::tokens::find) reads them.
//!
//! A word stands here because it is wrong in nearly every question that has it; where it is often right, what spares it stands beside it.

mod de;
mod en;
mod fr;
mod it;
mod sl;

use crate::text::Language;

/// The words of one language.
#[derive(Default)]
pub(super) struct Lexicon {
    /// Phrases that push towards an answer.
    pub(super) leading: &'static [&'static str],
    /// Words that praise what is to be judged, when they stand in the question.
    pub(super) praising: &'static [&'static str],
    /// Words that stand for both directions when they stand together ("migliorato, uguale o peggiorato").
    pub(super) opposites: &'static [(&'static str, &'static str)],
    /// Where a verb is negated.
    pub(super) negations: &'static [&'static str],
    /// The word that negates, for a second negation after the first.
    pub(super) negators: &'static [&'static str],
    /// Where these stand, nothing that is judged is negated ("se non", "non so", "per chi non").
    pub(super) harmless_negations: &'static [&'static str],
    /// Adjectives that are negative themselves: with a negation they are two.
    pub(super) negative_words: &'static [&'static str],
    /// Words that leave no room.
    pub(super) absolutes: &'static [&'static str],
    /// Where these stand, they leave room enough.
    pub(super) harmless_absolutes: &'static [&'static str],
    /// Words that ask for a degree or a choice, at the beginning of a question.
    pub(super) asking: &'static [&'static str],
    /// Words that join two things.
    pub(super) joining: &'static [&'static str],
    /// Words that join two things where they stand twice ("sia ... sia").
    pub(super) paired: &'static [&'static str],
    /// Phrases in which they join nothing that is judged.
    pub(super) fixed_pairs: &'static [&'static str],
    /// Words after which a pair is one thing ("tra il Comune e la Provincia").
    pub(super) between: &'static [&'static str],
    /// Words that begin a clause which only says when or of whom, up to its comma.
    pub(super) introducing: &'static [&'static str],
    /// Words after which examples follow.
    pub(super) examples: &'static [&'static str],
    /// What services are judged by, as nouns and adjectives: a comma or a slash between two of them joins them too.
    pub(super) qualities: &'static [&'static str],
    /// Groups of people: "for citizens and firms" is one service.
    pub(super) people: &'static [&'static str],
    /// Offices, after which a pair is a name ("ufficio anagrafe e stato civile").
    pub(super) offices: &'static [&'static str],
    /// Articles and prepositions, which stand before the noun.
    pub(super) articles: &'static [&'static str],
    /// Days and months.
    pub(super) days: &'static [&'static str],
    /// What tells who somebody is.
    pub(super) personal: &'static [&'static str],
    /// Where these stand, it is asked to be left out.
    pub(super) harmless_personal: &'static [&'static str],
    /// Labels better than the middle.
    pub(super) better: &'static [&'static str],
    /// Labels worse than the middle; they go before the others ("molto insoddisfatto").
    pub(super) worse: &'static [&'static str],
    /// Words of a label that rejects both sides ("né soddisfatto né insoddisfatto").
    pub(super) neither: &'static [&'static str],
    /// Labels of the middle; they go before `better`, after `worse`.
    pub(super) middle: &'static [&'static str],
    /// Words that turn a label round ("per niente", "poco", "non").
    pub(super) little: &'static [&'static str],
    /// The answers of a question for yes or no.
    pub(super) yes_no: (&'static [&'static str], &'static [&'static str]),
}

static ITALIAN: Lexicon = it::WORDS;
static ENGLISH: Lexicon = en::WORDS;
static GERMAN: Lexicon = de::WORDS;
static FRENCH: Lexicon = fr::WORDS;
static SLOVENE: Lexicon = sl::WORDS;

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
