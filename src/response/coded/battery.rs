//! What is kept of a battery: the pairs of its items.

use super::CodedBattery;
use super::block::Block;
use super::counter::{add_up, tabulate};
use crate::response::CrossTable;
use std::collections::HashMap;

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
    /// The same by the place of the pattern where it is asked for and there are too many places for a table.
    rows: Option<HashMap<u128, u64>>,
    /// Whether the patterns are handed on.
    handed_on: bool,
}

/// So many patterns are kept: their places are two bytes.
const MOST_PATTERNS: usize = 1 << 16;

impl BatteryCounter {
    pub fn new(own: &[usize], items: &[(String, usize)], handed_on: bool) -> Self {
        let pairs: Vec<usize> = pairs_of(own.len()).map(|(first, second)| items[own[first]].1 * items[own[second]].1).collect();
        let empty = || pairs.iter().map(|places| vec![0; *places]).collect();
        let singles = own.iter().map(|item| vec![0; items[*item].1]).collect();
        let places = own.iter().try_fold(1_u128, |places, item| places.checked_mul(items[*item].1 as u128));
        let table = places.and_then(|places| usize::try_from(places).ok()).filter(|places| *places <= MOST_PATTERNS);
        let rows = (handed_on && table.is_none() && places.is_some()).then(HashMap::new);
        let patterns = vec![0; table.unwrap_or(0)];
        Self { items: own.to_vec(), complete: 0, listwise: empty(), rest: empty(), singles, patterns, rows, handed_on }
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
        if let Some(rows) = &mut self.rows {
            for at in 0..columns.first().map_or(0, |column| column.len()) {
                let own = columns.iter().zip(&self.items);
                let place = own.fold(0, |place, (column, item)| place * items[*item].1 as u128 + u128::from(column[at]));
                *rows.entry(place).or_default() += frequencies.get(at).copied().unwrap_or(1);
            }
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
            let own = codes_of(place as u128, &codes);
            for (single, code) in self.singles.iter_mut().zip(&own) {
                single[usize::from(*code)] += count;
            }
            for (table, (first, second)) in self.listwise.iter_mut().zip(pairs_of(codes.len())) {
                table[usize::from(own[first]) * codes[second] + usize::from(own[second])] += count;
            }
        }
    }

    /// What another counter of the same battery saw, added to what this one saw.
    pub fn join(&mut self, other: &Self) {
        self.complete += other.complete;
        add_up(&mut self.listwise, &other.listwise);
        add_up(&mut self.rest, &other.rest);
        add_up(&mut self.singles, &other.singles);
        self.patterns.iter_mut().zip(&other.patterns).for_each(|(own, other)| *own += other);
        if let (Some(own), Some(other)) = (&mut self.rows, &other.rows) {
            other.iter().for_each(|(place, count)| *own.entry(*place).or_default() += count);
        }
    }

    /// The patterns in the order of their places, where they are handed on and could be kept.
    fn hand_on(&self, items: &[(String, usize)]) -> Option<Vec<(Vec<u8>, u64)>> {
        let mut counted: Vec<(u128, u64)> = match (&self.rows, self.patterns.as_slice()) {
            _ if !self.handed_on => return None,
            (Some(rows), _) => rows.iter().map(|(place, count)| (*place, *count)).collect(),
            (None, []) => return None,
            (None, table) => table.iter().enumerate().map(|(place, count)| (place as u128, *count)).collect(),
        };
        counted.retain(|(_, count)| *count > 0);
        counted.sort_unstable();
        let codes: Vec<usize> = self.items.iter().map(|item| items[*item].1).collect();
        Some(counted.into_iter().map(|(place, count)| (codes_of(place, &codes), count)).collect())
    }

    pub fn finish(mut self, items: &[(String, usize)]) -> CodedBattery {
        self.unfold(items);
        let shapes: Vec<(usize, usize)> =
            pairs_of(self.items.len()).map(|(first, second)| (items[self.items[first]].1, items[self.items[second]].1)).collect();
        let listwise: Vec<CrossTable> = self.listwise.iter().zip(&shapes).map(|(cells, shape)| shaped(cells, *shape)).collect();
        let both = self.listwise.iter().zip(&self.rest);
        let both = both.map(|(own, rest)| own.iter().zip(rest).map(|(own, rest)| own + rest).collect::<Vec<u64>>());
        let pairwise = both.zip(&shapes).map(|(cells, shape)| shaped(&cells, *shape)).collect();
        let patterns = self.hand_on(items);
        CodedBattery { items: self.items, complete: self.complete, singles: self.singles, listwise, pairwise, patterns }
    }
}

/// A pattern's codes from its place among all patterns.
#[allow(clippy::cast_possible_truncation)] // A code is a byte.
fn codes_of(place: u128, codes: &[usize]) -> Vec<u8> {
    let mut rest = place;
    let mut own = vec![0; codes.len()];
    for (code, codes) in own.iter_mut().zip(codes).rev() {
        *code = (rest % *codes as u128) as u8;
        rest /= *codes as u128;
    }
    own
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
