//! `/staff/surveys/{id}`: one survey: where it stands, its links, its counts, its kiosks, its goals and its seals.

use super::arrivals::{Arrivals, arrivals};
use super::field::language_name;
use super::goals::{GoalRow, goal_rows, out_of_years};
use super::poster::PosterChoice;
use super::session::{Area, Desk, Order, done};
use super::snippet::Snippet;
use super::surveys::{address, days, find, next_step};
use crate::charter::{self, Charter};
use crate::flows::design_form::newest_of;
use crate::flows::place_kiosk::{kiosk_link, place_kiosk, revoke_kiosk};
use crate::flows::plan_survey::duplicate_survey;
use crate::flows::words::refusal_in_words;
use crate::flows::{Failed, Outcome, Refused, thing};
use crate::form::{Choice, Form};
use crate::ids::{KioskId, SurveyId};
use crate::language::{date, integer, list};
use crate::office::Office;
use crate::site::{FormVersion, Site};
use crate::store::{self, Database, StoreError, seal::Seal, survey::Plan};
use crate::survey::{Channel, Edition, Kiosk, State, Survey, Universe};
use crate::text::{Language, Texts};
use crate::web::doorway::languages_of;
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use chrono::NaiveDate;
use std::sync::Arc;

/// The page.
#[derive(Template)]
#[template(path = "staff_survey.html")]
struct SurveyPage<'a> {
    frame: WorkplaceFrame<'a>,
    own: String,
    secret: &'a str,
    may_work: bool,
    state: &'static str,
    state_words: String,
    next: String,
    crowd: String,
    /// Whether its form has a newer version than it asks.
    newer_version: bool,
    facts: Vec<(String, String)>,
    /// Where anybody answers, while the survey is open to the web.
    public_link: Option<String>,
    /// What its poster may be like, as long as it leads to the questionnaire.
    poster: Option<PosterChoice>,
    /// The code for pages of the body's sites, while they are asked there.
    snippet: Option<Snippet>,
    results: Option<String>,
    keys_in: Option<String>,
    /// Whether a file of answers may be brought.
    imports: bool,
    has_kiosk: bool,
    has_contacts: bool,
    /// Whether there are invitations to follow.
    has_invitations: bool,
    kiosks: Vec<KioskRow>,
    place: String,
    place_problem: String,
    total: String,
    planned: Option<(u64, u64, String)>,
    by_channel: Vec<(String, String, String)>,
    arrivals: Option<Arrivals>,
    groups: Vec<(String, String)>,
    groups_caption: String,
    goals: Vec<GoalRow>,
    goals_flag: String,
    seals: Vec<SealRow>,
    duplicate: String,
}

struct KioskRow {
    place: String,
    link: String,
    revoke: String,
    revoked: bool,
}

struct SealRow {
    number: i32,
    day: String,
    reason: String,
    hash: String,
    body: String,
}

struct Facts {
    survey: Survey,
    edition: Edition,
    office: Office,
    plan: Plan,
    universe: Universe,
    version: Arc<FormVersion>,
    charter: Option<Charter>,
    by_channel: Vec<(Channel, u64)>,
    by_day: Vec<(NaiveDate, Channel, u64)>,
    kiosks: Vec<(Kiosk, String)>,
    seals: Vec<Seal>,
    published: bool,
    newer_version: bool,
    invited: u64,
    invitations: u64,
    opted_out: u64,
}

/// `GET`: the page.
pub async fn show(desk: Desk, survey: Path<String>) -> HttpResponse {
    let outcome = show_survey(&desk, survey.into_inner(), None).await;
    desk.visit.conclude(outcome)
}

/// The page; with the place of a kiosk as it was typed, and what is wrong with it.
async fn show_survey(desk: &Desk, typed: String, place: Option<(&str, String)>) -> Result<HttpResponse, Problem> {
    let facts = desk.visit.block(move |site| gather(site, &typed)).await?;
    let status = if place.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (place, problem) = place.unwrap_or_default();
    let mut shown = view(desk, &facts);
    shown.frame.mend("place", &desk.say("staff-kiosk-place"), &problem);
    Ok(page(status, &SurveyPage { place: place.to_owned(), place_problem: problem, ..shown }))
}

