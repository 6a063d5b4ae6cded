//! A small, honest mail server: real sockets, real conversation, and every misbehaviour a sender must live through.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// What the server does with a receiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Takes the message.
    Take,
    /// Says this to `RCPT`.
    AtReceiver(&'static str),
    /// Says this after the message.
    AtContent(&'static str),
    /// Takes the message and hangs up without a word.
    TakeAndHangUp,
    /// Says nothing to `RCPT` until the client goes away.
    FallSilent,
}

/// A message as it arrived.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// The envelope's sender.
    pub from: String,
    /// The envelope's receiver.
    pub to: String,
    /// Headers and body, dots unstuffed.
    pub data: String,
}

/// How a server differs from the plainest one.
#[derive(Clone, Default)]
pub struct Manners {
    /// The user and password it demands.
    pub login: Option<(&'static str, &'static str)>,
    /// Its certificate.
    pub tls: Option<Arc<ServerConfig>>,
    /// Whether TLS begins at once; otherwise by `STARTTLS`.
    pub tls_at_once: bool,
    /// What it says to every `MAIL` instead of 250.
    pub at_sender: Option<&'static str>,
    /// Takes several commands at once, and says so.
    pub pipelining: bool,
    /// Asks for the content although nobody takes it, and refuses it then.
    pub careless: bool,
    /// Hangs up politely with 421 after so many messages on a connection.
    pub most_per_connection: Option<usize>,
}

struct Shared {
    manners: Manners,
    answer: Box<dyn Fn(&str) -> Answer + Send + Sync>,
    arrived: Mutex<Vec<Arrived>>,
    connections: AtomicUsize,
    stopped: AtomicBool,
}

/// The server; stops when dropped.
pub struct SmtpServer {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

impl SmtpServer {
    /// One that takes everything.
    pub fn start() -> Self {
        Self::answering(Manners::default(), |_| Answer::Take)
    }

    /// One that decides by receiver.
    pub fn answering(manners: Manners, answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Self {
        Self::listening(TcpListener::bind("127.0.0.1:0").expect("a free port"), manners, answer)
    }

    /// The same on a listener of the caller's.
    pub fn listening(listener: TcpListener, manners: Manners, answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Self {
        let address = listener.local_addr().expect("it listens");
        let shared = Arc::new(Shared {
            manners,
            answer: Box::new(answer),
            arrived: Mutex::default(),
            connections: AtomicUsize::new(0),
            stopped: AtomicBool::new(false),
        });
        let own = Arc::clone(&shared);
        let listening = std::thread::spawn(move || {
            for socket in listener.incoming().map_while(Result::ok) {
                if own.stopped.load(Ordering::SeqCst) {
                    break;
                }
                own.connections.fetch_add(1, Ordering::SeqCst);
                let shared = Arc::clone(&own);
                // A client that goes away in the middle ends its conversation, not the server.
                std::thread::spawn(move || drop(serve(&shared, socket)));
            }
        });
        Self { address, shared, listening: Some(listening) }
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// What arrived, in order.
    pub fn arrived(&self) -> Vec<Arrived> {
        self.shared.arrived.lock().expect("no conversation panics").clone()
    }

    /// How many connections there were.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        let woken = TcpStream::connect(self.address).is_ok();
        if let Some(listening) = self.listening.take().filter(|_| woken) {
            listening.join().expect("listening does not panic");
        }
    }
}

trait Wire: Read + Write + Send {}
impl<T: Read + Write + Send> Wire for T {}

fn serve(shared: &Shared, socket: TcpStream) -> std::io::Result<()> {
    socket.set_nodelay(true)?;
    socket.set_read_timeout(Some(Duration::from_secs(20)))?;
    let secured = shared.manners.tls_at_once;
    let wire = if secured { secure(shared, socket)? } else { Box::new(socket.try_clone()?) as Box<dyn Wire> };
    // The socket itself stays at hand for STARTTLS: a client sends nothing before the handshake.
    Conversation { shared, wire: BufReader::new(wire), secured, signed_in: false, taken: 0 }.hold()
}

fn secure(shared: &Shared, socket: TcpStream) -> std::io::Result<Box<dyn Wire>> {
    let config = shared.manners.tls.clone().expect("a server that offers TLS has a certificate");
    let connection = ServerConnection::new(config).map_err(std::io::Error::other)?;
    Ok(Box::new(StreamOwned::new(connection, socket)))
}

struct Conversation<'a> {
    shared: &'a Shared,
    wire: BufReader<Box<dyn Wire>>,
    secured: bool,
    signed_in: bool,
    taken: usize,
}

/// Reads and writes through whatever is inside; lets TLS be put around a plain wire.
struct Inside(BufReader<Box<dyn Wire>>);

impl Read for Inside {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.0.read(buffer)
    }
}

impl Write for Inside {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.get_mut().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.get_mut().flush()
    }
}

