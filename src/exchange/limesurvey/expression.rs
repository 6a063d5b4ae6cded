//! Conditions of LimeSurvey: `Q1.NAOK == "Y" and !is_empty(age)`.

use crate::exchange::draft::{Expr, Measure, OTHER};
use crate::exchange::xlsform::parse as parse_xpath;
use crate::form::Operator;
use std::collections::BTreeMap;

/// Reads an expression; `None` where it says more than a condition of ours can.
pub(super) fn parse(text: &str, options: &BTreeMap<String, (String, String)>) -> Option<Expr> {
    parse_xpath(&rewritten(text)?).map(|expr| with_options(expr, options))
}

/// The same in XPath.
fn rewritten(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' | '"' => {
                let end = rest[1..].find(first)? + 2;
                out.push_str(&rest[..end]);
                end
            }
            _ if rest.starts_with("&&") => {
                out.push_str(" and ");
                2
            }
            _ if rest.starts_with("||") => {
                out.push_str(" or ");
                2
            }
            _ if rest.starts_with("==") => {
                out.push('=');
                2
            }
            '!' if !rest.starts_with("!=") => {
                let (name, length) = emptiness(rest[1..].trim_start())?;
                out.push_str(&format!(" ${{{name}}} != '' "));
                rest.len() - rest[1..].trim_start().len() + length
            }
            _ if first.is_alphabetic() || first == '_' || first.is_ascii_digit() => {
                let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).unwrap_or(rest.len());
                let word = &rest[..length];
                if let Some((name, length)) = emptiness(rest) {
                    out.push_str(&format!(" ${{{name}}} = '' "));
                    length
                } else {
                    out.push_str(&meaning(word, rest[length..].trim_start().starts_with('('))?);
                    length
                }
            }
            other => {
                out.push(other);
                other.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    Some(out)
}

/// `is_empty(NAME)`: the name, and how long all of it is.
fn emptiness(text: &str) -> Option<(String, usize)> {
    let inner = text.strip_prefix("is_empty(")?;
    let end = inner.find(')')?;
    let name = bare(inner[..end].trim())?;
    Some((name, "is_empty(".len() + end + 1))
}

fn meaning(word: &str, calls: bool) -> Option<String> {
    let known = [("eq", "="), ("ne", "!="), ("lt", "<"), ("le", "<="), ("gt", ">"), ("ge", ">=")];
    match word {
        "and" | "or" => Some(format!(" {word} ")),
        _ if calls => None,
        _ if word.parse::<f64>().is_ok() => Some(word.to_owned()),
        _ => match known.iter().find(|(own, _)| *own == word) {
            Some((_, sign)) => Some(format!(" {sign} ")),
            None => bare(word).map(|name| format!("${{{name}}}")),
        },
    }
}

/// A name without what says how it is to be taken.
fn bare(word: &str) -> Option<String> {
    let name = [".NAOK", ".value", ".code"].iter().fold(word, |name, end| name.strip_suffix(end).unwrap_or(name));
    (!name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_')).then(|| name.to_owned())
}

/// What says "Y" of an option says that it is chosen.
fn with_options(expr: Expr, options: &BTreeMap<String, (String, String)>) -> Expr {
    let all = |parts: Vec<Expr>| parts.into_iter().map(|part| with_options(part, options)).collect();
    match expr {
        Expr::And(parts) => Expr::And(all(parts)),
        Expr::Or(parts) => Expr::Or(all(parts)),
        Expr::Not(part) => Expr::Not(Box::new(with_options(*part, options))),
        Expr::Compare { ref name, measure: Measure::Answer, operator, ref value } => {
            let Some((question, option)) = options.get(name) else {
                // What it calls the choice that asks for more words.
                let value = if value == "-oth-" { OTHER.to_owned() } else { value.clone() };
                return Expr::Compare { name: name.clone(), measure: Measure::Answer, operator, value };
            };
            let selected = Expr::Selected { name: question.clone(), value: option.clone() };
            match (operator, value.as_str()) {
                (Operator::Equal, "Y") | (Operator::NotEqual, "") => selected,
                (Operator::NotEqual, "Y") | (Operator::Equal, "") => Expr::Not(Box::new(selected)),
                _ => expr,
            }
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_become_conditions_where_they_are_no_more() {
        let options = BTreeMap::from([("QC_A".to_owned(), ("QC".to_owned(), "A".to_owned()))]);
        let selected = Expr::Selected { name: "QC".to_owned(), value: "A".to_owned() };
        assert_eq!(parse("((QC_A.NAOK == \"Y\"))", &options), Some(selected.clone()));
        assert_eq!(parse("QC_A != 'Y'", &options), Some(Expr::Not(Box::new(selected))));
        let given = |operator, value: &str| Expr::Compare {
            name: "age".to_owned(),
            measure: Measure::Answer,
            operator,
            value: value.to_owned(),
        };
        assert_eq!(parse("!is_empty(age)", &options), Some(given(Operator::NotEqual, "")));
        assert_eq!(parse("age == \"-oth-\"", &options), Some(given(Operator::Equal, "other")));
        let both = Expr::And(vec![given(Operator::Greater, "5"), given(Operator::AtMost, "9")]);
        assert_eq!(parse("age > 5 && age le 9", &options), Some(both));
        for text in ["count(that.AF) > 0", "age + 1", "!age", "\"open", "is_empty(", "a.b == 1", "è(", "!"] {
            assert_eq!(parse(text, &options), None, "{text}");
        }
    }
}
