//! The promises of a charter as rows of a table, with everything that the charter says of them.

use super::words::Reader;
use crate::chart::{goal_dimension, goal_kind, goal_source};
use crate::charter::Standard;
use crate::language::{integer, say, say_with};
use crate::text::Language;

/// One promise (`charter_goals.html`).
pub(super) struct Row {
    /// Its place, from 1; part of its addresses in a draft.
    pub number: usize,
    pub code: String,
    pub title: String,
    pub promise: String,
    /// How it is measured: label and words. The first has no label.
    pub measured: Vec<(String, String)>,
    /// The value to reach, those of single years, and the least base.
    pub targets: Vec<String>,
    /// Factor, dimension, kind.
    pub about: Vec<String>,
    pub redress: String,
    /// What is doubtful: no questionnaire asks it, no sample can show it.
    pub flags: Vec<String>,
}

/// The promises of a charter. Doubts of [`Forms::lacking`](super::forms::Forms::lacking) stand in their rows.
pub(super) fn rows(reader: &Reader) -> Vec<Row> {
    let lacking = reader.forms.lacking(reader.charter, reader.language);
    let row = |(at, standard): (usize, &Standard)| Row {
        number: at + 1,
        flags: lacking.iter().filter(|(code, _)| *code == standard.code).map(|(_, why)| why.clone()).collect(),
        ..row(reader, standard)
    };
    reader.charter.standards.iter().enumerate().map(row).collect()
}

fn row(reader: &Reader, standard: &Standard) -> Row {
    let language = reader.language;
    let mut measured = vec![
        (String::new(), reader.indicator(&standard.indicator)),
        (say(language, "charters-source"), goal_source(&standard.indicator, language)),
    ];
    if !standard.formula.is_empty() {
        measured.push((say(language, "charters-field-formula"), reader.text(&standard.formula)));
    }
    if let Some(item) = &standard.perceived {
        measured.push((say(language, "charters-perceived"), reader.forms.name(item, language)));
    }
    let mut targets = vec![reader.target(standard, standard.target)];
    targets.extend(reader.targets(standard));
    if standard.minimum_base > 0 {
        targets.push(base(language, standard.minimum_base));
    }
    let mut about = vec![goal_dimension(standard.dimension, language), goal_kind(standard.kind, language)];
    about.extend(standard.factor.as_ref().map(|code| reader.factor(code)));
    Row {
        number: 0,
        code: standard.code.to_string(),
        title: reader.text(&standard.title),
        promise: reader.text(&standard.promise),
        measured,
        targets,
        about,
        redress: reader.text(&standard.redress),
        flags: Vec::new(),
    }
}

fn base(language: &Language, least: u64) -> String {
    say_with(language, "charters-base", &[("base", integer(language, least).into())])
}

/// Where the buttons of a draft's table send.
pub(super) struct Edits {
    /// The address of the draft.
    pub own: String,
    /// The revision that is seen.
    pub revision: String,
    /// How many promises there are.
    pub count: usize,
}
