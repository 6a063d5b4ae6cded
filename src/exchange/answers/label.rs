//! Answers by their labels: which of the known ones a cell says.

use super::heading::fold;
use std::collections::HashMap;

/// The longest cell, in bytes, that is taken apart: nobody ticks so many answers.
const LONGEST_CELL: usize = 8_000;

/// What labels say, and what each stands for.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    /// In lower case, with single blanks and straight marks; then by letters and digits alone. `None` for what two answers share:
    /// "<18" and ">18" are one and the same without their signs.
    near: HashMap<String, Option<String>>,
    far: HashMap<String, Option<String>>,
    /// The near labels, the longest first.
    longest: Vec<String>,
}

impl Labels {
    pub fn add(&mut self, label: &str, means: &str) {
        let (near, far) = (near(label), fold(label));
        if !near.is_empty() {
            put(&mut self.near, near.clone(), means);
            if !self.longest.contains(&near) {
                self.longest.push(near);
                self.longest.sort_by_key(|own| std::cmp::Reverse(own.chars().count()));
            }
        }
        if !far.is_empty() {
            put(&mut self.far, far, means);
        }
    }

    /// What a whole cell stands for.
    pub fn find(&self, cell: &str) -> Option<&str> {
        let known = self.near.get(&near(cell)).or_else(|| self.far.get(&fold(cell)));
        known.and_then(Option::as_deref)
    }

    /// What a cell of several answers stands for, and the words between them that are no known label. Labels may hold commas
    /// themselves: the longest that fits is taken first.
    pub fn split(&self, cell: &str) -> (Vec<String>, Vec<String>) {
        if let Some(whole) = self.find(cell) {
            return (vec![whole.to_owned()], Vec::new());
        }
        if cell.len() > LONGEST_CELL {
            return (Vec::new(), vec![cell.trim().to_owned()]);
        }
        let (mut found, mut others) = (Vec::new(), Vec::new());
        let mut rest = cell;
        while let Some(from) = rest.find(|c: char| !is_between(c)) {
            rest = &rest[from..];
            let known = self.longest.iter().find_map(|label| Some((ends_of(rest, label)?, label)));
            let end = match known {
                Some((end, label)) => {
                    found.extend(self.find(label).map(str::to_owned));
                    end
                }
                None => {
                    let end = self.end_of_others(rest);
                    match self.find(&rest[..end]) {
                        Some(means) => found.push(means.to_owned()),
                        None => others.push(rest[..end].trim().to_owned()),
                    }
                    end
                }
            };
            rest = &rest[end..];
        }
        found.dedup();
        (found, others)
    }

    /// Where words that are no label end: at the next `;`, or before a comma behind which a label stands.
    fn end_of_others(&self, rest: &str) -> usize {
        let mut ends = rest.char_indices().filter(|(_, c)| [';', ',', '\n'].contains(c));
        // Of words that are longer by far than every label none is one.
        let longest = 4 * self.longest.first().map_or(0, String::len);
        let begins_label = |at: usize| {
            let after = rest[at..].trim_start_matches(is_between);
            self.longest.iter().any(|label| ends_of(after, label).is_some())
        };
        let end = ends.find(|(at, c)| *c != ',' || begins_label(*at) || (*at <= longest && self.is_known(&rest[..*at])));
        end.map_or(rest.len(), |(at, _)| at)
    }

    fn is_known(&self, words: &str) -> bool {
        self.find(words).is_some()
    }
}

fn put(labels: &mut HashMap<String, Option<String>>, label: String, means: &str) {
    let own = labels.entry(label).or_insert_with(|| Some(means.to_owned()));
    if own.as_deref() != Some(means) {
        *own = None;
    }
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || c == ',' || c == ';'
}

