//! Weights: made to agree with what is known of the users, and what they cost in precision.
