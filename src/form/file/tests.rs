//! What a form file says, and where each of its mistakes is shown.

use super::*;
use crate::flows::words::english;
use crate::form::{Kind, Role};

const GOOD: &str = r#"code = "desk"
languages = ["it", "en"]
title = { it = "Sportello", en = "Desk" }
factors = [{ code = "staff", label = { it = "Personale", en = "Staff" } }]

[[scales]]
code = "five"
points = [{ value = 1, label = { it = "No", en = "No" } }, { value = 5, satisfied = true, label = { it = "Sì", en = "Yes" } }]
dont_know = { it = "Non so", en = "Don't know" }

[[pages]]
code = "first"

[[pages.questions]]
code = "overall"
kind = "rating"
role = "overall"
scale = "five"
text = { it = "Nel complesso?", en = "Overall?" }

[[pages.questions]]
code = "people"
kind = "matrix"
role = "satisfaction"
factor = "staff"
scale = "five"
text.it = "Personale?"
text.en = "Staff?"

[[pages.questions.items]]
code = "courtesy"
text = { it = "Cortesia", en = "Courtesy" }

[[pages.questions]]
code = "reasons"
kind = "multiple_choice"
role = "need"
show_if = "overall = 1"
at_most = 1
text = { it = "Perché?", en = "Why?" }
choices = [{ code = "queue", label = { it = "Coda", en = "Queue" } }, { code = "other", label = { it = "Altro", en = "Other" } }]

[[pages]]
code = "second"
show_if = "reasons is answered"

[[pages.questions]]
code = "age"
kind = "number"
role = "profile"
least = 0
most = 120
text = { it = "Età", en = "Age" }

[[pages.questions]]
code = "gender"
kind = "single_choice"
role = "profile"
text = { it = "Genere", en = "Gender" }
choices = [{ code = "man", value = 0, label = { it = "Uomo", en = "Man" } }, { code = "woman", label = { it = "Donna", en = "Woman" } }]

[[pages.questions]]
code = "words"
kind = "open_text"
text = { it = "Altro?", en = "Anything else?" }
"#;

/// The message and what stands above the carets, for every fault of a text.
fn marked(text: &str) -> Vec<(String, String)> {
    let marked = |fault: &Fault| fault.source.chars().skip(fault.column - 1).take(fault.width).collect();
    parse("f.toml", text).unwrap_err().iter().map(|fault| (english(fault).0, marked(fault))).collect()
}

/// The same for the good file with one passage replaced.
fn faults(from: &str, to: &str) -> Vec<(String, String)> {
    assert!(GOOD.contains(from), "{from}");
    marked(&GOOD.replacen(from, to, 1))
}

fn one(message: &str, marked: &str) -> Vec<(String, String)> {
    vec![(message.to_owned(), marked.to_owned())]
}

#[test]
fn the_example_in_the_documentation_is_a_form_without_fault() {
    let lines = include_str!("mod.rs").lines().take_while(|line| line.starts_with("//!"));
    let text: Vec<&str> = lines.map(|line| line[3..].trim_start_matches(' ')).collect();
    let example = text.join("\n").split("```").nth(1).unwrap().trim_start_matches("toml").to_owned();
    let reading = read("form.toml", &example);
    assert_eq!(reading.faults, []);
    let kinds: Vec<Kind> = reading.form.unwrap().questions().map(|(_, question)| question.kind.clone()).collect();
    assert_eq!(kinds.len(), 7, "one of each kind");
}

#[test]
fn a_good_file_is_a_form_without_fault_or_warning() {
    let reading = read("f.toml", GOOD);
    assert_eq!(reading.faults, []);
    let form = reading.form.unwrap();
    assert_eq!(form.questions().count(), 6);
    let question = form.questions().find(|(_, question)| question.code.as_str() == "people").unwrap().1;
    assert_eq!((question.role, question.text.iter().count()), (Role::Satisfaction, 2));
    let Kind::SingleChoice { choices } = &form.pages[1].questions[1].kind else { panic!("not a choice") };
    assert_eq!(choices.iter().map(|choice| choice.value).collect::<Vec<_>>(), [0, 2]);
    assert!(form.pages[0].questions[2].show_if.is_some() && form.pages[1].show_if.is_some());
}

