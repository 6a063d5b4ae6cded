//! Items taken together: from code-by-code counts to correlations, reliability, drivers and gaps.

mod bootstrap;
pub mod correlation;
mod covariance;
mod drivers;
#[cfg(test)]
mod example;
mod gap;
pub mod importance;
mod index;
mod one_factor;
mod pairs;
mod reliability;
mod shares;
mod symmetric;

pub use bootstrap::{Patterns, Resampling, ShareIntervals, bootstrap};
pub use correlation::{Method, matrix};
pub use drivers::{Driver, Drivers, drivers};
#[cfg(test)]
pub(super) use example::drawn_rows as example_rows;
pub use gap::{Gap, gap};
pub use index::{Index, index};
pub use one_factor::{OneFactor, one_factor};
pub use pairs::PairTables;
pub use reliability::{Reliability, reliability};
pub use shares::{Division, MOST_ITEMS, Shares, shares};
