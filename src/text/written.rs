//! The lines of a TOML file that people edit, as the program writes them: one entry a line, so that a person finds what to change
//! and a fault's line names one entry.

use super::{Language, Texts};
use toml::Value;

/// The lines so far.
pub struct Lines<'l> {
    languages: &'l [Language],
    text: String,
}

impl<'l> Lines<'l> {
    /// No line yet. The first language is the one in which a text needs no name of its language.
    pub fn new(languages: &'l [Language]) -> Self {
        Self { languages, text: String::new() }
    }

    /// The file.
    pub fn finish(self) -> String {
        self.text
    }

    /// A key and its value, as TOML writes it.
    pub fn entry(&mut self, key: &str, value: &str) {
        self.text.push_str(&format!("{key} = {value}\n"));
    }

    /// The header of a table (`[[pages]]`), after an empty line.
    pub fn block(&mut self, header: &str) {
        self.text.push_str(&format!("\n{header}\n"));
    }

    /// A key and its text.
    pub fn string(&mut self, key: &str, value: &str) {
        self.entry(key, &quoted(value));
    }

    /// A key and its texts in a list.
    pub fn strings<'t>(&mut self, key: &str, values: impl Iterator<Item = &'t str>) {
        let list: Vec<String> = values.map(quoted).collect();
        self.entry(key, &format!("[{}]", list.join(", ")));
    }

    /// A key and the word of the file for a meaning.
    pub fn word<T: PartialEq>(&mut self, key: &str, words: &[(&str, T)], meaning: &T) {
        self.string(key, word_of(words, meaning));
    }

    /// A key with a list of tables, one a line.
    pub fn list(&mut self, key: &str, tables: impl Iterator<Item = String>) {
        let lines: String = tables.map(|table| format!("  {table},\n")).collect();
        self.entry(key, &format!("[\n{lines}]"));
    }

    /// One line a language; a text in the first language alone needs no name of it. No line for a text in no language.
    pub fn texts(&mut self, key: &str, texts: &Texts) {
        match self.only(texts) {
            Some(text) => self.string(key, &text),
            None => {
                for (language, text) in self.in_order(texts) {
                    self.string(&format!("{key}.{language}"), &text);
                }
            }
        }
    }

    /// A text in several languages within the braces of another entry.
    pub fn inline_texts(&self, texts: &Texts) -> String {
        match self.only(texts) {
            Some(text) => quoted(&text),
            None => {
                let all = self.in_order(texts).into_iter().map(|(language, text)| (language.to_string(), quoted(&text)));
                inline(all)
            }
        }
    }

    fn only(&self, texts: &Texts) -> Option<String> {
        match (texts.iter().collect::<Vec<_>>().as_slice(), self.languages.first()) {
            ([(language, text)], Some(first)) if language == &first => Some((*text).to_owned()),
            _ => None,
        }
    }

    fn in_order(&self, texts: &Texts) -> Vec<(Language, String)> {
        let mut all: Vec<_> = texts.iter().map(|(language, text)| (language.clone(), text.to_owned())).collect();
        all.sort_by_key(|(language, _)| self.languages.iter().position(|own| own == language));
        all
    }
}

/// A table within one line: `{ a = 1, b = 2 }`.
pub fn inline<K: AsRef<str>>(entries: impl IntoIterator<Item = (K, String)>) -> String {
    let written: Vec<String> = entries.into_iter().map(|(key, value)| format!("{} = {value}", key.as_ref())).collect();
    format!("{{ {} }}", written.join(", "))
}

/// The word of the file for a meaning. Every meaning has one: the tests write each of them and read it again.
pub fn word_of<'w, T: PartialEq>(words: &[(&'w str, T)], meaning: &T) -> &'w str {
    words.iter().find(|(_, own)| own == meaning).map_or("", |(word, _)| word)
}

/// In quotes, as TOML wants it. A text of several lines keeps to one: a fault in it then has one line, and so has its entry.
pub fn quoted(text: &str) -> String {
    let written = Value::from(text).to_string();
    if !written.contains(['\n', '\r']) {
        return written;
    }
    let escaped: String = text
        .chars()
        .map(|letter| match letter {
            '\n' => "\\n".to_owned(),
            '"' | '\\' => format!("\\{letter}"),
            control if control.is_control() => format!("\\u{:04X}", u32::from(control)),
            other => other.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}
