//! What rows answer.

use super::*;
use crate::form::{Form, parse};

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

fn read(headings: &[&str], cells: &[&str]) -> RowRead {
    let header: Vec<String> = headings.iter().map(|own| (*own).to_owned()).collect();
    let cells: Vec<String> = cells.iter().map(|own| (*own).to_owned()).collect();
    Reader::new(&form(), &columns(&form(), &header)).read(&cells)
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
    for said in ["Non saprei", "i cannot say", "Non so", "Don\u{2019}t know"] {
        assert_eq!(pairs(&[said, "", "", ""]), owned(&[("overall", "?")]), "{said}");
    }
    let refused = read(&ALL, &["Non applicabile", "", "", ""]);
    let known = ["Per niente", "2", "Molto", "Non saprei"].map(str::to_owned).to_vec();
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
fn columns_of_options_and_columns_that_are_there_twice_are_read_as_such() {
    let row = read(&["needs_time", "needs_signs", "needs_more"], &["1", "0", "NA"]);
    assert_eq!((row.pairs, row.problems), (owned(&[("needs", "time")]), Vec::new()));
    assert_eq!(read(&["needs_time"], &["2"]).problems.len(), 1);
    let header = ["Nel complesso?", "Voto"].map(str::to_owned);
    let said = columns_as_said(&form(), &header, &[None, Some("overall".to_owned())]);
    let row = Reader::new(&form(), &said).read(&["3".to_owned(), "1".to_owned()]);
    assert_eq!((row.pairs, row.problems), (owned(&[("overall", "3")]), vec![(1, CellProblem::Twice)]));
}

#[test]
fn any_bytes_are_read_or_refused_without_harm() {
    let cells = ["", ";", ",", ";;;", "\u{0}", "[", "]", " [", "é,", "ß;İ", "'", "\u{2019}", "1.", "12) "];
    for one in cells {
        for two in cells {
            drop(read(&[one, two, "Che cosa le serve?", "Nel complesso?"], &[two, one, &format!("{one}{two}"), one]));
            drop(AnswersTable::read(&format!("{one}\n{two}\n")).map(|table| table.text()));
        }
    }
}
