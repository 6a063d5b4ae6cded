//! One layer of settings as typed in a file or the environment, before it is checked.

use super::{Body, Config, ConfigError};
use crate::fault::Fault;
use crate::mail::{Security, Settings, SmtpServer, Transport};
use crate::secret::Secret;
use crate::text::Language;
use std::ops::Range;
use toml::Spanned;

/// A typed value and where it stands: in a file, or in a variable.
#[derive(Clone, Debug)]
struct Typed<T> {
    value: T,
    place: Place,
}

#[derive(Clone, Debug)]
enum Place {
    Default,
    File { name: String, text: String, range: Range<usize> },
    Variable(String),
}

impl Place {
    fn refuse(&self, problem: impl Into<String>, hint: &str) -> ConfigError {
        let problem = problem.into();
        match self {
            Self::File { name, text, range } => ConfigError::Faults(vec![Fault::at(name, text, range.clone(), problem, hint)]),
            Self::Variable(variable) => ConfigError::Environment(variable.clone(), format!("{problem} ({hint})")),
            Self::Default => ConfigError::Environment("default".to_owned(), problem),
        }
    }
}

/// Reads a value from a variable.
trait FromVariable: Sized {
    fn from_variable(text: &str) -> Result<Self, String>;
}

impl FromVariable for String {
    fn from_variable(text: &str) -> Result<Self, String> {
        Ok(text.to_owned())
    }
}

impl FromVariable for u16 {
    fn from_variable(text: &str) -> Result<Self, String> {
        text.trim().parse().map_err(|_| format!("\"{text}\" is not a whole number from 0 to 65535"))
    }
}

impl FromVariable for Vec<String> {
    fn from_variable(text: &str) -> Result<Self, String> {
        Ok(text.split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect())
    }
}

macro_rules! settings {
    ($($section:ident { $($key:ident: $type:ty),* $(,)? })*) => {
        /// What a file may hold: every key optional, no other allowed.
        mod file {
            use super::Spanned;
            $(
                #[derive(serde::Deserialize, Default)]
                #[serde(deny_unknown_fields, default)]
                #[allow(non_camel_case_types)] // Named like the section of the file.
                pub struct $section { $(pub $key: Option<Spanned<$type>>),* }
            )*
            #[derive(serde::Deserialize, Default)]
            #[serde(deny_unknown_fields, default)]
            pub struct All { $(pub $section: $section),* }
        }

        /// One layer.
        #[derive(Clone, Debug, Default)]
        pub struct Layer { $($section: $section),* }

        $(
            #[derive(Clone, Debug, Default)]
            #[allow(non_camel_case_types)] // Named like the section of the file.
            struct $section { $($key: Option<Typed<$type>>),* }
        )*

        impl Layer {
            fn from_file(all: file::All, place: impl Fn(Range<usize>) -> Place) -> Self {
                let mut layer = Self::default();
                $($(
                    layer.$section.$key = all.$section.$key.map(|typed| Typed { place: place(typed.span()), value: typed.into_inner() });
                )*)*
                layer
            }

            /// The settings in variables named `ASCOLTO_SECTION_KEY`.
            ///
            /// # Errors
            /// A variable that is no setting, or whose value is of the wrong kind.
            pub fn from_environment(environment: impl Iterator<Item = (String, String)>) -> Result<Self, ConfigError> {
                let mut layer = Self::default();
                for (variable, text) in environment {
                    let Some(name) = variable.strip_prefix("ASCOLTO_").map(str::to_ascii_lowercase) else { continue };
                    let problem = |problem| ConfigError::Environment(variable.clone(), problem);
                    match name.as_str() {
                        $($(
                            concat!(stringify!($section), "_", stringify!($key)) => {
                                let value = <$type>::from_variable(&text).map_err(problem)?;
                                layer.$section.$key = Some(Typed { value, place: Place::Variable(variable.clone()) });
                            }
                        )*)*
                        other if NOT_SETTINGS.contains(&other) || other.starts_with("test_") => {}
                        _ => return Err(problem("is not a setting; see the documented defaults".to_owned())),
                    }
                }
                Ok(layer)
            }

            /// Puts every setting of another layer over this one's.
            pub fn put_over(&mut self, other: Self) {
                $($( if other.$section.$key.is_some() { self.$section.$key = other.$section.$key; } )*)*
            }
        }
    };
}

/// Variables of ours that are no settings: the configuration file itself, build and test switches.
const NOT_SETTINGS: [&str; 8] = ["config", "assets", "real_data", "corpora", "chromium", "demo_folder", "look", "pictures"];

settings! {
    server { address: String, base_url: String }
    body {
        name: String, accessibility_url: String, privacy_url: String, data_controller: String, data_protection_officer: String,
        time_zone: String, languages: Vec<String>,
    }
    database { url: String, key_file: String }
    mail {
        transport: String, folder: String, from: String, from_name: String, smtp_host: String, smtp_port: u16,
        smtp_security: String, smtp_user: String, smtp_password: String,
    }
    privacy { forget_contacts_days: u16, sign_in_attempts: u16 }
    log { level: String, format: String }
}

