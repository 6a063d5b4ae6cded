//! Keeping what was typed on a page of the designer, or the page again with what is wrong.

use super::Change;
use super::instead::{Instead, Shown};
use super::words::cannot_in_words;
use super::{draft_address, gather, number_of};
use crate::flows::Refused;
use crate::flows::design_form::{self, Designed, NotChanged, PUBLISHED, before_same_step, change_design, find_design};
use crate::flows::words::said_in_words;
use crate::form::Form;
use crate::form::edit::{CannotEdit, Element};
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::field::Mistake;
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Desk, Order, see};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How a page of fields stands.
pub(super) struct State<'a> {
    pub posted: &'a Posted,
    pub mistakes: &'a [Mistake],
    pub status: StatusCode,
    /// Whether somebody else changed the same thing meanwhile: the page says so, and the next saving wins.
    pub meanwhile: bool,
    /// What was changed meanwhile, where that is known.
    pub changes: Vec<Change>,
}

impl<'a> State<'a> {
    /// A page that was just opened.
    pub fn fresh(posted: &'a Posted) -> Self {
        Self { posted, mistakes: &[], status: StatusCode::OK, meanwhile: false, changes: Vec::new() }
    }

    /// A page that is shown again.
    pub fn refused(posted: &'a Posted, mistakes: &'a [Mistake]) -> Self {
        Self { posted, mistakes, status: StatusCode::UNPROCESSABLE_ENTITY, meanwhile: false, changes: Vec::new() }
    }

    /// The mark that the page sends back. One that is shown again has seen what it saw, unless it says what changed meanwhile.
    pub fn mark(&self, form: &Form, element: &Element) -> String {
        match self.posted.value("mark") {
            typed if !typed.is_empty() && !self.meanwhile => typed.to_owned(),
            _ => form.mark_of(element).unwrap_or_default(),
        }
    }

    /// A page whose element somebody else changed meanwhile.
    pub fn overtaken(posted: &'a Posted) -> Self {
        Self { posted, mistakes: &[], status: StatusCode::CONFLICT, meanwhile: true, changes: Vec::new() }
    }

    /// Says above the page that somebody else was quicker.
    pub fn tell(&self, desk: &Desk, frame: &mut WorkplaceFrame) {
        if self.meanwhile {
            let key = if self.changes.is_empty() { "forms-meanwhile" } else { "forms-meanwhile-merged" };
            frame.mend("form", &desk.say("forms-field-form"), &desk.say(key));
        }
    }

    /// The same page, changed without saving.
    pub fn changed(posted: &'a Posted) -> Self {
        Self { posted, mistakes: &[], status: StatusCode::OK, meanwhile: false, changes: Vec::new() }
    }
}

/// How keeping ended.
pub(super) enum Kept {
    /// It is kept: the draft as it is now.
    Done(Box<Designed>),
    /// What is wrong, beside the draft as it is now.
    Wrong(Box<Designed>, Vec<Mistake>),
    /// Somebody else changed the same thing meanwhile.
    Meanwhile(Box<Designed>),
}

