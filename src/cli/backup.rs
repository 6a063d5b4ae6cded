//! `ascolto backup`.

use super::Stop;
use super::site::Settings;
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
            return Err(Stop::Refused(format!("{} exists: choose another name", self.destination.display())));
        }
        store::backup(config.database_url.expose(), &self.destination).map_err(|error| Stop::Failed(error.to_string()))?;
        eprintln!("{}", self.destination.display());
        eprintln!("The key file {} is not part of this copy: keep its copies away from it.", config.key_file.display());
        Ok(())
    }
}
