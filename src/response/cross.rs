//! Counts by two codings at once: what rank tests, chi-square, correlations and gaps are computed from.

/// One row for each level of a variable, one column for each value of another, in rising order; each cell a count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrossTable {
    columns: usize,
    cells: Vec<u64>,
}

impl CrossTable {
    /// A table of zeros.
    pub fn new(rows: usize, columns: usize) -> Self {
        Self { columns, cells: vec![0; rows * columns] }
    }

    /// A table from its rows; a short row is filled up with zeros.
    pub fn from_rows<Row: AsRef<[u64]>>(rows: &[Row]) -> Self {
        let columns = rows.iter().map(|row| row.as_ref().len()).max().unwrap_or(0);
        let mut table = Self::new(rows.len(), columns);
        for (index, row) in rows.iter().enumerate() {
            table.row_mut(index)[..row.as_ref().len()].copy_from_slice(row.as_ref());
        }
        table
    }

    /// How many rows it has.
    pub fn rows(&self) -> usize {
        self.cells.len().checked_div(self.columns).unwrap_or(0)
    }

    /// How many columns it has.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The counts of one row.
    pub fn row(&self, row: usize) -> &[u64] {
        &self.cells[row * self.columns..(row + 1) * self.columns]
    }

    /// The counts of one row, to be changed.
    pub fn row_mut(&mut self, row: usize) -> &mut [u64] {
        &mut self.cells[row * self.columns..(row + 1) * self.columns]
    }

    /// One count.
    pub fn at(&self, row: usize, column: usize) -> u64 {
        self.cells[row * self.columns + column]
    }

    /// Counts so many more.
    pub fn add(&mut self, row: usize, column: usize, count: u64) {
        self.cells[row * self.columns + column] += count;
    }

    /// Every row in order.
    pub fn each_row(&self) -> impl Iterator<Item = &[u64]> {
        (0..self.rows()).map(|row| self.row(row))
    }

    /// The total of each row.
    pub fn row_totals(&self) -> Vec<u64> {
        self.each_row().map(|row| row.iter().sum()).collect()
    }

    /// The total of each column: the counts without the division into rows.
    pub fn column_totals(&self) -> Vec<u64> {
        (0..self.columns).map(|column| self.each_row().map(|row| row[column]).sum()).collect()
    }

    /// All that was counted.
    pub fn total(&self) -> u64 {
        self.cells.iter().sum()
    }

    /// Rows and columns exchanged.
    #[must_use]
    pub fn transposed(&self) -> Self {
        let mut turned = Self::new(self.columns, self.rows());
        for (index, row) in self.each_row().enumerate() {
            for (column, count) in row.iter().enumerate() {
                turned.add(column, index, *count);
            }
        }
        turned
    }

    /// Only the rows and columns in which anything was counted.
    #[must_use]
    pub fn without_empty(&self) -> Self {
        let (rows, columns) = (self.row_totals(), self.column_totals());
        let kept = self.each_row().zip(&rows).filter(|(_, total)| **total > 0).map(|(row, _)| {
            row.iter().zip(&columns).filter(|(_, total)| **total > 0).map(|(count, _)| *count).collect::<Vec<u64>>()
        });
        Self::from_rows(&kept.collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_those_of_rows_columns_and_all() {
        let table = CrossTable::from_rows(&[vec![1, 2, 3], vec![4, 5]]);
        assert_eq!((table.row_totals(), table.column_totals(), table.total()), (vec![6, 9], vec![5, 7, 3], 15));
        assert_eq!((table.transposed().row(0), table.transposed().transposed()), (&[1, 4][..], table));
    }

    #[test]
    fn empty_rows_and_columns_can_be_dropped() {
        let table = CrossTable::from_rows(&[[1, 0, 3], [0, 0, 0], [4, 0, 0]]);
        assert_eq!(table.without_empty(), CrossTable::from_rows(&[[1, 3], [4, 0]]));
        assert_eq!(CrossTable::from_rows::<[u64; 0]>(&[]).without_empty().total(), 0);
    }
}
