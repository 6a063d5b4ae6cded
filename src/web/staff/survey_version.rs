//! `/staff/surveys/{id}/version`: another version of the questionnaire for a survey that is not closed: what differs, what that means for the
//! answers so far, then the move.

use super::field::language_name;
use super::forms::{self, Change};
use super::plan_page::Maker;
use super::plan_typed::Mistake;
use super::posted::Posted;
use super::session::{Area, Desk, Order, done};
use super::surveys::{address, find};
use crate::flows::move_survey::{Move, list_versions, look_at_move, move_survey};
use crate::flows::words::refusal_in_words;
use crate::flows::{Outcome, Refused};
use crate::form::difference::{Difference, differences};
use crate::form::{Form, Hindrance};
use crate::ids::FormVersionId;
use crate::language::{Argument, integer, list};
use crate::site::Site;
use crate::survey::{Channel, State};
use crate::text::Code;
use crate::web::pages::{TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "staff_survey_version.html")]
struct VersionPage<'a> {
    frame: WorkplaceFrame<'a>,
    survey: String,
    own: String,
    secret: &'a str,
    /// Address, words, whether it is the one looked at.
    versions: Vec<(String, String, bool)>,
    /// `None` where the one looked at is the survey's own.
    wanted: Option<Wanted>,
}

struct Wanted {
    from: i64,
    to: i64,
    effect: Vec<String>,
    hindrances: Vec<String>,
    changes: Vec<Change>,
    /// A draft needs none.
    reason: Option<TypedField>,
}

/// `GET`: the newest version, or the one asked for.
pub async fn show(desk: Desk, survey: Path<String>) -> HttpResponse {
    let outcome = show_it(&desk, &survey, &Posted::default(), &[]).await;
    desk.visit.conclude(outcome)
}

/// `POST`: moves it.
pub async fn change(order: Order, survey: Path<String>) -> HttpResponse {
    let outcome = move_it(&order, &survey).await;
    order.desk.visit.conclude(outcome)
}

/// The versions of the form, the newest first, and what the move to one of them would mean.
fn gather(site: &Site, typed: &str, asked: Option<i64>) -> Outcome<(Vec<FormVersionId>, Move)> {
    let survey = find(site, typed)?;
    let versions: Vec<FormVersionId> = list_versions(site, &survey)?.into_iter().map(|version| version.id).collect();
    let to = asked.map(FormVersionId).or_else(|| versions.first().copied()).unwrap_or(survey.form_version);
    Ok((versions, look_at_move(site, survey.id, to)?))
}

async fn show_it(desk: &Desk, typed: &str, posted: &Posted, mistakes: &[Mistake]) -> Result<HttpResponse, Problem> {
    if !desk.may_work() {
        return Err(Refused::MayNot.into());
    }
    let number = |text: &str| text.parse::<i64>().ok();
    let asked = number(posted.value("to")).or_else(|| desk.visit.asked("to").and_then(number));
    let typed = typed.to_owned();
    let (versions, wanted) = desk.visit.block(move |site| gather(site, &typed, asked)).await?;
    let own = address(wanted.survey.id);
    let named = versions.iter().rev().enumerate().map(|(at, id)| {
        let key = if *id == wanted.from.id { "move-version-own" } else { "forms-version-number" };
        let words = desk.say_with(key, &[("number", (at + 1).to_string().into())]);
        (format!("{own}/version?to={id}"), words, *id == wanted.to.id)
    });
    let make = Maker { desk, posted, mistakes };
    let mut frame = desk.frame(desk.say("move-title"), Area::Surveys);
    frame.simulated = wanted.survey.simulated;
    make.summarise(&mut frame);
    let reason = (wanted.survey.state != State::Draft)
        .then(|| TypedField { hint: desk.say("move-reason-hint"), ..make.field("reason", "text", true) });
    let shown = VersionPage {
        frame,
        survey: wanted.survey.title.clone(),
        secret: desk.secret(),
        versions: named.collect(),
        wanted: (wanted.from.id != wanted.to.id).then(|| told(desk, &wanted, reason)),
        own,
    };
    Ok(page(if mistakes.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &shown))
}

fn told(desk: &Desk, wanted: &Move, reason: Option<TypedField>) -> Wanted {
    Wanted {
        from: wanted.from.id.0,
        to: wanted.to.id.0,
        effect: if wanted.is_possible() { effect(desk, wanted) } else { Vec::new() },
        hindrances: hindrances(desk, wanted),
        changes: forms::changes(desk, &wanted.from.form, &wanted.to.form),
        reason,
    }
}

