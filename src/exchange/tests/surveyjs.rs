//! Surveys of SurveyJS.

use super::*;

#[test]
fn a_survey_of_surveyjs_becomes_a_form_as_far_as_it_can() {
    let text = r#"{ "locale": "it", "title": { "default": "Sportello", "en": "Desk" }, "completedHtml": "Grazie",
      "pages": [
        { "name": "one", "elements": [
          { "type": "rating", "name": "overall", "title": "Nel complesso?", "isRequired": true },
          { "type": "checkbox", "name": "used", "title": "Che cosa?", "maxSelectedChoices": 2, "showNoneItem": true,
            "choices": ["wifi", { "value": 2, "text": { "default": "Sala", "en": "Hall" } }, "wifi"] },
          { "type": "signaturepad", "name": "sign" },
          { "type": "panel", "name": "deep", "title": "Altro", "visibleIf": "{used} contains 'wifi'", "elements": [
            { "type": "text", "inputType": "number", "name": "age", "title": "Et\u00e0", "min": 0, "max": 120 } ] } ] },
        { "name": "two", "visibleIf": "{overall} <= 2 and {sign} notempty", "elements": [
          { "type": "comment", "name": "why", "title": "Perch\u00e9?", "maxLength": 300, "visibleIf": "iif({age} = 1, 2, 3)" },
          { "type": "matrix", "name": "people", "title": "Personale", "columns": [1, 2, 3],
            "rows": ["courtesy", { "value": "speed", "text": "Rapidit\u00e0" }] } ] } ] }"#;
    let imported = read("a.json", text.as_bytes());
    let told = ["choice-twice", "type-media", "when-unreadable", "when-dropped", "scale-guessed"];
    let found: std::collections::BTreeSet<&str> = keys(&imported.reasons).into_iter().map(|(_, key)| key).collect();
    assert_eq!(found, told.into_iter().collect());
    assert_eq!(conditions(&imported), ["used = wifi", "used = wifi"]);
    let form = imported.form.expect("it is a form");
    let codes: Vec<&str> = form.questions().map(|(_, own)| own.code.as_str()).collect();
    assert_eq!(codes, ["overall", "used", "deep", "age", "why", "people"]);
    assert_eq!(form.languages, [Language::italian(), Language::english()]);
    let Kind::MultipleChoice { choices, at_most: Some(2) } = &form.pages[0].questions[1].kind else { panic!("{form:?}") };
    assert_eq!(choices.iter().map(|choice| choice.exclusive).collect::<Vec<_>>(), [false, false, true]);
    assert!(matches!(form.pages[0].questions[3].kind, Kind::Number { least: 0, most: 120 }));
}

#[test]
fn json_of_another_kind_is_read_as_a_form_and_refused_as_one() {
    for text in
        ["{}", "{ \"pages\": 5 }", "{ \"elements\": {} }", "[]", "{ \"pages\": [{ \"questions\": [] }], \"code\": \"a\" }"]
    {
        assert!(
            matches!(read("a.json", text.as_bytes()), Imported { form: None, reasons } if matches!(reasons[0], Reason::Fault(_))),
            "{text}"
        );
    }
    assert_eq!(keys(&read("a.json", b"{ \"pages\": [] }").reasons).last(), Some(&(0, "nothing")));
}

/// A survey in German of one page with these elements.
fn of(elements: &str) -> Imported {
    let text = format!(
        "{{\"locale\":\"de\",\"title\":\"Umfrage\",\"completedHtml\":\"<h3>Danke!</h3>\",\"pages\":[{{\"name\":\"p\",\"elements\":[{elements}]}}]}}"
    );
    read("a.json", text.as_bytes())
}

#[test]
fn choices_and_marks_keep_their_own_words() {
    let imported = of(r#"
        { "type": "html", "name": "h", "html": "<p>Willkommen <b>hier</b> &amp; jetzt</p>" },
        { "type": "rating", "name": "zuf", "title": "Wie zufrieden?", "rateCount": 3, "minRateDescription": "gar nicht",
          "maxRateDescription": "sehr" },
        { "type": "checkbox", "name": "a", "title": "Was?", "choices": ["x", "y"], "hasOther": true, "otherText": "Etwas anderes",
          "showNoneItem": true },
        { "type": "boolean", "name": "b", "title": "Ja?", "labelTrue": "Stimmt" },
        { "type": "radiogroup", "name": "same", "title": "Eins", "choices": ["1", "2"] },
        { "type": "radiogroup", "name": "same", "title": "Zwei", "choices": ["a", "b", "c"] },
        { "type": "matrix", "name": "m", "title": "Ohne Zeilen", "columns": ["1", "2", "3"] },
        { "type": "rating", "name": "ten", "title": "Bis zehn", "rateCount": 10 }"#);
    assert_eq!(told(&imported), ["name-again", "scale-guessed"]);
    assert_eq!(
        texts(&imported),
        [
            ("h", "Willkommen hier & jetzt"),
            ("zuf", "Wie zufrieden?"),
            ("a", "Was?"),
            ("a_words", "Etwas anderes"),
            ("b", "Ja?"),
            ("same", "Eins"),
            ("same_2", "Zwei"),
            ("m", "Ohne Zeilen"),
            ("ten", "Bis zehn")
        ]
    );
    let labels: Vec<Vec<&str>> = labels(&imported);
    assert_eq!(labels[1], ["gar nicht", "", "sehr"]);
    assert_eq!(labels[2], ["x", "y", "Etwas anderes", "Nichts davon"]);
    assert_eq!(labels[4], ["Stimmt", "Nein"]);
    assert_eq!((labels[5].len(), labels[6].len(), labels[7].len(), labels[8].len()), (2, 3, 3, 10));
    assert_eq!(conditions(&imported), ["a = other"]);
    let form = imported.form.as_ref().expect("it is a form");
    assert_eq!(form.thanks.iter().next().map(|(_, text)| text), Some("Danke!"));
}

#[test]
fn what_an_element_says_besides_is_told() {
    for (besides, expected) in [
        (r#""requiredIf": "{b} = true""#, "required"),
        (r#""defaultValue": "x""#, "default"),
        (r#""readOnly": true"#, "readonly"),
        (r#""hasComment": true"#, "comment"),
        (r#""validators": [{ "type": "email" }]"#, "constraint"),
        (r#""enableIf": "{b} = true""#, "property"),
        (r#""title": "Herr {name}""#, "piped"),
        (r#""visible": false"#, "hidden"),
        (r#""inputType": "number", "min": 5, "max": 5"#, "bounds-strange"),
    ] {
        let first = if besides.contains("title") { "" } else { r#""title": "T","# };
        let element =
            format!(r#"{{ "type": "text", "name": "b", "title": "B" }}, {{ "type": "text", "name": "a", {first} {besides} }}"#);
        let imported = of(&element);
        assert_eq!(told(&imported), [expected]);
        assert_eq!(questions(&imported).len(), if expected == "hidden" { 1 } else { 2 });
    }
}

#[test]
fn a_text_that_no_database_can_hold_is_kept_without_the_sign() {
    let imported = of(r#"{ "type": "text", "name": "a", "title": "Uno\u0000 due" }"#);
    assert_eq!((told(&imported), texts(&imported)), (Vec::new(), vec![("a", "Uno due")]));
}
