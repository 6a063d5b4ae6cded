//! The tables of a LimeSurvey file: rows of named fields, with texts in rows of their own from version 4 on.

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

/// More rows of answers than a question that can be carried has, in all languages.
const MOST_ANSWERS: usize = 5_000;

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
        for row in rows.into_iter().take(MOST_ANSWERS) {
            let texts = match row.get("aid") {
                "" => Texts::default(),
                id => texts(self.by("answer_l10ns", "aid", id), "language", "answer"),
            };
            let at = found.iter().position(|(code, _)| code == row.get("code")).unwrap_or_else(|| {
                found.push((row.get("code").to_owned(), texts));
                found.len() - 1
            });
            let own = words(row.get("answer"));
            if let Some(language) =
                language_of(row.get("language")).filter(|language| !own.is_empty() && !found[at].1.has(language))
            {
                found[at].1.set(language, own);
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
}

/// A text in every language that the rows have it in.
fn texts<'t, 'x: 't>(rows: impl Iterator<Item = &'t Row<'x>>, language: &str, text: &str) -> Texts {
    let mut texts = Texts::default();
    for row in rows {
        let words = words(row.get(text));
        if let Some(language) = language_of(row.get(language)).filter(|own| !words.is_empty() && !texts.has(own)) {
            texts.set(language, words);
        }
    }
    texts
}

/// What the editors of these surveys write for letters; the ampersand last, so that nothing is read twice.
const ENTITIES: [(&str, &str); 21] = [
    ("&nbsp;", " "),
    ("&agrave;", "à"),
    ("&egrave;", "è"),
    ("&eacute;", "é"),
    ("&igrave;", "ì"),
    ("&ograve;", "ò"),
    ("&ugrave;", "ù"),
    ("&Egrave;", "È"),
    ("&auml;", "ä"),
    ("&ouml;", "ö"),
    ("&uuml;", "ü"),
    ("&szlig;", "ß"),
    ("&rsquo;", "’"),
    ("&laquo;", "«"),
    ("&raquo;", "»"),
    ("&euro;", "€"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&amp;", "&"),
];

/// The words of HTML.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let Some(end) = rest[at..].find('>') else {
            text.push_str(&rest[at..]);
            rest = "";
            break;
        };
        let tag = rest[at + 1..at + end].trim_start_matches('/').to_ascii_lowercase();
        let block = ["br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4"];
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        text.push(if block.contains(&name) { '\n' } else { ' ' });
        rest = &rest[at + end + 1..];
    }
    text.push_str(rest);
    for (entity, letter) in ENTITIES {
        text = text.replace(entity, letter);
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn html_becomes_its_words() {
        assert_eq!(words("<p>Quanto &egrave; <b>lunga</b>?</p>\n<br/>A&nbsp;&amp; B"), "Quanto è lunga ?\nA & B");
        assert_eq!(words("1 < 2"), "1 < 2");
        assert_eq!(words(""), "");
    }
}
