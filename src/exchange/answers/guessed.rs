//! How a question was answered, guessed from its cells.

use super::heading::fold;
use crate::exchange::guess::{DONT_KNOW, NOT_APPLICABLE, RECOMMEND, says};
use std::collections::{BTreeMap, BTreeSet};

/// The most labels of a choice that is guessed, and the longest of them in characters.
const MOST_LABELS: usize = 15;
const LONGEST_LABEL: usize = 120;
/// The most answers of several that are guessed.
const MOST_PIECES: usize = 25;
/// The most points of a ladder that is guessed.
const MOST_RUNGS: usize = 7;

/// What headings say that ask for a count, an age or a year, not for a mark.
const COUNTED: [&str; 10] = ["quanti ", "quante ", "how many", "età", " age", "anni ", "anno ", "year", "numero", "number"];

/// The cells of a column that hold anything, and each different one once, in the order of the file.
pub(super) struct Asking<'t> {
    pub values: Vec<&'t str>,
    pub distinct: Vec<&'t str>,
}

impl<'t> Asking<'t> {
    pub fn of(cells: impl Iterator<Item = &'t str>) -> Self {
        let values: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let mut seen = BTreeSet::new();
        let distinct = values.iter().copied().filter(|value| seen.insert(*value)).collect();
        Self { values, distinct }
    }
}

/// How a question seems to be answered.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Guess {
    /// By a mark between two ends.
    Range(u8, u8),
    /// By a number.
    Number(i64, i64),
    /// By one of these labels, which judge; from the bad end to the good one.
    Ladder(Vec<String>),
    /// By one of these labels.
    One(Vec<String>),
    /// By any of these labels.
    Several(Vec<String>),
    /// In words.
    Text,
}

pub(super) fn guess(heading: &str, asking: &Asking) -> Guess {
    let Asking { values, distinct } = asking;
    if let Some(guess) = of_numbers(heading, values) {
        return guess;
    }
    let labels = || distinct.iter().map(|own| (*own).to_owned()).collect::<Vec<String>>();
    if let Some(ladder) = ladder(&labels()) {
        return Guess::Ladder(ladder);
    }
    if let Some(pieces) = pieces(values) {
        return Guess::Several(pieces);
    }
    let repeated = values.len() - distinct.len();
    let few = (2..=MOST_LABELS).contains(&distinct.len()) && distinct.iter().all(|own| own.chars().count() <= LONGEST_LABEL);
    if few && (repeated >= distinct.len() || (distinct.len() <= 3 && repeated > 0)) { Guess::One(labels()) } else { Guess::Text }
}

fn of_numbers(heading: &str, values: &[&str]) -> Option<Guess> {
    let numbers: Option<Vec<i64>> = values.iter().map(|own| own.strip_suffix(".0").unwrap_or(own).parse().ok()).collect();
    let numbers = numbers?;
    let (least, most) = (*numbers.iter().min()?, *numbers.iter().max()?);
    let heading = format!(" {} ", heading.to_lowercase());
    let is_mark = !says(&heading, &COUNTED) && least >= 0;
    Some(match most {
        _ if is_mark && most <= 10 && (least == 0 || says(&heading, &RECOMMEND)) => Guess::Range(0, 10),
        ..=5 if is_mark => Guess::Range(1, 5),
        ..=10 if is_mark => Guess::Range(1, 10),
        // What is longer is a telephone number or another name for somebody.
        1_000_000.. => Guess::Text,
        _ => Guess::Number(least.min(0), [120, 10_000, 1_000_000].into_iter().find(|end| *end >= most).unwrap_or(most)),
    })
}

/// The labels of a ladder in their order; `None` unless each has a rung of its own.
fn ladder(labels: &[String]) -> Option<Vec<String>> {
    let is_aside = |label: &str| DONT_KNOW.contains(&label) || NOT_APPLICABLE.contains(&label);
    let (aside, judging): (Vec<&String>, Vec<&String>) = labels.iter().partition(|label| is_aside(&label.trim().to_lowercase()));
    let mut rungs: BTreeMap<u8, &String> = BTreeMap::new();
    for label in &judging {
        if rungs.insert(rung(label)?, label).is_some() {
            return None;
        }
    }
    (2..=MOST_RUNGS).contains(&rungs.len()).then(|| rungs.into_values().chain(aside).cloned().collect())
}

