//! The hint on a word that is not known: the nearest known one.

use super::Said;

/// "Did you mean ...?" when one of the known words is near, else all of them.
pub fn hint_among(typed: &str, known: &[&str]) -> Said {
    let nearest = known.iter().map(|word| (distance(typed, word), word)).min();
    match nearest {
        Some((far, word)) if far <= 2 && far < typed.chars().count() => Said::new("fault-hint-nearest").with("word", *word),
        Some(_) => Said::new("fault-hint-known").with("known", known.join(", ")),
        None => Said::new("fault-hint-take-out"),
    }
}

/// The number of letters to change, insert or leave out (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