/// In lower case, with single blanks, with straight marks for curved ones.
fn near(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase).map(straight) {
        match letter {
            ' ' if plain.is_empty() || plain.ends_with(' ') => {}
            letter => plain.push(letter),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

fn straight(letter: char) -> char {
    match letter {
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        '\u{201c}' | '\u{201d}' | '«' | '»' => '"',
        '\u{2010}'..='\u{2015}' => '-',
        blank if blank.is_whitespace() => ' ',
        other => other,
    }
}

/// Where a label ends in the text that begins with it; `None` where the text begins otherwise or goes on within the word.
fn ends_of(text: &str, label: &str) -> Option<usize> {
    let mut wanted = label.chars().peekable();
    let mut after_blank = false;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        if wanted.peek().is_none() {
            break;
        }
        for lower in letter.to_lowercase().map(straight) {
            if lower == ' ' && after_blank {
                continue;
            }
            if wanted.next() != Some(lower) {
                return None;
            }
            after_blank = lower == ' ';
        }
        end = at + letter.len_utf8();
    }
    let follows = text[end..].trim_start_matches([' ', '\u{a0}']).chars().next();
    (wanted.peek().is_none() && follows.is_none_or(|c| [',', ';', '\n'].contains(&c))).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(known: &[&str]) -> Labels {
        let mut labels = Labels::default();
        known.iter().for_each(|own| labels.add(own, own));
        labels
    }

    fn split(known: &[&str], cell: &str) -> (Vec<String>, Vec<String>) {
        labels(known).split(cell)
    }

    fn owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|own| (*own).to_owned()).collect()
    }

    #[test]
    fn several_choices_are_taken_apart_whatever_stands_between_them() {
        let known = ["Sportello", "Telefono", "Posta, anche elettronica"];
        for cell in [
            "Sportello, Posta, anche elettronica",
            "Sportello;Posta, anche elettronica;",
            "sportello,\nPOSTA,  anche elettronica",
        ] {
            assert_eq!(split(&known, cell), (owned(&["Sportello", "Posta, anche elettronica"]), Vec::new()), "{cell}");
        }
        assert_eq!(split(&known, ""), Default::default());
        assert_eq!(split(&known, ";"), Default::default());
    }

    #[test]
    fn a_label_within_another_is_not_taken_for_it() {
        let known = ["A", "A, B", "B", "Orari", "Orari di apertura"];
        assert_eq!(split(&known, "A, B").0, ["A, B"]);
        assert_eq!(split(&known, "B, A").0, ["B", "A"]);
        assert_eq!(split(&known, "Orari di apertura, A").0, ["Orari di apertura", "A"]);
    }

    #[test]
    fn words_that_are_no_label_stay_together() {
        let known = ["Sportello", "Telefono"];
        let other = |cell| split(&known, cell);
        assert_eq!(other("Sportello, un amico, di persona"), (owned(&["Sportello"]), owned(&["un amico, di persona"])));
        assert_eq!(other("per caso, Telefono"), (owned(&["Telefono"]), owned(&["per caso"])));
        assert_eq!(
            other("Sportello;per caso, credo;Telefono;"),
            (owned(&["Sportello", "Telefono"]), owned(&["per caso, credo"]))
        );
        assert_eq!(other("Sportelloni"), (Vec::new(), owned(&["Sportelloni"])));
    }

    #[test]
    fn a_cell_of_nothing_but_commas_costs_little() {
        let known: Vec<String> = (0..30).map(|number| format!("Etichetta numero {number}, con una virgola")).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let begun = std::time::Instant::now();
        let long = "a,".repeat(20_000);
        assert_eq!(split(&known, &long), (Vec::new(), vec![long.clone()]));
        assert_eq!(split(&known, &long[..8_000]).1.len(), 1);
        assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
    }

    #[test]
    fn signs_tell_apart_what_letters_do_not() {
        let labels = labels(&["< 18", "> 18", "Più di 65 anni", "L\u{2019}ho usato"]);
        assert_eq!(labels.find("<  18"), Some("< 18"));
        assert_eq!(labels.find("18"), None);
        assert_eq!(labels.find("piu di 65 anni"), None);
        assert_eq!(labels.find("PIÙ DI 65 ANNI."), Some("Più di 65 anni"));
        assert_eq!(labels.find("l'ho usato"), Some("L\u{2019}ho usato"));
    }
}
