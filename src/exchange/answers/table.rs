//! A file of answers as a table in which nobody is named.

use super::day::tells_hour;
use super::heading::known;
use super::matching::TakenFor;
use crate::sheet::{Sheet, SheetRow};
use std::collections::HashMap;

/// A file of answers. The cells of columns that say who answered are empty: they go no further than the reading of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswersTable {
    sheet: Sheet,
}

impl AnswersTable {
    /// The most columns: Microsoft Forms asks 200 questions, a Likert question counts once for each of its statements.
    pub const MOST_COLUMNS: usize = 1_000;
    /// The heading of the reasons in a file of refused rows: no part of what a row says.
    pub const REASONS: &'static str = "_reasons";

    /// Reads a table; `None` where there is none, or one with too many columns.
    pub fn read(text: &str) -> Option<Self> {
        let unified = text.replace("\r\n", "\n").replace('\r', "\n");
        let mut sheet = Sheet::read(unified.as_bytes()).ok()?;
        if sheet.header.len() > Self::MOST_COLUMNS {
            return None;
        }
        for heading in &mut sheet.header {
            *heading = heading.replace('\n', " ");
        }
        let personal: Vec<usize> =
            (0..sheet.header.len()).filter(|at| known(&sheet.header[*at]) == Some(TakenFor::Personal)).collect();
        for row in &mut sheet.rows {
            for at in &personal {
                row.cells[*at].clear();
            }
        }
        sheet.rows.retain(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
        Some(Self { sheet })
    }

    /// The headings.
    pub fn header(&self) -> &[String] {
        &self.sheet.header
    }

    /// The rows.
    pub fn rows(&self) -> &[SheetRow] {
        &self.sheet.rows
    }

    /// The table as it is read.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// The table as CSV. Every row stands on the line on which it stood, so that a fault names the line that people see; reading it
    /// gives the same table.
    pub fn text(&self) -> String {
        let between = self.sheet.delimiter.to_string();
        let line = |cells: &[String]| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(&between);
        let mut text = line(&self.sheet.header) + "\n";
        let mut at = 2;
        for row in &self.sheet.rows {
            while at < row.line {
                text.push('\n');
                at += 1;
            }
            let written = line(&row.cells);
            at += written.matches('\n').count() as u64 + 1;
            text += &written;
            text.push('\n');
        }
        text
    }

    /// What makes a row the same row in a later export of the same form, which has more rows below: what stands in it, and how many
    /// like it stand above. `None` unless every row tells when it was sent, to the minute at least: two people may otherwise have
    /// answered alike.
    pub fn rows_by_content(&self, sent: Option<usize>) -> Option<Vec<(String, u64)>> {
        let sent = sent.filter(|at| self.sheet.rows.iter().all(|row| tells_hour(&row.cells[*at])))?;
        let mut seen: HashMap<String, u64> = HashMap::new();
        let number = |row: &SheetRow| {
            let cells = self
                .sheet
                .header
                .iter()
                .zip(&row.cells)
                .filter(|(heading, cell)| !cell.trim().is_empty() && *heading != Self::REASONS);
            let said: Vec<String> = cells.map(|(heading, cell)| format!("{heading}\u{1f}{}", cell.trim())).collect();
            let content = format!("{}\u{1e}{}", row.cells[sent].trim(), said.join("\u{1e}"));
            let count = seen.entry(content.clone()).or_insert(0);
            *count += 1;
            (content, *count)
        };
        Some(self.sheet.rows.iter().map(number).collect())
    }
}

/// A cell between quotation marks where it holds what could be taken for its end.
pub(super) fn quoted(cell: &str) -> String {
    let marks = ['"', ';', ',', '\t', '\n'];
    if cell.contains(marks) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_answered_is_gone_and_every_row_keeps_its_line() {
        let text = "sep=;\r\nOra;Email;\"Perch\u{e9}?\r\n(facoltativa)\"\r\n1;a@example.org;\"due\r\nrighe; \"\"qui\"\"\"\r\n\r\n2;b@example.org;x\r\n";
        let table = AnswersTable::read(text).unwrap();
        assert_eq!(table.header(), ["Ora", "Email", "Perch\u{e9}? (facoltativa)"]);
        let rows: Vec<(u64, &[String])> = table.rows().iter().map(|row| (row.line, row.cells.as_slice())).collect();
        assert_eq!(rows[0], (4, ["1", "", "due\nrighe; \"qui\""].map(str::to_owned).as_slice()));
        assert_eq!(rows[1].0, 7);
        assert!(!table.text().contains("example.org"));
        let again = AnswersTable::read(&table.text()).unwrap();
        assert_eq!((again.rows(), again.text()), (table.rows(), table.text()));
        let brought_back = table.text().replace('\n', "\r\n");
        assert_eq!(AnswersTable::read(&brought_back), Some(again));
    }

    #[test]
    fn a_row_is_the_same_in_a_later_and_longer_export() {
        let early = "Timestamp,A\n2024/03/05 10:12:33 AM CET,4\n2024/03/05 10:12:33 AM CET,4\n";
        let late = "Timestamp,A,B\n2024/03/05 10:12:33 AM CET,4,\n2024/03/05 10:12:33 AM CET,4,\n2024/03/06 9:00:00 AM CET,5,x\n";
        let of = |text: &str| AnswersTable::read(text).unwrap().rows_by_content(Some(0)).unwrap();
        assert_eq!(of(early)[..], of(late)[..2]);
        assert_ne!(of(early)[0], of(early)[1]);
        let table = AnswersTable::read("Timestamp,A\n05/03/2024,4\n").unwrap();
        assert_eq!((table.rows_by_content(Some(0)), table.rows_by_content(None)), (None, None));
    }
}
