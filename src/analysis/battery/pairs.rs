//! The counts of every pair of items: all that correlations, reliability and drivers are computed from.

use crate::response::CrossTable;
use std::borrow::Cow;

/// For k items the code-by-code table of every pair, over the rows in which all items were answered (listwise) or over
/// those in which both were (pairwise).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairTables {
    values: Vec<Vec<i64>>,
    tables: Vec<CrossTable>,
    singles: Vec<Vec<u64>>,
    listwise: bool,
}

impl PairTables {
    /// From the values of each item's codes in rising order, all of the scale and not only those used; the tables of
    /// the pairs (0, 1), (0, 2) .. (0, k - 1), (1, 2) .. with a row for each code of the first and a column for each of
    /// the second; and the counts of each item over its own valid rows, which are the margins when listwise.
    ///
    /// The shapes must agree with one another.
    pub fn new(values: Vec<Vec<i64>>, tables: Vec<CrossTable>, singles: Vec<Vec<u64>>, listwise: bool) -> Self {
        debug_assert_eq!(tables.len(), values.len() * values.len().saturating_sub(1) / 2);
        debug_assert_eq!(singles.len(), values.len());
        Self { values, tables, singles, listwise }
    }

    /// How many items.
    pub fn items(&self) -> usize {
        self.values.len()
    }

    /// Whether every table is of the same rows, those in which all items were answered.
    pub fn is_listwise(&self) -> bool {
        self.listwise
    }

    /// The complete rows when listwise; otherwise the rows of the pair that has fewest.
    pub fn base(&self) -> u64 {
        if self.listwise || self.tables.is_empty() {
            return self.singles.first().map_or(0, |counts| counts.iter().sum());
        }
        self.tables.iter().map(CrossTable::total).min().unwrap_or(0)
    }

    /// The value of each code of an item, rising.
    pub fn values(&self, item: usize) -> &[i64] {
        &self.values[item]
    }

    /// How often each code of an item was given, over its own valid rows.
    pub fn counts(&self, item: usize) -> &[u64] {
        &self.singles[item]
    }

    /// The values of an item with their counts.
    pub fn counted(&self, item: usize) -> Vec<(i64, u64)> {
        self.values[item].iter().copied().zip(self.singles[item].iter().copied()).collect()
    }

    /// One item by another: rows are the codes of the first, columns those of the second.
    pub fn table(&self, first: usize, second: usize) -> Cow<'_, CrossTable> {
        match first.cmp(&second) {
            std::cmp::Ordering::Less => Cow::Borrowed(&self.tables[self.place(first, second)]),
            std::cmp::Ordering::Greater => Cow::Owned(self.tables[self.place(second, first)].transposed()),
            std::cmp::Ordering::Equal => {
                let codes = self.values[first].len();
                let mut itself = CrossTable::new(codes, codes);
                for (code, count) in self.singles[first].iter().enumerate() {
                    itself.add(code, code, *count);
                }
                Cow::Owned(itself)
            }
        }
    }

    /// The tables of the named items, in the order named. Listwise tables stay those of the rows complete over all.
    #[must_use]
    pub fn select(&self, items: &[usize]) -> Self {
        let pairs = items.iter().enumerate().flat_map(|(at, first)| items[at + 1..].iter().map(|second| (*first, *second)));
        Self {
            values: items.iter().map(|item| self.values[*item].clone()).collect(),
            tables: pairs.map(|(first, second)| self.table(first, second).into_owned()).collect(),
            singles: items.iter().map(|item| self.singles[*item].clone()).collect(),
            listwise: self.listwise,
        }
    }

    /// All items but one.
    #[must_use]
    pub fn without(&self, item: usize) -> Self {
        self.select(&(0..self.items()).filter(|other| *other != item).collect::<Vec<_>>())
    }

    /// One item read backwards: a value becomes the least plus the most of its scale minus the value.
    #[must_use]
    pub fn reversed(&self, item: usize) -> Self {
        let mut turned = self.clone();
        let values = &mut turned.values[item];
        if let (Some(least), Some(most)) = (values.first().copied(), values.last().copied()) {
            *values = values.iter().rev().map(|value| least + (most - value)).collect();
        }
        turned.singles[item].reverse();
        for other in (0..self.items()).filter(|other| *other != item) {
            let place = self.place(item.min(other), item.max(other));
            let table = &self.tables[place];
            turned.tables[place] = if item < other { upside_down(table) } else { upside_down(&table.transposed()).transposed() };
        }
        turned
    }

    /// Where the table of a pair stands; the first item comes before the second.
    fn place(&self, first: usize, second: usize) -> usize {
        // Before the row of `first` there are k - 1, k - 2 .. k - first tables.
        first * (2 * self.items() - first - 1) / 2 + (second - first - 1)
    }
}

fn upside_down(table: &CrossTable) -> CrossTable {
    CrossTable::from_rows(&(0..table.rows()).rev().map(|row| table.row(row)).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::super::example::counted;

    #[test]
    fn each_pair_has_its_table_from_either_side() {
        let pairs = counted(&[vec![1, 2, 3], vec![0, 1], vec![5, 6], vec![1, 2]], &[[1, 0, 5, 2], [3, 1, 6, 2], [3, 0, 6, 1]]);
        assert_eq!((pairs.items(), pairs.base()), (4, 3));
        assert_eq!(pairs.table(0, 1).row(2), [1, 1]);
        assert_eq!(pairs.table(2, 3).row(1), [1, 1]);
        for first in 0..4 {
            for second in 0..4 {
                assert_eq!(*pairs.table(first, second), pairs.table(second, first).transposed());
                assert_eq!(pairs.table(first, second).row_totals(), pairs.counts(first));
            }
        }
    }

    #[test]
    fn items_are_chosen_and_turned_as_if_the_rows_had_been() {
        let values = [vec![1, 2, 4], vec![0, 1, 2], vec![5, 6]];
        let pairs = counted(&values, &[[1, 0, 5], [4, 1, 6], [4, 2, 6]]);
        let (shifted, fewer) = (vec![values[2].clone(), values[0].clone()], [[5, 1], [6, 4], [6, 4]]);
        assert_eq!(pairs.select(&[2, 0]), counted(&shifted, &fewer));
        assert_eq!(pairs.without(1), pairs.select(&[0, 2]));
        let turned = [vec![1, 3, 4], vec![0, 1, 2], vec![5, 6]];
        assert_eq!(pairs.reversed(0), counted(&turned, &[[4, 0, 5], [1, 1, 6], [1, 2, 6]]));
        assert_eq!(pairs.reversed(1), counted(&values, &[[1, 2, 5], [4, 1, 6], [4, 0, 6]]));
        assert_eq!(pairs.reversed(2).reversed(2), pairs);
    }
}
