//! Systems whose codes and words have a meaning of their own.

use super::decide::{Command, Evidence, Speaker};
use super::phrases::matches;
use super::reason::Reason;
use Reason::*;

/// How a program begins its words, and what they mean.
type Agent = (&'static [&'static str], &'static [(&'static str, Reason)]);

/// What programs that put letters into mailboxes say; without a known phrase it is the program that failed.
#[rustfmt::skip]
const AGENTS: &[Agent] = &[
    (&["your message to <*> was automatically rejected:"], &[
        ("not enough disk space", MailboxFull), ("quota exceeded", MailboxFull), ("mailbox doesn't exist: ", UserUnknown),
    ]),
    (&["mail.local: "], &[
        ("disc quota exceeded", MailboxFull), ("mailbox full or quota exceeded", MailboxFull),
        ("temporary file write error", SystemError), (": invalid mailbox path", UserUnknown), (": unknown user:", UserUnknown),
        ("unknown user: ", UserUnknown), (": user missing home directory", UserUnknown), (": user unknown", UserUnknown),
    ]),
    (&["procmail: ", "/procmail "], &[
        ("quota exceeded while writing", MailboxFull), ("user over quota", MailboxFull), ("service unavailable", SystemError),
        ("no space left to finish writing", SystemFull),
    ]),
    (&["maildrop: "], &[
        ("cannot find system user", UserUnknown), ("invalid user specified.", UserUnknown), ("maildir over quota.", MailboxFull),
    ]),
    (&["vdelivermail: "], &[
        ("user does not exist, but will deliver to ", Filtered), ("is over quota", MailboxFull),
        ("account is locked email bounced", Suspend), ("sorry, no mailbox here by that name.", UserUnknown),
    ]),
    (&["vdeliver: "], &[
        ("delivery failed due to system quota violation", MailboxFull), ("invalid or unknown", UserUnknown),
        ("user name does not refer to a virtual user", UserUnknown),
    ]),
];

/// What a delivering program said.
pub(super) fn by_agent(evidence: &Evidence<'_>) -> Option<Reason> {
    if !matches!(evidence.command, None | Some(Command::Data)) {
        return None;
    }
    let speaks = |agent: &&Agent| agent.0.iter().any(|sign| matches(evidence.words, sign));
    let (_, phrases) = AGENTS.iter().find(speaks)?;
    let said = phrases.iter().find(|(phrase, _)| evidence.words.contains(phrase));
    Some(said.map_or(MailerError, |(_, reason)| *reason))
}

