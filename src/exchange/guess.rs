//! What another program does not say: which lists are scales, which points are good, what an answer is for. Guessed from words, and
//! told, so that somebody looks.

use super::draft::{DraftChoice, List};
use crate::form::{Point, Polarity, Role, Scale};
use crate::text::{Code, Texts};
use std::collections::BTreeMap;

/// The most points of a scale that is not said to be one.
const MOST_POINTS: usize = 11;

/// Words of judgement: a list in which two labels have one is a scale.
#[rustfmt::skip]
const JUDGING: [&str; 15] = [
    "satisf", "soddisf", "agree", "accordo", "zufrieden", "stimme", "poor", "scarso", "buono", "excellent", "eccellen", "ottim", "pessim",
    "d'accord", "zadovolj",
];
/// What a label of the good end begins or ends with: the bad end may hold the same words ("completamente insoddisfatto").
#[rustfmt::skip]
const GOOD: [&str; 25] = [
    "strongly agree", "completely", "very satisf", "very good", "excellent", "always", "molto soddisf", "molto d'accordo", "molto buon",
    "completamente", "pienamente", "del tutto", "ottim", "eccellen", "sempre", "sehr zufrieden", "sehr gut", "stimme voll", "immer",
    "tres satisf", "très satisf", "tout à fait", "toujours", "zelo", "popolnoma",
];
/// What a label of the bad end has in it.
#[rustfmt::skip]
const BAD: [&str; 26] = [
    "non soddisf", "not satisf", "pas d'accord", "insoddisf", "disaccord", "pessim", "scars", "insufficien", "per niente", "per nulla", "poco", "dissat", "disagree", "poor", "not at all",
    "unzufr", "stimme nicht", "nicht zu", "gar nicht", "überhaupt nicht", "schlecht", "insatisf", "mécontent", "pas du tout", "nezadovolj",
    "sploh ne",
];
const YES: [&str; 5] = ["yes", "sì", "si", "ja", "oui"];
pub(super) const DONT_KNOW: [&str; 7] = ["dont_know", "don't know", "dk", "non so", "non_so", "weiß nicht", "ne sais pas"];
pub(super) const NOT_APPLICABLE: [&str; 6] =
    ["not_applicable", "not applicable", "n/a", "non applicabile", "non_applicabile", "non mi riguarda"];
/// What those choose who want to say nothing: it stands in the one of the two places beside a scale that is free.
#[rustfmt::skip]
const REFUSED: [&str; 10] = [
    "preferisco non rispondere", "preferisco non dirlo", "non rispondo", "prefer not to answer", "prefer not to say", "keine angabe",
    "ich möchte nicht antworten", "je préfère ne pas répondre", "sans réponse", "ne želim odgovoriti",
];

#[rustfmt::skip]
const PROFILE: [&str; 18] = [
    "age", "eta", "età", "gender", "sex", "sesso", "genere", "education", "istruzione", "titolo di studio", "occupation", "occupazione",
    "professione", "profession", "residence", "nationality", "income", "born",
];
/// Places and papers that a public office is asked about: they tell who answers only as the name of a question.
const OF_OFFICES: [&str; 4] = ["residenza", "provincia", "comune", "cittadinanza"];
/// The most words of a name; what is longer is a sentence that stands in for one.
const MOST_WORDS: usize = 3;
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

fn is_good(choice: &DraftChoice) -> bool {
    let ends = |text: &str| {
        let lower = text.to_lowercase();
        let words = lower.trim_matches(|letter: char| !letter.is_alphabetic());
        GOOD.iter().any(|good| words.starts_with(good) || words.ends_with(good))
    };
    is_one_of(choice, &YES) || any(&choice.label, ends)
}

