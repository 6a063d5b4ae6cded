//! A form from a file of answers: what was asked stands in the headings, how it was answered is guessed from the cells, and told.

use super::AnswersTable;
use super::guessed::{Asking, Guess, guess, ladder_with};
use super::heading::{fold, is_record, of_grid, unnumbered, without_count};
use super::matching::TakenFor;
use crate::exchange::draft::{Asked, Draft, DraftChoice, DraftItem, DraftPage, DraftQuestion, List};
use crate::exchange::reason::Reasons;
use crate::exchange::tongue::named;
use crate::exchange::{Imported, Place, build};
use crate::fault::Said;
use crate::text::{Language, Texts};
use std::collections::BTreeMap;

/// The most points of a grid's scale.
const MOST_POINTS: usize = 11;

/// Reads an export of answers; `None` for a table that does not tell when answers were sent, and for what is no table.
pub(in crate::exchange) fn read(name: &str, bytes: &[u8]) -> Option<Imported> {
    let table = AnswersTable::of_file(bytes, None).ok()?;
    (table.header().len() > 1 && table.tells_when()).then(|| {
        let mut reasons = Reasons::new();
        let draft = Maker::new(&table, &mut reasons).draft(name);
        build::build(draft, reasons)
    })
}

struct Maker<'t> {
    table: &'t AnswersTable,
    reasons: &'t mut Reasons,
    language: Language,
    lists: BTreeMap<String, List>,
    /// Labels that judge, each ladder from its bad end to its good one.
    ladders: Vec<Vec<String>>,
}

/// A column with its heading without number and star.
struct Heading<'t> {
    at: usize,
    whole: &'t str,
    text: String,
}

impl<'t> Maker<'t> {
    fn new(table: &'t AnswersTable, reasons: &'t mut Reasons) -> Self {
        let language = language_of(table.header());
        reasons.push(&Place::File, "exchange-answers-file", "exchange-hint-answers-file");
        let message = Said::new("exchange-language-unsaid").with("language", named(&language));
        reasons.push(&Place::File, message, "exchange-hint-answers-language");
        Self { table, reasons, language, lists: BTreeMap::new(), ladders: Vec::new() }
    }

