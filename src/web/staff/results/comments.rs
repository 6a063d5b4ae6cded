//! Comments: read by a person, after closing, before any of them is published.

use super::waiting::show_counts;
use super::{address, find_edition, heading, tabs};
use crate::flows::moderate_comments::moderate_comment;
use crate::flows::{Refused, thing};
use crate::follow_up::{Comment, Moderation};
use crate::ids::{CommentId, EditionId, SurveyId};
use crate::language::{Argument, say_with};
use crate::site::Site;
use crate::store;
use crate::web::pages::{Place, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::staff::session::{Area, Desk, Order, see};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// How many comments of a survey one page shows.
const MOST: u32 = 50;

/// The comments with one decision.
#[derive(Template)]
#[template(path = "comments.html")]
struct CommentsPage<'a> {
    frame: WorkplaceFrame<'a>,
    heading: String,
    tabs: Vec<Place>,
    states: Vec<Place>,
    comments: Vec<Shown>,
    /// The decisions that can be made: code and words.
    decisions: Vec<(&'static str, String)>,
    /// The code of the decision made so far.
    from: &'static str,
    /// How many comments of each survey stand on the pages before.
    after: u32,
    /// Where those are that this page has no room for.
    next: Option<String>,
    may_work: bool,
    secret: &'a str,
    address: String,
}

/// A comment on the page.
struct Shown {
    survey: SurveyId,
    id: String,
    text: String,
}

/// `GET`: the comments with the decision that the address names, those nobody read first.
pub async fn show(desk: Desk, edition: Path<i64>) -> HttpResponse {
    let state = desk.visit.asked("state").and_then(Moderation::parse).unwrap_or(Moderation::Pending);
    let after = desk.visit.asked("after").and_then(|after| after.parse().ok()).unwrap_or(0);
    let outcome = list(&desk, EditionId(edition.into_inner()), state, after).await;
    desk.visit.conclude(outcome)
}

/// `POST`: approves or refuses one.
pub async fn decide(order: Order, edition: Path<i64>) -> HttpResponse {
    let edition = EditionId(edition.into_inner());
    let outcome = decide_one(&order, edition).await;
    order.desk.visit.conclude(outcome)
}

async fn decide_one(order: &Order, edition: EditionId) -> Result<HttpResponse, Problem> {
    let posted = &order.posted;
    let survey = posted.value("survey").parse().map(SurveyId).ok();
    let comment = CommentId::from_hex(posted.value("comment"));
    let (from, to) = (Moderation::parse(posted.value("from")), Moderation::parse(posted.value("to")));
    let after: u32 = posted.value("after").parse().unwrap_or(0);
    let (Some(survey), Some(comment), Some(from), Some(to)) = (survey, comment, from, to) else {
        return Err(Refused::NotThere(thing::COMMENT).into());
    };
    let moderate = move |site: &Site| {
        // The address names the edition: what it does not hold is not there.
        let holds = site.store.read(|db| Ok(store::survey::list_of(db, edition)?.iter().any(|own| own.id == survey)))?;
        if holds { moderate_comment(site, survey, comment, from, to) } else { Err(Refused::NotThere(thing::COMMENT).into()) }
    };
    order.desk.visit.block(moderate).await?;
    Ok(see(&format!("{}/comments?state={}&after={after}&done=results-done-comment", address(edition), from.code())))
}

async fn list(desk: &Desk, id: EditionId, state: Moderation, after: u32) -> Result<HttpResponse, Problem> {
    if let Some(counts) = show_counts(desk, id, "/comments").await? {
        return Ok(counts);
    }
    let gathered = desk.visit.block(move |site| {
        let (office, edition) = find_edition(site, id)?;
        let (surveys, counts, comments, more) = site.store.read(|db| {
            let surveys = store::survey::list_of(db, id)?;
            let (mut counts, mut comments, mut more) = (Vec::new(), Vec::new(), false);
            for survey in &surveys {
                counts.extend(store::comment::count_by_moderation(db, survey.id)?);
                let mut own = store::comment::list(db, survey.id, state, after.into(), MOST + 1)?;
                more |= own.len() > MOST as usize;
                own.truncate(MOST as usize);
                comments.extend(own.into_iter().map(|comment| (survey.id, comment)));
            }
            Ok((surveys, counts, comments, more))
        })?;
        Ok((office, edition, surveys, counts, comments, more))
    });
    let (office, edition, surveys, counts, comments, more) = gathered.await?;
    let fullest = counts.iter().filter(|(own, _)| *own == state).map(|(_, count)| *count).max().unwrap_or(0);
    let last_page = u32::try_from(fullest.saturating_sub(1)).unwrap_or(0) / MOST * MOST;
    if after > last_page {
        // The last one of its page was decided.
        let done = if desk.visit.asked("done").is_some() { "&done=results-done-comment" } else { "" };
        return Ok(see(&format!("{}/comments?state={}&after={last_page}{done}", address(id), state.code())));
    }
    let heading = heading(desk, &office, &edition);
    let mut frame = desk.frame(heading.clone(), Area::Results);
    frame.simulated = surveys.iter().any(|survey| survey.simulated);
    let decisions = [Moderation::Approved, Moderation::Refused].into_iter().filter(|to| *to != state);
    let template = CommentsPage {
        frame,
        heading,
        tabs: tabs(desk, id, "/comments"),
        states: states(desk, id, state, &counts),
        comments: comments.into_iter().map(shown).collect(),
        decisions: decisions.map(|to| (to.code(), desk.say(&format!("results-decide-{}", to.code())))).collect(),
        from: state.code(),
        after,
        next: more.then(|| format!("{}/comments?state={}&after={}", address(id), state.code(), after.saturating_add(MOST))),
        may_work: desk.may_work(),
        secret: desk.secret(),
        address: address(id),
    };
    Ok(page(StatusCode::OK, &template))
}

fn shown((survey, comment): (SurveyId, Comment)) -> Shown {
    Shown { survey, id: comment.id.to_hex(), text: comment.text }
}

/// The decisions with how many comments have each.
fn states(desk: &Desk, id: EditionId, current: Moderation, counts: &[(Moderation, u64)]) -> Vec<Place> {
    let place = |state: Moderation| {
        let count: u64 = counts.iter().filter(|(own, _)| *own == state).map(|(_, count)| count).sum();
        let key = format!("results-comments-{}", state.code());
        Place {
            words: say_with(&desk.language, &key, &[("count", Argument::Count(count))]),
            address: format!("{}/comments?state={}", address(id), state.code()),
            current: state == current,
        }
    };
    [Moderation::Pending, Moderation::Approved, Moderation::Refused].map(place).into()
}
