//! What the tests stand on.

pub mod campaign;
pub mod database;
mod postgres;
pub mod smtp;
pub mod street;