#[test]
fn broken_toml_is_a_fault_with_a_caret() {
    let faults = parse("f.toml", "code = \"x\ntitle = 5").unwrap_err();
    assert_eq!((faults[0].line, faults[0].source.as_str()), (1, "code = \"x"));
    let (message, hint) = english(&faults[0]);
    assert!(message.starts_with("This is not TOML: ") && !hint.is_empty(), "{message}");
    let faults = parse("f.toml", "code = \"x\"\ncode = \"y\"").unwrap_err();
    assert_eq!((faults[0].line, faults[0].column, faults[0].width), (2, 1, 4));
    let faults = parse("f.toml", "a = 'è'\nb = [1,\n= 3\nc = \"").unwrap_err();
    assert!(faults.len() >= 2, "every line that is broken: {faults:?}");
}

#[test]
fn what_is_missing_is_said_at_the_place_where_it_belongs() {
    assert_eq!(faults("code = \"desk\"\n", "")[0].0, "This form has no `code`.");
    assert_eq!(faults("title = {", "thanks = {"), one("This form has no `title`.", "code = \"desk\""));
    assert_eq!(
        faults("kind = \"rating\"\n", "")[0],
        ("This question has no `kind`.".to_owned(), "[[pages.questions]]".to_owned())
    );
    assert_eq!(faults("role = \"overall\"\n", ""), one("This question has no `role`.", "[[pages.questions]]"));
    assert_eq!(
        faults("scale = \"five\"\n", "")[0],
        ("This question has no `scale`.".to_owned(), "[[pages.questions]]".to_owned())
    );
    assert_eq!(faults("most = 120\n", ""), one("This question has no `most`.", "[[pages.questions]]"));
    assert_eq!(faults("{ value = 1, label", "{ label")[0].0, "This point has no `value`.");
    let bare = "code = \"f\"\nlanguages = [\"it\"]\ntitle = \"T\"\n";
    assert_eq!(marked(bare), one("This form has no `pages`.", "code = \"f\""));
    assert_eq!(marked(&format!("{bare}[[pages]]\ncode = \"p\"\n")), one("This page has no `questions`.", "[[pages]]"));
    assert_eq!(marked(&format!("{bare}pages = []\n")), one("This form has no `pages`.", "code = \"f\""));
    let empty = format!("{bare}[[pages]]\ncode = \"p\"\nquestions = []\n");
    assert_eq!(marked(&empty), one("This page has no `questions`.", "[[pages]]"));
}

#[test]
fn what_is_not_known_is_marked_and_the_nearest_name_is_offered() {
    assert_eq!(faults("at_most", "at_mosst"), one("This question cannot have `at_mosst`.", "at_mosst"));
    let hint = |text: &str| english(&parse("f.toml", text).unwrap_err()[0]).1;
    assert_eq!(hint(&GOOD.replacen("at_most", "at_mosst", 1)), "Did you mean `at_most`?");
    assert_eq!(
        faults("scale = \"five\"", "scale = \"fife\"")[0],
        ("There is no scale `fife`.".to_owned(), "\"fife\"".to_owned())
    );
    assert_eq!(faults("factor = \"staff\"", "factor = \"stuff\""), one("There is no factor `stuff`.", "\"stuff\""));
    assert_eq!(faults("\"rating\"", "\"ratings\""), one("`kind` cannot be `ratings`.", "\"ratings\""));
    assert_eq!(faults("role = \"need\"", "role = \"needs\""), one("`role` cannot be `needs`.", "\"needs\""));
    assert_eq!(faults("en = \"Desk\"", "fr = \"Bureau\""), one("`fr` is not a language of this file.", "fr"));
    let not_satisfied = "points = [{ value = 1, label = { it = \"No\", en = \"No\" }, colour = 3 }";
    assert_eq!(faults("points = [{ value = 1, label = { it = \"No\", en = \"No\" } }", not_satisfied)[0].1, "colour");
}

