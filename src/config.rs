//! Every setting: default, meaning, check.
