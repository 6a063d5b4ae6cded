//! How often the adviser is right and wrong, on questions and scales good and bad.
//!
//! The words were written with the first part before the eyes; the second was held back; a third is what offices really ask; a second set, in
//! three languages, is by somebody who had not seen the words. The tables stand in `docs/adviser.md`, and a test compares them with what is
//! computed here: whoever changes a list of words sees at once what it costs.

use super::example::{choices, form_with, matrix, question, rated, scale, text};
use super::{Place, Surroundings, advise};
use crate::form::{Form, Kind, Role};
use crate::text::{Language, Texts};
use std::collections::{BTreeMap, BTreeSet};

const DEVELOPMENT: &str = include_str!("../../../tests/fixtures/adviser/development.tsv");
const HELD_BACK: &str = include_str!("../../../tests/fixtures/adviser/held_back.tsv");
const PRACTICE: &str = include_str!("../../../tests/fixtures/adviser/practice.tsv");
const SECOND_ITALIAN: &str = include_str!("../../../tests/fixtures/adviser/second_it.tsv");
const SECOND_ENGLISH: &str = include_str!("../../../tests/fixtures/adviser/second_en.tsv");
const SECOND_GERMAN: &str = include_str!("../../../tests/fixtures/adviser/second_de.tsv");
const DOCUMENT: &str = include_str!("../../../docs/adviser.md");

/// One question or scale with what a methodologist would mark.
struct Entry<'t> {
    kind: &'t str,
    expected: BTreeSet<&'t str>,
    text: &'t str,
}

fn entries(part: &str) -> Vec<Entry<'_>> {
    let lines = part.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let entry = |line| {
        let [kind, expected, text] = str::split(line, '\t').collect::<Vec<_>>()[..] else { panic!("three columns: {line}") };
        Entry { kind, expected: expected.split(',').filter(|name| *name != "good").collect(), text }
    };
    lines.map(entry).collect()
}

fn form_of(entry: &Entry<'_>) -> Form {
    let asked = |role, kind| form_with(vec![question("q", entry.text, role, kind)]);
    let five = || Kind::Rating { scale: super::example::code("five") };
    match entry.kind {
        "rated" => asked(Role::Satisfaction, five()),
        "overall" => asked(Role::Overall, five()),
        "importance" => asked(Role::Importance, five()),
        "item" => form_with(vec![matrix("m", "Quanto La soddisfa il servizio?", &[("q", entry.text)])]),
        "yes_no" => asked(Role::Filter, Kind::SingleChoice { choices: choices(&["Sì", "No", "Non ricordo"]) }),
        "choice" => asked(Role::Need, Kind::SingleChoice { choices: choices(&["Uno", "Due", "Altro"]) }),
        "several" => asked(Role::Need, Kind::MultipleChoice { choices: choices(&["Uno", "Due", "Altro"]), at_most: None }),
        "option" => {
            let choices = choices(&["Allo sportello", entry.text]);
            form_with(vec![question("q", "Che cosa usa?", Role::Need, Kind::MultipleChoice { choices, at_most: None })])
        }
        "open" => asked(Role::Comment, Kind::OpenText { most_characters: 300 }),
        "number" => asked(Role::Need, Kind::Number { least: 0, most: 99 }),
        "note" => asked(Role::Comment, Kind::Note),
        "scale" | "overall_scale" => {
            let (labels, dont_know) =
                entry.text.split_once('+').map_or((entry.text, None), |(labels, told)| (labels, Some(told.trim())));
            let labels: Vec<&str> = labels.split('|').map(str::trim).collect();
            let mut form = form_with(vec![rated("q", "Quanto La soddisfa il servizio?")]);
            form.pages[0].questions[0].role = if entry.kind == "scale" { Role::Satisfaction } else { Role::Overall };
            form.scales = vec![scale("five", &labels)];
            form.scales[0].dont_know = dont_know.map(text);
            form
        }
        other => panic!("no kind of question: {other}"),
    }
}

/// The same form in another language: what is asked is in that one, the answers that go with it stay.
fn in_language(mut form: Form, code: &str) -> Form {
    let (italian, language) = (Language::italian(), Language::parse(code).unwrap());
    let spoken = |texts: &mut Texts| *texts = Texts::one(language.clone(), texts.get(&italian, &italian));
    for question in form.pages.iter_mut().flat_map(|page| &mut page.questions) {
        spoken(&mut question.text);
        if let Kind::Matrix { items, .. } = &mut question.kind {
            items.iter_mut().for_each(|item| spoken(&mut item.text));
        }
    }
    let labels = form.scales.iter_mut().flat_map(|scale| &mut scale.points).map(|point| &mut point.label);
    labels.filter(|label| !label.is_empty()).for_each(spoken);
    form.languages = vec![language];
    form
}

