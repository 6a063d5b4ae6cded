//! The rows that were not taken, as a file to mend.

use super::RefusedRow;
use crate::exchange::answers::AnswersTable;
use crate::flows::words::row_problem_in_words;
use crate::language::say_with;
use crate::sheet::{LINE_IN_CELL, Sheet, SheetRow};
use crate::text::Language;
use std::collections::HashMap;

/// The reasons of a row in one line, with the line of the file.
pub fn reasons_in_words(language: &Language, row: &RefusedRow) -> String {
    let problem = |(column, problem): &(String, _)| {
        let words = row_problem_in_words(language, problem);
        if column.is_empty() { words } else { format!("{column}: {words}") }
    };
    let reasons = row.problems.iter().map(problem).collect::<Vec<_>>().join("; ");
    say_with(language, "import-line", &[("line", row.line.to_string().into()), ("reasons", reasons.into())])
}

/// The rows as they were, with a last column of reasons that a later import leaves out; with the mark by which Excel knows UTF-8.
pub fn refused_rows<'r>(language: &Language, sheet: &Sheet, refused: impl Iterator<Item = &'r RefusedRow>) -> String {
    let reasons = AnswersTable::REASONS;
    // Rows that were refused before bring their reasons: those are replaced.
    let width = sheet.column(reasons).filter(|column| column + 1 == sheet.header.len()).unwrap_or(sheet.header.len());
    let mut writer = csv::WriterBuilder::new().delimiter(sheet.delimiter as u8).flexible(true).from_writer(Vec::new());
    // Cells beyond the headings are what is to be mended.
    let extra = sheet.header.len();
    let mut write = |cells: &[String], last: &str| {
        let own = cells.iter().enumerate().filter(|(at, cell)| *at < width || (*at >= extra && !cell.trim().is_empty()));
        let own: Vec<String> = own.map(|(_, cell)| cell.replace(LINE_IN_CELL, "\n")).collect();
        let written = writer.write_record(own.iter().map(String::as_str).chain([last]));
        written.expect("what is written to memory is written");
    };
    write(&sheet.header, reasons);
    let by_line: HashMap<u64, &SheetRow> = sheet.rows.iter().map(|own| (own.line, own)).collect();
    for row in refused {
        if let Some(own) = by_line.get(&row.line) {
            write(&own.cells, &reasons_in_words(language, row));
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}
