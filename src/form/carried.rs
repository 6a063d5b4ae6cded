//! Whether answers given to one version of a form keep their meaning under a later one, and how they are read there.
//!
//! They do where every question of the earlier one is asked as before: the same answers on offer, on the same scale, under the same
//! condition. Words may differ, questions may be new and stand elsewhere. What was offered to some and not to others (a further answer, a
//! "non so") would change what the other answers mean, so it does not carry.

use super::hash::asked;
use super::{Field, Form, Kind, Layout, Page, Question, Value};
use crate::text::{Code, Texts};

/// Why a survey in the field cannot go on with a later version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// A question is gone: what was answered would be seen nowhere.
    Gone(Code),
    /// A question is answered, judged or used otherwise.
    Answered(Code),
    /// A question is asked of others: its condition or its page's is another.
    Asked(Code),
    /// A question must be answered that nobody had to before: answers that are under way would be sent back.
    Required(Code),
    /// An open text may be no longer what it was: texts that are under way would be sent back.
    Shorter(Code),
}

impl Hindrance {
    /// Whether answers already given would be read wrongly, not only those under way be sent back.
    fn spoils(&self) -> bool {
        matches!(self, Self::Gone(_) | Self::Answered(_) | Self::Asked(_))
    }
}

/// Everything that keeps a survey with answers from going on with the later version, in the order of the earlier one.
pub fn hindrances(before: &Form, after: &Form) -> Vec<Hindrance> {
    let mut found = Vec::new();
    for (page, question) in before.questions().filter(|(_, question)| question.kind != Kind::Note) {
        let code = question.code.clone();
        match question_of(after, &code) {
            None => found.push(Hindrance::Gone(code)),
            Some((_, now)) if asked(before, question) != asked(after, now) || exchanged(before, question, after, now) => {
                found.push(Hindrance::Answered(code));
            }
            Some((now_page, now)) if (&question.show_if, &page.show_if) != (&now.show_if, &now_page.show_if) => {
                found.push(Hindrance::Asked(code));
            }
            Some((_, now)) if now.required && !question.required => found.push(Hindrance::Required(code)),
            Some((_, now)) if most_characters(now) < most_characters(question) => found.push(Hindrance::Shorter(code)),
            Some(_) => {}
        }
    }
    let new = after.questions().filter(|(_, question)| question_of(before, &question.code).is_none() && question.required);
    found.extend(new.map(|(_, question)| Hindrance::Required(question.code.clone())));
    found
}

/// Whether answers given to the earlier version mean the same under the later one.
pub fn carries(before: &Form, after: &Form) -> bool {
    !hindrances(before, after).iter().any(Hindrance::spoils)
}

/// Whether an answer or item bears the words that another one had: 1 is called what 5 was.
fn exchanged(before: &Form, was: &Question, after: &Form, now: &Question) -> bool {
    let (was, now) = (names_of(before, was), names_of(after, now));
    now.iter().any(|(own, words)| {
        let keeps = was.iter().any(|(same, before)| same == own && words.agrees_with(before));
        !keeps && was.iter().any(|(other, before)| other != own && words.agrees_with(before))
    })
}

/// The answers and items of a question by what is kept of them, with their words.
fn names_of<'f>(form: &'f Form, question: &'f Question) -> Vec<(String, &'f Texts)> {
    let points = |code: &Code| form.scale(code).into_iter().flat_map(|scale| &scale.points);
    let of_scale = |code: &Code| points(code).map(|point| (format!("{code} {}", point.value), &point.label)).collect::<Vec<_>>();
    match &question.kind {
        Kind::Rating { scale } => of_scale(scale),
        Kind::Matrix { scale, items, importance } => {
            let items = items.iter().map(|item| (item.code.to_string(), &item.text));
            of_scale(scale).into_iter().chain(importance.iter().flat_map(of_scale)).chain(items).collect()
        }
        Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => {
            choices.iter().map(|choice| (choice.code.to_string(), &choice.label)).collect()
        }
        Kind::Number { .. } | Kind::OpenText { .. } | Kind::Note => Vec::new(),
    }
}

fn question_of<'f>(form: &'f Form, code: &Code) -> Option<(&'f Page, &'f Question)> {
    form.questions().find(|(_, question)| question.code == *code && question.kind != Kind::Note)
}

fn most_characters(question: &Question) -> Option<u32> {
    if let Kind::OpenText { most_characters } = question.kind { Some(most_characters) } else { None }
}

/// Reads answers of an earlier layout in a later one that carries them.
#[derive(Clone, Debug)]
pub struct Carrier {
    /// The fields of both, the earlier one first.
    both: Vec<(Field, Field)>,
    /// The later record in which nothing was asked.
    empty: Vec<u8>,
    /// Whether bytes are the same in both.
    same: bool,
}

impl Carrier {
    /// From one layout to another.
    pub fn new(from: &Layout, to: &Layout) -> Self {
        let both = from.fields.iter().filter_map(|field| Some((field.clone(), to.field(field.code.as_str())?.clone())));
        let both: Vec<(Field, Field)> = both.collect();
        let lies_as_before =
            |(one, other): &(Field, Field)| (one.offset, one.width, one.least) == (other.offset, other.width, other.least);
        let same = from.size_bytes == to.size_bytes && both.len() == from.fields.len() && both.iter().all(lies_as_before);
        Self { both, empty: to.empty(), same }
    }