/// What the adviser says of it; what concerns the form as a whole is not about this one question.
fn said(entry: &Entry<'_>, language: &str) -> BTreeSet<&'static str> {
    let form = in_language(form_of(entry), language);
    let all = advise(&form, &Surroundings::default()).into_iter().filter(|advice| advice.at != Place::Form);
    all.map(|advice| advice.matter.keys().name).collect()
}

/// By matter: hits, misses and false alarms.
#[derive(Default)]
struct Count {
    hits: usize,
    misses: usize,
    false_alarms: usize,
}

/// The table of a part, as it stands in the document.
fn table(part: &str, language: &str) -> String {
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let (mut good, mut alarmed) = (0, 0);
    let entries = entries(part);
    for entry in &entries {
        let said = said(entry, language);
        for name in entry.expected.union(&said) {
            let count = counts.entry(name).or_default();
            match (entry.expected.contains(name), said.contains(name)) {
                (true, true) => count.hits += 1,
                (true, false) => count.misses += 1,
                _ => count.false_alarms += 1,
            }
        }
        good += usize::from(entry.expected.is_empty());
        alarmed += usize::from(entry.expected.is_empty() && !said.is_empty());
    }
    let mut table = String::from("| matter | to mark | hits | misses | false alarms |\n|---|---:|---:|---:|---:|\n");
    let row = |name: &str, Count { hits, misses, false_alarms }: &Count| {
        format!("| {name} | {} | {hits} | {misses} | {false_alarms} |\n", hits + misses)
    };
    table.extend(counts.iter().map(|(name, count)| row(name, count)));
    let sum = |of: fn(&Count) -> usize| counts.values().map(of).sum();
    let all = Count { hits: sum(|own| own.hits), misses: sum(|own| own.misses), false_alarms: sum(|own| own.false_alarms) };
    table.push_str(&row("**all**", &all));
    table.push_str(&format!("\n{} texts, {good} of them good; {alarmed} of the good ones marked.\n", entries.len()));
    table
}

/// Every text that is judged otherwise than it should be.
fn mistakes(part: &str, language: &str) -> Vec<String> {
    let wrong = |entry: &Entry<'_>| {
        let said = said(entry, language);
        let expected = &entry.expected;
        (said != *expected).then(|| format!("{}: {}\n    should be {expected:?}, is {said:?}", entry.kind, entry.text))
    };
    entries(part).iter().filter_map(wrong).collect()
}

#[test]
fn the_document_states_hits_and_false_alarms_as_they_are() {
    let parts = [
        ("development", DEVELOPMENT, "it"),
        ("held back", HELD_BACK, "it"),
        ("practice", PRACTICE, "it"),
        ("second, Italian", SECOND_ITALIAN, "it"),
        ("second, English", SECOND_ENGLISH, "en"),
        ("second, German", SECOND_GERMAN, "de"),
    ];
    let wrong = parts.iter().filter_map(|(name, part, language)| {
        let table = table(part, language);
        // The mistakes of the parts that nobody mends the words for are not shown.
        let shown = if matches!(*name, "held back" | "practice") { Vec::new() } else { mistakes(part, language) };
        let told = || format!("docs/adviser.md should say, for the part {name}:\n\n{table}\n{}\n", shown.join("\n"));
        (!DOCUMENT.contains(&table)).then(told)
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_set_is_large_and_half_of_it_is_good() {
    let all: Vec<Entry<'_>> = [DEVELOPMENT, HELD_BACK].into_iter().flat_map(entries).collect();
    let good = all.iter().filter(|entry| entry.expected.is_empty()).count();
    assert!(all.len() >= 120 && (2 * good).abs_diff(all.len()) <= all.len() / 5, "{good} good of {}", all.len());
    let texts: BTreeSet<(&str, &str)> = all.iter().map(|entry| (entry.kind, entry.text)).collect();
    assert_eq!(texts.len(), all.len(), "none stands twice");
}

#[test]
fn the_shipped_forms_are_advised_nothing() {
    for name in crate::form::catalog::forms() {
        let form = crate::form::parse(&name, &crate::form::catalog::form(&name).unwrap()).unwrap();
        assert_eq!(advise(&form, &Surroundings::default()), [], "{name}: {:?}", super::duration(&form));
    }
}
