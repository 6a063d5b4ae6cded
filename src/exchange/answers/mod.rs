//! Files of answers as Google Forms and Microsoft Forms write them: read against a form of ours, or made a form where there is none.
//!
//! | what | Google Forms | Microsoft Forms |
//! |---|---|---|
//! | when it was sent | first column, `Timestamp`, `Informazioni cronologiche` | `Completion time`, `Ora di completamento` |
//! | who answered | `Email Address`, `Nome utente` | `Email`, `Name`, `Posta elettronica`, `Nome` |
//! | a grid | `Question [Row]`, a column for each row | the statement alone, a column each |
//! | several choices | joined by `, ` in a spreadsheet, by `;` in the CSV | each followed by `;` |
//! | two questions with one text | the same heading twice | the second with a `2` behind it |
//!
//! Everything here is a function of the file and the form. Who answered is never read: those cells are empty from the first step on.

mod cell;
mod day;
mod form;
mod guessed;
mod heading;
mod label;
mod matching;
mod person;
mod table;
#[cfg(test)]
mod tests;

pub use cell::{CellProblem, Reader, RowRead};
pub use day::{DayOrder, Days};
pub(super) use form::read;
pub use matching::{Column, Sureness, TakenFor, Target, columns, columns_as_said, targets};
pub use table::AnswersTable;
