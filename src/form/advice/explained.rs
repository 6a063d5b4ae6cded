//! What a question asks, parted from what it explains: the one is its text, the other its hint.

use super::tokens::{Token, sentences, tokens};
use crate::form::Question;
use crate::text::Language;

/// What a text asks and what it explains before and after; `None` where it does not do both. Where nothing has a question mark, the last
/// sentence asks.
pub(super) fn asked_and_explained(text: &str) -> Option<(&str, String)> {
    const OPENING: [char; 4] = ['«', '„', '“', '"'];
    const CLOSING: [char; 3] = ['»', '”', '"'];
    let tokens = tokens(text);
    let all = sentences(&tokens);
    let asks = |sentence: &&[Token<'_>]| sentence.last().is_some_and(|last| last.text == "?");
    let last = all.len().checked_sub(1)?;
    let (from, to) = (all.iter().position(asks).unwrap_or(last), all.iter().rposition(asks).unwrap_or(last));
    // A quotation mark that opens or ends what is asked belongs to it, and is no token.
    let start = text[..all[from].first()?.start].trim_end_matches(OPENING).len();
    let end = all[to].last()?.end();
    let end = text.len() - text[end..].trim_start_matches(CLOSING).len();
    let explained: Vec<&str> = [text[..start].trim(), text[end..].trim()].into_iter().filter(|part| !part.is_empty()).collect();
    (!explained.is_empty()).then(|| (text[start..end].trim(), explained.join(" ")))
}

/// Leaves what a question asks as its text and makes what it explains its hint, where it does both in every language and has no hint yet.
pub(super) fn move_to_hint(question: &mut Question) {
    let parted = |(language, text): (&Language, &str)| {
        let (asked, explained) = asked_and_explained(text)?;
        Some((language.clone(), asked.to_owned(), explained))
    };
    let Some(parts) = question.text.iter().map(parted).collect::<Option<Vec<_>>>() else { return };
    if !question.hint.is_empty() {
        return;
    }
    for (language, asked, explained) in parts {
        question.text.set(language.clone(), asked);
        question.hint.set(language, explained);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_is_parted_from_what_explains() {
        for (whole, asked, told) in [
            ("Pensi a ieri. È d'accordo? Può saltare.", "È d'accordo?", "Pensi a ieri. Può saltare."),
            ("Legga. «Le piace?» Grazie.", "«Le piace?»", "Legga. Grazie."),
            ("Legga qui. Dica quanto.", "Dica quanto.", "Legga qui."),
        ] {
            assert_eq!(asked_and_explained(whole), Some((asked, told.to_owned())), "{whole}");
        }
        assert_eq!(asked_and_explained("Le piace? Perché?"), None, "nothing explains");
        assert_eq!(asked_and_explained(""), None);
    }
}
