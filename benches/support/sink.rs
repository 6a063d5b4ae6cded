//! A mail server that takes everything, a thread for each connection, and a client that pushes prepared bytes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// The server.
pub struct Sink {
    port: u16,
    taken: Arc<AtomicU64>,
    last: Arc<Mutex<Vec<u8>>>,
}

impl Sink {
    /// Starts it on a free port. It ends with the program.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("a listener knows its port").port();
        let (taken, last) = (Arc::new(AtomicU64::new(0)), Arc::new(Mutex::new(Vec::new())));
        let (counted, kept) = (taken.clone(), last.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (counted, kept) = (counted.clone(), kept.clone());
                // A client that goes away ends its thread.
                std::thread::spawn(move || talk(stream, &counted, &kept).ok());
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

    /// The letter before a connection ended or was asked for, as it crossed the network, without the final dot.
    pub fn last_letter(&self) -> Vec<u8> {
        self.last.lock().expect("no thread broke off").clone()
    }
}

fn talk(stream: TcpStream, taken: &AtomicU64, last: &Mutex<Vec<u8>>) -> std::io::Result<()> {
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
            b"EHLO" => reply.write_all(b"250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n")?,
            b"DATA" => {
                reply.write_all(b"354 go on\r\n")?;
                letter.clear();
                while !(letter.ends_with(b"\r\n.\r\n")) {
                    lines.read_until(b'\n', &mut letter)?;
                }
                if taken.fetch_add(1, Ordering::SeqCst) % 64 == 0 {
                    last.lock().expect("no thread broke off").clone_from(&letter);
                }
                reply.write_all(b"250 2.0.0 Ok: queued as 4XyZAbCdEf\r\n")?;
            }
            b"QUIT" => return reply.write_all(b"221 bye\r\n"),
            _ => reply.write_all(b"250 2.1.0 Ok\r\n")?,
        }
    }
}

/// Pushes the same letter so many times through so many connections at once; how long it took.
pub fn push(port: u16, connections: usize, letters: usize, letter: &[u8]) -> Duration {
    let began = Instant::now();
    std::thread::scope(|scope| {
        for number in 0..connections {
            let own = letters / connections + usize::from(number < letters % connections);
            scope.spawn(move || push_over_one(port, own, letter).expect("the sink takes everything"));
        }
    });
    began.elapsed()
}

fn push_over_one(port: u16, letters: usize, letter: &[u8]) -> std::io::Result<()> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_nodelay(true)?;
    let mut buffer = [0; 1024];
    let mut say = |bytes: &[u8]| -> std::io::Result<()> {
        if !bytes.is_empty() {
            stream.write_all(bytes)?;
        }
        let mut read = 0;
        while !buffer[..read].ends_with(b"\r\n") {
            read += stream.read(&mut buffer[read..])?;
        }
        Ok(())
    };
    say(b"")?;
    say(b"EHLO bench\r\n")?;
    for _ in 0..letters {
        say(b"MAIL FROM:<urp+1-0123456789abcdef@provincia.example>\r\n")?;
        say(b"RCPT TO:<utente@posta.example>\r\n")?;
        say(b"DATA\r\n")?;
        say(letter)?;
    }
    say(b"QUIT\r\n")
}
