//! A file of answers as a table in which nobody is named.

use super::cell::are_answers;
use super::day::{Days, is_day, minute_of, tells_hour};
use super::guessed::are_judgements;
use super::heading::{fold, is_dated, is_record, is_sent};
use super::matching::{Matching, Sureness, TakenFor};
use super::person::{UNREAD, by_cells, by_heading};
use crate::form::Form;
use crate::sheet::{Brought, LINE_IN_CELL, NoTable, Reading, Sheet, SheetRow, Written};
use std::collections::HashMap;

/// A file of answers. The cells of columns that say who answered are empty: they go no further than the reading of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswersTable {
    sheet: Sheet,
    /// Which columns say who answered, and which when, before any question is looked at.
    own: Vec<Option<(TakenFor, Sureness)>>,
}

impl AnswersTable {
    /// The most columns: Microsoft Forms asks 200 questions, a Likert question counts once for each of its statements.
    pub const MOST_COLUMNS: usize = 1_000;
    /// The heading of the reasons in a file of refused rows: no part of what a row says.
    pub const REASONS: &'static str = "_reasons";
    /// The most further sheets among which the one with the answers is looked for: for each the workbook is opened anew.
    const MOST_SHEETS: usize = 3;

    /// Reads a file as it is brought: of a workbook the first sheet that tells when answers were sent, else the first of all. With a
    /// form, a column that answers one of its questions says nobody's name, whatever it is called.
    ///
    /// # Errors
    /// When it is no table, or too large a one.
    pub fn of_file(bytes: &[u8], form: Option<&Form>) -> Result<Self, NoTable> {
        let of_sheet = |sheet: Option<String>| Brought::read(bytes, &Reading { sheet, lines: true, ..Reading::default() });
        let Brought { text, written } = of_sheet(None)?;
        let first = Self::read(&text, form);
        let others = match written {
            Written::Workbook { sheets, sheet } if !first.as_ref().is_some_and(Self::tells_when) => {
                sheets.into_iter().filter(|own| *own != sheet).take(Self::MOST_SHEETS).collect()
            }
            _ => Vec::new(),
        };
        let read = |name| Self::read(&of_sheet(Some(name)).ok()?.text, form);
        let told = others.into_iter().filter_map(read).find(|own| own.tells_when() && !own.rows().is_empty());
        told.or(first).ok_or(NoTable::TooWide)
    }

    /// Reads a table; `None` where there is none, or one with too many columns.
    pub fn read(text: &str, form: Option<&Form>) -> Option<Self> {
        let unified = text.replace("\r\n", "\n").replace('\r', "\n");
        let mut sheet = Sheet::read(unified.as_bytes()).ok()?;
        if sheet.header.len() > Self::MOST_COLUMNS {
            return None;
        }
        for heading in &mut sheet.header {
            *heading = heading.replace(['\n', LINE_IN_CELL], " ");
        }
        Some(Self::of(sheet, form))
    }

    fn of(mut sheet: Sheet, form: Option<&Form>) -> Self {
        let own = own_columns(&sheet, form);
        let personal: Vec<usize> = (0..own.len()).filter(|at| matches!(own[*at], Some((TakenFor::Personal, _)))).collect();
        for at in personal {
            // A column that is known by its cells alone must stay known.
            let left = if by_heading(&sheet.header[at]) { "" } else { UNREAD };
            for cell in sheet.rows.iter_mut().map(|row| &mut row.cells[at]).filter(|cell| !cell.trim().is_empty()) {
                left.clone_into(cell);
            }
        }
        let says = |cell: &String| !cell.trim().is_empty() && cell != UNREAD;
        sheet.rows.retain(|row| row.cells.iter().any(says));
        Self { sheet, own }
    }

    /// Whether a column is headed as the programs head the time of sending, or of beginning.
    pub fn tells_when(&self) -> bool {
        self.sheet.header.iter().any(|heading| is_sent(heading) || is_dated(heading) == Some(1))
    }