/// Signs that a system of its own kind spoke. Those that [`super::decide`] holds open may be changed by clearer words.
#[rustfmt::skip]
const SIGNS: &[(&str, Reason)] = &[
    // qmail
    ("but my name was rejected", Blocked),
    ("couldn't find a mail exchanger or ip address", NotAccept),
    ("does not like recipient.*this message has been in the queue too long", OnHold),
    ("couldn't find any host ", HostUnknown),
    ("wasn't able to establish an smtp connection", NetworkError),
    // Gmail: where it stood in the conversation
    ("(state 6)", FailedStarttls), ("(state 9)", FailedStarttls), ("(state 12)", NoRelaying), ("(state 14)", UserUnknown),
    // Exchange 4 to 2003
    ("(000c05a6)", UserUnknown), ("(000c0595)", Filtered), ("(00010256)", SystemError), ("(000d06b5)", SystemError),
    ("(00120270)", NetworkError), ("(00050311)", ContentError), ("(000502cc)", ContentError), ("(000b0981)", SecurityError),
    // Exchange 2007 and later
    ("smtpsend.dns.nonexistentdomain", HostUnknown), ("smtpsend.dns.mxloopback", NetworkError),
    ("resolver.adr.badprimary", SystemError), ("resolver.adr.recip*notfound", UserUnknown),
    ("resolver.adr.exrecip*notfound", UserUnknown), ("resolver.adr.recip*limit", TooManyConnections),
    ("resolver.adr.invalidinsmtp", SystemError), ("resolver.adr.ambiguous", SystemError),
    ("resolver.rst.authrequired", SecurityError), ("resolver.rst.notauthorized", Rejected),
    ("resolver.rst.recip*sizelimit", ExceedLimit), ("queue.expired", Expired),
    // Domino
    ("not listed in domino directory", UserUnknown), ("not listed in public name & address book", UserUnknown),
    ("cannot route mail to user", Filtered), ("several matches found in domino directory", SystemError),
    // IMail
    ("unknown user: *@", UserUnknown), ("invalid final delivery userid", UserUnknown),
    ("user mailbox exceeds allowed size", MailboxFull), ("blacklisted url in message", SpamDetected),
    // Exim
    ("an mx or srv record indicated no smtp service", NotAccept), ("mailbox is full", MailboxFull),
    ("too many \"received\" headers", ContentError), ("may not follow", SyntaxError), ("malformed address:", SyntaxError),
    ("all hosts have been failing for a long time", Expired), ("retry timeout exceeded", Expired),
    // OpenSMTPD
    ("envelope expired", Expired), ("no mx found for d", NotAccept), ("destination seem to reject all mails", NotAccept),
    // DragonFly
    ("dns lookup failure: host * not found", HostUnknown),
    // Zoho
    ("error_code :*host not reachable", Expired),
    // Gmail's words for persons
    ("address couldn't be found", UserUnknown), ("** address not found **", UserUnknown),
    ("** indirizzo non trovato **", UserUnknown), ("l'indirizzo non \u{e8} stato trovato", UserUnknown),
    ("die adresse nicht gefunden wurde", UserUnknown), ("** adresse introuvable **", UserUnknown),
    // Carriers in Japan
    ("x-spasign: ng", Filtered),
    ("user(s) account is disabled", Suspend), ("user(s) account is temporarily limited", Suspend),
    ("user(s) account is temporarily over quota", MailboxFull), ("your message was not delivered within ", Expired),
    ("as their mailbox is full", MailboxFull), ("due to the following smtp relay error", NoRelaying),
    ("as the remote domain doesnt exist", HostUnknown),
    // Verizon
    ("error: invalid user address", UserUnknown),
    // Trend Micro
    ("interscan*unable to deliver message to", UserUnknown),
    // 1&1 and GMX
    ("mail size limit exceeded", MessageTooBig), ("general routing error", HostUnknown),
    // Mailing lists: fml and Google Groups
    ("not a member of this mailing list", Rejected), ("header may cause mail loop", Rejected), ("loop alert: ", SystemError),
    ("https://groups.google.com/support/", Rejected), ("may not have permission to post messages to the group", Rejected),
    // Sendmail's program for lists
    ("message given low priority", PolicyViolation),
];

/// The reason that a sign of the system gives.
pub(super) fn hint(evidence: &Evidence<'_>) -> Option<Reason> {
    SIGNS.iter().find(|(sign, _)| matches(evidence.words, sign)).map(|(_, reason)| *reason)
}

/// What a provider's own code or words mean.
pub(super) fn by_provider(evidence: &Evidence<'_>) -> Option<Reason> {
    let words = evidence.words;
    let by_code = words.split(|c: char| !(c.is_alphanumeric() || "-_#".contains(c))).find_map(code_of);
    by_code
        .or_else(|| by_number(words, ".i.ua/err/", ODESSA))
        .or_else(|| japanese(evidence))
        .or_else(|| microsoft(evidence))
        .or_else(|| of_host(evidence))
        .or_else(|| WORDS.iter().find(|(phrase, _)| matches(words, phrase)).map(|(_, reason)| *reason))
}

