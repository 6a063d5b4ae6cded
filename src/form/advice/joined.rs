//! Two things judged by one answer, told from what "e" joins harmlessly: names, fixed pairs, groups of people, days, conditions.

use super::tokens::{Phrases, Span, Token, outside_parentheses, sentences, tokens, words_of};
use super::words::Lexicon;
use std::ops::Range;

/// Where two things are joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Joint {
    /// The bytes of the joining words or mark.
    pub(super) at: Range<usize>,
    /// Whether either side can stand by itself: not after "sia", whose other half is the joint.
    pub(super) can_part: bool,
    /// The words around it, for the reader.
    pub(super) marked: String,
}

/// How far before a pair "tra" may stand, in words.
const BETWEEN_REACHES: usize = 6;
/// How long the name of an office may be before its "e", in words.
const NAME_REACHES: usize = 4;
/// How long a name in quotation marks may be, in words; what is longer is a statement to judge.
const QUOTED_NAME_REACHES: usize = 5;
/// Words whose other half is the joining word.
const OPENING: [&str; 6] = ["sia", "both", "sowohl", "tant", "tako", "tanto"];

/// The first place where a judgement joins two things.
pub(super) fn joined(lexicon: &Lexicon, text: &str) -> Option<Joint> {
    joined_in(lexicon, text, &outside_parentheses(tokens(text)))
}

/// The same of a text that is cut already, what stands in parentheses left out.
pub(super) fn joined_in(lexicon: &Lexicon, text: &str, tokens: &[Token<'_>]) -> Option<Joint> {
    asked(tokens).into_iter().find_map(|sentence| {
        let judged = without_examples(lexicon, without_introduction(lexicon, sentence));
        let pair = Pair { lexicon, text, tokens: judged };
        let (at, end) = (1..judged.len().saturating_sub(1)).find_map(|at| Some((at, pair.end_of_joint(at)?)))?;
        let span = pair.left(at)..pair.head(end).min(judged.len() - 1) + 1;
        let bytes = judged[at].start..judged[end - 1].end();
        let can_part = !judged[..at].iter().any(|token| OPENING.contains(&&*token.lower));
        Some(Joint { at: bytes, can_part, marked: words_of(text, judged, &span).to_owned() })
    })
}

/// The sentences that ask; where none has a question mark, all.
pub(super) fn asked<'s, 't>(tokens: &'s [Token<'t>]) -> Vec<&'s [Token<'t>]> {
    let all = sentences(tokens);
    let asks = |sentence: &&[Token<'_>]| sentence.last().is_some_and(|last| last.text == "?");
    if all.iter().any(asks) { all.into_iter().filter(|sentence| asks(sentence)).collect() } else { all }
}

/// What follows a clause that only says when, or of whom: "Se ha telefonato e ha atteso, quanto ..." joins nothing that is judged.
pub(super) fn without_introduction<'s, 't>(lexicon: &Lexicon, sentence: &'s [Token<'t>]) -> &'s [Token<'t>] {
    if !sentence.first().is_some_and(|first| lexicon.introducing.have(first)) {
        return sentence;
    }
    let commas = || (0..sentence.len()).filter(|at| sentence[*at].text == ",");
    let before_question = commas().rfind(|at| sentence.get(at + 1).is_some_and(|next| lexicon.asking.have(next)));
    before_question.or_else(|| commas().next()).map_or(sentence, |at| &sentence[at + 1..])
}

fn without_examples<'s, 't>(lexicon: &Lexicon, sentence: &'s [Token<'t>]) -> &'s [Token<'t>] {
    lexicon.examples.begins(sentence, 1).map_or(sentence, |at| &sentence[..at])
}

struct Pair<'l, 's, 't> {
    lexicon: &'l Lexicon,
    text: &'s str,
    tokens: &'s [Token<'t>],
}

