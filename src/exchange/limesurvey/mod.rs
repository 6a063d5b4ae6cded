//! LimeSurvey's `.lss`: what of a survey's structure a form can hold. Its texts are HTML; what is carried are their words.

mod expression;
mod tables;

use super::draft::{Asked, BOUNDS, Draft, DraftChoice, DraftItem, DraftPage, DraftQuestion, Expr, List, MOST_LANGUAGES, OTHER};
use super::reason::Reasons;
use super::tongue::language_of;
use super::words::{self, Words};
use super::{Imported, Place, build};
use crate::fault::Said;
use crate::text::{Language, Texts};
use std::collections::{BTreeMap, BTreeSet};
use tables::{Row, Tables};

/// What a question may have besides, and no question of ours can.
const NAMED: [&str; 5] = ["em_validation_q", "array_filter", "array_filter_exclude", "min_answers", "random_order"];

/// Reads the file; `None` where the text is XML of another kind, or none.
pub(super) fn read(text: &str) -> Option<Imported> {
    let options = roxmltree::ParsingOptions { allow_dtd: false, nodes_limit: 2_000_000, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options).ok()?;
    let tables = Tables::of(&document)?;
    let mut reasons = Reasons::new();
    let draft = Reader::new(&tables, &mut reasons).draft();
    Some(build::build(draft, reasons))
}

struct Reader<'r> {
    tables: &'r Tables<'r>,
    reasons: &'r mut Reasons,
    languages: Vec<Language>,
    lists: BTreeMap<String, List>,
    dropped: BTreeSet<String>,
    /// The options of multiple choices, by the names that expressions have for them: question and choice.
    options: BTreeMap<String, (String, String)>,
}

