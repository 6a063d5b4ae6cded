//! A private Postfix and Dovecot: letters go out through the one, reports come back into a mailbox of the other.

use super::absent::skip;
use ascolto::mail::intake::{self, ImapServer};
use ascolto::mail::{Security, SignIn};
use ascolto::secret::Secret;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

/// The servers; gone when dropped.
pub struct MailHub {
    process: Child,
    orders: Option<ChildStdin>,
    folder: PathBuf,
    pub smtp_port: u16,
    pub imap_port: u16,
    imaps_port: u16,
    authority_pem: Vec<u8>,
}

/// The user of the mailbox for reports, and its password.
pub const USER: &str = "office";
pub const PASSWORD: &str = "secret";
/// By which tokens are signed.
const TOKEN_KEY: &[u8] = b"a key of thirty-two bytes or more";

impl MailHub {
    /// Starts them; `None`, and a word about it, where the machine lacks them.
    pub fn start() -> Option<Self> {
        let there =
            |program: &str| ["/usr/sbin", "/usr/bin", "/sbin", "/bin"].iter().any(|at| Path::new(at).join(program).exists());
        if let Some(program) = ["postfix", "dovecot", "doveadm"].into_iter().find(|program| !there(program)) {
            skip("mail", &format!("{program} is not installed"));
            return None;
        }
        let own = Command::new("id").arg("-u").output().expect("id is everywhere");
        if own.stdout.trim_ascii() != b"0" {
            skip("mail", "Postfix starts only for root");
            return None;
        }
        Some(Self::begin())
    }

    fn begin() -> Self {
        // Held at the same time, so that they differ; free again when the servers take them.
        let free: Vec<TcpListener> = (0..4).map(|_| TcpListener::bind("127.0.0.1:0").unwrap()).collect();
        let ports: Vec<u16> = free.iter().map(|listener| listener.local_addr().unwrap().port()).collect();
        drop(free);
        let papers = tempfile::tempdir().expect("there is room for a certificate");
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate can be made");
        let [certificate, key] = ["certificate.pem", "key.pem"].map(|name| papers.path().join(name));
        std::fs::write(&certificate, made.cert.pem()).unwrap();
        std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        let mut process = Command::new("sh")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/support/mail_hub.sh"))
            .args(ports.iter().map(u16::to_string))
            .args([&certificate, &key])
            .arg(env!("CARGO_BIN_EXE_ascolto"))
            .arg(STANDARD.encode(TOKEN_KEY))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell is everywhere");
        let orders = process.stdin.take();
        let mut told = BufReader::new(process.stdout.take().expect("it is piped"));
        let mut line = String::new();
        told.read_line(&mut line).expect("it tells its folder");
        assert!(!line.trim().is_empty(), "the mail servers did not start");
        let authority_pem = made.cert.pem().into_bytes();
        let folder = line.trim().into();
        let (smtp_port, imap_port, imaps_port) = (ports[0], ports[1], ports[3]);
        let hub = Self { process, orders, folder, smtp_port, imap_port, imaps_port, authority_pem };
        wait_until("the IMAP server listens", || std::net::TcpStream::connect(("127.0.0.1", hub.imap_port)).is_ok());
        hub
    }

    /// The mailbox of reports, over IMAP without protection.
    pub fn mailbox(&self) -> intake::Settings {
        self.mailbox_by(Security::None)
    }

    /// The same with this protection, by the hub's own certificate.
    pub fn mailbox_by(&self, security: Security) -> intake::Settings {
        let imap = ImapServer {
            host: "localhost".to_owned(),
            port: if security == Security::Tls { self.imaps_port } else { self.imap_port },
            security,
            authority_pem: Some(self.authority_pem.clone()),
            sign_in: SignIn { user: USER.to_owned(), password: Secret::new(PASSWORD), token_command: Vec::new() },
            folder: "INBOX".to_owned(),
            timeout_seconds: 30,
        };
        intake::Settings { imap: Some(imap), ..intake::Settings::default() }
    }

