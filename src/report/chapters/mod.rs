//! The chapters of the annual report, one a file, in the order they are read.

pub(super) mod actions;
pub(super) mod comments;
pub(super) mod factors;
mod goal_years;
pub(super) mod goals;
pub(super) mod groups;
pub(super) mod judgement;
pub(super) mod method;
pub(super) mod modes;
pub(super) mod needs;
mod perceived;
pub(super) mod promises;
pub(super) mod sample;
pub(super) mod years;
