//! Workbooks as offices bring them, read as tables.

use ascolto::sheet::{Brought, NoTable, Reading, Sheet, Written};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

fn made(fill: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook).unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn the_first_visible_sheet_with_anything_in_it_is_read_row_by_row() {
    let bytes = made(|workbook| {
        workbook.add_worksheet();
        workbook.add_worksheet().set_name("Nascosto")?.set_hidden(true).write(0, 0, "segreto")?;
        let people = workbook.add_worksheet().set_name("Utenti")?;
        people.write_row(1, 1, ["E-mail", "Nome", "Nato il"])?;
        people.write_row(2, 1, ["a@example.it", "Rossi; \"Anna\"\ndi Forlì"])?;
        people.write_with_format(2, 3, 29_221.0, &Format::new().set_num_format("dd/mm/yyyy"))?;
        people.write(4, 1, "b@example.it")?.write(4, 2, 7.0)?.write(4, 3, 2.5)?.write(4, 4, true)?;
        workbook.add_worksheet().write(0, 0, "altro")?;
        Ok(())
    });
    let brought = Brought::read(&bytes, &Reading::default()).unwrap();
    assert_eq!(
        brought.written,
        Written::Workbook { sheet: "Utenti".to_owned(), sheets: vec!["Utenti".to_owned(), "Sheet4".to_owned()] }
    );
    let sheet = Sheet::read(brought.text.as_bytes()).unwrap();
    assert_eq!(sheet.header, ["", "E-mail", "Nome", "Nato il"]);
    let rows: Vec<(u64, Vec<String>)> = sheet.rows.into_iter().map(|row| (row.line, row.cells)).collect();
    let row = |line: u64, cells: &[&str]| (line, cells.iter().map(|cell| (*cell).to_owned()).collect());
    assert_eq!(
        rows,
        [
            row(3, &["", "a@example.it", "Rossi; \"Anna\" di Forlì", "1980-01-01"]),
            row(5, &["", "b@example.it", "7", "2.5", "true"]),
        ],
        "the lines are the rows that a spreadsheet program shows",
    );
}

#[test]
fn the_sheet_with_the_answers_is_found_and_lines_within_its_cells_stay() {
    use ascolto::exchange::answers::AnswersTable;
    let bytes = made(|workbook| {
        workbook.add_worksheet().set_name("Riepilogo")?.write_row(0, 0, ["Domanda", "Media"])?.write_row(1, 0, ["Voto", "4"])?;
        let answers = workbook.add_worksheet().set_name("Risposte")?;
        answers.write_row(0, 0, ["Timestamp", "Voto", "Perché?"])?;
        answers.write_row(1, 0, ["2026-03-05 10:12", "4", "uno\ndue"])?.write_row(2, 0, ["2026-03-05 10:13", "5", ""])?;
        Ok(())
    });
    let table = AnswersTable::of_file(&bytes, None).unwrap();
    assert_eq!(table.header(), ["Timestamp", "Voto", "Perché?"]);
    assert_eq!(table.rows()[0].cells[2], "uno\u{2028}due");
    assert_eq!(table.rows().iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3], "the numbers that people see");
    assert_eq!(AnswersTable::of_file(table.text().as_bytes(), None).unwrap(), table, "as it comes back from the page");
}

#[test]
fn a_text_that_many_cells_share_takes_no_memory_for_each() {
    let bytes = made(|workbook| {
        let text = "a".repeat(32_000);
        let sheet = workbook.add_worksheet();
        for column in 0..250 {
            sheet.write(0, column, &text)?;
        }
        Ok(())
    });
    assert_eq!(Brought::read(&bytes, &Reading::default()), Err(NoTable::TooLarge));
    let wide = made(|workbook| {
        workbook.add_worksheet().write_row(0, 0, (0..302).map(|at| format!("Domanda {at}")))?.write_row(1, 0, ["1", "2"])?;
        Ok(())
    });
    let brought = Brought::read(&wide, &Reading::default()).unwrap();
    assert_eq!(Sheet::read(brought.text.as_bytes()).unwrap().header.len(), 302);
}

#[test]
fn a_workbook_that_is_empty_broken_or_would_swell_is_refused() {
    let empty = made(|workbook| {
        workbook.add_worksheet();
        Ok(())
    });
    assert_eq!(Brought::read(&empty, &Reading::default()), Err(NoTable::Empty));
    let corner = made(|workbook| {
        workbook.add_worksheet().write(1_048_575, 16_383, "x")?;
        Ok(())
    });
    assert_eq!(Brought::read(&corner, &Reading::default()), Err(NoTable::TooWide));
    let swelling = made(|workbook| {
        let sheet = workbook.add_worksheet();
        let cell = "a".repeat(32_000);
        for row in 0..4_500 {
            sheet.write(row, 0, format!("{row}{cell}"))?;
        }
        Ok(())
    });
    assert!(swelling.len() < 2_000_000, "{}", swelling.len());
    assert_eq!(Brought::read(&swelling, &Reading::default()), Err(NoTable::TooLarge));
    let whole = made(|workbook| {
        workbook.add_worksheet().write(0, 0, "a@example.it")?;
        Ok(())
    });
    assert_eq!(Brought::read(&whole[..whole.len() / 2], &Reading::default()), Err(NoTable::Broken));
}