/// Adds the labels of a question to the ladder that they belong to, or as a ladder of their own.
pub(super) fn ladder_with(ladders: &mut Vec<Vec<String>>, labels: Vec<String>) {
    for own in ladders.iter_mut().filter(|own| labels.iter().any(|label| own.contains(label))) {
        let more = labels.iter().filter(|label| !own.contains(label));
        let joined: Vec<String> = own.iter().chain(more).cloned().collect();
        if let Some(joined) = ladder(&joined) {
            *own = joined;
            return;
        }
    }
    ladders.extend(ladder(&labels));
}

/// What labels say, and how good it is. Tried in this order: "insoddisfatto" holds "soddisfatto", "molto insoddisfatto" holds "molto".
const RUNGS: [(u8, &[&str]); 6] = [
    (3, &[" né ", " neither ", " neutr", " indifferent", " così così "]),
    (
        1,
        &[
            " per niente ",
            " per nulla ",
            " pessim",
            " molto insoddisf",
            " completamente insoddisf",
            " del tutto insoddisf",
            " completamente in disaccordo ",
            " fortemente in disaccordo ",
            " in totale disaccordo ",
            " very dissatisf",
            " strongly disagree ",
            " very poor ",
            " mai ",
            " never ",
            " not at all ",
            " molto scars",
        ],
    ),
    (
        2,
        &[
            " insoddisf",
            " dissatisf",
            " poco ",
            " scars",
            " disagree ",
            " disaccordo ",
            " raramente ",
            " rarely ",
            " poor ",
            " insufficien",
        ],
    ),
    (
        5,
        &[
            " molto ",
            " very ",
            " completamente ",
            " del tutto ",
            " pienamente ",
            " estremamente ",
            " extremely ",
            " strongly ",
            " ottim",
            " eccellent",
            " excellent ",
            " sempre ",
            " always ",
        ],
    ),
    (3, &[" sufficien", " discret", " average ", " a volte ", " sometimes ", " fair "]),
    (
        4,
        &[" abbastanza ", " soddisf", " satisf", " buon", " good ", " agree ", " d accordo ", " accordo ", " spesso ", " often "],
    ),
];

/// How good a label says it is: 1 for the bad end, 5 for the good one.
fn rung(label: &str) -> Option<u8> {
    let label = format!(" {} ", fold(label));
    RUNGS.iter().find(|(_, words)| words.iter().any(|word| label.contains(word))).map(|(rung, _)| *rung)
}

/// The labels of which cells are made, where several stand in one: behind each a `;`, or the same words with commas between them in
/// one cell and another.
fn pieces(values: &[&str]) -> Option<Vec<String>> {
    let split_at = |mark: &'static str| -> Vec<Vec<&str>> {
        values.iter().map(|value| value.split(mark).map(str::trim).filter(|piece| !piece.is_empty()).collect()).collect()
    };
    if values.iter().any(|value| value.ends_with(';')) {
        let cells = split_at(";");
        let found = in_order(cells.iter().flatten().copied());
        return (2..=MOST_PIECES).contains(&found.len()).then_some(found);
    }
    [";", ", "].into_iter().filter(|mark| values.iter().any(|value| value.contains(mark))).find_map(|mark| {
        let cells = joined(split_at(mark), mark);
        let mut counts: BTreeMap<&str, (usize, BTreeSet<usize>)> = BTreeMap::new();
        for cell in &cells {
            for piece in cell {
                let own = counts.entry(piece.as_str()).or_default();
                own.0 += 1;
                own.1.insert(cell.len());
            }
        }
        let (all, repeated) = counts
            .values()
            .fold((0, 0), |(all, repeated), (count, _)| (all + count, repeated + if *count > 1 { *count } else { 0 }));
        let mixed = counts.values().any(|(count, sizes)| *count > 1 && sizes.len() > 1);
        let short = counts.keys().all(|piece| piece.chars().count() <= LONGEST_LABEL);
        let found = in_order(cells.iter().flatten().map(String::as_str));
        (short && mixed && repeated * 10 >= all * 7 && (2..=MOST_PIECES).contains(&found.len())).then_some(found)
    })
}

fn in_order<'t>(pieces: impl Iterator<Item = &'t str>) -> Vec<String> {
    Asking::of(pieces).distinct.into_iter().map(str::to_owned).collect()
}

