//! Groups compared: from counts of answers by group to tests and effect sizes.
