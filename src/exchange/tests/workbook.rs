//! Workbooks as offices make them.

use super::*;

const HEADING: &str = "type|name|label|appearance|required|relevant";

/// A workbook in Italian with these rows and lists.
fn of(rows: &[&str], choices: &[&str]) -> Imported {
    let rows: Vec<&str> = [HEADING].into_iter().chain(rows.iter().copied()).collect();
    let choices: Vec<&str> = ["list_name|name|label"].into_iter().chain(choices.iter().copied()).collect();
    let settings = ["default_language", "Italiano (it)"];
    read("prova.xlsx", &workbook(&[("survey", &rows), ("choices", &choices), ("settings", &settings)]))
}

const ACCORD: &[&str] =
    &["acc|1|Per niente d'accordo", "acc|2|Poco d'accordo", "acc|3|D'accordo", "acc|4|Molto d'accordo", "sn|si|Sì", "sn|no|No"];

#[test]
fn answers_in_another_order_than_their_values_are_meant_one_by_one() {
    let choices = [
        "v|5|Molto soddisfatto",
        "v|4|Soddisfatto",
        "v|3|Così così",
        "v|2|Insoddisfatto",
        "v|1|Molto insoddisfatto",
        "v|mah|Chissà",
    ];
    let imported = of(&["select_one v|q3|Come?|likert", "text|why|Perché?|||${q3} <= 2"], &choices);
    assert_eq!(conditions(&imported), ["q3 is any of [5, 4]"]);
    assert_eq!(labels(&imported)[0][3..5], ["Insoddisfatto", "Molto insoddisfatto"]);
    // Who wants to say nothing is not on the scale; then names and values agree.
    let choices = [&choices[..5], &["v|nr|Preferisco non rispondere"]].concat();
    let imported = of(&["select_one v|q3|Come?|likert", "text|why|Perché?|||${q3} <= 2"], &choices);
    assert_eq!(conditions(&imported), ["q3 <= 2"]);
    assert_eq!(labels(&imported)[0].len(), 5);
}

