//! `ascolto export`.

use super::Stop;
use super::site::{Settings, survey_of};
use super::terminal::{refused, refused_path, terminal_language};
use crate::flows::export_answers::export_answers;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

/// Writes the closed answers of a survey to a CSV file, for staff who work on with them. Not for publication.
///
/// Refused while a survey of that year takes answers. The file holds no identifier, no day and no open text; its lines are sorted by what they say.
#[derive(clap::Args)]
pub struct Export {
    /// The survey's address code.
    #[arg(long)]
    survey: String,
    /// The file to write; it must not exist yet.
    #[arg(long, value_name = "CSV")]
    out: PathBuf,
    #[command(flatten)]
    settings: Settings,
}

impl Export {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        let site = self.settings.open()?;
        let survey = survey_of(&site, &self.survey)?;
        let bytes = export_answers(&site, &survey, &terminal_language())?;
        let shown = self.out.display();
        let opened = OpenOptions::new().write(true).create_new(true).open(&self.out);
        let mut file = opened.map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => refused("terminal-exists", &[("path", shown.to_string().into())]),
            _ => refused_path(&terminal_language(), &self.out, &error),
        })?;
        file.write_all(&bytes).map_err(|error| refused_path(&terminal_language(), &self.out, &error))?;
        eprintln!("{shown}");
        Ok(())
    }
}
