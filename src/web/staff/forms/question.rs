//! `.../questions/{code}` and `.../questions/+`: a question in fields.

use super::advice::heed;
use super::instead::{Shown, conclude};
use super::look::advice_on;
use super::merge::merged;
use super::publish::changes;
use super::question_fields::{About, QuestionPage};
use super::question_rows::press;
use super::question_typed::{Reader, as_typed, empty};
use super::save::{Deed, Kept, State, at_question, back, cannot_at, keep, pressed_twice, seen};
use super::words::{KINDS, roles_of, shortened};
use super::{draft_address, gather};
use crate::flows::advise_form::surroundings_of;
use crate::flows::design_form::{Designed, as_seen};
use crate::form::edit::{CannotEdit, Element, Spot};
use crate::form::{Form, Question};
use crate::text::Code;
use crate::web::problem::Problem;
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Desk, Order, see};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::web::Path;

/// What is told of a question that was added; of one that somebody else took away while it was changed.
const ADDED: &str = "staff-done-form-question-added";
const GONE: &str = "staff-done-form-question-anew";
/// What the history calls it.
const STEP: &str = "question-added";
/// The button that shows the page again with what the adviser says of it.
const LOOK: &str = "look";

/// `GET`: a question as it stands.
pub async fn show(desk: Desk, path: Path<(String, String)>) -> HttpResponse {
    let outcome = show_known(&desk, &path.0, &path.1).await;
    conclude(&desk, outcome)
}

async fn show_known(desk: &Desk, draft: &str, code: &str) -> Shown {
    let designed = gather(desk, draft).await?;
    let (code, question) = find(&designed.form, code)?;
    let posted = as_typed(question, &designed.form);
    shown_known(desk, &designed, &code, &State::fresh(&posted)).await
}

fn find<'f>(form: &'f Form, typed: &str) -> Result<(Code, &'f Question), Problem> {
    let code = Code::parse(typed).ok_or(Problem::NoPage)?;
    let (_, question) = form.questions().find(|(_, question)| question.code == code).ok_or(Problem::NoPage)?;
    Ok((code, question))
}

async fn shown_known(desk: &Desk, designed: &Designed, code: &Code, state: &State<'_>) -> Shown {
    let mark = state.mark(&designed.form, &Element::Question(code.clone()));
    let place = designed.form.place_of(code).unwrap_or_default();
    let advice = advice_on(desk, designed, Some(code), state.posted).await?;
    Ok(page(state.status, &QuestionPage::new(desk, designed, &About::Known(code, mark), place, state, advice)))
}

/// `POST`: keeps it, or presses a button of its rows.
pub async fn save(order: Order, path: Path<(String, String)>) -> HttpResponse {
    let outcome = save_known(&order, &path.0, &path.1).await;
    conclude(&order.desk, outcome)
}

async fn save_known(order: &Order, draft: &str, code: &str) -> Shown {
    let Order { desk, posted } = order;
    let designed = gather(desk, draft).await?;
    let Ok((code, before)) = find(&designed.form, code) else { return add_typed(order, draft, GONE).await };
    if let Some(pressed) = pressed(posted, &designed.form) {
        return shown_known(desk, &designed, &code, &State::changed(&pressed)).await;
    }
    let place = designed.form.place_of(&code).unwrap_or_default();
    let reader =
        Reader { posted, form: &designed.form, before: Some(before), place, language: &desk.language, mistakes: Vec::new() };
    let question = match reader.read() {
        Ok(question) => question,
        Err(mistakes) => return shown_known(desk, &designed, &code, &State::refused(posted, &mistakes)).await,
    };
    if posted.value("press") == LOOK {
        return shown_known(desk, &designed, &code, &State::changed(posted)).await;
    }
    if let Some(mark) = posted.value("do").strip_prefix("heed ") {
        return heed_typed(order, draft, (&designed, Some(&code)), question, mark).await;
    }
    let about = text_of(&question, &designed.form);
    let deed = Deed { what: "question", about, seen: seen(posted, Element::Question(code.clone())) };
    let (own, place) = (code.clone(), question.code.to_string());
    let kept = keep(order, draft, deed, "form", move |form| form.with_changed_question(&own, question.clone())).await?;
    match kept {
        // Somebody took it away: what was typed becomes a new one.
        Kept::Meanwhile(now) if now.form.place_of(&code).is_none() => add_typed(order, draft, GONE).await,
        Kept::Meanwhile(now) => overtaken(order, &now, &code).await,
        kept => {
            let done = |now: &Designed| back(now, "staff-done-form-question", &at_question(&place));
            kept.answer(posted, done, async |now, state| shown_known(desk, now, &code, state).await).await
        }
    }
}

