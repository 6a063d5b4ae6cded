//! From the command line to a site: settings, database, key file, mail.

use super::Stop;
use crate::clock::Clock;
use crate::config::{self, Config};
use crate::flows;
use crate::flows::words::refusal_in_words;
use crate::keys::Keys;
use crate::mail::Mailer;
use crate::site::Site;
use crate::store::{Store, StoreError};
use crate::survey::Survey;
use crate::text::Language;
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
        config::read(self.config.as_deref(), std::env::vars()).map_err(|error| Stop::Refused(error.to_string()))
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
    let store = Store::open(config.database_url.expose()).map_err(|error| Stop::Failed(error.to_string()))?;
    let keys = Keys::open(&config.key_file)
        .map_err(|error| Stop::Failed(format!("the key file {}: {error}", config.key_file.display())))?;
    let mailer = Mailer::open(&config.mail).map_err(|error| Stop::Refused(error.to_string()))?;
    let base_url = config.base_url.clone().or(base_url).unwrap_or_else(|| format!("http://{}", config.address));
    Ok(Site::new(config, &base_url, clock, store, keys, mailer))
}

/// The survey of an address code.
pub fn survey_of(site: &Site, code: &str) -> Result<Survey, Stop> {
    site.survey_by_code(code).map_err(|error| match error {
        StoreError::NotFound => Stop::Refused(format!("there is no survey \"{code}\"")),
        error => Stop::Failed(error.to_string()),
    })
}

/// The language of the terminal: Italian unless `LANG` says another that is complete.
pub fn terminal_language() -> Language {
    let wanted = std::env::var("LC_ALL").or_else(|_| std::env::var("LANG")).unwrap_or_default();
    if wanted.starts_with("en") { Language::english() } else { Language::italian() }
}

impl From<flows::Stop> for Stop {
    fn from(stop: flows::Stop) -> Self {
        match stop {
            flows::Stop::Refused(refused) => Self::Refused(refusal_in_words(&terminal_language(), &refused)),
            flows::Stop::Failed(failed) => Self::Failed(failed.to_string()),
        }
    }
}
