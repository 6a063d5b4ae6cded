//! What the tests stand on.

pub mod absent;
pub mod campaign;
pub mod database;
pub mod office;
pub mod postgres;
pub mod smtp;
pub mod street;
