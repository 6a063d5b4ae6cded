//! What is kept of a battery: the pairs of its items.

use super::CodedBattery;
use super::block::Block;
use super::counter::tabulate;
use crate::response::CrossTable;

/// The counts of one battery.
pub struct BatteryCounter {
    pub items: Vec<usize>,
    pub complete: u64,
    /// For each pair over complete rows, codes by codes, flat.
    pub listwise: Vec<Vec<u64>>,
    /// For each pair over rows that lack another item.
    pub rest: Vec<Vec<u64>>,
    pub singles: Vec<Vec<u64>>,
    /// How often each whole pattern of answers came; empty where there are too many to keep.
    pub patterns: Vec<u64>,
}

/// So many patterns are kept: their places are two bytes.
const MOST_PATTERNS: usize = 1 << 16;

impl BatteryCounter {
    pub fn new(own: &[usize], items: &[(String, usize)]) -> Self {
        let pairs: Vec<usize> = pairs_of(own.len()).map(|(first, second)| items[own[first]].1 * items[own[second]].1).collect();
        let empty = || pairs.iter().map(|places| vec![0; *places]).collect();
        let singles = own.iter().map(|item| vec![0; items[*item].1]).collect();
        let patterns = own.iter().try_fold(1_usize, |patterns, item| patterns.checked_mul(items[*item].1));
        let patterns = vec![0; patterns.filter(|patterns| *patterns <= MOST_PATTERNS).unwrap_or(0)];
        Self { items: own.to_vec(), complete: 0, listwise: empty(), rest: empty(), singles, patterns }
    }

    pub fn count(&mut self, items: &[(String, usize)], block: &Block) {
        let is_complete = |item: &usize| {
            let most = block.items[*item][..block.rows].iter().copied().max().unwrap_or(0);
            usize::from(most) < items[*item].1
        };
        if self.items.iter().all(is_complete) {
            let columns: Vec<&[u8]> = self.items.iter().map(|item| &block.items[*item][..block.rows]).collect();
            self.complete += block.all_rows();
            return self.count_complete(items, &columns, &block.frequencies);
        }
        let answered = |row: usize, item: usize| usize::from(block.items[item][row]) < items[item].1;
        let (complete, rest): (Vec<usize>, Vec<usize>) =
            (0..block.rows).partition(|row| self.items.iter().all(|item| answered(*row, *item)));
        self.complete += complete.iter().map(|row| block.frequency(*row)).sum::<u64>();
        let columns: Vec<Vec<u8>> =
            self.items.iter().map(|item| complete.iter().map(|row| block.items[*item][*row]).collect()).collect();
        let frequencies: Vec<u64> = match block.frequencies.as_slice() {
            [] => Vec::new(),
            own => complete.iter().map(|row| own[*row]).collect(),
        };
        let columns: Vec<&[u8]> = columns.iter().map(Vec::as_slice).collect();
        self.count_complete(items, &columns, &frequencies);
        for (table, (first, second)) in self.rest.iter_mut().zip(pairs_of(self.items.len())) {
            let (first, second) = (self.items[first], self.items[second]);
            for row in rest.iter().filter(|row| answered(**row, first) && answered(**row, second)) {
                let place = usize::from(block.items[first][*row]) * items[second].1 + usize::from(block.items[second][*row]);
                table[place] += block.frequency(*row);
            }
        }
    }

    /// Counts rows that answered every item: by whole patterns where these are few enough, else pair by pair.
    pub fn count_complete(&mut self, items: &[(String, usize)], columns: &[&[u8]], frequencies: &[u64]) {
        if !self.patterns.is_empty() {
            let mut places = vec![0_u16; columns.first().map_or(0, |column| column.len())];
            for (column, item) in columns.iter().zip(&self.items) {
                #[allow(clippy::cast_possible_truncation)] // All patterns have a place of two bytes.
                let codes = items[*item].1 as u16;
                places.iter_mut().zip(*column).for_each(|(place, code)| *place = *place * codes + u16::from(*code));
            }
            for (at, place) in places.iter().enumerate() {
                self.patterns[usize::from(*place)] += frequencies.get(at).copied().unwrap_or(1);
            }
            return;
        }
        for (single, column) in self.singles.iter_mut().zip(columns) {
            tabulate(single, 0, &[], column, frequencies);
        }
        for (table, (first, second)) in self.listwise.iter_mut().zip(pairs_of(self.items.len())) {
            let width = items[self.items[second]].1;
            tabulate_pair(table, width, columns[first], columns[second], frequencies);
        }
    }

    /// From patterns to the tables of pairs.
    pub fn unfold(&mut self, items: &[(String, usize)]) {
        let codes: Vec<usize> = self.items.iter().map(|item| items[*item].1).collect();
        for (place, count) in self.patterns.iter().enumerate().filter(|(_, count)| **count > 0) {
            let mut rest = place;
            let mut own = vec![0; codes.len()];
            for (code, codes) in own.iter_mut().zip(&codes).rev() {
                *code = rest % codes;
                rest /= codes;
            }
            for (single, code) in self.singles.iter_mut().zip(&own) {
                single[*code] += count;
            }
            for (table, (first, second)) in self.listwise.iter_mut().zip(pairs_of(codes.len())) {
                table[own[first] * codes[second] + own[second]] += count;
            }
        }
    }

    pub fn finish(mut self, items: &[(String, usize)]) -> CodedBattery {
        self.unfold(items);
        let shapes: Vec<(usize, usize)> =
            pairs_of(self.items.len()).map(|(first, second)| (items[self.items[first]].1, items[self.items[second]].1)).collect();
        let listwise: Vec<CrossTable> = self.listwise.iter().zip(&shapes).map(|(cells, shape)| shaped(cells, *shape)).collect();
        let both = self.listwise.iter().zip(&self.rest);
        let both = both.map(|(own, rest)| own.iter().zip(rest).map(|(own, rest)| own + rest).collect::<Vec<u64>>());
        let pairwise = both.zip(&shapes).map(|(cells, shape)| shaped(&cells, *shape)).collect();
        CodedBattery { items: self.items, complete: self.complete, singles: self.singles, listwise, pairwise }
    }
}

fn tabulate_pair(table: &mut [u64], width: usize, rows: &[u8], columns: &[u8], frequencies: &[u64]) {
    for (at, (row, column)) in rows.iter().zip(columns).enumerate() {
        table[usize::from(*row) * width + usize::from(*column)] += frequencies.get(at).copied().unwrap_or(1);
    }
}

fn shaped(cells: &[u64], (rows, columns): (usize, usize)) -> CrossTable {
    let mut table = CrossTable::new(rows, columns);
    for row in 0..rows {
        table.row_mut(row).copy_from_slice(&cells[row * columns..(row + 1) * columns]);
    }
    table
}

/// (0,1), (0,2), ... (1,2), ...
fn pairs_of(items: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..items).flat_map(move |first| (first + 1..items).map(move |second| (first, second)))
}
