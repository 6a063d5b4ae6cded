//! Reads `show_if`: `satisfied <= 2 and (services is any of [wifi, job_desk] or not visit = first)`.
//!
//! `or` binds weaker than `and`, `and` weaker than `not`; parentheses group. A comparison is `FIELD = VALUE` (also `!= < <= > >=`),
//! `FIELD is any of [VALUE, VALUE]` or `FIELD is answered`. Only earlier fields may be named, and only values they can take.

use super::condition::{Condition, Operand, Operator};
use crate::fault::typed::{Source, Typed};
use crate::fault::{Said, hint_among};
use crate::text::Code;
use std::ops::Range;

/// A field that a condition may name, or may not yet.
pub(super) struct Askable {
    /// Its code.
    pub code: Code,
    /// Where it is asked: page and question.
    pub place: (usize, usize),
    /// What it can be compared with.
    pub values: Values,
}

/// What a field can be compared with.
pub(super) enum Values {
    /// The points of a scale.
    Points(Vec<i64>),
    /// The codes of choices.
    Choices(Vec<Code>),
    /// Whole numbers between two bounds.
    Numbers(i64, i64),
    /// Nobody knows: its question has a fault of its own, which is told there.
    Unknown,
    /// Nothing; the key of the reason.
    Nothing(&'static str),
}

/// Reads a condition that stands before `place`; faults go to the source and give `None`.
pub(super) fn read(source: &Source<'_>, typed: &Typed<String>, fields: &[Askable], place: (usize, usize)) -> Option<Condition> {
    let outcome = tokens(&typed.value).and_then(|tokens| {
        let mut reader = Reader { tokens: &tokens, at: 0, end: typed.value.len(), depth: 0, fields, place };
        let condition = reader.either()?;
        match reader.peek() {
            None => Ok(condition),
            Some(token) => Err(Mistake::new(token.range.clone(), "fault-condition-end", "fault-hint-condition-end")),
        }
    });
    outcome.map_err(|mistake| source.fault_inside(typed, mistake.range, mistake.message, mistake.hint)).ok()
}

struct Mistake {
    range: Range<usize>,
    message: Said,
    hint: Said,
}

impl Mistake {
    fn new(range: Range<usize>, message: impl Into<Said>, hint: impl Into<Said>) -> Self {
        Self { range, message: message.into(), hint: hint.into() }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Shape<'t> {
    Word(&'t str),
    Number(i64),
    Compares(Operator),
    Mark(char),
}

#[derive(Debug)]
struct Token<'t> {
    shape: Shape<'t>,
    range: Range<usize>,
}

fn tokens(text: &str) -> Result<Vec<Token<'_>>, Mistake> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (shape, length) = match first {
            _ if first.is_whitespace() => {
                at += first.len_utf8();
                continue;
            }
            '(' | ')' | '[' | ']' | ',' => (Shape::Mark(first), 1),
            '=' | '!' | '<' | '>' => comparison(rest, at)?,
            '-' | '0'..='9' => number(rest, at)?,
            _ if first.is_ascii_alphabetic() || first == '_' => {
                let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
                (Shape::Word(&rest[..length]), length)
            }
            _ => {
                let range = at..at + first.len_utf8();
                return Err(Mistake::new(range, Said::new("fault-condition-sign").with("sign", first.to_string()), EXAMPLE));
            }
        };
        tokens.push(Token { shape, range: at..at + length });
        at += length;
    }
    Ok(tokens)
}

fn comparison(rest: &str, at: usize) -> Result<(Shape<'_>, usize), Mistake> {
    let known = [
        ("!=", Operator::NotEqual),
        ("<=", Operator::AtMost),
        (">=", Operator::AtLeast),
        ("==", Operator::Equal),
        ("=", Operator::Equal),
        ("<", Operator::Less),
        (">", Operator::Greater),
    ];
    let found = known.into_iter().find(|(sign, _)| rest.starts_with(sign));
    let (sign, operator) = found.ok_or_else(|| Mistake::new(at..at + 1, "fault-condition-not", "fault-hint-condition-not"))?;
    Ok((Shape::Compares(operator), sign.len()))
}

