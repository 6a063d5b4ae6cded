//! Routing: when a page or question is shown, decided by earlier answers.

use crate::text::Code;

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
