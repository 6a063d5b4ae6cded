//! Publishable and charts become a document; a document becomes HTML, a spreadsheet, open data.

mod asked;
mod build;
mod chapters;
mod document;
#[cfg(test)]
mod hidden;
mod html;
mod input;
mod open_data;
mod pictures;
mod scene;
#[cfg(test)]
mod trial;
mod words;
mod workbook;

pub use build::{build, slides};
pub use document::{Align, Block, Cell, Document, Figure, Number, Table, Tone};
pub use html::{drawing, html};
pub use input::{CommentSummary, DrawnSample, MethodFacts, ReportInput, Seal};
pub use open_data::{AnswerRow, Csv, guarded, responses_csv, tables_csv};
pub use pictures::channel_days;
pub use workbook::{WorkbookError, workbook};
