//! What every chapter is given, and the pieces that several of them use.

use super::asked::{Asked, judgements};
use super::chapters::modes;
use super::document::{Align, Block, Cell, Table};
use super::input::ReportInput;
use super::words::{NONE, Words};
use crate::analysis::{ChangeFinding, Comparability, ItemFinding, Shown};
use crate::chart::Favourable;
use crate::text::Language;

/// What every chapter is given.
pub(super) struct Scene<'a> {
    pub(super) input: &'a ReportInput<'a>,
    pub(super) words: Words<'a>,
    pub(super) asked: Vec<Asked<'a>>,
    /// Whether its pictures travel alone, as slides: then they say themselves what the page around them would.
    pub(super) slides: bool,
}

impl<'a> Scene<'a> {
    pub(super) fn new(input: &'a ReportInput<'a>, language: &'a Language) -> Self {
        let words = Words { language, fallback: input.form.fallback() };
        Self { input, words, asked: judgements(input.form, words), slides: false }
    }

    /// What every page and every slide says of answers that are made up.
    pub(super) fn notice(&self) -> Option<String> {
        self.input.simulated.then(|| self.words.say("notice-simulated"))
    }

    /// The name of a standard, by its code; the code itself where the charter has no such standard.
    pub(super) fn standard(&self, code: &str) -> String {
        let goals = self.input.figures.goals();
        let found = goals.iter().map(|goal| &goal.standard).find(|standard| standard.code.as_str() == code);
        found.map_or_else(|| code.to_owned(), |standard| self.promise(&standard.title))
    }

    /// A text of the charter.
    pub(super) fn promise(&self, texts: &crate::text::Texts) -> String {
        texts.get(self.words.language, self.charter_fallback()).to_owned()
    }

    /// The language of a charter's text that lacks the reader's.
    pub(super) fn charter_fallback(&self) -> &'a Language {
        self.input.charter.map_or(self.words.fallback, |charter| &charter.languages[0])
    }

    pub(super) fn change(&self, code: &str) -> Option<&'a ChangeFinding> {
        self.input.figures.changes().iter().find(|change| change.code == code)
    }

    /// How an item may be compared with the edition before.
    pub(super) fn comparability(&self, code: &str) -> Option<Comparability> {
        self.input.figures.comparability(code)
    }

    pub(super) fn heading(&self, level: u8, key: &str) -> Block {
        Block::Heading(level, self.words.say(key))
    }

    pub(super) fn paragraph(&self, key: &str) -> Block {
        Block::Paragraph(self.words.say(key))
    }

    /// The table of judgements: answers, no answers, satisfied, interval, mean, change.
    pub(super) fn judgement_table(&self, caption: String, asked: &[&Asked<'_>]) -> Table {
        let found: Vec<_> = asked.iter().map(|asked| (*asked, self.input.figures.item(asked.code.as_str()))).collect();
        let seen = || found.iter().filter_map(|(_, shown)| seen(shown.as_ref()?));
        // Kinds of no answer that nobody gave need no column.
        let none: Vec<NoAnswer> = NoAnswer::ALL.into_iter().filter(|kind| seen().any(|item| kind.count(item) > 0)).collect();
        let told = |code: &str| self.change(code).is_some() || self.comparability(code) == Some(Comparability::ScaleChanged);
        let compared = self.input.compared_with.filter(|_| asked.iter().any(|asked| told(asked.code.as_str())));
        let mut keys = vec!["column-item", "column-answers"];
        keys.extend(none.iter().map(|kind| kind.key()));
        let share = format!("column-{}", Favourable::of_all(asked.iter().map(|asked| asked.role)).code());
        keys.extend([share.as_str(), "column-interval", "column-mean"]);
        let mut header = self.words.headings(&keys);
        if let Some(year) = compared {
            header.push(self.words.with("column-change", &[("year", year.to_string().into())]));
        }
        let rows = found.iter().map(|(asked, shown)| {
            let mut row = self.judgement_row(asked, *shown, &none);
            let code = asked.code.as_str();
            row.extend(compared.map(|_| self.words.beside(self.words.change(self.change(code)), self.comparability(code))));
            row
        });
        let rows = rows.collect();
        let align = header.iter().enumerate().map(|(at, _)| if at == 0 { Align::Left } else { Align::Right }).collect();
        let mut notes = vec![self.words.say("note-judgements")];
        notes.extend(compared.map(|_| self.words.say("note-change")));
        notes.extend(modes::caveat(self, asked));
        Table { caption, header, align, rows, notes }
    }

    fn judgement_row(&self, asked: &Asked<'_>, shown: Option<Shown<&ItemFinding>>, none: &[NoAnswer]) -> Vec<Cell> {
        let mut row = vec![Cell::text(&asked.label)];
        let Some((item, full)) = shown.and_then(|shown| match shown {
            Shown::Full(item) => Some((item, true)),
            Shown::CountsOnly(item) => Some((item, false)),
            Shown::Suppressed => None,
        }) else {
            row.push(Cell::text(self.words.say("suppressed")));
            row.extend((0..none.len() + 3).map(|_| Cell::text(NONE)));
            return row;
        };
        row.push(self.words.count(item.base.valid));
        row.extend(none.iter().map(|kind| self.words.count(kind.count(item))));
        row.push(item.satisfied.as_ref().map_or_else(|| Cell::text(NONE), |share| self.words.share(share).strong()));
        row.push(self.words.interval(item.satisfied.as_ref()));
        row.push(item.mean.filter(|_| full).map_or_else(|| Cell::text(NONE), |found| self.words.mean(&found)));
        row
    }
}

/// What may be shown of an item, in whatever way.
pub(super) fn seen<T: Copy>(shown: &Shown<T>) -> Option<T> {
    match shown {
        Shown::Full(item) | Shown::CountsOnly(item) => Some(*item),
        Shown::Suppressed => None,
    }
}

/// The ways of giving no answer, told apart.
#[derive(Clone, Copy)]
enum NoAnswer {
    DontKnow,
    NotApplicable,
    Blank,
}

impl NoAnswer {
    const ALL: [Self; 3] = [Self::DontKnow, Self::NotApplicable, Self::Blank];

    fn count(self, item: &ItemFinding) -> u64 {
        match self {
            Self::DontKnow => item.base.dont_know,
            Self::NotApplicable => item.base.not_applicable,
            Self::Blank => item.base.blank,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::DontKnow => "column-dont-know",
            Self::NotApplicable => "column-not-applicable",
            Self::Blank => "column-blank",
        }
    }
}
