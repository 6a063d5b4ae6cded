//! What is held against what: drawn frequencies against exact probabilities, and both against the bounds that are promised.

use super::table::{Table, grouped};

/// Samples drawn in every setting.
pub const SAMPLES: u32 = 10_000;
/// How many standard errors of the simulation a drawn frequency may lie from the exact probability.
const FARTHEST: f64 = 4.0;

/// What was compared so far.
#[derive(Debug, Default)]
pub struct Checks {
    groups: Vec<Group>,
    /// What does not hold.
    pub faults: Vec<String>,
}

#[derive(Debug)]
struct Group {
    name: &'static str,
    settings: u64,
    farthest: f64,
}

impl Checks {
    /// Compares a frequency drawn in [`SAMPLES`] samples with its exact probability.
    pub fn compare(&mut self, group: &'static str, setting: impl Fn() -> String, exact: f64, drawn: f64) {
        let samples = f64::from(SAMPLES);
        // Where next to nothing is expected, a single sample is no contradiction.
        let error = (exact * (1.0 - exact) / samples).max(1.0 / (samples * samples)).sqrt();
        let apart = ((drawn - exact).abs() - 0.5 / samples).max(0.0) / error;
        if apart > FARTHEST {
            let (exact, drawn) = (100.0 * exact, 100.0 * drawn);
            self.faults
                .push(format!("{group}, {}: exact {exact:.3} %, drawn {drawn:.3} %: {apart:.1} standard errors", setting()));
        }
        let place = self.groups.iter().position(|one| one.name == group).unwrap_or_else(|| {
            self.groups.push(Group { name: group, settings: 0, farthest: 0.0 });
            self.groups.len() - 1
        });
        let found = &mut self.groups[place];
        found.settings += 1;
        found.farthest = found.farthest.max(apart);
    }

    /// Holds a probability against what is promised of it.
    pub fn bound(&mut self, what: impl Fn() -> String, probability: f64, least: f64, most: f64) {
        if !(least..=most).contains(&probability) {
            let (found, least, most) = (100.0 * probability, 100.0 * least, 100.0 * most);
            self.faults.push(format!("{}: {found:.2} %, promised {least:.1} to {most:.1} %", what()));
        }
    }

    /// How far the draws lay from the sums.
    pub fn table(&self) -> Table {
        let head = ["what", "settings", "samples drawn", "farthest from the exact value, in standard errors"];
        let mut table = Table::new("Table 9. Simulation against exact sums", &head);
        for Group { name, settings, farthest } in &self.groups {
            let drawn = grouped(settings * u64::from(SAMPLES));
            table.rows.push(vec![(*name).to_owned(), grouped(*settings), drawn, format!("{farthest:.1}")]);
        }
        table
    }
}
