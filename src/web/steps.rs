//! Where a half-filled form goes on: pure. Without a script a question that follows from an answer can only appear after
//! the page was sent once; with one it appears at once, and the page says which of them were on screen (`_seen`).

use crate::form::{Condition, Field, FieldKind, Form, Kind, Layout, Presentation, Question, Value};
use crate::response::{self, RawAnswers, Refusal, RefusalReason};
use crate::text::Code;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// What to do with what was sent.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// Show the page with what is wrong in it.
    Mend(usize, Refusal),
    /// Show the page again: questions appeared on it that follow from its answers; the first one's field.
    Appeared(usize, String),
    /// Show that page.
    Show(usize),
    /// Everything is there: receive it.
    Receive,
}

/// What was typed so far and what it makes visible.
pub struct SoFar<'a> {
    form: &'a Form,
    raw: &'a RawAnswers,
    values: HashMap<Code, Value>,
    shown: HashSet<(usize, usize)>,
}

impl<'a> SoFar<'a> {
    /// Follows the routing in the order of the form. An answer that the form does not know counts as none.
    pub fn new(form: &'a Form, layout: &Layout, raw: &'a RawAnswers) -> Self {
        let mut so_far = Self { form, raw, values: HashMap::new(), shown: HashSet::new() };
        for (page_index, page) in form.pages.iter().enumerate() {
            for (question_index, question) in page.questions.iter().enumerate() {
                let place = (page_index, question_index);
                if form.shows(page, question, &|code| so_far.value(code)) {
                    so_far.shown.insert(place);
                    let start = layout.fields.partition_point(|field| field.place < place);
                    for field in layout.fields[start..].iter().take_while(|field| field.place == place) {
                        so_far.values.insert(field.code.clone(), read(question, field, raw));
                    }
                }
            }
        }
        so_far
    }

    fn value(&self, code: &Code) -> Value {
        self.values.get(code).copied().unwrap_or(Value::NotAsked)
    }

    /// Whether a condition holds.
    pub fn holds(&self, condition: &Condition) -> bool {
        self.form.holds(condition, &|code| self.value(code))
    }

    /// The pages that are shown together with that one.
    pub fn together(&self, page: usize) -> Range<usize> {
        match self.form.presentation {
            Presentation::OnePage => 0..self.form.pages.len(),
            Presentation::PageByPage => page..page + 1,
        }
    }

    /// The pages with something to see, in order; for a form on one page the first only.
    pub fn visible(&self) -> Vec<usize> {
        let pages = match self.form.presentation {
            Presentation::OnePage => 0..1,
            Presentation::PageByPage => 0..self.form.pages.len(),
        };
        let some = |page: usize| self.shown.iter().any(|(own, _)| *own == page);
        pages.filter(|page| *page == 0 || some(*page)).collect()
    }

    /// The visible page before, or the first.
    pub fn before(&self, page: usize) -> usize {
        self.visible().into_iter().rfind(|own| *own < page).unwrap_or(0)
    }

    /// Whether a later page may follow from answers given on this one.
    pub fn may_lead_on(&self, page: usize) -> bool {
        let together = self.together(page);
        let here: HashSet<String> =
            self.form.pages[together.clone()].iter().flat_map(|page| &page.questions).flat_map(fields_of).collect();
        let later = &self.form.pages[together.end..];
        later
            .iter()
            .filter_map(|page| page.show_if.as_ref())
            .flat_map(Condition::fields)
            .any(|field| here.contains(field.as_str()))
    }

    fn after(&self, page: usize) -> Option<usize> {
        self.visible().into_iter().find(|own| *own > page)
    }

