//! The form file: one TOML file, everything that is asked.
//!
//! A text is `{ it = "...", en = "..." }` in the file's languages (or `text.it = "..."` on a line of its own), or one string in the first
//! language, which stands in where another has none. A code is a lower-case letter, then letters, digits or `_`.
//!
//! ```toml
//! code = "sportello"                    # the form's name in addresses and files
//! languages = ["it", "en"]              # the first stands in for the others
//! title = { it = "Lo sportello", en = "The desk" }
//! introduction = { it = "Due minuti.", en = "Two minutes." }   # optional: the first page
//! thanks = { it = "Grazie.", en = "Thank you." }               # optional: the last page
//! minutes = 2                           # optional (5): how long answering takes
//! presentation = "page_by_page"         # optional: "one_page" is usual
//!
//! [[factors]]                           # optional: what blocks of items speak of, in the order of the report
//! code = "staff"
//! label = { it = "Personale", en = "Staff" }
//!
//! [[scales]]
//! code = "five"
//! polarity = "higher_is_better"         # optional; or "lower_is_better"
//! points = [                            # two at least, values 0 to 200, rising
//!   { value = 1, label = { it = "Per niente", en = "Not at all" }, symbol = "sad" },     # sad, neutral, happy, star
//!   { value = 2 },                      # points between labelled ends need no label
//!   { value = 3, neutral = true },      # where diverging charts are centred
//!   { value = 4, satisfied = true },    # counts as satisfied
//!   { value = 5, label = { it = "Molto", en = "Very" }, satisfied = true },
//! ]
//! dont_know = { it = "Non so", en = "Don't know" }                             # optional: offered when present
//! not_applicable = { it = "Non mi riguarda", en = "Does not apply to me" }     # optional
//!
//! [[pages]]
//! code = "judgement"
//! title = { it = "La Sua valutazione", en = "Your assessment" }                # optional
//!
//! [[pages.questions]]
//! code = "overall"                      # the name of the answer
//! kind = "rating"                       # rating, single_choice, multiple_choice, matrix, number, open_text, note
//! role = "overall"                      # satisfaction, importance, expectation, overall, need, profile, filter, comment, recommend
//! scale = "five"                        # rating and matrix
//! required = true                       # optional; "non so" counts as an answer
//! text = { it = "Nel complesso, quanto La soddisfa il servizio?", en = "Overall, how satisfied are you?" }
//!
//! [[pages.questions]]
//! code = "people"
//! kind = "matrix"
//! role = "satisfaction"
//! factor = "staff"                      # optional
//! scale = "five"
//! importance = "five"                   # optional: asks the importance of each item on this scale, stored as courtesy_importance
//! text = { it = "Quanto La soddisfa il personale?", en = "How satisfied are you with our staff?" }
//! items = [                             # or [[pages.questions.items]]
//!   { code = "courtesy", text = { it = "Cortesia", en = "Courtesy" } },
//!   { code = "competence", text = { it = "Competenza", en = "Competence" }, factor = "staff" },
//! ]
//!
//! [[pages]]
//! code = "why"
//! # and, or, not, = != < <= > >=, is any of, is answered. Where an answer is blank, "non so" or was not asked, no comparison
//! # with it holds; hence `not overall = 1` holds there.
//! show_if = "overall <= 2 or courtesy is any of [1, 2]"
//!
//! [[pages.questions]]
//! code = "reasons"
//! kind = "multiple_choice"              # each choice is stored as reasons_waiting, reasons_other ...
//! role = "need"
//! at_most = 2                           # optional
//! text = { it = "Che cosa non ha funzionato?", en = "What did not work?" }
//! hint = { it = "Fino a due risposte.", en = "Up to two answers." }            # optional
//! choices = [
//!   { code = "waiting", label = { it = "Attesa", en = "Waiting" } },
//!   { code = "other", label = { it = "Altro", en = "Something else" } },
//!   { code = "nothing", label = { it = "Niente", en = "Nothing" }, exclusive = true },   # not together with others
//! ]
//!
//! [[pages.questions]]
//! code = "other_reason"
//! kind = "open_text"                    # role is "comment" unless said
//! show_if = "reasons = other"
//! most_characters = 300                 # optional (1000)
//! text = { it = "Che cosa?", en = "What?" }
//!
//! [[pages]]
//! code = "person"
//!
//! [[pages.questions]]
//! code = "gender"
//! kind = "single_choice"
//! role = "profile"
//! text = { it = "Genere", en = "Gender" }
//! choices = [
//!   { code = "man", value = 0, label = { it = "Uomo", en = "Man" } },     # value: optional, what is stored; else 1, 2, 3 ...
//!   { code = "woman", value = 1, label = { it = "Donna", en = "Woman" } },
//! ]
//!
//! [[pages.questions]]
//! code = "age"
//! kind = "number"
//! role = "profile"
//! least = 0
//! most = 120
//! text = { it = "Quanti anni ha?", en = "How old are you?" }
//!
//! [[pages.questions]]
//! code = "goodbye"
//! kind = "note"                         # a text to read
//! text = { it = "Abbiamo finito.", en = "That is all." }
//! ```

