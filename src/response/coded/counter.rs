//! The counting itself: blocks in, tables kept, and two counters joined into one.

use super::block::Block;
use super::item::{Cells, NoAnswer};
use super::levels::{Combinations, Levels};
use super::sums::WeightSums;
use super::{Coded, CodedBattery, CodedItem, CodedVariable, LevelSource, Request};
use crate::response::CrossTable;
use std::cmp::Ordering;

/// How the levels of a variable get their numbers.
pub enum Numbering {
    /// By the cells of a column.
    Cells(Levels),
    /// By bands: so many.
    Bands(usize),
    /// By the combinations of other variables.
    Joined(Vec<usize>, Combinations),
}

impl Numbering {
    /// How many levels there are so far, with the one that is none.
    fn len(&self) -> usize {
        match self {
            Self::Cells(levels) => levels.len(),
            Self::Bands(bands) => bands + 1,
            Self::Joined(_, combinations) => combinations.len(),
        }
    }
}

/// What is kept of the rows seen so far.
pub struct Counter {
    rows: u64,
    /// For each item its name and how many codes it has.
    items: Vec<(String, usize)>,
    counts: Vec<Vec<u64>>,
    weights: Option<(WeightSums, Vec<Vec<WeightSums>>)>,
    variables: Vec<VariableCounter>,
    batteries: Vec<BatteryCounter>,
}

struct VariableCounter {
    name: String,
    numbering: Numbering,
    rows: Vec<u64>,
    weights: Vec<WeightSums>,
    crossed: bool,
    /// For each item levels by places, flat.
    counts: Vec<Vec<u64>>,
    sums: Vec<Vec<WeightSums>>,
}

struct BatteryCounter {
    items: Vec<usize>,
    complete: u64,
    /// For each pair over complete rows, codes by codes, flat.
    listwise: Vec<Vec<u64>>,
    /// For each pair over rows that lack another item.
    rest: Vec<Vec<u64>>,
    singles: Vec<Vec<u64>>,
    /// How often each whole pattern of answers came; empty where there are too many to keep.
    patterns: Vec<u64>,
}

/// So many patterns are kept: their places are two bytes.
const MOST_PATTERNS: usize = 1 << 16;

impl Counter {
    /// Nothing counted yet.
    pub fn new(request: &Request) -> Self {
        let items: Vec<(String, usize)> =
            request.items.iter().map(|column| (column.name.clone(), Cells::new(column).codes())).collect();
        let counts = items.iter().map(|(_, codes)| vec![0; codes + NoAnswer::KINDS]).collect();
        let sums = || items.iter().map(|(_, codes)| vec![WeightSums::default(); codes + NoAnswer::KINDS]).collect();
        let weights = request.weight.as_ref().map(|_| (WeightSums::default(), sums()));
        let variables = request.variables.iter().map(|variable| VariableCounter {
            name: variable.name.clone(),
            numbering: match &variable.source {
                LevelSource::Column(_) => Numbering::Cells(Levels::new(&variable.missing)),
                LevelSource::Bands { up_to, .. } => Numbering::Bands(up_to.len() + 1),
                LevelSource::Joined(parts) => Numbering::Joined(parts.clone(), Combinations::default()),
            },
            rows: Vec::new(),
            weights: Vec::new(),
            crossed: variable.crossed,
            counts: vec![Vec::new(); items.len()],
            sums: vec![Vec::new(); items.len()],
        });
        let batteries = request.batteries.iter().map(|own| BatteryCounter::new(own, &items));
        Self { rows: 0, counts, weights, variables: variables.collect(), batteries: batteries.collect(), items }
    }

    /// How the levels of each variable get their numbers.
    pub fn numbering(&mut self, variable: usize) -> &mut Numbering {
        &mut self.variables[variable].numbering
    }

