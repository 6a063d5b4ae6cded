//! Codes of ours from names of theirs: valid, short enough, each once.

use crate::text::Code;
use std::collections::{BTreeMap, BTreeSet};

/// Words of conditions, which no answer may be named.
const RESERVED: [&str; 5] = ["not", "and", "or", "is", "unnamed"];

/// The names that are taken.
#[derive(Default)]
pub(super) struct Codes {
    taken: BTreeSet<String>,
    /// The last number that was tried after each stem: names of one stem do not try all that the others have.
    tried: BTreeMap<String, u32>,
}

impl Codes {
    /// A code as near to the name as can be, of `most` characters at most, that is not taken and of which nothing derived is.
    pub fn claim(&mut self, name: &str, instead: &str, most: usize, derived: &dyn Fn(&str) -> Vec<String>) -> Code {
        let base = codelike(name, instead);
        let first: String = base.chars().take(most).collect();
        let mut attempt = self.tried.get(&first).copied().unwrap_or_default();
        loop {
            attempt += 1;
            let suffix = if attempt == 1 { String::new() } else { format!("_{attempt}") };
            let room = most.saturating_sub(suffix.len()).max(1);
            let stem: String = base.chars().take(room).collect();
            let text = format!("{}{suffix}", stem.trim_end_matches('_'));
            if self.taken.contains(&text) || RESERVED.contains(&text.as_str()) {
                continue;
            }
            let derived = derived(&text);
            if derived.iter().any(|own| self.taken.contains(own)) {
                continue;
            }
            if let Some(code) = Code::parse(&text) {
                self.taken.extend(derived);
                self.taken.insert(text);
                self.tried.insert(first, attempt);
                return code;
            }
        }
    }

    /// The same of a name of which nothing is derived.
    pub fn claim_alone(&mut self, name: &str, instead: &str) -> Code {
        self.claim(name, instead, Code::MOST, &|_| Vec::new())
    }
}

/// Lower-case letters, digits and `_` as a code has them, beginning with a letter.
fn codelike(name: &str, instead: &str) -> String {
    let mut code = String::new();
    for letter in plain_letters(name).chars() {
        if letter.is_ascii_alphanumeric() {
            code.push(letter.to_ascii_lowercase());
        } else if !code.is_empty() && !code.ends_with('_') {
            code.push('_');
        }
    }
    let code = code.trim_end_matches('_');
    match code.chars().next() {
        None => instead.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("{}_{code}", &instead[..1]),
        Some(_) => code.to_owned(),
    }
}

/// Without accents.
fn plain_letters(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_questions_of_one_name_have_codes_at_once() {
        let mut codes = Codes::default();
        let begun = std::time::Instant::now();
        let found: BTreeSet<Code> = (0..10_000).map(|_| codes.claim_alone("a", "question")).collect();
        assert_eq!(found.len(), 10_000);
        assert!(begun.elapsed().as_secs() < 5, "it took {:?}", begun.elapsed());
        assert_eq!(codes.claim_alone("b", "question").as_str(), "b");
    }
}
