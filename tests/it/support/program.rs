//! The program as an office runs it: a process of its own on the files of a folder, which may be killed at any moment.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;

/// `ascolto serve`, and where it listens.
pub struct Program {
    process: Child,
    pub base: String,
    told: Option<JoinHandle<String>>,
}

impl Program {
    /// Starts it on the database and keys of a folder, at this level of its log.
    pub fn serve(folder: &Path, log_level: &str) -> Self {
        Self::serve_with(folder, &[("LOG_LEVEL", log_level.to_owned())])
    }

    /// The same with these settings in the environment, each named without `ASCOLTO_`.
    pub fn serve_with(folder: &Path, settings: &[(&str, String)]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_ascolto"))
            .arg("serve")
            .env("ASCOLTO_SERVER_ADDRESS", "127.0.0.1:0")
            .env("ASCOLTO_DATABASE_URL", format!("sqlite:{}", folder.join("ascolto.db").display()))
            .env("ASCOLTO_DATABASE_KEY_FILE", folder.join("ascolto.keys"))
            .env("ASCOLTO_MAIL_FOLDER", folder.join("outbox"))
            .envs(settings.iter().map(|(name, value)| (format!("ASCOLTO_{name}"), value)))
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program was built for this test");
        let mut telling = BufReader::new(process.stderr.take().expect("it is piped"));
        let mut told = String::new();
        let base = loop {
            let from = told.len();
            assert!(telling.read_line(&mut told).expect("the program prints text") > 0, "the server ended after saying:\n{told}");
            if let Some((_, address)) = told[from..].split_once("Ascolto: ") {
                break address.trim().to_owned();
            }
        };
        // Read to the end: whoever prints on must not be stopped by a full pipe.
        let reading = std::thread::spawn(move || {
            telling.read_to_string(&mut told).expect("the log is text");
            told
        });
        Self { process, base, told: Some(reading) }
    }

    /// Ends it with SIGKILL: no handler runs, nothing is flushed, the write-ahead log stays as it is. What it said.
    pub fn kill(&mut self) -> String {
        self.process.kill().expect("it runs");
        self.process.wait().expect("it was killed");
        self.told.take().expect("killed once").join().expect("the log was read")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Killed already, unless the test failed before.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