#[test]
fn the_end_of_the_interview_ends_no_group() {
    let rows = ["select_one sn|a|A?", "begin group|g|G|||${a} = 'si'", "text|b|B", "end time|fine", "text|c|C", "end group"];
    let imported = of(&rows, ACCORD);
    assert_eq!(told(&imported), ["type-device"]);
    assert_eq!(imported.form.as_ref().unwrap().pages.iter().map(|page| page.questions.len()).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn what_follows_a_group_without_a_name_is_not_in_it() {
    let rows = ["select_one sn|a|A?", "begin group||||| ${a} = 'si'", "text|b|B", "end group", "text|c|Per tutti", "text|d|D"];
    let imported = of(&rows, ACCORD);
    let pages = &imported.form.as_ref().unwrap().pages;
    let shown: Vec<(usize, bool)> = pages.iter().map(|page| (page.questions.len(), page.show_if.is_some())).collect();
    assert_eq!(shown, [(1, false), (1, true), (2, false)]);
}

#[test]
fn choices_in_joined_cells_stay_in_their_list() {
    let imported = of(&["select_one reg|p|Dove?"], &["reg|to|Torino", "|cn|Cuneo", "|at|Asti", "due|x|X"]);
    assert_eq!(told(&imported), ["choice-below"]);
    assert_eq!(labels(&imported), [["Torino", "Cuneo", "Asti"]]);
    assert_eq!(told(&of(&["text|a|A"], &["|cn|Cuneo", "||Nota"])), ["choice-listless"]);
}

#[test]
fn the_question_above_a_grid_is_the_question() {
    let rows = [
        "begin_group|grid|Servizi|field-list",
        "select_one acc|hdr|Quanto è d'accordo?|label",
        "select_one acc|i1|Il personale è cortese|list-nolabel|yes",
        "select_one acc|i2|L'attesa è breve|list-nolabel",
        "end_group",
        "begin_group|grid2||field-list",
        "select_one acc|hdr2|E degli uffici?|label",
        "select_one acc|j1|Pulizia|list-nolabel",
        "text|jc|Altro?",
        "end_group",
    ];
    let imported = of(&rows, ACCORD);
    assert_eq!(told(&imported), ["item-required", "scale-guessed"]);
    assert_eq!(
        texts(&imported),
        [("note", "Servizi"), ("grid", "Quanto è d'accordo?"), ("hdr2", "E degli uffici?"), ("j1", "Pulizia"), ("jc", "Altro?")]
    );
    assert!(matches!(questions(&imported)[2].kind, Kind::Note));
}

#[test]
fn one_of_several_is_not_all_of_them() {
    let imported = of(
        &[
            "select_multiple sn|uso|Che cosa?",
            "text|a|A|||${uso} = 'si'",
            "text|b|B|||selected(${uso}, 'si')",
            "text|c|C|||${uso} != 'si'",
        ],
        ACCORD,
    );
    assert_eq!(told(&imported), ["when-several"]);
    assert_eq!(conditions(&imported), ["uso = si"]);
}

#[test]
fn bounds_that_no_form_can_hold_refuse_no_file() {
    let rows = ["integer|a|A|||", "integer|b|B|||"];
    assert_eq!(told(&of(&rows, &[])), ["bounds"]);
    let heading = "type|name|label|constraint";
    let lines = [heading, "integer|a|A|. >= -4000000000 and . <= 4000000000", "integer|b|B|. >= 5 and . <= 5", "text|c|C"];
    let imported = read("a.xlsx", &workbook(&[("survey", &lines), ("settings", &["default_language", "it"])]));
    assert_eq!(told(&imported), ["bounds-strange"]);
    assert_eq!(questions(&imported).len(), 3);
}

#[test]
fn what_a_row_says_besides_is_told() {
    for (heading, cell, expected) in [
        ("guidance_hint", "Solo maggiorenni", "property"),
        ("constraint message", "Da 18 a 120", "property"),
        ("required_message::Italiano (it)", "Serve", "property"),
        ("parameters", "randomize=true", "property"),
        ("appearance", "search('x')", "property"),
        ("hint", "Sig. ${nome}", "piped"),
        ("hint", "<b>Molto</b> importante", "markup"),
    ] {
        let lines = [format!("type|name|label|{heading}"), format!("text|a|A|{cell}"), "||Solo un testo".to_owned()];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let imported = read("a.xlsx", &workbook(&[("survey", &lines), ("settings", &["default_language", "it"])]));
        let mut expected = vec![expected, "untyped"];
        expected.sort_unstable();
        assert_eq!(told(&imported), expected, "{heading}");
        assert!(!questions(&imported)[0].hint.iter().any(|(_, text)| text.contains('<')));
    }
}

#[test]
fn our_own_workbooks_keep_braces_and_signs_without_a_word() {
    let mut form = parse("a.toml", &catalog::form("faccine").unwrap()).unwrap();
    form.pages[0].questions[0].text.set(Language::italian(), "Costa ${prezzo}, <b>a  <  b</b> e **così**?");
    let again = read("a.xlsx", &write_xlsform(&form).unwrap());
    assert_eq!((again.reasons, again.form), (Vec::new(), Some(form)));
}

#[test]
fn a_title_above_the_headings_hides_nothing() {
    let lines = ["Questionario di gradimento", "", "type|name|label::Italiano (it)", "text|a|Commento"];
    let imported = read("a.xlsx", &workbook(&[("survey", &lines)]));
    assert_eq!(told(&imported), ["heading-below"]);
    assert_eq!(texts(&imported), [("a", "Commento")]);
}

#[test]
fn the_only_language_of_a_file_is_kept_and_a_second_english_is_told() {
    let read = |lines: &[&str]| read("a.xlsx", &workbook(&[("survey", lines)]));
    let imported = read(&["type|name|label::Piemontèis", "text|a|Cerea"]);
    assert_eq!((told(&imported), texts(&imported)), (vec!["language-taken"], vec![("a", "Cerea")]));
    let imported = read(&["type|name|label::English (UK)|label::Português (BR)|label::Deutsch (CH)", "text|a|Hi|Oi|Hallo"]);
    assert_eq!(told(&imported), Vec::<&str>::new());
    let languages = &imported.form.as_ref().unwrap().languages;
    assert_eq!(languages.iter().map(Language::as_str).collect::<Vec<_>>(), ["en", "pt", "de"]);
    let imported = read(&["type|name|label::English (en)|label::English (UK)", "text|a|Hi|Hello"]);
    assert_eq!((told(&imported), texts(&imported)), (vec!["language-twice"], vec![("a", "Hi")]));
    let said = imported_language(&read(&["type|name|label", "text|a|Ciao"]));
    assert!(said.ends_with("taken as Italian."), "{said}");
}

fn imported_language(imported: &Imported) -> String {
    imported.reasons.iter().map(english).collect()
}

#[test]
fn an_item_without_a_text_is_told() {
    let rows = ["begin_group|g|G|table-list", "select_one acc|i1|Uno", "select_one acc|i2", "end_group"];
    assert_eq!(told(&of(&rows, ACCORD)), ["no-label", "scale-guessed"]);
}
