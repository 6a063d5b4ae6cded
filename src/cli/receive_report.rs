//! `ascolto receive-report`: a mail server hands over a message that came to the address for reports.

use super::Stop;
use super::site::Settings;
use super::terminal::terminal_language;
use crate::flows::read_reports::{Received, receive_report};
use crate::language::{say, say_with};
use crate::mail::intake::MOST_BYTES;
use crate::site::Site;
use std::io::{self, Read, stdin};

/// Receives one message about letters from standard input: for a mail server's pipe (.forward, an alias, Postfix's pipe).
///
/// Letters that came back, complaints and requests not to be written to act at once; out-of-office replies and receipts are counted;
/// what is not recognised is kept for a person, at /staff/reports. The same message again does nothing.
///
/// Exit code 0 when the message is kept; 75 whenever it is not, whatever the reason, so that the mail server keeps it and tries again.
/// Nothing is written to standard output. For example in /etc/aliases, with the settings of the service:
///
///   reports: "|/usr/local/bin/ascolto receive-report --config /etc/ascolto.toml"
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct ReceiveReport {
    #[command(flatten)]
    settings: Settings,
}

impl ReceiveReport {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        let received = read_message().and_then(|message| receive(&self.settings.open()?, &message));
        // Also a mistake in the settings: to refuse the message for good would lose it.
        received.map_err(|stop| match stop {
            Stop::Refused(words) | Stop::Failed(words) | Stop::Later(words) => Stop::Later(words),
        })
    }
}

fn receive(site: &Site, message: &[u8]) -> Result<(), Stop> {
    match receive_report(site, message)? {
        Received::Early => Err(Stop::Later(say(&terminal_language(), "terminal-report-early"))),
        Received::Acted | Received::Counted | Received::Kept | Received::Known => Ok(()),
    }
}

/// The message, a byte more than is read where it is longer. The rest is taken too: a mail server does not like to be left standing.
fn read_message() -> Result<Vec<u8>, Stop> {
    let unreadable = |error: io::Error| {
        Stop::Later(say_with(&terminal_language(), "terminal-report-input", &[("reason", error.to_string().into())]))
    };
    let mut message = Vec::new();
    let mut input = stdin().lock();
    input.by_ref().take(MOST_BYTES as u64 + 1).read_to_end(&mut message).map_err(unreadable)?;
    io::copy(&mut input, &mut io::sink()).map_err(unreadable)?;
    Ok(message)
}