impl Pair<'_, '_, '_> {
    /// The index of the first word at or after one that is no article or preposition.
    fn head(&self, from: usize) -> usize {
        let head = (from..self.tokens.len()).find(|at| !self.lexicon.articles.have(&self.tokens[*at]));
        head.unwrap_or(from)
    }

    /// The index of the word before a joining one. A comma between them parts no more where a noun with its article follows ("i tempi, e la
    /// pulizia"); else a clause begins.
    fn left(&self, at: usize) -> usize {
        let noun = self.tokens.get(at + 1).is_some_and(|next| self.lexicon.articles.have(next));
        if at > 1 && self.tokens[at - 1].text == "," && noun { at - 2 } else { at - 1 }
    }

    /// Where the joining words end that begin here and join two things that are judged.
    fn end_of_joint(&self, at: usize) -> Option<usize> {
        let token = &self.tokens[at];
        if !token.word {
            return (matches!(token.text, "," | "/" | "&") && self.joins_qualities(at)).then_some(at + 1);
        }
        if self.lexicon.paired.have(token) {
            return self.tokens[..at].iter().any(|earlier| earlier.lower == token.lower).then_some(at + 1);
        }
        let end = self.lexicon.joining.end_from(self.tokens, at).filter(|end| *end < self.tokens.len())?;
        // "e/o" joins as "e" does.
        if self.tokens[end].text == "/" {
            return Some(end + 2).filter(|end| *end < self.tokens.len());
        }
        (!self.is_harmless(at, end)).then_some(end)
    }

    /// Whether a comma or a slash stands between two words that services are judged by.
    fn joins_qualities(&self, at: usize) -> bool {
        let next = self.tokens.get(self.head(at + 1)).is_some_and(|next| self.is_quality(next));
        next && self.is_quality(&self.tokens[at - 1])
    }

    fn is_quality(&self, token: &Token<'_>) -> bool {
        self.lexicon.qualities.have(token)
    }

    fn is_harmless(&self, at: usize, end: usize) -> bool {
        let covers = |span: &Span| span.contains(&at);
        let (left, right) = (&self.tokens[self.left(at)], &self.tokens[self.head(end).min(self.tokens.len() - 1)]);
        let both = |words: &Phrases| words.have(left) && words.have(right);
        let judged = self.is_quality(left) || self.is_quality(right);
        !left.word
            || !right.word
            // ", oltre che in occasione ..." only adds.
            || end > at + 1 && !self.tokens[at - 1].word
            || self.lexicon.fixed_pairs.find_all(self.tokens).iter().any(covers)
            // "dove 1 è per niente e 5 è molto".
            || right.is_number()
            || both(&self.lexicon.days)
            || both(&self.lexicon.people)
            || self.is_between(at)
            || !judged && (self.is_name(at, left, right) || self.is_quoted(at) || self.is_office(at, end))
    }

    /// "tra il Comune e la Provincia" is one thing: what lies between.
    fn is_between(&self, at: usize) -> bool {
        let before = self.tokens[..at].iter().rev().take(BETWEEN_REACHES);
        before.take_while(|token| !self.lexicon.joining.have(token)).any(|token| self.lexicon.between.have(token))
    }

    /// "Pesaro e Urbino", "SPID e CIE": capitals on both sides, and not only because the text begins there, is all in capitals, or is in a
    /// language whose nouns have them.
    fn is_name(&self, at: usize, left: &Token<'_>, right: &Token<'_>) -> bool {
        let loud = |token: &Token<'_>| token.text.chars().all(char::is_uppercase);
        let shouted = |token: &Token<'_>| token.text.chars().count() > 1 && loud(token);
        let told = if self.lexicon.capital_nouns { shouted(left) && shouted(right) } else { at > 1 || shouted(left) };
        let all_loud = || self.tokens.iter().filter(|token| token.word && !token.is_number()).all(loud);
        left.is_capital() && right.is_capital() && told && !all_loud()
    }

    /// "la scheda «Anagrafe e stato civile»": a name in quotation marks.
    fn is_quoted(&self, at: usize) -> bool {
        let Some(quoted) = quoted_around(self.text, self.tokens[at].start) else { return false };
        tokens(quoted).iter().filter(|token| token.word).count() <= QUOTED_NAME_REACHES
    }

    /// "Ufficio anagrafe e stato civile": the name of one office. A second noun with its article is a pair.
    fn is_office(&self, at: usize, end: usize) -> bool {
        let article = self.tokens.get(end).is_some_and(|next| self.lexicon.articles.have(next));
        let named = |from: usize| {
            let name = &self.tokens[from + 1..at];
            (1..=NAME_REACHES).contains(&name.len()) && name.iter().all(|token| token.word)
        };
        let office = (0..at).rfind(|from| self.lexicon.offices.have(&self.tokens[*from]));
        !article && office.is_some_and(named)
    }
}

