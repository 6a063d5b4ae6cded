//! Every setting: default and meaning in `default.toml`, checked here; file and environment over it; unknown keys refused.

mod languages;
mod layer;
mod origin;

use crate::fault::{self, Fault, Said};
use crate::language::AddedLanguage;
use crate::mail;
use crate::secret::Secret;
use crate::text::Language;
use chrono_tz::Tz;
use layer::Layer;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

pub use origin::Origin;

/// The documented defaults, as a file to start from.
pub const DEFAULTS: &str = include_str!("default.toml");

/// The settings, checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the program listens.
    pub address: SocketAddr,
    /// How citizens reach it, without a final slash; `None` until the listener's port is known.
    pub base_url: Option<String>,
    /// The web sites on whose pages the widget asks, besides our own pages.
    pub widget_origins: Vec<Origin>,
    /// The body.
    pub body: Body,
    /// The database's URL.
    pub database_url: Secret,
    /// The key file.
    pub key_file: PathBuf,
    /// How letters leave.
    pub mail: mail::Settings,
    /// Where reports about letters are fetched from, and what they mean.
    pub mail_reports: mail::intake::Settings,
    /// Contacts are deleted so many days after closing.
    pub forget_contacts_days: u16,
    /// Nobody is invited more often than this within so many months; 0 for no limit.
    pub most_invitations: u16,
    /// The months, the current one included; 0 for no limit.
    pub within_months: u16,
    /// Attempts to sign in before a login has to wait.
    pub sign_in_attempts: u16,
    /// The log's level.
    pub log_level: String,
    /// Whether the log is JSON.
    pub log_json: bool,
}

/// The body that runs the installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// The accessibility statement; "" for none.
    pub accessibility_url: String,
    /// The privacy notice on its own site; "" for none.
    pub privacy_url: String,
    /// Who answers for personal data; "" for the body itself.
    pub data_controller: String,
    /// How to reach the data protection officer; "" where not stated.
    pub data_protection_officer: String,
    /// Its time zone.
    pub time_zone: Tz,
    /// Languages offered to citizens, the first by default. Never empty.
    pub languages: Vec<Language>,
    /// Those of them that are no part of the program, with their texts.
    pub added_languages: Vec<AddedLanguage>,
}

impl Body {
    /// Those of its languages in which every text exists: of the pages for staff and of reports. Italian where there is none.
    pub fn complete_languages(&self) -> Vec<Language> {
        let complete = crate::language::complete();
        let own: Vec<_> = self.languages.iter().filter(|language| complete.contains(language)).cloned().collect();
        if own.is_empty() { vec![Language::italian()] } else { own }
    }
}

/// Why there are no settings.
#[derive(Debug)]
pub enum ConfigError {
    /// The file cannot be read: the path and the reason.
    Unreadable(PathBuf, std::io::Error),
    /// Mistakes in the file.
    Faults(Vec<Fault>),
    /// A mistake in the environment: the variable, what is wrong, what to change.
    Environment(String, Said, Said),
}

/// Reads the settings: defaults, then the file, then `environment` (pairs of variable and value; others are ignored).
///
/// # Errors
/// Every mistake in the form, the keys and the kinds of the file at once; else the first value that means nothing, with its
/// place in the file or its variable.
pub fn read(file: Option<&Path>, environment: impl Iterator<Item = (String, String)>) -> Result<Config, ConfigError> {
    let mut layer = Layer::defaults();
    if let Some(path) = file {
        let bytes = std::fs::read(path).map_err(|reason| ConfigError::Unreadable(path.to_owned(), reason))?;
        let name = path.display().to_string();
        let text = fault::text_of(&name, &bytes).map_err(ConfigError::Faults)?;
        layer.put_over(Layer::parse(&name, &text).map_err(ConfigError::Faults)?);
    }
    layer.put_over(Layer::from_environment(environment)?);
    layer.check()
}

impl Config {
    /// The defaults with a data folder in place of `/var/lib/ascolto`: for the demo and for tests.
    pub fn in_folder(folder: &Path) -> Self {
        let mut config = Layer::defaults().check().expect("the defaults are checked by a test");
        config.database_url = Secret::new(format!("sqlite:{}", folder.join("ascolto.db").display()));
        config.key_file = folder.join("ascolto.keys");
        config.mail.transport = mail::Transport::Folder(folder.join("outbox"));
        // Whoever tries something out does not wait for Monday.
        config.mail.pace = crate::campaign::Pace::UNHURRIED;
        config
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flows::words::config_error_in_words;

    fn told(outcome: Result<Config, ConfigError>) -> String {
        config_error_in_words(&Language::english(), &outcome.unwrap_err())
    }

    fn read_text(text: &str) -> Result<Config, ConfigError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        std::fs::write(&path, text).unwrap();
        read(Some(&path), std::iter::empty())
    }