fn gather(site: &Site, typed: &str) -> Outcome<Facts> {
    let survey = find(site, typed)?;
    let id = survey.id;
    let version = site.form_version(survey.form_version)?;
    let (edition, office, plan, universe, charter, published) = site.store.read(|db| {
        let edition = store::edition::find(db, survey.edition)?;
        let office = store::office::find(db, edition.office)?;
        let plan = store::survey::plan(db, id)?;
        let charter = plan.charter.map(|charter| store::charter::find(db, charter)).transpose()?;
        let published = !store::publication::list(db, edition.id)?.is_empty();
        Ok((edition, office, plan, store::universe::find(db, id)?, charter, published))
    })?;
    let (by_channel, by_day, kiosks, seals) = site.store.read(|db| {
        let counts = (store::response::count_by_channel(db, id)?, store::response::count_by_day(db, id)?);
        Ok((counts.0, counts.1, store::kiosk::list(db, id)?, store::seal::list(db, id)?))
    })?;
    let (invited, opted_out, invitations) = site
        .store
        .read(|db| Ok((count_invited(db, id)?, store::contact::count_opted_out(db, id)?, store::invitation::count(db, id)?)))?;
    let charter = charter
        .map(|kept| charter::parse(kept.code.as_str(), &kept.source).map_err(|_| Failed::Broken(format!("charter {}", kept.id))));
    let linked = kiosks.into_iter().map(|kiosk| {
        // A closed survey has no key any more, hence no link.
        let works = !kiosk.revoked && survey.state != State::Closed;
        let link = if works { kiosk_link(site, &kiosk)? } else { String::new() };
        Ok((kiosk, link))
    });
    let kiosks = linked.collect::<Outcome<Vec<_>>>()?;
    let charter = charter.transpose()?;
    let newest = newest_of(site, &version.form.code)?;
    Ok(Facts {
        newer_version: survey.state != State::Closed && newest.is_some_and(|newest| newest.id > survey.form_version),
        survey,
        edition,
        office,
        plan,
        universe,
        version,
        charter,
        by_channel,
        by_day,
        kiosks,
        seals,
        published,
        invited,
        invitations,
        opted_out,
    })
}

/// Who is to be invited: the list, or who was drawn from it; once the contacts are forgotten, who was.
fn count_invited(db: &mut Database, survey: SurveyId) -> Result<u64, StoreError> {
    match store::contact::count(db, survey)? {
        0 => store::invitation::count(db, survey),
        contacts if store::sample::list(db, survey)?.is_empty() => Ok(contacts),
        _ => store::contact::count_drawn(db, survey),
    }
}

/// Among fewer persons it may be guessed who answered: the least crowd that the program promises to stand behind an answer.
const LEAST_CROWD: u64 = 10;

/// What is to be said where few were invited, or few are left of them.
fn crowd_warning(desk: &Desk, facts: &Facts) -> String {
    let left = facts.invited.saturating_sub(facts.opted_out);
    let (key, count) = match facts.invited {
        0 => return String::new(),
        invited if invited < LEAST_CROWD => ("staff-crowd-invited", invited),
        _ if left < LEAST_CROWD => ("staff-crowd-left", left),
        _ => return String::new(),
    };
    desk.say_with(key, &[("count", count.into())])
}