fn number(rest: &str, at: usize) -> Result<(Shape<'_>, usize), Mistake> {
    let length = rest[1..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |end| end + 1);
    let value = rest[..length].parse().map_err(|_| Mistake::new(at..at + length, "fault-condition-number", EXAMPLE))?;
    Ok((Shape::Number(value), length))
}

const EXAMPLE: &str = "fault-hint-condition";
const DEEPEST: usize = 20;

struct Reader<'t> {
    tokens: &'t [Token<'t>],
    at: usize,
    end: usize,
    depth: usize,
    fields: &'t [Askable],
    place: (usize, usize),
}

impl<'t> Reader<'t> {
    fn peek(&self) -> Option<&'t Token<'t>> {
        self.tokens.get(self.at)
    }

    fn range_here(&self) -> Range<usize> {
        self.peek().map_or(self.end..self.end, |token| token.range.clone())
    }

    fn take(&mut self, shape: Shape<'_>) -> bool {
        let fits = self.peek().is_some_and(|token| token.shape == shape);
        self.at += usize::from(fits);
        fits
    }

    fn expect(&mut self, shape: Shape<'_>, message: &'static str) -> Result<(), Mistake> {
        if self.take(shape) { Ok(()) } else { Err(Mistake::new(self.range_here(), message, EXAMPLE)) }
    }

    fn either(&mut self) -> Result<Condition, Mistake> {
        let mut parts = vec![self.both()?];
        while self.take(Shape::Word("or")) {
            parts.push(self.both()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Condition::Or(parts) })
    }

    fn both(&mut self) -> Result<Condition, Mistake> {
        let mut parts = vec![self.single()?];
        while self.take(Shape::Word("and")) {
            parts.push(self.single()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Condition::And(parts) })
    }

    fn single(&mut self) -> Result<Condition, Mistake> {
        if self.depth >= DEEPEST {
            return Err(Mistake::new(self.range_here(), "fault-condition-deep", "fault-hint-condition-deep"));
        }
        self.depth += 1;
        let condition = if self.take(Shape::Word("not")) {
            Condition::Not(Box::new(self.single()?))
        } else if self.take(Shape::Mark('(')) {
            let inner = self.either()?;
            self.expect(Shape::Mark(')'), "fault-condition-parenthesis")?;
            inner
        } else {
            self.comparison()?
        };
        self.depth -= 1;
        Ok(condition)
    }

    fn comparison(&mut self) -> Result<Condition, Mistake> {
        let fields = self.fields;
        let field = self.field()?;
        let askable = &fields[field];
        let code = askable.code.clone();
        if self.take(Shape::Word("is")) {
            if self.take(Shape::Word("answered")) {
                return match askable.values {
                    Values::Nothing(reason) => Err(self.nothing(&code, reason)),
                    _ => Ok(Condition::Answered { field: code }),
                };
            }
            self.expect(Shape::Word("any"), "fault-condition-is")?;
            self.expect(Shape::Word("of"), "fault-condition-of")?;
            self.expect(Shape::Mark('['), "fault-condition-list")?;
            let mut operands = vec![self.operand(askable, Operator::Equal)?];
            while self.take(Shape::Mark(',')) {
                operands.push(self.operand(askable, Operator::Equal)?);
            }
            self.expect(Shape::Mark(']'), "fault-condition-list-end")?;
            return Ok(Condition::AnyOf { field: code, operands });
        }
        let Some(Token { shape: Shape::Compares(operator), .. }) = self.peek() else {
            let message = Said::new("fault-condition-comparison").with("code", &code);
            return Err(Mistake::new(self.range_here(), message, EXAMPLE));
        };
        self.at += 1;
        let operand = self.operand(askable, *operator)?;
        Ok(Condition::Compare { field: code, operator: *operator, operand })
    }

