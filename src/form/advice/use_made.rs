//! What becomes of the answers: groups that cannot be shown, goals that nothing measures, questions that nothing uses.

use super::{Advice, Matter, Measured, Place, Remedy};
use crate::form::{Condition, Form, Kind, Layout, Question, Role};
use crate::text::Code;
use std::collections::BTreeSet;

/// Notes the questions about the person whose groups will be too small to be shown, even if all were equally large: most are not.
pub(super) fn advise_on_groups(form: &Form, expected: u32, threshold: u32, advice: &mut Vec<Advice>) {
    for (question, choices) in form.profile_questions() {
        let groups = u32::try_from(choices.len()).unwrap_or(u32::MAX).max(1);
        let responses = expected / groups;
        if responses < threshold {
            let matter =
                Matter::SmallGroups { responses: responses as usize, threshold: threshold as usize, groups: choices.len() };
            advice.push(Advice::at(Place::Question(question.code.clone()), matter));
        }
    }
}

/// Notes every goal whose field the form does not ask, then those of which users are not asked what they think; a field once.
pub(super) fn advise_on_goals(form: &Form, measured: &[Measured], advice: &mut Vec<Advice>) {
    let layout = Layout::of(form);
    let scale = super::scales::to_judge_on(form);
    let needed = measured.iter().filter_map(|goal| Some((goal, goal.needed.as_ref()?, true)));
    let beside = measured.iter().filter_map(|goal| Some((goal, goal.beside.as_ref()?, false)));
    let mut told = BTreeSet::new();
    for (goal, field, is_needed) in needed.chain(beside) {
        if layout.field(field.as_str()).is_some() || !told.insert(field) {
            continue;
        }
        let Measured { goal, title, .. } = goal.clone();
        let ask = |scale: &crate::form::Scale| Remedy::Ask {
            code: field.clone(),
            scale: scale.code.clone(),
            text: title.only(&form.languages),
        };
        let free = form.questions().all(|(_, question)| question.code != *field);
        let remedy = scale.filter(|_| free).map(ask);
        let field = field.clone();
        let matter = match is_needed {
            true => Matter::UnmeasuredGoal { goal, title, field },
            false => Matter::UnjudgedGoal { goal, title, field },
        };
        advice.push(Advice::at(Place::Form, matter).with_remedy(remedy));
    }
}

/// Notes every closed question that neither a goal nor a condition nor the report uses.
pub(super) fn advise_on_what_nothing_uses(form: &Form, measured: &[Measured], advice: &mut Vec<Advice>) {
    let mut used: BTreeSet<&Code> = measured.iter().flat_map(|goal| goal.needed.iter().chain(&goal.beside)).collect();
    for page in &form.pages {
        let conditions = page.questions.iter().map(|question| &question.show_if).chain([&page.show_if]);
        used.extend(conditions.flatten().flat_map(Condition::fields));
    }
    for (_, question) in form.questions().filter(|(_, question)| !is_reported(form, question)) {
        let items: &[crate::form::Item] = if let Kind::Matrix { items, .. } = &question.kind { items } else { &[] };
        if !used.contains(&question.code) && !items.iter().any(|item| used.contains(&item.code)) {
            let remedy = is_removable(form, &question.code).then(|| Remedy::Remove(question.code.clone()));
            advice.push(Advice::at(Place::Question(question.code.clone()), Matter::UnusedQuestion).with_remedy(remedy));
        }
    }
}

/// A page keeps one question at least.
pub(super) fn is_removable(form: &Form, question: &Code) -> bool {
    form.pages.iter().any(|page| page.questions.len() > 1 && page.questions.iter().any(|own| own.code == *question))
}

/// Whether the report tells the answers: judgements, needs of several choices, who answered by choices, and importance where the same factor is
/// judged. A number stands in none of its tables, nor does a need of a single choice but where the widget asks it.
fn is_reported(form: &Form, question: &Question) -> bool {
    match (&question.kind, question.role) {
        (Kind::Note | Kind::OpenText { .. }, _) => true,
        (Kind::Number { .. }, _) => false,
        (Kind::SingleChoice { .. }, Role::Need) => form.stars().is_some(),
        (_, Role::Importance) => factors_of(question).iter().any(|factor| is_judged(form, factor)),
        _ => true,
    }
}

