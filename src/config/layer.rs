//! One layer of settings as typed in a file or the environment, before it is checked.

use super::{Body, Config, ConfigError, Origin, languages};
use crate::campaign::Pace;
use crate::fault::typed::{Entries, Source};
use crate::fault::{Fault, Said, hint_among};
use crate::mail::{Dkim, Security, Settings, SignIn, Signer, SmtpServer, Transport};
use crate::secret::Secret;
use chrono::{NaiveTime, Weekday};
use std::ops::Range;

mod reports;

/// A typed value and where it stands: in a file, or in a variable.
#[derive(Clone, Debug)]
pub(super) struct Typed<T> {
    pub(super) value: T,
    pub(super) place: Place,
}

/// Where a value was typed.
#[derive(Clone, Debug)]
pub(super) enum Place {
    Default,
    File { name: String, text: String, range: Range<usize> },
    Variable(String),
}

impl Place {
    /// A place inside of this one.
    fn inside(&self, range: &Range<usize>) -> Self {
        match self {
            Self::File { name, text, .. } => Self::File { name: name.clone(), text: text.clone(), range: range.clone() },
            other => other.clone(),
        }
    }

    pub(super) fn refuse(&self, message: impl Into<Said>, hint: impl Into<Said>) -> ConfigError {
        match self {
            Self::File { name, text, range } => ConfigError::Faults(vec![Fault::at(name, text, range.clone(), message, hint)]),
            Self::Variable(variable) => ConfigError::Environment(variable.clone(), message.into(), hint.into()),
            Self::Default => ConfigError::Environment("default.toml".to_owned(), message.into(), hint.into()),
        }
    }
}

/// A kind of value that a setting has: read from a section of a file, or from a variable.
trait Setting: Sized {
    fn from_entry(section: &Entries<'_>, key: &'static str) -> Option<(Self, Range<usize>)>;
    fn from_variable(text: &str) -> Option<Self>;
}

impl Setting for String {
    fn from_entry(section: &Entries<'_>, key: &'static str) -> Option<(Self, Range<usize>)> {
        section.string(key).map(|typed| (typed.value, typed.range))
    }

