//! Which column holds the answers to which question.

use super::AnswersTable;
use super::heading::{fold, is_record, of_grid, unnumbered, without_count};
use crate::form::{Form, Kind, Layout};
use crate::text::Texts;
use std::collections::{HashMap, HashSet};

/// What a column is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakenFor {
    /// Answers under this code: of a question, an item, an importance, or an option.
    Field(String),
    /// When the answers were sent.
    Sent,
    /// Who answered: never read.
    Personal,
    /// What the other program notes for itself.
    Record,
    /// Nothing of the form.
    Nothing,
}

/// How sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// The heading is the code, or the text in some language.
    Sure,
    /// The heading resembles the text, and no other as much: a person should look.
    Likely,
    /// A person said so.
    Said,
}

/// A column with what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What.
    pub taken_for: TakenFor,
    /// How sure that is.
    pub sureness: Sureness,
    /// Whether the heading is the code, and the cells hold values rather than labels.
    pub by_code: bool,
}

/// Something of a form that a column may hold the answers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The code of its answers.
    pub code: String,
    /// The question.
    pub question: Texts,
    /// The item of a matrix.
    pub item: Option<Texts>,
    /// Whether it is the importance of the item.
    pub importance: bool,
}

/// Everything in a form that can be answered, in its order; a multiple choice is one.
pub fn targets(form: &Form) -> Vec<Target> {
    let mut targets = Vec::new();
    for (_, question) in form.questions() {
        let target = |code: &str, item: Option<&Texts>| Target {
            code: code.to_owned(),
            question: question.text.clone(),
            item: item.cloned(),
            importance: false,
        };
        match &question.kind {
            Kind::Note => {}
            Kind::Matrix { items, importance, .. } => {
                for item in items {
                    targets.push(target(item.code.as_str(), Some(&item.text)));
                    let code = item.importance_code().filter(|_| importance.is_some());
                    targets.extend(code.map(|code| Target { importance: true, ..target(code.as_str(), Some(&item.text)) }));
                }
            }
            _ => targets.push(target(question.code.as_str(), None)),
        }
    }
    targets
}

impl Target {
    /// What a heading of it may say, folded.
    fn keys(&self) -> Vec<String> {
        let own = |texts: &Texts| texts.iter().map(|(_, text)| fold(unnumbered(text))).collect::<Vec<String>>();
        let Some(item) = &self.item else { return own(&self.question) };
        let whole = |(language, question): (_, &str)| {
            item.own(language).map(|item| format!("{} {}", fold(unnumbered(question)), fold(item)))
        };
        own(item).into_iter().chain(self.question.iter().filter_map(whole)).filter(|key| !key.trim().is_empty()).collect()
    }
}

/// What the columns of a file are taken for. Of several with one heading the first is the first question with that text.
pub fn columns(form: &Form, table: &AnswersTable) -> Vec<Column> {
    let mut matching = Matching::new(form);
    let own = |(at, heading): (usize, &String)| matching.sure(heading, table.own(at));
    let mut found: Vec<Column> = table.header().iter().enumerate().map(own).collect();
    matching.resembling(table.header(), &mut found);
    found
}

impl TakenFor {
    /// What stands for [`TakenFor::Sent`] among the codes of fields.
    pub const SENT: &'static str = "_sent";

    /// The code by which somebody says what a column is; "" for nothing.
    pub fn code(&self) -> &str {
        match self {
            Self::Field(code) => code,
            Self::Sent => Self::SENT,
            Self::Personal | Self::Record | Self::Nothing => "",
        }
    }
}

/// The columns as somebody says they are: the code of a field, [`TakenFor::SENT`], or "" for none. What says who answered stays unread,
/// and what a program headed as the time of sending stays that unless another column is said to be it.
pub fn columns_as_said(form: &Form, table: &AnswersTable, said: &[Option<String>]) -> Vec<Column> {
    let mut found = columns(form, table);
    let known: HashSet<String> = targets(form).into_iter().map(|target| target.code).collect();
    let sent = sent_as_said(&found, said);
    for (_, column) in
        found.iter_mut().enumerate().filter(|(at, own)| own.taken_for == TakenFor::Sent && sent.is_some_and(|own| own != *at))
    {
        column.taken_for = TakenFor::Record;
    }
    for (at, (column, said)) in found.iter_mut().zip(said).enumerate() {
        let is_fixed = match column.taken_for {
            TakenFor::Personal => true,
            TakenFor::Sent => column.sureness == Sureness::Sure,
            _ => false,
        };
        if is_fixed {
            continue;
        }
        let Some(said) = said else { continue };
        if column.taken_for.code() != said.as_str() && (said.is_empty() || known.contains(said) || sent == Some(at)) {
            column.by_code = false;
            column.taken_for = match said.as_str() {
                "" => TakenFor::Nothing,
                TakenFor::SENT => TakenFor::Sent,
                code => TakenFor::Field(code.to_owned()),
            };
            column.sureness = Sureness::Said;
        } else if column.sureness == Sureness::Likely {
            column.sureness = Sureness::Said;
        }
    }
    found
}

