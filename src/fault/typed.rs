//! What was typed in a TOML file, with the place of every key and value, so that each mistake gets its caret.
//!
//! A [`Source`] collects faults while [`Entries`] are read key by key; a key nobody asked for is a fault too.

use super::Fault;
use crate::text::{Code, Language, Texts};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::{Deref, Range};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value with the bytes it stands at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed<T> {
    /// What was typed.
    pub value: T,
    /// Where, in bytes of the file.
    pub range: Range<usize>,
}

impl<T> Deref for Typed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> Typed<T> {
    fn at(value: T, range: Range<usize>) -> Self {
        Self { value, range }
    }
}

/// A file being read, and the faults found so far.
pub struct Source<'s> {
    file: &'s str,
    text: &'s str,
    faults: RefCell<Vec<Fault>>,
}

impl<'s> Source<'s> {
    /// The longest text of a file, in characters.
    pub const MOST_CHARACTERS: usize = 4_000;

    /// Reads the syntax of a file. Mistakes of syntax are all there is to say about it, so they are the error.
    pub fn read(file: &'s str, text: &'s str) -> Result<(Self, Spanned<DeTable<'s>>), Vec<Fault>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        if errors.is_empty() {
            return Ok((Self { file, text, faults: RefCell::default() }, table));
        }
        let mut faults: Vec<Fault> = Vec::new();
        for error in errors {
            let range = error.span().unwrap_or(text.len()..text.len());
            let fault =
                Fault::at(file, text, range, format!("This is not TOML: {}.", error.message()), syntax_hint(error.message()));
            // The parser recovers in mid-line and then stumbles over its own recovery: one fault a line is enough.
            if faults.last().is_none_or(|last| last.line != fault.line) {
                faults.push(fault);
            }
        }
        Err(faults)
    }

    /// The text of the file.
    pub fn text(&self) -> &'s str {
        self.text
    }

    /// The first line: where faults of the whole file are shown.
    pub fn first_line(&self) -> Range<usize> {
        0..self.text.find('\n').unwrap_or(self.text.len())
    }

    /// Notes a fault.
    pub fn fault(&self, range: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.faults.borrow_mut().push(Fault::at(self.file, self.text, range, message, hint));
    }

    /// Notes a fault inside a typed string, at a byte range of its value.
    pub fn fault_inside(&self, typed: &Typed<String>, inner: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        let raw = self.text.get(typed.range.clone()).unwrap_or_default();
        let range = match raw.find(typed.value.as_str()).filter(|_| !typed.value.is_empty()) {
            Some(start) => typed.range.start + start + inner.start..typed.range.start + start + inner.end,
            // The string is written with escapes: its places are not the file's.
            None => typed.range.clone(),
        };
        self.fault(range, message, hint);
    }

    /// Notes a warning.
    pub fn warn(&self, range: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.faults.borrow_mut().push(Fault::at(self.file, self.text, range, message, hint).warning());
    }

    /// The faults in the order of the file.
    pub fn into_faults(self) -> Vec<Fault> {
        let mut faults = self.faults.into_inner();
        faults.sort_by_key(|fault| (fault.line, fault.column));
        faults
    }
}

fn syntax_hint(message: &str) -> &'static str {
    if message.contains("duplicate") {
        "The same name stands twice: keep one, or for a further page, question or standard begin it with double brackets [[...]]."
    } else if message.contains("string") || message.contains("quote") {
        "Put texts between double quotes, and write \\\" for a quote inside a text."
    } else {
        "Write: name = \"text\", name = 5, name = true, name = [a, b] or name = { it = \"...\", en = \"...\" }."
    }
}

/// The entries of one table, read key by key.
pub struct Entries<'s> {
    source: &'s Source<'s>,
    table: &'s DeTable<'s>,
    what: &'static str,
    range: Range<usize>,
    taken: RefCell<BTreeSet<&'s str>>,
}

