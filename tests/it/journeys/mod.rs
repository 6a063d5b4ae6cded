//! Whole ways through the product, as a year of an office goes.

mod before_closing;
mod importing;
mod results;
mod staff_desk;
mod whole_year;