mod question;
mod scale;
mod write;

pub(crate) use question::ROLES;
pub(crate) use scale::{POLARITIES, SYMBOLS};
pub use write::write;

use super::show_if::{self, Askable};
use super::{Factor, Form, Layout, Page, Presentation};
use crate::fault::typed::{Entries, Source, Typed};
use crate::fault::{Fault, Said, Severity};
use crate::text::{Code, Language};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeTable;

/// What a form file says: the form, unless a fault forbids it, and every fault and warning in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The form; `None` when any fault is an error.
    pub form: Option<Form>,
    /// What is wrong (errors) or doubtful (warnings).
    pub faults: Vec<Fault>,
}

/// Reads a form file; all errors at once when there are any. Warnings are not looked for: they take longer than the reading.
pub fn parse(file_name: &str, text: &str) -> Result<Form, Vec<Fault>> {
    let Reading { form, faults } = read_with(Source::read(file_name, text), |_, _, _| ());
    form.ok_or_else(|| faults.into_iter().filter(|fault| fault.severity == Severity::Error).collect())
}

/// Reads a form file with all errors and warnings.
pub fn read(file_name: &str, text: &str) -> Reading {
    read_source(Source::read(file_name, text))
}

/// Reads a form whose syntax is read.
pub(super) fn read_source<'s>(read: Result<Read<'s>, Vec<Fault>>) -> Reading {
    read_with(read, super::advice::warn)
}

/// A file whose syntax is read.
type Read<'s> = (Source<'s>, Spanned<DeTable<'s>>);

fn read_with<'s>(read: Result<Read<'s>, Vec<Fault>>, warn: impl FnOnce(&Form, &Places, &Source<'_>)) -> Reading {
    let (source, table) = match read {
        Ok(read) => read,
        Err(faults) => return Reading { form: None, faults },
    };
    let entries = Entries::new(&source, "fault-what-form", table.get_ref(), source.first_line());
    let (form, places) = read_form(&source, entries);
    if let Some(form) = &form {
        warn(form, &places, &source);
    }
    let faults = source.into_faults();
    let refused = faults.iter().any(|fault| fault.severity == Severity::Error);
    Reading { form: form.filter(|_| !refused), faults }
}

/// Where each question and item stands by its code, each scale by `scale CODE`, and the form itself by the empty name: for warnings.
pub(in crate::form) type Places = BTreeMap<String, Range<usize>>;

/// What stays the same while a form is read, and what has been seen.
pub(super) struct Context<'s> {
    pub source: &'s Source<'s>,
    pub languages: Vec<Language>,
    pub factors: Vec<Factor>,
    pub scales: Vec<super::Scale>,
    /// Every answer's name, with where it was given.
    names: BTreeMap<String, Range<usize>>,
    pub fields: Vec<Askable>,
    pub places: Places,
    /// Conditions, read when every field is known.
    conditions: Vec<Pending>,
}

/// A condition not yet read.
struct Pending {
    typed: Typed<String>,
    /// Before what it stands: page and question of the file.
    place: (usize, usize),
    owner: Owner,
}

/// Whose a condition is.
enum Owner {
    Page,
    /// The question of this index on its page.
    Question(usize),
    /// A question that has a fault of its own: its condition is read for its faults alone.
    Unreadable,
}

impl Context<'_> {
    /// Notes a name that must be the only one of its kind.
    pub fn claim(&mut self, name: &str, range: &Range<usize>) {
        if let Some(earlier) = self.names.get(name) {
            let line = self.source.text()[..earlier.start].matches('\n').count() + 1;
            let message = Said::new("fault-code-taken").with("code", name);
            self.source.fault(range.clone(), message, Said::new("fault-hint-code-taken").with("line", line.to_string()));
            return;
        }
        if name.len() > Code::MOST {
            let message = Said::new("fault-name-long").with("name", name).with("most", Code::MOST);
            self.source.fault(range.clone(), message, "fault-hint-name-long");
        }
        self.names.insert(name.to_owned(), range.clone());
    }

    /// The factor named by a key, if it exists.
    pub fn factor(&self, entries: &Entries<'_>) -> Option<Code> {
        let typed = entries.code("factor")?;
        let known: Vec<&str> = self.factors.iter().map(|factor| factor.code.as_str()).collect();
        self.known(typed, &known, "fault-no-factor", "[[factors]]")
    }

    /// The scale named by a key, if it exists.
    pub fn scale(&self, entries: &Entries<'_>, key: &'static str) -> Option<Code> {
        let typed = entries.code(key)?;
        let known: Vec<&str> = self.scales.iter().map(|scale| scale.code.as_str()).collect();
        self.known(typed, &known, "fault-no-scale", "[[scales]]")
    }

    fn known(&self, typed: Typed<Code>, known: &[&str], absent: &'static str, section: &str) -> Option<Code> {
        if known.contains(&typed.value.as_str()) {
            return Some(typed.value);
        }
        let hint = if known.is_empty() {
            Said::new("fault-hint-add-section").with("section", section)
        } else {
            crate::fault::hint_among(typed.value.as_str(), known)
        };
        self.source.fault(typed.range, Said::new(absent).with("code", &typed.value), hint);
        None
    }
}

