//! What comes of whole files.

use super::*;
use crate::corpora::corpora;
use crate::fault::Said;
use crate::flows::words::said_in_words;
use crate::form::{Kind, Role, catalog, parse, write, write_condition};
use crate::text::Language;
use rust_xlsxwriter::Workbook;
use std::io::{Cursor, Write};
use std::path::PathBuf;

mod limesurvey;
mod limits;
mod surveyjs;
mod workbook;

/// What a reason says in English; in the other languages it says something too, and no value is missing.
fn english(reason: &Reason) -> String {
    let Reason::NotCarried { message, hint, .. } = reason else { panic!("{reason:?}") };
    let sentence = |said: &Said| {
        for language in crate::language::complete() {
            let words = said_in_words(language, said);
            assert!(words != said.key && !words.contains("{$"), "{language}: {said:?}");
        }
        said_in_words(&Language::english(), said)
    };
    assert!(!sentence(hint).is_empty());
    sentence(message)
}

/// The row of each reason, and its key without what all have.
fn keys(reasons: &[Reason]) -> Vec<(u32, &'static str)> {
    let key = |reason: &Reason| match reason {
        Reason::NotCarried { place: Place::Row { row, .. }, message, .. } => (*row, message.key),
        Reason::NotCarried { message, .. } => (0, message.key),
        Reason::Fault(fault) => (0, fault.message.key),
    };
    reasons.iter().map(key).map(|(row, key)| (row, key.trim_start_matches("exchange-"))).collect()
}

/// What is told, each once and in the order of the alphabet.
fn told(imported: &Imported) -> Vec<&'static str> {
    imported.reasons.iter().for_each(|reason| drop(english(reason)));
    let all: std::collections::BTreeSet<&str> = keys(&imported.reasons).into_iter().map(|(_, key)| key).collect();
    all.into_iter().collect()
}

fn questions(imported: &Imported) -> Vec<&crate::form::Question> {
    imported.form.iter().flat_map(|form| form.questions().map(|(_, own)| own)).collect()
}

/// The first text of anything.
fn first(texts: &crate::text::Texts) -> &str {
    texts.iter().next().map_or("", |(_, text)| text)
}

/// Each question's code and text.
fn texts(imported: &Imported) -> Vec<(&str, &str)> {
    questions(imported).into_iter().map(|own| (own.code.as_str(), first(&own.text))).collect()
}

/// What each question's choices or points are called.
fn labels(imported: &Imported) -> Vec<Vec<&str>> {
    let mut all = Vec::new();
    for own in questions(imported) {
        all.push(match &own.kind {
            Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => {
                choices.iter().map(|own| first(&own.label)).collect()
            }
            Kind::Rating { scale } => {
                let scale = imported.form.as_ref().and_then(|form| form.scale(scale));
                scale.into_iter().flat_map(|own| &own.points).map(|own| first(&own.label)).collect()
            }
            _ => Vec::new(),
        });
    }
    all
}