    fn nothing(&self, code: &Code, reason: &'static str) -> Mistake {
        let range = self.tokens.iter().take(self.at).rev().find(|token| token.shape == Shape::Word(code.as_str()));
        let message = Said::new("fault-condition-incomparable").with("code", code);
        Mistake::new(range.map_or(0..self.end, |token| token.range.clone()), message, reason)
    }

    /// The index of the field named here.
    fn field(&mut self) -> Result<usize, Mistake> {
        let Some(Token { shape: Shape::Word(word), range }) = self.peek() else {
            return Err(Mistake::new(self.range_here(), "fault-condition-code", EXAMPLE));
        };
        let earlier: Vec<&str> =
            self.fields.iter().filter(|field| field.place < self.place).map(|field| field.code.as_str()).collect();
        let Some(index) = self.fields.iter().position(|field| field.code.as_str() == *word) else {
            let hint = if earlier.is_empty() { Said::new("fault-hint-nothing-before") } else { hint_among(word, &earlier) };
            return Err(Mistake::new(range.clone(), Said::new("fault-condition-unknown").with("code", *word), hint));
        };
        if self.fields[index].place >= self.place {
            let message = Said::new("fault-condition-later").with("code", *word);
            return Err(Mistake::new(range.clone(), message, "fault-hint-condition-later"));
        }
        self.at += 1;
        Ok(index)
    }

    fn operand(&mut self, field: &Askable, operator: Operator) -> Result<Operand, Mistake> {
        let (code, range) = (&field.code, self.range_here());
        let shape = self.peek().map(|token| token.shape);
        let mistake = |key: &'static str, hint: Said| Err(Mistake::new(range.clone(), Said::new(key).with("code", code), hint));
        let operand = match (&field.values, shape) {
            (Values::Nothing(reason), _) => return Err(self.nothing(code, reason)),
            (_, None) => return mistake("fault-condition-value-missing", Said::new(EXAMPLE)),
            (Values::Unknown, Some(_)) => Operand::Number(0), // The form is refused anyway.
            (Values::Points(points), Some(Shape::Number(number))) if points.contains(&number) => Operand::Number(number),
            (Values::Numbers(least, most), Some(Shape::Number(number))) if (*least..=*most).contains(&number) => {
                Operand::Number(number)
            }
            (Values::Choices(choices), Some(Shape::Word(word))) if choices.iter().any(|choice| choice.as_str() == word) => {
                if !matches!(operator, Operator::Equal | Operator::NotEqual) {
                    return mistake("fault-condition-order", Said::new("fault-hint-condition-order"));
                }
                Operand::Choice(choices.iter().find(|choice| choice.as_str() == word).cloned().expect("the guard has found it"))
            }
            (Values::Points(points), Some(_)) => {
                let points: Vec<String> = points.iter().map(i64::to_string).collect();
                let hint = Said::new("fault-hint-condition-points").with("points", points.join(", "));
                return mistake("fault-condition-value", hint);
            }
            (Values::Numbers(least, most), Some(_)) => {
                let hint = Said::new("fault-hint-between").with("least", *least).with("most", *most);
                return mistake("fault-condition-value", hint);
            }
            (Values::Choices(choices), Some(shape)) => {
                let known: Vec<&str> = choices.iter().map(Code::as_str).collect();
                let typed = if let Shape::Word(word) = shape { word } else { "" };
                return mistake("fault-condition-choice", hint_among(typed, &known));
            }
        };
        self.at += 1;
        Ok(operand)
    }
}

#[cfg(test)]
mod tests {
    use crate::fault::Fault;
    use crate::flows::words::english;
    use crate::form::{self, Form, Value};
    use crate::text::Code;

