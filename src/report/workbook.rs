//! A document's tables as a spreadsheet: one sheet a table, numbers as numbers, what was typed never as a formula.

use super::document::{Align, Cell, Column, Document, Number, Table};
use crate::language::say;
use chrono::Datelike;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use std::fmt;

/// Excel's limit for the name of a sheet, in characters.
const MOST_NAME: usize = 31;
/// Excel's limit for the text of a cell is 32,767 characters.
const MOST_TEXT: usize = 32_000;
/// The row of a sheet's column headings: above it stand the caption and the notice.
const HEADER_ROW: u32 = 2;

/// Why a workbook could not be made. It is a fault of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkbookError(String);

impl fmt::Display for WorkbookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the workbook could not be made: {}", self.0)
    }
}

impl std::error::Error for WorkbookError {}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

/// The document's tables, and the figures behind its charts, as an XLSX file. The first sheet lists the others.
///
/// # Errors
/// When the document does not fit the format: a fault of the program.
pub fn workbook(document: &Document) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let (year, month, day) = (document.made_on.year(), document.made_on.month(), document.made_on.day());
    let made_on = ExcelDateTime::from_ymd(clamp(year), clamp(month), clamp(day))?;
    let author = document.subtitle.first().cloned().unwrap_or_default();
    workbook.set_properties(
        &DocProperties::new().set_title(cut(&document.title, 255)).set_author(cut(&author, 255)).set_creation_datetime(&made_on),
    );
    let sheets: Vec<(String, &Table)> =
        document.tables().enumerate().map(|(at, table)| (sheet_name(at + 1, &table.caption), table)).collect();
    write_contents(workbook.add_worksheet(), document, &sheets)?;
    for (name, table) in &sheets {
        write_table(workbook.add_worksheet(), name, table, document)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn clamp<Wide, Narrow: TryFrom<Wide> + From<u8>>(number: Wide) -> Narrow {
    Narrow::try_from(number).unwrap_or_else(|_| Narrow::from(1))
}

fn write_contents(sheet: &mut Worksheet, document: &Document, sheets: &[(String, &Table)]) -> Result<(), XlsxError> {
    sheet.set_name(say(&document.language, "report-contents"))?;
    sheet.set_column_width(0, 34)?.set_column_width(1, 90)?;
    sheet.write_string_with_format(0, 0, cut(&document.title, MOST_TEXT), &heading())?;
    let lines = document.notice.iter().chain(&document.subtitle);
    let mut row = 1;
    for line in lines {
        sheet.write_string(row, 0, cut(line, MOST_TEXT))?;
        row += 1;
    }
    row += 1;
    for (name, table) in sheets {
        sheet.write_string(row, 0, name)?.write_string(row, 1, cut(&table.caption, MOST_TEXT))?;
        row += 1;
    }
    Ok(())
}

fn write_table(sheet: &mut Worksheet, name: &str, table: &Table, document: &Document) -> Result<(), XlsxError> {
    sheet.set_name(name)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.write_string_with_format(0, 0, cut(&table.caption, MOST_TEXT), &heading())?;
    if let Some(notice) = &document.notice {
        sheet.write_string_with_format(1, 0, cut(notice, MOST_TEXT), &Format::new().set_bold())?;
    }
    let columns = table.columns();
    for (at, column) in (0u16..).zip(&columns) {
        let right = column.name.is_empty() && table.align.get(column.of) == Some(&Align::Right);
        sheet.set_column_width(at, width_of(table, column))?;
        sheet.write_string_with_format(HEADER_ROW, at, cut(&column.label, MOST_TEXT), &header(right))?;
    }
    let mut at = HEADER_ROW + 1;
    for row in &table.rows {
        for (place, column) in (0u16..).zip(&columns) {
            if let Some(cell) = column.cell(row) {
                write_cell(sheet, at, place, cell)?;
            }
        }
        at += 1;
    }
    for note in &table.notes {
        at += 1;
        sheet.write_string(at, 0, cut(note, MOST_TEXT))?;
    }
    sheet.set_freeze_panes(HEADER_ROW + 1, 1)?.set_repeat_rows(HEADER_ROW, HEADER_ROW)?;
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    let format = if cell.strong { Format::new().set_bold() } else { Format::new() };
    match cell.number {
        Some(number) if number.value().is_finite() => {
            let format = format.set_num_format(written(number));
            sheet.write_number_with_format(row, column, number.value(), &format)?;
        }
        _ => {
            let format = format.set_text_wrap().set_align(FormatAlign::Top);
            sheet.write_string_with_format(row, column, cut(&cell.text, MOST_TEXT), &format)?;
        }
    }
    Ok(())
}

/// Excel shows these with the reader's own separators.
fn written(number: Number) -> &'static str {
    match number {
        Number::Count(_) => "#,##0",
        Number::Share(_) => "0.0%",
        Number::Points(_) => "+0.0;-0.0;0.0",
        Number::Real(_) => "0.00",
    }
}

fn heading() -> Format {
    Format::new().set_bold().set_font_size(14)
}

fn header(right: bool) -> Format {
    let format = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Thin)
        .set_background_color(Color::RGB(0xE6_EF_F8));
    if right { format.set_align(FormatAlign::Right) } else { format }
}

