//! The ranks of counted answers, equal answers sharing the mean of theirs.

use crate::analysis::obstacle::Obstacle;
use crate::response::CrossTable;

/// What rank tests need: ranks centred on their mean, doubled so that they are whole numbers.
pub struct Ranks {
    /// How many answers there are.
    pub total: i128,
    /// `N^3 - sum of t^3` over the sizes `t` of the ties: 12 N times the variance (divided by N) of the ranks.
    pub spread: i128,
    /// Twice the rank of each column, less `N + 1`.
    doubled: Vec<i128>,
}

impl Ranks {
    /// The ranks of all answers of the table; [`Obstacle::Constant`] where all are the same.
    pub fn of(table: &CrossTable) -> Result<Self, Obstacle> {
        let ties: Vec<i128> = table.column_totals().into_iter().map(i128::from).collect();
        let total: i128 = ties.iter().sum();
        let spread = total.pow(3) - ties.iter().map(|tie| tie.pow(3)).sum::<i128>();
        if spread == 0 {
            return Err(Obstacle::Constant);
        }
        let mut below = 0;
        let doubled = ties.iter().map(|tie| {
            let rank = 2 * below + tie - total;
            below += tie;
            rank
        });
        Ok(Self { total, spread, doubled: doubled.collect() })
    }

    /// Twice the sum of the centred ranks of a row: exact, so that a tiny effect keeps its digits.
    pub fn doubled_sum(&self, row: &[u64]) -> i128 {
        row.iter().zip(&self.doubled).map(|(count, rank)| i128::from(*count) * rank).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn centred_ranks_sum_to_nothing_and_ties_share_theirs() {
        // Answers 1 1 2 4 4 4: ranks 1.5 1.5 3 5 5 5, less 3.5 and doubled.
        let table = CrossTable::from_rows(&[[2, 0, 0, 1], [0, 1, 0, 2]]);
        let ranks = Ranks::of(&table).unwrap();
        assert_eq!(
            (ranks.doubled_sum(&[1, 0, 0, 0]), ranks.doubled_sum(&[0, 1, 0, 0]), ranks.doubled_sum(&[0, 0, 0, 1])),
            (-4, -1, 3)
        );
        assert_eq!(ranks.doubled_sum(table.row(0)) + ranks.doubled_sum(table.row(1)), 0);
        assert_eq!((ranks.total, ranks.spread), (6, 216 - 8 - 1 - 27));
    }

    #[test]
    fn sums_of_cubes_beyond_64_bits_are_exact() {
        let table = CrossTable::from_rows(&[[3_000_000, 3_000_000]]);
        assert_eq!(Ranks::of(&table).unwrap().spread, 162_000_000_000_000_000_000);
    }
}