    /// Counts the rows of a block.
    pub fn count(&mut self, block: &mut Block) {
        self.join_levels(block);
        self.rows += block.all_rows();
        // Where items are counted by levels, what they sum to is known.
        if self.variables.iter().all(|variable| !variable.crossed) {
            for ((counts, codes), (_, width)) in self.counts.iter_mut().zip(&block.items).zip(&self.items) {
                tabulate(counts, width + NoAnswer::KINDS, &[], &codes[..block.rows], &block.frequencies);
            }
        }
        for (index, variable) in self.variables.iter_mut().enumerate() {
            variable.count(&self.items, block, &block.levels[index][..block.rows]);
        }
        if let Some((all, by_item)) = &mut self.weights {
            for row in 0..block.rows {
                let (weight, times) = (block.weights[row], block.frequency(row));
                all.add(weight, times);
                for (sums, codes) in by_item.iter_mut().zip(&block.items) {
                    sums[usize::from(codes[row])].add(weight, times);
                }
            }
        }
        for battery in &mut self.batteries {
            battery.count(&self.items, block);
        }
    }

    /// Numbers the combinations of the block's levels.
    fn join_levels(&mut self, block: &mut Block) {
        for (index, variable) in self.variables.iter_mut().enumerate() {
            let Numbering::Joined(parts, combinations) = &mut variable.numbering else { continue };
            let mut numbers = vec![0; block.rows];
            let columns: Vec<&[u32]> = parts.iter().map(|part| &block.levels[*part][..block.rows]).collect();
            combinations.number_all(&columns, &mut numbers);
            block.levels[index][..block.rows].copy_from_slice(&numbers);
        }
    }

    /// What another counter of the same request saw, added to what this one saw.
    pub fn join(&mut self, other: Self) {
        self.rows += other.rows;
        add_up(&mut self.counts, &other.counts);
        if let (Some((all, by_item)), Some((other_all, other_by_item))) = (&mut self.weights, &other.weights) {
            all.join(other_all);
            for (own, others) in by_item.iter_mut().zip(other_by_item) {
                own.iter_mut().zip(others).for_each(|(own, other)| own.join(other));
            }
        }
        let mut renumbered: Vec<Vec<u32>> = Vec::new();
        for (own, other) in self.variables.iter_mut().zip(&other.variables) {
            let numbers = own.renumber(other, &renumbered);
            own.join(&self.items, other, &numbers);
            renumbered.push(numbers);
        }
        for (own, other) in self.batteries.iter_mut().zip(&other.batteries) {
            own.complete += other.complete;
            add_up(&mut own.listwise, &other.listwise);
            add_up(&mut own.rest, &other.rest);
            add_up(&mut own.singles, &other.singles);
            own.patterns.iter_mut().zip(&other.patterns).for_each(|(own, other)| *own += other);
        }
    }

    /// What was kept, with the levels in order.
    pub fn finish(mut self) -> Coded {
        if let Some(variable) = self.variables.iter().find(|variable| variable.crossed) {
            for (counts, by_level) in self.counts.iter_mut().zip(&variable.counts) {
                let width = counts.len();
                by_level.iter().enumerate().for_each(|(place, count)| counts[place % width] += count);
            }
        }
        let mut orders: Vec<Vec<usize>> = Vec::new();
        let mut variables: Vec<CodedVariable> = Vec::new();
        let weighted = self.weights.is_some();
        for own in self.variables {
            let (names, order) = own.order(&variables, &orders);
            orders.push(order.clone());
            variables.push(own.finish(names, &order, &self.items, weighted));
        }
        let (weights, mut by_item) = self.weights.map_or((None, Vec::new()), |(all, by_item)| (Some(all), by_item));
        let items = self.items.iter().zip(self.counts).enumerate().map(|(index, ((name, codes), counts))| CodedItem {
            name: name.clone(),
            given: counts[..*codes].to_vec(),
            blank: counts[codes + NoAnswer::Blank.place()],
            dont_know: counts[codes + NoAnswer::DontKnow.place()],
            not_applicable: counts[codes + NoAnswer::NotApplicable.place()],
            not_asked: counts[codes + NoAnswer::NotAsked.place()],
            weights: by_item.get_mut(index).map(|sums| without_kinds(sums, *codes)),
        });
        let items = items.collect();
        let batteries = self.batteries.into_iter().map(|battery| battery.finish(&self.items)).collect();
        Coded { rows: self.rows, items, variables, batteries, weights }
    }
}

/// The sums of the codes, then one of all rows without a valid answer.
fn without_kinds(sums: &[WeightSums], codes: usize) -> Vec<WeightSums> {
    let mut kept = sums[..codes].to_vec();
    let mut none = WeightSums::default();
    sums[codes..].iter().for_each(|kind| none.join(kind));
    kept.push(none);
    kept
}

