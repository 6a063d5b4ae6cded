//! Items taken together: from code-by-code counts to correlations, reliability, drivers and gaps.
