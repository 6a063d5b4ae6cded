//! Surveys of LimeSurvey.

use super::*;

/// A survey with these tables; its one group has the number 1.
pub(super) fn survey(tables: &str) -> String {
    format!(
        "<document><LimeSurveyDocType>Survey</LimeSurveyDocType><surveys><rows><row><sid>1</sid><language>it</language></row></rows>\
         </surveys><groups><rows><row><gid>1</gid><group_name>G</group_name><language>it</language></row></rows></groups>{tables}\
         </document>"
    )
}

/// The table with one question and these fields besides.
pub(super) fn question(id: u32, kind: &str, name: &str, text: &str, besides: &str) -> String {
    format!("<questions><rows>{}</rows></questions>", row_of(id, kind, name, text, besides))
}

fn row_of(id: u32, kind: &str, name: &str, text: &str, besides: &str) -> String {
    format!(
        "<row><qid>{id}</qid><gid>1</gid><parent_qid>0</parent_qid><type>{kind}</type><title>{name}</title><question>{text}</question>\
         <language>it</language><question_order>{id}</question_order>{besides}</row>"
    )
}

#[test]
fn every_survey_of_limesurvey_ends_in_a_form_or_in_reasons() {
    let Some(folder) = corpora().map(|folder| folder.join("limesurvey-lss")) else { return };
    let mut folders = vec![folder];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "lss") {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                let Imported { form, reasons } = read(&name, &std::fs::read(&path).unwrap());
                assert!(form.is_some() || !reasons.is_empty(), "{name}");
                reasons.iter().for_each(|reason| drop(english(reason)));
                found.push((name, form.map_or(0, |form| form.questions().count())));
            }
        }
    }
    found.sort();
    let found: Vec<(&str, usize)> = found.iter().map(|(name, asked)| (name.as_str(), *asked)).collect();
    assert_eq!(found, SURVEYS);
}

/// Each survey with its questions; none where no form came of it.
const SURVEYS: &[(&str, usize)] = &[
    ("colors.lss", 4),
    ("limesurvey_survey_143933.lss", 2),
    ("limesurvey_survey_366446.lss", 2),
    ("limesurvey_survey_563168.lss", 3),
    ("limesurvey_survey_583999.lss", 2),
    ("limesurvey_survey_88881.lss", 14),
    ("limesurvey_survey_917744.lss", 2),
    ("ls205_array_filter_tests.lss", 190),
    ("ls205_cascading_array_filter_exclude.lss", 5),
    ("ls205_comma_as_radix_separator.lss", 18),
    ("ls205_countifop_sumifop.lss", 0),
    ("ls205_em_tailoring.lss", 25),
    ("ls205_maximum_chars_feature.lss", 12),
    ("ls205_plurals_test.lss", 29),
    ("ls205_randomization_group_test.lss", 14),
    ("ls205_sample_survey_english.lss", 159),
    ("ls205_self_and_that.lss", 3),
    ("ls205_subquestion_relevance.lss", 19),
    ("ls205_validation_tests.lss", 70),
    ("ls206_em_subquestion_relevance.lss", 40),
    ("ls5_EM_question_attributes.lss", 48),
    ("ls6_sample_survey_multilingual_fr_de_en_it_ru.lss", 73),
];

#[test]
fn a_survey_with_entities_or_of_another_kind_is_refused() {
    let bomb = "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><document><LimeSurveyDocType>&b;</LimeSurveyDocType></document>";
    let deep = format!("{}{}", "<a>".repeat(50_000), "</a>".repeat(50_000));
    let labels = "<document><LimeSurveyDocType>Label set</LimeSurveyDocType></document>";
    for text in [bomb, &deep, labels, "<a", "<?xml version='1.0'?>"] {
        assert_eq!(keys(&read("a.lss", text.as_bytes()).reasons), [(0, "unknown")]);
    }
    let empty = "<document><LimeSurveyDocType>Survey</LimeSurveyDocType></document>";
    assert_eq!(keys(&read("a.lss", empty.as_bytes()).reasons), [(0, "nothing")]);
}

#[test]
fn what_a_question_says_besides_is_kept_or_told() {
    let questions = [
        row_of(1, "L", "Q1", "Che cosa?", "<other>Y</other>"),
        row_of(2, "T", "Q2", "Nascosta", ""),
        row_of(3, "T", "Q3", "Se altro", "<relevance>Q1.NAOK == \"-oth-\"</relevance>"),
        row_of(4, "N", "Q4", "Numero", ""),
        row_of(5, "F", "Q5", "Blocco vuoto", ""),
        row_of(6, "S", "Q6", "Targa", "<preg>/[A-Z]+/</preg>"),
    ];
    let answer = |code: &str| {
        format!("<row><qid>1</qid><code>{code}</code><answer>{code}</answer><language>it</language><scale_id>0</scale_id></row>")
    };
    let attribute = |id: u32, name: &str, value: &str, language: &str| {
        format!("<row><qid>{id}</qid><attribute>{name}</attribute><value>{value}</value><language>{language}</language></row>")
    };
    let attributes = [
        attribute(2, "hidden", "1", ""),
        attribute(1, "other_replace_text", "Qualcos'altro", "it"),
        attribute(4, "min_num_value_n", "5", ""),
        attribute(4, "max_num_value_n", "5", ""),
        attribute(6, "min_answers", "1", ""),
    ];
    let tables = format!(
        "<questions><rows>{}</rows></questions><answers><rows>{}{}</rows></answers>\
         <question_attributes><rows>{}</rows></question_attributes>",
        questions.join(""),
        answer("A1"),
        answer("A2"),
        attributes.join("")
    );
    let imported = read("a.lss", survey(&tables).as_bytes());
    assert_eq!(told(&imported), ["bounds-strange", "constraint", "hidden", "no-items", "property"]);
    assert_eq!(conditions(&imported), ["q1 = other", "q1 = other"]);
    assert_eq!(
        texts(&imported),
        [("q1", "Che cosa?"), ("q1_words", "Qualcos'altro"), ("q3", "Se altro"), ("q4", "Numero"), ("q6", "Targa")]
    );
}
