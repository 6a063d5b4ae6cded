//! Changing a form: each edit takes a form and leaves one, or says why it cannot be. Codes that conditions name go along with it.

use super::condition::{named, names_choice, rename};
pub use super::free_code::free_among;
use super::{Condition, Factor, Form, Kind, Page, Question};
use crate::text::Code;
use sha2::{Digest, Sha256};

/// What is edited as one thing: two people may edit two of them at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// Title, introduction, thanks, languages, duration, presentation, quality factors.
    Head,
    /// Heading and condition of a page.
    Page(Code),
    /// A question.
    Question(Code),
    /// A scale.
    Scale(Code),
}

/// Why an edit cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotEdit {
    /// It is not there any more.
    Gone,
    /// The code is taken.
    CodeTaken(Code),
    /// Questions or pages are shown depending on this: their codes.
    DecidesFor(Vec<Code>),
    /// Questions or pages are shown depending on this choice.
    ChoiceDecidesFor {
        /// What the choice says.
        label: crate::text::Texts,
        /// Their codes.
        shown: Vec<Code>,
    },
    /// Their condition would come before the question that it names: what is shown depending on what.
    AskedLater {
        /// The question or page with the condition.
        shown: Code,
        /// The question that it names.
        depends_on: Code,
    },
    /// Questions use it: their codes.
    UsedBy(Vec<Code>),
    /// Questions use a quality factor that is taken away.
    FactorUsed {
        /// What the factor is called.
        label: crate::text::Texts,
        /// The codes of the questions.
        by: Vec<Code>,
    },
    /// Somebody else changed it while it was edited.
    Meanwhile,
    /// It is the only question.
    LastQuestion,
}

/// How an edit ends.
pub type Edited = Result<Form, CannotEdit>;

/// Where a question goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// To a place on a page that is there: the page, and before which of its questions (from 0; beyond the last: at the end).
    On(Code, usize),
    /// Onto a page of its own, which stands behind that page (`None`: before the first).
    NewPage {
        /// The page before it.
        after: Option<Code>,
        /// The new page's code.
        code: Code,
    },
}

/// A condition and whose it is.
pub struct Owned<'f> {
    /// The question or page.
    pub owner: &'f Code,
    /// Its place: page and question; that of a page is before its first question.
    pub place: (usize, usize),
    /// What it says.
    pub condition: &'f Condition,
}

impl Form {
    /// A mark that is another one when an element was changed; `None` when it is not there.
    pub fn mark_of(&self, element: &Element) -> Option<String> {
        let told = match element {
            Element::Head => {
                let words = (&self.code, &self.languages, &self.title, &self.introduction, &self.thanks);
                format!("{words:?} {} {:?} {:?}", self.minutes, self.presentation, self.factors)
            }
            Element::Page(code) => {
                let page = self.pages.iter().find(|page| page.code == *code)?;
                format!("{:?}", (&page.title, &page.show_if))
            }
            Element::Question(code) => format!("{:?}", self.questions().find(|(_, question)| question.code == *code)?.1),
            Element::Scale(code) => format!("{:?}", self.scale(code)?),
        };
        Some(Sha256::digest(told.as_bytes()).iter().take(6).map(|byte| format!("{byte:02x}")).collect())
    }

    /// Where a question stands: page and place on it.
    pub fn place_of(&self, code: &Code) -> Option<(usize, usize)> {
        self.pages
            .iter()
            .enumerate()
            .find_map(|(page, own)| own.questions.iter().position(|question| question.code == *code).map(|at| (page, at)))
    }

    /// Where the answer of that name is asked: a question's, or an item's of a matrix.
    pub fn place_of_answer(&self, code: &Code) -> Option<(usize, usize)> {
        self.place_of(code).or_else(|| {
            let asks = |question: &Question| answers_of(question).any(|own| own == *code);
            let page = self.pages.iter().position(|page| page.questions.iter().any(asks))?;
            self.pages[page].questions.iter().position(asks).map(|at| (page, at))
        })
    }

