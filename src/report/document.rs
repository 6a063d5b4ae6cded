//! A report as a tree that knows nothing of HTML or PDF: both are made from it, so that they say the same.

use crate::text::Language;

/// A report.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Document {
    /// The language of its texts.
    pub language: Language,
    /// The title.
    pub title: String,
    /// The body's name, the office, the period: lines under the title.
    pub subtitle: Vec<String>,
    /// A notice on every page ("risposte simulate"); none for real answers.
    pub notice: Option<String>,
    /// The day it was made, for the PDF's metadata and the first page.
    pub made_on: chrono::NaiveDate,
    /// The content.
    pub blocks: Vec<Block>,
}

/// A piece of a report.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Block {
    /// A heading: level 1 for a chapter, 2 and 3 below.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// A paragraph set apart: a key sentence or a caveat.
    Callout(String),
    /// A bulleted list.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A chart.
    Figure(Figure),
}

/// A table. The first row of cells in `header` has scope column; the first cell of each row has scope row.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Table {
    /// The caption.
    pub caption: String,
    /// The column headings.
    pub header: Vec<String>,
    /// How each column stands.
    pub align: Vec<Align>,
    /// The rows, each as long as the header.
    pub rows: Vec<Vec<Cell>>,
    /// Notes under the table (bases, rules, what is suppressed).
    pub notes: Vec<String>,
}

/// Where a column's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// One cell: what is shown, and the number behind it for the spreadsheet.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Cell {
    /// What is shown.
    pub text: String,
    /// The number, where it is one.
    pub number: Option<Number>,
    /// Whether it stands out (a verdict, a total).
    pub strong: bool,
    /// What the reader should feel about it; always said by the text as well.
    pub tone: Tone,
    /// What the text says besides the number, each under its own name ("esito": "aumento"): in files a column of its own.
    #[serde(skip)]
    pub apart: Vec<(String, Cell)>,
}

/// A number as a spreadsheet takes it.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[serde(tag = "of", content = "is", rename_all = "snake_case")]
pub enum Number {
    /// A count of cases.
    Count(u64),
    /// A share, 0 to 1.
    Share(f64),
    /// A difference in percentage points.
    Points(f64),
    /// Anything else.
    Real(f64),
}

/// The colour of a cell. It only repeats what the words say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// As any other.
    #[default]
    Plain,
    /// A goal reached, a rise.
    Good,
    /// A goal missed, a fall.
    Bad,
    /// Not decided.
    Open,
}

/// A chart with everything a reader who cannot see it needs.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Figure {
    /// A title that states the finding.
    pub title: String,
    /// Question, base and period, source.
    pub caption: String,
    /// The alternative text.
    pub alternative: String,
    /// The picture: SVG with a `viewBox`.
    pub svg: String,
    /// The same, laid out for a telephone.
    #[serde(skip)]
    pub phone: String,
    /// Whether it only says again what stands beside it in other words: for screens and slides, neither printed nor in files.
    #[serde(skip)]
    pub overview: bool,
    /// The figures behind it.
    pub data: Table,
}

impl Cell {
    /// A cell of words.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), number: None, strong: false, tone: Tone::Plain, apart: Vec::new() }
    }

    /// A cell of a number as it is shown and as it is.
    pub fn number(text: impl Into<String>, number: Number) -> Self {
        Self { number: Some(number), ..Self::text(text) }
    }

    /// The same cell, standing out.
    pub fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// The same cell, with something that its text says besides the number.
    pub fn with(mut self, name: impl Into<String>, said: Self) -> Self {
        self.apart.push((name.into(), said));
        self
    }

    /// The same cell in a tone.
    pub fn toned(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

/// A column of a table in a file, where what a text says besides its number has columns of its own.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    /// Its heading: "Rispetto al 2025", "Rispetto al 2025: esito".
    pub(super) label: String,
    /// The table's column that it belongs to.
    pub(super) of: usize,
    /// What of it; empty for the cell itself.
    pub(super) name: String,
}

impl Column {
    pub(super) fn cell<'a>(&self, row: &'a [Cell]) -> Option<&'a Cell> {
        let cell = row.get(self.of)?;
        if self.name.is_empty() {
            return Some(cell);
        }
        cell.apart.iter().find(|(name, _)| *name == self.name).map(|(_, said)| said)
    }
}

impl Table {
    /// The columns as a file has them.
    pub(super) fn columns(&self) -> Vec<Column> {
        let mut columns = Vec::new();
        for (of, label) in self.header.iter().enumerate() {
            columns.push(Column { label: label.clone(), of, name: String::new() });
            let mut names: Vec<&String> = Vec::new();
            for (name, _) in self.rows.iter().filter_map(|row| row.get(of)).flat_map(|cell| &cell.apart) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            columns.extend(names.iter().map(|name| Column { label: format!("{label}: {name}"), of, name: (*name).clone() }));
        }
        columns
    }
}

impl Number {
    /// The bare number.
    #[allow(clippy::cast_precision_loss)] // Counts of people stay far below 2^53.
    pub fn value(self) -> f64 {
        match self {
            Self::Count(count) => count as f64,
            Self::Share(number) | Self::Points(number) | Self::Real(number) => number,
        }
    }
}

impl Document {
    /// Every table in order: those of the text, and the figures behind the charts that are no overviews.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Figure(figure) if !figure.overview => Some(&figure.data),
            _ => None,
        })
    }

    /// The same document without what is only for screens.
    #[must_use]
    pub fn on_paper(mut self) -> Self {
        self.blocks.retain(|block| !matches!(block, Block::Figure(figure) if figure.overview));
        self
    }

    /// The same document with each rule only under the first table that has it: for reading from top to bottom. A base, which is
    /// no sentence, stays under every table, or its percentages would be of nobody knows how many.
    #[must_use]
    pub fn with_each_note_once(&self) -> Self {
        let mut said: Vec<String> = Vec::new();
        let mut document = self.clone();
        for block in &mut document.blocks {
            if let Block::Table(table) = block {
                table.notes.retain(|note| !note.ends_with('.') || !said.contains(note));
                said.extend(table.notes.iter().cloned());
            }
        }
        document
    }
}
