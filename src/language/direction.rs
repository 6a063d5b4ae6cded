//! Which way a language is written.

use crate::text::Language;

/// The languages whose usual script runs from right to left (Unicode CLDR, `characterOrder`).
const RIGHT_TO_LEFT: [&str; 25] = [
    "ar", "arc", "azb", "bal", "bcc", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "rhg",
    "sd", "skr", "syr", "ug", "ur", "yi",
];

/// Whether lines begin on the right.
pub fn right_to_left(language: &Language) -> bool {
    RIGHT_TO_LEFT.contains(&language.as_str())
}

/// The attributes of an element whose words are in a language: ` lang="ar" dir="rtl"`, ` lang="it"`. The direction is said
/// only where it is another than that of the words around, which on a page's root is from left to right.
pub fn attributes(language: &Language, around: Option<&Language>) -> String {
    match (right_to_left(language), around.is_some_and(right_to_left)) {
        (true, false) => format!(" lang=\"{language}\" dir=\"rtl\""),
        (false, true) => format!(" lang=\"{language}\" dir=\"ltr\""),
        _ => format!(" lang=\"{language}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_hebrew_persian_and_urdu_begin_on_the_right() {
        let of = |code: &str| attributes(&Language::parse(code).unwrap(), None);
        assert!(["ar", "he", "fa", "ur"].map(of).iter().all(|told| told.ends_with(" dir=\"rtl\"")));
        assert_eq!(["it", "ro", "sq", "zh"].map(of), [" lang=\"it\"", " lang=\"ro\"", " lang=\"sq\"", " lang=\"zh\""]);
    }

    #[test]
    fn a_direction_is_said_where_it_changes() {
        let [arabic, hebrew] = ["ar", "he"].map(|code| Language::parse(code).unwrap());
        assert_eq!(attributes(&Language::italian(), Some(&arabic)), " lang=\"it\" dir=\"ltr\"");
        assert_eq!(attributes(&hebrew, Some(&arabic)), " lang=\"he\"");
        assert_eq!(attributes(&arabic, Some(&Language::italian())), " lang=\"ar\" dir=\"rtl\"");
    }
}
