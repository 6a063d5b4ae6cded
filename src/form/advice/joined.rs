//! Two things judged by one answer, told from what "e" joins harmlessly: names, fixed pairs, groups of people, days, conditions.

use super::tokens::{Phrases, Span, Token, outside_parentheses, sentences, tokens, words_of};
use super::words::Lexicon;
use std::ops::Range;

/// Where two things are joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Joint {
    /// The bytes of the joining word or mark.
    pub(super) at: Range<usize>,
    /// The words around it, for the reader.
    pub(super) marked: String,
}

/// How far before a pair "tra" may stand, in words.
const BETWEEN_REACHES: usize = 6;
/// How long the name of an office may be before its "e", in words.
const NAME_REACHES: usize = 4;

/// The first place where a judgement joins two things.
pub(super) fn joined(lexicon: &Lexicon, text: &str) -> Option<Joint> {
    joined_in(lexicon, text, &outside_parentheses(tokens(text)))
}

/// The same of a text that is cut already, what stands in parentheses left out.
pub(super) fn joined_in(lexicon: &Lexicon, text: &str, tokens: &[Token<'_>]) -> Option<Joint> {
    asked(tokens).into_iter().find_map(|sentence| {
        let judged = without_examples(lexicon, without_introduction(lexicon, sentence));
        let pair = Pair { lexicon, tokens: judged };
        let at = (1..judged.len().saturating_sub(1)).find(|at| pair.is_joint(*at))?;
        let span = at - 1..pair.head(at + 1).min(judged.len() - 1) + 1;
        Some(Joint { at: judged[at].start..judged[at].end(), marked: words_of(text, judged, &span).to_owned() })
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
    tokens: &'s [Token<'t>],
}

impl Pair<'_, '_, '_> {
    /// The index of the first word at or after one that is no article or preposition.
    fn head(&self, from: usize) -> usize {
        let head = (from..self.tokens.len()).find(|at| !self.lexicon.articles.have(&self.tokens[*at]));
        head.unwrap_or(from)
    }

    fn is_joint(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if !token.word {
            return matches!(token.text, "," | "/" | "&") && self.joins_qualities(at);
        }
        if self.lexicon.paired.have(token) {
            return self.tokens[..at].iter().any(|earlier| earlier.lower == token.lower);
        }
        // "e/o" joins as "e" does.
        let either = self.tokens[at + 1].text == "/";
        self.lexicon.joining.have(token) && (either || !self.is_harmless(at))
    }

    /// Whether a comma or a slash stands between two words that services are judged by.
    fn joins_qualities(&self, at: usize) -> bool {
        let qualities = &self.lexicon.qualities;
        let next = self.tokens.get(self.head(at + 1)).is_some_and(|next| qualities.have(next));
        next && qualities.have(&self.tokens[at - 1])
    }

    fn is_harmless(&self, at: usize) -> bool {
        let covers = |span: &Span| span.contains(&at);
        let (left, right) = (&self.tokens[at - 1], &self.tokens[self.head(at + 1).min(self.tokens.len() - 1)]);
        let both = |words: &Phrases| words.have(left) && words.have(right);
        !left.word
            || !right.word
            || self.lexicon.fixed_pairs.find_all(self.tokens).iter().any(covers)
            // "dove 1 è per niente e 5 è molto".
            || right.is_number()
            || both(&self.lexicon.days)
            || both(&self.lexicon.people)
            || self.is_between(at)
            || self.is_name(at, left, right)
            || self.is_office(at, left, right)
    }

    /// "tra il Comune e la Provincia" is one thing: what lies between.
    fn is_between(&self, at: usize) -> bool {
        let before = self.tokens[..at].iter().rev().take(BETWEEN_REACHES);
        before.take_while(|token| !self.lexicon.joining.have(token)).any(|token| self.lexicon.between.have(token))
    }

    /// "Pesaro e Urbino", "SPID e CIE": capitals on both sides, and not only because the text begins there.
    fn is_name(&self, at: usize, left: &Token<'_>, right: &Token<'_>) -> bool {
        let shouted = |token: &Token<'_>| token.text.chars().count() > 1 && token.text.chars().all(char::is_uppercase);
        left.is_capital() && right.is_capital() && (at > 1 || shouted(left))
    }

    /// "Ufficio anagrafe e stato civile": the name of one office. What it is judged by, or a second noun with its article, is a pair.
    fn is_office(&self, at: usize, left: &Token<'_>, right: &Token<'_>) -> bool {
        let judged = |token: &Token<'_>| self.lexicon.qualities.have(token);
        let article = self.tokens.get(at + 1).is_some_and(|next| self.lexicon.articles.have(next));
        let named = |from: usize| {
            let name = &self.tokens[from + 1..at];
            (1..=NAME_REACHES).contains(&name.len()) && name.iter().all(|token| token.word)
        };
        let office = (0..at).rfind(|from| self.lexicon.offices.have(&self.tokens[*from]));
        !article && !judged(left) && !judged(right) && office.is_some_and(named)
    }
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
    fn names_and_fixed_pairs_are_one_thing() {
        for text in ["Provincia di Pesaro e Urbino", "Biglietto di andata e ritorno", "Distanza tra la fermata e l'ufficio"] {
            assert_eq!(marked(text), None, "{text}");
        }
    }
}