    fn from_variable(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl Setting for u16 {
    fn from_entry(section: &Entries<'_>, key: &'static str) -> Option<(Self, Range<usize>)> {
        let typed = section.integer_between(key, 0, u16::MAX.into())?;
        Some((Self::try_from(typed.value).ok()?, typed.range))
    }

    fn from_variable(text: &str) -> Option<Self> {
        text.trim().parse().ok()
    }
}

impl Setting for Vec<String> {
    fn from_entry(section: &Entries<'_>, key: &'static str) -> Option<(Self, Range<usize>)> {
        let strings = section.strings(key).into_iter().map(|typed| typed.value).collect();
        section.has(key).then(|| (strings, section.range_of(key)))
    }

    fn from_variable(text: &str) -> Option<Self> {
        Some(text.split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect())
    }
}

/// A part of a list, and where it stands in a file.
#[derive(Clone, Debug)]
struct Part {
    text: String,
    range: Range<usize>,
}

impl Setting for Vec<Part> {
    fn from_entry(section: &Entries<'_>, key: &'static str) -> Option<(Self, Range<usize>)> {
        let parts = section.strings(key).into_iter().map(|typed| Part { text: typed.value, range: typed.range }).collect();
        section.has(key).then(|| (parts, section.range_of(key)))
    }

    fn from_variable(text: &str) -> Option<Self> {
        let parts = Vec::<String>::from_variable(text)?.into_iter();
        Some(parts.map(|text| Part { text, range: 0..0 }).collect())
    }
}

macro_rules! settings {
    ($($section:ident { $($key:ident: $type:ty),* $(,)? })*) => {
        /// One layer.
        #[derive(Clone, Debug, Default)]
        pub struct Layer { $($section: $section),* }

        $(
            #[derive(Clone, Debug, Default)]
            #[allow(non_camel_case_types)] // Named like the section of the file.
            struct $section { $($key: Option<Typed<$type>>),* }
        )*

        impl Layer {
            /// The settings of a file: every section and key may be absent, no other may be there.
            fn from_entries(entries: Entries<'_>, place: impl Fn(Range<usize>) -> Place) -> Self {
                let mut layer = Self::default();
                $(
                    if let Some(section) = entries.table(stringify!($section), "fault-what-section") {
                        $(
                            layer.$section.$key = <$type>::from_entry(&section, stringify!($key))
                                .map(|(value, range)| Typed { value, place: place(range) });
                        )*
                        section.finish();
                    }
                )*
                entries.finish();
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
                    let refuse = |message: Said, hint: &'static str| ConfigError::Environment(variable.clone(), message, hint.into());
                    match name.as_str() {
                        $($(
                            concat!(stringify!($section), "_", stringify!($key)) => {
                                let message = || Said::new("fault-setting-number").with("typed", text.as_str());
                                let value = <$type>::from_variable(&text).ok_or_else(|| refuse(message(), "fault-hint-setting-number"))?;
                                layer.$section.$key = Some(Typed { value, place: Place::Variable(variable.clone()) });
                            }
                        )*)*
                        other if NOT_SETTINGS.contains(&other) || other.starts_with("test_") => {}
                        _ => return Err(refuse("fault-setting-unknown".into(), "fault-hint-settings")),
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
const NOT_SETTINGS: [&str; 9] =
    ["config", "assets", "real_data", "corpora", "chromium", "demo_folder", "demo_database", "look", "pictures"];

settings! {
    server { address: String, base_url: String, widget_origins: Vec<Part> }
    body {
        name: String, accessibility_url: String, privacy_url: String, data_controller: String, data_protection_officer: String,
        time_zone: String, languages: Vec<String>, language_folder: String,
    }
    database { url: String, key_file: String }
    mail {
        transport: String, folder: String, from: String, from_name: String, smtp_host: String, smtp_port: u16,
        smtp_security: String, smtp_authority: String, smtp_user: String, smtp_password: String, smtp_token_command: Vec<String>,
        smtp_connections: u16, domain_connections: u16, bounce_address: String, dkim_selector: String, dkim_domain: String,
        dkim_key: String, per_minute: u16, domain_per_minute: u16, hours: String, days: Vec<Part>, pause_at_percent: u16,
    }
    mail_fallback {
        smtp_host: String, smtp_port: u16, smtp_security: String, smtp_authority: String, smtp_user: String, smtp_password: String,
        smtp_token_command: Vec<String>,
    }
    mail_reports {
        maildir: String, imap_host: String, imap_port: u16, imap_security: String, imap_authority: String, imap_user: String,
        imap_password: String, imap_token_command: Vec<String>, imap_folder: String, rules: Vec<Part>,
    }
    campaign { most_invitations: u16, within_months: u16 }
    privacy { forget_contacts_days: u16, sign_in_attempts: u16 }
    log { level: String, format: String }
}

impl Layer {
    /// The documented defaults.
    pub fn defaults() -> Self {
        Self::read("default.toml", super::DEFAULTS, |_| Place::Default).expect("the defaults are checked by a test")
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Every mistake in its form, unknown key and value of the wrong kind.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Fault>> {
        Self::read(name, text, |range| Place::File { name: name.to_owned(), text: text.to_owned(), range })
    }

    fn read(name: &str, text: &str, place: impl Fn(Range<usize>) -> Place) -> Result<Self, Vec<Fault>> {
        let (source, table) = Source::read(name, text)?;
        let entries = Entries::new(&source, "fault-what-settings", table.get_ref(), source.first_line());
        let layer = Self::from_entries(entries, place);
        let faults = source.into_faults();
        if faults.is_empty() { Ok(layer) } else { Err(faults) }
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
            return Err(base_url.place.refuse(Said::new("fault-web-address").with("typed", url), "fault-hint-web-address"));
        }
        let level = choose(take(log.level), &["error", "warn", "info", "debug"])?;
        let format = choose(take(log.format), &["text", "json"])?;
        Ok(Config {
            address: parsed(take(server.address), "fault-address", "fault-hint-address")?,
            base_url: (!url.is_empty()).then_some(url),
            widget_origins: check_origins(take(server.widget_origins))?,
            database_url: check_database(take(self.database.url))?,
            key_file: take(self.database.key_file).value.into(),
            mail: self.mail.check(self.mail_fallback)?,
            mail_reports: self.mail_reports.check()?,
            body: self.body.check()?,
            forget_contacts_days: take(self.privacy.forget_contacts_days).value,
            most_invitations: take(self.campaign.most_invitations).value,
            within_months: take(self.campaign.within_months).value,
            sign_in_attempts: take(self.privacy.sign_in_attempts).value.max(1),
            log_level: level,
            log_json: format == "json",
        })
    }
}

impl body {
    fn check(self) -> Result<Body, ConfigError> {
        let (languages, added_languages) = languages::check(&take(self.languages), &take(self.language_folder))?;
        Ok(Body {
            name: take(self.name).value,
            accessibility_url: take(self.accessibility_url).value,
            privacy_url: take(self.privacy_url).value,
            data_controller: take(self.data_controller).value,
            data_protection_officer: take(self.data_protection_officer).value,
            time_zone: parsed(take(self.time_zone), "fault-time-zone", "fault-hint-time-zone")?,
            languages,
            added_languages,
        })
    }
}

impl mail {
    fn check(self, fallback: mail_fallback) -> Result<Settings, ConfigError> {
        let from = take(self.from);
        if !from.value.contains('@') {
            return Err(from.place.refuse(Said::new("fault-sender").with("typed", from.value), "fault-hint-sender"));
        }
        let dkim = read_dkim(take(self.dkim_selector), take(self.dkim_domain), &from.value, &take(self.dkim_key))?;
        let server = check_server(
            (take(self.smtp_host), take(self.smtp_port)),
            (take(self.smtp_security), take(self.smtp_authority)),
            (take(self.smtp_user), take(self.smtp_password), take(self.smtp_token_command)),
            take(self.smtp_connections),
        )?;
        let stand_in = check_server(
            (take(fallback.smtp_host), take(fallback.smtp_port)),
            (take(fallback.smtp_security), take(fallback.smtp_authority)),
            (take(fallback.smtp_user), take(fallback.smtp_password), take(fallback.smtp_token_command)),
            Typed { value: u16::try_from(server.connections).unwrap_or(u16::MAX), place: Place::Default },
        )?;
        let transport = match choose(take(self.transport), &["folder", "smtp"])?.as_str() {
            "folder" => Transport::Folder(take(self.folder).value.into()),
            _ => Transport::Smtp([server, stand_in].into_iter().filter(|server| !server.host.is_empty()).collect()),
        };
        let pace = Pace {
            per_minute: take(self.per_minute).value.into(),
            domain_per_minute: take(self.domain_per_minute).value.into(),
            hours: check_hours(take(self.hours))?,
            days: check_days(&take(self.days))?,
            pause_at_percent: u8::try_from(take(self.pause_at_percent).value.min(100)).unwrap_or(100),
        };
        Ok(Settings {
            pace,
            from: from.value,
            from_name: take(self.from_name).value,
            bounce_address: take(self.bounce_address).value,
            dkim,
            domain_connections: take(self.domain_connections).value.max(1).into(),
            transport,
        })
    }
}

/// "08:00-19:00"; "" for at any time.
fn check_hours(typed: Typed<String>) -> Result<Option<(NaiveTime, NaiveTime)>, ConfigError> {
    if typed.value.is_empty() {
        return Ok(None);
    }
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    let read = typed.value.split_once('-').and_then(|(from, until)| Some((time(from)?, time(until)?)));
    match read.filter(|(from, until)| from < until) {
        Some(hours) => Ok(Some(hours)),
        None => Err(typed.place.refuse(Said::new("fault-hours").with("typed", typed.value), "fault-hint-hours")),
    }
}

/// Days of the week by their English names, three letters or whole.
fn check_days(typed: &Typed<Vec<Part>>) -> Result<Vec<Weekday>, ConfigError> {
    let read = |part: &Part| {
        part.text.parse().map_err(|_| {
            let said = Said::new("fault-weekday").with("typed", part.text.as_str());
            typed.place.inside(&part.range).refuse(said, "fault-hint-weekday")
        })
    };
    typed.value.iter().map(read).collect()
}

fn check_server(
    (host, port): (Typed<String>, Typed<u16>),
    (security, authority): (Typed<String>, Typed<String>),
    (user, password, token_command): (Typed<String>, Typed<String>, Typed<Vec<String>>),
    connections: Typed<u16>,
) -> Result<SmtpServer, ConfigError> {
    let security = match choose(security, &["none", "starttls", "tls"])?.as_str() {
        "none" => Security::None,
        "starttls" => Security::StartTls,
        _ => Security::Tls,
    };
    let sign_in = SignIn { user: user.value, password: Secret::new(password.value), token_command: token_command.value };
    Ok(SmtpServer {
        security,
        authority_pem: read_authority(authority)?,
        sign_in: (!sign_in.user.is_empty()).then_some(sign_in),
        connections: connections.value.max(1).into(),
        ..SmtpServer::plain(&host.value, port.value)
    })
}

/// The key that signs letters, from the file that is named; `None` for none. Without a domain of its own, the sender's.
fn read_dkim(
    selector: Typed<String>,
    domain: Typed<String>,
    from: &str,
    key: &Typed<String>,
) -> Result<Option<Dkim>, ConfigError> {
    if key.value.is_empty() {
        return Ok(None);
    }
    let refuse = |said: Said| key.place.refuse(said.with("typed", key.value.as_str()), "fault-hint-dkim-key");
    let pem = std::fs::read_to_string(&key.value)
        .map_err(|error| refuse(Said::new("fault-dkim-key-unreadable").with("reason", &error)))?;
    let domain = match domain.value.as_str() {
        "" => from.rsplit_once('@').map_or("", |(_, domain)| domain).trim_end_matches('>').to_owned(),
        own => own.to_owned(),
    };
    if Signer::parse(&domain, &selector.value, pem.as_bytes()).is_none() {
        return Err(refuse(Said::new("fault-dkim-key")));
    }
    Ok(Some(Dkim { domain, selector: selector.value, key_pem: Secret::new(pem) }))
}

/// The certificate of an authority, from the file that is named; `None` for none.
fn read_authority(typed: Typed<String>) -> Result<Option<Vec<u8>>, ConfigError> {
    if typed.value.is_empty() {
        return Ok(None);
    }
    let refuse = |said: Said| typed.place.refuse(said.with("typed", typed.value.clone()), "fault-hint-authority");
    let bytes =
        std::fs::read(&typed.value).map_err(|error| refuse(Said::new("fault-authority-unreadable").with("reason", &error)))?;
    let begins = b"-----BEGIN CERTIFICATE-----";
    if !bytes.windows(begins.len()).any(|some| some == begins) {
        return Err(refuse(Said::new("fault-authority")));
    }
    Ok(Some(bytes))
}

/// Every site as an origin; a mistake is shown at its own place in the list.
fn check_origins(typed: Typed<Vec<Part>>) -> Result<Vec<Origin>, ConfigError> {
    let check = |part: &Part| {
        Origin::parse(&part.text).map_err(|meant| {
            let hint = match meant {
                Some(meant) => Said::new("fault-hint-origin-meant").with("meant", meant),
                None => Said::new("fault-hint-origin"),
            };
            typed.place.inside(&part.range).refuse(Said::new("fault-origin").with("typed", part.text.as_str()), hint)
        })
    };
    typed.value.iter().map(check).collect()
}

fn take<T>(typed: Option<Typed<T>>) -> Typed<T> {
    typed.expect("default.toml holds every setting; a test reads it")
}

fn parsed<T: std::str::FromStr>(typed: Typed<String>, key: &'static str, hint: &'static str) -> Result<T, ConfigError> {
    typed.value.parse().map_err(|_| typed.place.refuse(Said::new(key).with("typed", typed.value), hint))
}

fn choose(typed: Typed<String>, allowed: &[&str]) -> Result<String, ConfigError> {
    if allowed.contains(&typed.value.as_str()) {
        return Ok(typed.value);
    }
    let message = Said::new("fault-setting-word").with("typed", typed.value.as_str());
    Err(typed.place.refuse(message, hint_among(&typed.value, allowed)))
}

fn check_database(typed: Typed<String>) -> Result<Secret, ConfigError> {
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if known.iter().any(|scheme| typed.value.starts_with(scheme)) {
        return Ok(Secret::new(typed.value));
    }
    Err(typed.place.refuse("fault-database-address", "fault-hint-database-address"))
}
