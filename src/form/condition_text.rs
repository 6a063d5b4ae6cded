//! A condition as a person types it, read before a place of a form that is there.

use super::show_if::{self, Askable, Values};
use super::{Condition, Form, Kind, Operand, Operator, Question};
use crate::fault::Fault;
use crate::fault::typed::{Source, Typed};
use crate::text::Code;

/// The answers of one question, for [`Form::asked_before`].
#[derive(Clone, Debug, PartialEq)]
pub struct AskedBefore<'f> {
    /// The question.
    pub question: &'f Question,
    /// The name of the answer: the question's, or that of an item of its matrix.
    pub field: Code,
    /// What can be answered, each with its label's texts: choices or points.
    pub answers: Vec<(Operand, &'f crate::text::Texts)>,
}

impl Form {
    /// Reads a condition that stands before a place (page, question).
    ///
    /// # Errors
    /// Every mistake of it.
    pub fn read_condition(&self, place: (usize, usize), text: &str) -> Result<Condition, Vec<Fault>> {
        let quoted = toml::Value::String(text.to_owned()).to_string();
        let file = format!("show_if = {quoted}\n");
        let (source, _) = Source::read("", &file)?;
        let begin = file.len() - quoted.len() - 1;
        let typed = Typed { value: text.to_owned(), range: begin..begin + quoted.len() };
        let fields: Vec<Askable> = self.askable();
        show_if::read(&source, &typed, &fields, place).ok_or_else(|| source.into_faults())
    }

    /// The closed answers that a condition before a place can name, with what can be answered.
    pub fn asked_before(&self, place: (usize, usize)) -> Vec<AskedBefore<'_>> {
        let places = self
            .pages
            .iter()
            .enumerate()
            .flat_map(|(page, own)| own.questions.iter().enumerate().map(move |(at, question)| ((page, at), question)));
        places.filter(|(own, _)| *own < place).flat_map(|(_, question)| self.asked_in(question)).collect()
    }

    /// The answers to tick for a condition before a place; `None` where ticking them would not give the very same condition again.
    pub fn ticked(&self, condition: &Condition, place: (usize, usize)) -> Option<Ticked> {
        let Ticked { all, answers: wanted } = Ticked::of(condition)?;
        let given = |own: AskedBefore<'_>| {
            let (_, wanted) = wanted.iter().find(|(field, _)| *field == own.field)?;
            let given = own.answers.into_iter().map(|(operand, _)| operand).filter(|operand| wanted.contains(operand)).collect();
            Some((own.field, given))
        };
        let ticked = Ticked { all, answers: self.asked_before(place).into_iter().filter_map(given).collect() };
        (ticked.condition().as_ref() == Some(condition)).then_some(ticked)
    }

    /// What can be answered under a name; `None` where that is no closed answer of the form.
    pub fn asked(&self, field: &Code) -> Option<AskedBefore<'_>> {
        let has = |question: &Question| match &question.kind {
            Kind::Matrix { items, .. } => items.iter().any(|item| item.code == *field),
            _ => question.code == *field,
        };
        let (_, question) = self.questions().find(|(_, question)| has(question))?;
        self.asked_in(question).into_iter().find(|asked| asked.field == *field)
    }

    /// What is asked under a name: the question's words, or those of an item of its matrix.
    pub fn text_of<'f>(&self, asked: &AskedBefore<'f>) -> &'f crate::text::Texts {
        let item = match &asked.question.kind {
            Kind::Matrix { items, .. } => items.iter().find(|item| item.code == asked.field),
            _ => None,
        };
        item.map_or(&asked.question.text, |item| &item.text)
    }

    /// The closed answers of a question.
    fn asked_in<'f>(&'f self, question: &'f Question) -> Vec<AskedBefore<'f>> {
        let points = |scale: &Code| {
            let points = self.scale(scale).into_iter().flat_map(|scale| &scale.points);
            points.map(|point| (Operand::Number(point.value.into()), &point.label)).collect::<Vec<_>>()
        };
        let asked = |field: &Code, answers| AskedBefore { question, field: field.clone(), answers };
        match &question.kind {
            Kind::Rating { scale } => vec![asked(&question.code, points(scale))],
            Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => {
                let answers = choices.iter().map(|choice| (Operand::Choice(choice.code.clone()), &choice.label));
                vec![asked(&question.code, answers.collect())]
            }
            Kind::Matrix { scale, items, .. } => items.iter().map(|item| asked(&item.code, points(scale))).collect(),
            Kind::Number { .. } | Kind::OpenText { .. } | Kind::Note => Vec::new(),
        }
    }

    fn askable(&self) -> Vec<Askable> {
        let mut fields = Vec::new();
        for (page, own) in self.pages.iter().enumerate() {
            for (at, question) in own.questions.iter().enumerate() {
                let place = (page, at);
                let points = |scale: &Code| {
                    let scale = self.scale(scale);
                    Values::Points(scale.into_iter().flat_map(|own| &own.points).map(|point| point.value.into()).collect())
                };
                let values = match &question.kind {
                    Kind::Rating { scale } => points(scale),
                    Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => {
                        Values::Choices(choices.iter().map(|choice| choice.code.clone()).collect())
                    }
                    Kind::Number { least, most } => Values::Numbers(*least, *most),
                    Kind::Matrix { scale, items, importance } => {
                        for item in items {
                            fields.push(Askable { code: item.code.clone(), place, values: points(scale) });
                            if let (Some(code), Some(importance)) = (item.importance_code(), importance) {
                                fields.push(Askable { code, place, values: points(importance) });
                            }
                        }
                        Values::Nothing("fault-hint-not-a-matrix")
                    }
                    Kind::OpenText { .. } => Values::Nothing("fault-hint-not-a-text"),
                    Kind::Note => Values::Nothing("fault-hint-not-a-note"),
                };
                fields.push(Askable { code: question.code.clone(), place, values });
            }
        }
        fields
    }
}

