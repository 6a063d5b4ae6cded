//! `.../history`: every step of a draft, and the way back to each.

use super::instead::{Shown, conclude};
use super::words::name_of;
use super::{ALL, draft_address, gather, number_of};
use crate::flows::design_form::{Designed, list_steps, restore_design};
use crate::form::Form;
use crate::language::{say, say_with};
use crate::store::form_draft::Step;
use crate::text::{Code, Language};
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::session::{Area, Desk, Order, done};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The first step.
const BEGUN: &str = "begun";

/// How many steps are listed.
const MOST: i64 = 300;

/// The page.
#[derive(Template)]
#[template(path = "form_history.html")]
struct HistoryPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    revision: i32,
    steps: Vec<Row>,
    secret: &'a str,
}

struct Row {
    revision: i32,
    what: String,
    /// What was not carried from another program's file: each with the address and name of its question, where that is known.
    reasons: Vec<Reason>,
    by: String,
    at: String,
    now: bool,
}

/// A line, and the address and name of the question that it is about.
type Reason = (String, Option<(String, String)>);

/// What was done in a step, in words; `steps` are those of the draft.
fn step_in_words(language: &Language, steps: &[Step], step: &Step) -> String {
    let undone = || undone_by(steps, step).map(|undone| step_in_words(language, steps, undone));
    let number = [("number", step.about.clone().into())];
    match step.what.as_str() {
        "undone" => match undone() {
            Some(undone) => say_with(language, "forms-step-undone-what", &[("step", undone.into())]),
            None => say_with(language, "forms-step-undone", &number),
        },
        "restored" => say_with(language, "forms-step-restored", &number),
        what => {
            let what = say(language, &format!("forms-step-{what}"));
            if step.about.is_empty() || step.what == BEGUN { what } else { format!("{what}: {}", step.about) }
        }
    }
}

/// The step that one takes back: that whose state stood before it.
fn undone_by<'s>(steps: &'s [Step], step: &Step) -> Option<&'s Step> {
    let at = |revision: i32| steps.iter().find(|own| own.revision == revision);
    at(at(step.revision - 1)?.stems_from).filter(|own| own.revision < step.revision && own.what != "undone")
}

/// What the last step took back, in words; `None` where it took nothing back.
pub(super) async fn undone(desk: &Desk, designed: &Designed) -> Result<Option<String>, Problem> {
    let id = designed.draft.id;
    let steps = desk.visit.block(move |site| list_steps(site, id, MOST)).await?;
    let undone = steps.first().filter(|step| step.what == "undone").and_then(|step| undone_by(&steps, step));
    Ok(undone.map(|step| step_in_words(&desk.language, &steps, step)))
}

/// The lines on what was not carried, each with the question that it names.
fn reasons(language: &Language, form: &Form, own: &str, told: &str) -> Vec<Reason> {
    let question = |line: &str| {
        let named = line.split(['«', '»', '“', '”', '„']).filter_map(Code::parse).find(|code| form.place_of(code).is_some())?;
        Some((format!("{own}/questions/{named}"), name_of(language, form, &named)))
    };
    told.lines().map(|line| (line.to_owned(), question(line))).collect()
}

/// `GET`.
pub async fn show(desk: Desk, draft: Path<String>) -> HttpResponse {
    let outcome = show_steps(&desk, &draft, None).await;
    conclude(&desk, outcome)
}

async fn show_steps(desk: &Desk, draft: &str, refused: Option<String>) -> Shown {
    let designed = gather(desk, draft).await?;
    let id = designed.draft.id;
    let steps = desk.visit.block(move |site| list_steps(site, id, MOST)).await?;
    let language = &desk.language;
    let row = |step: &Step| {
        let local = desk.visit.site.clock.local(step.at);
        let told = if step.what == BEGUN { step.about.as_str() } else { "" };
        Row {
            revision: step.revision,
            what: step_in_words(language, &steps, step),
            reasons: reasons(language, &designed.form, &draft_address(id), told),
            by: step.by.clone(),
            at: format!("{}, {}", crate::language::date(language, local.date()), local.format("%H:%M")),
            now: step.revision == designed.draft.revision,
        }
    };
    let mut frame = desk.frame(desk.say("forms-history"), Area::Forms);
    let status = if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    if let Some(words) = refused {
        frame.mend("steps", &desk.say("forms-history"), &words);
    }
    let shown = HistoryPage {
        frame,
        all: ALL,
        own: draft_address(id),
        revision: designed.draft.revision,
        steps: steps.iter().map(row).collect(),
        secret: desk.secret(),
    };
    Ok(page(status, &shown))
}

/// `POST`: brings a state back.
pub async fn restore(order: Order, draft: Path<String>) -> HttpResponse {
    let outcome = restore_it(&order, &draft).await;
    conclude(&order.desk, outcome)
}

async fn restore_it(order: &Order, draft: &str) -> Shown {
    let Order { desk, posted } = order;
    let id = number_of(desk, draft)?;
    let number = |field: &str| posted.value(field).parse().unwrap_or(0);
    let (by, seen, to) = (desk.session.account.id, number("revision"), number("to"));
    match desk.visit.block(move |site| restore_design(site, id, by, seen, to)).await {
        Ok(()) => Ok(done(&draft_address(id), "staff-done-form-restored")),
        Err(Problem::Refused(why @ crate::flows::Refused::Invalid(..))) => {
            let words = crate::flows::words::refusal_in_words(&desk.language, &why);
            show_steps(desk, draft, Some(words)).await
        }
        Err(problem) => Err(problem.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{catalog, parse};

    fn step(revision: i32, stems_from: i32, what: &str, about: &str) -> Step {
        let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 29).unwrap().and_hms_opt(9, 0, 0).unwrap();
        Step { revision, stems_from, by: String::new(), at, what: what.to_owned(), about: about.to_owned() }
    }

    #[test]
    fn what_was_undone_is_named_also_where_several_steps_were() {
        let steps = [
            step(5, 1, "undone", "1"),
            step(4, 2, "undone", "2"),
            step(3, 3, "question", "Com'era?"),
            step(2, 2, "head", ""),
            step(1, 1, "begun", ""),
        ];
        let told = |at: usize| step_in_words(&Language::italian(), &steps, &steps[at]).replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(told(1), "Annullato: Domanda cambiata: Com'era?");
        assert_eq!(told(0), "Annullato: Impostazioni cambiate");
        assert_eq!(told(3), "Impostazioni cambiate");
    }

    #[test]
    fn what_was_not_carried_leads_to_its_question() {
        let form = parse("f", &catalog::form("faccine").unwrap()).unwrap();
        let told = reasons(&Language::italian(), &form, "/d", "Foglio «survey», riga 7, «overall»: no.\nParte «firma»: no.");
        assert_eq!(told[0].1.as_ref().map(|(address, _)| address.as_str()), Some("/d/questions/overall"));
        assert_eq!((told.len(), &told[1].1), (2, &None));
    }
}
