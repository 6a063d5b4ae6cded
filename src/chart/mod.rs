//! Publishable figures to SVG and PNG, each with its alternative text and its data table.
//!
//! Layout is done here in pixels and drawn by plotters; resvg makes the pixels. Every text is at least 9 pt when the picture
//! is printed 17 cm wide. A picture says nothing by colour alone: order, words and signs say the same.

mod axis;
mod battery;
mod by_day;
mod cub_map;
mod dots;
mod drivers;
mod favourable;
mod funnel;
mod furniture;
mod glance;
mod goals;
mod labels;
mod letters;
mod multiples;
mod needs;
mod palette;
mod plane;
mod priority_map;
mod raster;
mod sample;
mod sheet;
mod trend;
#[cfg(test)]
mod trial;
mod typeface;

pub use battery::{Battery, BatteryRow, Judged, Order, battery};
pub use by_day::{ByDay, ChannelDays, by_day};
pub use cub_map::{CubMap, cub_map};
pub use dots::{DotRow, Dots, dots};
pub use drivers::{Drivers, drivers};
pub use favourable::Favourable;
pub use funnel::{Funnel, FunnelStep, funnel};
pub use glance::glance;
pub use goals::{GoalRow, GoalUnit, Goals, goal_dimension, goal_indicator, goal_kind, goal_reason, goal_source, goals};
pub use multiples::{MultipleRow, Multiples, multiples};
pub use needs::{Needs, needs};
pub use priority_map::{PriorityMap, priority_map};
pub use raster::{RasterFault, png};
pub use sample::sample;
pub use trend::{TrendLine, TrendPoint, Trends, trends};

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
    pub rows: Vec<Vec<Datum>>,
    /// Characters that stand as "?" in the picture because the typeface lacks them; nearly always none.
    pub missing: Vec<char>,
}

/// A cell of a picture's data table: as it is shown, and the exact number where the text is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// What is shown.
    pub text: String,
    /// The number behind it, not rounded.
    pub exact: Option<Exact>,
}

/// An exact number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Exact {
    /// So many.
    Count(u64),
    /// A share, 0 to 1.
    Share(f64),
    /// Anything else.
    Real(f64),
}

impl Datum {
    fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), exact: None }
    }

    fn count(count: u64, setting: &Setting<'_>) -> Self {
        Self { text: crate::language::integer(setting.language, count), exact: Some(Exact::Count(count)) }
    }

    fn share(share: f64, base: u64, setting: &Setting<'_>) -> Self {
        Self { text: crate::language::percentage(setting.language, share, base), exact: Some(Exact::Share(share)) }
    }
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

impl Captions {
    /// A picture's figures in sentences, after its title.
    fn before(&self, sentences: &str) -> String {
        match self.title.trim_end_matches('.') {
            "" => sentences.to_owned(),
            title => format!("{title}. {sentences}"),
        }
    }
}

/// Where a picture is read, which decides how wide it is laid out: text keeps its size, the parts of a row move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A page of a report, a screen, a slide: 680 pixels, 17 cm on paper.
    #[default]
    Page,
    /// A telephone held upright: 344 pixels, what a screen of 360 or more leaves between the margins.
    Phone,
}

/// How a picture is made for its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting<'a> {
    /// The reader's language.
    pub language: &'a Language,
    /// The language of a label that lacks the reader's.
    pub fallback: &'a Language,
    /// Whether title, question, base, period and source are drawn into the picture (a picture that travels alone) or left to
    /// the page around it. They are in its title and description either way.
    pub captions_drawn: bool,
    /// Where it is read.
    pub format: Format,
}

impl Setting<'_> {
    /// How wide the picture is laid out, in pixels.
    fn width(&self) -> f64 {
        match self.format {
            Format::Page => 680.0,
            Format::Phone => 344.0,
        }
    }

    /// The air around a picture that travels alone; little, so that its text stays at 9 pt on paper.
    fn margin(&self) -> f64 {
        if self.captions_drawn { 8.0 } else { 0.0 }
    }
}
