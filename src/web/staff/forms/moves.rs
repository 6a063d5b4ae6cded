//! The buttons of a questionnaire's outline: questions and pages are moved, copied, taken away; the last step is taken back.

use super::advice::heed;
use super::draft::show_draft;
use super::save::{Deed, Kept, back, keep};
use super::words::name_of;
use super::{ALL, draft_address, gather, number_of};
use crate::flows::advise_form::surroundings_of;
use crate::flows::design_form::{discard_design, undo_design};
use crate::form::Form;
use crate::form::edit::{CannotEdit, Edited, Spot};
use crate::text::Code;
use crate::web::problem::Problem;
use crate::web::staff::session::{Order, done};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

/// What a button does.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Move {
    Up(Code),
    Down(Code),
    /// Onto a page, before the question of that number from 0: what dragging does.
    To(Code, Code, usize),
    Alone(Code),
    Copy(Code),
    Remove(Code),
    PageUp(Code),
    PageDown(Code),
}

impl Move {
    fn parse(typed: &str) -> Option<Self> {
        let (word, rest) = typed.split_once(' ')?;
        let mut words = rest.split(' ');
        let code = Code::parse(words.next()?)?;
        Some(match word {
            "up" => Self::Up(code),
            "down" => Self::Down(code),
            "to" => Self::To(code, Code::parse(words.next()?)?, words.next()?.parse().ok()?),
            "alone" => Self::Alone(code),
            "copy" => Self::Copy(code),
            "remove" => Self::Remove(code),
            "page-up" => Self::PageUp(code),
            "page-down" => Self::PageDown(code),
            _ => return None,
        })
    }

    fn code(&self) -> &Code {
        match self {
            Self::Up(code)
            | Self::Down(code)
            | Self::To(code, ..)
            | Self::Alone(code)
            | Self::Copy(code)
            | Self::Remove(code)
            | Self::PageUp(code)
            | Self::PageDown(code) => code,
        }
    }

    /// What the history calls it.
    fn what(&self) -> &'static str {
        match self {
            Self::Copy(_) => "question-copied",
            Self::Remove(_) => "question-removed",
            Self::PageUp(_) | Self::PageDown(_) => "page-moved",
            _ => "question-moved",
        }
    }

    fn done(&self) -> &'static str {
        match self {
            Self::Copy(_) => "staff-done-form-question-copied",
            Self::Remove(_) => "staff-done-form-question-removed",
            Self::PageUp(_) | Self::PageDown(_) => "staff-done-form-page-moved",
            _ => "staff-done-form-question-moved",
        }
    }

    fn make(&self, form: &Form) -> Edited {
        let page_of = |code: &Code| form.pages.iter().position(|page| page.code == *code).ok_or(CannotEdit::Gone);
        match self {
            Self::Up(code) => {
                let (page, at) = form.place_of(code).ok_or(CannotEdit::Gone)?;
                match (page, at) {
                    (0, 0) => Ok(form.clone()),
                    (_, 0) => form.with_moved_question(code, &Spot::On(form.pages[page - 1].code.clone(), usize::MAX)),
                    _ => form.with_moved_question(code, &Spot::On(form.pages[page].code.clone(), at - 1)),
                }
            }
            Self::Down(code) => {
                let (page, at) = form.place_of(code).ok_or(CannotEdit::Gone)?;
                let (is_last, next) = (at + 1 == form.pages[page].questions.len(), form.pages.get(page + 1));
                match (is_last, next) {
                    (true, None) => Ok(form.clone()),
                    (true, Some(next)) => form.with_moved_question(code, &Spot::On(next.code.clone(), 0)),
                    (false, _) => form.with_moved_question(code, &Spot::On(form.pages[page].code.clone(), at + 1)),
                }
            }
            Self::To(code, page, at) => form.with_moved_question(code, &Spot::On(page.clone(), *at)),
            Self::Alone(code) => {
                let (page, _) = form.place_of(code).ok_or(CannotEdit::Gone)?;
                let spot = Spot::NewPage { after: Some(form.pages[page].code.clone()), code: form.free_code("pagina", "pagina") };
                form.with_moved_question(code, &spot)
            }
            Self::Copy(code) => form.with_copy_of(code).map(|(form, _)| form),
            Self::Remove(code) => form.without_question(code),
            Self::PageUp(code) => form.with_moved_page(code, page_of(code)?.saturating_sub(1)),
            Self::PageDown(code) => form.with_moved_page(code, page_of(code)? + 1),
        }
    }
}

