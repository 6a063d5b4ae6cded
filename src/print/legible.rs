//! Text that can be printed: every character has a glyph, nothing invisible is left.
//!
//! An accessible PDF must not hold a character without glyph, and people write emoji, scripts and controls of every kind.

use super::fonts::{broadly_drawn, can_draw};
use serde_json::Value;

/// How far cleaning goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// What no font has is replaced.
    Usual,
    /// Only Latin letters, figures and signs are left: for what shaping cannot map back to characters.
    Utmost,
}

/// What stands for characters that no font has.
const REPLACEMENT: char = '\u{fffd}';
/// More marks on one letter are decoration that overflows into the lines around it.
const MOST_MARKS: usize = 3;

/// The same data with every text cleaned.
pub(super) fn clean_all(data: &Value, care: Care) -> Value {
    match data {
        Value::String(text) => Value::String(clean(text, care)),
        Value::Array(items) => items.iter().map(|item| clean_all(item, care)).collect(),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), clean_all(value, care))).collect(),
        other => other.clone(),
    }
}

/// The text with what cannot be printed replaced, a run of it by one sign.
pub(super) fn clean(text: &str, care: Care) -> String {
    let mut cleaned = String::with_capacity(text.len());
    // How many marks the letter before may still take; none where it is not in the font that has the marks.
    let mut marks_left = 0;
    for character in text.chars() {
        if is_mark(character) {
            if marks_left > 0 && care == Care::Usual && broadly_drawn(character) {
                marks_left -= 1;
                cleaned.push(character);
            }
            continue;
        }
        let Some(shown) = shown(character, care) else { continue };
        if shown != REPLACEMENT || !cleaned.ends_with(REPLACEMENT) {
            cleaned.push(shown);
        }
        marks_left = if shown.is_alphanumeric() && broadly_drawn(shown) { MOST_MARKS } else { 0 };
    }
    cleaned
}

/// What is printed for a character; `None` for what is invisible.
fn shown(character: char, care: Care) -> Option<char> {
    match character {
        // Charts are long and nearly all ASCII, which the typeface has.
        '\n' | ' '..='~' => Some(character),
        '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(space(character)),
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        _ if is_invisible(character) => None,
        _ if is_private(character) => Some(REPLACEMENT),
        _ if care == Care::Utmost && !is_latin(character) => Some('?'),
        _ if can_draw(character) => Some(character),
        _ => Some(REPLACEMENT),
    }
}

/// A no-break space stays one; other widths are not kept.
fn space(character: char) -> char {
    if matches!(character, '\u{a0}' | '\u{202f}') { '\u{a0}' } else { ' ' }
}

fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0000}'..='\u{e0fff}')
}

fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Private characters mean nothing to a reader, and archives forbid them.
fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{fffe}' | '\u{ffff}')
}

fn is_latin(character: char) -> bool {
    matches!(character, ' '..='~' | '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203a}' | '\u{20ac}' | '\u{2212}')
        && can_draw(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_printed_stays_as_it_is() {
        let text = "Perché l'attesa è lunga? \"Sì\", 3 \u{2212} 2 = 1\u{a0}% … ρ ≥ €\nnuova riga";
        assert_eq!(clean(text, Care::Usual), text);
    }

    #[test]
    fn what_has_no_glyph_becomes_one_sign_and_the_invisible_goes() {
        assert_eq!(clean("bene 漢字漢字!", Care::Usual), "bene \u{fffd}!");
        assert_eq!(clean("a\u{200b}b\u{7}c\u{feff}d\u{202e}e", Care::Usual), "abcde");
        assert_eq!(clean("\u{e000}x", Care::Usual), "\u{fffd}x");
    }

    #[test]
    fn piled_up_marks_are_cut_down() {
        let zalgo = format!("a{}b", "\u{301}".repeat(40));
        assert_eq!(clean(&zalgo, Care::Usual).chars().filter(|c| *c == '\u{301}').count(), MOST_MARKS);
        assert_eq!(clean(&zalgo, Care::Utmost), "ab");
    }
}