    /// Every condition of the form.
    pub fn conditions(&self) -> impl Iterator<Item = Owned<'_>> {
        self.pages.iter().enumerate().flat_map(|(at, page)| {
            let own = page.show_if.iter().map(move |condition| Owned { owner: &page.code, place: (at, 0), condition });
            own.chain(page.questions.iter().enumerate().filter_map(move |(number, question)| {
                let condition = question.show_if.as_ref()?;
                Some(Owned { owner: &question.code, place: (at, number), condition })
            }))
        })
    }

    /// Every name that an answer has: no two may be the same.
    pub fn answer_codes(&self) -> Vec<Code> {
        self.questions().flat_map(|(_, question)| std::iter::once(question.code.clone()).chain(answers_of(question))).collect()
    }

    /// A code that is free, made of words: of `Quanto è durata l'attesa?` `quanto_e_durata_l_attesa`.
    pub fn free_code(&self, words: &str, otherwise: &str) -> Code {
        let taken = self.answer_codes();
        free_among(words, otherwise, |code| taken.contains(code) || self.pages.iter().any(|page| page.code == *code))
    }

    /// Puts a new question in its place.
    pub fn with_question(&self, question: Question, spot: &Spot) -> Edited {
        let mut form = self.clone();
        form.put(question, spot)?;
        form.in_order()
    }

    /// Puts another question in the place of one.
    pub fn with_changed_question(&self, code: &Code, question: Question) -> Edited {
        let (page, at) = self.place_of(code).ok_or(CannotEdit::Gone)?;
        let mut form = self.clone();
        let before = std::mem::replace(&mut form.pages[page].questions[at], question);
        let own = form.pages[page].questions[at].clone();
        self.keeps_its_choices(&before, &own)?;
        if own.code != before.code {
            form.rename_answer(&before.code, &own.code);
        }
        form.in_order()
    }

    /// Moves a question. A page that is left without any goes too; a page of its own is shown when the old one was.
    pub fn with_moved_question(&self, code: &Code, spot: &Spot) -> Edited {
        let mut form = self.clone();
        let (page, at) = form.place_of(code).ok_or(CannotEdit::Gone)?;
        let question = form.pages[page].questions.remove(at);
        let shown_when = form.pages[page].show_if.clone();
        form.put(question, spot)?;
        if let (Spot::NewPage { .. }, Some((own, _))) = (spot, form.place_of(code)) {
            form.pages[own].show_if = shown_when;
        }
        form.pages.retain(|page| !page.questions.is_empty());
        form.in_order()
    }

    /// Writes a question once more, behind the first, with codes of its own.
    pub fn with_copy_of(&self, code: &Code) -> Result<(Form, Code), CannotEdit> {
        let (page, at) = self.place_of(code).ok_or(CannotEdit::Gone)?;
        let mut copy = self.pages[page].questions[at].clone();
        let mut taken = self.answer_codes();
        let mut fresh = |code: &Code| {
            let own = free_among(code.as_str(), "copia", |code| taken.contains(code));
            taken.push(own.clone());
            own
        };
        copy.code = fresh(&copy.code);
        if let Kind::Matrix { items, .. } = &mut copy.kind {
            items.iter_mut().for_each(|item| item.code = fresh(&item.code));
        }
        let own = copy.code.clone();
        let mut form = self.clone();
        form.pages[page].questions.insert(at + 1, copy);
        Ok((form.in_order()?, own))
    }

    /// Takes a question away. A page that is left without any goes too.
    pub fn without_question(&self, code: &Code) -> Edited {
        let (page, at) = self.place_of(code).ok_or(CannotEdit::Gone)?;
        if self.questions().count() == 1 {
            return Err(CannotEdit::LastQuestion);
        }
        let mut form = self.clone();
        let gone = form.pages[page].questions.remove(at);
        let names: Vec<Code> = answers_of(&gone).chain([gone.code.clone()]).collect();
        let decides = |owned: &Owned<'_>| named(owned.condition).into_iter().any(|code| names.contains(code));
        let for_whom: Vec<Code> = form.conditions().filter(decides).map(|owned| owned.owner.clone()).collect();
        if !for_whom.is_empty() {
            return Err(CannotEdit::DecidesFor(for_whom));
        }
        form.pages.retain(|page| !page.questions.is_empty());
        Ok(form)
    }

    /// Gives a page another heading and condition.
    pub fn with_changed_page(&self, code: &Code, page: Page) -> Edited {
        let mut form = self.clone();
        let own = form.pages.iter_mut().find(|own| own.code == *code).ok_or(CannotEdit::Gone)?;
        *own = Page { questions: std::mem::take(&mut own.questions), ..page };
        form.in_order()
    }

    /// Moves a page with its questions to a place from 0.
    pub fn with_moved_page(&self, code: &Code, to: usize) -> Edited {
        let mut form = self.clone();
        let at = form.pages.iter().position(|page| page.code == *code).ok_or(CannotEdit::Gone)?;
        let page = form.pages.remove(at);
        let to = to.min(form.pages.len());
        form.pages.insert(to, page);
        form.in_order()
    }

    /// Gives the form other quality factors; those that questions name must stay.
    pub fn with_factors(&self, factors: Vec<Factor>) -> Edited {
        let gone = self.factors.iter().filter(|own| !factors.iter().any(|factor| factor.code == own.code));
        for factor in gone {
            let by = self.users_of_factor(&factor.code);
            if !by.is_empty() {
                return Err(CannotEdit::FactorUsed { label: factor.label.clone(), by });
            }
        }
        Ok(Self { factors, ..self.clone() })
    }

    fn users_of_factor(&self, code: &Code) -> Vec<Code> {
        let uses = |question: &Question| {
            let items: &[super::Item] = if let Kind::Matrix { items, .. } = &question.kind { items } else { &[] };
            question.factor.as_ref() == Some(code) || items.iter().any(|item| item.factor.as_ref() == Some(code))
        };
        self.questions().filter(|(_, question)| uses(question)).map(|(_, question)| question.code.clone()).collect()
    }

    /// Refuses the loss of a choice that conditions name.
    fn keeps_its_choices(&self, before: &Question, own: &Question) -> Result<(), CannotEdit> {
        let gone = before.choices().iter().filter(|choice| !own.choices().iter().any(|other| other.code == choice.code));
        for choice in gone {
            let decides = |owned: &Owned<'_>| names_choice(owned.condition, &before.code, &choice.code);
            let shown: Vec<Code> = self.conditions().filter(decides).map(|owned| owned.owner.clone()).collect();
            if !shown.is_empty() {
                return Err(CannotEdit::ChoiceDecidesFor { label: choice.label.clone(), shown });
            }
        }
        Ok(())
    }

    fn put(&mut self, question: Question, spot: &Spot) -> Result<(), CannotEdit> {
        match spot {
            Spot::On(page, at) => {
                let page = self.pages.iter_mut().find(|own| own.code == *page).ok_or(CannotEdit::Gone)?;
                let at = (*at).min(page.questions.len());
                page.questions.insert(at, question);
            }
            Spot::NewPage { after, code } => {
                let at = match after {
                    None => 0,
                    Some(after) => self.pages.iter().position(|own| own.code == *after).ok_or(CannotEdit::Gone)? + 1,
                };
                let page = Page { code: code.clone(), title: Default::default(), show_if: None, questions: vec![question] };
                self.pages.insert(at, page);
            }
        }
        Ok(())
    }

    /// The form, if no two answers have one name and everything that a condition names is asked before it.
    fn in_order(self) -> Edited {
        let mut seen = std::collections::BTreeSet::new();
        if let Some(twice) = self.answer_codes().into_iter().find(|code| !seen.insert(code.clone())) {
            return Err(CannotEdit::CodeTaken(twice));
        }
        let late = self.conditions().find_map(|owned| {
            let (shown, names) = (owned.owner.clone(), named(owned.condition));
            if names.iter().any(|code| self.place_of_answer(code).is_none()) {
                return Some(CannotEdit::DecidesFor(vec![shown]));
            }
            let later = |code: &&&Code| self.place_of_answer(code).is_some_and(|place| place >= owned.place);
            let depends_on = (*names.iter().find(later)?).clone();
            Some(CannotEdit::AskedLater { shown, depends_on })
        });
        late.map_or(Ok(self), Err)
    }

    fn rename_answer(&mut self, from: &Code, to: &Code) {
        for page in &mut self.pages {
            let of_questions = page.questions.iter_mut().filter_map(|question| question.show_if.as_mut());
            of_questions.chain(page.show_if.as_mut()).for_each(|condition| rename(condition, from, to));
        }
    }
}

