//! Typed columns: what the store, a CSV file or a test hands to analysis.

use crate::form::{Field, Layout, Value};

/// What a response is grouped by besides its own answers, as codes of the caller's choosing (channel `email`, place `desk1`, day).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strata {
    /// The channel's code.
    pub channel: String,
    /// The kiosk's place, where there is one.
    pub place: Option<String>,
    /// The local day.
    pub day: Option<chrono::NaiveDate>,
}

/// One response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The closed answers in the table's layout.
    pub closed: Vec<u8>,
    /// The door it came through.
    pub strata: Strata,
}

/// Responses of one layout.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    layout: Layout,
    rows: Vec<Row>,
}

impl Table {
    /// A table of rows in a layout.
    pub fn new(layout: Layout, rows: Vec<Row>) -> Self {
        Self { layout, rows }
    }

    /// The layout.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The answers to one field, row by row.
    pub fn column<'a>(&'a self, field: &'a Field) -> impl Iterator<Item = Value> + 'a {
        self.rows.iter().map(move |row| field.read(&row.closed))
    }
}