/// As wide as the words ask for; long ones wrap.
fn width_of(table: &Table, column: &Column) -> f64 {
    let cells = table.rows.iter().filter_map(|row| column.cell(row)).map(|cell| cell.text.chars().count());
    let longest = cells.max().unwrap_or(0).clamp(10, 60);
    f64::from(u8::try_from(longest).unwrap_or(60)) + 2.0
}

/// `3 Personale`: a number keeps names apart that are cut to the same beginning.
fn sheet_name(number: usize, caption: &str) -> String {
    let allowed = caption.chars().filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && !c.is_control());
    let whole: String = format!("{number} ").chars().chain(allowed).collect();
    // Excel counts UTF-16 units.
    let mut name = String::new();
    for character in whole.chars() {
        if name.encode_utf16().count() + character.len_utf16() > MOST_NAME {
            break;
        }
        name.push(character);
    }
    name.trim_end().to_owned()
}

fn cut(text: &str, most: usize) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').take(most / 2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use calamine::{Data, Reader, Xlsx};
    use chrono::NaiveDate;
    use std::io::Cursor;

    fn document(caption: &str, rows: Vec<Vec<Cell>>) -> Document {
        let table = Table {
            caption: caption.to_owned(),
            header: vec!["Voce".to_owned(), "Valore".to_owned()],
            align: vec![Align::Left, Align::Right],
            rows,
            notes: vec!["Base: risposte valide".to_owned()],
        };
        Document {
            language: Language::italian(),
            title: "Relazione annuale 2026".to_owned(),
            subtitle: vec!["Provincia di Prova".to_owned()],
            notice: Some("Risposte simulate".to_owned()),
            made_on: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            blocks: vec![super::super::Block::Table(table.clone()), super::super::Block::Table(table)],
        }
    }

    fn read(document: &Document) -> Xlsx<Cursor<Vec<u8>>> {
        calamine::open_workbook_from_rs(Cursor::new(workbook(document).unwrap())).unwrap()
    }

    #[test]
    fn numbers_are_numbers_and_words_are_words() {
        let rows = vec![
            vec![Cell::text("=1+1"), Cell::number("66 %", Number::Share(0.66))],
            vec![Cell::text("@ufficio"), Cell::number("1.234", Number::Count(1234))],
        ];
        let mut book = read(&document("Obiettivi", rows));
        let sheet = book.worksheet_range("1 Obiettivi").unwrap();
        assert_eq!(sheet.get((0, 0)), Some(&Data::String("Obiettivi".to_owned())));
        assert_eq!(sheet.get((1, 0)), Some(&Data::String("Risposte simulate".to_owned())));
        assert_eq!(sheet.get((2, 1)), Some(&Data::String("Valore".to_owned())));
        assert_eq!(sheet.get((3, 0)), Some(&Data::String("=1+1".to_owned())));
        assert_eq!(sheet.get((3, 1)), Some(&Data::Float(0.66)));
        assert_eq!(sheet.get((4, 1)), Some(&Data::Float(1234.0)));
        assert!(book.worksheet_formula("1 Obiettivi").unwrap().is_empty());
    }

    #[test]
    fn words_beside_a_number_stand_in_a_column_of_their_own() {
        let change = Cell::number("+3 non dimostrata", Number::Points(3.0)).with("esito", Cell::text("non dimostrata"));
        let rows = vec![vec![Cell::text("Cortesia"), change], vec![Cell::text("Attesa"), Cell::text("–")]];
        let mut book = read(&document("Voci", rows));
        let sheet = book.worksheet_range("1 Voci").unwrap();
        assert_eq!(sheet.get((2, 2)), Some(&Data::String("Valore: esito".to_owned())));
        assert_eq!(sheet.get((3, 1)), Some(&Data::Float(3.0)));
        assert_eq!(sheet.get((3, 2)), Some(&Data::String("non dimostrata".to_owned())));
        assert!(sheet.get((4, 2)).is_none_or(|cell| *cell == Data::Empty));
    }

    #[test]
    fn sheets_of_the_same_caption_keep_apart() {
        let caption = "Un titolo molto lungo che supera di parecchio / il limite [di Excel]: trentuno?";
        let book = read(&document(caption, Vec::new()));
        let names = book.sheet_names();
        assert_eq!(names.len(), 3);
        assert!(names.iter().all(|name| name.chars().count() <= MOST_NAME));
        assert_ne!(names[1], names[2]);
    }

    #[test]
    fn a_number_that_is_none_is_written_as_it_is_shown() {
        let rows = vec![vec![Cell::text("x"), Cell::number("–", Number::Real(f64::NAN))]];
        let mut book = read(&document("T", rows));
        assert_eq!(book.worksheet_range("1 T").unwrap().get((3, 1)), Some(&Data::String("–".to_owned())));
    }

    #[test]
    fn the_same_document_makes_the_same_file() {
        let document = document("T", vec![vec![Cell::text("a"), Cell::text("\u{1f600}".repeat(40_000))]]);
        assert_eq!(workbook(&document), workbook(&document));
    }
}
