//! Texts, numbers, dates and lists in each language.
//!
//! Texts are fluent files in `texts/{language}/{area}.ftl`, embedded. Italian is complete and is the fallback;
//! English and German are complete; French and Slovene have all that citizens meet: their pages, letters and the paper form.
//! Offices add further languages as files with the same texts for citizens ([`read_texts`], [`add_language`]).

mod added;
mod agreement;
mod citizens;
mod direction;
mod figures;
mod messages;
mod mistake;
mod phrases;
mod plurals;
mod reading;

pub use added::{AddedLanguage, TextsReading, read_texts};
pub use agreement::agree;
pub use citizens::template;
pub use direction::{attributes, right_to_left};
pub use figures::{
    capital, date, day_and_month, decimals_apart, decimals_needed, hundredths, integer, list, number, per_cent, percentage,
    percentage_decimals,
};
pub use phrases::{Argument, add_language, available, built_in, complete, say, say_with};
pub use reading::{read_day, read_number, read_whole};
