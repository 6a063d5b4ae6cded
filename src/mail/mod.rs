//! What is sent; only lettre.

use crate::text::Language;

/// A message ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The receiver's address.
    pub to: String,
    /// The receiver's name; may be empty.
    pub to_name: String,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The HTML.
    pub html: String,
    /// The address for opting out: `List-Unsubscribe`, with one-click POST (RFC 8058).
    pub opt_out_url: String,
    /// The language, for `Content-Language`.
    pub language: Language,
    /// A name for `Message-ID` (before the `@`), the same when the same letter is sent again, and for the outbox file.
    pub identifier: String,
}

/// How sending ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Taken over by the mail server or written to the outbox.
    Accepted,
    /// Refused for good (5xx); the server's words, without the address.
    Refused(String),
    /// Not now (4xx, no connection); the reason, without the address.
    Later(String),
}