impl Layer {
    /// The documented defaults.
    pub fn defaults() -> Self {
        let all: file::All = toml::from_str(super::DEFAULTS).expect("the defaults are checked by a test");
        Self::from_file(all, |_| Place::Default)
    }

    /// Reads a file.
    ///
    /// # Errors
    /// A mistake in its form, an unknown key, a value of the wrong kind.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Fault>> {
        let all: file::All = toml::from_str(text).map_err(|mistake| {
            let range = mistake.span().unwrap_or(0..1);
            vec![Fault::at(name, text, range, mistake.message(), "the settings there are stand in the documented defaults")]
        })?;
        Ok(Self::from_file(all, |range| Place::File { name: name.to_owned(), text: text.to_owned(), range }))
    }

    /// Checks every value.
    ///
    /// # Errors
    /// The first value that means nothing, with its place.
    pub fn check(self) -> Result<Config, ConfigError> {
        let (server, log) = (self.server, self.log);
        let base_url = take(server.base_url);
        let url = base_url.value.trim_end_matches('/').to_owned();
        if !url.is_empty() && !url.starts_with("http://") && !url.starts_with("https://") {
            return Err(base_url
                .place
                .refuse(format!("\"{url}\" is not a web address"), "write it like https://ascolto.example.org"));
        }
        let level = choose(take(log.level), &["error", "warn", "info", "debug"])?;
        let format = choose(take(log.format), &["text", "json"])?;
        Ok(Config {
            address: parsed(take(server.address), "an address with a port", "write it like 127.0.0.1:8080")?,
            base_url: (!url.is_empty()).then_some(url),
            database_url: check_database(take(self.database.url))?,
            key_file: take(self.database.key_file).value.into(),
            mail: self.mail.check()?,
            body: self.body.check()?,
            forget_contacts_days: take(self.privacy.forget_contacts_days).value,
            sign_in_attempts: take(self.privacy.sign_in_attempts).value.max(1),
            log_level: level,
            log_json: format == "json",
        })
    }
}

impl body {
    fn check(self) -> Result<Body, ConfigError> {
        let typed = take(self.languages);
        let languages: Option<Vec<Language>> = typed.value.iter().map(|code| Language::parse(code)).collect();
        let languages = languages.filter(|languages| !languages.is_empty()).ok_or_else(|| {
            typed.place.refuse("these are not language codes", "write them like [\"it\", \"en\"], one at least")
        })?;
        Ok(Body {
            name: take(self.name).value,
            accessibility_url: take(self.accessibility_url).value,
            privacy_url: take(self.privacy_url).value,
            data_controller: take(self.data_controller).value,
            data_protection_officer: take(self.data_protection_officer).value,
            time_zone: parsed(take(self.time_zone), "a time zone", "write it like Europe/Rome")?,
            languages,
        })
    }
}

impl mail {
    fn check(self) -> Result<Settings, ConfigError> {
        let from = take(self.from);
        if !from.value.contains('@') {
            return Err(from
                .place
                .refuse(format!("\"{}\" is not an e-mail address", from.value), "write it like urp@example.org"));
        }
        let security = choose(take(self.smtp_security), &["none", "starttls", "tls"])?;
        let user = take(self.smtp_user).value;
        let password = Secret::new(take(self.smtp_password).value);
        let transport = match choose(take(self.transport), &["folder", "smtp"])?.as_str() {
            "folder" => Transport::Folder(take(self.folder).value.into()),
            _ => Transport::Smtp(SmtpServer {
                security: match security.as_str() {
                    "none" => Security::None,
                    "starttls" => Security::StartTls,
                    _ => Security::Tls,
                },
                credentials: (!user.is_empty()).then_some((user, password)),
                ..SmtpServer::plain(&take(self.smtp_host).value, take(self.smtp_port).value)
            }),
        };
        Ok(Settings { from: from.value, from_name: take(self.from_name).value, transport })
    }
}

fn take<T>(typed: Option<Typed<T>>) -> Typed<T> {
    typed.expect("default.toml holds every setting; a test reads it")
}

fn parsed<T: std::str::FromStr>(typed: Typed<String>, what: &str, hint: &str) -> Result<T, ConfigError> {
    typed.value.parse().map_err(|_| typed.place.refuse(format!("\"{}\" is not {what}", typed.value), hint))
}

fn choose(typed: Typed<String>, allowed: &[&str]) -> Result<String, ConfigError> {
    if allowed.contains(&typed.value.as_str()) {
        return Ok(typed.value);
    }
    let hint = format!("use one of: {}", allowed.join(", "));
    Err(typed.place.refuse(format!("\"{}\" is not known here", typed.value), &hint))
}

fn check_database(typed: Typed<String>) -> Result<Secret, ConfigError> {
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if known.iter().any(|scheme| typed.value.starts_with(scheme)) {
        return Ok(Secret::new(typed.value));
    }
    Err(typed.place.refuse("this is not a database address", "begin it with sqlite: or postgres://"))
}
