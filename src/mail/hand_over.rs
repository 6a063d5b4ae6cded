//! One letter handed over: who writes, to whom, and the content. In two goes where the server takes several commands at once
//! (PIPELINING, RFC 2920), which halves the waiting; else step by step.

use super::compose::Composed;
use super::verdict::{Failure, Step};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Ehlo, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::Response;
use std::future::Future;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// Until when what is to happen may take.
#[derive(Clone, Copy)]
pub(super) struct Patience {
    step: Duration,
    until: Instant,
}

impl Patience {
    /// For one letter: so long for a step, twice as long for all of them.
    pub(super) fn of(step: Duration) -> Self {
        Self { step, until: Instant::now() + step * 2 }
    }

    /// For one thing alone.
    pub(super) fn once(limit: Duration) -> Self {
        Self { step: limit, until: Instant::now() + limit }
    }

    pub(super) async fn wait<T>(&self, what: impl Future<Output = Result<T, Error>>) -> Result<T, Failure> {
        let end = self.until.min(Instant::now() + self.step);
        timeout_at(end, what).await.map_err(|_| Failure::TooSlow)?.map_err(Failure::Said)
    }
}

/// Whether the server takes several commands at once. lettre does not keep that word of the greeting, so it is asked again.
pub(super) async fn asks_in_one_go(connection: &mut AsyncSmtpConnection, hello: &ClientId) -> Result<bool, Error> {
    let told = connection.command(Ehlo::new(hello.clone())).await?;
    Ok(told.message().any(|line| line.eq_ignore_ascii_case("PIPELINING")))
}

/// Hands a letter over; the server's last word, or at which step it failed.
pub(super) async fn hand_over(
    connection: &mut AsyncSmtpConnection,
    pipelining: bool,
    patience: Patience,
    composed: &Composed,
) -> Result<Response, (Step, Failure)> {
    let failed = |step| move |failure| (step, failure);
    let mail = Mail::new(Some(composed.from.clone()), parameters(connection, composed));
    let rcpt = Rcpt::new(composed.to.clone(), vec![]);
    if pipelining {
        announce_in_one_go(connection, patience, &format!("{mail}{rcpt}{Data}")).await?;
    } else {
        patience.wait(connection.command(mail)).await.map_err(failed(Step::Sender))?;
        patience.wait(connection.command(rcpt)).await.map_err(failed(Step::Receiver))?;
        patience.wait(connection.command(Data)).await.map_err(failed(Step::Announcement))?;
    }
    patience.wait(connection.command(content(&composed.letter))).await.map_err(failed(Step::Content))
}

/// The three replies come in their order, and all are to be read: the first refusal counts.
async fn announce_in_one_go(
    connection: &mut AsyncSmtpConnection,
    patience: Patience,
    commands: &str,
) -> Result<(), (Step, Failure)> {
    let answered = |reply: &Result<Response, Failure>| match reply {
        Ok(_) => true,
        Err(Failure::Said(error)) => error.status().is_some(),
        Err(Failure::TooSlow) => false,
    };
    let mut refused = None;
    for step in [Step::Sender, Step::Receiver, Step::Announcement] {
        let reply = match step {
            Step::Sender => patience.wait(connection.command(commands)).await,
            _ => patience.wait(connection.read_response()).await,
        };
        let goes_on = answered(&reply);
        match (reply, &refused) {
            (Err(failure), None) => refused = Some((step, failure)),
            // It waits for a content although there is no receiver: an empty one, which it then refuses (RFC 2920, 3.1).
            (Ok(_), Some(_)) if step == Step::Announcement => drop(patience.wait(connection.command(".\r\n")).await),
            _ => {}
        }
        if !goes_on {
            break;
        }
    }
    refused.map_or(Ok(()), Err)
}

fn parameters(connection: &AsyncSmtpConnection, composed: &Composed) -> Vec<MailParameter> {
    if AsRef::<str>::as_ref(&composed.to).is_ascii() {
        return Vec::new();
    }
    let wanted = [
        (Extension::SmtpUtfEight, MailParameter::SmtpUtfEight),
        (Extension::EightBitMime, MailParameter::Body(MailBodyParameter::EightBitMime)),
    ];
    wanted
        .into_iter()
        .filter(|(own, _)| connection.server_info().supports_feature(*own))
        .map(|(_, parameter)| parameter)
        .collect()
}

/// A letter with its dots doubled and its end. lettre's own looks at every byte, and hands over the end in a packet apart.
fn content(letter: &str) -> String {
    let mut content = String::with_capacity(letter.len() + 64);
    if letter.starts_with('.') {
        content.push('.');
    }
    let mut from = 0;
    for at in memchr::memmem::find_iter(letter.as_bytes(), "\r\n.").map(|found| found + 2) {
        content.push_str(&letter[from..at]);
        content.push('.');
        from = at;
    }
    content.push_str(&letter[from..]);
    content.push_str(if letter.ends_with("\r\n") { ".\r\n" } else { "\r\n.\r\n" });
    content
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_a_letter_ends_it() {
        for (letter, expected) in [
            ("a\r\n", "a\r\n.\r\n"),
            ("a", "a\r\n.\r\n"),
            (".\r\n.\r\n", "..\r\n..\r\n.\r\n"),
            ("a\r\n..b\r\n.", "a\r\n...b\r\n..\r\n.\r\n"),
            ("a.\r\nb.c\r\n", "a.\r\nb.c\r\n.\r\n"),
        ] {
            assert_eq!(content(letter), expected, "{letter:?}");
        }
    }
}