fn view<'a>(desk: &'a Desk, facts: &Facts) -> SurveyPage<'a> {
    let survey = &facts.survey;
    let language = &desk.language;
    let total: u64 = facts.by_channel.iter().map(|(_, count)| count).sum();
    let mut frame = desk.frame(survey.title.clone(), Area::Surveys);
    frame.simulated = survey.simulated;
    let keyed_in = survey.channels.iter().any(|channel| matches!(channel, Channel::Desk | Channel::Phone | Channel::Paper));
    let taking = survey.state.takes_answers();
    let answers_on_web = survey.state == State::Open && survey.channels.contains(&Channel::Web);
    let planned = facts.plan.planned_responses;
    let (groups_caption, groups) = group_rows(desk, facts);
    SurveyPage {
        frame,
        own: address(survey.id),
        secret: desk.secret(),
        may_work: desk.may_work(),
        state: survey.state.code(),
        state_words: desk.say(&format!("state-{}", survey.state.code())),
        next: next_step(desk, survey, facts.published),
        crowd: crowd_warning(desk, facts),
        newer_version: facts.newer_version,
        facts: fact_lines(desk, facts),
        public_link: answers_on_web.then(|| format!("{}/q/{}", desk.visit.site.base_url, survey.code)),
        poster: PosterChoice::of(desk, survey, &facts.version.form),
        snippet: Snippet::of(desk, survey, &facts.version.form),
        results: (survey.state != State::Draft).then(|| format!("/staff/editions/{}", survey.edition)),
        keys_in: (keyed_in && taking && desk.may_work()).then(|| format!("/d/{}", survey.code)),
        imports: taking && desk.may_work(),
        // A draft has no links yet.
        has_kiosk: survey.state != State::Draft && survey.channels.contains(&Channel::Kiosk),
        has_contacts: survey.channels.contains(&Channel::Email),
        has_invitations: facts.invitations > 0,
        kiosks: facts.kiosks.iter().map(|(kiosk, link)| kiosk_row(survey, kiosk, link)).collect(),
        place: String::new(),
        place_problem: String::new(),
        total: integer(language, total),
        planned: (planned > 0).then(|| (total.min(planned), planned, integer(language, planned))),
        by_channel: channel_rows(desk, facts),
        arrivals: arrivals(desk, survey, planned, &facts.by_day),
        groups,
        groups_caption,
        goals: facts.charter.as_ref().map(|charter| goals(desk, charter, facts)).unwrap_or_default(),
        goals_flag: facts.charter.as_ref().map(|own| out_of_years(desk, own, facts.edition.year)).unwrap_or_default(),
        seals: facts.seals.iter().map(|seal| seal_row(desk, seal)).collect(),
        duplicate: desk.say_with("staff-duplicate-for", &[("year", (facts.edition.year + 1).to_string().into())]),
    }
}

fn goals(desk: &Desk, charter: &Charter, facts: &Facts) -> Vec<GoalRow> {
    goal_rows(desk, charter, &facts.version.form, facts.edition.year)
}

/// The question that groups users, and the contacts of each of its choices, as far as stated.
fn group_rows(desk: &Desk, facts: &Facts) -> (String, Vec<(String, String)>) {
    let Some(groups) = &facts.universe.groups else { return Default::default() };
    let form = &facts.version.form;
    let own = |texts: &Texts| texts.get(&desk.language, form.fallback()).to_owned();
    let question = form.profile_questions().find(|(question, _)| question.code == groups.question);
    let Some((question, choices)) = question else { return Default::default() };
    let unknown = || desk.say("staff-not-known");
    let row = |choice: &Choice| {
        let contacts = groups.of(&choice.code).map_or_else(unknown, |contacts| integer(&desk.language, contacts));
        (own(&choice.label), contacts)
    };
    let caption = desk.say_with("staff-groups", &[("question", own(&question.text).into())]);
    (caption, choices.iter().map(row).collect())
}

fn fact_lines(desk: &Desk, facts: &Facts) -> Vec<(String, String)> {
    let language = &desk.language;
    let form = &facts.version.form;
    let revision = facts.version.text_revision.to_string();
    let title = form.title.get(language, form.fallback()).to_owned();
    let charter = facts.charter.as_ref();
    let charter = charter.map_or_else(
        || desk.say("staff-no-charter"),
        |charter| format!("{} ({})", charter.title.get(language, &charter.languages[0]), charter.act),
    );
    let days = u64::from(facts.survey.collecting_days);
    let universe = facts.universe.total();
    vec![
        (desk.say("staff-office"), facts.office.name.clone()),
        (desk.say("staff-year"), facts.edition.year.to_string()),
        (desk.say("staff-column-days"), self::days(desk, &facts.survey)),
        (desk.say("staff-collecting-days"), integer(language, days)),
        (desk.say("staff-form"), desk.say_with("staff-form-version", &[("title", title.into()), ("revision", revision.into())])),
        (desk.say("languages-offered"), languages_told(desk, form)),
        (desk.say("staff-charter"), charter),
        (desk.say("staff-universe"), if universe > 0 { integer(language, universe) } else { desk.say("staff-not-known") }),
        (desk.say("staff-privacy-threshold"), integer(language, facts.plan.privacy_threshold.into())),
    ]
}