#[test]
fn what_has_the_wrong_shape_is_marked() {
    assert_eq!(faults("code = \"desk\"", "code = \"Desk\""), one("`Desk` is not a code.", "\"Desk\""));
    assert_eq!(faults("code = \"desk\"", "code = 5")[0].1, "5");
    assert_eq!(
        faults("[\"it\", \"en\"]", "[\"it\", \"EN\"]"),
        one("`EN` is not a language.", "\"EN\""),
        "and no text is foreign"
    );
    assert_eq!(faults("[\"it\", \"en\"]", "[\"it\", 5]").len(), 1);
    assert_eq!(faults("[\"it\", \"en\"]", "[\"it\", \"en\", \"it\"]"), one("`it` stands twice.", "\"it\""));
    assert_eq!(faults("[\"it\", \"en\"]", "[]")[0], ("There is no language.".to_owned(), "[]".to_owned()));
    assert_eq!(faults("at_most = 1", "at_most = 3"), one("`at_most` cannot be 3.", "3"));
    assert_eq!(faults("most = 120", "most = 0"), one("0 is not a fit end of a range that begins at 0.", "0"));
    assert_eq!(faults("least = 0", "least = 0.5")[0].1, "0.5");
    assert_eq!(faults("satisfied = true", "satisfied = \"yes\"")[0].1, "\"yes\"");
    assert_eq!(faults("it = \"Cortesia\"", "it = \" \""), one("This text is empty.", "\" \""));
    let fallback = "`text` has no text in `it`, the language that stands in for the others.";
    assert_eq!(faults("it = \"Cortesia\", ", ""), one(fallback, "{ en = \"Courtesy\" }"));
    assert_eq!(faults("title = {", "minutes = 0\ntitle = {")[0].1, "0");
}

#[test]
fn what_stands_twice_is_marked_where_it_comes_second() {
    assert_eq!(faults("code = \"age\"", "code = \"courtesy\""), one("`courtesy` is the code of another answer.", "\"courtesy\""));
    assert_eq!(
        faults("code = \"age\"", "code = \"reasons_queue\""),
        one("`reasons_queue` is the code of another answer.", "\"reasons_queue\"")
    );
    assert_eq!(faults("code = \"second\"", "code = \"first\""), one("There are two pages `first`.", "\"first\""));
    assert_eq!(
        faults("code = \"other\"", "code = \"queue\"")[0],
        ("There are two choices `queue` here.".to_owned(), "\"queue\"".to_owned())
    );
    assert_eq!(faults("value = 0, label", "value = 2, label")[0].0, "Two choices would be stored as 2.");
    let scale = &GOOD[GOOD.find("[[scales]]").unwrap()..GOOD.find("[[pages]]").unwrap()];
    assert_eq!(faults("[[scales]]", &format!("{scale}[[scales]]")), one("There are two scales `five`.", "\"five\""));
    let factor = "{ code = \"staff\", label = { it = \"Personale\", en = \"Staff\" } }";
    assert_eq!(faults(factor, &format!("{factor}, {factor}")), one("There are two factors `staff`.", "\"staff\""));
}

#[test]
fn a_scale_rises_and_has_two_points() {
    let message = "1 does not come after the value of the point before.";
    assert_eq!(faults("value = 5", "value = 1")[0], (message.to_owned(), "1".to_owned()));
    let points = GOOD.lines().find(|line| line.starts_with("points")).unwrap();
    assert_eq!(
        faults(points, "points = [{ value = 1 }]")[0],
        ("A scale has at least two points.".to_owned(), "[{ value = 1 }]".to_owned())
    );
    assert_eq!(faults(points, "")[0], ("A scale has at least two points.".to_owned(), "[[scales]]".to_owned()));
    assert_eq!(faults("value = 5", "value = 201")[0].1, "201");
}

#[test]
fn a_question_has_what_its_kind_needs() {
    let choices = GOOD.lines().find(|line| line.starts_with("choices")).unwrap();
    let marked = "[{ code = \"queue\", label = { it = \"Coda\", en = \"Queue\" } }]";
    assert_eq!(
        faults(choices, &format!("choices = {marked}"))[0],
        ("There must be at least two choices.".to_owned(), marked.to_owned())
    );
    let item =
        &GOOD[GOOD.find("[[pages.questions.items]]").unwrap()..GOOD.find("[[pages.questions]]\ncode = \"reasons\"").unwrap()];
    assert_eq!(faults(item, ""), one("A matrix has at least one item.", "[[pages.questions]]"));
    assert_eq!(
        faults("role = \"profile\"", "role = \"satisfaction\""),
        one("Only a rating or a matrix can have this role.", "\"satisfaction\"")
    );
    assert_eq!(faults("role = \"profile\"", "role = \"comment\"").len(), 1);
    assert_eq!(
        faults("role = \"overall\"", "role = \"recommend\""),
        one("The role `recommend` needs a scale from 0 to 10.", "\"five\"")
    );
    assert_eq!(
        faults("kind = \"open_text\"", "kind = \"open_text\"\nscale = \"five\""),
        one("This question cannot have `scale`.", "scale")
    );
    let long = format!("code = \"{}\"", "q".repeat(38));
    assert_eq!(faults("code = \"reasons\"", &long)[0].1, "\"queue\"", "the option's stored name would be too long");
}