/// The names of a question's answers besides its own.
fn answers_of(question: &Question) -> impl Iterator<Item = Code> {
    let codes: Vec<Code> = match &question.kind {
        Kind::Matrix { items, importance, .. } => {
            let weighed = items.iter().filter(|_| importance.is_some()).filter_map(super::Item::importance_code);
            items.iter().map(|item| item.code.clone()).chain(weighed).collect()
        }
        Kind::MultipleChoice { choices, .. } => {
            choices.iter().filter_map(|choice| super::option_code(&question.code, &choice.code)).collect()
        }
        _ => Vec::new(),
    };
    codes.into_iter()
}

#[cfg(test)]
mod tests {
    use super::super::{catalog, parse};
    use super::*;

    fn annual() -> Form {
        parse("f.toml", &catalog::form("urp-annuale").unwrap()).unwrap()
    }

    fn faces() -> Form {
        parse("f.toml", &catalog::form("faccine").unwrap()).unwrap()
    }

    fn code(text: &str) -> Code {
        Code::parse(text).unwrap()
    }

    #[test]
    fn a_question_moves_and_a_page_left_empty_goes() {
        let form = annual();
        let (page, question) = form.questions().find(|(page, _)| page.questions.len() > 1).unwrap();
        let own = question.code.clone();
        let moved = form.with_moved_question(&own, &Spot::On(page.code.clone(), 1)).unwrap();
        assert_eq!(moved.place_of(&own).unwrap().1, 1);
        let alone = form.with_moved_question(&own, &Spot::NewPage { after: None, code: code("new") }).unwrap();
        assert_eq!((alone.place_of(&own), alone.pages.len()), (Some((0, 0)), form.pages.len() + 1));
        let back = alone.with_moved_question(&own, &Spot::On(page.code.clone(), 0)).unwrap();
        assert_eq!(back, form);
    }

