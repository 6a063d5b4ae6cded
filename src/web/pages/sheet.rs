//! A form with what was typed, as the templates show it. Pure: form, answers and refusal in, view out.

use super::limit::Limit;
use super::routing::for_script;
use super::scale_row::ScaleRow;
use super::wording::Wording;
use crate::form::{Choice, Condition, Form, Item, Kind, Page, Question, Role};
use crate::language::{Argument, integer, number, say, say_with};
use crate::response::{RawAnswers, Refusal, RefusalReason};
use crate::text::{Code, Language, Texts};
use askama::Template;
use std::ops::Range;

/// What a sheet is made from.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The form.
    pub form: &'a Form,
    /// The reader's language.
    pub language: &'a Language,
    /// What was typed so far.
    pub answers: &'a RawAnswers,
    /// Why it was refused.
    pub refusal: Option<&'a Refusal>,
    /// Whether a condition holds under what was typed.
    pub holds: &'a dyn Fn(&Condition) -> bool,
    /// Where a citizen writes to have an answer.
    pub contact: &'a str,
}

/// The questions of some pages. Renders as a fragment: the form element, the hidden fields and the buttons stand around it.
#[derive(Template)]
#[template(path = "sheet.html")]
pub struct Sheet<'a> {
    /// The pages.
    pub sections: Vec<Section<'a>>,
    /// What is missing or wrong, in order.
    pub summary: Vec<SummaryLine<'a>>,
    language: &'a Language,
}

/// A page of the form.
pub struct Section<'a> {
    /// Its heading; may be empty.
    pub heading: Wording<'a>,
    /// "Part 2 of 4" where several stand on one page; else "".
    pub step: String,
    /// When it is shown, for the script; `None` for always.
    pub condition: Option<String>,
    /// Whether it is not shown now.
    pub hidden: bool,
    /// Its code.
    pub code: &'a str,
    /// Its questions.
    pub asks: Vec<Ask<'a>>,
}

/// A question.
pub struct Ask<'a> {
    /// Its code.
    pub code: &'a str,
    /// What is asked.
    pub text: Wording<'a>,
    /// A line of help.
    pub hint: Wording<'a>,
    /// Whether it must be answered.
    pub required: bool,
    /// What is wrong with the answer.
    pub problem: Option<String>,
    /// When it is shown, for the script.
    pub condition: Option<String>,
    /// Whether it is not shown now.
    pub hidden: bool,
    /// How it is answered.
    pub kind: AskKind<'a>,
}

/// How a question is answered.
pub enum AskKind<'a> {
    /// On a scale.
    Scale(ScaleRow<'a>),
    /// One of several, or any of several.
    Choices {
        /// Whether several may be chosen.
        several: bool,
        /// Whether there are many short ones: two columns on a wide screen.
        columns: bool,
        /// The options.
        options: Vec<OptionView<'a>>,
        /// How many may be chosen.
        limit: Option<Limit>,
    },
    /// Several items on one scale.
    Matrix(Vec<ItemView<'a>>),
    /// A whole number: what was typed, the least.
    Number(&'a str, i64),
    /// Free text: what was typed, the sentence that says it is not a complaint, and how much may be written.
    Text(String, String, Limit),
    /// Nothing.
    Note,
}

/// An option.
pub struct OptionView<'a> {
    /// The id of its input, on the first option only.
    pub id: Option<&'a str>,
    /// What is sent.
    pub value: &'a str,
    /// What is read.
    pub label: Wording<'a>,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether it excludes the others.
    pub exclusive: bool,
}

/// An item of a matrix.
pub struct ItemView<'a> {
    /// What is judged.
    pub text: Wording<'a>,
    /// The judgement.
    pub row: ScaleRow<'a>,
    /// What is wrong with it.
    pub problem: Option<String>,
    /// The importance, and what is wrong with it.
    pub importance: Option<(ScaleRow<'a>, Option<String>)>,
}

/// A line of the summary of what is missing or wrong.
pub struct SummaryLine<'a> {
    /// The id of the field.
    pub field: String,
    /// The question.
    pub text: Wording<'a>,
    /// What is wrong.
    pub problem: String,
}

impl<'a> Sheet<'a> {
    /// The sheet of some pages of a form.
    pub fn new(reading: Reading<'a>, pages: Range<usize>) -> Self {
        let mut sections: Vec<_> = reading.form.pages[pages].iter().map(|page| reading.section(page)).collect();
        let of = sections.len();
        // Parts that may appear or vanish would make the numbers lie.
        if of > 1 && sections.iter().all(|section| section.condition.is_none()) {
            for (index, section) in sections.iter_mut().enumerate() {
                section.step = part_of(reading.language, index + 1, of);
            }
        }
        let mut sheet = Self { sections, summary: Vec::new(), language: reading.language };
        sheet.summary = reading.summary(&sheet);
        sheet
    }

