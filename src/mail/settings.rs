//! What a mailer has to know, and why some settings cannot work.

use super::compose::Sender;
use super::smtp::Smtp;
use crate::campaign::Pace;
use crate::secret::Secret;
use std::fmt;
use std::path::PathBuf;

/// How letters leave.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The sender's address, also of the envelope.
    pub from: String,
    /// The sender's name; may be empty.
    pub from_name: String,
    /// Where reports about letters go, with the receiver's tag behind a `+`; "" for the sender's own address.
    pub bounce_address: String,
    /// The key that signs letters; `None` where the mail server does.
    pub dkim: Option<Dkim>,
    /// How many letters to one domain are on their way at once. At least 1.
    pub domain_connections: usize,
    /// How fast letters leave, and when.
    pub pace: Pace,
    /// Where they go.
    pub transport: Transport,
}

/// The key that signs letters.
#[derive(Clone, Debug)]
pub struct Dkim {
    /// The signing domain.
    pub domain: String,
    /// Under which name its public half stands in the DNS.
    pub selector: String,
    /// The private key, PEM.
    pub key_pem: Secret,
}

impl Settings {
    /// A sender whose letters go to a mail server on this machine, unsigned.
    pub fn plain(from: &str, from_name: &str) -> Self {
        Self {
            from: from.to_owned(),
            from_name: from_name.to_owned(),
            bounce_address: String::new(),
            dkim: None,
            domain_connections: usize::MAX,
            pace: Pace::UNHURRIED,
            transport: Transport::Smtp(vec![SmtpServer::plain("localhost", 25)]),
        }
    }

    /// Whether a mailer could be opened with them. Connects to nothing and makes no folder.
    ///
    /// # Errors
    /// What in them cannot work.
    pub fn check(&self) -> Result<(), Unusable> {
        let sender = Sender::open(self)?;
        match &self.transport {
            Transport::Folder(_) => Ok(()),
            Transport::Smtp(servers) => Smtp::open(servers, self.domain_connections, sender).map(drop),
        }
    }
}

/// Where letters go.
#[derive(Clone, Debug)]
pub enum Transport {
    /// One file per letter in a folder.
    Folder(PathBuf),
    /// A mail server, then those that take its place while it cannot be reached.
    Smtp(Vec<SmtpServer>),
}

/// A mail server.
#[derive(Clone, Debug)]
pub struct SmtpServer {
    /// Its host name; with TLS the one in its certificate.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// How to sign in, where it wants that.
    pub sign_in: Option<SignIn>,
    /// A certificate authority of the body's own, PEM; the public ones are always trusted.
    pub authority_pem: Option<Vec<u8>>,
    /// How many connections at once. At least 1.
    pub connections: usize,
    /// How long one step of the conversation may take.
    pub timeout_seconds: u64,
}

impl SmtpServer {
    /// An unprotected server, eight connections, a minute for each step.
    pub fn plain(host: &str, port: u16) -> Self {
        Self {
            host: host.to_owned(),
            port,
            security: Security::None,
            sign_in: None,
            authority_pem: None,
            connections: 8,
            timeout_seconds: 60,
        }
    }
}

/// How to sign in.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// The user.
    pub user: String,
    /// The password; with `token_command` unused.
    pub password: Secret,
    /// A command that prints an OAuth2 access token (XOAUTH2), asked anew for each connection: program and arguments. Empty for none.
    pub token_command: Vec<String>,
}

/// How an SMTP connection is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// Not at all: for a server on the same machine or network.
    None,
    /// Upgraded by STARTTLS; refused where the server lacks it.
    StartTls,
    /// TLS from the first byte.
    Tls,
}

/// Why settings cannot work.
#[derive(Debug)]
pub enum Unusable {
    /// The sender's address is not one.
    From,
    /// The address for reports is not one.
    BounceAddress,
    /// The key for signing is none: PEM, RSA of 2,048 bits or more, or Ed25519.
    DkimKey,
    /// The outbox folder cannot be made or written to.
    Folder(PathBuf, std::io::Error),
    /// The host name or the certificate authority cannot be used for TLS.
    Tls(String),
    /// A password would cross the network unprotected.
    PasswordInClear,
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::From => f.write_str("mail.from is not an e-mail address"),
            Self::BounceAddress => f.write_str("mail.bounce_address is not an e-mail address"),
            Self::DkimKey => f.write_str("mail.dkim_key is no private key: PEM, RSA of 2048 bits or more, or Ed25519"),
            Self::Folder(path, reason) => write!(f, "the outbox folder {} cannot be used: {reason}", path.display()),
            Self::Tls(reason) => write!(f, "TLS to the mail server cannot be set up: {reason}"),
            Self::PasswordInClear => {
                f.write_str("mail.smtp_password would cross the network unprotected: set mail.smtp_security to starttls or tls")
            }
        }
    }
}

impl std::error::Error for Unusable {}
