//! A key that signs letters, and an independent reader of what it signed: dkimpy.

use super::absent::skip;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A new signing key, PEM, and what the DNS would say of it.
pub fn signing_key(folder: &Path) -> Option<(PathBuf, String)> {
    let key = folder.join("dkim.pem");
    let made = Command::new("openssl")
        .args(["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out"])
        .arg(&key)
        .output();
    let public = Command::new("openssl").args(["pkey", "-pubout", "-outform", "PEM", "-in"]).arg(&key).output();
    let (Ok(_), Ok(public)) = (made, public) else {
        skip("mail", "openssl is not installed");
        return None;
    };
    let text = String::from_utf8(public.stdout).unwrap();
    let record = text.lines().filter(|line| !line.starts_with('-')).collect::<String>();
    Some((key, format!("v=DKIM1; k=rsa; p={record}")))
}

/// dkimpy, with the record that it finds in the DNS.
pub struct Verifier {
    python: &'static str,
    record: String,
}

impl Verifier {
    /// `None`, and a word about it, where the machine lacks it.
    pub fn find(record: &str) -> Option<Self> {
        let python = ["/usr/bin/python3", "python3"]
            .into_iter()
            .find(|python| Command::new(python).args(["-c", "import dkim"]).output().is_ok_and(|output| output.status.success()));
        if python.is_none() {
            skip("mail", "python3-dkim is not installed");
        }
        Some(Self { python: python?, record: record.to_owned() })
    }

    /// Whether the signature of a message holds, made with the selector `ascolto` for `office.example`.
    pub fn holds(&self, message: &[u8]) -> bool {
        let script = "import sys, dkim\nrecord = sys.argv[1].encode()\n\
            def dns(name, timeout=5):\n    assert name in (b'ascolto._domainkey.office.example.', 'ascolto._domainkey.office.example.'), name\n    return record\n\
            raw = sys.stdin.buffer.read().replace(b'\\r\\n', b'\\n').replace(b'\\n', b'\\r\\n')\n\
            sys.exit(0 if dkim.verify(raw, dnsfunc=dns) else 1)\n";
        let arguments = ["-c", script, self.record.as_str()];
        let mut child = Command::new(self.python).args(arguments).stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(message).unwrap();
        child.wait().unwrap().success()
    }
}
