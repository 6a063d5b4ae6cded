//! Whole ways through the product, as a year of an office goes.

mod whole_year;
