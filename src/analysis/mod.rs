//! Tally to findings to publishable. Pure: no clock, no disk, no database.

pub mod addresses;
pub mod battery;
mod caveat;
pub mod change;
pub mod cub;
pub mod demonstration;
#[cfg(test)]
pub(crate) mod disclosure;
pub mod distribution;
#[cfg(test)]
mod example;
mod explained;
mod feeling;
mod finding;
mod goal_change;
mod goal_family;
pub mod goals;
pub mod groups;
mod lineage;
pub mod mean;
pub mod mean_bounds;
mod method;
pub mod modes;
pub mod multiplicity;
pub mod nps;
mod obstacle;
pub mod plan;
mod priorities;
pub mod proportion;
mod publishable;
mod reading;
mod respondents;
pub mod response_rates;
mod routes;
pub mod sample_size;
pub mod series;
mod study;
pub mod trend;
mod verdict_error;
pub mod weighting;

pub use caveat::{Caveat, left_out};
pub use change::{Change, ItemFigure, Spread};
pub use explained::DriversFinding;
pub use finding::{
    Base, ChangeFinding, ChannelSample, Findings, GoalFinding, GroupFinding, Interval, ItemFinding, ItemLineage, MeanFinding,
    NeedFinding, OptionCount, OptionFinding, PreviousGoal, Sample, ShareFinding, Shown,
};
pub use goal_change::GoalChange;
pub use goals::PastGoal;
pub use lineage::{Asking, Comparability, ScaleMark};
pub use method::Method;
pub use modes::{ChannelWeights, ModeFinding, ModeTest, WeightedFinding};
pub use obstacle::Obstacle;
pub use priorities::{Mapped, Place, Priorities, Priority};
pub use publishable::Publishable;
pub use series::{Break, ItemSeries, TrendFinding, YearPoint};
pub use study::{Agreed, Past, study};
pub use verdict_error::VerdictError;
