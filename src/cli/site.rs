//! From the command line to a site: settings, database, key file, mail.

use super::Stop;
use super::terminal::{refused, terminal_language};
use crate::clock::Clock;
use crate::config::{self, Config};
use crate::fault::Said;
use crate::flows::words::{config_error_in_words, said_in_words};
use crate::keys::Keys;
use crate::mail::Mailer;
use crate::site::Site;
use crate::store::{Store, StoreError};
use crate::survey::Survey;
use std::path::PathBuf;

/// What every command with a database takes.
#[derive(clap::Args, Clone, Debug)]
pub struct Settings {
    /// The configuration file; without it the documented defaults and the environment.
    #[arg(long, value_name = "FILE", env = "ASCOLTO_CONFIG")]
    config: Option<PathBuf>,
}

impl Settings {
    /// Reads and checks the settings.
    pub fn read(&self) -> Result<Config, Stop> {
        config::read(self.config.as_deref(), std::env::vars())
            .map_err(|error| Stop::Refused(config_error_in_words(&terminal_language(), &error)))
    }

    /// Opens the site.
    pub fn open(&self) -> Result<Site, Stop> {
        let config = self.read()?;
        let clock = Clock::system(config.body.time_zone);
        open(config, clock, None)
    }
}

/// Opens a site on settings; `base_url` where the listener's address decides it.
pub fn open(config: Config, clock: Clock, base_url: Option<String>) -> Result<Site, Stop> {
    let store = Store::open(config.database_url.expose())?;
    let keys = Keys::open(&config.key_file).map_err(|reason| {
        let said = Said::new("fault-key-file").with("path", config.key_file.display().to_string()).with("reason", &reason);
        Stop::Failed(said_in_words(&terminal_language(), &said))
    })?;
    let mailer = Mailer::open(&config.mail)?;
    let base_url = config.base_url.clone().or(base_url).unwrap_or_else(|| format!("http://{}", config.address));
    Ok(Site::new(config, &base_url, clock, store, keys, mailer))
}

/// The survey of an address code.
pub fn survey_of(site: &Site, code: &str) -> Result<Survey, Stop> {
    site.survey_by_code(code).map_err(|error| match error {
        StoreError::NotFound => refused("terminal-no-survey", &[("code", code.into())]),
        error => error.into(),
    })
}
