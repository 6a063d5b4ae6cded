//! A JSON file as the table that a TOML file of the same entries would be, each with its place in the JSON: what reads the one reads
//! the other, and every mistake has its caret.

use super::Source;
use crate::fault::{Fault, Said};
use serde::de::IgnoredAny;
use std::cell::RefCell;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

impl<'s> Source<'s> {
    /// Reads the syntax of a JSON file. Mistakes of syntax are all there is to say about it, so they are the error.
    ///
    /// # Errors
    /// When it is not JSON, or not an object.
    pub fn read_json(file: &'s str, text: &'s str) -> Result<(Self, Spanned<DeTable<'s>>), Vec<Fault>> {
        if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
            let line_start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
            let at = line_start + error.column().saturating_sub(1);
            return Err(vec![Fault::at(file, text, at..at + 1, "fault-json", "fault-hint-json")]);
        }
        let source = Self { file, text, faults: RefCell::default() };
        let value = Walk { source: &source, text, at: 0 }.value();
        let range = value.span();
        let DeValue::Table(table) = value.into_inner() else {
            return Err(vec![Fault::at(file, text, range, "fault-json-object", "fault-hint-json-object")]);
        };
        Ok((source, Spanned::new(range, table)))
    }
}

/// A walk through a text that is known to be JSON, and to be nested no deeper than its reader allows.
struct Walk<'w, 's> {
    source: &'w Source<'s>,
    text: &'s str,
    at: usize,
}

impl<'s> Walk<'_, 's> {
    fn next(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b',' | b':')) {
            self.at += 1;
        }
        bytes.get(self.at).copied().unwrap_or(b'}')
    }

    fn value(&mut self) -> Spanned<DeValue<'s>> {
        let first = self.next();
        let start = self.at;
        let value = match first {
            b'{' => DeValue::Table(self.object()),
            b'[' => DeValue::Array(self.array()),
            b'"' => DeValue::String(self.string().0.into()),
            _ => {
                let rest = &self.text[start..];
                let word = &rest[..rest.find(|c: char| c.is_whitespace() || ",]}".contains(c)).unwrap_or(rest.len())];
                self.at += word.len();
                // What JSON writes of numbers and truth, TOML writes alike.
                DeValue::parse(word).map_or_else(|_| DeValue::String(word.into()), Spanned::into_inner)
            }
        };
        Spanned::new(start..self.at, value)
    }

    fn array(&mut self) -> DeArray<'s> {
        let mut array = DeArray::new();
        self.at += 1;
        while !matches!(self.next(), b']' | b'}') {
            array.push(self.value());
        }
        self.at += 1;
        array
    }

    fn object(&mut self) -> DeTable<'s> {
        let mut table = DeTable::new();
        self.at += 1;
        while self.next() == b'"' {
            let (key, range) = self.string();
            if self.next() == b'n' {
                self.source.fault(range.clone(), Said::new("fault-json-null").with("key", key.as_str()), "fault-hint-json-null");
            }
            let value = self.value();
            if table.contains_key(key.as_str()) {
                self.source.fault(range, Said::new("fault-json-twice").with("key", key), "fault-hint-once");
            } else {
                table.insert(Spanned::new(range, key.into()), value);
            }
        }
        self.at += 1;
        table
    }

    fn string(&mut self) -> (String, Range<usize>) {
        let start = self.at;
        let mut escaped = false;
        let rest = self.text.as_bytes().get(start + 1..).unwrap_or_default();
        let end = rest.iter().position(|byte| {
            let ends = *byte == b'"' && !escaped;
            escaped = *byte == b'\\' && !escaped;
            ends
        });
        self.at = end.map_or(self.text.len(), |end| start + end + 2);
        let range = start..self.at;
        (serde_json::from_str(&self.text[range.clone()]).unwrap_or_default(), range)
    }
}
