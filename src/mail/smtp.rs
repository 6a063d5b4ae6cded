//! Letters through a mail server, several connections at once.
//!
//! The connections are our own sockets with `TCP_NODELAY` (measured: 8,275 letters a second on one connection against 22 without)
//! and the conversation is spoken step by step, because what a refusal means depends on the step: a refused receiver is one
//! person's affair, a refused sender or password is ours and must not cost anybody the invitation.
//!
//! A connection is kept from one round to the next. While the first server cannot be reached, the next takes its place.

use super::compose::{Composed, Sender, compose};
use super::hand_over::{Patience, asks_in_one_go, hand_over};
use super::probe::{Halted, Stage};
use super::queue::{Next, Queue};
use super::sign_in::secret_of;
use super::tls_stream::TlsStream;
use super::verdict::{Failure, Step, judge, status};
use super::words::{private_words, without};
use super::{Message, NO_CONNECTION, Security, Sent, SmtpServer, TOO_SLOW, Unusable};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Mail, Rset};
use lettre::transport::smtp::extension::ClientId;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio::runtime::Runtime;
use tokio::sync::{Notify, mpsc};

/// Servers end a connection that says nothing for five minutes (RFC 5321, 4.5.3.2.7); most of them earlier.
const MOST_IDLE: Duration = Duration::from_secs(25);

/// How long a connection that is not used any more may take to end.
const FAREWELL: Duration = Duration::from_secs(1);

/// The mail servers and how to speak to them.
#[derive(Debug)]
pub struct Smtp {
    lines: Arc<[Line]>,
    connections: usize,
    domain_connections: usize,
    /// One round at a time; what it left open is for the next.
    kept: Mutex<Option<Kept>>,
}

#[derive(Debug)]
struct Kept {
    /// Some, until it is dropped.
    runtime: Option<Runtime>,
    open: Vec<Open>,
}

/// A connection to a server that has let us in.
pub(super) struct Talk {
    connection: AsyncSmtpConnection,
    /// Whether the server takes several commands at once.
    pipelining: bool,
}

/// A connection that waits for a letter.
struct Open {
    talk: Talk,
    line: usize,
    since: Instant,
    /// Whether it carried a letter before: then the server may have ended it in the meantime.
    used: bool,
}

impl std::fmt::Debug for Open {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Open(..)")
    }
}

impl Drop for Kept {
    /// Whoever lets go of the last mailer may be inside of a runtime, where another may not be waited for.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// What every connection to one server needs to know.
#[derive(Debug)]
pub(super) struct Line {
    server: SmtpServer,
    tls: Option<Tls>,
    sender: Sender,
    hello: ClientId,
}

struct Tls(TlsParameters);

impl std::fmt::Debug for Tls {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tls(..)")
    }
}

/// A round on its way.
struct Round {
    lines: Arc<[Line]>,
    messages: Arc<[Message]>,
    queue: Mutex<Queue>,
    /// Whoever is on the way then takes no other letter.
    until: Instant,
    ended: Notify,
    open: Mutex<Vec<Open>>,
}

impl Smtp {
    pub(super) fn open(servers: &[SmtpServer], domain_connections: usize, sender: Sender) -> Result<Self, Unusable> {
        let lines: Arc<[Line]> = servers.iter().map(|server| Line::open(server, &sender)).collect::<Result<_, _>>()?;
        let connections = lines.first().map_or(1, |line| line.server.connections.max(1));
        Ok(Self { lines, connections, domain_connections, kept: Mutex::default() })
    }

