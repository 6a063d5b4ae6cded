//! Routing: when a page or question is shown, decided by earlier answers.

use crate::text::Code;
use std::collections::BTreeSet;
use std::fmt;

/// A condition over earlier answers, as written in `show_if`.
///
/// An answer that is blank, "don't know", "not applicable" or not asked makes every comparison with it false.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// All hold.
    And(Vec<Condition>),
    /// At least one holds.
    Or(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// A comparison with one value.
    Compare {
        /// The question (or matrix item) answered earlier.
        field: Code,
        /// How it is compared.
        operator: Operator,
        /// With what.
        operand: Operand,
    },
    /// The answer is one of several (for a multiple choice: any of them is chosen).
    AnyOf {
        /// The question answered earlier.
        field: Code,
        /// The values.
        operands: Vec<Operand>,
    },
    /// The question has a given answer.
    Answered {
        /// The question.
        field: Code,
    },
}

impl Condition {
    /// The questions, items and options on which it depends.
    pub fn fields(&self) -> BTreeSet<&Code> {
        match self {
            Self::And(parts) | Self::Or(parts) => parts.iter().flat_map(Self::fields).collect(),
            Self::Not(part) => part.fields(),
            Self::Compare { field, .. } | Self::AnyOf { field, .. } | Self::Answered { field } => BTreeSet::from([field]),
        }
    }
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub enum Operator {
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// A value in a condition, resolved against the question it is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    /// A number: a scale value or a number.
    Number(i64),
    /// A choice's code.
    Choice(Code),
}

/// A condition as `show_if` has it. Reading it gives the same condition: parentheses stand where a part joins parts of its own.
pub fn write_condition(condition: &Condition) -> String {
    match condition {
        Condition::And(parts) => joined(parts, " and ", |part| matches!(part, Condition::And(_) | Condition::Or(_))),
        Condition::Or(parts) => joined(parts, " or ", |part| matches!(part, Condition::Or(_))),
        Condition::Not(part) => format!("not {}", within(part, matches!(**part, Condition::And(_) | Condition::Or(_)))),
        Condition::Compare { field, operator, operand } => format!("{field} {operator} {operand}"),
        Condition::AnyOf { field, operands } => {
            let operands: Vec<String> = operands.iter().map(Operand::to_string).collect();
            format!("{field} is any of [{}]", operands.join(", "))
        }
        Condition::Answered { field } => format!("{field} is answered"),
    }
}

fn joined(parts: &[Condition], word: &str, groups: impl Fn(&Condition) -> bool) -> String {
    parts.iter().map(|part| within(part, groups(part))).collect::<Vec<_>>().join(word)
}

fn within(part: &Condition, groups: bool) -> String {
    let written = write_condition(part);
    if groups { format!("({written})") } else { written }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
        })
    }
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Choice(code) => code.fmt(f),
        }
    }
}

/// The answers that a condition names.
pub fn named(condition: &Condition) -> Vec<&Code> {
    match condition {
        Condition::And(parts) | Condition::Or(parts) => parts.iter().flat_map(named).collect(),
        Condition::Not(part) => named(part),
        Condition::Compare { field, .. } | Condition::AnyOf { field, .. } | Condition::Answered { field } => vec![field],
    }
}

/// Whether a condition names a choice of a question.
pub(super) fn names_choice(condition: &Condition, question: &Code, choice: &Code) -> bool {
    let is_it = |operand: &Operand| matches!(operand, Operand::Choice(code) if code == choice);
    match condition {
        Condition::And(parts) | Condition::Or(parts) => parts.iter().any(|part| names_choice(part, question, choice)),
        Condition::Not(part) => names_choice(part, question, choice),
        Condition::Compare { field, operand, .. } => field == question && is_it(operand),
        Condition::AnyOf { field, operands } => field == question && operands.iter().any(is_it),
        Condition::Answered { .. } => false,
    }
}

/// Gives an answer that a condition names another name.
pub(super) fn rename(condition: &mut Condition, from: &Code, to: &Code) {
    match condition {
        Condition::And(parts) | Condition::Or(parts) => parts.iter_mut().for_each(|part| rename(part, from, to)),
        Condition::Not(part) => rename(part, from, to),
        Condition::Compare { field, .. } | Condition::AnyOf { field, .. } | Condition::Answered { field } => {
            if field == from {
                *field = to.clone();
            }
        }
    }
}
