//! What rows answer.

use super::*;
use crate::exchange::{Imported, Reason, read as read_file};
use crate::form::{Form, Kind, Layout, parse};
use crate::response::{RawAnswers, accept};

const FORM: &str = r#"
    code = "desk"
    languages = ["it", "en"]
    title = "Sportello"
    [[scales]]
    code = "five"
    dont_know = { it = "Non saprei", en = "I cannot say" }
    points = [{ value = 1, label = { it = "Per niente", en = "Not at all" } }, { value = 2 },
        { value = 3, satisfied = true, label = { it = "Molto", en = "Very much" } }]
    [[pages]]
    code = "first"
    [[pages.questions]]
    code = "overall"
    kind = "rating"
    role = "overall"
    scale = "five"
    text = "Nel complesso?"
    [[pages.questions]]
    code = "channel"
    kind = "single_choice"
    role = "profile"
    text = "Come è venuto da noi?"
    choices = [{ code = "desk", label = { it = "Allo sportello", en = "At the desk" } }, { code = "phone", label = "Al telefono" }]
    [[pages.questions]]
    code = "needs"
    kind = "multiple_choice"
    role = "need"
    text = "Che cosa le serve?"
    choices = [{ code = "time", label = "Più tempo, anche il sabato" }, { code = "signs", label = "Indicazioni" }, { code = "more", label = "Altro" }]
    [[pages.questions]]
    code = "which"
    kind = "open_text"
    show_if = "needs = more"
    text = "Che cosa?"
    [[pages.questions]]
    code = "age"
    kind = "number"
    role = "profile"
    least = 0
    most = 120
    text = "Quanti anni ha?"
"#;

fn form() -> Form {
    parse("f.toml", FORM).unwrap()
}

/// A table of these headings.
fn headed(headings: &[&str]) -> AnswersTable {
    let quoted: Vec<String> = headings.iter().map(|own| format!("\"{}\"", own.replace('"', "\"\"").replace('\0', ""))).collect();
    AnswersTable::read(&(quoted.join(";") + "\n"), Some(&form())).unwrap()
}

fn read(headings: &[&str], cells: &[&str]) -> RowRead {
    let cells: Vec<String> = cells.iter().map(|own| (*own).to_owned()).collect();
    Reader::new(&form(), &columns(&form(), &headed(headings)), &[]).read(&cells)
}

const ALL: [&str; 4] = ["Nel complesso?", "Come è venuto da noi?", "Che cosa le serve?", "Quanti anni ha?"];

