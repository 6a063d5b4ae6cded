//! Fisher's exact test of a table of any size.

use super::filled;
use super::fisher_2x2::{AS_LIKELY, fisher_2x2};
use crate::analysis::obstacle::Obstacle;
use crate::analysis::proportion::as_real;
use crate::response::CrossTable;
use std::collections::HashMap;

/// The most answers, the most ways of filling one column, and the most steps in all: a second of work at the most.
const MOST_ANSWERS: u64 = 10_000;
const MOST_FILLINGS: u64 = 200_000;
const MOST_STEPS: u64 = 2_000_000;

/// The probability, with the margins as they are, of all tables that are not likelier than this one: R's `fisher.test`.
///
/// Sources: Freeman & Halton 1951, Biometrika 38, 141-149; the way of going through the tables, column by column with the rest of
/// the rows as state and bounds on what the rest can add: Mehta & Patel 1983, J. Am. Stat. Assoc. 78, 427-434.
///
/// # Errors
/// [`Obstacle::TooFewGroups`]; [`Obstacle::Constant`]; [`Obstacle::TooLarge`] where there are too many tables to go through (the
/// chi-square serves there).
pub fn fisher(table: &CrossTable) -> Result<f64, Obstacle> {
    let table = filled(table)?;
    if (table.rows(), table.columns()) == (2, 2) {
        return fisher_2x2(&table).map(|found| found.p);
    }
    if table.total() > MOST_ANSWERS {
        return Err(Obstacle::TooLarge);
    }
    // The state is what is left of the shorter side: fewer states.
    let table = if table.rows() > table.columns() { table.transposed() } else { table };
    let mut network = Network::of(&table);
    let cells: Vec<u64> = table.each_row().flatten().copied().collect();
    let limit = network.weigh(&cells) - AS_LIKELY;
    network.sum_at_least(limit, sorted(table.row_totals()))
}

/// What is left of the rows, sorted: the order of rows does not matter to what comes after.
type Rest = Vec<u64>;

fn sorted(mut rest: Rest) -> Rest {
    rest.sort_unstable();
    rest
}

/// The least and the most that the columns to come can weigh.
#[derive(Clone, Copy)]
struct Reach {
    least: f64,
    most: f64,
}

/// Ways of arriving at one state that weigh the same.
#[derive(Clone, Copy)]
struct Past {
    weight: f64,
    ways: f64,
}

/// A table weighs the sum of the logarithms of the factorials of its cells: the heavier, the less likely.
struct Network {
    log_factorials: Vec<f64>,
    /// Column totals, the largest first: its many ways are gone through once only.
    columns: Vec<u64>,
    reaches: HashMap<(usize, Rest), Reach>,
    steps: u64,
}

impl Network {
    fn of(table: &CrossTable) -> Self {
        let mut columns = table.column_totals();
        columns.sort_unstable_by(|one, other| other.cmp(one));
        let logarithms = (1..=table.total()).scan(0.0, |sum, whole| {
            *sum += as_real(whole).ln();
            Some(*sum)
        });
        let log_factorials = std::iter::once(0.0).chain(logarithms).collect();
        Self { log_factorials, columns, reaches: HashMap::new(), steps: 0 }
    }

    fn weigh(&self, cells: &[u64]) -> f64 {
        cells.iter().map(|cell| self.log_factorials[*cell as usize]).sum()
    }

    /// The probability of all tables at least so heavy.
    fn sum_at_least(&mut self, limit: f64, rows: Rest) -> Result<f64, Obstacle> {
        let everything = self.log_completions(0, &rows);
        let mut probability = 0.0;
        let mut states = HashMap::from([(rows, vec![Past { weight: 0.0, ways: 1.0 }])]);
        // At the last column least and most are one, so every way is decided by then.
        for column in 0..self.columns.len() {
            let mut next: HashMap<Rest, HashMap<i64, Past>> = HashMap::new();
            for (rest, pasts) in states {
                let reach = self.reach(column, &rest)?;
                let completions = self.log_completions(column, &rest);
                let (decided, open): (Vec<Past>, Vec<Past>) = pasts
                    .into_iter()
                    .filter(|past| past.weight + reach.most >= limit)
                    .partition(|past| past.weight + reach.least >= limit);
                probability += decided.iter().map(|past| past.ways * (completions - past.weight - everything).exp()).sum::<f64>();
                if !open.is_empty() {
                    self.advance(column, &rest, &open, &mut next)?;
                }
            }
            states = next.into_iter().map(|(rest, pasts)| (rest, pasts.into_values().collect())).collect();
        }
        Ok(probability.min(1.0))
    }

    /// Fills one column in every way and adds what is arrived at to the states after it.
    fn advance(
        &mut self,
        column: usize,
        rest: &Rest,
        pasts: &[Past],
        next: &mut HashMap<Rest, HashMap<i64, Past>>,
    ) -> Result<(), Obstacle> {
        for filling in self.fillings(column, rest)? {
            self.count_steps(pasts.len() as u64)?;
            let added = self.weigh(&filling);
            let after = next.entry(left_of(rest, &filling)).or_default();
            for past in pasts {
                let weight = past.weight + added;
                // Equal weights differ by rounding alone, far below this grain.
                let merged = after.entry((weight * 1e9).round() as i64).or_insert(Past { weight, ways: 0.0 });
                merged.ways += past.ways;
            }
        }
        Ok(())
    }

