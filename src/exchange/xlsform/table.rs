//! A sheet of an XLSForm: rows by the names of their columns, whatever a program calls them.

use crate::exchange::Place;
use crate::sheet::{Tab, TabRow, Workbook};

/// A sheet with a heading.
pub(super) struct Table<'w> {
    pub name: &'w str,
    pub columns: Vec<Column>,
    /// The row of the heading, where something else stands above it.
    pub heading_below: Option<u32>,
    rows: &'w [TabRow],
}

/// How many rows a title above the heading may have.
const MOST_ABOVE: usize = 10;

/// A column: its name as we know it, and the language that its heading names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub key: String,
    pub language: Option<String>,
}

/// A row of a table.
pub(super) struct Row<'t> {
    table: &'t Table<'t>,
    row: &'t TabRow,
}

impl<'w> Table<'w> {
    /// The sheet of that name, if it is there; in its heading one of the keys is to be found.
    pub fn of(workbook: &'w Workbook, name: &str, keys: &[&str]) -> Option<Self> {
        workbook.tab(name).map(|tab| Self::new(tab, keys))
    }

    /// A sheet: its heading is the first of its rows in which one of the keys stands; where none is, its first row.
    pub fn new(tab: &'w Tab, keys: &[&str]) -> Self {
        let is_heading = |row: &TabRow| row.cells.iter().any(|cell| keys.contains(&column(cell).key.as_str()));
        let at = tab.rows.iter().take(MOST_ABOVE).position(is_heading).unwrap_or_default();
        let heading = tab.rows.get(at);
        let columns = heading.map(|row| row.cells.iter().map(|cell| column(cell)).collect()).unwrap_or_default();
        let heading_below = heading.filter(|_| at > 0).map(|row| row.number);
        Self { name: &tab.name, columns, heading_below, rows: tab.rows.get(at + 1..).unwrap_or_default() }
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(move |row| Row { table: self, row })
    }

    pub fn has(&self, key: &str) -> bool {
        self.columns.iter().any(|column| column.key == key)
    }
}

impl<'t> Row<'t> {
    /// The cell of a column without a language, trimmed; empty where there is none.
    pub fn get(&self, key: &str) -> &'t str {
        self.all(key).find(|(language, text)| language.is_none() && !text.is_empty()).map_or("", |(_, text)| text)
    }

    /// The cells of a column in each language, trimmed.
    pub fn all(&self, key: &str) -> impl Iterator<Item = (Option<&'t str>, &'t str)> {
        let columns = self.table.columns.iter().zip(&self.row.cells);
        columns.filter(move |(column, _)| column.key == key).map(|(column, cell)| (column.language.as_deref(), cell.trim()))
    }

    /// Whether a column says anything in any language.
    pub fn says(&self, key: &str) -> bool {
        self.all(key).any(|(_, text)| !text.is_empty())
    }

    /// Whether a word stands in its appearance.
    pub fn appears(&self, word: &str) -> bool {
        self.get("appearance").to_lowercase().split_whitespace().any(|own| own == word)
    }

    pub fn number(&self) -> u32 {
        self.row.number
    }

    pub fn place(&self, name: &str) -> Place {
        Place::Row { sheet: self.table.name.to_owned(), row: self.row.number, name: name.to_owned() }
    }
}

/// What one heading means: `label::Italiano (it)`, `bind:relevant`, `list name`.
fn column(heading: &str) -> Column {
    let heading = heading.trim();
    let parts: Vec<&str> = if heading.contains("::") { heading.split("::").collect() } else { heading.split(':').collect() };
    let mut parts = parts.into_iter().map(str::trim);
    let mut key = known(parts.next().unwrap_or_default());
    if matches!(key.as_str(), "bind" | "control" | "body" | "jr") {
        key = known(parts.next().unwrap_or_default());
    }
    let mut language = parts.next().map(str::to_owned);
    if key == "media" {
        // The language stands after the kind of picture.
        language = parts.next().map(str::to_owned);
    }
    Column { key, language: language.filter(|name| !name.is_empty()) }
}

fn known(name: &str) -> String {
    let plain = name.to_lowercase().replace([' ', '-'], "_");
    let ours = match plain.as_str() {
        "relevance" => "relevant",
        "caption" => "label",
        "command" => "type",
        "tag" | "value" => "name",
        "read_only" => "readonly",
        "calculate" => "calculation",
        "count" => "repeat_count",
        "image" | "audio" | "video" | "big_image" => "media",
        "form_title" | "set_form_title" => "title",
        "form_id" | "id_string" | "set_form_id" => "id",
        other => other,
    };
    ours.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_all_times_are_known() {
        for (heading, key, language) in [
            ("label::Italiano (it)", "label", Some("Italiano (it)")),
            ("label:English", "label", Some("English")),
            ("LABEL", "label", None),
            ("bind:relevant", "relevant", None),
            ("bind::relevance", "relevant", None),
            ("list name", "list_name", None),
            ("media::image::English", "media", Some("English")),
            ("bind:jr:constraintMsg", "jr", Some("constraintMsg")),
            ("", "", None),
        ] {
            assert_eq!(column(heading), Column { key: key.to_owned(), language: language.map(str::to_owned) }, "{heading}");
        }
    }
}
