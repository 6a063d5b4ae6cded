//! Why something in a file was not carried, as data; `flows::words` says it in the reader's language.

use crate::fault::{Fault, Said};

/// One reason.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// A mistake in a text (TOML, JSON), at its line; a warning where there is a form all the same.
    Fault(Fault),
    /// Something of another program's file that did not become what it was there.
    NotCarried {
        /// Where it stands.
        place: Place,
        /// What is the matter, one sentence.
        message: Said,
        /// What to do, one sentence.
        hint: Said,
    },
}

/// Where in a file something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A row of a workbook.
    Row {
        /// The sheet.
        sheet: String,
        /// The row as the program shows it, from 1.
        row: u32,
        /// The name that stands there; may be empty.
        name: String,
    },
    /// A part of a text by its name.
    Part(String),
}

impl Reason {
    pub(super) fn new(place: &Place, message: impl Into<Said>, hint: impl Into<Said>) -> Self {
        Self::NotCarried { place: place.clone(), message: message.into(), hint: hint.into() }
    }

    pub(super) fn of_file(message: impl Into<Said>, hint: impl Into<Said>) -> Self {
        Self::new(&Place::File, message, hint)
    }
}

/// The reasons so far. A file of many rows that all lack the same is not told more than can be read.
pub(super) struct Reasons {
    found: Vec<Reason>,
    left_out: usize,
}

impl Reasons {
    const MOST: usize = 200;

    pub(super) fn new() -> Self {
        Self { found: Vec::new(), left_out: 0 }
    }

    pub(super) fn push(&mut self, place: &Place, message: impl Into<Said>, hint: impl Into<Said>) {
        // Why there is no form at all is always told.
        if self.found.len() < Self::MOST || *place == Place::File {
            self.found.push(Reason::new(place, message, hint));
        } else {
            self.left_out += 1;
        }
    }

    /// In the order of the file as far as rows have one.
    pub(super) fn finish(mut self) -> Vec<Reason> {
        let order = |reason: &Reason| match reason {
            Reason::NotCarried { place: Place::Row { sheet, row, .. }, .. } => (1, sheet.clone(), *row),
            Reason::NotCarried { place: Place::Part(_), .. } => (2, String::new(), 0),
            _ => (0, String::new(), 0),
        };
        self.found.sort_by_cached_key(order);
        if self.left_out > 0 {
            let message = Said::new("exchange-more").with("count", self.left_out);
            self.found.push(Reason::of_file(message, "exchange-hint-more"));
        }
        self.found
    }
}
