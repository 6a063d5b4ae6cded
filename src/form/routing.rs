//! What a condition says of the answers so far.

use super::{AskedBefore, Choice, Condition, Form, Kind, Operand, Operator, Page, Question, Value};
use crate::text::{Code, Texts};
use std::cmp::Ordering;

impl Form {
    /// Whether a question is shown, given the answers before it by field code.
    pub fn shows(&self, page: &Page, question: &Question, answers: &dyn Fn(&Code) -> Value) -> bool {
        [&page.show_if, &question.show_if].into_iter().flatten().all(|condition| self.holds(condition, answers))
    }

    /// Whether a condition holds, given the answers by field code.
    pub fn holds(&self, condition: &Condition, answers: &dyn Fn(&Code) -> Value) -> bool {
        match condition {
            Condition::And(parts) => parts.iter().all(|part| self.holds(part, answers)),
            Condition::Or(parts) => parts.iter().any(|part| self.holds(part, answers)),
            Condition::Not(part) => !self.holds(part, answers),
            Condition::Compare { field, operator, operand } => self.compare(field, *operator, operand, answers),
            Condition::AnyOf { field, operands } => {
                operands.iter().any(|operand| self.compare(field, Operator::Equal, operand, answers))
            }
            Condition::Answered { field } => match self.choices_of(field) {
                Some((choices, true)) => options_given(field, choices, answers),
                _ => matches!(answers(field), Value::Given(_)),
            },
        }
    }

    fn compare(&self, field: &Code, operator: Operator, operand: &Operand, answers: &dyn Fn(&Code) -> Value) -> bool {
        match (operand, self.choices_of(field)) {
            (Operand::Choice(code), Some((choices, true))) => {
                let chosen = option_code(field, code).is_some_and(|option| answers(&option) == Value::Given(1));
                match operator {
                    Operator::Equal => chosen,
                    Operator::NotEqual => !chosen && options_given(field, choices, answers),
                    _ => false,
                }
            }
            (Operand::Choice(code), Some((choices, false))) => {
                let Some(choice) = choices.iter().find(|choice| &choice.code == code) else { return false };
                holds_between(answers(field), operator, choice.value.into())
            }
            (Operand::Number(number), _) => holds_between(answers(field), operator, *number),
            (Operand::Choice(_), None) => false,
        }
    }

    /// The answers with which a condition holds: of the one question that it depends on. `None` where it depends on several, on a number, or
    /// holds without an answer.
    pub fn answers_that_show(&self, condition: &Condition) -> Option<AskedBefore<'_>> {
        let fields = condition.fields();
        let asked = self.asked(fields.first().filter(|_| fields.len() == 1)?)?;
        let with = |given: &[(Code, i64)]| {
            let value =
                |code: &Code| given.iter().find(|(own, _)| own == code).map_or(Value::Blank, |(_, value)| Value::Given(*value));
            self.holds(condition, &value)
        };
        let given = |operand: &Operand| match (operand, self.choices_of(&asked.field)) {
            (Operand::Number(number), _) => Some((asked.field.clone(), *number)),
            (Operand::Choice(code), Some((_, true))) => Some((option_code(&asked.field, code)?, 1)),
            (Operand::Choice(code), Some((choices, false))) => {
                choices.iter().find(|choice| choice.code == *code).map(|choice| (asked.field.clone(), choice.value.into()))
            }
            (Operand::Choice(_), None) => None,
        };
        let shows = |(operand, _): &(Operand, &Texts)| given(operand).is_some_and(|given| with(&[given]));
        let answers: Vec<_> = asked.answers.iter().filter(|answer| shows(answer)).cloned().collect();
        (!answers.is_empty() && !with(&[])).then_some(AskedBefore { answers, ..asked })
    }

    /// The choices of a choice question, and whether several may be chosen.
    fn choices_of(&self, field: &Code) -> Option<(&[Choice], bool)> {
        let (_, question) = self.questions().find(|(_, question)| &question.code == field)?;
        match &question.kind {
            Kind::SingleChoice { choices } => Some((choices, false)),
            Kind::MultipleChoice { choices, .. } => Some((choices, true)),
            _ => None,
        }
    }
}

fn holds_between(answer: Value, operator: Operator, operand: i64) -> bool {
    let Value::Given(given) = answer else { return false };
    let order = given.cmp(&operand);
    match operator {
        Operator::Equal => order == Ordering::Equal,
        Operator::NotEqual => order != Ordering::Equal,
        Operator::Less => order == Ordering::Less,
        Operator::AtMost => order != Ordering::Greater,
        Operator::Greater => order == Ordering::Greater,
        Operator::AtLeast => order != Ordering::Less,
    }
}

fn options_given(field: &Code, choices: &[Choice], answers: &dyn Fn(&Code) -> Value) -> bool {
    choices.iter().any(|choice| option_code(field, &choice.code).is_some_and(|option| answers(&option) == Value::Given(1)))
}

/// The field of one option of a multiple choice.
pub(crate) fn option_code(question: &Code, choice: &Code) -> Option<Code> {
    Code::parse(&format!("{question}_{choice}"))
}

#[cfg(test)]
mod tests {
    use super::super::{catalog, parse};
    use super::*;

    #[test]
    fn the_answers_that_show_something_are_told_whatever_the_condition_is_written_like() {
        let form = parse("f.toml", &catalog::form("urp-annuale").unwrap()).unwrap();
        let shown_by = |condition: &str| {
            let condition = form.read_condition((form.pages.len(), 0), condition).unwrap();
            let asked = form.answers_that_show(&condition)?;
            Some(asked.answers.into_iter().map(|(operand, _)| operand).collect::<Vec<_>>())
        };
        let points = |all: &[i64]| Some(all.iter().map(|point| Operand::Number(*point)).collect::<Vec<_>>());
        assert_eq!(shown_by("overall <= 2"), points(&[1, 2]));
        assert_eq!(shown_by("overall is answered and not overall = 3"), points(&[1, 2, 4, 5]));
        assert_eq!(shown_by("needs = other"), Some(vec![Operand::Choice(Code::parse("other").unwrap())]));
        assert_eq!(shown_by("not overall = 3"), None, "it holds for whoever did not answer, too");
        assert_eq!(shown_by("overall = 1 and needs = other"), None);
    }
}
