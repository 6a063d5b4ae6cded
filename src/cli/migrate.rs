//! `ascolto migrate`.

use super::Stop;
use super::site::Settings;
use super::terminal::terminal_language;
use crate::language::say;
use crate::store::Store;

/// Brings the database up to date (as `serve` does at its start) and says so.
#[derive(clap::Args)]
pub struct Migrate {
    #[command(flatten)]
    settings: Settings,
}

impl Migrate {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        let config = self.settings.read()?;
        Store::open(config.database_url.expose())?;
        println!("{}", say(&terminal_language(), "terminal-migrated"));
        Ok(())
    }
}
