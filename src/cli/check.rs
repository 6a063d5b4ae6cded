//! `ascolto check`.

use super::Stop;

/// Tells everything that is wrong with form and charter files.
#[derive(clap::Args)]
pub struct Check {}

impl Check {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        Err(Stop::Refused("not there yet".to_owned()))
    }
}
