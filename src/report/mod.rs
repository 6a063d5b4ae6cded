//! Publishable and charts become a document; a document becomes HTML, a spreadsheet, open data.

mod document;

pub use document::{Align, Block, Cell, Document, Figure, Table, Tone};
