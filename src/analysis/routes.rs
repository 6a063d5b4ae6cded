//! Which answers to one question lead to another: how many were asked that one tells how many gave these answers.

use crate::form::{Condition, FieldKind, Form, Kind, Layout, Value};
use crate::text::Code;
use std::collections::BTreeSet;

/// The way from the answers to a question of one choice to a field that only those who gave them are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The question whose answer decides.
    pub question: String,
    /// The values that lead on.
    pub answers: BTreeSet<i64>,
    /// The field, or the multiple choice, that is asked then.
    pub to: String,
}

/// Every route that depends on one question of one choice alone; a page's condition holds for each of its questions.
pub fn find_routes(form: &Form, layout: &Layout) -> Vec<Route> {
    let fields = layout.fields.iter().filter_map(|field| {
        let page = form.pages.get(field.place.0)?;
        let question = page.questions.get(field.place.1)?;
        let conditions: Vec<&Condition> = [&page.show_if, &question.show_if].into_iter().flatten().collect();
        let to = if matches!(field.kind, FieldKind::Option(_)) { &question.code } else { &field.code };
        find_route(form, &conditions, to)
    });
    let mut routes: Vec<Route> = fields.collect();
    routes.dedup();
    routes
}

fn find_route(form: &Form, conditions: &[&Condition], to: &Code) -> Option<Route> {
    let mut named = BTreeSet::new();
    conditions.iter().for_each(|condition| name_fields(condition, &mut named));
    let [deciding] = named.into_iter().collect::<Vec<_>>()[..] else { return None };
    let (_, question) = form.questions().find(|(_, question)| question.code == *deciding)?;
    let Kind::SingleChoice { choices } = &question.kind else { return None };
    let leads_on = |value: i64| {
        let answers = |code: &Code| if code == deciding { Value::Given(value) } else { Value::NotAsked };
        conditions.iter().all(|condition| form.holds(condition, &answers))
    };
    let answers = choices.iter().map(|choice| i64::from(choice.value)).filter(|value| leads_on(*value)).collect();
    Some(Route { question: deciding.to_string(), answers, to: to.to_string() })
}

fn name_fields<'a>(condition: &'a Condition, named: &mut BTreeSet<&'a Code>) {
    match condition {
        Condition::And(parts) | Condition::Or(parts) => parts.iter().for_each(|part| name_fields(part, named)),
        Condition::Not(part) => name_fields(part, named),
        Condition::Compare { field, .. } | Condition::AnyOf { field, .. } | Condition::Answered { field } => {
            named.insert(field);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{code, form};
    use super::*;
    use crate::form::{Operand, Operator, Polarity};

    #[test]
    fn a_route_names_the_answers_that_lead_on_and_only_where_one_question_decides() {
        let is = |choice: &str| Condition::Compare {
            field: code("who"),
            operator: Operator::Equal,
            operand: Operand::Choice(code(choice)),
        };
        let routes = |condition: Condition| {
            let mut form = form(Polarity::HigherIsBetter);
            form.pages[0].questions[3].show_if = Some(condition);
            find_routes(&form, &Layout::of(&form))
        };
        let to = |answers: &[i64]| Route {
            question: "who".to_owned(),
            answers: answers.iter().copied().collect(),
            to: "need".to_owned(),
        };
        assert_eq!(routes(is("firm")), [to(&[2])]);
        assert_eq!(routes(Condition::Not(Box::new(is("firm")))), [to(&[1])]);
        assert_eq!(routes(Condition::Or(vec![is("firm"), is("citizen")])), [to(&[1, 2])]);
        assert_eq!(routes(Condition::And(vec![is("firm"), Condition::Answered { field: code("staff") }])), []);
    }
}
