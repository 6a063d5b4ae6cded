//! How a question was answered, guessed from its cells.

use super::heading::fold;
use crate::exchange::guess::{DONT_KNOW, NOT_APPLICABLE};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The most labels of a choice that is guessed, and the longest of them in characters.
const MOST_LABELS: usize = 15;
const LONGEST_LABEL: usize = 120;
/// The most answers of several that are guessed.
const MOST_PIECES: usize = 25;
/// The most points of a ladder that is guessed.
const MOST_RUNGS: usize = 7;

/// What headings say, in whole words, that ask for a count, an age or a year, not for a mark.
const COUNTED: &[&str] = &[
    " quanti ",
    " quante ",
    " how many ",
    " età ",
    " age ",
    " anni ",
    " anno ",
    " year ",
    " years ",
    " numero ",
    " number ",
    " wie viele ",
    " alter ",
    " jahr ",
    " jahre ",
    " combien ",
    " koliko ",
    " leto ",
];
/// What headings say that ask whether somebody would recommend; not "Consiglio", nor "consigliere".
const RECOMMEND: &[&str] = &[
    " consiglierebbe",
    " consigliereste",
    " consiglieresti",
    " consiglierei",
    " consigli a ",
    " consiglia",
    " raccomand",
    " recommend",
    " weiterempf",
    " recommand",
];

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
    // An address is nobody's choice, whoever gave it twice.
    if distinct.iter().any(|own| own.contains('@')) {
        return Guess::Text;
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

/// Whether cells are marks, or labels that judge.
pub(super) fn are_judgements(cells: &[&str]) -> bool {
    matches!(guess("", &Asking::of(cells.iter().copied())), Guess::Range(..) | Guess::Ladder(_))
}

fn of_numbers(heading: &str, values: &[&str]) -> Option<Guess> {
    let numbers: Option<Vec<i64>> = values.iter().map(|own| own.strip_suffix(".0").unwrap_or(own).parse().ok()).collect();
    let numbers = numbers?;
    let (least, most) = (*numbers.iter().min()?, *numbers.iter().max()?);
    let heading = format!(" {} ", fold(heading));
    let says = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    let is_mark = !says(COUNTED) && least >= 0;
    Some(match most {
        _ if is_mark && most <= 10 && (least == 0 || says(RECOMMEND)) => Guess::Range(0, 10),
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
            " molto in disaccordo ",
            " very unsatisf",
            " extremely unsatisf",
            " extremely dissatisf",
            " very unhapp",
            " extremely unhapp",
            " very unlikel",
            " extremely unlikel",
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
            " unsatisf",
            " unhapp",
            " unlikel",
            " non molto ",
            " not very ",
        ],
    ),
    (5, &[" ottim", " eccellent", " excellent ", " sempre ", " always "]),
    (3, &[" sufficien", " discret", " average ", " a volte ", " sometimes ", " fair "]),
    (
        4,
        &[" abbastanza ", " soddisf", " satisf", " buon", " good ", " agree ", " d accordo ", " accordo ", " spesso ", " often "],
    ),
];

/// How many of them are tried before what is said to be much.
const BAD_RUNGS: usize = 3;
/// What makes a good label of a word that is good: "molto soddisfatto", and not "molto lento".
const MUCH: &[&str] = &[
    " molto ",
    " very ",
    " completamente ",
    " del tutto ",
    " pienamente ",
    " estremamente ",
    " extremely ",
    " strongly ",
    " totalmente ",
];
/// How good words begin.
const POSITIVE: &[&str] = &[
    "soddisf",
    "satisf",
    "buon",
    "good",
    "agree",
    "accordo",
    "util",
    "useful",
    "chiar",
    "clear",
    "facil",
    "easy",
    "content",
    "bene",
    "well",
    "much",
    "happ",
    "likel",
    "probabil",
    "cortes",
    "gentil",
    "polite",
    "kind",
    "rapid",
    "veloc",
    "fast",
    "quick",
    "efficac",
    "efficien",
    "positiv",
    "adeguat",
    "important",
    "helpful",
    "comod",
    "disponibil",
    "competent",
    "sicur",
    "pulit",
    "accoglient",
    "spesso",
    "often",
    "favorevol",
    "interessant",
    "professional",
    "puntual",
    "precis",
    "semplic",
    "complet",
];

/// How good a label says it is: 1 for the bad end, 5 for the good one.
fn rung(label: &str) -> Option<u8> {
    let label = format!(" {} ", fold(label));
    let says = |words: &[&str]| words.iter().any(|word| label.contains(word));
    // Tried before what is good: "molto insoddisfatto" says "molto" too.
    let bad = RUNGS.iter().take(BAD_RUNGS).find(|(_, words)| says(words));
    if let Some((rung, _)) = bad {
        return Some(*rung);
    }
    if let Some(much) = MUCH.iter().find(|much| label.contains(**much)) {
        let rest = label.split_once(*much).map_or("", |(_, rest)| rest.trim());
        let is_good = rest.is_empty() || rest.split(' ').any(|word| POSITIVE.iter().any(|own| word.starts_with(own)));
        return is_good.then_some(5);
    }
    RUNGS.iter().skip(BAD_RUNGS).find(|(_, words)| says(words)).map(|(rung, _)| *rung)
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
    let mut pieces: HashMap<&str, usize> = HashMap::new();
    let mut pairs: HashMap<(&str, &str), usize> = HashMap::new();
    for cell in &cells {
        cell.iter().for_each(|piece| *pieces.entry(piece).or_insert(0) += 1);
        cell.windows(2).for_each(|pair| *pairs.entry((pair[0], pair[1])).or_insert(0) += 1);
    }
    let is_one = |first: &str, second: &str| {
        let small = second.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
        let beside = pairs.get(&(first, second));
        small && beside.is_some() && beside == pieces.get(first) && beside == pieces.get(second)
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
        for heading in [
            "Gli operatori l'hanno aiutata?",
            "Quanto è soddisfatto della società di trasporto?",
            "Quanto è agevole l'accesso?",
            "How would you rate the agency?",
            "Come valuta il sito del Consiglio provinciale?",
            "Come valuta il consigliere?",
        ] {
            assert_eq!(of(heading, &["4", "5", "2"]), Guess::Range(1, 5), "{heading}");
        }
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
    fn what_is_much_is_good_only_of_something_good() {
        let ladder = |cells: &[&str]| of("A", cells);
        assert_eq!(ladder(&["Satisfied", "Very unsatisfied"]), Guess::Ladder(owned(&["Very unsatisfied", "Satisfied"])));
        assert_eq!(ladder(&["Very likely", "Unlikely"]), Guess::Ladder(owned(&["Unlikely", "Very likely"])));
        assert_eq!(ladder(&["Molto", "Non molto"]), Guess::Ladder(owned(&["Non molto", "Molto"])));
        assert_eq!(ladder(&["Molto d'accordo", "Poco d'accordo"]), Guess::Ladder(owned(&["Poco d'accordo", "Molto d'accordo"])));
        let slow = ["Molto lento", "Abbastanza rapido", "Poco rapido", "Molto lento", "Poco rapido", "Abbastanza rapido"];
        assert_eq!(ladder(&slow), Guess::One(owned(&slow[..3])));
        assert_eq!(ladder(&["a@example.org", "b@example.org", "a@example.org", "b@example.org"]), Guess::Text);
    }

    #[test]
    fn many_texts_with_commas_cost_little() {
        let texts: Vec<String> = (0..4_000).map(|at| format!("uno {at}, due {at}, tre {at}, quattro {at}")).collect();
        let begun = std::time::Instant::now();
        assert_eq!(of("Altro?", &texts.iter().map(String::as_str).collect::<Vec<_>>()), Guess::Text);
        assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
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