    /// A token by which the mailbox opens until that second of the era.
    pub fn token_until(&self, second: i64) -> String {
        let claims = format!("{{\"sub\":\"{USER}\",\"iat\":1,\"exp\":{second}}}");
        let [header, claims] = [r#"{"alg":"HS256","typ":"JWT"}"#, &claims].map(|part| URL_SAFE_NO_PAD.encode(part));
        let mut seal = Hmac::<Sha256>::new_from_slice(TOKEN_KEY).expect("any length is a key");
        seal.update(format!("{header}.{claims}").as_bytes());
        format!("{header}.{claims}.{}", URL_SAFE_NO_PAD.encode(seal.finalize().into_bytes()))
    }

    /// Writes the settings by which the program is run that receives what comes to `piped.example`.
    pub fn pipe_with(&self, settings: &str) {
        let path = self.folder.join("etc/ascolto.toml");
        std::fs::write(&path, settings).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    }

    /// Tries everything that is queued at once.
    pub fn flush(&mut self) {
        let orders = self.orders.as_mut().expect("it takes orders until it is dropped");
        orders.write_all(b"flush\n").expect("it reads its orders");
    }

    /// The mailbox of reports, as a Maildir.
    pub fn maildir(&self) -> PathBuf {
        self.folder.join("boxes/office")
    }

    /// How many messages lie in it, seen or not.
    pub fn count(&self) -> usize {
        let files = |name: &str| std::fs::read_dir(self.maildir().join(name)).map_or(0, |entries| entries.count());
        files("new") + files("cur")
    }

    /// Everything delivered to other mailboxes, each message whole.
    pub fn delivered(&self) -> Vec<String> {
        let read = |entry: std::io::Result<std::fs::DirEntry>| {
            String::from_utf8_lossy(&std::fs::read(entry.unwrap().path()).unwrap()).into_owned()
        };
        let new = self.folder.join("boxes/others/new");
        std::fs::read_dir(new).map_or_else(|_| Vec::new(), |entries| entries.map(read).collect())
    }

    /// What the mail server wrote into its log.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("data/log")).unwrap()
    }

    /// Whether the mail server has nothing left to deliver.
    pub fn is_idle(&self) -> bool {
        let listed = Command::new("postqueue").arg("-c").arg(self.folder.join("etc")).arg("-p").output().unwrap();
        String::from_utf8_lossy(&listed.stdout).contains("Mail queue is empty")
    }

    /// Puts a message into it, as a mail server would that delivers.
    pub fn put(&self, message: &str) {
        let mail = lettre::transport::smtp::client::SmtpConnection::connect(
            ("127.0.0.1", self.smtp_port),
            Some(Duration::from_secs(30)),
            &lettre::transport::smtp::extension::ClientId::Domain("test.example".to_owned()),
            None,
            None,
        );
        let envelope = lettre::address::Envelope::new(None, vec!["office@office.example".parse().unwrap()]).unwrap();
        let mut mail = mail.unwrap();
        mail.send(&envelope, message.replace('\n', "\r\n").as_bytes()).unwrap();
        mail.quit().unwrap();
    }

    /// Takes the mark off every message of the mailbox, as if the program had died before it set it.
    pub fn forget_what_was_seen(&self) {
        let cur = self.maildir().join("cur");
        for entry in std::fs::read_dir(&cur).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let plain = name.split(":2,").next().unwrap().to_owned();
            std::fs::rename(cur.join(&name), cur.join(format!("{plain}:2,"))).unwrap();
        }
    }
}

/// Waits for something that other processes do.
pub fn wait_until(what: &str, mut done: impl FnMut() -> bool) {
    let began = Instant::now();
    while !done() {
        assert!(began.elapsed() < Duration::from_secs(300), "for five minutes it was not so that {what}");
        std::thread::park_timeout(Duration::from_millis(20));
    }
}

impl Drop for MailHub {
    fn drop(&mut self) {
        // The end of its orders is the order to clear up.
        drop(self.orders.take());
        let _ = self.process.wait();
    }
}
