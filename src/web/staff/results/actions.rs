//! What follows from the results: why goals were missed, what will be done about it, and what became of it.

use super::{address, heading, problem_of, tabs};
use crate::analysis::GoalFinding;
use crate::charter::{Standard, Verdict};
use crate::flows::read_results::{Outline, read_outline, read_results};
use crate::flows::record_figures::{conclude_action, promise_action, record_cause as keep_cause};
use crate::flows::{Refused, thing};
use crate::follow_up::{ActionState, ImprovementAction};
use crate::ids::{ActionId, EditionId};
use crate::language::{date, read_day};
use crate::store;
use crate::store::improvement_action::NewAction;
use crate::text::Code;
use crate::web::pages::{Place, TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Area, Desk, Order, done};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// Goals that were not reached, and actions.
#[derive(Template)]
#[template(path = "actions.html")]
struct ActionsPage<'a> {
    frame: WorkplaceFrame<'a>,
    heading: String,
    tabs: Vec<Place>,
    /// Whether answers still come in: then no goal has a verdict yet.
    waiting: bool,
    goals: Vec<OpenGoal>,
    /// The actions of the edition before and of this one, each with its heading.
    lists: Vec<(String, Vec<ShownAction>)>,
    /// The fields of a new action but the goal.
    typed: Vec<TypedField>,
    goal: TypedField,
    outcomes: Vec<(&'static str, String)>,
    may_work: bool,
    secret: &'a str,
    address: String,
}

/// A goal that was not reached.
struct OpenGoal {
    code: String,
    title: String,
    verdict: String,
    cause: String,
    /// What is wrong with the cause; "" for nothing.
    problem: String,
    /// Whether it was missed and nothing is promised about it.
    without_action: bool,
}

/// An action on the page.
struct ShownAction {
    id: ActionId,
    what: String,
    details: String,
    state: String,
    outcome: String,
    open: bool,
    late: bool,
    /// The code of its state.
    from: &'static str,
    /// The state and the outcome that were typed and refused, and why.
    typed: (String, String, String),
}

/// `GET /staff/editions/{id}/actions`.
pub async fn show(desk: Desk, edition: Path<i64>) -> HttpResponse {
    let outcome = show_all(&desk, EditionId(edition.into_inner()), None).await;
    desk.visit.conclude(outcome)
}

/// `POST /staff/editions/{id}/actions`: promises one.
pub async fn promise(order: Order, edition: Path<i64>) -> HttpResponse {
    let edition = EditionId(edition.into_inner());
    let promised = promise_one(&order, edition).await;
    answer(&order, edition, promised, "results-done-action").await
}

/// `POST /staff/editions/{id}/causes`: why a goal was missed.
pub async fn record_cause(order: Order, edition: Path<i64>) -> HttpResponse {
    let edition = EditionId(edition.into_inner());
    let kept = keep(&order, edition).await;
    answer(&order, edition, kept, "results-done-cause").await
}

/// `POST /staff/editions/{id}/outcomes`: what became of an action.
pub async fn conclude(order: Order, edition: Path<i64>) -> HttpResponse {
    let edition = EditionId(edition.into_inner());
    let concluded = conclude_one(&order, edition).await;
    answer(&order, edition, concluded, "results-done-outcome").await
}

/// After a change the page again; what was refused stays typed, with what to change.
async fn answer(order: &Order, edition: EditionId, outcome: Result<(), Problem>, key: &'static str) -> HttpResponse {
    let desk = &order.desk;
    let response = match outcome {
        Ok(()) => Ok(done(&format!("{}/actions", address(edition)), key)),
        Err(Problem::Refused(refused @ Refused::Invalid(..))) => show_all(desk, edition, Some((&order.posted, &refused))).await,
        Err(problem) => Err(problem),
    };
    desk.visit.conclude(response)
}

async fn promise_one(order: &Order, edition: EditionId) -> Result<(), Problem> {
    let value = |name| order.posted.value(name).to_owned();
    let due_on = read_day(&value("due_on")).ok_or(Refused::Invalid("due_on", "results-no-day"))?;
    let new = NewAction { standard: value("goal"), what: value("what"), owner: value("owner"), due_on };
    order.desk.visit.block(move |site| promise_action(site, edition, &new).map(|_| ())).await
}