    /// What the columns from this one on can weigh.
    fn reach(&mut self, column: usize, rest: &Rest) -> Result<Reach, Obstacle> {
        if column + 1 >= self.columns.len() {
            let weight = self.weigh(rest);
            return Ok(Reach { least: weight, most: weight });
        }
        let key = (column, rest.clone());
        if let Some(known) = self.reaches.get(&key) {
            return Ok(*known);
        }
        let mut reach = Reach { least: f64::INFINITY, most: 0.0 };
        for filling in self.fillings(column, rest)? {
            let added = self.weigh(&filling);
            let after = self.reach(column + 1, &left_of(rest, &filling))?;
            reach.least = reach.least.min(added + after.least);
            reach.most = reach.most.max(added + after.most);
        }
        self.reaches.insert(key, reach);
        Ok(reach)
    }

    /// The logarithm of the sum, over all ways to fill the columns from this one on, of `1 / product of factorials of the cells`:
    /// `M! / (product of rows! product of columns!)`.
    fn log_completions(&self, column: usize, rest: &Rest) -> f64 {
        let total: u64 = rest.iter().sum();
        self.log_factorials[total as usize] - self.weigh(rest) - self.weigh(&self.columns[column..])
    }

    /// Every way to take the column's total from what is left of the rows.
    fn fillings(&mut self, column: usize, rest: &Rest) -> Result<Vec<Rest>, Obstacle> {
        let mut found = vec![Vec::with_capacity(rest.len())];
        for (row, most) in rest.iter().enumerate() {
            let later: u64 = rest[row + 1..].iter().sum();
            let mut longer = Vec::new();
            for filling in &found {
                let wanted = self.columns[column] - filling.iter().sum::<u64>();
                for count in wanted.saturating_sub(later)..=wanted.min(*most) {
                    longer.push(filling.iter().copied().chain([count]).collect());
                }
                if longer.len() as u64 > MOST_FILLINGS {
                    return Err(Obstacle::TooLarge);
                }
            }
            found = longer;
        }
        self.count_steps(found.len() as u64)?;
        Ok(found)
    }

    fn count_steps(&mut self, steps: u64) -> Result<(), Obstacle> {
        self.steps += steps;
        if self.steps > MOST_STEPS { Err(Obstacle::TooLarge) } else { Ok(()) }
    }
}

fn left_of(rest: &Rest, filling: &[u64]) -> Rest {
    sorted(rest.iter().zip(filling).map(|(rest, taken)| rest - taken).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[&[u64]]) -> Result<f64, Obstacle> {
        fisher(&CrossTable::from_rows(rows))
    }

    #[test]
    fn tables_of_any_size_agree_with_r() {
        // fisher.test; the first is reference/formulas.json fisher/2, the second the example of R's manual
        let tables: [(&[&[u64]], f64); 9] = [
            (&[&[3, 2, 0], &[1, 6, 2], &[4, 1, 7]], 0.016_157_603_436_976_264),
            (&[&[1, 2, 1, 0], &[3, 3, 6, 1], &[10, 10, 14, 9], &[6, 7, 12, 11]], 0.782_684_938_966_531_4),
            (&[&[4, 4, 4, 4], &[4, 4, 4, 4]], 1.0),
            (&[&[1, 1], &[1, 0], &[0, 1]], 1.0),
            (&[&[0, 3, 8, 12, 9], &[2, 7, 9, 4, 1]], 0.009_137_310_805_159_164),
            (&[&[30, 25, 20], &[10, 25, 22]], 0.018_518_872_475_500_377),
            (&[&[5, 0, 0], &[0, 5, 0], &[0, 0, 5]], 7.928_579_357_150_771e-6),
            (&[&[2, 1, 0, 1, 0, 3, 2, 1, 2, 0, 1], &[0, 1, 2, 1, 4, 0, 1, 3, 0, 2, 2]], 0.058_089_943_676_252_365),
            (&[&[3, 0, 0, 1], &[1, 2, 0, 1], &[0, 1, 3, 0], &[2, 1, 0, 2], &[0, 0, 2, 3]], 0.045_369_491_189_923_92),
        ];
        for (rows, expected) in tables {
            let found = of(rows).unwrap();
            assert!((found / expected - 1.0).abs() < 1e-9, "{found} instead of {expected}");
        }
    }

    #[test]
    fn rows_columns_and_what_is_empty_do_not_matter() {
        let found = of(&[&[3, 2, 0], &[1, 6, 2], &[4, 1, 7]]).unwrap();
        let turned = of(&[&[7, 0, 1, 4], &[0, 0, 2, 3], &[0, 0, 0, 0], &[2, 0, 6, 1]]).unwrap();
        assert!((found / turned - 1.0).abs() < 1e-12);
    }

    #[test]
    fn too_many_tables_are_refused_rather_than_waited_for() {
        assert_eq!(
            of(&[&[300, 200, 180, 90, 120], &[250, 260, 130, 140, 170], &[80, 40, 60, 300, 200]]),
            Err(Obstacle::TooLarge)
        );
        assert_eq!(of(&[&[1_000_000, 2, 3], &[3, 4, 5]]), Err(Obstacle::TooLarge));
        let many: Vec<Vec<u64>> = (0..1_128).map(|row| vec![row % 3, 1, row % 5, 2]).collect();
        assert_eq!(fisher(&CrossTable::from_rows(&many)), Err(Obstacle::TooLarge));
        assert_eq!(of(&[&[0, 3, 0], &[0, 2, 0]]), Err(Obstacle::Constant));
    }
}
