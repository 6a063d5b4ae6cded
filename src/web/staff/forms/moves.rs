//! The buttons of a questionnaire's outline: questions and pages are moved, copied, taken away; the last step is taken back.

use super::advice::{heard, heed};
use super::draft::{Told, UNDONE, show_draft};
use super::instead::{Shown, conclude};
use super::save::{Deed, Kept, at_page, at_question, back, keep, pressed_twice};
use super::words::name_of;
use super::{ALL, draft_address, gather, number_of};
use crate::flows::Refused;
use crate::flows::advise_form::surroundings_of;
use crate::flows::design_form::{discard_design, undo_design};
use crate::flows::words::refusal_in_words;
use crate::form::Form;
use crate::form::edit::{CannotEdit, Edited, Element, Spot};
use crate::text::Code;
use crate::web::problem::Problem;
use crate::web::staff::field::Mistake;
use crate::web::staff::session::{Order, done, see};
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
    /// As its mark was seen.
    Remove(Code, String),
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
            "remove" => Self::Remove(code, words.next().unwrap_or_default().to_owned()),
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
            | Self::Remove(code, _)
            | Self::PageUp(code)
            | Self::PageDown(code) => code,
        }
    }

    /// What the history calls it.
    fn what(&self) -> &'static str {
        match self {
            Self::Copy(_) => "question-copied",
            Self::Remove(..) => "question-removed",
            Self::PageUp(_) | Self::PageDown(_) => "page-moved",
            _ => "question-moved",
        }
    }

    /// What the page had of what is taken away.
    fn seen(&self) -> Option<(Element, String)> {
        match self {
            Self::Remove(code, mark) => Some((Element::Question(code.clone()), mark.clone())),
            _ => None,
        }
    }

    /// What is told when it is done: also that a question is now shown when another page is.
    fn done(&self, before: &Form, after: &Form) -> &'static str {
        let page_of = |form: &Form| form.place_of(self.code()).map(|(page, _)| form.pages[page].show_if.clone());
        match self {
            Self::Up(_) | Self::Down(_) | Self::To(..) if page_of(before) != page_of(after) => {
                "staff-done-form-question-elsewhere"
            }
            Self::Copy(_) => "staff-done-form-question-copied",
            Self::Remove(..) => "staff-done-form-question-removed",
            Self::PageUp(_) | Self::PageDown(_) => "staff-done-form-page-moved",
            _ => "staff-done-form-question-moved",
        }
    }

    /// Where the focus goes: to what was moved; where it is gone, to the next question.
    fn place(&self, before: &Form) -> String {
        match self {
            Self::PageUp(code) | Self::PageDown(code) => at_page(code),
            Self::Remove(code, _) => {
                let codes: Vec<&Code> = before.questions().map(|(_, question)| &question.code).collect();
                let at = codes.iter().position(|own| *own == code).unwrap_or_default();
                let next = codes.get(at + 1).or_else(|| codes.get(at.checked_sub(1)?));
                next.map(at_question).unwrap_or_default()
            }
            _ => at_question(self.code()),
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
            Self::Remove(code, _) => form.without_question(code),
            Self::PageUp(code) => form.with_moved_page(code, page_of(code)?.saturating_sub(1)),
            Self::PageDown(code) => form.with_moved_page(code, page_of(code)? + 1),
        }
    }
}

/// `POST`: presses a button of the outline.
pub async fn move_it(order: Order, draft: Path<String>) -> HttpResponse {
    let outcome = press(&order, &draft).await;
    conclude(&order.desk, outcome)
}

async fn press(order: &Order, draft: &str) -> Shown {
    let Order { desk, posted } = order;
    if posted.value("do") == "undo" {
        return undo(order, draft).await;
    }
    if let Some(mark) = posted.value("do").strip_prefix("heed ") {
        return heed_it(order, draft, mark.to_owned()).await;
    }
    let designed = gather(desk, draft).await?;
    let Some(step) = Move::parse(posted.value("do")) else { return Err(Problem::NoPage.into()) };
    let before = designed.form.clone();
    if matches!(step, Move::Copy(_)) && pressed_twice(order, &designed, step.what()).await?.is_some() {
        return Ok(back(&designed, step.done(&before, &before), &step.place(&before)));
    }
    let deed = Deed { what: step.what(), about: name_of(before.fallback(), &before, step.code()), seen: step.seen() };
    let own = step.clone();
    let refused = |words: String| {
        let at = if before.pages.iter().any(|page| page.code == *step.code()) { at_page } else { at_question };
        Some(Told { at: at(step.code()), label: name_of(&desk.language, &before, step.code()), words })
    };
    match keep(order, draft, deed, "form", move |form| own.make(form)).await? {
        Kept::Done(now) => Ok(back(&now, step.done(&before, &now.form), &step.place(&before))),
        Kept::Wrong(_, mistakes) => show_draft(desk, draft, StatusCode::UNPROCESSABLE_ENTITY, refused(in_one(mistakes))).await,
        Kept::Meanwhile(now) => {
            let is_gone = now.form.place_of(step.code()).is_none();
            let words = desk.say(if is_gone { "forms-cannot-gone" } else { "forms-removed-unseen" });
            show_draft(desk, draft, StatusCode::CONFLICT, refused(words)).await
        }
    }
}

fn in_one(mistakes: Vec<Mistake>) -> String {
    mistakes.into_iter().map(|mistake| mistake.words).collect::<Vec<_>>().join(" ")
}