async fn keep(order: &Order, edition: EditionId) -> Result<(), Problem> {
    let standard = Code::parse(order.posted.value("standard")).ok_or(Refused::NotThere(thing::CHARTER))?;
    let cause = order.posted.value("cause").to_owned();
    order.desk.visit.block(move |site| keep_cause(site, edition, &standard, &cause)).await
}

async fn conclude_one(order: &Order, edition: EditionId) -> Result<(), Problem> {
    let action = order.posted.value("action").parse().map(ActionId).map_err(|_| Refused::NotThere(thing::ACTION))?;
    let state = |name| ActionState::parse(order.posted.value(name)).ok_or(Refused::NotThere(thing::ACTION));
    let (from, to) = (state("from")?, state("state")?);
    let outcome = order.posted.value("outcome").to_owned();
    order.desk.visit.block(move |site| conclude_action(site, edition, action, from, to, &outcome)).await
}

async fn show_all(desk: &Desk, id: EditionId, typed: Option<(&Posted, &Refused)>) -> Result<HttpResponse, Problem> {
    let gathered = desk.visit.block(move |site| {
        let outline = read_outline(site, id)?;
        let goals = if outline.takes_answers() { Vec::new() } else { read_results(site, id)?.findings.goals().to_vec() };
        let earlier = outline.edition.compared_with;
        let (before, now, causes) = site.store.read(|db| {
            let before = earlier.map_or(Ok(Vec::new()), |earlier| store::improvement_action::list(db, earlier))?;
            Ok((before, store::improvement_action::list(db, id)?, store::goal_cause::list(db, id)?))
        })?;
        Ok((outline, goals, before, now, causes))
    });
    let (outline, goals, before, now, causes) = gathered.await?;
    let heading = heading(desk, &outline.office, &outline.edition);
    let mut frame = desk.frame(heading.clone(), Area::Results);
    frame.simulated = outline.simulated();
    let list = |key: &str, actions: &[ImprovementAction]| {
        (desk.say(key), actions.iter().map(|action| shown(desk, &outline, action, typed)).collect())
    };
    let mut lists = vec![list("results-actions-now", &now)];
    if !before.is_empty() {
        lists.push(list("results-actions-before", &before));
    }
    let goals = open_goals(desk, &outline, &goals, (&causes, &now), typed);
    let fields = fields(desk, typed);
    summarise(&mut frame, &goals, &lists, &fields);
    let outcomes = [ActionState::Done, ActionState::UnderWay, ActionState::Dropped];
    let template = ActionsPage {
        waiting: outline.takes_answers(),
        goals,
        lists,
        typed: fields,
        goal: goal_field(desk, &outline, typed),
        outcomes: outcomes.map(|state| (state.code(), state_words(desk, state))).into(),
        may_work: desk.may_work(),
        secret: desk.secret(),
        address: address(id),
        tabs: tabs(desk, id, "/actions"),
        heading,
        frame,
    };
    Ok(page(if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &template))
}

/// Names every field to mend above the page.
fn summarise(frame: &mut WorkplaceFrame, goals: &[OpenGoal], lists: &[(String, Vec<ShownAction>)], fields: &[TypedField]) {
    for goal in goals {
        frame.mend(format!("{}-cause", goal.code), &frame.say("results-cause"), &goal.problem);
    }
    for action in lists.iter().flat_map(|(_, actions)| actions) {
        frame.mend(format!("a-{}-outcome", action.id), &frame.say("results-outcome"), &action.typed.2);
    }
    for field in fields {
        frame.mend(field.name, &field.words, &field.problem);
    }
}

fn title(desk: &Desk, outline: &Outline, standard: &Standard) -> String {
    let fallback = outline.charter.as_ref().and_then(|charter| charter.languages.first()).unwrap_or(&desk.language);
    standard.title.get(&desk.language, fallback).to_owned()
}