/// Pieces that always stand beside each other, the second in small letters, are one label with a comma in it.
fn joined(cells: Vec<Vec<&str>>, mark: &str) -> Vec<Vec<String>> {
    let pairs = |cell: &Vec<&str>| cell.windows(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect::<Vec<_>>();
    let beside: BTreeSet<(String, String)> = cells.iter().flat_map(pairs).collect();
    let is_one = |first: &str, second: &str| {
        let small = second.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
        small
            && beside.contains(&(first.to_owned(), second.to_owned()))
            && cells.iter().all(|cell| {
                let after = |at: usize| cell.get(at + 1) == Some(&second);
                let before = |at: usize| at > 0 && cell[at - 1] == first;
                cell.iter().enumerate().all(|(at, piece)| (*piece != first || after(at)) && (*piece != second || before(at)))
            })
    };
    let join = |cell: &Vec<&str>| {
        let mut own: Vec<String> = Vec::new();
        for (at, piece) in cell.iter().enumerate() {
            match own.last_mut() {
                Some(last) if at > 0 && is_one(cell[at - 1], piece) => *last = format!("{last}{mark}{piece}"),
                _ => own.push((*piece).to_owned()),
            }
        }
        own
    };
    cells.iter().map(join).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(heading: &str, cells: &[&str]) -> Guess {
        guess(heading, &Asking::of(cells.iter().copied()))
    }

    fn owned(labels: &[&str]) -> Vec<String> {
        labels.iter().map(|own| (*own).to_owned()).collect()
    }

    #[test]
    fn numbers_are_marks_or_counts() {
        assert_eq!(of("Voto", &["4", "5", "2"]), Guess::Range(1, 5));
        assert_eq!(of("Voto", &["4", "9", "2.0"]), Guess::Range(1, 10));
        assert_eq!(of("Ci consiglierebbe?", &["4", "5"]), Guess::Range(0, 10));
        assert_eq!(of("Voto", &["0", "10"]), Guess::Range(0, 10));
        assert_eq!(of("Quanti anni ha?", &["4", "5"]), Guess::Number(0, 120));
        assert_eq!(of("Pratiche", &["340", "12"]), Guess::Number(0, 10_000));
        assert_eq!(of("Recapito", &["3331234567"]), Guess::Text);
        assert_eq!(of("Vuota", &[]), Guess::Text);
    }

    #[test]
    fn judgements_stand_in_their_order_whoever_answered_first() {
        let cells = [
            "Molto soddisfatto",
            "Per niente soddisfatto",
            "Abbastanza soddisfatto",
            "Non so",
            "Né soddisfatto né insoddisfatto",
        ];
        let expected = [
            "Per niente soddisfatto",
            "Né soddisfatto né insoddisfatto",
            "Abbastanza soddisfatto",
            "Molto soddisfatto",
            "Non so",
        ];
        assert_eq!(of("Sportello", &cells), Guess::Ladder(owned(&expected)));
        assert_eq!(
            of("A", &["Strongly agree", "Disagree", "Neutral"]),
            Guess::Ladder(owned(&["Disagree", "Neutral", "Strongly agree"]))
        );
        let mut ladders = vec![owned(&["Poco", "Molto"])];
        ladder_with(&mut ladders, owned(&["Abbastanza", "Molto"]));
        assert_eq!(ladders, [owned(&["Poco", "Abbastanza", "Molto"])]);
    }

    #[test]
    fn choices_repeat_and_words_do_not() {
        assert_eq!(of("Sesso", &["F", "M", "F", "F", "M"]), Guess::One(owned(&["F", "M"])));
        assert_eq!(of("Usato?", &["Sì", "No", "Sì"]), Guess::One(owned(&["Sì", "No"])));
        assert_eq!(of("Altro?", &["Più sedie", "Più personale"]), Guess::Text);
        assert_eq!(
            of("Quando?", &["Prima, online", "Dopo, qui", "Prima, online", "Dopo, qui"]),
            Guess::One(owned(&["Prima, online", "Dopo, qui"]))
        );
        let words = ["Mi piace, ma è lento", "Lento, caro, lontano", "Va bene così, grazie"];
        assert_eq!(of("Altro?", &words), Guess::Text);
    }

    #[test]
    fn several_choices_are_seen_by_what_stands_between_them() {
        let found = Guess::Several(owned(&["Sportello", "Telefono", "Posta"]));
        assert_eq!(of("Come?", &["Sportello;Telefono;", "Posta;"]), found);
        assert_eq!(of("Come?", &["Sportello, Telefono", "Telefono", "Posta, Sportello", "Posta"]), found);
        assert_eq!(of("Come?", &["Sportello;Telefono", "Telefono", "Posta;Sportello", "Posta"]), found);
        let comma = ["Al mattino, dalle 9", "Al mattino, dalle 9, Di sera", "Di sera", "Di sera"];
        assert_eq!(of("Quando?", &comma), Guess::Several(owned(&["Al mattino, dalle 9", "Di sera"])));
    }
}
