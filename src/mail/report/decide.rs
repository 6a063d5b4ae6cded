//! From what a report says of a failure to its reason.
//!
//! First the systems whose words have a meaning of their own, then the phrases of all systems in an order from the particular to
//! the general, then what the status means by itself (RFC 3463 and the registry of IANA). The order is that of sisimai.

use super::code::Status;
use super::phrases::mean;
use super::providers::{by_agent, by_provider, hint};
use super::reason::Reason;

/// The command of the conversation that was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// No command yet.
    Connect,
    /// `EHLO` or `HELO`.
    Hello,
    /// `MAIL FROM`.
    Mail,
    /// `RCPT TO`.
    Recipient,
    /// `DATA` or the end of the letter.
    Data,
}

/// Whose words the diagnosis is, by the type of the `Diagnostic-Code` field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Speaker {
    /// A mail server, or nobody said.
    #[default]
    Server,
    /// A program.
    Program,
    /// Something else.
    Other,
}

/// What a report says of one failure.
#[derive(Clone, Debug)]
pub(super) struct Evidence<'a> {
    /// The status, wherever it stood.
    pub(super) status: Option<Status>,
    /// The reply code.
    pub(super) reply: Option<u16>,
    /// The words, plain and in small letters.
    pub(super) words: &'a str,
    /// Whose words they are.
    pub(super) speaker: Speaker,
    /// The command that was refused.
    pub(super) command: Option<Command>,
    /// Whether the sender still tries.
    pub(super) is_delayed: bool,
    /// The recipient, in small letters; may be empty.
    pub(super) recipient: &'a str,
    /// The mail servers that took part, in small letters; may be empty.
    pub(super) hosts: &'a str,
}

/// The reason of a failure.
pub(super) fn decide(evidence: &Evidence<'_>) -> Reason {
    let hint = hint(evidence);
    let settled = hint.filter(|reason| !is_open(*reason));
    let found = settled.or_else(|| by_agent(evidence)).or_else(|| by_provider(evidence));
    let found = found.or_else(|| first_look(evidence, hint)).or_else(|| second_look(evidence, hint));
    let unsaid = match evidence.words.trim().is_empty() {
        _ if evidence.is_delayed => Reason::Expired,
        true => hint.unwrap_or(Reason::Undefined),
        false => hint.unwrap_or(Reason::OnHold),
    };
    found.unwrap_or_else(|| evidence.reply.and_then(by_reply).filter(|_| !unsaid.is_explicit()).unwrap_or(unsaid))
}

/// Reasons that better words may still change.
fn is_open(reason: Reason) -> bool {
    use Reason::*;
    matches!(reason, Undefined | OnHold | SystemError | SecurityError | Expired | NetworkError | HostUnknown | UserUnknown)
}

/// The reasons that a mail server's own words decide, in this order.
fn first_look(evidence: &Evidence<'_>, hint: Option<Reason>) -> Option<Reason> {
    use Reason::*;
    let order = [
        MailboxFull,
        MessageTooBig,
        ExceedLimit,
        Suspend,
        HasMoved,
        NoRelaying,
        AuthFailure,
        UserUnknown,
        Filtered,
        RequirePtr,
        NotCompliantRfc,
        BadReputation,
        ContentError,
        Rejected,
        HostUnknown,
        SpamDetected,
        Speeding,
        TooManyConnections,
        Blocked,
    ];
    let is_server = evidence.speaker == Speaker::Server;
    order.into_iter().filter(|_| is_server).find(|reason| hint == Some(*reason) || applies(evidence, hint, *reason))
}

fn applies(evidence: &Evidence<'_>, hint: Option<Reason>, reason: Reason) -> bool {
    use Reason::*;
    let by_status = evidence.status.and_then(by_status);
    let says = |reason| mean(evidence.words, reason);
    let is_status = by_status == Some(reason);
    let command = evidence.command;
    let is_before_data = command.is_some_and(|command| command != Command::Data);
    match reason {
        MailboxFull | ExceedLimit | AuthFailure | RequirePtr | TooManyConnections | Blocked => is_status || says(reason),
        MessageTooBig => is_status || (by_status != Some(ExceedLimit) && says(reason)),
        Suspend => evidence.reply == Some(525) || says(reason),
        NoRelaying => {
            let is_early = matches!(command, Some(Command::Connect | Command::Hello));
            !is_early && !matches!(hint, Some(SecurityError | SystemError | Undefined)) && says(reason)
        }
        UserUnknown if is_status => ![NoRelaying, Blocked, MailboxFull, HasMoved, Rejected, NotAccept].into_iter().any(says),
        UserUnknown => by_status != Some(Suspend) && command == Some(Command::Recipient) && says(reason),
        Filtered if by_status == Some(Suspend) => false,
        // A server that knows the mailbox does not exist says so before it takes the letter.
        Filtered => (is_status || !is_before_data) && (says(Filtered) || says(UserUnknown)),
        Rejected if is_status => true,
        Rejected => match command {
            Some(Command::Mail) => says(reason),
            Some(Command::Data) => by_status != Some(UserUnknown) && says(reason),
            _ => by_status.is_none_or(|status| matches!(status, SecurityError | SystemError)) && says(reason),
        },
        HostUnknown if is_status => !says(NetworkError),
        SpamDetected => !is_before_data && says(reason),
        _ => says(reason),
    }
}