/// Phrases of one provider whose meaning differs from what others mean by such words.
const WORDS: &[(&str, Reason)] = &[
    // Mimecast
    ("mcspamsignature", VirusDetected),
    ("envelope blocked - user ", Rejected),
    ("rejected by header-based manually blocked senders", Rejected),
    ("rejected by header-based blocked senders", Rejected),
    ("rejected by header-based anti-spoofing policy", PolicyViolation),
    // Google, and Google for others
    ("returned null mx", NotAccept),
    ("dns type 'mx' lookup of * responded with code nxdomain", NetworkError),
    ("fails to pass authentication checks", AuthFailure),
    ("has an spf record with a hard fail policy", AuthFailure),
    ("is not accepted due to domain's dmarc policy", AuthFailure),
    ("senders to authenticate with", AuthFailure),
    ("senders to authenticate their email with", AuthFailure),
    ("ip not in whitelist for rcpt domain", Blocked),
    ("helo/ehlo argument is invalid", Blocked),
    ("empty helo/ehlo argument not allowed", Blocked),
    ("missing a valid message-id: header", NotCompliantRfc),
    ("addresses in from: header are not accepted", NotCompliantRfc),
    ("does not meet ipv6 sending guidelines", RequirePtr),
    ("tls required for rcpt domain", SecurityError),
    ("very low reputation of the sending", BadReputation),
    ("likely unsolicited mail", SpamDetected),
    ("the email account that you tried to reach is over quota", MailboxFull),
    // Yahoo
    (" will be permanently deferred", Rejected),
    ("due to unresolvable rfc.5321", Rejected),
    ("dd this user doesn't have a ", UserUnknown),
    ("delivery error: dd * is no longer valid", Suspend),
    // Apple
    ("blocked for failing both spf and dkim", AuthFailure),
    // Outlook.com
    ("550 requested action not taken: mailbox unavailable", UserUnknown),
    // Tencent
    ("suspected bounce attacks", Blocked),
    ("suspected spam ip", Blocked),
    ("connection denied", Blocked),
    ("suspected spam", Rejected),
    ("mail is rejected by recipients", Rejected),
    ("mailbox unavailable or access denined", TooManyConnections),
];

/// Phrases that mean more from one provider's hosts than from others.
const OF_HOSTS: &[(&str, &str, Reason)] = &[
    ("messagelabs.com", "no such user", UserUnknown),
    ("messagelabs.com", "invalid recipient", UserUnknown),
    ("messagelabs.com", "connection rejected by policy", BadReputation),
    ("messagelabs.com", "message filtered", SpamDetected),
    ("mimecast.com", "invalid recipient", UserUnknown),
    ("mimecast.com", "email rejected due to security policies", VirusDetected),
    ("qq.com", "mailbox not found", UserUnknown),
    ("zoho.", "user does not exist", UserUnknown),
    ("zoho.", "greylisted, try again", Blocked),
    ("zoho.", "email flagged as spam", Rejected),
    ("icloud.com", "unknown or illegal alias", UserUnknown),
    ("yahoodns.net", "[tss04]", Rejected),
    ("cox.net", "recipient rejected", UserUnknown),
];

fn of_host(evidence: &Evidence<'_>) -> Option<Reason> {
    let fits = |row: &&(&str, &str, Reason)| evidence.hosts.contains(row.0) && evidence.words.contains(row.1);
    OF_HOSTS.iter().find(fits).map(|row| row.2)
}

/// Codes that stand alone in the words: `LPN007_416`, `IB607`, `AUP#1300`, `RCP-P2`.
fn code_of(token: &str) -> Option<Reason> {
    let (prefix, _) = token.split_at(token.find(|c: char| !c.is_alphabetic())?);
    let number = || {
        let tail = token.trim_start_matches(|c: char| !c.is_ascii_digit());
        let last = tail.rsplit(['_', '-']).next().unwrap_or_default();
        last.parse::<u16>().ok()
    };
    match prefix {
        "lpn" | "lpnaaa" | "ofr" | "ouk" if token.len() < 14 => french(number()? % 1000),
        "ib" if token.len() == 5 => godaddy(number()?),
        "aup" => american(token),
        "rcp" | "pol" | "dns" | "int" | "msg" | "con" if token.len() == 6 => facebook(token),
        _ => None,
    }
}

