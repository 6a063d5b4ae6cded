//! What is shown; only actix.
