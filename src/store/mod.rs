//! What is kept; only diesel.