    #[test]
    fn the_defaults_are_valid_and_complete() {
        let config = read(None, std::iter::empty()).unwrap();
        assert_eq!(config.address.port(), 8080);
        assert_eq!(config.body.time_zone, chrono_tz::Europe::Rome);
    }

    #[test]
    fn the_file_wins_over_defaults_and_the_environment_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        std::fs::write(&path, "[body]\nname = \"Provincia di Pisa\"\n[mail]\nsmtp_port = 587\n").unwrap();
        let environment = [("ASCOLTO_MAIL_SMTP_PORT", "2525"), ("ASCOLTO_MAIL_TRANSPORT", "smtp"), ("HOME", "/root")];
        let config = read(Some(&path), environment.map(|(a, b)| (a.to_owned(), b.to_owned())).into_iter()).unwrap();
        assert_eq!(config.body.name, "Provincia di Pisa");
        assert!(matches!(config.mail.transport, mail::Transport::Smtp(servers) if servers[0].port == 2525));
    }

    #[test]
    fn a_file_that_is_not_utf_8_is_refused_where_it_is_not_and_a_mark_before_it_is_no_mistake() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        std::fs::write(&path, b"[body]\nname = \"Provincia di Forl\xec\"\n").unwrap();
        let refused = told(read(Some(&path), std::iter::empty()));
        assert!(refused.contains("a.toml:2:26"), "{refused}");
        assert_eq!(read_text("\u{feff}[body]\nname = \"Forlì\"\n").unwrap().body.name, "Forlì");
    }

    #[test]
    fn a_wrong_key_is_refused_with_its_place_and_the_keys_there_are() {
        let refused = told(read_text("[server]\nadress = \"1.2.3.4:80\"\n"));
        assert!(refused.contains("a.toml:2:1:"), "{refused}");
        assert!(refused.contains("adress") && refused.contains("^^^^^^") && refused.contains("address"), "{refused}");
    }

    #[test]
    fn a_wrong_value_is_refused_with_its_place() {
        for (text, place) in [
            ("[server]\naddress = \"here\"\n", "a.toml:2:11"),
            ("[body]\ntime_zone = \"Rome\"\n", "a.toml:2:13"),
            ("[mail]\nsmtp_port = \"x\"\n", "a.toml:2:13"),
            ("[mail]\ntransport = \"pigeon\"\n", "a.toml:2:13"),
            ("[server\n", "a.toml:1:"),
            ("[server]\nwidget_origins = [\"https://www.ente.it\", \"www.ente.it\"]\n", "a.toml:2:42"),
        ] {
            let refused = told(read_text(text));
            assert!(refused.contains(place), "{text} -> {refused}");
        }
    }

    #[test]
    fn a_site_that_is_no_origin_is_refused_with_the_one_that_was_meant() {
        let refused = told(read_text("[server]\nwidget_origins = [\"https://www.ente.it/servizi\"]\n"));
        assert!(refused.contains("a.toml:2:19:") && refused.contains("^^^^"), "{refused}");
        assert!(refused.contains("\"https://www.ente.it\""), "{refused}");
        let any = told(read_text("[server]\nwidget_origins = [\"*\"]\n"));
        assert!(any.contains("a.toml:2:19:") && any.contains("https://www.example.org"), "{any}");
        let sites = [("ASCOLTO_SERVER_WIDGET_ORIGINS".to_owned(), "https://www.ente.it, http://localhost:81".to_owned())];
        let config = read(None, sites.into_iter()).unwrap();
        assert_eq!(
            config.widget_origins.iter().map(Origin::as_str).collect::<Vec<_>>(),
            ["https://www.ente.it", "http://localhost:81"]
        );
        let wrong = [("ASCOLTO_SERVER_WIDGET_ORIGINS".to_owned(), "https://www.ente.it/".to_owned())];
        assert!(told(read(None, wrong.into_iter())).contains("ASCOLTO_SERVER_WIDGET_ORIGINS"));
    }

    #[test]
    fn an_unknown_variable_of_ours_is_refused() {
        let environment = [("ASCOLTO_SERVER_ADRESS".to_owned(), "x".to_owned())];
        let refused = told(read(None, environment.into_iter()));
        assert!(refused.contains("ASCOLTO_SERVER_ADRESS"), "{refused}");
    }
}
