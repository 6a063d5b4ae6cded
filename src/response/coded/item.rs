//! From the cell of a file to the code of an item.

use std::collections::BTreeMap;

/// A column of answers to one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemColumn {
    /// Its name: the heading of its column.
    pub name: String,
    /// The least code.
    pub least: i64,
    /// The greatest code.
    pub most: i64,
    /// Codes that are no answer.
    pub missing: MissingCodes,
}

/// Cells, besides an empty one, that mean no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MissingCodes {
    /// Left blank.
    pub blank: Vec<String>,
    /// "Non so".
    pub dont_know: Vec<String>,
    /// "Non applicabile".
    pub not_applicable: Vec<String>,
}

/// Why an item has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// Left blank.
    Blank,
    /// "Non so".
    DontKnow,
    /// "Non applicabile".
    NotApplicable,
    /// Not shown by the routing.
    NotAsked,
}

impl NoAnswer {
    /// So many kinds.
    pub const KINDS: usize = 4;

    /// Its place behind the codes.
    pub fn place(self) -> usize {
        self as usize
    }
}

/// The most codes an item may have: a code is one byte, with room for the kinds of no answer and for "none of these".
pub const MOST_CODES: i64 = 250;

/// What a cell is in this item: the index of the code, behind the last the kinds of no answer.
pub struct Cells {
    /// What a cell of one byte is.
    short: [u8; 256],
    /// What longer cells are.
    long: BTreeMap<Vec<u8>, u8>,
    /// How many codes there are.
    codes: usize,
}

impl Cells {
    /// A cell that is neither a code nor a kind of no answer.
    pub const UNKNOWN: u8 = u8::MAX;

    /// How the cells of a column are read.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // At most 250 codes.
    pub fn new(column: &ItemColumn) -> Self {
        let codes = (column.most - column.least + 1).clamp(0, MOST_CODES) as usize;
        let mut cells = Self { short: [Self::UNKNOWN; 256], long: BTreeMap::new(), codes };
        for (index, code) in (column.least..=column.most).take(codes).enumerate() {
            cells.learn(&code.to_string(), index as u8);
        }
        let kinds = [
            (&column.missing.blank, NoAnswer::Blank),
            (&column.missing.dont_know, NoAnswer::DontKnow),
            (&column.missing.not_applicable, NoAnswer::NotApplicable),
        ];
        for (texts, kind) in kinds {
            for text in texts {
                cells.learn(text, (codes + kind.place()) as u8);
            }
        }
        cells
    }

    fn learn(&mut self, text: &str, meaning: u8) {
        match text.as_bytes() {
            [byte] => self.short[usize::from(*byte)] = meaning,
            bytes => _ = self.long.insert(bytes.to_vec(), meaning),
        }
    }

    /// How many codes there are.
    pub fn codes(&self) -> usize {
        self.codes
    }

    /// What a cell of one byte is.
    #[inline]
    pub fn meaning_of_byte(&self, byte: u8) -> u8 {
        self.short[usize::from(byte)]
    }

    /// What a cell is; [`Self::UNKNOWN`] when it is nothing of this item.
    pub fn meaning(&self, cell: &[u8]) -> u8 {
        match cell {
            [byte] => self.meaning_of_byte(*byte),
            _ => self.meaning_of_long(cell.trim_ascii()),
        }
    }

    #[allow(clippy::cast_possible_truncation)] // At most 254.
    fn meaning_of_long(&self, cell: &[u8]) -> u8 {
        match cell {
            [] => (self.codes + NoAnswer::Blank.place()) as u8,
            [byte] => self.short[usize::from(*byte)],
            _ => self.long.get(cell).copied().unwrap_or(Self::UNKNOWN),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_kinds_of_no_answer_are_told_apart() {
        let missing = MissingCodes {
            blank: vec!["NA".to_owned()],
            dont_know: vec!["98".to_owned()],
            not_applicable: vec!["99".to_owned()],
        };
        let cells = Cells::new(&ItemColumn { name: "x".to_owned(), least: 0, most: 10, missing });
        let read = |cell: &str| cells.meaning(cell.as_bytes());
        assert_eq!((read("0"), read("10"), read(" 7 "), cells.codes()), (0, 10, 7, 11));
        assert_eq!((read(""), read("NA"), read("  "), read("98"), read("99")), (11, 11, 11, 12, 13));
        assert!(["11", "-1", "x", "3.0", "7,5"].iter().all(|cell| read(cell) == Cells::UNKNOWN));
    }
}
