//! What is sent, by lettre alone, and what comes back: where it is fetched from ([`intake`]) and what it says ([`report`]).
//!
//! A [`Mailer`] takes a round of [`Message`]s and tells for each how it ended. It keeps nothing: what was sent, what is to be
//! tried again and what may have gone out twice is known to the database alone.

mod compose;
mod dkim;
mod folder;
mod hand_over;
pub mod intake;
mod memory;
pub mod probe;
mod queue;
pub mod report;
mod settings;
mod sign_in;
mod smtp;
mod text;
mod tls_stream;
mod verdict;
mod words;

pub use dkim::{RecordFault, Signer, is_aligned};
pub use folder::Folder;
pub use memory::Memory;
pub use settings::{Dkim, Security, Settings, SignIn, SmtpServer, Transport, Unusable};
pub use smtp::Smtp;
pub use text::{Stencil, Text};
pub use words::without_receiver;

use crate::text::Language;
use chrono::NaiveDateTime;

/// How the reason of a failure begins when no connection can be had; the operating system's words may follow after a colon.
pub const NO_CONNECTION: &str = "no connection to the mail server";
/// The same when the server breaks off the greeting, TLS or the sign-in; its words follow after a colon.
pub const NOT_LET_IN: &str = "the mail server does not let us in";
/// The same when the server falls silent.
pub const TOO_SLOW: &str = "the mail server does not answer in time";

/// A message ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The receiver's address.
    pub to: String,
    /// What the return path carries, so that a later report tells whom it is about: letters, digits and `-` (VERP). "" for nothing.
    pub return_tag: String,
    /// The receiver's name; may be empty.
    pub to_name: String,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: Text,
    /// The HTML.
    pub html: Text,
    /// The address for opting out: `List-Unsubscribe`, with one-click POST (RFC 8058).
    pub opt_out_url: String,
    /// The language, for `Content-Language`.
    pub language: Language,
    /// A name for `Message-ID` (before the `@`), the same when the same letter is sent again, and for the outbox file.
    pub identifier: String,
    /// When it is sent, UTC: the `Date`.
    pub date: NaiveDateTime,
}

/// How sending ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Taken over by the mail server or written to the outbox; the server's words, without the address.
    Accepted(String),
    /// Refused for good (5xx); the server's words, without the address.
    Refused(String),
    /// The receiver's side does not take it now (4xx about a receiver or a letter); the server's words, without the address.
    Deferred(String),
    /// Not now, for a reason of ours or of our server's (no connection, no sign-in); the reason, without the address.
    Later(String),
    /// The connection broke after the whole message was handed over and before the server answered: it may have gone out or not.
    Unclear(String),
}

/// The way letters leave.
#[derive(Debug)]
pub enum Mailer {
    /// Through a mail server.
    Smtp(Smtp),
    /// Into a folder, one file a letter.
    Folder(Folder),
    /// Into memory.
    Memory(Memory),
}

impl Mailer {
    /// Makes the way the settings name. Connects to nothing yet.
    ///
    /// # Errors
    /// What in the settings cannot work.
    pub fn open(settings: &Settings) -> Result<Self, Unusable> {
        let sender = compose::Sender::open(settings)?;
        Ok(match &settings.transport {
            Transport::Folder(path) => Self::Folder(Folder::open(path, sender)?),
            Transport::Smtp(servers) => Self::Smtp(Smtp::open(servers, settings.domain_connections, sender)?),
        })
    }

    /// Sends one message. Blocks; not for an asynchronous worker thread.
    pub fn send(&self, message: &Message) -> Sent {
        let mut outcome = Sent::Later("not tried".to_owned());
        self.send_all(std::slice::from_ref(message), &mut |_, sent| outcome = sent);
        outcome
    }

    /// Sends a round of messages, several at once, and calls `each` with a message's index as soon as it ended.
    /// Every index is named exactly once. Blocks; not for an asynchronous worker thread.
    pub fn send_all(&self, messages: &[Message], each: &mut dyn FnMut(usize, Sent)) {
        match self {
            Self::Smtp(smtp) => smtp.send_all(messages, each),
            Self::Folder(folder) => messages.iter().enumerate().for_each(|(index, message)| each(index, folder.send(message))),
            Self::Memory(memory) => messages.iter().enumerate().for_each(|(index, message)| each(index, memory.send(message))),
        }
    }
}