    pub(super) fn send_all(&self, messages: &[Message], each: &mut dyn FnMut(usize, Sent)) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let mut own = match kept.take().map_or_else(begin, Ok) {
            Ok(own) => own,
            Err(reason) => {
                return (0..messages.len()).for_each(|index| each(index, Sent::Later(format!("no runtime: {reason}"))));
            }
        };
        let open = std::mem::take(&mut own.open);
        if let Some(runtime) = &own.runtime {
            own.open = runtime.block_on(self.send_round(messages.into(), open, each));
        }
        *kept = Some(own);
    }

    async fn send_round(&self, messages: Arc<[Message]>, open: Vec<Open>, each: &mut dyn FnMut(usize, Sent)) -> Vec<Open> {
        let (report, mut reports) = mpsc::unbounded_channel();
        let count = messages.len();
        let round = Arc::new(Round {
            lines: self.lines.clone(),
            queue: Mutex::new(Queue::new(messages.iter().map(|message| message.to.as_str()), self.domain_connections)),
            messages,
            until: Instant::now() + self.lines.first().map_or(Duration::ZERO, Line::step) * 2,
            ended: Notify::new(),
            open: Mutex::new(open),
        });
        // A greeting, above all with TLS, costs more than a letter: no connection for a single one.
        let workers: Vec<_> =
            (0..self.connections.min(count.div_ceil(2))).map(|_| tokio::spawn(work(round.clone(), report.clone()))).collect();
        drop(report);
        let mut told = vec![false; count];
        while let Some((index, sent)) = reports.recv().await {
            told[index] = true;
            each(index, sent);
        }
        let mut reason = NO_CONNECTION.to_owned();
        for worker in workers {
            if let Ok(Err(given_up)) = worker.await {
                reason = given_up;
            }
        }
        // Every worker gave up before the round was done: nobody touched the rest.
        for index in (0..count).filter(|index| !told[*index]) {
            each(index, Sent::Later(reason.clone()));
        }
        let mut open = round.open.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *open)
    }
}

fn begin() -> std::io::Result<Kept> {
    Ok(Kept { runtime: Some(tokio::runtime::Builder::new_current_thread().enable_all().build()?), open: Vec::new() })
}

impl Round {
    /// Whether nothing is left to hand out: no new connection is worth its greeting.
    fn is_done(&self) -> bool {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    fn next(&self) -> Next {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).next()
    }

    fn end(&self, domain: usize, sent: &Sent) {
        let words = if let Sent::Deferred(words) = sent { Some(words.as_str()) } else { None };
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).ended(domain, words);
        self.ended.notify_waiters();
    }

    fn keep(&self, open: Open) {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).push(open);
    }

    /// A connection kept from before, else a new one: to the first server that lets us in.
    async fn connect(&self) -> Result<Open, String> {
        loop {
            let kept = self.open.lock().unwrap_or_else(PoisonError::into_inner).pop();
            match kept {
                Some(open) if open.since.elapsed() < MOST_IDLE => return Ok(open),
                Some(mut old) => {
                    self.lines[old.line].quit(&mut old.talk).await;
                }
                None => break,
            }
        }
        let mut reason = NO_CONNECTION.to_owned();
        for (number, line) in self.lines.iter().enumerate() {
            match line.connect().await {
                Ok(talk) => return Ok(Open { talk, line: number, since: Instant::now(), used: false }),
                // Of the usual server's trouble the office wants to know, not of its stand-in's.
                Err(told) if number == 0 => reason = told,
                Err(_) => {}
            }
        }
        Err(reason)
    }
}

/// Takes messages one after the other until none is left, or gives up when no connection can be had.
/// The connection comes before the message: whoever gives up has nothing in hand.
async fn work(round: Arc<Round>, report: mpsc::UnboundedSender<(usize, Sent)>) -> Result<(), String> {
    let mut open: Option<Open> = None;
    loop {
        let mut own = match open.take() {
            Some(open) => open,
            None => round.connect().await?,
        };
        // Registered before looking, so that no end is missed in between.
        let ended = round.ended.notified();
        let (index, domain) = match round.next() {
            Next::Send(index, domain) => (index, domain),
            Next::PutOff(index, words) => {
                open = Some(own);
                if report.send((index, Sent::Deferred(words))).is_err() {
                    break;
                }
                continue;
            }
            Next::Wait => {
                open = Some(own);
                ended.await;
                continue;
            }
            Next::Nothing => {
                open = Some(own);
                break;
            }
        };
        let message = &round.messages[index];
        let mut over = false;
        let sent = match compose(message, &round.lines[own.line].sender) {
            Ok(composed) => {
                let mut delivered = round.lines[own.line].deliver(&mut own.talk, &composed, message).await;
                // The server had hung up while nobody spoke: no word of this letter reached it.
                if delivered.unheard && own.used {
                    delivered = match round.connect().await {
                        Ok(fresh) => {
                            own = fresh;
                            round.lines[own.line].deliver(&mut own.talk, &composed, message).await
                        }
                        Err(reason) => Delivered { sent: Sent::Later(reason), unheard: false, over: true },
                    };
                }
                over = delivered.over;
                delivered.sent
            }
            Err(unwritable) => unwritable.into(),
        };
        round.end(domain, &sent);
        (own.used, own.since) = (true, Instant::now());
        let ends = report.send((index, sent)).is_err();
        if !over {
            open = Some(own);
        }
        if ends || (open.is_none() && round.is_done()) {
            break;
        }
        if Instant::now() > round.until {
            return give_up(&round, open);
        }
    }
    if let Some(open) = open {
        round.keep(open);
    }
    Ok(())
}

