//! A text as words and marks, so that a phrase is found between the bounds of words and never inside one.

use std::borrow::Cow;

/// A word, or one mark of punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// As it stands in the text.
    pub(super) text: &'t str,
    /// In lower case.
    pub(super) lower: Cow<'t, str>,
    /// Its first byte.
    pub(super) start: usize,
    /// Whether it is a word.
    pub(super) word: bool,
}

impl Token<'_> {
    /// The byte after its last.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it begins with a capital letter.
    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is a figure.
    pub(super) fn is_number(&self) -> bool {
        self.text.chars().any(|c| c.is_ascii_digit())
    }

    /// Whether it ends a sentence.
    fn ends_sentence(&self) -> bool {
        !self.word && matches!(self.text, "." | "!" | "?" | "…")
    }
}

/// Italian words as they are typed without their accent, before an apostrophe, and as they are meant. Only these: what stands in single
/// quotation marks may end with any vowel.
const ACCENTED: [(&str, &str); 8] = [
    ("e", "è"),
    ("piu", "più"),
    ("perche", "perché"),
    ("puo", "può"),
    ("ne", "né"),
    ("sara", "sarà"),
    ("cosi", "così"),
    ("qualita", "qualità"),
];

/// What a full stop shortens and does not end; a single letter is an initial.
const SHORTENED: [&str; 20] = [
    "sig", "dott", "dr", "prof", "avv", "ing", "arch", "geom", "ssa", "ra", "mr", "mrs", "ms", "st", "hr", "ca", "bzw", "inkl",
    "lgs", "es",
];

/// The words and marks of a text. An elision ends at its apostrophe ("dell'ufficio" is two words), a hyphen joins ("e-mail" is one), a
/// figure keeps its separators ("8.30").
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let at = |index: usize| characters.get(index).map(|(_, c)| *c);
    let mut index = 0;
    while let Some(&(start, first)) = characters.get(index) {
        index += 1;
        let word = first.is_alphanumeric();
        if word {
            while let Some(next) = at(index) {
                let before = at(index - 1).unwrap_or(' ');
                let after = at(index + 1).unwrap_or(' ');
                let joins = (next == '-' && after.is_alphabetic())
                    || (matches!(next, '.' | ',' | ':') && before.is_ascii_digit() && after.is_ascii_digit());
                if !next.is_alphanumeric() && !joins {
                    break;
                }
                index += 1;
            }
        } else if first.is_whitespace() || matches!(first, '\'' | '’' | '«' | '»' | '"' | '“' | '”') {
            continue;
        }
        let end = characters.get(index).map_or(text.len(), |(at, _)| *at);
        let text = &text[start..end];
        // "e'" typed for "è": an apostrophe that ends the word.
        let typed = matches!(at(index), Some('\'' | '’')) && !at(index + 1).is_some_and(char::is_alphanumeric);
        let is_low = text.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || c.is_ascii_punctuation());
        let lower = if is_low { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) };
        let accented = ACCENTED.iter().find(|(bare, _)| typed && *bare == lower).map(|(_, accented)| Cow::Borrowed(*accented));
        let lower = accented.unwrap_or(lower);
        found.push(Token { text, lower, start, word });
    }
    found
}

/// The sentences, each with the mark that ends it.
pub(super) fn sentences<'s, 't>(tokens: &'s [Token<'t>]) -> Vec<&'s [Token<'t>]> {
    let mut found: Vec<&[Token<'_>]> = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        let goes_on = token.text == "." && goes_on(tokens, at);
        if token.ends_sentence() && !goes_on {
            found.push(&tokens[start..=at]);
            start = at + 1;
        }
    }
    if start < tokens.len() {
        found.push(&tokens[start..]);
    }
    found.retain(|sentence| sentence.iter().any(|token| token.word));
    found
}

/// Whether a sentence goes on after a full stop: "n. 12" and "sig. Rossi" end none, nor does "U.R.P." within itself.
fn goes_on(tokens: &[Token<'_>], stop: usize) -> bool {
    let Some(next) = tokens.get(stop + 1) else { return false };
    let is_short = |before: &Token<'_>| {
        let letter = before.text.chars().count() == 1 && before.text.chars().all(char::is_alphabetic);
        before.word && (letter || SHORTENED.contains(&&*before.lower))
    };
    let touches = next.word && next.start == tokens[stop].end();
    !next.is_capital() || touches || stop.checked_sub(1).is_some_and(|before| is_short(&tokens[before]))
}

