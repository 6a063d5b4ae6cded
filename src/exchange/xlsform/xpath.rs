//! The part of XPath that XLSForms route with: `${age} >= 18 and not(selected(${used}, 'wifi'))`.

use crate::exchange::draft::{Expr, Measure};
use crate::form::Operator;

/// Deeper than this no person nests.
const DEEPEST: usize = 12;
/// Longer than this no person writes, in bytes: every question of a group gets a copy.
const LONGEST: usize = 10_000;

/// Reads an expression; `None` where it says more than a condition of ours can. The answer itself (`.`) has the name ".".
pub(in crate::exchange) fn parse(text: &str) -> Option<Expr> {
    let tokens = tokens(Some(text).filter(|text| text.len() <= LONGEST)?)?;
    let mut reader = Reader { tokens: &tokens, at: 0, depth: 0 };
    let expr = reader.either()?;
    (reader.at == tokens.len()).then_some(expr)
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Name(String),
    Text(String),
    Word(String),
    Compares(Operator),
    Mark(char),
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            '$' => {
                let end = rest.find('}')?;
                (Token::Name(rest.get(2..end).filter(|_| rest.starts_with("${"))?.trim().to_owned()), end + 1)
            }
            // Word processors turn quotation marks; the ends of a text need not match.
            '\'' | '"' | '‘' | '’' | '“' | '”' => {
                let ends: &[char] = match first {
                    '\'' => &['\''],
                    '"' => &['"'],
                    '‘' | '’' => &['‘', '’'],
                    _ => &['“', '”'],
                };
                let inner = &rest[first.len_utf8()..];
                let (at, end) = inner.char_indices().find(|(_, c)| ends.contains(c))?;
                (Token::Text(inner[..at].to_owned()), first.len_utf8() + at + end.len_utf8())
            }
            '(' | ')' | ',' => (Token::Mark(first), 1),
            '=' | '!' | '<' | '>' => comparison(rest)?,
            '-' | '0'..='9' => {
                let length = rest[1..].find(|c: char| !(c.is_ascii_digit() || c == '.')).map_or(rest.len(), |end| end + 1);
                let number: f64 = rest[..length].parse().ok()?;
                (Token::Text(number.to_string()), length)
            }
            '.' => (Token::Name(".".to_owned()), 1),
            _ if first.is_ascii_alphabetic() => {
                let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
                (Token::Word(rest[..length].to_ascii_lowercase()), length)
            }
            _ => return None,
        };
        tokens.push(token);
        rest = rest[length..].trim_start();
    }
    Some(tokens)
}

fn comparison(rest: &str) -> Option<(Token, usize)> {
    let known = [
        ("!=", Operator::NotEqual),
        ("<=", Operator::AtMost),
        (">=", Operator::AtLeast),
        ("=", Operator::Equal),
        ("<", Operator::Less),
        (">", Operator::Greater),
    ];
    known.into_iter().find(|(sign, _)| rest.starts_with(sign)).map(|(sign, operator)| (Token::Compares(operator), sign.len()))
}

/// One side of a comparison.
enum Side {
    Of(String, Measure),
    Value(String),
}

