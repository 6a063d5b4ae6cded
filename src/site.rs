//! What a flow is given: configuration, clock, store, keys, mail.