/// In which languages citizens get the questionnaire, and in which others it is written, which the body does not offer.
fn languages_told(desk: &Desk, form: &Form) -> String {
    let language = &desk.language;
    let offered = languages_of(form, &desk.visit.site);
    let named = |own: &[Language]| list(language, &own.iter().map(language_name).collect::<Vec<_>>());
    let others: Vec<Language> = form.languages.iter().filter(|own| !offered.contains(own)).cloned().collect();
    match others.is_empty() {
        true => named(&offered),
        false => {
            let values = [("offered", named(&offered).into()), ("others", named(&others).into())];
            desk.say_with("languages-not-offered", &values)
        }
    }
}

fn channel_rows(desk: &Desk, facts: &Facts) -> Vec<(String, String, String)> {
    let shown = Channel::ALL.into_iter().filter_map(|channel| {
        let count = facts.by_channel.iter().find(|(own, _)| *own == channel).map(|(_, count)| *count);
        if count.is_none() && !facts.survey.channels.contains(&channel) {
            return None;
        }
        let universe = facts.universe.of(channel).map(|contacts| integer(&desk.language, contacts));
        let words = desk.say(&format!("channel-{}", channel.code()));
        Some((words, integer(&desk.language, count.unwrap_or(0)), universe.unwrap_or_else(|| "–".to_owned())))
    });
    shown.collect()
}

fn kiosk_row(survey: &Survey, kiosk: &Kiosk, link: &str) -> KioskRow {
    KioskRow {
        place: kiosk.place.clone(),
        link: link.to_owned(),
        revoke: format!("{}/kiosks/{}/revoke", address(survey.id), kiosk.id),
        revoked: kiosk.revoked,
    }
}

fn seal_row(desk: &Desk, seal: &Seal) -> SealRow {
    let day = desk.visit.site.clock.local(seal.sealed_at).date();
    let day = date(&desk.language, day);
    SealRow { number: seal.number, day, reason: seal.reason.clone(), hash: seal.hash.clone(), body: seal.body.clone() }
}

/// `POST`: next year's survey like this one, as a draft to look over.
pub async fn duplicate(order: Order, typed: Path<String>) -> HttpResponse {
    let planned = order.desk.visit.block(move |site| {
        let survey = find(site, &typed)?;
        let edition = site.store.read(|db| store::edition::find(db, survey.edition))?;
        duplicate_survey(site, survey.id, edition.year + 1)
    });
    let led = planned.await.map(|id| done(&format!("{}/edit", address(id)), "staff-done-duplicate"));
    order.desk.visit.conclude(led)
}

/// `POST`: places a kiosk.
pub async fn place(order: Order, typed: Path<String>) -> HttpResponse {
    let typed = typed.into_inner();
    let (survey, place) = (typed.clone(), order.posted.value("place").to_owned());
    let placed = order.desk.visit.block(move |site| place_kiosk(site, find(site, &survey)?.id, &place)).await;
    let outcome = match placed {
        Ok(_) => Ok(done(&format!("/staff/surveys/{typed}"), "staff-done-kiosk")),
        Err(Problem::Refused(refused @ Refused::Invalid(..))) => {
            let words = refusal_in_words(&order.desk.language, &refused);
            show_survey(&order.desk, typed, Some((order.posted.value("place"), words))).await
        }
        Err(problem) => Err(problem),
    };
    order.desk.visit.conclude(outcome)
}

/// `POST`: revokes a kiosk's link.
pub async fn revoke(order: Order, path: Path<(String, i64)>) -> HttpResponse {
    let (typed, kiosk) = path.into_inner();
    let own = format!("/staff/surveys/{typed}");
    let revoked = order.desk.visit.block(move |site| {
        let survey = find(site, &typed)?.id;
        let kiosks = site.store.read(|db| store::kiosk::list(db, survey))?;
        let own = kiosks.iter().any(|own| own.id == KioskId(kiosk));
        if own { revoke_kiosk(site, KioskId(kiosk)) } else { Err(Refused::NotThere(thing::KIOSK).into()) }
    });
    order.desk.visit.conclude(revoked.await.map(|()| done(&own, "staff-done-revoked")))
}
