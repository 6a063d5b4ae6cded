//! Ascolto: the customer-satisfaction platform of a public office.
//!
//! An answer travels one way, and each step is a function from one type to the next:
//!
//! ```text
//! form -> answers -> record -> tally -> findings -> publishable -> charts -> report
//! ```
//!
//! | module | what it holds |
//! |---|---|
//! | [`form`] | what is asked: questions, scales, routing, the TOML file; the adviser, who marks what works badly |
//! | [`exchange`] | what other programs write: forms from and to their files, with the reasons for all that is not carried |
//! | [`charter`] | what is promised: standards, indicators, goals, the verdict rule; the TOML file both ways, what differs between two; the office's working days and the registers that are counted by them |
//! | [`response`] | what was said: raw answers, the one gate (`accept`), the packed record, table and tally; files of codes counted in one pass |
//! | [`survey`] | a form in the field: lifecycle, edition, channels, universe and the year's contacts, access, kiosk |
//! | [`office`] | who runs it: office, account, role |
//! | [`follow_up`] | what comes of it: improvement actions, moderation of comments |
//! | [`campaign`] | who is invited: contacts, invitations, letters and their texts |
//! | [`analysis`] | tally to findings to publishable |
//! | [`chart`] | publishable to SVG and PNG |
//! | [`report`] | publishable and charts to a document: HTML, spreadsheet, open data |
//! | [`print`](mod@print) | document to PDF; the poster with its QR code |
//! | [`store`] | what is kept; the only owner of the database |
//! | [`mail`] | what is sent, and the reports that come back; the only owner of SMTP |
//! | [`flows`] | what people do, one verb a file: the product's table of contents |
//! | [`web`] | what is shown; the only owner of HTTP |
//! | [`site`], [`config`], [`keys`] | what a flow is given: settings, clock, store, keys, mail |
//! | [`sheet`] | a CSV file or workbook as a person uploads it |
//! | [`cli`] | the commands |
//! | [`language`], [`ids`], [`text`], [`fault`], [`clock`], [`secret`] | what all speak: wording, ids, bounded strings, mistakes in files, time as a value |
//!
//! Which module may name which, and which library, stands in the tables of `tests/tidy.rs`, which enforces them.
//!
//! Deliberately absent: tracking, third parties at run time, a link between an invitation and an answer,
//! a clock inside pure modules, paths relative to the working directory.

#[cfg(test)]
#[path = "../tests/it/support/absent.rs"]
mod absent;
pub mod analysis;
pub mod campaign;
pub mod chart;
pub mod charter;
pub mod cli;
pub mod clock;
pub mod config;
#[cfg(test)]
mod corpora;
pub mod exchange;
pub mod fault;
pub mod flows;
pub mod follow_up;
pub mod form;
pub mod ids;
pub mod keys;
pub mod language;
pub mod mail;
pub mod office;
pub mod print;
pub mod report;
pub mod response;
pub mod secret;
pub mod sheet;
pub mod site;
pub mod store;
pub mod survey;
pub mod text;
pub mod web;
