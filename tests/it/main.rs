//! Everything that needs more than one module: databases, mail servers, HTTP, whole journeys. One binary, so that it links once.

mod accounts;
mod attacker;
mod bad_input;
mod claims;
mod commands;
#[path = "../../src/corpora.rs"]
#[allow(dead_code)] // The answers of real people are read elsewhere.
mod corpora;
mod crash;
mod demo;
mod due_work;
mod journeys;
mod letters;
mod mail;
mod mail_check;
mod meanwhile;
mod real_data;
mod store;
mod support;
mod terminal;
mod workbooks;

use support::absent;
