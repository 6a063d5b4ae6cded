//! The plan that a form implies: every judgement by every group, each matrix as a battery, what explains the overall judgement.

use super::{Plan, PlanBattery, PlanDrivers, PlanImportance, PlanItem, TwoGroups};
use crate::form::{Field, FieldKind, Form, Kind, Layout, Polarity, Role};
use crate::response::coded::{ItemColumn, LevelSource, MissingCodes, Variable};
use crate::response::{declared_values, outcomes};

impl Plan {
    /// The plan of a form whose answers are divided by these fields, or by `channel`. The field `year` is a period.
    ///
    /// Batteries and drivers bear the codes of their questions, because a form may have several.
    pub fn of_form(form: &Form, layout: &Layout, groupings: &[String]) -> Self {
        let judged: Vec<&Field> = layout.fields.iter().filter(|field| is_judgement(form, field)).collect();
        let mut plan = Self { items: judged.iter().map(|field| item_of(form, field)).collect(), ..Self::default() };
        for name in groupings {
            let field = layout.field(name);
            let levels = field.and_then(|field| declared_values(form, field)).map(|values| values.len());
            match levels {
                Some(2) => plan.two_groups.push(TwoGroups { variable: name.clone(), levels: None }),
                _ => plan.groups.push(name.clone()),
            }
            if name == "year" {
                plan.periods.push(name.clone());
            }
            let source = LevelSource::Column(name.clone());
            plan.variables.push(Variable { name: name.clone(), source, missing: Vec::new(), crossed: false });
        }
        plan.batteries = batteries(form, layout, &plan);
        plan.drivers = drivers(&judged);
        plan.importance = importance(layout, &plan);
        let recommends = judged.iter().filter(|field| field.role == Role::Recommend && (field.least, field.most) == (0, 10));
        plan.promoters = recommends.map(|field| field.code.to_string()).collect();
        plan
    }
}

/// A judgement on a scale, or from 0 to 10.
fn is_judgement(form: &Form, field: &Field) -> bool {
    let judges =
        matches!(field.role, Role::Satisfaction | Role::Importance | Role::Expectation | Role::Overall | Role::Recommend);
    // Whether some points are missing between the least and the most does not matter: they are codes never used.
    judges && (matches!(field.kind, FieldKind::Scale(_)) || declared_values(form, field).is_some())
}

fn item_of(form: &Form, field: &Field) -> PlanItem {
    let scale = match &field.kind {
        FieldKind::Scale(code) => form.scale(code),
        _ => None,
    };
    let polarity = scale.map_or(Polarity::HigherIsBetter, |scale| scale.polarity);
    let satisfied = scale.into_iter().flat_map(|scale| &scale.points).filter(|point| point.satisfied);
    let satisfied = satisfied.map(|point| i64::from(point.value));
    let satisfied = if polarity == Polarity::HigherIsBetter { satisfied.min() } else { satisfied.max() };
    let missing = MissingCodes::default();
    let column = ItemColumn { name: field.code.to_string(), least: field.least, most: field.most, missing };
    PlanItem { column, satisfied, polarity }
}

/// The satisfaction items of each matrix of two or more.
fn batteries(form: &Form, layout: &Layout, plan: &Plan) -> Vec<PlanBattery> {
    let matrices = form.questions().map(|(_, question)| question).filter(|question| matches!(question.kind, Kind::Matrix { .. }));
    let battery = matrices.map(|question| {
        let of_question = |field: &&Field| form.pages[field.place.0].questions[field.place.1].code == question.code;
        let items = layout.fields.iter().filter(of_question).filter(|field| field.role == Role::Satisfaction);
        let items = items.map(|field| field.code.to_string()).filter(|name| plan.item(name).is_some());
        PlanBattery { name: question.code.to_string(), items: items.collect() }
    });
    battery.filter(|battery| battery.items.len() > 1).collect()
}

/// What explains each overall judgement: every judgement of satisfaction.
fn drivers(judged: &[&Field]) -> Vec<PlanDrivers> {
    let named = outcomes(judged).into_iter().filter(|(_, items)| items.len() > 1);
    let drivers = named.map(|(outcome, items)| PlanDrivers {
        name: outcome.code.to_string(),
        outcome: outcome.code.to_string(),
        items: items.iter().map(|item| item.code.to_string()).collect(),
        resampling: None,
    });
    drivers.collect()
}

/// Every item whose importance was asked beside it.
fn importance(layout: &Layout, plan: &Plan) -> Option<PlanImportance> {
    let pairs = layout.fields.iter().filter(|field| field.role == Role::Satisfaction).filter_map(|field| {
        let importance = format!("{}_importance", field.code);
        (plan.item(&importance).is_some() && plan.item(field.code.as_str()).is_some())
            .then(|| (field.code.to_string(), importance))
    });
    let (satisfaction, importance): (Vec<String>, Vec<String>) = pairs.unzip();
    (!satisfaction.is_empty()).then_some(PlanImportance { satisfaction, importance })
}
