//! Where reports are fetched from: a Maildir and an IMAP mailbox. (A mail server may also hand each over to a command.)
//!
//! The order is always the same: a message is read, then kept by whoever asked for it, then marked as seen. Who dies in between finds
//! it again, and nothing is ever deleted. Nobody else may read the mailbox: what is marked as seen is not looked at again.

mod imap;
mod maildir;

use super::report::Rules;
use super::{Security, SignIn};
use std::path::PathBuf;

/// The longest message that is read whole, in bytes: reports are short, and our letters too.
pub const MOST_BYTES: usize = 1 << 20;

/// How many messages one round takes from each place.
pub const MOST_A_ROUND: usize = 500;

/// Where reports come from, and what they mean.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// A folder with `new` and `cur` in it.
    pub maildir: Option<PathBuf>,
    /// A mailbox on a server.
    pub imap: Option<ImapServer>,
    /// Which failures are hard.
    pub rules: Rules,
}

/// A mailbox on a server.
#[derive(Clone, Debug)]
pub struct ImapServer {
    /// Its host name; with TLS the one in its certificate.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// A certificate authority of the body's own, PEM; the public ones are always trusted.
    pub authority_pem: Option<Vec<u8>>,
    /// How to sign in.
    pub sign_in: SignIn,
    /// The folder.
    pub folder: String,
    /// How long one step may take.
    pub timeout_seconds: u64,
}

/// How a round went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Messages that were taken.
    pub taken: usize,
    /// Whether more may be waiting.
    pub more: bool,
    /// What went wrong, in words that tell nothing of any message.
    pub troubles: Vec<String>,
}

/// What becomes of a message that somebody was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is kept: mark it as seen.
    Yes,
    /// Not yet: it stays for a later round, the others go on.
    NotYet,
    /// Nothing can be kept at the moment: the round ends.
    Impossible,
}

/// One place's part of a round: messages taken, and whether more may be waiting.
type Taken = Result<(usize, bool), String>;

/// Takes what came in. `keep` is given each message, its first [`MOST_BYTES`] and one more where it is longer, and says what
/// became of it. Blocks; not for an asynchronous worker thread.
pub fn take_in(from: &Settings, keep: &mut dyn FnMut(&[u8]) -> Kept) -> Round {
    let mut round = Round::default();
    let folder = from.maildir.as_deref().map(|folder| maildir::take(folder, MOST_A_ROUND, keep));
    let mailbox = from.imap.as_ref().map(|server| imap::take(server, MOST_A_ROUND, keep));
    for place in [folder, mailbox].into_iter().flatten() {
        match place {
            Ok((taken, more)) => {
                round.taken += taken;
                round.more |= more;
            }
            Err(trouble) => round.troubles.push(trouble),
        }
    }
    round
}