    /// What a column is before any question is looked at.
    pub(super) fn own(&self, column: usize) -> Option<(TakenFor, Sureness)> {
        self.own.get(column).cloned().flatten()
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

    /// What makes each row the same row in a later export of the same form, which has more rows below, or in one of another kind: what
    /// stands in it, whatever the headings and the marks between several choices, and how many like it stand above; its line, where
    /// it tells no day. `None` with the line where no row tells the hour: two people may then have answered alike.
    pub fn rows_by_content(&self, sent: Option<usize>, days: Days) -> Vec<(Option<String>, u64)> {
        let Some(at) = sent.filter(|at| self.sheet.rows.iter().any(|row| tells_hour(&row.cells[*at]))) else {
            return self.sheet.rows.iter().map(|row| (None, row.line)).collect();
        };
        let mut seen: HashMap<String, u64> = HashMap::new();
        let key = |row: &SheetRow| {
            let said = self.said(row, at);
            let Some(day) = days.read(&row.cells[at]) else { return (Some(format!("\u{1e}{said}")), row.line) };
            // A workbook writes midnight as a day alone.
            let (hour, minute) = minute_of(&row.cells[at]).unwrap_or_default();
            let content = format!("{day} {hour}:{minute}\u{1e}{said}");
            let count = seen.entry(content.clone()).or_insert(0);
            *count += 1;
            (Some(content), *count)
        };
        self.sheet.rows.iter().map(key).collect()
    }

    /// What stands in a row, but for what the programs note and who answered.
    fn said(&self, row: &SheetRow, sent: usize) -> String {
        let is_said = |(at, heading): &(usize, &String)| {
            *at != sent && self.own(*at).is_none() && !is_record(heading) && *heading != Self::REASONS
        };
        let headings = self.sheet.header.iter().enumerate().filter(is_said);
        let mut said: Vec<String> = headings.filter_map(|(at, _)| row.cells.get(at)).map(|cell| fold(cell)).collect();
        said.retain(|own| !own.is_empty());
        said.sort_unstable();
        said.join("\u{1e}")
    }

    /// The last line that a row seems to swallow, where two stray quotation marks make one long cell of several rows: a text of several
    /// lines is no fault, a line that tells like the row itself when it was sent is one.
    pub fn swallowed_until(&self, row: &SheetRow, sent: Option<usize>) -> Option<u64> {
        let Some(at) = sent else { return self.sheet.swallowed_until(row) };
        let has_hour = tells_hour(&row.cells[at]);
        let begins_row = |line: &str| {
            let cell = line.split(self.sheet.delimiter).nth(at).map(|cell| cell.trim().trim_matches('"'));
            line.contains(self.sheet.delimiter) && cell.is_some_and(|cell| is_day(cell) && tells_hour(cell) == has_hour)
        };
        let cell = row.cells.iter().find(|cell| cell.split('\n').skip(1).any(begins_row))?;
        Some(row.line.saturating_add(u64::try_from(cell.matches('\n').count()).unwrap_or(u64::MAX)))
    }

    /// Whether a row has cells beyond the headings: a separator that nobody quoted moved all that follow it.
    pub fn is_too_wide(&self, row: &SheetRow) -> bool {
        row.cells.iter().skip(self.sheet.header.len()).any(|cell| !cell.trim().is_empty())
    }
}

fn own_columns(sheet: &Sheet, form: Option<&Form>) -> Vec<Option<(TakenFor, Sureness)>> {
    let asked = form.map(|form| (form, Matching::new(form)));
    let codes = |heading: &str| asked.as_ref().map(|(_, own)| own.codes_of(heading)).unwrap_or_default();
    let cells = |at: usize| {
        let cells = sheet.rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.trim());
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<&str>>()
    };
    let is_answered = |at: usize, heading: &str| match &asked {
        Some((form, _)) => codes(heading).iter().any(|code| are_answers(form, code, &cells(at))),
        None => are_judgements(&cells(at)),
    };
    let own_of = |(at, heading): (usize, &String)| match heading {
        heading if is_sent(heading) => Some((TakenFor::Sent, Sureness::Sure)),
        heading if heading == AnswersTable::REASONS => None,
        heading => {
            let names = match by_heading(heading) {
                true => !is_answered(at, heading),
                false => codes(heading).is_empty() && by_cells(cells(at).into_iter()),
            };
            names.then_some((TakenFor::Personal, Sureness::Sure))
        }
    };
    let mut own: Vec<Option<(TakenFor, Sureness)>> = sheet.header.iter().enumerate().map(own_of).collect();
    if own.iter().flatten().all(|(taken_for, _)| *taken_for != TakenFor::Sent) {
        let is_free = |at: &usize| own[*at].is_none() && codes(&sheet.header[*at]).is_empty();
        let are_days = |at: &usize| {
            let cells = cells(*at);
            !cells.is_empty() && cells.iter().filter(|cell| is_day(cell)).count() * 2 > cells.len()
        };
        let dated = (0..own.len()).filter(is_free).filter(are_days);
        let best = dated.filter_map(|at| Some((is_dated(&sheet.header[at])?, at))).min();
        if let Some((_, at)) = best {
            own[at] = Some((TakenFor::Sent, Sureness::Likely));
        }
    }
    own
}