    #[test]
    fn nothing_comes_before_what_it_depends_on() {
        let form = faces();
        let owned = form.conditions().next().unwrap();
        let (shown, depends_on) = (owned.owner.clone(), named(owned.condition)[0].clone());
        let first = form.pages[0].code.clone();
        let moved = form.with_moved_question(
            &depends_on,
            &Spot::NewPage { after: Some(form.pages.last().unwrap().code.clone()), code: code("z") },
        );
        assert!(matches!(moved, Err(CannotEdit::AskedLater { .. })), "{moved:?}");
        assert_eq!(
            form.without_question(&depends_on),
            Err(CannotEdit::DecidesFor(form.conditions().map(|own| own.owner.clone()).collect()))
        );
        if form.place_of(&shown).is_some() {
            assert!(form.with_moved_question(&shown, &Spot::On(first, 0)).is_err());
        }
    }

    #[test]
    fn a_new_code_goes_along_into_conditions() {
        let form = faces();
        let depends_on = named(form.conditions().next().unwrap().condition)[0].clone();
        let question = form.questions().find(|(_, own)| own.code == depends_on).unwrap().1.clone();
        let renamed = form.with_changed_question(&depends_on, Question { code: code("mood"), ..question }).unwrap();
        assert_eq!(named(renamed.conditions().next().unwrap().condition)[0], &code("mood"));
    }

    #[test]
    fn a_copy_has_codes_of_its_own() {
        let form = annual();
        let matrix = form.questions().find(|(_, own)| matches!(own.kind, Kind::Matrix { .. })).unwrap().1.code.clone();
        let (copied, own) = form.with_copy_of(&matrix).unwrap();
        let mut codes = copied.answer_codes();
        codes.sort();
        let count = codes.len();
        codes.dedup();
        assert_eq!((codes.len(), own.as_str()), (count, format!("{matrix}_2").as_str()));
    }

