//! Tally to findings to publishable. Pure: no clock, no disk, no database.

pub mod addresses;
pub mod beta;
pub mod change;
#[cfg(test)]
mod example;
mod finding;
pub mod goals;
mod lineage;
pub mod mean;
pub mod normal;
pub mod proportion;
mod publishable;
mod reading;
pub mod sample_size;
pub mod student;
mod study;
mod verdict_error;

pub use change::{Change, ItemFigure};
pub use finding::{
    Base, ChangeFinding, ChannelSample, Findings, GoalFinding, GroupFinding, Interval, ItemFinding, ItemLineage, MeanFinding,
    NeedFinding, OptionCount, OptionFinding, PreviousGoal, Sample, ShareFinding, Shown,
};
pub use goals::PastGoal;
pub use lineage::{Asking, Comparability, ScaleMark};
pub use publishable::Publishable;
pub use study::{Past, Plan, study};
pub use verdict_error::VerdictError;