fn standards(outline: &Outline) -> &[Standard] {
    outline.charter.as_ref().map_or(&[], |charter| &charter.standards)
}

fn open_goals(
    desk: &Desk,
    outline: &Outline,
    goals: &[GoalFinding],
    (causes, actions): (&[(String, String)], &[ImprovementAction]),
    typed: Option<(&Posted, &Refused)>,
) -> Vec<OpenGoal> {
    let goals = goals.iter().filter_map(|goal| {
        let (key, missed) = match goal.verdict {
            Verdict::Reached => return None,
            Verdict::NotReached => ("report-verdict-missed", true),
            Verdict::NotDemonstrable(_) => ("report-verdict-open", false),
        };
        let code = goal.standard.code.to_string();
        let typed = typed.filter(|(posted, _)| posted.value("standard") == code);
        let kept = || causes.iter().find(|(own, _)| *own == code).map(|(_, cause)| cause.clone()).unwrap_or_default();
        let promised = actions.iter().any(|action| action.standard == code);
        Some(OpenGoal {
            title: title(desk, outline, &goal.standard),
            verdict: desk.say(key),
            cause: typed.map_or_else(kept, |(posted, _)| posted.value("cause").to_owned()),
            problem: typed.map(|(_, refused)| problem_of(desk, refused, "cause")).unwrap_or_default(),
            without_action: missed && !promised,
            code,
        })
    });
    goals.collect()
}

fn shown(desk: &Desk, outline: &Outline, action: &ImprovementAction, typed: Option<(&Posted, &Refused)>) -> ShownAction {
    let goal = standards(outline).iter().find(|standard| standard.code.as_str() == action.standard);
    let goal = goal.map(|standard| title(desk, outline, standard)).unwrap_or_default();
    let details = [goal, action.owner.clone(), date(&desk.language, action.due_on)];
    let own = typed.filter(|(posted, _)| posted.value("action") == action.id.to_string());
    let typed = own.map(|(posted, refused)| {
        let value = |name| posted.value(name).to_owned();
        (value("state"), value("outcome"), problem_of(desk, refused, "outcome"))
    });
    ShownAction {
        typed: typed.unwrap_or_default(),
        id: action.id,
        what: action.what.clone(),
        details: details.into_iter().filter(|detail| !detail.is_empty()).collect::<Vec<_>>().join(" · "),
        state: state_words(desk, action.state),
        outcome: action.outcome.clone(),
        open: action.state.is_open(),
        late: action.is_late(desk.visit.site.clock.today()),
        from: action.state.code(),
    }
}

fn goal_field(desk: &Desk, outline: &Outline, typed: Option<(&Posted, &Refused)>) -> TypedField {
    let none = (String::new(), desk.say("results-no-goal"));
    let goals = standards(outline).iter().map(|standard| (standard.code.to_string(), title(desk, outline, standard)));
    TypedField {
        name: "goal",
        words: desk.say("results-goal"),
        value: typed.map(|(posted, _)| posted.value("goal").to_owned()).unwrap_or_default(),
        options: std::iter::once(none).chain(goals).collect(),
        ..TypedField::default()
    }
}

fn fields(desk: &Desk, typed: Option<(&Posted, &Refused)>) -> Vec<TypedField> {
    let field = |name: &'static str, kind: &'static str| TypedField {
        name,
        words: desk.say(&format!("results-action-{name}")),
        kind,
        value: typed.map(|(posted, _)| posted.value(name).to_owned()).unwrap_or_default(),
        problem: typed.map(|(_, refused)| problem_of(desk, refused, name)).unwrap_or_default(),
        required: true,
        ..TypedField::default()
    };
    vec![field("what", "text"), field("owner", "text"), field("due_on", "date")]
}

fn state_words(desk: &Desk, state: ActionState) -> String {
    desk.say(match state {
        ActionState::Planned => "report-action-planned",
        ActionState::UnderWay => "report-action-under-way",
        ActionState::Done => "report-action-done",
        ActionState::Dropped => "report-action-dropped",
    })
}
