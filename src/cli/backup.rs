//! `ascolto backup`.

use super::Stop;
use super::site::Settings;
use super::terminal::{refused, terminal_language};
use crate::language::say_with;
use crate::store;
use std::path::PathBuf;

/// Copies the database while the server runs. The key file is not copied: keep its copies elsewhere.
#[derive(clap::Args)]
pub struct Backup {
    /// The file to write; it must not exist yet.
    #[arg(value_name = "FILE")]
    destination: PathBuf,
    #[command(flatten)]
    settings: Settings,
}

impl Backup {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        let config = self.settings.read()?;
        if self.destination.exists() {
            return Err(refused("terminal-exists", &[("path", self.destination.display().to_string().into())]));
        }
        store::backup(config.database_url.expose(), &self.destination)?;
        eprintln!("{}", self.destination.display());
        let key_file = config.key_file.display().to_string();
        eprintln!("{}", say_with(&terminal_language(), "terminal-backup-without-keys", &[("path", key_file.into())]));
        Ok(())
    }
}
