//! Whole ways through the product, as a year of an office goes.

mod added_language;
mod before_closing;
mod contacts;
mod designing_form;
mod designing_together;
mod designing_told;
mod hostile_reports;
mod importing;
mod importing_exports;
mod killed_sender;
mod letters;
mod moving_survey;
mod pausing;
mod poster;
mod real_mail;
mod registers;
mod reports;
mod results;
mod sending;
mod staff_desk;
mod two_years;
mod whole_year;
mod widget;
mod writing_charter;