    fn say(&self, key: &str) -> String {
        say(self.language, key)
    }

    /// Every answerable field with the words it is known by, in order.
    fn fields(&self) -> impl Iterator<Item = (String, Wording<'a>)> {
        self.sections.iter().flat_map(|section| &section.asks).flat_map(|ask| match &ask.kind {
            AskKind::Matrix(items) => items.iter().flat_map(|item| self.fields_of_item(item)).collect(),
            _ => vec![(ask.code.to_owned(), ask.text.clone())],
        })
    }

    /// Two answers on one item are told apart by what is asked about it.
    fn fields_of_item(&self, item: &ItemView<'a>) -> Vec<(String, Wording<'a>)> {
        let Some((importance, _)) = &item.importance else { return vec![(item.row.name.clone(), item.text.clone())] };
        let both = [(&item.row, "citizen-how-satisfied"), (importance, "citizen-how-important")];
        both.map(|(row, asked)| (row.name.clone(), item.text.with(format!("{} – {}", &*item.text, self.say(asked))))).into()
    }
}

impl<'a> Reading<'a> {
    fn words(&self, texts: &'a Texts) -> Wording<'a> {
        Wording::of(texts, self.language, self.form.fallback())
    }

    fn hidden(&self, condition: Option<&Condition>) -> bool {
        condition.is_some_and(|condition| !(self.holds)(condition))
    }

    fn section(&self, page: &'a Page) -> Section<'a> {
        Section {
            heading: self.words(&page.title),
            step: String::new(),
            condition: page.show_if.as_ref().map(for_script),
            hidden: self.hidden(page.show_if.as_ref()),
            code: page.code.as_str(),
            asks: page.questions.iter().map(|question| self.ask(question)).collect(),
        }
    }

    fn ask(&self, question: &'a Question) -> Ask<'a> {
        Ask {
            code: question.code.as_str(),
            text: self.words(&question.text),
            hint: self.hint(question),
            required: question.required,
            problem: self.problem(question.code.as_str()),
            condition: question.show_if.as_ref().map(for_script),
            hidden: self.hidden(question.show_if.as_ref()),
            kind: self.kind(question),
        }
    }

    fn hint(&self, question: &'a Question) -> Wording<'a> {
        let own = self.words(&question.hint);
        match &question.kind {
            Kind::MultipleChoice { at_most: Some(most), .. } if own.is_empty() => {
                Wording::own(say_with(self.language, "citizen-choose-at-most", &[("count", Argument::Count((*most).into()))]))
            }
            Kind::MultipleChoice { .. } if own.is_empty() => Wording::own(say(self.language, "citizen-choose-any")),
            Kind::OpenText { most_characters } if own.is_empty() => {
                let most = integer(self.language, (*most_characters).into());
                Wording::own(say_with(self.language, "citizen-at-most-characters", &[("most", most.into())]))
            }
            Kind::Number { least, most } if own.is_empty() => {
                let values = [("least", whole(self.language, *least)), ("most", whole(self.language, *most))];
                Wording::own(say_with(self.language, "answering-number-range", &values))
            }
            // The form's own hint knows better.
            _ => own,
        }
    }

    fn kind(&self, question: &'a Question) -> AskKind<'a> {
        let code = question.code.as_str();
        match &question.kind {
            Kind::Rating { scale } => match self.row(code.to_owned(), scale, false) {
                Some(row) => AskKind::Scale(row),
                None => AskKind::Note,
            },
            Kind::SingleChoice { choices } => self.choices(code, choices, false, None),
            Kind::MultipleChoice { choices, at_most } => {
                // The hint tells it: the form's own, where its author wrote one, or ours.
                let limit = at_most.map(|most| Limit::of_choices(self.language, most, true));
                self.choices(code, choices, true, limit)
            }
            Kind::Matrix { scale, items, importance } => {
                AskKind::Matrix(items.iter().filter_map(|item| self.item(item, scale, importance.as_ref())).collect())
            }
            Kind::Number { least, .. } => AskKind::Number(self.answers.first(code).unwrap_or(""), *least),
            Kind::OpenText { most_characters } => {
                let typed = self.answers.pairs().iter().find(|(name, _)| name == code);
                let sentence = match question.role {
                    Role::Comment if !self.contact.is_empty() => {
                        say_with(self.language, "citizen-not-a-complaint", &[("contact", self.contact.into())])
                    }
                    _ => String::new(),
                };
                // Our own hint tells the limit; the form's seldom does.
                let told = self.words(&question.hint).is_empty();
                let limit = Limit::of_characters(self.language, *most_characters, told);
                AskKind::Text(typed.map(|(_, text)| text.clone()).unwrap_or_default(), sentence, limit)
            }
            Kind::Note => AskKind::Note,
        }
    }

    /// A compact row shows numbers even where every point has words: two rows beside each other leave no room.
    fn row(&self, name: String, scale: &Code, compact: bool) -> Option<ScaleRow<'a>> {
        let scale = self.form.scale(scale)?;
        Some(ScaleRow::new(name, scale, (self.language, self.form.fallback()), self.answers, compact))
    }

    fn item(&self, item: &'a Item, scale: &Code, importance: Option<&Code>) -> Option<ItemView<'a>> {
        let importance = importance.zip(item.importance_code()).and_then(|(scale, code)| {
            let problem = self.problem(code.as_str());
            Some((self.row(code.to_string(), scale, true)?, problem))
        });
        Some(ItemView {
            text: self.words(&item.text),
            row: self.row(item.code.to_string(), scale, false)?,
            problem: self.problem(item.code.as_str()),
            importance,
        })
    }

    fn choices(&self, code: &'a str, choices: &'a [Choice], several: bool, limit: Option<Limit>) -> AskKind<'a> {
        let options = choices.iter().enumerate().map(|(index, choice)| OptionView {
            id: (index == 0).then_some(code),
            value: choice.code.as_str(),
            label: self.words(&choice.label),
            chosen: self.answers.all(code).any(|given| given == choice.code.as_str()),
            exclusive: choice.exclusive,
        });
        let options: Vec<_> = options.collect();
        let columns = options.len() > 5 && options.iter().all(|option| option.label.chars().count() < 45);
        AskKind::Choices { several, columns, options, limit }
    }

    fn problem(&self, field: &str) -> Option<String> {
        let (_, reason) = self.refusal?.reasons.iter().find(|(own, _)| own == field)?;
        Some(sentence(self.language, reason))
    }

    /// A reason about a field that this sheet does not show points at the sheet's beginning: it is never left unsaid.
    fn summary(&self, sheet: &Sheet<'a>) -> Vec<SummaryLine<'a>> {
        let Some(refusal) = self.refusal else { return Vec::new() };
        let lines = refusal.reasons.iter().map(|(field, reason)| {
            let shown = sheet.fields().find(|(own, _)| own == field);
            SummaryLine {
                text: shown.as_ref().map_or_else(|| Wording::own(field.clone()), |(_, text)| text.clone()),
                field: shown.map_or_else(|| "questionnaire".to_owned(), |(own, _)| own),
                problem: sentence(self.language, reason),
            }
        });
        lines.collect()
    }
}

fn part_of(language: &Language, at: usize, of: usize) -> String {
    let count = |number: usize| Argument::Count(u64::try_from(number).unwrap_or(u64::MAX));
    say_with(language, "citizen-part-of", &[("at", count(at)), ("of", count(of))])
}

fn whole(language: &Language, value: i64) -> Argument {
    #[allow(clippy::cast_precision_loss)] // Limits of a number question are far below 2^53.
    Argument::Text(number(language, value as f64, 0))
}

/// What is wrong with an answer, for who gave it.
pub fn sentence(language: &Language, reason: &RefusalReason) -> String {
    let limit = |value: i64| whole(language, value);
    match reason {
        RefusalReason::Missing => say(language, "citizen-refused-missing"),
        RefusalReason::UnknownField => say(language, "citizen-refused-unknown-field"),
        RefusalReason::UnknownAnswer => say(language, "citizen-refused-unknown-answer"),
        RefusalReason::TooMany(most) => {
            say_with(language, "citizen-refused-too-many", &[("count", Argument::Count((*most).into()))])
        }
        RefusalReason::NotTogether => say(language, "citizen-refused-not-together"),
        RefusalReason::OutOfRange(least, most) => {
            say_with(language, "citizen-refused-out-of-range", &[("least", limit(*least)), ("most", limit(*most))])
        }
        RefusalReason::TooLong(most) => {
            say_with(language, "citizen-refused-too-long", &[("most", integer(language, (*most).into()).into())])
        }
        RefusalReason::Unreadable => say(language, "citizen-refused-unreadable"),
    }
}
