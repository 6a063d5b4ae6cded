//! Tally to findings to publishable. Pure: no clock, no disk, no database.

mod finding;
mod publishable;

pub use finding::{
    Base, ChannelSample, Findings, GoalFinding, GroupFinding, Interval, ItemFinding, MeanFinding, NeedFinding, OptionFinding,
    Sample, ShareFinding, Shown,
};
pub use publishable::Publishable;