/// A cell between quotation marks where it holds what could be taken for its end.
pub(super) fn quoted(cell: &str) -> String {
    let marks = ['"', ';', ',', '\t', '\n'];
    if cell.contains(marks) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::day::DayOrder;
    use super::*;

    fn read(text: &str) -> AnswersTable {
        AnswersTable::read(text, None).unwrap()
    }

    #[test]
    fn who_answered_is_gone_and_every_row_keeps_its_line() {
        let text = "sep=;\r\nOra;Email;\"Perch\u{e9}?\r\n(facoltativa)\"\r\n1;a@example.org;\"due\r\nrighe; \"\"qui\"\"\"\r\n\r\n2;b@example.org;x\r\n";
        let table = read(text);
        assert_eq!(table.header(), ["Ora", "Email", "Perch\u{e9}? (facoltativa)"]);
        let rows: Vec<(u64, &[String])> = table.rows().iter().map(|row| (row.line, row.cells.as_slice())).collect();
        assert_eq!(rows[0], (4, ["1", "", "due\nrighe; \"qui\""].map(str::to_owned).as_slice()));
        assert_eq!(rows[1].0, 7);
        assert!(!table.text().contains("example.org"));
        let again = read(&table.text());
        assert_eq!((again.rows(), again.text()), (table.rows(), table.text()));
        let brought_back = table.text().replace('\n', "\r\n");
        assert_eq!(read(&brought_back), again);
    }

    #[test]
    fn a_column_that_names_people_by_its_cells_alone_stays_known_when_it_is_brought_again() {
        let table = read("Voto;Come la ritroviamo?\n4;a@example.org\n5;\n3;b@example.org\n");
        assert_eq!(table.own(1), Some((TakenFor::Personal, Sureness::Sure)));
        assert!(!table.text().contains("example.org"));
        assert_eq!(read(&table.text()), table);
    }

    #[test]
    fn what_is_called_as_a_person_is_and_judged_is_no_person() {
        let own = |text: &str| read(text).own(0).map(|(own, _)| own);
        assert_eq!(own("Telefono;Voto\n4;5\n5;4\n"), None);
        assert_eq!(own("Posta elettronica;Voto\nMolto;5\nPoco;4\n"), None);
        assert_eq!(own("Telefono;Voto\n3331234567;5\n;4\n"), Some(TakenFor::Personal));
    }

    #[test]
    fn the_time_of_sending_is_taken_from_what_tells_it_best() {
        let sent = |text: &str| {
            let table = read(text);
            (0..table.header().len()).filter_map(|at| Some((at, table.own(at)?))).collect::<Vec<_>>()
        };
        let likely = |at: usize| vec![(at, (TakenFor::Sent, Sureness::Likely))];
        assert_eq!(sent("Data;Ora di inizio\n05/03/2024;05/03/2024 10:00\n"), likely(1));
        assert_eq!(sent("Voto;Data\n4;05/03/2024\n"), likely(1));
        assert_eq!(sent("Voto;Data\n4;quando ho potuto\n"), []);
        assert_eq!(sent("Data;Timestamp\n05/03/2024;2024/03/05 10:00\n"), [(1, (TakenFor::Sent, Sureness::Sure))]);
    }

    const DAY_FIRST: Days = Days { order: DayOrder::DayFirst, ambiguous: false };

    fn keys(text: &str) -> Vec<(Option<String>, u64)> {
        read(text).rows_by_content(Some(0), DAY_FIRST)
    }

    #[test]
    fn a_row_is_the_same_in_a_later_and_longer_export() {
        let early = "Timestamp,A\n2024/03/05 10:12:33 AM CET,4\n2024/03/05 10:12:33 AM CET,4\n,3\n";
        let late =
            "Timestamp,A,B\n2024/03/05 10:12:33 AM CET,4,\n2024/03/05 10:12:33 AM CET,4,\n,3,\n2024/03/06 9:00:00 AM CET,5,x\n";
        assert_eq!(keys(early)[..], keys(late)[..3]);
        assert_ne!(keys(early)[0], keys(early)[1]);
        assert_eq!(keys(early)[2].1, 4, "what tells no time is known by its line too");
        let table = read("Timestamp,A\n05/03/2024,4\n");
        assert_eq!(table.rows_by_content(Some(0), DAY_FIRST), [(None, 2)]);
        assert_eq!(table.rows_by_content(None, DAY_FIRST), [(None, 2)]);
    }

    #[test]
    fn a_row_is_the_same_in_an_export_of_another_kind() {
        let csv = "Timestamp,Come? *,Perch\u{e9}?,Email\n2024/03/05 12:00:20 AM CET,Sportello;Telefono,\"uno\ndue\",a@example.org\n\
                   2024/03/05 1:12:33 PM CET,Sportello,,\n";
        let sheet = "Timestamp;Perch\u{e9}?;Come?;Email\n2024-03-05;uno\u{2028}due;\"Sportello, Telefono\";b@example.org\n\
                     2024-03-05 13:12;;Sportello;\n";
        assert_eq!(keys(csv), keys(sheet));
    }

    #[test]
    fn rows_within_a_cell_are_told_and_lines_of_a_text_are_not() {
        let until = |text: &str| {
            let table = read(text);
            table.swallowed_until(&table.rows()[0], Some(0))
        };
        let row = "Timestamp,A,B\n2024/03/05 10:12:33 AM CET,4,";
        assert_eq!(until(&format!("{row}\"uno\n2024/03/05 10:13:33 AM CET,4,due\"\n")), Some(3));
        assert_eq!(until(&format!("{row}\"uno, due\ntre, quattro\n05/03/2024, il giorno\"\n")), None);
    }

    #[test]
    fn cells_beyond_the_headings_are_seen_unless_they_are_empty() {
        let table = read("A;B\n1;2;;\n1;2;3\n");
        assert_eq!(table.rows().iter().map(|row| table.is_too_wide(row)).collect::<Vec<_>>(), [false, true]);
    }
}
