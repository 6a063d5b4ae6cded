//! `ascolto migrate`.

use super::Stop;
use super::site::Settings;
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
        Store::open(config.database_url.expose()).map_err(|error| Stop::Failed(error.to_string()))?;
        println!("the database is up to date");
        Ok(())
    }
}