/// What stands in the quotation marks around a byte.
fn quoted_around(text: &str, byte: usize) -> Option<&str> {
    const MARKS: [(char, &[char]); 4] = [('«', &['»']), ('„', &['“', '”']), ('“', &['”']), ('"', &['"'])];
    let mut open: Option<(usize, &[char])> = None;
    for (at, letter) in text.char_indices() {
        match open {
            Some((start, closing)) if closing.contains(&letter) => {
                if (start..at).contains(&byte) {
                    return text.get(start..at);
                }
                open = None;
            }
            None => {
                let mark = MARKS.iter().find(|(opening, _)| *opening == letter);
                open = mark.map(|(opening, closing)| (at + opening.len_utf8(), *closing));
            }
            Some(_) => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::words::lexicon;
    use super::*;
    use crate::text::Language;

    fn marked(text: &str) -> Option<String> {
        joined(lexicon(&Language::italian()).unwrap(), text).map(|joint| joint.marked)
    }

    #[test]
    fn what_is_joined_is_marked_with_its_neighbours() {
        assert_eq!(marked("Quanto La soddisfano la cortesia e la competenza?").as_deref(), Some("cortesia e la competenza"));
        assert_eq!(marked("Cortesia/competenza").as_deref(), Some("Cortesia/competenza"));
        assert_eq!(marked("Cortesia"), None);
        assert_eq!(marked("e"), None);
        assert_eq!(marked("Cortesia e"), None);
    }

    #[test]
    fn a_slash_and_phrases_join_too_and_are_marked_whole() {
        let found = |text: &str| joined(lexicon(&Language::italian()).unwrap(), text).unwrap();
        let slashed = found("Cortesia e/o competenza");
        assert_eq!((slashed.marked.as_str(), slashed.at, slashed.can_part), ("Cortesia e/o competenza", 9..12, true));
        assert_eq!(found("La cortesia così come la competenza").marked, "cortesia così come la competenza");
        assert!(!found("Sia la cortesia sia la competenza").can_part, "the first half would keep its \"sia\"");
        assert_eq!(found("I tempi di attesa, e la pulizia").marked, "attesa, e la pulizia");
        assert_eq!(marked("Cortesia e/").as_deref(), None);
    }

    #[test]
    fn names_and_fixed_pairs_are_one_thing() {
        for text in [
            "Provincia di Pesaro e Urbino",
            "Biglietto di andata e ritorno",
            "Distanza tra la fermata e l'ufficio",
            "La scheda «Bandi e avvisi» del sito",
            "L'area giochi, e in particolare l'ombra",
            "Il sito è lento, e torna spesso indietro",
            "La scheda \"Casa e famiglia\" del sito",
        ] {
            assert_eq!(marked(text), None, "{text}");
        }
    }

    #[test]
    fn capital_letters_make_no_name_of_what_is_judged() {
        for text in [
            "La Cortesia e la Competenza",
            "COME VALUTA I LOCALI E I BAGNI?",
            "Accordo con «Il personale risponde presto e in modo chiaro»",
        ] {
            assert!(marked(text).is_some(), "{text}");
        }
        let german = |text: &str| joined(lexicon(&Language::parse("de").unwrap()).unwrap(), text).map(|joint| joint.marked);
        assert_eq!(german("Wie zufrieden sind Sie mit Wartezeit und Auskunft?").as_deref(), Some("Wartezeit und Auskunft"));
        assert_eq!(german("Wie zufrieden sind Sie mit SPID und CIE?"), None);
    }
}
