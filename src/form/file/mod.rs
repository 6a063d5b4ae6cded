//! The form file.

mod question;
mod scale;

use super::show_if::{self, Askable};
use super::{Factor, Form, Layout, Page, Presentation};
use crate::fault::typed::{Entries, Source, Typed};
use crate::fault::{Fault, Severity};
use crate::text::{Code, Language};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a form file says: the form, unless a fault forbids it, and every fault and warning in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The form; `None` when any fault is an error.
    pub form: Option<Form>,
    /// What is wrong (errors) or doubtful (warnings).
    pub faults: Vec<Fault>,
}

/// Reads a form file; all errors at once when there are any.
pub fn parse(file_name: &str, text: &str) -> Result<Form, Vec<Fault>> {
    let Reading { form, faults } = read(file_name, text);
    form.ok_or_else(|| faults.into_iter().filter(|fault| fault.severity == Severity::Error).collect())
}

/// Reads a form file with all errors and warnings.
pub fn read(file_name: &str, text: &str) -> Reading {
    let (source, table) = match Source::read(file_name, text) {
        Ok(read) => read,
        Err(faults) => return Reading { form: None, faults },
    };
    let entries = Entries::new(&source, "form", table.get_ref(), source.first_line());
    let (form, places) = read_form(&source, entries);
    if let Some(form) = &form {
        super::check::advise(form, &places, &source);
    }
    let faults = source.into_faults();
    let refused = faults.iter().any(|fault| fault.severity == Severity::Error);
    Reading { form: form.filter(|_| !refused), faults }
}

/// Where each question, item, scale and page stands, for warnings.
pub(super) type Places = BTreeMap<String, Range<usize>>;

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
    /// Conditions, read when every field is known: the page, the question (none for the page's own) and the text.
    conditions: Vec<(usize, Option<usize>, Typed<String>)>,
}

impl Context<'_> {
    /// Notes a name that must be the only one of its kind.
    pub fn claim(&mut self, name: &str, range: &Range<usize>) {
        if let Some(earlier) = self.names.get(name) {
            let line = self.source.text()[..earlier.start].matches('\n').count() + 1;
            let message = format!("`{name}` is the code of another answer.");
            self.source.fault(range.clone(), message, format!("It is used in line {line}: choose another code here."));
            return;
        }
        if name.len() > Code::MOST {
            let message = format!("The answer's name `{name}` would be longer than {} characters.", Code::MOST);
            self.source.fault(range.clone(), message, "Shorten the code of the question or of the choice.");
        }
        self.names.insert(name.to_owned(), range.clone());
    }

    /// The factor named by a key, if it exists.
    pub fn factor(&self, entries: &Entries<'_>) -> Option<Code> {
        let typed = entries.code("factor")?;
        let known: Vec<&str> = self.factors.iter().map(|factor| factor.code.as_str()).collect();
        self.known(typed, &known, "factor", "[[factors]]")
    }

    /// The scale named by a key, if it exists.
    pub fn scale(&self, entries: &Entries<'_>, key: &'static str) -> Option<Code> {
        let typed = entries.code(key)?;
        let known: Vec<&str> = self.scales.iter().map(|scale| scale.code.as_str()).collect();
        self.known(typed, &known, "scale", "[[scales]]")
    }

    fn known(&self, typed: Typed<Code>, known: &[&str], what: &str, section: &str) -> Option<Code> {
        if known.contains(&typed.value.as_str()) {
            return Some(typed.value);
        }
        let hint = if known.is_empty() {
            format!("Add a {section} with this code.")
        } else {
            crate::fault::typed::hint_among(typed.value.as_str(), known)
        };
        self.source.fault(typed.range, format!("There is no {what} `{}`.", typed.value), hint);
        None
    }
}

fn read_form<'s>(source: &'s Source<'s>, entries: Entries<'s>) -> (Option<Form>, Places) {
    let code = entries.required_code("code").map(|typed| typed.value);
    let languages = entries.languages();
    let title = entries.required_texts("title", &languages);
    let introduction = entries.texts("introduction", &languages);
    let thanks = entries.texts("thanks", &languages);
    let minutes = entries.integer_between("minutes", 1, 60).map_or(5, |typed| typed.value);
    let presentations = [("one_page", Presentation::OnePage), ("page_by_page", Presentation::PageByPage)];
    let presentation = entries.word("presentation", &presentations).map_or(Presentation::OnePage, |typed| typed.value);
    let factors = read_factors(source, &entries, &languages);
    let scales = scale::read_all(source, &entries, &languages);
    let mut context = Context {
        source,
        languages,
        factors,
        scales,
        names: BTreeMap::new(),
        fields: Vec::new(),
        places: BTreeMap::new(),
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
        source.fault(range, format!("The form has {fields} fields; {MOST_FIELDS} are the most."), "Split it into two forms.");
    }
}

fn read_factors(source: &Source<'_>, entries: &Entries<'_>, languages: &[Language]) -> Vec<Factor> {
    let mut factors: Vec<Factor> = Vec::new();
    for entry in entries.tables("factors", "factor") {
        let label = entry.required_texts("label", languages);
        if let Some(code) = entry.required_code("code") {
            if factors.iter().any(|factor| factor.code == code.value) {
                source.fault(code.range, format!("There are two factors `{}`.", code.value), "Give one of them another code.");
            } else {
                factors.push(Factor { code: code.value, label });
            }
        }
        entry.finish();
    }
    factors
}

fn read_pages(context: &mut Context<'_>, entries: &Entries<'_>) -> Vec<Page> {
    if !entries.has("pages") {
        entries.missing("pages", "Add [[pages]] and under it [[pages.questions]].");
    }
    let mut pages: Vec<Page> = Vec::new();
    for entry in entries.tables("pages", "page") {
        let code = entry.required_code("code");
        let title = entry.texts("title", &context.languages);
        if let Some(code) = code.as_ref().filter(|code| pages.iter().any(|page| page.code == code.value)) {
            let message = format!("There are two pages `{}`.", code.value);
            context.source.fault(code.range.clone(), message, "Give one of them another code.");
        }
        if let Some(condition) = entry.string("show_if") {
            context.conditions.push((pages.len(), None, condition));
        }
        if !entry.has("questions") {
            entry.missing("questions", "Add [[pages.questions]] under the page, or take the page out.");
        }
        let mut questions = Vec::new();
        for question in entry.tables("questions", "question") {
            let condition = question.string("show_if");
            let Some(read) = question::read(context, question, (pages.len(), questions.len())) else { continue };
            if let Some(condition) = condition {
                context.conditions.push((pages.len(), Some(questions.len()), condition));
            }
            questions.push(read);
        }
        // A page without a readable code keeps its place, so that the places of later conditions stay right.
        let code = code.map_or_else(|| Code::parse("unnamed").expect("it is a code"), |code| code.value);
        pages.push(Page { code, title, show_if: None, questions });
        entry.finish();
    }
    pages
}

fn read_conditions(context: &Context<'_>, pages: &mut [Page]) {
    for (page, question, typed) in &context.conditions {
        let condition = show_if::read(context.source, typed, &context.fields, (*page, question.unwrap_or(0)));
        match question {
            None => pages[*page].show_if = condition,
            Some(question) => pages[*page].questions[*question].show_if = condition,
        }
    }
}
