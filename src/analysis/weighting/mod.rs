//! Weights: made to agree with what is known of the users, and what they cost in precision.
//!
//! Everything is computed from sums, never from rows: the answers with one value in one stratum or weighting cell are one
//! [`Piece`] or [`CellPiece`]. A weighted mean or share has the linearised (Taylor) error of the whole design, as
//! `svymean(na.rm = TRUE)` of R's package survey 4.1 has it: a row without a valid answer is in the sample and
//! contributes nothing.

mod calibration;
#[cfg(test)]
mod example;
mod fault;
mod kish;
mod linearised;
mod margin;
mod mean;
mod rake;
mod share;

pub use calibration::{CellPiece, calibrated_mean, calibrated_share};
pub use fault::WeightingFault;
pub use kish::{Kish, kish};
pub use linearised::{Piece, Stratum, expand};
pub use margin::{Cell, Level, Margin, Totals};
pub use mean::{WeightedMean, mean};
pub use rake::{Raked, post_stratify, rake};
pub use share::{WeightedShare, share};
