//! What a mailer has to know, and why some settings cannot work.

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
    /// Where they go.
    pub transport: Transport,
}

/// Where letters go.
#[derive(Clone, Debug)]
pub enum Transport {
    /// One file per letter in a folder.
    Folder(PathBuf),
    /// A mail server.
    Smtp(SmtpServer),
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
    /// User and password, where it wants them.
    pub credentials: Option<(String, Secret)>,
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
            credentials: None,
            authority_pem: None,
            connections: 8,
            timeout_seconds: 60,
        }
    }
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
            Self::Folder(path, reason) => write!(f, "the outbox folder {} cannot be used: {reason}", path.display()),
            Self::Tls(reason) => write!(f, "TLS to the mail server cannot be set up: {reason}"),
            Self::PasswordInClear => {
                f.write_str("mail.smtp_password would cross the network unprotected: set mail.smtp_security to starttls or tls")
            }
        }
    }
}

impl std::error::Error for Unusable {}