struct Reader<'t> {
    tokens: &'t [Token],
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn peek(&self, after: usize) -> Option<&Token> {
        self.tokens.get(self.at + after)
    }

    fn take(&mut self, token: &Token) -> Option<()> {
        (self.peek(0)? == token).then(|| self.at += 1)
    }

    fn word(&mut self, word: &str) -> bool {
        let fits = matches!(self.peek(0), Some(Token::Word(own)) if own == word);
        self.at += usize::from(fits);
        fits
    }

    /// A word before a parenthesis.
    fn function(&mut self) -> Option<String> {
        match (self.peek(0), self.peek(1)) {
            (Some(Token::Word(word)), Some(Token::Mark('('))) => {
                let word = word.clone();
                self.at += 2;
                Some(word)
            }
            _ => None,
        }
    }

    fn either(&mut self) -> Option<Expr> {
        let mut parts = vec![self.both()?];
        while self.word("or") {
            parts.push(self.both()?);
        }
        if parts.len() > 1 { Some(Expr::Or(parts)) } else { parts.pop() }
    }

    fn both(&mut self) -> Option<Expr> {
        let mut parts = vec![self.single()?];
        while self.word("and") {
            parts.push(self.single()?);
        }
        if parts.len() > 1 { Some(Expr::And(parts)) } else { parts.pop() }
    }

    fn single(&mut self) -> Option<Expr> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let expr = self.within()?;
        self.depth -= 1;
        Some(expr)
    }

    fn within(&mut self) -> Option<Expr> {
        if self.take(&Token::Mark('(')).is_some() {
            let inner = self.either()?;
            self.take(&Token::Mark(')'))?;
            return Some(inner);
        }
        let start = self.at;
        match self.function().as_deref() {
            Some("not") => {
                let inner = self.either()?;
                self.take(&Token::Mark(')'))?;
                Some(Expr::Not(Box::new(inner)))
            }
            Some(word @ ("true" | "false")) => {
                let value = word == "true";
                self.take(&Token::Mark(')'))?;
                Some(Expr::Always(value))
            }
            Some("selected") => self.selected(),
            _ => {
                self.at = start;
                self.comparison()
            }
        }
    }

    /// `selected(${a}, 'x')`, or `selected('x y', ${a})`: the answer is among these.
    fn selected(&mut self) -> Option<Expr> {
        let (first, _) = (self.peek(0)?.clone(), self.at += 1);
        self.take(&Token::Mark(','))?;
        let (second, _) = (self.peek(0)?.clone(), self.at += 1);
        self.take(&Token::Mark(')'))?;
        match (first, second) {
            (Token::Name(name), Token::Text(value)) => Some(Expr::Selected { name, value: value.trim().to_owned() }),
            (Token::Text(values), Token::Name(name)) => {
                Some(Expr::Among { name, values: values.split_whitespace().map(str::to_owned).collect() })
            }
            _ => None,
        }
    }

    fn comparison(&mut self) -> Option<Expr> {
        let left = self.side()?;
        let Some(Token::Compares(operator)) = self.peek(0).cloned() else { return None };
        self.at += 1;
        match (left, self.side()?) {
            (Side::Of(name, measure), Side::Value(value)) => Some(Expr::Compare { name, measure, operator, value }),
            (Side::Value(value), Side::Of(name, measure)) => {
                Some(Expr::Compare { name, measure, operator: turned(operator), value })
            }
            _ => None,
        }
    }

    fn side(&mut self) -> Option<Side> {
        if let Some(word) = self.function() {
            let measure = match word.as_str() {
                "count-selected" => Measure::Chosen,
                "string-length" => Measure::Length,
                "number" | "int" => Measure::Number,
                "string" => Measure::Answer,
                _ => return None,
            };
            let Some(Token::Name(name)) = self.peek(0).cloned() else { return None };
            self.at += 1;
            self.take(&Token::Mark(')'))?;
            return Some(Side::Of(name, measure));
        }
        let side = match self.peek(0)?.clone() {
            Token::Name(name) => Side::Of(name, Measure::Answer),
            Token::Text(value) => Side::Value(value),
            _ => return None,
        };
        self.at += 1;
        Some(side)
    }
}

fn turned(operator: Operator) -> Operator {
    match operator {
        Operator::Less => Operator::Greater,
        Operator::AtMost => Operator::AtLeast,
        Operator::Greater => Operator::Less,
        Operator::AtLeast => Operator::AtMost,
        same => same,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(name: &str, measure: Measure, operator: Operator, value: &str) -> Expr {
        Expr::Compare { name: name.to_owned(), measure, operator, value: value.to_owned() }
    }

    fn chosen(name: &str, value: &str) -> Expr {
        Expr::Selected { name: name.to_owned(), value: value.to_owned() }
    }

    #[test]
    fn what_xlsforms_route_with_is_read() {
        let adult = || compare("age", Measure::Answer, Operator::AtLeast, "18");
        for (text, expected) in [
            ("${age} >= 18", adult()),
            ("18 <= ${ age }", adult()),
            ("${age}>=18 and selected(${used}, 'wifi')", Expr::And(vec![adult(), chosen("used", "wifi")])),
            (
                "not(${age} >= 18.0) or ${a} = ‘x y’",
                Expr::Or(vec![Expr::Not(Box::new(adult())), compare("a", Measure::Answer, Operator::Equal, "x y")]),
            ),
            (
                "(${age} >= 18 or true()) and ${a} != \"\"",
                Expr::And(vec![
                    Expr::Or(vec![adult(), Expr::Always(true)]),
                    compare("a", Measure::Answer, Operator::NotEqual, ""),
                ]),
            ),
            ("count-selected(.) <= 3", compare(".", Measure::Chosen, Operator::AtMost, "3")),
            ("selected('1 2', ${a})", Expr::Among { name: "a".to_owned(), values: vec!["1".to_owned(), "2".to_owned()] }),
            (". >= -5", compare(".", Measure::Answer, Operator::AtLeast, "-5")),
        ] {
            assert_eq!(parse(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_says_more_is_not_read() {
        for text in [
            "",
            "${a",
            "$a = 1",
            "${a} = ${b}",
            "regex(., '[a-z]')",
            "${a} + 1 = 2",
            "today() < .",
            "'a",
            "${a} = 1)",
            "(${a} = 1",
            "not ${a} = 1",
            "${a}",
            "and",
            "selected(${a})",
            "1 2 3",
            "${a} = 1.2.3",
            "-",
            "é",
            "pulldata('a', 'b', 'c', ${d}) = 1",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse(&format!("{}true(){}", "(".repeat(4_000), ")".repeat(4_000))), None);
        assert_eq!(parse(&format!("{}true()", "true() or ".repeat(10_000))), None);
    }
}
