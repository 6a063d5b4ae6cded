//! What was typed in a TOML or JSON file, with the place of every key and value, so that each mistake gets its caret.
//!
//! A [`Source`] collects faults while [`Entries`] are read key by key; a key nobody asked for is a fault too.

mod json;
mod syntax;
mod texts;
mod wanted;

use super::{Fault, Said, Value, hint_among};
use crate::text::{Code, Language};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::{Deref, Range};
use syntax::syntax;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use wanted::{DAY, DAYS, FLAG, INTEGER, NUMBER, NUMBERS, STRINGS, TABLE, TABLES, TEXT, Wanted, cell, day, real};

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
            let (message, hint) = syntax(error.message());
            let fault = Fault::at(file, text, range, message, hint);
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
    pub fn fault(&self, range: Range<usize>, message: impl Into<Said>, hint: impl Into<Said>) {
        self.faults.borrow_mut().push(Fault::at(self.file, self.text, range, message, hint));
    }

    /// Notes a fault inside a typed string, at a byte range of its value.
    pub fn fault_inside(&self, typed: &Typed<String>, inner: Range<usize>, message: impl Into<Said>, hint: impl Into<Said>) {
        let raw = self.text.get(typed.range.clone()).unwrap_or_default();
        let range = match raw.find(typed.value.as_str()).filter(|_| !typed.value.is_empty()) {
            Some(start) => typed.range.start + start + inner.start..typed.range.start + start + inner.end,
            // The string is written with escapes: its places are not the file's.
            None => typed.range.clone(),
        };
        self.fault(range, message, hint);
    }

    /// Notes a warning.
    pub fn warn(&self, range: Range<usize>, message: impl Into<Said>, hint: impl Into<Said>) {
        self.faults.borrow_mut().push(Fault::at(self.file, self.text, range, message, hint).warning());
    }

    /// The faults in the order of the file.
    pub fn into_faults(self) -> Vec<Fault> {
        let mut faults = self.faults.into_inner();
        faults.sort_by_key(|fault| (fault.line, fault.column));
        faults
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
    /// The entries of a table; `what` is the key of the words that name it ("in this question").
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

    fn get(&self, key: &'s str) -> Option<&'s Spanned<DeValue<'s>>> {
        self.taken.borrow_mut().insert(key);
        self.table.get(key)
    }

    fn wrong_type(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: Wanted) {
        let found = Value::Key(match value.get_ref() {
            DeValue::String(_) => "fault-type-text",
            DeValue::Integer(_) => "fault-type-integer",
            DeValue::Float(_) => "fault-type-number",
            DeValue::Boolean(_) => "fault-type-flag",
            DeValue::Datetime(_) => "fault-type-day",
            DeValue::Array(_) => "fault-type-list",
            DeValue::Table(_) => "fault-type-table",
        });
        let message = Said::new("fault-type").with("key", key).with("wanted", Value::Key(wanted.name)).with("found", found);
        self.source.fault(value.span(), message, Said::new(wanted.example).with("key", key));
    }

    /// Notes that a required key is missing.
    pub fn missing(&self, key: &str, hint: impl Into<Said>) {
        let message = Said::new("fault-missing").with("what", Value::Key(self.what)).with("key", key);
        self.source.fault(self.range(), message, hint);
    }

    /// A string.
    pub fn string(&self, key: &'s str) -> Option<Typed<String>> {
        let value = self.get(key)?;
        match value.get_ref().as_str() {
            Some(text) => Some(Typed::at(text.to_owned(), value.span())),
            None => {
                self.wrong_type(key, value, TEXT);
                None
            }
        }
    }

    /// A whole number.
    pub fn integer(&self, key: &'s str) -> Option<Typed<i64>> {
        let value = self.get(key)?;
        let number = value.get_ref().as_integer().and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        if number.is_none() {
            self.wrong_type(key, value, INTEGER);
        }
        Some(Typed::at(number?, value.span()))
    }

    /// A whole number between two bounds.
    pub fn integer_between(&self, key: &'s str, least: i64, most: i64) -> Option<Typed<i64>> {
        let number = self.integer(key)?;
        if (least..=most).contains(&number.value) {
            return Some(number);
        }
        let message = Said::new("fault-not-between").with("key", key).with("value", number.value);
        self.source.fault(number.range, message, Said::new("fault-hint-between").with("least", least).with("most", most));
        None
    }

    /// A number, with or without decimals.
    pub fn number(&self, key: &'s str) -> Option<Typed<f64>> {
        let value = self.get(key)?;
        let typed = real(value.get_ref());
        if typed.is_none() {
            self.wrong_type(key, value, NUMBER);
        }
        Some(Typed::at(typed?, value.span()))
    }

    /// True or false.
    pub fn flag(&self, key: &'s str) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(key, value, FLAG);
            false
        })
    }

    /// A day (`2026-03-01`, without quotes).
    pub fn day(&self, key: &'s str) -> Option<Typed<chrono::NaiveDate>> {
        let value = self.get(key)?;
        self.read_entry(key, value, DAY, day)
    }

    /// Days in a list.
    pub fn days(&self, key: &'s str) -> Vec<Typed<chrono::NaiveDate>> {
        let list = self.list(key, DAYS);
        list.into_iter().filter_map(|entry| self.read_entry(key, entry, DAYS, day)).collect()
    }

    /// A code.
    pub fn code(&self, key: &'s str) -> Option<Typed<Code>> {
        let typed = self.string(key)?;
        let code = Code::parse(&typed.value);
        if code.is_none() {
            let message = Said::new("fault-not-a-code").with("typed", typed.value.as_str());
            self.source.fault(typed.range.clone(), message, "fault-hint-code");
        }
        Some(Typed::at(code?, typed.range))
    }

    /// A code that must be there.
    pub fn required_code(&self, key: &'s str) -> Option<Typed<Code>> {
        if !self.has(key) {
            self.missing(key, Said::new("fault-hint-add-code").with("key", key));
        }
        self.code(key)
    }

    /// One of several words.
    pub fn word<T: Copy>(&self, key: &'s str, words: &[(&str, T)]) -> Option<Typed<T>> {
        let typed = self.string(key)?;
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == typed.value) {
            return Some(Typed::at(*meaning, typed.range));
        }
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let message = Said::new("fault-unknown-word").with("key", key).with("typed", typed.value.as_str());
        self.source.fault(typed.range, message, hint_among(&typed.value, &known));
        None
    }

    /// One of several words that must be there.
    pub fn required_word<T: Copy>(&self, key: &'s str, words: &[(&str, T)]) -> Option<Typed<T>> {
        if !self.has(key) {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.missing(key, Said::new("fault-hint-add-word").with("key", key).with("known", known.join(", ")));
        }
        self.word(key, words)
    }

    /// Strings in a list.
    pub fn strings(&self, key: &'s str) -> Vec<Typed<String>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, value, STRINGS);
            return Vec::new();
        };
        let mut strings = Vec::new();
        for entry in array.iter() {
            match entry.get_ref().as_str() {
                Some(text) => strings.push(Typed::at(text.to_owned(), entry.span())),
                None => self.wrong_type(key, entry, STRINGS),
            }
        }
        strings
    }

    /// Numbers in a list.
    pub fn numbers(&self, key: &'s str) -> Vec<Typed<f64>> {
        let list = self.list(key, NUMBERS);
        list.into_iter().filter_map(|entry| self.read_entry(key, entry, NUMBERS, real)).collect()
    }

    /// What stands in the cells of a table: texts or whole numbers in a list.
    pub fn cells(&self, key: &'s str) -> Vec<Typed<String>> {
        let list = self.list(key, STRINGS);
        list.into_iter().filter_map(|entry| self.read_entry(key, entry, STRINGS, cell)).collect()
    }

    /// What stands in the cell of a table: a text or a whole number.
    pub fn cell(&self, key: &'s str) -> Option<Typed<String>> {
        let value = self.get(key)?;
        self.read_entry(key, value, TEXT, cell)
    }

    fn list(&self, key: &'s str, wanted: Wanted) -> Vec<&'s Spanned<DeValue<'s>>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, value, wanted);
            return Vec::new();
        };
        array.iter().collect()
    }

    fn read_entry<T>(
        &self,
        key: &str,
        entry: &Spanned<DeValue<'_>>,
        wanted: Wanted,
        read: impl Fn(&DeValue<'_>) -> Option<T>,
    ) -> Option<Typed<T>> {
        let value = read(entry.get_ref());
        if value.is_none() {
            self.wrong_type(key, entry, wanted);
        }
        Some(Typed::at(value?, entry.span()))
    }

    /// Tables in a list, each named `what` in messages.
    pub fn tables(&self, key: &'s str, what: &'static str) -> Vec<Entries<'s>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, value, TABLES);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for entry in array.iter() {
            match entry.get_ref().as_table() {
                Some(table) => tables.push(Entries::new(self.source, what, table, entry.span())),
                None => self.wrong_type(key, entry, TABLES),
            }
        }
        tables
    }

    /// The same where there must be one at least.
    pub fn required_tables(&self, key: &'s str, what: &'static str, hint: impl Into<Said>) -> Vec<Entries<'s>> {
        if self.table.get(key).is_none_or(|value| value.get_ref().as_array().is_some_and(|list| list.is_empty())) {
            self.missing(key, hint);
        }
        self.tables(key, what)
    }

    /// One table.
    pub fn table(&self, key: &'s str, what: &'static str) -> Option<Entries<'s>> {
        let value = self.get(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, TABLE);
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
        let number = real(value.get_ref());
        if number.is_none() {
            self.wrong_type(key, value, NUMBER);
        }
        number
    }

    /// The languages of the file: at least one, each once. None where one of them cannot be read, so that no text in it is called
    /// foreign.
    pub fn languages(&self) -> Vec<Language> {
        if !self.has("languages") {
            self.missing("languages", "fault-hint-add-languages");
        }
        let typed = self.strings("languages");
        if self.has("languages") && typed.is_empty() {
            let range = self.get("languages").map_or(self.range(), |value| value.span());
            self.source.fault(range, "fault-no-language", "fault-hint-add-languages");
        }
        let listed = self.table.get("languages").and_then(|value| value.get_ref().as_array()).map_or(0, |list| list.len());
        let mut are_read = typed.len() == listed;
        let mut languages: Vec<Language> = Vec::new();
        for entry in typed {
            match Language::parse(&entry.value) {
                Some(language) if languages.contains(&language) => {
                    let message = Said::new("fault-language-twice").with("language", &language);
                    self.source.fault(entry.range, message, "fault-hint-once");
                }
                Some(language) => languages.push(language),
                None => {
                    are_read = false;
                    let message = Said::new("fault-not-a-language").with("typed", entry.value);
                    self.source.fault(entry.range, message, "fault-hint-language");
                }
            }
        }
        if are_read { languages } else { Vec::new() }
    }

    /// Where a key's value stands; the table itself where the key is absent.
    pub fn range_of(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or(self.range(), |value| value.span())
    }

    /// Reports every key that nobody read.
    pub fn finish(self) {
        let taken = self.taken.borrow();
        for (key, _) in self.table.iter() {
            let name: &str = key.get_ref();
            if !taken.contains(name) {
                let known: Vec<&str> = taken.iter().copied().collect();
                let message = Said::new("fault-unknown-key").with("what", Value::Key(self.what)).with("key", name);
                self.source.fault(key.span(), message, hint_among(name, &known));
            }
        }
    }
}
