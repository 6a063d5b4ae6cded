//! Some thousand rows as columns of codes: small enough for the processor's cache, large enough to count column by column.

use super::Request;

/// So many rows at a time.
pub const ROWS: usize = 4096;

/// Rows read and not yet counted.
pub struct Block {
    /// How many rows it holds.
    pub rows: usize,
    /// For each item the index of the code, behind the last the kinds of no answer.
    pub items: Vec<Vec<u8>>,
    /// For each variable the number of the level; 0 for none.
    pub levels: Vec<Vec<u32>>,
    /// How many rows each row stands for; empty where each is one.
    pub frequencies: Vec<u64>,
    /// The weights of the rows; empty where there are none.
    pub weights: Vec<f64>,
}

impl Block {
    /// An empty block for what is asked.
    pub fn new(request: &Request) -> Self {
        Self {
            rows: 0,
            items: vec![vec![0; ROWS]; request.items.len()],
            levels: vec![vec![0; ROWS]; request.variables.len()],
            frequencies: if request.frequency.is_some() { vec![1; ROWS] } else { Vec::new() },
            weights: if request.weight.is_some() { vec![1.0; ROWS] } else { Vec::new() },
        }
    }

    /// The rows, or the sum of their frequencies.
    pub fn all_rows(&self) -> u64 {
        match self.frequencies.as_slice() {
            [] => self.rows as u64,
            own => own[..self.rows].iter().sum(),
        }
    }

    /// The frequency of a row.
    pub fn frequency(&self, row: usize) -> u64 {
        self.frequencies.get(row).copied().unwrap_or(1)
    }
}
