//! Publishable and charts become a document; a document becomes HTML, a spreadsheet, open data.

mod document;
mod html;
mod open_data;
mod workbook;

pub use document::{Align, Block, Cell, Document, Figure, Number, Table, Tone};
pub use html::html;
pub use open_data::{AnswerRow, responses_csv, tables_csv};
pub use workbook::{WorkbookError, workbook};