    fn draft(mut self, name: &str) -> Draft {
        let stem = name.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem).trim();
        let headings = self.headings();
        // What judges on one scale shares it, however few of its labels a single question has.
        for heading in &headings {
            let Guess::Ladder(labels) = guess(&heading.text, &self.asking(heading.at)) else { continue };
            ladder_with(&mut self.ladders, labels);
        }
        let mut page: DraftPage = build::page(Place::File, "page");
        let mut rest = headings.as_slice();
        while let Some((first, others)) = rest.split_first() {
            let grid = of_grid(first.whole).map(|(question, _)| question);
            let is_same = |other: &&Heading| grid.is_some() && of_grid(other.whole).map(|(question, _)| question) == grid;
            let length = 1 + others.iter().take_while(is_same).count();
            let (group, after) = rest.split_at(length);
            match (grid, length) {
                (Some(question), 2..) if self.is_grid(group) => page.questions.push(self.grid(question, group)),
                _ => page.questions.extend(group.iter().map(|own| self.single(own)).collect::<Vec<_>>()),
            }
            rest = after;
        }
        Draft {
            code: stem.to_owned(),
            languages: vec![self.language.clone()],
            title: Texts::one(self.language.clone(), stem),
            lists: self.lists,
            pages: vec![page],
            ..Draft::default()
        }
    }

    /// The columns that ask something; why the others are left out is told.
    fn headings(&mut self) -> Vec<Heading<'t>> {
        let table = self.table;
        let (mut headings, mut records): (Vec<Heading>, Vec<&str>) = (Vec::new(), Vec::new());
        for (at, whole) in table.header().iter().enumerate() {
            let place = Place::Part(whole.clone());
            match table.own(at) {
                Some((TakenFor::Personal, _)) => {
                    self.reasons.push(&place, "exchange-answers-personal", "exchange-hint-answers-personal")
                }
                Some(_) => records.push(whole),
                None if is_record(whole) || whole == AnswersTable::REASONS => records.push(whole),
                None if fold(whole).is_empty() => {
                    let place = Place::Part((at + 1).to_string());
                    self.reasons.push(&place, "exchange-answers-no-heading", "exchange-hint-answers-no-heading");
                }
                None => {
                    // A second question of the same text.
                    let stem = without_count(whole).filter(|stem| headings.iter().any(|own| fold(own.whole) == fold(stem)));
                    let text = unnumbered(stem.unwrap_or(whole)).trim_end_matches(['*', ' ', '\u{a0}']).to_owned();
                    headings.push(Heading { at, whole, text });
                }
            }
        }
        let message = Said::new("exchange-answers-record").with("names", records.join(", "));
        self.reasons.push(&Place::File, message, "exchange-hint-answers-record");
        headings
    }

    fn asking(&self, at: usize) -> Asking<'t> {
        Asking::of(self.table.rows().iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.trim()))
    }

    fn one(&self, text: &str) -> Texts {
        Texts::one(self.language.clone(), text)
    }

    fn question(&self, heading: &str, text: &str, asked: Asked) -> DraftQuestion {
        DraftQuestion {
            place: Place::Part(heading.to_owned()),
            name: text.to_owned(),
            text: self.one(text),
            hint: Texts::default(),
            role: None,
            factor: None,
            required: false,
            when: Vec::new(),
            asked,
        }
    }

    fn single(&mut self, heading: &Heading) -> DraftQuestion {
        let asking = self.asking(heading.at);
        let place = Place::Part(heading.whole.to_owned());
        let count = asking.distinct.len();
        let mut tell = |key: &'static str, hint: &'static str, values: &[(&'static str, String)]| {
            let said = values.iter().fold(Said::new(key), |said, (name, value)| said.with(name, value.as_str()));
            self.reasons.push(&place, said, hint);
        };
        let asked = match guess(&heading.text, &asking) {
            Guess::Range(least, most) => {
                let values = [("least", least.to_string()), ("most", most.to_string())];
                tell("exchange-answers-range", "exchange-hint-answers-range", &values);
                Asked::Range { least, most }
            }
            Guess::Number(least, most) => {
                tell(
                    "exchange-answers-number",
                    "exchange-hint-answers-number",
                    &[("least", least.to_string()), ("most", most.to_string())],
                );
                Asked::Number { least, most }
            }
            Guess::Ladder(labels) => {
                let shared = self.ladders.iter().find(|own| labels.iter().all(|label| own.contains(label)));
                let labels = shared.cloned().unwrap_or(labels);
                Asked::One { list: self.list(&labels), likert: true }
            }
            Guess::One(labels) => {
                tell("exchange-answers-choice", "exchange-hint-answers-choice", &[("count", labels.len().to_string())]);
                Asked::One { list: self.list(&labels), likert: false }
            }
            Guess::Several(labels) => {
                tell("exchange-answers-several", "exchange-hint-answers-choice", &[("count", labels.len().to_string())]);
                Asked::Several { list: self.list(&labels), at_most: None, exclusive: Vec::new() }
            }
            Guess::Text => {
                let key = if count == 0 { "exchange-answers-empty" } else { "exchange-answers-text" };
                tell(key, "exchange-hint-answers-text", &[]);
                Asked::Text { most: None }
            }
        };
        self.question(heading.whole, &heading.text, asked)
    }

    /// Whether the columns of a grid are answered on one scale.
    fn is_grid(&self, group: &[Heading]) -> bool {
        let labels = self.labels_of(group);
        (2..=MOST_POINTS).contains(&labels.len()) || self.numbers_of(group).is_some()
    }

    fn labels_of(&self, group: &[Heading]) -> Vec<String> {
        let mut labels: Vec<String> = Vec::new();
        for label in group.iter().flat_map(|heading| self.asking(heading.at).distinct) {
            if !labels.iter().any(|own| own == label) {
                labels.push(label.to_owned());
            }
        }
        labels
    }

    /// The ends of a grid's scale of bare numbers.
    fn numbers_of(&self, group: &[Heading]) -> Option<(u8, u8)> {
        let values: Vec<&str> = group.iter().flat_map(|heading| self.asking(heading.at).values).collect();
        match guess("", &Asking::of(values.into_iter())) {
            Guess::Range(least, most) => Some((least, most)),
            _ => None,
        }
    }

    fn grid(&mut self, question: &str, group: &[Heading]) -> DraftQuestion {
        let list = match self.numbers_of(group) {
            Some((least, most)) => self.list_of((least..=most).map(|number| (number.to_string(), Texts::default())).collect()),
            None => {
                let labels = self.labels_of(group);
                let shared = self.ladders.iter().find(|own| labels.iter().all(|label| own.contains(label))).cloned();
                let mut ladders = Vec::new();
                ladder_with(&mut ladders, labels.clone());
                let labels = shared.or(ladders.pop()).unwrap_or(labels);
                self.list(&labels)
            }
        };
        let item = |heading: &Heading| {
            let row = of_grid(heading.whole).map_or(heading.whole, |(_, row)| row);
            DraftItem { place: Place::Part(heading.whole.to_owned()), name: row.to_owned(), text: self.one(row), factor: None }
        };
        let items = group.iter().map(item).collect();
        let text = unnumbered(question).trim_end_matches(['*', ' ', '\u{a0}']).to_owned();
        self.question(question, &text, Asked::Matrix { list, items, importance: None })
    }

    /// The name of the list with these labels.
    fn list(&mut self, labels: &[String]) -> String {
        let choices = labels.iter().map(|label| (label.clone(), self.one(label))).collect();
        self.list_of(choices)
    }

    fn list_of(&mut self, choices: Vec<(String, Texts)>) -> String {
        let name = choices.iter().map(|(name, _)| fold(name)).collect::<Vec<_>>().join(" | ");
        let choice =
            |(name, label): (String, Texts)| DraftChoice { place: Place::File, name, label, value: None, exclusive: false };
        let list = || List { choices: choices.into_iter().map(choice).collect(), scale: None };
        self.lists.entry(name.clone()).or_insert_with(list);
        name
    }
}