/// Orange and La Poste.
fn french(number: u16) -> Option<Reason> {
    Some(match number {
        101..=103 | 105 | 107..=109 | 201 | 423 | 424 | 510 | 999 => Blocked,
        104 => TooManyConnections,
        305 | 402 => SecurityError,
        401 | 517 => AuthFailure,
        403 | 405 | 415 | 421 => Rejected,
        416 | 418 => UserUnknown,
        417 => MailboxFull,
        420 | 426 => Suspend,
        505 => SystemError,
        506 | 513 => SpamDetected,
        514 => MessageTooBig,
        630 => PolicyViolation,
        _ => return None,
    })
}

/// GoDaddy.
fn godaddy(number: u16) -> Option<Reason> {
    Some(match number {
        401 => SecurityError,
        501 | 502 => NotCompliantRfc,
        506 => Rejected,
        508 => AuthFailure,
        108 => RequirePtr,
        212 => SpamDetected,
        705 => VirusDetected,
        7 | 605 => TooManyConnections,
        101 | 504 | 510 | 607 => Speeding,
        110..=113 | 104..=106 => Blocked,
        103 => BadReputation,
        _ => return None,
    })
}

/// Cox (words) and Spectrum (numbers).
fn american(token: &str) -> Option<Reason> {
    let code = token.split('#').nth(1)?;
    let starts = [
        ("cxdns", RequirePtr),
        ("cxsndr", AuthFailure),
        ("cxsmtp", Rejected),
        ("cxcnct", TooManyConnections),
        ("cxmxrt", TooManyConnections),
        ("cxthrt", SecurityError),
        ("cxmj", SecurityError),
        ("cxbl", Blocked),
        ("cdrbl", Blocked),
        ("ipbl", Blocked),
        ("urlbl", SpamDetected),
    ];
    if let Some((_, reason)) = starts.iter().find(|(start, _)| code.starts_with(start)) {
        return Some(*reason);
    }
    let digits: String = code.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    Some(match digits.parse::<u16>().ok()? {
        1000 | 1200..=1259 => Blocked,
        1010 | 1020..=1080 | 1500 | 1520 => Rejected,
        1090 => SystemError,
        1100..=1150 => RequirePtr,
        1160..=1190 | 1560 => PolicyViolation,
        1260 => NetworkError,
        1300..=1340 => TooManyConnections,
        1350..=1490 | 1540 | 1550 | 1580 => Speeding,
        1530 => MessageTooBig,
        _ => return None,
    })
}

/// Facebook.
fn facebook(token: &str) -> Option<Reason> {
    Some(match token {
        "pol-p7" => AuthFailure,
        "pol-p1" | "pol-p2" | "pol-p3" | "pol-p4" | "pol-t1" | "pol-t2" | "pol-t3" => Blocked,
        "msg-p2" => ContentError,
        "rcp-p2" | "rcp-p3" => Filtered,
        "int-p7" => MailboxFull,
        "msg-p1" | "int-p2" => MessageTooBig,
        "msg-p3" => NotCompliantRfc,
        "pol-p8" => PolicyViolation,
        "dns-p1" | "dns-p2" | "dns-t1" => Rejected,
        "dns-p3" | "dns-t2" => RequirePtr,
        "pol-p6" => SpamDetected,
        "rcp-t4" => Suspend,
        "rcp-t1" | "int-tx" => SystemError,
        "con-t1" | "con-t2" | "con-t3" | "con-t4" | "msg-t1" => TooManyConnections,
        "rcp-p1" | "int-p1" | "int-p3" | "int-p4" => UserUnknown,
        "pol-p5" => VirusDetected,
        _ => return None,
    })
}

/// I.UA: the number of the page that explains.
const ODESSA: &[Reason] =
    &[NoRelaying, UserUnknown, Suspend, MailboxFull, TooManyConnections, NoRelaying, Blocked, Rejected, Blocked, Filtered];

fn by_number(words: &str, before: &str, meanings: &[Reason]) -> Option<Reason> {
    let (_, rest) = words.split_once(before)?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).take(4).collect();
    meanings.get(digits.parse::<usize>().ok()?.checked_sub(1)?).copied()
}

