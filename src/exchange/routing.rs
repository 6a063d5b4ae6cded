//! Conditions of theirs as conditions of ours, over the questions asked so far.

use super::draft::{Expr, Measure};
use crate::fault::Said;
use crate::form::{Condition, Operand, Operator};
use crate::text::Code;
use std::collections::{BTreeMap, BTreeSet};

/// A question that is in the form.
pub(super) struct Known {
    pub code: Code,
    pub place: (usize, usize),
    pub values: Values,
}

/// What its answers are, by the names of theirs.
pub(super) enum Values {
    Points(BTreeMap<String, i64>),
    /// With whether several may be chosen.
    Choices(Vec<(String, Code)>, bool),
    Numbers(i64, i64),
    Nothing,
}

/// Why a condition is not carried.
pub(super) struct Why(pub Said, pub &'static str);

/// What the conditions of a form can name.
#[derive(Default)]
pub(super) struct Routing {
    pub known: BTreeMap<String, Known>,
    pub dropped: BTreeSet<String>,
    /// Every question, and the circle of conditions that it is in; see [`super::circles`].
    pub circles: BTreeMap<String, usize>,
}

impl Routing {
    /// All conditions of a page or question as one; what is not carried goes to `lost`.
    pub fn all(&self, own: &[&str], when: &[Expr], place: (usize, usize), lost: &mut dyn FnMut(Why)) -> Option<Condition> {
        let mut parts: Vec<Condition> = Vec::new();
        for expr in when.iter().filter(|expr| **expr != Expr::Always(true)) {
            match self.condition(own, expr, place) {
                Ok(condition) => parts.push(condition),
                Err(why) => lost(why),
            }
        }
        if parts.len() > 1 { Some(Condition::And(parts)) } else { parts.pop() }
    }

    fn condition(&self, own: &[&str], expr: &Expr, place: (usize, usize)) -> Result<Condition, Why> {
        if let Some(condition) = self.marked(own, expr, place) {
            return condition;
        }
        let several = |parts: &[Expr]| -> Result<Vec<Condition>, Why> {
            parts.iter().map(|part| self.condition(own, part, place)).collect()
        };
        match expr {
            Expr::And(parts) => Ok(Condition::And(several(parts)?)),
            Expr::Or(parts) => Ok(Condition::Or(several(parts)?)),
            Expr::Not(part) => Ok(Condition::Not(Box::new(self.condition(own, part, place)?))),
            Expr::Always(_) => Err(Why(Said::new("exchange-when-constant"), "exchange-hint-when")),
            Expr::Selected { name, value } => self.equal(self.find(own, name, place)?, name, value),
            Expr::Among { name, values } => {
                let known = self.find(own, name, place)?;
                let operands = values.iter().map(|value| operand(known, name, value)).collect::<Result<_, _>>()?;
                Ok(Condition::AnyOf { field: known.code.clone(), operands })
            }
            Expr::Compare { name, measure, operator, value } => {
                let known = self.find(own, name, place)?;
                match measure {
                    Measure::Chosen | Measure::Length => answered(known, *operator, value),
                    Measure::Number if *operator == Operator::AtLeast && value == "0" => is_answered(known),
                    Measure::Answer | Measure::Number => self.compare(known, name, *operator, value),
                }
            }
        }
    }

    /// What [`super::xlsform::write`] writes for "is not" and for "is any of", so that it is read as it was.
    fn marked(&self, own: &[&str], expr: &Expr, place: (usize, usize)) -> Option<Result<Condition, Why>> {
        match expr {
            Expr::And(parts) => {
                let [
                    Expr::Compare { name: first, measure, operator: Operator::Greater | Operator::AtLeast, value: zero },
                    second,
                ] = parts.as_slice()
                else {
                    return None;
                };
                let (name, value, whole) = match second {
                    Expr::Compare { name, measure: Measure::Answer, operator: Operator::NotEqual, value } => (name, value, true),
                    Expr::Not(part) => match part.as_ref() {
                        Expr::Selected { name, value } => (name, value, false),
                        _ => return None,
                    },
                    _ => return None,
                };
                if first != name || zero != "0" || !matches!(measure, Measure::Length | Measure::Number) || value.is_empty() {
                    return None;
                }
                Some(self.find(own, name, place).and_then(|known| {
                    if whole && matches!(known.values, Values::Choices(_, true)) {
                        return Err(as_a_whole(name));
                    }
                    let operand = operand(known, name, value)?;
                    Ok(Condition::Compare { field: known.code.clone(), operator: Operator::NotEqual, operand })
                }))
            }
            Expr::Or(parts) => {
                let (Expr::Always(false), chosen) = parts.split_last()? else { return None };
                let values = chosen.iter().map(|part| match part {
                    Expr::Selected { name, value } => Some((name, value)),
                    _ => None,
                });
                let values: Vec<(&String, &String)> = values.collect::<Option<_>>()?;
                let (name, _) = *values.first()?;
                let same = values.iter().all(|(own, _)| *own == name);
                let values = values.into_iter().map(|(_, value)| value.clone()).collect();
                same.then(|| self.condition(own, &Expr::Among { name: name.clone(), values }, place))
            }
            _ => None,
        }
    }

    fn find(&self, own: &[&str], name: &str, place: (usize, usize)) -> Result<&Known, Why> {
        let why = |key, hint| Err(Why(Said::new(key).with("name", name), hint));
        match self.known.get(name) {
            Some(known) if known.place < place => Ok(known),
            _ if own.contains(&name) || self.leads_back(name, own) => {
                why("exchange-when-circular", "exchange-hint-when-circular")
            }
            None if self.dropped.contains(name) => why("exchange-when-dropped", "exchange-hint-when"),
            found if found.is_some() || self.circles.contains_key(name) => why("exchange-when-later", "exchange-hint-when-later"),
            _ => why("exchange-when-unknown", "exchange-hint-when-unknown"),
        }
    }

    /// Whether a question depends, through others, on one of these, which depend on it.
    fn leads_back(&self, name: &str, own: &[&str]) -> bool {
        self.circles.get(name).is_some_and(|circle| own.iter().any(|own| self.circles.get(*own) == Some(circle)))
    }

    fn equal(&self, known: &Known, name: &str, value: &str) -> Result<Condition, Why> {
        let operand = operand(known, name, value)?;
        Ok(Condition::Compare { field: known.code.clone(), operator: Operator::Equal, operand })
    }

    fn compare(&self, known: &Known, name: &str, operator: Operator, value: &str) -> Result<Condition, Why> {
        match (operator, value) {
            (Operator::Equal, "") => Ok(Condition::Not(Box::new(is_answered(known)?))),
            (Operator::NotEqual, "") => is_answered(known),
            (Operator::Equal | Operator::NotEqual, _) if matches!(known.values, Values::Choices(_, true)) => {
                Err(as_a_whole(name))
            }
            (Operator::Equal, _) => self.equal(known, name, value),
            // Theirs holds where nothing was answered, and so does `not ... = ...`.
            (Operator::NotEqual, _) => Ok(Condition::Not(Box::new(self.equal(known, name, value)?))),
            _ => ordered(known, name, operator, value),
        }
    }
}

fn is_answered(known: &Known) -> Result<Condition, Why> {
    match known.values {
        Values::Nothing => Err(incomparable(known)),
        _ => Ok(Condition::Answered { field: known.code.clone() }),
    }
}

/// An answer of several choices equals one of them only where it is the only one.
fn as_a_whole(name: &str) -> Why {
    Why(Said::new("exchange-when-several").with("name", name), "exchange-hint-when-several")
}

fn incomparable(known: &Known) -> Why {
    Why(Said::new("exchange-when-text").with("name", &known.code), "exchange-hint-when")
}

/// How many are chosen, or how long the answer is, compared with a number: whether there is one.
fn answered(known: &Known, operator: Operator, value: &str) -> Result<Condition, Why> {
    let none = || Ok(Condition::Not(Box::new(is_answered(known)?)));
    match (operator, value) {
        (Operator::Greater | Operator::NotEqual, "0") | (Operator::AtLeast, "1") => is_answered(known),
        (Operator::Equal | Operator::AtMost, "0") | (Operator::Less, "1") => none(),
        _ => Err(Why(Said::new("exchange-when-count").with("name", &known.code), "exchange-hint-when")),
    }
}

fn no_such(name: &str, value: &str) -> Why {
    Why(Said::new("exchange-when-value").with("name", name).with("value", value), "exchange-hint-when-value")
}

fn operand(known: &Known, name: &str, value: &str) -> Result<Operand, Why> {
    let bare = value.strip_suffix(".0").unwrap_or(value);
    match &known.values {
        Values::Points(points) => points
            .get(value)
            .or_else(|| points.get(bare))
            .map(|number| Operand::Number(*number))
            .ok_or_else(|| no_such(name, value)),
        Values::Choices(choices, _) => {
            let found = choices.iter().find(|(own, _)| own == value).or_else(|| choices.iter().find(|(own, _)| own == bare));
            found.map(|(_, code)| Operand::Choice(code.clone())).ok_or_else(|| no_such(name, value))
        }
        Values::Numbers(least, most) => {
            let number = bare.parse().ok().filter(|number| (least..=most).contains(&number));
            number.map(Operand::Number).ok_or_else(|| no_such(name, value))
        }
        Values::Nothing => Err(incomparable(known)),
    }
}

fn holds(own: f64, operator: Operator, value: f64) -> bool {
    match operator {
        Operator::Less => own < value,
        Operator::AtMost => own <= value,
        Operator::Greater => own > value,
        _ => own >= value,
    }
}

/// More or less than a value. Choices have an order only where their names are numbers; they are told one by one.
fn ordered(known: &Known, name: &str, operator: Operator, value: &str) -> Result<Condition, Why> {
    let field = known.code.clone();
    let number: f64 = value.parse().map_err(|_| no_such(name, value))?;
    let among = |operands: Vec<Operand>| match operands.is_empty() {
        true => Err(no_such(name, value)),
        false => Ok(Condition::AnyOf { field: known.code.clone(), operands }),
    };
    match &known.values {
        // Points are stored in another order than their names have where these are not the numbers that are stored.
        Values::Points(points) => match operand(known, name, value) {
            Ok(operand) if points.iter().all(|(own, value)| own.parse() == Ok(*value as f64)) => {
                Ok(Condition::Compare { field, operator, operand })
            }
            _ => {
                let fits = points.iter().filter(|(own, _)| own.parse().is_ok_and(|own| holds(own, operator, number)));
                among(fits.map(|(_, value)| Operand::Number(*value)).collect())
            }
        },
        Values::Choices(choices, false) => {
            let fits = choices.iter().filter(|(own, _)| own.parse().is_ok_and(|own| holds(own, operator, number)));
            among(fits.map(|(_, code)| Operand::Choice(code.clone())).collect())
        }
        Values::Choices(_, true) => Err(no_such(name, value)),
        Values::Numbers(..) => {
            // Above 10.5 is at least 11.
            let (operator, number) = match operator {
                _ if number.fract() == 0.0 => (operator, number),
                Operator::Less | Operator::AtMost => (Operator::AtMost, number.floor()),
                _ => (Operator::AtLeast, number.ceil()),
            };
            let operand = operand(known, name, &number.to_string())?;
            Ok(Condition::Compare { field, operator, operand })
        }
        Values::Nothing => Err(incomparable(known)),
    }
}
