//! How much may be written or chosen: told without a script in one sentence, and counted by the page's script.

use crate::language::{Argument, integer, say_with};
use crate::text::Language;

/// Where the script puts the count.
const COUNT: &str = "@";

/// A limit of an answer. The words are for the script and hold "@" where the count goes.
pub struct Limit {
    /// The most.
    pub most: u32,
    /// The limit as a sentence; "" where a hint says it already.
    pub sentence: String,
    /// How much of it is used.
    pub used: String,
    /// How much is left, said aloud near the limit; "" for what is told by `used`.
    pub left: String,
    /// That it is too much, and what to do.
    pub over: String,
}

impl Limit {
    /// Of a text; `told` says that a hint tells it.
    pub fn of_characters(language: &Language, most: u32, told: bool) -> Self {
        let sentence = match told {
            true => String::new(),
            false => say_with(language, "answering-most-characters", &[("most", integer(language, most.into()).into())]),
        };
        let words = |key: &str| words(language, key, most);
        Self {
            most,
            sentence,
            used: words("answering-characters"),
            left: words("answering-characters-left"),
            over: words("answering-characters-over"),
        }
    }

    /// Of choices; `told` says that a hint tells it.
    pub fn of_choices(language: &Language, most: u8, told: bool) -> Self {
        let sentence = match told {
            true => String::new(),
            false => say_with(language, "citizen-choose-at-most", &[("count", Argument::Count(most.into()))]),
        };
        let words = |key: &str| words(language, key, most.into());
        Self {
            most: most.into(),
            sentence,
            used: words("answering-choices"),
            left: String::new(),
            over: words("answering-choices-over"),
        }
    }
}

fn words(language: &Language, key: &str, most: u32) -> String {
    say_with(language, key, &[("at", COUNT.into()), ("of", integer(language, most.into()).into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_given_words_with_a_place_for_the_count() {
        let limit = Limit::of_characters(&Language::italian(), 1000, false);
        assert_eq!(
            (limit.most, limit.sentence.as_str(), limit.used.as_str()),
            (1000, "Al massimo 1.000 caratteri.", "Caratteri: @ di 1.000")
        );
        for language in crate::language::available() {
            for limit in [Limit::of_characters(&language, 300, true), Limit::of_choices(&language, 3, true)] {
                let counted = [&limit.used, &limit.over].into_iter().chain((!limit.left.is_empty()).then_some(&limit.left));
                assert!(
                    counted.clone().all(|words| words.matches('@').count() == 1),
                    "{language}: {:?}",
                    counted.collect::<Vec<_>>()
                );
                assert_eq!(limit.sentence, "", "a hint tells it");
            }
        }
    }
}