fn is_bad(choice: &DraftChoice) -> bool {
    any(&choice.label, |text| says(text, &BAD))
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
    let (dont_know, not_applicable, refused) = (special(&DONT_KNOW[..]), special(&NOT_APPLICABLE[..]), special(&REFUSED[..]));
    let (dont_know, not_applicable) = match (dont_know, not_applicable) {
        (None, Some(not_applicable)) => (refused, Some(not_applicable)),
        (dont_know, not_applicable) => (dont_know, not_applicable.or(refused)),
    };
    let is_special =
        |choice: &DraftChoice| [&DONT_KNOW[..], &NOT_APPLICABLE, &REFUSED].iter().any(|words| is_one_of(choice, words));
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
    let good_first = match (valued.first(), valued.last()) {
        (Some((_, first)), Some((_, last))) => !is_bad(first) && (is_bad(last) || is_good(first)),
        _ => false,
    };
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
pub(super) fn role_of_rating(name: &str, text: &Texts, scale: &Code, scales: &[Scale]) -> Role {
    let says = |words: &[&str]| says(name, words) || any(text, |own| says(own, words));
    let is_to_ten = |own: &Scale| own.code == *scale && own.points.iter().map(|point| point.value).eq(0..=10);
    if scales.iter().any(is_to_ten) && says(&RECOMMEND) {
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
    let is_name = name.split(|c: char| !c.is_alphanumeric()).count() <= MOST_WORDS;
    if names(name, &PROFILE) || any(text, |own| names(own, &PROFILE)) || (is_name && names(name, &OF_OFFICES)) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Place;
    use crate::text::Language;

    fn scale(labels: &[&str]) -> (Scale, BTreeMap<String, i64>) {
        let choice = |(at, label): (usize, &&str)| {
            DraftChoice::of(&Place::File, &(at + 1).to_string(), Texts::one(Language::italian(), *label))
        };
        scale_of(&List::of(labels.iter().enumerate().map(choice).collect()), Code::parse("s").unwrap()).unwrap()
    }

    #[test]
    fn the_satisfied_end_is_told_from_what_both_ends_say() {
        for (labels, good_first) in [
            (&["Completamente insoddisfatto", "Insoddisfatto", "Soddisfatto", "Completamente soddisfatto"][..], false),
            (&["Completamente in disaccordo", "In disaccordo", "D'accordo", "Completamente d'accordo"], false),
            (&["Eccellente", "Buono", "Sufficiente", "Scarso"], true),
            (&["Pienamente d'accordo", "D'accordo", "In disaccordo", "Per niente d'accordo"], true),
            (&["1 - Molto soddisfatto", "2 - Soddisfatto", "3 - Non soddisfatto"], true),
            (&["Poco soddisfatto", "Soddisfatto", "Molto soddisfatto"], false),
            (&["Molto", "Abbastanza", "Poco"], true),
            (&["Stimme nicht zu", "Stimme zu", "Stimme voll zu"], false),
            (&["Very dissatisfied", "Neither", "Very satisfied"], false),
            (&["Sì", "No"], true),
            (&["No", "Sì"], false),
        ] {
            let (scale, _) = scale(labels);
            assert_eq!(scale.polarity == Polarity::LowerIsBetter, good_first, "{labels:?}");
            assert_eq!(scale.points.first().is_some_and(|point| point.satisfied), good_first, "{labels:?}");
        }
    }

    #[test]
    fn who_wants_to_say_nothing_is_not_on_the_scale() {
        let (own, values) = scale(&["Scarso", "Buono", "Preferisco non rispondere", "Non applicabile"]);
        assert_eq!(own.points.len(), 2);
        assert!(own.dont_know.is_some() && own.not_applicable.is_some());
        assert_eq!(values.keys().collect::<Vec<_>>(), ["1", "2"]);
    }

    #[test]
    fn an_office_in_a_sentence_is_no_profile() {
        let text = Texts::one(Language::italian(), "Ha usato lo sportello del Comune?");
        assert_eq!(role_of_choice("usato", &text, false, false), Role::Need);
        assert_eq!(role_of_choice("Ha usato lo sportello del Comune?", &text, true, false), Role::Filter);
        assert_eq!(role_of_choice("comune_di_residenza", &Texts::default(), false, false), Role::Profile);
        assert_eq!(role_of_choice("q1", &Texts::one(Language::italian(), "Quanti anni ha? Età"), false, true), Role::Profile);
    }
}