/// A workbook of these sheets; `|` stands between cells, and the first line is the heading.
fn workbook(sheets: &[(&str, &[&str])]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, lines) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, line) in (0..).zip(*lines) {
            for (column, cell) in (0..).zip(line.split('|')).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

const CHOICES: (&str, &[&str]) = (
    "choices",
    &[
        "list_name|name|label::Italiano (it)",
        "yes_no|yes|Sì",
        "yes_no|no|No",
        "five|1|Per niente soddisfatto",
        "five|2|Poco",
        "five|3|Così così",
        "five|4|Abbastanza",
        "five|5|Molto soddisfatto",
        "five|dk|Non so",
    ],
);

fn survey(lines: &[&str]) -> Imported {
    let heading = "type|name|label::Italiano (it)|required|relevant|constraint|appearance";
    let lines: Vec<&str> = [heading].into_iter().chain(lines.iter().copied()).collect();
    read("prova.xlsx", &workbook(&[("survey", &lines), CHOICES]))
}

fn conditions(imported: &Imported) -> Vec<String> {
    let form = imported.form.as_ref().expect("it is a form");
    let all = form.pages.iter().flat_map(|page| [&page.show_if].into_iter().chain(page.questions.iter().map(|own| &own.show_if)));
    all.flatten().map(write_condition).collect()
}

#[test]
fn a_workbook_that_was_written_is_read_as_it_was() {
    let documented = include_str!("../form/file/mod.rs").lines().take_while(|line| line.starts_with("//!"));
    let text: Vec<&str> = documented.map(|line| line[3..].trim_start_matches(' ')).collect();
    let example = text.join("\n").split("```").nth(1).unwrap().trim_start_matches("toml").to_owned();
    let shipped = catalog::forms().into_iter().map(|name| catalog::form(&name).unwrap().into_owned());
    for source in shipped.chain([example, ROUTED.to_owned()]) {
        let form = parse("a.toml", &source).unwrap_or_else(|faults| panic!("{faults:?}"));
        let again = read("a.xlsx", &write_xlsform(&form).unwrap());
        assert_eq!(again.reasons, []);
        let again = again.form.expect("it is a form");
        assert!(again == form, "{}\n{}", write(&form), write(&again));
    }
}

/// A page named like a question, a list like a scale, and every way to compare.
const ROUTED: &str = r#"
code = "routed"
languages = ["de", "it"]
title = { de = "T", it = "Due\nrighe" }
minutes = 9
factors = [{ code = "staff", label = "P" }]
[[scales]]
code = "used"
polarity = "lower_is_better"
points = [{ value = 0, label = "0" }, { value = 3, symbol = "star", neutral = true }, { value = 7, satisfied = true, label = "A" }]
not_applicable = "-"
[[pages]]
code = "overall"
title = "S"
[[pages.questions]]
code = "overall"
kind = "rating"
role = "expectation"
scale = "used"
required = true
text = { de = "T", it = "I" }
[[pages.questions]]
code = "used"
kind = "multiple_choice"
role = "filter"
at_most = 2
text = "T"
choices = [{ code = "a", label = "A" }, { code = "b", label = "B" }, { code = "none", label = "N", exclusive = true }]
[[pages.questions]]
code = "sex"
kind = "single_choice"
role = "need"
text = "T"
choices = [{ code = "a", value = 2, label = "A" }, { code = "b", value = 1, label = "B" }]
[[pages.questions]]
code = "age"
kind = "number"
role = "expectation"
least = -5
most = 99
text = "T"
[[pages.questions]]
code = "block"
kind = "matrix"
role = "satisfaction"
factor = "staff"
scale = "used"
importance = "used"
required = true
show_if = "age >= 18 and (sex = a or used is answered)"
hint = "H"
text = "T"
items = [{ code = "i", text = "I", factor = "staff" }, { code = "j", text = "J" }]
[[pages]]
code = "two"
show_if = "overall != 3 and not used = a or used is any of [a, b] or i is answered and i_importance is any of [0, 7]"
[[pages.questions]]
code = "why"
kind = "open_text"
role = "need"
most_characters = 77
show_if = "sex != a and (sex is answered and not sex = b) and used != none and not (age < 3 or age != 4 or sex is any of [a])"
text = "T"
[[pages.questions]]
code = "end"
kind = "note"
text = "T"
"#;

#[test]
fn every_workbook_of_the_corpus_ends_in_a_form_or_in_reasons() {
    let Some(folder) = corpora().map(|folder| folder.join("xlsform-pyxform/tests")) else { return };
    let folders = ["bug_example_xls", "example_xls"].map(|name| folder.join(name));
    let listed = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    let mut files: Vec<PathBuf> = listed.collect();
    files.sort();
    let mut carried = Vec::new();
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let Imported { form, reasons } = read(&name, &std::fs::read(&path).unwrap());
        assert!(form.is_some() || !reasons.is_empty(), "{name}");
        reasons.iter().filter(|reason| !matches!(reason, Reason::Fault(_))).for_each(|reason| drop(english(reason)));
        if let Some(form) = form {
            assert_eq!(parse("again.toml", &write(&form)).as_ref(), Ok(&form), "{name}");
            let again = read("again.xlsx", &write_xlsform(&form).unwrap());
            assert!(again.form.as_ref() == Some(&form), "{name}: {:?}\n{}", again.reasons, write(&form));
            carried.push((name, form.questions().count(), form.questions().filter(|(_, own)| own.show_if.is_some()).count()));
        }
    }
    let carried: Vec<(&str, usize, usize)> =
        carried.iter().map(|(name, asked, routed)| (name.as_str(), *asked, *routed)).collect();
    assert_eq!(carried, CARRIED);
}