impl<'s> Entries<'s> {
    /// The entries of a table; `what` names it in messages ("question").
    pub fn new(source: &'s Source<'s>, what: &'static str, table: &'s DeTable<'s>, range: Range<usize>) -> Self {
        Self { source, table, what, range, taken: RefCell::default() }
    }

    /// The file.
    pub fn source(&self) -> &'s Source<'s> {
        self.source
    }

    /// Where the table begins (its header, or its braces).
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Whether a key is there, without reading it.
    pub fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    fn get(&self, key: &'static str) -> Option<&'s Spanned<DeValue<'s>>> {
        self.taken.borrow_mut().insert(key);
        self.table.get(key)
    }

    fn wrong_type(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let found = value.get_ref().type_str();
        self.source.fault(value.span(), format!("`{key}` must be {wanted}, not a TOML {found}."), String::new());
    }

    /// Notes that a required key is missing.
    pub fn missing(&self, key: &str, hint: impl Into<String>) {
        self.source.fault(self.range(), format!("This {} has no `{key}`.", self.what), hint);
    }

    /// A string.
    pub fn string(&self, key: &'static str) -> Option<Typed<String>> {
        let value = self.get(key)?;
        match value.get_ref().as_str() {
            Some(text) => Some(Typed::at(text.to_owned(), value.span())),
            None => {
                self.wrong_type(key, value, "a text in double quotes");
                None
            }
        }
    }

    /// A whole number.
    pub fn integer(&self, key: &'static str) -> Option<Typed<i64>> {
        let value = self.get(key)?;
        let number = value.get_ref().as_integer().and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        if number.is_none() {
            self.wrong_type(key, value, "a whole number");
        }
        Some(Typed::at(number?, value.span()))
    }

    /// A whole number between two bounds.
    pub fn integer_between(&self, key: &'static str, least: i64, most: i64) -> Option<Typed<i64>> {
        let number = self.integer(key)?;
        if (least..=most).contains(&number.value) {
            return Some(number);
        }
        let message = format!("`{key}` is {}, but must lie between {least} and {most}.", number.value);
        self.source.fault(number.range, message, "");
        None
    }

    /// A number, with or without decimals.
    pub fn number(&self, key: &'static str) -> Option<Typed<f64>> {
        let value = self.get(key)?;
        let typed = match value.get_ref() {
            DeValue::Integer(number) => number.as_str().parse::<f64>().ok(),
            DeValue::Float(number) => number.as_str().parse::<f64>().ok(),
            _ => None,
        };
        if typed.is_none_or(|number| !number.is_finite()) {
            self.wrong_type(key, value, "a number (with a decimal point: 0.8)");
            return None;
        }
        Some(Typed::at(typed?, value.span()))
    }

