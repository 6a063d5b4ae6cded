//! The levels of a variable as they are met: each gets a number, from 1; 0 is none.

use std::collections::{BTreeSet, HashMap};

/// Not in any level.
pub const NO_LEVEL: u32 = 0;

/// In a table of numbers: not met yet.
const NOT_MET: u32 = u32::MAX;

fn pair(first: u8, second: u8) -> usize {
    usize::from(first) << 8 | usize::from(second)
}

/// The levels met so far.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    /// Their names, in the order in which they were met; of joined variables their parts one after the other.
    pub names: Vec<Vec<u8>>,
    /// Their numbers.
    numbers: HashMap<Vec<u8>, u32>,
    /// The numbers of names of one and of two bytes, which need no search.
    short: Vec<u32>,
    pairs: Vec<u32>,
    /// The longer name met last.
    last: (Vec<u8>, u32),
    missing: BTreeSet<Vec<u8>>,
}

impl Levels {
    /// None met yet; these names mean that nothing was said.
    pub fn new(missing: &[String]) -> Self {
        let missing = missing.iter().map(|name| name.as_bytes().to_vec()).collect();
        Self { short: vec![NOT_MET; 1 << 8], pairs: vec![NOT_MET; 1 << 16], missing, ..Self::default() }
    }

    /// The number of a level, which it gets when it is met first.
    #[inline]
    pub fn number(&mut self, name: &[u8]) -> u32 {
        let known = match name {
            [byte] => self.short[usize::from(*byte)],
            [first, second] => self.pairs[pair(*first, *second)],
            _ if name == self.last.0 => self.last.1,
            _ => NOT_MET,
        };
        if known == NOT_MET { self.search(name) } else { known }
    }

    fn search(&mut self, name: &[u8]) -> u32 {
        let trimmed = name.trim_ascii();
        let number = if trimmed.is_empty() || self.missing.contains(trimmed) {
            NO_LEVEL
        } else if let Some(number) = self.numbers.get(trimmed) {
            *number
        } else {
            self.names.push(trimmed.to_vec());
            let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
            self.numbers.insert(trimmed.to_vec(), number);
            number
        };
        match name {
            [byte] => self.short[usize::from(*byte)] = number,
            [first, second] => self.pairs[pair(*first, *second)] = number,
            _ => {
                self.last.0.clear();
                self.last.0.extend_from_slice(name);
                self.last.1 = number;
            }
        }
        number
    }

    /// How many were met, with the one that is none.
    pub fn len(&self) -> usize {
        self.names.len() + 1
    }
}

/// The combinations met so far of the levels of several variables.
#[derive(Clone, Debug, Default)]
pub struct Combinations {
    /// For each the numbers of its parts.
    pub parts: Vec<Vec<u32>>,
    numbers: HashMap<Vec<u32>, u32>,
    /// For up to three variables of fewer than 32 levels: no search.
    direct: Vec<u32>,
}

/// Five bits for each of at most three variables.
const DIRECT_BITS: u32 = 5;
const DIRECT_PARTS: usize = 3;

impl Combinations {
    /// The numbers of the combinations of several columns of levels; none where a part is none.
    pub fn number_all(&mut self, columns: &[&[u32]], numbers: &mut [u32]) {
        let most = columns.iter().flat_map(|column| column.iter()).copied().max().unwrap_or(0);
        if columns.len() > DIRECT_PARTS || most >= 1 << DIRECT_BITS {
            for (row, number) in numbers.iter_mut().enumerate() {
                *number = self.number(&columns.iter().map(|column| column[row]).collect::<Vec<u32>>());
            }
            return;
        }
        self.direct.resize(1 << (DIRECT_BITS as usize * DIRECT_PARTS), NOT_MET);
        numbers.fill(0);
        for column in columns {
            numbers.iter_mut().zip(*column).for_each(|(place, level)| *place = *place << DIRECT_BITS | level);
        }
        for (row, number) in numbers.iter_mut().enumerate() {
            let place = *number as usize;
            if self.direct[place] == NOT_MET {
                self.direct[place] = self.number(&columns.iter().map(|column| column[row]).collect::<Vec<u32>>());
            }
            *number = self.direct[place];
        }
    }

    /// The number of a combination; none where one of its parts is none.
    pub fn number(&mut self, parts: &[u32]) -> u32 {
        if parts.contains(&NO_LEVEL) { NO_LEVEL } else { self.search(parts) }
    }

    fn search(&mut self, parts: &[u32]) -> u32 {
        if let Some(number) = self.numbers.get(parts) {
            return *number;
        }
        self.parts.push(parts.to_vec());
        let number = u32::try_from(self.parts.len()).unwrap_or(u32::MAX);
        self.numbers.insert(parts.to_vec(), number);
        number
    }

    /// How many were met, with the one that is none.
    pub fn len(&self) -> usize {
        self.parts.len() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_keeps_its_number_and_nothing_said_is_none() {
        let mut levels = Levels::new(&["99".to_owned()]);
        let numbers: Vec<u32> = ["7", "2018", "7", " 7", "99", "", " ", "2018", "Trust A"]
            .iter()
            .map(|name| levels.number(name.as_bytes()))
            .collect();
        assert_eq!(numbers, [1, 2, 1, 1, 0, 0, 0, 2, 3]);
        assert_eq!(levels.len(), 4);
    }

    #[test]
    fn combinations_are_numbered_however_many_levels_there_are() {
        let mut combinations = Combinations::default();
        let numbers: Vec<u32> = [&[1, 2, 3][..], &[1, 2, 40], &[1, 2, 3], &[0, 2, 3], &[1, 2, 40]]
            .iter()
            .map(|parts| combinations.number(parts))
            .collect();
        assert_eq!(numbers, [1, 2, 1, 0, 2]);
        assert_eq!(combinations.parts, [[1, 2, 3], [1, 2, 40]]);
    }
}