/// Each workbook that becomes a form, with its questions and how many of them have a condition of their own.
const CARRIED: &[(&str, usize, usize)] = &[
    ("UCL_Biomass_Plot_Form.xlsx", 46, 2),
    ("badly_named_choices_sheet.xls", 3, 1),
    ("blank_second_row.xls", 1, 0),
    ("calculate_without_calculation.xls", 14, 0),
    ("spaces_in_choices_header.xls", 2, 0),
    ("xl_date_ambiguous.xlsx", 4, 0),
    ("xl_date_ambiguous_v1.xlsx", 5, 0),
    ("allow_comment_rows_test.xls", 1, 0),
    ("case_insensitivity.xls", 1, 0),
    ("extra_columns.xlsx", 1, 0),
    ("flat_xlsform_test.xlsx", 35, 0),
    ("group.xls", 3, 0),
    ("group.xlsx", 3, 0),
    ("include.xls", 1, 0),
    ("loop.xls", 3, 1),
    ("style_settings.xls", 2, 0),
    ("survey_no_name.xlsx", 1, 0),
    ("table-list.xls", 4, 0),
    ("text_and_integer.xlsx", 2, 0),
    ("widgets.xls", 25, 0),
    ("xlsform_spec_test.xlsx", 35, 0),
    ("xml_escaping.xls", 1, 0),
    ("yes_or_no_question.xls", 1, 0),
    ("yes_or_no_question.xlsx", 1, 0),
];

#[test]
fn an_old_workbook_cut_or_broken_anywhere_is_a_form_or_refused() {
    let Some(folder) = corpora().map(|folder| folder.join("xlsform-pyxform/tests/example_xls")) else { return };
    let good = std::fs::read(folder.join("table-list.xls")).unwrap();
    for at in (0..good.len()).step_by(61) {
        let mut bent = good.clone();
        bent[at] ^= 0x55;
        for bytes in [&good[..at], &bent] {
            let Imported { form, reasons } = read("a.xls", bytes);
            assert!(form.is_some() || !reasons.is_empty());
        }
    }
}

#[test]
fn each_type_becomes_the_kind_that_it_is_like() {
    let imported = survey(&[
        "select_one five|overall|Nel complesso, quanto è soddisfatto?|yes",
        "select_one yes_no|used|Ha usato il sito?",
        "select_multiple yes_no or_other|why|Perché?|||count-selected(.) <= 2",
        "integer|age|Quanti anni ha?|||. >= 18 and . < 100",
        "begin_group|desk|Lo sportello||${used} = 'yes'",
        "text|words|Altro?|||string-length(.) <= 250",
        "begin_group|block|Il personale||||table-list",
        "select_one five|courtesy|Cortesia",
        "select_one five|speed|Rapidità",
        "end_group",
        "note|end|Grazie",
        "end_group",
    ]);
    assert_eq!(keys(&imported.reasons), [(4, "scale-guessed")]);
    let form = imported.form.as_ref().unwrap();
    let kinds: Vec<(&str, Role, &Kind)> = form.questions().map(|(_, own)| (own.code.as_str(), own.role, &own.kind)).collect();
    assert!(matches!(kinds[0], ("overall", Role::Overall, Kind::Rating { .. })));
    assert!(matches!(kinds[1], ("used", Role::Filter, Kind::SingleChoice { choices }) if choices.len() == 2));
    assert!(matches!(kinds[2], ("why", Role::Filter, Kind::MultipleChoice { choices, at_most: Some(2) }) if choices.len() == 3));
    assert!(matches!(kinds[3], ("why_words", Role::Comment, Kind::OpenText { most_characters: 200 })), "{kinds:?}");
    assert!(matches!(kinds[4], ("age", Role::Profile, Kind::Number { least: 18, most: 99 })));
    assert!(matches!(kinds[5], ("words", Role::Comment, Kind::OpenText { most_characters: 250 })));
    assert!(matches!(kinds[6], ("block", Role::Satisfaction, Kind::Matrix { items, .. }) if items.len() == 2));
    assert!(matches!(kinds[7], ("end", Role::Comment, Kind::Note)));
    assert_eq!(conditions(&imported), ["why = other", "used = yes"]);
    let required: Vec<&str> = form.questions().filter(|(_, own)| own.required).map(|(_, own)| own.code.as_str()).collect();
    assert_eq!(required, ["overall"]);
    let five = &form.scales[0];
    assert_eq!(five.points.iter().map(|point| point.satisfied).collect::<Vec<_>>(), [false, false, false, true, true]);
    assert!(five.points[2].neutral && five.dont_know.is_some());
}

#[test]
fn conditions_that_cannot_be_kept_are_told_with_their_row() {
    let imported = survey(&[
        "select_one yes_no|a|A?||${b} = 'yes'",
        "select_one yes_no|b|B?||${a} = 'yes'",
        "select_one yes_no|c|C?||${c} = 'yes'",
        "select_one yes_no|d|D?||${e} = 'yes'",
        "text|e|E?||${nobody} = 'yes'",
        "text|f|F?||${e} = 'yes'",
        "text|g|G?||${a} = 'perhaps'",
        "text|h|H?||pulldata('a', 'b', 'c', ${a}) = 1",
        "geopoint|i|I?",
        "text|j|J?||${i} != ''",
        "text|k|K?||${b} != 'yes' and count-selected(${a}) > 0",
        "text|a|A again?||true()",
    ]);
    let expected = [
        (2, "when-circular"),
        (4, "when-circular"),
        (5, "when-later"),
        (6, "when-unknown"),
        (7, "when-text"),
        (8, "when-value"),
        (9, "when-unreadable"),
        (10, "type-place"),
        (11, "when-dropped"),
        (13, "name-twice"),
    ];
    assert_eq!(keys(&imported.reasons), expected);
    assert_eq!(conditions(&imported), ["a = yes", "not b = yes and a is answered"]);
    let last = imported.form.as_ref().unwrap().questions().last().map(|(_, own)| own.code.to_string());
    assert_eq!(last.as_deref(), Some("a_2"));
}

