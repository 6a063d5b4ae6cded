//! What a constraint says that a question of ours can say.

use crate::exchange::draft::{Expr, Measure};
use crate::form::Operator;

/// The bounds of a number; `None` where the constraint says anything else.
pub(super) fn bounds(expr: &Expr) -> Option<(Option<i64>, Option<i64>)> {
    let (mut least, mut most): (Option<i64>, Option<i64>) = (None, None);
    for part in parts(expr) {
        let (operator, value) = measured(part, &[Measure::Answer, Measure::Number])?;
        if value.abs() > 4e9 {
            return None;
        }
        // Of several bounds the strictest holds.
        let (own_least, own_most) = match operator {
            Operator::AtLeast => (Some(value.ceil() as i64), None),
            Operator::Greater => (Some(value.floor() as i64 + 1), None),
            Operator::AtMost => (None, Some(value.floor() as i64)),
            Operator::Less => (None, Some(value.ceil() as i64 - 1)),
            _ => return None,
        };
        least = least.max(own_least);
        most = [most, own_most].into_iter().flatten().min();
    }
    Some((least, most))
}

/// The longest text; `None` where the constraint says anything else.
pub(super) fn longest(expr: &Expr) -> Option<u32> {
    most(expr, Measure::Length, 10_000.0)
}

/// How many choices at most, and which exclude the others; with whether all that the constraint says is in that.
pub(super) fn of_choices(expr: &Expr) -> (Option<u8>, Vec<String>, bool) {
    let (mut at_most, mut exclusive, mut all) = (None, Vec::new(), true);
    for part in parts(expr) {
        match (most(part, Measure::Chosen, 200.0), alone(part)) {
            (Some(most), _) => at_most = u8::try_from(most).ok(),
            (None, Some(name)) => exclusive.push(name),
            (None, None) => all = false,
        }
    }
    (at_most, exclusive, all)
}

fn parts(expr: &Expr) -> &[Expr] {
    match expr {
        Expr::And(parts) => parts,
        one => std::slice::from_ref(one),
    }
}

fn measured(expr: &Expr, measures: &[Measure]) -> Option<(Operator, f64)> {
    match expr {
        Expr::Compare { name, measure, operator, value } if name == "." && measures.contains(measure) => {
            value.parse().ok().map(|value| (*operator, value))
        }
        _ => None,
    }
}

fn most(expr: &Expr, measure: Measure, limit: f64) -> Option<u32> {
    let (operator, value) = measured(expr, &[measure])?;
    let most = match operator {
        Operator::AtMost => value.floor(),
        Operator::Less => value.ceil() - 1.0,
        _ => return None,
    };
    (1.0..=limit).contains(&most).then_some(most as u32)
}

/// `not(selected(., 'none') and count-selected(.) > 1)`: the choice that stands alone.
fn alone(expr: &Expr) -> Option<String> {
    let Expr::Not(inner) = expr else { return None };
    let Expr::And(parts) = inner.as_ref() else { return None };
    let [one, other] = parts.as_slice() else { return None };
    let more_than_one = |part: &Expr| {
        matches!(measured(part, &[Measure::Chosen]), Some((Operator::Greater, value)) if value == 1.0)
            || matches!(measured(part, &[Measure::Chosen]), Some((Operator::AtLeast, value)) if value == 2.0)
    };
    match (one, other) {
        (Expr::Selected { name, value }, count) | (count, Expr::Selected { name, value }) if name == "." => {
            more_than_one(count).then(|| value.clone())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::xpath::parse;
    use super::*;

    #[test]
    fn bounds_are_whole_numbers() {
        for (text, expected) in [
            (". >= 0 and . <= 120", Some((Some(0), Some(120)))),
            (". > 10.51 and . < 18.39", Some((Some(11), Some(18)))),
            (". < 10", Some((None, Some(9)))),
            (". > 0", Some((Some(1), None))),
            (". >= 18 and . <= 120 and . >= 0 and . < 200", Some((Some(18), Some(120)))),
            (". != 3", None),
            (". > 0 and selected(${a}, 'b')", None),
            (". < 1e", None),
            (". < 99999999999", None),
        ] {
            assert_eq!(parse(text).and_then(|expr| bounds(&expr)), expected, "{text}");
        }
    }

    #[test]
    fn how_many_and_which_alone() {
        let of = |text: &str| of_choices(&parse(text).unwrap());
        assert_eq!(of("count-selected(.) <= 3"), (Some(3), vec![], true));
        let both = "count-selected(.) < 3 and not(selected(., 'none') and count-selected(.) > 1)";
        assert_eq!(of(both), (Some(2), vec!["none".to_owned()], true));
        assert_eq!(of("not(selected(., 'c') and selected(., 'd'))"), (None, vec![], false));
        assert_eq!(parse("string-length(.) <= 300").and_then(|expr| longest(&expr)), Some(300));
    }
}