/// Does what the adviser says: the mark of an advice, and the code of what it is about.
async fn heed_it(order: &Order, draft: &str, mark: String) -> Shown {
    let desk = &order.desk;
    let designed = gather(desk, draft).await?;
    let (mark, code) = mark.split_once(' ').map(|(mark, code)| (mark.to_owned(), Code::parse(code))).unwrap_or((mark, None));
    let (kept, form) = (designed.draft.clone(), designed.form.clone());
    let known = desk.visit.block(move |site| surroundings_of(site, &kept, &form)).await?;
    let about = heard(&desk.language, &designed.form, &known, &mark);
    let name = code.as_ref().filter(|code| designed.form.place_of(code).is_some());
    let about = match name.map(|code| name_of(designed.form.fallback(), &designed.form, code)) {
        Some(name) => format!("{name}: {about}"),
        None => about,
    };
    let deed = Deed { what: "heeded", about, seen: None };
    let edit = move |form: &Form| heed(form, &known, &mark).ok_or(CannotEdit::Gone);
    match keep(order, draft, deed, "form", edit).await? {
        Kept::Done(designed) => {
            let place = match &code {
                Some(code) if designed.form.place_of(code).is_some() => at_question(code),
                Some(_) => "scales".to_owned(),
                None => String::new(),
            };
            Ok(back(&designed, "staff-done-form-heeded", &place))
        }
        Kept::Wrong(_, mistakes) => {
            let told = Told { at: "advice".to_owned(), label: desk.say("forms-advice"), words: in_one(mistakes) };
            show_draft(desk, draft, StatusCode::UNPROCESSABLE_ENTITY, Some(told)).await
        }
        Kept::Meanwhile(_) => show_draft(desk, draft, StatusCode::CONFLICT, None).await,
    }
}

async fn undo(order: &Order, draft: &str) -> Shown {
    let Order { desk, posted } = order;
    let id = number_of(desk, draft)?;
    let (by, seen) = (desk.session.account.id, posted.value("revision").parse().unwrap_or(0));
    match desk.visit.block(move |site| undo_design(site, id, by, seen)).await {
        Ok(_) => Ok(see(&format!("{}?done={UNDONE}#undo", draft_address(id)))),
        Err(Problem::Refused(why @ Refused::Invalid(..))) => {
            let words = refusal_in_words(&desk.language, &why);
            let told = Told { at: "undo".to_owned(), label: desk.say("forms-undo"), words };
            show_draft(desk, draft, StatusCode::CONFLICT, Some(told)).await
        }
        Err(problem) => Err(problem.into()),
    }
}

/// `POST .../discard`: throws the draft away.
pub async fn discard(order: Order, draft: Path<String>) -> HttpResponse {
    let outcome = throw_away(&order, &draft).await;
    conclude(&order.desk, outcome)
}

async fn throw_away(order: &Order, draft: &str) -> Shown {
    let Order { desk, posted } = order;
    let id = number_of(desk, draft)?;
    let seen = posted.value("revision").parse().unwrap_or(0);
    match desk.visit.block(move |site| discard_design(site, id, seen)).await {
        Ok(()) => Ok(done(ALL, "staff-done-form-discarded")),
        Err(Problem::Refused(why @ Refused::Invalid(..))) => {
            let words = refusal_in_words(&desk.language, &why);
            let told = Told { at: "discard".to_owned(), label: desk.say("forms-discard"), words };
            show_draft(desk, draft, StatusCode::CONFLICT, Some(told)).await
        }
        Err(problem) => Err(problem.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Condition, catalog, parse};

    fn code(text: &str) -> Code {
        Code::parse(text).unwrap()
    }

    #[test]
    fn a_button_says_which_question_as_it_was_seen() {
        let removal = Move::parse("remove overall 12ab").unwrap();
        assert_eq!(removal.seen(), Some((Element::Question(code("overall")), "12ab".to_owned())));
        assert_eq!(Move::parse("copy overall").unwrap().seen(), None);
        assert_eq!((Move::parse("to overall"), Move::parse("away overall"), Move::parse("up Overall")), (None, None, None));
    }

    #[test]
    fn the_focus_goes_to_what_follows_a_question_that_is_removed() {
        let form = parse("f", &catalog::form("urp-annuale").unwrap()).unwrap();
        let codes: Vec<Code> = form.questions().map(|(_, question)| question.code.clone()).collect();
        let place = |code: &Code| Move::Remove(code.clone(), String::new()).place(&form);
        assert_eq!(place(&codes[0]), at_question(&codes[1]));
        assert_eq!(place(codes.last().unwrap()), at_question(&codes[codes.len() - 2]));
    }

    #[test]
    fn a_move_to_a_page_that_is_shown_in_other_cases_says_so() {
        let mut form = parse("f", &catalog::form("urp-annuale").unwrap()).unwrap();
        let field = form.questions().next().unwrap().1.code.clone();
        let last = form.pages.len() - 1;
        form.pages[last].show_if = Some(Condition::Answered { field });
        let own = Move::Up(form.pages[last].questions[0].code.clone());
        assert_eq!(own.done(&form, &own.make(&form).unwrap()), "staff-done-form-question-elsewhere");
        form.pages[last].show_if = None;
        assert_eq!(own.done(&form, &own.make(&form).unwrap()), "staff-done-form-question-moved");
    }
}