/// The column that is said to tell the time of sending: rather one that nobody took for it.
fn sent_as_said(found: &[Column], said: &[Option<String>]) -> Option<usize> {
    let all: Vec<usize> = (0..found.len().min(said.len()))
        .filter(|at| said[*at].as_deref() == Some(TakenFor::SENT) && found[*at].taken_for != TakenFor::Personal)
        .collect();
    all.iter().find(|at| found[**at].taken_for != TakenFor::Sent).or(all.first()).copied()
}

/// The things of a form by what headings may say of them.
pub(super) struct Matching {
    targets: Vec<Target>,
    by_key: HashMap<String, Vec<usize>>,
    codes: HashSet<String>,
    taken: HashSet<String>,
    sent: bool,
}

impl Matching {
    pub fn new(form: &Form) -> Self {
        let targets = targets(form);
        let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, target) in targets.iter().enumerate() {
            for key in target.keys() {
                let places = by_key.entry(key).or_default();
                if places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
        let layout = Layout::of(form);
        let codes = layout.fields.iter().map(|field| field.code.to_string());
        let codes = codes.chain(targets.iter().map(|target| target.code.clone())).collect();
        Self { targets, by_key, codes, taken: HashSet::new(), sent: false }
    }

    /// The codes of everything that a heading may be, taken or not.
    pub fn codes_of(&self, heading: &str) -> Vec<String> {
        let code = heading.trim().to_lowercase();
        let by_text = texts_of(heading).flat_map(|text| self.by_key.get(&fold(text)).into_iter().flatten());
        let mut codes: Vec<String> = by_text.map(|at| self.targets[*at].code.clone()).collect();
        codes.extend(self.codes.contains(&code).then_some(code));
        codes
    }

    fn sure(&mut self, heading: &str, own: Option<(TakenFor, Sureness)>) -> Column {
        let column = |taken_for, by_code| Column { taken_for, sureness: Sureness::Sure, by_code };
        match own {
            Some((TakenFor::Sent, _)) if std::mem::replace(&mut self.sent, true) => return column(TakenFor::Record, false),
            Some((taken_for, sureness)) => return Column { taken_for, sureness, by_code: false },
            None => {}
        }
        let code = heading.trim().to_lowercase();
        if self.codes.contains(&code) && self.taken.insert(code.clone()) {
            return column(TakenFor::Field(code), true);
        }
        let found = texts_of(heading).find_map(|text| self.free(&fold(text)));
        if let Some(code) = found {
            self.taken.insert(code.clone());
            return column(TakenFor::Field(code), false);
        }
        column(if is_record(heading) || heading == AnswersTable::REASONS { TakenFor::Record } else { TakenFor::Nothing }, false)
    }

    /// The first thing with that text which no column has yet.
    fn free(&self, key: &str) -> Option<String> {
        let places = self.by_key.get(key)?.iter();
        let codes = places.map(|at| &self.targets[*at].code);
        codes.filter(|code| !self.taken.contains(*code)).map(String::clone).next()
    }

    /// For columns that are nothing yet: the one thing that no column has and that they resemble most.
    fn resembling(&mut self, header: &[String], found: &mut [Column]) {
        let free: Vec<(&Target, Vec<HashSet<String>>)> = self
            .targets
            .iter()
            .filter(|target| !self.taken.contains(&target.code))
            .map(|target| (target, target.keys().iter().map(|key| words(key)).collect()))
            .collect();
        let mut pairs: Vec<(u32, usize, &str)> = Vec::new();
        for (at, heading) in header.iter().enumerate().filter(|(at, _)| found[*at].taken_for == TakenFor::Nothing) {
            let own: Vec<HashSet<String>> = [Some(heading.as_str()), of_grid(heading).map(|(_, row)| row)]
                .into_iter()
                .flatten()
                .map(|text| words(&fold(text)))
                .collect();
            let likeness = |keys: &[HashSet<String>]| {
                let pairs = own.iter().flat_map(|own| keys.iter().map(move |key| alike(own, key)));
                pairs.max().unwrap_or(0)
            };
            pairs.extend(free.iter().map(|(target, keys)| (likeness(keys), at, target.code.as_str())));
        }
        pairs.retain(|(likeness, ..)| *likeness >= LEAST_LIKENESS);
        pairs.sort_by_key(|(likeness, at, _)| (std::cmp::Reverse(*likeness), *at));
        let mut given: HashSet<&str> = HashSet::new();
        for (_, at, code) in pairs {
            if found[at].taken_for == TakenFor::Nothing && given.insert(code) {
                found[at] = Column { taken_for: TakenFor::Field(code.to_owned()), sureness: Sureness::Likely, by_code: false };
            }
        }
    }
}

/// What a heading may say: itself, without its number, without the number of its repetition.
fn texts_of(heading: &str) -> impl Iterator<Item = &str> {
    [Some(heading), Some(unnumbered(heading)), without_count(heading).map(unnumbered)].into_iter().flatten()
}

/// The least likeness, in percent, at which a person is asked whether it is the same: half of all the words.
const LEAST_LIKENESS: u32 = 50;

/// The words that say what a text is about.
fn words(folded: &str) -> HashSet<String> {
    folded.split(' ').filter(|word| word.chars().count() > 2).map(str::to_owned).collect()
}

/// How many of the words of both are in both, in percent.
fn alike(one: &HashSet<String>, other: &HashSet<String>) -> u32 {
    let both = one.intersection(other).count();
    let all = one.len() + other.len() - both;
    (both * 100).checked_div(all).and_then(|percent| u32::try_from(percent).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::parse;

    const FORM: &str = r#"
        code = "desk"
        languages = ["it", "en"]
        title = "Sportello"
        scales = [{ code = "five", points = [{ value = 1 }, { value = 2 }, { value = 3, satisfied = true }] }]
        [[pages]]
        code = "first"
        [[pages.questions]]
        code = "overall"
        kind = "rating"
        role = "overall"
        scale = "five"
        text = { it = "Nel complesso, quanto è soddisfatto dello sportello?", en = "Overall, how satisfied are you with the desk?" }
        [[pages.questions]]
        code = "staff"
        kind = "matrix"
        role = "satisfaction"
        scale = "five"
        importance = "five"
        text = { it = "Valuti il personale", en = "Rate the staff" }
        items = [{ code = "courtesy", text = { it = "Cortesia", en = "Courtesy" } }, { code = "clarity", text = { it = "Chiarezza", en = "Clarity" } }]
        [[pages.questions]]
        code = "needs"
        kind = "multiple_choice"
        role = "need"
        text = "Che cosa le serve?"
        choices = [{ code = "time", label = "Più tempo" }, { code = "signs", label = "Indicazioni" }]
        [[pages.questions]]
        code = "why"
        kind = "open_text"
        text = "Perché?"
        [[pages.questions]]
        code = "why_not"
        kind = "open_text"
        text = "Perché?"
    "#;

    fn table(form: &Form, headings: &[&str], row: &[&str]) -> AnswersTable {
        AnswersTable::read(&format!("{}\n{}\n", headings.join("\t"), row.join("\t")), Some(form)).unwrap()
    }

    fn taken(headings: &[&str]) -> Vec<String> {
        let form = parse("f.toml", FORM).unwrap();
        let table = table(&form, headings, &[]);
        let word = |column: &Column| match (&column.taken_for, column.sureness) {
            (TakenFor::Field(code), Sureness::Likely) => format!("{code}?"),
            (TakenFor::Field(code), _) => code.clone(),
            (own, _) => format!("{own:?}"),
        };
        columns(&form, &table).iter().map(word).collect()
    }

    #[test]
    fn headings_are_known_by_their_text_in_any_language() {
        let google = [
            "Informazioni cronologiche",
            "Indirizzo email",
            "1. Nel complesso, quanto è soddisfatto dello sportello? *",
            "Valuti il personale [Cortesia]",
            "Rate the staff [Clarity]",
            "Che cosa le serve",
            "Targa",
        ];
        assert_eq!(taken(&google), ["Sent", "Personal", "overall", "courtesy", "clarity", "needs", "Nothing"]);
        let microsoft =
            ["ID", "Start time", "Completion time", "Email", "Name", "Cortesia", "Chiarezza", "Perché?", "Perché?2", "Perché?3"];
        assert_eq!(
            taken(&microsoft),
            ["Record", "Record", "Sent", "Personal", "Personal", "courtesy", "clarity", "why", "why_not", "Nothing"]
        );
    }

    #[test]
    fn codes_are_known_and_a_second_column_of_an_item_is_its_importance() {
        assert_eq!(taken(&["overall", "courtesy_importance", "needs_time"]), ["overall", "courtesy_importance", "needs_time"]);
        assert_eq!(taken(&["Cortesia", "Cortesia2", "Cortesia3"]), ["courtesy", "courtesy_importance", "Nothing"]);
    }

    #[test]
    fn what_resembles_is_offered_once() {
        assert_eq!(
            taken(&["Quanto è soddisfatto, nel complesso?", "Le persone [Chiarezza]", "Soddisfatto?"]),
            ["overall?", "clarity?", "Nothing"]
        );
    }

    #[test]
    fn what_somebody_says_counts_but_for_who_answered() {
        let form = parse("f.toml", FORM).unwrap();
        let table = table(&form, &["Email", "Quanto è soddisfatto, nel complesso?", "Cortesia", "Targa"], &[]);
        let said = ["why", "overall", "", "why_not"].map(|own| Some(own.to_owned()));
        let found: Vec<(TakenFor, Sureness)> =
            columns_as_said(&form, &table, &said).into_iter().map(|own| (own.taken_for, own.sureness)).collect();
        let field = |code: &str| (TakenFor::Field(code.to_owned()), Sureness::Said);
        let expected =
            [(TakenFor::Personal, Sureness::Sure), field("overall"), (TakenFor::Nothing, Sureness::Said), field("why_not")];
        assert_eq!(found, expected);
        let unknown = columns_as_said(&form, &table, &[None, None, Some("nobody".to_owned())]);
        assert_eq!(unknown[2].taken_for, TakenFor::Field("courtesy".to_owned()));
    }

    #[test]
    fn somebody_may_say_which_column_tells_when_it_was_sent() {
        let form = parse("f.toml", FORM).unwrap();
        let said = |table: &AnswersTable, said: &[&str]| -> Vec<TakenFor> {
            let said: Vec<Option<String>> = said.iter().map(|own| Some((*own).to_owned())).collect();
            columns_as_said(&form, table, &said).into_iter().map(|own| own.taken_for).collect()
        };
        let named = table(&form, &["Timestamp", "Compilato il", "Cortesia"], &["2026-03-05", "2026-03-04", "3"]);
        let courtesy = || TakenFor::Field("courtesy".to_owned());
        assert_eq!(said(&named, &["", "_sent", "courtesy"]), [TakenFor::Record, TakenFor::Sent, courtesy()]);
        assert_eq!(said(&named, &["", "", "courtesy"]), [TakenFor::Sent, TakenFor::Nothing, courtesy()]);
        let dated = table(&form, &["Data", "Cortesia"], &["2026-03-05", "3"]);
        assert_eq!(said(&dated, &["_sent", "courtesy"]), [TakenFor::Sent, courtesy()]);
        assert_eq!(said(&dated, &["", "courtesy"]), [TakenFor::Nothing, courtesy()]);
    }

    #[test]
    fn what_is_called_as_a_person_is_and_answers_a_question_is_read() {
        let form = parse("f.toml", &FORM.replace("Cortesia", "Telefono").replace("Chiarezza", "Email")).unwrap();
        let taken = |row: &[&str]| -> Vec<TakenFor> {
            let table = table(&form, &["Telefono", "Email"], row);
            columns(&form, &table).into_iter().map(|own| own.taken_for).collect()
        };
        let field = |code: &str| TakenFor::Field(code.to_owned());
        assert_eq!(taken(&["3", "1"]), [field("courtesy"), field("clarity")]);
        assert_eq!(taken(&["333 1234567", "a@example.org"]), [TakenFor::Personal, TakenFor::Personal]);
    }
}
