//! The tables of a LimeSurvey file: rows of named fields, with texts in rows of their own from version 4 on.

use crate::exchange::draft::{List, MOST_LANGUAGES};
use crate::exchange::markup::plain;
use crate::exchange::tongue::language_of;
use crate::text::Texts;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// The tables by their names, and which rows have which value in the fields that are looked for.
pub(super) struct Tables<'x> {
    tables: BTreeMap<&'x str, Vec<Row<'x>>>,
    index: BTreeMap<(&'static str, &'static str, &'x str), Vec<usize>>,
}

/// The fields by which rows are looked for.
const SOUGHT: [(&str, &str); 9] = [
    ("answer_l10ns", "aid"),
    ("answers", "qid"),
    ("group_l10ns", "gid"),
    ("groups", "gid"),
    ("question_attributes", "qid"),
    ("question_l10ns", "qid"),
    ("questions", "qid"),
    ("subquestions", "parent_qid"),
    ("subquestions", "qid"),
];

/// One row.
#[derive(Clone)]
pub(super) struct Row<'x>(BTreeMap<&'x str, &'x str>);

impl<'x> Row<'x> {
    /// A field, trimmed; empty where there is none.
    pub fn get(&self, key: &str) -> &'x str {
        self.0.get(key).copied().unwrap_or_default()
    }
}

impl<'x> Tables<'x> {
    /// The tables of a survey; `None` for a document of another kind.
    pub fn of(document: &'x Document<'x>) -> Option<Self> {
        let root = document.root_element();
        let kind = root.children().find(|node| node.has_tag_name("LimeSurveyDocType"))?;
        if kind.text().map(str::trim) != Some("Survey") {
            return None;
        }
        let fields = |row: Node<'x, 'x>| {
            Row(row
                .children()
                .filter(Node::is_element)
                .map(|node| (node.tag_name().name(), node.text().unwrap_or_default().trim()))
                .collect())
        };
        let tables = root.children().filter(Node::is_element).map(|table| {
            let rows = table.children().filter(|node| node.has_tag_name("rows")).flat_map(|rows| rows.children());
            (table.tag_name().name(), rows.filter(Node::is_element).map(fields).collect())
        });
        let tables: BTreeMap<&str, Vec<Row<'_>>> = tables.collect();
        let mut index: BTreeMap<(&'static str, &'static str, &'x str), Vec<usize>> = BTreeMap::new();
        for (table, key) in SOUGHT {
            for (at, row) in tables.get(table).into_iter().flatten().enumerate() {
                index.entry((table, key, row.get(key))).or_default().push(at);
            }
        }
        Some(Self { tables, index })
    }

    /// The rows in which a field has a value; it is one of those that are indexed.
    fn by<'t>(&'t self, table: &'static str, key: &'static str, value: &'t str) -> impl Iterator<Item = &'t Row<'x>> {
        let rows = self.tables.get(table);
        self.index.get(&(table, key, value)).into_iter().flatten().filter_map(move |at| rows?.get(*at))
    }

    pub fn rows(&self, table: &str) -> impl Iterator<Item = &Row<'x>> {
        self.tables.get(table).into_iter().flatten()
    }

    /// The rows of a table that has one for each language, each thing once and in its order.
    pub fn in_order(&self, table: &str, id: &str, order: &str) -> Vec<Row<'x>> {
        let mut found: Vec<Row<'x>> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for row in self.rows(table).filter(|row| row.get("parent_qid").is_empty() || row.get("parent_qid") == "0") {
            if seen.insert(row.get(id)) {
                found.push(row.clone());
            }
        }
        found.sort_by_key(|row| row.get(order).parse::<i64>().unwrap_or_default());
        found
    }

    /// A text of the whole survey in every language.
    pub fn settings(&self, text: &str) -> Texts {
        texts(self.rows("surveys_languagesettings"), "surveyls_language", text)
    }

    /// A text from a table of texts, else from the table itself.
    pub fn worded(&self, (table, apart): (&'static str, &'static str), key: &'static str, value: &str, text: &str) -> Texts {
        let source = if self.tables.contains_key(apart) { apart } else { table };
        texts(self.by(source, key, value), "language", text)
    }

    /// The questions below one, by their codes.
    pub fn parts(&self, question: &str) -> Vec<(String, Texts)> {
        let mut found: Vec<Row<'x>> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for row in self.by("subquestions", "parent_qid", question).filter(|row| matches!(row.get("scale_id"), "" | "0")) {
            if seen.insert(row.get("qid")) {
                found.push(row.clone());
            }
        }
        found.sort_by_key(|row| row.get("question_order").parse::<i64>().unwrap_or_default());
        let part = |row: Row<'x>| {
            (row.get("title").to_owned(), self.worded(("subquestions", "question_l10ns"), "qid", row.get("qid"), "question"))
        };
        found.into_iter().map(part).collect()
    }

    /// The answers of a question, by their codes.
    pub fn answers(&self, question: &str) -> Vec<(String, Texts)> {
        let mut found: Vec<(String, Texts)> = Vec::new();
        let mut rows: Vec<&Row<'x>> =
            self.by("answers", "qid", question).filter(|row| matches!(row.get("scale_id"), "" | "0")).collect();
        rows.sort_by_key(|row| row.get("sortorder").parse::<i64>().unwrap_or_default());
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for row in rows {
            let code = row.get("code");
            if found.len() > List::MOST && !places.contains_key(code) {
                continue;
            }
            let at = *places.entry(code).or_insert_with(|| {
                let texts = match row.get("aid") {
                    "" => Texts::default(),
                    id => texts(self.by("answer_l10ns", "aid", id), "language", "answer"),
                };
                found.push((code.to_owned(), texts));
                found.len() - 1
            });
            let language = language_of(row.get("language")).filter(|language| !found[at].1.has(language));
            if let Some(language) = language {
                let own = plain(row.get("answer"));
                if !own.is_empty() {
                    found[at].1.set(language, own);
                }
            }
        }
        found
    }

    /// An attribute of a question.
    pub fn attribute(&self, question: &str, name: &str) -> Option<&'x str> {
        let rows = self.by("question_attributes", "qid", question).filter(|row| row.get("attribute") == name);
        let mut values = rows.map(|row| row.get("value"));
        values.find(|value| !value.is_empty())
    }

    /// An attribute that is a text, in every language.
    pub fn worded_attribute(&self, question: &str, name: &str) -> Texts {
        let rows = self.by("question_attributes", "qid", question).filter(|row| row.get("attribute") == name);
        texts(rows, "language", "value")
    }
}

/// A text in every language that the rows have it in. Where all rows of a table claim to be of one thing, few of them are read.
fn texts<'t, 'x: 't>(rows: impl Iterator<Item = &'t Row<'x>>, language: &str, text: &str) -> Texts {
    let mut texts = Texts::default();
    for row in rows.take(MOST_LANGUAGES) {
        if let Some(language) = language_of(row.get(language)).filter(|own| !texts.has(own)) {
            let words = plain(row.get(text));
            if !words.is_empty() {
                texts.set(language, words);
            }
        }
    }
    texts
}
