//! A mailbox on an IMAP server (RFC 3501). Read without touching the flags, one message at a time; marked `\Seen` when it is kept.
//!
//! A server's words about a message never leave this file: what cannot be parsed would be repeated in the error, and with it the mail.

use super::super::sign_in::secret_of;
use super::super::{NO_CONNECTION, NOT_LET_IN, Security, TOO_SLOW};
use super::{ImapServer, Kept, MOST_BYTES, Taken};
use async_imap::error::Error;
use async_imap::{Authenticator, Client, Session};
use futures_util::TryStreamExt;
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, ServerName};
use std::fmt::Debug;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::runtime::Runtime;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::{self, ClientConfig, RootCertStore};

/// A connection, protected or not.
trait Line: AsyncRead + AsyncWrite + Unpin + Send + Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + Debug> Line for T {}

type Open = Session<Box<dyn Line>>;

/// Takes messages that nobody has seen, those that came first first.
pub(super) fn take(server: &ImapServer, most: usize, keep: &mut dyn FnMut(&[u8]) -> Kept) -> Taken {
    let secret = secret_of(&server.sign_in)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| format!("no runtime: {error}"))?;
    let mut session = runtime.block_on(open(server, secret))?;
    let outcome = take_from(&runtime, server, &mut session, most, keep);
    // A server that says nothing to the farewell has done all that was wanted of it.
    let _ = runtime.block_on(in_time(server, session.logout()));
    outcome
}

fn take_from(
    runtime: &Runtime,
    server: &ImapServer,
    session: &mut Open,
    most: usize,
    keep: &mut dyn FnMut(&[u8]) -> Kept,
) -> Taken {
    runtime.block_on(in_time(server, session.select(&server.folder)))?;
    let mut waiting: Vec<u32> = runtime.block_on(in_time(server, session.uid_search("UNSEEN")))?.into_iter().collect();
    waiting.sort_unstable();
    let mut taken = 0;
    for uid in waiting.iter().take(most) {
        let Some(bytes) = runtime.block_on(in_time(server, fetch(session, *uid)))? else { continue };
        match keep(&bytes) {
            Kept::Yes => {}
            Kept::NotYet => continue,
            Kept::Impossible => break,
        }
        runtime.block_on(in_time(server, mark_as_seen(session, *uid)))?;
        taken += 1;
    }
    Ok((taken, taken > 0 && waiting.len() > most))
}

/// The beginning of a message; `None` when it is there no more.
async fn fetch(session: &mut Open, uid: u32) -> Result<Option<Vec<u8>>, Error> {
    let what = format!("(UID BODY.PEEK[]<0.{}>)", MOST_BYTES + 1);
    let mut told = session.uid_fetch(uid.to_string(), what).await?;
    let mut found = None;
    while let Some(one) = told.try_next().await? {
        // A server may tell news of other messages in between.
        if one.uid == Some(uid) {
            found = one.body().map(<[u8]>::to_vec).or(found);
        }
    }
    Ok(found)
}

async fn mark_as_seen(session: &mut Open, uid: u32) -> Result<(), Error> {
    let mut told = session.uid_store(uid.to_string(), "+FLAGS.SILENT (\\Seen)").await?;
    while told.try_next().await?.is_some() {}
    Ok(())
}

async fn in_time<T>(server: &ImapServer, step: impl Future<Output = Result<T, Error>>) -> Result<T, String> {
    match tokio::time::timeout(limit(server), step).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(in_words(&error)),
        Err(_) => Err(TOO_SLOW.to_owned()),
    }
}

fn limit(server: &ImapServer) -> Duration {
    Duration::from_secs(server.timeout_seconds.max(1))
}

/// A failure without a word of any message.
fn in_words(error: &Error) -> String {
    match error {
        Error::No(_) => "the mailbox of reports: the server refuses (NO)".to_owned(),
        Error::Bad(_) => "the mailbox of reports: the server does not understand (BAD)".to_owned(),
        Error::Io(reason) => format!("the mailbox of reports: {}", reason.kind()),
        Error::ConnectionLost => "the mailbox of reports: the connection was lost".to_owned(),
        _ => "the mailbox of reports: the server's answer cannot be read".to_owned(),
    }
}

/// Connects, protects, signs in.
async fn open(server: &ImapServer, secret: String) -> Result<Open, String> {
    let opening = async {
        let unreachable = |reason: std::io::Error| format!("{NO_CONNECTION}: {}", reason.kind());
        let socket = TcpStream::connect((server.host.as_str(), server.port)).await.map_err(unreachable)?;
        socket.set_nodelay(true).map_err(unreachable)?;
        let line: Box<dyn Line> = match server.security {
            Security::None => Box::new(socket),
            Security::Tls => Box::new(protect(server, socket).await?),
            Security::StartTls => {
                let mut client = greeted(Client::new(socket)).await?;
                client.run_command_and_check_ok("STARTTLS", None).await.map_err(|error| not_let_in(&error))?;
                // What came before TLS is thrown away with the client: nothing of it may be believed.
                Box::new(protect(server, client.into_inner()).await?)
            }
        };
        let mut client = Client::new(line);
        if server.security != Security::StartTls {
            client = greeted(client).await?;
        }
        sign_in(server, client, secret).await
    };
    tokio::time::timeout(limit(server), opening).await.unwrap_or_else(|_| Err(TOO_SLOW.to_owned()))
}

async fn greeted<T: AsyncRead + AsyncWrite + Unpin + Send + Debug>(mut client: Client<T>) -> Result<Client<T>, String> {
    match client.read_response().await {
        Ok(Some(_)) => Ok(client),
        Ok(None) => Err(format!("{NOT_LET_IN}: it hung up")),
        Err(error) => Err(format!("{NOT_LET_IN}: {}", error.kind())),
    }
}

/// What the server said to the sign-in: nobody's mail is known yet.
fn not_let_in(error: &Error) -> String {
    match error {
        Error::No(said) | Error::Bad(said) => format!("{NOT_LET_IN}: {}", said.chars().take(200).collect::<String>()),
        other => format!("{NOT_LET_IN}: {}", in_words(other)),
    }
}

async fn sign_in(server: &ImapServer, client: Client<Box<dyn Line>>, secret: String) -> Result<Open, String> {
    let user = &server.sign_in.user;
    let signed = if server.sign_in.token_command.is_empty() {
        client.login(user, &secret).await
    } else {
        let answer = format!("user={user}\x01auth=Bearer {secret}\x01\x01");
        client.authenticate("XOAUTH2", Bearer(Some(answer))).await
    };
    signed.map_err(|(error, _)| not_let_in(&error))
}

/// Says the token, and to the reason of a refusal nothing, as the server then wants (it ends the sign-in with NO).
struct Bearer(Option<String>);

impl Authenticator for Bearer {
    type Response = String;

    fn process(&mut self, _: &[u8]) -> String {
        self.0.take().unwrap_or_default()
    }
}

async fn protect(server: &ImapServer, socket: TcpStream) -> Result<tokio_rustls::client::TlsStream<TcpStream>, String> {
    let unusable = |reason: String| format!("{NOT_LET_IN}: TLS: {reason}");
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for own in server.authority_pem.iter().flat_map(|pem| CertificateDer::pem_slice_iter(pem)) {
        roots.add(own.map_err(|error| unusable(error.to_string()))?).map_err(|error| unusable(error.to_string()))?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let settings = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| unusable(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(server.host.clone()).map_err(|error| unusable(error.to_string()))?;
    TlsConnector::from(Arc::new(settings)).connect(name, socket).await.map_err(|error| unusable(error.to_string()))
}
