//! What is known of the users, and the combinations of it that the answers come in.

use super::WeightingFault;
use super::kish::possible;
use crate::analysis::proportion::as_real;

/// The answers with one combination of levels: one level of each margin.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// For each margin, in its order, the place of the level.
    pub levels: Vec<usize>,
    /// How many rows, with or without a valid answer.
    pub rows: u64,
    /// The sum of their start weights.
    pub weight: f64,
    /// The sum of the squares of their start weights.
    pub square: f64,
}

impl Cell {
    /// A cell whose rows all start with a weight of 1, so that the factor of raking is the weight itself.
    pub fn unweighted(levels: Vec<usize>, rows: u64) -> Self {
        Self { levels, rows, weight: as_real(rows), square: as_real(rows) }
    }
}

/// How the totals of a margin are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Totals {
    /// Shares of the users; they sum to 1.
    Shares,
    /// Numbers of users.
    Counts,
}

/// A level of a margin.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Its name.
    pub name: String,
    /// The share or count of its users; `None` for a level that the answers have and the margin does not name.
    pub total: Option<f64>,
}

/// What is known of one property of the users.
#[derive(Clone, Debug, PartialEq)]
pub struct Margin {
    /// Its name.
    pub name: String,
    /// How the totals are said.
    pub totals: Totals,
    /// Its levels.
    pub levels: Vec<Level>,
}

impl Margin {
    /// The users of each level, summing to `population`; the refusals of [`super::rake`] that concern this margin alone.
    pub(super) fn targets(&self, place: usize, cells: &[Cell], population: f64) -> Result<Vec<f64>, WeightingFault> {
        let mut rows = vec![0_u64; self.levels.len()];
        for cell in cells {
            rows[cell.levels[place]] += cell.rows;
        }
        for (level, rows) in self.levels.iter().zip(rows) {
            self.check_level(level, rows)?;
        }
        let totals = self.levels.iter().map(|level| level.total.unwrap_or(0.0));
        let found: f64 = totals.clone().sum();
        let expected = if self.totals == Totals::Shares { 1.0 } else { population };
        if (found - expected).abs() > 1e-9 * expected {
            return Err(WeightingFault::TotalsContradict { margin: self.name.clone(), found, expected });
        }
        // Rounded shares are drawn to sum exactly: else two margins could never both be met to the last digit.
        Ok(totals.map(|total| total / found * population).collect())
    }

    fn check_level(&self, level: &Level, rows: u64) -> Result<(), WeightingFault> {
        let (margin, name) = (self.name.clone(), level.name.clone());
        match level.total {
            Some(total) if !(0.0..f64::INFINITY).contains(&total) => {
                Err(WeightingFault::TotalNotPossible { margin, level: name, total })
            }
            Some(total) if total > 0.0 && rows == 0 => Err(WeightingFault::LevelWithoutAnswers { margin, level: name, total }),
            Some(total) if total > 0.0 => Ok(()),
            _ if rows > 0 => Err(WeightingFault::LevelWithoutUsers { margin, level: name, rows }),
            _ => Ok(()),
        }
    }
}

/// Every cell says one level of each margin, and its rows have positive weights.
pub(super) fn check_cells(cells: &[Cell], margins: &[Margin]) -> Result<(), WeightingFault> {
    for (place, cell) in cells.iter().enumerate() {
        let named = cell.levels.iter().zip(margins).all(|(level, margin)| *level < margin.levels.len());
        if cell.levels.len() != margins.len() || !named {
            return Err(WeightingFault::CellNotInMargins { cell: place });
        }
        if cell.rows > 0 {
            possible(place, cell.rows, cell.weight, cell.square)?;
        }
    }
    Ok(())
}
