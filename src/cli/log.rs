//! The program's log: to standard error, text or JSON. No personal data at any level.

use tracing_subscriber::EnvFilter;

/// Starts the log once; a second start changes nothing.
pub fn start(level: &str, json: bool) {
    let filter = EnvFilter::try_new(format!("{level},actix_server=warn")).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    let started = if json { log.json().try_init() } else { log.try_init() };
    if let Err(error) = started {
        tracing::debug!(%error, "the log had been started before");
    }
}