#[test]
fn a_file_that_is_none_is_refused_with_the_way_out() {
    let bomb = zipped("xl/worksheets/sheet1.xml", &vec![b' '; 129 * 1_024 * 1_024]);
    let good = workbook(&[("survey", &["type|name|label", "text|a|A"])]);
    assert!(read("a.xlsx", &good).form.is_some());
    let no_survey = workbook(&[("one", &["type|name|label"]), ("two", &["a"])]);
    for (bytes, expected) in [
        (b"".to_vec(), "empty"),
        (b" \n".to_vec(), "empty"),
        (b"PK\x03\x04 and then nothing".to_vec(), "workbook-broken"),
        (zipped("hello.txt", b"hello"), "workbook-broken"),
        (bomb, "workbook-large"),
        (crate::sheet::COMPOUND.to_vec(), "old-workbook"),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "unknown"),
        (b"<html>".to_vec(), "unknown"),
        (no_survey, "no-survey"),
        (workbook(&[("survey", &["type|name|label", "start|a|", "note|b|B"])]), "language-unsaid"),
        (workbook(&[("survey", &["question|answer"])]), "no-survey"),
    ] {
        let Imported { form, reasons } = read("a.xlsx", &bytes);
        assert_eq!((form, keys(&reasons)[0].1), (None, expected));
        reasons.iter().for_each(|reason| drop(english(reason)));
    }
}

fn zipped(name: &str, content: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(content).unwrap();
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_cut_or_broken_anywhere_is_refused() {
    let form = parse("a.toml", &catalog::form("faccine").unwrap()).unwrap();
    let good = write_xlsform(&form).unwrap();
    for at in (0..good.len()).step_by(97) {
        assert_eq!(read("a.xlsx", &good[..at]).form, None);
        let mut bent = good.clone();
        bent[at] ^= 0x55;
        let Imported { form, reasons } = read("a.xlsx", &bent);
        assert!(form.is_some() || !reasons.is_empty());
    }
}

#[test]
fn toml_and_json_are_told_by_what_is_in_them() {
    let form = parse("a.toml", &catalog::form("faccine").unwrap()).unwrap();
    for text in [write(&form), json::write(&form), format!("\u{feff}{}", json::write(&form))] {
        assert_eq!(read("whatever", text.as_bytes()), Imported { form: Some(form.clone()), reasons: Vec::new() });
    }
    assert!(matches!(read("a.json", b"{ \"code\": 5 }").reasons.as_slice(), [Reason::Fault(_), ..]));
    let fault = |name: &str, text: &[u8]| match read(name, text).reasons.as_slice() {
        [Reason::Fault(fault), ..] => fault.message.key,
        [Reason::NotCarried { message, .. }, ..] => message.key,
        [] => "",
    };
    assert_eq!(fault("lista.json", b"[{\"type\":\"text\"}]"), "fault-json-object");
    assert_eq!(fault("a.json", b"nothing"), "fault-json");
    assert_ne!(fault("a.toml", b"[[pages]]\ncode = 5"), "fault-json");
    // What only begins like a workbook, or is only called one.
    assert_eq!(fault("pk.csv", b"PK,Nome\n1,a\n"), "exchange-unknown");
    assert_eq!(fault("testo.xlsx", b"Cara signora"), "exchange-unknown");
}

#[test]
fn strange_names_become_codes_that_are_each_once() {
    let imported = survey(&[
        "select_multiple yes_no|Città preferita?|A",
        "text|Città_preferita|B",
        "text|2|C",
        "text|not|D",
        "text|日本|E",
        "select_multiple yes_no|a_very_long_name_that_no_code_could_ever_have_as_it_is|F",
    ]);
    let form = imported.form.unwrap();
    let codes: Vec<&str> = form.questions().map(|(_, own)| own.code.as_str()).collect();
    assert_eq!(
        codes,
        ["citta_preferita", "citta_preferita_2", "q_2", "not_2", "question", "a_very_long_name_that_no_code_could"]
    );
}
