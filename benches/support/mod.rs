//! What the benchmarks share: an HTTP client that keeps its connection and counts every byte, a site with
//! the annual questionnaire, and that questionnaire filled in.

#![allow(dead_code, reason = "each benchmark is a crate of its own and uses a part of this")]

pub mod clerk;
#[path = "../../tests/it/support/filled.rs"]
pub mod filled;
pub mod questionnaire;
pub mod sink;
pub mod site;

use std::io::{Error, ErrorKind};
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// One connection, kept open.
pub struct Connection {
    /// What it sends with every request; "" for none.
    pub cookie: String,
    stream: TcpStream,
    host: String,
    unread: Vec<u8>,
}

/// What came back.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The head as text, lines separated by CR LF.
    pub head: String,
    /// The body as it was on the wire, compressed where the server compressed it.
    pub body: Vec<u8>,
    /// Head and body on the wire.
    pub bytes: usize,
}

impl Answer {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .filter_map(|line| line.split_once(':'))
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Connection {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Result<Self, Error> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { cookie: String::new(), stream, host: address.to_string(), unread: Vec::new() })
    }

    /// Fetches a page; `accepted` are the codings the client understands.
    pub async fn get(&mut self, path: &str, accepted: &str) -> Result<Answer, Error> {
        let request = format!("GET {path} HTTP/1.1\r\n{}Accept-Encoding: {accepted}\r\n\r\n", self.who());
        self.stream.write_all(request.as_bytes()).await?;
        self.answer().await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, form: &str) -> Result<Answer, Error> {
        self.post_accepting(path, form, "identity").await
    }

    /// Sends a form; `accepted` are the codings the client understands.
    pub async fn post_accepting(&mut self, path: &str, form: &str, accepted: &str) -> Result<Answer, Error> {
        let request = format!(
            "POST {path} HTTP/1.1\r\n{}Accept-Encoding: {accepted}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            self.who(),
            form.len()
        );
        self.stream.write_all(request.as_bytes()).await?;
        self.answer().await
    }

    /// Whom it asks, and as whom.
    fn who(&self) -> String {
        let cookie = if self.cookie.is_empty() { String::new() } else { format!("Cookie: {}\r\n", self.cookie) };
        format!("Host: {}\r\n{cookie}", self.host)
    }

    async fn answer(&mut self) -> Result<Answer, Error> {
        let end = self.read_until(b"\r\n\r\n").await?;
        let head = String::from_utf8_lossy(&self.unread[..end]).into_owned();
        self.unread.drain(..end);
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(|| broken("no status line"))?;
        let mut answer = Answer { status, bytes: end, head, body: Vec::new() };
        let is_chunked = answer.header("transfer-encoding").is_some_and(|coding| coding.eq_ignore_ascii_case("chunked"));
        if is_chunked {
            self.read_chunks(&mut answer).await?;
        } else {
            let length = answer.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
            answer.body = self.take(length).await?;
            answer.bytes += length;
        }
        Ok(answer)
    }

    async fn read_chunks(&mut self, answer: &mut Answer) -> Result<(), Error> {
        loop {
            let end = self.read_until(b"\r\n").await?;
            let line = String::from_utf8_lossy(&self.unread[..end - 2]).into_owned();
            self.unread.drain(..end);
            let size = usize::from_str_radix(line.trim(), 16).map_err(|_| broken("a chunk without a size"))?;
            let chunk = self.take(size + 2).await?;
            answer.bytes += end + chunk.len();
            if size == 0 {
                return Ok(());
            }
            answer.body.extend_from_slice(&chunk[..size]);
        }
    }

    async fn read_until(&mut self, mark: &[u8]) -> Result<usize, Error> {
        loop {
            if let Some(at) = self.unread.windows(mark.len()).position(|part| part == mark) {
                return Ok(at + mark.len());
            }
            self.read_more().await?;
        }
    }

    async fn take(&mut self, length: usize) -> Result<Vec<u8>, Error> {
        while self.unread.len() < length {
            self.read_more().await?;
        }
        Ok(self.unread.drain(..length).collect())
    }

    async fn read_more(&mut self) -> Result<(), Error> {
        match self.stream.read_buf(&mut self.unread).await? {
            0 => Err(Error::new(ErrorKind::UnexpectedEof, "the server hung up")),
            _ => Ok(()),
        }
    }
}

fn broken(what: &str) -> Error {
    Error::new(ErrorKind::InvalidData, what)
}
