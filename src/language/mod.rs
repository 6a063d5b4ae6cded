//! Texts, numbers, dates and lists in each language.
//!
//! Texts are fluent files in `texts/{language}/{area}.ftl`, embedded. Italian is complete and is the fallback;
//! English is complete; further languages may cover only the citizen's pages.

mod figures;
mod phrases;
mod reading;

pub use figures::{date, date_with_weekday, integer, list, number, percentage, percentage_point, year_month};
pub use phrases::{Argument, available, say, say_with};
pub use reading::{read_number, read_whole};