/// Adds one to the place of each row: its level's line (the only one where there are no levels) and its code's column.
fn tabulate(table: &mut [u64], width: usize, levels: &[u32], codes: &[u8], frequencies: &[u64]) {
    match (levels, frequencies) {
        ([], []) => codes.iter().for_each(|code| table[usize::from(*code)] += 1),
        ([], _) => codes.iter().zip(frequencies).for_each(|(code, times)| table[usize::from(*code)] += times),
        (_, []) => {
            for (level, code) in levels.iter().zip(codes) {
                table[*level as usize * width + usize::from(*code)] += 1;
            }
        }
        _ => {
            for ((level, code), times) in levels.iter().zip(codes).zip(frequencies) {
                table[*level as usize * width + usize::from(*code)] += times;
            }
        }
    }
}

fn add_up(own: &mut [Vec<u64>], other: &[Vec<u64>]) {
    for (own, other) in own.iter_mut().zip(other) {
        own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
    }
}

impl VariableCounter {
    fn count(&mut self, items: &[(String, usize)], block: &Block, levels: &[u32]) {
        self.make_room(items, !block.weights.is_empty());
        for (row, level) in levels.iter().enumerate() {
            self.rows[*level as usize] += block.frequency(row);
        }
        if !block.weights.is_empty() {
            for (row, level) in levels.iter().enumerate() {
                self.weights[*level as usize].add(block.weights[row], block.frequency(row));
            }
        }
        if !self.crossed {
            return;
        }
        for (index, (_, codes)) in items.iter().enumerate() {
            let width = codes + NoAnswer::KINDS;
            let given = &block.items[index][..block.rows];
            tabulate(&mut self.counts[index], width, levels, given, &block.frequencies);
            if !block.weights.is_empty() {
                for (row, (level, code)) in levels.iter().zip(given).enumerate() {
                    let place = *level as usize * width + usize::from(*code);
                    self.sums[index][place].add(block.weights[row], block.frequency(row));
                }
            }
        }
    }

    /// Makes the tables as long as there are levels.
    fn make_room(&mut self, items: &[(String, usize)], weighted: bool) {
        let levels = self.numbering.len();
        if self.rows.len() == levels {
            return;
        }
        self.rows.resize(levels, 0);
        self.weights.resize(if weighted { levels } else { 0 }, WeightSums::default());
        for ((counts, sums), (_, codes)) in self.counts.iter_mut().zip(&mut self.sums).zip(items).filter(|_| self.crossed) {
            let places = levels * (codes + NoAnswer::KINDS);
            counts.resize(places, 0);
            sums.resize(if weighted { places } else { 0 }, WeightSums::default());
        }
    }

    /// The numbers that the levels of another counter have here.
    fn renumber(&mut self, other: &Self, renumbered: &[Vec<u32>]) -> Vec<u32> {
        match (&mut self.numbering, &other.numbering) {
            (Numbering::Cells(own), Numbering::Cells(others)) => {
                std::iter::once(0).chain(others.names.iter().map(|name| own.number(name))).collect()
            }
            (Numbering::Joined(parts, own), Numbering::Joined(_, others)) => {
                let number = |combination: &Vec<u32>| {
                    let here = combination.iter().zip(parts.iter()).map(|(level, part)| renumbered[*part][*level as usize]);
                    own.number(&here.collect::<Vec<u32>>())
                };
                std::iter::once(0).chain(others.parts.iter().map(number)).collect()
            }
            (_, others) => (0..others.len()).filter_map(|number| u32::try_from(number).ok()).collect(),
        }
    }

    fn join(&mut self, items: &[(String, usize)], other: &Self, numbers: &[u32]) {
        self.make_room(items, !other.weights.is_empty());
        for (level, rows) in other.rows.iter().enumerate() {
            self.rows[numbers[level] as usize] += rows;
        }
        for (level, sums) in other.weights.iter().enumerate() {
            self.weights[numbers[level] as usize].join(sums);
        }
        for (index, (_, codes)) in items.iter().enumerate() {
            let width = codes + NoAnswer::KINDS;
            for (place, count) in other.counts[index].iter().enumerate() {
                self.counts[index][numbers[place / width] as usize * width + place % width] += count;
            }
            for (place, sums) in other.sums[index].iter().enumerate() {
                self.sums[index][numbers[place / width] as usize * width + place % width].join(sums);
            }
        }
    }

