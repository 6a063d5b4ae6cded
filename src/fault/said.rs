//! What is to be said, as data: the key of a sentence and the values put into it. `flows::words` says it in the reader's language.

use crate::text::{Code, Language};
use std::io::ErrorKind;

/// A sentence not yet said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The key of its text, one of `fault.ftl`.
    pub key: &'static str,
    /// The values put into the text, by their names in it.
    pub values: Vec<(&'static str, Value)>,
}

/// A value put into a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// What a person typed, a name or a number: the same in every language.
    Text(String),
    /// A count: chooses singular or plural.
    Count(u64),
    /// Words that have a text of their own: its key.
    Key(&'static str),
}

impl Said {
    /// A sentence by its key.
    pub fn new(key: &'static str) -> Self {
        Self { key, values: Vec::new() }
    }

    /// The same with a value put in.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }
}

impl From<&'static str> for Said {
    fn from(key: &'static str) -> Self {
        Self::new(key)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&Code> for Value {
    fn from(code: &Code) -> Self {
        Self::Text(code.to_string())
    }
}

impl From<&Language> for Value {
    fn from(language: &Language) -> Self {
        Self::Text(language.to_string())
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Text(number.to_string())
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Text(number.to_string())
    }
}

/// Why the system refused a file or an address: in our words where the reason is a usual one, else in the system's.
impl From<&std::io::Error> for Value {
    fn from(error: &std::io::Error) -> Self {
        Self::Key(match error.kind() {
            ErrorKind::NotFound => "fault-system-not-found",
            ErrorKind::PermissionDenied => "fault-system-not-permitted",
            ErrorKind::AlreadyExists => "fault-system-exists",
            ErrorKind::IsADirectory => "fault-system-folder",
            ErrorKind::NotADirectory => "fault-system-no-folder",
            ErrorKind::StorageFull => "fault-system-full",
            ErrorKind::QuotaExceeded => "fault-system-quota",
            ErrorKind::ReadOnlyFilesystem => "fault-system-read-only",
            ErrorKind::InvalidData => "fault-system-not-utf-8",
            ErrorKind::AddrInUse => "fault-system-address-taken",
            ErrorKind::AddrNotAvailable => "fault-system-address-foreign",
            _ => return Self::Text(error.to_string()),
        })
    }
}