    /// The answers as the later layout has them; what it asks beyond the earlier one was not asked.
    pub fn carry(&self, closed: Vec<u8>) -> Vec<u8> {
        if self.same {
            return closed;
        }
        let mut carried = self.empty.clone();
        for (from, to) in &self.both {
            match from.read(&closed) {
                Value::NotAsked => {}
                value => to.write(value, &mut carried),
            }
        }
        carried
    }
}

#[cfg(test)]
mod tests {
    use super::super::edit::Spot;
    use super::super::{catalog, parse};
    use super::*;

    fn annual() -> Form {
        parse("f.toml", &catalog::form("urp-annuale").unwrap()).unwrap()
    }

    fn changed(change: impl FnOnce(&mut Form)) -> Form {
        let mut form = annual();
        change(&mut form);
        form
    }

    fn codes(form: &Form) -> Vec<Code> {
        form.questions().map(|(_, question)| question.code.clone()).collect()
    }

    #[test]
    fn words_a_new_question_and_another_order_keep_what_answers_mean() {
        let before = annual();
        let reworded = changed(|form| form.pages[0].questions[0].text.set(crate::text::Language::italian(), "Altrimenti?"));
        assert_eq!(hindrances(&before, &reworded), []);
        let (mut with_more, copy) = before.with_copy_of(&codes(&before)[0]).unwrap();
        with_more.pages[0].questions.iter_mut().find(|own| own.code == copy).unwrap().required = false;
        assert_eq!(hindrances(&before, &with_more), []);
        assert_eq!(hindrances(&with_more, &before), [Hindrance::Gone(copy)], "back again its answers would be lost");
        let page = before.pages[0].code.clone();
        let moved = before.with_moved_question(&codes(&before)[0], &Spot::On(page, 1)).unwrap();
        assert!(carries(&before, &moved));
    }

    #[test]
    fn whatever_changes_the_meaning_hinders_and_says_where() {
        let before = annual();
        let at = |want: fn(&Question) -> bool| {
            let place = before.questions().find(|(_, question)| want(question)).unwrap();
            place.1.code.clone()
        };
        let edited = |code: &Code, edit: fn(&mut Question)| {
            changed(|form| {
                edit(form.pages.iter_mut().flat_map(|page| &mut page.questions).find(|own| own.code == *code).unwrap())
            })
        };
        let choice = at(|question| matches!(question.kind, Kind::SingleChoice { .. }));
        let shorter = edited(&choice, |question| {
            if let Kind::SingleChoice { choices } = &mut question.kind {
                choices.pop();
            }
        });
        assert_eq!(hindrances(&before, &shorter), [Hindrance::Answered(choice.clone())]);
        let routed = edited(&choice, |question| {
            question.show_if = Some(super::super::Condition::Answered { field: Code::parse("overall").unwrap() });
        });
        assert_eq!(hindrances(&before, &routed), [Hindrance::Asked(choice.clone())]);
        let optional = at(|question| !question.required && question.kind != Kind::Note);
        let required = edited(&optional, |question| question.required = true);
        assert_eq!(hindrances(&before, &required), [Hindrance::Required(optional)]);
        assert!(carries(&before, &required), "answers given already are read as before");
        let scale = changed(|form| form.scales[0].dont_know = None);
        assert!(!carries(&before, &scale) || before.scales[0].dont_know.is_none());
        let turned = changed(|form| {
            let last = form.scales[0].points.len() - 1;
            let first = std::mem::take(&mut form.scales[0].points[0].label);
            form.scales[0].points[0].label = std::mem::replace(&mut form.scales[0].points[last].label, first);
        });
        let scale = &before.scales[0].code;
        let judged = |question: &Question| matches!(&question.kind, Kind::Rating { scale: own } | Kind::Matrix { scale: own, .. } if own == scale);
        let told: Vec<Hindrance> =
            before.questions().filter(|(_, own)| judged(own)).map(|(_, own)| Hindrance::Answered(own.code.clone())).collect();
        assert!(!told.is_empty());
        assert_eq!(hindrances(&before, &turned), told, "who said the worst would be read as having said the best");
        let text = at(|question| matches!(question.kind, Kind::OpenText { .. }));
        let short = edited(&text, |question| question.kind = Kind::OpenText { most_characters: 10 });
        assert_eq!(hindrances(&before, &short), [Hindrance::Shorter(text)]);
    }

    #[test]
    fn answers_are_read_under_their_own_names_and_the_new_was_not_asked() {
        let before = annual();
        let page = before.pages[0].code.clone();
        let moved = before.with_moved_question(&codes(&before)[0], &Spot::On(page, 1)).unwrap();
        let (after, _) = moved.with_copy_of(&codes(&before)[1]).unwrap();
        let (from, to) = (Layout::of(&before), Layout::of(&after));
        let mut closed = from.empty();
        for (at, field) in from.fields.iter().enumerate() {
            let value = [Value::Given(field.most), Value::Blank, Value::DontKnow, Value::NotApplicable, Value::NotAsked][at % 5];
            field.write(value, &mut closed);
        }
        let carried = Carrier::new(&from, &to).carry(closed.clone());
        assert_eq!(carried.len(), to.size_bytes);
        for field in &to.fields {
            let expected = from.field(field.code.as_str()).map_or(Value::NotAsked, |own| own.read(&closed));
            assert_eq!(field.read(&carried), expected, "{}", field.code);
        }
        assert_eq!(Carrier::new(&from, &from).carry(closed.clone()), closed);
    }
}
