//! What was said: what arrived, the one gate it passes, and what it becomes.

mod accept;
pub mod coded;
mod cross;
mod draft;
mod outcome;
mod raw;
mod table;
mod tally;

pub use accept::{Blanks, accept, accept_with, find_choice};
pub use cross::CrossTable;
pub use draft::Draft;
pub use outcome::{OutcomeCounts, outcomes};
pub use raw::{Accepted, RawAnswers, Refusal, RefusalReason, SubmissionKey};
pub use table::{Row, Strata, Table};
pub use tally::{Counts, Group, Grouping, ItemCounts, OptionCounts, Tally, declared_values, tally};