/// The server is so slow that the rest had better wait: nobody else must think that we had died.
fn give_up(round: &Round, open: Option<Open>) -> Result<(), String> {
    if let Some(open) = open {
        round.keep(open);
    }
    if round.is_done() { Ok(()) } else { Err(TOO_SLOW.to_owned()) }
}

/// How handing over a message went.
struct Delivered {
    sent: Sent,
    /// The connection ended before the server said a word about it.
    unheard: bool,
    /// The connection carries no other letter.
    over: bool,
}

impl Line {
    /// Connects to nothing yet.
    pub(super) fn open(server: &SmtpServer, sender: &Sender) -> Result<Self, Unusable> {
        let local = ["localhost", "127.0.0.1", "::1"].contains(&server.host.as_str());
        if server.security == Security::None && server.sign_in.is_some() && !local {
            return Err(Unusable::PasswordInClear);
        }
        let tls = match server.security {
            Security::None => None,
            Security::StartTls | Security::Tls => Some(Tls(tls_parameters(server)?)),
        };
        Ok(Self { server: server.clone(), tls, sender: sender.clone(), hello: ClientId::default() })
    }

    /// Connects, protects, signs in, in twice the time of a step: the lease of letters counts on that. The reason of a failure names no
    /// receiver: there is none yet.
    async fn connect(&self) -> Result<Talk, String> {
        match tokio::time::timeout(self.step() * 2, self.reach()).await {
            Ok(reached) => reached.map_err(|halted| halted.reason),
            Err(_) => Err(TOO_SLOW.to_owned()),
        }
    }

    /// The same, and where it came to a halt.
    pub(super) async fn reach(&self) -> Result<Talk, Halted> {
        let socket = self.dial().await.map_err(Halted::unconnected)?;
        let stream: Box<dyn AsyncTokioStream> = match (&self.tls, self.server.security) {
            (Some(Tls(parameters)), Security::Tls) => {
                Box::new(self.at(Stage::Protection, TlsStream::open(socket, parameters.clone())).await?)
            }
            _ => Box::new(socket),
        };
        let mut connection = self.at(Stage::Greeting, AsyncSmtpConnection::connect_with_transport(stream, &self.hello)).await?;
        if let (Some(Tls(parameters)), Security::StartTls) = (&self.tls, self.server.security) {
            self.at(Stage::Protection, connection.starttls(parameters.clone(), &self.hello)).await?;
        }
        if let Some(sign_in) = &self.server.sign_in {
            let own = sign_in.clone();
            let asked = tokio::task::spawn_blocking(move || secret_of(&own)).await;
            let secret = asked.map_err(|error| error.to_string()).and_then(|told| told).map_err(Halted::without_token)?;
            let mechanisms: &[Mechanism] =
                if sign_in.token_command.is_empty() { &[Mechanism::Plain, Mechanism::Login] } else { &[Mechanism::Xoauth2] };
            let credentials = Credentials::new(sign_in.user.clone(), secret.clone());
            let signed_in = self.at(Stage::SignIn, connection.auth(mechanisms, &credentials)).await;
            signed_in.map_err(|halted| halted.hiding(&secret))?;
        }
        let pipelining = self.at(Stage::Greeting, asks_in_one_go(&mut connection, &self.hello)).await?;
        Ok(Talk { connection, pipelining })
    }

    fn step(&self) -> Duration {
        Duration::from_secs(self.server.timeout_seconds.max(1))
    }