    /// The questions on these pages that follow from an answer and that the reader has not seen yet.
    fn appeared(&self, pages: Range<usize>) -> Vec<&'a Question> {
        let seen = |code: &str| self.raw.all("_seen").any(|own| own == code);
        let mut appeared = Vec::new();
        for (page_index, page) in self.form.pages.iter().enumerate().filter(|(index, _)| pages.contains(index)) {
            // Page by page, a page's own condition was settled before it was shown.
            let one_page = self.form.presentation == Presentation::OnePage;
            let new_page = one_page && page.show_if.is_some() && !seen(&format!("page:{}", page.code));
            for (question_index, question) in page.questions.iter().enumerate() {
                let new = new_page || question.show_if.is_some() && !seen(question.code.as_str());
                let answerable = !matches!(question.kind, Kind::Note);
                let shown = self.shown.contains(&(page_index, question_index));
                if new && shown && answerable && !fields_of(question).iter().any(|name| self.raw.first(name).is_some()) {
                    appeared.push(question);
                }
            }
        }
        appeared
    }

    /// What to do after "next" or "send" on a page.
    pub fn go_on(&self, layout: &Layout, page: usize) -> Step {
        let appeared = self.appeared(self.together(page));
        let next = self.after(page);
        let mut reasons = match response::accept(self.form, layout, self.raw) {
            Ok(_) => Vec::new(),
            Err(refusal) => refusal.reasons,
        };
        // Nobody can have answered what was not on screen.
        let unseen: HashSet<String> = appeared.iter().flat_map(|question| fields_of(question)).collect();
        reasons.retain(|(field, reason)| !(*reason == RefusalReason::Missing && unseen.contains(field)));
        if next.is_some() {
            reasons.retain(|(field, _)| self.page_of(field).is_some_and(|own| own <= page));
        }
        if !reasons.is_empty() {
            let at = reasons.iter().filter_map(|(field, _)| self.page_of(field)).min().unwrap_or(page);
            let shown = self.together(at);
            // Reasons on another page are said when that page is reached; one that belongs to no page is said here.
            reasons.retain(|(field, _)| self.page_of(field).is_none_or(|own| shown.contains(&own)));
            return Step::Mend(shown.start, Refusal { reasons });
        }
        match (appeared.first().and_then(|question| fields_of(question).into_iter().next()), next) {
            (Some(first), _) => Step::Appeared(page, first),
            (None, Some(next)) => Step::Show(next),
            (None, None) => Step::Receive,
        }
    }

    /// The answers with characters that could not be read, in whose place this one stands: the first page that has such, and the
    /// fields there. `None` when no answer has.
    pub fn unreadable(&self, gap: char) -> Option<(usize, Refusal)> {
        let broken = self.raw.pairs().iter().filter(|(_, value)| value.contains(gap));
        let broken: Vec<(usize, &String)> = broken.filter_map(|(name, _)| Some((self.page_of(name)?, name))).collect();
        let shown = self.together(broken.iter().map(|(page, _)| *page).min()?);
        let here = broken.into_iter().filter(|(page, _)| shown.contains(page));
        let reasons = here.map(|(_, name)| (name.clone(), RefusalReason::Unreadable)).collect();
        Some((shown.start, Refusal { reasons }))
    }

    /// Judges whole answers that came from no page of ours.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn judge(&self, layout: &Layout) -> Result<(), Refusal> {
        response::accept(self.form, layout, self.raw).map(|_| ())
    }

    fn page_of(&self, field: &str) -> Option<usize> {
        self.form
            .pages
            .iter()
            .position(|page| page.questions.iter().any(|question| fields_of(question).iter().any(|own| own == field)))
    }

    /// Every answer, and nothing that the form does not know.
    pub fn known(&self) -> Vec<(String, String)> {
        let fields: HashSet<String> = self.form.pages.iter().flat_map(|page| &page.questions).flat_map(fields_of).collect();
        self.raw.pairs().iter().filter(|(name, value)| !value.is_empty() && fields.contains(name)).cloned().collect()
    }

    /// The visible page with that number, or the last before it.
    pub fn nearest(&self, page: usize) -> usize {
        self.visible().into_iter().rfind(|own| *own <= page).unwrap_or(0)
    }

    /// Where somebody goes on who was shown a page of an earlier version: at the first question up to there that was not asked then, with its
    /// field, since it would pass unseen; else on the page of the same code.
    pub fn since(&self, earlier: &Form, page: usize) -> (usize, Option<String>) {
        let code = earlier.pages.get(page).map(|own| &own.code);
        let same = self.form.pages.iter().position(|own| Some(&own.code) == code);
        let at = same.unwrap_or_else(|| page.min(self.form.pages.len().saturating_sub(1)));
        let asked: HashSet<String> = earlier.questions().flat_map(|(_, question)| fields_of(question)).collect();
        let unseen = |question: &Question| {
            fields_of(question).into_iter().find(|name| !asked.contains(name) && self.raw.first(name).is_none())
        };
        let places =
            (0..self.together(at).end).flat_map(|page| (0..self.form.pages[page].questions.len()).map(move |at| (page, at)));
        let shown = places.filter(|place| self.shown.contains(place));
        let first = shown.filter_map(|(page, at)| Some((page, unseen(&self.form.pages[page].questions[at])?))).next();
        let (at, field) = first.map_or((at, None), |(page, field)| (page, Some(field)));
        (self.together(at).start, field)
    }

    /// The answers of other pages, to travel along. What the form does not know stays behind: it would be refused again for ever.
    pub fn carried(&self, page: usize) -> Vec<(&'a str, &'a str)> {
        let here = self.together(page);
        let elsewhere: HashSet<String> = (self.form.pages.iter().enumerate())
            .filter(|(index, _)| !here.contains(index))
            .flat_map(|(_, page)| &page.questions)
            .flat_map(fields_of)
            .collect();
        let pairs = self.raw.pairs().iter().map(|(name, value)| (name.as_str(), value.as_str()));
        pairs.filter(|(name, value)| !value.is_empty() && elsewhere.contains(*name)).collect()
    }
}

