//! The distributions that tests and intervals stand on, right to twelve digits also in the far tails.

pub mod beta;
pub mod chi_square;
pub mod normal;
pub mod snedecor;
pub mod student;