#[test]
fn every_mistake_is_told_at_once_in_the_order_of_the_file() {
    let text =
        GOOD.replacen("\"Sportello\"", "5", 1).replacen("value = 5", "value = 0", 1).replacen("overall = 1", "overall = 9", 1);
    let lines: Vec<usize> = parse("f.toml", &text).unwrap_err().iter().map(|fault| fault.line).collect();
    assert!(lines.len() >= 3 && lines.is_sorted(), "{lines:?}");
}

#[test]
fn a_question_that_cannot_be_read_hides_no_mistake_and_makes_none_elsewhere() {
    let people = "kind = \"matrix\"\nrole = \"satisfaction\"\nfactor = \"staff\"\nscale = \"five\"";
    let followed = |broken: &str, condition: &str| {
        assert!(GOOD.contains(people));
        marked(&GOOD.replacen(people, broken, 1).replacen("overall = 1", condition, 1))
    };
    let scale = people.replace("five", "fife");
    assert_eq!(
        followed(&scale, "courtesy = 1"),
        one("There is no scale `fife`.", "\"fife\""),
        "the next question names its item"
    );
    let kind = people.replace("matrix", "matrice");
    let unknown = one("`kind` cannot be `matrice`.", "\"matrice\"");
    assert_eq!(followed(&kind, "courtesy = 1"), unknown);
    let more = kind.replace("satisfaction", "satisfied").replace("staff", "stuff").replace("scale", "requird = true\nscale");
    let found: Vec<String> = followed(&more, "overall = 1").into_iter().map(|(_, marked)| marked).collect();
    assert_eq!(found, ["\"matrice\"", "\"satisfied\"", "\"stuff\"", "requird"]);
    let own = GOOD.replacen("multiple_choice", "choices", 1).replacen("overall = 1", "overall = 9", 1);
    let found: Vec<String> = marked(&own).into_iter().map(|(_, marked)| marked).collect();
    assert_eq!(found, ["\"choices\"", "9"], "its own condition is read too");
    let points = GOOD.replacen("value = 5", "value = 0", 1).replacen("overall = 1", "overall = 0", 1);
    assert_eq!(marked(&points).len(), 1, "a point out of its order is still a point");
}

#[test]
fn a_form_with_too_many_fields_is_refused() {
    let number = |index: usize| {
        format!(
            "[[pages.questions]]\ncode = \"n{index}\"\nkind = \"number\"\nrole = \"need\"\nleast = 0\nmost = 9\ntext = \"N\"\n"
        )
    };
    let many: String = (0..401).map(number).collect();
    let text = format!("code = \"f\"\nlanguages = [\"it\"]\ntitle = \"T\"\n[[pages]]\ncode = \"p\"\n{many}");
    assert_eq!(marked(&text), one("The form has 401 fields; 400 are the most.", "code = \"f\""));
}

#[test]
fn no_cut_and_no_stray_character_makes_the_reader_panic() {
    let text = GOOD;
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    for (step, at) in places.iter().copied().enumerate().filter(|(step, _)| step % 7 == 0) {
        let stray = ["\"", "]", "{", "=", "'", "\n", "9", "è", "\u{0}", "[["][step / 7 % 10];
        for broken in [text[..at].to_owned(), format!("{}{stray}{}", &text[..at], &text[at..])] {
            let Reading { form, faults } = read("f.toml", &broken);
            let refused = faults.iter().any(|fault| fault.severity == Severity::Error);
            assert_eq!(form.is_none(), refused, "a form exactly when no error is told: {faults:?}");
            assert!(faults.iter().all(|fault| fault.line <= broken.lines().count() + 1));
        }
    }
}
