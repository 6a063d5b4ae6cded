//! Publishable figures to SVG and PNG, each with its alternative text and its data table.
//!
//! Layout is done here in pixels and drawn by plotters; resvg makes the pixels. Every text is at least 9 pt when the picture
//! is printed 17 cm wide. A picture says nothing by colour alone: order, words and signs say the same.

mod battery;
mod favourable;
mod furniture;
mod goals;
mod needs;
mod palette;
mod raster;
mod sample;
mod sheet;
#[cfg(test)]
mod trial;
mod typeface;

pub use battery::{Battery, BatteryRow, battery};
pub use favourable::Favourable;
pub use goals::{GoalRow, Goals, goal_reason, goals};
pub use needs::{Needs, needs};
pub use raster::{RasterFault, png};
pub use sample::sample;

use crate::text::Language;

/// A picture with everything that somebody who cannot see it needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// SVG with a `viewBox`, `role="img"`, title and description; no size of its own.
    pub svg: String,
    /// The main figures in sentences.
    pub alternative: String,
    /// The headings of the data table.
    pub columns: Vec<String>,
    /// The data table, in the order of the picture.
    pub rows: Vec<Vec<String>>,
    /// Characters that stand as "?" in the picture because the typeface lacks them; nearly always none.
    pub missing: Vec<char>,
}

/// The words around a picture, supplied by whoever knows the survey. An empty one is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captions {
    /// A title that states the finding.
    pub title: String,
    /// What was asked.
    pub question: String,
    /// Who answered.
    pub base: String,
    /// When.
    pub period: String,
    /// Where the figures come from.
    pub source: String,
}

/// How wide a picture is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breadth {
    /// 680 pixels: a page of a report, a screen.
    Page,
    /// 360 pixels: a phone; labels stand above their bars.
    Phone,
}

/// How a picture is made for its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting<'a> {
    /// The reader's language.
    pub language: &'a Language,
    /// The language of a label that lacks the reader's.
    pub fallback: &'a Language,
    /// How wide.
    pub breadth: Breadth,
    /// Whether title, question, base, period and source are drawn into the picture (a picture that travels alone) or left to
    /// the page around it. They are in its title and description either way.
    pub captions_drawn: bool,
}

impl Breadth {
    fn pixels(self) -> f64 {
        match self {
            Self::Page => 680.0,
            Self::Phone => 360.0,
        }
    }
}

impl Setting<'_> {
    /// The air around a picture that travels alone; little, so that its text stays at 9 pt on paper.
    fn margin(&self) -> f64 {
        if self.captions_drawn { 8.0 } else { 0.0 }
    }
}