impl Conversation<'_> {
    fn say(&mut self, line: &str) -> std::io::Result<()> {
        let wire = self.wire.get_mut();
        wire.write_all(format!("{line}\r\n").as_bytes())?;
        wire.flush()
    }

    fn hear(&mut self) -> std::io::Result<Option<String>> {
        let mut line = String::new();
        let read = self.wire.read_line(&mut line)?;
        Ok((read > 0).then(|| line.trim_end().to_owned()))
    }

    fn hold(mut self) -> std::io::Result<()> {
        self.say("220 mail.test ESMTP")?;
        let (mut from, mut to) = (None::<String>, None::<String>);
        while let Some(line) = self.hear()? {
            let verb = line.split([' ', ':']).next().unwrap_or("").to_ascii_uppercase();
            let locked = self.shared.manners.login.is_some() && !self.signed_in;
            match verb.as_str() {
                "EHLO" => self.greet()?,
                "STARTTLS" if self.shared.manners.tls.is_some() && !self.secured => self = self.start_tls()?,
                "AUTH" => self.sign_in(&line)?,
                "MAIL" if locked => self.say("530 5.7.0 sign in first")?,
                "MAIL" => match (self.shared.manners.at_sender, self.shared.manners.most_per_connection) {
                    (Some(refusal), _) => self.say(refusal)?,
                    (None, Some(most)) if self.taken >= most => return self.say("421 4.7.0 that is enough"),
                    (None, _) => {
                        from = Some(angled(&line));
                        self.say("250 2.1.0 ok")?;
                    }
                },
                "RCPT" if from.is_none() => self.say("503 5.5.1 MAIL first")?,
                "RCPT" => match (self.shared.answer)(&angled(&line)) {
                    Answer::AtReceiver(refusal) => self.say(refusal)?,
                    Answer::FallSilent => {
                        while self.hear()?.is_some() {}
                        return Ok(());
                    }
                    _ => {
                        to = Some(angled(&line));
                        self.say("250 2.1.5 ok")?;
                    }
                },
                "DATA" => {
                    let goes_on = match (from.take(), to.take()) {
                        (Some(from), Some(to)) => self.take(from, to)?,
                        _ if self.shared.manners.careless => self.take_for_nobody()?,
                        _ => self.say("503 5.5.1 RCPT first").map(|()| true)?,
                    };
                    if !goes_on {
                        return Ok(());
                    }
                }
                "RSET" => {
                    (from, to) = (None, None);
                    self.say("250 2.0.0 ok")?;
                }
                "QUIT" => return self.say("221 2.0.0 bye"),
                _ => self.say("500 5.5.2 unknown")?,
            }
        }
        Ok(())
    }

    fn greet(&mut self) -> std::io::Result<()> {
        let mut lines = vec!["mail.test".to_owned(), "SIZE 10000000".to_owned()];
        if self.shared.manners.tls.is_some() && !self.secured {
            lines.push("STARTTLS".to_owned());
        }
        if self.shared.manners.login.is_some() {
            lines.push("AUTH PLAIN LOGIN".to_owned());
        }
        if self.shared.manners.pipelining {
            lines.push("PIPELINING".to_owned());
        }
        let last = lines.len() - 1;
        for (index, line) in lines.iter().enumerate() {
            self.say(&format!("250{}{line}", if index == last { ' ' } else { '-' }))?;
        }
        Ok(())
    }

    fn start_tls(mut self) -> std::io::Result<Self> {
        self.say("220 2.0.0 go ahead")?;
        let config = self.shared.manners.tls.clone().expect("checked by the caller");
        let connection = ServerConnection::new(config).map_err(std::io::Error::other)?;
        let wire: Box<dyn Wire> = Box::new(StreamOwned::new(connection, Inside(self.wire)));
        Ok(Self { wire: BufReader::new(wire), secured: true, ..self })
    }

    fn sign_in(&mut self, line: &str) -> std::io::Result<()> {
        let (user, password) = self.shared.manners.login.unwrap_or(("", ""));
        let expected = STANDARD.encode(format!("\0{user}\0{password}"));
        self.signed_in = line == format!("AUTH PLAIN {expected}");
        self.say(if self.signed_in { "235 2.7.0 welcome" } else { "535 5.7.8 wrong user or password" })
    }

    /// What follows `DATA`, up to the dot; `None` where the client goes away.
    fn content(&mut self) -> std::io::Result<Option<String>> {
        self.say("354 go on")?;
        let mut data = String::new();
        loop {
            let mut line = String::new();
            if self.wire.read_line(&mut line)? == 0 {
                return Ok(None);
            }
            if line == ".\r\n" {
                return Ok(Some(data));
            }
            data.push_str(line.strip_prefix('.').unwrap_or(&line));
        }
    }

    fn take_for_nobody(&mut self) -> std::io::Result<bool> {
        let Some(data) = self.content()? else { return Ok(false) };
        assert_eq!(data, "", "a letter for nobody is not handed over");
        self.say("554 5.5.1 no valid recipients").map(|()| true)
    }

    /// The message itself; `false` when the conversation ends here.
    fn take(&mut self, from: String, to: String) -> std::io::Result<bool> {
        let Some(data) = self.content()? else { return Ok(false) };
        let answer = (self.shared.answer)(&to);
        if let Answer::AtContent(refusal) = answer {
            self.say(refusal)?;
            return Ok(true);
        }
        self.shared.arrived.lock().expect("no conversation panics").push(Arrived { from, to, data });
        self.taken += 1;
        if answer == Answer::TakeAndHangUp {
            return Ok(false);
        }
        self.say("250 2.0.0 taken")?;
        Ok(true)
    }
}

/// A certificate for `localhost` made now, as server settings and as the authority to trust.
pub fn certificate() -> (Arc<ServerConfig>, Vec<u8>) {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    (Arc::new(config), made.cert.pem().into_bytes())
}

fn angled(line: &str) -> String {
    line.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or("", |(address, _)| address).to_owned()
}