    #[test]
    fn a_question_on_a_page_of_its_own_is_shown_when_its_old_page_was() {
        let mut form = annual();
        let at = (1..form.pages.len()).find(|at| form.pages[*at].questions.len() > 1).unwrap();
        let first =
            form.questions().find(|(_, own)| !matches!(own.kind, Kind::Matrix { .. } | Kind::Note)).unwrap().1.code.clone();
        assert!(form.place_of(&first).unwrap().0 < at);
        form.pages[at].show_if = Some(Condition::Answered { field: first });
        let own = form.pages[at].questions.last().unwrap().code.clone();
        let spot = Spot::NewPage { after: Some(form.pages[at].code.clone()), code: code("z") };
        let moved = form.with_moved_question(&own, &spot).unwrap();
        assert_eq!(moved.pages[moved.place_of(&own).unwrap().0].show_if, form.pages[at].show_if);
    }

    #[test]
    fn an_item_that_a_condition_names_is_not_taken_away_and_no_code_comes_twice() {
        let mut form = annual();
        let (at, matrix) = form
            .pages
            .iter()
            .enumerate()
            .find_map(|(at, page)| Some((at, page.questions.iter().find(|own| matches!(own.kind, Kind::Matrix { .. }))?.clone())))
            .unwrap();
        let Kind::Matrix { items, .. } = &matrix.kind else { panic!("a matrix") };
        let field = items[0].code.clone();
        form.pages[at + 1].show_if = Some(Condition::Answered { field });
        let mut less = matrix.clone();
        if let Kind::Matrix { items, .. } = &mut less.kind {
            items.remove(0);
        }
        let refused = form.with_changed_question(&matrix.code, less);
        assert_eq!(refused, Err(CannotEdit::DecidesFor(vec![form.pages[at + 1].code.clone()])));
        let mut twice = Question { code: code("again"), ..matrix };
        if let Kind::Matrix { items, importance, .. } = &mut twice.kind {
            items.truncate(1);
            *importance = None;
            items[0].code = code("again");
        }
        let spot = Spot::On(form.pages[at].code.clone(), 0);
        assert_eq!(form.with_question(twice, &spot), Err(CannotEdit::CodeTaken(code("again"))));
    }

    #[test]
    fn a_choice_that_a_condition_names_stays() {
        let mut form = annual();
        let chosen = |own: &Question| own.choices().len() > 2;
        let question = form.questions().find(|(_, own)| chosen(own)).unwrap().1.clone();
        let last = form.pages.len() - 1;
        let operand = super::super::Operand::Choice(question.choices()[0].code.clone());
        let operator = super::super::Operator::NotEqual;
        let condition = Condition::Compare { field: question.code.clone(), operator, operand };
        form.pages[last].show_if = Some(Condition::Not(Box::new(condition)));
        let without = |at: usize| {
            let mut own = question.clone();
            if let Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } = &mut own.kind {
                choices.remove(at);
            }
            form.with_changed_question(&question.code, own)
        };
        let label = question.choices()[0].label.clone();
        let shown = vec![form.pages[last].code.clone()];
        assert_eq!(without(0), Err(CannotEdit::ChoiceDecidesFor { label, shown }));
        assert!(without(1).is_ok());
    }

    #[test]
    fn a_factor_in_use_stays() {
        let form = annual();
        let used = form.factors.iter().find(|own| !form.users_of_factor(&own.code).is_empty()).unwrap();
        let others: Vec<Factor> = form.factors.iter().filter(|own| own.code != used.code).cloned().collect();
        let by = form.users_of_factor(&used.code);
        assert_eq!(form.with_factors(others), Err(CannotEdit::FactorUsed { label: used.label.clone(), by }));
        assert_eq!(form.with_factors(form.factors.clone()), Ok(form.clone()));
    }

    #[test]
    fn a_mark_changes_with_its_element_alone() {
        let form = annual();
        let [first, second] = [0, 1].map(|at| form.questions().nth(at).unwrap().1.code.clone());
        let mut question = form.questions().next().unwrap().1.clone();
        question.required = !question.required;
        let changed = form.with_changed_question(&first, question).unwrap();
        let same = |element: &Element| form.mark_of(element) == changed.mark_of(element);
        assert!(!same(&Element::Question(first)) && same(&Element::Question(second)) && same(&Element::Head));
        assert_eq!(form.mark_of(&Element::Scale(code("nowhere"))), None);
    }
}