fn factors_of(question: &Question) -> Vec<&Code> {
    let items: &[crate::form::Item] = if let Kind::Matrix { items, .. } = &question.kind { items } else { &[] };
    items.iter().filter_map(|item| item.factor.as_ref()).chain(question.factor.as_ref()).collect()
}

fn is_judged(form: &Form, factor: &Code) -> bool {
    form.questions().any(|(_, question)| question.role == Role::Satisfaction && factors_of(question).contains(&factor))
}

#[cfg(test)]
mod tests {
    use super::super::example::{code, form_with, number, profile, rated, text};
    use super::super::{Surroundings, advise, apply};
    use super::*;

    fn goal(field: &str) -> Measured {
        Measured { goal: code("kind_staff"), title: text("Personale cortese"), needed: Some(code(field)), beside: None }
    }

    fn found(form: &Form, around: &Surroundings<'_>, name: &str) -> Vec<Advice> {
        advise(form, around).into_iter().filter(|advice| advice.matter.keys().name == name).collect()
    }

    #[test]
    fn groups_that_would_be_hidden_are_told_before_anybody_answers() {
        let form = form_with(vec![rated("overall", "Nel complesso?"), profile("age", "Età", 8)]);
        let around =
            |expected| Surroundings { expected_responses: Some(expected), privacy_threshold: 10, ..Surroundings::default() };
        let small = found(&form, &around(79), "small-groups");
        assert_eq!(small[0].matter, Matter::SmallGroups { responses: 9, threshold: 10, groups: 8 });
        assert_eq!(found(&form, &around(80), "small-groups"), []);
        assert_eq!(found(&form, &Surroundings::default(), "small-groups"), [], "nothing is known of how many answer");
    }

    #[test]
    fn a_goal_that_nothing_measures_gets_its_question() {
        let form = form_with(vec![rated("overall", "Nel complesso?")]);
        let measured = [goal("courtesy"), goal("overall")];
        let around = Surroundings { measured: Some(&measured), ..Surroundings::default() };
        let open = found(&form, &around, "unmeasured-goal");
        assert_eq!(open.len(), 1);
        let mended = apply(&form, open[0].remedy.as_ref().unwrap());
        assert_eq!(found(&mended, &around, "unmeasured-goal"), []);
    }

    #[test]
    fn a_goal_that_the_office_measures_itself_only_lacks_what_users_think() {
        let form = form_with(vec![rated("overall", "Nel complesso?")]);
        let rings =
            |beside| Measured { goal: code("rings"), title: text("Tre squilli"), needed: None, beside: Some(code(beside)) };
        let measured = [goal("courtesy"), rings("phone_wait"), rings("courtesy")];
        let around = Surroundings { measured: Some(&measured), ..Surroundings::default() };
        assert_eq!(found(&form, &around, "unmeasured-goal").len(), 1);
        let lacking = found(&form, &around, "unjudged-goal");
        assert_eq!(lacking.len(), 1, "what a goal needs is said once");
        let mended = apply(&form, lacking[0].remedy.as_ref().unwrap());
        assert_eq!(found(&mended, &around, "unjudged-goal"), []);
    }

    #[test]
    fn a_number_that_nothing_uses_is_told_only_where_the_goals_are_known() {
        let form = form_with(vec![rated("overall", "Nel complesso?"), number("visits", "Quante volte?")]);
        assert_eq!(found(&form, &Surroundings::default(), "unused-question"), []);
        let around = Surroundings { measured: Some(&[]), ..Surroundings::default() };
        let unused = found(&form, &around, "unused-question");
        assert_eq!(unused[0].at, Place::Question(code("visits")));
        assert_eq!(found(&apply(&form, unused[0].remedy.as_ref().unwrap()), &around, "unused-question"), []);
        let mut routed = form.clone();
        routed.pages[0].questions.push(rated("later", "E poi?"));
        routed.pages[0].questions[2].show_if = Some(Condition::Answered { field: code("visits") });
        assert_eq!(found(&routed, &around, "unused-question"), [], "a condition uses it");
    }
}
