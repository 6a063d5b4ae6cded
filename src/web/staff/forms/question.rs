//! `.../questions/{code}` and `.../questions/new`: a question in fields.

use super::question_fields::{About, QuestionPage};
use super::question_rows::press;
use super::question_typed::{Reader, as_typed, empty};
use super::save::{Deed, Kept, State, back, keep, seen};
use super::words::{KINDS, shortened};
use super::{draft_address, gather};
use crate::flows::design_form::Designed;
use crate::form::edit::{Element, Spot};
use crate::form::{Form, Question};
use crate::text::Code;
use crate::web::problem::Problem;
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Desk, Order, see};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::web::Path;

/// `GET`: a question as it stands; `?kind=` shows it as another kind.
pub async fn show(desk: Desk, path: Path<(String, String)>) -> HttpResponse {
    let outcome = show_known(&desk, &path.0, &path.1).await;
    desk.visit.conclude(outcome)
}

async fn show_known(desk: &Desk, draft: &str, code: &str) -> Result<HttpResponse, Problem> {
    let designed = gather(desk, draft).await?;
    let (code, question) = find(&designed.form, code)?;
    let mut posted = as_typed(question, &designed.form);
    if let Some(kind) = desk.visit.asked("kind").filter(|kind| KINDS.contains(kind)) {
        let other = empty(kind, &designed.form);
        for (name, value) in other.fields.into_iter().filter(|(name, _)| name != "when") {
            if name == "kind" || name == "role" || !posted.has(&name) {
                posted.put(&name, value);
            }
        }
    }
    Ok(shown_known(desk, &designed, &code, &State::fresh(&posted)))
}

fn find<'f>(form: &'f Form, typed: &str) -> Result<(Code, &'f Question), Problem> {
    let code = Code::parse(typed).ok_or(Problem::NoPage)?;
    let (_, question) = form.questions().find(|(_, question)| question.code == code).ok_or(Problem::NoPage)?;
    Ok((code, question))
}

fn shown_known(desk: &Desk, designed: &Designed, code: &Code, state: &State<'_>) -> HttpResponse {
    let mark = state.mark(&designed.form, &Element::Question(code.clone()));
    let place = designed.form.place_of(code).unwrap_or_default();
    page(state.status, &QuestionPage::new(desk, designed, &About::Known(code, mark), place, state))
}

/// `POST`: keeps it, or presses a button of its rows.
pub async fn save(order: Order, path: Path<(String, String)>) -> HttpResponse {
    let outcome = save_known(&order, &path.0, &path.1).await;
    order.desk.visit.conclude(outcome)
}

async fn save_known(order: &Order, draft: &str, code: &str) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let designed = gather(desk, draft).await?;
    let Ok((code, before)) = find(&designed.form, code) else { return add_typed(order, draft).await };
    if let Some(pressed) = pressed(posted) {
        return Ok(shown_known(desk, &designed, &code, &State::changed(&pressed)));
    }
    let place = designed.form.place_of(&code).unwrap_or_default();
    let reader =
        Reader { posted, form: &designed.form, before: Some(before), place, language: &desk.language, mistakes: Vec::new() };
    let question = match reader.read() {
        Ok(question) => question,
        Err(mistakes) => return Ok(shown_known(desk, &designed, &code, &State::refused(posted, &mistakes))),
    };
    let about = text_of(&question, &designed.form);
    let deed = Deed { what: "question", about, seen: seen(posted, Element::Question(code.clone())) };
    let (own, place) = (code.clone(), question.code.to_string());
    let kept = keep(order, draft, deed, "form", move |form| form.with_changed_question(&own, question.clone())).await?;
    match kept {
        // Somebody took it away: what was typed becomes a new one.
        Kept::Meanwhile(now) if now.form.place_of(&code).is_none() => add_typed(order, draft).await,
        kept => kept.answer(
            posted,
            |now| back(now, "staff-done-form-question", &place),
            |now, state| Ok(shown_known(desk, now, &code, state)),
        ),
    }
}

/// The rows after one of their buttons; `None` where another button was pressed.
fn pressed(posted: &Posted) -> Option<Posted> {
    let button = posted.value("press").to_owned();
    let mut posted = posted.without_files();
    press(&mut posted, &button).then_some(posted)
}

fn text_of(question: &Question, form: &Form) -> String {
    shortened(question.text.get(form.fallback(), form.fallback()))
}

/// `GET .../questions/new?kind=rating&page=judgement`: an empty one.
pub async fn show_new(desk: Desk, draft: Path<String>) -> HttpResponse {
    let outcome = show_empty(&desk, &draft).await;
    desk.visit.conclude(outcome)
}

async fn show_empty(desk: &Desk, draft: &str) -> Result<HttpResponse, Problem> {
    let designed = gather(desk, draft).await?;
    let kind = desk.visit.asked("kind").filter(|kind| KINDS.contains(kind));
    let Some(kind) = kind else { return Ok(see(&format!("{}#add", draft_address(designed.draft.id)))) };
    let mut posted = empty(kind, &designed.form);
    let last = designed.form.pages.last().map(|page| page.code.to_string());
    posted.put("spot", desk.visit.asked("page").map(str::to_owned).or(last).unwrap_or_default());
    Ok(shown_new(desk, &designed, &State::fresh(&posted)))
}

fn shown_new(desk: &Desk, designed: &Designed, state: &State<'_>) -> HttpResponse {
    let place = place_of_new(&designed.form, state.posted);
    page(state.status, &QuestionPage::new(desk, designed, &About::New, place, state))
}

/// Where a new question will stand.
fn place_of_new(form: &Form, posted: &Posted) -> (usize, usize) {
    match form.pages.iter().position(|page| page.code.as_str() == posted.value("spot")) {
        Some(at) => (at, form.pages[at].questions.len()),
        None => (form.pages.len(), 0),
    }
}

/// `POST .../questions/new`: adds it.
pub async fn add(order: Order, draft: Path<String>) -> HttpResponse {
    let outcome = add_typed(&order, &draft).await;
    order.desk.visit.conclude(outcome)
}

async fn add_typed(order: &Order, draft: &str) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let designed = gather(desk, draft).await?;
    let form = &designed.form;
    if let Some(pressed) = pressed(posted) {
        return Ok(shown_new(desk, &designed, &State::changed(&pressed)));
    }
    let place = place_of_new(form, posted);
    let reader = Reader { posted, form, before: None, place, language: &desk.language, mistakes: Vec::new() };
    let question = match reader.read() {
        Ok(question) => question,
        Err(mistakes) => return Ok(shown_new(desk, &designed, &State::refused(posted, &mistakes))),
    };
    let spot = match form.pages.get(place.0) {
        Some(page) => Spot::On(page.code.clone(), place.1),
        None => {
            Spot::NewPage { after: form.pages.last().map(|page| page.code.clone()), code: form.free_code("pagina", "pagina") }
        }
    };
    let deed = Deed { what: "question-added", about: text_of(&question, form), seen: None };
    let code = question.code.to_string();
    let kept = keep(order, draft, deed, "form", move |form| form.with_question(question.clone(), &spot)).await?;
    let added = |now: &Designed| back(now, "staff-done-form-question-added", &code);
    kept.answer(posted, added, |now, state| Ok(shown_new(desk, now, state)))
}
