//! The levels of a variable as they are met: each gets a number, from 1; 0 is none.

use std::collections::{BTreeSet, HashMap};

/// Not in any level.
pub const NO_LEVEL: u32 = 0;

/// The levels met so far.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    /// Their names, in the order in which they were met; of joined variables their parts one after the other.
    pub names: Vec<Vec<u8>>,
    /// Their numbers.
    numbers: HashMap<Vec<u8>, u32>,
    /// The numbers of names of one byte, which need no search.
    short: Vec<u32>,
    /// The name met last.
    last: (Vec<u8>, u32),
    missing: BTreeSet<Vec<u8>>,
}

impl Levels {
    /// None met yet; these names mean that nothing was said.
    pub fn new(missing: &[String]) -> Self {
        let missing = missing.iter().map(|name| name.as_bytes().to_vec()).collect();
        Self { short: vec![u32::MAX; 256], missing, ..Self::default() }
    }

    /// The number of a level, which it gets when it is met first.
    pub fn number(&mut self, name: &[u8]) -> u32 {
        if let [byte] = name {
            let known = self.short[usize::from(*byte)];
            if known != u32::MAX {
                return known;
            }
        } else if !name.is_empty() && name == self.last.0 {
            return self.last.1;
        }
        self.search(name)
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
            _ => self.last = (name.to_vec(), number),
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
    /// The number of a combination; none where one of its parts is none.
    pub fn number(&mut self, parts: &[u32]) -> u32 {
        if parts.contains(&NO_LEVEL) {
            return NO_LEVEL;
        }
        if parts.len() > DIRECT_PARTS || parts.iter().any(|part| *part >= 1 << DIRECT_BITS) {
            return self.search(parts);
        }
        if self.direct.is_empty() {
            self.direct = vec![NO_LEVEL; 1 << (DIRECT_BITS as usize * DIRECT_PARTS)];
        }
        let place = parts.iter().fold(0, |place, part| (place << DIRECT_BITS) | *part as usize);
        if self.direct[place] == NO_LEVEL {
            self.direct[place] = self.search(parts);
        }
        self.direct[place]
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
