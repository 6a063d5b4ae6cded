//! `ascolto demo`: a complete example year of a Province's office, ready to click.

mod draw;
mod make;
mod measures;
mod next_form;
mod registers;
mod story;

use super::Stop;
use super::log;
use super::serve::serve_until_stopped;
use super::site::open;
use super::terminal::{refused, refused_path, terminal_language};
use crate::clock::Clock;
use crate::config::Config;
use crate::language::say_with;
use crate::secret::Secret;
use crate::store::{self, Store};
use crate::text::Language;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

/// Makes an example office with four years of simulated answers in a folder and serves it.
///
/// Running it again continues with the same data.
#[derive(clap::Args)]
pub struct Demo {
    /// Where the example is kept.
    #[arg(long, default_value = "ascolto-demo", env = "ASCOLTO_DEMO_FOLDER")]
    folder: PathBuf,
    /// Throw the example away and start over.
    #[arg(long)]
    fresh: bool,
    /// Keep the answers in this empty PostgreSQL database instead of a file.
    #[arg(long, value_name = "URL", conflicts_with = "fresh", env = "ASCOLTO_DEMO_DATABASE", hide_env_values = true)]
    database: Option<String>,
    /// The port to listen on; 0 takes any free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Only make the example, do not serve it.
    #[arg(long)]
    make_only: bool,
}

/// The files of an example, so that `--fresh` removes nothing else.
const FILES: [&str; 5] = ["ascolto.db", "ascolto.db-wal", "ascolto.db-shm", "ascolto.keys", "complete"];

impl Demo {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        let language = terminal_language();
        log::start("warn", false);
        // The port comes first: nobody should wait for an example that then cannot be served.
        let listener = if self.make_only { None } else { Some(listen(self.port, &language)?) };
        let failed = |error: std::io::Error| refused_path(&language, &self.folder, &error);
        std::fs::create_dir_all(&self.folder).map_err(failed)?;
        let folder = self.folder.canonicalize().map_err(failed)?;
        let complete = folder.join("complete");
        if self.fresh || !complete.exists() {
            clear(&folder).map_err(failed)?;
        }
        let mut config = Config::in_folder(&folder);
        if let Some(url) = self.database {
            config.database_url = Secret::new(url);
            let offices = Store::open(config.database_url.expose())?.read(store::office::list)?;
            if offices.is_empty() == complete.exists() {
                return Err(refused("demo-other-database", &[("folder", folder.display().to_string().into())]));
            }
        }
        let base_url = listener.as_ref().map_or(Ok(format!("http://127.0.0.1:{}", self.port)), |listener| {
            listener.local_addr().map(|address| format!("http://{address}")).map_err(failed)
        })?;
        make::describe(&mut config);
        if complete.exists() {
            eprintln!("{}", say_with(&language, "demo-continues", &[("folder", folder.display().to_string().into())]));
        } else {
            eprintln!("{}", say_with(&language, "demo-makes", &[("folder", folder.display().to_string().into())]));
            make::make_example(&config, &base_url, &language)?;
            std::fs::write(&complete, b"").map_err(failed)?;
        }
        let site = open(config.clone(), Clock::system(config.body.time_zone), Some(base_url))?;
        make::list_links(&site, &folder, &language)?;
        match listener {
            Some(listener) => serve_until_stopped(site, listener),
            None => Ok(()),
        }
    }
}

/// Listens on a port of this machine; a taken one is named, with the way to choose another.
pub fn listen(port: u16, language: &Language) -> Result<TcpListener, Stop> {
    TcpListener::bind(("127.0.0.1", port)).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            Stop::Refused(say_with(language, "demo-port-taken", &[("port", port.to_string().into())]))
        }
        _ => Stop::Refused(format!("{}: {error}", say_with(language, "demo-port-refused", &[("port", port.to_string().into())]))),
    })
}

fn clear(folder: &Path) -> std::io::Result<()> {
    for name in FILES {
        match std::fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    match std::fs::remove_dir_all(folder.join("outbox")) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