/// A condition that can be ticked: of some questions one of some answers each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticked {
    /// Whether all of the questions must fit, or one is enough.
    pub all: bool,
    /// Answers by the name of their question, in order.
    pub answers: Vec<(Code, Vec<Operand>)>,
}

impl Ticked {
    /// Reads a condition of that shape; `None` for any other.
    pub fn of(condition: &Condition) -> Option<Self> {
        let (all, parts) = match condition {
            Condition::And(parts) => (true, parts.as_slice()),
            Condition::Or(parts) => (false, parts.as_slice()),
            other => (true, std::slice::from_ref(other)),
        };
        let answer = |part: &Condition| match part {
            Condition::Compare { field, operator: Operator::Equal, operand } => Some((field.clone(), vec![operand.clone()])),
            Condition::AnyOf { field, operands } => Some((field.clone(), operands.clone())),
            _ => None,
        };
        let answers: Vec<_> = parts.iter().map(answer).collect::<Option<_>>()?;
        let distinct: std::collections::BTreeSet<_> = answers.iter().map(|(field, _)| field).collect();
        (distinct.len() == answers.len()).then_some(Self { all, answers })
    }

    /// The condition; `None` where nothing is ticked.
    pub fn condition(&self) -> Option<Condition> {
        let part = |(field, operands): &(Code, Vec<Operand>)| match operands.as_slice() {
            [] => None,
            [operand] => Some(Condition::Compare { field: field.clone(), operator: Operator::Equal, operand: operand.clone() }),
            _ => Some(Condition::AnyOf { field: field.clone(), operands: operands.clone() }),
        };
        let mut parts: Vec<Condition> = self.answers.iter().filter_map(part).collect();
        match parts.len() {
            0 | 1 => parts.pop(),
            _ if self.all => Some(Condition::And(parts)),
            _ => Some(Condition::Or(parts)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{catalog, parse};
    use super::*;

    #[test]
    fn a_condition_is_read_at_its_place_or_says_what_is_wrong() {
        let form = parse("f.toml", &catalog::form("faccine").unwrap()).unwrap();
        let owned = form.conditions().next().unwrap();
        let last = (form.pages.len(), 0);
        assert_eq!(form.read_condition(last, "overall = 1").unwrap(), *owned.condition);
        assert_eq!(form.read_condition((0, 0), "overall = 1").unwrap_err()[0].message.key, "fault-condition-later");
        assert_eq!(form.read_condition(last, "overall = '9'").unwrap_err().len(), 1);
    }

    #[test]
    fn what_can_be_ticked_is_the_same_condition_again() {
        let form = parse("f.toml", &catalog::form("urp-annuale").unwrap()).unwrap();
        let end = (form.pages.len(), 0);
        let asked = form.asked_before(end);
        assert!(asked.iter().all(|own| own.answers.len() > 1));
        let [first, second] = [&asked[0], &asked[1]];
        for all in [true, false] {
            let two = first.answers[..2].iter().map(|(operand, _)| operand.clone()).collect();
            let ticked = Ticked {
                all,
                answers: vec![(first.field.clone(), two), (second.field.clone(), vec![second.answers[0].0.clone()])],
            };
            assert_eq!(Ticked::of(&ticked.condition().unwrap()), Some(ticked));
        }
        let other = form.read_condition(end, "not overall = 1").unwrap();
        assert_eq!(Ticked::of(&other), None);
    }

    #[test]
    fn answers_are_ticked_only_where_that_gives_the_very_same_condition() {
        let form = parse("f.toml", &catalog::form("urp-annuale").unwrap()).unwrap();
        let end = (form.pages.len(), 0);
        let asked = form.asked_before(end);
        let two = |own: &AskedBefore<'_>, order: [usize; 2]| Condition::AnyOf {
            field: own.field.clone(),
            operands: order.map(|at| own.answers[at].0.clone()).to_vec(),
        };
        let number =
            Condition::Compare { field: Code::parse("age").unwrap(), operator: Operator::Equal, operand: Operand::Number(30) };
        assert!(form.ticked(&two(&asked[0], [0, 1]), end).is_some());
        let lost = [
            // Answers in another order than they are asked in, questions too.
            two(&asked[0], [1, 0]),
            Condition::And(vec![two(&asked[1], [0, 1]), two(&asked[0], [0, 1])]),
            // A number cannot be ticked.
            Condition::And(vec![two(&asked[0], [0, 1]), number.clone()]),
            number,
        ];
        for condition in lost {
            assert!(Ticked::of(&condition).is_some() && form.ticked(&condition, end).is_none(), "{condition:?}");
        }
    }
}