    /// The names of the levels in order, and the numbers that they had.
    fn order(&self, earlier: &[CodedVariable], orders: &[Vec<usize>]) -> (Vec<String>, Vec<usize>) {
        match &self.numbering {
            Numbering::Cells(levels) => {
                let mut named: Vec<(String, usize)> =
                    levels.names.iter().zip(1..).map(|(name, at)| (String::from_utf8_lossy(name).into_owned(), at)).collect();
                named.sort_by(|one, other| by_number_then_letters(&one.0, &other.0));
                named.into_iter().unzip()
            }
            Numbering::Bands(bands) => (1..=*bands).map(|band| (band.to_string(), band)).unzip(),
            Numbering::Joined(parts, combinations) => {
                let place = |part: usize, level: u32| orders[part].iter().position(|number| *number == level as usize);
                let mut named: Vec<(Vec<usize>, usize)> = combinations
                    .parts
                    .iter()
                    .zip(1..)
                    .map(|(own, at)| (own.iter().zip(parts).filter_map(|(level, part)| place(*part, *level)).collect(), at))
                    .collect();
                named.sort();
                let name = |places: &[usize]| {
                    let names = places.iter().zip(parts).map(|(place, part)| earlier[*part].levels[*place].as_str());
                    names.collect::<Vec<_>>().join("|")
                };
                named.iter().map(|(places, at)| (name(places), *at)).unzip()
            }
        }
    }

    fn finish(mut self, names: Vec<String>, order: &[usize], items: &[(String, usize)], weighted: bool) -> CodedVariable {
        self.make_room(items, weighted);
        let widths = || items.iter().map(|(_, codes)| (*codes, codes + NoAnswer::KINDS)).enumerate();
        let line = |index: usize, level: usize, codes: usize, width: usize| {
            self.counts[index][level * width..level * width + codes].to_vec()
        };
        let crossed = widths().filter(|_| self.crossed).map(|(index, (codes, width))| {
            let lines: Vec<Vec<u64>> = order.iter().map(|level| line(index, *level, codes, width)).collect();
            if lines.is_empty() { CrossTable::new(0, codes) } else { CrossTable::from_rows(&lines) }
        });
        let sums = widths().filter(|_| self.crossed && weighted).map(|(index, (codes, width))| {
            order.iter().map(|level| without_kinds(&self.sums[index][level * width..(level + 1) * width], codes)).collect()
        });
        CodedVariable {
            crossed: crossed.collect(),
            crossed_weights: sums.collect(),
            rows: order.iter().map(|level| self.rows[*level]).collect(),
            missing: self.rows[0],
            weights: if weighted { order.iter().map(|level| self.weights[*level]).collect() } else { Vec::new() },
            levels: names,
            name: self.name,
        }
    }
}

/// Numbers first, rising; then the others by their letters.
fn by_number_then_letters(one: &str, other: &str) -> Ordering {
    match (one.parse::<f64>(), other.parse::<f64>()) {
        (Ok(first), Ok(second)) => first.total_cmp(&second).then_with(|| one.cmp(other)),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(_), Err(_)) => one.cmp(other),
    }
}

impl BatteryCounter {
    fn new(own: &[usize], items: &[(String, usize)]) -> Self {
        let pairs: Vec<usize> = pairs_of(own.len()).map(|(first, second)| items[own[first]].1 * items[own[second]].1).collect();
        let empty = || pairs.iter().map(|places| vec![0; *places]).collect();
        let singles = own.iter().map(|item| vec![0; items[*item].1]).collect();
        let patterns = own.iter().try_fold(1_usize, |patterns, item| patterns.checked_mul(items[*item].1));
        let patterns = vec![0; patterns.filter(|patterns| *patterns <= MOST_PATTERNS).unwrap_or(0)];
        Self { items: own.to_vec(), complete: 0, listwise: empty(), rest: empty(), singles, patterns }
    }

    fn count(&mut self, items: &[(String, usize)], block: &Block) {
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
    fn count_complete(&mut self, items: &[(String, usize)], columns: &[&[u8]], frequencies: &[u64]) {
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
    fn unfold(&mut self, items: &[(String, usize)]) {
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

    fn finish(mut self, items: &[(String, usize)]) -> CodedBattery {
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