impl Kept {
    /// The answer: what follows when it is kept, else the page again with what is wrong, or that somebody was quicker.
    pub async fn answer(
        self,
        posted: &Posted,
        done: impl FnOnce(&Designed) -> HttpResponse,
        again: impl AsyncFnOnce(&Designed, &State<'_>) -> Shown,
    ) -> Shown {
        match self {
            Self::Done(now) => Ok(done(&now)),
            Self::Wrong(now, mistakes) => again(&now, &State::refused(posted, &mistakes)).await,
            Self::Meanwhile(now) => again(&now, &State::overtaken(posted)).await,
        }
    }
}

/// What is done in a step, for the history; to what, and as which mark its page had it.
pub(super) struct Deed {
    pub what: &'static str,
    pub about: String,
    pub seen: Option<(Element, String)>,
}

/// Keeps an edit. What the form cannot be is told at `field`.
pub(super) async fn keep(
    order: &Order,
    typed: &str,
    deed: Deed,
    field: &str,
    edit: impl Fn(&Form) -> Result<Form, CannotEdit> + Send + 'static,
) -> Result<Kept, Instead> {
    keep_looked_at(order, typed, deed, field, BTreeMap::new(), edit).await
}

/// Translations that were written or looked at, each with the text that it was judged by.
pub(super) type LookedAt = BTreeMap<(String, crate::text::Language), String>;

/// The same where texts were translated.
pub(super) async fn keep_looked_at(
    order: &Order,
    typed: &str,
    deed: Deed,
    field: &str,
    looked_at: LookedAt,
    edit: impl Fn(&Form) -> Result<Form, CannotEdit> + Send + 'static,
) -> Result<Kept, Instead> {
    let desk = &order.desk;
    let id = number_of(desk, typed)?;
    let Deed { what, about, seen } = deed;
    let change = design_form::Change { by: desk.session.account.id, what, about, seen, looked_at };
    let outcome = desk.visit.block(move |site| {
        Ok(match change_design(site, id, &change, &edit) {
            Ok(designed) => Ok(designed),
            Err(NotChanged::Stop(stop)) => return Err(stop),
            Err(other) => Err((other, find_design(site, id)?)),
        })
    });
    let outcome = match outcome.await {
        // Published at this very moment: what was typed is shown.
        Err(Problem::Refused(Refused::Invalid(_, PUBLISHED))) => {
            return Err(gather(desk, typed).await.err().unwrap_or(Problem::NoPage.into()));
        }
        outcome => outcome?,
    };
    Ok(match outcome {
        Ok(designed) => Kept::Done(Box::new(designed)),
        Err((NotChanged::Meanwhile, now)) => Kept::Meanwhile(Box::new(now)),
        Err((not, now)) => {
            let mistakes = mistakes(desk, &now.form, not, field);
            Kept::Wrong(Box::new(now), mistakes)
        }
    })
}

/// Why an edit cannot be, at the field where that can be mended, else at `otherwise`.
pub(super) fn cannot_at(desk: &Desk, form: &Form, cannot: &CannotEdit, otherwise: &str) -> Mistake {
    let field = if matches!(cannot, CannotEdit::CodeTaken(_)) { "code" } else { otherwise };
    Mistake { field: field.to_owned(), words: cannot_in_words(&desk.language, form, cannot) }
}

fn mistakes(desk: &Desk, form: &Form, not: NotChanged, field: &str) -> Vec<Mistake> {
    match not {
        NotChanged::Cannot(cannot) => vec![cannot_at(desk, form, &cannot, field)],
        NotChanged::Faults(faults) => {
            let say = |said| said_in_words(&desk.language, said);
            let words = faults.iter().map(|fault| format!("{} {}", say(&fault.message), say(&fault.hint)));
            words.map(|words| Mistake { field: field.to_owned(), words }).collect()
        }
        NotChanged::Meanwhile | NotChanged::Stop(_) => Vec::new(),
    }
}

/// Where a question stands in the outline.
pub(super) fn at_question(code: impl std::fmt::Display) -> String {
    format!("question-{code}")
}

/// Where a page stands in the outline.
pub(super) fn at_page(code: impl std::fmt::Display) -> String {
    format!("page-{code}")
}

/// Back to the outline, at the place that was changed, with what was done.
pub(super) fn back(designed: &Designed, key: &str, place: &str) -> HttpResponse {
    let anchor = if place.is_empty() { String::new() } else { format!("#{place}") };
    see(&format!("{}?done={key}{anchor}", draft_address(designed.draft.id)))
}

/// The form before the last step, where that was this very one, taken from this very page: its button was pressed twice.
pub(super) async fn pressed_twice(order: &Order, designed: &Designed, what: &'static str) -> Result<Option<Arc<Form>>, Problem> {
    let Order { desk, posted } = order;
    let (id, seen) = (designed.draft.id, posted.value("revision").parse().unwrap_or(0));
    let account = &desk.session.account;
    let by = if account.name.is_empty() { account.login.clone() } else { account.name.clone() };
    desk.visit.block(move |site| before_same_step(site, id, &by, what, seen)).await
}

/// The mark that a page had of what it shows.
pub(super) fn seen(posted: &Posted, element: Element) -> Option<(Element, String)> {
    Some((element, posted.value("mark").to_owned()))
}
