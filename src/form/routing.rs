//! What a condition says of the answers so far.

use super::{Choice, Condition, Form, Kind, Operand, Operator, Page, Question, Value};
use crate::text::Code;
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
