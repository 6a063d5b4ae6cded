//! What another program does not say: which lists are scales, which points are good, what an answer is for. Guessed from words, and
//! told, so that somebody looks.

use super::draft::{DraftChoice, List};
use crate::form::{Point, Polarity, Role, Scale};
use crate::text::{Code, Texts};
use std::collections::BTreeMap;

/// The most points of a scale that is not said to be one.
const MOST_POINTS: usize = 11;

/// Words of judgement: a list in which two labels have one is a scale.
const JUDGING: [&str; 12] = [
    "satisf",
    "soddisf",
    "agree",
    "accordo",
    "zufrieden",
    "stimme",
    "poor",
    "scarso",
    "buono",
    "excellent",
    "d'accord",
    "zadovolj",
];
/// What a label of the good end begins or ends with.
const GOOD: [&str; 12] = [
    "strongly agree",
    "very satisf",
    "very good",
    "excellent",
    "molto soddisf",
    "completamente",
    "ottimo",
    "molto d'accordo",
    "sehr zufrieden",
    "tres satisf",
    "très satisf",
    "always",
];
const YES: [&str; 5] = ["yes", "sì", "si", "ja", "oui"];
pub(super) const DONT_KNOW: [&str; 7] = ["dont_know", "don't know", "dk", "non so", "non_so", "weiß nicht", "ne sais pas"];
pub(super) const NOT_APPLICABLE: [&str; 6] =
    ["not_applicable", "not applicable", "n/a", "non applicabile", "non_applicabile", "non mi riguarda"];

const PROFILE: [&str; 22] = [
    "age",
    "eta",
    "età",
    "gender",
    "sex",
    "sesso",
    "genere",
    "education",
    "istruzione",
    "titolo di studio",
    "occupation",
    "occupazione",
    "professione",
    "profession",
    "residence",
    "residenza",
    "provincia",
    "comune",
    "nationality",
    "cittadinanza",
    "income",
    "born",
];
pub(super) const RECOMMEND: [&str; 4] = ["recommend", "consigli", "raccomand", "weiterempf"];
const OVERALL: [&str; 5] = ["overall", "compless", "insgesamt", "nel suo insieme", "globale"];
const IMPORTANT: [&str; 3] = ["importan", "wichtig", "rilevan"];

pub(super) fn says(text: &str, words: &[&str]) -> bool {
    let lower = text.to_lowercase();
    words.iter().any(|word| lower.contains(word))
}

/// Whether one of the words stands in the text as a word of its own.
fn names(text: &str, words: &[&str]) -> bool {
    let lower = text.to_lowercase();
    let own: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    words.iter().any(|word| if word.contains(' ') { lower.contains(word) } else { own.contains(word) })
}

fn any(texts: &Texts, test: impl Fn(&str) -> bool) -> bool {
    texts.iter().any(|(_, text)| test(text))
}

fn is_one_of(choice: &DraftChoice, words: &[&str]) -> bool {
    let fits = |text: &str| words.contains(&text.trim().to_lowercase().as_str());
    fits(&choice.name) || any(&choice.label, fits)
}

/// Whether the labels of a list judge.
pub(super) fn judges(list: &List) -> bool {
    let judging = list.choices.iter().filter(|choice| any(&choice.label, |text| says(text, &JUDGING))).count();
    list.scale.is_some() || judging >= 2
}

/// A list as a scale, with the value of each choice by its name; `None` for one that has too few points or too many.
pub(super) fn scale_of(list: &List, code: Code) -> Option<(Scale, BTreeMap<String, i64>)> {
    if let Some(scale) = &list.scale {
        let values = scale.points.iter().map(|point| (point.value.to_string(), point.value.into())).collect();
        return Some((Scale { code, ..scale.clone() }, values));
    }
    let special = |words| list.choices.iter().find(|choice| is_one_of(choice, words));
    let (dont_know, not_applicable) = (special(&DONT_KNOW[..]), special(&NOT_APPLICABLE[..]));
    let is_special = |choice: &DraftChoice| is_one_of(choice, &DONT_KNOW) || is_one_of(choice, &NOT_APPLICABLE);
    let choices: Vec<&DraftChoice> = list.choices.iter().filter(|choice| !is_special(choice)).collect();
    if !(2..=MOST_POINTS).contains(&choices.len()) {
        return None;
    }
    let numbers: Vec<u8> = choices.iter().filter_map(|choice| whole(&choice.name)).collect();
    let mut valued: Vec<(u8, &DraftChoice)> = if numbers.len() == choices.len() && all_differ(&numbers) {
        numbers.into_iter().zip(choices).collect()
    } else {
        (1_u8..).zip(choices).collect()
    };
    valued.sort_by_key(|(value, _)| *value);
    let good_first =
        valued.first().is_some_and(|(_, choice)| any(&choice.label, |text| says(text, &GOOD)) || is_one_of(choice, &YES));
    let (count, half) = (valued.len(), valued.len() / 2);
    let points = valued.iter().enumerate().map(|(at, (value, choice))| {
        let rank = if good_first { count - 1 - at } else { at };
        let neutral = count % 2 == 1 && rank == half;
        Point { value: *value, label: choice.label.clone(), satisfied: rank >= half && !neutral, neutral, symbol: None }
    });
    let scale = Scale {
        code,
        points: points.collect(),
        polarity: if good_first { Polarity::LowerIsBetter } else { Polarity::HigherIsBetter },
        dont_know: dont_know.map(|choice| choice.label.clone()),
        not_applicable: not_applicable.map(|choice| choice.label.clone()),
    };
    Some((scale, valued.iter().map(|(value, choice)| (choice.name.clone(), (*value).into())).collect()))
}

/// A scale of bare numbers between two ends.
pub(super) fn bare_scale(code: Code, least: u8, most: u8) -> Scale {
    let (count, half) = (usize::from(most - least) + 1, usize::from(most - least).div_ceil(2));
    let points = (least..=most).enumerate().map(|(at, value)| {
        let neutral = count % 2 == 1 && at == half;
        Point { value, label: Texts::default(), satisfied: at >= half && !neutral, neutral, symbol: None }
    });
    Scale { code, points: points.collect(), polarity: Polarity::HigherIsBetter, dont_know: None, not_applicable: None }
}

/// What a judgement is for.
pub(super) fn role_of_rating(name: &str, text: &Texts, scale: &Scale) -> Role {
    let says = |words: &[&str]| says(name, words) || any(text, |own| says(own, words));
    if scale.points.iter().map(|point| point.value).eq(0..=10) && says(&RECOMMEND) {
        Role::Recommend
    } else if says(&IMPORTANT) {
        Role::Importance
    } else if says(&OVERALL) {
        Role::Overall
    } else {
        Role::Satisfaction
    }
}

/// What a choice or a number is for, where others may depend on it.
pub(super) fn role_of_choice(name: &str, text: &Texts, decides: bool, number: bool) -> Role {
    if names(name, &PROFILE) || any(text, |own| names(own, &PROFILE)) {
        Role::Profile
    } else if decides {
        Role::Filter
    } else if number {
        Role::Profile
    } else {
        Role::Need
    }
}

/// A whole number as a name: `3`, or `3.0` as spreadsheets write it.
pub(super) fn whole(name: &str) -> Option<u8> {
    name.strip_suffix(".0").unwrap_or(name).parse().ok().filter(|value| *value <= 200)
}

fn all_differ(numbers: &[u8]) -> bool {
    numbers.iter().collect::<std::collections::BTreeSet<_>>().len() == numbers.len()
}
