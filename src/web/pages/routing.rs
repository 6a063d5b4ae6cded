//! Conditions for the page's script, so that a question appears at once. The server decides anyway.

use crate::form::{Condition, Operand, Operator};
use serde_json::{Value, json};

/// A condition as the script reads it: `{"all": [..]}`, `{"some": [..]}`, `{"not": ..}`, `{"field", "is", "value"}`,
/// `{"field", "among": [..]}` or `{"field"}` (answered).
pub fn for_script(condition: &Condition) -> String {
    written(condition).to_string()
}

fn written(condition: &Condition) -> Value {
    match condition {
        Condition::And(parts) => json!({ "all": parts.iter().map(written).collect::<Vec<_>>() }),
        Condition::Or(parts) => json!({ "some": parts.iter().map(written).collect::<Vec<_>>() }),
        Condition::Not(inner) => json!({ "not": written(inner) }),
        Condition::Compare { field, operator, operand } => {
            json!({ "field": field.as_str(), "is": sign(*operator), "value": value(operand) })
        }
        Condition::AnyOf { field, operands } => {
            json!({ "field": field.as_str(), "among": operands.iter().map(value).collect::<Vec<_>>() })
        }
        Condition::Answered { field } => json!({ "field": field.as_str() }),
    }
}

fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Equal => "=",
        Operator::NotEqual => "!",
        Operator::Less => "<",
        Operator::AtMost => "<=",
        Operator::Greater => ">",
        Operator::AtLeast => ">=",
    }
}

fn value(operand: &Operand) -> String {
    match operand {
        Operand::Number(number) => number.to_string(),
        Operand::Choice(code) => code.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Code;

    #[test]
    fn a_condition_is_written_as_the_script_reads_it() {
        let field = Code::parse("overall").unwrap();
        let low = Condition::Compare { field: field.clone(), operator: Operator::AtMost, operand: Operand::Number(2) };
        let condition = Condition::And(vec![Condition::Answered { field }, Condition::Not(Box::new(low))]);
        let expected = r#"{"all":[{"field":"overall"},{"not":{"field":"overall","is":"<=","value":"2"}}]}"#;
        assert_eq!(for_script(&condition), expected);
    }
}