/// KDDI and NTT docomo, whose "user unknown" depends on when it is said.
fn japanese(evidence: &Evidence<'_>) -> Option<Reason> {
    let words = evidence.words;
    if words.contains("550 : user unknown") {
        return Some(Filtered);
    }
    let is_of = |hosts: &[&str]| hosts.iter().any(|host| evidence.recipient.ends_with(host) || words.contains(host));
    if is_of(&["ezweb.ne.jp", "au.com"]) && words.contains(">: user unknown") {
        return Some(UserUnknown);
    }
    if !is_of(&["docomo.ne.jp"]) || !words.contains("unknown user") {
        return None;
    }
    match (evidence.status.map(|status| status.to_string()).as_deref(), evidence.command) {
        (Some("5.1.1"), _) | (Some("5.0.0") | None, Some(Command::Recipient)) => Some(UserUnknown),
        (Some("5.2.0"), _) => Some(Filtered),
        (Some("5.0.0") | None, Some(Command::Data)) => Some(Rejected),
        _ => None,
    }
}

/// Exchange and Microsoft 365: class, subject, first and last detail, a phrase that must be there, the reason.
#[rustfmt::skip]
const MICROSOFT: &[(u8, u16, u16, u16, &str, Reason)] = &[
    (4, 3, 1, 1, "insufficient system resources", SystemFull),
    (4, 3, 2, 2, "recipient thread limit exceeded", Speeding),
    (4, 3, 2, 2, "system not accepting network messages", NotAccept),
    (4, 3, 2, 2, "service not a", SystemError),
    (4, 4, 2, 2, "connection dropped", Blocked),
    (4, 4, 4, 4, "hosted tenant which has no mail-enabled subscriptions", NotAccept),
    (4, 4, 24, 28, "message failed to be replicated", SystemError),
    (4, 4, 316, 316, "connection refused", NetworkError),
    (4, 4, 317, 317, "starttls is required", FailedStarttls),
    (4, 4, 318, 318, "suspiciousremoteservererror", SystemError),
    (4, 7, 26, 26, "must pass either spf or dkim", AuthFailure),
    (4, 7, 321, 325, "starttls-not-supported", FailedStarttls),
    (4, 7, 322, 325, "-", AuthFailure),
    (4, 7, 500, 500, "server busy", SystemError),
    (4, 7, 500, 899, "access denied, please try again later", Blocked),
    (4, 7, 650, 650, "rate limited due to ip reputation", BadReputation),
    (4, 7, 700, 700, "pfa agent busy", SystemError),
    (5, 0, 350, 350, "", PolicyViolation),
    (5, 1, 0, 0, "sender denied", Rejected),
    (5, 1, 4, 4, "destination mailbox address ambiguous", SystemError),
    (5, 1, 4, 5, "reserved by rfc 2606", UserUnknown),
    (5, 1, 6, 6, "single label domains", UserUnknown),
    (5, 1, 7, 7, "invalid address", Rejected),
    (5, 1, 90, 90, "", Speeding),
    (5, 2, 1, 1, "quarantined this message", SpamDetected),
    (5, 2, 1, 1, "mailbox cannot be accessed", Suspend),
    (5, 2, 2, 2, "submission quota exceeded", Speeding),
    (5, 2, 4, 4, "mailing list expansion problem", SystemError),
    (5, 2, 14, 14, "misconfigured forwarding address", SystemError),
    (5, 2, 121, 122, "limit", Speeding),
    (5, 3, 0, 0, "too many related errors", ContentError),
    (5, 3, 3, 3, "unrecognized command", SyntaxError),
    (5, 4, 1, 1, "relay access denied", NoRelaying),
    (5, 4, 1, 1, "recipient address rejected: access denied", UserUnknown),
    (5, 4, 4, 4, "invalid arguments", NetworkError),
    (5, 4, 6, 14, "loop", NetworkError),
    (5, 4, 6, 14, "hop count exceeded", NetworkError),
    (5, 4, 11, 11, "message depth exceeded", ContentError),
    (5, 4, 300, 300, "message expired", Expired),
    (5, 4, 310, 310, "does not exist", HostUnknown),
    (5, 4, 317, 317, "starttls is required", FailedStarttls),
    (5, 4, 318, 318, "suspiciousremoteservererror", SystemError),
    (5, 5, 2, 2, "send hello first", SyntaxError),
    (5, 5, 4, 4, "invalid domain name", Blocked),
    (5, 5, 6, 6, "invalid message content", ContentError),
    (5, 6, 11, 11, "invalid characters", ContentError),
    (5, 7, 1, 1, "unable to relay", NoRelaying),
    (5, 7, 3, 3, "not authorized", SecurityError),
    (5, 7, 12, 12, "not authenticated", Rejected),
    (5, 7, 13, 13, "not authenticated", Rejected),
    (5, 7, 51, 51, "restrictdomainsto", Blocked),
    (5, 7, 57, 57, "not authenticated", SecurityError),
    (5, 7, 64, 64, "relay access denied", NoRelaying),
    (5, 7, 124, 136, "sender", Rejected),
    (5, 7, 321, 321, "starttls-not-supported", FailedStarttls),
    (5, 7, 322, 325, "-", AuthFailure),
    (5, 7, 501, 503, "access denied, spam abuse detected", Rejected),
    (5, 7, 501, 503, "access denied, banned sender", Rejected),
    (5, 7, 504, 505, "", Suspend),
    (5, 7, 506, 507, "access denied", Blocked),
    (5, 7, 508, 508, "", Speeding),
    (5, 7, 509, 509, "", AuthFailure),
    (5, 7, 510, 513, "must be rfc 5322", Rejected),
    (5, 7, 510, 513, "", Blocked),
    (5, 7, 515, 515, "authentication", AuthFailure),
    (5, 7, 606, 649, "banned sending ip", Blocked),
    (5, 7, 700, 749, "access denied", Speeding),
    (5, 7, 750, 750, "", Rejected),
    (5, 7, 900, 999, "delivery not authorized", PolicyViolation),
];

