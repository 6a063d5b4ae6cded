//! Accounts from a terminal: a pseudo-terminal stands for it, and the program is the real one.

use crate::support::absent::skip;
use crate::support::office::site_in;
use ascolto::flows::sign_in::sign_in;
use ascolto::secret::Secret;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// The program at a terminal of its own.
struct Terminal {
    process: Child,
    keys: ChildStdin,
    screen: ChildStdout,
    shown: String,
}

impl Terminal {
    /// Starts `ascolto user`; `None`, and a word about it, where there is no `script` to make a terminal.
    fn start(folder: &Path, arguments: &str) -> Option<Self> {
        let file = |name: &str| folder.join(name).display().to_string();
        // The terminal names itself first, so that its settings can be looked at.
        let order = format!("tty; exec {} user {arguments}", env!("CARGO_BIN_EXE_ascolto"));
        let mut command = Command::new("script");
        command.args(["--quiet", "--return", "--command", &order, "/dev/null"]);
        command.env("ASCOLTO_DATABASE_URL", format!("sqlite:{}", file("ascolto.db")));
        command.env("ASCOLTO_DATABASE_KEY_FILE", file("ascolto.keys")).env("ASCOLTO_MAIL_FOLDER", file("outbox"));
        command.env_remove("LC_ALL").env("LANG", "en_GB.UTF-8").stdin(Stdio::piped()).stdout(Stdio::piped());
        match command.spawn() {
            Ok(mut process) => {
                let (keys, screen) = (process.stdin.take().unwrap(), process.stdout.take().unwrap());
                Some(Self { process, keys, screen, shown: String::new() })
            }
            Err(error) => {
                skip("script", &error.to_string());
                None
            }
        }
    }

    /// Waits for these words on the screen.
    fn wait_for(&mut self, words: &str) {
        let mut some = [0; 256];
        while !self.shown.contains(words) {
            let read = self.screen.read(&mut some).unwrap();
            assert!(read > 0, "\"{words}\" never came in: {}", self.shown);
            self.shown.push_str(&String::from_utf8_lossy(&some[..read]));
        }
    }

    /// Types a password at a prompt, once the terminal shows no more what is typed.
    fn type_at(&mut self, prompt: &str, password: &str) {
        self.wait_for(prompt);
        let name = self.shown.lines().next().unwrap().trim().to_owned();
        loop {
            let settings = Command::new("stty").args(["-a", "-F", &name]).output().unwrap();
            let settings = String::from_utf8(settings.stdout).unwrap();
            assert!(settings.contains("echo"), "{name}: {settings}");
            if settings.split_whitespace().any(|word| word == "-echo") {
                break;
            }
        }
        self.keys.write_all(format!("{password}\n").as_bytes()).unwrap();
    }

    /// What was shown in all, and whether it was done.
    fn end(mut self) -> (String, bool) {
        drop(self.keys);
        let mut rest = Vec::new();
        // The end of a pseudo-terminal may be told as an error.
        let _ = self.screen.read_to_end(&mut rest);
        self.shown.push_str(&String::from_utf8_lossy(&rest));
        (self.shown, self.process.wait().unwrap().success())
    }
}

fn signs_in(folder: &Path, password: &str) -> bool {
    sign_in(&site_in(folder), "anna", &Secret::new(password)).is_ok()
}

#[test]
fn a_password_typed_at_a_terminal_is_never_shown() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = ("pesche mature a luglio", "neve alta a gennaio");
    for (arguments, password) in [("add anna", first), ("password anna", second)] {
        let Some(mut terminal) = Terminal::start(folder.path(), arguments) else { return };
        terminal.type_at("Password: ", password);
        terminal.type_at("Password once more: ", password);
        let (shown, done) = terminal.end();
        assert!(done && !shown.contains(password), "{shown}");
        assert!(signs_in(folder.path(), password), "{arguments}");
    }
    assert!(!signs_in(folder.path(), first));
}

#[test]
fn two_different_passwords_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let Some(mut terminal) = Terminal::start(folder.path(), "add anna") else { return };
    terminal.type_at("Password: ", "pesche mature a luglio");
    terminal.type_at("Password once more: ", "pesche mature a lugilo");
    let (shown, done) = terminal.end();
    assert!(!done && shown.contains("The two passwords differ"), "{shown}");
    assert!(!signs_in(folder.path(), "pesche mature a luglio"));
}
