//! Looks how far letters would come: every way that the settings name, step by step, by the very code that sends them.

use super::compose::Sender;
use super::folder::Folder;
use super::smtp::{Line, Talk};
use super::verdict::{Failure, words};
use super::{Message, NOT_LET_IN, Security, Sent, Settings, SmtpServer, TOO_SLOW, Transport, Unusable};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lettre::transport::smtp::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use tokio::runtime::Builder;
use tokio_rustls::rustls;
use tokio_rustls::rustls::CertificateError;

/// What the return path of a probe carries, as the tag of an invitation: so that a server that knows no tags shows it.
pub const TAG: &str = "test";

/// No step takes longer, so that whoever waits for the answer has it while they still wait.
pub const MOST_SECONDS: u64 = 20;

/// A step on the way of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The outbox folder is written to.
    Folder,
    /// The server's port is reached.
    Connection,
    /// What answers there is a mail server that has time for us.
    Greeting,
    /// The connection is protected by TLS.
    Protection,
    /// The user is signed in.
    SignIn,
    /// The server takes letters from this sender.
    Sender,
}

impl Stage {
    /// Its code, the same in every language.
    pub fn code(self) -> &'static str {
        match self {
            Self::Folder => "folder",
            Self::Connection => "connection",
            Self::Greeting => "greeting",
            Self::Protection => "protection",
            Self::SignIn => "sign_in",
            Self::Sender => "sender",
        }
    }

    /// The steps of a server, in their order.
    fn of(security: Security) -> [Self; 5] {
        match security {
            Security::Tls => [Self::Connection, Self::Protection, Self::Greeting, Self::SignIn, Self::Sender],
            _ => [Self::Connection, Self::Greeting, Self::Protection, Self::SignIn, Self::Sender],
        }
    }
}

/// Why a step failed, as far as it tells what to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The folder cannot be written to.
    Folder,
    /// The port cannot be reached.
    Unreachable,
    /// Nothing was said in time.
    Silent,
    /// The server refused, in words of its own.
    Refused,
    /// It does not offer STARTTLS.
    NoStartTls,
    /// What answers does not speak TLS.
    NotTls,
    /// The certificate is signed by an authority that is not known.
    StrangeAuthority,
    /// The certificate is of another name.
    OtherName,
    /// The certificate is over, or not valid yet.
    Expired,
    /// The certificate cannot be accepted for another reason.
    BadCertificate,
    /// It offers no way of signing in that we know.
    NoMechanism,
    /// The command for the access token failed.
    TokenCommand,
    /// Anything else: the connection broke, or what was said makes no sense.
    Broken,
}

/// What was found at a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It works.
    Passed,
    /// The settings do not ask for it.
    NotNeeded,
    /// It does not work: why, and the words, which name neither a receiver nor a password.
    Failed(Cause, String),
    /// An earlier step failed.
    NotReached,
}

/// A way out for letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// A folder.
    Folder(PathBuf),
    /// A mail server.
    Server {
        /// Its host name.
        host: String,
        /// Its port.
        port: u16,
        /// How the connection is protected.
        security: Security,
        /// Who signs in, where anybody does.
        user: Option<String>,
        /// Whether it only takes the place of another.
        stand_in: bool,
    },
}

/// What was found on one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// Which.
    pub way: Way,
    /// Its steps in their order.
    pub found: Vec<(Stage, Found)>,
}

impl Probe {
    /// Whether a letter could take it.
    pub fn is_open(&self) -> bool {
        self.found.iter().all(|(_, found)| matches!(found, Found::Passed | Found::NotNeeded))
    }
}

/// What was found on every way, and what became of the letter that was to be sent on the first open one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probed {
    /// The ways in the order in which they are tried.
    pub ways: Vec<Probe>,
    /// How the letter ended, and on which way it went; `None` where there was none, or no way was open.
    pub letter: Option<(usize, Sent)>,
}

/// Where a connection came to a halt.
#[derive(Debug)]
pub(super) struct Halted {
    pub(super) at: Stage,
    pub(super) cause: Cause,
    /// For people; names no receiver.
    pub(super) reason: String,
}

impl Halted {
    pub(super) fn unconnected(reason: String) -> Self {
        Self { at: Stage::Connection, cause: Cause::Unreachable, reason }
    }

    pub(super) fn without_token(reason: String) -> Self {
        Self { at: Stage::SignIn, cause: Cause::TokenCommand, reason }
    }

    pub(super) fn of(at: Stage, failure: &Failure) -> Self {
        match failure {
            Failure::TooSlow => Self { at, cause: Cause::Silent, reason: TOO_SLOW.to_owned() },
            Failure::Said(error) => {
                Self { at, cause: cause_of(at, error), reason: format!("{NOT_LET_IN}: {}", words(error, &[])) }
            }
        }
    }

