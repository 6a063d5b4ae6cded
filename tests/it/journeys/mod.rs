//! Whole ways through the product, as a year of an office goes.

mod before_closing;
mod importing;
mod results;
mod whole_year;
