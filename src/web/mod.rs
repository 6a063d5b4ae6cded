//! What is shown: the only owner of HTTP.

pub mod assets;
pub mod pages;
pub mod steps;
pub mod typed;
