//! Codes made of words, for what is new in a form.

use crate::text::Code;

/// A code made of words that is not taken.
pub fn free_among(words: &str, otherwise: &str, taken: impl Fn(&Code) -> bool) -> Code {
    /// Room for a number, and for the code of a choice or of an importance behind it.
    const MOST: usize = 24;
    let plain = |letter: char| match letter {
        'à' | 'á' | 'â' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'č' | 'ç' => 'c',
        'š' | 'ß' => 's',
        'ž' => 'z',
        other => other,
    };
    let lower: String =
        words.to_lowercase().chars().map(plain).map(|own| if own.is_ascii_alphanumeric() { own } else { ' ' }).collect();
    let mut slug = String::new();
    for word in lower.split_whitespace() {
        if slug.is_empty() && !word.starts_with(|first: char| first.is_ascii_lowercase()) {
            continue;
        }
        if !slug.is_empty() && slug.len() + 1 + word.len() > MOST {
            break;
        }
        if !slug.is_empty() {
            slug.push('_');
        }
        slug.extend(word.chars().take(MOST));
    }
    let base = if slug.is_empty() { otherwise.to_owned() } else { slug };
    let numbered = (2_u32..).map(|number| format!("{}_{number}", base.trim_end_matches('_')));
    let mut codes = std::iter::once(base.clone()).chain(numbered).filter_map(|code| Code::parse(&code));
    codes.find(|code| !taken(code)).unwrap_or_else(|| Code::parse("q").expect("a letter is a code"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_made_of_words() {
        let none = |_: &Code| false;
        assert_eq!(free_among("Quanto è durata l'attesa allo sportello?", "domanda", none).as_str(), "quanto_e_durata_l_attesa");
        assert_eq!(free_among("3 squilli", "domanda", none).as_str(), "squilli");
        assert_eq!(free_among("???", "domanda", none).as_str(), "domanda");
        assert_eq!(free_among("Età", "domanda", |own| own.as_str() == "eta").as_str(), "eta_2");
    }
}
