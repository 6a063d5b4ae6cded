//! Sums of weights: enough for every weighted share, mean and error.

/// How many rows, the sum of their weights and the sum of the squares of these.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WeightSums {
    /// Rows.
    pub rows: u64,
    /// The sum of the weights.
    pub weight: f64,
    /// The sum of their squares.
    pub square: f64,
}

impl WeightSums {
    /// So many rows of one weight more.
    pub fn add(&mut self, weight: f64, rows: u64) {
        #[allow(clippy::cast_precision_loss)] // Rows of one line of a file.
        let times = rows as f64;
        self.rows += rows;
        self.weight += weight * times;
        self.square += weight * weight * times;
    }

    /// Another sum more.
    pub fn join(&mut self, other: &Self) {
        self.rows += other.rows;
        self.weight += other.weight;
        self.square += other.square;
    }
}