    /// Without a password that a server repeats, as it is or as it went over the wire.
    pub(super) fn hiding(mut self, secret: &str) -> Self {
        let wire = STANDARD.encode(secret);
        for told in [secret, wire.as_str()].into_iter().filter(|told| !told.is_empty()) {
            self.reason = self.reason.replace(told, "***");
        }
        self
    }
}

fn cause_of(at: Stage, error: &Error) -> Cause {
    if error.status().is_some() {
        return Cause::Refused;
    }
    match tls_error(error) {
        Some(rustls::Error::InvalidCertificate(reason)) => return cause_of_certificate(reason),
        Some(rustls::Error::InvalidMessage(_)) => return Cause::NotTls,
        _ => {}
    }
    match at {
        Stage::Protection if error.is_client() => Cause::NoStartTls,
        Stage::SignIn if error.is_client() => Cause::NoMechanism,
        _ => Cause::Broken,
    }
}

fn cause_of_certificate(reason: &CertificateError) -> Cause {
    match reason {
        CertificateError::UnknownIssuer => Cause::StrangeAuthority,
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => Cause::OtherName,
        CertificateError::Expired
        | CertificateError::ExpiredContext { .. }
        | CertificateError::NotValidYet
        | CertificateError::NotValidYetContext { .. } => Cause::Expired,
        _ => Cause::BadCertificate,
    }
}

/// What TLS says, which lies inside of an error of the operating system's kind.
fn tls_error(error: &Error) -> Option<&rustls::Error> {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(own) = cause {
        if let Some(outer) = own.downcast_ref::<std::io::Error>() {
            return outer.get_ref()?.downcast_ref();
        }
        cause = own.source();
    }
    None
}

/// Tries every way, and sends a letter on the first that is open. Leaves nothing behind but that letter. Blocks, at most some
/// minutes where servers fall silent; not for an asynchronous worker thread.
///
/// # Errors
/// What in the settings cannot work.
pub fn probe(settings: &Settings, letter: Option<&Message>) -> Result<Probed, Unusable> {
    let sender = Sender::open(settings)?;
    match &settings.transport {
        Transport::Folder(path) => probe_folder(path, sender, letter),
        Transport::Smtp(servers) => probe_servers(servers, &sender, letter),
    }
}

fn probe_folder(path: &Path, sender: Sender, letter: Option<&Message>) -> Result<Probed, Unusable> {
    let found = match try_folder(path) {
        Ok(()) => Found::Passed,
        Err(reason) => Found::Failed(Cause::Folder, reason.to_string()),
    };
    let letter = match letter.filter(|_| found == Found::Passed) {
        Some(letter) => Some((0, Folder::open(path, sender)?.send(letter))),
        None => None,
    };
    let way = Way::Folder(path.to_owned());
    Ok(Probed { ways: vec![Probe { way, found: vec![(Stage::Folder, found)] }], letter })
}

/// Writes a file and takes it away, with the folders that were made for it.
fn try_folder(path: &Path) -> std::io::Result<()> {
    let missing: Vec<&Path> = path.ancestors().take_while(|own| !own.as_os_str().is_empty() && !own.exists()).collect();
    let file = path.join(format!(".{}.part", uuid::Uuid::new_v4().simple()));
    let written = std::fs::create_dir_all(path).and_then(|()| {
        let mut opened = std::fs::File::create_new(&file)?;
        opened.write_all(b"test\n")?;
        opened.sync_all()
    });
    let removed = if file.exists() { std::fs::remove_file(&file) } else { Ok(()) };
    for made in missing {
        // Another sender may be using it by now.
        let _ = std::fs::remove_dir(made);
    }
    written.and(removed)
}

fn probe_servers(servers: &[SmtpServer], sender: &Sender, letter: Option<&Message>) -> Result<Probed, Unusable> {
    let patient = |server: &SmtpServer| {
        let timeout_seconds = server.timeout_seconds.min(MOST_SECONDS);
        Line::open(&SmtpServer { timeout_seconds, ..server.clone() }, sender)
    };
    let lines: Vec<Line> = servers.iter().map(patient).collect::<Result<_, _>>()?;
    let (ends, letter) = match Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => {
            let probed = runtime.block_on(try_lines(lines, letter));
            // A name that is still being looked up holds nobody up.
            runtime.shutdown_background();
            probed
        }
        Err(reason) => (servers.iter().map(|_| Err(Halted::unconnected(format!("no runtime: {reason}")))).collect(), None),
    };
    let way = |place: usize, server: &SmtpServer| Way::Server {
        host: server.host.clone(),
        port: server.port,
        security: server.security,
        user: server.sign_in.as_ref().map(|sign_in| sign_in.user.clone()),
        stand_in: place > 0,
    };
    let ways = servers
        .iter()
        .zip(ends)
        .enumerate()
        .map(|(place, (server, end))| Probe { way: way(place, server), found: found_on(server, end) });
    Ok(Probed { ways: ways.collect(), letter })
}

