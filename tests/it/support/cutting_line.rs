//! A line to a mail server that breaks: for letters to `cuts.example` after the server has taken them, before it can say so.

use std::io::{BufRead, BufReader, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::JoinHandle;

/// Whose letters cut the line.
const CUTS: &str = "@cuts.example>";

#[derive(Default)]
struct Shared {
    stopped: AtomicBool,
    cut: AtomicUsize,
}

/// The line; gone when dropped.
pub struct CuttingLine {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

impl CuttingLine {
    /// A line to the server on that port.
    pub fn to(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("it listens");
        let shared = Arc::new(Shared::default());
        let own = Arc::clone(&shared);
        let listening = std::thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if own.stopped.load(Ordering::SeqCst) {
                    break;
                }
                let shared = Arc::clone(&own);
                // Either side may go away in the middle.
                std::thread::spawn(move || drop(carry(&shared, client, port)));
            }
        });
        Self { address, shared, listening: Some(listening) }
    }

    /// Its own port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// How often it broke.
    pub fn cut(&self) -> usize {
        self.shared.cut.load(Ordering::SeqCst)
    }
}

impl Drop for CuttingLine {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        let woken = TcpStream::connect(self.address).is_ok();
        if let Some(listening) = self.listening.take().filter(|_| woken) {
            listening.join().expect("listening does not panic");
        }
    }
}

/// Carries one conversation, the client's commands one by one: each is answered before the next is heard.
fn carry(shared: &Shared, client: TcpStream, port: u16) -> std::io::Result<()> {
    let server = TcpStream::connect(("127.0.0.1", port))?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let (mut to_client, mut to_server) = (client.try_clone()?, server.try_clone()?);
    let (mut client, mut server) = (BufReader::new(client), BufReader::new(server));
    to_client.write_all(&reply(&mut server)?)?;
    let (mut cuts, mut content) = (false, false);
    loop {
        let mut line = Vec::new();
        if client.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        let typed = String::from_utf8_lossy(&line).to_ascii_lowercase();
        to_server.write_all(&line)?;
        let ends = content && typed.trim_end() == ".";
        if content && !ends {
            continue;
        }
        let said = reply(&mut server)?;
        if ends && cuts {
            shared.cut.fetch_add(1, Ordering::SeqCst);
            return to_client.shutdown(Shutdown::Both);
        }
        cuts = (cuts || typed.starts_with("rcpt to:") && typed.contains(CUTS)) && !ends;
        content = said.starts_with(b"354");
        to_client.write_all(&said)?;
    }
}

/// What the server says, all its lines.
fn reply(server: &mut BufReader<TcpStream>) -> std::io::Result<Vec<u8>> {
    let mut said = Vec::new();
    loop {
        let from = said.len();
        if server.read_until(b'\n', &mut said)? == 0 || said.get(from + 3) != Some(&b'-') {
            return Ok(said);
        }
    }
}