    fn file(condition: &str) -> String {
        format!(
            r#"code = "f"
languages = ["it"]
title = "T"
[[scales]]
code = "five"
points = [{{ value = 1, label = "No" }}, {{ value = 2 }}, {{ value = 3, satisfied = true, label = "Sì" }}]
[[pages]]
code = "p"
[[pages.questions]]
code = "overall"
kind = "rating"
role = "overall"
scale = "five"
text = "T"
[[pages.questions]]
code = "block"
kind = "matrix"
role = "satisfaction"
scale = "five"
text = "T"
items = [{{ code = "courtesy", text = "T" }}]
[[pages.questions]]
code = "used"
kind = "multiple_choice"
role = "filter"
text = "T"
choices = [{{ code = "wifi", label = "W" }}, {{ code = "jobs", label = "J" }}]
[[pages.questions]]
code = "gender"
kind = "single_choice"
role = "profile"
text = "T"
choices = [{{ code = "man", value = 0, label = "M" }}, {{ code = "woman", value = 1, label = "W" }}]
[[pages.questions]]
code = "age"
kind = "number"
role = "profile"
least = 0
most = 99
text = "T"
[[pages.questions]]
code = "words"
kind = "open_text"
text = "T"
[[pages.questions]]
code = "last"
kind = "open_text"
show_if = {condition}
text = "T"
[[pages.questions]]
code = "later"
kind = "number"
role = "need"
least = 0
most = 9
text = "T"
"#
        )
    }

    /// Whether the last question is shown after these answers; what is not named is blank.
    fn shown(condition: &str, answers: &[(&str, Value)]) -> bool {
        let form: Form =
            form::parse("f.toml", &file(&format!("\"{condition}\""))).unwrap_or_else(|faults| panic!("{:?}", faults[0]));
        let answers =
            |code: &Code| answers.iter().find(|(own, _)| *own == code.as_str()).map_or(Value::Blank, |(_, value)| *value);
        let (page, question) = form.questions().find(|(_, question)| question.code.as_str() == "last").unwrap();
        form.shows(page, question, &answers)
    }

    /// The message and what stands above the carets.
    fn fault(condition: &str) -> (String, String) {
        let text = file(&format!("\"{condition}\""));
        let faults = form::parse("f.toml", &text).unwrap_err();
        assert_eq!(faults.len(), 1, "{faults:?}");
        let Fault { source, column, width, .. } = &faults[0];
        let (message, hint) = english(&faults[0]);
        assert!(!hint.is_empty());
        (message, source.chars().skip(column - 1).take(*width).collect())
    }

    #[test]
    fn comparisons_follow_the_answers() {
        let at = |value| [("overall", Value::Given(value))];
        for (condition, expected) in [
            ("overall = 2", [false, true, false]),
            ("overall != 2", [true, false, true]),
            ("overall < 2", [true, false, false]),
            ("overall <= 2", [true, true, false]),
            ("overall > 2", [false, false, true]),
            ("overall >= 2", [false, true, true]),
            ("overall is any of [1, 3]", [true, false, true]),
            ("overall is answered", [true, true, true]),
            ("not overall = 2", [true, false, true]),
        ] {
            assert_eq!([1, 2, 3].map(|value| shown(condition, &at(value))), expected, "{condition}");
        }
    }

    #[test]
    fn no_answer_makes_every_comparison_false() {
        for value in [Value::Blank, Value::DontKnow, Value::NotApplicable, Value::NotAsked] {
            for condition in ["overall = 2", "overall != 2", "overall < 3", "overall is any of [1, 2, 3]", "overall is answered"]
            {
                assert!(!shown(condition, &[("overall", value)]), "{condition} {value:?}");
            }
            assert!(shown("not overall = 2", &[("overall", value)]));
        }
    }

    #[test]
    fn and_binds_closer_than_or_and_parentheses_group() {
        let answers = [("overall", Value::Given(1)), ("courtesy", Value::Given(3)), ("age", Value::Given(40))];
        assert!(shown("overall = 1 or courtesy = 1 and age = 1", &answers));
        assert!(!shown("(overall = 1 or courtesy = 1) and age = 1", &answers));
        assert!(shown("not (overall = 2 or age = 1) and not courtesy = 2", &answers));
    }