/// Without what stands in parentheses: it gives examples and explains.
pub(super) fn outside_parentheses<'t>(tokens: Vec<Token<'t>>) -> Vec<Token<'t>> {
    let mut depth = 0_usize;
    let kept = tokens.into_iter().filter(|token| match token.text {
        "(" => {
            depth += 1;
            false
        }
        ")" => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    kept.collect()
}

/// Phrases that are looked for together, in the order in which they are listed.
///
/// The words of a phrase are parted by spaces; `a|b` is either, `stem*` any word that begins so, `_` any word, `^` the beginning of the text;
/// a mark stands for itself. They are kept by the first byte of the word that they begin with: of hundreds of phrases, a token is compared
/// with the few that can begin there.
pub(super) struct Phrases {
    all: Vec<Phrase>,
    /// By first byte, the beginnings: a word, and the index of the phrase that begins with it.
    heads: Vec<Vec<(Word, usize)>>,
    /// The phrases that begin with any word.
    open: Vec<usize>,
}

struct Phrase {
    /// Whether it stands at the beginning only.
    anchored: bool,
    /// Of each of its words what it may be.
    words: Vec<Vec<Word>>,
}

#[derive(Clone, Copy)]
enum Word {
    Any,
    Stem(&'static str),
    Whole(&'static str),
}

impl Word {
    fn read(written: &'static str) -> Self {
        match written.strip_suffix('*') {
            _ if written == "_" => Self::Any,
            Some(stem) if !stem.is_empty() => Self::Stem(stem),
            _ => Self::Whole(written),
        }
    }

    fn is(self, token: &Token<'_>) -> bool {
        match self {
            Self::Any => token.word,
            Self::Stem(stem) => token.lower.starts_with(stem),
            Self::Whole(word) => token.lower == word,
        }
    }
}

impl Phrases {
    /// Makes ready what is written.
    pub(super) fn new(written: impl IntoIterator<Item = &'static str>) -> Self {
        let mut own = Self { all: Vec::new(), heads: vec![Vec::new(); 256], open: Vec::new() };
        for phrase in written {
            let (anchored, rest) = match phrase.strip_prefix("^ ") {
                Some(rest) => (true, rest),
                None => (false, phrase),
            };
            let words: Vec<Vec<Word>> = rest.split(' ').map(|word| word.split('|').map(Word::read).collect()).collect();
            for word in words.iter().take(1).flatten() {
                match word {
                    Word::Any => own.open.push(own.all.len()),
                    Word::Stem(text) | Word::Whole(text) => {
                        let first = text.bytes().next().unwrap_or_default();
                        own.heads[usize::from(first)].push((*word, own.all.len()));
                    }
                }
            }
            own.all.push(Phrase { anchored, words });
        }
        own
    }

    /// Every phrase that begins with a token: its index.
    fn beginning(&self, token: &Token<'_>) -> impl Iterator<Item = usize> {
        let first = token.lower.bytes().next().unwrap_or_default();
        let heads = self.heads[usize::from(first)].iter().filter(|(word, _)| word.is(token)).map(|(_, index)| *index);
        heads.chain(self.open.iter().copied().filter(|_| token.word))
    }

    /// Every place of every phrase, from a token on: the phrase's index and where it stands.
    fn places<'a>(&'a self, tokens: &'a [Token<'_>], from: usize) -> impl Iterator<Item = (usize, Span)> + 'a {
        (from..tokens.len()).flat_map(move |at| {
            self.beginning(&tokens[at]).filter_map(move |index| {
                let Phrase { anchored, words } = &self.all[index];
                let stands = tokens.get(at..at + words.len())?;
                let fits = stands.iter().zip(words).skip(1).all(|(token, word)| word.iter().any(|word| word.is(token)));
                (fits && (at == 0 || !anchored)).then(|| (index, at..at + words.len()))
            })
        })
    }

    /// Every place of any of them, in order, each once.
    pub(super) fn find_all(&self, tokens: &[Token<'_>]) -> Vec<Span> {
        let mut found: Vec<Span> = self.places(tokens, 0).map(|(_, span)| span).collect();
        found.sort_by_key(|span| (span.start, span.end));
        found.dedup();
        found
    }

    /// The first place of the phrase that is listed first.
    pub(super) fn find_listed_first(&self, tokens: &[Token<'_>]) -> Option<Span> {
        self.places(tokens, 0).min_by_key(|(index, span)| (*index, span.start)).map(|(_, span)| span)
    }

    /// Where any of them begins first, from a token on.
    pub(super) fn begins(&self, tokens: &[Token<'_>], from: usize) -> Option<usize> {
        self.places(tokens, from).next().map(|(_, span)| span.start)
    }

    /// Whether any of them stands there.
    pub(super) fn stand_in(&self, tokens: &[Token<'_>]) -> bool {
        self.begins(tokens, 0).is_some()
    }

    /// Where one of them ends that begins with this token; of several the longest.
    pub(super) fn end_from(&self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        let places = self.places(tokens, at).take_while(|(_, span)| span.start == at);
        places.map(|(_, span)| span.end).max()
    }

    /// Whether a token is one of these words.
    pub(super) fn have(&self, token: &Token<'_>) -> bool {
        self.beginning(token).any(|index| self.all[index].words.len() == 1 && !self.all[index].anchored)
    }
}

/// Where a phrase stands: the index of its first token and of the one after its last.
pub(super) type Span = std::ops::Range<usize>;

/// The words of a span as they stand in the text.
pub(super) fn words_of<'t>(text: &'t str, tokens: &[Token<'_>], span: &Span) -> &'t str {
    match tokens.get(span.clone()) {
        Some([first, .., last]) => text.get(first.start..last.end()).unwrap_or_default(),
        Some([only]) => text.get(only.start..only.end()).unwrap_or_default(),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text).collect()
    }

    #[test]
    fn a_text_is_cut_at_the_bounds_of_words() {
        assert_eq!(
            words("L’orario dell'ufficio: 8.30-13, e-mail e/o fax?"),
            ["L", "orario", "dell", "ufficio", ":", "8.30", "-", "13", ",", "e-mail", "e", "/", "o", "fax", "?"]
        );
    }

    #[test]
    fn a_phrase_is_found_between_words_only() {
        let found = |text: &str, phrase: &'static str| Phrases::new([phrase]).find_listed_first(&tokens(text));
        assert_eq!(found("Perché e come?", "e"), Some(1..2));
        assert_eq!(found("Bene, grazie", "e"), None);
        assert_eq!(found("È stato soddisfatto?", "è stat* soddisf*"), Some(0..3));
        assert_eq!(found("Non è lungo", "^ non"), Some(0..1));
        assert_eq!(found("Se non è lungo", "^ non"), None);
        assert_eq!(found("Quanto è ora contento", "quanto è _ felice|contento"), Some(0..4));
        assert_eq!(found("", "e"), None);
    }

    #[test]
    fn sentences_end_where_a_new_one_begins() {
        let count = |text: &str| sentences(&tokens(text)).len();
        assert_eq!(count("Legge n. 150. Quanto La soddisfa?"), 2);
        assert_eq!(count("Cortesia"), 1);
        assert_eq!(count("Bene! ..."), 1);
        for whole in
            ["Come valuta la sala del dott. Bianchi?", "Ai sensi del D.P.R. 184/2006 e del D.Lgs. Madia, come valuta l'U.R.P.?"]
        {
            assert_eq!(count(whole), 1, "{whole}");
        }
        assert_eq!(count("Are you satisfied with Dr. Smith of St. Mary's? And with us?"), 2);
        assert_eq!(count("Pensi allo sportello 1. Quanto La soddisfa?"), 2, "a figure is no initial");
    }

    #[test]
    fn an_accent_typed_as_an_apostrophe_is_an_accent() {
        let lower = |text: &str| tokens(text).iter().map(|token| token.lower.to_string()).collect::<Vec<_>>();
        assert_eq!(lower("Perche' e' piu’ lento"), ["perché", "è", "più", "lento"]);
        assert_eq!(lower("l'ufficio 'Anagrafe' e c'e"), ["l", "ufficio", "anagrafe", "e", "c", "e"]);
    }

    #[test]
    fn parentheses_are_left_out() {
        let kept = outside_parentheses(tokens("Accessibilità (rampe e (altri) ascensori) della sede"));
        assert_eq!(kept.iter().map(|token| token.text).collect::<Vec<_>>(), ["Accessibilità", "della", "sede"]);
    }
}
