//! Answers that the tests weight: a small sample with given weights, and the cells of the dataset `univer`.

use super::{Cell, CellPiece, Level, Margin, Piece, Stratum, Totals, expand};

/// A row: stratum, gender, age class, weight, an answer on eleven points and one on five; 99 is a missing one.
#[rustfmt::skip]
const ROWS: [(usize, usize, usize, f64, u8, u8); 24] = [
    (1, 0, 0, 1.5, 7, 5), (1, 1, 1, 0.75, 9, 4), (1, 1, 2, 2.0, MISSING, 4), (1, 0, 0, 1.25, 10, 3),
    (1, 1, 1, 0.5, 3, 5), (1, 0, 2, 3.0, 8, 2), (1, 0, 0, 1.0, 8, 4), (1, 1, 1, 1.75, MISSING, 5),
    (1, 1, 2, 0.25, 10, 3), (1, 0, 1, 2.5, 5, 4), (2, 1, 0, 4.0, 6, 1), (2, 0, 0, 2.25, 0, 5),
    (2, 1, 1, 1.0, 9, 4), (2, 1, 1, 3.5, 10, 4), (2, 0, 2, 0.5, MISSING, 3), (2, 0, 2, 1.5, 7, 2),
    (2, 1, 0, 2.0, 4, 5), (2, 0, 1, 2.75, 9, 4), (3, 0, 2, 5.0, 10, 4), (3, 1, 1, 1.25, 2, 5),
    (3, 1, 0, 3.0, 8, 3), (3, 0, 1, 2.0, MISSING, 3), (3, 1, 2, 0.75, 9, 4), (3, 1, 0, 4.5, 7, 2),
];
const MISSING: u8 = 99;

/// The designs that the expected values were computed for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Design {
    /// `svydesign(ids = ~1, weights = ~w)`
    Given,
    /// also `fpc = 100`
    Finite,
    /// `svydesign(ids = ~1, strata = ~s, weights = ~w)`
    Strata,
    /// also `fpc = c(40, 20, 9)`
    FiniteStrata,
    /// `svydesign(ids = ~1, strata = ~s, fpc = c(40, 20, 9))`, without weights
    CountedStrata,
}

/// The item with eleven points, of which 9 and 10 count, or the one with five, of which 4 and 5 do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Item {
    Eleven,
    Five,
}

impl Item {
    pub fn counts(self, value: f64) -> bool {
        value >= if self == Self::Eleven { 9.0 } else { 4.0 }
    }
}

impl Design {
    pub fn strata(self) -> Vec<Stratum> {
        let stratum = |(rows, users): (u64, f64)| {
            let finite = matches!(self, Self::Finite | Self::FiniteStrata | Self::CountedStrata);
            Stratum { rows, population: finite.then_some(users) }
        };
        match self {
            Self::Given | Self::Finite => vec![stratum((24, 100.0))],
            _ => [(10, 40.0), (8, 20.0), (6, 9.0)].map(stratum).to_vec(),
        }
    }

    pub fn cell_pieces(self, item: Item) -> Vec<CellPiece> {
        let mut found: Vec<CellPiece> = Vec::new();
        for (stratum, gender, age, weight, eleven, five) in ROWS {
            let value = Some(if item == Item::Eleven { eleven } else { five }).filter(|value| *value != MISSING).map(f64::from);
            let stratum = if matches!(self, Self::Given | Self::Finite) { 0 } else { stratum - 1 };
            let row = CellPiece { cell: gender * 3 + age, stratum, value, count: 1, weight, square: weight * weight };
            match found.iter_mut().find(|piece| (piece.cell, piece.stratum, piece.value) == (row.cell, stratum, value)) {
                None => found.push(row),
                Some(piece) => {
                    piece.count += 1;
                    piece.weight += row.weight;
                    piece.square += row.square;
                }
            }
        }
        found
    }

    pub fn pieces(self, item: Item) -> Vec<Piece> {
        let answers = self.cell_pieces(item);
        let valid = answers.iter().filter_map(|answer| Some((answer, answer.value?)));
        if self == Self::CountedStrata {
            let counts: Vec<_> = valid.map(|(answer, value)| (answer.stratum, value, answer.count)).collect();
            return expand(&counts, &self.strata()).unwrap();
        }
        let piece = |(answer, value): (&CellPiece, f64)| {
            let CellPiece { stratum, count, weight, square, .. } = *answer;
            Piece { stratum, value, count, weight, square }
        };
        valid.map(piece).collect()
    }
}

/// The cells of gender and age class, with the given weights.
pub fn cells() -> Vec<Cell> {
    let mut cells: Vec<Cell> =
        (0..6).map(|place| Cell { levels: vec![place / 3, place % 3], rows: 0, weight: 0.0, square: 0.0 }).collect();
    for piece in Design::Given.cell_pieces(Item::Eleven) {
        let cell = &mut cells[piece.cell];
        cell.rows += piece.count;
        cell.weight += piece.weight;
        cell.square += piece.square;
    }
    cells
}

pub fn margin(name: &str, totals: Totals, levels: &[f64]) -> Margin {
    let level = |(place, total): (usize, &f64)| Level { name: place.to_string(), total: Some(*total) };
    Margin { name: name.to_owned(), totals, levels: levels.iter().enumerate().map(level).collect() }
}

/// What is known of the users of the small sample: 60 of them.
pub fn margins() -> [Margin; 2] {
    [margin("gender", Totals::Counts, &[24.0, 36.0]), margin("age", Totals::Counts, &[24.0, 24.0, 12.0])]
}

