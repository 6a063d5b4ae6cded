//! Scales are data: any number of points, labels per language, which points count as satisfied.

use crate::text::{Code, Texts};

/// A scale of judgement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Its code.
    pub code: Code,
    /// Its points, lowest value first; two at least. Values are 0 to 200 and rise.
    pub points: Vec<Point>,
    /// Whether a higher value is better.
    pub polarity: Polarity,
    /// The label of "non so", where it is offered.
    pub dont_know: Option<Texts>,
    /// The label of "non applicabile", where it is offered.
    pub not_applicable: Option<Texts>,
}

/// One point of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The value that is stored and counted.
    pub value: u8,
    /// The label; may be empty for a point between labelled ends.
    pub label: Texts,
    /// Whether a person choosing it counts as satisfied.
    pub satisfied: bool,
    /// Whether it is the middle that a diverging chart centres on.
    pub neutral: bool,
    /// How it is drawn, besides its label.
    pub symbol: Option<Symbol>,
}

/// Whether a higher value is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// 5 is better than 1.
    HigherIsBetter,
    /// 1 is better than 5.
    LowerIsBetter,
}

/// A picture of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// A sad face, drawn red.
    Sad,
    /// A neutral face, drawn yellow.
    Neutral,
    /// A happy face, drawn green.
    Happy,
    /// A star.
    Star,
}

impl Scale {
    /// The lowest value.
    pub fn lowest(&self) -> u8 {
        self.points.first().map_or(0, |point| point.value)
    }

    /// The highest value.
    pub fn highest(&self) -> u8 {
        self.points.last().map_or(0, |point| point.value)
    }

    /// Whether any point says what satisfied is.
    pub fn tells_satisfied(&self) -> bool {
        self.points.iter().any(|point| point.satisfied)
    }

    /// The point of a value.
    pub fn point(&self, value: u8) -> Option<&Point> {
        self.points.iter().find(|point| point.value == value)
    }
}
