//! What is kept of a variable: rows and answers by its levels.

use super::block::Block;
use super::counter::{tabulate, without_kinds};
use super::item::NoAnswer;
use super::levels::{Combinations, Levels};
use super::sums::WeightSums;
use super::{CodedVariable, LevelSource, Variable};
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
    pub fn len(&self) -> usize {
        match self {
            Self::Cells(levels) => levels.len(),
            Self::Bands(bands) => bands + 1,
            Self::Joined(_, combinations) => combinations.len(),
        }
    }
}

/// The counts of one variable.
pub struct VariableCounter {
    pub name: String,
    pub numbering: Numbering,
    pub rows: Vec<u64>,
    pub weights: Vec<WeightSums>,
    pub crossed: bool,
    /// For each item levels by places, flat.
    pub counts: Vec<Vec<u64>>,
    pub sums: Vec<Vec<WeightSums>>,
}

impl VariableCounter {
    /// Nothing counted yet.
    pub fn new(variable: &Variable, items: usize) -> Self {
        Self {
            name: variable.name.clone(),
            numbering: match &variable.source {
                LevelSource::Column(_) => Numbering::Cells(Levels::new(&variable.missing)),
                LevelSource::Bands { up_to, .. } => Numbering::Bands(up_to.len() + 1),
                LevelSource::Joined(parts) => Numbering::Joined(parts.clone(), Combinations::default()),
            },
            rows: Vec::new(),
            weights: Vec::new(),
            crossed: variable.crossed,
            counts: vec![Vec::new(); items],
            sums: vec![Vec::new(); items],
        }
    }

    pub fn count(&mut self, items: &[(String, usize)], block: &Block, levels: &[u32]) {
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
    pub fn make_room(&mut self, items: &[(String, usize)], weighted: bool) {
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
    pub fn renumber(&mut self, other: &Self, renumbered: &[Vec<u32>]) -> Vec<u32> {
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

    pub fn join(&mut self, items: &[(String, usize)], other: &Self, numbers: &[u32]) {
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
    pub fn order(&self, earlier: &[CodedVariable], orders: &[Vec<usize>]) -> (Vec<String>, Vec<usize>) {
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

    pub fn finish(mut self, names: Vec<String>, order: &[usize], items: &[(String, usize)], weighted: bool) -> CodedVariable {
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
