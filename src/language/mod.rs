//! Texts, numbers, dates and lists in each language.
//!
//! Texts are fluent files in `texts/{language}/{area}.ftl`, embedded. Italian is complete and is the fallback;
//! English is complete; German, French and Slovene have all that citizens meet: their pages, letters and the paper form.

mod agreement;
mod figures;
mod phrases;
mod reading;

pub use figures::{
    capital, date, day_and_month, decimals_apart, decimals_needed, hundredths, integer, list, number, per_cent, percentage,
    percentage_decimals,
};
pub use phrases::{Argument, available, complete, say, say_with};
pub use reading::{read_day, read_number, read_whole};
