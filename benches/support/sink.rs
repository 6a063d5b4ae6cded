//! A mail server that takes everything, a thread for each connection, and a client that pushes prepared bytes.

use lettre::Address;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;

/// The server.
pub struct Sink {
    port: u16,
    taken: Arc<AtomicU64>,
    last: Arc<Mutex<Vec<u8>>>,
}

impl Sink {
    /// Starts it on a free port, taking several commands at once (PIPELINING, RFC 2920) or one by one. It ends with the program.
    pub fn start(pipelining: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("a listener knows its port").port();
        let (taken, last) = (Arc::new(AtomicU64::new(0)), Arc::new(Mutex::new(Vec::new())));
        let (counted, kept) = (taken.clone(), last.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (counted, kept) = (counted.clone(), kept.clone());
                // A client that goes away ends its thread.
                std::thread::spawn(move || talk(stream, pipelining, &counted, &kept).ok());
            }
        });
        Self { port, taken, last }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// How many letters it took.
    pub fn taken(&self) -> u64 {
        self.taken.load(Ordering::SeqCst)
    }

    /// One of the last letters, without the final dot.
    pub fn last_letter(&self) -> Vec<u8> {
        let last = self.last.lock().expect("no thread broke off");
        last.strip_suffix(b".\r\n").unwrap_or(&last).to_vec()
    }
}

fn talk(stream: std::net::TcpStream, pipelining: bool, taken: &AtomicU64, last: &Mutex<Vec<u8>>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reply = stream.try_clone()?;
    let mut lines = BufReader::with_capacity(64 * 1024, stream);
    reply.write_all(b"220 sink\r\n")?;
    let (mut line, mut letter) = (Vec::new(), Vec::new());
    loop {
        line.clear();
        if lines.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        match line.get(..4).unwrap_or_default() {
            b"EHLO" if pipelining => reply.write_all(b"250-sink\r\n250-8BITMIME\r\n250-PIPELINING\r\n250 SMTPUTF8\r\n")?,
            b"EHLO" => reply.write_all(b"250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n")?,
            b"DATA" => {
                reply.write_all(b"354 go on\r\n")?;
                letter.clear();
                while !(letter.ends_with(b"\r\n.\r\n")) {
                    lines.read_until(b'\n', &mut letter)?;
                }
                if taken.fetch_add(1, Ordering::SeqCst).is_multiple_of(64) {
                    last.lock().expect("no thread broke off").clone_from(&letter);
                }
                reply.write_all(b"250 2.0.0 Ok: queued as 4XyZAbCdEf\r\n")?;
            }
            b"QUIT" => return reply.write_all(b"221 bye\r\n"),
            _ => reply.write_all(b"250 2.1.0 Ok\r\n")?,
        }
    }
}

/// Pushes the same letter so many times through so many connections at once, each of them like those of a mailer; how long it took.
pub fn push(port: u16, connections: usize, letters: usize, letter: &[u8]) -> Duration {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let began = Instant::now();
    runtime.block_on(async {
        let own = |number: usize| letters / connections + usize::from(number < letters % connections);
        let pushed: Vec<_> =
            (0..connections).map(|number| tokio::spawn(push_over_one(port, own(number), letter.to_vec()))).collect();
        for each in pushed {
            each.await.expect("no task broke off").expect("the sink takes everything");
        }
    });
    began.elapsed()
}

async fn push_over_one(port: u16, letters: usize, letter: Vec<u8>) -> Result<(), lettre::transport::smtp::Error> {
    let stream = TcpStream::connect(("127.0.0.1", port)).await.expect("the sink listens");
    stream.set_nodelay(true).expect("it can be set");
    let mut connection = AsyncSmtpConnection::connect_with_transport(Box::new(stream), &ClientId::default()).await?;
    let address = |text: &str| text.parse::<Address>().expect("an address");
    let (from, to) = (address("urp+1-0123456789abcdef@provincia.example"), address("utente@posta.example"));
    for _ in 0..letters {
        connection.command(Mail::new(Some(from.clone()), vec![])).await?;
        connection.command(Rcpt::new(to.clone(), vec![])).await?;
        connection.command(Data).await?;
        connection.message(&letter).await?;
    }
    connection.quit().await.map(drop)
}