fn microsoft(evidence: &Evidence<'_>) -> Option<Reason> {
    let (class, subject, detail) = evidence.status?.parts();
    let rows = MICROSOFT.iter().filter(|row| row.0 == class && row.1 == subject && (row.2..=row.3).contains(&detail));
    let is_server = evidence.speaker == Speaker::Server;
    rows.into_iter().filter(|_| is_server).find(|row| evidence.words.contains(row.4)).map(|row| row.5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::report::code::Status;

    fn said(status: &str, words: &str) -> Option<Reason> {
        let evidence = Evidence {
            status: Status::parse(status),
            reply: None,
            words,
            speaker: Speaker::Server,
            command: None,
            is_delayed: false,
            recipient: "",
            hosts: "",
        };
        by_agent(&evidence).or_else(|| by_provider(&evidence))
    }

    #[test]
    fn a_providers_code_says_what_its_help_page_says() {
        assert_eq!(said("", "invalid recipient. lpn007_416"), Some(UserUnknown));
        assert_eq!(said("", "mail rejected. ofr_506 [506]"), Some(SpamDetected));
        assert_eq!(said("", "too many recipients this hour. ib607 <x>"), Some(Speeding));
        assert_eq!(said("", "rejected aup#1310"), Some(TooManyConnections));
        assert_eq!(said("", "rejected aup#cxdns"), Some(RequirePtr));
        assert_eq!(said("", "554 5.7.1 rcp-p2 http://postmaster"), Some(Filtered));
        assert_eq!(said("", "see http://mail.i.ua/err/3/"), Some(Suspend));
        assert_eq!(said("5.7.620", "access denied, banned sending ip [192.0.2.1]"), Some(Blocked));
        assert_eq!(said("5.7.1", "550 5.7.1 go"), None);
    }

    #[test]
    fn a_delivering_program_is_known_by_how_it_begins() {
        assert_eq!(said("", "mail.local: unknown user: anna"), Some(UserUnknown));
        assert_eq!(said("", "procmail: couldn't create it"), Some(MailerError));
    }
}