impl<'r> Reader<'r> {
    fn new(tables: &'r Tables<'r>, reasons: &'r mut Reasons) -> Self {
        let survey = tables.rows("surveys").next();
        let named = survey.map(|row| format!("{} {}", row.get("language"), row.get("additional_languages"))).unwrap_or_default();
        let mut languages: Vec<Language> = Vec::new();
        for language in named.split_whitespace().take(MOST_LANGUAGES).filter_map(language_of) {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        if languages.is_empty() {
            languages.push(Language::italian());
        }
        let options = BTreeMap::new();
        Self { tables, reasons, languages, lists: BTreeMap::new(), dropped: BTreeSet::new(), options }
    }

    fn draft(mut self) -> Draft {
        let words = |key: &str| self.tables.settings(key);
        let (title, introduction, thanks) = (words("surveyls_title"), words("surveyls_welcometext"), words("surveyls_endtext"));
        let mut pages: Vec<DraftPage> = Vec::new();
        let mut all: BTreeMap<&str, Vec<Row<'_>>> = BTreeMap::new();
        for question in self.tables.in_order("questions", "qid", "question_order") {
            all.entry(question.get("gid")).or_default().push(question);
        }
        for group in self.tables.in_order("groups", "gid", "group_order") {
            let id = group.get("gid");
            let title = self.tables.worded(("groups", "group_l10ns"), "gid", id, "group_name");
            let place = Place::Part(title.iter().next().map(|(_, text)| text.to_owned()).unwrap_or_else(|| id.to_owned()));
            let when = self.when(&group, "grelevance", &place);
            let mut questions = Vec::new();
            for question in all.remove(id).unwrap_or_default().iter() {
                questions.extend(self.question(question));
            }
            let name = title.iter().next().map(|(_, text)| text.to_owned()).unwrap_or_default();
            pages.push(DraftPage { place, name, title, when, questions });
        }
        let code = title.iter().next().map(|(_, text)| text.to_owned()).unwrap_or_default();
        Draft {
            code,
            languages: self.languages,
            title,
            introduction,
            thanks,
            lists: self.lists,
            pages,
            dropped: self.dropped,
            ..Draft::default()
        }
    }

    fn when(&mut self, row: &Row<'_>, key: &str, place: &Place) -> Vec<Expr> {
        let text = row.get(key);
        if text.is_empty() || text == "1" {
            return Vec::new();
        }
        let read = expression::parse(text, &self.options);
        if read.is_none() {
            self.reasons.push(place, Said::new("exchange-when-unreadable").with("text", text), "exchange-hint-when");
        }
        read.into_iter().collect()
    }

    fn question(&mut self, row: &Row<'_>) -> Vec<DraftQuestion> {
        let (id, name) = (row.get("qid"), row.get("title"));
        let place = Place::Part(name.to_owned());
        if self.tables.attribute(id, "hidden") == Some("1") {
            self.reasons.push(&place, "exchange-hidden", "exchange-hint-hidden");
            self.dropped.insert(name.to_owned());
            return Vec::new();
        }
        let text = self.tables.worded(("questions", "question_l10ns"), "qid", id, "question");
        let hint = self.tables.worded(("questions", "question_l10ns"), "qid", id, "help");
        self.tell_of_the_rest(row, &text, &place);
        let when = self.when(row, "relevance", &place);
        let required = row.get("mandatory") == "Y" || row.get("mandatory") == "S";
        let make = |name: &str, text: Texts, asked: Asked| {
            let made = DraftQuestion::of(place.clone(), name, text, when.clone(), asked);
            DraftQuestion { hint: hint.clone(), required, ..made }
        };
        let each = |parts: Vec<DraftItem>, asked: &dyn Fn(&DraftItem) -> Asked| -> Vec<DraftQuestion> {
            // Each is a question of its own; what they have in common stands before the first.
            let head = make(name, text.clone(), Asked::Note);
            let made = parts.into_iter().map(|part| {
                let asked = asked(&part);
                make(&part.name, part.text, asked)
            });
            [head].into_iter().chain(made).collect()
        };
        match row.get("type") {
            "K" => {
                let Asked::Number { least, most } = self.number(id, &place) else { return Vec::new() };
                each(self.parts(id, name), &|_| Asked::Number { least, most })
            }
            "Q" => each(self.parts(id, name), &|_| Asked::Text { most: None }),
            kind => {
                let asked = self.asked(row, kind, &place);
                if asked.is_none() {
                    self.dropped.insert(name.to_owned());
                }
                let other = row.get("other") == "Y" && matches!(asked, Some(Asked::One { .. } | Asked::Several { .. }));
                let words = other.then(|| DraftQuestion::other_words(place.clone(), name, self.other(id), when.clone()));
                asked.map(|asked| make(name, text, asked)).into_iter().chain(words).collect()
            }
        }
    }

    /// What a question says besides, and none of ours can.
    fn tell_of_the_rest(&mut self, row: &Row<'_>, text: &Texts, place: &Place) {
        if text.iter().any(|(_, words)| words.contains('{')) {
            self.reasons.push(place, "exchange-piped", "exchange-hint-piped");
        }
        if !row.get("preg").is_empty() {
            let message = Said::new("exchange-constraint").with("text", row.get("preg"));
            self.reasons.push(place, message, "exchange-hint-constraint");
        }
        for name in NAMED {
            if self.tables.attribute(row.get("qid"), name).is_some_and(|value| value != "0") {
                self.reasons.push(place, Said::new("exchange-property").with("name", name), "exchange-hint-property");
            }
        }
    }

    /// What the choice is called that asks for more words.
    fn other(&self, id: &str) -> Texts {
        let own = self.tables.worded_attribute(id, "other_replace_text").only(&self.languages);
        if own.is_empty() { words::OTHER.texts(&self.languages) } else { own }
    }

    /// How a question of one answer, or of one block, is answered; `None`, and why, where no kind of ours can.
    fn asked(&mut self, row: &Row<'_>, kind: &str, place: &Place) -> Option<Asked> {
        let (id, name, list) = (row.get("qid"), row.get("title"), row.get("qid").to_owned());
        let lost = match kind {
            "R" => ("exchange-type-rank", "exchange-hint-type-rank"),
            "|" => ("exchange-type-media", "exchange-hint-type-media"),
            "*" => ("exchange-type-calculated", "exchange-hint-type-calculated"),
            _ => ("exchange-type-unknown", "exchange-hint-type-usual"),
        };
        match kind {
            "L" | "!" | "O" => {
                self.list(id, row, false);
                if kind == "O" {
                    self.reasons.push(place, "exchange-comment", "exchange-hint-comment");
                }
                Some(Asked::One { list, likert: false })
            }
            "M" | "P" => {
                self.list(id, row, true);
                if kind == "P" {
                    self.reasons.push(place, "exchange-comment", "exchange-hint-comment");
                }
                let at_most = self.tables.attribute(id, "max_answers").and_then(|text| text.parse().ok());
                let exclusive = self.tables.attribute(id, "exclude_all_others").unwrap_or_default();
                let exclusive = exclusive.split(';').map(str::to_owned).collect();
                Some(Asked::Several { list, at_most, exclusive })
            }
            "Y" => Some(self.one_of(list, &[("Y", &words::YES), ("N", &words::NO)], false)),
            "G" => Some(self.one_of(list, &[("F", &words::FEMALE), ("M", &words::MALE)], false)),
            "5" => Some(Asked::Range { least: 1, most: 5 }),
            "N" => Some(self.number(id, place)),
            "S" => Some(Asked::Text { most: Some(250) }),
            "T" | "U" => Some(Asked::Text { most: None }),
            "D" => {
                self.reasons.push(place, "exchange-type-date", "exchange-hint-in-words");
                Some(Asked::Text { most: Some(100) })
            }
            "X" => Some(Asked::Note),
            "F" | "H" => {
                self.list(id, row, false);
                Some(self.matrix(id, name, list))
            }
            "A" | "B" => {
                let most = if kind == "A" { 5 } else { 10 };
                let choices = (1..=most).map(|value: u8| DraftChoice::of(place, &value.to_string(), Texts::default()));
                self.lists.insert(list.clone(), List::of(choices.collect()));
                Some(self.matrix(id, name, list))
            }
            "C" | "E" => {
                let words: [(&str, &Words); 3] = if kind == "C" {
                    [("N", &words::NO), ("U", &words::UNCERTAIN), ("Y", &words::YES)]
                } else {
                    [("D", &words::LESS), ("S", &words::SAME), ("I", &words::MORE)]
                };
                self.one_of(list.clone(), &words, true);
                Some(self.matrix(id, name, list))
            }
            _ => {
                self.reasons.push(place, Said::new(lost.0).with("type", kind), lost.1);
                None
            }
        }
    }

    fn number(&mut self, id: &str, place: &Place) -> Asked {
        let bound = |key: &str| {
            self.tables.attribute(id, key).and_then(|text| text.parse::<f64>().ok()).filter(|number| number.abs() < 4e9)
        };
        let least = bound("min_num_value_n").map(|number| number.ceil() as i64);
        let most = bound("max_num_value_n").map(|number| number.floor() as i64);
        Asked::number((least, most), BOUNDS, place, self.reasons)
    }

    /// The choices of a question: its answers, or the questions below it.
    fn list(&mut self, id: &str, row: &Row<'_>, below: bool) {
        let name = row.get("title");
        let found = if below { self.tables.parts(id) } else { self.tables.answers(id) };
        let choice = |(code, text): (String, Texts)| DraftChoice::of(&Place::Part(format!("{name} {code}")), &code, text);
        let mut choices: Vec<DraftChoice> = found.into_iter().take(List::MOST).map(choice).collect();
        if row.get("other") == "Y" {
            choices.push(DraftChoice::of(&Place::Part(name.to_owned()), OTHER, self.other(id)));
        }
        if below {
            let options = choices.iter().map(|own| (format!("{name}_{}", own.name), (name.to_owned(), own.name.clone())));
            self.options.extend(options);
        }
        self.lists.insert(id.to_owned(), List::of(choices));
    }

    fn one_of(&mut self, list: String, words: &[(&str, &Words)], likert: bool) -> Asked {
        let choice = |(code, words): &(&str, &Words)| DraftChoice::of(&Place::File, code, words.texts(&self.languages));
        self.lists.insert(list.clone(), List::of(words.iter().map(choice).collect()));
        Asked::One { list, likert }
    }

    fn matrix(&self, id: &str, name: &str, list: String) -> Asked {
        Asked::Matrix { list, items: self.parts(id, name), importance: None }
    }

    /// The questions below one, by the names that expressions have for them.
    fn parts(&self, id: &str, name: &str) -> Vec<DraftItem> {
        let part = |(code, text): (String, Texts)| {
            let name = format!("{name}_{code}");
            DraftItem { place: Place::Part(name.clone()), name, text, factor: None }
        };
        self.tables.parts(id).into_iter().map(part).collect()
    }
}