/// The items of `univer` that are raked: the counts of the answers 1 to 7 in each cell of gender, residence and frequency.
pub const UNIVER_ITEMS: [&str; 5] = ["informat", "willingn", "officeho", "compete", "global"];
#[rustfmt::skip]
const UNIVER: [([usize; 3], [[u16; 7]; 5]); 12] = [
    ([0, 0, 0], [[10, 9, 22, 27, 80, 85, 67], [7, 6, 11, 22, 57, 85, 112], [15, 13, 19, 38, 71, 83, 61], [11, 11, 13, 29, 73, 88, 75], [8, 10, 11, 31, 62, 101, 77]]),
    ([0, 0, 1], [[1, 3, 2, 6, 25, 32, 53], [0, 4, 0, 1, 13, 32, 72], [2, 6, 6, 13, 21, 20, 54], [1, 3, 1, 6, 15, 34, 62], [2, 1, 2, 4, 21, 36, 56]]),
    ([0, 1, 0], [[15, 9, 18, 27, 63, 73, 50], [10, 7, 8, 20, 47, 80, 83], [16, 12, 21, 34, 69, 53, 50], [9, 11, 11, 30, 58, 85, 51], [9, 10, 11, 26, 58, 83, 58]]),
    ([0, 1, 1], [[3, 1, 6, 4, 27, 51, 54], [1, 0, 3, 5, 13, 43, 81], [4, 3, 6, 16, 32, 33, 52], [2, 2, 2, 11, 23, 41, 65], [1, 1, 0, 11, 17, 62, 54]]),
    ([0, 2, 0], [[10, 9, 11, 26, 51, 50, 40], [8, 6, 5, 13, 30, 60, 75], [10, 9, 23, 26, 55, 37, 37], [8, 8, 9, 16, 53, 56, 47], [3, 8, 7, 17, 57, 71, 34]]),
    ([0, 2, 1], [[2, 3, 3, 5, 17, 33, 47], [3, 2, 0, 3, 14, 28, 60], [4, 3, 7, 7, 16, 29, 44], [3, 1, 4, 3, 12, 35, 52], [0, 5, 1, 3, 12, 37, 52]]),
    ([1, 0, 0], [[3, 4, 11, 15, 67, 51, 39], [1, 4, 5, 7, 37, 64, 72], [3, 4, 14, 20, 63, 55, 31], [3, 4, 19, 15, 45, 60, 44], [2, 2, 10, 11, 51, 70, 44]]),
    ([1, 0, 1], [[1, 2, 1, 5, 24, 39, 52], [1, 1, 1, 3, 16, 25, 77], [6, 2, 5, 8, 24, 26, 53], [0, 3, 4, 5, 24, 20, 68], [0, 0, 0, 6, 23, 35, 60]]),
    ([1, 1, 0], [[5, 9, 14, 18, 76, 73, 74], [5, 4, 4, 10, 49, 83, 114], [6, 11, 13, 31, 77, 75, 56], [5, 7, 7, 19, 60, 99, 72], [6, 4, 9, 17, 63, 96, 74]]),
    ([1, 1, 1], [[1, 4, 5, 3, 23, 51, 73], [0, 2, 1, 3, 17, 42, 95], [12, 1, 7, 11, 35, 30, 64], [0, 2, 5, 10, 23, 41, 79], [0, 0, 3, 5, 30, 50, 72]]),
    ([1, 2, 0], [[6, 0, 9, 20, 56, 62, 52], [6, 2, 7, 6, 37, 61, 86], [8, 6, 20, 14, 57, 46, 54], [9, 3, 8, 14, 50, 68, 53], [3, 5, 4, 14, 50, 78, 51]]),
    ([1, 2, 1], [[0, 1, 5, 0, 18, 27, 50], [0, 2, 1, 0, 10, 21, 67], [1, 2, 12, 7, 17, 16, 46], [0, 2, 2, 3, 14, 29, 51], [0, 1, 2, 3, 15, 34, 46]]),
];

/// The invented margins of `univer`.
pub fn univer_margins() -> [Margin; 3] {
    [
        margin("gender", Totals::Shares, &[0.45, 0.55]),
        margin("residenc", Totals::Shares, &[0.35, 0.4, 0.25]),
        margin("freqserv", Totals::Shares, &[0.72, 0.28]),
    ]
}

pub fn univer_cells() -> Vec<Cell> {
    let cell = |(levels, items): &([usize; 3], [[u16; 7]; 5])| {
        Cell::unweighted(levels.to_vec(), items[0].iter().map(|count| u64::from(*count)).sum())
    };
    UNIVER.iter().map(cell).collect()
}

pub fn univer_answers(item: usize) -> Vec<CellPiece> {
    let mut found = Vec::new();
    for (cell, (_, items)) in UNIVER.iter().enumerate() {
        for (value, count) in (1..=7_u8).zip(items[item]) {
            let (value, weight) = (Some(f64::from(value)), f64::from(count));
            found.push(CellPiece { cell, stratum: 0, value, count: u64::from(count), weight, square: weight });
        }
    }
    found
}

pub const UNIVER_STRATUM: [Stratum; 1] = [Stratum { rows: 2_179, population: None }];

/// Every value lies within a relative tolerance of what is expected.
#[track_caller]
pub fn agree(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() <= tolerance * expected.abs(), "{found} instead of {expected}");
    }
}