/// All at the same time: whoever waits, waits for the slowest alone.
async fn try_lines(lines: Vec<Line>, letter: Option<&Message>) -> (Vec<Result<(), Halted>>, Option<(usize, Sent)>) {
    let tried: Vec<_> = lines.into_iter().map(|line| tokio::spawn(try_line(line))).collect();
    let (mut ends, mut sent) = (Vec::new(), None);
    for (place, one) in tried.into_iter().enumerate() {
        ends.push(match one.await {
            Ok((line, Ok(mut connection))) => {
                if let Some(letter) = letter.filter(|_| sent.is_none()) {
                    sent = Some((place, line.send(&mut connection, letter).await));
                }
                line.quit(&mut connection).await;
                Ok(())
            }
            Ok((_, Err(halted))) => Err(halted),
            Err(broken) => Err(Halted::unconnected(broken.to_string())),
        });
    }
    (ends, sent)
}

async fn try_line(line: Line) -> (Line, Result<Talk, Halted>) {
    let mut reached = line.reach().await;
    if let Ok(connection) = &mut reached
        && let Err(halted) = line.offer_sender(connection, TAG).await
    {
        line.quit(connection).await;
        reached = Err(halted);
    }
    (line, reached)
}

fn found_on(server: &SmtpServer, end: Result<(), Halted>) -> Vec<(Stage, Found)> {
    let needed = |stage: Stage| match stage {
        Stage::Protection => server.security != Security::None,
        Stage::SignIn => server.sign_in.is_some(),
        _ => true,
    };
    let stages = Stage::of(server.security);
    let halt = end.err();
    let halted_at = halt.as_ref().and_then(|halt| stages.iter().position(|stage| *stage == halt.at)).unwrap_or(stages.len());
    let found = stages.iter().enumerate().map(|(place, stage)| match &halt {
        Some(halt) if place == halted_at => Found::Failed(halt.cause, halt.reason.clone()),
        Some(_) if place > halted_at => Found::NotReached,
        _ if needed(*stage) => Found::Passed,
        _ => Found::NotNeeded,
    });
    stages.iter().copied().zip(found).collect()
}

#[cfg(test)]
mod tests {
    use super::super::compose::tests::message;
    use super::*;

    fn in_folder(path: &Path) -> Settings {
        Settings { transport: Transport::Folder(path.to_owned()), ..Settings::plain("urp@provincia.example", "URP") }
    }

    #[test]
    fn steps_after_the_one_that_failed_are_not_reached_and_those_nobody_asked_for_are_not_needed() {
        let server = SmtpServer::plain("mail.provincia.example", 25);
        let halted = |at| Err(Halted { at, cause: Cause::Refused, reason: "535".to_owned() });
        let codes = |security, end| {
            let found = found_on(&SmtpServer { security, ..server.clone() }, end);
            let sign = |found: &Found| match found {
                Found::Passed => '+',
                Found::NotNeeded => '/',
                Found::Failed(..) => '!',
                Found::NotReached => '-',
            };
            found.iter().map(|(stage, found)| format!("{}{}", sign(found), stage.code())).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(codes(Security::None, Ok(())), "+connection +greeting /protection /sign_in +sender");
        assert_eq!(codes(Security::StartTls, halted(Stage::Protection)), "+connection +greeting !protection -sign_in -sender");
        assert_eq!(codes(Security::Tls, halted(Stage::Protection)), "+connection !protection -greeting -sign_in -sender");
        assert_eq!(codes(Security::Tls, halted(Stage::Sender)), "+connection +protection +greeting /sign_in !sender");
    }

    #[test]
    fn a_password_that_a_server_repeats_is_hidden() {
        let halted = Halted::of(Stage::SignIn, &Failure::TooSlow);
        let told = Halted { reason: "535 s3greto! is wrong, czNncmV0byE= too".to_owned(), ..halted };
        assert_eq!(told.hiding("s3greto!").reason, "535 *** is wrong, *** too");
    }

    #[test]
    fn a_folder_is_tried_without_leaving_anything_behind_but_the_letter() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("a/outbox");
        let probed = probe(&in_folder(&folder), None).unwrap();
        assert!(probed.ways[0].is_open() && probed.letter.is_none());
        assert_eq!(std::fs::read_dir(outer.path()).unwrap().count(), 0);
        let probed = probe(&in_folder(&folder), Some(&message("a@example.org"))).unwrap();
        assert_eq!(probed.letter, Some((0, Sent::Accepted(String::new()))));
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_cannot_be_written_to_says_why_and_gets_no_letter() {
        let outer = tempfile::tempdir().unwrap();
        let file = outer.path().join("file");
        std::fs::write(&file, "").unwrap();
        let probed = probe(&in_folder(&file.join("outbox")), Some(&message("a@example.org"))).unwrap();
        assert!(matches!(&probed.ways[0].found[..], [(Stage::Folder, Found::Failed(Cause::Folder, _))]), "{probed:?}");
        assert_eq!(probed.letter, None);
    }
}