/// The page again after somebody else was quicker: what they changed stands in the fields that were left alone here, and is told.
async fn overtaken(order: &Order, now: &Designed, code: &Code) -> Shown {
    let Order { desk, posted } = order;
    let (id, element, mark) = (now.draft.id, Element::Question(code.clone()), posted.value("mark").to_owned());
    let seen = desk.visit.block(move |site| as_seen(site, id, &element, &mark)).await?;
    let in_fields = |form: &Form| find(form, code.as_str()).ok().map(|(_, question)| as_typed(question, form));
    let Some((seen, was, is)) = seen.and_then(|seen| Some((seen.clone(), in_fields(&seen)?, in_fields(&now.form)?))) else {
        return shown_known(desk, now, code, &State::overtaken(posted)).await;
    };
    let both = merged(posted, &was, &is);
    let state = State { changes: changes(desk, &seen, &now.form), ..State::overtaken(&both) };
    shown_known(desk, now, code, &state).await
}

/// The fields after a button that saves nothing: of their rows, or of another kind; `None` where another button was pressed.
fn pressed(posted: &Posted, form: &Form) -> Option<Posted> {
    let button = posted.value("press").to_owned();
    let mut posted = posted.without_files();
    if let Some(kind) = button.strip_prefix("kind-").filter(|kind| KINDS.contains(kind)) {
        become_kind(&mut posted, kind, form);
        return Some(posted);
    }
    press(&mut posted, &button).then_some(posted)
}

/// Another kind: what it needs and the one before did not have is as in a new question of it.
fn become_kind(posted: &mut Posted, kind: &str, form: &Form) {
    let role_fits = roles_of(kind).contains(&posted.value("role"));
    for (name, value) in empty(kind, form).fields {
        if name == "kind" || (name == "role" && !role_fits) || !posted.has(&name) {
            posted.put(&name, value);
        }
    }
}

fn text_of(question: &Question, form: &Form) -> String {
    shortened(question.text.get(form.fallback(), form.fallback()))
}

/// `GET .../questions/+?kind=rating&page=judgement`: an empty one.
pub async fn show_new(desk: Desk, draft: Path<String>) -> HttpResponse {
    let outcome = show_empty(&desk, &draft).await;
    conclude(&desk, outcome)
}

async fn show_empty(desk: &Desk, draft: &str) -> Shown {
    let designed = gather(desk, draft).await?;
    let kind = desk.visit.asked("kind").filter(|kind| KINDS.contains(kind));
    let Some(kind) = kind else { return Ok(see(&format!("{}#add", draft_address(designed.draft.id)))) };
    let mut posted = empty(kind, &designed.form);
    let last = designed.form.pages.last().map(|page| page.code.to_string());
    posted.put("spot", desk.visit.asked("page").map(str::to_owned).or(last).unwrap_or_default());
    shown_new(desk, &designed, &State::fresh(&posted)).await
}

async fn shown_new(desk: &Desk, designed: &Designed, state: &State<'_>) -> Shown {
    let place = place_of_new(&designed.form, state.posted);
    let advice = advice_on(desk, designed, None, state.posted).await?;
    Ok(page(state.status, &QuestionPage::new(desk, designed, &About::New, place, state, advice)))
}

/// Where a new question will stand.
pub(super) fn place_of_new(form: &Form, posted: &Posted) -> (usize, usize) {
    match form.pages.iter().position(|page| page.code.as_str() == posted.value("spot")) {
        Some(at) => (at, form.pages[at].questions.len()),
        None => (form.pages.len(), 0),
    }
}

/// `POST .../questions/+`: adds it.
pub async fn add(order: Order, draft: Path<String>) -> HttpResponse {
    let outcome = add_typed(&order, &draft, ADDED).await;
    conclude(&order.desk, outcome)
}