    /// True or false.
    pub fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(key, value, "true or false");
            false
        })
    }

    /// A day (`2026-03-01`, without quotes).
    pub fn day(&self, key: &'static str) -> Option<Typed<chrono::NaiveDate>> {
        let value = self.get(key)?;
        let typed = value.get_ref().as_datetime().filter(|moment| moment.time.is_none()).and_then(|moment| moment.date);
        let day = typed.and_then(|day| chrono::NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into()));
        if day.is_none() {
            self.wrong_type(key, value, "a day, without quotes: 2026-03-01");
        }
        Some(Typed::at(day?, value.span()))
    }

    /// A code.
    pub fn code(&self, key: &'static str) -> Option<Typed<Code>> {
        let typed = self.string(key)?;
        let code = Code::parse(&typed.value);
        if code.is_none() {
            let message = format!("`{}` is not a code.", typed.value);
            self.source.fault(typed.range.clone(), message, CODE_HINT);
        }
        Some(Typed::at(code?, typed.range))
    }

    /// A code that must be there.
    pub fn required_code(&self, key: &'static str) -> Option<Typed<Code>> {
        if !self.has(key) {
            self.missing(key, format!("Add {key} = \"...\". {CODE_HINT}"));
        }
        self.code(key)
    }

    /// One of several words.
    pub fn word<T: Copy>(&self, key: &'static str, words: &[(&str, T)]) -> Option<Typed<T>> {
        let typed = self.string(key)?;
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == typed.value) {
            return Some(Typed::at(*meaning, typed.range));
        }
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        self.source.fault(typed.range, format!("`{key}` cannot be `{}`.", typed.value), hint_among(&typed.value, &known));
        None
    }

    /// One of several words that must be there.
    pub fn required_word<T: Copy>(&self, key: &'static str, words: &[(&str, T)]) -> Option<Typed<T>> {
        if !self.has(key) {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.missing(key, format!("Add {key} = \"...\", one of: {}.", known.join(", ")));
        }
        self.word(key, words)
    }

    /// Strings in a list.
    pub fn strings(&self, key: &'static str) -> Vec<Typed<String>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a list of texts: [\"it\", \"en\"]");
            return Vec::new();
        };
        let mut strings = Vec::new();
        for entry in array.iter() {
            match entry.get_ref().as_str() {
                Some(text) => strings.push(Typed::at(text.to_owned(), entry.span())),
                None => self.wrong_type(key, entry, "a list of texts"),
            }
        }
        strings
    }

    /// Tables in a list, each named `what` in messages.
    pub fn tables(&self, key: &'static str, what: &'static str) -> Vec<Entries<'s>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a list: [[...]] or [{ ... }, { ... }]");
            return Vec::new();
        };
        let mut tables = Vec::new();
        for entry in array.iter() {
            match entry.get_ref().as_table() {
                Some(table) => tables.push(Entries::new(self.source, what, table, entry.span())),
                None => self.wrong_type(key, entry, "a list of { name = value } entries"),
            }
        }
        tables
    }

    /// One table.
    pub fn table(&self, key: &'static str, what: &'static str) -> Option<Entries<'s>> {
        let value = self.get(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "{ name = value, ... }");
            return None;
        };
        Some(Entries::new(self.source, what, table, value.span()))
    }

    /// The keys of the table with their places, for tables whose keys are data (years).
    pub fn keys(&self) -> Vec<Typed<&'s str>> {
        self.table.iter().map(|(key, _)| Typed::at(&**key.get_ref(), key.span())).collect()
    }

    /// The number of a key that is data.
    pub fn number_of(&self, key: &'s str) -> Option<f64> {
        self.taken.borrow_mut().insert(key);
        let value = self.table.get(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok(),
            _ => None,
        };
        let number = number.filter(|number: &f64| number.is_finite());
        if number.is_none() {
            self.wrong_type(key, value, "a number");
        }
        number
    }

    /// The languages of the file: at least one, each once.
    pub fn languages(&self) -> Vec<Language> {
        if !self.has("languages") {
            self.missing("languages", "Add languages = [\"it\"]; the first language stands in where another has no text.");
        }
        let typed = self.strings("languages");
        if self.has("languages") && typed.is_empty() {
            let range = self.get("languages").map_or(self.range(), |value| value.span());
            self.source.fault(range, "There is no language.", "Write languages = [\"it\"].");
        }
        let mut languages: Vec<Language> = Vec::new();
        for entry in typed {
            match Language::parse(&entry.value) {
                Some(language) if languages.contains(&language) => {
                    self.source.fault(entry.range, format!("`{language}` stands twice."), "Keep it once.");
                }
                Some(language) => languages.push(language),
                None => {
                    let message = format!("`{}` is not a language.", entry.value);
                    self.source.fault(entry.range, message, "Write two or three lower-case letters: it, en, de, fr, ar.");
                }
            }
        }
        languages
    }

    /// A text: a string in the first language, or `{ it = "...", en = "..." }`.
    pub fn texts(&self, key: &'static str, languages: &[Language]) -> Texts {
        let Some(value) = self.get(key) else { return Texts::default() };
        self.read_texts(key, value, languages)
    }

    /// A text that must be there.
    pub fn required_texts(&self, key: &'static str, languages: &[Language]) -> Texts {
        if !self.has(key) {
            let example = languages.first().map_or("it", Language::as_str);
            self.missing(key, format!("Add {key}.{example} = \"...\"."));
        }
        self.texts(key, languages)
    }

    /// Where a key's value stands; the table itself where the key is absent.
    pub fn range_of(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or(self.range(), |value| value.span())
    }

    fn read_texts(&self, key: &str, value: &'s Spanned<DeValue<'s>>, languages: &[Language]) -> Texts {
        let mut texts = Texts::default();
        match (value.get_ref(), languages.first()) {
            (_, None) => {} // Reported where the languages are.
            (DeValue::String(text), Some(first)) => self.set_text(&mut texts, first, text, value.span()),
            (DeValue::Table(table), Some(first)) => {
                for (name, text) in table.iter() {
                    let Some(language) = languages.iter().find(|language| language.as_str() == &**name.get_ref()) else {
                        let known: Vec<&str> = languages.iter().map(Language::as_str).collect();
                        let message = format!("`{}` is not a language of this file.", name.get_ref());
                        let hint = format!("The file's languages are {}; add it to `languages` at the top.", known.join(", "));
                        self.source.fault(name.span(), message, hint);
                        continue;
                    };
                    match text.get_ref().as_str() {
                        Some(words) => self.set_text(&mut texts, language, words, text.span()),
                        None => self.wrong_type(key, text, "a text in double quotes"),
                    }
                }
                if !table.iter().any(|(name, _)| &**name.get_ref() == first.as_str()) {
                    let message = format!("`{key}` has no text in `{first}`, the language that stands in for the others.");
                    self.source.fault(value.span(), message, format!("Add {key}.{first} = \"...\"."));
                }
            }
            _ => self.wrong_type(key, value, "a text, or { it = \"...\", en = \"...\" }"),
        }
        self.warn_of_missing_translation(key, &texts, languages, value.span());
        texts
    }

    fn warn_of_missing_translation(&self, key: &str, texts: &Texts, languages: &[Language], range: Range<usize>) {
        let missing: Vec<&str> = languages.iter().filter(|language| !texts.has(language)).map(Language::as_str).collect();
        if !texts.is_empty() && !missing.is_empty() {
            let message = format!("`{key}` has no text in `{}`.", missing.join("`, `"));
            self.source.warn(range, message, format!("Readers of that language would see `{}` instead.", languages[0]));
        }
    }

    fn set_text(&self, texts: &mut Texts, language: &Language, words: &str, range: Range<usize>) {
        let words = words.trim();
        if words.is_empty() {
            self.source.fault(range, "This text is empty.", "Write the text, or leave the whole entry out.");
        } else if words.chars().count() > Source::MOST_CHARACTERS {
            let message = format!("This text is longer than {} characters.", Source::MOST_CHARACTERS);
            self.source.fault(range, message, "Shorten it: nobody reads so much on a phone.");
        } else {
            texts.set(language.clone(), words);
        }
    }

    /// Reports every key that nobody read.
    pub fn finish(self) {
        let taken = self.taken.borrow();
        for (key, _) in self.table.iter() {
            let name: &str = key.get_ref();
            if !taken.contains(name) {
                let known: Vec<&str> = taken.iter().copied().collect();
                let message = format!("This {} cannot have `{name}`.", self.what);
                self.source.fault(key.span(), message, hint_among(name, &known));
            }
        }
    }
}

/// What a code looks like, for hints.
pub const CODE_HINT: &str = "A code is a lower-case letter, then letters, digits or _ (at most 40, no accents).";

/// "Did you mean ...?" when one of the known words is near, else all of them.
pub fn hint_among(typed: &str, known: &[&str]) -> String {
    let nearest = known.iter().map(|word| (distance(typed, word), word)).min();
    match nearest {
        Some((far, word)) if far <= 2 && far < typed.chars().count() => format!("Did you mean `{word}`?"),
        Some(_) => format!("Known here: {}.", known.join(", ")),
        None => String::new(),
    }
}

/// The number of letters to change, insert or leave out (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
