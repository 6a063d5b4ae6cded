//! What the tests stand on.

pub mod absent;
pub mod campaign;
pub mod clerk;
pub mod cutting_line;
pub mod database;
pub mod desk;
pub mod filled;
pub mod mail_hub;
pub mod office;
pub mod postgres;
pub mod program;
pub mod signature;
pub mod smtp;
pub mod street;