async fn add_typed(order: &Order, draft: &str, done: &'static str) -> Shown {
    let Order { desk, posted } = order;
    let designed = gather(desk, draft).await?;
    let form = &designed.form;
    if let Some(pressed) = pressed(posted, form) {
        return shown_new(desk, &designed, &State::changed(&pressed)).await;
    }
    let place = place_of_new(form, posted);
    let reader = Reader { posted, form, before: None, place, language: &desk.language, mistakes: Vec::new() };
    let question = match reader.read() {
        Ok(question) => question,
        Err(mistakes) => return shown_new(desk, &designed, &State::refused(posted, &mistakes)).await,
    };
    if posted.value("press") == LOOK {
        return shown_new(desk, &designed, &State::changed(posted)).await;
    }
    if let Some(mark) = posted.value("do").strip_prefix("heed ") {
        return heed_typed(order, draft, (&designed, None), question, mark).await;
    }
    if let Some(code) = added_already(order, &designed).await? {
        return Ok(back(&designed, done, &at_question(code)));
    }
    let spot = spot_of(form, place);
    let deed = Deed { what: STEP, about: text_of(&question, form), seen: None };
    let code = question.code.to_string();
    let edit = move |form: &Form| match form.questions().any(|(_, own)| *own == question) {
        // The same button once more, at the same moment.
        true => Ok(form.clone()),
        false => form.with_question(question.clone(), &spot),
    };
    let kept = keep(order, draft, deed, "form", edit).await?;
    let added = |now: &Designed| back(now, done, &at_question(&code));
    kept.answer(posted, added, async |now, state| shown_new(desk, now, state).await).await
}

/// The code under which what is typed was added a moment ago from the very same page.
async fn added_already(order: &Order, designed: &Designed) -> Result<Option<Code>, Problem> {
    let Some(before) = pressed_twice(order, designed, STEP).await? else { return Ok(None) };
    let Order { desk, posted } = order;
    let place = place_of_new(&before, posted);
    let reader = Reader { posted, form: &before, before: None, place, language: &desk.language, mistakes: Vec::new() };
    let Ok(question) = reader.read() else { return Ok(None) };
    Ok(designed.form.questions().any(|(_, own)| *own == question).then_some(question.code))
}

/// The place of a new question as an edit takes it.
pub(super) fn spot_of(form: &Form, place: (usize, usize)) -> Spot {
    match form.pages.get(place.0) {
        Some(page) => Spot::On(page.code.clone(), place.1),
        None => {
            Spot::NewPage { after: form.pages.last().map(|page| page.code.clone()), code: form.free_code("pagina", "pagina") }
        }
    }
}

/// Keeps what is typed and does what the adviser says of it, in one step; then the question's page again.
async fn heed_typed(
    order: &Order,
    draft: &str,
    (designed, code): (&Designed, Option<&Code>),
    question: Question,
    mark: &str,
) -> Shown {
    let Order { desk, posted } = order;
    let form = &designed.form;
    let spot = spot_of(form, place_of_new(form, posted));
    let (about, own, new_code) = (text_of(&question, form), code.cloned(), question.code.clone());
    let deed = Deed { what: "heeded", about, seen: code.and_then(|code| seen(posted, Element::Question(code.clone()))) };
    let with_typed = move |form: &Form| match &own {
        Some(code) => form.with_changed_question(code, question.clone()),
        None => form.with_question(question.clone(), &spot),
    };
    let again = async |now: &Designed, state: &State<'_>| match code {
        Some(code) => shown_known(desk, now, code, state).await,
        None => shown_new(desk, now, state).await,
    };
    let after = match with_typed(form) {
        Ok(after) => after,
        Err(cannot) => return again(designed, &State::refused(posted, &[cannot_at(desk, form, &cannot, "form")])).await,
    };
    let mark = mark.split(' ').next().unwrap_or_default().to_owned();
    let kept = designed.draft.clone();
    let known = desk.visit.block(move |site| surroundings_of(site, &kept, &after)).await?;
    let edit = move |form: &Form| heed(&with_typed(form)?, &known, &mark).ok_or(CannotEdit::Gone);
    let done = |now: &Designed| match now.form.place_of(&new_code) {
        Some(_) => {
            let own = draft_address(now.draft.id);
            see(&format!("{own}/questions/{new_code}?done=staff-done-form-heeded#look"))
        }
        None => back(now, "staff-done-form-heeded", ""),
    };
    keep(order, draft, deed, "form", edit).await?.answer(posted, done, again).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{catalog, parse};

    #[test]
    fn another_kind_keeps_what_is_typed_and_has_what_it_needs() {
        let form = parse("f", &catalog::form("faccine").unwrap()).unwrap();
        let mut posted = empty("rating", &form);
        for (name, value) in [("text_it", "Come va?"), ("rows", "0"), ("role", "need"), ("press", "kind-single_choice")] {
            posted.put(name, value.to_owned());
        }
        posted.fields.retain(|(name, _)| name != "rows");
        let shown = pressed(&posted, &form).unwrap();
        let values = ["kind", "text_it", "rows", "role"].map(|name| shown.value(name));
        assert_eq!(values, ["single_choice", "Come va?", "4", "need"]);
        posted.put("press", "kind-open_text".to_owned());
        posted.put("role", "overall".to_owned());
        assert_eq!(pressed(&posted, &form).unwrap().value("role"), "comment");
    }
}