/// What the move means for answers given, answers under way, paper and trends.
fn effect(desk: &Desk, wanted: &Move) -> Vec<String> {
    let Move { survey, from, to, responses, .. } = wanted;
    let untranslated = untranslated(desk, &to.form);
    if survey.state == State::Draft {
        return std::iter::once(desk.say("move-draft")).chain(untranslated).collect();
    }
    let (mut added, mut reworded, mut moved) = (0, Vec::new(), 0);
    for difference in differences(&from.form, &to.form) {
        match difference {
            Difference::Added(_) => added += 1,
            Difference::Moved(_) => moved += 1,
            Difference::Text { place, before, .. } if !before.is_empty() => reworded.push(place),
            _ => {}
        }
    }
    reworded.dedup();
    let counted = |key: &str, count: usize| desk.say_with(key, &[("count", Argument::Count(count as u64))]);
    let kept = [("count", Argument::Count(*responses)), ("responses", integer(&desk.language, *responses).into())];
    let mut lines = vec![desk.say_with("move-responses", &kept)];
    if added > 0 {
        lines.push(counted("move-added", added));
    }
    if moved > 0 {
        lines.push(desk.say("move-order"));
    }
    if !reworded.is_empty() {
        lines.push(counted("move-reworded", reworded.len()));
    }
    lines.extend(untranslated);
    if survey.state == State::Open {
        lines.push(desk.say("move-under-way"));
    }
    if survey.channels.contains(&Channel::Paper) {
        lines.push(desk.say("move-paper"));
    }
    lines.push(desk.say("move-seal"));
    lines
}

/// Where something is not translated: in which languages, and in which one it is read.
fn untranslated(desk: &Desk, form: &Form) -> Option<String> {
    let texts = form.texts();
    let lacking = form.languages.iter().skip(1).filter(|own| texts.iter().any(|(_, texts)| !texts.has(own)));
    let lacking: Vec<String> = lacking.map(language_name).collect();
    let values = [("languages", list(&desk.language, &lacking).into()), ("first", language_name(form.fallback()).into())];
    (!lacking.is_empty()).then(|| desk.say_with("move-untranslated", &values))
}

fn hindrances(desk: &Desk, wanted: &Move) -> Vec<String> {
    let named = |key: &str, form: &Form, code: &Code| {
        let name = forms::name_of(&desk.language, form, code);
        desk.say_with(key, &[("name", name.into())])
    };
    let (from, to) = (&wanted.from.form, &wanted.to.form);
    let line = |hindrance: &Hindrance| match hindrance {
        Hindrance::Gone(code) => named("move-hindered-gone", from, code),
        Hindrance::Answered(code) => named("move-hindered-answered", to, code),
        Hindrance::Asked(code) => named("move-hindered-asked", to, code),
        Hindrance::Required(code) => named("move-hindered-required", to, code),
        Hindrance::Shorter(code) => named("move-hindered-shorter", to, code),
    };
    let mut lines: Vec<String> = wanted.hindrances.iter().map(line).collect();
    if !wanted.parted.is_empty() {
        let titles: Vec<String> =
            wanted.parted.iter().map(|own| desk.say_with("report-quoted", &[("text", own.title.as_str().into())])).collect();
        lines.push(desk.say_with("move-hindered-parted", &[("surveys", list(&desk.language, &titles).into())]));
    }
    lines
}

async fn move_it(order: &Order, typed: &str) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    if !desk.may_work() {
        return Err(Refused::MayNot.into());
    }
    let version = |name: &str| FormVersionId(posted.value(name).parse().unwrap_or(0));
    let (seen, to, reason, survey) = (version("from"), version("to"), posted.value("reason").to_owned(), typed.to_owned());
    let moved = desk.visit.block(move |site| {
        let id = find(site, &survey)?.id;
        move_survey(site, id, seen, to, &reason).map(|()| id)
    });
    match moved.await {
        Ok(id) => Ok(done(&address(id), "staff-done-moved")),
        Err(Problem::Refused(invalid @ Refused::Invalid(field, _))) => {
            let mistakes = [Mistake { field, words: refusal_in_words(&desk.language, &invalid) }];
            show_it(desk, typed, posted, &mistakes).await
        }
        Err(problem) => Err(problem),
    }
}