/// The minutes of a form that says nothing of them.
const DEFAULT_MINUTES: u8 = 5;

pub(crate) const PRESENTATIONS: [(&str, Presentation); 2] =
    [("one_page", Presentation::OnePage), ("page_by_page", Presentation::PageByPage)];

fn read_form<'s>(source: &'s Source<'s>, entries: Entries<'s>) -> (Option<Form>, Places) {
    let top = entries.range_of("code");
    let code = entries.required_code("code").map(|typed| typed.value);
    let languages = entries.languages();
    let title = entries.required_texts("title", &languages);
    let introduction = entries.texts("introduction", &languages);
    let thanks = entries.texts("thanks", &languages);
    let minutes = entries.integer_between("minutes", 1, 60).map_or(DEFAULT_MINUTES.into(), |typed| typed.value);
    let presentation = entries.word("presentation", &PRESENTATIONS).map_or(Presentation::OnePage, |typed| typed.value);
    let factors = read_factors(source, &entries, &languages);
    let mut places = Places::from([(String::new(), top)]);
    let scales = scale::read_all(source, &entries, &languages, &mut places);
    let mut context = Context {
        source,
        languages,
        factors,
        scales,
        names: BTreeMap::new(),
        fields: Vec::new(),
        places,
        conditions: Vec::new(),
    };
    let mut pages = read_pages(&mut context, &entries);
    read_conditions(&context, &mut pages);
    let range = entries.range();
    entries.finish();
    let Context { languages, factors, scales, places, .. } = context;
    if languages.is_empty() {
        return (None, places);
    }
    let form = code.map(|code| Form {
        code,
        languages,
        title,
        introduction,
        thanks,
        minutes: minutes as u8,
        presentation,
        factors,
        scales,
        pages,
    });
    if let Some(form) = &form {
        refuse_too_large(source, form, range);
    }
    (form, places)
}

/// The most closed fields of a form.
const MOST_FIELDS: usize = 400;

fn refuse_too_large(source: &Source<'_>, form: &Form, range: Range<usize>) {
    let fields = Layout::of(form).fields.len();
    if fields > MOST_FIELDS {
        let message = Said::new("fault-form-large").with("fields", fields).with("most", MOST_FIELDS);
        source.fault(range, message, "fault-hint-form-large");
    }
}

fn read_factors(source: &Source<'_>, entries: &Entries<'_>, languages: &[Language]) -> Vec<Factor> {
    let mut factors: Vec<Factor> = Vec::new();
    for entry in entries.tables("factors", "fault-what-factor") {
        let label = entry.required_texts("label", languages);
        if let Some(code) = entry.required_code("code") {
            if factors.iter().any(|factor| factor.code == code.value) {
                let message = Said::new("fault-two-factors").with("code", &code.value);
                source.fault(code.range, message, "fault-hint-other-code");
            } else {
                factors.push(Factor { code: code.value, label });
            }
        }
        entry.finish();
    }
    factors
}

fn read_pages(context: &mut Context<'_>, entries: &Entries<'_>) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    for entry in entries.required_tables("pages", "fault-what-page", "fault-hint-add-pages") {
        let code = entry.required_code("code");
        let title = entry.texts("title", &context.languages);
        if let Some(code) = code.as_ref().filter(|code| pages.iter().any(|page| page.code == code.value)) {
            let message = Said::new("fault-two-pages").with("code", &code.value);
            context.source.fault(code.range.clone(), message, "fault-hint-other-code");
        }
        if let Some(typed) = entry.string("show_if") {
            context.conditions.push(Pending { typed, place: (pages.len(), 0), owner: Owner::Page });
        }
        let mut questions = Vec::new();
        let typed = entry.required_tables("questions", "fault-what-question", "fault-hint-add-questions");
        for (at, question) in typed.into_iter().enumerate() {
            let place = (pages.len(), at);
            let condition = question.string("show_if");
            let read = question::read(context, question, place);
            let owner = if read.is_some() { Owner::Question(questions.len()) } else { Owner::Unreadable };
            context.conditions.extend(condition.map(|typed| Pending { typed, place, owner }));
            questions.extend(read);
        }
        // A page without a readable code keeps its place, so that the places of later conditions stay right.
        let code = code.map_or_else(|| Code::parse("unnamed").expect("it is a code"), |code| code.value);
        pages.push(Page { code, title, show_if: None, questions });
        entry.finish();
    }
    pages
}

fn read_conditions(context: &Context<'_>, pages: &mut [Page]) {
    for Pending { typed, place, owner } in &context.conditions {
        let condition = show_if::read(context.source, typed, &context.fields, *place);
        let page = &mut pages[place.0];
        match owner {
            Owner::Page => page.show_if = condition,
            Owner::Question(at) => page.questions[*at].show_if = condition,
            Owner::Unreadable => {}
        }
    }
}

#[cfg(test)]
mod tests;