/// `POST`: presses a button of the outline.
pub async fn move_it(order: Order, draft: Path<String>) -> HttpResponse {
    let outcome = press(&order, &draft).await;
    order.desk.visit.conclude(outcome)
}

async fn press(order: &Order, draft: &str) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    if posted.value("do") == "undo" {
        return undo(order, draft).await;
    }
    if let Some(mark) = posted.value("do").strip_prefix("heed ") {
        return heed_it(order, draft, mark.to_owned()).await;
    }
    let designed = gather(desk, draft).await?;
    let Some(step) = Move::parse(posted.value("do")) else { return Err(Problem::NoPage) };
    let deed = Deed { what: step.what(), about: name_of(designed.form.fallback(), &designed.form, step.code()), seen: None };
    let own = step.clone();
    match keep(order, draft, deed, "form", move |form| own.make(form)).await? {
        Kept::Done(designed) => {
            let place = if matches!(step, Move::Remove(_)) { String::new() } else { step.code().to_string() };
            Ok(back(&designed, step.done(), &place))
        }
        Kept::Wrong(_, mistakes) => {
            let words = mistakes.into_iter().map(|mistake| mistake.words).collect::<Vec<_>>().join(" ");
            show_draft(desk, draft, StatusCode::UNPROCESSABLE_ENTITY, Some((step.code().as_str(), &words))).await
        }
        Kept::Meanwhile(_) => show_draft(desk, draft, StatusCode::CONFLICT, None).await,
    }
}

/// Does what the adviser says: the mark of an advice, and the code of what it is about.
async fn heed_it(order: &Order, draft: &str, mark: String) -> Result<HttpResponse, Problem> {
    let desk = &order.desk;
    let designed = gather(desk, draft).await?;
    let (mark, code) = mark.split_once(' ').map(|(mark, code)| (mark.to_owned(), Code::parse(code))).unwrap_or((mark, None));
    let (kept, form) = (designed.draft.clone(), designed.form.clone());
    let known = desk.visit.block(move |site| surroundings_of(site, &kept, &form)).await?;
    let about = code.as_ref().map(|code| name_of(designed.form.fallback(), &designed.form, code)).unwrap_or_default();
    let deed = Deed { what: "heeded", about, seen: None };
    let edit = move |form: &Form| heed(form, &known, &mark).ok_or(CannotEdit::Gone);
    match keep(order, draft, deed, "form", edit).await? {
        Kept::Done(designed) => {
            let place = match &code {
                Some(code) if designed.form.place_of(code).is_some() => code.as_str(),
                Some(_) => "scales",
                None => "",
            };
            Ok(back(&designed, "staff-done-form-heeded", place))
        }
        Kept::Wrong(_, mistakes) => {
            let words = mistakes.into_iter().map(|mistake| mistake.words).collect::<Vec<_>>().join(" ");
            show_draft(desk, draft, StatusCode::UNPROCESSABLE_ENTITY, Some(("advice", &words))).await
        }
        Kept::Meanwhile(_) => show_draft(desk, draft, StatusCode::CONFLICT, None).await,
    }
}

async fn undo(order: &Order, draft: &str) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let id = number_of(desk, draft)?;
    let (by, seen) = (desk.session.account.id, posted.value("revision").parse().unwrap_or(0));
    match desk.visit.block(move |site| undo_design(site, id, by, seen)).await {
        Ok(_) => Ok(done(&draft_address(id), "staff-done-form-undone")),
        Err(Problem::Refused(why @ crate::flows::Refused::Invalid(..))) => {
            let words = crate::flows::words::refusal_in_words(&desk.language, &why);
            show_draft(desk, draft, StatusCode::CONFLICT, Some(("undo", &words))).await
        }
        Err(problem) => Err(problem),
    }
}

/// `POST .../discard`: throws the draft away.
pub async fn discard(order: Order, draft: Path<String>) -> HttpResponse {
    let outcome = throw_away(&order, &draft).await;
    order.desk.visit.conclude(outcome)
}

async fn throw_away(order: &Order, draft: &str) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let id = number_of(desk, draft)?;
    let seen = posted.value("revision").parse().unwrap_or(0);
    match desk.visit.block(move |site| discard_design(site, id, seen)).await {
        Ok(()) => Ok(done(ALL, "staff-done-form-discarded")),
        Err(Problem::Refused(why @ crate::flows::Refused::Invalid(..))) => {
            let words = crate::flows::words::refusal_in_words(&desk.language, &why);
            show_draft(desk, draft, StatusCode::CONFLICT, Some(("discard", &words))).await
        }
        Err(problem) => Err(problem),
    }
}