    #[test]
    fn choices_are_compared_by_their_code_and_options_by_whether_they_were_chosen() {
        let man = [("gender", Value::Given(0)), ("used_wifi", Value::Given(1)), ("used_jobs", Value::Given(0))];
        assert!(shown("gender = man and used = wifi and used != jobs and used is answered", &man));
        assert!(!shown("gender != man or used = jobs or used != wifi", &man));
        assert!(shown("used is any of [jobs, wifi] and gender is any of [woman, man]", &man));
        let nothing = [("used_wifi", Value::Blank), ("used_jobs", Value::Blank)];
        assert!(!shown("used != wifi or used is answered", &nothing));
    }

    #[test]
    fn every_mistake_in_a_condition_has_its_caret() {
        let is = |condition: &str, message: &str, marked: &str| {
            assert_eq!(fault(condition), (message.to_owned(), marked.to_owned()), "{condition}");
        };
        is("overal = 1", "No question has the code `overal`.", "overal");
        is("later = 1", "`later` is not asked before this.", "later");
        is("last = 1", "`last` is not asked before this.", "last");
        is("overall = 1 and overall = 4", "`overall` cannot have this value.", "4");
        is("age > 100", "`age` cannot have this value.", "100");
        is("used = wify", "`used` has no such choice.", "wify");
        is("gender > man", "`gender` cannot be more or less than a choice.", "man");
        is("gender = 1", "`gender` has no such choice.", "1");
        is("block = 1", "`block` cannot be compared.", "block");
        is("words is answered", "`words` cannot be compared.", "words");
        is("(overall = 1", "A closing parenthesis `)` is missing here.", "\"");
        is("overall = 1 age = 2", "The condition should end here.", "age");
        is("overall is 1", "After `is` comes `any of [...]` or `answered`.", "1");
        is("overall is any [1]", "After `is any` comes `of [...]`.", "[");
        is("overall is any of 1", "After `is any of` comes a list in square brackets.", "1");
        is("overall is any of [1 2]", "The list should end here with `]`, or go on with a comma.", "2");
        is("overall =", "A value to compare `overall` with is missing here.", "\"");
        is("overall", "After `overall` comes a comparison: = != < <= > >=, `is any of [...]` or `is answered`.", "\"");
        is("overall = 1 and", "The code of an earlier question belongs here.", "\"");
        is("overall ! 1", "`!` has no meaning here.", "!");
        is("overall = 1 & age = 1", "`&` has no meaning in a condition.", "&");
        is("età = 1", "`à` has no meaning in a condition.", "à");
        is("age = 99999999999999999999", "This is not a whole number.", "99999999999999999999");
        is("", "The code of an earlier question belongs here.", "\"\"");
        is(&format!("{}overall = 1", "not ".repeat(30)), "This condition is nested too deep.", "not");
    }

    #[test]
    fn a_caret_is_right_in_every_kind_of_toml_string() {
        for (condition, line, marked) in [
            ("'age > 100'", "show_if = 'age > 100'", "100"),
            ("\"\"\"\nage > 100\"\"\"", "age > 100\"\"\"", "100"),
            ("\"age\\u0020> 100\"", "show_if = \"age\\u0020> 100\"", "\"age\\u0020> 100\""),
        ] {
            let faults = form::parse("f.toml", &file(condition)).unwrap_err();
            let found: String = faults[0].source.chars().skip(faults[0].column - 1).take(faults[0].width).collect();
            assert_eq!((faults[0].source.as_str(), found.as_str()), (line, marked));
        }
    }

    #[test]
    fn a_condition_on_a_broken_question_is_not_a_second_fault() {
        let text = file("\"overall = 4\"").replacen("scale = \"five\"", "scale = \"fife\"", 1);
        assert_eq!(form::parse("f.toml", &text).unwrap_err().len(), 1);
    }
}