    async fn dial(&self) -> Result<TcpStream, String> {
        let limit = self.step();
        let address = (self.server.host.as_str(), self.server.port);
        let socket = match tokio::time::timeout(limit, TcpStream::connect(address)).await {
            Ok(Ok(socket)) => socket,
            Ok(Err(reason)) => return Err(format!("{NO_CONNECTION}: {reason}")),
            Err(_) => return Err(format!("{NO_CONNECTION}: timed out")),
        };
        socket.set_nodelay(true).map_err(|reason| format!("{NO_CONNECTION}: {reason}"))?;
        Ok(socket)
    }

    async fn at<T>(&self, stage: Stage, step: impl Future<Output = Result<T, Error>>) -> Result<T, Halted> {
        Patience::once(self.step()).wait(step).await.map_err(|failure| Halted::of(stage, &failure))
    }

    /// Whether the server lets this sender write. No receiver is named, and nothing is left of it.
    pub(super) async fn offer_sender(&self, talk: &mut Talk, tag: &str) -> Result<(), Halted> {
        let from = self.sender.return_path(tag);
        self.at(Stage::Sender, talk.connection.command(Mail::new(Some(from), Vec::new()))).await?;
        self.at(Stage::Sender, talk.connection.command(Rset)).await.map(drop)
    }

    /// Says good-bye.
    pub(super) async fn quit(&self, talk: &mut Talk) {
        let _: Result<_, Failure> = Patience::once(FAREWELL).wait(talk.connection.quit()).await;
    }

    /// Writes and hands over a message.
    pub(super) async fn send(&self, talk: &mut Talk, message: &Message) -> Sent {
        match compose(message, &self.sender) {
            Ok(composed) => self.deliver(talk, &composed, message).await.sent,
            Err(unwritable) => unwritable.into(),
        }
    }

    async fn deliver(&self, talk: &mut Talk, composed: &Composed, message: &Message) -> Delivered {
        let patience = Patience::of(self.step());
        let private = || private_words(composed.to.as_ref(), &message.to_name);
        let (step, failure) = match hand_over(&mut talk.connection, talk.pipelining, patience, composed).await {
            Ok(response) => {
                let said = response.message().collect::<Vec<_>>().join(" ");
                let words = format!("{} {}", response.code(), without(&said, &private()));
                return Delivered { sent: Sent::Accepted(words.chars().take(200).collect()), unheard: false, over: false };
            }
            Err(failed) => failed,
        };
        let answered = matches!(&failure, Failure::Said(error) if error.status().is_some());
        let sent = judge(step, &failure, &private());
        // After an answer the conversation goes on; 421 or silence ends it, and nobody waits for a farewell.
        let goes_on = answered && status(&failure) != Some(421) && patience.wait(talk.connection.command(Rset)).await.is_ok();
        let unheard = step == Step::Sender && !answered && matches!(failure, Failure::Said(_));
        Delivered { sent, unheard, over: !goes_on }
    }
}

fn tls_parameters(server: &SmtpServer) -> Result<TlsParameters, Unusable> {
    let unusable = |reason: Error| Unusable::Tls(reason.to_string());
    let mut builder = TlsParameters::builder(server.host.clone());
    if let Some(pem) = &server.authority_pem {
        builder = builder.add_root_certificate(Certificate::from_pem(pem).map_err(unusable)?);
    }
    builder.build().map_err(unusable)
}

#[cfg(test)]
mod tests {
    use super::super::{Settings, SignIn};
    use super::*;

    #[test]
    fn a_password_never_crosses_the_network_in_clear() {
        let mut server = SmtpServer::plain("mail.provincia.example", 25);
        server.sign_in =
            Some(SignIn { user: "urp".to_owned(), password: crate::secret::Secret::new("x"), token_command: Vec::new() });
        let sender = || Sender::open(&Settings::plain("urp@provincia.example", "")).unwrap();
        let open = |server: &SmtpServer| Smtp::open(std::slice::from_ref(server), 8, sender());
        assert!(matches!(open(&server), Err(Unusable::PasswordInClear)));
        server.security = Security::StartTls;
        assert!(open(&server).is_ok());
        server.authority_pem = Some(b"no certificate".to_vec());
        assert!(matches!(open(&server), Ok(_) | Err(Unusable::Tls(_))));
    }
}
