//! A text as words and marks, so that a phrase is found between the bounds of words and never inside one.

/// A word, or one mark of punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// As it stands in the text.
    pub(super) text: &'t str,
    /// In lower case.
    pub(super) lower: String,
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
        found.push(Token { text, lower: text.to_lowercase(), start, word });
    }
    found
}

/// The sentences, each with the mark that ends it.
pub(super) fn sentences<'s, 't>(tokens: &'s [Token<'t>]) -> Vec<&'s [Token<'t>]> {
    let mut found: Vec<&[Token<'_>]> = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        // "n. 12" and "sig. Rossi" end no sentence: what goes on after a full stop begins with a capital letter.
        let goes_on = token.text == "." && tokens.get(at + 1).is_some_and(|next| !next.is_capital());
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

/// Where a phrase stands: the index of its first token and of the one after its last.
pub(super) type Span = std::ops::Range<usize>;

/// Where a phrase stands first, from a token on. Its words are parted by spaces; `a|b` is either, `stem*` any word that begins so, `_` any
/// word, `^` the beginning of the text; a mark stands for itself.
pub(super) fn find(tokens: &[Token<'_>], phrase: &str, from: usize) -> Option<Span> {
    let (anchored, phrase) = match phrase.strip_prefix("^ ") {
        Some(rest) => (true, rest),
        None => (false, phrase),
    };
    let wanted: Vec<&str> = phrase.split(' ').collect();
    let last = tokens.len().checked_sub(wanted.len())?;
    let last = if anchored { 0 } else { last };
    let start = (from..=last).find(|at| tokens[*at..].iter().zip(&wanted).all(|(token, wanted)| is(token, wanted)))?;
    Some(start..start + wanted.len())
}

/// Every place of any of the phrases, in order, each once.
pub(super) fn find_all(tokens: &[Token<'_>], phrases: &[&str]) -> Vec<Span> {
    let mut found = Vec::new();
    for phrase in phrases {
        let mut from = 0;
        while let Some(span) = find(tokens, phrase, from) {
            from = span.start + 1;
            found.push(span);
        }
    }
    found.sort_by_key(|span| (span.start, span.end));
    found.dedup();
    found
}

/// Whether a token is a word of a phrase.
pub(super) fn is(token: &Token<'_>, wanted: &str) -> bool {
    wanted.split('|').any(|wanted| match wanted.strip_suffix('*') {
        _ if wanted == "_" => token.word,
        Some(stem) if !stem.is_empty() => token.lower.starts_with(stem),
        _ => token.lower == wanted,
    })
}

/// Whether a token is one of these words.
pub(super) fn is_any(token: &Token<'_>, words: &[&str]) -> bool {
    words.iter().any(|word| is(token, word))
}

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
        let found = |text: &str, phrase: &str| find(&tokens(text), phrase, 0);
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
    }

    #[test]
    fn parentheses_are_left_out() {
        let kept = outside_parentheses(tokens("Accessibilità (rampe e (altri) ascensori) della sede"));
        assert_eq!(kept.iter().map(|token| token.text).collect::<Vec<_>>(), ["Accessibilità", "della", "sede"]);
    }
}