/// The reasons that are left to words which are less clear, then what the status means.
fn second_look(evidence: &Evidence<'_>, hint: Option<Reason>) -> Option<Reason> {
    use Reason::*;
    let by_status = evidence.status.and_then(by_status);
    if by_status.is_none_or(is_open) || evidence.speaker != Speaker::Server {
        let order = [
            MailboxFull,
            AuthFailure,
            BadReputation,
            Speeding,
            SpamDetected,
            VirusDetected,
            PolicyViolation,
            NoRelaying,
            SystemError,
            NetworkError,
            Suspend,
            ContentError,
            SystemFull,
            NotAccept,
            Expired,
            FailedStarttls,
            SecurityError,
            Suppressed,
            MailerError,
        ];
        if let Some(reason) = order.into_iter().find(|reason| mean(evidence.words, *reason)) {
            return Some(reason);
        }
    }
    let by_subject = || match evidence.status {
        Some(status) if status.is_under("5.6") || status.is_under("4.6") => Some(ContentError),
        Some(status) if status.is_under("5.7") || status.is_under("4.7") => Some(SecurityError),
        _ if evidence.speaker == Speaker::Program => Some(MailerError),
        _ if evidence.reply.is_some_and(|reply| matches!(reply % 100, 0..=7)) => Some(SyntaxError),
        _ if evidence.is_delayed => Some(Expired),
        _ if evidence.command == Some(Command::Hello) => Some(Blocked),
        _ => None,
    };
    by_status.or(hint).or_else(by_subject)
}

/// What a reply code says by itself, where nothing else does.
fn by_reply(reply: u16) -> Option<Reason> {
    use Reason::*;
    Some(match reply {
        422 | 432 | 523..=525 | 534 | 535 | 538 => SecurityError,
        451 => SystemError,
        452 => SystemFull,
        500..=504 => SyntaxError,
        521 | 556 => NotAccept,
        552 => MailboxFull,
        _ => return None,
    })
}

/// What a status says by itself.
#[rustfmt::skip]
fn by_status(status: Status) -> Option<Reason> {
    use Reason::*;
    const MEANINGS: &[(u8, u16, &[u16], Reason)] = &[
        (4, 1, &[6], HasMoved), (4, 1, &[7, 8], Rejected), (4, 1, &[9], SystemError),
        (4, 2, &[1], Blocked), (4, 2, &[2], MailboxFull), (4, 2, &[3], ExceedLimit), (4, 2, &[4], Filtered),
        (4, 3, &[1], SystemFull), (4, 3, &[2], NotAccept), (4, 3, &[3, 5], SystemError),
        (4, 4, &[1, 7], Expired), (4, 4, &[2, 4, 6, 8], NetworkError), (4, 4, &[3], SystemError), (4, 4, &[5], SystemFull),
        (4, 5, &[3, 5], SystemError), (4, 6, &[0, 2, 5], ContentError),
        (4, 7, &[1, 2], Blocked), (4, 7, &[5, 6, 7, 12, 15], SecurityError), (4, 7, &[16], MessageTooBig),
        (4, 7, &[24, 26], AuthFailure), (4, 7, &[25], RequirePtr),
        (5, 1, &[0, 1, 3], UserUnknown), (5, 1, &[2], HostUnknown), (5, 1, &[4], Filtered), (5, 1, &[6], HasMoved),
        (5, 1, &[7, 8], Rejected), (5, 1, &[9], SystemError), (5, 1, &[10], NotAccept),
        (5, 2, &[0, 1, 4], Filtered), (5, 2, &[2], MailboxFull), (5, 2, &[3], ExceedLimit),
        (5, 3, &[0, 3, 5], SystemError), (5, 3, &[1], SystemFull), (5, 3, &[2], NotAccept), (5, 3, &[4], MessageTooBig),
        (5, 4, &[0], NetworkError), (5, 4, &[3], SystemError), (5, 4, &[4], HostUnknown),
        (5, 5, &[2, 6], SyntaxError), (5, 5, &[3], TooManyConnections), (5, 5, &[4, 5], SystemError),
        (5, 6, &[0, 1, 2, 3, 5, 6, 7, 8, 9], ContentError),
        (5, 7, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 15, 19], SecurityError), (5, 7, &[13], Suspend),
        (5, 7, &[16], MessageTooBig), (5, 7, &[17, 18], HasMoved), (5, 7, &[20, 21, 22, 23, 24, 26, 29], AuthFailure),
        (5, 7, &[25], RequirePtr), (5, 7, &[27], NotAccept), (5, 7, &[28], SpamDetected), (5, 7, &[30], FailedStarttls),
    ];
    let (class, subject, detail) = status.parts();
    let fits = |row: &&(u8, u16, &[u16], Reason)| row.0 == class && row.1 == subject && row.2.contains(&detail);
    MEANINGS.iter().find(fits).map(|row| row.3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(status: &str, words: &str, command: Option<Command>) -> Reason {
        decide(&Evidence {
            status: Status::parse(status),
            reply: super::super::code::reply_in(words, None),
            words,
            speaker: Speaker::Server,
            command,
            is_delayed: false,
            recipient: "a@example.org",
            hosts: "",
        })
    }

    #[test]
    fn words_go_before_a_general_status() {
        assert_eq!(decided("5.1.1", "550 5.1.1 user unknown", None), Reason::UserUnknown);
        assert_eq!(decided("5.1.1", "552 mailbox is full", None), Reason::MailboxFull);
        assert_eq!(decided("5.7.1", "554 5.7.1 relay access denied", None), Reason::NoRelaying);
        assert_eq!(decided("5.7.1", "550 no", None), Reason::SecurityError);
        assert_eq!(decided("5.0.0", "550 no such user", Some(Command::Recipient)), Reason::UserUnknown);
        assert_eq!(decided("5.0.0", "550 no such user", Some(Command::Data)), Reason::Filtered);
        assert_eq!(decided("", "", None), Reason::Undefined);
        assert_eq!(decided("", "we are sorry", None), Reason::OnHold);
        assert_eq!(decided("", "552 we are sorry", None), Reason::MailboxFull);
    }
}
