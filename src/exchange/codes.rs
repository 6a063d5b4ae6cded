//! Codes of ours from names of theirs: valid, short enough, each once.

use crate::text::Code;
use std::collections::BTreeSet;

/// Words of conditions, which no answer may be named.
const RESERVED: [&str; 5] = ["not", "and", "or", "is", "unnamed"];

/// The names that are taken.
#[derive(Default)]
pub(super) struct Codes(BTreeSet<String>);

impl Codes {
    /// A code as near to the name as can be, of `most` characters at most, that is not taken and of which nothing derived is.
    pub fn claim(&mut self, name: &str, instead: &str, most: usize, derived: &dyn Fn(&str) -> Vec<String>) -> Code {
        let base = codelike(name, instead);
        let mut attempt = 0_u32;
        loop {
            attempt += 1;
            let suffix = if attempt == 1 { String::new() } else { format!("_{attempt}") };
            let room = most.saturating_sub(suffix.len()).max(1);
            let stem: String = base.chars().take(room).collect();
            let text = format!("{}{suffix}", stem.trim_end_matches('_'));
            let all: Vec<String> = [text.clone()].into_iter().chain(derived(&text)).collect();
            if all.iter().any(|own| self.0.contains(own)) || RESERVED.contains(&text.as_str()) {
                continue;
            }
            if let Some(code) = Code::parse(&text) {
                self.0.extend(all);
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