fn pairs(cells: &[&str]) -> Vec<(String, String)> {
    let row = read(&ALL, cells);
    assert_eq!(row.problems, []);
    row.pairs
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(code, value)| ((*code).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn labels_in_any_language_numbers_and_codes_are_answers() {
    let expected = owned(&[("overall", "3"), ("channel", "desk"), ("needs", "time"), ("needs", "signs"), ("age", "45")]);
    assert_eq!(pairs(&["Molto", "Allo sportello", "Più tempo, anche il sabato, Indicazioni", "45"]), expected);
    assert_eq!(pairs(&["very much", "at the DESK", "Più tempo, anche il sabato;Indicazioni;", "45.0"]), expected);
    assert_eq!(pairs(&["3", "desk", "Più tempo, anche il sabato,\nIndicazioni", "45"]), expected);
    assert_eq!(pairs(&["3.0", "1", "time", ""])[..2], expected[..2]);
    assert_eq!(pairs(&["", " ", "", ""]), []);
}

#[test]
fn who_does_not_know_is_understood_where_the_scale_offers_it() {
    for said in ["Non saprei", "i cannot say", "Non so", "Don\u{2019}t know", "Non so / non rispondo"] {
        assert_eq!(pairs(&[said, "", "", ""]), owned(&[("overall", "?")]), "{said}");
    }
    let refused = read(&ALL, &["Non applicabile", "", "", ""]);
    let known = ["1 - Per niente", "2", "3 - Molto", "Non saprei"].map(str::to_owned).to_vec();
    assert_eq!(refused.problems, [(0, CellProblem::UnknownAnswer { said: "Non applicabile".to_owned(), known })]);
}

#[test]
fn other_words_go_to_the_question_that_asks_for_them() {
    let expected = owned(&[("needs", "signs"), ("needs", "more"), ("which", "una rampa, per favore")]);
    assert_eq!(pairs(&["", "", "Indicazioni, una rampa, per favore", ""]), expected);
    let kept = read(&["needs", "which"], &["Indicazioni, una rampa", "Una rampa"]);
    assert_eq!(kept.pairs, owned(&[("needs", "signs"), ("needs", "more"), ("which", "Una rampa")]));
    assert_eq!(kept.words_left_out, 1);
    let refused = read(&ALL, &["", "Con un amico", "", ""]);
    assert!(
        matches!(&refused.problems[..], [(1, CellProblem::UnknownAnswer { said, known })] if said == "Con un amico" && known.len() == 2)
    );
}

#[test]
fn who_answers_in_the_row_what_else_was_meant_is_heard_there_and_nobody_else() {
    let row = |which: &str| read(&["needs", "which"], &["Indicazioni, una rampa", which]);
    assert_eq!((row("").words_left_out, row("").pairs.last().cloned()), (0, Some(("which".to_owned(), "una rampa".to_owned()))));
    assert_eq!((row("Due rampe").words_left_out, row("").others), (1, vec!["una rampa".to_owned()]));
}

#[test]
fn a_point_is_known_with_its_number_before_its_label() {
    for said in ["3 - Molto", "3 (molto)", "3,0", "3. Molto bene", "3 Molto", "3 = tutto"] {
        assert_eq!(pairs(&[said, "", "", ""]), owned(&[("overall", "3")]), "{said}");
    }
    for said in ["3 - Per niente", "9 - Molto", "3/5", "3.5", "3 stelle", "3 -"] {
        assert_eq!(read(&ALL, &[said, "", "", ""]).problems.len(), 1, "{said}");
    }
}

#[test]
fn lines_within_a_cell_of_a_workbook_part_choices_and_stay_in_texts() {
    let expected = owned(&[("needs", "signs"), ("needs", "time"), ("which", "uno\ndue")]);
    assert_eq!(read(&["needs", "which"], &["Indicazioni\u{2028}Più tempo, anche il sabato", "uno\u{2028}due"]).pairs, expected);
}

#[test]
fn columns_of_options_and_columns_that_are_there_twice_are_read_as_such() {
    let row = read(&["needs_time", "needs_signs", "needs_more"], &["1", "0", "NA"]);
    assert_eq!((row.pairs, row.problems), (owned(&[("needs", "time")]), Vec::new()));
    assert_eq!(read(&["needs_time"], &["2"]).problems.len(), 1);
    let said = columns_as_said(&form(), &headed(&["Nel complesso?", "Voto"]), &[None, Some("overall".to_owned())]);
    let row = Reader::new(&form(), &said, &[]).read(&["3".to_owned(), "1".to_owned()]);
    assert_eq!((row.pairs, row.problems), (owned(&[("overall", "3")]), vec![(1, CellProblem::Twice)]));
}

#[test]
fn any_bytes_are_read_or_refused_without_harm() {
    let cells = ["", ";", ",", ";;;", "\u{0}", "[", "]", " [", "é,", "ß;İ", "'", "\u{2019}", "1.", "12) "];
    for one in cells {
        for two in cells {
            drop(read(&[one, two, "Che cosa le serve?", "Nel complesso?"], &[two, one, &format!("{one}{two}"), one]));
            drop(AnswersTable::read(&format!("{one}\n{two}\n"), Some(&form())).map(|table| table.text()));
        }
    }
}

#[test]
fn a_label_that_the_form_has_not_is_told_apart_from_what_somebody_wrote() {
    let table =
        AnswersTable::read("Che cosa le serve?\nPiù sedie\nUna rampa\nPiù sedie\nIndicazioni, più  sedie\n", Some(&form()))
            .unwrap();
    let reader = Reader::new(&form(), &columns(&form(), &table), table.rows());
    let problems: Vec<usize> = table.rows().iter().map(|row| reader.read(&row.cells).problems.len()).collect();
    assert_eq!(problems, [1, 0, 1, 1], "what three people wrote alike was offered to them");
}

const GOOGLE: &[u8] = include_bytes!("../../../tests/fixtures/answers/google.csv");
const MICROSOFT: &[u8] = include_bytes!("../../../tests/fixtures/answers/microsoft.csv");

/// The form that is made of a file, and the kinds of its questions.
fn made(name: &str, bytes: &[u8]) -> (Form, Vec<&'static str>, Vec<Reason>) {
    let Imported { form, reasons } = read_file(name, bytes);
    let form = form.unwrap_or_else(|| panic!("{reasons:?}"));
    let kind = |kind: &Kind| match kind {
        Kind::Rating { .. } => "rating",
        Kind::SingleChoice { .. } => "one",
        Kind::MultipleChoice { .. } => "several",
        Kind::Matrix { .. } => "matrix",
        Kind::Number { .. } => "number",
        Kind::OpenText { .. } => "text",
        Kind::Note => "note",
    };
    let kinds = form.questions().map(|(_, question)| kind(&question.kind)).collect();
    (form, kinds, reasons)
}

/// Every column of the file is known in the form, and every row is accepted by it.
fn fits(form: &Form, text: &str) {
    let table = AnswersTable::read(text, Some(form)).unwrap();
    let columns = columns(form, &table);
    let strange: Vec<&String> = columns
        .iter()
        .zip(table.header())
        .filter(|(own, _)| own.taken_for == TakenFor::Nothing)
        .map(|(_, heading)| heading)
        .collect();
    assert!(strange.is_empty(), "{strange:?}");
    let fields = columns.iter().filter(|own| matches!(own.taken_for, TakenFor::Field(_))).count();
    assert_eq!(fields, targets(form).len());
    let reader = Reader::new(form, &columns, table.rows());
    for row in table.rows() {
        let read = reader.read(&row.cells);
        assert_eq!((read.problems, read.words_left_out), (Vec::new(), 0), "{row:?}");
        accept(form, &Layout::of(form), &RawAnswers::bounded(read.pairs).unwrap()).unwrap();
    }
}

#[test]
fn a_form_of_google_forms_is_made_of_its_answers_and_takes_them() {
    let (form, kinds, reasons) = made("Sportello (risposte).csv", GOOGLE);
    assert_eq!(kinds, ["rating", "matrix", "one", "several", "rating", "number", "text"]);
    assert_eq!(form.title.own(form.fallback()), Some("Sportello (risposte)"));
    let Kind::Matrix { scale, items, .. } = &form.pages[0].questions[1].kind else { panic!("{form:?}") };
    let labels: Vec<&str> =
        form.scale(scale).unwrap().points.iter().map(|point| point.label.get(form.fallback(), form.fallback())).collect();
    assert_eq!((labels.as_slice(), items.len()), (["Per niente", "Poco", "Abbastanza", "Molto"].as_slice(), 2));
    assert!(form.scale(scale).unwrap().dont_know.is_some());
    let Kind::MultipleChoice { choices, .. } = &form.pages[0].questions[3].kind else { panic!("{form:?}") };
    let labels: Vec<&str> = choices.iter().map(|choice| choice.label.get(form.fallback(), form.fallback())).collect();
    assert_eq!(labels, ["Orari più lunghi, anche il sabato", "Moduli online", "Risposte più rapide"]);
    fits(&form, std::str::from_utf8(GOOGLE).unwrap());
    let told = format!("{reasons:?}");
    assert!(told.contains("exchange-answers-personal") && told.contains("exchange-answers-file"), "{told}");
    assert!(!told.contains("example.org") && !crate::form::write(&form).contains("example.org"), "who answered is nowhere");
}

#[test]
fn a_form_of_microsoft_forms_is_made_of_its_answers_and_takes_them() {
    let (form, kinds, _) = made("Desk.csv", MICROSOFT);
    assert_eq!(kinds, ["rating", "rating", "one", "several", "rating", "text", "one", "text"]);
    assert_eq!(form.languages, [crate::text::Language::english()]);
    let scales: Vec<&Kind> = form.questions().take(2).map(|(_, question)| &question.kind).collect();
    assert_eq!(scales[0], scales[1], "both are judged on the scale that they show together");
    fits(&form, std::str::from_utf8(MICROSOFT).unwrap());
}

#[test]
fn a_table_without_a_time_of_sending_is_no_export() {
    for text in ["Nome;Voto\nAnna;3\n", "code = \"a\"\n", "Timestamp\n", ""] {
        assert!(super::form::read("a.csv", text.as_bytes()).is_none(), "{text}");
    }
}