/// The languages that are told apart, each by its little words; the first where none is said most.
const LITTLE_WORDS: [(&str, &[&str]); 5] = [
    (
        "it",
        &[
            " il ",
            " la ",
            " le ",
            " gli ",
            " una ",
            " di ",
            " che ",
            " è ",
            " come ",
            " per ",
            " del ",
            " della ",
            " quanto ",
            " perché ",
            " con ",
            " suo ",
            " ha ",
        ],
    ),
    ("en", &[" the ", " of ", " is ", " how ", " you ", " your ", " what ", " with ", " why ", " are ", " did ", " do "]),
    (
        "de",
        &[
            " der ", " die ", " das ", " wie ", " sie ", " mit ", " und ", " ist ", " für ", " sind ", " haben ", " ihnen ",
            " nicht ", " was ", " warum ",
        ],
    ),
    (
        "fr",
        &[
            " les ",
            " des ",
            " est ",
            " vous ",
            " votre ",
            " avec ",
            " pour ",
            " êtes ",
            " avez ",
            " quel ",
            " quelle ",
            " pourquoi ",
            " du ",
        ],
    ),
    (
        "sl",
        &[
            " je ", " ste ", " kako ", " ali ", " za ", " vam ", " vas ", " vaš ", " kaj ", " zakaj ", " pri ", " bili ", " še ",
            " ki ",
        ],
    ),
];

/// The language in which most headings are written, by the little words; Italian where they tell nothing.
fn language_of(header: &[String]) -> Language {
    let headings: Vec<String> = header.iter().map(|heading| format!(" {} ", fold(heading))).collect();
    let count = |words: &[&str]| headings.iter().filter(|heading| words.iter().any(|word| heading.contains(word))).count();
    let counts = LITTLE_WORDS.map(|(code, words)| (code, count(words)));
    // Of several that are said as often the last is taken, and Italian stands first.
    let best = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    best.and_then(|(code, _)| Language::parse(code)).unwrap_or_else(Language::italian)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_told_by_little_words() {
        for (headings, code) in [
            (&["Zeitstempel", "Wie zufrieden sind Sie mit dem Schalter?", "Warum?"][..], "de"),
            (&["Horodateur", "Êtes-vous satisfait du service ?", "Pourquoi ?"], "fr"),
            (&["Časovni žig", "Kako ste zadovoljni s storitvijo?"], "sl"),
            (&["Timestamp", "How satisfied are you?"], "en"),
            (&["Timestamp", "Voto", "Quanto è soddisfatto del servizio?"], "it"),
            (&["Timestamp", "Voti le informazioni"], "it"),
            (&["Timestamp", "Voto"], "it"),
        ] {
            let header: Vec<String> = headings.iter().map(|own| (*own).to_owned()).collect();
            assert_eq!(language_of(&header).to_string(), code, "{headings:?}");
        }
    }
}
