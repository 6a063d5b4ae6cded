//! `ascolto analyse`.

use super::Stop;

/// Computes the statistics of a file of answers, without a database.
#[derive(clap::Args)]
pub struct Analyse {}

impl Analyse {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        Err(Stop::Refused("not there yet".to_owned()))
    }
}