/// The names under which a question's answers are sent.
fn fields_of(question: &Question) -> Vec<String> {
    match &question.kind {
        Kind::Note => Vec::new(),
        Kind::Matrix { items, importance, .. } => items
            .iter()
            .flat_map(|item| {
                let importance = importance.as_ref().and_then(|_| item.importance_code());
                [Some(item.code.clone()), importance].into_iter().flatten().map(|code| code.to_string())
            })
            .collect(),
        _ => vec![question.code.to_string()],
    }
}

fn read(question: &Question, field: &Field, raw: &RawAnswers) -> Value {
    let choice_value = |typed: &str| match &question.kind {
        Kind::SingleChoice { choices } => response::find_choice(choices, typed).map(|choice| choice.value.into()),
        _ => None,
    };
    let value = match &field.kind {
        FieldKind::Option(index) => {
            let Kind::MultipleChoice { choices, .. } = &question.kind else { return Value::Blank };
            let found = raw.all(question.code.as_str()).filter_map(|typed| response::find_choice(choices, typed));
            let chosen: Vec<&Code> = found.map(|choice| &choice.code).collect();
            if chosen.is_empty() {
                return Value::Blank;
            }
            Some(choices.get(*index).is_some_and(|choice| chosen.contains(&&choice.code)).into())
        }
        kind => match raw.first(field.code.as_str()) {
            None => return Value::Blank,
            Some(RawAnswers::DONT_KNOW) => return Value::DontKnow,
            Some(RawAnswers::NOT_APPLICABLE) => return Value::NotApplicable,
            Some(typed) if *kind == FieldKind::Choice => choice_value(typed),
            Some(typed) => typed.parse().ok().filter(|number| (field.least..=field.most).contains(number)),
        },
    };
    value.map_or(Value::Blank, Value::Given)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;

    const HEAD: &str = r#"
code = "visit"
languages = ["it"]
minutes = 1
title.it = "Visita"
introduction.it = "I"
thanks.it = "G"
[[scales]]
code = "five"
points = [{ value = 1, label.it = "Male" }, { value = 2 }, { value = 3 }, { value = 4 }, { value = 5, label.it = "Bene", satisfied = true }]
dont_know.it = "Non so"
[[pages]]
code = "first"
title.it = "Prima"
[[pages.questions]]
code = "overall"
kind = "rating"
role = "overall"
scale = "five"
required = true
text.it = "Come va?"
[[pages.questions]]
code = "reason"
kind = "open_text"
role = "comment"
show_if = "overall <= 2"
required = true
most_characters = 10
text.it = "Perché?"
[[pages]]
code = "second"
show_if = "overall >= 4"
title.it = "Seconda"
[[pages.questions]]
code = "again"
kind = "single_choice"
role = "need"
text.it = "Ancora?"
choices = [{ code = "yes", label.it = "Sì" }, { code = "no", label.it = "No" }]
"#;

    fn go(presentation: &str, typed: &[(&str, &str)], page: usize) -> Step {
        let source = HEAD.replace("minutes = 1", &format!("minutes = 1\npresentation = \"{presentation}\""));
        let form = form::parse("visit.toml", &source).unwrap_or_else(|faults| panic!("{:?}", faults[0]));
        let layout = Layout::of(&form);
        let pairs = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let raw = RawAnswers::bounded(pairs).unwrap();
        SoFar::new(&form, &layout, &raw).go_on(&layout, page)
    }

    fn missing(field: &str) -> Refusal {
        Refusal { reasons: vec![(field.to_owned(), RefusalReason::Missing)] }
    }

    #[test]
    fn a_question_that_follows_from_an_answer_is_shown_before_anything_is_kept() {
        assert_eq!(go("one_page", &[("overall", "1")], 0), Step::Appeared(0, "reason".to_owned()));
        assert_eq!(go("one_page", &[("overall", "5")], 0), Step::Appeared(0, "again".to_owned()));
        assert_eq!(go("one_page", &[("overall", "3")], 0), Step::Receive);
    }

    #[test]
    fn a_question_that_was_on_screen_is_not_shown_twice() {
        assert_eq!(go("one_page", &[("overall", "5"), ("_seen", "page:second")], 0), Step::Receive);
        assert_eq!(go("one_page", &[("overall", "5"), ("again", "no")], 0), Step::Receive);
        assert_eq!(go("one_page", &[("overall", "1"), ("_seen", "reason")], 0), Step::Mend(0, missing("reason")));
        assert_eq!(go("one_page", &[("overall", "1"), ("reason", "Freddo")], 0), Step::Receive);
    }

    #[test]
    fn page_by_page_goes_to_the_next_page_that_the_answers_show() {
        assert_eq!(go("page_by_page", &[("overall", "5")], 0), Step::Show(1));
        assert_eq!(go("page_by_page", &[("overall", "3")], 0), Step::Receive);
        assert_eq!(go("page_by_page", &[("overall", "5")], 1), Step::Receive);
    }

    #[test]
    fn what_is_missing_is_said_on_its_own_page() {
        assert_eq!(go("page_by_page", &[], 0), Step::Mend(0, missing("overall")));
        assert_eq!(go("page_by_page", &[("again", "yes")], 1), Step::Mend(0, missing("overall")));
        let wrong = Refusal { reasons: vec![("again".to_owned(), RefusalReason::UnknownAnswer)] };
        assert_eq!(go("page_by_page", &[("overall", "5"), ("again", "maybe")], 1), Step::Mend(1, wrong));
    }

    #[test]
    fn answers_of_other_pages_travel_along() {
        let source = HEAD.replace("minutes = 1", "minutes = 1\npresentation = \"page_by_page\"");
        let form = form::parse("visit.toml", &source).unwrap();
        let layout = Layout::of(&form);
        let typed = [("overall", "5"), ("again", "yes"), ("_key", "x"), ("stranger", "1")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        let raw = RawAnswers::bounded(typed.to_vec()).unwrap();
        let so_far = SoFar::new(&form, &layout, &raw);
        assert_eq!(so_far.carried(1), [("overall", "5")]);
        assert_eq!(so_far.visible(), [0, 1]);
        assert_eq!(so_far.before(1), 0);
        assert!(so_far.may_lead_on(0) && !so_far.may_lead_on(1));
    }
}
